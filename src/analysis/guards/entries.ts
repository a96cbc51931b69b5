import { addTo } from '../../base/groups'
import type { Unit } from '../../program'
import type { CallSite } from '../linked'
import type { SinkSite } from '../sinks'
import { gateAround, gateBefore } from './callbacks'
import { waitedForBy } from './coroutines'
import type { Engine } from './engine'
import { type Entrance, entrancesOf } from './entrances'
import { both, meet, nothing, type State, sameState } from './evidence'
import { flowOf } from './flow'
import { mapIn } from './mapping'
import { stateOnTheWay } from './passed'
import { establishedByReturn } from './returns'
import { whereStarted } from './started'
import { isSwallowed } from './swallowed'

const mostRounds = 20

/** Works out, for every unit that leads to a sink, what has been established before it is entered. */
export function findEntries(engine: Engine, sinks: readonly SinkSite[]): void {
  const entrances = entrancesTo(engine, sinks)
  for (const [unit, sites] of entrances) engine.entrances.set(unit, sites)
  const reached = reachedFromOutside(entrances)
  for (const unit of entrances.keys()) engine.entries.set(unit, nothing)
  const around = new Map([...entrances.keys()].map(unit => [unit, gateAround(engine, unit)]))
  for (const [unit, sites] of entrances)
    engine.entries.set(unit, sites.length > 0 && reached.has(unit) ? null : (around.get(unit) ?? nothing))
  settleEntries(engine, entrances, reached, around)
}

/** Goes from the callers, which were found last, to what they call. What does not come to rest has shown nothing. */
function settleEntries(
  engine: Engine,
  entrances: ReadonlyMap<Unit, readonly Entrance[]>,
  reached: ReadonlySet<Unit>,
  around: ReadonlyMap<Unit, State>,
): void {
  const open = [...entrances].reverse().filter(([unit, sites]) => sites.length > 0 && reached.has(unit))
  let changed = true
  for (let round = 0; changed && round < mostRounds; round += 1) {
    changed = false
    for (const [unit, sites] of open) {
      const met = sites
        .map(entrance => stateThrough(engine, entrance, unit))
        .reduce(meet, whereStarted(engine, unit))
      const state = both(met, around.get(unit) ?? nothing)
      if (sameState(state, engine.entries.get(unit) ?? null)) continue
      engine.entries.set(unit, state)
      changed = true
    }
  }
  if (changed) for (const [unit] of open) engine.entries.set(unit, nothing)
}

/** What has been established where control comes into a unit, by what was before the unit that lets it in. */
export function stateThrough(
  engine: Engine,
  { site, call, index }: Entrance,
  unit: Unit,
  entry: State | undefined = engine.entries.get(site.unit),
): State {
  // What a unit hands over comes after it, however it ended.
  const swallowed = index !== null && isSwallowed(engine.linked, site.unit, null)
  const before = swallowed ? (entry ?? nothing) : stateAtSite(engine, site, entry)
  const gate = index === null ? nothing : gateBefore(engine, site, index)
  const ended = waitedForBy(engine.linked, call, unit)
    .map(waited => establishedByReturn(engine, waited))
    .reduce(both, nothing)
  return mapIn(engine, both(both(before, gate), ended), unit, call)
}

function entrancesTo(engine: Engine, sinks: readonly SinkSite[]): Map<Unit, readonly Entrance[]> {
  const units = new Set(sinks.map(sink => sink.site.unit))
  const found = new Map<Unit, readonly Entrance[]>()
  for (const unit of units) {
    const entrances = entrancesOf(engine, unit)
    // What only calls itself is called from outside.
    found.set(unit, entrances.some(({ site }) => site.unit !== unit) ? entrances : [])
    for (const { site } of entrances) units.add(site.unit)
  }
  return found
}

// Functions that only call each other are reached by nobody we know; they are taken to be called from outside.
function reachedFromOutside(entrances: ReadonlyMap<Unit, readonly Entrance[]>): Set<Unit> {
  const reached = new Set<Unit>()
  const entered = new Map<Unit, Unit[]>()
  for (const [unit, sites] of entrances) {
    if (sites.length === 0) reached.add(unit)
    for (const { site } of sites) addTo(entered, site.unit, unit)
  }
  // What is added on the way is met too.
  for (const unit of reached) for (const inner of entered.get(unit) ?? []) reached.add(inner)
  return reached
}

/** What has been established when control reaches a call, by its unit and by every caller of that. */
export function stateAtSite(
  engine: Engine,
  site: CallSite,
  entry: State | undefined = engine.entries.get(site.unit),
): State {
  if (entry === null) return null
  return both(entry ?? nothing, ownStateAt(engine, site))
}

/** The same for a sink, which may be a function that is handed to one that checks before it calls it. */
export function stateAtSink(engine: Engine, { site, nameAt }: SinkSite, entry: State): State {
  const state = stateAtSite(engine, site, entry)
  const handed = site.call.arguments.findIndex(
    ({ span }) => span.start <= nameAt.start && nameAt.end <= span.end && nameAt !== site.call.name,
  )
  return handed < 0 ? state : both(state, gateBefore(engine, site, handed))
}

/** What the unit of a call itself has established before it. */
export function ownStateAt(engine: Engine, site: CallSite): State {
  const flow = flowOf(engine, site.unit)
  const block = site.unit.blocks[site.block]
  if (!flow || !block) return nothing
  const start = flow.into[site.block] ?? null
  // An assignment that is read as a call has its span in common with the fact that it stands for.
  const own = block.facts.indexOf(site.call)
  const at = own >= 0 ? own : block.facts.findIndex(fact => fact.span === site.call.span)
  return start === null ? null : stateOnTheWay(engine, flow, site.block, at)
}
