import { keptIn, onceFor } from '../../base/once'
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
  if (comparisonsIn(unit).length < 2) return false
  const known = comparedIn(linked)(unit)
  const [less, more] = fromLessToMore(linked, operation)
  return pairsOf(more, less).some(pair => known.get(pair)?.some(other => other !== operation))
}

// Each of very many comparisons of a unit asks for all of the others.
const comparedIn = onceFor((linked: Linked) =>
  onceFor((unit: Unit): ReadonlyMap<string, readonly Operation[]> => {
    const found = new Map<string, Operation[]>()
    for (const operation of comparisonsIn(unit)) {
      const [less, more] = fromLessToMore(linked, operation)
      for (const pair of pairsOf(less, more)) {
        const same = keptIn(found, pair, () => [])
        // One of them is another than the one that asks.
        if (same.length < 2) same.push(operation)
      }
    }
    return found
  }),
)

function pairsOf(less: Keys = [], more: Keys = []): readonly string[] {
  return [...new Set(less.flatMap(one => more.map(other => JSON.stringify([one, other]))))]
}

type Keys = readonly string[]

// `a > b` asks whether `b` is less.
function fromLessToMore(linked: Linked, { operator, operands }: Operation): readonly Keys[] {
  const keys = operands
    .slice(0, 2)
    .map(operand => [operand, ...withoutMargin(operand)].map(value => keyOf(linked, value, 0)))
  return opposite[operator] === '>' ? keys : keys.reverse()
}

const comparisonsIn = onceFor((unit: Unit): readonly Operation[] => {
  const tested = unit.blocks.flatMap(({ facts }) =>
    facts.flatMap((fact): Value[] =>
      fact.kind === 'test' ? [fact.value] : fact.kind === 'return' && fact.value ? [fact.value] : [],
    ),
  )
  const values = [...tested, ...[...unit.bound.values()].flat()]
  const found = new Set(values.flatMap(value => partsOf(value)))
  return [...found].filter(
    (part): part is Operation => part.kind === 'operation' && part.operator in opposite,
  )
})
