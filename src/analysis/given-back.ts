import { onceFor } from '../base/once'
import type { Unit, Value } from '../program'
import type { Linked } from './linked'
import { givenBack, referentsOf } from './resolve'

/** Whether a function gives back nothing but what one of these made: `return tarfile.data_filter(member, path)`. */
export function givesBackOnly(linked: Linked, unit: Unit, names: readonly string[]): boolean {
  const given = givenBack(linked, unit).flatMap(value => [...waysOf(value)])
  return given.length > 0 && given.every(value => isMadeBy(linked, value, names))
}

/** The same as what a function gives back, with the texts that it writes out: a path is one. */
export function pathsGivenBack(linked: Linked, unit: Unit): readonly Value[] {
  return [...givenBack(linked, unit), ...pathsWritten(unit)]
}

const pathsWritten = onceFor((unit: Unit): readonly Value[] => {
  const written = unit.blocks.flatMap(({ facts }) =>
    facts.flatMap(fact => (fact.kind === 'return' && isPath(fact.value) ? [fact.value] : [])),
  )
  return [...new Set(written)]
})

function isPath(value: Value): boolean {
  return value.kind === 'constant' && typeof value.value === 'string' && value.value !== ''
}

function isMadeBy(linked: Linked, value: Value, names: readonly string[]): boolean {
  if (value.kind !== 'result') return false
  const made = referentsOf(linked, value.call.callee)
  return made.length > 0 && made.every(r => r.kind === 'external' && names.includes(r.name))
}

// The values that a mix may be, without those that give nothing.
function waysOf(value: Value): ReadonlySet<Value> {
  const ways = new Set([value])
  for (const way of ways) if (way.kind === 'mix') for (const one of way.of) ways.add(one)
  const nothing = (way: Value): boolean => way.kind === 'constant' && way.value === null
  return new Set([...ways].filter(way => way.kind !== 'mix' && !nothing(way)))
}
