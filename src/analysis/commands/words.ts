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
const piece =
  /\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\d*[<>]{1,2}&?[^\S\n]*[^\s;|&]+|&&|\|\||[;|&\n]|[^\S\n]+|[^\s\\'"|;&<>]+|[\s\S]/g
const operator = /^(?:&&|\|\||[;|&\n])$/
// Where the output goes says nothing of what runs.
const blank = /^(?:\s+|\d*[<>].*)$/s

/** Takes a command line apart that is written as one text. */
export function partsOfText(text: string, span: Span): readonly Part[] {
  const parts: { words: string[]; operator: string }[] = [{ words: [], operator: '' }]
  let open = false
  for (const [token] of text.replaceAll('\\\n', ' ').matchAll(piece)) {
    const part = parts.at(-1)
    const ends = operator.test(token)
    if (ends) parts.push({ words: [], operator: token })
    else if (open && part && !blank.test(token)) part.words.push((part.words.pop() ?? '') + unquoted(token))
    else if (!blank.test(token)) part?.words.push(unquoted(token))
    open = !ends && !blank.test(token)
  }
  const commands = parts.filter(({ words }) => words.length > 0).slice(0, mostParts)
  // What runs in the background comes to no end that anybody waits for.
  const isAwaited = parts[parts.findLastIndex(({ words }) => words.length > 0) + 1]?.operator !== '&'
  return commands.map(({ words, operator }, i) => ({
    words: words.map(word => ({ name: null, value: fromWord(word), span })),
    after: operator === '&&' ? 'success' : 'anything',
    decides: isAwaited && commands.slice(i + 1).every(later => later.operator === '&&'),
  }))
}

function unquoted(token: string): string {
  if (token.startsWith('\\')) return token.slice(1)
  return /^(['"]).*\1$/s.test(token) && token.length > 1 ? token.slice(1, -1) : token
}

function fromWord(word: string): Value {
  const [first = '', ...rest] = word.split(hole)
  if (rest.length === 0) return constant(first)
  const parts = rest.flatMap((text): Value[] => [{ kind: 'unknown' }, constant(text)])
  return { kind: 'text', parts: [constant(first), ...parts].filter(part => !isEmpty(part)) }
}

function isEmpty(value: Value): boolean {
  return value.kind === 'constant' && value.value === ''
}
