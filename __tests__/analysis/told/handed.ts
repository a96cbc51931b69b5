import { lineOf } from '../../../src/base/lines'
import { analyseSources } from '../../support/analyse'
import { builtin } from '../../support/builtin'
import { inside, loads, network, nowhere, told, tracked } from './artifact'

const environment = 'is named by an environment variable'
const arguments_ = 'is named on the command line'
const request = 'comes with a request'

test.each<[string, readonly string[], readonly string[]]>([
  ['a library and the repository', ['read(urlopen)', 'read(local)'], [`error 4 ${network}`]],
  ['the repository', ['read(local)'], ['warning 4 lies outside of this repository, at `/srv/c.pkl`']],
  ['a library and nobody knows', ['read(urlopen)', 'read(acme.opened)'], ['warning 4']],
])('a function that is handed over may be one of %s', async (_, calls, expected) => {
  const local = ['def local(url):', '    return open("/srv/c.pkl", "rb")']
  const read = ['def read(opener):', ...inside('return pickle.load(opener("https://x.example"))')]
  expect(await told([...local, ...read, ...calls])).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['both libraries', 'requests.get', [`error 4 ${network}`]],
  ['a library, and one that is not known', 'acme.get', ['warning 4']],
])('one of two functions gives the bytes: %s', async (_, other, expected) => {
  const choose = `fetch = urlopen if len(url) > 9 else ${other}`
  expect(
    await told([
      'import requests',
      'def read(url):',
      ...inside(choose, 'return pickle.loads(fetch(url).content)'),
    ]),
  ).toEqual(expected)
})

test('one of two functions that may have written a file has written nothing for sure', async () => {
  const save = ['def local(model, path):', '    print(path)']
  const trip = [
    'def trip(model, fast):',
    ...inside('save = joblib.dump if fast else local', 'save(model, "c.pkl")', 'return joblib.load("c.pkl")'),
  ]
  expect(await told([...save, ...trip])).toEqual([`warning 6 ${nowhere('c.pkl')}`])
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'what a caller does not spell out',
    ['def load(p):', '    return joblib.load(p)', 'load(**options)'],
    ['warning 2'],
  ],
  [
    'a folder that a caller does not spell out',
    ['def load(p):', '    return joblib.load(os.path.join(p, "c.pkl"))', 'load(**options)'],
    ['warning 2'],
  ],
  [
    'a default, for callers that give nothing',
    ['def load(p=os.environ["P"]):', '    return joblib.load(p)', 'load()'],
    [`warning 2 ${environment}`],
  ],
  [
    'no default, for callers that give something',
    ['def load(p=os.environ["P"]):', '    return joblib.load(p)', 'load("models/churn.pkl")'],
    [`note 2 ${tracked}`],
  ],
  [
    'a function that gives nothing',
    ['def locate():', '    pass', loads('"models/churn.pkl" if len(sys.argv) > 1 else locate()')],
    ['warning 3'],
  ],
  [
    'a name that nothing binds',
    [
      'def setup():',
      '    global LATER',
      'def load():',
      '    return joblib.load("models/churn.pkl" if len(sys.argv) > 1 else LATER)',
    ],
    ['warning 4'],
  ],
])('a parameter or a name has %s', async (_, lines, expected) => {
  expect(await told(lines)).toEqual(expected)
})

test('an option of the command line may have the name of a method', async () => {
  const parser = ['import argparse', 'parser = argparse.ArgumentParser()', 'parser.add_argument("--glob")']
  expect(await told([...parser, loads('parser.parse_args().glob')])).toEqual([`warning 4 ${arguments_}`])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['of another library', ['import acme', 'frame = acme.frame()'], []],
  [
    'of the repository',
    ['class Frame:', '    def to_pickle(self, path):', '        print(path)', 'frame = Frame()'],
    [`warning 7 ${nowhere('c.pkl')}`],
  ],
])('a method that says by its name that it writes, %s', async (_, lines, expected) => {
  const trip = ['frame.to_pickle("c.pkl")', 'pandas.read_pickle("c.pkl")']
  expect(await told(['import pandas', ...lines, ...trip])).toEqual(expected)
})

test('the command line fills a list of functions, too', async () => {
  const load = ['import fire', 'def load(path):', '    return joblib.load(path)']
  expect(await told([...load, 'fire.Fire([load])'])).toEqual([`warning 3 ${arguments_}`])
})

test.each(['runner.run()', 'runners["a"].run()', 'runner.make().run()'])(
  'what is not known to serve others is no service: %s',
  async call => {
    expect(
      await told(['def main(runner, runners):', ...inside(call, 'return joblib.load(sys.argv[1])')]),
    ).toEqual([`warning 3 ${arguments_}`])
  },
)

test('a service is given its file by another module, too', async () => {
  const lines = ['import config, uvicorn', loads('config.PATH'), 'uvicorn.run(None)']
  const others = { 'config.py': 'import sys\nPATH = sys.argv[1]\n' }
  expect(await told(lines, 'serve.py', others)).toEqual([`error 2 ${arguments_} of a service`])
})

test('a default that nobody knows does not keep a request from filling a parameter', async () => {
  const app = ['from fastapi import FastAPI', 'app = FastAPI()', 'tables = {}', '@app.get("/predict")']
  const predict = ['def predict(path=tables["x"]()):', '    return joblib.load(path)']
  expect(await told([...app, ...predict])).toEqual([`error 6 ${request}`])
})

const api = ['from fastapi import Depends, FastAPI', 'from pydantic import BaseModel', 'app = FastAPI()']

test.each<[string, string, string, readonly string[]]>([
  ['what it says itself', 'query: Query', 'query.path', [`error 8 ${request}`]],
  ['a part of a path', 'query: Query', 'Path("models") / query.path', [`error 8 ${request}`]],
  [
    'nothing that a function of the service makes',
    'query: Query = Depends(locate)',
    'query.path',
    [`warning 8 ${nowhere('none.pkl')}`],
  ],
])('a request gives an object of a class %s', async (_, parameter, path, expected) => {
  const query = ['class Query(BaseModel):', '    path: str = "none.pkl"']
  const predict = ['@app.post("/predict")', `def predict(${parameter}):`, `    return joblib.load(${path})`]
  expect(await told([...api, ...query, ...predict])).toEqual(expected)
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'every object is given one',
    ['s = Settings(name="models/churn.pkl")'],
    [`warning 5 ${nowhere('none.pkl')}`],
  ],
  ['no object is given one', ['s = Settings()'], [`warning 5 ${nowhere('none.pkl')}`]],
])('the default of a field counts where %s', async (_, made, expected) => {
  const settings = ['@dataclass', 'class Settings:', '    name: str = "none.pkl"']
  expect(await told([...settings, ...made, loads('s.name')])).toEqual(expected)
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a method of a like name',
    inside('def __setstate__from(self, state):', '    self.m = pickle.loads(state)'),
    ['warning 5 comes in through the parameter `state`, which nothing in this repository sets'],
  ],
  [
    'something else that the method is given',
    inside('def __setstate__(self, state, more=None):', '    self.m = pickle.loads(more)'),
    ['warning 5 comes in through the parameter `more`, which nothing in this repository sets'],
  ],
  [
    'a file that it opens',
    inside('def __setstate__(self, state):', '    self.m = pickle.loads(open("/srv/c.pkl", "rb").read())'),
    ['warning 5 lies outside of this repository, at `/srv/c.pkl`'],
  ],
])('the state of an object says nothing of %s', async (_, method, expected) => {
  const made = ['class Model:', ...inside('def __getstate__(self):', '    return {"m": b""}')]
  expect(await told([...made, ...method])).toEqual(expected)
})

test.each<[string, string, string]>([
  [
    'a function of several lines',
    'def load(path):\n    return joblib.load(path)\nprint(1)\n',
    'def load(path):',
  ],
  [
    'a function of one line',
    'def load(path): return joblib.load(path)\nprint(1)\n',
    'def load(path): return joblib.load(path)',
  ],
  [
    'the last line of a file',
    'def load(path): return joblib.load(path)',
    'def load(path): return joblib.load(path)',
  ],
])(
  'an artifact that comes in through a parameter begins at the head of its function: %s',
  async (_, code, head) => {
    const [finding] = await analyseSources({ 'serve.py': `import joblib\n${code}` }, builtin)
    const [first] = finding?.steps ?? []
    const { file, start, end } = first?.span ?? { file: { text: '' }, start: 0, end: 0 }
    expect([file.text.slice(start, end), lineOf(file.text, start).line]).toEqual([head, 2])
  },
)
