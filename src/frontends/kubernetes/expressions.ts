/** An expression of words, comparisons and logic, as `when` and `depends` are written. */
export type Expression =
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'hole'; readonly inside: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }

interface Token {
  readonly kind: 'operator' | 'word' | 'quoted' | 'hole'
  readonly text: string
}

const token =
  /\s*(?:(&&|\|\||==|!=|=~|!~|<=|>=|<|>|!|\(|\))|\{\{([^{}]*)\}\}|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s()&|=!<>"'{}]+))/y

const longest = 5_000

/** Reads an expression; `null` where the text is none. */
export function parseExpression(text: string): Expression | null {
  const tokens = text.length > longest ? null : tokensOf(text.trim())
  if (!tokens || tokens.length === 0) return null
  const reader: Reader = { tokens, at: 0, depth: 0 }
  const found = readOr(reader)
  return reader.at === tokens.length ? found : null
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const match = token.exec(text)
    if (!match) return null
    const [, operator, hole, double, single, word] = match
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator })
    else if (hole !== undefined) tokens.push({ kind: 'hole', text: hole.trim() })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'quoted', text: double ?? single ?? '' })
  }
  return tokens
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
  depth: number
}

const deepest = 100

function readOr(reader: Reader): Expression | null {
  return readChain(reader, ['||'], readAnd)
}

function readAnd(reader: Reader): Expression | null {
  return readChain(reader, ['&&'], readComparison)
}

function readComparison(reader: Reader): Expression | null {
  return readChain(reader, ['==', '!=', '=~', '!~', '<=', '>=', '<', '>'], readTerm)
}

function readChain(
  reader: Reader,
  operators: readonly string[],
  read: (reader: Reader) => Expression | null,
): Expression | null {
  let left = read(reader)
  for (;;) {
    const next = reader.tokens[reader.at]
    if (!left || next?.kind !== 'operator' || !operators.includes(next.text)) return left
    reader.at += 1
    const right = read(reader)
    left = right && { kind: 'binary', operator: next.text, left, right }
  }
}

function readTerm(reader: Reader): Expression | null {
  const next = reader.tokens[reader.at]
  if (!next || reader.depth > deepest) return null
  reader.at += 1
  if (next.kind === 'hole') return { kind: 'hole', inside: next.text }
  if (next.kind !== 'operator') return { kind: 'word', text: next.text, quoted: next.kind === 'quoted' }
  if (next.text !== '!' && next.text !== '(') return null
  reader.depth += 1
  const inner = next.text === '!' ? readTerm(reader) : readOr(reader)
  reader.depth -= 1
  if (next.text === '!') return inner && { kind: 'not', of: inner }
  const closing = reader.tokens[reader.at]
  if (closing?.kind !== 'operator' || closing.text !== ')') return null
  reader.at += 1
  return inner
}

/** What is known of the smallest parts of an expression: whether it holds, and what it stands for as a text. */
export interface Knowing {
  readonly holds: (part: Expression) => boolean | null
  readonly text: (part: Expression) => string | null
}

/** Whether an expression holds; `null` where that is open. */
export function holds(expression: Expression, knowing: Knowing): boolean | null {
  if (expression.kind === 'not') {
    const inner = holds(expression.of, knowing)
    return inner === null ? null : !inner
  }
  if (expression.kind !== 'binary') return knowing.holds(expression)
  const { operator, left, right } = expression
  if (operator === '&&' || operator === '||') {
    const answers = [holds(left, knowing), holds(right, knowing)]
    const decisive = operator === '||'
    if (answers.includes(decisive)) return decisive
    return answers.includes(null) ? null : !decisive
  }
  const [a, b] = [knowing.text(left), knowing.text(right)]
  if (a === null || b === null || (operator !== '==' && operator !== '!=')) return null
  return (a === b) === (operator === '==')
}
