import type { GuardVerdict, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import type { SinkSite } from '../sinks'
import { withoutAnswered } from './answered'
import { artifactKeys, isKnown } from './artifacts'
import { everything } from './catalogued'
import { keyOfMembers } from './contained'
import type { Engine, Flow } from './engine'
import { findEntries as establishEntries, stateAtSink } from './entries'
import { both, type Evidence, type GuardKind, meet, nothing, type State, withoutDoubles } from './evidence'
import { flowOf } from './flow'
import { argumentNamed, entryByGivers, otherGivers } from './givers'
import { isReachedAsOne } from './narrowed'
import { askAt } from './outcomes'
import { restriction } from './unpicklers'
import { verifiedWays } from './verified-ways'
import { among, truth } from './wanted'

export { stateAtSite } from './entries'

/** Works out what has been established before the units that lead to sinks are entered, and who makes none of them one. */
export function findEntries(engine: Engine, sinks: readonly SinkSite[]): void {
  establishEntries(engine, sinks)
  for (const sink of sinks) {
    const { unit } = sink.site
    const found = otherGivers(engine, sink)
    const before = engine.others.get(unit) ?? found
    engine.others.set(unit, new Set([...found].filter(site => before.has(site))))
  }
}

/** The evidence that stands before a sink, for the kinds of guard that its rule accepts. */
export function evidenceFor(
  engine: Engine,
  sink: SinkSite,
  kinds: readonly GuardKind[],
): readonly Evidence[] | null {
  const state = stateAtSink(engine, sink, entryByGivers(engine, sink))
  if (state === null || !isReachedAsOne(engine.linked, sink)) return null
  const chosen = both(whereChosen(engine, sink), whereTrue(engine, sink))
  const restricted = restriction(engine, sink)
  if (restricted) return [restricted]
  const artifact = artifactValue(sink)
  const subjects = artifact === null ? [] : subjectsOf(engine.linked, sink, artifact)
  const ways = verifiedWays(engine, sink, artifact).evidence.map(e => ({ ...e, subject: everything }))
  const held = chosen?.size === 0 ? state : new Map([...state, ...(chosen ?? [])])
  const all = chosen === null ? [] : [...held.values(), ...ways]
  // Of very many that have been verified a sink has little to do with most.
  const fitting = all.filter(
    e =>
      kinds.includes(e.kind) &&
      (e.kind !== 'verification' || e.subject === everything || subjects.includes(e.subject)),
  )
  return withoutAnswered(engine.linked, sink, withoutDoubles(fitting))
}

/** What a load opens; `null` where its call does not say. */
export function artifactValue(sink: SinkSite): Value | null {
  const { artifact, parameters } = sink.sink
  if (artifact === 'receiver') {
    const { callee } = sink.site.call
    return callee.kind === 'field' ? callee.of : null
  }
  const named = artifact ? sink.arguments.find(argument => argument.name === artifact) : undefined
  const index = artifact ? parameters.indexOf(artifact) : 0
  const given = named ?? sink.arguments.filter(argument => argument.name === null)[Math.max(0, index)]
  return given?.value ?? null
}

function subjectsOf(linked: Linked, { sink }: SinkSite, artifact: Value): readonly string[] {
  const keys = artifactKeys(linked, artifact)
  const subjects = sink.artifact === 'receiver' ? [...keys, keyOfMembers(linked, artifact)] : keys
  return subjects.filter(isKnown)
}

// `alias = "champion" if better else "challenger"`: the sink is one only on the way that chose the hazardous value.
function whereChosen(engine: Engine, sink: SinkSite): ReadonlyMap<string, Evidence> | null {
  const { target } = sink.outcome
  const empty = new Map<string, Evidence>()
  if (!target) return empty
  const value = argumentNamed(sink, target.argument)
  if (!value) return empty
  const flow = flowOf(engine, sink.site.unit)
  if (value.kind !== 'mix') return whereAnswered(engine, sink, flow, value) ?? empty
  const states = value.of.flatMap((way, i): State[] => {
    const block = value.from[i] ?? -1
    if (!isHazardous(engine.linked, way, target.texts)) return []
    const led = block < 0 || !flow ? nothing : (flow.out[block] ?? null)
    return [both(led, whereAnswered(engine, sink, flow, way))]
  })
  return states.length === 0 ? empty : (states.reduce(meet, null) ?? empty)
}

// `alias, reason = choose(auc)`: a function that gives the hazardous value has passed what leads to where it does.
function whereAnswered(engine: Engine, { site, outcome }: SinkSite, flow: Flow | null, value: Value): State {
  const made = value.kind === 'item' ? value.of : value
  const names = (outcome.target?.texts ?? []).map(text => JSON.stringify(text))
  if (made.kind !== 'result' || !flow || names.length === 0) return nothing
  const at = { block: site.block, start: site.call.span.start }
  return askAt(engine, flow, at, value, [], among(names, true))
}

// `is_default_version=auc > champion_auc`: the sink is one only where what is given for its flag is true.
function whereTrue(engine: Engine, sink: SinkSite): State {
  const { site, outcome } = sink
  const flow = flowOf(engine, site.unit)
  const at = { block: site.block, start: site.call.span.start }
  const states = outcome.flags.map(name => {
    const value = argumentNamed(sink, name)
    return value ? askAt(engine, flow, at, value, [], truth(true)) : nothing
  })
  return states.reduce(both, nothing)
}

function isHazardous(linked: Linked, way: Value, texts: readonly string[]): boolean {
  const { values, complete } = possibleLiterals(linked, way)
  return !complete || values.some(value => texts.includes(String(value)))
}

/** How a finding fares against the evidence: guarded, declared only, begun by a person and no more, or open. */
export function weigh(
  evidence: readonly Evidence[],
  required: readonly GuardKind[] = [],
): 'guarded' | 'declared' | 'attended' | 'open' {
  if (required.length > 0) return weighRequired(evidence, required)
  if (evidence.some(e => e.strength === 'strong')) return 'guarded'
  const medium = evidence.filter(e => e.strength === 'medium')
  if (new Set(medium.map(e => e.kind)).size > 1) return 'guarded'
  if (medium.length > 0) return 'declared'
  return evidence.some(e => e.softens) ? 'attended' : 'open'
}

// Of each kind that the project requires there has to be one on every way.
function weighRequired(
  evidence: readonly Evidence[],
  required: readonly GuardKind[],
): 'guarded' | 'declared' | 'attended' | 'open' {
  const has = (strengths: readonly Evidence['strength'][]) =>
    required.every(kind => stands(evidence, kind, strengths))
  if (has(['strong'])) return 'guarded'
  if (has(['strong', 'medium'])) return 'declared'
  return evidence.some(e => e.softens) ? 'attended' : 'open'
}

/** The kinds that the project requires and of which none stands in front of a sink, not even one that proves little. */
export function lacking(evidence: readonly Evidence[], required: readonly GuardKind[]): GuardKind[] {
  return required.filter(kind => !stands(evidence, kind, ['strong', 'medium']))
}

function stands(
  evidence: readonly Evidence[],
  kind: GuardKind,
  strengths: readonly Evidence['strength'][],
): boolean {
  return evidence.some(e => e.kind === kind && !e.either && strengths.includes(e.strength))
}

export function verdictsOf(evidence: readonly Evidence[]): GuardVerdict[] {
  return evidence.map(({ kind, strength, span, says, bound }) => ({
    kind,
    strength,
    span,
    says,
    ...(bound && { bound }),
  }))
}
