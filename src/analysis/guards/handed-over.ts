import { addTo } from '../../base/groups'
import { onceFor } from '../../base/once'
import type { Call, Unit } from '../../program'
import type { Linked } from '../linked'
import { isObserver } from '../observers'
import { referentsOf } from '../resolve'
import type { Engine } from './engine'

const deepest = 4

/** Whether a unit is handed to something that may call it with anything: `button.click(promote, inputs)`. */
export function isHandedOver({ linked, entrances }: Engine, unit: Unit): boolean {
  const handed = entrances.get(unit)?.filter(({ index }) => index !== null) ?? []
  return handed.some(({ site, index }) => leavesBy(linked, site.call, index ?? -1, 0))
}

// What a function of the repository calls itself is a caller like any other; it may hand it on.
function leavesBy(linked: Linked, call: Call, index: number, depth: number): boolean {
  const referents = referentsOf(linked, call.callee)
  const name = call.arguments[index]?.name ?? null
  if (referents.length === 0 || depth > deepest) return true
  return referents.some(referent => {
    if (referent.kind !== 'unit') return !isObserver(linked, referent)
    const { unit } = referent
    const bound = unit.owner !== null ? 1 : 0
    const at = name === null ? index + bound : unit.parameters.findIndex(one => one.name === name)
    const further = parametersHanded(linked).get(keyOf(unit.name, at)) ?? []
    return further.some(one => leavesBy(linked, one.call, one.index, depth + 1))
  })
}

/** By parameter: the calls to which it is handed, and as which argument. */
const parametersHanded = onceFor((linked: Linked) => {
  const found = new Map<string, { call: Call; index: number }[]>()
  for (const { call } of linked.sites)
    for (const [index, { value }] of call.arguments.entries())
      if (value.kind === 'parameter') addTo(found, keyOf(value.unit, value.index), { call, index })
  return found
})

function keyOf(unit: string, index: number): string {
  return `${unit}@${index}`
}
