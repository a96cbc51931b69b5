import { inside, loads, network, nowhere, told } from './artifact'

const fetches = (path: string): string => `urlretrieve("https://x.example/c.pkl", ${path})`
const atTimes = 'was written by the same code, though not on every way to the load'
const dump = 'joblib.dump(1, "c.pkl")'
const load = 'return joblib.load("c.pkl")'
const body = (...lines: readonly string[]): readonly string[] => ['def trip(a, b):', ...inside(...lines)]
const writing = (path: string, bytes: string): readonly string[] => [
  `with open(${path}, "wb") as file:`,
  `    file.write(${bytes})`,
]

test.each<[string, readonly string[], readonly string[]]>([
  [
    'on the other way',
    body('if a:', `    ${dump}`, 'else:', '    print(1)', '    print(2)', `    ${load}`),
    [`warning 7 ${nowhere('c.pkl')}`],
  ],
  [
    'for the next round',
    body('for one in a:', `    joblib.load("c.pkl")`, `    ${dump}`),
    [`note 3 ${atTimes}`],
  ],
  [
    'or by nobody knows whom',
    body('if a:', `    ${dump}`, 'if b:', ...inside(...writing('"c.pkl"', 'acme.read()')), load),
    [`warning 7 ${nowhere('c.pkl')}`],
  ],
  [
    'by a function that stops where it does not',
    [
      'def save(ok):',
      ...inside('if not ok:', '    print(1)', '    print(2)', '    raise ValueError(ok)', dump),
      ...body('save(a)', load),
    ],
    [],
  ],
  [
    'by a function that is given the bytes',
    [
      'def keep(found):',
      ...inside('Path("c.pkl").write_bytes(found)'),
      'def other():',
      ...inside('keep(b"x")'),
      ...body('keep(urlopen(a).read())', load),
    ],
    [`error 7 ${network}`],
  ],
  [
    'by a path that is put together',
    ['D = "w"', ...body('joblib.dump(1, f"{D}/c.pkl")', 'return joblib.load("w/c.pkl")')],
    [],
  ],
  [
    'as a file of a name that is kept',
    ['name = acme.find()', ...body('joblib.dump(1, name)', 'return joblib.load(name)')],
    [],
  ],
  [
    'as a file that a field names',
    [
      'class Store:',
      ...inside(
        'def __init__(self):',
        '    self.path = "c.pkl"',
        'def load(self):',
        `    ${dump}`,
        '    return joblib.load(self.path)',
      ),
    ],
    [],
  ],
  [
    'as something that has no name',
    body(fetches('{**a}["c"]'), 'return joblib.load({**b}["c"])'),
    ['warning 2', 'warning 3'],
  ],
])('a file was written %s', async (_, lines, expected) => {
  expect(await told(lines)).toEqual(expected)
})

test('a file was written by the name that another module has for it', async () => {
  const lines = ['import settings', 'joblib.dump(1, settings.PATH)', loads('"w/c.pkl"')]
  expect(await told(lines, 'serve.py', { 'settings.py': 'PATH = "w/c.pkl"\n' })).toEqual([])
})

test.each<[string, readonly string[]]>([
  ['another function', ['def fetch():', ...inside(...writing('"c.pkl"', 'acme.read()'))]],
  [
    'one of the callers',
    [
      'def one():',
      ...inside(...writing('"c.pkl"', 'acme.read()'), 'trip(1, 2)'),
      'def two():',
      '    trip(1, 2)',
    ],
  ],
])('bytes that nobody knows leave a file what it is: %s', async (_, lines) => {
  expect(await told([...body(load), ...lines])).toEqual([`warning 2 ${nowhere('c.pkl')}`])
})

const many = Array.from({ length: 60 }, (_, at) => [`if a[${at}]:`, `    ${dump}`]).flat()

test.each<[string, readonly string[], readonly string[]]>([
  ['on some of the ways', [...many, load], [`warning 122 ${nowhere('c.pkl')}`]],
  ['and then on every way', [...many, dump, load], []],
  ['and before by a download', [fetches('"c.pkl"'), 'joblib.load("c.pkl")', ...many], [`error 3 ${network}`]],
])('a file is written at very many places: %s', async (_, lines, expected) => {
  expect(await told(body(...lines))).toEqual(expected)
})
