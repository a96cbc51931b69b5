import { isUtf8 } from 'node:buffer'
import { lineOf } from '../base/lines'

/** Text of a file, and what had to be guessed to read it: `null` where nothing was. */
export interface Decoded {
  readonly text: string
  readonly doubt: { readonly line: number; readonly says: string } | null
}

/**
 * Turns the bytes of a file into text, by its byte order mark, its PEP 263 coding line, or as UTF-8. Line ends stay as they
 * are. The byte order mark is no part of the text, so offsets count from the character behind it, as SARIF demands.
 * What cannot be decoded is read as Latin-1, which no byte can break, and leaves a doubt.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3))
  const wide = utf16(bytes)
  if (wide) return decodeUtf16(bytes.subarray(2), wide)
  const declared = codingLine(bytes)
  if (declared === null || utf8Names.has(declared)) return decodeUtf8(bytes)
  return latin1Names.has(declared) ? sure(latin1(bytes)) : decodeAs(bytes, declared)
}

/** Whether a file is anything but text: it holds a NUL byte early on and does not say that it is UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  return utf16(bytes) === null && bytes.subarray(0, 8000).includes(0)
}

/** Whether a file begins as compiled programs do, which nobody takes for text. */
export function isProgram(bytes: Uint8Array): boolean {
  return programs.some(magic => startsWith(bytes, magic))
}

// ELF; Mach-O of both widths and byte orders; several Mach-O in one.
const programs = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
]

// ASCII counts as UTF-8: TextDecoder takes it for windows-1252, where Python refuses every byte above 127.
const utf8Names = new Set(['utf-8', 'utf8', 'u8', 'utf', 'utf-8-sig', 'cp65001', 'ascii', 'us-ascii', '646'])

// Python's Latin-1 has control characters where the web's, and so TextDecoder's, has those of windows-1252.
const latin1Names = new Set([
  'latin-1',
  'latin1',
  'latin',
  'l1',
  'iso-8859-1',
  'iso8859-1',
  'iso-latin-1',
  '8859',
  'cp819',
])

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

/** The encoding that one of the first two lines declares, spelt as Python normalises it. */
function codingLine(bytes: Uint8Array): string | null {
  const [first = '', second = ''] = latin1(bytes.subarray(0, 1000)).split(/\r\n|\r|\n/, 2)
  const name = codingOf(first) ?? (/^[ \t\f]*(#|$)/.test(first) ? codingOf(second) : null)
  const plain = name?.toLowerCase().replaceAll('_', '-')
  return plain?.replace(/-(unix|dos|mac)$/, '') ?? null
}

function codingOf(line: string): string | null {
  return /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1] ?? null
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  if (isUtf8(bytes))
    return sure(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
  const doubt = {
    line: firstBadLine(bytes),
    says: 'It is not valid UTF-8 from here on, and was read as Latin-1.',
  }
  return { text: latin1(bytes), doubt }
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
  // A lone surrogate was replaced. A replacement character that stood in the file costs a doubt too many, and no more.
  const bad = text.indexOf('\ufffd')
  return bad === -1
    ? sure(text)
    : { text, doubt: { line: lineOf(text, bad).line, says: 'It is not valid UTF-16 here.' } }
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const text = tryDecode(bytes, label)
  if (text !== null) return sure(text)
  const read = isUtf8(bytes) ? 'UTF-8' : 'Latin-1'
  const says = `It cannot be read in the encoding \`${label}\` that it declares, and was read as ${read}.`
  return { text: isUtf8(bytes) ? decodeUtf8(bytes).text : latin1(bytes), doubt: { line: 0, says } }
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // A file whose coding line can be read byte by byte is not in UTF-16, whatever the line says.
    return decoder.encoding.startsWith('utf-16') ? null : decoder.decode(bytes)
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown }
    if (code === 'ERR_ENCODING_NOT_SUPPORTED' || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
    throw error
  }
}

/** No character of UTF-8 contains the byte of a line feed, so lines can be asked one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
  return line
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function sure(text: string): Decoded {
  return { text, doubt: null }
}
