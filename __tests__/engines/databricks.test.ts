import { evaluateScript, findingsIn, promoteScript } from '../pipelines/scanned'

const scripts = {
  'src/evaluate.py': evaluateScript,
  'src/promote.py': promoteScript,
  'src/measure.py': 'import json\nprint(json.load(open("metrics.json"))["auc"])',
}
const reported = 'error src/promote.py:5 unguarded-promotion'

const evaluate = '{task_key: evaluate, notebook_task: {notebook_path: ../src/evaluate.py}}'
const measure = '{task_key: measure, spark_python_task: {python_file: ../src/measure.py}}'
const good =
  '{task_key: good, depends_on: [{task_key: measure}], condition_task: {op: GREATER_THAN, left: "{{tasks.measure.values.auc}}", right: "0.85"}}'
const promote = (more: string): string =>
  `{task_key: promote, spark_python_task: {python_file: ../src/promote.py}, ${more}}`

const bundle = (tasks: readonly string[], more = ''): string => `
resources:
  jobs:
    churn:
      name: Churn
      ${more}
      tasks:
${tasks.map(task => `        - ${task}`).join('\n')}
`

async function foundIn(tasks: readonly string[]): Promise<string[]> {
  return (await findingsIn({ ...scripts, 'resources/churn.yml': bundle(tasks) })).map(({ finding, path }) =>
    path[0]?.startsWith('resources/') ? finding : `${finding} from nowhere`,
  )
}

const guarded: Readonly<Record<string, readonly string[]>> = {
  'a task before it raises': [evaluate, promote('depends_on: [{task_key: evaluate}]')],
  'the rule is written out': [evaluate, promote('depends_on: [{task_key: evaluate}], run_if: ALL_SUCCESS')],
  'it is the only one of which one must succeed': [
    evaluate,
    promote('depends_on: [{task_key: evaluate}], run_if: AT_LEAST_ONE_SUCCESS'),
  ],
  'another task stands between': [
    evaluate,
    '{task_key: measure, spark_python_task: {python_file: ../src/measure.py}, depends_on: [{task_key: evaluate}]}',
    promote('depends_on: [{task_key: measure}]'),
  ],
  'a condition compares a metric': [
    measure,
    good,
    promote('depends_on: [{task_key: good, outcome: "true"}]'),
  ],
  'a condition is not met by the bad model': [
    measure,
    good.replace('GREATER_THAN', 'LESS_THAN'),
    promote('depends_on: [{task_key: good, outcome: false}]'),
  ],
  'a condition stands before the one before it': [
    measure,
    good,
    '{task_key: next, depends_on: [{task_key: good, outcome: "true"}], notebook_task: {notebook_path: ../src/measure}}',
    promote('depends_on: [{task_key: next}]'),
  ],
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, tasks) => {
  expect(await foundIn(tasks)).toEqual([])
})

const open: Readonly<Record<string, readonly string[]>> = {
  'nothing orders them': [evaluate, promote('')],
  'any end will do': [evaluate, promote('depends_on: [{task_key: evaluate}], run_if: ALL_DONE')],
  'none may fail, and some may be skipped': [
    evaluate,
    promote('depends_on: [{task_key: evaluate}], run_if: NONE_FAILED'),
  ],
  'one of two is enough': [
    evaluate,
    measure,
    promote('depends_on: [{task_key: evaluate}, {task_key: measure}], run_if: AT_LEAST_ONE_SUCCESS'),
  ],
  'the rule is new': [evaluate, promote('depends_on: [{task_key: evaluate}], run_if: SOME_DAY')],
  'the task before it only measures': [measure, promote('depends_on: [{task_key: measure}]')],
  'the condition was not met': [measure, good, promote('depends_on: [{task_key: good, outcome: "false"}]')],
  'the condition is passed by': [measure, good, promote('depends_on: [{task_key: measure}]')],
  'the condition holds for any model': [
    measure,
    good.replace('0.85', '0'),
    promote('depends_on: [{task_key: good, outcome: "true"}]'),
  ],
  'the condition asks for something else': [
    measure,
    good.replace('values.auc', 'values.rows').replace('GREATER_THAN', 'EQUAL_TO'),
    promote('depends_on: [{task_key: good, outcome: "true"}]'),
  ],
  'the check may have run for nothing': [
    `{task_key: evaluate, for_each_task: {inputs: "[]", task: ${evaluate}}}`,
    promote('depends_on: [{task_key: evaluate}]'),
  ],
  'tasks wait for each other': [
    evaluate.replace('}}', '}, depends_on: [{task_key: promote}]}'),
    promote('depends_on: [{task_key: promote}]'),
  ],
}
test.each(Object.entries(open))('it is reported where %s', async (_, tasks) => {
  expect(await foundIn(tasks)).toEqual([reported])
})

test('the way leads from the schedule to the task and on to the script', async () => {
  const yaml = bundle(
    [evaluate, promote('depends_on: [{task_key: evaluate}], run_if: ALL_DONE')],
    'schedule: {quartz_cron_expression: "0 0 9 * * ?"}',
  )
  const [found] = await findingsIn({ ...scripts, 'resources/churn.yml': yaml })
  expect(found?.path).toEqual([
    'resources/churn.yml:5 `Churn` starts by itself (`schedule`)',
    'resources/churn.yml:8 it runs the job `promote`',
    'resources/churn.yml:8 `promote` runs `src/promote.py`',
  ])
  expect(found?.guards).toEqual([
    'evaluation void: `evaluate` is needed, and this job goes on whatever came of it (`run_if: ALL_DONE`)',
  ])
})

test('a target with `mode: production` is what a script is given', async () => {
  const bundled = (targets: string): string => `
    bundle: {name: churn}
    targets: ${targets}
    resources:
      jobs:
        churn:
          tasks:
            - task_key: move
              spark_python_task:
                python_file: \${workspace.file_path}/src/move.py
                parameters: ["--stage", "\${bundle.target}"]
  `
  const move = `
    import argparse
    import mlflow

    parser = argparse.ArgumentParser()
    parser.add_argument("--stage")
    args = parser.parse_args()
    mlflow.MlflowClient().transition_model_version_stage("churn", "4", args.stage)
  `
  const found = async (targets: string): Promise<string[]> =>
    (await findingsIn({ 'src/move.py': move, 'databricks.yml': bundled(targets) })).map(
      ({ finding, message }) => `${finding.split(' ')[0]}: ${/`stage`.*/.exec(message)?.[0]}`,
    )
  const dev = 'dev: {mode: development}'
  expect(await found(`{${dev}, live: {mode: production}}`)).toEqual(['error: `stage` is `live`.'])
  expect(await found(`{${dev}}`)).toEqual([])
})

test('a bundle that says nothing sensible is no reason to stop', async () => {
  const odd = [
    'resources: {jobs: [task_key]}',
    'resources: {jobs: {a: {tasks: [1, {task_key: [x]}]}}}',
    'targets: {a: task_key}',
  ]
  for (const yaml of odd) expect(await findingsIn({ 'databricks.yml': yaml })).toEqual([])
})
