import { data, type Expr, Lexer, Parser } from '@actions/expressions'
import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
} from '@actions/expressions/ast'
import { constant, mixOf, type Operator, type Span, unknown, type Value } from '../../program'

/** What names of contexts stand for: `inputs.stage`, `github.event_name`. */
export type Contexts = (path: readonly string[]) => Value

const contextNames = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
]

const statusNames = ['always', 'success', 'failure', 'cancelled']

const functionNames = [
  ...statusNames,
  'contains',
  'startsWith',
  'endsWith',
  'format',
  'join',
  'toJSON',
  'fromJSON',
  'hashFiles',
  'case',
]

/** Parses an expression, without its `${{ }}`; `null` where it is none. */
export function parseExpression(text: string): Expr | null {
  try {
    const { tokens } = new Lexer(text).lex()
    const functions = functionNames.map(name => ({ name, minArgs: 0, maxArgs: 255 }))
    return new Parser(tokens, contextNames, functions).parse()
  } catch {
    // The parser says by an exception that the text is no expression; the caller makes that a notice.
    return null
  }
}

/** What stands between the `&&` of an expression; all of it where an `||` does. */
export function conjunctsIn(text: string): readonly string[] {
  const parts: string[][] = [[]]
  let depth = 0
  for (const { lexeme } of new Lexer(text).lex().tokens) {
    if (depth === 0 && lexeme === '||') return [text.replace(/\s+/g, '')]
    if (lexeme === '(') depth += 1
    if (lexeme === ')') depth -= 1
    if (depth === 0 && lexeme === '&&') parts.push([])
    else parts.at(-1)?.push(lexeme)
  }
  return parts.map(part => part.join(''))
}

/** What an expression gives, or may be. */
export function valueOfExpression(expr: Expr, contexts: Contexts, span: Span): Value {
  if (expr instanceof Literal) return literal(expr)
  if (expr instanceof Grouping) return valueOfExpression(expr.group, contexts, span)
  const inside = (e: Expr): Value => valueOfExpression(e, contexts, span)
  if (expr instanceof Unary)
    return { kind: 'operation', operator: 'not', operands: [inside(expr.expr)], span }
  if (expr instanceof Logical) {
    const chosen = choiceIn(expr)
    if (chosen) return mixOf(chosen.map(inside))
    const operator: Operator = expr.operator.lexeme === '&&' ? 'and' : 'or'
    return { kind: 'operation', operator, operands: expr.args.map(inside), span }
  }
  if (expr instanceof Binary) {
    const operator = comparisons[expr.operator.lexeme]
    const operands = [inside(expr.left), inside(expr.right)]
    return operator && !isMixed(expr) ? { kind: 'operation', operator, operands, span } : unknown
  }
  if (expr instanceof FunctionCall) return resultOf(expr, inside)
  const path = pathOf(expr)
  return path ? contexts(path) : unknown
}

// `github.ref == 'refs/heads/main' && 'production' || 'staging'` is how an expression chooses.
function choiceIn({ operator, args }: Logical): readonly Expr[] | null {
  const [first, ...others] = args
  const both = first instanceof Grouping ? first.group : first
  if (operator.lexeme !== '||' || !(both instanceof Logical) || both.operator.lexeme !== '&&') return null
  const last = both.args.at(-1)
  const isText = last instanceof Literal && last.literal.kind === data.Kind.String
  return isText ? [last, ...others] : null
}

const comparisons: Readonly<Record<string, Operator>> = {
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

function literal({ literal: value }: Literal): Value {
  switch (value.kind) {
    case data.Kind.Boolean:
      return constant(value.value)
    case data.Kind.Number:
      return constant(value.value)
    case data.Kind.String:
      return constant(value.value)
    case data.Kind.Null:
      return constant(null)
    default:
      return unknown
  }
}

// Of the functions only those that pass a text on are followed.
function resultOf(call: FunctionCall, inside: (e: Expr) => Value): Value {
  const [first] = call.args
  const name = call.functionName.lexeme
  if (/^(fromJSON|toJSON)$/i.test(name) && first) return inside(first)
  return { kind: 'field', of: { kind: 'name', name: 'pipeline.status', from: null, dots: 0 }, name }
}

/** `needs.evaluate.outputs.passed` as its names; `null` where an index is computed. */
export function pathOf(expr: Expr): readonly string[] | null {
  if (expr instanceof ContextAccess) return [expr.name.lexeme]
  if (!(expr instanceof IndexAccess)) return null
  const of = pathOf(expr.expr)
  const { index } = expr
  if (!of || !(index instanceof Literal) || index.literal.kind !== data.Kind.String) return null
  return [...of, index.literal.value]
}

/** A question about a run: what the status functions and some contexts give. `null` stands for what is not known. */
export interface Assumption {
  readonly status: Readonly<Record<string, boolean>>
  readonly context: (path: string) => string | null
  /** How a context begins and ends of which no more is known. */
  readonly ends?: (path: string) => Ends | null
}

/** How a text begins and how it ends. */
export interface Ends {
  readonly start: string
  readonly end: string
}

/** Whether an expression is true under an assumption; `null` where that is open. */
export function holds(expr: Expr, assumption: Assumption): boolean | null {
  if (expr instanceof Grouping) return holds(expr.group, assumption)
  if (expr instanceof Unary) {
    const inner = holds(expr.expr, assumption)
    return inner === null ? null : !inner
  }
  if (expr instanceof Logical) return holdsLogical(expr, assumption)
  if (expr instanceof FunctionCall)
    return (
      assumption.status[expr.functionName.lexeme.toLowerCase()] ??
      startsWith(expr, assumption) ??
      contains(expr, assumption)
    )
  if (expr instanceof Binary) return holdsComparison(expr, assumption)
  const text = textUnder(expr, assumption)
  if (text === null) return null
  // Each text that is not empty holds, `'false'` too.
  return text !== '' && (isString(expr) || (text !== 'false' && text !== '0'))
}

function isString(expr: Expr): boolean {
  return expr instanceof Literal && expr.literal.kind === data.Kind.String
}

function holdsLogical(expr: Logical, assumption: Assumption): boolean | null {
  const answers = expr.args.map(argument => holds(argument, assumption))
  const decisive = expr.operator.lexeme === '||'
  if (answers.includes(decisive)) return decisive
  return answers.includes(null) ? null : !decisive
}

// GitHub makes numbers of values of two kinds: `'1.0' == 1` holds, and `true == 'true'` does not.
function isMixed({ left, right }: Binary): boolean {
  return left instanceof Literal && right instanceof Literal && left.literal.kind !== right.literal.kind
}

function holdsComparison(expr: Binary, assumption: Assumption): boolean | null {
  if (isMixed(expr)) return null
  const { left, operator, right } = expr
  const same = isSame(left, right, assumption) ?? isSame(right, left, assumption)
  if (same === null) return null
  if (operator.lexeme === '==') return same
  return operator.lexeme === '!=' ? !same : null
}

function isSame(one: Expr, other: Expr, assumption: Assumption): boolean | null {
  const text = textUnder(one, assumption)?.toLowerCase()
  if (text === undefined) return null
  const whole = textUnder(other, assumption)
  if (whole !== null) return text === whole.toLowerCase()
  const ends = endsUnder(other, assumption)
  return ends && !(text.startsWith(ends.start) && text.endsWith(ends.end)) ? false : null
}

function startsWith({ functionName, args }: FunctionCall, assumption: Assumption): boolean | null {
  const [whole, part] = args
  if (!/^startsWith$/i.test(functionName.lexeme) || !whole || !part) return null
  const start = textUnder(part, assumption)?.toLowerCase()
  const text = textUnder(whole, assumption)?.toLowerCase() ?? endsUnder(whole, assumption)?.start
  if (start === undefined || text === undefined) return null
  if (text.startsWith(start)) return true
  return textUnder(whole, assumption) === null && start.startsWith(text) ? null : false
}

// `contains(needs.*.result, 'failure')`, `contains(fromJSON('["success", "skipped"]'), needs.evaluate.result)`
function contains({ functionName, args }: FunctionCall, assumption: Assumption): boolean | null {
  const [whole, part] = args
  if (!/^contains$/i.test(functionName.lexeme) || !whole || !part) return null
  const item = textUnder(part, assumption)?.toLowerCase()
  if (item === undefined) return null
  const listed = textsListed(whole)
  if (listed) return listed.includes(item)
  const all = allOf(whole)
  // Of the others nobody knows.
  return all !== null && assumption.context(all)?.toLowerCase() === item ? true : null
}

function textsListed(expr: Expr): readonly string[] | null {
  if (!(expr instanceof FunctionCall) || !/^fromJSON$/i.test(expr.functionName.lexeme)) return null
  const [text] = expr.args
  const value = text instanceof Literal ? literal(text) : null
  const listed = /^\s*\[\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\]\s*$/.exec(
    value?.kind === 'constant' ? String(value.value) : '',
  )?.[1]
  return listed === undefined
    ? null
    : [...listed.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one.toLowerCase())
}

// `needs.*.result`, also as one text.
function allOf(expr: Expr): string | null {
  if (expr instanceof FunctionCall)
    return /^(join|toJSON)$/i.test(expr.functionName.lexeme) && expr.args[0] ? allOf(expr.args[0]) : null
  if (!(expr instanceof IndexAccess) || !(expr.index instanceof Literal)) return null
  const each = expr.expr
  const of = each instanceof IndexAccess && each.index instanceof Star ? pathOf(each.expr) : null
  const last = literal(expr.index)
  return of && last.kind === 'constant' ? `${of.join('.')}.*.${String(last.value)}` : null
}

function endsUnder(expr: Expr, { ends }: Assumption): Ends | null {
  const path = pathOf(expr)
  return (path && ends?.(path.join('.'))) ?? null
}

function textUnder(expr: Expr, { context }: Assumption): string | null {
  if (expr instanceof Literal) {
    const value = literal(expr)
    return value.kind === 'constant' ? String(value.value ?? '') : null
  }
  const path = pathOf(expr)
  return path ? context(path.join('.')) : null
}

/** Whether an expression asks how earlier steps or jobs ended. */
export function asksForStatus(expr: Expr): boolean {
  if (expr instanceof FunctionCall)
    return statusNames.includes(expr.functionName.lexeme.toLowerCase()) || expr.args.some(asksForStatus)
  if (expr instanceof Grouping) return asksForStatus(expr.group)
  if (expr instanceof Unary) return asksForStatus(expr.expr)
  if (expr instanceof Logical) return expr.args.some(asksForStatus)
  return expr instanceof Binary && (asksForStatus(expr.left) || asksForStatus(expr.right))
}
