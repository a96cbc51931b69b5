import type { Mix, Value } from '../../program'

const mostMixed = 50
const known = new WeakMap<Mix, Value>()

/**
 * What a value is where all that it mixes turns out to be one: what a loop reads before it is closed comes back to it by
 * several ways, none of which has bound it anew. Any other value is itself.
 */
export function settledOf(value: Value): Value {
  if (value.kind !== 'mix') return value
  const before = known.get(value)
  if (before) return before
  const [only, second] = waysOf(value)
  const settled = only && !second ? only : value
  known.set(value, settled)
  return settled
}

/** All that a value may be, through whatever it mixes; nothing where that is too much to look through. */
export function waysOf(value: Value): readonly Value[] {
  const met = new Set<Value>([value])
  for (const one of met) {
    if (met.size > mostMixed) return []
    if (one.kind === 'mix') for (const way of one.of) met.add(way)
  }
  return [...met].filter(one => one.kind !== 'mix')
}
