import { keptIn } from '../base/once'
import { openTable } from '../frontends/configuration'
import {
  type Call,
  constant,
  type Dictionary,
  type Field,
  type Item,
  type Operation,
  type Unit,
  type Value,
} from '../program'
import { boundTo } from './bindings'
import { makersOf } from './callers'
import { isConfigured, itemUnder } from './configuration/asked'
import { tablesPut } from './configuration/stored'
import type { Linked } from './linked'
import { argumentsFor, fieldValues, referentsOf, unitsNamed, withBases } from './resolve'
import { overridingMethods, overridingValues } from './subclasses'
import { type Under, underKey } from './under'

const most = 24
const deepest = 40
const mostSteps = 2000

/** One question for written-out collections, with what it has met so far. */
export interface Holding {
  readonly open: Set<Value>
  readonly holders: Map<Value, readonly Value[]>
  steps: number
}

/** The written-out collections that a value may stand for. */
export function holders(linked: Linked, value: Value): readonly Value[] {
  return hold(linked, value, { open: new Set(), holders: new Map(), steps: 0 })
}

/** The same, as part of a larger question. */
export function hold(linked: Linked, value: Value, search: Holding): readonly Value[] {
  const known = search.holders.get(value)
  if (known) return known
  search.steps += 1
  if (search.open.has(value) || search.open.size > deepest || search.steps > mostSteps) return []
  search.open.add(value)
  const found = [...new Set(holdersByKind(linked, value, search))].slice(0, most)
  search.open.delete(value)
  search.holders.set(value, found)
  return found
}

/** The collection that a variable stands for, where it can be one only; otherwise the value itself. */
export function onlyHeld(linked: Linked, value: Value, search: Holding): Value {
  if (value.kind !== 'variable') return value
  const [only, second] = hold(linked, value, search)
  return only && !second ? only : value
}

function holdersByKind(linked: Linked, value: Value, search: Holding): readonly Value[] {
  switch (value.kind) {
    case 'collection':
    case 'dictionary':
      return [value]
    case 'mix':
      return holdEach(linked, value.of, search)
    case 'variable':
      return holdEach(linked, boundTo(linked, value), search)
    case 'name': {
      const dot = value.name.lastIndexOf('.')
      if (dot < 0) return []
      const of: Value = { kind: 'name', name: value.name.slice(0, dot), from: value.from, dots: value.dots }
      return holdEach(linked, memberValues(linked, of, value.name.slice(dot + 1)), search)
    }
    case 'field':
      return fieldHolders(linked, value, search)
    case 'item':
      return inside(linked, value, value.key, search)
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      const read = value.index === 0 ? (linked.configured.parameters.get(value.unit) ?? []) : []
      const given = unit ? argumentsFor(linked, unit, value.index) : []
      return holdEach(linked, [...read, ...given], search)
    }
    case 'result':
      return resultHolders(linked, value.call, search)
    case 'operation':
      return operationHolders(linked, value, search)
    default:
      return []
  }
}

// `yaml.safe_load(stream) or {}`, `usual | given`
function operationHolders(
  linked: Linked,
  { operator, operands }: Operation,
  search: Holding,
): readonly Value[] {
  if (operator === 'or' || operator === 'and') return holdEach(linked, operands, search)
  if (operator !== '|') return []
  const isTable = operands.some(one => hold(linked, one, search).some(({ kind }) => kind === 'dictionary'))
  return isTable ? [{ kind: 'dictionary', entries: operands.map(value => ({ key: null, value })) }] : []
}

// What is one of several, of which some are not known, may be any table.
function holdEach(linked: Linked, ways: readonly Value[], search: Holding): readonly Value[] {
  const isMet = new Set(ways.filter(way => search.open.has(way)))
  const found = ways.map(way => hold(linked, way, search))
  const isHidden = ways.some(
    (way, at) => found[at]?.length === 0 && way.kind !== 'constant' && !isMet.has(way),
  )
  const all = found.flat()
  return isHidden && all.length > 0 ? [...all, openTable] : all
}

// `cfg.registry`: what is read from a file may be asked for like an object.
function fieldHolders(linked: Linked, field: Field, search: Holding): readonly Value[] {
  const { of, name } = field
  const members = memberValues(linked, of, name)
  return members.length > 0 || !isConfigured(linked)
    ? holdEach(linked, members, search)
    : inside(linked, field, constant(name), search)
}

// Where a table may have another one under a key, that is open too.
function inside(linked: Linked, value: Item | Field, key: Value, search: Holding): readonly Value[] {
  const { values, hidden } = heldUnder(linked, value, key, search)
  const found = holdEach(linked, values, search)
  return hidden && found.length > 0 ? [...found, openTable] : found
}

/** Values that may stand under a key of a table, and what is held by the table itself. */
export interface Inside extends Under {
  readonly held: readonly Value[]
}

/** What tables have under a key, with what the code puts there. */
export function heldUnder(
  linked: Linked,
  { of, kind }: { readonly of: Value; readonly kind: Value['kind'] },
  key: Value,
  search: Holding,
): Inside {
  const held = hold(linked, of, search)
  const put = held.length > 0 ? tablesPut(linked, of, kind === 'field') : []
  const found = underKey([...held, ...put], key, {
    tables: value => hold(linked, value, search),
    areAll: value => isTold(linked, value, new Set()),
  })
  return { ...found, held }
}

// What callers pass, or functions give back, may not be all; where a file may be another one, that is a table too.
function isTold(linked: Linked, value: Value, seen: Set<Value>): boolean {
  if (seen.has(value)) return true
  seen.add(value)
  switch (value.kind) {
    case 'dictionary':
      return true
    case 'mix':
      return value.of.every(way => isTold(linked, way, seen))
    case 'variable':
      return boundTo(linked, value).every(way => isTold(linked, way, seen))
    case 'item':
      return isTold(linked, value.of, seen)
    case 'result':
      return linked.configured.results.get(value.call)?.every(way => isTold(linked, way, seen)) ?? false
    default:
      return false
  }
}

/** What a name may be bound to in what a value refers to: a module, a class, an object. */
export function memberValues(linked: Linked, of: Value, name: string): readonly Value[] {
  return referentsOf(linked, of).flatMap(referent => {
    if (referent.kind === 'module') return boundTo(linked, { unit: referent.path, name })
    if (referent.kind === 'class') return classValues(linked, referent.name, name)
    return referent.kind === 'object' ? fieldsOf(linked, of, referent.name, name) : []
  })
}

function resultHolders(linked: Linked, call: Call, search: Holding): readonly Value[] {
  if (call.callee.kind === 'name' && call.callee.name === 'dict' && call.callee.from === null)
    return [{ kind: 'dictionary', entries: entriesGiven(call) }]
  const read = linked.configured.results.get(call) ?? []
  const asked = linked.configured.lookups.get(call)
  return holdEach(linked, [...read, ...(asked ? [asked.item] : []), ...returnValues(linked, call)], search)
}

// What is spread into `dict(stage="dev", **given)` cannot say the same again.
function entriesGiven({ arguments: args }: Call): Dictionary['entries'] {
  const spread = args.filter(({ name }) => name === null || name === '**')
  const named = args.filter(argument => !spread.includes(argument))
  return [
    ...spread.map(({ value }) => ({ key: null, value })),
    ...named.map(({ name, value }) => ({ key: constant(name), value })),
  ]
}

/** What a field of an object may hold that may be of a subclass also. */
export function fieldsOf(linked: Linked, of: Value, className: string, name: string): readonly Value[] {
  return inAll(objectValues(linked, className, name), overridingValues(linked, of, className, name))
}

function returnedBy({ blocks }: Unit): readonly Value[] {
  return blocks.flatMap(({ facts }) => facts.flatMap(fact => (fact.kind === 'return' ? [fact.value] : [])))
}

/** What the repository's functions that a call reaches return. */
export function returnValues(linked: Linked, call: Call): readonly Value[] {
  const named = unitsNamed(linked, call.callee)
  const units = new Set([...named, ...named.flatMap(unit => overridingMethods(linked, call, unit))])
  return [...units].flatMap(returnedBy)
}

/** What a name may be bound to in a class or in its bases. */
export function classValues(linked: Linked, className: string, name: string): readonly Value[] {
  for (const owner of withBases(linked, className)) {
    const bound = linked.program.units.get(owner)?.bound.get(name)
    if (bound) return bound
  }
  return []
}

/** What a field of an object may hold: what is stored, what its class says, what a dataclass is made with. */
export function objectValues(linked: Linked, className: string, name: string): readonly Value[] {
  const stored = fieldValues(linked, className, name)
  const made = constructorArguments(linked, className, name)
  // An annotation alone gives no value; it says nothing more where one is given.
  const said = classValues(linked, className, name).filter(
    value => made.length === 0 || value.kind !== 'instance',
  )
  return inAll(stored, made, said)
}

// A list that stays as it is was mostly asked about before.
function inAll(...lists: readonly (readonly Value[])[]): readonly Value[] {
  const [first = [], second] = lists.filter(({ length }) => length > 0)
  return second ? lists.flat() : first
}

function constructorArguments(linked: Linked, className: string, name: string): readonly Value[] {
  // Each method asks for it again.
  const key = `${className} ${name} ${isConfigured(linked)}`
  return keptIn(linked.made, key, () => givenByMakers(linked, className, name))
}

function givenByMakers(linked: Linked, className: string, name: string): readonly Value[] {
  const place = placeOf(linked, className, name)
  return makersOf(linked, className).flatMap(({ call }) => [
    ...call.arguments.flatMap(argument => {
      if (argument.name === name) return [argument.value]
      // `Settings(**cfg)`
      const spread = argument.name === '**' && (place >= 0 || isConfigured(linked))
      return spread ? [itemUnder(argument.value, name)] : []
    }),
    ...atPlace(call, place),
  ])
}

// Behind what is spread nobody knows which argument fills which field.
function atPlace(call: Call, place: number): readonly Value[] {
  const positional = call.arguments.filter(argument => argument.name === null).slice(0, place + 1)
  if (positional.some(argument => argument.splat)) return [{ kind: 'unknown' }]
  return positional.slice(place).map(argument => argument.value)
}

// The fields of a dataclass are given in the order in which they are declared, those of its bases first.
function placeOf(linked: Linked, className: string, name: string): number {
  const { units } = linked.program
  const bodies = [...withBases(linked, className)].flatMap(owner => units.get(owner) ?? []).reverse()
  if (bodies.some(body => body.bound.has('__init__'))) return -1
  const fields = bodies.flatMap(body =>
    [...body.bound].flatMap(([field, bound]) =>
      bound.every(value => value.kind !== 'function') ? [field] : [],
    ),
  )
  return [...new Set(fields)].indexOf(name)
}
