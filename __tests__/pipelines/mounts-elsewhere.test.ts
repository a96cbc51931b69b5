import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = {
  'src/evaluate.py': evaluateScript,
  'src/promote.py': promoteScript,
  'src/empty.py': 'print("nothing")\n',
}
const reported = ['error src/promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn({ ...scripts, ...repository })).map(({ finding }) => finding)
}

describe('folders as other systems name them', () => {
  const docker = (host: string): string =>
    `docker run -v "${host}:/w" -w /w python:3.11-slim python src/promote.py`

  test.each<[string, Repository]>([
    [
      'GitLab',
      {
        '.gitlab-ci.yml': `a:\n  script:\n    - python src/evaluate.py\n    - ${docker('$CI_PROJECT_DIR')}\n`,
      },
    ],
    [
      'Azure',
      {
        'azure-pipelines.yml': `steps:\n  - script: python src/evaluate.py\n  - script: ${docker('$(Build.SourcesDirectory)')}\n`,
      },
    ],
    [
      'PowerShell',
      {
        'azure-pipelines.yml': `steps:\n  - script: python src/evaluate.py\n  - pwsh: ${docker(`\${PWD}`)}\n`,
      },
    ],
    [
      'Jenkins',
      {
        Jenkinsfile: `pipeline { agent any\n stages { stage('a') { steps {\n  sh 'python src/evaluate.py'\n  sh """${docker(`\${env.WORKSPACE}`)}"""\n } } } }`,
      },
    ],
    ['make', { Makefile: `release:\n\tpython src/evaluate.py\n\t${docker('$(CURDIR)')}\n` }],
    ['make, by a shell', { Makefile: `release:\n\tpython src/evaluate.py\n\t${docker('$(shell pwd)')}\n` }],
    ['just', { justfile: `release:\n  python src/evaluate.py\n  ${docker('{{justfile_directory()}}')}\n` }],
    [
      'Task',
      {
        'Taskfile.yml': `tasks:\n  a:\n    cmds:\n      - python src/evaluate.py\n      - '${docker('{{.ROOT_DIR}}')}'\n`,
      },
    ],
  ])('%s', async (_, repository) => {
    expect(await foundIn(repository)).toEqual([])
    const unchecked = Object.entries(repository).map(([path, text]) => [
      path,
      text.replace('evaluate', 'empty'),
    ])
    expect(await foundIn(Object.fromEntries(unchecked))).toEqual(reported)
  })
})

describe('the folder at hand as Windows names it', () => {
  const found = (shell: string, run: string): Promise<string[]> => {
    const step = `  - ${shell}: ${JSON.stringify(run)}\n`
    return foundIn({ 'azure-pipelines.yml': `steps:\n  - script: python src/evaluate.py\n${step}` })
  }
  const docker = (mount: string, script: string): string =>
    `docker run ${mount} -w /w python:3.11-slim python ${script}`

  test.each([
    ['pwsh', '${PWD}'],
    ['pwsh', '$PWD'],
    ['pwsh', '${pwd}'],
    ['pwsh', '$PWD.Path'],
    ['powershell', '$(pwd)'],
  ])('%s: %s', async (shell, here) => {
    expect(await found(shell, docker(`-v "${here}:/w"`, 'src/promote.py'))).toEqual([])
    expect(await found(shell, docker(`--volume=${here}:/w`, 'src/promote.py'))).toEqual([])
    expect(await found(shell, docker(`-v "${here}/src:/w"`, 'promote.py'))).toEqual([])
    expect(await found(shell, docker(`-v "${here}\\src:/w"`, 'promote.py'))).toEqual([])
    expect(await found(shell, docker(`-v "${here}/src:/w"`, 'src/promote.py'))).toEqual(reported)
  })

  test.each(['$HOME', 'C:\\work', 'x$PWD', '$PWDS'])('pwsh: %s is none', async here => {
    expect(await found('pwsh', docker(`-v "${here}:/w"`, 'src/promote.py'))).toEqual(reported)
  })
})
