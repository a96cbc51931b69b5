import type { ClassShape, Program, Store, Unit, Value } from '../program'
import type { Knowledge } from './knowledge'
import type { CallSite, Linked } from './linked'
import { indexModules } from './modules'
import { referentsOf } from './resolve'

/** Resolves who calls whom. Two rounds: what callers pass for a parameter may itself be what gets called. */
export function link(program: Program, knowledge: Knowledge): Linked {
  const sites = [...program.units.values()].flatMap(callSites)
  const linked: Linked = {
    program,
    knowledge,
    modules: indexModules(program.files.keys()),
    sites,
    callers: new Map(),
    makers: new Map(),
    partials: new Set(),
    fields: new Map(),
    stores: [...program.units.values()].flatMap(storesOf),
    referents: new Map(),
  }
  for (let round = 0; round < 2; round += 1) {
    linked.referents.clear()
    const { callers, makers } = findCallers(linked)
    const fields = findFields(linked)
    linked.referents.clear()
    replace(linked.callers, callers)
    replace(linked.makers, makers)
    replace(linked.fields, fields)
  }
  return linked
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

function findCallers(linked: Linked): { callers: Map<string, CallSite[]>; makers: Map<string, CallSite[]> } {
  const callers = new Map<string, CallSite[]>()
  const makers = new Map<string, CallSite[]>()
  for (const site of linked.sites)
    for (const referent of referentsOf(linked, site.call.callee)) {
      if (referent.kind === 'unit') add(callers, referent.unit.name, site)
      if (referent.kind === 'partial') linked.partials.add(referent.call)
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
