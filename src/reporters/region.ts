import { lineOf, lineSpan } from '../base/lines'
import type { Finding, Span } from '../program'

/** A stretch of one line. Line and columns count from 1 in UTF-16 units; the end column is behind the last character. */
export interface Region {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/**
 * What a finding marks: the part of its call that stands on the line of the callee's last name. GitHub shows an alert in a
 * pull request only if every line of its region is part of the change, so there is never a second line.
 */
export function primaryRegion(finding: Pick<Finding, 'name' | 'span'>): Region {
  const { file, start } = finding.name
  return regionOn(lineOf(file.text, start).line, { file, start: finding.span.start, end: finding.span.end })
}

/** The part of a span that stands on its first line. */
export function firstLineOf(span: Span): Region {
  return regionOn(lineOf(span.file.text, span.start).line, span)
}

function regionOn(line: number, span: Span): Region {
  const { text } = span.file
  const onLine = lineSpan(text, line)
  const written = text.slice(onLine.start, onLine.end)
  const first = onLine.start + written.length - written.trimStart().length
  const last = onLine.start + written.trimEnd().length
  const start = Math.max(span.start, first)
  const end = Math.max(Math.min(span.end, last), start)
  return { line, column: start - onLine.start + 1, endColumn: end - onLine.start + 1 }
}
