import type { Operation, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { keyOf } from './artifacts'
import { withoutMargin } from './margins'
import { partsOf } from './parts'

const opposite: Readonly<Record<string, string>> = { '<': '>', '<=': '>', '>': '<', '>=': '<' }

/**
 * Whether a unit compares the same two values the other way round too, as it does where a switch says whether more or less
 * is better: then neither comparison tells which outcome is the good one. A margin may be added in one and taken off in the other.
 */
export function goesBothWays(linked: Linked, unit: Unit, operation: Operation): boolean {
  const others = comparisonsIn(unit)
  if (others.length < 2) return false
  const [left, right] = keysOf(linked, operation)
  return others.some(other => {
    if (other === operation) return false
    const [first, second] = keysOf(linked, other)
    const same = opposite[other.operator] === opposite[operation.operator]
    return same ? alike(first, right) && alike(second, left) : alike(first, left) && alike(second, right)
  })
}

function keysOf(linked: Linked, { operands }: Operation): readonly (readonly string[])[] {
  return operands.map(operand => [
    keyOf(linked, operand, 0),
    ...withoutMargin(operand).map(reference => keyOf(linked, reference, 0)),
  ])
}

function alike(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.some(key => others.includes(key))
}

const known = new WeakMap<Unit, readonly Operation[]>()

function comparisonsIn(unit: Unit): readonly Operation[] {
  const before = known.get(unit)
  if (before) return before
  const tested = unit.blocks.flatMap(({ facts }) =>
    facts.flatMap((fact): Value[] =>
      fact.kind === 'test' ? [fact.value] : fact.kind === 'return' && fact.value ? [fact.value] : [],
    ),
  )
  const values = [...tested, ...[...unit.bound.values()].flat()]
  const found = new Set(values.flatMap(value => partsOf(value)))
  const comparisons = [...found].filter(
    (part): part is Operation => part.kind === 'operation' && part.operator in opposite,
  )
  known.set(unit, comparisons)
  return comparisons
}
