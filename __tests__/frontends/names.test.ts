import { testCalls } from './sees'

describe('imports', () =>
  testCalls({
    'a module is named in full': ['import torch\ntorch.load()', ['torch.load()']],
    'a dotted import binds its first name': ['import a.b.c\na.b.c.d()', ['a.b.c.d()']],
    'an alias stands for the whole': ['import a.b as c\nc.d()', ['a.b.d()']],
    'a name of a module is named in full': ['from a.b import c\nc()', ['a.b.c()']],
    'it may have an alias': ['from a import (b as c, d)\nc()\nd()', ['a.b()', 'a.d()']],
    'dots say how far up': [
      'from . import a\nfrom .b import c\nfrom ... import d as e\na()\nc()\ne()',
      ['.a()', '.b.c()', '...d()'],
    ],
    'a line may be continued in it': [
      'from a import \\\n    b\nimport c \\\n  as d\nb()\nd()',
      ['a.b()', 'c()'],
    ],
    'a star may bring any name that nothing else binds': [
      'from a import *\ndef f(): pass\nb()\nf()',
      ['{a.b | builtins.b}()', 'def f()'],
    ],
    'one in a function is seen there only': [
      'def f():\n    import a as b\n    b.c()\nb.c()',
      ['a.c()', 'builtins.b.c()'],
    ],
    'two under one name depend on the way': [
      'try:\n    import a as json\nexcept ImportError:\n    import b as json\njson.load()',
      ['{a | b}.load()'],
    ],
    'a module may be asked for by its name': [
      'import importlib\nimport typing\nx = importlib.import_module("a.b")\nx.c()',
      ['importlib.import_module("a.b")', 'a.b.c()'],
    ],
    'in a function': [
      'import importlib\ndef f():\n    importlib.import_module("a").b()',
      ['a.b()', 'module.importlib.import_module("a")'],
    ],
    'under the name of the function too': [
      'from importlib import import_module as get\nget("a").b()',
      ['a.b()', 'importlib.import_module("a")'],
    ],
    'or by the builtin, which gives the first part': [
      'x = __import__("a.b")\nx.c()\n__import__("a.b", fromlist=["c"]).c()',
      ['builtins.__import__("a.b")', 'a.c()', 'a.b.c()', 'builtins.__import__("a.b", fromlist=["c"])'],
    ],
    'one whose name is not known is no module': [
      'import importlib\nimportlib.import_module(f"a.{x}").b()\nimportlib.import_module(".a", __package__).b()',
      [
        'importlib.import_module(text("a." builtins.x)).b()',
        'importlib.import_module(text("a." builtins.x))',
        'importlib.import_module(".a", builtins.__package__).b()',
        'importlib.import_module(".a", builtins.__package__)',
      ],
    ],
    'nor is what a function of that name gives': [
      'def __import__(x): return x\n__import__("a").b()',
      ['def __import__("a").b()', 'def __import__("a")'],
    ],
    'from the future comes nothing that is called': [
      'from __future__ import annotations\nf()',
      ['builtins.f()'],
    ],
  }))

describe('variables', () =>
  testCalls({
    'a name that nothing binds is a builtin': ['print(open)', ['builtins.print(builtins.open)']],
    'a variable stands for what it was bound to last': ['f = a.b\nf = open\nf()', ['builtins.open()']],
    'it depends on the way': ['f = a\nif x:\n    f = b\nf()', ['{builtins.a | builtins.b}()']],
    'a way that leaves adds nothing': ['f = a\nif x:\n    f = b\n    raise E\nf()', ['builtins.a()']],
    'a way that a constant closes adds nothing': [
      'DRY_RUN = False\nf = a\nif DRY_RUN:\n    f = b\nf()',
      ['builtins.a()'],
    ],
    'a loop may have changed it': [
      'f = a\nfor x in xs:\n    f()\n    f = b\nf()',
      ['{builtins.a | builtins.b}()'],
    ],
    'a loop that does not change it leaves it alone': [
      'f = a\nwhile x:\n    g(1)\nf()',
      ['builtins.g(1)', 'builtins.a()'],
    ],
    'a handler sees it as it was at any call of the body': [
      'x = 1\ntry:\n    x = 2\n    f()\n    x = 3\nexcept E:\n    g(x)',
      ['builtins.f()', 'builtins.g({1 | 2})'],
    ],
    'a handler sees it as it was where no call failed': [
      'x = 1\ntry:\n    x = 2\n    y["k"]\nexcept E:\n    g(x)',
      ['builtins.g({1 | 2})'],
    ],
    'a handler sees it as an import left it that failed': [
      'try:\n    x = True\n    import y\nexcept ImportError:\n    pass\ng(x)',
      ['builtins.g({builtins.x | true})'],
    ],
    'a `with` that swallows exceptions leaves it as it was': [
      'from contextlib import suppress\nx = 1\nwith suppress(E):\n    x = f()\ng(x)',
      ['contextlib.suppress(builtins.E)', 'builtins.f()', 'builtins.g({1 | builtins.f()})'],
    ],
    'an exception is an object of the type that is caught': [
      'try:\n    f()\nexcept ValueError as e:\n    e.g()',
      ['builtins.f()', 'a builtins.ValueError.g()'],
    ],
    'the walrus binds it': [
      'if (m := a()) and m.b():\n    m.c()',
      ['builtins.a()', 'builtins.a().b()', 'builtins.a().c()'],
    ],
    'a `with` binds what it enters': [
      'with open("x") as f:\n    f.read()',
      ['builtins.open("x")', 'builtins.open("x").read()'],
    ],
    'a loop variable is an item': [
      'for a, (b, c) in xs:\n    f(a, c)',
      ['builtins.f(builtins.xs[?][0], builtins.xs[?][1][1])'],
    ],
    'a pattern binds the whole or a part': [
      'match x():\n    case {"k": v, **rest} | [v, *rest] if f(v):\n        pass\n    case C(a=b) as c:\n        f(b, c)',
      ['builtins.x()', 'builtins.f(?)', 'builtins.f(?, builtins.x())'],
    ],
    'an annotation alone makes an object of its type': ['x: a.T\nx.f()', ['a builtins.a.T.f()']],
    'a type alias is one': ['type X = a.T\nX()', ['builtins.a.T()']],
  }))

describe('scopes', () =>
  testCalls({
    'a function sees the variables around it, whatever they are bound to': [
      'import a\ndef f():\n    a.b(g)\ng = 1',
      ['module.a.b(module.g)'],
    ],
    'a function that binds a name has its own': ['f = 1\ndef g():\n    f = a\n    f()', ['builtins.a()']],
    'a parameter is the function’s own': ['def f(a, *b, c=1, **d):\n    a(b, c, d)', ['@a(@b, @c, @d)']],
    'a parameter may be bound anew': [
      'def f(a=None):\n    if a is None:\n        a = g()\n    a.h()',
      ['builtins.g()', '{@a | builtins.g()}.h()'],
    ],
    '`global` means the variable of the module': [
      'x = 1\ndef f():\n    global x\n    x = a()\n    x.b()\n',
      ['builtins.a()', 'module.x.b()'],
    ],
    'a function may be the only one to bind a variable of the module': [
      'def f():\n    global x\n    x = a()\ndef g():\n    x.b()\nx.c()',
      ['builtins.a()', 'module.x.b()', 'module.x.c()'],
    ],
    '`global` in the module itself changes nothing': ['global x\nx = a\nx()', ['module.x()']],
    '`nonlocal` means the variable of the function around': [
      'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = a()\n    g()\n    x.b()',
      ['builtins.a()', 'def f.g()', 'f.x.b()'],
    ],
    'a neighbour’s `nonlocal` means another variable': [
      'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\ndef h():\n    x = a\n    x()',
      ['builtins.a()'],
    ],
    'a function in a function sees both': [
      'import a\ndef f(b):\n    def g(c):\n        a(b, c)',
      ['module.a(f.b, @c)'],
    ],
    'a method does not see the variables of its class': [
      'x = 1\nclass C:\n    x = 2\n    def f(self):\n        g(x, self.x)',
      ['builtins.g(module.x, @self.x)'],
    ],
    'the body of a class sees them as they are': [
      'x = 1\nclass C:\n    f(x)\n    x = 2\n    f(x)',
      ['builtins.f(1)', 'builtins.f(2)'],
    ],
    '`__class__` is the class around a method': [
      'class C:\n    def f(self):\n        __class__.g()',
      ['class C.g()'],
    ],
    'the variable of a comprehension stays inside': [
      'x = 1\ny = [f(x) for x in xs]\ng(x)',
      ['builtins.f(builtins.xs[?])', 'builtins.g(1)'],
    ],
    'a walrus in a comprehension reaches out of it': [
      '[y := f(x) for x in xs]\ng(y)',
      ['builtins.f(builtins.xs[?])', 'builtins.g({builtins.f(builtins.xs[?]) | builtins.y})'],
    ],
    'the variable of a `for` stays behind it': [
      'for x in [a]:\n    pass\nx()',
      ['{[builtins.a][?] | builtins.x}()'],
    ],
    'a lambda has parameters, and sees what is around': [
      'x = 1\nf = lambda y, z=x: g(x, y, z)',
      ['builtins.g(module.x, @y, @z)'],
    ],
    'a default is evaluated around the function': ['x = 1\ndef f(y=g(x)): pass\nx = 2', ['builtins.g(1)']],
    'a decorated function is still that function': [
      '@a\n@b.c(1)\ndef f(): pass\nf()',
      ['builtins.b.c(1)', 'def f()'],
    ],
    'of two definitions the one before the call counts': [
      'def f(): pass\nf()\ndef f(): pass\nf()',
      ['def f()', 'def f#2()'],
    ],
    'a class is called to make its objects': [
      'class C(B):\n    class D: pass\nC.D(C())',
      ['class C.D(class C())', 'class C()'],
    ],
    'what `del` leaves behind is bound by no one else': ['def f():\n    del x\n    x()', ['?()']],
    'a private name is written as it is': ['class C:\n    def f(self):\n        self.__g()', ['@self.__g()']],
  }))
