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
    const next = tokens.slice(index + 1).find(token => token.type === 'fence')
    return [...text.slice(start, end).matchAll(/<!--[\s\S]*?-->/g)].map(({ 0: all, index: at }) => {
      const behind = start + at + all.length
      const follows = next && onlyComments(text.slice(behind, next.start))
      return { start: start + at, end: behind, covers: follows ? { start: next.start, end: next.end } : null }
    })
  })
}

function onlyComments(text: string): boolean {
  return text.replace(/<!--[\s\S]*?-->/g, '').trim() === ''
}
