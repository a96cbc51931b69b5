import { told } from '../reasons'

/** A promotion on the good side of a comparison of its parameters. */
function move(condition: string, before: readonly string[] = []): string {
  const names = new Set(condition.concat(...before).match(/\b[a-z]\w*\b/g) ?? [])
  const known = [
    'version',
    'acme',
    'get',
    'and',
    'or',
    'if',
    'else',
    'max',
    'min',
    'abs',
    'round',
    'float',
    'len',
    'math',
    'np',
    'sys',
    'inf',
    'os',
    'pass',
  ]
  const parameters = [...names].filter(
    name => !known.includes(name) && !before.some(line => line.startsWith(`${name} =`)),
  )
  const lines = [
    ...before,
    `if ${condition}:`,
    '    client.set_registered_model_alias("churn", "champion", version)',
  ]
  return `
import acme, math, os, sys
from acme import get
import numpy as np
WORST = -math.inf
from mlflow import MlflowClient
client = MlflowClient()

def promote(${['version', ...parameters].join(', ')}):
${lines.map(line => `    ${line}`).join('\n')}
`
}

test.each([
  'metrics["f1"] >= champion["f1"]',
  'champion["f1"] <= metrics["f1"]',
  '0.8 < auc',
  '0.8 < auc < 1.0',
  'auc > 0.8 and f1 > 0',
  'rows["auc"] > 0.8',
  'version.tags["f1"] > 0.8',
  'error_rate < 0.1',
  'latency < 100',
  'improvement > 0',
  'auc_delta > 0',
  'new_auc - old_auc > 0',
  'new_auc - old_auc >= 0',
  'old_rmse - new_rmse > 0',
  'new_rmse - old_rmse < 0',
  '{**metrics}["auc"] > {**champion}["auc"]',
  'loss <= 0',
  'max(auc, 0.1) > 0.8',
  'round(auc, 2) > 0.8',
  'float(metrics["auc"]) > 0.8',
  'model.accuracy() > 0.8',
  'history["val_acc"][-1] > 0.8',
  'production_auc < staging_auc',
  'candidate_auc > baseline_auc',
  'first_auc > second_auc',
  'first_auc < second_auc',
  'metrics.get("f1", 0.5) > 0.8',
  'metrics.get("f1", 0.99) > limit',
  'metrics.get("rmse", 9.0) < 3.0',
  'metrics.get("rmse", 0.01) < limit',
  'metrics.get("quality", 1) > 0.8',
  'f1 > champion.get("f1", 0.5)',
  'f1 > champion.get("f1", math.inf)',
  'rmse < champion.get("rmse", 99)',
  'rmse < champion.get("rmse", -math.inf)',
  'rmse < champion.get("rmse", float("nan"))',
  'rmse < champion.get("rmse", 1999)',
  'rmse < champion.get("rmse", 9990)',
  'f1 > champion.get("f1", "")',
  'f1 > champion.pick("f1", -math.inf)',
  'f1 > champion.get("f1", os.inf)',
  'f1 > champion.get("f1", +math.inf)',
  'f1 > get("f1", -math.inf)',
  'f1 > champion.get("f1", acme.float("-inf"))',
  'f1 > champion.get("f1", float("-info"))',
  'f1 > champion.get("f1", float("no -inf"))',
  'f1 > champion.get("f1", float(limit))',
])('%s decides', async condition => {
  expect(await told(move(condition))).toEqual([])
})

test.each([
  ['auc > TABLE["auc"]', ['TABLE = {"auc": 0.8}']],
  ['auc > TABLE["auc"]', ['TABLE = {}', 'TABLE["auc"] = limits']],
  ['auc >= limit', ['limit = 0.8', 'if high:', '    limit = 0.0']],
  ['auc > TABLE["auc"]', ['TABLE = {}', 'if high:', '    TABLE = {"auc": 0.8}']],
  ['auc > TABLE[0]', ['TABLE = [0.8]']],
  ['auc > TABLE.other("auc")', ['TABLE = {}']],
  ['auc > TABLE', ['TABLE = {}']],
])('%s decides where %j stands before', async (condition, before) => {
  expect(await told(move(condition, before))).toEqual([])
})

test.each([
  'n_rows > 100',
  'len(accuracies) > 3',
  'training_time < 100',
  'auc == 0.8',
  'auc != 0.8',
  'scores[0] > 0.8',
])('%s asks for something else', async condition => {
  expect(await told(move(condition))).toEqual(['error'])
})

test.each([
  ['0.8 > auc', '`auc` is compared with a bound'],
  ['error_rate > 0.1', '`error_rate` is compared with a bound'],
  ['latency > 100', '`latency` is compared with a bound'],
  ['loss >= 0', '`loss` is compared with a bound'],
  ['abs(new_auc - old_auc) < 0.1', 'a metric is compared with a bound'],
  ['candidate_auc < baseline_auc', '`candidate_auc` is compared with `baseline_auc`'],
  ['old_auc - new_auc > 0', 'a metric is compared with a bound'],
  ['new_rmse - old_rmse > 0', 'a metric is compared with a bound'],
])('%s lets the bad model through', async (condition, says) => {
  expect(await told(move(condition))).toEqual([
    'error',
    `void evaluation: ${says}, and the call stands on the side where it failed`,
  ])
})

test.each([
  ['auc >= 0', 'the comparison of `auc` cannot fail: its bound is 0'],
  ['0 <= auc', 'the comparison of `auc` cannot fail: its bound is 0'],
  ['metrics["auc"] >= metrics["auc"]', '`metrics["auc"]` is compared with itself'],
  ['metrics.get("f1", 0.8) >= 0.8', 'where `f1` is missing, its default 0.8 passes'],
  ['metrics.get("f1", 1.0) > limit', 'where `f1` is missing, its default 1 passes'],
  ['metrics.get("rmse", 3.0) <= 3.0', 'where `rmse` is missing, its default 3 passes'],
  ['metrics.get("rmse", 0.0) < limit', 'where `rmse` is missing, its default 0 passes'],
])('%s cannot fail', async (condition, says) => {
  expect(await told(move(condition))).toEqual(['error', `void evaluation: ${says}`])
})

test.each([
  ['TABLE["auc"]', '{}'],
  ['TABLE["churn"]["auc"]', '{}'],
  ['TABLE.get("auc")', '{}'],
  ['TABLE.get("auc")', '[]'],
])('%s is no bound where nothing stands in %s', async (bound, table) => {
  expect(await told(move(`auc > ${bound}`, [`TABLE = ${table}`]))).toEqual([
    'error',
    'void evaluation: the table of thresholds for `auc` is empty',
  ])
})

test('a bound that is one of several numbers cannot fail where none of them can', async () => {
  expect(await told(move('auc >= limit', ['limit = -1', 'if high:', '    limit = 0.0']))).toEqual([
    'error',
    'void evaluation: the comparison of `auc` cannot fail: its bound is 0 or -1',
  ])
  expect(await told(move('auc > TABLE["auc"]', ['TABLE = {"auc": 0}']))).toEqual([
    'error',
    'void evaluation: the comparison of `auc` cannot fail: its bound is 0',
  ])
})

const missing = (metric: string, bound: string): readonly string[] => [
  'note',
  `medium evaluation: \`${metric}\` is compared with another one, which is ${bound} where it is missing, so that anything passes`,
]
test.each([
  ['0', '0'],
  ['-1', '-1'],
  ['-np.inf', '-inf'],
  ['WORST', '-inf'],
  ['-float("inf")', '-inf'],
  ['float("-inf")', '-inf'],
  ['float(" -Infinity ")', '-inf'],
])('a score of the champion that is %s where it is missing lets anything pass', async (value, bound) => {
  expect(await told(move(`f1 > champion.get("f1", ${value})`))).toEqual(missing('f1', bound))
})
test.each([
  ['np.inf', 'inf'],
  ['sys.maxsize', 'inf'],
  ['float("+Infinity")', 'inf'],
  ['1e6', '1000000'],
  ['999', '999'],
  ['9999', '9999'],
])('an error of the champion that is %s where it is missing lets anything pass', async (value, bound) => {
  expect(await told(move(`rmse < champion.get("rmse", ${value})`))).toEqual(missing('rmse', bound))
})

test('a bound that is infinite until there is a champion lets anything pass', async () => {
  const lines = ['best = -math.inf', 'if champion:', '    best = champion["f1"]']
  const open = [
    'note',
    'medium evaluation: `f1` is compared with `best`, which is -inf where it is missing, so that anything passes',
  ]
  expect(await told(move('f1 > best', lines))).toEqual(open)
  expect(await told(move('f1 > best', [...lines, 'if staging:', '    best = staging["f1"]']))).toEqual(open)
})

const eitherWay = (first: string, second: string): string => `
from mlflow import MlflowClient
client = MlflowClient()

def promote(version, new, champion, higher):
    if higher:
        ok = ${first}
    else:
        ok = ${second}
    if ok:
        client.set_registered_model_alias("churn", "champion", version)
`
test.each([
  ['new["auc"] > champion["auc"]', 'new["auc"] < champion["auc"]'],
  ['new["auc"] < champion["auc"]', 'champion["auc"] < new["auc"]'],
  ['new["auc"] > champion["auc"]', 'new["auc"] >= champion["auc"]'],
])('%s, and %s on the other way, decide', async (first, second) => {
  expect(await told(eitherWay(first, second))).toEqual([])
})

test('the same comparison written the other way round is no other one', async () => {
  expect(await told(eitherWay('new["auc"] < champion["auc"]', 'champion["auc"] > new["auc"]'))).toEqual([
    'error',
    'void evaluation: `new["auc"]` is compared with `champion["auc"]`, and the call stands on the side where it failed',
  ])
})

test('of two things that cannot be read a comparison is not the same the other way round', async () => {
  const lines = ['seen = f1 > 0.5', 'print(seen)']
  const [level, why] = await told(move('{**metrics}["auc"] < {**champion}["auc"]', lines))
  expect([level, why]).toEqual([
    'error',
    'void evaluation: `auc` is compared with another one, and the call stands on the side where it failed',
  ])
})

test('what only makes a number of it keeps its name', async () => {
  const lines = ['if float(accuracy) > float(champion_accuracy):', '    print("better")']
  expect(await told(move('version', lines))).toEqual([
    'error',
    'void evaluation: `accuracy` is compared with `champion_accuracy`, and both outcomes lead to the call',
  ])
})

test('the best of several starts anywhere, and one of them always wins', async () => {
  const started = `
from mlflow import MlflowClient

def train(runs):
    best = 0.0
    for run in runs:
        accuracy = run.evaluate()
        if accuracy > best:
            best = accuracy
    MlflowClient().set_registered_model_alias("churn", "champion", runs[0].version)
`
  expect(await told(started)).toEqual([
    'error',
    'void evaluation: `accuracy` is compared with `best`, which starts at 0 and is the best of them, and both outcomes lead to the call',
  ])
})
