import type { GuardVerdict, Unit, Value } from '../../program'
import type { CallSite, Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { callersOf } from '../resolve'
import type { SinkSite } from '../sinks'
import { artifactKeys } from './artifacts'
import { everything } from './catalogued'
import type { Engine } from './engine'
import { both, type Evidence, type GuardKind, meet, nothing, type State, sameState } from './evidence'
import { flowOf, stateBefore } from './flow'
import { mapIn } from './outcomes'
import { restriction } from './unpicklers'

/** Works out, for every unit that leads to a sink, what its callers have established before they call it. */
export function findEntries(engine: Engine, sinks: readonly SinkSite[]): void {
  const units = unitsLeadingTo(engine.linked, sinks)
  const reached = reachedFromOutside(engine.linked, units)
  for (const unit of units)
    engine.entries.set(unit, callersOf(engine.linked, unit).length > 0 && reached.has(unit) ? null : nothing)
  let changed = true
  for (let round = 0; changed && round < 20; round += 1) {
    changed = false
    for (const unit of units) {
      const sites = callersOf(engine.linked, unit)
      if (sites.length === 0 || !reached.has(unit)) continue
      const state = sites
        .map(site => mapIn(engine, stateAtSite(engine, site), unit, site.call))
        .reduce(meet, null)
      if (sameState(state, engine.entries.get(unit) ?? null)) continue
      engine.entries.set(unit, state)
      changed = true
    }
  }
}

function unitsLeadingTo(linked: Linked, sinks: readonly SinkSite[]): Set<Unit> {
  const units = new Set(sinks.map(sink => sink.site.unit))
  for (const unit of units) for (const site of callersOf(linked, unit)) units.add(site.unit)
  return units
}

// Functions that only call each other are reached by nobody we know; they are taken to be called from outside.
function reachedFromOutside(linked: Linked, units: ReadonlySet<Unit>): Set<Unit> {
  const reached = new Set([...units].filter(unit => callersOf(linked, unit).length === 0))
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const unit of units)
      if (callersOf(linked, unit).some(site => reached.has(site.unit))) reached.add(unit)
  }
  return reached
}

/** What has been established when control reaches a call, by its unit and by every caller of that. */
export function stateAtSite(engine: Engine, site: CallSite): State {
  const entry = engine.entries.get(site.unit)
  if (entry === null) return null
  const own = ownStateAt(engine, site)
  return own === null ? null : both(entry ?? nothing, own)
}

function ownStateAt(engine: Engine, site: CallSite): State {
  const flow = flowOf(engine, site.unit)
  const block = site.unit.blocks[site.block]
  if (!flow || !block) return nothing
  const start = flow.into[site.block] ?? null
  // An assignment that is read as a call has its span in common with the fact that it stands for.
  const at = block.facts.findIndex(fact => fact === site.call || fact.span === site.call.span)
  return start === null ? null : stateBefore(engine, block, at, start)
}

/** The evidence that stands before a sink, for the kinds of guard that its rule accepts. */
export function evidenceFor(
  engine: Engine,
  sink: SinkSite,
  kinds: readonly GuardKind[],
): readonly Evidence[] | null {
  const state = stateAtSite(engine, sink.site)
  if (state === null) return null
  const chosen = whereChosen(engine, sink)
  const restricted = restriction(engine, sink)
  if (restricted) return [restricted]
  const all = chosen === null ? [] : [...state.values(), ...chosen.values()]
  const subjects = subjectsOf(engine.linked, sink)
  return all.filter(
    e =>
      kinds.includes(e.kind) &&
      (e.kind !== 'verification' || e.subject === everything || subjects.includes(e.subject)),
  )
}

function subjectsOf(linked: Linked, sink: SinkSite): readonly string[] {
  const { artifact, parameters } = sink.sink
  const named = artifact ? sink.arguments.find(argument => argument.name === artifact) : undefined
  const index = artifact ? parameters.indexOf(artifact) : 0
  const given = named ?? sink.arguments.filter(argument => argument.name === null)[Math.max(0, index)]
  return given ? artifactKeys(linked, given.value) : []
}

// `alias = "champion" if better else "challenger"`: the sink is one only on the way that chose the hazardous value.
function whereChosen(engine: Engine, sink: SinkSite): ReadonlyMap<string, Evidence> | null {
  const { target } = sink.outcome
  const empty = new Map<string, Evidence>()
  if (!target) return empty
  const index = sink.sink.parameters.indexOf(target.argument)
  const positional = sink.arguments.filter(argument => argument.name === null)
  const value = (sink.arguments.find(a => a.name === target.argument) ?? positional[index])?.value
  if (value?.kind !== 'mix') return empty
  const flow = flowOf(engine, sink.site.unit)
  const states = value.of.flatMap((way, i): State[] => {
    const block = value.from[i] ?? -1
    if (!isHazardous(engine.linked, way, target.texts)) return []
    return [block < 0 || !flow ? nothing : (flow.out[block] ?? null)]
  })
  return states.length === 0 ? empty : (states.reduce(meet, null) ?? empty)
}

function isHazardous(linked: Linked, way: Value, texts: readonly string[]): boolean {
  const { values, complete } = possibleLiterals(linked, way)
  return !complete || values.some(value => texts.includes(String(value)))
}

/** How a finding fares against the evidence: guarded, declared only, or open. */
export function weigh(evidence: readonly Evidence[]): 'guarded' | 'declared' | 'open' {
  if (evidence.some(e => e.strength === 'strong')) return 'guarded'
  const medium = evidence.filter(e => e.strength === 'medium')
  if (new Set(medium.map(e => e.kind)).size > 1) return 'guarded'
  return medium.length > 0 ? 'declared' : 'open'
}

export function verdictsOf(evidence: readonly Evidence[]): GuardVerdict[] {
  return evidence.map(({ kind, strength, span, says }) => ({ kind, strength, span, says }))
}
