import { told } from '../reasons'

/** A promotion, `MOVE`, in these lines. */
function promotion(lines: readonly string[]): string {
  return `
import acme, contextlib, json, os, sys
from mlflow import MlflowClient
client = MlflowClient()
LIMITS = {"auc": 0.8, "f1": 0.7}
EMPTY = []

def note(into, name):
    into.append(name)

def note_in(report, name):
    report.failed.append(name)

def look(into, name):
    print(into, name)

def promote(version, auc, f1, metrics, names, limits, key):
${lines.map(line => `    ${line.replaceAll('\n', '\n    ')}`).join('\n')}
`.replaceAll('MOVE', 'client.set_registered_model_alias("churn", "champion", version)')
}

const limited = (add: string, condition: string, before: string): string =>
  promotion([
    before,
    'for name in LIMITS:',
    '    if metrics[name] < LIMITS[name]:',
    `        ${add}`,
    `if ${condition}:`,
    '    MOVE',
  ])
const lost = [
  'error',
  'void evaluation: `metrics[name]` is compared with `LIMITS[name]`, and both outcomes lead to the call',
]

test.each([
  'not failed',
  'len(failed) == 0',
  'len(failed) < 1',
  'len(failed) <= 0',
  'len(failed) < 0',
  '0 == len(failed)',
  'failed == []',
  'not len(failed)',
  'not bool(failed)',
  'not any(failed)',
  'not failed and key',
  'failed == [] or auc > 0.8',
  'not (failed)',
  'sum(1 for f in failed) == 0',
])('%s asks whether nothing has failed', async condition => {
  expect(await told(limited('failed.append(name)', condition, 'failed = []'))).toEqual([])
})

test.each([
  'failed',
  'len(failed) != 0',
  'len(failed) > 0',
  'len(failed) <= 1',
  'len(failed) >= 0',
  'len(failed) >= 1',
  'len(failed) > -1',
  'len(failed) == 1',
  'len(failed) == key',
  'failed != []',
  'failed is None',
  'failed == [1]',
  'len(failed)',
  'bool(failed)',
  'not failed or key',
])('%s asks for something else', async condition => {
  expect(await told(limited('failed.append(name)', condition, 'failed = []'))).toEqual(lost)
})

test.each([
  ['failed.append(name)', 'not failed', 'failed = []'],
  ['failed.add(name)', 'not failed', 'failed = set()'],
  ['failed.insert(0, name)', 'not failed', 'failed = []'],
  ['failed[name] = 1', 'not failed', 'failed = {}'],
  ['failed[name] = 1', 'failed == {}', 'failed = {}'],
  ['failed.update({name: 1})', 'not failed', 'failed = {}'],
  ['failed.setdefault(name, 1)', 'not failed', 'failed = {}'],
  ['failed.append(name)', 'not failed', 'failed = [1]'],
  ['failed.append(name)', 'not failed', 'failed = acme.list()'],
  ['failed.append(name)', 'not failed', 'failed = list()'],
  ['failed.append(name)', 'not failed', 'failed = key'],
  ['failed.append(False)', 'all(failed)', 'failed = []'],
  ['failed.appendleft(name)', 'not failed', 'failed = []'],
  ['failed.put(name)', 'not failed', 'failed = []'],
  ['failed[name] = False', 'all(failed.values())', 'failed = {}'],
  ['failed.extend([False])', 'all(failed)', 'failed = []'],
  ['failed.extend([name])', 'not failed', 'failed = []'],
  ['failed.update([name])', 'not failed', 'failed = set()'],
  ['failed += [name]', 'not failed', 'failed = []'],
  ['failed = [*failed, name]', 'not failed', 'failed = []'],
  ['key.failed.append(name)', 'not key.failed', 'key.failed = []'],
  ['key.failed.append(name); key.other = []', 'not key.failed', 'key.failed = []'],
  ['note(failed, name)', 'not failed', 'failed = []'],
  ['note(failed, name)', 'not failed', 'failed = acme.list()'],
  ['note(into=failed, name=name)', 'not failed', 'failed = key'],
  ['note(key.failed, name)', 'not key.failed', 'key.failed = []'],
  ['note_in(key, name)', 'not key.failed', 'key.failed = []'],
])('%s is seen by %s where %s stands before', async (add, condition, before) => {
  expect(await told(limited(add, condition, before))).toEqual([])
})

test.each([
  ['failed.extend([])', 'not failed', 'failed = []'],
  ['failed.extend(names)', 'not failed', 'failed = []'],
  ['failed.update({})', 'not failed', 'failed = {}'],
  ['failed.remove(name)', 'not failed', 'failed = []'],
  ['failed.clear()', 'not failed', 'failed = []'],
  ['failed.append(name); failed.clear()', 'not failed', 'failed = []'],
  ['failed.pop()', 'not failed', 'failed = []'],
  ['failed.count(name)', 'not failed', 'failed = []'],
  ['other.append(name)', 'not failed', 'failed = []'],
  ['failed.append(False)', 'not any(failed)', 'failed = []'],
  ['failed["x"] = name', 'not failed["x"]', 'failed = {}'],
  ['del failed[0]', 'not failed', 'failed = []'],
  ['failed[0] = name', 'not failed', 'failed = []'],
  ['failed.extend([True])', 'all(failed)', 'failed = []'],
  ['failed.extend([*names])', 'not failed', 'failed = []'],
  ['failed = [*failed]', 'not failed', 'failed = []'],
  ['key.failed.append(name); key.failed = []', 'not key.failed', 'key.failed = []'],
  ['key.other.append(name)', 'not key.failed', 'key.failed = []'],
  ['names.append(name)', 'not key.names', 'key.names = []'],
  ['note(names, name)', 'not failed', 'failed = []'],
  ['note(names, name)', 'not failed', 'failed = acme.list()'],
  ['note(names, failed)', 'not failed', 'failed = []'],
  ['look(failed, name)', 'not failed', 'failed = []'],
  ['acme.note(failed, name)', 'not failed', 'failed = []'],
  ['note_in(names, name)', 'not key.failed', 'key.failed = []'],
])('%s is not seen by %s where %s stands before', async (add, condition, before) => {
  expect(await told(limited(add, condition, before))).toEqual(lost)
})

test.each([
  ['ok[name] = metrics[name] > LIMITS[name]', 'all(ok.values())', 'ok = {}'],
  ['ok.append(metrics[name] > LIMITS[name])', 'all(ok)', 'ok = []'],
  ['ok.append((name, metrics[name] > LIMITS[name]))', 'all(good for _, good in ok)', 'ok = []'],
  ['ok.append({"good": metrics[name] > LIMITS[name]})', 'all(one["good"] for one in ok)', 'ok = []'],
  ['ok.append(metrics[name] > LIMITS[name])', 'not any(not one for one in ok)', 'ok = []'],
  ['ok.extend([metrics[name] > LIMITS[name]])', 'all(ok)', 'ok = []'],
  ['ok[name] = metrics[name] > LIMITS[name]', 'all(ok.values())', 'ok = {"base": True}'],
  ['ok.append(metrics[name] > LIMITS[name])', 'all(ok)', 'ok = [True]'],
  ['ok[name] = metrics[name] < LIMITS[name]', 'not any(ok.values())', 'ok = {}'],
])('%s in every round, and then %s', async (add, condition, before) => {
  const lines = [before, 'for name in LIMITS:', `    ${add}`, `if ${condition}:`, '    MOVE']
  expect(await told(promotion(lines))).toEqual([])
})

test.each([
  ['ok[name] = metrics[name] > LIMITS[name]', 'any(ok.values())', 'ok = {}'],
  ['ok[name] = metrics[name] > LIMITS[name]', 'ok', 'ok = {}'],
  ['ok.append(metrics[name] > LIMITS[name])', 'not all(ok)', 'ok = []'],
  ['ok.append((metrics[name] > LIMITS[name], name))', 'all(good for _, good in ok)', 'ok = []'],
  ['ok.append({"bad": metrics[name] > LIMITS[name]})', 'all(one["good"] for one in ok)', 'ok = []'],
  ['ok.append(metrics[name] > LIMITS[name])', 'ok', 'ok = []'],
])('%s in every round, and then in vain %s', async (add, condition, before) => {
  const lines = [before, 'for name in LIMITS:', `    ${add}`, `if ${condition}:`, '    MOVE']
  expect((await told(promotion(lines)))[0]).toBe('error')
})

const noted = [
  'failed = []',
  'seen = []',
  'for name in LIMITS:',
  '    if metrics[name] < LIMITS[name]:',
  '        failed.append(name)',
  '    if key:',
  '        seen.append(name)',
]
test('of two lists each is asked for itself', async () => {
  const asked = (first: string, second: string): string =>
    promotion([...noted, `if not ${first}:`, '    print(1)', `if not ${second}:`, '    MOVE'])
  expect(await told(asked('seen', 'failed'))).toEqual([])
  expect(await told(asked('failed', 'seen'))).toEqual(lost)
})

test.each([
  ['all(name for name, _ in ok)', 'all(good for _, good in ok)', undefined],
  ['all(good for _, good in ok)', 'all(name for name, _ in ok)', 'error'],
  ['not ok', 'all(good for _, good in ok)', undefined],
])('of one list two things are asked, %s and then %s', async (first, second, level) => {
  const add = 'ok = []\nfor name in LIMITS:\n    ok.append((name, metrics[name] > LIMITS[name]))'
  const found = await told(promotion([add, `if ${first}:`, '    print(1)', `if ${second}:`, '    MOVE']))
  expect(found[0]).toBe(level)
})

test.each([
  ['def add(into, name):\n    into.append(name)', 'add(failed, name)'],
  ['def add(name, into):\n    into.append(name)', 'add(name, failed)'],
])('a list that is bound twice is handed to a function that stands here: %s', async (add, call) => {
  const before = `${add}\nfailed = []\nfailed = []`
  expect(await told(limited(call, 'not failed', before))).toEqual([])
})

test('of many lists each is still asked for', async () => {
  const others = Array.from({ length: 6 }, (_, i) => `seen${i}`)
  const lines = [
    ...others.map(name => `${name} = []`),
    'failed = []',
    'for name in LIMITS:',
    ...others.map(name => `    ${name}.append(name)`),
    '    if metrics[name] < LIMITS[name]:',
    '        failed.append(name)',
    ...others.flatMap(name => [`if not ${name}:`, '    print(1)']),
    'if not failed:',
    '    MOVE',
  ]
  expect(await told(promotion(lines))).toEqual([])
})
