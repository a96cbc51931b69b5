import type { Span, Value } from '../../program'
import type { Linked } from '../linked'
import { type Literal, possibleLiterals } from '../possible'
import { isConfigured } from './asked'

/** Where configuration files say one of these literals. */
export function placesAmong(
  linked: Linked,
  values: readonly Value[],
  literals: readonly Literal[],
): readonly Span[] {
  if (!isConfigured(linked) && linked.configured.environments.length === 0) return []
  const places = values.flatMap(value => [...(possibleLiterals(linked, value).places ?? [])])
  return places.flatMap(([literal, at]) => (literals.includes(literal) ? [at] : []))
}
