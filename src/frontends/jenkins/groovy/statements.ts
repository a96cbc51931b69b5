import { readDefinition } from './definitions'
import { readArgument, readArguments, readExpression } from './expressions'
import {
  demand,
  fail,
  inside,
  isAt,
  isNextLine,
  next,
  type Parser,
  pass,
  peek,
  skipLines,
  spanFrom,
  within,
} from './parser'
import type { Argument, Expression, Statement } from './tree'

/** Statements up to a closing brace, which is passed, or to the end. */
export function readBlock(parser: Parser): Statement[] {
  const found: Statement[] = []
  for (;;) {
    while (peek(parser).kind === 'line' || isAt(parser, ';')) parser.at += 1
    if (peek(parser).kind === 'end') {
      if (parser.depth > 0) fail(parser)
      return found
    }
    if (isAt(parser, '}') && pass(parser, '}')) {
      if (parser.depth > 0) return found
      fail(parser)
      continue
    }
    const { at } = parser
    found.push(...readStatement(parser))
    if (parser.at === at) {
      fail(parser)
      next(parser)
    }
  }
}

function readStatement(parser: Parser): Statement[] {
  const { start } = peek(parser)
  const read = (): Statement[] => readByKeyword(parser, start)
  return inside(parser, read, [])
}

function readByKeyword(parser: Parser, start: number): Statement[] {
  const token = peek(parser)
  if (token.kind === 'sign' && token.text === '@') return skipAnnotation(parser)
  if (token.kind === 'sign' && token.text === '{') {
    const body = readBody(parser)
    return [{ kind: 'block', body, span: spanFrom(parser, start) }]
  }
  if (token.kind !== 'name') return readPlain(parser, start)
  switch (token.text) {
    case 'if':
      return [readIf(parser, start)]
    case 'try':
      return [readTry(parser, start)]
    case 'for':
    case 'while':
    case 'switch':
      return [readLoop(parser, start)]
    case 'return':
      return [readReturn(parser, start)]
    case 'throw':
      next(parser)
      readExpression(parser)
      return [{ kind: 'throw', span: spanFrom(parser, start) }]
    case 'case':
    case 'default':
      return skipCase(parser)
    case 'import':
    case 'package':
    case 'break':
    case 'continue':
      while (!/^(line|end)$/.test(peek(parser).kind) && !/^[;}]$/.test(peek(parser).text)) next(parser)
      return []
    default:
      return readDefinition(parser, start) ?? readPlain(parser, start)
  }
}

// `@Library('x') _`, `@Field def x`.
function skipAnnotation(parser: Parser): Statement[] {
  next(parser)
  next(parser)
  if (isAt(parser, '(') && !peek(parser).spaced) readArguments(parser)
  if (isAt(parser, '_')) next(parser)
  return []
}

function skipCase(parser: Parser): Statement[] {
  next(parser)
  if (!isAt(parser, ':')) readExpression(parser)
  demand(parser, ':')
  return []
}

/** What stands in braces, or one statement without them. */
export function readBody(parser: Parser): Statement[] {
  skipLines(parser)
  return within(parser, false, () =>
    pass(parser, '{') ? inside(parser, () => readBlock(parser), []) : readStatement(parser),
  )
}

function readCondition(parser: Parser): Expression {
  const { start } = peek(parser)
  const otherwise: Expression = { kind: 'unknown', span: spanFrom(parser, Math.max(0, start)) }
  if (!pass(parser, '(')) {
    fail(parser)
    return otherwise
  }
  return within(parser, true, () => {
    const value = readExpression(parser)
    if (!pass(parser, ')')) skipRound(parser)
    return value
  })
}

/** Passes what stands in brackets, as a `for` has it, and the one that closes them. */
export function skipRound(parser: Parser): void {
  let open = 1
  while (open > 0 && peek(parser).kind !== 'end') {
    const { kind, text } = next(parser)
    if (kind === 'sign' && /^[([{]$/.test(text)) open += 1
    if (kind === 'sign' && /^[)\]}]$/.test(text)) open -= 1
  }
}

function readIf(parser: Parser, start: number): Statement {
  next(parser)
  const test = readCondition(parser)
  const yes = readBody(parser)
  pass(parser, ';')
  const no = isNextLine(parser, /^else$/) && pass(parser, 'else') ? readBody(parser) : []
  return { kind: 'if', test, yes, no, span: spanFrom(parser, start) }
}

function readTry(parser: Parser, start: number): Statement {
  next(parser)
  if (pass(parser, '(')) within(parser, true, () => skipRound(parser))
  const body = readBody(parser)
  let rescue: Statement[] | null = null
  while (isNextLine(parser, /^catch$/) && pass(parser, 'catch')) {
    if (pass(parser, '(')) within(parser, true, () => skipRound(parser))
    const handled = readBody(parser)
    // Which of several handlers takes a failure is not known: the one that goes on is the one that matters.
    rescue = rescue && rescue.length > 0 ? [either(parser, start, rescue, handled)] : handled
  }
  const last = isNextLine(parser, /^finally$/) && pass(parser, 'finally') ? readBody(parser) : []
  return { kind: 'try', body, rescue, last, span: spanFrom(parser, start) }
}

function either(
  parser: Parser,
  start: number,
  yes: readonly Statement[],
  no: readonly Statement[],
): Statement {
  const span = spanFrom(parser, start)
  return { kind: 'if', test: { kind: 'unknown', span }, yes, no, span }
}

function readLoop(parser: Parser, start: number): Statement {
  next(parser)
  if (pass(parser, '(')) within(parser, true, () => skipRound(parser))
  return { kind: 'loop', body: readBody(parser), span: spanFrom(parser, start) }
}

function readReturn(parser: Parser, start: number): Statement {
  next(parser)
  const ends = /^(line|end)$/.test(peek(parser).kind) || isAt(parser, '}') || isAt(parser, ';')
  const value = ends ? null : readCommand(parser)
  return { kind: 'return', value, span: spanFrom(parser, start) }
}

function readPlain(parser: Parser, start: number): Statement[] {
  const value = readCommand(parser)
  const span = spanFrom(parser, start)
  const token = peek(parser)
  if (token.kind !== 'sign' || !/^([-+*/%]|\*\*|<<)?=$/.test(token.text))
    return [{ kind: 'expression', value, span }]
  next(parser)
  skipLines(parser)
  const given = readCommand(parser)
  const name = nameOf(value)
  const whole = spanFrom(parser, start)
  const plain = token.text === '='
  if (name === null) return [{ kind: 'expression', value: given, span: whole }]
  const stored: Expression = plain ? given : { kind: 'unknown', span: whole }
  return [{ kind: 'assign', name, value: stored, span: whole }]
}

// `env.STAGE = …` and `STAGE = …`.
function nameOf(value: Expression): string | null {
  if (value.kind === 'name') return value.name
  if (value.kind === 'field' && value.of.kind === 'name') return `${value.of.name}.${value.name}`
  if (value.kind === 'item' && value.of.kind === 'name')
    return `${value.of.name}.${value.key.kind === 'text' ? value.key.text : ''}`
  return null
}

/** An expression, or a command whose arguments have no brackets: `sh 'make'`, `input message: 'Go?'`. */
export function readCommand(parser: Parser): Expression {
  const { start } = peek(parser)
  const value = readExpression(parser)
  const isCommand = value.kind === 'name' || value.kind === 'field'
  if (!isCommand || parser.loose || !beginsArgument(parser)) return value
  const given: Argument[] = []
  do {
    skipLines(parser)
    given.push(readArgument(parser))
  } while (pass(parser, ','))
  const last = given.at(-1)
  // `node('x') { … }` has its closure already; in `stage 'x', { … }` it is the last argument.
  const body = last?.name === null && last.value.kind === 'closure' ? last.value : null
  return {
    kind: 'call',
    callee: value,
    arguments: body ? given.slice(0, -1) : given,
    body,
    span: spanFrom(parser, start),
  }
}

function beginsArgument(parser: Parser): boolean {
  const token = peek(parser)
  if (token.kind === 'text' || token.kind === 'number') return true
  if (token.kind === 'name') return !/^(in|instanceof|as|else|catch|finally)$/.test(token.text)
  return token.kind === 'sign' && token.spaced && token.text === '['
}
