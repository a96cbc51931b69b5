import {
  type Argument,
  type Call,
  constant,
  type Dictionary,
  mixOf,
  type Operator,
  unknown,
  type Value,
} from '../../program'
import { addCall, addFact, isProtected, mayRaise } from '../builder'
import type { Node } from '../parser'
import { readComprehension } from './comprehensions'
import { readLambda } from './definitions'
import { importedBy } from './imports'
import { itemNow, splatOf } from './items'
import { oneDeeper } from './limits'
import { readNumber } from './literals'
import { readBoolean, readComparison, readConditional } from './logic'
import { rewriteSettings } from './rewritten'
import { bindWord, lookUpName, type Scope, spanOf, wordOf } from './scope'
import { noteShifts } from './shifts'
import { isText, joinText, readString } from './strings'

/** Evaluates an expression: adds the facts it causes, in their order, and says what it stands for. */
export function readExpression(scope: Scope, node: Node | null): Value {
  return node ? oneDeeper<Value>(scope, node, unknown, () => readByType(scope, node)) : unknown
}

function readByType(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'identifier':
      return lookUpName(scope, wordOf(scope, node))
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
        items: node.namedChildren.filter(isCode).map(item => readElement(scope, item)),
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

/** The first part of a node that is code. */
export function firstCode(node: Node): Node | null {
  return node.namedChildren.find(isCode) ?? null
}

/** An operation that stands at `node`. */
export function operation(scope: Scope, node: Node, operator: Operator, operands: readonly Value[]): Value {
  return { kind: 'operation', operator, operands, span: spanOf(scope, node) }
}

function readDotted(scope: Scope, node: Node): Value {
  const [first, ...rest] = wordOf(scope, node).split('.')
  return rest.reduce<Value>((of, name) => ({ kind: 'field', of, name }), lookUpName(scope, first ?? ''))
}

function readAttribute(scope: Scope, node: Node): Value {
  const of = readExpression(scope, node.childForFieldName('object'))
  return { kind: 'field', of, name: wordOf(scope, node.childForFieldName('attribute')) }
}

function readSubscript(scope: Scope, node: Node): Value {
  const of = readExpression(scope, node.childForFieldName('value'))
  return itemNow(of, readKey(scope, node))
}

/** What stands in the brackets of `of[key]`; several keys make a tuple. */
export function readKey(scope: Scope, node: Node): Value {
  const keys = node
    .childrenForFieldName('subscript')
    .filter(isCode)
    .map(key => readExpression(scope, key))
  const [only, second] = keys
  return only !== undefined && second === undefined ? only : { kind: 'collection', items: keys }
}

function readElement(scope: Scope, node: Node): Value {
  const value = readExpression(scope, node)
  return isSplat(node) ? splatOf(value) : value
}

/** Whether an element or argument stands for many. */
export function isSplat(node: Node): boolean {
  // After another element the parser takes the star of `*names()` for a part of what is called.
  return (
    node.type === 'list_splat' ||
    (node.type === 'call' && node.childForFieldName('function')?.type === 'list_splat')
  )
}

/** A call; `unused` where the statement around it is nothing else. */
export function readCall(scope: Scope, node: Node, unused?: Call['unused']): Value {
  const written = node.childForFieldName('function')
  const callee = written?.type === 'list_splat' ? firstCode(written) : written
  const value = readExpression(scope, callee)
  const args = readArguments(scope, node.childForFieldName('arguments'))
  const span = { ...spanOf(scope, node), start: callee?.startIndex ?? node.startIndex }
  const call = addCall(
    scope.builder,
    value,
    args,
    span,
    spanOf(scope, lastName(callee) ?? node),
    unused && { unused },
  )
  rewriteSettings(scope, value, args)
  return importedBy(scope, value, args) ?? { kind: 'result', call }
}

function lastName(callee: Node | null): Node | null {
  let at = callee
  while (at?.type === 'parenthesized_expression') at = at.namedChildren.find(isCode) ?? null
  return at?.type === 'attribute' ? at.childForFieldName('attribute') : at
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
    const name = wordOf(scope, node.childForFieldName('name'))
    return { name, value: readExpression(scope, node.childForFieldName('value')), span }
  }
  if (node.type === 'dictionary_splat')
    return { name: '**', value: readExpression(scope, firstCode(node)), splat: true, span }
  if (isSplat(node)) return { name: null, value: readExpression(scope, node), splat: true, span }
  return { name: null, value: readExpression(scope, node), span }
}

function readDictionary(scope: Scope, node: Node): Dictionary {
  const entries: Dictionary['entries'] = []
  for (const child of node.namedChildren.filter(isCode)) {
    if (child.type === 'pair') {
      const key = readExpression(scope, child.childForFieldName('key'))
      entries.push({ key, value: readExpression(scope, child.childForFieldName('value')) })
    } else entries.push({ key: null, value: readExpression(scope, firstCode(child)) })
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
  noteShifts(scope, value, chain.length)
  return value
}

function readUnary(scope: Scope, node: Node): Value {
  const value = readExpression(scope, node.childForFieldName('argument'))
  const sign = node.childForFieldName('operator')?.text
  if (sign === '~') return unknown
  if (sign === '+') return value
  const isNumber = value.kind === 'constant' && typeof value.value === 'number'
  return isNumber ? constant(-Number(value.value)) : operation(scope, node, '-', [value])
}

function readWalrus(scope: Scope, node: Node): Value {
  const value = readExpression(scope, node.childForFieldName('value'))
  const name = node.childForFieldName('name')
  if (name) bindWord(scope, name, value)
  return value
}

function readYield(scope: Scope, node: Node): Value {
  const value = mixOf(node.namedChildren.filter(isCode).map(child => readExpression(scope, child)))
  scope.generator = true
  addFact(scope.builder, { kind: 'yield', value, span: spanOf(scope, node) })
  if (isProtected(scope.builder)) mayRaise(scope.builder)
  return unknown
}
