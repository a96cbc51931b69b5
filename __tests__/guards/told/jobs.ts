import { toldOf } from '../reasons'

const promote = `
from mlflow import MlflowClient
MlflowClient().set_registered_model_alias("churn", "champion", "3")
`
const gate = 'import json, sys\nif json.load(open("m.json"))["auc"] < 0.8:\n    sys.exit(1)\n'

/** A workflow with these jobs, written in one line each, and the files that it runs. */
function foundIn(jobs: readonly string[], files: Readonly<Record<string, string>> = {}, on = 'push') {
  const yaml = `on: ${on}\njobs:\n${jobs.map(job => `  ${job}\n`).join('')}`
  return toldOf({ '.github/workflows/cd.yml': yaml, 'promote.py': promote, 'check.py': gate, ...files })
}

const named = (name: string): string =>
  `medium evaluation: \`${name}\` is an evaluation by its name only: what it compares, and whether it fails, is not in this repository`
const here = { 'tools/evaluate.py': 'print("good")\n' }
const long = `evaluate-${'x'.repeat(80)}`

type Command = readonly [command: string, found: readonly string[], files?: Readonly<Record<string, string>>]
const commands: readonly Command[] = [
  ['evaluate churn', ['note', named('evaluate churn')]],
  ['evaluate', ['note', named('evaluate')]],
  ['acme/bin/evaluate churn', ['note', named('evaluate churn')]],
  ['python -m acme.evaluate', ['note', named('acme.evaluate')]],
  ['python tools/evaluate.py', ['note', named('tools/evaluate.py')]],
  ['python tools/evaluate.py', ['error'], here],
  ['python ./tools/evaluate.py', ['error'], here],
  ['python ../tools/evaluate.py', ['error'], here],
  ['cd app && python ../../tools/evaluate.py', ['error'], here],
  ['python evaluate.py', ['error'], here],
  ['python -m tools.evaluate', ['error'], here],
  ['python -m tools.evaluate', ['error'], { 'app/tools/evaluate.py': '' }],
  ['python -m tools.evaluate', ['note', named('tools.evaluate')], { 'app/tools/evaluator.py': '' }],
  ['python tools/evaluate.py', ['note', named('tools/evaluate.py')], { 'old_tools/evaluate.py': '' }],
  ['python tools/evaluate.py', ['note', named('tools/evaluate.py')], { 'tools/evaluate.pyi': '' }],
  [long, ['note', named(long.slice(0, 60))]],
  ["evaluate 'a`b'", ['note', named("evaluate a'b")]],
  ['echo evaluate', ['error']],
  ['/bin/echo evaluate', ['error']],
  ['grep evaluate log.txt', ['error']],
  ['evaluate data', ['error']],
  ['python train.py', ['error']],
  ['acme evaluate', ['note', named('acme evaluate')]],
  ['acme run evaluate', ['error']],
  ['make evaluate', ['note', named('evaluate')]],
  ['make evaluate', ['error'], { Makefile: 'evaluate:\n\techo good\n' }],
  ['evaluate churn || true', ['error']],
  ['evaluate churn &', ['error']],
]
test.each(commands.map(row => [row[0], row] as const))(
  'a command of which only its name is known: %s',
  async (_, row) => {
    const [command, found, files] = row
    const jobs = [`release: {steps: [{run: ${JSON.stringify(command)}}, {run: python promote.py}]}`]
    const [level, ...why] = await foundIn(jobs, files)
    expect([level, ...why.filter(one => !one.startsWith('void'))]).toEqual(found)
  },
)

test.each([
  ['acme/evaluate-model@v1', ['note', named('acme/evaluate-model@v1')]],
  ['acme/evaluate@v1', ['error']],
  ['acme/train-model@v1', ['error']],
])('an action of which only its name is known: %s', async (action, found) => {
  expect(await foundIn([`release: {steps: [{uses: ${action}}, {run: python promote.py}]}`])).toEqual(found)
})

const evaluate = 'evaluate: {steps: [{run: python check.py}]}'
const release = (more: string): string => `release: {${more}, steps: [{run: python promote.py}]}`
const somehow = (job: string, how: string): string[] => [
  'error',
  `void evaluation: \`${job}\` is needed, and this job goes on whatever came of it (${how})`,
]
const tolerated = ['error', 'void evaluation: it may fail, and what follows runs all the same']

type Jobs = readonly [jobs: readonly string[], found: readonly string[]]
const around: readonly Jobs[] = [
  [[evaluate, release('needs: evaluate')], []],
  [[evaluate, release('needs: [evaluate]')], []],
  [[evaluate, release('if: true')], ['error']],
  [[evaluate, release('needs: evaluate, if: always()')], somehow('evaluate', '`if: always()`')],
  [[evaluate, release('needs: evaluate, if: "!cancelled()"')], somehow('evaluate', '`if: "!cancelled()"`')],
  [[evaluate, release('needs: evaluate, if: success()')], []],
  [['train: {steps: [{run: python train.py}]}', release('needs: train, if: always()')], ['error']],
  [[evaluate, 'middle: {needs: evaluate, steps: [{run: ls}]}', release('needs: middle')], []],
  [
    ['evaluate: {continue-on-error: true, steps: [{run: python check.py}]}', release('needs: evaluate')],
    somehow('evaluate', '`continue-on-error: true`'),
  ],
  [
    ['evaluate: {steps: [{run: python check.py, continue-on-error: true}]}', release('needs: evaluate')],
    ['error'],
  ],
  [
    ['release: {steps: [{run: python check.py, continue-on-error: true}, {run: python promote.py}]}'],
    tolerated,
  ],
  [
    ['release: {steps: [{run: python train.py, continue-on-error: true}, {run: python promote.py}]}'],
    ['error'],
  ],
  [['release: {steps: [{run: python check.py}, {run: python promote.py}]}'], []],
  [
    ['evaluate: {steps: [{run: evaluate churn}]}', release('needs: evaluate')],
    ['note', named('evaluate churn')],
  ],
  [['release: {steps: [{run: python promote.py}, {run: python check.py}]}'], ['error']],
  [['release: {steps: [{run: python check.py}, {run: python promote.py, if: always()}]}'], tolerated],
]
test.each(around)('jobs and steps around it: %j', async (jobs, found) => {
  expect(await foundIn(jobs)).toEqual(found)
})

test('a file that one job has verified is not the file of another', async () => {
  const verify = 'cosign verify-blob --key k.pub --signature s.sig model.joblib'
  const load = { 'load.py': 'import joblib\njoblib.load("model.joblib")\n' }
  const steps = [`{run: ${verify}}`, '{run: python load.py}']
  expect(await foundIn([`release: {steps: [${steps.join(', ')}]}`], { ...load, 'promote.py': '' })).toEqual(
    [],
  )
  const apart = [`verify: {steps: [${steps[0]}]}`, `load: {needs: verify, steps: [${steps[1]}]}`]
  expect((await foundIn(apart, { ...load, 'promote.py': '' }))[0]).toBe('warning')
})

const typed = (input: string, more = ''): string =>
  `{${more}workflow_dispatch: {inputs: {${input}: {description: x}}}}`
test.each([
  [typed('confirm'), "inputs.confirm == 'PROMOTE'", []],
  [typed('confirm'), "'PROMOTE' == inputs.confirm", []],
  [typed('approval'), "inputs.approval == 'churn'", []],
  [typed('confirm', 'push: {}, '), "inputs.confirm == 'PROMOTE'", ['note']],
  [typed('confirm', 'workflow_call: {}, '), "inputs.confirm == 'PROMOTE'", ['note']],
  [typed('version'), "inputs.version == 'PROMOTE'", ['warning']],
  [typed('confirm'), "inputs.confirm != 'PROMOTE'", ['warning']],
  [typed('confirm'), "inputs.confirm == 'true'", ['warning']],
  [typed('confirm'), "inputs.confirm == 'False'", ['warning']],
  [typed('confirm'), "inputs.confirm == ''", ['warning']],
  [typed('confirm'), "inputs.confirm == 'true story'", []],
  [typed('confirm'), 'inputs.confirm == 1', ['warning']],
  [typed('confirm'), 'inputs.confirm == github.actor', ['warning']],
  [typed('confirm'), 'inputs.confirm == inputs.other', ['warning']],
  [typed('confirm'), "github.actor == 'PROMOTE'", ['warning']],
])('whoever starts %s types what %s asks for', async (on, condition, found) => {
  const jobs = [`release: {if: "${condition}", steps: [{run: python promote.py}]}`]
  const [level] = await foundIn(jobs, {}, on)
  expect([level].filter(Boolean)).toEqual(found)
})

test('what has to be typed is told', async () => {
  const jobs = ['release: {if: "inputs.confirm == \'a`b\'", steps: [{run: python promote.py}]}']
  expect(await foundIn(jobs, {}, typed('confirm', 'push: {}, '))).toEqual([
    'note',
    "medium approval: whoever starts it has to type `a'b`",
  ])
})
