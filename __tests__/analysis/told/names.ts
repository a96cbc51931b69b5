import { readRules } from '../../../src/rules/read'
import { analyseSources } from '../../support/analyse'

const rules = readRules(['rules'])

/** Where something is opened; `MADE` stands for an object that a library makes, whose method has a common name. */
async function opened(sources: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const made = 'Unpickler(open("m.pkl", "rb"))'
  const files = Object.entries(sources).map(([path, text]) => [path, text.replaceAll('MADE', made)])
  const findings = await analyseSources(Object.fromEntries(files), rules)
  return findings.map(({ name }) => name.file.path)
}

test.each([
  'import pickle\npickle.MADE.load()',
  'import pickle as m\nm.MADE.load()',
  'from pickle import Unpickler\nMADE.load()',
  'from pickle import Unpickler as C\nC().load()',
  'import pickle as t\nt.MADE.load()',
  'from pickle import *\nMADE.load()',
  'import pickle\nc = pickle.MADE\nc.load()',
  'import pickle\nC = pickle.Unpickler\nC().load()',
  'import pickle\ndef make():\n    return pickle.MADE\nmake().load()',
  'import pickle\ndef make():\n    c = pickle.MADE\n    return c\nmake().load()',
  'import pickle\ndef f(c: pickle.Unpickler):\n    c.load()',
  'from pickle import Unpickler\ndef f(c: "Unpickler"):\n    c.load()',
  'from typing import Optional\nfrom pickle import Unpickler\ndef f(c: Optional[Unpickler] = None):\n    c.load()',
  'from pickle import Unpickler\ndef f(c: Unpickler | None = None):\n    c.load()',
  'from pickle import Unpickler\ndef f(c=MADE):\n    c.load()',
  'from pickle import Unpickler\ndef f(c):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\nclass A:\n    def __init__(self):\n        self.c = MADE\n    def f(self):\n        self.c.load()',
  'from pickle import Unpickler\nclass A:\n    c = MADE\n    def f(self):\n        self.c.load()',
  'from pickle import Unpickler\nclass A:\n    def __init__(self, c: Unpickler):\n        self.c = c\n    def f(self):\n        self.c.load()',
  'from pickle import Unpickler\nclass A:\n    c: Unpickler\n    def f(self):\n        self.c.load()',
  'from pickle import Unpickler\nclass A:\n    @property\n    def c(self):\n        return MADE\n    def f(self):\n        self.c.load()',
  'from pickle import Unpickler\nclass A(Unpickler):\n    def f(self):\n        self.load()',
  'from pickle import Unpickler\nclass A(Unpickler):\n    pass\nA().load()',
  'try:\n    import pickle\nexcept ImportError:\n    pickle = None\npickle.MADE.load()',
  'import os\nif os.environ.get("X"):\n    from pickle import Unpickler\nelse:\n    from acme import Unpickler\nMADE.load()',
  'def f():\n    import pickle\n    pickle.MADE.load()',
  'import pickle\ngetattr(pickle.MADE, "load")()',
  'import pickle\nf = pickle.MADE.load\nf()',
  'import pickle, functools\nf = functools.partial(pickle.MADE.load)\nf()',
  'import pickle\nwith open("x") as f:\n    pickle.MADE.load()',
  'import pickle\nclients = [pickle.MADE]\nclients[0].load()',
  'import pickle\nclients = {"a": pickle.MADE}\nclients["a"].load()',
  'import pickle\n(pickle.MADE if 1 else None).load()',
  'import pickle\n(c := pickle.MADE).load()',
  'import pickle\nfor c in [pickle.MADE]:\n    c.load()',
  'import pickle\na = b = pickle.MADE\nb.load()',
  'import pickle\na, b = 1, pickle.MADE\nb.load()',
  'import pickle\nlambda: pickle.MADE.load()',
  'import pickle\nglobal c\nc = pickle.MADE\ndef f():\n    c.load()',
  'import pickle\ndel pickle\npickle.MADE.load()',
])('%j opens it', async python => {
  expect(await opened({ 'churn.py': python })).toEqual(['churn.py'])
})

test.each([
  'from acme import Unpickler\nMADE.load()',
  'class Unpickler:\n    def load(self):\n        pass\nMADE.load()',
  'def f(c):\n    c.load()',
  'def f(c):\n    c.other()',
  'from pickle import Unpickler\nclass A(Unpickler):\n    def load(self):\n        pass\nA().load()',
  'import pickle\npickle = 1\npickle.MADE.load()',
])('%j opens nothing', async python => {
  expect(await opened({ 'churn.py': python })).toEqual([])
})

const clients = 'from pickle import Unpickler\nclient = MADE\n'
const own = 'class Unpickler:\n    def load(self):\n        pass\n'

test.each<readonly [python: string, others: Readonly<Record<string, string>>, opens: boolean]>([
  [
    'from .clients import client\nclient.load()',
    { 'acme/__init__.py': '', 'acme/clients.py': clients },
    true,
  ],
  [
    'from acme.clients import client\nclient.load()',
    { 'acme/__init__.py': '', 'acme/clients.py': clients },
    true,
  ],
  [
    'from . import clients\nclients.client.load()',
    { 'acme/__init__.py': '', 'acme/clients.py': clients },
    true,
  ],
  [
    'import acme.clients\nacme.clients.client.load()',
    { 'acme/__init__.py': '', 'acme/clients.py': clients },
    true,
  ],
  [
    'from acme import client\nclient.load()',
    { 'acme/__init__.py': 'from .clients import client\n', 'acme/clients.py': clients },
    true,
  ],
  ['from acme import C\nC().load()', { 'acme/__init__.py': 'from pickle import Unpickler as C\n' }, true],
  ['from acme.clients import *\nclient.load()', { 'acme/__init__.py': '', 'acme/clients.py': clients }, true],
  [
    'from .clients import make\nmake().load()',
    {
      'acme/__init__.py': '',
      'acme/clients.py': 'from pickle import Unpickler\ndef make():\n    return MADE\n',
    },
    true,
  ],
  [
    'from .clients import Own\nOwn().c.load()',
    {
      'acme/__init__.py': '',
      'acme/clients.py':
        'from pickle import Unpickler\nclass Own:\n    def __init__(self):\n        self.c = MADE\n',
    },
    true,
  ],
  ['from ..clients import client\nclient.load()', { 'acme/__init__.py': '', 'clients.py': clients }, true],
  ['from clients import client\nclient.load()', { 'clients.py': clients }, true],
  ['from clients import client\nclient.load()', { 'acme/clients.py': clients }, true],
  ['from pickle import Unpickler\nMADE.load()', { 'pickle/__init__.py': own }, false],
  ['from pickle import Unpickler\nMADE.load()', { 'acme/pickle.py': own }, false],
  [
    'from .a import client\nclient.load()',
    {
      'acme/__init__.py': '',
      'acme/a.py': 'from .b import client\n',
      'acme/b.py': 'from .a import client\n',
    },
    false,
  ],
  [
    'from .sub.clients import client\nclient.load()',
    { 'acme/__init__.py': '', 'acme/sub/__init__.py': '', 'acme/sub/clients.py': clients },
    true,
  ],
  ['from src.clients import client\nclient.load()', { 'src/clients.py': clients }, true],
])('%j among other modules (%j): %s', async (python, others, opens) => {
  expect(await opened({ ...others, 'acme/main.py': python })).toEqual(opens ? ['acme/main.py'] : [])
})
