import { findingsIn } from '../pipelines/scanned'

const prelude = `
from typing import NamedTuple

from kfp import dsl
from kfp.dsl import component


@dsl.component
def evaluate() -> float:
    import json
    return json.load(open("metrics.json"))["auc"]


@dsl.component(base_image="python:3.12")
def is_good(threshold: float) -> bool:
    import json
    return json.load(open("metrics.json"))["auc"] >= threshold


@component
def verdict() -> str:
    import json
    if json.load(open("metrics.json"))["auc"] > 0.85:
        return "true"
    return "false"


@component
def judge() -> NamedTuple("Outputs", [("passed", str), ("auc", float)]):
    import json
    from collections import namedtuple
    auc = json.load(open("metrics.json"))["auc"]
    passed = "true" if auc > 0.85 else "false"
    return namedtuple("Outputs", ["passed", "auc"])(passed, auc)


@component
def grade() -> NamedTuple("Outputs", [("verdict", str), ("value", float)]):
    import json
    from collections import namedtuple
    auc = json.load(open("metrics.json"))["auc"]
    return namedtuple("Outputs", ["verdict", "value"])("", auc)


@component
def check():
    import json
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")


def after(task):
    print(task)


@component
def size() -> int:
    return len(open("rows.csv").readlines())


@component
def switch() -> str:
    import os
    return os.environ["AUTO"]


@component
def promote(metric: float = 0.0):
    import mlflow
    mlflow.MlflowClient().set_registered_model_alias("churn", "champion", "4")

`
const line =
  prelude
    .trimStart()
    .split('\n')
    .findIndex(text => text.includes('set_registered')) + 1
const reported = `error churn.py:${line} unguarded-promotion`

const pipeline = (body: string): string => `${prelude}
@dsl.pipeline(name="churn")
def churn(threshold: float = 0.85):
    ${body.replaceAll('\n', '\n    ')}
`

async function foundIn(body: string): Promise<string[]> {
  return (await findingsIn({ 'churn.py': pipeline(body) })).map(({ finding }) => finding)
}

const guarded: Readonly<Record<string, string>> = {
  'a metric is compared': 'with dsl.If(evaluate().output > 0.85):\n    promote()',
  'the task has a name':
    'task = evaluate()\nwith dsl.Condition(task.output > threshold, name="good"):\n    promote()',
  'a verdict is true':
    'task = is_good(threshold=threshold)\nwith dsl.Condition(task.output == True):\n    promote()',
  'a verdict is a text': 'task = verdict()\nwith dsl.If(task.output == "true"):\n    promote()',
  'a verdict is one of several outputs':
    'task = judge()\nwith dsl.If(task.outputs["passed"] == "true"):\n    promote()',
  'a metric is one of several outputs':
    'task = judge()\nwith dsl.If(task.outputs["auc"] >= 0.85):\n    promote()',
  'a metric is one of several outputs, under another name':
    'task = grade()\nwith dsl.If(task.outputs["value"] >= 0.85):\n    promote()',
  'the bad model is another case':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.Else():\n    promote()',
  'it is the second case':
    'task = evaluate()\nwith dsl.If(task.output < 0.5):\n    size()\nwith dsl.Elif(task.output > 0.85):\n    promote()',
  'one condition stands inside of another':
    'with dsl.If(evaluate().output > 0.85):\n    with dsl.If(size().output == 4):\n        promote()',
  'it comes after a task that raises': 'task = check()\npromote().after(task)',
  'it comes after another one of them':
    'first = check()\nsecond = size().after(first)\nthird = promote()\nthird.after(second)',
  'it has settings': 'task = check().set_caching_options(False)\npromote().set_retry(2).after(task)',
  'a comment stands between the cases':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\n# with a good one\n\nwith dsl.Else():\n    promote()',
  'it is the last of three cases, and the second one takes the bad model':
    'task = evaluate()\nwith dsl.If(switch().output == "x"):\n    size()\nwith dsl.Elif(task.output < 0.85):\n    size()\nwith dsl.Else():\n    promote()',
  'it is the last of three cases, and the first one takes the bad model':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.Elif(switch().output == "x"):\n    size()\nwith dsl.Else():\n    promote()',
  'it is the second case, and the first one takes the bad model':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.Elif(switch().output == "x"):\n    promote()',
  'it is the third case of which the first takes the bad model':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.Elif(switch().output == "x"):\n    size()\nwith dsl.Elif(switch().output == "y"):\n    promote()',
  'the bad model is another case, in which more is asked':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    with dsl.If(switch().output == "x"):\n        size()\nwith dsl.Else():\n    promote()',
  'the cases stand in another case':
    'task = evaluate()\nwith dsl.If(switch().output == "x"):\n    with dsl.If(task.output < 0.85):\n        size()\n    with dsl.Else():\n        promote()',
  'the only output has its name':
    'task = evaluate()\nwith dsl.If(task.outputs["Output"] > 0.85):\n    promote()',
  'the bound stands first': 'task = evaluate()\nwith dsl.If(0.85 < task.output):\n    promote()',
  'the condition is given by its name':
    'with dsl.Condition(condition=evaluate().output > 0.85):\n    promote()',
  'the task has settings and comes after another one':
    'task = evaluate().after(size()).set_caching_options(False)\nwith dsl.If(task.output > 0.85):\n    promote()',
  'both are in one case':
    'with dsl.If(switch().output == "x"):\n    task = check()\n    promote().after(task)',
  'it alone is in a case': 'task = check()\nwith dsl.If(switch().output == "x"):\n    promote().after(task)',
  'another task runs whatever came before':
    'task = check()\npromote().after(task)\nsize().after(task).ignore_upstream_failure()',
  'the metric is that of a task with settings':
    'with dsl.If(evaluate().after(size()).set_caching_options(False).output > 0.85):\n    promote()',
  'a verdict is one of several outputs of a task with settings':
    'task = judge().set_caching_options(False)\nwith dsl.If(task.outputs["passed"] == "true"):\n    promote()',
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, body) => {
  expect(await foundIn(body)).toEqual([])
})

const open: Readonly<Record<string, string>> = {
  'nothing is asked': 'evaluate()\npromote()',
  'the check is only written before it': 'check()\npromote()',
  'it comes after a task that only measures': 'promote().after(evaluate())',
  'it is given the metric and does not look at it': 'promote(metric=evaluate().output)',
  'it stands behind the context': 'with dsl.If(evaluate().output > 0.85):\n    size()\npromote()',
  'the bad model is promoted': 'with dsl.If(evaluate().output < 0.85):\n    promote()',
  'the good model is the other case':
    'with dsl.If(evaluate().output > 0.85):\n    size()\nwith dsl.Else():\n    promote()',
  'the verdict is the wrong one': 'with dsl.If(verdict().output == "false"):\n    promote()',
  'the bound cannot fail': 'with dsl.If(evaluate().output >= 0.0):\n    promote()',
  'a number is compared that says nothing of the model': 'with dsl.If(size().output > 4):\n    promote()',
  'a switch is asked': 'with dsl.If(switch().output == "true"):\n    promote()',
  'a parameter is asked': 'with dsl.If(threshold == 1):\n    promote()',
  'any end of the task will do': 'task = check()\npromote().after(task).ignore_upstream_failure()',
  'the task before it may be skipped by a condition of its own':
    'with dsl.If(threshold == 1):\n    task = check()\npromote().after(task)',
  'it runs at the end in any case': 'end = promote()\nwith dsl.ExitHandler(end):\n    check()',
  'the order is under a condition of the program':
    'task = check()\nmove = promote()\nif OLD:\n    move.after(task)',
  'the other case is that of another question':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.If(switch().output == "x"):\n    size()\nwith dsl.Else():\n    promote()',
  'the bad model is the case right before, which is another question':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.If(switch().output == "x"):\n    promote()',
  'which output is asked is not known':
    'task = judge()\nwith dsl.If(task.outputs[threshold] == "true"):\n    promote()',
  'something stands between the cases':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nsize()\nwith dsl.Else():\n    promote()',
  'another context stands between the cases':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith open("rows.csv"):\n    size()\nwith dsl.Else():\n    promote()',
  'another other case stands between the cases':
    'task = evaluate()\nwith dsl.If(task.output < 0.85):\n    size()\nwith dsl.Else():\n    size()\nwith dsl.Else():\n    promote()',
  'what is asked is nothing that a task has made': 'with dsl.If(rows.made().output > 4):\n    promote()',
  'a function has the name of the method that orders tasks': 'task = check()\nafter(task)\npromote()',
  'the metric is asked in the first case, and it is the other one':
    'task = evaluate()\nwith dsl.If(switch().output == "x"):\n    with dsl.If(task.output < 0.85):\n        size()\nwith dsl.Else():\n    promote()',
  'the bound stands first, and the bad model is promoted':
    'task = evaluate()\nwith dsl.If(0.85 > task.output):\n    promote()',
  'the condition is missing': 'with dsl.Condition():\n    promote()',
  'the context is no condition': 'with open("metrics.json"):\n    promote()',
  'an output is asked for that the task does not have':
    'task = size()\nwith dsl.If(task.outputs["rows"] > 4):\n    promote()',
  'the other one of two outputs is asked':
    'task = grade()\nwith dsl.If(task.outputs["verdict"] > 4):\n    promote()',
  'another output is asked': 'task = judge()\nwith dsl.If(task.outputs["rows"] > 4):\n    promote()',
  'the task before it is in another case':
    'with dsl.If(switch().output == "x"):\n    task = check()\nwith dsl.Else():\n    promote().after(task)',
  'it has a name, and any end of the task will do':
    'task = check()\nmove = promote()\nmove.after(task)\nmove.ignore_upstream_failure()',
  'the task with settings counts':
    'task = size().set_caching_options(False)\nwith dsl.If(task.output > 0.85):\n    promote()',
  'the task that counts comes after the metric':
    'task = evaluate()\nother = size().after(task)\nwith dsl.If(other.output > 0.85):\n    promote()',
  'the verdict of a task with settings is the wrong one':
    'task = verdict().set_caching_options(False)\nwith dsl.If(task.output == "false"):\n    promote()',
}
test.each(Object.entries(open))('it is reported where %s', async (_, body) => {
  expect(await foundIn(body)).toEqual([reported])
})

test('the way leads from the pipeline to the component', async () => {
  const [found] = await findingsIn({ 'churn.py': pipeline('promote().after(evaluate())') })
  expect(found?.path.map(step => step.replace(/^\S+ /, ''))).toEqual([
    '`churn` starts when it is asked to',
    'it runs the job `promote`',
    '`promote` runs `promote`',
  ])
})

test('a component that another one of the vendor stands for is guarded alike', async () => {
  const deploy = (body: string): string => `
from google_cloud_pipeline_components.v1.endpoint import ModelDeployOp
${pipeline(body)}`
  const found = async (body: string): Promise<string[]> =>
    (await findingsIn({ 'churn.py': deploy(body) }))
      .map(({ finding }) => finding)
      .filter(finding => !finding.includes(`:${line + 2} `))
  const op = 'ModelDeployOp(model=1, endpoint=2, traffic_split={"0": "100"})'
  expect(await found(`with dsl.If(judge().outputs["auc"] > 0.9):\n    ${op}`)).toEqual([])
  expect(await found(`judge()\n${op}`)).toEqual([expect.stringMatching(/^error .*full-traffic-cutover$/)])
})

test('a gate is named by what a task works out', async () => {
  const told = async (body: string): Promise<readonly string[] | undefined> => {
    const [found] = await findingsIn({ 'churn.py': pipeline(body) })
    return found?.guards
  }
  const failed = 'and the call stands on the side where it failed'
  const bad = 'with dsl.If(verdict().set_retry(2).output == "false"):\n    promote()'
  expect(await told(bad)).toEqual([`evaluation void: \`auc\` is compared with a bound, ${failed}`])
  const late =
    'task = check()\nwith dsl.If(switch().output == "x"):\n    size()\npromote().after(task).ignore_upstream_failure()'
  expect(await told(late)).toEqual([
    'evaluation void: `check` is needed, and this job goes on whatever came of it (`ignore_upstream_failure`)',
  ])
  const skipped = 'with dsl.If(switch().output == "x"):\n    task = check()\npromote().after(task)'
  expect(await told(skipped)).toEqual([
    'evaluation void: `check` is needed, and this job goes on whatever came of it (a condition of its own may skip it)',
  ])
})
