import { detached } from '../../base/names'
import { keptIn } from '../../base/once'
import {
  type ClassShape,
  mixOf,
  type Notice,
  type SourceFile,
  type Span,
  type Unit,
  unknown,
  type Value,
  type Variable,
} from '../../program'
import { addFact, type Builder, bind as bindInBlock, lookUp } from '../builder'
import type { Effort } from '../effort'
import type { Node } from '../parser'
import type { ScopeNames } from './names'

// A name that is bound more often than this may stand for anything.
const mostBound = 256

/** What one file gives while it is read. */
export interface Module {
  readonly file: SourceFile
  /** What was parsed, of the same length as the text of the file. */
  readonly source: string
  /** The names in it that were read so far, each once. */
  readonly words: Map<string, string>
  readonly names: ReadonlyMap<number, ScopeNames>
  /** What names stand for that the code around the file has bound. */
  readonly given: ReadonlyMap<string, Value>
  /** Values that `from … import *` may bring names from: the modules. */
  readonly stars: Extract<Value, { kind: 'name' }>[]
  readonly units: Unit[]
  readonly classes: ClassShape[]
  readonly notices: Notice[]
  /** Unit and class names already given, so that a second definition gets a number. */
  readonly taken: Map<string, number>
  /** Definitions already read, by their offset: a `finally` body is walked more than once. */
  readonly read: Map<number, Value>
  /** What reading it may still cost. */
  readonly effort: Effort
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
  readonly shared: ReadonlySet<string>
  readonly parameters: ReadonlyMap<string, number>
  /** Every value that a name is ever bound to. */
  readonly bound: Map<string, Value[]>
  /** Variables of the comprehensions around the expression at hand: what each is called in the blocks, the innermost last. */
  readonly inner: Map<string, string[]>
  generator: boolean
}

export function spanOf(scope: Scope, node: Node): Span {
  return { file: scope.module.file, start: node.startIndex, end: node.endIndex }
}

/** The text of a node, empty for none: one string for all nodes that say the same, since names recur. */
export function wordOf({ module: { source, words } }: Scope, node: Node | null): string {
  if (!node) return ''
  const read = source.slice(node.startIndex, node.endIndex)
  return keptIn(words, read, () => detached(read))
}

/** The same name as a string of its own: what the parser gives out are pieces of what it has read. */
export function ownName({ module: { words } }: Scope, name: string): string {
  return keptIn(words, name, () => detached(name))
}

/** What `name` stands for here. */
export function lookUpName(scope: Scope, name: string): Value {
  const inner = scope.inner.get(name)?.at(-1)
  if (inner !== undefined) return lookUp(scope.builder, inner)
  if (scope.globals.has(name)) return { kind: 'variable', unit: moduleScope(scope).unit, name }
  if (scope.locals.has(name))
    return scope.shared.has(name) ? { kind: 'variable', unit: scope.unit, name } : lookUp(scope.builder, name)
  return scope.kind === 'class' && scope.parent ? lookUpName(scope.parent, name) : freeName(scope, name)
}

/** What `name` stands for where `scope` itself has not bound it: a variable further out, a star import, a builtin. */
export function freeName(scope: Scope, name: string): Value {
  for (let outer = scope.parent; outer; outer = outer.parent) {
    if (outer.inner.has(name)) return unknown
    if (outer.kind === 'class' && name === '__class__') return { kind: 'class', name: outer.unit }
    if (outer.kind !== 'class' && outer.locals.has(name)) return { kind: 'variable', unit: outer.unit, name }
  }
  const { stars, given } = scope.module
  const builtin: Value = given.get(name) ?? { kind: 'name', name, from: null, dots: 0 }
  if (stars.length === 0) return builtin
  return mixOf([builtin, ...stars.map((star): Value => ({ kind: 'field', of: star, name }))])
}

export function bindName(scope: Scope, name: string, value: Value): void {
  const owner = ownerOf(scope, name)
  const values = owner.bound.get(name) ?? []
  // A list that grows by itself has room for as much again, and there is one for each name.
  if (values.length <= mostBound)
    owner.bound.set(ownName(scope, name), values.concat([values.length < mostBound ? value : unknown]))
  if (owner === scope) bindInBlock(scope.builder, name, value)
}

/** Binds the name that a node is, and says so where other units may see it. */
export function bindWord(scope: Scope, word: Node, value: Value): void {
  const name = wordOf(scope, word)
  const variable = sharedVariable(scope, name)
  if (variable) addFact(scope.builder, { kind: 'bind', variable, value, span: spanOf(scope, word) })
  bindName(scope, name, value)
}

// `null` where binding a name changes it for no other unit.
function sharedVariable(scope: Scope, name: string): Variable | null {
  const { unit, kind, bound } = ownerOf(scope, name)
  const isSeen = unit !== scope.unit || scope.shared.has(name)
  // What functions find in a module before it is bound there is nothing.
  return isSeen || (kind === 'module' && bound.has(name)) ? { kind: 'variable', unit, name } : null
}

function ownerOf(scope: Scope, name: string): Scope {
  if (scope.globals.has(name)) return moduleScope(scope)
  if (!scope.nonlocals.has(name)) return scope
  for (let outer = scope.parent; outer; outer = outer.parent)
    if (outer.kind === 'function' && outer.locals.has(name)) return outer
  return scope
}

/** Gives the variables of a comprehension names of their own in the blocks: its surroundings do not see them. */
export function openInner(scope: Scope, names: readonly string[], at: Node): void {
  for (const name of names) {
    // No Python name holds a space.
    const own = `${name} ${at.startIndex}`
    const open = scope.inner.get(name)
    if (open) open.push(own)
    else scope.inner.set(name, [own])
  }
}

export function bindInner(scope: Scope, word: Node, value: Value): void {
  const name = wordOf(scope, word)
  bindInBlock(scope.builder, scope.inner.get(name)?.at(-1) ?? name, value)
}

export function closeInner(scope: Scope, names: readonly string[]): void {
  for (const name of names) {
    const open = scope.inner.get(name)
    open?.pop()
    if (open?.length === 0) scope.inner.delete(name)
  }
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
