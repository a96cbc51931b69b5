import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const promoted = ['error promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function steps(...commands: readonly string[]): Repository {
  const runs = commands.map(command => `{run: ${JSON.stringify(command)}}`).join(', ')
  return { '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [${runs}]}}` }
}

/** A step that evaluates in a folder, and one that promotes. */
function inFolder(folder: string, run = 'python evaluate.py'): Repository {
  const step = `{run: ${run}, working-directory: ${JSON.stringify(folder)}}`
  const workflow = `on: push\nenv: {FOLDER: jobs, PLACE: "\${{ vars.PLACE }}"}\njobs: {release: {strategy: {matrix: {of: [jobs]}}, steps: [${step}, {run: python promote.py}]}}`
  return { '.github/workflows/cd.yml': workflow }
}

const inJobs = { 'jobs/evaluate.py': evaluateScript, 'promote.py': promoteScript }
const atTop = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const run = { 'run.sh': 'python evaluate.py\n' }

describe('a step runs in the folder that it names', () => {
  test.each([
    'jobs',
    './jobs',
    'jobs/',
    '${{ github.workspace }}/jobs',
    '${{ env.FOLDER }}',
    './${{ env.FOLDER }}',
    '${{ matrix.of }}',
  ])('%s', async folder => {
    expect(await foundIn({ ...inJobs, ...inFolder(folder) })).toEqual([])
    expect(await foundIn({ ...inJobs, ...run, ...inFolder(folder, 'bash ../run.sh') })).toEqual([])
    expect(await foundIn({ ...atTop, ...inFolder(folder) })).toEqual(promoted)
  })

  test('which may begin with a dot', async () => {
    const scripts = { '.ci/evaluate.py': evaluateScript, 'promote.py': promoteScript }
    expect(await foundIn({ ...scripts, ...inFolder('.ci') })).toEqual([])
    expect(await foundIn({ ...scripts, ...inFolder('ci') })).toEqual(promoted)
  })

  test('or in that of the job, or of the workflow', async () => {
    const jobs = (before: string, defaults: string): Repository => ({
      '.github/workflows/cd.yml': `on: push\nenv: {FOLDER: jobs}\n${before}jobs: {check: {${defaults}steps: [{run: python evaluate.py}]}, release: {needs: check, steps: [{run: python promote.py, working-directory: .}]}}`,
    })
    const defaults = 'defaults: {run: {working-directory: "${{ env.FOLDER }}"}}'
    expect(await foundIn({ ...inJobs, ...jobs('', `${defaults}, `) })).toEqual([])
    expect(await foundIn({ ...inJobs, ...jobs(`${defaults}\n`, '') })).toEqual([])
    expect(await foundIn({ ...inJobs, ...jobs('', '') })).toEqual(promoted)
  })

  test.each(['${{ inputs.folder }}', '${{ env.PLACE }}', 'jobs/${{ inputs.of }}', '/srv', '..', '~/jobs'])(
    'and %s is none of the repository that is known',
    async folder => {
      expect(await foundIn({ ...atTop, ...inFolder(folder) })).toEqual(promoted)
      expect(await foundIn({ ...atTop, ...run, ...inFolder(folder, 'bash run.sh') })).toEqual(promoted)
    },
  )

  test('a variable may name the top of the tree there all the same', async () => {
    const command = '"python $GITHUB_WORKSPACE/evaluate.py"'
    expect(await foundIn({ ...atTop, ...inFolder('jobs', command) })).toEqual([])
  })

  test('and a variable of another name says nothing', async () => {
    const workflow =
      'on: push\njobs: {release: {steps: [{run: python evaluate.py, env: {FOLDER: jobs}}, {run: python promote.py}]}}'
    expect(await foundIn({ ...inJobs, '.github/workflows/cd.yml': workflow })).toEqual(promoted)
    expect(await foundIn({ ...atTop, '.github/workflows/cd.yml': workflow })).toEqual([])
  })
})

describe('a script starts where the command that runs it stands', () => {
  test.each<[string, readonly string[], Repository]>([
    ['cd jobs && bash ../run.sh', [], run],
    ['(cd jobs; ../run.sh)', [], run],
    ['pushd jobs; sh ../run.sh', [], run],
    ['bash run.sh', promoted, run],
    ['cd jobs; cd ..; bash run.sh', promoted, run],
    ['cd other && bash ../run.sh', promoted, run],
    ['bash first.sh', [], { ...run, 'first.sh': 'set -e\ncd jobs\n../run.sh\n' }],
    ['bash first.sh', promoted, { ...run, 'first.sh': 'set -e\n./run.sh\n' }],
    ['bash jobs/run.sh', promoted, { 'jobs/run.sh': 'python evaluate.py\n' }],
    ['make -C jobs check', [], { 'jobs/Makefile': 'check:\n\tpython evaluate.py\n' }],
    ['make check', [], { Makefile: 'check:\n\tcd jobs && ../run.sh\n', ...run }],
  ])('%s', async (command, found, scripts) => {
    expect(await foundIn({ ...inJobs, ...scripts, ...steps(command, 'python promote.py') })).toEqual(found)
  })

  test('in all folders where it is run', async () => {
    const scripts = { ...inJobs, ...run, 'first.sh': 'bash run.sh\n' }
    const commands = ['bash first.sh || true', 'cd jobs && bash ../run.sh', 'python promote.py']
    expect(await foundIn({ ...scripts, ...steps(...commands) })).toEqual([])
  })

  test('and scripts that run one another come to an end', async () => {
    const circle = {
      'a.sh': 'set -e\ncd jobs\npython evaluate.py\nbash ../b.sh\n',
      'b.sh': 'cd ..\nbash a.sh\n',
    }
    const release = steps('bash a.sh', 'python promote.py')
    expect(await foundIn({ ...inJobs, ...circle, ...release })).toEqual([])
  })
})

describe('a script that nobody runs', () => {
  const script = (folder: string): string =>
    `set -e\npython ${folder}evaluate.py\npython ${folder}promote.py\n`
  const scripts = { 'churn/jobs/evaluate.py': evaluateScript, 'churn/jobs/promote.py': promoteScript }

  test.each(['', 'jobs/', 'churn/jobs/'])('may be meant for any folder around it: `%s`', async folder => {
    expect(await foundIn({ ...scripts, 'churn/jobs/release.sh': script(folder) })).toEqual([])
  })

  test.each(['', 'jobs/'])('is not meant for those beside it: `%s`', async folder => {
    expect(await foundIn({ ...scripts, 'other/jobs/release.sh': script(folder) })).toEqual([
      'error churn/jobs/promote.py:5 unguarded-promotion',
    ])
  })

  test.each(['', 'jobs/', 'churn/jobs/'])('and so may Python: `%s`', async folder => {
    const release = (of: string): string =>
      `import subprocess\n\nsubprocess.run(["python", "${of}evaluate.py"], check=True)\nsubprocess.run(["python", "${of}promote.py"], check=True)\n`
    expect(await foundIn({ ...scripts, 'churn/jobs/release.py': release(folder) })).toEqual([])
    expect(await foundIn({ ...scripts, 'other/release.py': release(folder) })).toEqual(
      folder === 'churn/jobs/' ? [] : ['error churn/jobs/promote.py:5 unguarded-promotion'],
    )
  })
})
