import { analyseSources } from '../../support/analyse'
import { rules, told, toldOf } from '../reasons'
import { move, type Row, titled } from './asked'

function verdictOf(name: string): readonly string[] {
  const says = 'is a verdict on the model, going by its name; what it asks cannot be seen here'
  return ['note', `medium evaluation: \`${name}\` ${says}`]
}

const spoken: readonly Row[] = [
  [
    'acme.validate_model(version)',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'not acme.validate_model(version)',
    [
      'error',
      'void evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here, and the call stands on the side where it failed',
    ],
  ],
  ['acme.isModelValid(version)', ['error']],
  [
    'acme.passes_gate(version)',
    [
      'note',
      'medium evaluation: `passes_gate` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'acme.evaluate(version).passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'acme.evaluate(version)["passed"]',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'acme.gate.passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'acme.passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'version.passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'version["passed"]',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'tags["passed"] == "true"',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['tags["passed"] == "no"', ['error']],
  [
    'tags["passed"] == 1',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'tags["passed"] is True',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['acme.check(version) == "PASSED"', ['error']],
  ['acme.validate_model(version) == "failed"', ['error']],
  ['acme.validate_model(version) in ("passed", "ok")', ['error']],
  [
    'acme.validate_model(version) in ("passed", "accepted")',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'json.load(open("passed.json"))',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'Path("quality_gate_passed.txt").read_text() == "true"',
    [
      'note',
      'medium evaluation: `quality_gate_passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'Path("quality_gate_passed.txt").read_text().strip() == "true"',
    [
      'note',
      'medium evaluation: `quality_gate_passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'int(Path("quality_gate_passed").read_text())',
    [
      'note',
      'medium evaluation: `quality_gate_passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['Path("rows.txt").read_text() == "true"', ['error']],
  [
    'json.load(open("report.json"))["passed"]',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'json.load(open("report.json")).get("passed")',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['json.load(open("report.json")).get("rows")', ['error']],
  [
    'os.environ["GATE_PASSED"] == "true"',
    [
      'error',
      'weak approval: `os.environ["GATE_PASSED"] == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  ['os.environ.get("GATE_PASSED")', ['error']],
  ['sys.argv[1]', ['error']],
  ['acme.Result(passed=True).passed', ['error']],
  [
    'acme.Result(rows=3).passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'bool(acme.validate_model(version))',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'str(acme.validate_model(version)).lower() == "true"',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['client.search_runs("passed")', ['error']],
  [
    'acme.validate_model',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'review.quality_gate.passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
    [],
  ],
  [
    'gate_passed == "yes"',
    [
      'note',
      'medium evaluation: `gate_passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
    [],
  ],
  ['quality', ['error'], []],
  ['passed', ['error'], ['passed = acme.run(version)']],
  [
    'passed',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
    ['passed = acme.validate_model(version)'],
  ],
  [
    'ok',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
    ['ok = acme.validate_model(version)'],
  ],
  [
    'ok and passed',
    [
      'note',
      'medium evaluation: `validate_model` is a verdict on the model, going by its name; what it asks cannot be seen here',
      'void evaluation: `passed` is overwritten with `True` before it is tested',
    ],
    ['ok = acme.validate_model(version)', 'passed = True'],
  ],
  ['review.passed.get(0)', verdictOf('passed')],
  ['json.load(open(REPORT))', verdictOf('passed'), [], 'REPORT = "passed.json"\n'],
  ['RESULTS["passed"]', verdictOf('passed'), [], 'RESULTS = acme.results()\n'],
  ['RESULTS["passed"]', ['error'], [], 'RESULTS = {"passed": True}\n'],
  ['(version + 1).passes_gate()', verdictOf('passes_gate')],
  ['"churn".passes_gate()', verdictOf('passes_gate')],
  ['acme.validate_model(version)["data"]', ['error']],
  [
    'acme.validateModel(version)',
    [
      'note',
      'medium evaluation: `validateModel` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  [
    'acme.ValidateModel(version)',
    [
      'note',
      'medium evaluation: `ValidateModel` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
]
test.each(titled(spoken))('what is known by its name: %s', async (_, row) => {
  expect(await told(move('tags, review, passed, gate_passed, quality', row))).toEqual(row[1])
})

const isGood = 'import functools\ndef is_good(value):\n    return value > 0.8\n'
const lost = [
  'error',
  'void evaluation: `metrics[k]` is compared with `THRESHOLDS[k]`, but not where `for k in THRESHOLDS` is empty',
]
const above = `
class Gate:
    def check(self, auc):
        return auc > 0.8
class Strict(Gate):
    def check(self, auc):
        return super().check(auc)
`
const pick = `
def pick(auc):
    if auc > 0.8:
        return ["deploy", "notify"]
    return ["skip"]
`
const calls: readonly Row[] = [
  ['bool(auc > 0.8)', []],
  ['all([auc > 0.8, f1 > 0.7])', []],
  ['all([auc > 0.8, version])', []],
  ['all([version, models])', ['error']],
  ['any([auc > 0.8, f1 > 0.7])', ['error']],
  ['not any([auc < 0.8, f1 < 0.7])', []],
  ['not all([auc < 0.8, f1 < 0.7])', ['error']],
  ['all((auc > 0.8,))', []],
  ['all(metrics[k] > THRESHOLDS[k] for k in THRESHOLDS)', []],
  ['any(metrics[k] > THRESHOLDS[k] for k in THRESHOLDS)', ['error']],
  ['not any(metrics[k] < THRESHOLDS[k] for k in THRESHOLDS)', []],
  ['all(checks.values())', [], ['checks = {"a": auc > 0.8}']],
  ['all({"a": auc > 0.8}.values())', []],
  ['all({"a": auc > 0.8}.keys())', ['error']],
  ['all({}.values())', ['error']],
  ['any({"a": auc > 0.8}.values())', ['error']],
  ['sum([auc < 0.8, f1 < 0.7]) == 0', []],
  ['not sum([auc < 0.8, f1 < 0.7])', []],
  ['sum([auc > 0.8, f1 > 0.7])', ['error']],
  ['not len([k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]])', []],
  ['len([k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]) == 0', []],
  ['not failed', [], ['failed = [k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]']],
  ['not list(failed)', [], ['failed = [k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]']],
  ['not sorted(failed)', [], ['failed = [k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]']],
  ['not set(failed)', [], ['failed = [k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]']],
  ['not failed.items()', [], ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['not failed.copy()', [], ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['not failed.keys()', [], ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  [
    'not failed.pop()',
    [
      'error',
      'void evaluation: `metrics[k]` is compared with `THRESHOLDS[k]`, but not where `for k in THRESHOLDS` is empty',
    ],
    ['failed = [k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]]'],
  ],
  [
    'failed.items()',
    [
      'error',
      'void evaluation: `metrics[k]` is compared with `THRESHOLDS[k]`, but not where `for k in THRESHOLDS` is empty',
    ],
    ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}'],
  ],
  ['next((k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]), None) is None', []],
  [
    'next((k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]), None) is not None',
    [
      'error',
      'void evaluation: `metrics[k]` is compared with `THRESHOLDS[k]`, but not where `for k in THRESHOLDS` is empty',
    ],
  ],
  [
    'not next((k for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]), None)',
    [
      'error',
      'void evaluation: `metrics[k]` is compared with `THRESHOLDS[k]`, but not where `for k in THRESHOLDS` is empty',
    ],
  ],
  ['result.get("ok")', [], ['result = {"ok": auc > 0.8}']],
  ['result.get("ok", False)', [], ['result = {"ok": auc > 0.8}']],
  ['result.get("ok", True)', ['error'], ['result = {"ok": auc > 0.8}']],
  ['result.get("other", True)', ['error'], ['result = {"ok": auc > 0.8}']],
  ['result["ok"]', [], ['result = {"ok": auc > 0.8}']],
  ['result["other"]', ['error'], ['result = {"ok": auc > 0.8}']],
  ['result.copy()["ok"]', [], ['result = {"ok": auc > 0.8}']],
  ['dict(result)["ok"]', [], ['result = {"ok": auc > 0.8}']],
  ['acme.Result(passed=auc > 0.8).passed', []],
  ['acme.Result(passed=auc > 0.8).other', ['error']],
  ['acme.result(passed=auc > 0.8).passed', ['error']],
  [
    'acme.Result(auc > 0.8).passed',
    [
      'note',
      'medium evaluation: `passed` is a verdict on the model, going by its name; what it asks cannot be seen here',
    ],
  ],
  ['check(auc)', [], [], 'def check(value):\n    return value > 0.8\n'],
  ['check(value=auc)', [], [], 'def check(value):\n    return value > 0.8\n'],
  ['check(auc)[0]', [], [], 'def check(value):\n    return value > 0.8, value\n'],
  ['not check(auc)[0]', [], [], 'def check(value):\n    if value:\n        return value < 0.8, value\n'],
  ['check(auc)[1]', ['error'], [], 'def check(value):\n    return value > 0.8, value\n'],
  ['not check(auc)', [], [], 'def check(value):\n    return value < 0.8\n'],
  ['check(auc)', [], [], 'def check(value):\n    if value < 0.8:\n        return False\n    return True\n'],
  [
    'check(auc)',
    ['error'],
    [],
    'def check(value):\n    if value < 0.8:\n        print("bad")\n    return True\n',
  ],
  ['check(auc)', [], [], 'def check(value):\n    if value < 0.8:\n        return\n    return True\n'],
  [
    'check(auc) is None',
    [],
    [],
    'def check(value):\n    if value > 0.8:\n        return\n    return "bad"\n',
  ],
  ['check(auc) is None', [], [], 'def check(value):\n    if value < 0.8:\n        return "bad"\n'],
  [
    'check(auc) == "good"',
    [],
    [],
    'def check(value):\n    if value < 0.8:\n        return "bad"\n    return "good"\n',
  ],
  [
    'check(auc) != "bad"',
    [],
    [],
    'def check(value):\n    if value < 0.8:\n        return "bad"\n    return "good"\n',
  ],
  [
    'check(auc) in ("good", "fine")',
    [],
    [],
    'def check(value):\n    if value < 0.8:\n        return "bad"\n    return "good"\n',
  ],
  [
    'check(auc) in ("good", "bad")',
    ['error'],
    [],
    'def check(value):\n    if value < 0.8:\n        return "bad"\n    return "good"\n',
  ],
  [
    'check(auc).ok',
    [],
    [],
    'class R:\n    def __init__(self, ok):\n        self.ok = ok\ndef check(value):\n    return R(value > 0.8)\n',
  ],
  ['check(lambda: auc > 0.8)', [], [], 'def check(f):\n    return f()\n'],
  ['(lambda v: v > 0.8)(auc)', []],
  ['operator.gt(auc, 0.8)', ['error'], ['import operator']],
  ['good()', [], ['good = functools.partial(is_good, auc)'], isGood],
  ['good(auc)', [], ['good = functools.partial(is_good)'], isGood],
  [
    'not good()',
    [
      'error',
      'void evaluation: `value` is compared with a bound, and the call stands on the side where it failed',
    ],
    ['good = functools.partial(is_good, auc)'],
    isGood,
  ],
  ['any(one["approved"] == "true" for one in models)', []],
  ['any([models["approved"] == "true", f1])', ['error']],
  ['all(one["approved"] == "true" for one in models)', []],
  ['int(auc > 0.8)', []],
  ['int(auc)', ['error']],
  ['models["failed"] < 0', ['error']],
  ['models.failed < 0', ['error']],
  ['(auc > 0.8).ok', ['error']],
  ['(auc > 0.8 and f1).ok', ['error']],
  ['pick(auc) == ["deploy"]', [], [], pick],
  ['pick(auc) == ["skip"]', ['error'], [], pick],
  ['"skip" in pick(auc)', ['error'], [], pick],
  ['(f1, auc > 0.8)[1]', []],
  ['(f1, auc > 0.8)[0]', ['error']],
  ['above(metrics, "auc", 0.8)', [], [], 'def above(all, name, limit):\n    return all[name] > limit\n'],
  ['above(metrics, "auc", models)', [], [], 'def above(all, name, limit):\n    return all[name] > limit\n'],
  ['above(models, "x", 0.8)', ['error'], [], 'def above(all, name, limit):\n    return all[name] > limit\n'],
  ['int(said(auc)) == 1', ['error'], [], 'def said(auc):\n    return "1" if auc > 0.8 else "0"\n'],
  ['all({"a": auc > 0.8, "b": models}.values())', []],
  ['all({k: metrics[k] > THRESHOLDS[k] for k in THRESHOLDS}.values())', []],
  ['not any({"a": auc < 0.8, **models}.values())', []],
  ['all(values({"a": auc > 0.8}))', ['error'], [], 'from acme import values\n'],
  ['acme.Result.of(passed=auc > 0.8).passed', ['error']],
  ['not any({**low}.values())', [], ['low = {"a": auc < 0.8}']],
  ['any(votes)', ['error'], ['votes = [models["approved"] == "true"]', 'votes.append(f1)']],
  ['not failed.values()', [], ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['not any(failed.items())', lost, ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['not failed.keys()[0]', lost, ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['not failed.keys_left()', lost, ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['failed.items() is not None', lost, ['failed = {k: 1 for k in THRESHOLDS if metrics[k] < THRESHOLDS[k]}']],
  ['all(ok for _, ok in checks.items())', [], ['checks = {"a": auc > 0.8}']],
  ['all(ok for _, ok in checks.pairs())', ['error'], ['checks = {"a": auc > 0.8}']],
  ['all(checks.items())', ['error'], ['checks = {"a": auc > 0.8}']],
  [
    'check(auc)[0]',
    [],
    ['if check(auc)[1]:', '    print(1)'],
    'def check(value):\n    return value > 0.8, value\n',
  ],
  ['Strict().check(auc)', [], [], above],
  [
    'not Strict().check(auc)',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
    [],
    above,
  ],
  ['{"a": f1, "b": auc > 0.8}["b"]', []],
  ['{"a": f1, "b": auc > 0.8}["a"]', ['error']],
  ['{True: f1, "b": auc > 0.8}[True]', ['error']],
  ['[auc > 0.8][-1]', []],
  ['[auc > 0.8, f1][-1]', ['error']],
  ['list([auc > 0.8])[0]', []],
  ['sorted([auc > 0.8])[0]', []],
]
test.each(titled(calls))('what a call says: %s', async (_, row) => {
  expect(await told(move('metrics, f1, auc, models', row))).toEqual(row[1])
})

const promotes = 'MlflowClient().set_registered_model_alias("churn", "champion", version)'
const imports = 'import acme\nfrom acme import gate_passed, validate_model\nfrom mlflow import MlflowClient\n'
test.each([
  ['version = "3"\nif gate_passed:\n    MOVE', verdictOf('gate_passed')],
  ['version = "3"\nif validate_model(version):\n    MOVE', verdictOf('validate_model')],
  [
    'def promote(version):\n    if validate_model(version):\n        MOVE\npromote("3")',
    verdictOf('validate_model'),
  ],
  ['def promote(version, passed):\n    if int(passed):\n        MOVE\npromote("3", 1)', ['error']],
  ['def promote(version, passed):\n    if passed:\n        MOVE', verdictOf('passed')],
  ['@acme.task\ndef promote(version, passed):\n    if passed:\n        MOVE', ['error']],
])('what is known by its name, wherever it stands: %s', async (body, found) => {
  expect(await told(imports + body.replace('MOVE', promotes))).toEqual(found)
})

test('what tests give says nothing of what is given', async () => {
  const promote = `${imports}def promote(version, passed):\n    if passed:\n        ${promotes}\n`
  const gives = 'from churn import promote\n\ndef test_it():\n    promote("3", True)\n'
  expect(await toldOf({ 'churn.py': promote, 'tests/test_churn.py': gives })).toEqual(verdictOf('passed'))
  expect(await toldOf({ 'churn.py': promote, 'main.py': gives })).toEqual(['error'])
})

test.each([
  ['if passed:\n        MOVE', 'passed'],
  ['print(1)\n    if acme.quality_gate.passed:\n        MOVE', 'acme.quality_gate.passed'],
  ['if acme.evaluate(version).passed:\n        MOVE', 'acme.evaluate(version)'],
  ['if acme.evaluate(version)["passed"]:\n        MOVE', 'acme.evaluate(version)'],
])('a verdict is shown where it stands: %s', async (body, shown) => {
  const python = `${imports}def promote(version, passed):\n    ${body.replace('MOVE', promotes)}\n`
  const findings = await analyseSources({ 'churn.py': python }, rules)
  const places = findings.flatMap(({ guards }) =>
    guards.map(({ span: { start, end } }) => python.slice(start, end)),
  )
  expect(places).toEqual([shown])
})

test('what may be nothing at all is not shown to be good', async () => {
  const check = 'def check(value):\n    if value < 0.5:\n        return None\n    return value > 0.8\n'
  expect((await told(move('auc', ['check(auc) in (True, None)', [], [], check])))[0]).toBe('error')
  expect((await told(move('auc', ['check(auc) in (True, 1)', [], [], check])))[0]).toBeUndefined()
})

test('what a script is given selects, whatever it is called', async () => {
  const script =
    'set -e\nif [ "$GATE_PASSED" = "true" ]; then\n  gto assign churn --version v1 --stage prod\nfi\n'
  expect(await toldOf({ 'promote.sh': script })).toEqual(['error'])
})
