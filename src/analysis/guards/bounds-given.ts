import type { Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { type Literal, possibleLiterals } from '../possible'
import { argumentsFor } from '../resolve'
import { isLosing, numbersIn, numberText } from './bounds'
import type { Evidence } from './evidence'
import { settledOf } from './settled'

const mostMet = 200

export type Direction = 'higher' | 'lower' | null

/** A bound that callers give: what a comparison with it proves is seen where they call. */
export interface BoundAsked {
  readonly unit: string
  readonly index: number
  /** What is compared with it, as messages call it, and how. */
  readonly name: string
  readonly says: string
  readonly better: Direction
  /** Whether it proves less only because of what some of them give. */
  readonly doubted: boolean
}

/** The parameter that a bound is; `null` where it is something else. */
export function boundAsked(
  bound: Value,
  about: Pick<BoundAsked, 'name' | 'says' | 'better' | 'doubted'>,
): BoundAsked | null {
  const settled = settledOf(bound)
  return settled.kind === 'parameter' ? { unit: settled.unit, index: settled.index, ...about } : null
}

/** The numbers that everything passes, among those that a bound may be where a caller gives it or nothing does. */
export function losingIn(
  linked: Linked,
  bound: Value,
  better: Direction,
  met: Set<Value> = new Set(),
): readonly number[] {
  if (met.has(bound) || met.size > mostMet) return []
  met.add(bound)
  const unit = bound.kind === 'parameter' ? linked.program.units.get(bound.unit) : undefined
  if (bound.kind === 'parameter' && unit)
    return argumentsFor(linked, unit, bound.index).flatMap(value => losingIn(linked, value, better, met))
  const { values, complete } = possibleLiterals(linked, bound)
  const numbers = numbersIn(linked, bound)
  const losing = numbers.filter(number => isLosing(number, better))
  // Of several that are written down each is meant for some metric or some day.
  const isWritten = complete && values.length > 0 && values.every(value => typeof value !== 'string')
  return isWritten && losing.length < numbers.length ? [] : losing
}

/** What such a number opens, to complete "`auc` is compared with `floor`, …". */
export function openBy(linked: Linked, bound: Value, losing: number): string {
  const { complete } = possibleLiterals(linked, bound)
  const which = numberText(losing)
  if (!complete) return `which is ${which} where it is missing, so that anything passes`
  return numbersIn(linked, bound).length > 1
    ? `which may be ${which}, and then anything passes`
    : `which is ${which}, so that anything passes`
}

/** What a comparison has proved of a metric, once it is known what a call of its unit gives for the bound. */
export function withBoundGiven(
  linked: Linked,
  e: Evidence,
  unit: Unit,
  given: (index: number) => Value | null,
): Evidence {
  const { asked } = e
  const value = asked?.unit === unit.name ? given(asked.index) : null
  if (!asked || !value) return e
  const { name, says, better, doubted } = asked
  const { values, complete } = possibleLiterals(linked, value)
  if (complete && values.length > 0 && values.every(v => typeof v === 'number' && v <= 0))
    if (better !== 'lower') return { ...e, strength: 'void', says: cannotFailBy(name, values) }
  const [losing] = losingIn(linked, value, better)
  const further = { asked: boundAsked(value, { name, says, better, doubted: losing !== undefined }) }
  if (losing === undefined)
    return doubted ? { ...e, ...further, strength: 'strong', says } : { ...e, ...further }
  if (e.strength !== 'strong' && !doubted) return { ...e, ...further }
  return { ...e, ...further, strength: 'medium', says: `${says}, ${openBy(linked, value, losing)}` }
}

/** Why a comparison with such a bound says nothing. */
export function cannotFailBy(name: string, bounds: readonly Literal[]): string {
  return `the comparison of ${name} cannot fail: its bound is ${bounds.map(bound => numberText(Number(bound))).join(' or ')}`
}
