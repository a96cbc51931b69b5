import { told } from '../reasons'

type Row = readonly [written: string, found: readonly string[]]

/** A promotion, `MOVE`, in these lines. */
function promotion(lines: readonly string[]): string {
  return `
import acme, contextlib, json, os, sys
from acme import copy, items
from mlflow import MlflowClient
client = MlflowClient()
LIMITS = {"auc": 0.8, "f1": 0.7}
EMPTY = []

def promote(version, auc, f1, metrics, names, limits, key):
${lines.map(line => `    ${line.replaceAll('\n', '\n    ')}`).join('\n')}
`.replaceAll('MOVE', 'client.set_registered_model_alias("churn", "champion", version)')
}

const round = (over: string): string =>
  promotion([`for name in ${over}:`, '    if metrics[name] < 0.8:', '        raise ValueError(name)', 'MOVE'])

test.each([
  '["auc", "f1"]',
  'names',
  'LIMITS',
  '("auc",)',
  'list(LIMITS)',
  'sorted(names)',
  'enumerate(["auc"])',
  'LIMITS.keys()',
  'LIMITS.copy()',
  'limits.keys()',
  'limits.get("a")',
  'json.load(open("n.json"))',
  'zip(LIMITS, names)',
  'tuple(set(LIMITS))',
  'reversed(["auc"])',
  'LIMITS.items()',
  'limits["a"]',
  'limits.names',
  '(LIMITS if key else ["auc"])',
  '[*names, "auc"]',
])('a loop over %s goes round', async over => {
  expect(await told(round(over))).toEqual([])
})

test.each([
  '[]',
  'EMPTY',
  '{}',
  '{**LIMITS}',
  'limits.get("a", [])',
  'limits.other()',
  'acme.names()',
  'names + ["auc"]',
  '[n for n in names]',
  'zip(LIMITS, acme.names())',
  'client.search_runs(["1"])',
  'range(3)',
  '{n: 1 for n in names}',
  'list()',
  'sorted()',
  'zip(LIMITS, [])',
  '(LIMITS if key else acme.names())',
  'acme.load("n.json")',
  'items(LIMITS)',
  'copy(LIMITS)',
  'LIMITS.other()',
  'reversed(acme.names())',
])('a loop over %s may not go round', async over => {
  expect(await told(round(over))).toEqual([
    'note',
    'medium evaluation: `metrics[name]` is compared with a bound, in a loop that may go round not once',
  ])
})

const ways: readonly Row[] = [
  ['for name in LIMITS:\n    if metrics[name] < 0.8:\n        break\nelse:\n    MOVE', []],
  ['for name in LIMITS:\n    if metrics[name] < 0.8:\n        continue\n    MOVE', []],
  ['for name in LIMITS:\n    if metrics[name] < 0.8:\n        return\n    if name:\n        break\nMOVE', []],
  ['ok = True\nfor name in LIMITS:\n    if metrics[name] < 0.8:\n        ok = False\nif ok:\n    MOVE', []],
  ['ok = True\nfor name in names:\n    if metrics[name] < 0.8:\n        ok = False\nif ok:\n    MOVE', []],
  [
    'ok = True\nfor name in acme.names():\n    if metrics[name] < 0.8:\n        ok = False\nif ok:\n    MOVE',
    [
      'note',
      'medium evaluation: `metrics[name]` is compared with a bound, in a loop that may go round not once',
    ],
  ],
  ['ok = False\nfor name in LIMITS:\n    if metrics[name] > 0.8:\n        ok = True\nif ok:\n    MOVE', []],
  ['ok = False\nfor name in LIMITS:\n    ok = metrics[name] > 0.8\nif ok:\n    MOVE', []],
  ['ok = True\nfor name in LIMITS:\n    ok = ok and metrics[name] > 0.8\nif ok:\n    MOVE', []],
  ['ok = True\nfor name in LIMITS:\n    ok &= metrics[name] > 0.8\nif ok:\n    MOVE', []],
  [
    'ok = True\nfor name in LIMITS:\n    ok |= metrics[name] > 0.8\nif ok:\n    MOVE',
    ['error', 'void evaluation: `ok` is set to `True` on a way that checks nothing'],
  ],
  [
    'try:\n    ok = True\n    acme.log(1)\n    for name in LIMITS:\n        if metrics[name] < 0.8:\n            ok = False\nexcept KeyError:\n    return\nif ok:\n    MOVE',
    [],
  ],
  [
    'try:\n    ok = acme.start()\n    for name in LIMITS:\n        if metrics[name] < 0.8:\n            ok = False\n        acme.log(name)\nexcept KeyError:\n    return\nif ok:\n    MOVE',
    [],
  ],
  [
    'try:\n    ok = acme.start()\n    for name in LIMITS:\n        if metrics[name] > 0.8:\n            ok = True\n        acme.log(name)\nexcept KeyError:\n    return\nif ok:\n    MOVE',
    [
      'error',
      'void evaluation: `metrics[name]` is compared with a bound, and both outcomes lead to the call',
    ],
  ],
  [
    'if key:\n    ok = True\nelse:\n    ok = False\nfor name in LIMITS:\n    print(name)\nif ok:\n    MOVE',
    ['error'],
  ],
  [
    'ok = True\nwhile acme.more():\n    if auc < 0.8:\n        ok = False\nif ok:\n    MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, but it is skipped where `acme.more()` is not set',
    ],
  ],
  [
    'ok = True\nfor name in LIMITS:\n    if metrics[name] < 0.8:\n        ok = False\n    if ok:\n        MOVE',
    [],
  ],
  ['while auc < 0.8:\n    auc = acme.train()\nMOVE', []],
  ['while True:\n    if auc > 0.8:\n        break\n    auc = acme.train()\nMOVE', []],
  [
    'while acme.more():\n    if auc < 0.8:\n        raise ValueError()\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, but it is skipped where `acme.more()` is not set',
    ],
  ],
  ['ok = auc > 0.8\nif ok:\n    MOVE', []],
  ['ok = auc > 0.8\nif not ok:\n    return\nMOVE', []],
  ['ok = auc > 0.8\nif ok is True:\n    MOVE', []],
  ['ok = auc > 0.8\nif ok is False:\n    return\nMOVE', []],
  [
    'ok = auc > 0.8\nif ok == False:\n    MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  ['ok = auc > 0.8\nif ok != True:\n    return\nMOVE', []],
  ['ok = auc > 0.8\nif ok is not None:\n    MOVE', ['error']],
  ['ok = "yes" if auc > 0.8 else "no"\nif ok == "yes":\n    MOVE', []],
  ['ok = "yes" if auc > 0.8 else "no"\nif ok != "no":\n    MOVE', []],
  [
    'ok = "yes" if auc > 0.8 else "no"\nif ok == "no":\n    MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
      'void evaluation: `auc` is compared with a bound, and both outcomes lead to the call',
    ],
  ],
  [
    'ok = "yes" if auc > 0.8 else "no"\nif ok:\n    MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and both outcomes lead to the call',
      'weak approval: `ok` is a switch that whoever starts the run sets; nobody looks at the model',
    ],
  ],
  ['ok = 1 if auc > 0.8 else 0\nif ok:\n    MOVE', []],
  ['ok = 1 if auc > 0.8 else 0\nif ok == 1:\n    MOVE', []],
  ['ok = 1 if auc > 0.8 else 0\nif ok == 0:\n    return\nMOVE', []],
  ['ok = version if auc > 0.8 else None\nif ok:\n    MOVE', []],
  ['ok = version if auc > 0.8 else None\nif ok is not None:\n    MOVE', []],
  ['ok = version if auc > 0.8 else ""\nif ok:\n    MOVE', []],
  ['ok = None if auc > 0.8 else "bad"\nif ok is None:\n    MOVE', []],
  ['ok = None if auc > 0.8 else "bad"\nif not ok:\n    MOVE', []],
  ['a = auc > 0.8\nb = f1 > 0.7\nif a and b:\n    MOVE', []],
  [
    'a = auc > 0.8\nif a or key:\n    MOVE',
    ['error', 'void evaluation: `auc` is compared with a bound, but not where `key` is set'],
  ],
  ['a = auc > 0.8\nif a & key:\n    MOVE', []],
  ['a = auc > 0.8\nif a | key:\n    MOVE', ['error']],
  ['a = auc > 0.8\nif not (a and key):\n    return\nMOVE', []],
  ['a = auc < 0.8\nif not (a or key):\n    MOVE', []],
  ['a = auc < 0.8\nif a | key:\n    return\nMOVE', []],
  ['a = auc < 0.8\nif a & key:\n    return\nMOVE', ['error']],
  ['a = auc < 0.8\nif a + key:\n    return\nMOVE', []],
  [
    'if auc > 0.8: pass\nMOVE',
    ['error', 'void evaluation: `auc` is compared with a bound, and both outcomes lead to the call'],
  ],
  ['if auc < 0.8: raise ValueError()\nMOVE', []],
  [
    'assert auc > 0.8\nMOVE',
    ['note', 'medium evaluation: `auc` is compared with a bound, by an `assert`, which `python -O` removes'],
  ],
  [
    'assert auc < 0.8\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  [
    'assert auc > 0.8 and key\nMOVE',
    ['note', 'medium evaluation: `auc` is compared with a bound, by an `assert`, which `python -O` removes'],
  ],
  ['if auc < 0.8: sys.exit(1)\nMOVE', []],
  ['if auc < 0.8: sys.exit(0)\nMOVE', []],
  ['if auc < 0.8: exit()\nMOVE', []],
  ['if auc < 0.8: os._exit(1)\nMOVE', []],
  ['if auc < 0.8: quit()\nMOVE', []],
  [
    'if auc < 0.8: acme.exit()\nMOVE',
    ['error', 'void evaluation: `auc` is compared with a bound, and both outcomes lead to the call'],
  ],
  ['match auc > 0.8:\n    case True:\n        MOVE', []],
  ['ok = {"auc": auc > 0.8}["auc"]\nif ok:\n    MOVE', []],
  ['ok, why = auc > 0.8, "x"\nif ok:\n    MOVE', []],
  [
    'why, ok = auc > 0.8, "x"\nif ok:\n    MOVE',
    ['error', 'void evaluation: `auc` is compared with a bound, and no test asks for the outcome'],
  ],
  ['if (ok := auc > 0.8):\n    MOVE', []],
  ['auc > 0.8 and MOVE', []],
  ['auc < 0.8 or MOVE', []],
  [
    'auc < 0.8 and MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  ['(MOVE) if auc > 0.8 else None', []],
  [
    'None if auc > 0.8 else MOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the call stands on the side where it failed',
    ],
  ],
  [
    'try:\n    if auc < 0.8:\n        raise ValueError()\nexcept KeyError:\n    pass\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed',
    ],
  ],
  [
    'try:\n    if auc < 0.8:\n        raise ValueError()\nexcept ValueError:\n    pass\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed',
    ],
  ],
  [
    'try:\n    if auc < 0.8:\n        raise ValueError()\nexcept Exception:\n    pass\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed',
    ],
  ],
  ['try:\n    if auc < 0.8:\n        raise ValueError()\nexcept ValueError:\n    raise\nMOVE', []],
  [
    'try:\n    if auc < 0.8:\n        raise ValueError()\nfinally:\n    MOVE',
    ['error', 'void evaluation: `auc` is compared with a bound, but the call can be reached without it'],
  ],
  ['try:\n    if auc < 0.8:\n        raise ValueError()\nexcept ValueError:\n    return\nMOVE', []],
  ['try:\n    if auc < 0.8:\n        raise ValueError()\n    MOVE\nexcept ValueError:\n    pass', []],
  ['with acme.suppress(ValueError):\n    if auc < 0.8:\n        raise ValueError()\nMOVE', []],
  [
    'with contextlib.suppress(ValueError):\n    if auc < 0.8:\n        raise ValueError()\nMOVE',
    [
      'error',
      'void evaluation: `auc` is compared with a bound, and the exception that it raises is swallowed',
    ],
  ],
]
test.each(ways)('%s', async (lines, found) => {
  expect(await told(promotion([lines]))).toEqual(found)
})

const counts = ['>= 1', '< 1', '> 0', '<= 0', '== 0', '!= 0', '> 1', '== 1', '<= 3']
test.each(counts)('how many there are says nothing where nothing was checked: %s', async count => {
  expect(await told(promotion([`if len(names) ${count}:\n    MOVE`]))).toEqual(['error'])
  expect(await told(promotion([`if len(names) ${count}:\n    return\nMOVE`]))).toEqual(['error'])
})

const failed = 'failed = [n for n in LIMITS if metrics[n] < LIMITS[n]]'
test.each([
  ['< 1', '>= 1'],
  ['<= 0', '> 0'],
  ['== 0', '!= 0'],
])('none has failed where there are %s, and not where there are %s', async (none, some) => {
  const behind = async (count: string): Promise<readonly (string | undefined)[]> => [
    (await told(promotion([failed, `if len(failed) ${count}:\n    MOVE`])))[0],
    (await told(promotion([failed, `if len(failed) ${count}:\n    return\nMOVE`])))[0],
  ]
  expect(await behind(none)).toEqual([undefined, 'error'])
  expect(await behind(some)).toEqual(['error', undefined])
})
test.each(['== 2', '< 2', '> 2'])(
  'whether there are %s says nothing of whether there is none',
  async count => {
    const [level] = await told(promotion([failed, `if len(failed) ${count}:\n    MOVE`]))
    expect(level).toBe('error')
  },
)
