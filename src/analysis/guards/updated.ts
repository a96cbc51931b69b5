import { addTo } from '../../base/groups'
import { onceFor } from '../../base/once'
import type { Argument, Call, Value, Variable } from '../../program'
import { boundTo } from '../bindings'
import { memberValues } from '../holders'
import type { CallSite, Linked } from '../linked'
import { argumentsFor, libraryNames, referentsOf, withBases } from '../resolve'
import type { Key, Path } from './engine'
import { waysOf } from './settled'

/**
 * Whether something that is not known may be stored in a table or an object under a key, after it was written out:
 * `options.update(given)`, `options[key] = value`, `setattr(options, key, value)`. What stands there may then be anything.
 */
export function isUpdated(linked: Linked, value: Value, [key]: Path): boolean {
  if (!key) return false
  if (key.by === 'field') return objectsNamed(linked, value).some(name => isSetByName(linked, name))
  return (
    tablesUpdated(linked)
      .get(value)
      ?.some(may => may(key)) ?? false
  )
}

/** Whether a change may be one of what stands under a key. */
type Change = (key: Key) => boolean

const tablesUpdated = onceFor((linked: Linked): ReadonlyMap<Value, readonly Change[]> => {
  const found = new Map<Value, Change[]>()
  const add = (of: Value, change: Change): void => {
    for (const table of tablesAmong(linked, of)) addTo(found, table, change)
  }
  for (const { call } of linked.sites) {
    const { callee } = call
    if (callee.kind === 'field' && callee.name === 'update') add(callee.of, key => mayName(call, key))
  }
  for (const { store } of linked.stores)
    if (typeof store.name !== 'string' && store.name.kind !== 'constant') add(store.of, () => true)
  return found
})

// What a value stands for where it is changed, which is what is asked elsewhere.
function tablesAmong(linked: Linked, of: Value): readonly Value[] {
  return [...waysOf(of)].flatMap(way => [way, ...standingFor(linked, way)])
}

function standingFor(linked: Linked, way: Value): readonly Value[] {
  if (way.kind === 'variable') return boundTo(linked, way)
  if (way.kind === 'field') return memberValues(linked, way.of, way.name)
  const unit = way.kind === 'parameter' ? linked.program.units.get(way.unit) : undefined
  if (way.kind !== 'parameter' || !unit) return []
  const given = argumentsFor(linked, unit, way.index)
  return given.flatMap(one => (one.kind === 'variable' ? [one, ...boundTo(linked, one)] : [one]))
}

// `options.update({"steps": 3}, resume=True)`
function mayName({ arguments: args }: Call, key: Key): boolean {
  if (key.name === null) return args.length > 0
  return args.some(argument =>
    isNamed(argument) ? argument.name === key.name : mayHold(argument.value, key),
  )
}

function isNamed({ name }: Argument): boolean {
  return name !== null && name !== '**'
}

function mayHold(value: Value, { name }: Key): boolean {
  if (value.kind !== 'dictionary') return true
  return value.entries.some(entry => entry.key?.kind !== 'constant' || entry.key.value === name)
}

/** What other files set a variable of a module to: `work.RESUME = True`. What a test sets says nothing of how it is used. */
export function setElsewhere(linked: Linked, { unit, name }: Variable): readonly Value[] {
  return variablesSet(linked).get(`${unit} ${name}`) ?? []
}

const variablesSet = onceFor((linked: Linked): ReadonlyMap<string, readonly Value[]> => {
  const found = new Map<string, Value[]>()
  for (const { unit, store } of linked.stores) {
    if (typeof store.name !== 'string' || linked.knowledge.isTest(unit.file.path)) continue
    for (const referent of referentsOf(linked, store.of))
      if (referent.kind === 'module') addTo(found, `${referent.path} ${store.name}`, store.value)
  }
  return found
})

function objectsNamed(linked: Linked, value: Value): readonly string[] {
  return referentsOf(linked, value).flatMap(referent => (referent.kind === 'object' ? [referent.name] : []))
}

function isSetByName(linked: Linked, className: string): boolean {
  return [...withBases(linked, className)].some(name => classesSet(linked).has(name))
}

const classesSet = onceFor((linked: Linked): ReadonlySet<string> => {
  const sites = linked.sites.filter(site => setsByName(linked, site))
  return new Set(
    sites
      .flatMap(({ call }) => call.arguments.slice(0, 1))
      .flatMap(({ value }) => objectsNamed(linked, value)),
  )
})

function setsByName(linked: Linked, { call }: CallSite): boolean {
  const [, name] = call.arguments
  if (call.callee.kind !== 'name' || call.callee.name !== 'setattr' || !name) return false
  return name.value.kind !== 'constant' && libraryNames(linked, call.callee).includes('setattr')
}
