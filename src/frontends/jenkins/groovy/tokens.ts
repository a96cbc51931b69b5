import type { Piece } from '../../../program'
import { readText } from './texts'

/** A word of Groovy. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'line' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether white space stands in front of it. */
  readonly spaced: boolean
  /** For a text: what it says. */
  readonly literal?: Literal
}

/** A text with the places of its pieces in the file, and the expressions whose values are put into it. */
export interface Literal {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly holes: readonly Hole[]
}

/** An expression in a text: `at` is where its value goes. */
export interface Hole {
  readonly at: number
  readonly tokens: readonly Token[]
}

/** A file while it is taken apart. */
export interface Scanner {
  readonly text: string
  at: number
  /** How deep texts stand in texts. */
  depth: number
  /** Where a text begins that nothing ends; `null` where there is none. */
  unclosed: number | null
  /** Behind the last `/$`, which ends a text that begins with `$/`. */
  readonly lastDollar: number
  /** Up to where no slash ends a text that a slash has begun. */
  dividedUntil: number
}

/** Takes a file apart. Each character is looked at once. */
export function tokensOf(text: string): { tokens: readonly Token[]; unclosed: number | null } {
  const lastDollar = text.lastIndexOf('/$')
  const scanner: Scanner = { text, at: 0, depth: 0, unclosed: null, lastDollar, dividedUntil: 0 }
  const tokens = scan(scanner, false)
  return { tokens, unclosed: scanner.unclosed }
}

/** Tokens to the end, or to the brace that ends a hole. */
export function scan(scanner: Scanner, inHole: boolean): Token[] {
  const tokens: Token[] = []
  let open = 0
  while (scanner.at < scanner.text.length) {
    const before = scanner.at
    skipSpace(scanner)
    const spaced = scanner.at > before
    if (scanner.at >= scanner.text.length) break
    const token = { ...tokenAt(scanner, tokens.at(-1)), spaced }
    if (token.text === '{' && token.kind === 'sign') open += 1
    if (token.text === '}' && token.kind === 'sign') open -= 1
    if (inHole && open < 0) return tokens
    tokens.push(token)
  }
  if (inHole) scanner.unclosed ??= scanner.at
  return tokens
}

const space = /(?:[ \t\f\v\r\uFEFF\u00A0]|\\\r?\n|\/\/[^\n]*|#![^\n]*)+/y

function skipSpace(scanner: Scanner): void {
  for (;;) {
    space.lastIndex = scanner.at
    if (space.test(scanner.text)) scanner.at = space.lastIndex
    if (!scanner.text.startsWith('/*', scanner.at)) return
    const end = scanner.text.indexOf('*/', scanner.at + 2)
    if (end < 0) scanner.unclosed ??= scanner.at
    scanner.at = end < 0 ? scanner.text.length : end + 2
  }
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const number = /\d[\w]*(?:\.\d\w*)?/y
const sign =
  /===|!==|<=>|==~|=~|\*\*=|>>>|<<=|>>=|\?\.|\?:|\.\.<|\.\.|\*\.|->|\+\+|--|&&|\|\||==|!=|<=|>=|<<|\+=|-=|\*=|\/=|%=|\*\*|::|[\s\S]/uy

function tokenAt(scanner: Scanner, before: Token | undefined): Omit<Token, 'spaced'> {
  const start = scanner.at
  const literal = readText(scanner, mayBegin(before))
  if (literal) return { kind: 'text', text: literal.text, start, end: scanner.at, literal }
  if (scanner.text[start] === '\n') {
    scanner.at += 1
    return { kind: 'line', text: '\n', start, end: scanner.at }
  }
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = start
    const found = pattern.exec(scanner.text)
    if (!found) continue
    scanner.at = pattern.lastIndex
    return { kind, text: found[0], start, end: scanner.at }
  }
  scanner.at += 1
  return { kind: 'sign', text: scanner.text[start] ?? '', start, end: scanner.at }
}

const kinds = [
  ['name', word],
  ['number', number],
  ['sign', sign],
] as const

// A slash behind a value divides; elsewhere it begins a text.
function mayBegin(before: Token | undefined): boolean {
  if (!before) return true
  return before.kind === 'sign' && !/^[)\]}]$/.test(before.text)
}
