/** Where the text literal of Python ends whose first quote stands at `start`: behind its last one. */
export function stringEnd(text: string, start: number): number {
  const quote = text.charAt(start)
  const triple = quote.repeat(3)
  if (!text.startsWith(triple, start)) return shortEnd(text, start, quote)
  for (let at = text.indexOf(triple, start + 3); at !== -1; at = text.indexOf(triple, at + 1))
    if (!isEscaped(text, at)) return at + 3
  return text.length
}

// A text in single quotes ends with its line.
function shortEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const here = text.charCodeAt(at)
    if (here === backslash) at += 1
    else if (here === lineFeed) return at
    else if (here === quote.charCodeAt(0)) return at + 1
  }
  return text.length
}

const backslash = 0x5c
const lineFeed = 0x0a

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text.charCodeAt(before - 1) === backslash) before -= 1
  return (at - before) % 2 === 1
}

/** Where the line begins in which `at` lies. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line ends in which `at` lies: at its line feed, or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** A line of Python, and in what it begins: `text` also where the line above goes on behind a backslash. */
export interface Line {
  readonly start: number
  readonly inside: 'text' | 'bracket' | null
}

/** The lines of a text, and whether each bracket in it closes one that is open. */
export function linesIn(text: string): { readonly lines: readonly Line[]; readonly matched: boolean } {
  const lines: Line[] = [{ start: 0, inside: null }]
  let depth = 0
  let matched = true
  const next = /["'#()[\]{}\\\n]/g
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const { index } = match
    const [sign] = match
    if (sign === '\n') lines.push({ start: index + 1, inside: depth === 0 ? null : 'bracket' })
    else if ('([{'.includes(sign)) depth += 1
    else if (')]}'.includes(sign)) {
      if (depth === 0) matched = false
      else depth -= 1
    } else {
      next.lastIndex = endOf(text, sign, index)
      for (let at = index; at < next.lastIndex; at += 1)
        if (text.charCodeAt(at) === lineFeed) lines.push({ start: at + 1, inside: 'text' })
    }
  }
  return { lines, matched: matched && depth === 0 }
}

function endOf(text: string, sign: string, start: number): number {
  if (sign === '#') return lineEnd(text, start)
  if (sign === '\\') return text.startsWith('\r\n', start + 1) ? start + 3 : start + 2
  return stringEnd(text, start)
}
