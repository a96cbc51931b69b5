import { findingsIn } from '../pipelines/scanned'

const prelude = `
import json

from dagster import AssetCheckResult, AssetCheckSeverity, AssetExecutionContext, AssetKey, asset, asset_check, job, op
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

const blocked = (settings: string): string =>
  `${checked(', blocking=True', 'AssetCheckResult(passed=value > 0.85)').replace(
    '@asset(deps=[model])',
    `@asset
def rows():
    return 1

@asset(deps=[model])
def between():
    return 1

needed = [model]

@asset(${settings})`,
  )}`

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
  'another asset comes before as well': blocked('deps=[rows, model]'),
  'assets before it have a name': blocked('deps=needed'),
  'it names the one before it alone': blocked('deps=model'),
  'it names the one before it as an older version has it': blocked('non_argument_deps={"model"}'),
  'it names the key of the one before it': blocked('deps=[AssetKey("model")]'),
  'another asset stands between': blocked('deps=[between]'),
  'the asset has another name': blocked('deps=["other"]').replace(
    '@asset\ndef model',
    '@asset(name="other")\ndef model',
  ),
  'the asset has another name, and is a parameter': blocked('')
    .replace('@asset\ndef model', '@asset(name="other")\ndef model')
    .replace('def promoted()', 'def promoted(other)'),
  'that it blocks is a constant': `\nSTRICT = True\n${blocked('deps=[model]').replace('=True)', '=STRICT)')}`,
  'another check only warns': `${blocked('deps=[model]')}\nlevel = AssetCheckSeverity.WARN\n`,
  'a graph holds the ops': `
from dagster import graph

@op
def check():
    if auc() < 0.85:
        raise ValueError("not good enough")

@op
def promote(start):
    move()

@graph
def release():
    promote(check())

@job
def churn():
    release()
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
  'it names another asset': blocked('deps=["rows"]'),
  'it names the check': blocked('deps=["good"]'),
  'it names itself': blocked('deps=["promoted"]'),
  'the other asset before it is checked': blocked('deps=[model]').replace('asset=model', 'asset=rows'),
  'the check does not say which asset': blocked('deps=[model]').replace('asset=model, ', ''),
  'the asset has another name than is said': blocked('deps=["model"]').replace(
    '@asset\ndef model',
    '@asset(name="other")\ndef model',
  ),
  'whether it blocks is one of two': `\nSTRICT = True\nif auc():\n    STRICT = False\n${blocked('deps=[model]').replace('=True)', '=STRICT)')}`,
  'whether it blocks is a question': blocked('deps=[model]').replace('=True)', '=bool(auc()))'),
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

test('an asset is known by the name that it is given', async () => {
  const [found] = await findingsIn({
    'churn.py': `${prelude}\n@asset(name="moved")\ndef promoted():\n    move()\n`,
  })
  expect(found?.path.slice(1, 3).map(step => step.replace(/^\S+ /, ''))).toEqual([
    'it runs the job `moved`',
    '`moved` runs `promoted`',
  ])
})
