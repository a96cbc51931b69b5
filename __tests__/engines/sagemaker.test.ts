import { findingsIn } from '../pipelines/scanned'

const prelude = `
import os

from sagemaker.model import Model
from sagemaker.processing import ScriptProcessor
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import (
    ConditionEquals,
    ConditionGreaterThan,
    ConditionGreaterThanOrEqualTo,
    ConditionLessThanOrEqualTo,
    ConditionNot,
    ConditionOr,
)
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import JsonGet
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.parameters import ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.step_collections import RegisterModel
from sagemaker.workflow.steps import ProcessingStep

processor = ScriptProcessor(image_uri="churn")
report = object()
status = ParameterString(name="ModelApprovalStatus", default_value="Approved")
evaluate = ProcessingStep(name="evaluate", processor=processor, code=os.path.join("steps", "evaluate.py"))
accuracy = JsonGet(step_name=evaluate.name, property_file=report, json_path="metrics.accuracy.value")
error = JsonGet(step_name=evaluate.name, property_file=report, json_path="regression_metrics.mse.value")
good = ConditionGreaterThanOrEqualTo(left=accuracy, right=0.9)
fail = FailStep(name="fail")
register = RegisterModel(name="register", approval_status="Approved")
`
const line =
  prelude
    .trimStart()
    .split('\n')
    .findIndex(text => text.startsWith('register =')) + 1
const reported = `error pipelines/churn.py:${line} self-approved-promotion`
const failing =
  'import json\nif json.load(open("metrics.json"))["auc"] < 0.9:\n    raise ValueError("not good enough")'
const scripts = {
  'check.py': 'print("nothing is checked")',
  'pipelines/check.py': failing,
  'steps/check_it.py': failing,
  'steps/last.py': failing,
  'other/last.py': failing,
  'pipelines/parts/deep.py': failing,
  'other/parts/deep.py': 'print("nothing is checked")',
  'steps/evaluate.py': 'import json\nprint(json.load(open("metrics.json")))',
  'steps/check.py': failing,
}

const checked = (code: string): string => `
check = ProcessingStep(name="check", processor=processor, code="${code}")
register.add_depends_on([check])
Pipeline(name="churn", steps=[check, register])
`

async function foundIn(body: string): Promise<string[]> {
  const files = { ...scripts, 'pipelines/churn.py': `${prelude}\n${body}` }
  return (await findingsIn(files)).map(({ finding }) => finding)
}

const choice = (conditions: string, then = 'register', otherwise = 'fail'): string => `
choice = ConditionStep(name="choice", conditions=[${conditions}], if_steps=[${then}], else_steps=[${otherwise}])
pipeline = Pipeline(name="churn", steps=[evaluate, choice])
`

const guarded: Readonly<Record<string, string>> = {
  'a metric is compared': choice('good'),
  'an error is small': choice('ConditionLessThanOrEqualTo(left=error, right=6.0)'),
  'an error is large otherwise': choice('ConditionGreaterThan(left=error, right=6.0)', 'fail', 'register'),
  'two conditions hold': choice('ConditionEquals(left=status, right="x"), good'),
  'one of two metrics is good': choice(
    'ConditionOr(conditions=[good, ConditionLessThanOrEqualTo(left=error, right=6.0)])',
  ),
  'a metric is not bad': choice('ConditionNot(ConditionGreaterThan(left=error, right=6.0))'),
  'the choice is made in a function': `
def build(steps):
    choice = ConditionStep(name="choice", conditions=[good], if_steps=[register])
    Pipeline(name="churn", steps=[evaluate, choice])

build([])
`,
  'one choice is part of another': `
inner = ConditionStep(name="inner", conditions=[ConditionEquals(left=status, right="x")], if_steps=[register])
outer = ConditionStep(name="outer", conditions=[good], if_steps=[inner])
Pipeline(name="churn", steps=[evaluate, outer])
`,
  'a step before it raises': `
check = ProcessingStep(name="check", processor=processor, code="steps/check.py")
register.add_depends_on([check])
Pipeline(name="churn", steps=[check, register])
`,
  'the conditions are a tuple':
    'choice = ConditionStep(name="choice", conditions=(good,), if_steps=[register])\nPipeline(name="churn", steps=[evaluate, choice])',
  'the conditions have a name': `all = [good]\n${choice('good').replace('[good]', 'all')}`,
  'all of it is given by place':
    'choice = ConditionStep("choice", None, None, None, [good], [register], [fail])\nPipeline("churn", None, None, [evaluate, choice])',
  'there is nothing for the good case':
    'choice = ConditionStep(name="choice", conditions=[ConditionGreaterThan(left=error, right=6.0)], else_steps=[register])\nPipeline(name="churn", steps=[evaluate, choice])',
  'another pipeline does not list it':
    'choice = ConditionStep(name="choice", conditions=[good], if_steps=[register])\nPipeline(name="churn", steps=[evaluate, choice])\nPipeline(name="other", steps=[evaluate])',
  'it is not the bad case that is refused': choice('ConditionNot(ConditionNot(good))'),
  'one of one is good': choice('ConditionOr(conditions=[good])'),
  'the ways have a name': `ways = [good, good]\n${choice('ConditionOr(conditions=ways)')}`,
  'the condition has another name': `first = good\nsecond = first\n${choice('second')}`,
  'the metric is read where it is asked': choice(
    'ConditionGreaterThanOrEqualTo(left=JsonGet(step_name="e", property_file=report, json_path="metrics.auc.value"), right=0.9)',
  ),
  'the path of the metric has a name': `path = "metrics.auc"\n${choice(
    'ConditionGreaterThanOrEqualTo(left=JsonGet(step_name="e", property_file=report, json_path=path), right=0.9)',
  )}`,
  'it is compared with the champion': `champion = JsonGet(step_name="e", property_file=report, json_path="champion.accuracy")\n${choice(
    'ConditionGreaterThanOrEqualTo(left=accuracy, right=champion)',
  )}`,
  'the choice that leads to it is the only way to it, whatever it asks': `
inner = ConditionStep(name="inner", conditions=[ConditionEquals(left=status, right="x")], if_steps=[register], else_steps=[register])
outer = ConditionStep(name="outer", conditions=[good], if_steps=[inner])
Pipeline(name="churn", steps=[evaluate, outer])
`,
  'the step before it is named': checked('steps/check.py').replace('[check])', '["check"])'),
  'a script before it stands beside the pipeline': checked('check.py'),
  'a script before it lies in a folder beside the pipeline': checked('parts/deep.py'),
  'a script before it is named from the folder above': checked('../steps/./check_it.py'),
  'a script before it is put off': `
arguments = processor.run(code="steps/check.py")
check = ProcessingStep(name="check", step_args=arguments)
register.add_depends_on([check])
Pipeline(name="churn", steps=[check, register])
`,
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, body) => {
  expect(await foundIn(body)).toEqual([])
})

const open: Readonly<Record<string, string>> = {
  'the choice in a function may ask something else': `
good = ConditionEquals(left=status, right="x")

def build(steps):
    choice = ConditionStep(name="choice", conditions=[good], if_steps=[register])
    Pipeline(name="churn", steps=[evaluate, choice])

build([])
`,
  'there is no choice': 'Pipeline(name="churn", steps=[evaluate, register])',
  'the pipeline lists it as well':
    'choice = ConditionStep(name="choice", conditions=[good], if_steps=[register])\nPipeline(name="churn", steps=[evaluate, choice, register])',
  'the choice is the other one': choice('good', 'fail', 'register'),
  'the error is large': choice('ConditionGreaterThan(left=error, right=6.0)'),
  'both outcomes lead there': choice('good', 'register', 'register'),
  'the bound cannot fail': choice('ConditionGreaterThanOrEqualTo(left=accuracy, right=0.0)'),
  'something else is compared': choice('ConditionEquals(left=status, right="x")'),
  'nothing is asked': choice(''),
  'one of two ways is no metric': choice(
    'ConditionOr(conditions=[good, ConditionEquals(left=status, right="x")])',
  ),
  'which of two conditions failed is not known': choice(
    'ConditionGreaterThan(left=error, right=6.0), ConditionEquals(left=status, right="x")',
    'fail',
    'register',
  ),
  'another choice leads there too': `
first = ConditionStep(name="first", conditions=[good], if_steps=[register])
second = ConditionStep(name="second", conditions=[ConditionEquals(left=status, right="x")], if_steps=[register])
Pipeline(name="churn", steps=[evaluate, first, second])
`,
  'the step before it only measures': `
register.add_depends_on([evaluate])
Pipeline(name="churn", steps=[evaluate, register])
`,
  'another pipeline lists it':
    'choice = ConditionStep(name="choice", conditions=[good], if_steps=[register])\nPipeline(name="churn", steps=[evaluate, choice])\nPipeline(name="other", steps=[evaluate, register])',
  'the steps of the pipeline have a name':
    'steps = [evaluate, register]\nchoice = ConditionStep(name="choice", conditions=[good], if_steps=[register])\nPipeline(name="churn", steps=steps)',
  'the conditions are put together': `${choice('good').replace('[good]', '[one for one in [good]]')}`,
  'what is asked is not known': choice('good').replace('[good]', 'conditions_of("churn")'),
  'the good model is refused': choice('ConditionNot(good)'),
  'one of two ways cannot be read': choice('ConditionOr(conditions=[good, unknown])'),
  'one side is missing': choice('ConditionGreaterThanOrEqualTo(left=accuracy)'),
  'the condition may be another one': `one = good\none = ConditionEquals(left=status, right="x")\n${choice('one')}`,
  'the condition cannot be read': choice('unknown'),
  'the condition comes from elsewhere': choice('unknown()'),
  'what is read has no name': choice(
    'ConditionGreaterThanOrEqualTo(left=JsonGet(step_name="auc", property_file=report), right=0.9)',
  ),
  'the number read is no metric, whatever its step is called': `rows = JsonGet(step_name="auc", property_file=report, json_path="rows")\n${choice(
    'ConditionGreaterThanOrEqualTo(left=rows, right=100)',
  )}`,
  'the number read where it is asked is no metric, whatever its step is called': choice(
    'ConditionGreaterThanOrEqualTo(left=JsonGet(step_name="auc", property_file=report, json_path="rows"), right=100)',
  ),
  'the champion has to be better': `champion = JsonGet(step_name="e", property_file=report, json_path="champion.accuracy")\n${choice(
    'ConditionGreaterThanOrEqualTo(left=champion, right=accuracy)',
  )}`,
  'the step before it has another name': checked('steps/check.py').replace('[check])', '["checked"])'),
  'two steps have the name of the one before it': `other = ProcessingStep(name="check", processor=processor, code="other.py")\n${checked(
    'steps/check.py',
  ).replace('[check])', '["check"])')}`,
  'which script is meant is not known': checked('last.py'),
  'the name of the script is the end of another one': checked('heck.py'),
  'the script lies somewhere else': checked('/opt/steps/check.py'),
}
test.each(Object.entries(open))('it is reported where %s', async (_, body) => {
  expect(await foundIn(body)).toEqual([reported])
})

test('a call that a step puts off is guarded as the step is', async () => {
  const late = (body: string): string => `
registered = ModelStep(name="registered", step_args=Model("churn").register(approval_status=status))
Pipeline(name="churn", steps=[evaluate, ${body}])
`
  const found = async (body: string): Promise<string[]> =>
    (await foundIn(late(body))).filter(finding => finding !== reported)
  const at = line + 3
  expect(await found('registered')).toEqual([`error pipelines/churn.py:${at} self-approved-promotion`])
  expect(await found('ConditionStep(name="c", conditions=[good], if_steps=[registered, register])')).toEqual(
    [],
  )
})

test('what waits for a person is no promotion', async () => {
  const pending = prelude
    .replace('"Approved"', '"PendingManualApproval"')
    .replace('approval_status="Approved"', 'approval_status=status')
  const found = await findingsIn({
    ...scripts,
    'pipelines/churn.py': `${pending}\nPipeline(name="churn", steps=[evaluate, register])`,
  })
  expect(found).toEqual([])
})

test('the way leads from the pipeline to the step', async () => {
  const python = `${prelude}\nPipeline(name="churn", steps=[evaluate, register])`
  const [found] = await findingsIn({ 'churn.py': python })
  expect(found?.path.map(step => step.replace(/^\S+ /, ''))).toEqual([
    '`churn` starts when it is asked to',
    'it runs the job `register`',
  ])
})

test('a gate is named by what is compared, wherever it stands', async () => {
  const guards = async (condition: string): Promise<readonly string[] | undefined> => {
    const python = `${prelude}\n${choice(condition, 'fail', 'register')}`
    const [found] = await findingsIn({ ...scripts, 'pipelines/churn.py': python })
    return found?.guards
  }
  const refused = (name: string): string =>
    `evaluation void: \`${name}\` is compared with a bound, and the call stands on the side where it failed`
  expect(await guards('good')).toContain(refused('metrics.accuracy.value'))
  expect(
    await guards(
      'ConditionGreaterThan(left=JsonGet(step_name="e", property_file=report, json_path="auc.value"), right=0.9)',
    ),
  ).toContain(refused('auc.value'))
})

test('a script at the root lies beside a pipeline there', async () => {
  const files = { ...scripts, 'check.py': failing, 'churn.py': `${prelude}\n${checked('check.py')}` }
  expect(await findingsIn(files)).toEqual([])
})

test.each<[string, readonly string[]]>([
  ['"evaluate", "check"', []],
  ['"evaluate"', [reported]],
])('a step names those before it where it is made: %s', async (names, expected) => {
  const made = 'RegisterModel(name="register", approval_status="Approved"'
  const python = prelude.replace(made, `${made}, depends_on=[${names}]`)
  const files = {
    ...scripts,
    'pipelines/churn.py': `${python}\n${checked('steps/check.py').replace(/register.*\n/, '')}`,
  }
  expect((await findingsIn(files)).map(({ finding }) => finding)).toEqual(expected)
})
