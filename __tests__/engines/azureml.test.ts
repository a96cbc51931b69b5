import { evaluateScript, findingsIn, promoteScript } from '../pipelines/scanned'

const scripts = { 'src/evaluate.py': evaluateScript, 'src/promote.py': promoteScript }
const reported = 'error src/promote.py:5 unguarded-promotion'

const second = (body: string): string => `
from azure.ai.ml import command
from azure.ai.ml.dsl import pipeline

evaluate = command(name="evaluate", code="./src", command="python evaluate.py --report \${{outputs.report}}")
promote = command(name="promote", code="./src", command="python promote.py")

@pipeline(name="churn")
def churn():
    ${body.replaceAll('\n', '\n    ')}
`

const first = (body: string): string => `
from azureml.pipeline.core import Pipeline
from azureml.pipeline.steps import PythonScriptStep

evaluate = PythonScriptStep(name="evaluate", script_name="evaluate.py", source_directory="src")
promote = PythonScriptStep(name="promote", script_name="promote.py", source_directory="src")
${body}
Pipeline(workspace=None, steps=[evaluate, promote])
`

async function foundIn(python: string): Promise<string[]> {
  return (await findingsIn({ ...scripts, 'pipeline.py': python })).map(({ finding, path }) =>
    path[0]?.startsWith('pipeline.py') ? finding : `${finding} from nowhere`,
  )
}

const cases: Readonly<Record<string, readonly [python: string, found: readonly string[]]>> = {
  'the result of a task that fails is waited for': [
    second('checked = evaluate()\npromote(report=checked.outputs.report)'),
    [],
  ],
  'a task that is only written before is not': [second('evaluate()\npromote()'), [reported]],
  'a component is made where it runs': [
    second(
      'checked = command(name="e", code="./src", command="python evaluate.py")()\npromote(report=checked.outputs.report)',
    ),
    [],
  ],
  'what comes before may be another component': [
    second('checked = evaluate()\npromote(report=checked.outputs.report)').replace(
      '@pipeline',
      'evaluate = command(name="other", code="./src", command="echo")\n\n@pipeline',
    ),
    [reported],
  ],
  'what comes before is not known': [
    second('checked = other()\npromote(report=checked.outputs.report)'),
    [reported],
  ],
  'the order is the other one': [
    second('moved = promote()\nevaluate(report=moved.outputs.report)'),
    [reported],
  ],
  'a step of version 1 comes after one that fails': [first('promote.run_after(evaluate)'), []],
  'a step of version 1 comes before it': [first('evaluate.run_after(promote)'), [reported]],
  'steps of version 1 are not ordered by a list': [first(''), [reported]],
}
test.each(Object.entries(cases))('%s', async (_, [python, found]) => {
  expect(await foundIn(python)).toEqual(found)
})
