import MarkdownIt from 'markdown-it'
import { join, linesIn, type Taken } from '../placed'

/** A block of code in a document. */
export interface Fence {
  /** What stands behind the fence: `python title="train.py"`. */
  readonly info: string
  readonly code: Taken
  /** Where it begins in the file. */
  readonly at: number
  /** Whether the document ends before the fence does. */
  readonly open: boolean
}

// Material for MkDocs indents what belongs to a note or a tab, and a fence in it looks like indented code. Without an empty line
// in between the parser would take the fence for a part of the title.
const deepest = 4
const title = /^\s*(?:===|!!!|\?\?\?)\+?\s+\S/

/** The fenced code of a Markdown text, in order. `jsx` is for MDX, which knows no HTML blocks and no indented code. */
export function fencesIn(taken: Taken, jsx: boolean, depth = 0): Fence[] {
  const parser = new MarkdownIt('commonmark')
  parser.core.ruler.enableOnly(['normalize', 'block'])
  if (jsx) parser.block.ruler.disable(['html_block', 'code'])
  const lines = linesIn(taken)
  const text = lines.map(line => (title.test(line.text) ? '' : line.text)).join('\n')
  const last = lines.findLastIndex(line => line.text.trim() !== '')
  return parser.parse(text, {}).flatMap((token): Fence[] => {
    const [first, behind] = token.map ?? [0, 0]
    if (token.type === 'fence') {
      const code = codeOf(lines, first + 1, token.content)
      const closed = behind - first - 1 > linesOf(token.content).length
      return [{ info: token.info.trim(), code, at: lines[first]?.at[0] ?? 0, open: !closed && behind > last }]
    }
    const nested = token.type === 'code_block' && depth < deepest && /^ *(?:```|~~~)/m.test(token.content)
    return nested ? fencesIn(codeOf(lines, first, token.content), jsx, depth + 1) : []
  })
}

function linesOf(content: string): string[] {
  return content
    .replace(/\n$/, '')
    .split('\n')
    .slice(0, content === '' ? 0 : undefined)
}

// The parser has taken off what a list, a quotation or the fence itself indents.
function codeOf(lines: readonly Taken[], first: number, content: string): Taken {
  const parts = linesOf(content).map((text, i) => lineOf(lines[first + i] ?? { text: '', at: [0] }, text))
  return join(parts)
}

function lineOf(line: Taken, text: string): Taken {
  const code = text.trimStart()
  const start = line.text.length - code.length
  const indent = text.length - code.length
  const at = Array.from({ length: indent }, (_, i) => line.at[Math.max(0, start - indent + i)] ?? 0)
  const end = line.at.at(-1) ?? 0
  return { text: `${text}\n`, at: [...at, ...line.at.slice(Math.max(0, start), -1), end, end + 1] }
}
