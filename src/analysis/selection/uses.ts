import { argumentsAt, type WrittenArgument } from './written'

/** A place at which the last name of a sink stands as code would use it. */
export interface Use {
  readonly index: number
  readonly method: string
  /** Whether it is taken from something. */
  readonly dotted: boolean
  /** The names that it is taken from, one from the other; none where that begins with no plain name. */
  readonly chain: readonly string[]
  /** Whether it is a text, which nothing looks up, or has something taken from it, or gets a value. */
  readonly other: boolean
  /** What a call of it is given, from behind its bracket on; `null` where it is not called here. */
  readonly args: string | null
  /** The same as arguments; `null` where they cannot be told. */
  readonly given: () => readonly WrittenArgument[] | null
  /** Whether it stands in documentation. */
  readonly inProse: () => boolean
}

/** What finds words where names stand. */
export function usePattern(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join('|') || '(?!)'})\\b`, 'g')
}

/**
 * Where a text uses the words that such a pattern finds: an offset, and the number of the word, in turns. What is taken from
 * something begins at its dot. A name that stands alone in prose is no use: it is called, handed over, quoted or taken from
 * something.
 */
export function findPlaces(text: string, pattern: RegExp, numbers: ReadonlyMap<string, number>): number[] {
  const places: number[] = []
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const at = placeOf(text, index, index + word.length)
    if (at !== null) places.push(at, numbers.get(word) ?? -1)
  }
  return places
}

// By hand: one pattern for all of it takes three times as long for a text.
function placeOf(text: string, start: number, end: number): number | null {
  const before = lastBefore(text, start, isBlank)
  if (text[before] === '.') return before
  let next = end
  while (isBlank(text[next])) next += 1
  if (text[next] !== '(') return /^[,)\]"']/.test(text[next] ?? '') ? start : null
  // The dot of a call may stand on the line before.
  const further = lastBefore(text, before + 1, isSpace)
  return text[further] === '.' ? further : start
}

function lastBefore(text: string, end: number, skips: (sign: string | undefined) => boolean): number {
  let at = end - 1
  while (skips(text[at])) at -= 1
  return at
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t'
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /^\s/.test(sign)
}

/** The use at such a place, with what stands around it; `null` for an import. */
export function useAt(text: string, index: number, inProse: (at: number) => boolean): Use | null {
  written.lastIndex = index
  const match = isImport(text, index) ? null : written.exec(text)
  return match && { ...readUse(text, match), index, inProse: () => inProse(index) }
}

const written = /\.\s*(\w+)|(\w+)[ \t]*["']?/y

// `from salt.client import LocalClient`
function isImport(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - lookBack), at)
  return /^[ \t]*(?:from|import)[ \t][\w., \t]*$/.test(before.slice(before.lastIndexOf('\n') + 1))
}

const lookBack = 120
const lookAhead = 160

function readUse(text: string, match: RegExpExecArray): Omit<Use, 'index' | 'inProse'> {
  const [whole, taken, alone = ''] = match
  const method = taken ?? alone
  const before = text.slice(Math.max(0, match.index - lookBack), match.index)
  const end = match.index + whole.lastIndexOf(method) + method.length
  const after = text.slice(end, end + lookAhead)
  const quoted = /["']$/.test(whole) && taken === undefined
  const bracket = /^[ \t]*\(/.exec(after)?.[0].length
  const got = quoted && /\bgetattr\s*\(.*,\s*["']$/s.test(before)
  return {
    method,
    dotted: taken !== undefined || got,
    chain: got || taken === undefined ? [] : chainBefore(before),
    other: (quoted && !got) || (taken !== undefined && (isName(before, after) || isOther.test(after))),
    args: bracket === undefined ? null : after.slice(bracket),
    given: bracket === undefined ? () => null : givenAt(text, end + bracket),
  }
}

// Every sink of that name asks for them.
function givenAt(text: string, start: number): Use['given'] {
  let known: readonly WrittenArgument[] | null | undefined
  return () => {
    if (known === undefined) known = argumentsAt(text, start)
    return known
  }
}

// A function has nothing to take from it: `self.client.list()`; and what gets a value is not what it had.
const isOther = /^[ \t]*(?:\.[ \t]*(?!__)[A-Za-z_]|=(?!=))/

function chainBefore(before: string): string[] {
  const chain = /(?:^|[^\w.)\]"'])([A-Za-z_]\w*(?:\s*\.\s*\w+)*)\s*$/.exec(before)?.[1] ?? ''
  return chain === '' ? [] : chain.split('.').map(name => name.trim())
}

// `"cmd.run"`: a name in a text.
function isName(before: string, after: string): boolean {
  const quote = /(["'])[\w.]*$/.exec(before)?.[1]
  return quote !== undefined && after.startsWith(quote)
}
