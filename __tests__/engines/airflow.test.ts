import { evaluateScript, findingsIn, promoteScript } from '../pipelines/scanned'

const prelude = `
import json
import sys

from airflow import DAG
from airflow.decorators import dag, task, task_group
from airflow.exceptions import AirflowSkipException
from airflow.models import Variable
from airflow.models.baseoperator import chain, cross_downstream
from airflow.operators.bash import BashOperator
from airflow.operators.empty import EmptyOperator
from airflow.operators.python import BranchPythonOperator, PythonOperator, ShortCircuitOperator
from airflow.providers.standard.operators.hitl import ApprovalOperator, HITLBranchOperator, HITLOperator
from airflow.utils.task_group import TaskGroup
from airflow.utils.trigger_rule import TriggerRule
from mlflow import MlflowClient


def promote(version="4"):
    MlflowClient().set_registered_model_alias("churn", "champion", version)


def check():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")


def is_good():
    return json.load(open("metrics.json"))["auc"] > 0.85


def choose():
    if json.load(open("metrics.json"))["auc"] > 0.85:
        return "promote"
    return "keep"

`

const line =
  prelude
    .trimStart()
    .split('\n')
    .findIndex(text => text.includes('set_registered')) + 1
const reported = `error dags/churn.py:${line} unguarded-promotion`

const check = 'check = PythonOperator(task_id="check", python_callable=check)'
const promote = 'promote = PythonOperator(task_id="promote", python_callable=promote)'
const keep = 'keep = EmptyOperator(task_id="keep")'
const approve = 'approve = ApprovalOperator(task_id="approve", subject="promote?")'
const notify = 'notify = EmptyOperator(task_id="notify")'
const late = (rule: string): string =>
  `promote = PythonOperator(task_id="promote", python_callable=promote, trigger_rule=${rule})`

function within(body: readonly string[], settings = 'dag_id="churn", schedule="@daily"'): string {
  return `${prelude}\nwith DAG(${settings}) as dag:\n${body.map(text => `    ${text.replaceAll('\n', '\n    ')}`).join('\n')}\n`
}

async function foundIn(python: string): Promise<string[]> {
  return (await findingsIn({ 'dags/churn.py': python })).map(({ finding }) => finding)
}

const guarded: Readonly<Record<string, string>> = {
  'a task before it raises': within([check, promote, 'check >> promote']),
  'the arrow points to the left': within([check, promote, 'promote << check']),
  'set_downstream joins them': within([check, promote, 'check.set_downstream(promote)']),
  'set_upstream joins them': within([check, promote, 'promote.set_upstream([check])']),
  'chain joins them': within([check, notify, promote, 'chain(check, notify, promote)']),
  'chain joins lists one by one': within([
    check,
    notify,
    keep,
    promote,
    'chain(notify, [check, keep], [promote, EmptyOperator(task_id="end")])',
  ]),
  'cross_downstream joins lists': within([
    check,
    notify,
    promote,
    'cross_downstream([check, notify], [promote])',
  ]),
  'a list stands on the left': within([check, notify, promote, '[check, notify] >> promote']),
  'a list stands in the middle': within([check, keep, notify, promote, 'check >> [keep, notify] >> promote']),
  'another task stands between': within([check, notify, promote, 'check >> notify >> promote']),
  'the arrow points both ways in one line': within([check, notify, promote, 'check >> promote << notify']),
  'the rule asks that none failed, and nothing skips': within([
    check,
    late('"none_failed"'),
    'check >> promote',
  ]),
  'it is the only one of which one must succeed': within([check, late('"one_success"'), 'check >> promote']),
  'the pipeline is given by name': `${prelude}
dag = DAG("churn", schedule_interval=None)
check = PythonOperator(task_id="check", python_callable=check, dag=dag)
promote = PythonOperator(task_id="promote", python_callable=promote, dag=dag)
check >> promote
`,
  'the groups are in order': within([
    'with TaskGroup("checks") as checks:\n    check = PythonOperator(task_id="check", python_callable=check)',
    'with TaskGroup("release") as release:\n    promote = PythonOperator(task_id="promote", python_callable=promote)\n    promote >> EmptyOperator(task_id="end")',
    'checks >> release',
  ]),
  'a branch chooses it by its name': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    promote,
    keep,
    'choose >> [promote, keep]',
  ]),
  'a branch chooses what comes before it': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    'first = EmptyOperator(task_id="promote")',
    'promote = PythonOperator(task_id="release", python_callable=promote)',
    keep,
    'choose >> [first, keep]',
    'first >> promote',
  ]),
  'a branch chooses it in a list': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=lambda: ["promote"] if is_good() else ["keep"])',
    promote,
    keep,
    'choose >> [promote, keep]',
  ]),
  'a branch chooses its group': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    'with TaskGroup("promote") as group:\n    promote = PythonOperator(task_id="move", python_callable=promote)',
    'choose >> [group, EmptyOperator(task_id="keep")]',
  ]),
  'a branch skips it whatever it asks of others': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    late('"none_failed_min_one_success"'),
    keep,
    'choose >> [promote, keep]',
  ]),
  'a short circuit lets it through': within([
    'good = ShortCircuitOperator(task_id="good", python_callable=is_good)',
    promote,
    'good >> promote',
  ]),
  'a short circuit holds back all that follows': within([
    'good = ShortCircuitOperator(task_id="good", python_callable=is_good)',
    notify,
    late('TriggerRule.NONE_FAILED'),
    'good >> notify >> promote',
  ]),
  'a person approves': within([approve, promote, 'approve >> promote']),
  'a person approves, and a task comes between': within([
    approve,
    notify,
    promote,
    'approve >> notify >> promote',
  ]),
  'a person chooses it': within([
    'ask = HITLBranchOperator(task_id="ask", subject="?", options=["promote", "keep"])',
    promote,
    keep,
    'ask >> [promote, keep]',
  ]),
  'it is rejected where nobody answers': within([
    'approve = ApprovalOperator(task_id="approve", subject="?", defaults="Reject", execution_timeout=60)',
    promote,
    'approve >> promote',
  ]),
  'functions are tasks, and one is given the result of the other': `${prelude}
@dag(schedule="@daily")
def churn():
    @task
    def evaluate():
        auc = json.load(open("metrics.json"))["auc"]
        if auc < 0.85:
            raise ValueError("not good enough")
        return auc

    @task
    def release(auc):
        promote()

    release(evaluate())

churn()
`,
  'the function itself compares what it is given': `${prelude}
@dag(schedule="@daily")
def churn():
    @task
    def evaluate():
        return json.load(open("metrics.json"))["auc"]

    @task
    def release(auc):
        if auc > 0.85:
            promote()

    release(evaluate())

churn()
`,
  'functions are joined by an arrow': `${prelude}
@task
def evaluate():
    check()

@task
def release():
    promote()

@dag()
def churn():
    evaluate() >> release()

churn()
`,
  'a function is a branch': `${prelude}
@task.branch
def choosing():
    return "release" if is_good() else "keep"

@task
def release():
    promote()

with DAG("churn"):
    choosing() >> [release(), EmptyOperator(task_id="keep")]
`,
  'functions in a function are tasks, and a branch of them chooses one by its name': `${prelude}
@dag()
def churn():
    @task.branch
    def choosing():
        return "release" if is_good() else "keep"

    @task
    def release():
        promote()

    choosing() >> [release(), EmptyOperator(task_id="keep")]

churn()
`,
  'a function is a short circuit': `${prelude}
@task.short_circuit
def good():
    return is_good()

@task(task_id="release")
def release():
    promote()

with DAG("churn"):
    good() >> release()
`,
  'the task is made for each of several versions': `${prelude}
@task
def release(version):
    promote(version)

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check)
    check >> release.partial().expand(version=["4", "5"])
`,
  'the task has another name': `${prelude}
@task
def release(version):
    promote(version)

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check)
    check >> release.override(task_id="move")("4")
`,
  'functions make groups': `${prelude}
@task_group
def release():
    PythonOperator(task_id="promote", python_callable=promote)

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check)
    check >> release()
`,
  'tasks are made in a loop behind one': within([
    check,
    'for name in ["a", "b"]:\n    check >> PythonOperator(task_id=name, python_callable=promote)',
  ]),
  'tasks are made by a function of the repository': `${prelude}
def step(name, function):
    return PythonOperator(task_id=name, python_callable=function)

with DAG("churn"):
    first = step("check", check)
    second = step("promote", promote)
    first >> second
`,
  'an operator of the repository does it': `${prelude}
from airflow.models.baseoperator import BaseOperator

class Promote(BaseOperator):
    def execute(self, context):
        promote()

class PromoteOperator(BaseOperator):
    def execute(self, context):
        promote()

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check)
    check >> PromoteOperator(task_id="promote")
    check >> Promote(task_id="promote_too")
`,
}

test.each(Object.entries(guarded))('it is silent where %s', async (_, python) => {
  expect(await foundIn(python)).toEqual([])
})

const open: Readonly<Record<string, string>> = {
  'nothing orders them': within([check, promote]),
  'the check comes after': within([check, promote, 'promote >> check']),
  'the arrow to the left leads away': within([check, promote, 'check << promote']),
  'the promotion waits for the wrong task': within([
    check,
    notify,
    promote,
    'check >> notify',
    'notify << promote',
  ]),
  'any end of the task before it will do': within([check, late('"all_done"'), 'check >> promote']),
  'the rule is a member': within([check, late('TriggerRule.ALL_DONE'), 'check >> promote']),
  'it starts at any time': within([check, late('"always"'), 'check >> promote']),
  'it starts after a failure': within([check, late('"one_failed"'), 'check >> promote']),
  'one of two is enough': within([check, notify, late('"one_success"'), '[check, notify] >> promote']),
  'the rule is not known': within([check, late('Variable.get("rule")'), 'check >> promote']),
  'the rule is new': within([check, late('"all_happy"'), 'check >> promote']),
  'the rule stands in the defaults of the pipeline': within(
    [check, promote, 'check >> promote'],
    'dag_id="churn", default_args={"trigger_rule": "all_done"}',
  ),
  'the check skips itself, and only a failure counts': `${prelude}
def check_softly():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise AirflowSkipException("not good enough")

with DAG("churn"):
    check = PythonOperator(task_id="check", python_callable=check_softly)
    ${late('"none_failed"')}
    check >> promote
`,
  'an approval is followed whatever came of it': within([approve, late('"all_done"'), 'approve >> promote']),
  'a task that was skipped stands between the approval and the promotion': within([
    approve,
    notify,
    late('"none_failed"'),
    'approve >> notify >> promote',
  ]),
  'the approval gives itself': within([
    'approve = ApprovalOperator(task_id="approve", subject="?", defaults="Approve", execution_timeout=60)',
    promote,
    'approve >> promote',
  ]),
  'the approval is on no way there': within([approve, notify, promote, 'approve >> notify', 'notify']),
  'the branch chooses the other one on a good model': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    'promote = PythonOperator(task_id="keep", python_callable=promote)',
    'choose >> [promote, EmptyOperator(task_id="promote")]',
  ]),
  'the branch is joined again': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=choose)',
    'good = EmptyOperator(task_id="promote")',
    keep,
    'promote = PythonOperator(task_id="release", python_callable=promote, trigger_rule="none_failed_min_one_success")',
    'choose >> [good, keep] >> promote',
  ]),
  'the branch always chooses it': within([
    'choose = BranchPythonOperator(task_id="choose", python_callable=lambda: "promote")',
    promote,
    'choose >> promote',
  ]),
  'a switch is a short circuit': within([
    'good = ShortCircuitOperator(task_id="good", python_callable=lambda: Variable.get("auto") == "true")',
    promote,
    'good >> promote',
  ]),
  'a short circuit holds back only the next': within([
    'good = ShortCircuitOperator(task_id="good", python_callable=is_good, ignore_downstream_trigger_rules=False)',
    notify,
    late('"none_failed"'),
    'good >> notify >> promote',
  ]),
  'the result of the check is dropped': within([
    'good = PythonOperator(task_id="good", python_callable=is_good)',
    promote,
    'good >> promote',
  ]),
  'the order is under a condition': within([
    check,
    promote,
    'if Variable.get("strict"):\n    check >> promote',
  ]),
  'the check is made under a condition': within([
    'checks = []',
    'if Variable.get("strict"):\n    checks = PythonOperator(task_id="check", python_callable=check)',
    promote,
    'checks >> promote',
  ]),
  'only the last of several comes after': within([
    check,
    'for name in ["a", "b"]:\n    last = PythonOperator(task_id=name, python_callable=promote)',
    'check >> last',
  ]),
  'there may be no check in the list': within([
    promote,
    '[PythonOperator(task_id=n, python_callable=check) for n in Variable.get("names")] >> promote',
  ]),
  'the function is called elsewhere as well': `${within([check, promote, 'check >> promote']).replace('\ndef check', '\ndef by_hand():\n    promote()\n\ndef check')}`,
  'two tasks run it, and one of them waits for nothing': within([
    check,
    'check >> PythonOperator(task_id="first", python_callable=promote)',
    'PythonOperator(task_id="second", python_callable=promote)',
  ]),
  'tasks wait for each other': within([notify, promote, 'notify >> promote', 'promote >> notify']),
}

test.each(Object.entries(open))('it is reported where %s', async (_, python) => {
  expect(await foundIn(python)).toEqual([reported])
})

test('a person who enters something is noted', async () => {
  const ask = 'ask = HITLOperator(task_id="ask", subject="?", options=["yes", "no"])'
  expect(await foundIn(within([ask, promote, 'ask >> promote']))).toEqual([reported.replace('error', 'note')])
})

test('the way leads from the schedule to the task and on to the call', async () => {
  const python = within([check, late('"all_done"'), 'check >> promote'])
  const [found] = await findingsIn({ 'dags/churn.py': python })
  expect(found?.path.map(step => step.replace(/^\S+ /, ''))).toEqual([
    '`churn` starts on a schedule',
    'it runs the job `promote`',
    '`promote` runs `promote`',
  ])
  expect(found?.guards).toEqual([
    'evaluation void: `check` is needed, and this job goes on whatever came of it (`trigger_rule="all_done"`)',
  ])
})

test('commands of a shell are read', async () => {
  const files = {
    'promote.py': 'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")',
    'evaluate.py': 'import json, sys\nif json.load(open("metrics.json"))["auc"] < 0.85:\n    sys.exit(1)',
  }
  const bash = (order: string): string =>
    within([
      'evaluate = BashOperator(task_id="evaluate", bash_command="cd /opt && python evaluate.py")',
      'promote = BashOperator(task_id="promote", bash_command="python promote.py --now")',
      order,
    ])
  const found = async (order: string): Promise<string[]> =>
    (await findingsIn({ ...files, 'dags/churn.py': bash(order) }))
      .map(({ finding }) => finding)
      .filter(finding => finding.includes('promote.py'))
  expect(await found('evaluate >> promote')).toEqual([])
  expect(await found('promote >> evaluate')).toEqual(['error promote.py:2 unguarded-promotion'])
})

test('commands in a container are read, whoever puts them together', async () => {
  const python = (order: string): string => `
import os

from airflow import DAG
from airflow.operators.python import ShortCircuitOperator
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator

def pod(name, module):
    args = ["-m", module]
    return KubernetesPodOperator(task_id=name, image="churn", cmds=["python"], arguments=args)

with DAG("churn", schedule="@daily"):
    evaluate = pod("evaluate", "ops.evaluate")
    switch = ShortCircuitOperator(task_id="switch", python_callable=lambda: os.environ["AUTO_PROMOTE"] == "true")
    promote = KubernetesPodOperator(task_id="promote", cmds=["bash", "-c"], arguments=["python -m ops.promote"])
    ${order}
`
  const found = (order: string): ReturnType<typeof findingsIn> =>
    findingsIn({
      'churn/ops/__init__.py': '',
      'churn/ops/promote.py':
        'import mlflow\nmlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")',
      'churn/ops/evaluate.py':
        'import json, sys\nif json.load(open("metrics.json"))["auc"] < 0.85:\n    sys.exit(1)',
      'churn/dags/train.py': python(order),
    })
  expect(await found('evaluate >> switch >> promote')).toEqual([])
  const [open] = await found('switch >> promote')
  expect(open?.finding).toBe('error churn/ops/promote.py:2 unguarded-promotion')
  expect(open?.path.map(step => step.replace(/^\S+ /, ''))).toEqual([
    '`churn` starts on a schedule',
    'it runs the job `promote`',
    '`promote` runs `churn/ops/promote.py`',
  ])
})

test('what a function is given is known', async () => {
  const moved = (alias: string): string => `
from airflow import DAG
from airflow.operators.python import PythonOperator
from mlflow import MlflowClient

def move(name, alias):
    MlflowClient().set_registered_model_alias(name, alias, "4")

with DAG("churn"):
    PythonOperator(task_id="move", python_callable=move, op_args=["churn"], op_kwargs={"alias": "${alias}"})
`
  expect(await foundIn(moved('challenger'))).toEqual([])
  expect(await foundIn(moved('champion'))).toEqual(['error dags/churn.py:6 unguarded-promotion'])
})

test('a graph that goes round, and a very long one, come to an end', async () => {
  const many = [...Array(300).keys()]
  const tasks = many.map(i => `t${i} = EmptyOperator(task_id="t${i}")`)
  const round = `${many.map(i => `t${i}`).join(' >> ')} >> promote >> t0`
  expect(await foundIn(within([promote, ...tasks, round]))).toEqual([reported])
})

test('a command of a task is looked for in every folder above its pipeline', async () => {
  const dag = (folder: string): Promise<string[]> => {
    const commands = ['evaluate', 'promote'].map(
      name => `${name} = BashOperator(task_id="${name}", bash_command="python jobs/${name}.py")`,
    )
    return findingsIn({
      [`${folder}/jobs/evaluate.py`]: evaluateScript,
      [`${folder}/jobs/promote.py`]: promoteScript,
      'team/churn/dags/churn.py': within([...commands, 'evaluate >> promote']),
    }).then(found => found.map(({ finding }) => finding).filter(finding => finding.includes('/jobs/')))
  }
  expect(await dag('team')).toEqual([])
  expect(await dag('team/churn')).toEqual([])
  expect(await dag('team/churn/dags')).toEqual([])
  expect(await dag('other')).toEqual(['error other/jobs/promote.py:5 unguarded-promotion'])
})
