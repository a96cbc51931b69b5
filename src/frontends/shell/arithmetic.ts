import { constant, type Operator, unknown, type Value } from '../../program'
import { goTo } from '../builder'
import type { Node } from '../parser'
import { type Comparison, compareNumbers, isNotZero, not, numberOf } from './comparisons'
import { readVariable } from './expansions'
import { assignedName } from './outline'
import { assign, type Landing, oneDeeper, type Scope, spanOf } from './scope'
import { arrive, ask, blockOf, landing } from './status'
import { readWord } from './words'

const comparisons: ReadonlySet<string> = new Set<Comparison>(['==', '!=', '<', '<=', '>', '>='])
const operators: ReadonlySet<string> = new Set<Operator>(['+', '-', '*', '/', '%', '**'])

/** The value of an arithmetic expression. */
export function readArithmetic(scope: Scope, node: Node | null): Value {
  if (!node) return unknown
  return oneDeeper<Value>(scope.script, node, unknown, () => arithmeticByType(scope, node))
}

function arithmeticByType(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'number':
      return numberOf(readWord(scope, node))
    case 'word':
    case 'variable_name':
      return numberOf(readVariable(scope, node.text))
    case 'parenthesized_expression':
      return readArithmetic(scope, node.namedChildren.at(-1) ?? null)
    case 'binary_expression':
      return readBinary(scope, node)
    case 'variable_assignment': {
      const value = readArithmetic(scope, node.childForFieldName('value'))
      assign(scope, assignedName(node), value)
      return value
    }
    case 'unary_expression':
    case 'postfix_expression':
      return readUnary(scope, node)
    case 'ternary_expression':
      for (const child of node.namedChildren) readArithmetic(scope, child)
      return unknown
    default:
      return numberOf(readWord(scope, node))
  }
}

function readBinary(scope: Scope, node: Node): Value {
  const operator = node.childForFieldName('operator')?.text ?? ''
  const left = node.childForFieldName('left')
  const span = spanOf(scope, node)
  const right = readArithmetic(scope, node.childForFieldName('right'))
  if (/^([-+*/%&|^]|\*\*|<<|>>)?=$/.test(operator)) {
    const value = operator === '=' ? right : unknown
    if (left && /^(word|variable_name)$/.test(left.type)) assign(scope, left.text, value)
    return value
  }
  const operands = [readArithmetic(scope, left), right]
  const [a = unknown, b = unknown] = operands
  if (comparisons.has(operator)) return compareNumbers(operator as Comparison, a, b, span)
  if (operator === '&&' || operator === '||')
    return { kind: 'operation', operator: operator === '&&' ? 'and' : 'or', operands, span }
  return operators.has(operator)
    ? { kind: 'operation', operator: operator as Operator, operands, span }
    : unknown
}

function readUnary(scope: Scope, node: Node): Value {
  const operator = node.childForFieldName('operator')?.text ?? ''
  const inner = node.namedChildren.at(-1) ?? null
  const value = readArithmetic(scope, inner)
  if (operator === '!') return not(isNotZero(value, spanOf(scope, node)), spanOf(scope, node))
  if (operator === '-' && value.kind === 'constant') return constant(-Number(value.value))
  if (/^(\+\+|--)$/.test(operator) && inner && /^(word|variable_name)$/.test(inner.type))
    assign(scope, inner.text, unknown)
  return unknown
}

/** `((…))` as a condition: it holds for any number but 0. */
export function readArithmeticCondition(scope: Scope, node: Node | null, yes: Landing, no: Landing): void {
  if (!node) return goTo(scope.builder, blockOf(scope, no))
  const operator = node.childForFieldName('operator')?.text
  if (node.type === 'parenthesized_expression')
    return readArithmeticCondition(scope, node.namedChildren.at(-1) ?? null, yes, no)
  if (node.type === 'binary_expression' && (operator === '&&' || operator === '||')) {
    const rest = landing(0)
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')]
    if (operator === '&&') readArithmeticCondition(scope, left, rest, no)
    else readArithmeticCondition(scope, left, yes, rest)
    if (arrive(scope, rest)) readArithmeticCondition(scope, right, yes, no)
    return
  }
  const value = readArithmetic(scope, node)
  ask(scope, isNotZero(value, spanOf(scope, node)), spanOf(scope, node), yes, no)
}
