import type { Piece } from '../../../program'
import { type Hole, type Literal, type Scanner, scan, type Token } from './tokens'

interface Form {
  readonly open: string
  readonly close: string
  /** Whether values are put into it. */
  readonly filled: boolean
  readonly multiline: boolean
  /** What escapes the next character: a backslash, and in `$/…/$` a dollar sign. */
  readonly escaping: 'backslash' | 'slash' | 'dollar'
}

// https://groovy-lang.org/syntax.html#all-strings
const forms: readonly Form[] = [
  { open: "'''", close: "'''", filled: false, multiline: true, escaping: 'backslash' },
  { open: '"""', close: '"""', filled: true, multiline: true, escaping: 'backslash' },
  { open: "'", close: "'", filled: false, multiline: false, escaping: 'backslash' },
  { open: '"', close: '"', filled: true, multiline: false, escaping: 'backslash' },
  { open: '$/', close: '/$', filled: true, multiline: true, escaping: 'dollar' },
  { open: '/', close: '/', filled: true, multiline: false, escaping: 'slash' },
]

// Texts in values in texts were written to be slow.
const deepest = 8

/** The text that begins here, behind which the scanner goes on; `null` where none does. */
export function readText(scanner: Scanner, slashes: boolean): Literal | null {
  const form = forms.find(({ open }) => scanner.text.startsWith(open, scanner.at))
  if (!form || !isMeant(scanner, form, slashes)) return null
  const start = scanner.at
  scanner.at += form.open.length
  const literal = readParts(scanner, form)
  if (scanner.text.startsWith(form.close, scanner.at)) scanner.at += form.close.length
  else scanner.unclosed ??= start
  return literal
}

// Two kinds begin with what may be a sign.
function isMeant(scanner: Scanner, { escaping }: Form, slashes: boolean): boolean {
  const { text, at } = scanner
  if (escaping === 'backslash') return true
  if (escaping === 'dollar') return scanner.lastDollar >= at + 2
  if (!slashes || text[at + 1] === '/' || text[at + 1] === '*' || at < scanner.dividedUntil) return false
  slashed.lastIndex = at
  if (slashed.test(text)) return true
  const line = text.indexOf('\n', at)
  scanner.dividedUntil = line < 0 ? text.length : line
  return false
}

const slashed = /\/(?:[^\n/\\]|\\.)*\//y

function readParts(scanner: Scanner, form: Form): Literal {
  let text = ''
  const pieces: Piece[] = []
  const holes: Hole[] = []
  while (scanner.at < scanner.text.length && !scanner.text.startsWith(form.close, scanner.at)) {
    const from = scanner.at
    if (scanner.text[from] === '\n' && !form.multiline) break
    const hole = form.filled ? readHole(scanner) : null
    const escaped = hole ? null : readEscape(scanner, form)
    if (hole) holes.push({ at: text.length, tokens: hole })
    else if (escaped !== null) {
      if (escaped !== '') pieces.push({ from: text.length, to: from, length: 0 })
      text += escaped
    } else {
      const plain = readPlain(scanner, form)
      pieces.push({ from: text.length, to: from, length: plain.length })
      text += plain
    }
  }
  return { text, pieces: pieces.length > 0 ? pieces : [{ from: 0, to: scanner.at, length: 0 }], holes }
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' }

function readEscape(scanner: Scanner, { escaping }: Form): string | null {
  const { text, at } = scanner
  const next = text[at + 1] ?? ''
  if (escaping === 'dollar') {
    if (text[at] !== '$' || (next !== '$' && next !== '/')) return null
    scanner.at += 2
    return next
  }
  if (text[at] !== '\\' || (escaping === 'slash' && next !== '/')) return null
  const code = /^u+([0-9A-Fa-f]{4})/.exec(text.slice(at + 1, at + 12))
  scanner.at += code ? code[0].length + 1 : 2
  if (code?.[1]) return String.fromCharCode(Number.parseInt(code[1], 16))
  return next === '\n' ? '' : (letters[next] ?? next)
}

const dotted = /\$[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy

// `${…}` and `$name.field`.
function readHole(scanner: Scanner): readonly Token[] | null {
  const { text, at } = scanner
  if (text[at] !== '$') return null
  if (text[at + 1] === '{') {
    if (scanner.depth >= deepest) return null
    scanner.at += 2
    scanner.depth += 1
    const tokens = scan(scanner, true)
    scanner.depth -= 1
    return tokens
  }
  dotted.lastIndex = at
  if (!dotted.test(text)) return null
  const inner: Scanner = { ...scanner, text: text.slice(0, dotted.lastIndex), at: at + 1 }
  scanner.at = dotted.lastIndex
  return scan(inner, false)
}

// Up to whatever may be something else.
function readPlain(scanner: Scanner, { close, multiline }: Form): string {
  const start = scanner.at
  const last = close[0] ?? ''
  let at = start + 1
  const { text } = scanner
  while (at < text.length) {
    const c = text[at]
    if (c === last || c === '\\' || c === '$' || (c === '\n' && !multiline)) break
    at += 1
  }
  scanner.at = at
  return text.slice(start, at)
}
