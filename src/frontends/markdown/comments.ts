import MarkdownIt from 'markdown-it'
import type { Comment, SourceFile } from '../../program'
import { linesIn, takeFrom } from '../placed'

/** `<!-- … -->` in a document, each with the block of code below it. What stands in a fence is text of that fence. */
export function htmlComments({ path, text }: SourceFile): Comment[] {
  if (/\.(?:mdx|rst)$/i.test(path)) return []
  const parser = new MarkdownIt('commonmark')
  parser.core.ruler.enableOnly(['normalize', 'block'])
  const lines = linesIn(takeFrom(text, 0, text.length))
  const startOf = (line: number) => lines[line]?.at[0] ?? text.length
  const tokens = parser
    .parse(text, {})
    .flatMap(({ type, map }) =>
      map && (type === 'fence' || type === 'html_block')
        ? [{ type, start: startOf(map[0]), end: startOf(map[1]) }]
        : [],
    )
  return tokens.flatMap(({ type, start, end }, index) => {
    if (type !== 'html_block') return []
    const next = tokens[index + 1]
    const fence = next?.type === 'fence' && text.slice(end, next.start).trim() === '' ? next : null
    // Behind the last end none that begins comes to one, and looking for it would take long.
    const closed = text.slice(start, Math.max(start, text.lastIndexOf('-->', end - 3) + 3))
    const found = [...closed.matchAll(/<!--[\s\S]*?-->/g)]
    const last = found.at(-1)
    // What stands behind the comments in their own block is no code.
    const ends = last !== undefined && text.slice(start + last.index + last[0].length, end).trim() === ''
    const covers = fence && ends ? { start: fence.start, end: fence.end } : null
    return found.map(({ 0: all, index: at }) => ({
      start: start + at,
      end: start + at + all.length,
      covers,
    }))
  })
}
