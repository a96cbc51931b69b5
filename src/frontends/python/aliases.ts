import type { Value } from '../../program'
import { addCall } from '../builder'
import type { Node } from '../parser'
import { firstCode, readExpression, readKey } from './expressions'
import { itemNow } from './items'
import { oneDeeper } from './limits'
import { lookUpName, type Scope, spanOf, wordOf } from './scope'
import { bindPlace, bindTarget } from './targets'
import { readType } from './types'

/** `type Name = …`; and `type(self).count = 1`, which the parser takes for one. */
export function readAlias(scope: Scope, node: Node): void {
  const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')]
  const target = left ? firstCode(left) : null
  if (target?.type === 'identifier') bindTarget(scope, target, readType(scope, right))
  else if (target?.type === 'generic_type') bindTarget(scope, firstCode(target), readType(scope, right))
  else readTypeTarget(scope, node, target, readExpression(scope, right))
}

// `type(x).y: int = z` has its target and its annotation side by side, each in a node of its own.
function readTypeTarget(scope: Scope, alias: Node, target: Node | null, value: Value): void {
  const typed = target?.type === 'constrained_type' ? firstCode(target) : null
  const place = typed ? firstCode(typed) : target
  const read = (_: Scope, object: Node | null) => readTypeCall(scope, alias, object)
  if (!place || !bindPlace(scope, place, value, read)) readTypeCall(scope, alias, place)
}

// The brackets of `type(x)` look like a part of the name that is defined.
function readTypeCall(scope: Scope, alias: Node, node: Node | null): Value {
  const otherwise = () => readExpression(scope, node)
  if (!node) return otherwise()
  return oneDeeper(scope, node, { kind: 'unknown' }, () => {
    if (node.type === 'parenthesized_expression') return addTypeCall(scope, alias, node)
    if (node.type === 'subscript') {
      const of = readTypeCall(scope, alias, node.childForFieldName('value'))
      return itemNow(of, readKey(scope, node))
    }
    if (node.type !== 'attribute') return otherwise()
    const of = readTypeCall(scope, alias, node.childForFieldName('object'))
    return { kind: 'field', of, name: wordOf(scope, node.childForFieldName('attribute')) }
  })
}

function addTypeCall(scope: Scope, alias: Node, brackets: Node): Value {
  const { file, start } = spanOf(scope, alias)
  const argument = { name: null, value: readExpression(scope, brackets), span: spanOf(scope, brackets) }
  const name = { file, start, end: start + 'type'.length }
  const span = { file, start, end: brackets.endIndex }
  return { kind: 'result', call: addCall(scope.builder, lookUpName(scope, 'type'), [argument], span, name) }
}
