import fc from 'fast-check'
import { decode } from '../../src/files/decode'
import type { Notice, Reading, Unit } from '../../src/program'
import { everyConstruct } from './constructs'
import { readText } from './read'

// The same inputs on every run; for a longer search give another seed and more runs by hand.
const settings = { seed: 20260101, endOnFailure: true }

describe('any text is read without an exception, and what comes out is whole', () => {
  test('bytes', () =>
    holds(
      fc.uint8Array({ maxLength: 400 }).map(bytes => decode(bytes).text),
      150,
    ))

  test('UTF-16 units, halves of surrogate pairs and NUL among them', () =>
    holds(
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map(units => String.fromCharCode(...units)),
      150,
    ))

  test('Python with nearly every construct, which is understood', async () => {
    const reading = await readText(everyConstruct)
    expectWhole(reading, everyConstruct)
    expect(reading.notices).toEqual([])
  })

  test('words of Python in any order', () =>
    holds(
      fc.array(fc.constantFrom(...words)).map(some => some.join(' ')),
      300,
    ))

  test('lines of Python in any order and at any depth', () =>
    holds(
      fc
        .array(fc.tuple(fc.nat(6), fc.constantFrom(...lines)), { maxLength: 40 })
        .map(some => some.map(([depth, line]) => ' '.repeat(depth) + line).join('\n')),
      300,
    ))

  test('Python with pieces cut out, repeated, moved and put in', () =>
    holds(
      fc.array(edit, { minLength: 1, maxLength: 6 }).map(edits => edits.reduce(applyEdit, everyConstruct)),
      150,
    ))
})

describe('deep, long and wide code is read in bounded work', () => {
  const outcomes: Readonly<Record<string, readonly [text: string, notices: readonly Notice['kind'][]]>> = {
    '100,000 brackets': [`x = ${'['.repeat(100_000)}${']'.repeat(100_000)}`, ['limit']],
    '100,000 brackets that nothing closes': ['('.repeat(100_000), ['syntax']],
    '100,000 brackets that nothing opened': [')'.repeat(100_000), ['syntax']],
    '5,000 `if` in one another': [nested(5_000, 'if a:'), ['syntax']],
    '300 `if` in one another': [nested(300, 'if a:'), []],
    '300 `try` in one another, each with a `finally`': [`${nested(300, 'try:')}\n${endings(300)}`, []],
    '5,000 `elif`': [`if a:\n x = 0\n${repeated(5_000, i => `elif b(${i}):\n x = ${i}\n`)}f(x)`, []],
    '1,000 functions in one another': [nested(1_000, 'def f():'), ['syntax']],
    'a string of a megabyte': [`x = "${'a'.repeat(1_000_000)}"`, []],
    'a comment of a megabyte': [`#${'a'.repeat(1_000_000)}`, []],
    'a name of a megabyte': [`${'a'.repeat(1_000_000)}()`, []],
    '20,000 statements on one line': ['a=1;'.repeat(20_000), []],
    '20,000 added strings': [`x = ${"'a' + ".repeat(20_000)}'a'`, []],
    '20,000 joined strings': [`x = ${"'a' ".repeat(20_000)}`, []],
    '20,000 operands of `and`': [`x = ${'a() and '.repeat(20_000)}b()`, ['limit']],
    '20,000 operands of `or` in a condition': [`if ${'a or '.repeat(20_000)}b: c()`, ['limit']],
    '20,000 comparisons in a chain': [`x = ${'a < '.repeat(20_000)}b`, []],
    '20,000 `not`': [`x = ${'not '.repeat(20_000)}a()`, ['limit']],
    '20,000 calls in a chain': [`f${'()'.repeat(20_000)}`, ['limit']],
    '20,000 fields in a chain': [`a${'.b'.repeat(20_000)} = 1`, ['limit']],
    '20,000 fields of `type(a)`': [`type(a)${'.b'.repeat(20_000)} = 1`, ['limit']],
    '1,000 f-strings in one another': [`${'f"{'.repeat(1_000)}a${'}"'.repeat(1_000)}`, ['syntax', 'limit']],
    '5,000 patterns in one another': [`match a:\n case ${'['.repeat(5_000)}x${']'.repeat(5_000)}: f()`, []],
    '1,000 `for` in a comprehension': [`[f()${' for x in y()'.repeat(1_000)}]`, []],
    '2,000 handlers of 2,000 calls': [
      `try:\n${' f()\n'.repeat(2_000)}${repeated(2_000, i => `except E${i}:\n g()\n`)}`,
      ['limit'],
    ],
    '2,000 managers that suppress': [
      `from contextlib import suppress\nwith ${'suppress(E), '.repeat(2_000)}a: b()`,
      ['limit'],
    ],
    '10,000 NUL characters': ['\0'.repeat(10_000), ['syntax']],
    'a NUL character inside': ['a\0b(\0)\nf()', ['syntax']],
    'halves of surrogate pairs': [`${'\ud800'.repeat(1_000)} = f("\udfff")`, ['syntax']],
    '10,000 lines that end in a lone carriage return': ['f()\r'.repeat(10_000), []],
  }

  test.each(Object.entries(outcomes))('%s', async (_, [text, kinds]) => {
    const reading = await readText(text)
    expectWhole(reading, text)
    expect(reading.notices.map(notice => notice.kind)).toEqual(kinds)
  })
})

async function holds(texts: fc.Arbitrary<string>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(texts, async text => expectWhole(await readText(text), text))
  await fc.assert(property, { ...settings, numRuns })
}

// Far more blocks than any code asks for, and far fewer than what grows faster than the text.
const blocksPerCharacter = 8

function expectWhole({ units, notices }: Reading, text: string): void {
  expect(units[0]?.kind).toBe('module')
  expect(new Set(units.map(unit => unit.name)).size).toBe(units.length)
  const blocks = units.reduce((sum, unit) => sum + unit.blocks.length, 0)
  expect(blocks).toBeLessThanOrEqual(blocksPerCharacter * (text.length + 100))
  const lastLine = text.split(/\r\n|\r|\n/).length
  expect(notices.filter(notice => notice.line < 1 || notice.line > lastLine)).toEqual([])
  expect(units.flatMap(unit => brokenParts(unit, text.length))).toEqual([])
}

function brokenParts(unit: Unit, length: number): string[] {
  const spans = unit.blocks.flatMap(block => block.facts.map(fact => fact.span))
  const outside = spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= length))
  const edges = unit.blocks.flatMap(block => block.next)
  const astray = edges.filter(edge => unit.blocks[edge.to] === undefined)
  return [...outside.map(span => `span ${span.start}`), ...astray.map(edge => `edge to ${edge.to}`)]
}

function repeated(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join('')
}

function nested(depth: number, head: string): string {
  return `${repeated(depth, i => `${' '.repeat(i)}${head}\n`)}${' '.repeat(depth)}f()`
}

function endings(depth: number): string {
  return repeated(depth, i => `${' '.repeat(depth - i - 1)}finally:\n${' '.repeat(depth - i)}g()\n`)
}

type Edit = readonly [
  kind: 'cut' | 'repeat' | 'move' | 'put',
  at: number,
  length: number,
  to: number,
  word: string,
]

const words = [
  ...'if elif else: for while in try: except finally: with as match case def class lambda return yield raise'.split(
    ' ',
  ),
  ...'import from global nonlocal del assert async await not and or is pass break continue type print'.split(
    ' ',
  ),
  ...'( ) [ ] { } : , . = := -> == < + - * ** @ ; \\ # \n \t \n\t \n\t\t f" " \' """ { } x f() "a" 1 None _'.split(
    ' ',
  ),
]

const lines = everyConstruct.split('\n').map(line => line.trimStart())

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('cut', 'repeat', 'move', 'put'),
  fc.nat(everyConstruct.length),
  fc.nat(60),
  fc.nat(everyConstruct.length),
  fc.constantFrom(...words),
)

function applyEdit(text: string, [kind, at, length, to, word]: Edit): string {
  const piece = text.slice(at, at + length)
  const without = text.slice(0, at) + text.slice(at + length)
  switch (kind) {
    case 'cut':
      return without
    case 'repeat':
      return text.slice(0, to) + piece + text.slice(to)
    case 'move':
      return without.slice(0, to) + piece + without.slice(to)
    case 'put':
      return text.slice(0, at) + word + text.slice(at)
  }
}
