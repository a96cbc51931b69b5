import { constant, mixOf, type Operator, type Value } from '../../program'
import { local } from '../pipelines/pipeline'
import { textWith } from '../pipelines/templates'
import { calleeName, type Expression, type Literal } from './groovy/tree'
import { environmentValue, type Scope } from './scope'

/**
 * What an expression stands for. A `usual` value of a parameter is one that occurs in practice; what is asked of a parameter
 * must not be answered by it.
 */
export function valueIn(scope: Scope, expression: Expression, usual: boolean): Value {
  const inner = (e: Expression): Value => valueIn(scope, e, usual)
  switch (expression.kind) {
    case 'constant':
      return constant(expression.value)
    case 'text':
      return textValue(scope, expression, usual)
    case 'name':
      return named(scope, expression.name, usual)
    case 'field':
      return fieldValue(scope, expression, usual)
    case 'item':
      return { kind: 'item', of: inner(expression.of), key: inner(expression.key) }
    case 'call':
      return callValue(scope, expression, usual)
    case 'list':
      return { kind: 'collection', items: expression.items.map(inner) }
    case 'operation':
      return operationValue(scope, expression, usual)
    case 'choice':
      return mixOf([inner(expression.yes), inner(expression.no)])
    case 'map':
    case 'closure':
    case 'unknown':
      return { kind: 'unknown' }
  }
}

function textValue(scope: Scope, { text, holes }: Literal, usual: boolean): Value {
  const parts: Value[] = []
  let from = 0
  for (const { at, value } of holes) {
    if (at > from) parts.push(constant(text.slice(from, at)))
    parts.push(valueIn(scope, value, usual))
    from = at
  }
  if (from < text.length || parts.length === 0) parts.push(constant(text.slice(from)))
  return textWith(parts)
}

function named(scope: Scope, name: string, usual: boolean): Value {
  if (scope.locals.has(name)) return local(name)
  return (usual ? scope.known.get(name) : undefined) ?? environmentValue(name)
}

// `env.NAME`, `params.NAME`, or a field of something else.
function fieldValue(
  scope: Scope,
  { of, name }: Extract<Expression, { kind: 'field' }>,
  usual: boolean,
): Value {
  const from = calleeName(of)
  if (from === 'env' && scope.locals.has(`env.${name}`)) return local(`env.${name}`)
  if (from === 'env' || from === 'params')
    return (usual ? scope.known.get(name) : undefined) ?? environmentValue(name)
  return { kind: 'field', of: valueIn(scope, of, usual), name }
}

// These give back what they are called on, in another form.
const forms =
  /^(trim|strip|stripIndent|stripMargin|toString|toLowerCase|toUpperCase|to(Big)?(Integer|Decimal)|toFloat|toDouble|toLong|toBoolean|asBoolean)$/

function callValue(scope: Scope, { callee }: Extract<Expression, { kind: 'call' }>, usual: boolean): Value {
  return callee.kind === 'field' && forms.test(callee.name)
    ? valueIn(scope, callee.of, usual)
    : { kind: 'unknown' }
}

const operators: Readonly<Record<string, Operator>> = {
  '&&': 'and',
  '||': 'or',
  not: 'not',
  '==': '==',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
}

function operationValue(
  scope: Scope,
  { operator, operands, span }: Extract<Expression, { kind: 'operation' }>,
  usual: boolean,
): Value {
  const values = operands.map(operand => valueIn(scope, operand, usual))
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (known) return { kind: 'operation', operator: known, operands: values, span }
  return operator === '+' ? textWith(values) : { kind: 'unknown' }
}
