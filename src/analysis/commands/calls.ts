import type { Call, Unit } from '../../program'

/** The calls of a unit, in the order of its blocks. */
export function callsOf(unit: Unit): Call[] {
  return unit.blocks.flatMap(block => block.facts.filter(fact => fact.kind === 'call'))
}
