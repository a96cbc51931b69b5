import type { ClassShape, Program, Store, Unit, Value } from '../program'
import { findDeclared } from './declared'
import type { Knowledge } from './knowledge'
import type { CallSite, Linked } from './linked'
import { indexModules } from './modules'
import { referentsOf } from './resolve'

/**
 * Resolves who calls whom, in two rounds: what callers pass for a parameter may itself be what gets called. The second
 * asks only about calls that may lead to a sink, going by their names.
 */
export function link(program: Program, knowledge: Knowledge): Linked {
  const sites = [...program.units.values()].flatMap(callSites)
  const linked: Linked = {
    program,
    knowledge,
    modules: indexModules(program.paths),
    sites,
    callers: new Map(),
    makers: new Map(),
    partials: new Map(),
    fields: new Map(),
    stores: [...program.units.values()].flatMap(storesOf),
    declared: new Map(),
    givenBack: new Map(),
    referents: new Map(),
  }
  linkRound(linked, sites)
  const leading = namesLeadingToSinks(linked)
  linkRound(
    linked,
    sites.filter(({ call }) => call.callee.kind === 'field' && leading.has(call.callee.name)),
  )
  findDeclared(linked)
  return linked
}

function linkRound(linked: Linked, sites: readonly CallSite[]): void {
  const { callers, makers } = findCallers(linked, sites)
  const fields = findFields(linked)
  linked.referents.clear()
  for (const [unit, found] of callers) for (const site of found) add(linked.callers, unit, site)
  for (const [name, found] of makers) for (const site of found) add(linked.makers, name, site)
  replace(linked.fields, fields)
}

// Names of functions that hold a sink, of those that call them by name, and so on.
function namesLeadingToSinks({ sites, knowledge }: Linked): Set<string> {
  const leading = new Set(knowledge.lastNames)
  for (let size = -1; size !== leading.size; ) {
    size = leading.size
    for (const { unit, call } of sites)
      if (leading.has(lastNameOf(call.callee))) leading.add(lastPart(unit.label))
  }
  return leading
}

function lastNameOf(value: Value): string {
  return value.kind === 'field' || value.kind === 'name' || value.kind === 'variable'
    ? lastPart(value.name)
    : ''
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function replace<K, V>(map: Map<K, V>, by: ReadonlyMap<K, V>): void {
  map.clear()
  for (const [key, value] of by) map.set(key, value)
}

function callSites(unit: Unit): CallSite[] {
  return unit.blocks.flatMap((block, i) =>
    block.facts.flatMap(fact => (fact.kind === 'call' ? [{ unit, block: i, call: fact }] : [])),
  )
}

function storesOf(unit: Unit): { unit: Unit; block: number; store: Store }[] {
  return unit.blocks.flatMap((block, i) =>
    block.facts.flatMap(fact => (fact.kind === 'store' ? [{ unit, block: i, store: fact }] : [])),
  )
}

function findCallers(
  linked: Linked,
  sites: readonly CallSite[],
): { callers: Map<string, CallSite[]>; makers: Map<string, CallSite[]> } {
  const callers = new Map<string, CallSite[]>()
  const makers = new Map<string, CallSite[]>()
  for (const site of sites)
    for (const referent of referentsOf(linked, site.call.callee)) {
      if (referent.kind === 'unit') add(callers, referent.unit.name, site)
      if (referent.kind === 'partial') add(linked.partials, referent.call, site)
      if (referent.kind !== 'class') continue
      add(makers, referent.name, site)
      const shape = linked.program.classes.get(referent.name)
      const init = shape && initOf(linked, shape)
      if (init) add(callers, init.name, site)
    }
  return { callers, makers }
}

/** The `__init__` that making an object of a class runs. */
function initOf(linked: Linked, shape: ClassShape): Unit | null {
  const bound = linked.program.units.get(shape.body)?.bound.get('__init__')
  for (const value of bound ?? [])
    if (value.kind === 'function') return linked.program.units.get(value.unit) ?? null
  return null
}

function findFields(linked: Linked): Map<string, Map<string, Value[]>> {
  const fields = new Map<string, Map<string, Value[]>>()
  for (const { store } of linked.stores) {
    if (typeof store.name !== 'string') continue
    for (const owner of referentsOf(linked, store.of)) {
      if (owner.kind !== 'object' && owner.kind !== 'class') continue
      const own = fields.get(owner.name) ?? new Map<string, Value[]>()
      fields.set(owner.name, own)
      add(own, store.name, store.value)
    }
  }
  return fields
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (!known) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}
