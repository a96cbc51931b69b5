import { type Operator, unknown, type Value } from '../../program'
import { addDeadEdge, addEdge, addFact, goTo, isLive, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { isCode, isSplat, operation, readExpression } from './expressions'
import { oneDeeper } from './limits'
import { type Scope, spanOf } from './scope'

// The right side runs only after the left one; a branch is built where that right side does something.
/** `and`, `or`. */
export function readBoolean(scope: Scope, node: Node): Value {
  const operator = node.childForFieldName('operator')?.text === 'or' ? 'or' : 'and'
  const left = readExpression(scope, node.childForFieldName('left'))
  const right = node.childForFieldName('right')
  if (!right?.text.includes('('))
    return operation(scope, node, operator, [left, readExpression(scope, right)])
  const { builder } = scope
  const value = node.childForFieldName('left') ?? node
  const [then, join] = [newBlock(builder), newBlock(builder)]
  if (operator === 'and') branch(scope, value, left, then, join)
  else branch(scope, value, left, join, then)
  seal(builder, then)
  builder.at = then
  const second = readExpression(scope, right)
  goTo(builder, join)
  seal(builder, join)
  builder.at = join
  return operation(scope, node, operator, [left, second])
}

/** `a < b`, `a < b < c`. */
export function readComparison(scope: Scope, node: Node): Value {
  const operands = node.namedChildren.filter(isCode).map(child => readExpression(scope, child))
  const operators = node.childrenForFieldName('operators').map(op => (op?.text ?? '').replace(/\s+/g, ' '))
  const links = operators.map((operator, i) =>
    operation(scope, node, (operator === '<>' ? '!=' : operator) as Operator, operands.slice(i, i + 2)),
  )
  const [only, second] = links
  return only !== undefined && second === undefined ? only : operation(scope, node, 'and', links)
}

/** `a if condition else b`. */
export function readConditional(scope: Scope, node: Node): Value {
  const [value, condition, other] = node.namedChildren.filter(isCode)
  const { builder } = scope
  const [then, otherwise, join] = [newBlock(builder), newBlock(builder), newBlock(builder)]
  readCondition(scope, condition ?? null, then, otherwise)
  const values = [
    [then, value],
    [otherwise, other],
  ] as const
  const ways = values.map(([block, side]) => {
    seal(builder, block)
    builder.at = block
    const result = readExpression(scope, side ?? null)
    const from = builder.at
    goTo(builder, join)
    return { result, from }
  })
  seal(builder, join)
  builder.at = join
  const [only, second] = ways.filter(way => isLive(builder, way.from))
  if (only && !second) return only.result
  return { kind: 'mix', of: ways.map(way => way.result), from: ways.map(way => way.from) }
}

/** Evaluates a condition and leaves by one of its two outcomes; the caller seals both blocks. */
export function readCondition(scope: Scope, node: Node | null, onTrue: number, onFalse: number): void {
  if (!node) {
    goTo(scope.builder, onTrue)
    return goTo(scope.builder, onFalse)
  }
  const read = oneDeeper(scope, node, false, () => {
    readConditionOf(scope, node, onTrue, onFalse)
    return true
  })
  if (!read) split(scope, node, unknown, onTrue, onFalse)
}

function readConditionOf(scope: Scope, node: Node, onTrue: number, onFalse: number): void {
  const { builder } = scope
  if (node.type === 'parenthesized_expression')
    return readCondition(scope, node.namedChildren.find(isCode) ?? null, onTrue, onFalse)
  if (node.type === 'not_operator')
    return readCondition(scope, node.childForFieldName('argument'), onFalse, onTrue)
  if (node.type === 'boolean_operator') {
    const rest = newBlock(builder)
    const isAnd = node.childForFieldName('operator')?.text !== 'or'
    readCondition(scope, node.childForFieldName('left'), isAnd ? rest : onTrue, isAnd ? onFalse : rest)
    seal(builder, rest)
    builder.at = rest
    return readCondition(scope, node.childForFieldName('right'), onTrue, onFalse)
  }
  branch(scope, node, readExpression(scope, node), onTrue, onFalse)
}

// Goes on where a value leads that may be known.
function branch(scope: Scope, node: Node, value: Value, onTrue: number, onFalse: number): void {
  const known = truthOf(node, value)
  if (known === null) split(scope, node, value, onTrue, onFalse)
  else if (node.type === 'identifier')
    splitOnce(scope, node, value, known ? onTrue : onFalse, known ? onFalse : onTrue)
  else goTo(scope.builder, known ? onTrue : onFalse)
}

// A variable that can be one thing only is asked all the same: what it was before may have been a check.
function splitOnce(scope: Scope, node: Node, value: Value, taken: number, dead: number): void {
  const { builder } = scope
  addFact(builder, { kind: 'test', value, span: spanOf(scope, node) })
  const outcome = value.kind === 'constant' && Boolean(value.value)
  addEdge(builder, builder.at, { to: taken, when: outcome ? 'true' : 'false' })
  addDeadEdge(builder, builder.at, { to: dead, when: outcome ? 'false' : 'true' })
}

function split(scope: Scope, node: Node, value: Value, onTrue: number, onFalse: number): void {
  const { builder } = scope
  addFact(builder, { kind: 'test', value, span: spanOf(scope, node) })
  const from = builder.at
  addEdge(builder, from, { to: onTrue, when: 'true' })
  addEdge(builder, from, { to: onFalse, when: 'false' })
}

function truthOf(node: Node, value: Value): boolean | null {
  if (value.kind === 'constant') return Boolean(value.value)
  // `assert (ok, "message")` holds whatever `ok` is.
  const isFilled = node.type === 'tuple' && node.namedChildren.some(part => isCode(part) && !isSplat(part))
  return isFilled ? true : null
}
