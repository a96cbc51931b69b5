import { findingsIn } from '../../pipelines/scanned'
import { check, keep, parts, promote, promotionIn, within } from './parts'

const release = (settings: string, call: string): string =>
  `${parts}\n@task${settings}\ndef release():\n    promote()\n\nwith DAG("churn"):\n    ${call}\n`
const helper = (parameter: string, ...calls: readonly string[]): string =>
  `${parts}\ndef step(${parameter}, function):\n    return PythonOperator(task_id=${parameter}, python_callable=function)\n\nwith DAG("churn"):\n${calls.map(text => `    ${text}`).join('\n')}\n`

const names: Readonly<Record<string, readonly [python: string, name: string]>> = {
  'by its argument': [within([promote]), 'promote'],
  'by the function': [release('', 'release()'), 'release'],
  'by its decorator': [release('(task_id="last")', 'release()'), 'last'],
  'by the call': [release('(task_id="first")', 'release.override(task_id="last")()'), 'last'],
  'by the call in a pipeline that is a function': [
    `${parts}\n@task\ndef release():\n    promote()\n\n@dag\ndef churn():\n    release.override(task_id="last")()\n\nchurn()\n`,
    'last',
  ],
  'by what comes before the items': [
    within(['PythonOperator.partial(task_id="last", python_callable=promote).expand(op_args=[["4"]])']),
    'last',
  ],
  'by a function in a function': [
    `${parts}\n@dag()\ndef churn():\n    @task\n    def release():\n        promote()\n\n    release()\n\nchurn()\n`,
    'release',
  ],
  'by what the only caller gives': [helper('name', 'step("last", promote)'), 'last'],
  'by what its own caller gives': [
    helper('task_id', 'step(task_id="first", function=check)', 'step(task_id="last", function=promote)'),
    'last',
  ],
  'by nothing where callers give several names': [
    helper('name', 'step("first", check)', 'step("last", promote)'),
    'task',
  ],
  'by nothing where it has no name': [within(['PythonOperator(python_callable=promote)']), 'task'],
  'by nothing where its name is not known': [
    within(['PythonOperator(task_id=Variable.get("x"), python_callable=promote)']),
    'task',
  ],
  'by nothing where it may have two': [
    within([
      'name = "a" if Variable.get("x") else "b"',
      'PythonOperator(task_id=name, python_callable=promote)',
    ]),
    'task',
  ],
  'by nothing where its name is a number': [
    within(['PythonOperator(task_id=3, python_callable=promote)']),
    'task',
  ],
}
test.each(Object.entries(names))('a task is known %s', async (_, [python, name]) => {
  expect((await promotionIn(python))?.path[1]).toMatch(new RegExp(` it runs the job \`${name}\`$`))
})

test.each(['release.override(task_id="last")()', 'steps.release.override(task_id="last")()'])(
  'a task of another module is known by its call: %s',
  async call => {
    const files = {
      'dags/steps.py': `${parts}\n@task\ndef release():\n    promote()\n\n@task\ndef other():\n    print("nothing")\n`,
      'dags/churn.py': `import steps\nfrom airflow import DAG\nfrom steps import release\n\nwith DAG("churn"):\n    ${call}\n`,
    }
    const found = (await findingsIn(files)).find(({ path }) => path.length > 0)
    expect(found?.path[1]).toMatch(/ it runs the job `last`$/)
  },
)

const begins: Readonly<Record<string, readonly [python: string, begin: string]>> = {
  'on its schedule': [within([promote], '"churn", schedule="@daily"'), '`churn` starts on a schedule'],
  'on a schedule of an older version': [
    within([promote], '"churn", schedule_interval="@daily"'),
    '`churn` starts on a schedule',
  ],
  'on a timetable in place of a schedule': [
    within([promote], '"churn", schedule=None, timetable=weekly'),
    '`churn` starts on a schedule',
  ],
  'on a schedule that it may not have': [
    within([promote], '"churn", schedule=None if Variable.get("x") else "@daily"'),
    '`churn` starts on a schedule',
  ],
  'on a schedule that may be any': [
    within([promote], '"churn", schedule=None if Variable.get("x") else Variable.get("y")'),
    '`churn` starts on a schedule',
  ],
  'by hand where there is no schedule': [
    within([promote], '"churn", schedule=None'),
    '`churn` starts when it is asked to',
  ],
  'by hand where none is named': [within([promote]), '`churn` starts when it is asked to'],
  'under the name of the file where its own is not known': [
    within([promote], 'Variable.get("name")'),
    '`dags/churn.py` starts when it is asked to',
  ],
  'under the name of the file where there is no pipeline': [
    `${parts}\n${promote}\n`,
    '`dags/churn.py` starts when it is asked to',
  ],
  'under the name of its function': [
    `${parts}\n@dag(schedule="@daily")\ndef weekly():\n    PythonOperator(task_id="p", python_callable=promote)\n\nweekly()\n`,
    '`weekly` starts on a schedule',
  ],
  'under the name that its decorator says': [
    `${parts}\n@dag("named")\ndef weekly():\n    PythonOperator(task_id="p", python_callable=promote)\n\nweekly()\n`,
    '`named` starts when it is asked to',
  ],
  'under the name of its function, which gives its task back': [
    `${parts}\n@dag(schedule="@daily")\ndef weekly():\n    return PythonOperator(task_id="p", python_callable=promote)\n\nweekly()\n`,
    '`weekly` starts on a schedule',
  ],
  'under a decorator without settings': [
    `${parts}\n@dag\ndef weekly():\n    PythonOperator(task_id="p", python_callable=promote)\n\nweekly()\n`,
    '`weekly` starts when it is asked to',
  ],
  'as the pipeline around it': [
    `${within([check], '"first"')}\nwith DAG("second"):\n    ${promote}\n`,
    '`second` starts when it is asked to',
  ],
  'as the inner one of two pipelines around it': [
    `${parts}\nwith DAG("first"):\n    with DAG("second"):\n        ${promote}\n`,
    '`second` starts when it is asked to',
  ],
  'as the outer one behind the inner one': [
    `${parts}\nwith DAG("first"):\n    with DAG("second"):\n        ${check}\n    ${promote}\n`,
    '`first` starts when it is asked to',
  ],
  'as the pipeline that it is given': [
    `${parts}\nfirst = DAG("first")\nsecond = DAG("second")\nPythonOperator(task_id="p", python_callable=promote, dag=second)\n`,
    '`second` starts when it is asked to',
  ],
  'as the pipeline that is made for it': [
    `${parts}\nfirst = DAG("first")\nPythonOperator(task_id="p", python_callable=promote, dag=DAG("second"))\n`,
    '`second` starts when it is asked to',
  ],
  'as the pipeline that it is given, and not the one around it': [
    `${parts}\nfirst = DAG("first")\nwith DAG("second"):\n    PythonOperator(task_id="p", python_callable=promote, dag=first)\n`,
    '`first` starts when it is asked to',
  ],
  'as the pipeline of its function': [
    `${parts}\nfirst = DAG("first")\n\ndef build():\n    second = DAG("second")\n    PythonOperator(task_id="p", python_callable=promote)\n\nbuild()\n`,
    '`second` starts when it is asked to',
  ],
  'as the first pipeline of its file': [
    `${parts}\nfirst = DAG("first")\nsecond = DAG("second")\nPythonOperator(task_id="p", python_callable=promote)\n`,
    '`first` starts when it is asked to',
  ],
}
test.each(Object.entries(begins))('it starts %s', async (_, [python, begin]) => {
  expect((await promotionIn(python))?.path[0]?.replace(/^\S+ /, '')).toBe(begin)
})

test('the way begins where the schedule is written', async () => {
  const python = within([promote], '\n    "churn",\n    catchup=False,\n    schedule="@daily",\n')
  const line = python.trimStart().split('\n').indexOf('    schedule="@daily",') + 1
  expect((await promotionIn(python))?.path[0]).toBe(`dags/churn.py:${line} \`churn\` starts on a schedule`)
})

test('tasks of one name are tasks of their own', async () => {
  const waiting = 'check >> PythonOperator(task_id="same", python_callable=promote)'
  const same = 'PythonOperator(task_id="same", python_callable=promote)'
  expect(await promotionIn(within([check, waiting]))).toBeNull()
  expect(await promotionIn(within([check, waiting, same]))).not.toBeNull()
  expect(await promotionIn(within([same, check, waiting]))).not.toBeNull()
})

test('a pipeline that a test makes runs nothing', async () => {
  const [found] = await findingsIn({ 'tests/test_dag.py': within([promote]) })
  expect([found?.finding.split(' ')[0], found?.path]).toEqual(['note', []])
})

test('a pipeline of one file says nothing of the tasks in another one', async () => {
  const files = { 'dags/a.py': within([keep], '"first"'), 'dags/churn.py': `${parts}\n${promote}\n` }
  const found = (await findingsIn(files)).find(({ path }) => path.length > 0)
  expect(found?.path[0]?.replace(/^\S+ /, '')).toBe('`dags/churn.py` starts when it is asked to')
})

const moved = parts.trimStart().split('\n').indexOf('def move(alias, version="4"):') + 2
const operator = (more: string): string =>
  within([`PythonOperator(task_id="move", python_callable=move, ${more})`])
const held = (value: string, more: string): string =>
  `${parts}\nGIVEN = ${value}\n${operator(more).slice(parts.length)}`
const given: Readonly<Record<string, readonly [python: string, level: string | null]>> = {
  'a list': [operator('op_args=["challenger", "4"]'), null],
  'a list of production': [operator('op_args=["champion", "4"]'), 'error'],
  'a list that a variable holds': [held('["challenger"]', 'op_args=GIVEN'), null],
  'a list that nobody can read': [operator('op_args=[one for one in ["challenger"]]'), 'note'],
  'a dictionary that a variable holds': [held('{"alias": "challenger"}', 'op_kwargs=GIVEN'), null],
  'a dictionary of production that a variable holds': [
    held('{"alias": "champion"}', 'op_kwargs=GIVEN'),
    'error',
  ],
  'a dictionary in a dictionary': [
    held('{"alias": "challenger"}', 'op_kwargs={**GIVEN, "version": 4}'),
    null,
  ],
  'a key that a variable holds': [held('"alias"', 'op_kwargs={GIVEN: "challenger"}'), null],
  'a default of what makes the task': [
    `${parts}\ndef step(alias="challenger"):\n    return PythonOperator(task_id="m", python_callable=move, op_args=[alias])\n\nwith DAG("churn"):\n    step()\n`,
    null,
  ],
  'another value than the default of what makes the task': [
    `${parts}\ndef step(alias="challenger"):\n    return PythonOperator(task_id="m", python_callable=move, op_args=[alias])\n\nwith DAG("churn"):\n    step("champion")\n`,
    'error',
  ],
  'what is given to the function around the one that makes it': [
    `${parts}\ndef build(alias):\n    def step(name):\n        return PythonOperator(task_id=name, python_callable=move, op_args=[alias])\n\n    with DAG("churn"):\n        step("champion")\n\nbuild("challenger")\n`,
    null,
  ],
  'a value for all items': [
    `${parts}\n@task\ndef moving(alias, version):\n    move(alias, version)\n\nwith DAG("churn"):\n    moving.partial(alias="challenger").expand(version=["4", "5"])\n`,
    null,
  ],
  'one item each': [
    `${parts}\n@task\ndef moving(version, alias):\n    move(alias, version)\n\nwith DAG("churn"):\n    moving.partial(version="4").expand(alias=["challenger", "shadow"])\n`,
    null,
  ],
  'one item each, of which one is production': [
    `${parts}\n@task\ndef moving(version, alias):\n    move(alias, version)\n\nwith DAG("churn"):\n    moving.partial(version="4").expand(alias=["challenger", "champion"])\n`,
    'error',
  ],
}
test.each(Object.entries(given))('a task is given %s', async (_, [python, level]) => {
  const found = await findingsIn({ 'dags/churn.py': python })
  const levels = found.flatMap(({ finding: told }) =>
    told.includes(`:${moved} `) ? [told.split(' ')[0]] : [],
  )
  expect(levels).toEqual(level === null ? [] : [level])
})
