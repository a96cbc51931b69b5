import { embeddedIn, read, scripts, ways } from './azure'

describe('a validation', () => {
  const validation = (more: string, deploy: string): string => `
    jobs:
      - job: approve
        pool: server
        steps:
          - task: ManualValidation@1
            inputs: {notifyUsers: '', ${more}}
      - job: promote
        ${deploy}
        steps: [{script: python promote.py}]
  `

  test('waits for a person', () => {
    expect(ways(validation('', 'dependsOn: approve'), 'approve')).toEqual(['approval(ManualValidation)'])
  })

  test('waits where it says what happens without an answer', () => {
    expect(ways(validation("onTimeout: ' Reject '", 'dependsOn: approve'), 'approve')).toEqual([
      'approval(ManualValidation)',
    ])
  })

  test('is none by a task with a longer name', () => {
    const yaml = 'jobs: [{job: a, pool: server, steps: [{task: MyManualValidation@1}]}]'
    expect(ways(yaml, 'a')).toEqual(['uses: MyManualValidation@1'])
  })

  test('is a timer where it resumes by itself', () => {
    expect(ways(validation('onTimeout: resume', 'dependsOn: approve'), 'approve')).toEqual([
      'timer(ManualValidation)',
    ])
  })

  test('is none in a job on an agent', () => {
    const yaml = `
      pool: {vmImage: ubuntu-latest}
      steps: [{task: ManualValidation@1, inputs: {notifyUsers: x}}]
    `
    expect(ways(yaml, 'job')).toEqual(['uses: ManualValidation@1'])
  })
})

describe('a deployment', () => {
  const deployment = (strategy: string, environment = 'production'): string => `
    jobs:
      - deployment: promote
        environment: ${environment}
        strategy: ${strategy}
  `

  test.each([['production'], ['{name: production, resourceType: Kubernetes}'], ['production.cluster']])(
    'names the environment `%s`',
    environment => {
      const yaml = deployment('{runOnce: {deploy: {steps: [{script: x}]}}}', environment)
      expect(ways(yaml, 'promote')).toEqual(['environment(production) promote/1'])
    },
  )

  test('may do nothing', () => {
    expect(ways('jobs: [{deployment: promote, environment: production}]', 'promote')).toEqual([
      'environment(production)',
    ])
  })

  test('runs its hooks in their order, and what is for failures only after one', () => {
    const hook = (script: string): string => `{steps: [{script: ${script}}]}`
    const hooks = `postRouteTraffic: ${hook('c')}, deploy: ${hook('b')}, preDeploy: ${hook('a')}`
    const yaml = deployment(`{runOnce: {${hooks}, on: {failure: ${hook('e')}, success: ${hook('d')}}}}`)
    expect(scripts(yaml)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(ways(yaml, 'promote')).toContain('environment(production) promote/1! promote/5 ^')
  })

  test('is a canary where a part comes first and something looks at it', () => {
    const watched =
      '{canary: {increments: [10, 50], deploy: {steps: [{script: a}]}, postRouteTraffic: {steps: [{script: b}]}}}'
    expect(ways(deployment(watched), 'promote')).toEqual([
      'environment(production) canary(canary) promote/1 promote/2',
    ])
    const blind = '{canary: {increments: [10, 50], deploy: {steps: [{script: a}]}}}'
    expect(ways(deployment(blind), 'promote')).toEqual(['environment(production) promote/1'])
    expect(ways(deployment(watched.replace('10, 50', '100')), 'promote')).toEqual([
      'environment(production) promote/1 promote/2',
    ])
  })
})

test('a plain job knows nothing of environments', () => {
  const yaml = `
    jobs:
      - job: promote
        environment: production
        steps: [{script: python promote.py}]
  `
  expect(ways(yaml, 'promote')).toEqual(['promote/1'])
})

describe('steps', () => {
  test('follow one another', () => {
    expect(ways('steps: [{script: a}, {bash: b}]', 'job')).toEqual(['job/1 job/2'])
  })

  test('go on after one whose failure is tolerated', () => {
    expect(ways('steps: [{script: a, continueOnError: true}, {script: b}]', 'job')).toEqual([
      'job/1 job/2',
      'job/1! job/2',
    ])
  })

  test('run after a failure where their condition does not ask for success', () => {
    const yaml = `
      steps:
        - script: a
        - script: b
          condition: eq(variables['deploy'], 'true')
    `
    expect(ways(yaml, 'job')).toContain('job/1! ? yes job/2 ^')
  })

  test('run after a failure only where their condition asks for one', () => {
    expect(ways('steps: [{script: a}, {script: b, condition: failed()}]', 'job')).toEqual([
      'job/1',
      'job/1! job/2 ^',
    ])
  })

  test('are left out where they are not enabled, and where nothing lets them run', () => {
    expect(ways('steps: [{script: a, enabled: false}, {script: b}]', 'job')).toEqual(['job/2'])
    expect(ways('steps: [{script: a, enabled: true}, {script: b}]', 'job')).toEqual(['job/1 job/2'])
    expect(ways('steps: [{script: a, condition: false}, {script: b}]', 'job')).toEqual(['job/2'])
    expect(ways('steps: [{script: a, condition: ""}, {script: b}]', 'job')).toEqual(['job/1 job/2'])
  })

  test.each(['$(check)', '${{ parameters.check }}', '${{ variables.check }}'])(
    'may be left out where `enabled: %s` is not known',
    enabled => {
      const yaml = `parameters: [{name: check, type: boolean, default: true}]\nsteps: [{script: a, enabled: "${enabled}"}, {script: b}]`
      expect(ways(yaml, 'job')).toEqual(['? no job/2', '? yes job/1 job/2'])
    },
  )

  test.each([
    ['continueOnError: yes', true],
    ['continueOnError: 0', false],
    ['continueOnError: ""', false],
    ['continueOnError: " True "', true],
    ['continueOnError: false', false],
    ['continueOnError: $(tolerant)', true],
  ])('`%s` lets the job go on: %p', (more, tolerated) => {
    const found = ways(`steps: [{script: a, ${more}}, {script: b}]`, 'job')
    expect(found.includes('job/1! job/2')).toBe(tolerated)
  })
})

describe('a script', () => {
  const modes = (yaml: string): string[] =>
    embeddedIn(yaml).map(
      ({ language, shell }) => `${language}${shell.errexit ? ' -e' : ''}${shell.pipefail ? ' pipefail' : ''}`,
    )

  test('goes on after a line that fails', () => {
    expect(modes('steps: [{script: a}, {bash: b}]')).toEqual(['shell', 'shell'])
  })

  test('is one of another shell where the file says so', () => {
    expect(modes('steps: [{pwsh: a}, {powershell: b}]')).toEqual(['powershell', 'powershell'])
    expect(modes('pool: {vmImage: windows-latest}\nsteps: [{script: a}, {bash: b}]')).toEqual([
      'cmd',
      'shell',
    ])
  })

  test.each([
    ['{task: Bash@3, inputs: {targetType: inline, script: a}}', 'shell a'],
    ['{task: Bash@3, inputs: {filePath: ci/a.sh, arguments: --x 1}}', 'shell bash ci/a.sh --x 1'],
    ['{task: CmdLine@2, inputs: {script: a}}', 'shell a'],
    ['{task: PowerShell@2, inputs: {targetType: inline, script: a}}', 'powershell a'],
    ['{task: PowerShell@2, inputs: {filePath: a.ps1}}', 'shell pwsh a.ps1'],
    ['{task: PythonScript@0, inputs: {scriptPath: a.py, arguments: --x}}', 'shell python a.py --x'],
    ['{task: PythonScript@0, inputs: {scriptSource: inline, script: import a}}', 'python import a'],
    [
      '{task: AzureCLI@2, inputs: {scriptType: bash, scriptLocation: inlineScript, inlineScript: az a}}',
      'shell az a',
    ],
    [
      '{task: AzureCLI@2, inputs: {scriptType: pscore, scriptLocation: inlineScript, inlineScript: az a}}',
      'powershell az a',
    ],
    ['{task: azurecli@2, inputs: {ScriptType: bash, ScriptPath: a.sh}}', 'shell bash a.sh'],
    ['{task: AzureCLI@2, inputs: {scriptLocation: inlineScript, inlineScript: az a}}', 'shell az a'],
    [
      '{task: AzureCLI@2, inputs: {scriptType: batch, scriptLocation: inlineScript, inlineScript: az a}}',
      'cmd az a',
    ],
    ['{task: CmdLine@2, inputs: {script: a, workingDirectory: b}}', 'shell a'],
    ['{task: Bash@3, inputs: {script: a}}', 'shell a'],
    ['{task: AzurePowerShell@5, inputs: {ScriptType: InlineScript, Inline: a}}', 'powershell a'],
  ])('is what `%s` runs', (step, expected) => {
    expect(embeddedIn(`steps: [${step}]`).map(({ language, file }) => `${language} ${file.text}`)).toEqual([
      expected,
    ])
  })

  test('of a command line is one of Windows there, and of no task that is only called like it', () => {
    const on = (task: string): string[] =>
      embeddedIn(`pool: {vmImage: windows-2022}\nsteps: [{task: ${task}, inputs: {script: a}}]`).map(
        ({ language, file }) => `${language} ${file.text}`,
      )
    expect([on('CmdLine@2'), on('cmdline'), on('MyCmdLine@2')]).toEqual([['cmd a'], ['cmd a'], []])
  })

  test('is none of other tasks', () => {
    expect(ways('steps: [{task: UsePythonVersion@0, inputs: {versionSpec: 3.11}}]', 'job')).toEqual([
      'uses: UsePythonVersion@0',
    ])
  })

  test('holds the text of variables that are known, and the others by their names', () => {
    const yaml = `
      variables: {stage: Production}
      steps:
        - script: promote $(stage) $(other.name) $(date) $(git rev-parse HEAD)
    `
    expect(scripts(yaml)).toEqual([`promote Production \${OTHER_NAME} $(date) $(git rev-parse HEAD)`])
    expect(boundIn(yaml, 'STAGE')).toEqual({ kind: 'constant', value: 'Production' })
  })

  test('finds the top of the tree from where it starts', () => {
    const step = (folder: string): string => `
      steps:
        - script: python $(Build.SourcesDirectory)/promote.py
          workingDirectory: ${folder}
    `
    expect(scripts(step('$(System.DefaultWorkingDirectory)/a/b'))).toEqual(['python ../../promote.py'])
    expect(scripts(step('$(Pipeline.Workspace)/s'))).toEqual(['python ./promote.py'])
  })

  test('keeps the places of its lines', () => {
    const yaml = `
      parameters: [{name: long, default: x}]
      steps:
        - script: |
            echo \${{ parameters.long }} $(a) && python promote.py
    `
    const [script] = embeddedIn(yaml)
    const at = script?.file.text.indexOf('promote.py') ?? 0
    const piece = script?.file.container?.pieces.findLast(({ from }) => from <= at)
    const text = script?.file.container?.file.text ?? ''
    expect(piece && text.slice(piece.to + at - piece.from).startsWith('promote.py')).toBe(true)
  })
})

function boundIn(yaml: string, name: string): unknown {
  return read(yaml)
    .units.find(unit => unit.kind === 'job')
    ?.bound.get(name)?.[0]
}

describe('variables', () => {
  test('of a job count for more than those around it', () => {
    const yaml = `
      variables: [{name: stage, value: Staging}]
      jobs:
        - job: a
          variables: {stage: Production}
          steps: [{script: x}]
    `
    expect(boundIn(yaml, 'STAGE')).toEqual({ kind: 'constant', value: 'Production' })
  })

  test('may be made of others', () => {
    const yaml = `
      variables: {env: prod, endpoint: churn-$(env)}
      steps: [{script: x}]
    `
    expect(boundIn(yaml, 'ENDPOINT')).toEqual({ kind: 'constant', value: 'churn-prod' })
  })

  test('may be those of the legs of a matrix', () => {
    const yaml = `
      jobs:
        - job: a
          strategy: {matrix: {one: {stage: Staging}, two: {stage: Production}}}
          steps: [{script: x}]
    `
    expect(boundIn(yaml, 'STAGE')).toMatchObject({
      kind: 'mix',
      of: [{ value: 'Staging' }, { value: 'Production' }],
    })
  })
})
