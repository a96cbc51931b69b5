import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const workflow = '.github/workflows/cd.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(yaml: string): Promise<string[]> {
  return (await findingsIn({ ...scripts, [workflow]: yaml })).map(({ finding }) => finding)
}

describe('an evaluation in a pipeline', () => {
  test('guards the promotion of a later step', async () => {
    const yaml = `
      on: push
      jobs:
        release:
          steps:
            - run: python evaluate.py
            - run: python promote.py
    `
    expect(await foundWith(yaml)).toEqual([])
  })

  test('guards that of a job that needs its own', async () => {
    const yaml = `
      on: push
      jobs:
        evaluate: {steps: [{run: python evaluate.py}]}
        release: {needs: evaluate, steps: [{run: python promote.py}]}
    `
    expect(await foundWith(yaml)).toEqual([])
  })

  const traps: Readonly<Record<string, string>> = {
    'the job does not need it': `
      on: push
      jobs:
        evaluate: {steps: [{run: python evaluate.py}]}
        release: {steps: [{run: python promote.py}]}
    `,
    'the job runs always': `
      on: push
      jobs:
        evaluate: {steps: [{run: python evaluate.py}]}
        release: {needs: evaluate, if: always(), steps: [{run: python promote.py}]}
    `,
    'its failure is tolerated by the job': `
      on: push
      jobs:
        evaluate: {continue-on-error: true, steps: [{run: python evaluate.py}]}
        release: {needs: evaluate, steps: [{run: python promote.py}]}
    `,
    'its failure is tolerated by the step': `
      on: push
      jobs:
        release:
          steps:
            - run: python evaluate.py
              continue-on-error: true
            - run: python promote.py
    `,
    'its failure is tolerated by the shell': `
      on: push
      jobs:
        release:
          steps:
            - run: python evaluate.py || true
            - run: python promote.py
    `,
    'the shell does not stop at failures': `
      on: push
      jobs:
        release:
          steps:
            - shell: bash {0}
              run: |
                python evaluate.py
                python promote.py
    `,
    'it comes after': `
      on: push
      jobs:
        release:
          steps:
            - run: python promote.py
            - run: python evaluate.py
    `,
    'it stands on the left of a pipe': `
      on: push
      jobs:
        release:
          steps:
            - run: |
                python evaluate.py | tee log
                python promote.py
    `,
    'another pipeline promotes without it': `
      on: push
      jobs:
        release: {steps: [{run: python evaluate.py}, {run: python promote.py}]}
        hotfix: {steps: [{run: python promote.py}]}
    `,
  }
  test.each(Object.entries(traps))('guards nothing where %s', async (_, yaml) => {
    expect(await foundWith(yaml)).toEqual([reported])
  })
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    on:
      push:
        branches: [main]
    jobs:
      release:
        steps:
          - run: |
              pip install mlflow
              python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [workflow]: yaml })
  expect(found?.path).toEqual([
    `${workflow}:2 \`${workflow}\` starts on a push to \`main\``,
    `${workflow}:5 it runs the job \`release\``,
    `${workflow}:9 \`release\` runs \`promote.py\``,
  ])
})

describe('what a pipeline hands to a script', () => {
  const script = (stage: string, prelude = ''): string => `
      import argparse
      import os
      import sys

      import mlflow

      ${prelude}
      mlflow.MlflowClient().set_registered_model_alias("churn", ${stage}, "3")
  `
  const parser =
    'parser = argparse.ArgumentParser(); parser.add_argument("--stage"); args = parser.parse_args()'

  async function found(run: string, python: string): Promise<string[]> {
    const yaml = `
      on:
        workflow_dispatch:
          inputs:
            stage: {default: champion}
        push:
      env: {STAGE: champion, OTHER: challenger}
      jobs:
        release:
          env: {LIVE: champion}
          steps:
            - run: ${run}
              env: {ALIAS: champion}
    `
    const findings = await findingsIn({ 'promote.py': python, [workflow]: yaml })
    return findings.map(({ finding }) => finding.replace(/:\d+/, ''))
  }

  const handed: Readonly<Record<string, readonly [run: string, python: string]>> = {
    'an option': ['python promote.py --stage champion', script('args.stage', parser)],
    'an option with `=`': ['python promote.py --stage=champion', script('args.stage', parser)],
    'a position': ['python promote.py champion', script('sys.argv[1]')],
    'a variable of the step': ['python promote.py', script('os.environ["ALIAS"]')],
    'a variable of the job': ['python promote.py', script('os.getenv("LIVE")')],
    'a variable of the workflow': ['python promote.py', script('os.environ.get("STAGE")')],
    'a variable of the command': ['STAGE=champion python promote.py', script('os.environ["STAGE"]')],
    'a variable that the shell exports': [
      '|\n                export TARGET=champion\n                python promote.py',
      script('os.environ["TARGET"]'),
    ],
    'a variable as an option': ['python promote.py --stage "$STAGE"', script('args.stage', parser)],
    'an input as an option': ['python promote.py --stage ${{ inputs.stage }}', script('args.stage', parser)],
  }
  test.each(Object.entries(handed))('is a production word by %s', async (_, [run, python]) => {
    expect(await found(run, python)).toEqual(['error promote.py unguarded-promotion'])
  })

  const harmless: Readonly<Record<string, readonly [run: string, python: string]>> = {
    'an option': ['python promote.py --stage challenger', script('args.stage', parser)],
    'a variable': ['python promote.py', script('os.environ["OTHER"]')],
    'a variable as an option': ['python promote.py --stage "$OTHER"', script('args.stage', parser)],
  }
  test.each(Object.entries(harmless))('is another word by %s', async (_, [run, python]) => {
    expect(await found(run, python)).toEqual([])
  })
})

describe('a gate that stops nothing is named', () => {
  async function reasons(yaml: string): Promise<readonly string[]> {
    const [found] = await findingsIn({ ...scripts, [workflow]: yaml })
    return found?.guards ?? []
  }

  test('where a job runs always', async () => {
    const yaml = `
      on: push
      jobs:
        evaluate: {steps: [{run: python evaluate.py}]}
        release: {needs: evaluate, if: always(), steps: [{run: python promote.py}]}
    `
    expect(await reasons(yaml)).toEqual([
      'evaluation void: `evaluate` is needed, and this job goes on whatever came of it (`if: always()`)',
    ])
  })

  test('where a step may fail', async () => {
    const yaml = `
      on: push
      jobs:
        release:
          steps:
            - run: python evaluate.py
              continue-on-error: true
            - run: python promote.py
    `
    expect(await reasons(yaml)).toEqual(['evaluation void: it may fail, and what follows runs all the same'])
  })

  test('where a command may fail', async () => {
    const yaml = `
      on: push
      jobs: {release: {steps: [{run: python evaluate.py || true; python promote.py}]}}
    `
    expect(await reasons(yaml)).toEqual([
      'evaluation void: `metrics["auc"]` is compared with a bound, and where it fails, what follows runs all the same',
    ])
  })
})

describe('the environment of a workflow that is called', () => {
  const called = (job: string): Record<string, string> => ({
    '.github/workflows/promote.yml': `on: workflow_call\njobs: {promote: {${job} steps: [{run: python promote.py}]}}`,
  })
  const calling = (more: string): string =>
    `on: push\njobs: {release: {${more} uses: ./.github/workflows/promote.yml}}`
  const found = async (job: string, more: string): Promise<string[]> =>
    (await findingsIn({ ...scripts, ...called(job), [workflow]: calling(more) })).map(one => one.finding)

  test('is declared where it stands inside', async () => {
    expect(await found('environment: production,', '')).toEqual(['note promote.py:5 unguarded-promotion'])
  })

  test('is none where the job that calls it names it', async () => {
    expect(await found('', 'environment: production,')).toEqual([reported])
  })
})

describe('an evaluation in an action of the repository', () => {
  const checked = async (uses: string, at: string): Promise<string[]> => {
    const action = 'runs: {using: composite, steps: [{run: python evaluate.py, shell: bash}]}'
    const yaml = `on: push\njobs: {release: {steps: [{uses: ${uses}}, {run: python promote.py}]}}`
    return (await findingsIn({ ...scripts, [at]: action, [workflow]: yaml })).map(({ finding }) => finding)
  }

  test.each([
    ['./', 'action.yml'],
    ['./', 'action.yaml'],
    ['./ci/check', 'ci/check/action.yml'],
    ['./ci/check/', 'ci/check/action.yml'],
  ])('guards where `%s` is used: %s', async (uses, at) => {
    expect(await checked(uses, at)).toEqual([])
  })

  test.each([
    ['./', 'ci/action.yml'],
    ['./ci', 'action.yml'],
    ['acme/check@v1', 'action.yml'],
  ])('guards nothing where `%s` is another one: %s', async (uses, at) => {
    expect(await checked(uses, at)).toEqual([reported])
  })
})

describe('a workflow in a subfolder', () => {
  const subfolder = 'templates/.github/workflows/cd.yml'
  const inline = `
    on: push
    jobs:
      release:
        steps:
          - run: python -c 'import mlflow; mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "3")'
  `

  test('never runs, so that what it does is a level lower, and says so', async () => {
    const [found] = await findingsIn({ [subfolder]: inline })
    expect(found?.finding).toBe(`warning ${subfolder}:5 unguarded-promotion`)
    expect(found?.message).toContain('a workflow in a subfolder never runs by itself')
  })

  test('guards nothing outside of it', async () => {
    const yaml = 'on: push\njobs: {release: {steps: [{run: python evaluate.py}, {run: python promote.py}]}}'
    const found = await findingsIn({ ...scripts, [subfolder]: yaml })
    expect(found.map(({ finding }) => finding)).toEqual([reported])
  })
})
