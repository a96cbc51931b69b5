import type { Operation, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { callersOf } from '../resolve'
import type { Evidence } from './evidence'
import { eventsOf } from './started'

/**
 * Whoever starts a pipeline by hand has to type a text that is compared: `inputs.confirm == 'PROMOTE'`. `null` where it is
 * about something else, or where the text stands there already.
 */
export function readConfirmation(linked: Linked, { operator, operands, span }: Operation): Evidence | null {
  const [left, right] = operands
  if (operator !== '==' || !left || !right) return null
  const [input, text] = left.kind === 'parameter' ? [left, right] : [right, left]
  if (input.kind !== 'parameter') return null
  const unit = linked.program.units.get(input.unit)
  if (unit?.kind !== 'pipeline') return null
  const name = unit.parameters[input.index]?.name ?? ''
  if (!linked.knowledge.answers.isConfirmation(name) || !isTyped(text) || isGiven(linked, input, text))
    return null
  const byHand = eventsOf(unit).every(event => event === 'manual') && callersOf(linked, unit).length === 0
  const says = `whoever starts it has to type \`${String(text.kind === 'constant' && text.value).replaceAll('`', "'")}\``
  return { kind: 'approval', subject: '', strength: byHand ? 'strong' : 'medium', span, outcome: null, says }
}

// A box to tick is a switch.
function isTyped(text: Value): boolean {
  return text.kind === 'constant' && typeof text.value === 'string' && !/^(true|false|)$/i.test(text.value)
}

function isGiven(linked: Linked, input: Value, text: Value): boolean {
  const { values } = possibleLiterals(linked, input)
  return text.kind === 'constant' && values.includes(text.value)
}
