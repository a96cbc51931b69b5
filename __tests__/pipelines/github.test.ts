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
