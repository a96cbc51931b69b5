import { unknown, type Value } from '../../program'
import { addFact } from '../builder'
import type { Node } from '../parser'
import { firstCode, isCode, readExpression, readKey } from './expressions'
import { handedOn } from './handed-on'
import { itemNow, itemOf, restOf, splatOf, withItem } from './items'
import { oneDeeper } from './limits'
import { bindName, bindWord, lookUpName, type Scope, spanOf, wordOf } from './scope'

type Bind = (scope: Scope, name: Node, value: Value) => void

const grouped =
  /^(pattern_list|tuple_pattern|list_pattern|tuple|list|expression_list|parenthesized_expression|as_pattern_target)$/

/** Assigns `value` to a target: a name, a field, an item, or several of them at once. */
export function bindTarget(scope: Scope, target: Node | null, value: Value, bind: Bind = bindWord): void {
  if (!target) return
  if (target.type === 'identifier') bind(scope, target, value)
  else if (isPlace(target)) storeAt(scope, openPlace(scope, target), value)
  else if (target.type.startsWith('list_splat')) bindTarget(scope, firstCode(target), value, bind)
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
    const given =
      i === star
        ? restOf(value, star, parts.length - star - 1)
        : itemOf(value, { kind: 'constant', value: index })
    bindTarget(scope, part, given, bind)
  })
}

/** A field or an item. What leads to it has been evaluated, which happens once even where it is read and then written. */
interface Place {
  readonly target: Node
  readonly of: Value
  /** A field's name, or an item's key. */
  readonly name: string | Value
  /** The variable whose item it is. */
  readonly variable: string | null
}

function isPlace(target: Node): boolean {
  return target.type === 'attribute' || target.type === 'subscript'
}

function openPlace(scope: Scope, target: Node, read = readExpression): Place {
  const object = target.childForFieldName(target.type === 'attribute' ? 'object' : 'value')
  const of = read(scope, object)
  if (target.type === 'attribute')
    return { target, of, name: wordOf(scope, target.childForFieldName('attribute')), variable: null }
  const variable = object?.type === 'identifier' ? wordOf(scope, object) : null
  return { target, of, name: readKey(scope, target), variable }
}

function readAt({ of, name }: Place): Value {
  return typeof name === 'string' ? { kind: 'field', of, name } : itemNow(of, name)
}

function storeAt(scope: Scope, { target, of, name, variable }: Place, given: Value): void {
  const value = handedOn(scope, name, given)
  addFact(scope.builder, { kind: 'store', of, name, value, span: spanOf(scope, target) })
  if (typeof name === 'string' || variable === null) return
  const isSlice = target.childrenForFieldName('subscript').some(key => key?.type === 'slice')
  changeItem(scope, variable, name, isSlice ? splatOf(value) : value)
}

// `settings["stage"] = "Production"`: what is written out grows by the entry.
function changeItem(scope: Scope, variable: string, key: Value, value: Value): void {
  const changed = withItem(lookUpName(scope, variable), key, value)
  if (changed) bindName(scope, variable, changed)
}

/** Assigns to a target what `change` makes of its value. */
export function changeTarget(scope: Scope, target: Node | null, change: (before: Value) => Value): void {
  if (!target || !isPlace(target)) return bindTarget(scope, target, change(readExpression(scope, target)))
  const place = openPlace(scope, target)
  storeAt(scope, place, change(readAt(place)))
}

/** Assigns to a field or item that `read` leads to: its object is something that the parser has misread. */
export function bindPlace(scope: Scope, target: Node, value: Value, read: typeof readExpression): boolean {
  if (!isPlace(target)) return false
  storeAt(scope, openPlace(scope, target, read), value)
  return true
}

/** `del`: an item that is gone is not known any more. */
export function deleteTarget(scope: Scope, target: Node): void {
  if (grouped.test(target.type)) {
    const parts = target.namedChildren.filter(isCode)
    return oneDeeper(scope, target, undefined, () => parts.forEach(part => deleteTarget(scope, part)))
  }
  if (target.type !== 'subscript') return void readExpression(scope, target)
  const { name, variable } = openPlace(scope, target)
  if (variable !== null && typeof name !== 'string') changeItem(scope, variable, name, unknown)
}

/** The plain names that a target binds. */
export function targetNames(target: Node | null): string[] {
  const names: string[] = []
  const open = [target]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node?.type === 'identifier') names.push(node.text)
    else if (node && (grouped.test(node.type) || node.type.startsWith('list_splat')))
      for (const child of node.namedChildren) open.push(child)
  }
  return names
}
