/** What a variable is in a pipeline: its text, `null` where it is not set, and `unknown` where that is open. */
export type Variable = string | null | 'unknown'

/** That of which only is known that it is not empty. */
export const someText: Variable = '\u0000some'

/** The branch that most changes are proposed to. Of its name only is known that it is not empty. */
export const defaultBranch: Variable = '\u0000default'

/** A branch with changes that are proposed: not the one that such changes are proposed to. */
export const proposedBranch: Variable = '\u0000proposed'

type Token = { readonly kind: 'operator' | 'variable' | 'text' | 'pattern'; readonly text: string }

/** Whether an `if` of `rules` holds; `null` where that is open. https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions */
export function ruleHolds(text: string, variable: (name: string) => Variable): boolean | null {
  const tokens = text.length > longest ? null : tokensOf(text.trimEnd())
  if (!tokens) return null
  const reader = { tokens, at: 0, depth: 0, variable }
  const answer = readOr(reader)
  return reader.at === tokens.length ? answer : null
}

// What is longer or nested deeper is open.
const longest = 5_000
const deepest = 100

interface Reader {
  readonly tokens: readonly Token[]
  at: number
  depth: number
  readonly variable: (name: string) => Variable
}

const token =
  /\s*(?:(&&|\|\||==|!=|=~|!~|\(|\))|\$(\w+)|\$\{(\w+)\}|"([^"]*)"|'([^']*)'|\/((?:\\.|[^/\\])*)\/[a-z]*|(null))/y

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const match = token.exec(text)
    if (!match) return null
    const [, operator, plain, braced, double, single, pattern] = match
    const name = plain ?? braced
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator })
    else if (name !== undefined) tokens.push({ kind: 'variable', text: name })
    else if (pattern !== undefined) tokens.push({ kind: 'pattern', text: pattern })
    else tokens.push({ kind: 'text', text: double ?? single ?? '\u0000null' })
  }
  return tokens
}

function readOr(reader: Reader): boolean | null {
  let answer = readAnd(reader)
  while (takes(reader, '||')) answer = either(answer, readAnd(reader), true)
  return answer
}

function readAnd(reader: Reader): boolean | null {
  let answer = readTerm(reader)
  while (takes(reader, '&&')) answer = either(answer, readTerm(reader), false)
  return answer
}

// `true` decides an `||` whatever the other side is, `false` an `&&`.
function either(a: boolean | null, b: boolean | null, decisive: boolean): boolean | null {
  if (a === decisive || b === decisive) return decisive
  return a === null || b === null ? null : !decisive
}

function readTerm(reader: Reader): boolean | null {
  if (reader.depth <= deepest && takes(reader, '(')) {
    reader.depth += 1
    const inner = readOr(reader)
    reader.depth -= 1
    takes(reader, ')')
    return inner
  }
  const left = readOperand(reader)
  const operator = ['==', '!=', '=~', '!~'].find(text => takes(reader, text))
  if (operator === undefined) return left === 'unknown' ? null : left !== null && left !== ''
  const right = reader.tokens[reader.at]
  const other = readOperand(reader)
  if (left === 'unknown' || other === 'unknown' || right === undefined) return null
  if (isSome(left) || isSome(other)) return holdsOfSome(left, operator, other)
  if (operator === '==' || operator === '!=') return (left === other) === (operator === '==')
  if (left === null) return operator === '!~'
  return right.kind === 'pattern' ? null : other !== null && left.includes(other) === (operator === '=~')
}

function isSome(text: Variable): boolean {
  return text === someText || text === defaultBranch || text === proposedBranch
}

// Whatever it is, it is not nothing.
function holdsOfSome(left: Variable, operator: string, other: Variable): boolean | null {
  const nothing = [null, ''].includes(left) || [null, ''].includes(other)
  const differs = nothing || isMain(left, other) || isMain(other, left)
  return differs && !operator.endsWith('~') ? operator === '!=' : null
}

// What is proposed out of the main branch lies there already; that of a fork is run in the fork.
function isMain(branch: Variable, proposed: Variable): boolean {
  if (proposed !== proposedBranch || branch === null) return false
  return branch === defaultBranch || /^(main|master|trunk)$/.test(branch)
}

function readOperand(reader: Reader): Variable {
  const at = reader.tokens[reader.at]
  reader.at += 1
  if (at?.kind === 'variable') return reader.variable(at.text)
  if (at?.kind === 'text') return at.text === '\u0000null' ? null : at.text
  return at?.kind === 'pattern' ? at.text : 'unknown'
}

function takes(reader: Reader, operator: string): boolean {
  const at = reader.tokens[reader.at]
  const found = at?.kind === 'operator' && at.text === operator
  if (found) reader.at += 1
  return found
}
