import { lineOf, lineSpan, lineText } from '../../src/base/lines'

test('the first character stands in line 1, column 1', () => {
  expect(lineOf('abc', 0)).toEqual({ line: 1, column: 1 })
  expect(lineOf('', 0)).toEqual({ line: 1, column: 1 })
})

test('LF and CRLF end a line, and a lone CR does not', () => {
  const text = 'a\nb\r\nc\rd\n'
  expect(lineOf(text, text.indexOf('b'))).toEqual({ line: 2, column: 1 })
  expect(lineOf(text, text.indexOf('c'))).toEqual({ line: 3, column: 1 })
  expect(lineOf(text, text.indexOf('d'))).toEqual({ line: 3, column: 3 })
  expect(lineOf(text, text.length)).toEqual({ line: 4, column: 1 })
})

test('a terminator belongs to the line that it ends', () => {
  expect(lineOf('ab\r\ncd', 2)).toEqual({ line: 1, column: 3 })
  expect(lineOf('ab\r\ncd', 3)).toEqual({ line: 1, column: 4 })
})

test('columns count UTF-16 units, so a sign beyond the basic plane counts twice', () => {
  const text = 'x = "😀"; load()'
  expect(lineOf(text, text.indexOf('load')).column).toBe(text.indexOf('load') + 1)
  expect(lineOf('😀x', 2).column).toBe(3)
})

test('the text of a line has no terminator', () => {
  const text = 'one\r\ntwo\n\r\nfour'
  expect([1, 2, 3, 4].map(line => lineText(text, line))).toEqual(['one', 'two', '', 'four'])
  expect(lineSpan(text, 2)).toEqual({ start: 5, end: 8 })
})

test('a line behind the last one is empty, at the end', () => {
  expect(lineSpan('a\nb', 3)).toEqual({ start: 3, end: 3 })
})

test('every offset of a text falls into the span of its line', () => {
  const text = 'a\n\n  b\r\nccc\rd\n\n'
  for (let offset = 0; offset <= text.length; offset += 1) {
    const { line, column } = lineOf(text, offset)
    expect(lineSpan(text, line).start + column - 1).toBe(offset)
    expect(text.slice(0, offset).split('\n')).toHaveLength(line)
  }
})

test('many texts in turn keep their own lines', () => {
  const texts = Array.from({ length: 100 }, (_, n) => `${'\n'.repeat(n)}x`)
  for (const round of [0, 1])
    for (const [n, text] of texts.entries()) expect(lineOf(text, text.length - 1 + round).line).toBe(n + 1)
})
