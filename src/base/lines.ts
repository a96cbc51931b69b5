/** A place as people and SARIF count: both from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The place of an offset. An offset inside a line's terminator belongs to that line. */
export function lineOf(text: string, offset: number): Place {
  const starts = lineStarts(text)
  const line = lastAtMost(starts, offset)
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
}

/** Where a line, counted from 1, begins and ends, without its terminator. A line that is not there is empty, at the end. */
export function lineSpan(text: string, line: number): { readonly start: number; readonly end: number } {
  const starts = lineStarts(text)
  const start = starts[line - 1] ?? text.length
  const next = starts[line]
  if (next === undefined) return { start, end: text.length }
  return { start, end: text[next - 2] === '\r' && next - 2 >= start ? next - 2 : next - 1 }
}

/** The text of a line, counted from 1, without its terminator. */
export function lineText(text: string, line: number): string {
  const { start, end } = lineSpan(text, line)
  return text.slice(start, end)
}

const remembered = new Map<string, readonly number[]>()
const mostRemembered = 32

function lineStarts(text: string): readonly number[] {
  const known = remembered.get(text)
  if (known) return known
  const starts = findStarts(text)
  const oldest = remembered.keys().next()
  if (remembered.size >= mostRemembered && !oldest.done) remembered.delete(oldest.value)
  remembered.set(text, starts)
  return starts
}

// LF ends a line, with or without a CR before it; a lone CR does not. So count SARIF by default, git, GitHub's file view
// and tree-sitter. A place counted otherwise would stand beside the code it means.
function findStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
