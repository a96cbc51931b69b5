import type { Call, Unit } from '../../program'
import type { CallSite } from '../linked'
import { isObserver } from '../observers'
import { callersOf, referentsOf } from '../resolve'
import type { Engine, Handing } from './engine'
import { lastPart } from './handings'
import { whole } from './returns'

/** A place from which control comes into a unit. */
export interface Entrance {
  readonly site: CallSite
  /** The call with what it gives for the unit's parameters. */
  readonly call: Call
  /** Where the unit is handed over: as which argument. */
  readonly index: number | null
}

const none: Call['arguments'] = []

/** Where a unit is called, or handed to something that may call it. */
export function entrancesOf(engine: Engine, unit: Unit): readonly Entrance[] {
  const called = callersOf(engine.linked, unit).map(
    (site): Entrance => ({ site, call: site.call, index: null }),
  )
  return [...called, ...handingsOf(engine, unit).flatMap(handing => throughHanding(engine, unit, handing))]
}

function handingsOf(engine: Engine, unit: Unit): readonly Handing[] {
  const { linked, handings } = engine
  if (linked.knowledge.isTest(unit.file.path)) return []
  const named = (handings.byName.get(lastPart(unit.label)) ?? []).filter(({ argument }) =>
    referentsOf(linked, argument.value).some(r => r.kind === 'unit' && r.unit === unit),
  )
  return [...(handings.byUnit.get(unit.name) ?? []), ...named]
}

function throughHanding(engine: Engine, unit: Unit, { site, argument }: Handing): readonly Entrance[] {
  const { linked, handings } = engine
  const callees = referentsOf(linked, site.call.callee)
  if (callees.some(r => isObserver(linked, r))) return []
  const index = site.call.arguments.indexOf(argument)
  if (!callees.some(r => r.kind === 'external' && r.name === 'functools.partial'))
    return [{ site, call: { ...site.call, arguments: none }, index }]
  const calls = partialCalls(engine, site.call, unit)
  const handed = (handings.byCall.get(site.call) ?? []).map(
    (further): Entrance => ({
      site: further.site,
      call: { ...site.call, arguments: site.call.arguments.slice(1) },
      index: further.site.call.arguments.indexOf(further.argument),
    }),
  )
  const found = [...calls, ...handed]
  return found.length > 0 ? found : [{ site, call: { ...site.call, arguments: none }, index: null }]
}

// Where what `functools.partial` gave is called.
function partialCalls({ linked }: Engine, partial: Call, unit: Unit): readonly Entrance[] {
  return (linked.partials.get(partial) ?? [])
    .filter(site => !linked.knowledge.isTest(site.unit.file.path) && site.unit !== unit)
    .map(site => ({ site, call: whole(partial, site.call), index: null }))
}
