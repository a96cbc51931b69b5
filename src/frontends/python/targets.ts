import { constant, type Dictionary, unknown, type Value } from '../../program'
import { addFact } from '../builder'
import type { Node } from '../parser'
import { isCode, itemOf, readExpression, readKey } from './expressions'
import { oneDeeper } from './limits'
import { bindName, lookUpName, type Scope, spanOf } from './scope'

type Bind = (scope: Scope, name: string, value: Value) => void

const mostEntries = 100

const grouped =
  /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/

/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
export function bindTarget(scope: Scope, target: Node | null, value: Value, bind: Bind = bindName): void {
  if (!target) return
  if (target.type === 'identifier') bind(scope, target.text, value)
  else if (target.type === 'attribute') storeField(scope, target, value)
  else if (target.type === 'subscript') storeItem(scope, target, value)
  else if (target.type.startsWith('list_splat'))
    bindTarget(scope, target.namedChild(0), { kind: 'item', of: value, key: unknown }, bind)
  else if (grouped.test(target.type))
    oneDeeper(scope, target, undefined, () => bindEach(scope, target, value, bind))
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
  const key = readKey(scope, target)
  addFact(scope.builder, { kind: 'store', of, name: key, value, span: spanOf(scope, target) })
  if (object?.type !== 'identifier') return
  const known = lookUpName(scope, object.text)
  if (known.kind === 'dictionary') bindName(scope, object.text, grown(known, key, value))
}

// Copying a dictionary for every one of thousands of assignments takes too long; from then on it is a part of the next.
function grown(known: Dictionary, key: Value, value: Value): Dictionary {
  const before = known.entries.length < mostEntries ? known.entries : [{ key: null, value: known }]
  return { kind: 'dictionary', entries: [...before, { key, value }] }
}

/** The plain names that a target binds. */
export function targetNames(target: Node | null): string[] {
  const names: string[] = []
  const open = [target]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node?.type === 'identifier') names.push(node.text)
    else if (node && (grouped.test(node.type) || node.type.startsWith('list_splat')))
      open.push(...node.namedChildren)
  }
  return names
}
