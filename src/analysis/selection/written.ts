/** An argument of a call, as it is written. */
export interface WrittenArgument {
  /** `null` where it goes by its place. */
  readonly name: string | null
  readonly text: string
}

/**
 * The arguments of a call whose bracket opens right before `start`; `null` where that cannot be told without a parser, or one
 * of them stands for several.
 */
export function argumentsAt(text: string, start: number): readonly WrittenArgument[] | null {
  const ends = endsOf(text, start)
  if (!ends) return null
  const pieces = ends.map((end, i) => text.slice(i === 0 ? start : (ends[i - 1] ?? start) + 1, end).trim())
  if (pieces.at(-1) === '') pieces.pop()
  return pieces.some(piece => piece.startsWith('*')) ? null : pieces.map(argumentIn)
}

function argumentIn(text: string): WrittenArgument {
  const [whole, name = null] = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(text) ?? ['']
  return { name, text: text.slice(whole.length).trim() }
}

/** The offsets of the commas between the arguments, and of the bracket that closes the call. */
function endsOf(text: string, start: number): readonly number[] | null {
  const found: number[] = []
  const open: string[] = []
  const near = text.slice(start, start + longest)
  const signs = /["'#\\()[\]{},]/g
  for (let match = signs.exec(near); match; match = signs.exec(near)) {
    const [here] = match
    const at = start + match.index
    if (here === '"' || here === "'") signs.lastIndex = stringEnd(text, at) + 1 - start
    else if (untold.has(here)) return null
    else if (closing.has(here)) open.push(closing.get(here) ?? '')
    else if (open.length > 0) {
      if (closers.has(here) && open.pop() !== here) return null
    } else if (here === ',' || here === ')') {
      found.push(at)
      if (here === ')') return found
    } else if (closers.has(here)) return null
  }
  return null
}

const longest = 2000
// Behind these the line ends for Python, or goes on.
const untold: ReadonlySet<string> = new Set(['#', '\\'])
const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

const closers: ReadonlySet<string> = new Set(closing.values())

/** The offset of the quote that ends a text; beyond what is looked at where that cannot be told. */
function stringEnd(text: string, start: number): number {
  const quote = text.charAt(start)
  const mark = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote
  const stop = Math.min(text.length, start + longest)
  for (let at = start + mark.length; at < stop; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text.startsWith(mark, at)) return isWhole(text.slice(start, at)) ? at + mark.length - 1 : stop
  }
  return stop
}

// A text that is filled in may hold quotes of its own: `f"{", ".join(names)}"`.
function isWhole(text: string): boolean {
  return text.split('{').length === text.split('}').length
}

/** What a text says where it is a plain literal; `undefined` where it is none. */
export function literalIn(text: string): string | number | boolean | null | undefined {
  if (text === 'True') return true
  if (text === 'False') return false
  if (text === 'None') return null
  return /^(["'])(?!\1)([^"'\\\n]*)\1$/.exec(text)?.[2]
}
