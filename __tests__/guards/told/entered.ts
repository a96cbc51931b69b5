import { told, toldOf } from '../reasons'

/** A promotion in a function, `promote(version)`, and how it is entered. */
function python(entered: string): string {
  return `
import acme, atexit, functools, inspect, threading
from mlflow import MlflowClient

def promote(version, note=None):
    MlflowClient().set_registered_model_alias("churn", "champion", version)

moves = promote
${entered.includes('Registry') ? registry : ''}
${entered}
`
}

const registry = `
class Registry:
    def promote(self, version):
        promote(version)
`

const checked = (entered: string): string =>
  `def main(auc, key, steps):\n    if auc > 0.8:\n        ${entered}\n`

test.each([
  'promote("3")',
  'acme.run(promote)',
  'acme.run(promote, "3")',
  'acme.run(note=promote)',
  'acme.run(lambda: promote("3"))',
  'functools.partial(promote, "3")()',
  'functools.partial(promote)("3")',
  'acme.run(functools.partial(promote, "3"))',
  'run = functools.partial(promote, "3"); run()',
  'run = functools.partial(promote, "3"); acme.run(run)',
  'threading.Thread(target=promote, args=("3",)).start()',
  'for one in [promote]: one("3")',
  'steps.append(promote)',
  '{"churn": promote}[key]("3")',
  'list(map(promote, ["3"]))',
  '[promote(one) for one in steps]',
  'Registry().promote("3")',
  'acme.run(Registry().promote)',
  'getattr(Registry(), "promote")("3")',
  'exec_ = promote; exec_("3")',
  'acme.run(moves)',
  'print(callable(promote)); promote("3")',
])('entered behind a check alone by %s', async entered => {
  expect(await told(python(checked(entered)))).toEqual([])
})

test.each([
  'promote("4")',
  'acme.run(promote)',
  'acme.run(functools.partial(promote, "4"))',
  'functools.partial(promote, "4")()',
  'threading.Thread(target=promote).start()',
  'atexit.register(promote)',
  'acme.run(lambda: promote("4"))',
  'Registry().promote("4")',
])('entered by %s too, the check is not enough', async entered => {
  const [level] = await told(python(`${checked('promote("3")')}\ndef other(auc):\n    ${entered}\n`))
  expect(level).toBe('error')
})

test.each([
  'print(callable(promote))',
  'inspect.signature(promote)',
  'isinstance(promote, str)',
  'functools.update_wrapper(auc, promote)',
  'acme.run(auc)',
  'acme.run(acme.promote)',
  'acme.run(acme.registry.promote, 1)',
  'acme.promote("4")',
  'promote',
])('not entered by %s', async looked => {
  expect(await told(python(`${checked('promote("3")')}\ndef other(auc):\n    ${looked}\n`))).toEqual([])
})

test.each([
  ['def again(auc):\n    again(auc)\n    promote("3")\n', 'error'],
  ['def again(auc):\n    if auc > 0.8:\n        promote("3")\n    again(auc)\n', undefined],
  ['def one(auc):\n    two(auc)\ndef two(auc):\n    one(auc)\n    promote("3")\n', 'error'],
  [
    'def one(auc):\n    if auc > 0.8:\n        two(auc)\ndef two(auc):\n    promote("3")\ndef main(auc):\n    one(auc)\n',
    undefined,
  ],
  [
    'def one(auc, n):\n    if n:\n        one(auc, n - 1)\n    promote("3")\ndef main(auc):\n    if auc > 0.8:\n        one(auc, 3)\n',
    undefined,
  ],
])('entered by functions that call each other: %s', async (entered, found) => {
  expect((await told(python(entered)))[0]).toBe(found)
})

const inRegistry = `
from mlflow import MlflowClient
def promote(version):
    MlflowClient().set_registered_model_alias("churn", "champion", version)
`
test.each([
  ['from registry import promote', 'promote'],
  ['import registry', 'registry.promote'],
  ['from registry import promote as move', 'move'],
])('entered from another file that says %s', async (imported, name) => {
  const files = (entered: string): Record<string, string> => ({
    'registry.py': inRegistry,
    'main.py': `import acme\n${imported}\ndef main(auc, key):\n    ${entered}\n`,
    'tests/test_registry.py': 'from registry import promote\ndef test_it(run):\n    run(promote)\n',
  })
  for (const entered of [`${name}("3")`, `acme.run(${name})`, `acme.run(key, to=${name})`]) {
    expect(await toldOf(files(`if auc > 0.8: ${entered}`))).toEqual([])
    expect((await toldOf(files(entered)))[0]).toBe('error')
  }
})

test.each([
  ['acme.wrap(promote, "3")', 'error'],
  ['functools.partial(promote, "3")', undefined],
])('entered through what %s gives', async (made, found) => {
  const main = `def main(auc):\n    wrapped = ${made}\n    if auc > 0.8:\n        acme.run(wrapped)\n`
  expect((await told(python(main)))[0]).toBe(found)
})

test.each([
  ['@metaflow.catch(var="failed")', ['error']],
  ['@metaflow.catch', ['error']],
  ['@metaflow.retry(times=3)', []],
])('entered behind a step that %s stands over', async (at, found) => {
  const steps = `
import acme, metaflow
from mlflow import MlflowClient
class Train(metaflow.FlowSpec):
    ${at}
    @metaflow.step
    def start(self):
        if acme.auc() < 0.8:
            raise ValueError()
        self.next(self.deploy)
    @metaflow.step
    def deploy(self):
        MlflowClient().set_registered_model_alias("churn", "champion", "3")
`
  expect(await told(steps)).toEqual(found)
})

test('entered by a call inside of a step whose failure is swallowed', async () => {
  const step = (check: string): string => `
import acme, metaflow
from mlflow import MlflowClient
def move(version):
    MlflowClient().set_registered_model_alias("churn", "champion", version)
class Train(metaflow.FlowSpec):
    @metaflow.catch
    @metaflow.step
    def start(self):
        ${check}
        move("3")
`
  expect(await told(step('if acme.auc() < 0.8:\n            raise ValueError()'))).toEqual([])
  expect(await told(step('print(acme.auc())'))).toEqual(['error'])
})

test.each([
  ['if auc > 0.8:\n        f(*args)', undefined],
  ['if auc > 0.8:\n        print(args)\n    f(*args)', 'error'],
])('a call of a library is handed to a function that says %s', async (body, found) => {
  const when = `def when(auc, f, *args):\n    ${body}\n`
  const main =
    'from mlflow import MlflowClient\nclient = MlflowClient()\ndef main(auc, version):\n    when(auc, client.MOVE, version)\n'
  const move = 'set_registered_model_alias, "churn", "champion"'
  expect((await told(`${when}${main.replace('MOVE', move)}`)).at(-1)).toBe(found)
})
