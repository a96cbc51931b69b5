import { told } from '../reasons'

/** A promotion, `MOVE`, beside what looks like a check of it. */
function promotion(body: string): string {
  return `
import acme, json, logging, os, mlflow
from os import getenv
from mlflow import MlflowClient
client = MlflowClient()
logger = logging.getLogger()

def verify(value):
    if value < 0.8:
        raise ValueError()

def is_good(value):
    return value > 0.8

def is_bad(value):
    return value < 0.8

class Judge:
    def evaluate(self, model):
        return acme.run(model)

STAGE = os.environ["STAGE"]
OTHER = getenv("STAGE")

def promote(version, auc, key, names, model):
${body.replaceAll('MOVE', 'client.set_registered_model_alias("churn", "champion", version)').replaceAll(/^/gm, '    ')}
`
}

const auc = (why: string): string => `void evaluation: \`auc\` is compared with a bound, ${why}`
const value = (why: string): string => `void evaluation: \`value\` is compared with a bound, ${why}`

const vain: readonly (readonly [body: string, reasons: readonly string[]])[] = [
  ['acme.log(auc > 0.8)\nMOVE', []],
  ['better = auc > 0.8\nMOVE', [auc('and no test asks for the outcome')]],
  ['better = auc > 0.8\nprint(better)\nMOVE', [auc('and no test asks for the outcome')]],
  ['MOVE\nbetter = auc > 0.8', [auc('and no test asks for the outcome')]],
  ['input("?")\nMOVE', ['void approval: a person is asked, and nobody looks at the answer']],
  [
    'answer = input("?")\nacme.log(answer)\nMOVE',
    ['void approval: a person is asked, and nobody looks at the answer'],
  ],
  ['MOVE\ninput("?")', ['void approval: a person is asked, and nobody looks at the answer']],
  ['is_good(auc)\nMOVE', [value('and nobody looks at the answer')]],
  ['is_bad(auc)\nMOVE', [value('and nobody looks at the answer')]],
  ['MOVE\nif key:\n    verify(auc)', [value('but only after the call')]],
  [
    'if key == (\n    "x"\n):\n    verify(auc)\nMOVE',
    [value('but it is skipped where `key == ( "x" )` does not hold')],
  ],
  [
    'if key == "a`b":\n    verify(auc)\nMOVE',
    [value('but it is skipped where `key == "a\'b"` does not hold')],
  ],
  [
    'if names:\n    print(1)\nif key:\n    verify(auc)\nMOVE',
    [value('but it is skipped where `key` is not set')],
  ],
  [
    'if key:\n    verify(auc)\nif names:\n    print(1)\nMOVE',
    [value('but it is skipped where `key` is not set')],
  ],
  [
    'worse = False\nif key:\n    print(1)\nelif auc < 0.8:\n    worse = True\nif not worse:\n    MOVE',
    [auc('but it is skipped where `key` is set')],
  ],
  [
    'ok = is_good(auc)\nok = False\nif ok is False:\n    MOVE',
    [
      'void evaluation: `ok` is overwritten with `False` before it is tested',
      value('and nobody looks at the answer'),
    ],
  ],
  [
    'ok = is_good(auc)\nok = None\nif ok is None:\n    MOVE',
    [
      'void evaluation: `ok` is overwritten with `None` before it is tested',
      value('and nobody looks at the answer'),
    ],
  ],
  ...['None', 'False', '0', '""'].map(
    nothing =>
      [
        `ok = ${nothing}\nif key:\n    ok = is_good(auc)\nelif names:\n    ok = True\nif ok:\n    MOVE`,
        ['void evaluation: `ok` is set to `True` on a way that checks nothing'],
      ] as const,
  ),
  ['acme.evaluate(key)\nMOVE', []],
  [
    'Judge().evaluate(model)\nMOVE',
    ['void evaluation: `Judge().evaluate` measures the model, and nothing is decided by the result'],
  ],
  ['if key:\n    mlflow.evaluate(model)\n    return\nMOVE', []],
  [
    'if key:\n    mlflow.evaluate(model)\nMOVE',
    ['void evaluation: `mlflow.evaluate` measures the model, and nothing is decided by the result'],
  ],
  [
    'if not key.dryRun:\n    MOVE',
    [
      'weak approval: `key.dryRun` is a switch for dry runs; it says whether to act, not whether the model is good',
    ],
  ],
  ['if acme.state({"promote": key}).done:\n    MOVE', []],
  [
    'if STAGE == "prod":\n    MOVE',
    [
      'weak approval: `STAGE == "prod"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  [
    'if OTHER == "prod":\n    MOVE',
    [
      'weak approval: `OTHER == "prod"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  ['good = is_good(auc)\nMOVE', [value('and nobody looks at the answer')]],
  ['good = is_good(auc)\nif good:\n    print(good)\nMOVE', [value('and both outcomes lead to the call')]],
  ['MOVE\nverify(auc)', [value('but only after the call')]],
  ['for v in names:\n    MOVE\n    verify(auc)', [value('but only after the call')]],
  [
    'try:\n    verify(auc)\nexcept ValueError:\n    pass\nMOVE',
    [value('and the exception that it raises is swallowed')],
  ],
  ['if key:\n    verify(auc)\nMOVE', [value('but it is skipped where `key` is not set')]],
  ['if not key:\n    verify(auc)\nMOVE', [value('but it is skipped where `key` is set')]],
  ['if key == 1:\n    verify(auc)\nMOVE', [value('but it is skipped where `key == 1` does not hold')]],
  [
    'if key != 1:\n    verify(auc)\nelse:\n    print(1)\nMOVE',
    [value('but it is skipped where `key != 1` does not hold')],
  ],
  ['while acme.more():\n    verify(auc)\nMOVE', [value('but it is skipped where `acme.more()` is not set')]],
  ['if key:\n    verify(auc)\nif key:\n    MOVE', [value('but it is skipped where `key` is not set')]],
  ['if key and names:\n    verify(auc)\nMOVE', [value('but it is skipped where `names` is not set')]],
  [
    'mlflow.evaluate(model)\nMOVE',
    ['void evaluation: `mlflow.evaluate` measures the model, and nothing is decided by the result'],
  ],
  [
    'result = mlflow.evaluate(model)\nprint(result.metrics)\nMOVE',
    ['void evaluation: `mlflow.evaluate` measures the model, and nothing is decided by the result'],
  ],
  [
    'MOVE\nmlflow.evaluate(model)',
    ['void evaluation: `mlflow.evaluate` measures the model, and nothing is decided by the result'],
  ],
  ['acme.result = mlflow.evaluate(model)\nMOVE', []],
  ['result = mlflow.evaluate(model)\nMOVE\nreturn result', []],
  ['MOVE\nreturn {**mlflow.evaluate(model).metrics}', []],
  [
    'model.evaluate(key)\nMOVE',
    ['void evaluation: `model.evaluate` measures the model, and nothing is decided by the result'],
  ],
  [
    'acme.Model().evaluate(key)\nMOVE',
    ['void evaluation: `acme.Model().evaluate` measures the model, and nothing is decided by the result'],
  ],
  ['if auc > 0.8:\n    print("good")\nMOVE', [auc('and both outcomes lead to the call')]],
  ['if auc < 0.8:\n    print("bad")\nMOVE', [auc('and the failing side only says so and goes on')]],
  ['if auc < 0.8:\n    logger.warning("bad")\nMOVE', [auc('and the failing side only says so and goes on')]],
  ['if auc < 0.8:\n    acme.write_off("bad")\nMOVE', [auc('and both outcomes lead to the call')]],
  [
    'if auc < 0.8:\n    logger.warning("bad")\nelse:\n    logger.info("good")\nMOVE',
    [auc('and the failing side only says so and goes on')],
  ],
  ['if auc < 0.8:\n    key = 1\nMOVE', [auc('and both outcomes lead to the call')]],
  ['if auc < 0.8 and not key:\n    return\nMOVE', [auc('but not where `key` is set')]],
  ['if auc < 0.8 and key:\n    return\nMOVE', [auc('but not where `key` is not set')]],
  ['if auc < 0.8:\n    if key:\n        return\nMOVE', [auc('but not where `key` is not set')]],
  [
    'if auc < 0.8:\n    if key != "x":\n        return\nMOVE',
    [auc('but not where `key != "x"` does not hold')],
  ],
  ['if auc < 0.8:\n    for n in names:\n        return\nMOVE', [auc('and both outcomes lead to the call')]],
  ['if auc > 0.8 or key:\n    MOVE', [auc('but not where `key` is set')]],
  ['if auc > 0.8:\n    MOVE\nelse:\n    MOVE', [auc('and the call stands on the side where it failed')]],
  ['if auc > 0.8:\n    return\nMOVE', [auc('and the call stands on the side where it failed')]],
  ['MOVE\nif auc < 0.8:\n    raise ValueError()', [auc('but only after the call')]],
  ['for v in names:\n    MOVE\n    if auc < 0.8:\n        break', []],
  ['for v in names:\n    if auc < 0.8:\n        break\nMOVE', [auc('and both outcomes lead to the call')]],
  [
    'try:\n    if auc < 0.8:\n        raise ValueError()\n    print(1)\nexcept ValueError:\n    print(2)\nMOVE',
    [auc('and the exception that it raises is swallowed')],
  ],
  [
    'try:\n    assert auc > 0.8\nexcept AssertionError:\n    pass\nMOVE',
    [auc('and the exception that it raises is swallowed')],
  ],
  ['try:\n    verify(auc)\nfinally:\n    MOVE', [value('and the exception that it raises is swallowed')]],
  [
    'ok = True\nif auc < 0.8:\n    ok = False\nif ok or key:\n    MOVE',
    [auc('but not where `key` is set'), auc('and both outcomes lead to the call')],
  ],
  [
    'ok = True\nif auc < 0.8:\n    ok = False\nok = True\nif ok:\n    MOVE',
    [auc('and both outcomes lead to the call')],
  ],
  [
    'ok = auc > 0.8\nok = 1\nif ok == 1:\n    MOVE',
    [
      'void evaluation: `ok` is overwritten with `1` before it is tested',
      auc('and no test asks for the outcome'),
    ],
  ],
  [
    'ok = is_good(auc)\nok = "yes"\nif ok is not None:\n    MOVE',
    [
      'void evaluation: `ok` is overwritten with `yes` before it is tested',
      value('and nobody looks at the answer'),
    ],
  ],
  [
    'ok = False\ntry:\n    ok = is_good(auc)\nexcept Exception:\n    ok = True\nif ok:\n    MOVE',
    ['void evaluation: `ok` is set to `True` where an exception is raised'],
  ],
  [
    'if key:\n    ok = is_good(auc)\nelse:\n    ok = True\nif ok:\n    MOVE',
    ['void evaluation: `ok` is set to `True` on a way that checks nothing'],
  ],
  [
    'if key:\n    ok = is_good(auc)\nelse:\n    ok = None\nif not ok:\n    MOVE',
    [value('and the call stands on the side where it failed')],
  ],
  [
    `if key:\n    ok = is_good(auc)\nelse:\n    ok = "it's \`long\`, and goes on for more than thirty letters"\nif ok:\n    MOVE`,
    ["void evaluation: `ok` is set to `it's 'long', and goes on for m` on a way that checks nothing"],
  ],
]
test.each(vain)('a check that stops nothing: %s', async (body, reasons) => {
  expect(await told(promotion(body))).toEqual(['error', ...reasons])
})

test.each([
  'verify(auc)\nMOVE',
  'for v in names:\n    verify(auc)\n    MOVE',
  'try:\n    verify(auc)\nexcept ValueError:\n    return\nMOVE',
  'if key:\n    return\nelse:\n    verify(auc)\nMOVE',
  'for n in names:\n    verify(auc)\nMOVE',
  'result = mlflow.evaluate(model)\nif result.metrics["auc"] < 0.8:\n    return\nMOVE',
  'for v in names:\n    if auc < 0.8:\n        continue\n    MOVE',
  'if key:\n    ok = is_good(auc)\nelse:\n    ok = ""\nif ok:\n    MOVE',
])('a check that stops it: %s', async body => {
  expect(await told(promotion(body))).toEqual([])
})

test('a condition that is long is shown by its beginning', async () => {
  const found = await told(promotion(`if key == "${'churn '.repeat(12)}":\n    verify(auc)\nMOVE`))
  const shown = `key == "${'churn '.repeat(12)}`.slice(0, 59)
  expect(found).toEqual(['error', value(`but it is skipped where \`${shown}…\` does not hold`)])
})

test.each([
  ['Gate()', ['error']],
  ['Strict()', ['note']],
  ['Loose()', ['error']],
  ['Strict(); Stricter()', ['note']],
  ['Gate(); Strict()', ['error']],
  ['Strict(); Loose()', ['error']],
])('a method of a class of which %s is made', async (made, found) => {
  const classes = `
class Gate:
    def check(self, value):
        pass
class Strict(Gate):
    def check(self, value):
        verify(value)
class Stricter(Strict):
    pass
class Loose(Gate):
    def check(self, value):
        print(value)
def make():
    ${made}
def move(version, auc, gate: Gate):
    gate.check(auc)
    client.set_registered_model_alias("churn", "champion", version)
`
  expect((await told(promotion('pass') + classes)).slice(0, 1)).toEqual(found)
})
