import type { Call, GuardVerdict } from '../../../program'
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
    const call = callBefore(place, name => names.test(name))
    if (!call || (entry.kind === 'canary' && !isSecondStep(place, call))) return []
    const { file, start } = call.span
    const says = `${quoted({ file, start, end: call.name.end })} ${entry.says}`
    return [verdict(entry.kind, call.span, says, entry.strength)]
  })
}

function callBefore(place: Place, isIt: (name: string) => boolean, before = place.call): Call | null {
  for (const [index, block] of place.unit.blocks.entries())
    for (const fact of block.facts) {
      if (fact.kind !== 'call' || fact.span.start >= before.span.start) continue
      if (isIt(lastName(fact)) && reaches(place, index, place.block)) return fact
    }
  return null
}

// The same call above the pause: ten per cent, a pause, all of it.
function isSecondStep(place: Place, pause: Call): boolean {
  return callBefore(place, name => name === lastName(place.call), pause) !== null
}

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
