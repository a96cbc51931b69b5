import { inside, loads, network, nowhere, told, tracked, unset } from './artifact'

const environment = 'is named by an environment variable'
const hub = 'comes from a model hub at a revision that may change'
const dynamic = 'is a file whose name is only known when the program runs'
const outside = (path: string): string => `lies outside of this repository, at \`${path}\``
const loading = (expression: string, parameters = ''): readonly string[] => [
  `def load(${parameters}):`,
  ...inside(`return joblib.load(${expression})`),
]

test.each([
  'os.path.join(D, "c.pkl")',
  'posixpath.join(D, "c.pkl")',
  'f"{D}/c.pkl"',
  'D + "/c.pkl"',
  '"%s/c.pkl" % D',
  '"%s/%s" % (D, "c.pkl")',
  '"{}/c.pkl".format(D)',
  'Path(D) / "c.pkl"',
  'Path(D).joinpath("c.pkl")',
])('who names the folder names the file: %s', async expression => {
  expect(await told(['import posixpath', 'D = os.environ["D"]', loads(expression)])).toEqual([
    `warning 3 ${environment}`,
  ])
})

test('each part of a long path is followed once', async () => {
  const parts = Array.from({ length: 12 }, (_, at) => `d${at + 1} = d${at} / str(sys.argv[${at}])`)
  const lines = ['d0 = Path(urlopen("https://m.example/where").read().decode())', ...parts]
  expect(await told([...lines, loads('d12')])).toEqual([`error 14 ${network}`])
})

test.each<[string, string, readonly string[]]>([
  ['the first of two', '"%s/%s" % (os.environ["D"], sys.argv[1])', [`warning 2 ${environment}`]],
  [
    'nothing, or a file of the repository',
    '"models/churn.pkl" if len(sys.argv) > 1 else None',
    [`note 2 ${tracked}`],
  ],
  ['the one or the other', '"models/churn.pkl" or snapshot_download("acme/churn")', [`error 2 ${hub}`]],
  ['the last of several conditions', 'sys.argv and snapshot_download("acme/churn")', [`error 2 ${hub}`]],
  ['the folder around what is given', 'Path(name).parent / "churn.pkl"', [`warning 2 ${unset('name')}`]],
  ['the folder around a file in it', 'Path(f"models/{name}").parent / "churn.pkl"', [`note 2 ${tracked}`]],
  ['the name of the code, elsewhere', '"/srv/" + __file__', [`warning 2 ${outside('/srv/serve.py')}`]],
  ['a folder that nothing says', 'os.path.join(ROOT, "churn.pkl")', ['warning 2']],
  ['a path with a quote of its own', '"a`b.pkl"', [`warning 2 ${nowhere("a'b.pkl")}`]],
  ['a pattern', '"models/churn-[0-9].pkl"', [`warning 2 ${dynamic}`]],
  ['the folder of the program', 'os.path.join(os.getcwd(), "models/churn.pkl")', [`note 2 ${tracked}`]],
])('a path is put together from %s', async (_, expression, expected) => {
  expect(await told(loading(expression, 'name'))).toEqual(expected)
})

test('a path that begins at the code leads to no file that only lies deeper', async () => {
  const here = loads('f"{Path(__file__).parent}/live.pkl"')
  expect(await told([here], 'app/serve.py', { 'app/live.pkl': 'x' })).toEqual([
    'note 1 is `app/live.pkl`, a file of this repository',
  ])
  expect(await told([here], 'app/serve.py', { 'app/app/live.pkl': 'x' })).toEqual([
    `warning 1 ${nowhere('app/live.pkl')}`,
  ])
})

test('each of the parents is one folder further up', async () => {
  const above = (levels: number): string => loads(`Path(__file__).parents[${levels}] / "models/live.pkl"`)
  const live = ['note 1 is `app/models/live.pkl`, a file of this repository']
  expect(await told([above(1)], 'app/jobs/serve.py')).toEqual(live)
  expect(await told([above(0)], 'app/serve.py')).toEqual(live)
  expect(await told([above(2)], 'app/jobs/serve.py')).toEqual([`warning 1 ${nowhere('models/live.pkl')}`])
})

test('a path begins in the folder of the code, however deep', async () => {
  expect(await told([loads('"live.pkl"')], 'app/models/serve.py')).toEqual([
    'note 1 is `app/models/live.pkl`, a file of this repository',
  ])
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'through its module',
    ['import settings', loads('f"{settings.ROOT}/c.pkl"')],
    [`warning 2 ${outside('/srv/c.pkl')}`],
  ],
  [
    'by its name',
    ['from settings import ROOT', loads('os.path.join(ROOT, "c.pkl")')],
    [`warning 2 ${outside('/srv/c.pkl')}`],
  ],
  [
    'by its name in a function',
    ['from settings import ROOT', ...loading('ROOT + "/c.pkl"')],
    [`warning 3 ${outside('/srv/c.pkl')}`],
  ],
  [
    'as a field of its class',
    ['from settings import Paths', loads('Paths.folder / "c.pkl"')],
    [`warning 2 ${outside('/srv/b/c.pkl')}`],
  ],
  ['but none that it does not have', ['import settings', loads('settings.OTHER')], ['warning 2']],
])('a folder of another module is known %s', async (_, lines, expected) => {
  const settings = 'from pathlib import Path\nROOT = "/srv"\nclass Paths:\n    folder = Path("/srv/b")\n'
  expect(await told(lines, 'serve.py', { 'settings.py': settings })).toEqual(expected)
})

const route = (...body: readonly string[]): readonly string[] => [
  'from flask import Flask',
  'app = Flask(__name__)',
  '@app.route("/predict/<name>")',
  'def predict(name):',
  ...inside(...body),
]

test('a request chooses the folder, whatever the program itself asks for', async () => {
  const request = ['error 5 comes with a request']
  expect(
    await told([...route('return joblib.load(os.path.join(name, "churn.pkl"))'), 'predict("models")']),
  ).toEqual(request)
  expect(await told([...route('return joblib.load(Path(name) / "churn.pkl")'), 'predict("models")'])).toEqual(
    request,
  )
})

const mlflow = ['import mlflow', 'run = mlflow.start_run()']

test.each<[string, string, readonly string[]]>([
  ['a bucket', 'f"s3://acme/{run.info.run_id}/model"', ['warning 3 comes from a bucket']],
  [
    'a run that may be another',
    'f"runs:/{run.info.run_id if len(sys.argv) > 1 else sys.argv[1]}/model"',
    ['warning 3 comes from a model registry'],
  ],
])('a run that is started here fills no more than itself: %s', async (_, uri, expected) => {
  expect(await told([...mlflow, `mlflow.pyfunc.load_model(${uri})`])).toEqual(expected)
})

const paths = (count: number): string =>
  Array.from({ length: count }, (_, at) => `"churn${at}.pkl"`).join(', ')

test('a path that may be very many is not known to be one of them', async () => {
  const some = (count: number): readonly string[] => [
    'def load(n):',
    ...inside(`return joblib.load(os.path.join("models", [${paths(count)}][n]))`),
  ]
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`models/churn${at}.pkl`, 'x']))
  expect(await told(some(3), 'serve.py', files)).toEqual([
    expect.stringMatching(/^note 2 is `models\/churn\d.pkl`/),
  ])
  expect(await told(some(20), 'serve.py', files)).toEqual(['warning 2'])
})

test('a part of the bytes that a text holds counts', async () => {
  const made = (text: string): readonly string[] => [
    'def read(url):',
    ...inside(`return pickle.loads(${text}.encode())`),
  ]
  expect(await told(made('f"cos{urlopen(url).read()}"'))).toEqual([`error 2 ${network}`])
  expect(await told(made('f"cos{os.linesep}"'))).toEqual(['warning 2'])
  const known = '(open("models/churn.pkl").read() if url else f"cos{1}")'
  expect(await told(made(known))).toEqual(['warning 2'])
})
