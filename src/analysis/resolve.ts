import { exact } from '../base/exact'
import type { Call, Item, Name, Parameter, Unit, Value } from '../program'
import { boundTo, givenBack, itemsOf, textOfConstant } from './bindings'
import { argumentsFor } from './callers'
import { givenByDecorator, isClassMethod, isProperty, isStatic } from './decorated'
import { fieldFactory } from './defaults'
import { isCatalogued, isPlainBase, isPlainType, libraryName, resultOf } from './libraries'
import { mostBases, withBases } from './lineage'
import type { Linked, Referent } from './linked'
import { findModule, findRelative, findSubmodule } from './modules'
import { nothing, refersToNothing, unique } from './referents'
import { callElsewhere } from './run-elsewhere'
import { giversOf } from './stars'
import { itemsElsewhere } from './tables'

export { givenBack, itemsOf } from './bindings'
export { argumentFor, argumentsFor, callersOf, isFromOutside, unitsAbove } from './callers'
export { isStatic } from './decorated'
export { withBases } from './lineage'

// A name that stands for more things than this is not resolved to more of them.
const most = 12
const deepest = 60
const mostSteps = 600

/** What a value refers to; nothing where that cannot be told. */
export function referentsOf(linked: Linked, value: Value): readonly Referent[] {
  // Asked of every value again and again: whoever knows opens no search.
  const known = refersToNothing(value) ? nothing : linked.referents.get(value)
  return known ?? resolve({ linked, open: new Set(), partly: new Map(), steps: 0, cut: false }, value)
}

/** The names that what a value may stand for has in libraries. */
export function libraryNames(linked: Linked, value: Value): readonly string[] {
  return referentsOf(linked, value).flatMap(r => (r.kind === 'external' ? [r.name] : []))
}

/** The functions and modules of the repository that a value may stand for. */
export function unitsNamed(linked: Linked, value: Value): readonly Unit[] {
  return referentsOf(linked, value).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
}

interface Search {
  readonly linked: Linked
  /** Values being resolved: meeting one again is a cycle, which adds nothing. */
  readonly open: Set<Value>
  /** Results from which a cycle or a limit cut something off: they hold for this search only. */
  readonly partly: Map<Value, readonly Referent[]>
  /** Values looked at so far. */
  steps: number
  /** Whether something was cut off from the value at hand. */
  cut: boolean
}

function resolve(search: Search, value: Value): readonly Referent[] {
  if (refersToNothing(value)) return nothing
  const known = search.linked.referents.get(value)
  if (known) return known
  const partly = search.partly.get(value)
  search.steps += 1
  if (partly || search.open.has(value) || search.open.size > deepest || search.steps > mostSteps) {
    search.cut = true
    return partly ?? []
  }
  const before = search.cut
  search.cut = false
  search.open.add(value)
  const found = exact(unique(resolveByKind(search, value), most))
  search.open.delete(value)
  if (search.cut && search.open.size > 0) search.partly.set(value, found)
  else search.linked.referents.set(value, found)
  search.cut = search.cut || before
  return found
}

function resolveByKind(search: Search, value: Value): readonly Referent[] {
  switch (value.kind) {
    case 'name':
      return resolveName(search, value)
    case 'variable':
      return boundTo(search.linked, value).flatMap(bound => resolve(search, bound))
    case 'field':
      return resolve(search, value.of).flatMap(of => memberNamed(search, of, value.name, value.of))
    case 'item':
      return resolveItem(search, value)
    case 'result':
      return resolveResult(search, value.call)
    case 'parameter':
      return resolveParameter(search, value)
    case 'instance':
      return instancesOf(search, value.of)
    case 'function':
      return unitOf(search, value.unit)
    case 'class':
      return [{ kind: 'class', name: value.name }]
    case 'mix':
      return value.of.flatMap(way => resolve(search, way))
    case 'operation':
      return value.operator === 'or' || value.operator === 'and'
        ? value.operands.flatMap(o => resolve(search, o))
        : []
    default:
      return nothing
  }
}

function unitOf({ linked }: Search, name: string): readonly Referent[] {
  return [linked.program.units.get(name)].flatMap(unit =>
    unit ? [{ kind: 'unit', unit, receiver: null }] : [],
  )
}

function external(search: Search, name: string): Referent {
  return { kind: 'external', name: libraryName(search.linked.knowledge, name) }
}

function resolveName(search: Search, name: Name): readonly Referent[] {
  const { modules } = search.linked
  if (name.from === null) return [external(search, name.name)]
  const found =
    name.dots > 0
      ? findRelative(modules, name.name, name.dots, name.from)
      : findModule(modules, name.name, name.from)
  if (!found) return name.dots > 0 ? [] : [external(search, name.name)]
  let at: readonly Referent[] = [{ kind: 'module', path: found.path }]
  for (const part of found.rest) at = at.flatMap(of => memberNamed(search, of, part, null))
  return at
}

type Found = readonly Referent[]

function memberNamed(search: Search, of: Referent, name: string, receiver: Value | null): Found {
  switch (of.kind) {
    case 'external':
      return [external(search, `${of.name}.${name}`)]
    case 'module':
      return moduleMember(search, of.path, name)
    case 'class':
      return classMember(search, of.name, name, null, new Set())
    case 'object':
      return objectMember(search, of.name, name, receiver)
    case 'unit':
    case 'partial':
      return []
  }
}

function moduleMember(search: Search, path: string, name: string): Found {
  const { linked } = search
  const bound = linked.program.units.get(path)?.bound.get(name)
  if (bound) return bound.flatMap(value => resolve(search, value))
  const submodule = findSubmodule(linked.modules, path, name)
  if (submodule) return [{ kind: 'module', path: submodule }]
  const givers = giversOf(linked, path, name, {
    alone: value => referentsOf(linked, value),
    amid: value => resolve(search, value),
  })
  return givers.flatMap(of => memberNamed(search, of, name, null))
}

/** A member of a class or of one of its bases. */
function classMember(
  search: Search,
  className: string,
  name: string,
  receiver: Value | null,
  seen: Set<string>,
): readonly Referent[] {
  if (seen.has(className) || seen.size > mostBases) return []
  seen.add(className)
  const { program, knowledge } = search.linked
  const shape = program.classes.get(className)
  const bound = program.units.get(shape?.body ?? '')?.bound.get(name)
  if (bound) return bound.flatMap(value => bindReceiver(resolve(search, value), receiver))
  const possible: Referent[] = []
  for (const base of (shape?.bases ?? []).flatMap(value => resolve(search, value))) {
    const own = base.kind === 'class' ? classMember(search, base.name, name, receiver, seen) : []
    if (own.length > 0) return [...possible, ...own]
    if (base.kind !== 'external' || isPlainBase(base.name)) continue
    const member = libraryName(knowledge, `${base.name}${receiver ? '()' : ''}.${name}`)
    possible.push({ kind: 'external', name: member })
    // Of any other nobody knows whether that library has it, so the bases behind it count as well.
    if (isCatalogued(knowledge, member)) return possible
  }
  return possible
}

function bindReceiver(referents: readonly Referent[], receiver: Value | null): Referent[] {
  return referents.map(referent =>
    referent.kind === 'unit' && receiver ? { ...referent, receiver } : referent,
  )
}

function objectMember(search: Search, className: string, name: string, receiver: Value | null): Found {
  const stored = fieldValues(search.linked, className, name)
  const fromFields = stored.flatMap(value => resolve(search, value))
  const members = classMember(search, className, name, receiver ?? { kind: 'unknown' }, new Set())
  const read = members.flatMap(of =>
    of.kind === 'unit' && isProperty(of.unit) ? returned(search, of.unit) : [of],
  )
  return [...fromFields, ...read]
}

/** What is stored in a field of objects of a class, its bases included. */
export function fieldValues(linked: Linked, className: string, name: string): readonly Value[] {
  const stored = [...withBases(linked, className)].flatMap(owner => {
    const values = linked.fields.get(owner)?.get(name)
    return values ? [values] : []
  })
  // A field may have very many values, and is asked for them again and again.
  const [only, ...others] = stored
  return only && others.length === 0 ? only : stored.flat()
}

function resolveItem(search: Search, item: Item): readonly Referent[] {
  const inside = itemsOf(item.of, item.key)
  if (inside) return inside.flatMap(value => resolve(search, value))
  const elsewhere = itemsElsewhere(search.linked, item, value => resolve(search, value))
  if (elsewhere.length > 0) return elsewhere.flatMap(value => resolve(search, value))
  return resolve(search, item.of).flatMap(base =>
    base.kind === 'external' ? [external(search, `${base.name}[]`)] : [],
  )
}

function resolveResult(search: Search, call: Call): readonly Referent[] {
  return resolve(search, call.callee).flatMap(callee => {
    switch (callee.kind) {
      case 'external':
        return externalResult(search, call, callee.name)
      case 'class':
        return [{ kind: 'object', name: callee.name }]
      case 'unit':
        return returned(search, callee.unit)
      case 'partial':
        return callee.of.kind === 'unit' ? returned(search, callee.of.unit) : []
      case 'object':
        return classMember(search, callee.name, '__call__', null, new Set()).flatMap(of =>
          of.kind === 'unit' ? returned(search, of.unit) : [],
        )
      case 'module':
        return []
    }
  })
}

function externalResult(search: Search, call: Call, name: string): readonly Referent[] {
  const [first] = call.arguments
  if (name === 'functools.partial')
    return first ? resolve(search, first.value).map(of => ({ kind: 'partial', call, of })) : []
  if (name === 'getattr') return resolveGetattr(search, call)
  const factory = fieldFactory(search.linked.knowledge, name, call)
  if (factory) return instancesOf(search, factory)
  const elsewhere = callElsewhere(search.linked.knowledge, name, call)
  if (elsewhere) return resolve(search, { kind: 'result', call: elsewhere })
  const given = resultOf(search.linked.knowledge, name, call)
  if (typeof given === 'string') return [external(search, given)]
  return given ? resolve(search, given) : []
}

function resolveGetattr(search: Search, call: Call): readonly Referent[] {
  const [object, given] = call.arguments
  const name = given ? textOfConstant(search.linked, given.value) : null
  return object && name !== null ? resolve(search, { kind: 'field', of: object.value, name }) : []
}

function returned(search: Search, unit: Unit): readonly Referent[] {
  const found = givenBack(search.linked, unit).flatMap(value => resolve(search, value))
  return found.length > 0 || !unit.returns ? found : instancesOf(search, unit.returns)
}

// Objects of the type that an annotation names.
function instancesOf(search: Search, type: Value): readonly Referent[] {
  if (type.kind === 'operation') return type.operands.flatMap(operand => instancesOf(search, operand))
  if (type.kind === 'constant') return []
  if (type.kind === 'item') {
    const base = resolve(search, type.of)
    const wrapper = base.some(
      of => of.kind === 'external' && /^typing\.(Optional|Union|Annotated)$/.test(of.name),
    )
    const inner = type.key.kind === 'collection' ? type.key.items : [type.key]
    return wrapper ? inner.slice(0, 4).flatMap(t => instancesOf(search, t)) : []
  }
  return resolve(search, type).flatMap((of): Referent[] => {
    if (of.kind === 'class') return [{ kind: 'object', name: of.name }]
    return of.kind !== 'external' || isPlainType(of.name) ? [] : [external(search, `${of.name}()`)]
  })
}

function resolveParameter(search: Search, parameter: Parameter): readonly Referent[] {
  const { linked } = search
  const unit = linked.program.units.get(parameter.unit)
  const shape = unit?.parameters[parameter.index]
  if (!unit || !shape) return []
  if (unit.owner && parameter.index === 0 && !isStatic(unit))
    return [{ kind: isClassMethod(unit) ? 'class' : 'object', name: unit.owner }]
  const typed = shape.type ? instancesOf(search, shape.type) : []
  if (typed.length > 0) return typed
  const handed =
    parameter.index === 0 ? givenByDecorator(linked.knowledge, unit, d => resolve(search, d)) : []
  if (handed.length > 0) return handed.map(name => external(search, name))
  return argumentsFor(linked, unit, parameter.index).flatMap(value => resolve(search, value))
}
