import { constant, unknown, type Value } from '../../program'
import type { Node } from '../parser'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
}

/** The text between the quotes of a string part, with its escapes resolved unless the prefix says raw. */
export function unquote(text: string, raw: boolean): string {
  if (raw || !text.includes('\\')) return text
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|\r\n|([\s\S]))/g,
    (whole, x, u, long, octal, other) => {
      const hex = x ?? u ?? long
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), whole)
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      return other === undefined ? '' : (escapes[other] ?? whole)
    },
  )
}

function codePoint(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** The value of a number; an imaginary one is unknown. */
export function readNumber(node: Node): Value {
  const text = node.text.replaceAll('_', '').toLowerCase()
  if (/[jl]$/.test(text) && !text.startsWith('0x')) return unknown
  const number = Number(/^0\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text)
  return Number.isNaN(number) ? unknown : constant(number)
}

/** Whether the quotes of a string open a raw one: `r"…"`, `Rb'…'`. */
export function isRaw(start: string): boolean {
  return /^[a-z]*r/i.test(start.replace(/["']+$/, ''))
}
