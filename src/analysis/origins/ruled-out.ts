import type { Parameter, Value } from '../../program'
import { textOfConstant } from '../bindings'
import { reaches } from '../guards/narrowed'
import { settledOf } from '../guards/settled'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import type { Scene } from './trace'

const mostTexts = 8

/** Whether what is given for a parameter never comes to where that is looked at: `if name.endswith(".pt"):` stands before. */
export function isRuledOut(
  { point, sources: { linked } }: Scene,
  parameter: Parameter,
  given: Value,
): boolean {
  if (point?.unit.name !== parameter.unit || point.block === 0) return false
  const texts = textsGiven(linked, settledOf(given))
  return texts.length > 0 && texts.every(text => !reaches(linked, point.unit, point.block, parameter, text))
}

// Of a text that is put together, and of one that is chosen, it may be known how all of them begin.
function textsGiven(linked: Linked, given: Value): readonly string[] {
  const only = textOfConstant(linked, given)
  if (only !== null) return [only]
  if (given.kind !== 'text' && given.kind !== 'item') return []
  const { values, complete } = possibleLiterals(linked, given)
  const texts = values.filter(value => typeof value === 'string')
  return complete && texts.length === values.length && texts.length <= mostTexts ? texts : []
}
