import { chosenOf, filesOf, judgedBothWays, type Sources } from '../support/choice'

function names(sources: Sources): string[] {
  return chosenOf(filesOf(sources)).map(({ path }) => path)
}

const series = 'import autogluon.timeseries as ts\n'
const reading = 'def read(kind, path):\n    return kind.load(path)\n'

describe('a load by a class or module that has been given another name is found', () => {
  test.each<[string, Sources]>([
    [
      'a class that a function is given',
      { 'a.py': `${series}\n\n${reading}\n\nread(ts.TimeSeriesPredictor, "/models/m")\n` },
    ],
    [
      'a class that a function of another file is given',
      {
        'b.py': reading,
        'a.py': `${series}\nfrom b import read\n\nread(ts.TimeSeriesPredictor, "/models/m")\n`,
      },
    ],
    [
      'a class in a variable',
      { 'a.py': `${series}\nKind = ts.TimeSeriesPredictor\nKind.load("/models/m")\n` },
    ],
    ['a module in a variable', { 'a.py': 'import torch\n\njit = torch.jit\njit.load("/models/m.pt")\n' }],
    [
      'a module that a function is given',
      { 'a.py': `import torch\n\n\n${reading}\n\nread(torch.jit, "/models/m.pt")\n` },
    ],
    [
      'a class that a module of the repository has',
      {
        'k.py': 'from autogluon.timeseries import TimeSeriesPredictor as P\n',
        'a.py': `import k\n\n\n${reading}\n\nread(k.P, "/models/m")\n`,
      },
    ],
    [
      'a class that a module of the repository has with all of its library',
      {
        'k.py': 'from autogluon.timeseries import *\n',
        'a.py': `import k\n\n\n${reading}\n\nread(k.TimeSeriesPredictor, "/models/m")\n`,
      },
    ],
    [
      'a class that is made of one',
      {
        'k.py':
          'from autogluon.timeseries import TimeSeriesPredictor\n\n\nclass P(TimeSeriesPredictor):\n    pass\n',
        'a.py': 'import k\n\nk.P.load("/models/m")\n',
      },
    ],
    [
      'a class that is made of one, by its name',
      {
        'k.py':
          'from autogluon.timeseries import TimeSeriesPredictor\n\n\nclass P(TimeSeriesPredictor):\n    pass\n',
        'a.py': 'from k import P\n\nP.load("/models/m")\n',
      },
    ],
    [
      'a class that is made of a class that is made of one',
      {
        'k.py':
          'from autogluon.timeseries import TimeSeriesPredictor\n\n\nclass P(TimeSeriesPredictor):\n    pass\n',
        'l.py': 'import k\n\n\nclass Q(k.P):\n    pass\n\n\nclass R(Mixin, Q):\n    pass\n',
        'a.py': 'from l import R\n\nR.load("/models/m")\n',
      },
    ],
  ])('%s', async (_, sources) => {
    const { all, chosen } = await judgedBothWays(sources)
    expect(all.map(one => one.split(' ')[0])).toEqual(['reported'])
    expect(chosen).toEqual(all)
  })

  const read = 'read("/models/m.pkl")\n'

  test.each<[string, Sources]>([
    ['in a variable', { 'a.py': `from joblib import load\n\nread = load\n${read}` }],
    [
      'that a module imports so',
      { 'b.py': 'from joblib import load as read\n', 'a.py': `from b import read\n\n${read}` },
    ],
    [
      'that a module imports so, by the module',
      { 'b.py': 'from joblib import load as read\n', 'a.py': `import b\n\nb.${read}` },
    ],
    [
      'that a module imports so, by yet another name',
      { 'b.py': 'from joblib import load as get\n', 'a.py': `from b import get as read\n\n${read}` },
    ],
    [
      'that a module imports so where it can',
      {
        'b.py': 'try:\n    from joblib import load as read\nexcept ImportError:\n    read = None\n',
        'a.py': `from b import read\n\n${read}`,
      },
    ],
    [
      'that a package passes on',
      {
        'b/__init__.py': 'from .c import *\n',
        'b/c.py': 'import joblib\n\nread = joblib.load\n',
        'a.py': `from b import read\n\n${read}`,
      },
    ],
    [
      'in a condition',
      {
        'b.py':
          'import sys\n\nimport joblib\nimport numpy\n\nif sys.argv:\n    read = joblib.load\nelse:\n    read = numpy.fromfile\n',
        'a.py': `from b import read\n\n${read}`,
      },
    ],
    [
      'that a variable has from a variable',
      {
        'b.py': 'import joblib\n\nget = joblib.load\n',
        'c.py': 'import b\n\nread = b.get\n',
        'a.py': `from c import read\n\n${read}`,
      },
    ],
  ])('or by a function with another name %s', async (_, sources) => {
    const { all, chosen } = await judgedBothWays(sources)
    expect(all.map(one => one.split(' ')[0])).toEqual(['reported'])
    expect(chosen).toEqual(all)
  })

  test.each<[string, Sources]>([
    [
      'what a function of the class gives',
      { 'a.py': `${series}\n\n${reading}\n\nread(ts.splits(3), "/m")\n` },
    ],
    [
      'another module of the library',
      {
        'a.py': `import torch\n\n\ndef read(by, path):\n    return by.load(path)\n\n\nread(torch.cuda, "/m")\n`,
      },
    ],
    ['a class of its own', { 'k.py': 'class P:\n    pass\n', 'a.py': 'from k import P\n\nP.load("/m")\n' }],
    [
      'a class that is made of another one',
      {
        'k.py': 'from acme import Base\n\n\nclass P(Base):\n    pass\n',
        'l.py': 'from autogluon.timeseries import TimeSeriesPredictor\n',
        'a.py': 'from k import P\n\nP.load("/m")\n',
      },
    ],
    [
      'a class that two files make of itself',
      {
        'k.py': 'from l import Q\n\n\nclass P(Q):\n    pass\n',
        'l.py': 'from k import P\n\n\nclass Q(P):\n    pass\n',
        'm.py': 'from autogluon.timeseries import TimeSeriesPredictor\n',
        'a.py': 'from k import P\n\nP.load("/m")\n',
      },
    ],
    [
      'a class that is made of itself',
      {
        'k.py': 'from k import Q\n\n\nclass P(Q):\n    pass\n\n\nclass Q(P):\n    pass\n',
        'l.py': 'from autogluon.timeseries import TimeSeriesPredictor\n',
        'a.py': 'from k import P\n\nP.load("/m")\n',
      },
    ],
  ])('and not %s', (_, sources) => {
    expect(names(sources)).toEqual([])
  })
})

const joblib = 'import joblib\n\n\n'
const store = `${joblib}class Store:\n    def load(self, path):\n        return joblib.load(path)\n`

describe('whoever calls a method that leads to a load is read, whatever it is called on', () => {
  const use = 'from a import Store\nfrom b import take\n\ntake(Store())\n'
  const user = (name: string): string => `from b import ${name}\n\n${name}(None)\n`

  test('in a file that was read for another reason', () => {
    const taking = 'def take(store):\n    return store.load("m.pkl")\n\n\ndef other(store):\n    return 1\n'
    const sources = {
      'a.py': store,
      'b.py': taking,
      'main.py': use,
      'c.py': user('take'),
      'd.py': user('other'),
    }
    expect(names(sources)).toEqual(['a.py', 'b.py', 'main.py', 'c.py'])
  })

  test.each([
    ['a library', 'import json\n', 'json.load(store)'],
    ['a module of a library', 'import json.tool\n', 'json.tool.load(store)'],
    ['a module of a library over two lines', 'import json\n', '(json\n        .load(store))'],
  ])('but for a function of %s', (_, imported, call) => {
    const taking = `${imported}\n\ndef take(store):\n    return ${call}\n\n\n# ${'so on '.repeat(100)}\n`
    const sources = { 'a.py': store, 'b.py': taking, 'main.py': use, 'c.py': user('take') }
    expect(names(sources)).toEqual(['a.py', 'b.py', 'main.py'])
  })

  test('or of a library or a module of the repository, whichever there is', () => {
    const taking =
      'try:\n    import json as store\nexcept ImportError:\n    import a as store\n\n\ndef take(path):\n    return store.load(path)\n'
    const sources = { 'a.py': store, 'b.py': taking, 'main.py': use, 'c.py': user('take') }
    expect(names(sources)).toEqual(['a.py', 'b.py', 'main.py', 'c.py'])
  })
})

describe('what is used is read', () => {
  const main = (imported: string, body: string): Sources => ({
    'main.py': `${imported}\n${joblib}path = ${body}\njoblib.load(path)\n`,
  })

  test.each<[string, Sources, readonly string[]]>([
    [
      'what runs when a module that is handed over does',
      {
        ...main('import settings', 'read(settings)'),
        'settings.py': 'from base import HOME\n\nPATH = f"{HOME}/m.pkl"\n',
        'base.py': 'HOME = "/srv"\n',
      },
      ['main.py', 'settings.py', 'base.py'],
    ],
    [
      'a module of a package, and not the package that says nothing of it',
      {
        ...main('from ship import paths', 'paths.PATH'),
        'ship/__init__.py': 'VERSION = 1\n',
        'ship/paths.py': 'PATH = "m.pkl"\n',
      },
      ['main.py', 'ship/paths.py'],
    ],
    [
      'nothing where a package has no such name',
      { ...main('from ship import PATH', 'PATH'), 'ship/__init__.py': 'VERSION = 1\n' },
      ['main.py'],
    ],
    [
      'what a star brings, where no import has the name',
      {
        ...main('from one import *\nfrom two import PATH', 'PATH'),
        'one.py': 'PATH = "m.pkl"\n',
        'two.py': 'PATH = "n.pkl"\n',
      },
      ['main.py', 'two.py'],
    ],
    [
      'what a package passes on, and the packages that do',
      {
        ...main('from ship import PATH', 'PATH'),
        'ship/__init__.py': 'from .a import *\n',
        'ship/a.py': 'from .b import PATH\n',
        'ship/b.py': 'PATH = "m.pkl"\n',
        'ship/c.py': 'PATH = "n.pkl"\n',
      },
      ['main.py', 'ship/__init__.py', 'ship/a.py', 'ship/b.py'],
    ],
    [
      'no name of an argument, and nothing that gets a value',
      {
        ...main('from one import mode, place', 'read(mode="r")\nplace = 3'),
        'one.py': 'mode = "r"\nplace = 2\n',
      },
      ['main.py'],
    ],
  ])('%s', (_, sources, files) => {
    expect(names(sources)).toEqual(files)
  })
})

describe('what is handed over is looked for where it can be', () => {
  const kept = 'class Kept:\n    def read(self, path, other):\n        return '
  const reading = 'def read(store, path):\n    return store.load(path)\n'

  test.each<[string, string]>([
    ['a module', `import pickle\n\n\n${reading}\n\nread(pickle, path)\n`],
    [
      'a module that a text with code has',
      `import pickle\n\n\n${reading}\n\nread(eval(f"{pickle}"), path)\n`,
    ],
    [
      'a module, where something is so',
      `import json\nimport pickle\n\n\n${reading}\n\nread(pickle if fast else json, path)\n`,
    ],
    [
      'a module, where there is no other',
      `import pickle\n\n\n${kept}self.store.load(path)\n\n\nKept(None or pickle or None)\n`,
    ],
    ['a module in a field', `import pickle\n\n\n${kept}self.store.load(path)\n\n\nKept(pickle)\n`],
    [
      'a class of which a class is made',
      `from autogluon.timeseries import TimeSeriesPredictor\n\n\n${kept.replace('Kept', 'Kept(TimeSeriesPredictor)')}self.load(path)\n`,
    ],
  ])('which is so for %s', (_, text) => {
    expect(names({ 'a.py': text })).toEqual(['a.py'])
  })

  test.each<[string, string]>([
    ['a module that is asked for', `import pickle\n\n\n${reading}\n\nread(pickle is None, path)\n`],
    ['a module that a text names', `import pickle\n\n\n${reading}\n\nread("by pickle, or not", path)\n`],
    ['a module that a remark names', `import pickle\n\n\n${reading}\n\nread(path)  # by pickle, or not\n`],
    [
      'a module, and a call that is given nothing',
      `import pickle\n\n\n${kept}other.load()\n\n\nKept(pickle)\n`,
    ],
    ['a module, and the object itself', `import pickle\n\n\n${kept}self.load(path)\n\n\nKept(pickle)\n`],
    ['a module, and the class itself', `import pickle\n\n\n${kept}cls.load(path)\n\n\nKept(pickle)\n`],
  ])('and not for %s', (_, text) => {
    expect(names({ 'a.py': text })).toEqual([])
  })

  const compat = 'try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n'
  const main = (use: string): Sources => ({
    'compat.py': compat,
    'main.py': `import compat\nimport pickle\n\n\n${reading}\n\nread(${use}, path)\n`,
  })

  test.each([
    ['compat.pickle', ['main.py']],
    ['getattr(compat, "pickle")', ['main.py']],
    ['compat.json', []],
  ])('by another module of the repository: %s', (use, files) => {
    expect(names(main(use)).filter(path => path === 'main.py')).toEqual(files)
  })
})

describe('of what is far away only so much is read', () => {
  const padding = `# ${'far '.repeat(550_000)}\n`
  const far = (next: string): string =>
    `from ${next} import go\n\n\ndef step(path):\n    return go(path)\n\n\ndef idle():\n    return 1\n`
  const sources = {
    'a.py': `${joblib}def go(path):\n    return joblib.load(path)\n`,
    'b.py': `${far('a')}\n${padding}`,
    'c.py': far('b').replace('import go', 'import step as go'),
    'd.py': far('c').replace('import go', 'import step as go'),
  }

  test('which leaves out the furthest', () => {
    expect(names(sources)).toEqual(['a.py', 'b.py'])
    expect(names({ ...sources, 'b.py': far('a') })).toEqual(['a.py', 'b.py', 'c.py', 'd.py'])
  })

  test('and of what is read the same parts as ever', () => {
    const [, b] = chosenOf(filesOf(sources))
    const text = sources['b.py']
    expect(b?.unread).toEqual([{ start: text.indexOf('def idle'), end: text.length }])
  })
})
