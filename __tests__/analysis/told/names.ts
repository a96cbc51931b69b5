import { analyseSources } from '../../support/analyse'
import { builtin as rules } from '../../support/builtin'

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
  'from pickle import Unpickler\nclass A(Unpickler):\n    @classmethod\n    def make(cls, f):\n        return cls(f)\nA.make(1).load()',
  'import pickle\ndef make() -> object:\n    return pickle.MADE\nmake().load()',
  'import pickle\ndef make(all) -> pickle.Unpickler:\n    return all[0]\nmake(1).load()',
  'from typing import Union\nfrom pickle import Unpickler\ndef f(c: Union[str, Unpickler]):\n    c.load()',
  'from typing import Annotated\nfrom pickle import Unpickler\ndef f(c: Annotated[Unpickler, "x"]):\n    c.load()',
  'import pickle\n(None or pickle.MADE).load()',
  'import pickle\n(1 and pickle.MADE).load()',
  'import pickle, functools\nclass A:\n    @functools.cached_property\n    def c(self):\n        return pickle.MADE\n    def f(self):\n        self.c.load()',
  'import pickle\ntry:\n    import lazy\nexcept ImportError:\n    lazy = None\nclass A:\n    @lazy.cached_property\n    def c(self):\n        return pickle.MADE\n    def f(self):\n        self.c.load()',
  'import pickle, functools\ndef make():\n    return pickle.MADE\nfunctools.partial(make)().load()',
  'import pickle\nclass A:\n    def __call__(self):\n        return pickle.MADE\nA()().load()',
  'import pickle, asyncio\nasync def make():\n    return pickle.MADE\nasyncio.run(make()).load()',
  'import pickle, typing\ntyping.cast(str, pickle.MADE).load()',
  'import pickle, contextlib\nwith contextlib.closing(pickle.MADE) as c:\n    c.load()',
  'import pickle\nname = "load"\ngetattr(pickle.MADE, name)()',
  'from dataclasses import dataclass, field\nfrom pickle import Unpickler\n@dataclass\nclass A:\n    c: object = field(default_factory=Unpickler)\nA().c.load()',
  'from attrs import define, field\nfrom pickle import Unpickler\n@define\nclass A:\n    c: object = field(factory=Unpickler)\nA().c.load()',
  'import pickle\nfrom contextlib import contextmanager\n@contextmanager\ndef make():\n    yield pickle.MADE\nwith make() as c:\n    c.load()',
  'from pickle import Unpickler\ndef f(c: str):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\ndef f(c: "None"):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\ndef f(c: dict):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\nfrom typing import Any\ndef f(c: Any):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\nclass A(object, Unpickler):\n    pass\nA().load()',
  'from pickle import Unpickler\nfrom abc import ABC\nclass A(ABC, Unpickler):\n    pass\nA().load()',
  'from pickle import Unpickler\nfrom typing import Generic\nclass A(Generic[T], Unpickler):\n    pass\nA().load()',
  'from pickle import Unpickler\nimport acme\nclass A(acme.Mixin, Unpickler):\n    pass\nA().load()',
  'from pickle import Unpickler\nclass B:\n    def load(self):\n        pass\nclass A(Unpickler, B):\n    pass\nA().load()',
  'from pickle import Unpickler\nclass B(Unpickler):\n    pass\nclass A(B):\n    pass\nA().load()',
  'from pickle import Unpickler\nclass A:\n    @staticmethod\n    def f(c):\n        c.load()\nA.f(MADE)',
  'from pickle import Unpickler\nclass A:\n    @classmethod\n    def f(cls, c):\n        c.load()\nA.f(MADE)',
  'import pickle\nclass A:\n    def m(self):\n        self.c = pickle.MADE\nclass B(A):\n    def f(self):\n        self.c.load()',
  'import pickle\na = pickle.MADE\nb = a\na = b\nb.load()',
  'import pickle\ndef f(x):\n    return f(x) if x else pickle.MADE\nf(1).load()',
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
  'from pickle import Unpickler\ndef f(c: list[Unpickler]):\n    c.load()',
  'from pickle import Unpickler\nimport acme\ndef f(c: acme.Client):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\ndef f(c: dictdb.Client):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\ndef f(c: strategy.Client):\n    c.load()\nf(MADE)',
  'from pickle import Unpickler\nclass B:\n    def load(self):\n        pass\nclass A(B, Unpickler):\n    pass\nA().load()',
  'import pickle\nclass A:\n    def c(self):\n        return pickle.MADE\n    def f(self):\n        self.c.load()',
  'import pickle\nname = "load"\nif x:\n    name = "dump"\ndef f():\n    getattr(pickle.MADE, name)()',
  'import pickle\ngetattr()()\ngetattr(pickle)()\ngetattr(pickle.MADE, 1)()',
  'import pickle\n{"a": pickle.MADE, "b": 1}["b"].load()',
  'import pickle\n(pickle.MADE + 1).load()',
  'class A:\n    pass\nA()().load()',
  'import sys\nsys().load()',
  'class A(B):\n    pass\nclass B(A):\n    pass\nA().load()\nA().c.load()',
  'a = b\nb = a\na.load()\na().load()',
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
