import type { Constant, Operation, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import type { SinkSite } from '../sinks'
import { argumentNamed } from './givers'
import { settledOf } from './settled'

const mostBlocks = 400
const mostTexts = 8
/** A text that is none of those which are written down. */
const another = null

/** Whether control reaches a sink with one of the values that make it one: not behind `if stage == "Staging":`. */
export function isReachedAsOne(linked: Linked, { site, outcome, ...sink }: SinkSite): boolean {
  const { target } = outcome
  const value = target ? argumentNamed({ site, outcome, ...sink }, target.argument) : undefined
  if (!target || !value) return true
  const open = target.texts.length === 0 || !possibleLiterals(linked, value).complete
  return mayReach(linked, site.unit, site.block, value, open ? [...target.texts, another] : target.texts)
}

/** Whether control reaches a block of a unit where a value is one of these texts; `null` stands for any other. */
export function mayReach(
  linked: Linked,
  unit: Unit,
  block: number,
  value: Value,
  texts: readonly (string | null)[],
): boolean {
  const known = settledOf(value)
  if (known.kind === 'constant' || texts.length > mostTexts) return true
  return texts.some(text => reaches(linked, unit, block, known, text))
}

function reaches(linked: Linked, unit: Unit, target: number, value: Value, text: string | null): boolean {
  const seen = new Set([0])
  for (const at of seen) {
    if (at === target || seen.size > mostBlocks) return true
    const block = unit.blocks[at]
    const last = block?.facts.at(-1)
    const outcome = last?.kind === 'test' && !last.over ? outcomeFor(linked, last.value, value, text) : null
    for (const { to, when } of block?.next ?? [])
      if (outcome === null || when === undefined || when === 'raises' || when === String(outcome))
        seen.add(to)
  }
  return false
}

// How a test turns out where the value is this text; `null` where that does not decide it.
function outcomeFor(linked: Linked, tested: Value, value: Value, text: string | null): boolean | null {
  if (tested.kind !== 'operation') return null
  const compared = comparedWith(linked, tested, value)
  if (!compared) return null
  const isAmong = text !== another && compared.texts.includes(text)
  return compared.positive ? isAmong : !isAmong
}

// `stage == "Staging"`, `stage not in ("Staging", "Archived")`
function comparedWith(
  linked: Linked,
  { operator, operands }: Operation,
  value: Value,
): { readonly texts: readonly string[]; readonly positive: boolean } | null {
  const [left, right] = operands
  if (!left || !right) return null
  const membership = operator === 'in' || operator === 'not in'
  if (!membership && !/^(==|!=)$/.test(operator)) return null
  const other = isSame(left, value) ? right : !membership && isSame(right, value) ? left : null
  const texts = other && (membership ? textsIn(other) : textsOf(linked, other))
  return texts && { texts, positive: operator === '==' || operator === 'in' }
}

function textsIn(value: Value): readonly string[] | null {
  if (value.kind !== 'collection' || value.each !== undefined || !value.items.every(isText)) return null
  return value.items.filter(isText).map(item => String(item.value))
}

function isText(value: Value): value is Constant {
  return value.kind === 'constant' && typeof value.value === 'string'
}

function textsOf(linked: Linked, value: Value): readonly string[] | null {
  const { values, complete } = possibleLiterals(linked, value)
  const [only, second] = values
  return complete && typeof only === 'string' && second === undefined ? [only] : null
}

function isSame(a: Value, b: Value): boolean {
  const [one, other] = [settledOf(a), settledOf(b)]
  if (one === other) return true
  if (one.kind === 'parameter')
    return other.kind === 'parameter' && one.unit === other.unit && one.index === other.index
  return (
    one.kind === 'variable' && other.kind === 'variable' && one.unit === other.unit && one.name === other.name
  )
}
