import { type Span, unknown, type Value } from '../../program'
import { goTo } from '../builder'
import type { Node } from '../parser'
import { type Comparison, compare, compareNumbers } from './comparisons'
import { plainForms } from './patterns'
import { type Landing, type Scope, spanOf, textOf } from './scope'
import { arrive, ask, blockOf, landing } from './status'
import { readWord } from './words'

/** One word of a test: what may be an operator, or an operand. */
interface Token {
  readonly node: Node
  /** Its text where it is not quoted. */
  readonly bare: string
}

type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'binary'; readonly left: Token; readonly operator: string; readonly right: Token }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Token }
  | { readonly kind: 'word'; readonly of: Token }
  | { readonly kind: 'nothing' }

/** `[ … ]` and `[[ … ]]`: asks one operand after another, and leaves by one of the outcomes. */
export function readTestCommand(scope: Scope, node: Node, yes: Landing, no: Landing): void {
  readTokens(scope, tokensIn(node.children.slice(1, -1)), yes, no)
}

/** `test …`, of which the parser knows the words only. */
export function readTestWords(scope: Scope, nodes: readonly Node[], yes: Landing, no: Landing): void {
  readTokens(scope, nodes.map(token), yes, no)
}

// A test of more words was written to be slow.
const most = 200

function readTokens(scope: Scope, tokens: readonly Token[], yes: Landing, no: Landing): void {
  const reading: Reading = { tokens: tokens.slice(0, most), at: 0 }
  const condition = readOr(reading)
  const isWhole = reading.at === tokens.length
  decideCondition(scope, isWhole ? condition : null, tokens, yes, no)
}

// The grammar's precedence of `=` and of `-o` is not the shell's, so the tree is taken apart again.
function tokensIn(nodes: readonly (Node | null)[]): Token[] {
  const tokens: Token[] = []
  const open = [...nodes].reverse()
  while (open.length > 0 && tokens.length <= most) {
    const node = open.pop()
    if (!node) continue
    const isTree = /^(binary|unary|parenthesized|postfix|ternary)_expression$/.test(node.type)
    if (isTree) open.push(...[...node.children].reverse())
    else tokens.push(token(node))
  }
  return tokens
}

function token(node: Node): Token {
  const isQuoted = /^(string|raw_string|ansi_c_string|translated_string)$/.test(node.type)
  return { node, bare: isQuoted ? '' : node.text }
}

interface Reading {
  readonly tokens: readonly Token[]
  at: number
}

function peek(reading: Reading, ahead = 0): string {
  return reading.tokens[reading.at + ahead]?.bare ?? ''
}

function readOr(reading: Reading): Condition {
  let left = readAnd(reading)
  while (/^(\|\||-o)$/.test(peek(reading))) {
    reading.at += 1
    left = { kind: 'or', left, right: readAnd(reading) }
  }
  return left
}

function readAnd(reading: Reading): Condition {
  let left = readNot(reading)
  while (/^(&&|-a)$/.test(peek(reading))) {
    reading.at += 1
    left = { kind: 'and', left, right: readNot(reading) }
  }
  return left
}

const binary = /^(==?|!=|=~|<|>|-(eq|ne|lt|le|gt|ge|nt|ot|ef))$/

function readNot(reading: Reading): Condition {
  if (peek(reading) === '!' && reading.tokens.length > reading.at + 1) {
    reading.at += 1
    return { kind: 'not', of: readNot(reading) }
  }
  if (/^\\?\($/.test(peek(reading))) {
    reading.at += 1
    const inner = readOr(reading)
    if (/^\\?\)$/.test(peek(reading))) reading.at += 1
    return inner
  }
  return readPrimary(reading)
}

function readPrimary(reading: Reading): Condition {
  const [first, second, third] = reading.tokens.slice(reading.at)
  if (!first) return { kind: 'nothing' }
  if (second && third && binary.test(second.bare)) {
    reading.at += 3
    return { kind: 'binary', left: first, operator: second.bare, right: third }
  }
  if (second && /^-[a-zA-Z]$/.test(first.bare) && !/^(&&|\|\||-[ao])$/.test(second.bare)) {
    reading.at += 2
    return { kind: 'unary', operator: first.bare, of: second }
  }
  reading.at += 1
  return { kind: 'word', of: first }
}

function decideCondition(
  scope: Scope,
  condition: Condition | null,
  tokens: readonly Token[],
  yes: Landing,
  no: Landing,
): void {
  switch (condition?.kind) {
    case 'and':
    case 'or': {
      const rest = landing(0)
      if (condition.kind === 'and') decideCondition(scope, condition.left, tokens, rest, no)
      else decideCondition(scope, condition.left, tokens, yes, rest)
      if (arrive(scope, rest)) decideCondition(scope, condition.right, tokens, yes, no)
      return
    }
    case 'not':
      return decideCondition(scope, condition.of, tokens, no, yes)
    case 'nothing':
      return goTo(scope.builder, blockOf(scope, no))
    case 'binary':
      return decideBinary(scope, condition, yes, no)
    case 'unary':
    case 'word':
      return ask(scope, unaryValue(scope, condition), spanOf(scope, condition.of.node), yes, no)
    case undefined: {
      for (const { node } of tokens) if (node.isNamed) readWord(scope, node)
      const [first] = tokens
      if (first) ask(scope, unknown, spanOf(scope, first.node), yes, no)
      else goTo(scope.builder, blockOf(scope, no))
    }
  }
}

function unaryValue(scope: Scope, condition: Extract<Condition, { kind: 'unary' | 'word' }>): Value {
  const value = readWord(scope, condition.of.node)
  const operator = condition.kind === 'word' ? '-n' : condition.operator
  const span = spanOf(scope, condition.of.node)
  if (operator === '-n') return compare('!=', value, textOf(scope.script, ''), span)
  return operator === '-z' ? compare('==', value, textOf(scope.script, ''), span) : unknown
}

const numeric: Readonly<Record<string, Comparison>> = {
  '-eq': '==',
  '-ne': '!=',
  '-lt': '<',
  '-le': '<=',
  '-gt': '>',
  '-ge': '>=',
}

function decideBinary(
  scope: Scope,
  { left, operator, right }: Extract<Condition, { kind: 'binary' }>,
  yes: Landing,
  no: Landing,
): void {
  const span: Span = { ...spanOf(scope, left.node), end: right.node.endIndex }
  const value = readWord(scope, left.node)
  if (/^(==?|!=|=~)$/.test(operator)) return decideText(scope, value, operator, right, span, yes, no)
  const other = readWord(scope, right.node)
  const comparison = numeric[operator]
  if (comparison) return ask(scope, compareNumbers(comparison, value, other, span), span, yes, no)
  const ordered = operator === '<' || operator === '>'
  ask(scope, ordered ? compareNumbers(operator, value, other, span) : unknown, span, yes, no)
}

// A pattern that spells one answer in either case is that answer; any other one says nothing.
function decideText(
  scope: Scope,
  value: Value,
  operator: string,
  right: Token,
  span: Span,
  yes: Landing,
  no: Landing,
): void {
  const [onEqual, onOther] = operator === '!=' ? [no, yes] : [yes, no]
  const forms = right.bare === '' ? null : plainForms(right.bare, operator === '=~' ? 'regex' : 'glob')
  const isPattern = operator === '=~' || (/[*?[]/.test(right.bare) && !/[$`]/.test(right.bare))
  const other = forms ? null : readWord(scope, right.node)
  if (forms === null) {
    const said = isPattern ? unknown : compare('==', value, other ?? unknown, span)
    return ask(scope, said, span, onEqual, onOther)
  }
  for (const [i, form] of forms.entries()) {
    const rest = landing(0)
    const last = i === forms.length - 1
    ask(scope, compare('==', value, textOf(scope.script, form), span), span, onEqual, last ? onOther : rest)
    if (!last && !arrive(scope, rest)) return
  }
}
