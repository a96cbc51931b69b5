import type { Call, ClassShape, Program, Store, Unit, Value } from '../program'
import { boundTo } from './bindings'
import { findDeclared } from './declared'
import { findInert } from './inert'
import type { Knowledge } from './knowledge'
import type { CallSite, Linked } from './linked'
import { indexModules } from './modules'
import { findRegistered } from './registered'
import { referentsOf } from './resolve'
import { forgetStars, openStars } from './stars'
import { findStarted } from './started-later'
import { openVersions } from './versions'

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
    configured: {
      results: new Map(),
      parameters: new Map(),
      lookups: new Map(),
      puts: [],
      environments: [],
      notices: new Map(),
    },
    versions: openVersions(program, knowledge),
    sites,
    inert: findInert(program),
    callers: new Map(),
    makers: new Map(),
    partials: new Map(),
    fields: new Map(),
    stores: [...program.units.values()].flatMap(storesOf),
    declared: new Map(),
    counted: new Map(),
    given: new Map(),
    made: new Map(),
    givenBack: new Map(),
    referents: new Map(),
    lineages: new Map(),
    stars: openStars(),
  }
  const bound = namesBound(linked)
  linkRound(
    linked,
    sites.filter(({ call }) => call.callee.kind !== 'field' || bound.has(call.callee.name)),
  )
  const leading = namesLeadingToSinks(linked)
  linkRound(
    linked,
    sites.filter(
      ({ call: { callee } }) => callee.kind === 'field' && leading.has(callee.name) && bound.has(callee.name),
    ),
  )
  for (const [unit, found] of findRegistered(linked)) merge(linked.callers, unit, found)
  const started = findStarted(linked)
  for (const [unit, found] of started) merge(linked.callers, unit, found)
  if (started.size > 0) forgetAnswers(linked)
  linked.counted.clear()
  findDeclared(linked)
  return linked
}

// Every name that a module, a class or an object of the repository has: no other leads to what it defines.
function namesBound({ program, stores }: Linked): Set<string> {
  const names = new Set(stores.map(({ store }) => (typeof store.name === 'string' ? store.name : '')))
  for (const unit of program.units.values())
    if (unit.kind !== 'function') for (const name of unit.bound.keys()) names.add(name)
  return names
}

function linkRound(linked: Linked, sites: readonly CallSite[]): void {
  const { callers, makers, partials } = findCallers(linked, sites)
  const fields = findFields(linked)
  forgetAnswers(linked)
  for (const [unit, found] of callers) merge(linked.callers, unit, found)
  for (const [name, found] of makers) merge(linked.makers, name, found)
  for (const [call, found] of partials) merge(linked.partials, call, found)
  replace(linked.fields, fields)
}

// What has been worked out by the callers that were known.
function forgetAnswers(linked: Linked): void {
  linked.referents.clear()
  linked.lineages.clear()
  forgetStars(linked.stars)
  linked.counted.clear()
  linked.given.clear()
  linked.made.clear()
}

// Names of functions that hold a sink, of those that call them by name, and so on.
function namesLeadingToSinks({ sites, knowledge }: Linked): Set<string> {
  const holders = new Map<string, Set<string>>()
  for (const { unit, call } of sites) {
    const name = lastNameOf(call.callee)
    holders.set(name, (holders.get(name) ?? new Set()).add(lastPart(unit.label)))
  }
  const leading = new Set(knowledge.lastNames)
  for (const name of leading) for (const holder of holders.get(name) ?? []) leading.add(holder)
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

interface Found {
  readonly callers: Map<string, Set<CallSite>>
  readonly makers: Map<string, Set<CallSite>>
  readonly partials: Map<Call, Set<CallSite>>
}

function findCallers(linked: Linked, sites: readonly CallSite[]): Found {
  const found: Found = { callers: new Map(), makers: new Map(), partials: new Map() }
  for (const site of sites)
    for (const referent of referentsOf(linked, site.call.callee)) {
      if (referent.kind === 'unit') add(found.callers, referent.unit.name, site)
      if (referent.kind === 'partial') add(found.partials, referent.call, site)
      if (referent.kind !== 'class') continue
      add(found.makers, referent.name, site)
      const shape = linked.program.classes.get(referent.name)
      const init = shape && initOf(linked, shape)
      if (init) add(found.callers, init.name, site)
    }
  return found
}

/** The `__init__` that making an object of a class runs. */
function initOf(linked: Linked, shape: ClassShape): Unit | null {
  for (const value of boundTo(linked, { unit: shape.body, name: '__init__' }))
    if (value.kind === 'function') return linked.program.units.get(value.unit) ?? null
  return null
}

function findFields(linked: Linked): Map<string, Map<string, Value[]>> {
  const fields = new Map<string, Map<string, Set<Value>>>()
  for (const { store } of linked.stores) {
    if (typeof store.name !== 'string') continue
    for (const owner of referentsOf(linked, store.of)) {
      if (owner.kind !== 'object' && owner.kind !== 'class') continue
      const own = fields.get(owner.name) ?? new Map<string, Set<Value>>()
      fields.set(owner.name, own)
      add(own, store.name, store.value)
    }
  }
  return new Map([...fields].map(([owner, own]) => [owner, new Map([...own].map(([k, v]) => [k, [...v]]))]))
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

function merge<K, V>(map: Map<K, V[]>, key: K, values: Iterable<V>): void {
  map.set(key, [...new Set([...(map.get(key) ?? []), ...values])])
}
