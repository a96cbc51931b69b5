import { type Argument, constant, type Span, type Value } from '../../program'
import { hole } from '../possible'

/** A command of a command line, and what stands in front of it: `&&` lets it run after a success only. */
export interface Part {
  readonly words: readonly Argument[]
  readonly after: 'success' | 'anything'
  /** Whether the line ends well only where this part did. */
  readonly decides: boolean
}

const mostParts = 20
const piece = /\\[^]|'[^']*'|"(?:\\[^]|[^"\\])*"|&&|\|\||[;|&\n]|[^\S\n]+|[^\s\\'"|;&]+|[^]/g

/** Takes a command line apart that is written as one text. */
export function partsOfText(text: string, span: Span): readonly Part[] {
  const parts: { words: string[]; operator: string }[] = [{ words: [], operator: '' }]
  let open = false
  for (const [token] of text.replaceAll('\\\n', ' ').matchAll(piece)) {
    const part = parts.at(-1)
    if (/^(&&|\|\||[;|&\n])$/.test(token)) parts.push({ words: [], operator: token })
    if (/^(&&|\|\||[;|&\n]|\s+)$/.test(token)) open = false
    else if (part && open) part.words[part.words.length - 1] += unquoted(token)
    else part?.words.push(unquoted(token))
    if (!/^(&&|\|\||[;|&\n]|\s+)$/.test(token)) open = true
  }
  const commands = parts.filter(({ words }) => words.length > 0).slice(0, mostParts)
  return commands.map(({ words, operator }, i) => ({
    words: words.map(word => ({ name: null, value: valueOf(word), span })),
    after: operator === '&&' ? 'success' : 'anything',
    decides: commands.slice(i + 1).every(later => later.operator === '&&'),
  }))
}

function unquoted(token: string): string {
  if (token.startsWith('\\')) return token.slice(1)
  return /^(['"]).*\1$/s.test(token) && token.length > 1 ? token.slice(1, -1) : token
}

function valueOf(word: string): Value {
  const [first = '', ...rest] = word.split(hole)
  if (rest.length === 0) return constant(first)
  const parts = rest.flatMap((text): Value[] => [{ kind: 'unknown' }, constant(text)])
  return { kind: 'text', parts: [constant(first), ...parts].filter(part => !isEmpty(part)) }
}

function isEmpty(value: Value): boolean {
  return value.kind === 'constant' && value.value === ''
}
