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
  const settled = onlyOf(value) ?? value
  known.set(value, settled)
  return settled
}

function onlyOf(mix: Mix): Value | null {
  const met = new Set<Value>([mix])
  let only: Value | null = null
  for (const value of met) {
    if (met.size > mostMixed) return null
    if (value.kind === 'mix') for (const one of value.of) met.add(one)
    else if (only) return null
    else only = value
  }
  return only
}
