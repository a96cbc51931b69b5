import { selectFiles } from '../../src/analysis/select'
import { layoutOf } from '../../src/analysis/selection/layout'
import type { Outline } from '../../src/analysis/selection/outline'
import { unreadIn } from '../../src/analysis/selection/unread'
import { readablePart } from '../../src/program'
import { builtinRules } from '../../src/rules/builtin'
import { readFiles } from '../support/analyse'

/** The text of what is left out of a file in which only some names matter. */
function leftOut(text: string, ...matter: string[]): string[] {
  const outline = { file: { path: 'a.py', text }, layout: () => layoutOf(text) } as Outline
  return unreadIn(outline, name => matter.includes(name)).map(({ start, end }) => text.slice(start, end))
}

describe('functions and classes that nobody names are left out', () => {
  const first = 'def first(a):\n    return a\n\n\n'
  const second = '@cached(size=3)\n@named("b")\nasync def second(\n    a,\n):\n    return a\n\n\n'
  const third = 'class Third(Base):\n    """What it is."""\n\n    def go(self):\n        pass\n\n\n'
  const rest = 'LIMIT = 3\nif LIMIT:\n    def inner():\n        pass\n'
  const text = `import os\n\n\n${first}${second}${third}${rest}`

  test('with their decorators, and nothing else', () => {
    expect(leftOut(text)).toEqual([first, second, third])
  })

  test.each([
    ['first', [second, third]],
    ['second', [first, third]],
    ['Third', [first, second]],
  ])('but for %s', (name, others) => {
    expect(leftOut(text, name)).toEqual(others)
  })

  test('of one name all or none', () => {
    const twice = 'def a():\n    return 1\ndef a():\n    return 2\n'
    expect(leftOut(twice)).toHaveLength(2)
    expect(leftOut(twice, 'a')).toEqual([])
  })

  test('up to the end of the file', () => {
    expect(leftOut('x = 1\ndef a(): return 1')).toEqual(['def a(): return 1'])
  })
})

describe('what may be more than one definition is read', () => {
  test.each([
    ['a variable of the file that gets another value', 'def a():\n    global SAFE\n    SAFE = False\n'],
    ['lines that only Python ends', 'def a():\n    return 1\rx = 3\r'],
    ['a bracket that nothing closes', 'def a():\n    return (1\n\ndef b():\n    return 2\n'],
    ['a bracket that nothing opens', 'def a():\n    return 1)\n\ndef b():\n    return 2(\n'],
    ['a function in a condition', 'if fast:\n    def a():\n        return 1\n'],
  ])('%s', (_, text) => {
    expect(leftOut(text)).toEqual([])
  })
})

describe('a definition goes on', () => {
  const next = 'x = a\n'
  test.each([
    ['behind a text over several lines', 'def a():\n    return """\ndef b():\n\\"""\nclass C:\n"""\n'],
    ['behind a text in three single quotes', "def a():\n    return '''\n\"\ndef b():\n'''\n"],
    ['behind a quote in a comment', "def a():  # it's\n    return 1\n"],
    ['behind a bracket in a text', 'def a():\n    return "(" + \'[\'\n'],
    ['in brackets at the margin', 'def a(\nb,\nc=(\n1,\n),\n):\n    return b\n'],
    ['behind a comment at the margin', 'def a():\n    b = 1\n# of b\n    return b\n'],
    ['behind a line that goes on', 'def a():\n    return 1 + \\\nb\n'],
    ['behind a line of Windows that goes on', 'def a():\r\n    return 1 + \\\r\nb\r\n'],
  ])('%s', (_, definition) => {
    expect(leftOut(`${definition}${next}`)).toEqual([definition])
  })
})

test.each(['x = 1\n', '(x) = 1\n', '"text"\n', '[f() for f in a]\n', 'é = 1\n', '-1\n'])(
  'a definition ends before %j',
  next => {
    expect(leftOut(`def a():\n    return 1\n${next}`)).toEqual(['def a():\n    return 1\n'])
  },
)

test('what is not read is blank, and every line and offset stays', () => {
  const text = 'a = 1\r\ndef b():\n\treturn "é😀"\n\nc = 3\n'
  const read = readablePart({ path: 'a.py', text, unread: [{ start: 7, end: text.indexOf('c = 3') }] })
  expect(read).toBe(`a = 1\r\n        \n${' '.repeat(13)}\n\nc = 3\n`)
  expect(read).toHaveLength(text.length)
})

test('a file that is chosen is read in part, and its findings stand where they stood', async () => {
  const idle = 'def idle(rows):\n    return json.load(rows)\n\n\n'
  const text = `import json\n\nimport joblib\n\n\n${idle}def load(path):\n    return joblib.load(path)\n\n\nload("m.pkl")\n`
  const files = selectFiles([{ path: 'a.py', text }], builtinRules())
  expect(files.map(({ unread }) => unread)).toEqual([
    [{ start: text.indexOf(idle), end: text.indexOf('def load') }],
  ])
  const { units } = await readFiles(files)
  expect([...units.values()].map(({ label }) => label)).toEqual(['module', 'load'])
})

test('tasks are read whole, since a program may start any of them', () => {
  const text =
    'import joblib\nfrom invoke import task\n\n\n@task\ndef a(c):\n    joblib.load("m.pkl")\n\n\ndef b(c):\n    c.run("python check.py")\n'
  const unread = (path: string) =>
    selectFiles([{ path, text }], builtinRules()).flatMap(file => file.unread ?? [])
  expect(unread('tasks.py')).toEqual([])
  expect(unread('jobs.py')).toEqual([{ start: text.indexOf('def b'), end: text.length }])
})

test('of very many names that get one value each is known', () => {
  const names = Array.from({ length: 130_000 }, (_, at) => `a${at}`)
  const around = layoutOf(`${names.join(', ')} = read()\n`).around(0)
  expect(around).toHaveLength(names.length)
})
