import type { Operation, Unit, Value } from '../../program'
import type { Outcome } from '../cases'
import type { Linked } from '../linked'
import { hole, possibleLiterals } from '../possible'
import type { SinkSite } from '../sinks'
import { classify } from '../targets'
import { askedOfText, isSame, textsIn } from './asked-of-text'
import { argumentNamed } from './givers'
import { settledOf } from './settled'

const mostBlocks = 400
const mostTexts = 8
/** A text that is none of those which are written down. */
const another = null

/** What makes a sink one: texts that were found, and whether another text is one too. */
export interface Meant {
  readonly texts: readonly string[]
  readonly isMeant: (text: string) => boolean
}

/** What a target means, by its texts and its list of words. */
export function meantBy(
  { knowledge }: Linked,
  { texts, words }: Pick<NonNullable<Outcome['target']>, 'texts' | 'words'>,
): Meant {
  const list = knowledge.words.get(words)
  const says = (text: string): boolean => !list || /^(production|unknown)$/.test(classify(text, list))
  return { texts, isMeant: text => texts.includes(text) || says(text) }
}

/** Whether control reaches a sink with one of the values that make it one: not behind `if stage == "Staging":`. */
export function isReachedAsOne(linked: Linked, sink: SinkSite): boolean {
  const { site, outcome } = sink
  const { target } = outcome
  const value = target ? argumentNamed(sink, target.argument) : undefined
  if (!target || !value) return true
  const open = target.texts.length === 0 || !possibleLiterals(linked, value).complete
  return mayReach(linked, site.unit, site.block, value, meantBy(linked, target), open)
}

/** Whether control reaches a block of a unit where a value is one that is meant; where it is open that may be any such text. */
export function mayReach(
  linked: Linked,
  unit: Unit,
  block: number,
  value: Value,
  { texts, isMeant }: Meant,
  open: boolean,
): boolean {
  const known = settledOf(value)
  if (known.kind === 'constant') return true
  const asked = open ? comparedIn(linked, unit, known).filter(isMeant) : []
  const all = new Set([...texts, ...asked, ...(open ? [another] : [])])
  return all.size > mostTexts || [...all].some(text => reaches(linked, unit, block, known, text))
}

// `if stage == "Production":` may hold where nobody writes down what is given.
function comparedIn(linked: Linked, { blocks }: Unit, value: Value): readonly string[] {
  return blocks.slice(0, mostBlocks).flatMap(({ facts }) => {
    const last = facts.at(-1)
    return last?.kind === 'test' && last.value.kind === 'operation'
      ? (comparedWith(linked, last.value, value)?.texts ?? [])
      : []
  })
}

/** Whether control reaches a block of a unit where a value is this text, or `null` for one that nobody writes down; parts of it may be holes. */
export function reaches(
  linked: Linked,
  unit: Unit,
  target: number,
  value: Value,
  text: string | null,
): boolean {
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
  const asked = text === another ? null : askedOfText(linked, tested, value, text)
  if (asked !== null || tested.kind !== 'operation' || text?.includes(hole)) return asked
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
  const is = (one: Value): boolean => isSame(linked, one, value)
  const other = is(left) ? right : !membership && is(right) ? left : null
  const texts = other && (membership ? textsIn(linked, other) : textsOf(linked, other))
  return texts && { texts, positive: operator === '==' || operator === 'in' }
}

function textsOf(linked: Linked, value: Value): readonly string[] | null {
  const { values, complete } = possibleLiterals(linked, value)
  const [only, second] = values
  return complete && typeof only === 'string' && second === undefined ? [only] : null
}
