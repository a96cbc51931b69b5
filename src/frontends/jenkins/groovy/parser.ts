import type { SourceFile, Span } from '../../../program'
import { depthWithin } from '../../bounds'
import type { Token } from './tokens'

/** The words of a file while sentences are made of them. */
export interface Parser {
  readonly file: SourceFile
  readonly tokens: readonly Token[]
  at: number
  depth: number
  /** Inside round and square brackets the ends of lines mean nothing. */
  loose: boolean
  /** Where the first thing stands that was not understood; `null` where there is none. */
  broken: number | null
  /** Whether something was nested deeper than people write. */
  tooDeep: boolean
  /** How high the trees of expressions are that were put together in a row: `a + b + c`, `a.b.c`. */
  readonly heights: WeakMap<object, number>
}

export function openParser(file: SourceFile, tokens: readonly Token[], depth = 0): Parser {
  return { file, tokens, at: 0, depth, loose: false, broken: null, tooDeep: false, heights: new WeakMap() }
}

const end: Token = { kind: 'end', text: '', start: -1, end: -1, spaced: true }

/** The word at hand, or one further on. */
export function peek(parser: Parser, ahead = 0): Token {
  if (parser.loose) while (parser.tokens[parser.at]?.kind === 'line') parser.at += 1
  return parser.tokens[parser.at + ahead] ?? end
}

export function next(parser: Parser): Token {
  const token = peek(parser)
  parser.at += 1
  return token
}

/** Whether the word at hand is this sign or keyword. */
export function isAt(parser: Parser, text: string): boolean {
  const token = peek(parser)
  return token.text === text && token.kind !== 'text'
}

/** Passes a sign or keyword; false where another one stands. */
export function pass(parser: Parser, text: string): boolean {
  if (!isAt(parser, text)) return false
  parser.at += 1
  return true
}

/** Passes a sign that has to stand here. */
export function demand(parser: Parser, text: string): void {
  if (!pass(parser, text)) fail(parser)
}

export function skipLines(parser: Parser): void {
  while (parser.tokens[parser.at]?.kind === 'line') parser.at += 1
}

/** Whether a word stands behind the ends of lines. Passes these only where it does. */
export function isNextLine(parser: Parser, pattern: RegExp): boolean {
  const { at } = parser
  skipLines(parser)
  const token = peek(parser)
  if (token.kind !== 'text' && pattern.test(token.text)) return true
  parser.at = at
  return false
}

/** Says that what stands here was not understood. */
export function fail(parser: Parser): void {
  const token = parser.tokens[parser.at] ?? parser.tokens.at(-1)
  parser.broken ??= token?.start ?? 0
}

/** A span from a word to the one before the word at hand. */
export function spanFrom(parser: Parser, start: number): Span {
  const last = parser.tokens[parser.at - 1]
  return { file: parser.file, start, end: Math.max(start, last?.end ?? start) }
}

const deepest = 200

/** Reads something that stands inside something else; what is too deep is left out, with all behind it. */
export function inside<T>(parser: Parser, read: () => T, otherwise: T): T {
  if (parser.depth >= depthWithin(deepest)) {
    parser.tooDeep = true
    parser.at = parser.tokens.length
    return otherwise
  }
  parser.depth += 1
  const value = read()
  parser.depth -= 1
  return value
}

/** Reads what stands in brackets, where the ends of lines mean nothing, or in braces, where they do. */
export function within<T>(parser: Parser, loose: boolean, read: () => T): T {
  const outer = parser.loose
  parser.loose = loose
  const value = read()
  parser.loose = outer
  return value
}

const highest = 200

/** Something put together from parts; where it has grown too high, the rest is left out. */
export function grown<T extends object>(parser: Parser, whole: T, parts: readonly object[]): T {
  const height = 1 + Math.max(0, ...parts.map(part => parser.heights.get(part) ?? 0))
  parser.heights.set(whole, height)
  if (height > highest) {
    parser.tooDeep = true
    parser.at = parser.tokens.length
  }
  return whole
}
