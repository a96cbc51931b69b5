import { keptIn } from '../../base/once'
import type { Comment, Stretch } from '../../program'

/** The line that an offset stands on, without its end. */
export function lineAround(text: string, offset: number): Stretch {
  const end = text.indexOf('\n', offset)
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  return { start, end: end < 0 ? text.length : end }
}

/** The line behind the one that an offset stands on; `null` at the end. */
export function lineBehind(text: string, offset: number): Stretch | null {
  const end = text.indexOf('\n', offset)
  return end < 0 || end + 1 >= text.length ? null : lineAround(text, end + 1)
}

/** Gives the statement that begins on a line, which is at least that line. */
export type StatementOn = (line: Stretch) => Stretch

/** The comments that speak to this program, with what they stand at: the rest of their own line, or else what begins on the line below. */
export function placedComments(
  text: string,
  comments: readonly Stretch[],
  statementOn: StatementOn = line => goingOn(text, line),
): Comment[] {
  const alone = new Set(
    comments.filter(comment => standsAlone(text, comment)).map(({ start }) => lineAround(text, start).start),
  )
  // Very many may stand on one line.
  const known = new Map<number, Stretch>()
  const statement: StatementOn = line => keptIn(known, line.start, () => statementOn(line))
  const speaking = comments.filter(({ start, end }) => text.slice(start, end).includes('modelgate:'))
  return speaking.map((comment, index) => ({
    ...comment,
    covers: index < mostSpeaking ? coveredBy(text, comment, alone, statement) : null,
  }))
}

const mostLines = 50

// To find a statement takes as long as the file is large, and a file of nothing but exceptions was written to be slow.
const mostSpeaking = 500

function standsAlone(text: string, { start, end }: Stretch): boolean {
  return isBlankFrom(text, start - 1, -1) && isBlankFrom(text, end, 1)
}

// Only as far as it is blank: the line may be as long as the file.
function isBlankFrom(text: string, offset: number, step: 1 | -1): boolean {
  for (let at = offset; at >= 0 && at < text.length && text[at] !== '\n'; at += step)
    if (/\S/.test(text[at] ?? '')) return false
  return true
}

function coveredBy(
  text: string,
  comment: Stretch,
  alone: ReadonlySet<number>,
  statementOn: StatementOn,
): Stretch | null {
  const line = lineAround(text, comment.start)
  if (!alone.has(line.start)) return statementOn(line)
  let next = lineBehind(text, comment.end)
  for (let count = 0; next && count < mostLines; count += 1, next = lineBehind(text, next.end)) {
    if (text.slice(next.start, next.end).trim() === '') return null
    if (!alone.has(next.start)) return statementOn(next)
  }
  return null
}

// A line goes on behind a backslash, and while brackets are open. Where they never close it is taken by itself.
function goingOn(text: string, line: Stretch): Stretch {
  let [at, open] = [line, 0]
  for (let count = 0; count < mostLines; count += 1) {
    const said = text.slice(at.start, at.end)
    open += (said.match(/[([]/g)?.length ?? 0) - (said.match(/[)\]]/g)?.length ?? 0)
    if (open <= 0 && !/\\\s*$/.test(said)) return { start: line.start, end: at.end }
    const next = lineBehind(text, at.end)
    if (!next) break
    at = next
  }
  return line
}

/** Comments that fill a line: those of Make, Docker and the like, where what stands behind code is part of it. */
export function wholeLines(text: string): Stretch[] {
  return [...text.matchAll(/^[ \t]*([#;][^\n]*)/gm)].map(({ 0: all, 1: said = '', index }) => ({
    start: index + all.length - said.length,
    end: index + all.length,
  }))
}
