import type { Embedded, Piece } from '../../program'
import type { Node } from '../parser'
import { beginOf } from './nodes'
import type { Scope } from './scope'
import { readWord } from './words'

/** Code that a shell puts together, with the place of each part. */
export interface Code {
  readonly language: Embedded['language']
  text: string
  readonly pieces: Piece[]
  /** The quote that is open at its end. */
  quote: string
}

export function openCode(language: Embedded['language']): Code {
  return { language, text: '', pieces: [], quote: '' }
}

/** Adds text that stands in the file at this offset. */
export function push(code: Code, text: string, at: number): void {
  if (text === '') return
  const last = code.pieces.at(-1)
  const follows = last && last.from + last.length === code.text.length && last.to + last.length === at
  if (last && follows) code.pieces[code.pieces.length - 1] = { ...last, length: last.length + text.length }
  else code.pieces.push({ from: code.text.length, to: at, length: text.length })
  code.text += text
  code.quote = quoteAfter(code.quote, text)
}

/**
 * Adds what the shell puts in place of an expansion. Where that is not known, a shell finds the variable by itself, and
 * Python gets a name outside of its strings and the text as it stands inside of them.
 */
export function pushExpansion(scope: Scope, code: Code, node: Node): void {
  const isVariable = node.type === 'simple_expansion' || node.type === 'expansion'
  const value = isVariable && code.language !== 'shell' ? readWord(scope, node) : null
  if (value?.kind === 'constant') return put(code, String(value.value), node)
  if (code.language === 'shell' || code.quote !== '') return put(code, node.text.trimStart(), node)
  put(code, `_${/[A-Za-z]\w*/.exec(node.text)?.[0] ?? ''}`, node)
}

function put(code: Code, text: string, node: Node): void {
  if (text === '') return
  const at = beginOf(node)
  const length = Math.min(text.length, node.endIndex - at)
  code.pieces.push({ from: code.text.length, to: at, length })
  code.text += text
  code.quote = quoteAfter(code.quote, text)
}

/** The quote of Python that is open behind a text. */
function quoteAfter(before: string, text: string): string {
  let open = before
  for (const [token] of text.matchAll(/\\[\s\S]|"""|'''|["'\n]|#[^\n]*/g)) {
    if (token.startsWith('\\')) continue
    if (open === '') open = /^["']/.test(token) ? token : ''
    else if (token === open) open = ''
    else if (token === '\n' && open.length === 1) open = ''
    else if (token.startsWith('#') && token.includes(open)) open = quoteAfter(open, token.slice(1))
  }
  return open
}
