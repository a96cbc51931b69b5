import { unknown, type Value } from '../../program'
import type { Node } from '../parser'
import { isCode, readExpression } from './expressions'
import { oneDeeper } from './limits'
import { lookUpName, type Scope, spanOf } from './scope'

/** An annotation, as a value that names a type: `Optional[X]` is an item, `X | None` an operation. */
export function readType(scope: Scope, node: Node | null): Value {
  if (!node) return unknown
  return oneDeeper<Value>(scope, node, unknown, () => readTypeOf(scope, node))
}

function readTypeOf(scope: Scope, node: Node): Value {
  const parts = node.namedChildren.filter(isCode)
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
      return readType(scope, parts[0] ?? null)
    case 'string':
      return readQuoted(scope, node)
    case 'list':
      return { kind: 'collection', items: parts.map(part => readType(scope, part)) }
    case 'generic_type':
      return readGeneric(scope, parts[0] ?? null, parts[1]?.namedChildren.filter(isCode) ?? [])
    case 'subscript':
      return readGeneric(
        scope,
        node.childForFieldName('value'),
        node.childForFieldName('subscript') ? node.childrenForFieldName('subscript').filter(isCode) : [],
      )
    case 'union_type':
    case 'binary_operator':
      return {
        kind: 'operation',
        operator: '|',
        operands: parts.map(part => readType(scope, part)),
        span: spanOf(scope, node),
      }
    default:
      return readExpression(scope, node)
  }
}

function readGeneric(scope: Scope, of: Node | null, parameters: readonly Node[]): Value {
  const base = readType(scope, of)
  const [only, ...rest] = parameters.map(parameter => readType(scope, parameter))
  const key: Value =
    only !== undefined && rest.length === 0
      ? only
      : { kind: 'collection', items: only === undefined ? [] : [only, ...rest] }
  return { kind: 'item', of: base, key }
}

const wrapped = /^(?:\w+\.)*(?:Optional|Union|Annotated)\s*\[(.*)\]$/s

// The parser sees a string; of what is in it only names, alone or as alternatives, are worth reading.
function readQuoted(scope: Scope, node: Node): Value {
  const text = readExpression(scope, node)
  if (text.kind !== 'constant' || typeof text.value !== 'string') return text
  const inner = wrapped.exec(text.value.trim())?.[1] ?? text.value
  const names = inner.split(/[|,]/).map(name => name.trim())
  if (names.length > 8 || !names.every(name => /^[\w.]+$/.test(name))) return unknown
  const operands = names.map(name => named(scope, name))
  const [only, second] = operands
  return only !== undefined && second === undefined
    ? only
    : { kind: 'operation', operator: '|', operands, span: spanOf(scope, node) }
}

function named(scope: Scope, name: string): Value {
  const [first = '', ...rest] = name.split('.')
  return rest.reduce<Value>((of, part) => ({ kind: 'field', of, name: part }), lookUpName(scope, first))
}
