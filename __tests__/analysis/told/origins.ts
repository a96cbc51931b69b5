import { inside, loads, network, nowhere, told, tracked, unset } from './artifact'

const route = (expression: string): readonly string[] => [
  'from flask import Flask',
  'app = Flask(__name__)',
  '@app.route("/predict/<name>")',
  'def predict(name):',
  ...inside(`return joblib.load(${expression})`),
]

test.each([
  'name',
  'f"models/{name}"',
  '"models/" + name',
  '"models/%s" % name',
  '"models/%s.%s" % (name, "pkl")',
  '"models/{}.pkl".format(name)',
  '"models/{n}.pkl".format(n=name)',
  'os.path.join("models", name)',
  'os.path.basename(name)',
  'Path("models") / f"{name}.pkl"',
  'Path("models", name)',
  'Path("models").joinpath(name)',
  'Path("models/churn.pkl").with_name(name)',
  'Path("models/churn.pkl").with_suffix(name)',
])('a request chooses the file where it is %s', async expression => {
  expect(await told(route(expression))).toEqual(['error 5 comes with a request'])
})

test('what a script is given chooses no more than a name, and what a service is given chooses the file', async () => {
  const chosen = ['import uvicorn', loads('os.path.join("models", sys.argv[1])')]
  expect(await told(chosen)).toEqual(['warning 2 is a file whose name is only known when the program runs'])
  expect(await told([...chosen, 'uvicorn.run(None)'])).toEqual([
    'error 2 is named on the command line of a service',
  ])
  const given = ['import acme', loads('sys.argv[1]'), 'acme.run(None)']
  expect(await told(given)).toEqual(['warning 2 is named on the command line'])
})

test.each([
  ['Path("models", "churn.pkl")', `note 2 ${tracked}`],
  ['os.path.join("models", "churn.pkl")', `note 2 ${tracked}`],
  ['str(Path("models", "none.pkl"))', `warning 2 ${nowhere('models/none.pkl')}`],
  ['os.path.join("models" or "models/none", "churn.pkl")', `warning 2 ${nowhere('models/none/churn.pkl')}`],
  ['"models/churn-%03d.pkl" % 4', 'warning 2 is a file whose name is only known when the program runs'],
  [
    '"models/%(version)s.pkl" % {"version": 4}',
    'warning 2 is a file whose name is only known when the program runs',
  ],
  ['os.path.join(Path("models/a").parts[0], "churn.pkl")', 'warning 2'],
  ['Path(__file__).parents[0] / "models" / "churn.pkl"', `note 2 ${tracked}`],
  ['None', 'warning 2'],
])('a path in a function: %s', async (expression, expected) => {
  expect(await told(['def load():', ...inside(`return joblib.load(${expression})`)])).toEqual([expected])
})

test('a path begins in the folder of the code, or in one above it', async () => {
  const live = ['note 1 is `app/models/live.pkl`, a file of this repository']
  expect(await told([loads('"models/live.pkl"')], 'app/jobs/serve.py')).toEqual(live)
  expect(await told([loads('"models/live.pkl"')], 'app/serve.py')).toEqual(live)
  expect(await told([loads('"models/live.pkl"')], 'jobs/serve.py')).toEqual([
    `warning 1 ${nowhere('models/live.pkl')}`,
  ])
})

test('of two folders the worse one counts', async () => {
  const base = 'base = Path("models") if len(sys.argv) > 1 else Path("/opt")'
  expect(await told([base, loads('base / "churn.pkl"')])).toEqual([
    'warning 2 lies outside of this repository, at `/opt/churn.pkl`',
  ])
})

const settings = ['@dataclass', 'class Settings:', ...inside('path: str', 'name: str = "none.pkl"')]

test.each<[string, readonly string[], readonly string[]]>([
  ['its name', ['s = Settings(path="models/churn.pkl", name="x")'], [`note 6 ${tracked}`]],
  ['its place', ['s = Settings("models/churn.pkl")'], ['warning 6']],
  ['what is not known', ['s = Settings(**settings)'], ['warning 6']],
  [
    'its name, and what is not known',
    ['s = Settings(path="models/churn.pkl")', 's = Settings(**settings)'],
    ['warning 7'],
  ],
])('a field of a data class is given by %s', async (_, made, expected) => {
  expect(await told([...settings, ...made, loads('s.path')])).toEqual(expected)
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a type',
    ['from fastapi import UploadFile', 'def restore(file: UploadFile):'],
    ['error 3 comes with a request'],
  ],
  ['a default', ['from fastapi import File', 'def restore(file=File()):'], ['error 3 comes with a request']],
  [
    'a default of the command line',
    ['import typer', 'def restore(file: str = typer.Argument()):'],
    ['warning 3 is named on the command line'],
  ],
  ['nothing', ['import typer', 'def restore(file: str = None):'], [`warning 3 ${unset('file')}`]],
])('who fills a parameter is said by %s', async (_, head, expected) => {
  expect(await told([...head, ...inside('return joblib.load(file)')])).toEqual(expected)
})

const fastapi = (given: string): readonly string[] => [
  'from fastapi import Depends, FastAPI, Query',
  'app = FastAPI()',
  '@app.get("/predict")',
  `def predict(path=${given}):`,
  ...inside('return joblib.load(path)'),
]

test('a parameter that a function of the service fills comes with no request', async () => {
  expect(await told(fastapi('Query("x")'))).toEqual(['error 5 comes with a request'])
  expect(await told(fastapi('Depends(locate)'))).toEqual([`warning 5 ${unset('path')}`])
  expect(await told(fastapi('Path.cwd()'))).toEqual(['error 5 comes with a request'])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['a class', ['fire.Fire(Ship)'], ['warning 4 is named on the command line']],
  ['an object', ['fire.Fire(Ship())'], ['warning 4 is named on the command line']],
  ['a table of functions', ['fire.Fire({"load": Ship.load})'], ['warning 4 is named on the command line']],
  ['another class', ['class Other:', '    pass', 'fire.Fire(Other)'], [`warning 4 ${unset('path')}`]],
])('the command line fills what a program hands to it: %s', async (_, handed, expected) => {
  const ship = [
    'import fire',
    'class Ship:',
    ...inside('def load(self, path):', '    return joblib.load(path)'),
  ]
  expect(await told([...ship, ...handed])).toEqual(expected)
})

test.each<[string, readonly string[], readonly string[]]>([
  ['one that is known', ['read(urlopen)'], [`error 2 ${network}`]],
  ['one that is not', ['read(io.FileIO)'], ['warning 2']],
  ['one that is known, and one that is not', ['read(urlopen)', 'read(io.FileIO)'], ['warning 2']],
])('a function that is handed over opens the file: %s', async (_, calls, expected) => {
  const read = ['def read(opener):', ...inside('return pickle.load(opener(sys.stdin.readline()))')]
  expect(await told([...read, ...calls])).toEqual(expected)
})

test('the state of an object is its own in the method that restores it, and in no other', async () => {
  const made = ['class Model:', ...inside('def __getstate__(self):', '    return {"m": b""}')]
  const method = (name: string): readonly string[] =>
    inside(`def ${name}(self, state):`, '    self.m = pickle.loads(state["m"])')
  expect(await told([...made, ...method('__setstate__')])).toEqual([])
  expect(await told([...made, ...method('restore')])).toEqual([`warning 5 ${unset('state')}`])
  expect(await told(['class Model:', ...method('__setstate__')])).toEqual([`warning 3 ${unset('state')}`])
  const named = method('__setstate__').map(line => line.replace('pickle.loads(', 'joblib.load('))
  expect(await told([...made, ...named])).toEqual([`warning 5 ${unset('state')}`])
})

const fetches = (path: string): string => `urlretrieve("https://x.example/c.pkl", ${path})`

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a file that a field names',
    [
      'class Store:',
      ...inside('def __init__(self):', '    self.path = "c.pkl"'),
      ...inside('def load(self):', `    ${fetches('"c.pkl"')}`, '    return joblib.load(self.path)'),
    ],
    [`error 6 ${network}`],
  ],
  [
    'a file somewhere in a folder',
    ['snapshot_download("acme/churn", local_dir="w/x")', loads('"w/x/y/c.pkl"')],
    ['error 2 comes from a model hub at a revision that may change'],
  ],
  [
    'a file of another folder',
    ['snapshot_download("acme/churn", local_dir="w/x")', loads('"w/xy/c.pkl"')],
    ['note 1', `warning 2 ${nowhere('w/xy/c.pkl')}`],
  ],
  [
    'a file that something of an unknown name may be',
    [fetches('{}["a"]'), loads('"other.pkl"')],
    ['warning 1', `warning 2 ${nowhere('other.pkl')}`],
  ],
  [
    'a file that is written on some ways only',
    ['if len(sys.argv) > 1:', '    joblib.dump(1, "c.pkl")', 'print(1)', 'print(2)', loads('"c.pkl"')],
    ['note 5 was written by the same code, though not on every way to the load'],
  ],
  [
    'a file that a function brings before it is written anew',
    ['def fetch():', `    ${fetches('"c.pkl"')}`, 'fetch()', 'joblib.dump(1, "c.pkl")', loads('"c.pkl"')],
    ['warning 2'],
  ],
  [
    'a file that a function brings after it was written',
    ['def fetch():', `    ${fetches('"c.pkl"')}`, 'joblib.dump(1, "c.pkl")', 'fetch()', loads('"c.pkl"')],
    [`error 5 ${network}`],
  ],
  [
    'bytes behind others',
    ['pickle.loads(b"x" + open("models/churn.pkl", "rb").read())'],
    [`note 1 ${tracked}`],
  ],
])('what was written to it counts for %s', async (_, lines, expected) => {
  expect(await told(lines)).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['its own run', 'f"runs:/{run.info.run_id}/model"', []],
  ['its own run, filled in', '"runs:/%s/model" % run.info.run_id', []],
  ['its own run, by its format', '"runs:/{}/model".format(run.info.run_id)', []],
  ['a run that somebody names', 'f"runs:/{sys.argv[1]}/model"', ['warning 3 comes from a model registry']],
  ['a run', '"runs:/abc/model"', ['warning 3 comes from a model registry']],
])('a run of MLflow holds what its code has logged: %s', async (_, uri, expected) => {
  const found = await told(['import mlflow', 'run = mlflow.start_run()', `mlflow.pyfunc.load_model(${uri})`])
  expect(found).toEqual(expected)
})
