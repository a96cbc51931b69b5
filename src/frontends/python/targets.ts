import { constant, type Dictionary, unknown, type Value } from '../../program'
import { addFact } from '../builder'
import type { Node } from '../parser'
import { isCode, itemOf, readExpression } from './expressions'
import { bindName, lookUpName, type Scope, spanOf } from './scope'

type Bind = (scope: Scope, name: string, value: Value) => void

const grouped =
  /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/

/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
export function bindTarget(scope: Scope, target: Node | null, value: Value, bind: Bind = bindName): void {
  if (!target) return
  if (target.type === 'identifier') return bind(scope, target.text, value)
  if (target.type === 'list_splat_pattern' || target.type === 'list_splat')
    return bindTarget(scope, target.namedChild(0), { kind: 'item', of: value, key: unknown }, bind)
  if (target.type === 'attribute') return storeField(scope, target, value)
  if (target.type === 'subscript') return storeItem(scope, target, value)
  if (grouped.test(target.type)) bindEach(scope, target, value, bind)
}

function bindEach(scope: Scope, target: Node, value: Value, bind: Bind): void {
  const parts = target.namedChildren.filter(isCode)
  const [only, second] = parts
  if (only && !second && /^(parenthesized_expression|as_pattern_target)$/.test(target.type))
    return bindTarget(scope, only, value, bind)
  const star = parts.findIndex(part => part.type.startsWith('list_splat'))
  parts.forEach((part, i) => {
    const index = star >= 0 && i > star ? i - parts.length : i
    bindTarget(scope, part, i === star ? value : itemOf(value, constant(index)), bind)
  })
}

function storeField(scope: Scope, target: Node, value: Value): void {
  const of = readExpression(scope, target.childForFieldName('object'))
  const name = target.childForFieldName('attribute')?.text ?? ''
  addFact(scope.builder, { kind: 'store', of, name, value, span: spanOf(scope, target) })
}

// `settings["stage"] = "Production"`: a dictionary that is written out grows by the entry.
function storeItem(scope: Scope, target: Node, value: Value): void {
  const object = target.childForFieldName('value')
  const of = readExpression(scope, object)
  const key = readExpression(scope, target.childForFieldName('subscript'))
  addFact(scope.builder, { kind: 'store', of, name: key, value, span: spanOf(scope, target) })
  if (object?.type !== 'identifier') return
  const known = lookUpName(scope, object.text)
  if (known.kind !== 'dictionary') return
  const grown: Dictionary = { kind: 'dictionary', entries: [...known.entries, { key, value }] }
  bindName(scope, object.text, grown)
}

/** The plain names that a target binds. */
export function targetNames(target: Node | null): string[] {
  if (!target) return []
  if (target.type === 'identifier') return [target.text]
  if (!grouped.test(target.type) && !target.type.startsWith('list_splat')) return []
  return target.namedChildren.flatMap(child => targetNames(child))
}
