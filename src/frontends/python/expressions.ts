import {
  type Argument,
  constant,
  type Dictionary,
  mixOf,
  type Operator,
  unknown,
  type Value,
} from '../../program'
import { addCall, addEdge, addFact, goTo, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { readComprehension } from './comprehensions'
import { readLambda } from './definitions'
import { isRaw, readNumber, unquote } from './literals'
import { bindName, lookUpName, type Scope, spanOf } from './scope'

// Far more than people nest, and few enough for the stack.
const deepest = 400

/** Evaluates an expression: adds the facts it causes, in their order, and says what it stands for. */
export function readExpression(scope: Scope, node: Node | null): Value {
  if (!node) return unknown
  const { module } = scope
  if (module.depth > deepest) return tooDeep(scope, node)
  module.depth += 1
  try {
    return readByType(scope, node)
  } finally {
    module.depth -= 1
  }
}

function tooDeep(scope: Scope, node: Node): Value {
  const { notices, file } = scope.module
  if (!notices.some(notice => notice.kind === 'limit'))
    notices.push({
      path: file.path,
      line: node.startPosition.row + 1,
      kind: 'limit',
      message: `An expression is nested more than ${deepest} levels deep; what lies deeper was not read.`,
    })
  return unknown
}

function readByType(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'identifier':
      return lookUpName(scope, node.text)
    case 'dotted_name':
      return readDotted(scope, node)
    case 'attribute':
      return readAttribute(scope, node)
    case 'subscript':
      return readSubscript(scope, node)
    case 'call':
      return readCall(scope, node)
    case 'string':
      return readString(scope, node)
    case 'concatenated_string':
      return joinText(node.namedChildren.map(part => readExpression(scope, part)))
    case 'integer':
    case 'float':
      return readNumber(node)
    case 'true':
      return constant(true)
    case 'false':
      return constant(false)
    case 'none':
      return constant(null)
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
      return {
        kind: 'collection',
        items: node.namedChildren.filter(isCode).map(item => readExpression(scope, item)),
      }
    case 'dictionary':
      return readDictionary(scope, node)
    default:
      return readOperator(scope, node)
  }
}

function readOperator(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'binary_operator':
      return readBinary(scope, node)
    case 'unary_operator':
      return readUnary(scope, node)
    case 'not_operator':
      return operation(scope, node, 'not', [readExpression(scope, node.childForFieldName('argument'))])
    case 'boolean_operator':
      return readBoolean(scope, node)
    case 'comparison_operator':
      return readComparison(scope, node)
    case 'conditional_expression':
      return readConditional(scope, node)
    case 'named_expression':
      return readWalrus(scope, node)
    case 'lambda':
      return readLambda(scope, node)
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return readComprehension(scope, node)
    case 'yield':
      return readYield(scope, node)
    case 'comment':
      return unknown
    default:
      return readWrapper(scope, node)
  }
}

// `await x`, `(x)`, a type around an expression and the like stand for what is in them.
function readWrapper(scope: Scope, node: Node): Value {
  const values = node.namedChildren.filter(isCode).map(child => readExpression(scope, child))
  const transparent =
    /^(await|parenthesized_expression|type|list_splat|expression_statement|keyword_argument)$/
  return transparent.test(node.type) ? (values.at(-1) ?? unknown) : unknown
}

/** Whether a node is code and not a comment. */
export function isCode(node: Node | null): node is Node {
  return node !== null && node.type !== 'comment' && node.type !== 'line_continuation'
}

function operation(scope: Scope, node: Node, operator: Operator, operands: readonly Value[]): Value {
  return { kind: 'operation', operator, operands, span: spanOf(scope, node) }
}

function readDotted(scope: Scope, node: Node): Value {
  const [first, ...rest] = node.text.split('.')
  return rest.reduce<Value>((of, name) => ({ kind: 'field', of, name }), lookUpName(scope, first ?? ''))
}

function readAttribute(scope: Scope, node: Node): Value {
  const of = readExpression(scope, node.childForFieldName('object'))
  return { kind: 'field', of, name: node.childForFieldName('attribute')?.text ?? '' }
}

function readSubscript(scope: Scope, node: Node): Value {
  const of = readExpression(scope, node.childForFieldName('value'))
  const keys = node
    .childrenForFieldName('subscript')
    .filter(isCode)
    .map(key => readExpression(scope, key))
  const [only, second] = keys
  const key: Value = only !== undefined && second === undefined ? only : { kind: 'collection', items: keys }
  return itemOf(of, key)
}

/** `of[key]`, looked up where `of` is written out. */
export function itemOf(of: Value, key: Value): Value {
  if (of.kind === 'collection' && key.kind === 'constant' && typeof key.value === 'number')
    return of.items.at(key.value) ?? unknown
  return { kind: 'item', of, key }
}

function readCall(scope: Scope, node: Node): Value {
  const callee = node.childForFieldName('function')
  const value = readExpression(scope, callee)
  const args = readArguments(scope, node.childForFieldName('arguments'))
  const last = callee?.type === 'attribute' ? callee.childForFieldName('attribute') : callee
  const call = addCall(scope.builder, value, args, spanOf(scope, node), spanOf(scope, last ?? node))
  return { kind: 'result', call }
}

/** The arguments of a call, evaluated from left to right. */
export function readArguments(scope: Scope, node: Node | null): Argument[] {
  if (!node) return []
  if (node.type === 'generator_expression')
    return [{ name: null, value: readExpression(scope, node), span: spanOf(scope, node) }]
  return node.namedChildren.filter(isCode).map(child => readArgument(scope, child))
}

function readArgument(scope: Scope, node: Node): Argument {
  const span = spanOf(scope, node)
  if (node.type === 'keyword_argument') {
    const name = node.childForFieldName('name')?.text ?? ''
    return { name, value: readExpression(scope, node.childForFieldName('value')), span }
  }
  if (node.type === 'list_splat' || node.type === 'dictionary_splat') {
    const value = readExpression(scope, node.namedChild(0))
    return { name: node.type === 'list_splat' ? null : '**', value, splat: true, span }
  }
  return { name: null, value: readExpression(scope, node), span }
}

function readString(scope: Scope, node: Node): Value {
  let raw = false
  let formatted = false
  const parts: Value[] = []
  for (const child of node.children) {
    if (child?.type === 'string_start') {
      raw = isRaw(child.text)
      formatted = /[ft]/i.test(child.text.replace(/["']+$/, ''))
    } else if (child?.type === 'string_content') {
      const text = formatted ? child.text.replaceAll('{{', '{').replaceAll('}}', '}') : child.text
      parts.push(constant(unquote(text, raw)))
    } else if (child?.type === 'interpolation') {
      parts.push(readExpression(scope, child.childForFieldName('expression')))
      readFormat(scope, child)
    }
  }
  return joinText(parts)
}

// `f"{value:{width}}"` evaluates `width` also.
function readFormat(scope: Scope, node: Node): void {
  for (const format of node.descendantsOfType('format_expression'))
    readExpression(scope, format?.childForFieldName('expression') ?? null)
}

function joinText(parts: readonly Value[]): Value {
  if (parts.length === 0) return constant('')
  const flat = parts.flatMap(part => (part.kind === 'text' ? part.parts : [part]))
  if (flat.every(part => part.kind === 'constant' && typeof part.value === 'string'))
    return constant(flat.map(part => (part.kind === 'constant' ? part.value : '')).join(''))
  return { kind: 'text', parts: flat }
}

function readDictionary(scope: Scope, node: Node): Dictionary {
  const entries: Dictionary['entries'] = []
  for (const child of node.namedChildren.filter(isCode)) {
    if (child.type === 'pair') {
      const key = readExpression(scope, child.childForFieldName('key'))
      entries.push({ key, value: readExpression(scope, child.childForFieldName('value')) })
    } else entries.push({ key: null, value: readExpression(scope, child.namedChild(0)) })
  }
  return { kind: 'dictionary', entries }
}

// A long sum leans to the left; a loop walks down it, so that a thousand terms do not nest.
function readBinary(scope: Scope, node: Node): Value {
  const chain: Node[] = []
  let leftmost: Node | null = node
  while (leftmost?.type === 'binary_operator') {
    chain.push(leftmost)
    leftmost = leftmost.childForFieldName('left')
  }
  let value = readExpression(scope, leftmost)
  for (const link of chain.reverse()) {
    const right = readExpression(scope, link.childForFieldName('right'))
    const operator = (link.childForFieldName('operator')?.text ?? '+') as Operator
    value =
      operator === '+' && isText(value) && isText(right)
        ? joinText([value, right])
        : operation(scope, link, operator, [value, right])
  }
  return value
}

function isText(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'constant' && typeof value.value === 'string')
}

function readUnary(scope: Scope, node: Node): Value {
  const value = readExpression(scope, node.childForFieldName('argument'))
  if (
    value.kind === 'constant' &&
    typeof value.value === 'number' &&
    node.childForFieldName('operator')?.text === '-'
  )
    return constant(-value.value)
  return operation(scope, node, '-', [value])
}

// The right side runs only after the left one; a branch is built where that right side does something.
function readBoolean(scope: Scope, node: Node): Value {
  const operator = node.childForFieldName('operator')?.text === 'or' ? 'or' : 'and'
  const left = readExpression(scope, node.childForFieldName('left'))
  const right = node.childForFieldName('right')
  if (!right?.text.includes('('))
    return operation(scope, node, operator, [left, readExpression(scope, right)])
  const { builder } = scope
  const value = node.childForFieldName('left')
  addFact(builder, { kind: 'test', value: left, span: spanOf(scope, value ?? node) })
  const from = builder.at
  const [then, join] = [newBlock(builder), newBlock(builder)]
  addEdge(builder, from, { to: then, when: operator === 'and' ? 'true' : 'false' })
  addEdge(builder, from, { to: join, when: operator === 'and' ? 'false' : 'true' })
  seal(builder, then)
  builder.at = then
  const second = readExpression(scope, right)
  goTo(builder, join)
  seal(builder, join)
  builder.at = join
  return operation(scope, node, operator, [left, second])
}

function readComparison(scope: Scope, node: Node): Value {
  const operands = node.namedChildren.filter(isCode).map(child => readExpression(scope, child))
  const operators = node.childrenForFieldName('operators').map(op => (op?.text ?? '').replace(/\s+/g, ' '))
  const links = operators.map((operator, i) =>
    operation(scope, node, (operator === '<>' ? '!=' : operator) as Operator, operands.slice(i, i + 2)),
  )
  const [only, second] = links
  return only !== undefined && second === undefined ? only : operation(scope, node, 'and', links)
}

function readConditional(scope: Scope, node: Node): Value {
  const [value, condition, other] = node.namedChildren.filter(isCode)
  const { builder } = scope
  const [then, otherwise, join] = [newBlock(builder), newBlock(builder), newBlock(builder)]
  readCondition(scope, condition ?? null, then, otherwise)
  const values = [
    [then, value],
    [otherwise, other],
  ] as const
  const ways = values.map(([block, branch]) => {
    seal(builder, block)
    builder.at = block
    const result = readExpression(scope, branch ?? null)
    const from = builder.at
    goTo(builder, join)
    return { result, from }
  })
  seal(builder, join)
  builder.at = join
  return { kind: 'mix', of: ways.map(way => way.result), from: ways.map(way => way.from) }
}

/** Evaluates a condition and leaves by one of its two outcomes; the caller seals both blocks. */
export function readCondition(scope: Scope, node: Node | null, onTrue: number, onFalse: number): void {
  const { builder } = scope
  if (node?.type === 'parenthesized_expression')
    return readCondition(scope, node.namedChildren.find(isCode) ?? null, onTrue, onFalse)
  if (node?.type === 'not_operator')
    return readCondition(scope, node.childForFieldName('argument'), onFalse, onTrue)
  if (node?.type === 'boolean_operator' && scope.module.depth < deepest) {
    const rest = newBlock(builder)
    const isAnd = node.childForFieldName('operator')?.text !== 'or'
    scope.module.depth += 1
    readCondition(scope, node.childForFieldName('left'), isAnd ? rest : onTrue, isAnd ? onFalse : rest)
    seal(builder, rest)
    builder.at = rest
    readCondition(scope, node.childForFieldName('right'), onTrue, onFalse)
    scope.module.depth -= 1
    return
  }
  const value = readExpression(scope, node)
  if (value.kind === 'constant') return goTo(builder, isTruthy(value.value) ? onTrue : onFalse)
  if (node) addFact(builder, { kind: 'test', value, span: spanOf(scope, node) })
  const from = builder.at
  addEdge(builder, from, { to: onTrue, when: 'true' })
  addEdge(builder, from, { to: onFalse, when: 'false' })
}

function isTruthy(value: string | number | boolean | null): boolean {
  return value !== null && value !== false && value !== 0 && value !== ''
}

function readWalrus(scope: Scope, node: Node): Value {
  const value = readExpression(scope, node.childForFieldName('value'))
  bindName(scope, node.childForFieldName('name')?.text ?? '', value)
  return value
}

function readYield(scope: Scope, node: Node): Value {
  const value = mixOf(node.namedChildren.filter(isCode).map(child => readExpression(scope, child)))
  scope.generator = true
  addFact(scope.builder, { kind: 'yield', value, span: spanOf(scope, node) })
  return unknown
}
