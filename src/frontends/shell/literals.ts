import { unknown, type Value } from '../../program'
import { type Script, textOf } from './scope'

/** The text of an unquoted word. */
export function unescapeWord(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(\r?\n|[\s\S])/g, (_, c: string) => (c.endsWith('\n') ? '' : c))
    : text
}

/** The text between double quotes. */
export function unescapeQuoted(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(\r?\n|["$`\\])/g, (_, c: string) => (c.endsWith('\n') ? '' : c))
}

const ansi: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  e: '\u001b',
  a: '\u0007',
  '0': '\0',
}

/** The text of `$'…'`. */
export function decodeAnsi(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{1,2})|([\s\S]))/g, (_, hex?: string, c = '') =>
    hex === undefined ? (ansi[c] ?? c) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

// A text put together from more parts than this is a log, and so is a longer one.
const mostParts = 40
const longest = 10_000

/** One text from parts. */
export function joinText(script: Script, values: readonly Value[]): Value {
  const parts: Value[] = []
  for (const value of values.flatMap(part => (part.kind === 'text' ? part.parts : [part]))) {
    const last = parts.at(-1)
    if (value.kind === 'constant' && value.value === '') continue
    if (value.kind === 'constant' && last?.kind === 'constant' && `${last.value}`.length > longest)
      return unknown
    if (value.kind === 'constant' && last?.kind === 'constant')
      parts[parts.length - 1] = textOf(script, joined(`${last.value}`, `${value.value}`))
    else parts.push(value)
  }
  const [only, second] = parts
  if (only === undefined) return textOf(script, '')
  if (second === undefined) return only
  return parts.length > mostParts ? unknown : { kind: 'text', parts }
}

// `/` is the top of the tree where the script has found it, and `$ROOT/x` is no network path.
function joined(before: string, after: string): string {
  return before === '/' && after.startsWith('/') ? after : before + after
}

// Words by the thousand are a list to loop over, and no options.
const longestList = 2000

/** The words that an unquoted value becomes; `null` where their number is not known. */
export function splitText(value: Value): readonly (string | Value)[] | null {
  if (value.kind === 'constant') {
    if (typeof value.value !== 'string') return [value]
    return value.value.length > longestList ? null : value.value.split(/\s+/).filter(word => word !== '')
  }
  return isOneWord(value, 0) ? [value] : null
}

function isOneWord(value: Value, depth: number): boolean {
  if (value.kind === 'constant') return typeof value.value !== 'string' || /^\S+$/.test(value.value)
  if (value.kind === 'operation') return true
  return (
    value.kind === 'mix' && depth < 4 && value.of.length > 0 && value.of.every(v => isOneWord(v, depth + 1))
  )
}
