import type { Parameter, Value } from '../../program'
import { textOfConstant } from '../bindings'
import { reaches } from '../guards/narrowed'
import { settledOf } from '../guards/settled'
import type { Scene } from './trace'

/** Whether what is given for a parameter never comes to where that is looked at: `if name.endswith(".pt"):` stands before. */
export function isRuledOut(
  { point, sources: { linked } }: Scene,
  parameter: Parameter,
  given: Value,
): boolean {
  const text = textOfConstant(linked, settledOf(given))
  if (text === null || point?.unit.name !== parameter.unit) return false
  return !reaches(linked, point.unit, point.block, parameter, text)
}
