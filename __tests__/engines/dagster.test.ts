import { findingsIn } from '../pipelines/scanned'

const prelude = `
import json

from dagster import AssetCheckResult, AssetCheckSeverity, AssetExecutionContext, asset, asset_check, job, op
from mlflow import MlflowClient


def move():
    MlflowClient().set_registered_model_alias("churn", "champion", "4")


def auc():
    return json.load(open("metrics.json"))["auc"]

`
const reported = 'error churn.py:8 unguarded-promotion'
const promote = `
@asset(deps=[model])
def promoted():
    move()
`
const model = `
@asset
def model():
    return 1
`
const checked = (settings: string, result: string): string => `
${model}
@asset_check(asset=model${settings})
def good():
    value = json.load(open("metrics.json"))["auc"]
    return ${result}
${promote}`

async function foundIn(python: string): Promise<string[]> {
  return (await findingsIn({ 'churn.py': prelude + python })).map(({ finding }) => finding)
}

const guarded: Readonly<Record<string, string>> = {
  'a check blocks what comes after': checked(', blocking=True', 'AssetCheckResult(passed=value > 0.85)'),
  'its verdict is a flag': checked(
    ', blocking=True',
    'AssetCheckResult(passed=bool(value > 0.85), metadata={})',
  ),
  'the asset is named by a text': checked(', blocking=True', 'AssetCheckResult(passed=value > 0.85)')
    .replace('asset=model', 'asset="model"')
    .replace('deps=[model]', 'deps=["model"]'),
  'the asset is a parameter': checked(', blocking=True', 'AssetCheckResult(passed=value > 0.85)').replace(
    '@asset(deps=[model])\ndef promoted():',
    '@asset\ndef promoted(context: AssetExecutionContext, model):',
  ),
  'an asset before it raises': `
@asset
def model():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")
${promote}`,
  'an op before it raises': `
@op
def check():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")

@op
def promote(start):
    move()

@job
def churn():
    promote(check())
`,
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, python) => {
  expect(await foundIn(python)).toEqual([])
})

const open: Readonly<Record<string, string>> = {
  'there is no check': model + promote,
  'the check does not block': checked('', 'AssetCheckResult(passed=value > 0.85)'),
  'the check is told not to block': checked(', blocking=False', 'AssetCheckResult(passed=value > 0.85)'),
  'whether it blocks is not known': checked(', blocking=STRICT', 'AssetCheckResult(passed=value > 0.85)'),
  'its failure is only a warning': checked(
    ', blocking=True',
    'AssetCheckResult(passed=value > 0.85, severity=AssetCheckSeverity.WARN)',
  ),
  'it always passes': checked(', blocking=True', 'AssetCheckResult(passed=True)'),
  'it passes the bad model': checked(', blocking=True', 'AssetCheckResult(passed=value < 0.85)'),
  'another asset is checked': checked(', blocking=True', 'AssetCheckResult(passed=value > 0.85)').replace(
    'deps=[model]',
    'deps=[]',
  ),
  'the op before it is not waited for': `
@op
def check():
    if json.load(open("metrics.json"))["auc"] < 0.85:
        raise ValueError("not good enough")

@op
def promote():
    move()

@job
def churn():
    check()
    promote()
`,
}
test.each(Object.entries(open))('it is reported where %s', async (_, python) => {
  expect(await foundIn(python)).toEqual([reported])
})

test('the way leads to the asset and on to the call', async () => {
  const [found] = await findingsIn({ 'churn.py': prelude + model + promote })
  expect(found?.path.map(step => step.replace(/^\S+ /, ''))).toEqual([
    '`churn.py` starts when it is asked to',
    'it runs the job `promoted`',
    '`promoted` runs `promoted`',
    '`promoted` calls `move`',
  ])
})
