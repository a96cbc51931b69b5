import type { Bound, Operation, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { wordsIn } from '../words'
import { keyOf } from './artifacts'
import { goesBothWays } from './both-ways'
import { isFromEmptyTable, isLosing, mayBeNan, numbersIn, numberText } from './bounds'
import { type BoundAsked, boundAsked, cannotFailBy, losingIn, openBy } from './bounds-given'
import type { Strength } from './evidence'
import { betterByMargin } from './margins'
import { convertedIn, keyIn, nameIn, namesIn, namesTaken } from './names'
import { waysOf } from './settled'
import { isMeasuredOnTraining, isOfTraining } from './training'

/** What a comparison of a metric proves on one of its outcomes. */
export type Comparison =
  | {
      readonly kind: 'gate'
      readonly accepts: boolean | null
      readonly strength: Strength
      readonly says: string
      readonly bound: Bound | null
      readonly asked: BoundAsked | null
    }
  | { readonly kind: 'void'; readonly says: string }

const ordering = new Set(['<', '<=', '>', '>='])

/** Reads a comparison in which a metric meets a threshold or another metric; `null` where it is about something else. */
export function readComparison(
  linked: Linked,
  operation: Operation,
  unit: Unit | null = null,
): Comparison | null {
  const [left, right] = operation.operands
  if (!ordering.has(operation.operator) || !left || !right) return null
  const [leftText, rightText] = textsOf(operation)
  const sides = [sideOf(linked, left, leftText), sideOf(linked, right, rightText)] as const
  if (!sides.some(side => side.metric) || sides.some(side => side.count)) return null
  const flipped = isReference(sides[0], sides[1])
  const [candidate, bound] = flipped ? [sides[1], sides[0]] : [sides[0], sides[1]]
  const shown = candidate.name || (candidate.metric ? '' : bound.name)
  const name = shown ? `\`${shown}\`` : 'a metric'
  const hollow =
    left === right || areSame(keyOf(linked, left, 0), keyOf(linked, right, 0))
      ? `${name} is compared with itself`
      : (hollowReason(name, candidate, bound) ?? trainingReason(linked, name, unit, flipped ? right : left))
  if (hollow !== null) return { kind: 'void', says: hollow }
  const direction =
    isEitherWay(candidate, bound) || (unit && goesBothWays(linked, unit, operation))
      ? null
      : (candidate.direction ?? bound.byMargin ?? bound.direction)
  if (passesByDefault(candidate, bound, direction))
    return {
      kind: 'void',
      says: `where ${name} is missing, its default ${texts(candidate.literals)} passes`,
    }
  const greater = operation.operator.startsWith('>') !== flipped
  const accepts = direction === null ? null : greater === (direction === 'higher')
  if (accepts === false && [left, right].some(side => mayBeNan(linked, side)))
    return { kind: 'void', says: `where ${name} is missing, it is NaN, which no comparison stops` }
  const says = `${name} is compared with ${nameOfBound(shown, bound)}`
  const losing = losingBounds(linked, candidate, bound, direction)
  const open = opening(linked, operation, candidate, bound, losing)
  return {
    kind: 'gate',
    accepts,
    strength: open ? 'medium' : 'strong',
    says: open ? `${says}, ${open}` : says,
    bound: boundOf(candidate, bound, direction),
    asked: candidate.gain
      ? null
      : boundAsked(bound.value, { name, says, better: direction, doubted: losing.length > 0 }),
  }
}

// Why nothing is learnt from a comparison, whatever the metric says.
function hollowReason(name: string, candidate: Side, bound: Side): string | null {
  if (bound.fromNothing) return `the table of thresholds for ${name} is empty`
  // A number that a file says may be of the run before.
  if (candidate.literal && bound.literal && !candidate.read)
    return `${name} is a constant, and so is what it is compared with`
  return cannotFail(bound, candidate) ? cannotFailBy(name, bound.literals) : null
}

function trainingReason(linked: Linked, name: string, unit: Unit | null, metric: Value): string | null {
  const isKnown = unit !== null && isMeasuredOnTraining(linked, unit, metric)
  return isKnown ? `${name} is measured on the data that the model was fitted to` : null
}

// A call that stands for a comparison spells its sides in a way of its own.
function textsOf({ span: { file, start, end } }: Operation): readonly [left: string, right: string] {
  const [left, right] = file.text.slice(start, end).split(/<=|>=|<|>/)
  return left === undefined || right === undefined ? ['', ''] : [left, right]
}

function nameOfBound(candidate: string, bound: Side): string {
  if (bound.name !== '') return bound.name === candidate ? 'another one' : `\`${bound.name}\``
  return bound.metric && !bound.literal ? 'another metric' : 'a bound'
}

// Of two things that cannot be read nobody knows whether they are the same.
function areSame(first: string, second: string): boolean {
  return first === second && !first.includes('?')
}

// A bound that may be one of several numbers is none that could be compared with another.
function boundOf(candidate: Side, bound: Side, better: Side['direction']): Bound | null {
  const [value, other] = bound.literals
  if (!bound.literal || value === undefined || other !== undefined || better === null) return null
  return candidate.name === '' ? null : { metric: candidate.name, value, better }
}

// Where the reference cannot be read, it counts as the worst there is: the first model passes, and so does any after an error.
function opening(
  linked: Linked,
  operation: Operation,
  candidate: Side,
  bound: Side,
  losing: readonly number[],
): string | null {
  if (!candidate.gain && isOfTraining(linked, candidate.name))
    return 'and by its name it is one of the data that the model was trained on'
  const [worst] = losing
  if (worst === undefined) return null
  const same = losing.find(number => !candidate.literal && candidate.numbers.includes(number))
  if (same !== undefined && operation.operator.endsWith('='))
    return `and where both are missing, ${numberText(same)} ${operation.operator} ${numberText(same)} passes`
  if (isBestOf(linked, bound.value, candidate.value))
    return `which starts at ${numberText(worst)} and is the best of them`
  return openBy(linked, bound.value, worst)
}

function losingBounds(
  linked: Linked,
  candidate: Side,
  bound: Side,
  direction: Side['direction'],
): readonly number[] {
  const missing = bound.literal ? [] : bound.numbers.filter(number => isLosing(number, direction))
  return missing.length > 0 || candidate.gain ? missing : losingIn(linked, bound.value, direction)
}

// `if f1 > best: best = f1`: what wins is what the next one is compared with.
function isBestOf(linked: Linked, bound: Value, candidate: Value): boolean {
  const key = keyOf(linked, candidate, 0)
  return waysOf(bound).some(way => way === candidate || areSame(keyOf(linked, way, 0), key))
}

function texts(numbers: readonly number[]): string {
  return numbers.map(numberText).join(' or ')
}

// A metric that is not there must not pass: `metrics.get("rmse", 0) > 3.0` never stops a model without one.
function passesByDefault(candidate: Side, bound: Side, direction: Side['direction']): boolean {
  if (candidate.literal || candidate.literals.length === 0 || direction === null) return false
  const bounds = bound.literal ? bound.literals : [direction === 'higher' ? 0.999 : 0.001]
  return candidate.literals.some(fallback =>
    bounds.every(limit => (direction === 'higher' ? fallback >= limit : fallback <= limit)),
  )
}

interface Side {
  readonly value: Value
  readonly metric: boolean
  readonly count: boolean
  /** Whether it is what a candidate is measured against: the higher, the more so. */
  readonly reference: number
  /** The same by its name alone. */
  readonly spoken: number
  /** Whether a configuration file says what it is. */
  readonly read: boolean
  readonly direction: 'higher' | 'lower' | null
  /** Which way is better where this is the bound, by what has to be won. */
  readonly byMargin: 'higher' | 'lower' | null
  readonly literals: readonly number[]
  /** Whether these literals are all that it can be. */
  readonly literal: boolean
  /** The numbers that are written down for it, infinities among them. */
  readonly numbers: readonly number[]
  /** Whether it is looked up in a table in which nothing stands. */
  readonly fromNothing: boolean
  /** Whether it is a difference of metrics, for which 0 is a bound. */
  readonly gain: boolean
  readonly name: string
}

function sideOf(linked: Linked, value: Value, text: string): Side {
  const { metrics } = linked.knowledge
  const names = [text, ...namesIn(linked, value, 0)]
  const words = wordsIn(names.join(' '))
  const phrases = phrasesOf(words)
  const has = (list: ReadonlySet<string>): boolean => phrases.some(phrase => list.has(phrase))
  const spoken = spokenRole(linked, phrases)
  const named = directionOf(linked, phrases)
  const better = words.some(word => won.test(word)) ? 'higher' : named
  const direction = better && isTurned(linked, value) ? opposite[better] : better
  const { values, complete, places } = possibleLiterals(linked, value)
  const literals = values.filter(v => typeof v === 'number')
  // `float("-inf")` is written out and no literal.
  const literal = complete && literals.length > 0 && values.every(v => typeof v !== 'string')
  return {
    value,
    metric: !(value.kind === 'constant') && (direction !== null || has(metrics.other)),
    count: isCount(linked, [...namesTaken(linked, value), text, ...names.slice(1)]),
    reference: literal ? mostReference : spoken,
    spoken,
    read: places !== undefined,
    direction,
    byMargin: named ? null : betterByMargin(linked, value),
    literals,
    literal,
    numbers: numbersIn(linked, value),
    fromNothing: isFromEmptyTable(linked, value),
    gain:
      words.some(word => won.test(word) || /^(delta|diff|difference|change)$/.test(word)) ||
      value.kind === 'operation',
    name: nameIn(text) || keyIn(value) || nameIn(convertedIn(text)),
  }
}

const mostReference = 2
// Of these there cannot be too much, whatever is less by it: `rmse_improvement`.
const won = /^(gain|improvement|reduction|lift|uplift)$/

const opposite = { higher: 'lower', lower: 'higher' } as const

// `old_auc - new_auc`: what it is measured against less the candidate. `-auc`.
function isTurned(linked: Linked, value: Value): boolean {
  if (value.kind !== 'operation' || value.operator !== '-') return false
  if (value.operands.length === 1) return true
  const [first = 0, second = 0] = value.operands.map(operand =>
    spokenRole(linked, phrasesOf(wordsIn(namesIn(linked, operand, 0).join(' ')))),
  )
  return first > second
}

function spokenRole({ knowledge: { metrics } }: Linked, phrases: readonly string[]): number {
  const has = (list: ReadonlySet<string>): boolean => phrases.some(phrase => list.has(phrase))
  if (has(metrics.reference)) return mostReference
  if (has(metrics.stages)) return 1
  return has(metrics.candidate) ? -1 : 0
}

// The nearest name that says anything decides: `version.tags["f1"]` is an F1 and no version. In it the last word does:
// `epoch_loss` is a loss, and `error_count` a count.
function isCount(linked: Linked, names: readonly string[]): boolean {
  const { counts } = linked.knowledge.metrics
  for (const name of names) {
    const words = wordsIn(name)
    if (phrasesOf(words).some(phrase => phrase.includes('_') && isMetric(linked, phrase))) return false
    const last = words.findLast(word => counts.has(word) || isMetric(linked, word))
    if (last !== undefined) return counts.has(last)
  }
  return false
}

// A name of several words is more particular than each of them: `error_coverage` is no error.
function phrasesOf(words: readonly string[]): readonly string[] {
  return [4, 3, 2, 1].flatMap(length =>
    words.slice(length - 1).map((_, at) => words.slice(at, at + length).join('_')),
  )
}

function directionOf({ knowledge: { metrics } }: Linked, phrases: readonly string[]): Side['direction'] {
  const particular = phrases.find(
    phrase => phrase.includes('_') && (metrics.lower.has(phrase) || metrics.higher.has(phrase)),
  )
  const asked = particular ? [particular] : phrases
  if (asked.some(phrase => metrics.lower.has(phrase))) return 'lower'
  return asked.some(phrase => metrics.higher.has(phrase)) ? 'higher' : null
}

function isMetric({ knowledge: { metrics } }: Linked, phrase: string): boolean {
  return metrics.lower.has(phrase) || metrics.higher.has(phrase) || metrics.other.has(phrase)
}

function isReference(left: Side, right: Side): boolean {
  // Of two numbers in files only the names tell.
  const [first, second] =
    left.read && right.read ? [left.spoken, right.spoken] : [left.reference, right.reference]
  if (first !== second) return first > second
  return !left.metric && right.metric
}

// Two metrics, and nothing says which of them is the candidate's.
function isEitherWay(left: Side, right: Side): boolean {
  return left.metric && right.metric && !left.literal && !right.literal && left.spoken === right.spoken
}

// `accuracy > 0` holds for any model. A gain of more than 0 is a gain.
function cannotFail(bound: Side, candidate: Side): boolean {
  if (!bound.literal || candidate.gain || candidate.direction === 'lower') return false
  return bound.literals.every(limit => limit <= 0)
}
