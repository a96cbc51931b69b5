import type { Notice, SourceFile } from '../../program'
import type { Grammar } from '../parser'
import { prepare } from './prepare'

/** The text of a file without those of its parts that are no Python: each of them would make the ones behind it unreadable. */
export function withoutBroken(
  grammar: Grammar,
  { path, text }: SourceFile,
  parts: readonly number[],
): { readonly text: string; readonly notices: readonly Notice[] } {
  if (parts.length < 2 || !hasError(grammar, text)) return { text, notices: [] }
  const notices: Notice[] = []
  let next = 1
  const kept = parts.map((start, i) => {
    const part = text.slice(start, parts[i + 1] ?? text.length)
    const line = next
    next += part.split('\n').length - 1
    if (!hasError(grammar, part)) return part
    const message =
      'The syntax of this cell could not be understood; it was left out, and the others were read.'
    notices.push({ path, line, kind: 'syntax', message })
    return part.replace(/[^\n]/g, ' ')
  })
  return { text: text.slice(0, parts[0]) + kept.join(''), notices }
}

function hasError(grammar: Grammar, text: string): boolean {
  return grammar.parse(prepare(text).text, root => root.hasError)
}
