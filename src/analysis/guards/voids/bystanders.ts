import { addTo } from '../../../base/groups'
import { onceFor, remembered } from '../../../base/once'
import type { Call, GuardVerdict, Unit } from '../../../program'
import { nearestParts } from '../parts'
import { type Place, quoted, reaches } from './places'
import { type Search, verdict } from './search'

/** Calls on the way to a place that belong to a guard as people know it, without the part that would guard. */
export function bystanders(search: Search, place: Place): readonly GuardVerdict[] {
  return [...steps(search, place), ...openConnections(search, place)]
}

// A request for approval that the same code answers, a pause between two steps of a rollout.
function steps({ engine, kinds }: Search, place: Place): readonly GuardVerdict[] {
  const entries = engine.linked.knowledge.lookalikes.filter(
    ({ entry }) => entry.about === 'before' && kinds.includes(entry.kind),
  )
  return entries.flatMap(({ names, entry }) => {
    const call = callBefore(place, callsNamed(names)(place.unit))
    if (!call || (entry.kind === 'canary' && !isSecondStep(place, call))) return []
    const { file, start } = call.span
    const says = `${quoted({ file, start, end: call.name.end })} ${entry.says}`
    return [verdict(entry.kind, call.span, says, entry.strength)]
  })
}

function callBefore(place: Place, calls: readonly Placed[], before = place.call): Call | null {
  const found = calls.find(
    ({ call, index }) => call.span.start < before.span.start && reaches(place, index, place.block),
  )
  return found?.call ?? null
}

// The same call above the pause: ten per cent, a pause, all of it.
function isSecondStep(place: Place, pause: Call): boolean {
  return callBefore(place, callsByName(place.unit).get(lastName(place.call)) ?? [], pause) !== null
}

interface Placed {
  readonly call: Call
  readonly index: number
}

// A unit of very many calls is asked for them by each of its sinks.
const callsIn = onceFor(({ blocks }: Unit): readonly Placed[] =>
  blocks.flatMap(({ facts }, index) =>
    facts.flatMap(fact => (fact.kind === 'call' ? [{ call: fact, index }] : [])),
  ),
)

const callsByName = onceFor((unit: Unit): ReadonlyMap<string, readonly Placed[]> => {
  const found = new Map<string, Placed[]>()
  for (const placed of callsIn(unit)) addTo(found, lastName(placed.call), placed)
  return found
})

const callsNamed = onceFor((names: RegExp) =>
  onceFor((unit: Unit): readonly Placed[] => {
    const isNamed = remembered(name => names.test(name))
    return callsIn(unit).filter(({ call }) => isNamed(lastName(call)))
  }),
)

function lastName({ callee }: Call): string {
  return callee.kind === 'field' || callee.kind === 'name' ? (callee.name.split('.').at(-1) ?? '') : ''
}

// `requests.get(url, verify=False)`, read straight into the load.
function openConnections({ kinds }: Search, { own, call }: Place): readonly GuardVerdict[] {
  if (!own || !kinds.includes('verification')) return []
  const parts = nearestParts({ kind: 'result', call })
  const found = parts
    .flatMap(part => (part.kind === 'result' ? part.call.arguments : []))
    .find(({ name, value }) => name === 'verify' && value.kind === 'constant' && value.value === false)
  if (!found) return []
  const says = `${quoted(found.span)} takes the file from any server that answers in the place of the right one`
  return [verdict('verification', found.span, says)]
}
