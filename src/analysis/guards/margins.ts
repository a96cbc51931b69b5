import type { Operation, Value } from '../../program'
import type { Linked } from '../linked'
import { wordsIn } from '../words'
import { namesIn } from './names'

const gained = /^(gain|improvement|uplift)$/
const deepest = 3

/**
 * Which way is better by the sign with which a bound takes in what has to be won: it is more in `old + min_improvement`, and
 * less in `old - min_improvement` and `old * (1 - min_improvement)`. `null` where nothing of that kind stands in it.
 */
export function betterByMargin(linked: Linked, value: Value, depth = 0): 'higher' | 'lower' | null {
  if (value.kind !== 'operation' || depth > deepest) return null
  const [first, second] = value.operands
  if (!first || !second) return null
  if (value.operator === '*')
    return betterByMargin(linked, first, depth + 1) ?? betterByMargin(linked, second, depth + 1)
  const [before, behind] = [speaksOfGain(linked, first), speaksOfGain(linked, second)]
  if (before === behind) return null
  if (value.operator === '+') return 'higher'
  return value.operator === '-' && behind ? 'lower' : null
}

function speaksOfGain(linked: Linked, value: Value): boolean {
  return wordsIn(namesIn(linked, value, 0).join(' ')).some(word => gained.test(word))
}

/** What a margin is added to or taken from: `old` of `old + margin`. A number that is written out is no reference. */
export function withoutMargin(value: Value): readonly Value[] {
  if (value.kind !== 'operation' || !hasMargin(value)) return []
  const references = value.operator === '-' ? value.operands.slice(0, 1) : value.operands
  return references.filter(({ kind }) => kind !== 'constant')
}

function hasMargin({ operator, operands }: Operation): boolean {
  return (operator === '+' || operator === '-') && operands.length === 2
}
