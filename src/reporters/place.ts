import { lineOf } from '../base/lines'
import type { Span } from '../program'
import { codeSpan } from './markdown-text'

/** Where a span begins, as Markdown: its file and line as code. */
export function place({ file, start }: Span): string {
  return codeSpan(`${file.path}:${lineOf(file.text, start).line}`)
}
