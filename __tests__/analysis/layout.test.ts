import { layoutOf } from '../../src/analysis/selection/layout'
import { withoutMargin } from '../support/margin'

/** What stands around `HERE` in a text: `class Registry > method promote`. */
function around(python: string): string {
  const text = withoutMargin(python)
  const enclosing = layoutOf(text).around(text.indexOf('HERE'))
  return enclosing.map(({ kind, name }) => `${kind} ${name}`).join(' > ')
}

/** The first lines of what gives a name of the file a value. */
function definitions(python: string): Record<string, string[]> {
  const text = withoutMargin(python)
  const found = [...layoutOf(text).definitions].map(([name, pieces]): [string, string[]] => [
    name,
    pieces.map(({ start, end }) => text.slice(start, end).split('\n')[0] ?? ''),
  ])
  return Object.fromEntries(found)
}

describe('what stands around a line', () => {
  test.each<[string, string, string]>([
    ['nothing at the top', 'HERE()', ''],
    ['a function', 'def read(path):\n    HERE()\n', 'function read'],
    ['a function that waits', 'async def read(path):\n    HERE()\n', 'function read'],
    ['the head of a function', 'def read(path=HERE):\n    pass\n', 'function read'],
    ['a class', 'class Store:\n    HERE()\n', 'class Store'],
    ['a method', 'class Store:\n    def read(self):\n        HERE()\n', 'class Store > method read'],
    [
      'a function in a function',
      'def one():\n    def two():\n        HERE()\n',
      'function one > function two',
    ],
    ['what comes behind one', 'def one():\n    def two():\n        pass\n    HERE()\n', 'function one'],
    ['what comes behind all', 'def one():\n    pass\nHERE()\n', ''],
    ['a line in brackets at the margin', 'def one():\n    two(\nHERE\n    )\n', 'function one'],
    ['a bracket that closes at the margin', 'def one(\n    a,\n):\n    HERE()\n', 'function one'],
    ['a text at the margin', 'def one():\n    """\nwords\n"""\n    HERE()\n', 'function one'],
    ['a comment at the margin', 'def one():\n    a()\n# why\n    HERE()\n', 'function one'],
    ['an empty line', 'def one():\n    a()\n\n    HERE()\n', 'function one'],
    ['a line that goes on', 'def one():\n    a = 1 + \\\n2\n    HERE()\n', 'function one'],
    ['a definition in a text', 'A = """\ndef one():\n    x\n"""\nHERE()\n', ''],
    ['a definition behind a bracket that never closes', 'a(\ndef one():\n    HERE()\n', 'function one'],
    ['a definition behind one that was never open', 'a)\ndef one():\n    b(\n    HERE)\n', 'function one'],
    ['a variable', 'A = HERE()\n', 'variable A'],
    ['a variable over lines', 'A = {\n    "a": HERE,\n}\n', 'variable A'],
    ['a variable with a type', 'A: int = HERE()\n', 'variable A'],
    ['two variables', 'A, (B, *C) = HERE()\n', 'variable A > variable B > variable C'],
    ['two that are the same', 'A = B = HERE()\n', 'variable A > variable B'],
    ['two in one line', 'A = 1; B = HERE()\n', 'variable A > variable B'],
    ['a variable of a loop', 'for a in b():\n    HERE()\n', 'variable a'],
    ['a variable of a context', 'with a() as (b, c):\n    HERE()\n', 'variable b > variable c'],
    ['a variable in a condition', 'if (a := HERE()):\n    pass\n', 'variable a'],
    ['a comparison', 'A == HERE()\n', ''],
    ['a field', 'a.b = HERE()\n', ''],
    ['a variable in a function', 'def one():\n    a = HERE()\n', 'function one'],
    [
      'one that it says is of the file',
      'def one():\n    global a, b\n    a = HERE()\n',
      'function one > variable a > variable b',
    ],
    [
      'one behind that function',
      'def one():\n    global a\n    a = 1\ndef two():\n    HERE()\n',
      'function two',
    ],
    ['a variable in a class', 'class One:\n    a = HERE()\n', 'class One'],
  ])('%s', (_, python, expected) => {
    expect(around(python)).toBe(expected)
  })
})

describe('what a file defines', () => {
  test.each<[string, string, Record<string, string[]>]>([
    [
      'functions and classes',
      'def a():\n    def b(): pass\nclass C:\n    d = 1\n',
      { a: ['def a():'], C: ['class C:'] },
    ],
    [
      'variables',
      'A = 1\nB: int = 2\n(C, [D]) = 3\n',
      { A: ['A = 1'], B: ['B: int = 2'], C: ['(C, [D]) = 3'], D: ['(C, [D]) = 3'] },
    ],
    ['variables twice', 'A = 1\nA = 2\n', { A: ['A = 1', 'A = 2'] }],
    ['what is changed', 'A["x"] = 1\nB.append(2)\n', { A: ['A["x"] = 1'], B: ['B.append(2)'] }],
    ['variables under a condition', 'if x:\n    A = 1\nelse:\n    B = 2\n', { A: ['if x:'], B: ['else:'] }],
    [
      'variables of loops and contexts',
      'for a, b in c:\n    pass\nwith d as e, f as g:\n    pass\n',
      {
        a: ['for a, b in c:'],
        b: ['for a, b in c:'],
        e: ['with d as e, f as g:'],
        g: ['with d as e, f as g:'],
      },
    ],
    ['chains of variables', 'A = B = C\n', { A: ['A = B = C'], B: ['A = B = C'] }],
    [
      'variables that functions set',
      'def a():\n    global B\n    B = 1\n',
      { a: ['def a():'], B: ['def a():'] },
    ],
    ['a function with its decorator', '@one\n@two(three)\ndef a():\n    pass\n', { a: ['@one'] }],
    ['several in one line', 'A = 1; B = 2\n', { A: ['A = 1; B = 2'], B: ['A = 1; B = 2'] }],
  ])('%s', (_, python, expected) => {
    expect(definitions(python)).toMatchObject(expected)
  })

  test('is no word of the language', () => {
    const words = 'if a:\n    return b\nwhile c:\n    break\nassert d\nraise e\ndel f\nprint(g)\n'
    expect(Object.keys(definitions(words))).toEqual(['print'])
  })

  test('has decorators by the words in them', () => {
    const { decorated } = layoutOf(
      '@asset_check(asset=model)\n@other\ndef checks():\n    model()\n\ndef plain():\n    pass\n',
    )
    expect([...decorated].map(([word, names]) => [word, ...names])).toEqual([
      ['asset_check', 'checks'],
      ['asset', 'checks'],
      ['model', 'checks'],
      ['other', 'checks'],
    ])
  })

  test('has what runs by itself', () => {
    const text = 'import a\nfrom b import c\n\ndef d():\n    pass\n\nE = 1\nif E:\n    d()\n'
    const top = layoutOf(text).top.map(({ start, end }) => text.slice(start, end).trim())
    expect(top).toEqual(['E = 1', 'if E:\n    d()'])
  })
})
