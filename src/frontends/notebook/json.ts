import { createScanner, type JSONScanner } from 'jsonc-parser'
import type { Taken } from '../placed'

/** A text in a JSON file, or the start of an object. */
export interface JsonPart {
  readonly kind: 'text' | 'object'
  /** The names that lead to it, with `#` for a place in a list: `cells/#/source/#`. */
  readonly path: string
  readonly value: string
  readonly start: number
  readonly end: number
}

// The numbers of `SyntaxKind`, which exists for the compiler only.
const openBrace = 1
const closeBrace = 2
const openBracket = 3
const closeBracket = 4
const string = 10
const strange = 16
const end = 17

interface Walk {
  readonly text: string
  readonly scanner: JSONScanner
  /** By depth: the name that was read last; `#` in a list. */
  readonly names: string[]
  depth: number
  /** The offset of the first place that is broken; -1 where none is. */
  broken: number
}

// What a notebook says of its code lies less deep.
const deepest = 8

/** Hands on the texts and objects of a JSON file, also behind what is broken. Gives the offset of the first such place, or -1. */
export function visitJson(text: string, visit: (part: JsonPart) => void): number {
  const walk: Walk = { text, scanner: createScanner(text, true), names: [], depth: 0, broken: -1 }
  for (let kind: number = walk.scanner.scan(); kind !== end; kind = walk.scanner.scan()) {
    if (walk.broken < 0 && isBroken(walk, kind)) walk.broken = walk.scanner.getTokenOffset()
    step(walk, kind, visit)
  }
  return walk.broken < 0 && walk.depth > 0 ? text.length : walk.broken
}

function step(walk: Walk, kind: number, visit: (part: JsonPart) => void): void {
  const { scanner, names, depth } = walk
  const [start, length] = [scanner.getTokenOffset(), scanner.getTokenLength()]
  switch (kind) {
    case openBrace:
      if (depth < deepest)
        visit({ kind: 'object', path: pathOf(walk), value: '', start, end: start + length })
      return open(walk, '')
    case openBracket:
      return open(walk, '#')
    case closeBrace:
    case closeBracket:
      walk.depth = Math.max(0, depth - 1)
      return
    case string:
      if (depth === 0 || depth > deepest) return
      if (names[depth - 1] !== '#' && isName(walk, start + length)) names[depth - 1] = scanner.getTokenValue()
      else
        visit({
          kind: 'text',
          path: pathOf(walk),
          value: scanner.getTokenValue(),
          start,
          end: start + length,
        })
  }
}

function open(walk: Walk, name: string): void {
  if (walk.depth < deepest) walk.names[walk.depth] = name
  walk.depth += 1
}

function pathOf({ names, depth }: Walk): string {
  return names.slice(0, depth).join('/')
}

function isName({ text }: Walk, behind: number): boolean {
  return /^\s{0,100}:/.test(text.slice(behind, behind + 101))
}

function isBroken({ scanner, depth }: Walk, kind: number): boolean {
  if (kind === strange || scanner.getTokenError() !== 0) return true
  return (kind === closeBrace || kind === closeBracket) && depth === 0
}

/** The text between two quotes of a JSON file, with the place of each character. */
export function decoded(text: string, start: number, end: number): Taken {
  const at: number[] = []
  let value = ''
  const stop = text[end - 1] === '"' && end - 1 > start ? end - 1 : end
  for (let from = start + 1; from < stop; ) {
    const slash = text.indexOf('\\', from)
    const until = slash < 0 || slash >= stop ? stop : slash
    value += text.slice(from, until)
    for (; from < until; from += 1) at.push(from)
    if (from >= stop) break
    value += unescaped(text, from)
    at.push(from)
    from += text[from + 1] === 'u' ? 6 : 2
  }
  at.push(stop)
  return { text: value, at }
}

const short: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function unescaped(text: string, at: number): string {
  const letter = text[at + 1] ?? ''
  if (letter !== 'u') return short[letter] ?? letter
  const code = Number.parseInt(text.slice(at + 2, at + 6), 16)
  return String.fromCharCode(Number.isNaN(code) ? 0xfffd : code)
}
