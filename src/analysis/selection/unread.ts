import type { Stretch } from '../../program'
import { linesIn } from './lexemes'
import type { Outline } from './outline'

/**
 * The functions and classes at the top of a file that need not be read: nothing that matters names them. Where the text cannot
 * be taken apart for sure without a parser, all of it is to be read.
 */
export function unreadIn(outline: Outline, matters: (name: string) => boolean): readonly Stretch[] {
  const { text } = outline.file
  const { definitions } = outline.layout()
  return statementsIn(text).filter(({ start, end }) => {
    const written = text.slice(start, end)
    const name = head.exec(written)?.[1]
    // What changes a variable of the file is not asked for by a name of its own.
    return name !== undefined && definitions.has(name) && !matters(name) && !/\bglobal\b/.test(written)
  })
}

const head = /^(?:@[\s\S]*?\n)?(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/

/** The statements at the top of a text, each with its decorators and up to the next one; none where that is not sure. */
function statementsIn(text: string): readonly Stretch[] {
  const lines = startsIn(text)
  const starts = lines.filter((_, at) => text[lines[at - 1] ?? -1] !== '@')
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }))
}

/** Where lines begin that stand at the margin, in no bracket and in no text; none where that is not sure. */
function startsIn(text: string): readonly number[] {
  // Python ends a line there too.
  if (/\r(?!\n)/.test(text)) return []
  const { lines, matched } = linesIn(text)
  if (!matched) return []
  return lines.flatMap(({ start, inside }) => (inside === null && isCode(text[start]) ? [start] : []))
}

function isCode(sign: string | undefined): boolean {
  return sign !== undefined && !/[\s#)\]}]/.test(sign)
}
