import { told } from '../reasons'

type Row = readonly [body: string, found: readonly string[], base?: string, method?: string, load?: string]

const own = 'Restricted(open(path, "rb")).load()'

function unpickler([body, , base = 'pickle.Unpickler', method = 'find_class', load = own]: Row): string {
  return `
import acme, pickle
ALLOWED = {("collections", "OrderedDict")}

class Restricted(${base}):
    def ${method}(self, module, name):
${body.replaceAll(/^/gm, '        ')}

def load(path):
    return ${load}
`
}

const unpicklers: readonly Row[] = [
  [
    'if (module, name) in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
  ],
  [
    'if (module, name) not in ALLOWED:\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    [],
  ],
  [
    'if (module, name) in ALLOWED:\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` forbids some names, and lets all others through'],
  ],
  ['if name in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()', []],
  [
    'if module in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [
      'warning',
      'void verification: `Restricted.find_class` asks for the module only, and lets every name in it through',
    ],
  ],
  [
    'if module == "collections" and name == "OrderedDict":\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
  ],
  [
    'if module == "collections" or name == "OrderedDict":\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    ['warning', 'void verification: `Restricted.find_class` lets names through that are on no list'],
  ],
  [
    'if name != "OrderedDict":\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    [],
  ],
  [
    'if f"{module}.{name}" in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
  ],
  [
    'if module + "." + name in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
  ],
  [
    'return super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` lets every name through'],
  ],
  ['raise pickle.UnpicklingError()', []],
  [
    'if module.startswith("numpy"):\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [
      'warning',
      'void verification: `Restricted.find_class` asks for the module only, and lets every name in it through',
    ],
  ],
  [
    'if name == "eval" or module == "os":\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` forbids some names, and lets all others through'],
  ],
  [
    'if acme.strict and (module, name) not in ALLOWED:\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` lets names through that are on no list'],
  ],
  [
    'if acme.strict:\n    raise pickle.UnpicklingError()\nreturn super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` lets every name through'],
  ],
  [
    'if (module, name) in ALLOWED:\n    print(name)\nreturn super().find_class(module, name)',
    ['warning', 'void verification: `Restricted.find_class` lets names through that are on no list'],
  ],
  [
    'if name > "a":\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    ['warning', 'void verification: `Restricted.find_class` lets names through that are on no list'],
  ],
  [
    'if name.startswith("Ordered"):\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    ['warning', 'void verification: `Restricted.find_class` lets names through that are on no list'],
  ],
  [
    'if (module, name) in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    ['warning'],
    'pickle.Unpickler',
    'my_find_class',
  ],
  [
    'if (module, name) in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
    'pickle._Unpickler',
  ],
  [
    'if (module, name) in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    [],
    'acme.Unpickler',
  ],
  [
    'if (module, name) in ALLOWED:\n    return super().find_class(module, name)\nraise pickle.UnpicklingError()',
    ['warning'],
    'pickle.Unpickler',
    'find_class',
    'pickle.Unpickler(open(path, "rb")).load()',
  ],
]
test.each(unpicklers.map(row => [row[0], row.slice(2).join(' '), row] as const))(
  'an unpickler: %s %s',
  async (_body, _more, row) => {
    expect(await told(unpickler(row))).toEqual(row[1])
  },
)

const restricted = `
import pickle
ALLOWED = {("collections", "OrderedDict")}
class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise ValueError()
        return super().find_class(module, name)
class Inherited(Restricted):
    pass
class Through(Restricted):
    def find_class(self, module, name):
        return super().find_class(module, name)
class Open(pickle.Unpickler):
    def find_class(self, module, name):
        return super().find_class(module, name)
class Named(pickle.Unpickler):
    def find_class(self, module, name):
        if [module, name] in ALLOWED:
            return super().find_class(module, name)
        raise ValueError()
def load(file, strict):
    return (READER).load()
`
test.each([
  ['Restricted(file)', []],
  ['Inherited(file)', []],
  ['Through(file)', []],
  ['Named(file)', []],
  ['Restricted(file) if strict else Inherited(file)', []],
  [
    'Restricted(file) if strict else Open(file)',
    ['warning', 'void verification: `Open.find_class` lets every name through'],
  ],
  ['Restricted(file) if strict else pickle.Unpickler(file)', ['warning']],
])('of an object that unpickles: %s', async (reader, found) => {
  expect(await told(restricted.replace('READER', reader))).toEqual(found)
})

function promotion(body: string): string {
  return `
import acme, os
from mlflow import MlflowClient
client = MlflowClient()

def promote(version, f1):
${body.replaceAll(/^/gm, '    ').replaceAll('MOVE', 'client.set_registered_model_alias("churn", "champion", version)')}
`
}

const isFirst = 'medium evaluation: no model serves yet with which it could be compared'
const first: readonly (readonly [body: string, found: readonly string[]])[] = [
  [
    'champion = client.get_latest_versions("churn", ["Production"])\nif not champion:\n    MOVE\nelif f1 > champion[0].f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  [
    'champion = acme.champion()\nif champion is None:\n    MOVE\nelif f1 > champion.f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  [
    'champion = acme.champion()\nif champion == "old":\n    MOVE\nelif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  ['champion = acme.champion()\nif champion is None:\n    MOVE', ['error']],
  [
    'champion = acme.champion()\nif champion is None or f1 > champion.f1:\n    MOVE',
    [
      'note',
      'medium evaluation: no model serves yet with which it could be compared',
      'void evaluation: `f1` is compared with `champion.f1`, but it is skipped where `champion is None` holds',
    ],
  ],
  [
    'champion = acme.champion()\nif champion is not None and f1 <= champion.f1:\n    return\nMOVE',
    [
      'note',
      'medium evaluation: no model serves yet with which it could be compared',
      'void evaluation: `f1` is compared with `champion.f1`, but it is skipped where `champion is not None` does not hold',
    ],
  ],
  [
    'production = acme.production()\nif production == []:\n    MOVE\nelif f1 > production[0].f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  ['rows = acme.rows()\nif rows is None:\n    MOVE\nelif f1 > rows.f1:\n    MOVE', ['error']],
  ['is_production = acme.x()\nif not is_production:\n    MOVE\nelif f1 > 0.8:\n    MOVE', ['error']],
  ['if not os.environ.get("PRODUCTION"):\n    MOVE\nelif f1 > 0.8:\n    MOVE', ['error']],
  [
    'champions = acme.champions()\nif len(champions) == 0:\n    MOVE\nelif f1 > champions[0].f1:\n    MOVE',
    ['error'],
  ],
  ['has_champion = acme.x()\nif not has_champion:\n    MOVE\nelif f1 > 0.8:\n    MOVE', ['error']],
  [
    'try:\n    champion = acme.get_champion()\nexcept KeyError:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept Exception:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept (KeyError, ValueError):\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept (KeyError, Exception):\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept KeyError:\n    MOVE\n    return\nprint(champion)',
    ['error'],
  ],
  [
    'class Missing(KeyError):\n    pass\ntry:\n    champion = acme.get_champion()\nexcept Missing:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['note', isFirst],
  ],
  [
    'try:\n    champion = acme.get_champion()\nexcept acme.ExceptionOfNone:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['note', isFirst],
  ],
  [
    'champion = None\nif acme.has():\n    champion = acme.champion()\nif champion is None:\n    MOVE\nelif f1 > champion.f1:\n    MOVE',
    ['note', isFirst],
  ],
  ['champion = None\nif champion is None:\n    MOVE\nelif f1 > champion.f1:\n    MOVE', ['error']],
  [
    'rows = client.get_latest_versions("churn", ["Production"])\nif not rows:\n    MOVE\nelif f1 > 0.8:\n    MOVE',
    ['note', isFirst],
  ],
  [
    'rows = client.get_latest_versions("churn", ["Staging"])\nif not rows:\n    MOVE\nelif f1 > 0.8:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    rows = acme.get_rows()\nexcept KeyError:\n    MOVE\n    return\nif f1 > rows.f1:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    champion = acme.make_champion()\nexcept KeyError:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  [
    'try:\n    champion = acme.fetch_production()\nexcept acme.NotFound:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['note', 'medium evaluation: no model serves yet with which it could be compared'],
  ],
  [
    'try:\n    champion = client.get_model_version_by_alias("churn", "champion")\nexcept acme.BaseException:\n    MOVE\n    return\nif f1 > champion.f1:\n    MOVE',
    ['error'],
  ],
  // To have no model yet is a reason to promote, and no check that could fail on the other way.
  [
    'champion = acme.champion()\nif champion is None:\n    return\nif f1 > champion.f1 or acme.is_old():\n    MOVE',
    ['error', 'void evaluation: `f1` is compared with `champion.f1`, but not where `acme.is_old()` is set'],
  ],
  [
    'MOVE\nbaseline = acme.baseline()\nif baseline is not None:\n    print(f1 - baseline.f1)\n    if f1 < baseline.f1:\n        print("worse")',
    ['error', 'void evaluation: `f1` is compared with `baseline.f1`, but only after the call'],
  ],
]
test.each(first)('the first model: %s', async (body, found) => {
  expect(await told(promotion(body))).toEqual(found)
})
