import { decode, isBinary } from '../../src/files/decode'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const mark = (...values: number[]) => Buffer.from(values)

test('UTF-8 is read as it is, line ends included', () => {
  expect(decode(bytes('a = "ä😀"\r\nb\rc\n'))).toEqual({ text: 'a = "ä😀"\r\nb\rc\n', doubt: null })
})

test('a byte order mark is no part of the text, so columns are those that SARIF counts', () => {
  expect(decode(Buffer.concat([mark(0xef, 0xbb, 0xbf), bytes('import x')])).text).toBe('import x')
})

test('only the first byte order mark is one', () => {
  expect(decode(bytes('\ufeff\ufeffx')).text).toBe('\ufeffx')
})

test('UTF-16 with a byte order mark is read in either byte order', () => {
  const little = Buffer.concat([mark(0xff, 0xfe), bytes('x = "ä"', 'utf16le')])
  const big = Buffer.concat([mark(0xfe, 0xff), bytes('x = "ä"', 'utf16le').swap16()])
  expect([decode(little), decode(big)]).toEqual(Array(2).fill({ text: 'x = "ä"', doubt: null }))
  expect(isBinary(little)).toBe(false)
})

test('broken UTF-16 is read with a doubt', () => {
  const decoded = decode(Buffer.concat([mark(0xff, 0xfe), bytes('a\nb', 'utf16le'), mark(0x00, 0xd8)]))
  expect(decoded.doubt?.line).toBe(2)
  expect(decoded.text).toMatch(/^a\nb/)
})

test.each([
  '# -*- coding: latin-1 -*-\n',
  '#!/usr/bin/python\n# vim: set fileencoding=ISO_8859_1 :\n',
  '# coding: iso-8859-1-unix\r\n',
  '\n# coding=latin1\n',
])('a coding line for Latin-1 is heeded: %j', head => {
  expect(decode(bytes(`${head}x = "\xe4\x80"`, 'latin1'))).toEqual({
    text: `${head}x = "\xe4\x80"`,
    doubt: null,
  })
})

test('a coding line for another encoding is heeded', () => {
  const head = bytes('# coding: cp1251\n')
  expect(decode(Buffer.concat([head, mark(0xef, 0xf0)])).text).toBe('# coding: cp1251\nпр')
  expect(decode(Buffer.concat([bytes('# coding: euc_jp\n'), mark(0xc6, 0xfc)])).text).toBe(
    '# coding: euc_jp\n日',
  )
})

test('a coding line behind code or in the third line says nothing', () => {
  expect(decode(bytes('x = 1\n# coding: latin-1\n"ä"')).text).toContain('ä')
  expect(decode(bytes('#\n#\n# coding: latin-1\n"ä"')).text).toContain('ä')
})

test.each(['rot13', 'utf-7', 'no_such_codec', 'utf-16', 'unicode_escape'])(
  'an encoding that cannot be used is told, and the file is read all the same: %s',
  name => {
    const text = `# coding: ${name}\nimport pickle\n`
    expect(decode(bytes(text))).toEqual({
      text,
      doubt: { line: 0, says: expect.stringContaining(name.replaceAll('_', '-')) },
    })
  },
)

test('bytes that are not UTF-8 are read as Latin-1, and the first bad line is told', () => {
  const { text, doubt } = decode(
    Buffer.concat([bytes('a\nb = "ä"\nc = "'), mark(0xe4), bytes('"\nd = "ä"\n')]),
  )
  expect(doubt?.line).toBe(3)
  expect(text.split('\n')[2]).toBe('c = "ä"')
})

test('ASCII that is not ASCII is read as UTF-8', () => {
  expect(decode(bytes('# coding: ascii\nx = "ä"')).text).toBe('# coding: ascii\nx = "ä"')
})

test('a NUL byte among the first 8000 makes a file binary', () => {
  expect(isBinary(bytes('PK\0\x01'))).toBe(true)
  expect(isBinary(bytes(`${'a'.repeat(7999)}\0`))).toBe(true)
  expect(isBinary(bytes(`${'a'.repeat(8000)}\0`))).toBe(false)
  expect(isBinary(bytes(''))).toBe(false)
})
