import { testCalls } from './sees'

describe('texts', () =>
  testCalls({
    'an f-string has parts': [
      'f(f"models:/{name}@{1}")',
      ['builtins.f(text("models:/" builtins.name "@" 1))'],
    ],
    'one of constants is a constant': ['x = "prod"\nf(f"{x}uction", f"")', ['builtins.f("production", "")']],
    'doubled brackets are brackets': ['f(f"{{a}}", "{{a}}")', ['builtins.f("{a}", "{{a}}")']],
    'a format takes nothing away from the parts': ['f(f"{a!r:>{b}}|")', ['builtins.f(text(builtins.a "|"))']],
    'neighbours join, whatever their prefixes': [
      'f("a" r"\\n" f"{b}" \'\'\'c\'\'\')',
      ['builtins.f(text("a" "\\\\n" builtins.b "c"))'],
    ],
    'escapes are resolved where the string is not raw': [
      String.raw`f("\x41\u0042\103\n\q\
", r"\x41", b"\x41")`,
      [String.raw`builtins.f("ABC\n\\q", "\\x41", "A")`],
    ],
    'a sum of texts is a text': [
      'f("a" + "b", "a" + b + "c")',
      ['builtins.f("ab", (+ (+ "a" builtins.b) "c"))'],
    ],
    'a sum with an f-string has parts': ['f("a-" + f"{b}")', ['builtins.f(text("a-" builtins.b))']],
    'a percent sign and `format` stay operations': [
      'f("%s/%s" % (a, "b"), "{}".format(a))',
      ['builtins.f((% "%s/%s" [builtins.a, "b"]), "{}".format(builtins.a))', '"{}".format(builtins.a)'],
    ],
    'a text that grows is followed': ['x = "a"\nx += "b"\nf(x)', ['builtins.f((+ "a" "b"))']],
  }))

describe('numbers and operators', () =>
  testCalls({
    'numbers of every form': [
      'f(1_000, 0x1F, 0b11, 0o17, 1e3, .5, 2j)',
      ['builtins.f(1000, 31, 3, 15, 1000, 0.5, ?)'],
    ],
    'signs are part of them': ['f(-1, +2, ~x, -x)', ['builtins.f(-1, 2, ?, (- builtins.x))']],
    'a chained comparison holds where all of its parts hold': [
      'f(0 < x <= 1, x not  in y, x is not None)',
      [
        'builtins.f((and (< 0 builtins.x) (<= builtins.x 1)), (not in builtins.x builtins.y), (is not builtins.x null))',
      ],
    ],
    'a conditional expression is one of its sides': [
      'f(a if x else b)',
      ['builtins.f({builtins.a | builtins.b})'],
    ],
    'one with a constant condition is the side that is taken': [
      'DEBUG = False\nf("x" if DEBUG else "y")',
      ['builtins.f("y")'],
    ],
    '`or` and `not` are operations': [
      'f(a or b, not c)',
      ['builtins.f((or builtins.a builtins.b), (not builtins.c))'],
    ],
  }))

describe('displays', () =>
  testCalls({
    'a dictionary has entries in their order, splats included': [
      'f({"a": 1, **b, c: 2})',
      ['builtins.f({"a": 1, **builtins.b, builtins.c: 2})'],
    ],
    'a later item is an entry': ['d = {"a": 1}\nd["b"] = 2\nf(**d)', ['builtins.f(**{"a": 1, "b": 2})']],
    'one that is assigned on one way only is there on that way only': [
      'd = {}\nif x:\n    d["a"] = 1\nf(**d)',
      ['builtins.f(**{{"a": 1} | {}})'],
    ],
    'a deleted item is not known any more': [
      'd = {"a": 1}\ndel d["a"]\nf(**d)',
      ['builtins.f(**{"a": 1, "a": ?})'],
    ],
    'an item that is changed in place is an entry': [
      'd = {"a": 1}\nd["a"] += 2\nf(d)',
      ['builtins.f({"a": 1, "a": (+ {"a": 1}["a"] 2)})'],
    ],
    'arguments may be splats': [
      'f(*a, b, *c(), **d, e=1)',
      ['builtins.f(*builtins.a, builtins.b, *builtins.c(), **builtins.d, e=1)', 'builtins.c()'],
    ],
    'an item is looked up where the list is written out': [
      'x = [a, b]\nx[1]()\nx[-2]()',
      ['builtins.b()', 'builtins.a()'],
    ],
    'an item behind a splat may be any of the rest': [
      'x = [*a, b, c]\nx[1]()\nx[-1]()',
      ['{builtins.a[?] | builtins.b | builtins.c}()', 'builtins.c()'],
    ],
    'an item that is assigned replaces the one before': [
      'x = [a, b]\nx[0] = c\nx[0](x[1])',
      ['builtins.c(builtins.b)'],
    ],
    'where it is not known which, each may be it': [
      'x = [a, b]\nx[i] = c\nx[0]()',
      ['{[builtins.a, builtins.b][?] | builtins.c}()'],
    ],
    'a slice may replace each': ['x = [a]\nx[:] = y\nx[0]()', ['{[builtins.a][?] | builtins.y[?]}()']],
    'a comprehension gives its body at every place': [
      'x = [f(y) for y in z]\nx[3].g()',
      ['builtins.f(builtins.z[?]).g()', 'builtins.f(builtins.z[?])'].sort(),
    ],
  }))

describe('unpacking', () =>
  testCalls({
    'a tuple is taken apart': [
      'a, (b, c) = x, (y, z)\nf(a, b, c)',
      ['builtins.f(builtins.x, builtins.y, builtins.z)'],
    ],
    'what is not written out gives its items': [
      'a, b = x()\nf(b)',
      ['builtins.x()', 'builtins.f(builtins.x()[1])'],
    ],
    'a star takes what the others leave': ['a, *b, c = 1, 2, 3, 4\nf(a, b, c)', ['builtins.f(1, [2, 3], 4)']],
    'a star of what is not written out takes any of its items': [
      'a, *b, c = x\nf(a, b, c)',
      ['builtins.f(builtins.x[0], [builtins.x[?]], builtins.x[-1])'],
    ],
    'two names are exchanged': ['a, b = 1, 2\na, b = b, a\nf(a, b)', ['builtins.f(2, 1)']],
    'one value may have several targets': [
      'a = b, c = x, y\nf(a, c)',
      ['builtins.f([builtins.x, builtins.y], builtins.y)'],
    ],
    'brackets around a target change nothing': ['(a) = [b, c] = x, y\nf(b)', ['builtins.f(builtins.x)']],
  }))
