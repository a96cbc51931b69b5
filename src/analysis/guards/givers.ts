import type { Unit, Value } from '../../program'
import { boundTo } from '../bindings'
import { type CommandLineOption, optionOf, optionsOf } from '../commandline'
import { settingAsked } from '../environment'
import { givenWhereRun, optionAmong, wordsOf } from '../launched'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { argumentFor, libraryNames } from '../resolve'
import type { SinkSite } from '../sinks'
import { gateAround } from './callbacks'
import { type Decisive, decisiveParameter } from './decisive'
import { jobsElsewhere } from './elsewhere'
import type { Engine } from './engine'
import type { Entrance } from './entrances'
import { stateThrough } from './entries'
import { both, meet, nothing, type State } from './evidence'
import { type Meant, mayReach, meantBy } from './narrowed'
import { settledOf } from './settled'

/** What whoever leads to a unit decides. */
type Origin =
  | { readonly kind: 'parameter'; readonly unit: Unit; readonly index: number }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'options'; readonly options: readonly CommandLineOption[] }

/** Where a value comes from, and what is made of that on its way: `stages[name]`, `f"{name}-prod"`, `name.lower()`. */
interface Source {
  readonly origin: Origin
  readonly made: readonly Value[]
}

interface Search {
  readonly engine: Engine
  /** What makes the sink one. */
  readonly meant: Meant
  readonly others: Set<CallSite>
  /** By unit: what it was asked for, and whether somebody may give it. */
  readonly asked: Map<Unit, { readonly source: Source; may: boolean }>
  left: number
}

/** Calls that make a sink none, and the units that were asked. */
interface Ways {
  readonly others: ReadonlySet<CallSite>
  readonly asked: { readonly has: (unit: Unit) => boolean }
}

const mostEntrances = 200
const deepest = 6
const unknown: Value = { kind: 'unknown' }

/** Calls on the way to a sink that make it none: `set_alias(version, "challenger")`. */
export function otherGivers(engine: Engine, sink: SinkSite): ReadonlySet<CallSite> {
  return waysOf(engine, sink)?.others ?? new Set()
}

/** What has been established before the unit of a sink is entered, by those that may make it one. */
export function entryByGivers(engine: Engine, sink: SinkSite): State {
  const search = waysOf(engine, sink)
  const { unit } = sink.site
  const entry = engine.entries.get(unit)
  const ways = engine.entrances.get(unit) ?? []
  if (search && ways.length > 0 && ways.every(({ site }) => search.others.has(site))) return null
  return search ? entryOf(engine, search, unit, new Set()) : entry === undefined ? nothing : entry
}

/** The value of an argument of a sink, by its name or its place. */
export function argumentNamed({ sink, arguments: given }: SinkSite, name: string): Value | undefined {
  const positional = given.filter(argument => argument.name === null)
  return (given.find(a => a.name === name) ?? positional[sink.parameters.indexOf(name)])?.value
}

// By what they give, or by where they work.
function waysOf(engine: Engine, sink: SinkSite): Ways | null {
  return searchFor(engine, sink) ?? jobsElsewhere(engine, sink)
}

// `null` where each of them may make it one, or nobody can tell.
function searchFor(engine: Engine, sink: SinkSite): Search | null {
  const decides = decisive(engine.linked, sink)
  const source = decides && sourceOf(engine.linked, decides.value, 0)
  if (!source) return null
  const { meant } = decides
  const search: Search = { engine, meant, others: new Set(), asked: new Map(), left: mostEntrances }
  const may = mayGive(search, sink.site.unit, source)
  return may && search.left >= 0 && search.others.size > 0 ? search : null
}

function decisive(linked: Linked, sink: SinkSite): Decisive | null {
  const { target } = sink.outcome
  if (!target) return decisiveParameter(linked, sink)
  const named = argumentNamed(sink, target.argument)
  if (named) return { value: named, meant: meantBy(linked, target) }
  const varying = sink.arguments.flatMap(({ name, value }) => {
    const { values } = name?.startsWith('$') ? { values: [] } : possibleLiterals(linked, value)
    return values.length > 1 ? [{ value, literals: values.map(String) }] : []
  })
  const [only, second] = varying
  if (!only || second) return null
  // A whole command line was asked: `kubectl apply -n "$1" -f service.yaml`.
  const words = new Set(target.texts.flatMap(text => text.split(/[\s=,"']+/)))
  const texts = only.literals.filter(literal => words.has(literal))
  if (texts.length === 0 || texts.length === only.literals.length) return null
  return { value: only.value, meant: meantBy(linked, { ...target, texts }) }
}

function mayGive(search: Search, unit: Unit, source: Source): boolean {
  const entrances = search.engine.entrances.get(unit) ?? []
  const known = search.asked.get(unit)
  search.left -= 1 + entrances.length
  if (known && isSame(known.source, source)) return known.may
  // A unit that is asked for two things cannot be left out for one of them.
  if (known) search.left = -1
  if (entrances.length === 0 || search.left < 0) return true
  const asked = { source, may: true }
  search.asked.set(unit, asked)
  const giving = entrances.map(entrance => givesIt(search, unit, source, entrance))
  asked.may = giving.includes(true)
  for (const [i, { site }] of entrances.entries()) if (!giving[i]) search.others.add(site)
  return asked.may
}

function isSame(a: Source, b: Source): boolean {
  const alike = a.made.length === b.made.length && a.made.every((value, i) => value === b.made[i])
  return alike && isSameOrigin(a.origin, b.origin)
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'parameter') return b.kind === 'parameter' && a.unit === b.unit && a.index === b.index
  if (a.kind === 'environment') return b.kind === 'environment' && a.name === b.name
  return b.kind === 'options' && nameOf(a.options) === nameOf(b.options)
}

function nameOf(options: readonly CommandLineOption[]): string {
  return options.map(({ path, spellings }) => [path, ...spellings].join(' ')).join('\n')
}

function givesIt(search: Search, unit: Unit, source: Source, { site, call, index }: Entrance): boolean {
  const { linked } = search.engine
  const given = index === null ? givenAt(linked, unit, source.origin, { ...site, call }) : [unknown]
  if (!isValues(given)) return mayGive(search, site.unit, { ...source, origin: given })
  return given.some(value => {
    const further = sourceOf(linked, value, 0)
    if (!isReachedWith(search, site, value, source)) return false
    return further
      ? mayGive(search, site.unit, { ...further, made: [...further.made, ...source.made] })
      : mayBe(search, source.made.reduce(madeOf, value))
  })
}

// What is made of it on its way is not what is tested here.
function isReachedWith({ engine, meant }: Search, site: CallSite, value: Value, { made }: Source): boolean {
  return made.length > 0 || mayReach(engine.linked, site.unit, site.block, value, meant, true)
}

// What comes of another value in the place of what a source gave.
function madeOf(value: Value, made: Value): Value {
  if (made.kind === 'item') return { ...made, key: value }
  if (made.kind === 'text')
    return { ...made, parts: made.parts.map(part => (part.kind === 'constant' ? part : value)) }
  if (made.kind !== 'result' || made.call.callee.kind !== 'field') return unknown
  return { kind: 'result', call: { ...made.call, callee: { ...made.call.callee, of: value } } }
}

function mayBe({ engine, meant }: Search, value: Value): boolean {
  const { values, complete } = possibleLiterals(engine.linked, value)
  return !complete || values.length === 0 || values.some(literal => meant.isMeant(String(literal)))
}

function isValues(given: Origin | readonly Value[]): given is readonly Value[] {
  return Array.isArray(given)
}

/** What a call gives a unit for what it asks for, or what that leads back to in the unit of the call. */
function givenAt(linked: Linked, unit: Unit, source: Origin, site: CallSite): Origin | readonly Value[] {
  switch (source.kind) {
    case 'parameter':
      return source.unit === unit ? givenForParameter(linked, unit, source.index, site) : source
    case 'environment': {
      const given = givenWhereRun(linked, unit, site, source.name)
      return given.length > 0 ? given : source
    }
    case 'options': {
      const own = source.options.filter(({ path }) => unit.kind === 'module' && unit.file.path === path)
      return own.length > 0 ? own.flatMap(option => optionGivenBy(linked, option, site)) : source
    }
  }
}

function givenForParameter(
  linked: Linked,
  unit: Unit,
  index: number,
  { call }: CallSite,
): Origin | readonly Value[] {
  const given = argumentFor(unit, index, call)
  if (given) return [given]
  if (call.arguments.some(argument => argument.splat)) return [unknown]
  const option = optionOf(linked, unit, index)
  return option ? { kind: 'options', options: [option] } : [unit.parameters[index]?.default ?? unknown]
}

function optionGivenBy(linked: Linked, option: CommandLineOption, site: CallSite): readonly Value[] {
  const usual = option.fallback.length > 0 ? option.fallback : [unknown]
  return wordsOf(linked, site).flatMap(words => optionAmong(linked, words, option) ?? usual)
}

function sourceOf(linked: Linked, of: Value, depth: number): Source | null {
  const value = settledOf(of)
  const origin = originOf(linked, value)
  if (origin) return { origin, made: [] }
  const inner = depth < deepest ? innerOf(linked, value) : null
  const source = inner && sourceOf(linked, inner, depth + 1)
  return source && (value.kind === 'variable' ? source : { ...source, made: [...source.made, value] })
}

function originOf(linked: Linked, value: Value): Origin | null {
  const name = environmentName(linked, value)
  if (name !== null) return isStored(linked, `$${name}`) ? null : { kind: 'environment', name }
  if (value.kind === 'field') {
    const options = optionsOf(linked, value) ?? []
    return options.length > 0 && !isStored(linked, value.name) ? { kind: 'options', options } : null
  }
  const unit = value.kind === 'parameter' ? linked.program.units.get(value.unit) : undefined
  return value.kind === 'parameter' && unit ? { kind: 'parameter', unit, index: value.index } : null
}

// `args.alias = "champion"`, `os.environ["ALIAS"] = "champion"`: what is stored anew nobody has given.
function isStored(linked: Linked, name: string): boolean {
  const known = stored.get(linked) ?? storedIn(linked)
  stored.set(linked, known)
  return known.has(name)
}

const stored = new WeakMap<Linked, ReadonlySet<string>>()

function storedIn(linked: Linked): ReadonlySet<string> {
  const names = linked.stores.flatMap(({ store: { of, name } }) => {
    if (typeof name === 'string') return optionsOf(linked, { kind: 'field', of, name }) ? [name] : []
    const variable = environmentName(linked, { kind: 'item', of, key: name })
    return variable === null ? [] : [`$${variable}`]
  })
  return new Set(names)
}

// The one value that decides what another one is.
function innerOf(linked: Linked, value: Value): Value | null {
  if (value.kind === 'variable') {
    const [only, second] = boundTo(linked, value)
    return only && !second ? only : null
  }
  if (value.kind === 'item') return value.key.kind === 'constant' ? null : value.key
  if (value.kind === 'text') {
    const [only, second] = value.parts.filter(part => part.kind !== 'constant')
    return only && !second ? only : null
  }
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return null
  return /^(lower|upper|strip|title|capitalize)$/.test(value.call.callee.name) ? value.call.callee.of : null
}

// `os.environ["ALIAS"]`, `os.getenv("ALIAS")`, `$ALIAS`.
function environmentName(linked: Linked, value: Value): string | null {
  if (value.kind === 'parameter') {
    const shape = linked.program.units.get(value.unit)?.parameters[value.index]
    return shape?.kind === 'environment' ? shape.name : null
  }
  const asked = value.kind === 'item' ? value.of : value.kind === 'result' ? value.call.callee : null
  const name =
    value.kind === 'item' ? value.key : value.kind === 'result' ? value.call.arguments[0]?.value : null
  if (!asked || name?.kind !== 'constant') return null
  const names = libraryNames(linked, asked)
  const asks =
    value.kind === 'item' ? names.includes('os.environ') : settingAsked(linked.knowledge, names) !== null
  return asks ? String(name.value) : null
}

function entryOf(engine: Engine, search: Ways, unit: Unit, open: ReadonlySet<Unit>): State {
  const { others, asked } = search
  const ways = (engine.entrances.get(unit) ?? []).filter(({ site }) => !others.has(site))
  const entry = engine.entries.get(unit)
  // Who calls itself adds no way in.
  if (open.has(unit)) return null
  if (!asked.has(unit) || ways.length === 0) return entry === undefined ? nothing : entry
  const within = new Set([...open, unit])
  const met = ways
    .map(way => stateThrough(engine, way, unit, entryOf(engine, search, way.site.unit, within)))
    .reduce(meet, null)
  return both(met, gateAround(engine, unit))
}
