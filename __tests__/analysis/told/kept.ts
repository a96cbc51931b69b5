import { inside, loads, network, nowhere, told, tracked, unset } from './artifact'

const fetches = (path: string): string => `urlretrieve("https://x.example/c.pkl", ${path})`
const method = (head: string, ...body: readonly string[]): readonly string[] =>
  inside(`def ${head}:`, ...inside(...body))
const store = (...methods: readonly (readonly string[])[]): readonly string[] => [
  'class Store:',
  ...methods.flat(),
]

describe('what a field names is another file once the field has another value', () => {
  const trip = (...lines: readonly string[]): readonly string[] =>
    store(method('trip(self, model, old, new)', ...lines))
  const dump = 'joblib.dump(model, self.path)'
  const load = 'return joblib.load(self.path)'
  const settled = ['joblib.dump(model, old["path"])']

  test.each<[string, readonly string[], readonly string[]]>([
    ['before it is written', ['self.path = new', dump, load], []],
    [
      'after it was written',
      ['self.path = old', dump, 'self.path = new', load],
      [`warning 6 ${unset('old')}`],
    ],
    [
      'after it was written, maybe',
      ['self.path = old', dump, 'if new:', '    self.path = new', load],
      [`warning 7 ${unset('old')}`],
    ],
    ['behind the load', ['self.path = old', dump, 'joblib.load(self.path)', 'self.path = new'], []],
    ['on a way that writes it anew', ['for self.path in old:', `    ${dump}`, `    ${load}`], []],
    [
      'between the two in a loop',
      ['for one in old:', `    ${dump}`, '    self.path = one', `    ${load}`],
      [`warning 6 ${unset('old')}`],
    ],
    [
      'in a dictionary',
      [...settled, 'old["path"] = new', 'return joblib.load(old["path"])'],
      [`warning 5 ${unset('old')}`],
    ],
    [
      'in a dictionary, under another key',
      [...settled, 'old["other"] = new', 'return joblib.load(old["path"])'],
      [],
    ],
    ['in another field', ['self.path = old', dump, 'self.pathway = new', load], []],
    [
      'as the folder around it',
      [
        'self.folder = old',
        'joblib.dump(model, self.folder / "c.pkl")',
        'self.folder = new',
        'return joblib.load(self.folder / "c.pkl")',
      ],
      [`warning 6 ${unset('old')}`],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await told(trip(...lines))).toEqual(expected)
  })

  test('after another method has written it', async () => {
    const save = method('save(self, model)', dump)
    const use = method(
      'use(self, model, old, new)',
      'self.path = old',
      'self.save(model)',
      'self.path = new',
      load,
    )
    expect(await told(store(save, use))).toEqual([`warning 8 ${unset('old')}`])
  })

  test.each<[string, string, readonly string[]]>([
    ['the one that names the file', 'self.path = path', [`warning 8 ${unset('new')}`]],
    ['another one', 'self.other = path', []],
  ])('after another method has set %s', async (_, sets, expected) => {
    const use = method('use(self, path)', sets)
    const lines = method('trip(self, model, old, new)', 'self.path = old', dump, 'self.use(new)', load)
    expect(await told(store(use, lines))).toEqual(expected)
  })

  test('and the method that writes it in every round may set it as well', async () => {
    const save = method('save(self, model)', 'self.path = acme.path()', dump)
    const use = method(
      'use(self, models)',
      'for model in models:',
      '    self.save(model)',
      '    joblib.load(self.path)',
    )
    expect(await told(store(save, use))).toEqual([])
  })

  test('which what came from outside may still be in', async () => {
    expect(
      await told(trip('self.path = old', fetches('self.path'), 'if new:', '    self.path = new', load)),
    ).toEqual([`error 7 ${network}`])
  })
})

describe('what a variable of the module names is another file once a function has bound it anew', () => {
  const globals = ['path = "none.pkl"', 'def move(other):', ...inside('global path', 'path = other')]
  const dump = 'joblib.dump(model, path)'
  const load = 'return joblib.load(path)'

  test.each<[string, readonly string[], readonly string[]]>([
    ['behind the write', [dump, 'move(other)', load], ['warning']],
    ['before the write', ['move(other)', dump, load], []],
    ['behind the load', [dump, 'joblib.load(path)', 'move(other)'], []],
    ['by no call', [dump, load], []],
    ['itself', ['global path', dump, 'path = other', load], ['warning']],
  ])('%s', async (_, lines, levels) => {
    const found = await told([...globals, 'def trip(model, other):', ...inside(...lines)])
    expect(found.map(one => one.split(' ')[0])).toEqual(levels)
  })
})

const working = (expression: string, decorator = 'property'): readonly string[] =>
  store(inside(`@${decorator}`), method('found(self)', `return ${expression}`))

test.each<[string, readonly string[], readonly string[]]>([
  [
    'bytes',
    [...working('urlopen("https://x.example/c").read()'), 'pickle.loads(Store().found)'],
    [`error 5 ${network}`],
  ],
  ['a path', [...working('"models/churn.pkl"'), loads('Store().found')], [`note 5 ${tracked}`]],
  [
    'a path that is worked out once',
    ['import functools', ...working('"none.pkl"', 'functools.cached_property'), loads('Store().found')],
    [`warning 6 ${nowhere('none.pkl')}`],
  ],
  [
    'a path that a base class works out',
    [...working('"none.pkl"'), 'class Live(Store):', '    pass', loads('Live().found')],
    [`warning 7 ${nowhere('none.pkl')}`],
  ],
  [
    'nothing, as a method that nobody calls',
    [...working('"none.pkl"', 'acme.kept'), loads('Store().found')],
    ['warning 5'],
  ],
])('a property gives %s', async (_, lines, expected) => {
  expect(await told(lines)).toEqual(expected)
})

const cache = 'CACHE = Path(acme.folder())'
const fetched = ['def fetch():', `    ${fetches('CACHE / "c.pkl"')}`]
const loaded = ['def load():', '    return joblib.load(CACHE / "c.pkl")']

test.each<[string, readonly string[], readonly string[]]>([
  ['all functions of its module', [cache, ...fetched, ...loaded], [`error 5 ${network}`]],
  [
    'one that has written there before',
    [
      cache,
      'def save():',
      '    joblib.dump(1, CACHE / "c.pkl")',
      'def main():',
      '    save()',
      ...inside(...loaded.slice(1)),
    ],
    [],
  ],
  [
    'none that has a folder of its own',
    [cache, ...fetched, 'def load(CACHE):', ...loaded.slice(1)],
    ['warning 3', `warning 5 ${unset('CACHE')}`],
  ],
])('a folder that a module has made is the same to %s', async (_, lines, expected) => {
  expect(await told(lines)).toEqual(expected)
})
