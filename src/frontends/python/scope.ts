import {
  type ClassShape,
  mixOf,
  type Notice,
  type SourceFile,
  type Span,
  type Unit,
  type Value,
} from '../../program'
import { type Builder, bind as bindInBlock, lookUp } from '../builder'
import type { Node } from '../parser'
import type { ScopeNames } from './names'

/** What one file gives while it is read. */
export interface Module {
  readonly file: SourceFile
  readonly names: ReadonlyMap<number, ScopeNames>
  /** Values that `from … import *` may bring names from: the modules. */
  readonly stars: Extract<Value, { kind: 'name' }>[]
  readonly units: Unit[]
  readonly classes: ClassShape[]
  readonly notices: Notice[]
  /** Unit and class names already given, so that a second definition gets a number. */
  readonly taken: Map<string, number>
  /** Definitions already read, by their offset: a `finally` body is walked more than once. */
  readonly read: Map<number, Value>
  /** How deep the expression or statement at hand is nested. */
  depth: number
}

/** One unit under construction. */
export interface Scope {
  readonly module: Module
  readonly kind: Unit['kind']
  readonly unit: string
  readonly label: string
  readonly parent: Scope | null
  readonly builder: Builder
  readonly locals: ReadonlySet<string>
  readonly globals: ReadonlySet<string>
  readonly nonlocals: ReadonlySet<string>
  readonly parameters: ReadonlyMap<string, number>
  /** Every value that a name is ever bound to. */
  readonly bound: Map<string, Value[]>
  /** Variables of the comprehensions around the expression at hand, with how many of them there are. */
  readonly inner: Map<string, number>
  generator: boolean
}

export function spanOf(scope: Scope, node: Node): Span {
  return { file: scope.module.file, start: node.startIndex, end: node.endIndex }
}

/** What `name` stands for here. */
export function lookUpName(scope: Scope, name: string): Value {
  if (scope.inner.has(name)) return lookUp(scope.builder, innerName(name))
  if (scope.globals.has(name)) return { kind: 'variable', unit: moduleScope(scope).unit, name }
  if (scope.locals.has(name)) return lookUp(scope.builder, name)
  return scope.kind === 'class' && scope.parent ? lookUpName(scope.parent, name) : freeName(scope, name)
}

/** What `name` stands for where `scope` itself has not bound it: a variable further out, a star import, a builtin. */
export function freeName(scope: Scope, name: string): Value {
  for (let outer = scope.parent; outer; outer = outer.parent) {
    if (outer.kind !== 'class' && outer.locals.has(name)) return { kind: 'variable', unit: outer.unit, name }
  }
  const { stars } = scope.module
  const builtin: Value = { kind: 'name', name, from: null, dots: 0 }
  if (stars.length === 0) return builtin
  return mixOf([builtin, ...stars.map((star): Value => ({ kind: 'field', of: star, name }))])
}

export function bindName(scope: Scope, name: string, value: Value): void {
  const owner = scope.globals.has(name)
    ? moduleScope(scope)
    : scope.nonlocals.has(name)
      ? scope.parent
      : scope
  const values = owner?.bound.get(name)
  if (values) values.push(value)
  else owner?.bound.set(name, [value])
  if (owner === scope) bindInBlock(scope.builder, name, value)
}

/** Binds a comprehension's variable, which its surroundings do not see. */
export function bindInner(scope: Scope, name: string, value: Value): void {
  bindInBlock(scope.builder, innerName(name), value)
}

export function moduleScope(scope: Scope): Scope {
  let outer = scope
  while (outer.parent) outer = outer.parent
  return outer
}

/** A name for a new unit or class; a second definition of the same name gets a number. */
export function freshName(module: Module, label: string): string {
  const name = `${module.file.path}:${label}`
  const count = (module.taken.get(name) ?? 0) + 1
  module.taken.set(name, count)
  return count === 1 ? name : `${name}#${count}`
}

// No Python name holds a space, so these cannot clash with the variables of the unit.
function innerName(name: string): string {
  return ` ${name}`
}
