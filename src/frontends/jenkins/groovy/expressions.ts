import {
  fail,
  grown,
  inside,
  isAt,
  isNextLine,
  next,
  openParser,
  type Parser,
  pass,
  peek,
  skipLines,
  spanFrom,
  within,
} from './parser'
import { readBlock } from './statements'
import type { Token } from './tokens'
import type { Argument, Closure, Expression, Literal } from './tree'

// From the loosest to the tightest. https://groovy-lang.org/operators.html#_operator_precedence
const levels: readonly RegExp[] = [
  /^\|\|$/,
  /^&&$/,
  /^[|^&]$/,
  /^(==|!=|<=>|===|!==|=~|==~)$/,
  /^(<|<=|>|>=|in|instanceof|as)$/,
  /^(<<|>>|>>>|\.\.|\.\.<)$/,
  /^[-+]$/,
  /^[*/%]$/,
  /^\*\*$/,
]

/** An expression: as much as belongs together. */
export function readExpression(parser: Parser): Expression {
  const { start } = peek(parser)
  return inside<Expression>(parser, () => readChoice(parser, start), unknownAt(parser, start))
}

function unknownAt(parser: Parser, start: number): Expression {
  return { kind: 'unknown', span: { file: parser.file, start: Math.max(0, start), end: Math.max(0, start) } }
}

function readChoice(parser: Parser, start: number): Expression {
  const test = readLevel(parser, 0)
  if (isNextLine(parser, /^\?:?$/)) {
    const short = next(parser).text === '?:'
    skipLines(parser)
    const first = short ? test : readExpression(parser)
    if (!short) {
      skipLines(parser)
      if (!pass(parser, ':')) fail(parser)
      skipLines(parser)
    }
    const second = readExpression(parser)
    return { kind: 'choice', test, yes: first, no: second, span: spanFrom(parser, start) }
  }
  return test
}

// Operators that bind at least so tightly, one after another.
function readLevel(parser: Parser, least: number): Expression {
  const { start } = peek(parser)
  let left = readUnary(parser)
  for (;;) {
    const level = levelAt(parser)
    if (level < least) return left
    const operator = next(parser).text
    skipLines(parser)
    const right = readLevel(parser, level + 1)
    const span = spanFrom(parser, start)
    left = grown<Expression>(parser, { kind: 'operation', operator, operands: [left, right], span }, [
      left,
      right,
    ])
  }
}

// How tightly the operator at hand binds; -1 where none stands.
function levelAt(parser: Parser): number {
  // Other signs at the start of a line begin something new.
  if (peek(parser).kind === 'line' && !isNextLine(parser, /^(\|\||&&)$/)) return -1
  const { kind, text } = peek(parser)
  return kind === 'text' ? -1 : levels.findIndex(pattern => pattern.test(text))
}

function readUnary(parser: Parser): Expression {
  const token = peek(parser)
  const { start } = token
  if (token.kind !== 'sign' || !/^([!~+-]|\+\+|--)$/.test(token.text)) return readPostfix(parser)
  next(parser)
  const operand = inside<Expression>(parser, () => readUnary(parser), unknownAt(parser, start))
  const span = spanFrom(parser, start)
  return { kind: 'operation', operator: token.text === '!' ? 'not' : token.text, operands: [operand], span }
}

function readPostfix(parser: Parser): Expression {
  const { start } = peek(parser)
  let value = readPrimary(parser)
  for (;;) {
    const longer = readSuffix(parser, value, start)
    if (!longer) return value
    value = longer === value ? value : grown(parser, longer, [value])
  }
}

function readSuffix(parser: Parser, value: Expression, start: number): Expression | null {
  const { kind, text, spaced } = peek(parser)
  if (kind === 'sign' && text === '(') {
    const given = readArguments(parser)
    return { kind: 'call', callee: value, arguments: given, body: null, span: spanFrom(parser, start) }
  }
  if (kind === 'sign' && text === '[' && !spaced) return readItem(parser, value, start)
  if (kind === 'sign' && text === '{' && takesClosure(value)) return withClosure(parser, value, start)
  if (isNextLine(parser, /^(\.|\?\.|\*\.|\.&)$/)) {
    next(parser)
    skipLines(parser)
    const name = next(parser)
    return { kind: 'field', of: value, name: name.text, span: spanFrom(parser, start) }
  }
  if (kind !== 'sign' || !/^(\+\+|--)$/.test(text)) return null
  next(parser)
  return value
}

function withClosure(parser: Parser, value: Expression, start: number): Expression {
  const body = readClosure(parser)
  const call = value.kind === 'call' && value.body === null ? value : null
  const [callee, given] = call ? [call.callee, call.arguments] : [value, []]
  return { kind: 'call', callee, arguments: given, body, span: spanFrom(parser, start) }
}

function takesClosure(value: Expression): boolean {
  return value.kind === 'name' || value.kind === 'field' || (value.kind === 'call' && value.body === null)
}

function readItem(parser: Parser, of: Expression, start: number): Expression {
  next(parser)
  const key = within(parser, true, () => {
    // `as int[]`
    if (pass(parser, ']')) return unknownAt(parser, start)
    const read = readExpression(parser)
    if (!pass(parser, ']')) fail(parser)
    return read
  })
  return { kind: 'item', of, key, span: spanFrom(parser, start) }
}

/** What stands in round brackets behind a name. */
export function readArguments(parser: Parser): Argument[] {
  next(parser)
  return within(parser, true, () => readList(parser, ')'))
}

/** Arguments, items or entries up to a closing bracket, which is passed. */
function readList(parser: Parser, close: string): Argument[] {
  const found: Argument[] = []
  while (peek(parser).kind !== 'end' && !pass(parser, close)) {
    const { at } = parser
    if (pass(parser, ':')) continue
    found.push(readArgument(parser))
    if (!pass(parser, ',') && !isAt(parser, close)) fail(parser)
    // What cannot begin an argument is passed, so that something always is.
    if (parser.at === at) next(parser)
  }
  return found
}

/** An argument with or without a name. */
export function readArgument(parser: Parser): Argument {
  const first = peek(parser)
  const isName = (first.kind === 'name' || first.kind === 'text') && peek(parser, 1).text === ':'
  if (isName && peek(parser, 1).kind === 'sign') {
    parser.at += 2
    skipLines(parser)
    return { name: first.text, value: readExpression(parser) }
  }
  const value = readExpression(parser)
  // `(key): value`
  if (!pass(parser, ':')) return { name: null, value }
  return { name: value.kind === 'text' ? value.text : '', value: readExpression(parser) }
}

function readPrimary(parser: Parser): Expression {
  const token = peek(parser)
  const { start } = token
  if (token.kind === 'text') return readLiteral(parser, next(parser))
  if (token.kind === 'number') {
    const value = Number(next(parser).text.replace(/_|(?<![a-zA-Z])[a-zA-Z]+$/g, ''))
    return { kind: 'constant', value, span: spanFrom(parser, start) }
  }
  if (token.kind === 'name') return readName(parser)
  if (token.text === '(') return readRound(parser)
  if (token.text === '[') return readSquare(parser)
  if (token.text === '{') return readClosure(parser)
  fail(parser)
  if (!/^[)\]},;]$/.test(token.text) && token.kind === 'sign') next(parser)
  return { kind: 'unknown', span: spanFrom(parser, start) }
}

const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function readName(parser: Parser): Expression {
  const token = next(parser)
  const span = spanFrom(parser, token.start)
  if (token.text === 'new' && peek(parser).kind === 'name')
    return inside<Expression>(parser, () => readPostfix(parser), { kind: 'unknown', span })
  if (Object.hasOwn(constants, token.text))
    return { kind: 'constant', value: constants[token.text] ?? null, span }
  return { kind: 'name', name: token.text, span }
}

// `(expression)`, and `(Type) expression`.
function readRound(parser: Parser): Expression {
  next(parser)
  const value = within(parser, true, () => {
    const read = readExpression(parser)
    if (!pass(parser, ')')) fail(parser)
    return read
  })
  const follows = peek(parser)
  const isCast =
    value.kind === 'name' && (follows.kind === 'name' || follows.kind === 'text') && follows.spaced
  return isCast ? readPostfix(parser) : value
}

function readSquare(parser: Parser): Expression {
  const { start } = next(parser)
  const entries = within(parser, true, () => readList(parser, ']'))
  const span = spanFrom(parser, start)
  if (entries.some(({ name }) => name !== null)) return { kind: 'map', entries, span }
  return { kind: 'list', items: entries.map(({ value }) => value), span }
}

/** `{ … }`, with or without parameters. */
export function readClosure(parser: Parser): Closure {
  const { start } = peek(parser)
  const empty: Closure = { kind: 'closure', parameters: [], body: [], span: spanFrom(parser, start) }
  return inside(
    parser,
    () => {
      next(parser)
      return within(parser, false, () => {
        const parameters = readParameters(parser)
        const body = readBlock(parser)
        return { kind: 'closure' as const, parameters, body, span: spanFrom(parser, start) }
      })
    },
    empty,
  )
}

const mostParameterWords = 40

// `a, b ->`: names before an arrow.
function readParameters(parser: Parser): string[] {
  const words: Token[] = []
  for (let i = 0; i < mostParameterWords; i += 1) {
    const token = peek(parser, i)
    if (token.kind === 'sign' && token.text === '->') {
      parser.at += i + 1
      return words.filter(word => word.kind === 'name').map(word => word.text)
    }
    if (token.kind === 'end' || /^[{};(]$/.test(token.text)) return []
    words.push(token)
  }
  return []
}

function readLiteral(parser: Parser, token: Token): Literal {
  const { text, pieces, holes } = token.literal ?? { text: '', pieces: [], holes: [] }
  return {
    kind: 'text',
    text,
    pieces,
    holes: holes.map(({ at, tokens }) => ({ at, value: readHole(parser, tokens) })),
    span: { file: parser.file, start: token.start, end: token.end },
  }
}

function readHole(parser: Parser, tokens: readonly Token[]): Expression {
  const inner = openParser(parser.file, tokens, parser.depth)
  skipLines(inner)
  const value = readExpression(inner)
  parser.broken ??= inner.broken
  parser.tooDeep ||= inner.tooDeep
  return value
}
