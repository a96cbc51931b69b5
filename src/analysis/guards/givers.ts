import type { Argument, Unit, Value } from '../../program'
import { type CommandLineOption, optionOf } from '../commandline'
import { givenWhereRun, optionAmong, wordsOf } from '../launched'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { argumentFor } from '../resolve'
import type { SinkSite } from '../sinks'
import { gateAround } from './callbacks'
import { isSame, type Origin, type Source, sourceOf } from './deciders'
import { type Decisive, decisiveParameter } from './decisive'
import { jobsElsewhere } from './elsewhere'
import type { Engine } from './engine'
import type { Entrance } from './entrances'
import { stateThrough } from './entries'
import { both, meet, nothing, type State } from './evidence'
import { type Meant, mayReach, meantBy } from './narrowed'

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
    case 'word':
      return unit.kind === 'module' && unit.file.path === source.path
        ? wordsOf(linked, site).map(words => wordAt(words, source.place))
        : source
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

// What stands behind `"$@"` may be any of the words that it stands for.
function wordAt(words: readonly Argument[], place: number): Value {
  const before = words.slice(0, place + 1)
  return before.some(({ splat }) => splat) ? unknown : (before[place]?.value ?? unknown)
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
