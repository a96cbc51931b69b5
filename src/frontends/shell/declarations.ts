import { unknown, type Value } from '../../program'
import { addFact } from '../builder'
import type { Node } from '../parser'
import { readVariable } from './expansions'
import { joinText } from './literals'
import { assignedName } from './outline'
import { assign, type Scope, spanOf, type Target, textOf } from './scope'
import { arrive, failTo, landing, targetOf } from './status'
import { readSubstitution } from './substitutions'
import { readWord, type Word } from './words'

/** `x=1`, `x=1 y=2`. A substitution's failure is that of the assignment. */
export function runAssignments(scope: Scope, node: Node, failure: Target): void {
  const parts = node.type === 'variable_assignment' ? [node] : node.namedChildren
  for (const part of parts) if (part?.type === 'variable_assignment') assignNode(scope, part, failure)
}

/** One assignment. */
export function assignNode(scope: Scope, node: Node, failure: Target): void {
  const value = node.childForFieldName('value')
  const only =
    value?.type === 'string' &&
    value.namedChildCount === 1 &&
    value.text.length === (value.namedChild(0)?.text.length ?? 0) + 2
  const inner = only ? value.namedChild(0) : value
  if (inner?.type !== 'command_substitution') return bindTo(scope, node, readWord(scope, value))
  const target = targetOf(scope, failure)
  const failed = typeof target === 'object' ? landing(1) : target
  const printed = readSubstitution(scope, inner, failed)
  bindTo(scope, node, printed)
  const after = scope.builder.at
  if (typeof failed !== 'object' || !arrive(scope, failed)) return
  bindTo(scope, node, printed)
  failTo(scope, target, spanOf(scope, node))
  scope.builder.at = after
}

function bindTo(scope: Scope, node: Node, value: Value): void {
  const name = assignedName(node)
  const adds = node.children.some(child => child?.type === '+=')
  const target = node.childForFieldName('name')
  if (target?.type === 'subscript') return assignElement(scope, node, target, value)
  assign(scope, name, adds ? added(scope, readVariable(scope, name), value) : value)
}

const mostElements = 1000

function added(scope: Scope, before: Value, value: Value): Value {
  if (value.kind === 'collection')
    return before.kind === 'collection' && before.items.length < mostElements
      ? { ...value, items: [...before.items, ...value.items] }
      : unknown
  return joinText(scope.script, [before, value])
}

function assignElement(scope: Scope, node: Node, target: Node, value: Value): void {
  const name = assignedName(node)
  const key = readWord(scope, target.childForFieldName('index'))
  addFact(scope.builder, {
    kind: 'store',
    of: readVariable(scope, name),
    name: key,
    value,
    span: spanOf(scope, node),
  })
}

/** `export`, `local`, `declare`, `readonly`, `unset`: what they are given ends well, however a substitution in it ended. */
export function runDeclaration(scope: Scope, node: Node): void {
  const removes = node.type === 'unset_command'
  const declares = /^(local|declare|typeset)$/.test(node.firstChild?.type ?? '')
  for (const child of node.namedChildren) {
    if (child?.type === 'variable_assignment')
      bindTo(scope, child, readWord(scope, child.childForFieldName('value')))
    else if (child?.type === 'variable_name' && (removes || declares))
      assign(
        scope,
        child.text,
        removes || isUnset(scope, child.text) ? textOf(scope.script, '') : readVariable(scope, child.text),
      )
  }
}

function isUnset(scope: Scope, name: string): boolean {
  return scope.kind === 'function' && scope.locals.has(name) && !scope.bound.has(name)
}

/** The same, where the parser took the line for a command. */
export function declareWords(scope: Scope, words: readonly Word[]): void {
  for (const { value } of words) {
    const parts = value.kind === 'text' ? value.parts : [value]
    const [first, ...rest] = parts
    const [, name, begin = ''] =
      /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(first?.kind === 'constant' ? String(first.value) : '') ?? []
    if (name !== undefined)
      assign(scope, name, joinText(scope.script, [textOf(scope.script, begin), ...rest]))
  }
}

/** Names without a value of their own: what a program fills in. */
export function fill(scope: Scope, names: readonly string[], value: Value): void {
  for (const name of names) assign(scope, name, value)
}
