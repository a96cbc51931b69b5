import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = '.circleci/config.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(yaml: string): Promise<string[]> {
  return (await findingsIn({ ...scripts, [config]: yaml })).map(({ finding, path }) =>
    path[0]?.startsWith(config) ? finding : `${finding} from nowhere`,
  )
}

const build = (steps: string): string => `jobs: {build: {steps: ${steps}}}`
const workflow = (jobs: string, evaluate = '{run: python evaluate.py}'): string => `
  jobs:
    evaluate: {steps: [checkout, ${evaluate}]}
    promote: {steps: [checkout, {run: python promote.py}]}
  workflows:
    cd: {jobs: ${jobs}}
`

test.each([
  ['a step before', build('[{run: python evaluate.py}, {run: python promote.py}]')],
  ['the same script', build('[{run: "python evaluate.py | tee log\\npython promote.py"}]')],
  ['a required job', workflow('[evaluate, {promote: {requires: [evaluate]}}]')],
  ['a required approval', workflow('[{hold: {type: approval}}, {promote: {requires: [hold]}}]')],
  [
    'a job required by an approval',
    workflow('[evaluate, {hold: {type: approval, requires: [evaluate]}}, {promote: {requires: [hold]}}]'),
  ],
])('the promotion is guarded by %s', async (_, yaml) => {
  expect(await foundWith(yaml)).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'nothing requires the job': workflow('[evaluate, promote]'),
  'nothing requires the approval': workflow('[{hold: {type: approval}}, promote]'),
  'the job is required to have failed': workflow('[evaluate, {promote: {requires: [{evaluate: failed}]}}]'),
  'any end of the job will do': workflow('[evaluate, {promote: {requires: [{evaluate: terminal}]}}]'),
  'the approval may also be missing': workflow(
    '[{hold: {type: approval}}, {promote: {requires: [{hold: [success, canceled]}]}}]',
  ),
  'the step always runs': build(
    '[{run: python evaluate.py}, {run: {command: python promote.py, when: always}}]',
  ),
  'it runs in the background': build(
    '[{run: {command: python evaluate.py, background: true}}, {run: python promote.py}]',
  ),
  'its shell goes on after failures': build(
    '[{run: {shell: /bin/bash, command: "python evaluate.py\\npython promote.py"}}]',
  ),
  'its failure is tolerated by the shell': build(
    '[{run: python evaluate.py || true}, {run: python promote.py}]',
  ),
  'only a branch is asked for': workflow('[{promote: {filters: {branches: {only: main}}}}]'),
  'it comes after': build('[{run: python promote.py}, {run: python evaluate.py}]'),
  'a condition may skip it': build(
    '[{when: {condition: {equal: [a, << pipeline.git.branch >>]}, steps: [{run: python evaluate.py}]}}, {run: python promote.py}]',
  ),
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, yaml) => {
  expect(await foundWith(yaml)).toEqual([reported])
})

test('another workflow that promotes without a gate is found', async () => {
  const yaml = `
    jobs:
      evaluate: {steps: [{run: python evaluate.py}]}
      promote: {steps: [{run: python promote.py}]}
    workflows:
      cd: {jobs: [evaluate, {promote: {requires: [evaluate]}}]}
      nightly:
        triggers: [{schedule: {cron: "0 0 * * *"}}]
        jobs: [promote]
  `
  const [found, ...others] = await findingsIn({ ...scripts, [config]: yaml })
  expect(others).toEqual([])
  expect(found?.path).toEqual([
    `${config}:7 \`${config} (nightly)\` starts on a schedule`,
    `${config}:8 it runs the job \`promote\``,
    `${config}:3 \`promote\` runs \`promote.py\``,
  ])
})

test('what a command is given reaches the call', async () => {
  const yaml = (alias: string): string => `
    commands:
      promote:
        parameters: {alias: {default: challenger}}
        steps: [{run: python promote.py << parameters.alias >>}]
    jobs: {build: {steps: [{promote: {alias: ${alias}}}]}}
  `
  const script = `
    import sys
    import mlflow
    mlflow.MlflowClient().set_registered_model_alias("churn", sys.argv[1], "3")
  `
  const found = async (alias: string): Promise<number> =>
    (await findingsIn({ 'promote.py': script, [config]: yaml(alias) })).length
  expect([await found('champion'), await found('challenger')]).toEqual([1, 0])
})
