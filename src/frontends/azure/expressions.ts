import { type Expr, Lexer, Parser } from '@actions/expressions'
import { ContextAccess, FunctionCall, Grouping, Literal } from '@actions/expressions/ast'
import { constant, type Operator, type Span, unknown, type Value } from '../../program'
import { type Contexts, pathOf } from '../github/expressions'

/** What is known of a text: all of it, how it starts, or nothing. What starts in a way, be it with anything, is not empty. */
export type Known = { readonly exact: string } | { readonly start: string } | null

/** What an expression is asked under: how earlier stages, jobs or steps ended, and what its names stand for. */
export interface Question {
  /** The answer of `succeeded('a')` and the like; `null` where it is open. */
  readonly status: (name: string, of: readonly string[]) => boolean | null
  readonly text: (path: readonly string[]) => Known
}

/** Stands in a text where something is filled in that is not known. */
export const openText = '__open__'

/**
 * Parses an expression without its brackets; `null` where it is none. GitHub's expressions are written in the same way, and
 * only the names differ, so that its parser reads these too.
 */
export function parseExpression(text: string): Expr | null {
  try {
    const { tokens } = new Lexer(text).lex()
    const names = tokens.filter((token, i) => isWord(token) && tokens[i - 1]?.lexeme !== '.')
    const isCall = (token: Token): boolean => tokens[tokens.indexOf(token) + 1]?.lexeme === '('
    const functions = names.filter(isCall).map(({ lexeme }) => ({ name: lexeme, minArgs: 0, maxArgs: 255 }))
    const contexts = names.filter(token => !isCall(token)).map(({ lexeme }) => lexeme)
    return new Parser(tokens, contexts, functions).parse()
  } catch {
    // The parser says by an exception that the text is no expression; the caller makes that a notice.
    return null
  }
}

type Token = ReturnType<Lexer['lex']>['tokens'][number]

function isWord({ lexeme }: Token): boolean {
  return /^[A-Za-z_]/.test(lexeme)
}

const statusNames = ['always', 'succeeded', 'failed', 'succeededorfailed', 'canceled']

/** The name and the arguments of a function, and whether it asks how something ended. */
export function callOf(expr: Expr): { name: string; args: readonly Expr[]; status: boolean } | null {
  if (!(expr instanceof FunctionCall)) return null
  const name = expr.functionName.lexeme.toLowerCase()
  return { name, args: expr.args, status: statusNames.includes(name) }
}

/** Whether an expression is true; `null` where that is open. */
export function holds(expr: Expr, question: Question): boolean | null {
  if (expr instanceof Grouping) return holds(expr.group, question)
  const call = callOf(expr)
  if (!call) return isTrue(textUnder(expr, question))
  const { name, args, status } = call
  if (status) return question.status(name, args.map(literalOf))
  if (name === 'and' || name === 'or') return decide(args, question, name === 'or')
  const [first, ...others] = args
  if (!first) return null
  if (name === 'not') return negated(holds(first, question))
  if (name === 'notin') return negated(isAmong(first, others, question))
  if (name === 'in') return isAmong(first, others, question)
  return compare(name, textUnder(first, question), others[0] ? textUnder(others[0], question) : null)
}

function literalOf(expr: Expr): string {
  return expr instanceof Literal ? expr.literal.coerceString() : openText
}

/** The other answer; an open one stays open. */
export function negated(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer
}

function decide(args: readonly Expr[], question: Question, decisive: boolean): boolean | null {
  const answers = args.map(argument => holds(argument, question))
  if (answers.includes(decisive)) return decisive
  return answers.includes(null) ? null : !decisive
}

function isAmong(first: Expr, others: readonly Expr[], question: Question): boolean | null {
  const one = textUnder(first, question)
  const answers = others.map(other => compare('eq', one, textUnder(other, question)))
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

function isTrue(known: Known): boolean | null {
  if (!known || !('exact' in known)) return null
  return known.exact !== '' && !/^false$/i.test(known.exact)
}

/** The answer of `eq` and the like. Texts are compared without regard to case. */
export function compare(name: string, left: Known, right: Known): boolean | null {
  if (!left || !right) return null
  if (!('exact' in right))
    return 'exact' in left && /^(eq|ne)$/.test(name) ? compare(name, right, left) : null
  const b = right.exact.toLowerCase()
  if ('start' in left) return compareStart(name, left.start.toLowerCase(), b)
  const a = left.exact.toLowerCase()
  if (name === 'eq') return a === b
  if (name === 'ne') return a !== b
  if (name === 'startswith') return a.startsWith(b)
  if (name === 'endswith') return a.endsWith(b)
  return name === 'contains' ? a.includes(b) : null
}

function compareStart(name: string, start: string, other: string): boolean | null {
  const differs = !other.startsWith(start) && !start.startsWith(other)
  if (name === 'startswith') return differs ? false : start.startsWith(other) ? true : null
  const impossible = other === '' || !other.startsWith(start)
  if (name === 'eq') return impossible ? false : null
  return name === 'ne' && impossible ? true : null
}

/** What is known of the text that an expression gives. */
export function textUnder(expr: Expr, question: Question): Known {
  if (expr instanceof Grouping) return textUnder(expr.group, question)
  if (expr instanceof Literal) return asKnown(expr.literal.coerceString())
  if (expr instanceof ContextAccess && /^(true|false)$/i.test(expr.name.lexeme))
    return asKnown(expr.name.lexeme)
  const call = callOf(expr)
  if (call) return textOfCall(expr, call, question)
  const path = pathOf(expr)
  return path ? question.text(path) : null
}

function asKnown(text: string): Known {
  return text.includes(openText) ? null : { exact: text }
}

function textOfCall(
  expr: Expr,
  { name, args }: { name: string; args: readonly Expr[] },
  question: Question,
): Known {
  const texts = args.map(argument => textUnder(argument, question))
  const exact = texts.flatMap(known => (known && 'exact' in known ? [known.exact] : []))
  const [first = '', ...others] = exact
  if (exact.length === texts.length && exact.length > 0) {
    if (name === 'lower') return { exact: first.toLowerCase() }
    if (name === 'upper') return { exact: first.toUpperCase() }
    if (name === 'trim') return { exact: first.trim() }
    if (name === 'replace') return { exact: first.replaceAll(others[0] ?? '', others[1] ?? '') }
    if (name === 'coalesce') return { exact: exact.find(text => text !== '') ?? '' }
    if (name === 'format')
      return { exact: first.replace(/\{(\d+)\}/g, (_, index) => others[Number(index)] ?? '') }
  }
  const answer = holds(expr, question)
  return answer === null ? null : { exact: answer ? 'True' : 'False' }
}

const operators: Readonly<Record<string, Operator>> = {
  eq: '==',
  ne: '!=',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  and: 'and',
  or: 'or',
  not: 'not',
}

/** What an expression gives, or may be. */
export function valueOfExpression(expr: Expr, contexts: Contexts, span: Span): Value {
  if (expr instanceof Grouping) return valueOfExpression(expr.group, contexts, span)
  if (expr instanceof Literal) return constant(expr.literal.coerceString())
  if (expr instanceof ContextAccess && /^(true|false)$/i.test(expr.name.lexeme))
    return constant(/^true$/i.test(expr.name.lexeme))
  const call = callOf(expr)
  if (!call) {
    const path = pathOf(expr)
    return path ? contexts(path) : unknown
  }
  // `and(succeeded(), x)` asks for `x`; that all went well is said otherwise.
  const asked = call.args.filter(argument => call.name !== 'and' || callOf(argument)?.status !== true)
  const operands = asked.map(argument => valueOfExpression(argument, contexts, span))
  const [only] = operands
  if (call.name === 'and' && only && operands.length === 1) return only
  const operator = operators[call.name]
  if (operator && operands.length > 0) return { kind: 'operation', operator, operands, span }
  return {
    kind: 'field',
    of: { kind: 'name', name: 'pipeline.status', from: null, dots: 0 },
    name: call.name,
  }
}
