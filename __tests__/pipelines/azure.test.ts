import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const pipeline = 'azure-pipelines.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(yaml: string, more: Repository = {}): Promise<string[]> {
  return (await findingsIn({ ...scripts, ...more, [pipeline]: yaml })).map(({ finding }) => finding)
}

const evaluate = 'steps: [{script: python evaluate.py}]'
const promote = 'steps: [{script: python promote.py}]'

describe('an evaluation in a pipeline', () => {
  test.each([
    ['of an earlier step', 'steps: [{script: python evaluate.py}, {script: python promote.py}]'],
    ['of a job that is waited for', `jobs: [{job: a, ${evaluate}}, {job: b, dependsOn: a, ${promote}}]`],
    [
      'of the stage before',
      `stages: [{stage: A, jobs: [{job: a, ${evaluate}}]}, {stage: B, jobs: [{job: b, ${promote}}]}]`,
    ],
  ])('%s guards the promotion', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([])
  })

  const stages = (second: string, first = ''): string => `
    stages:
      - stage: A
        jobs: [{job: a, ${first} ${evaluate}}]
      - stage: B
        ${second}
        jobs: [{job: b, ${promote}}]
  `
  const traps: Readonly<Record<string, string>> = {
    'nothing waits for its job': `jobs: [{job: a, ${evaluate}}, {job: b, ${promote}}]`,
    'the stage waits for none': stages('dependsOn: []'),
    'the stage always runs': stages('condition: always()'),
    'the stage runs after failures': stages('condition: succeededOrFailed()'),
    'the condition of the stage asks for no success': stages(
      `condition: eq(variables['Build.SourceBranch'], 'refs/heads/main')`,
    ),
    'the failure of its job is tolerated': stages('', 'continueOnError: true,'),
    'the failure of its step is tolerated':
      'steps: [{script: python evaluate.py, continueOnError: true}, {script: python promote.py}]',
    'the condition of the next step asks for no success': `
      steps:
        - script: python evaluate.py
        - script: python promote.py
          condition: eq(variables['Build.SourceBranch'], 'refs/heads/main')
    `,
    'the script goes on after its failure': `
      steps:
        - bash: |
            python evaluate.py
            python promote.py
    `,
    'it comes after': 'steps: [{script: python promote.py}, {script: python evaluate.py}]',
  }
  test.each(Object.entries(traps))('guards nothing where %s', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test('guards the next line of a script that stops at failures', async () => {
    const yaml = `
      steps:
        - bash: |
            set -e
            python evaluate.py
            python promote.py
    `
    expect(await foundWith(yaml)).toEqual([])
  })
})

describe('a validation by a person', () => {
  const validated = (job: string, inputs = "{notifyUsers: ''}", gate = ''): string => `
    jobs:
      - job: approve
        pool: server
        ${gate}
        steps: [{task: ManualValidation@1, inputs: ${inputs}}]
      - job: promote
        ${job}
        ${promote}
  `

  test('guards the job that waits for it', async () => {
    expect(await foundWith(validated('dependsOn: approve'))).toEqual([])
  })

  const traps: Readonly<Record<string, string>> = {
    'nothing waits for it': validated(''),
    'it resumes by itself': validated('dependsOn: approve', "{notifyUsers: '', onTimeout: resume}"),
    'the job always runs': validated('dependsOn: approve\n        condition: always()'),
    'its failure is tolerated': validated('dependsOn: approve', undefined, 'continueOnError: true'),
    'the job takes it skipped': validated(
      `dependsOn: approve\n        condition: in(dependencies.approve.result, 'Succeeded', 'Skipped')`,
      undefined,
      `condition: eq(variables.ask, 'yes')`,
    ),
  }
  test.each(Object.entries(traps))('guards nothing where %s', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([reported])
  })
})

describe('an environment', () => {
  const deployment = (more: string): string => `
    jobs:
      - deployment: promote
        ${more}
        strategy: {runOnce: {deploy: {${promote}}}}
  `

  test('on a deployment makes a note of the finding', async () => {
    expect(await foundWith(deployment('environment: production'))).toEqual([
      'note promote.py:5 unguarded-promotion',
    ])
  })

  test('of another kind does not', async () => {
    expect(await foundWith(deployment('environment: staging'))).toEqual([reported])
  })

  test('on a plain job is not even read', async () => {
    const yaml = `jobs: [{job: promote, environment: production, ${promote}}]`
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test('with a canary that is watched is enough', async () => {
    const yaml = `
      jobs:
        - deployment: promote
          environment: production
          strategy:
            canary:
              increments: [10, 50]
              deploy: {${promote}}
              postRouteTraffic: {steps: [{script: curl --fail https://churn/health}]}
    `
    expect(await foundWith(yaml)).toEqual([])
    expect(await foundWith(yaml.replace('[10, 50]', '[100]'))).toEqual([
      'note promote.py:5 unguarded-promotion',
    ])
  })
})

test('a pipeline that only starts by hand makes the finding one level milder', async () => {
  const yaml = `
    trigger: none
    pr: none
    ${promote}
  `
  expect(await foundWith(yaml)).toEqual(['warning promote.py:5 unguarded-promotion'])
  expect(await foundWith(yaml.replace('pr: none', ''))).toEqual([reported])
})

describe('a template', () => {
  const steps = { 'ci/promote.yml': 'steps: [{script: python promote.py}]' }

  test('is judged in the pipelines that take it in', async () => {
    const guarded = 'steps: [{script: python evaluate.py}, {template: ci/promote.yml}]'
    expect(await foundWith(guarded, steps)).toEqual([])
    expect(await foundWith('steps: [{template: ci/promote.yml}]', steps)).toEqual([reported])
  })

  test('guards nothing where one of them goes without', async () => {
    const more = {
      ...steps,
      '.azure-pipelines/hotfix.yml': 'trigger: [main]\nsteps: [{template: /ci/promote.yml}]',
    }
    const guarded = 'steps: [{script: python evaluate.py}, {template: ci/promote.yml}]'
    expect(await foundWith(guarded, more)).toEqual([reported])
  })

  test('guards with what it holds, where it is surely taken in', async () => {
    const more = {
      'ci/check.yml': `parameters: {check: true}\nsteps:\n- \${{ if eq(parameters.check, true) }}:\n  - script: python evaluate.py\n`,
    }
    const checked = (given: string): string => `
      parameters: [{name: check, type: boolean, default: true}]
      steps:
        - {template: ci/check.yml, parameters: {${given}}}
        - script: python promote.py
    `
    expect(await foundWith(checked(''), more)).toEqual([])
    expect(await foundWith(checked('check: false'), more)).toEqual([reported])
    expect(await foundWith(checked(`check: '\${{ parameters.check }}'`), more)).toEqual([reported])
  })
})

test('a promotion in a script of the pipeline is reported at its line', async () => {
  const yaml = `
    trigger: [main]
    variables: {alias: champion}
    steps:
      - task: AzureCLI@2
        inputs:
          scriptType: bash
          scriptLocation: inlineScript
          inlineScript: |
            echo promoting
            python - $(alias) <<'END'
            import sys
            import mlflow
            mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "3")
            END
      - task: PythonScript@0
        inputs:
          scriptSource: inline
          script: |
            import mlflow
            mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "3")
  `
  const found = await findingsIn({ [pipeline]: yaml })
  expect(found.map(({ finding }) => finding)).toEqual([
    `error ${pipeline}:13 unguarded-promotion`,
    `error ${pipeline}:20 unguarded-promotion`,
  ])
})

describe('what a pipeline gives to a script', () => {
  const script = `
    import os
    import sys

    import mlflow

    alias = sys.argv[1] if len(sys.argv) > 1 else os.environ["ALIAS"]
    mlflow.MlflowClient().set_registered_model_alias("churn", alias, "3")
  `
  test.each([
    ['an argument', 'steps: [{script: python move.py $(target)}]'],
    [
      'an argument of a file',
      'steps: [{task: PythonScript@0, inputs: {scriptPath: move.py, arguments: $(target)}}]',
    ],
  ])('is known to it: %s', async (_, steps) => {
    const found = async (alias: string): Promise<number> =>
      (await findingsIn({ 'move.py': script, [pipeline]: `variables: {target: ${alias}}\n${steps}` })).filter(
        ({ finding }) => finding.startsWith('error'),
      ).length
    expect(await found('champion')).toBe(1)
    expect(await found('challenger')).toBe(0)
  })
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    trigger: [main]
    stages:
      - stage: Deploy
        condition: and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))
        jobs:
          - job: release
            steps: [{template: ci/promote.yml}]
  `
  const template = `
    steps:
      - script: |
          pip install mlflow
          python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [pipeline]: yaml, 'ci/promote.yml': template })
  expect(found?.path).toEqual([
    `${pipeline}:1 \`${pipeline}\` starts on a push to \`main\``,
    `${pipeline}:6 it runs the job \`release\``,
    'ci/promote.yml:4 `release` runs `promote.py`',
  ])
})
