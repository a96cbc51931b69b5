import type { Bound, Operation, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import { wordsIn } from '../words'
import { keyOf } from './artifacts'
import { goesBothWays } from './both-ways'
import { isFromEmptyTable, isLosing, numbersIn, numberText } from './bounds'
import type { Strength } from './evidence'

/** What a comparison of a metric proves on one of its outcomes. */
export type Comparison =
  | {
      readonly kind: 'gate'
      readonly accepts: boolean | null
      readonly strength: Strength
      readonly says: string
      readonly bound: Bound | null
    }
  | { readonly kind: 'void'; readonly says: string }

const mostItems = 8
const ordering = new Set(['<', '<=', '>', '>='])

/** Reads a comparison in which a metric meets a threshold or another metric; `null` where it is about something else. */
export function readComparison(
  linked: Linked,
  operation: Operation,
  unit: Unit | null = null,
): Comparison | null {
  const [left, right] = operation.operands
  if (!ordering.has(operation.operator) || !left || !right) return null
  const text = operation.span.file.text.slice(operation.span.start, operation.span.end)
  const [leftText = '', rightText = ''] = text.split(/<=|>=|<|>/)
  const sides = [sideOf(linked, left, leftText), sideOf(linked, right, rightText)] as const
  if (!sides.some(side => side.metric) || sides.some(side => side.count)) return null
  const flipped = isReference(sides[0], sides[1])
  const [candidate, bound] = flipped ? [sides[1], sides[0]] : [sides[0], sides[1]]
  const name = candidate.name || bound.name ? `\`${candidate.name || bound.name}\`` : 'a metric'
  if (left === right || areSame(keyOf(linked, left, 0), keyOf(linked, right, 0)))
    return { kind: 'void', says: `${name} is compared with itself` }
  if (bound.fromNothing) return { kind: 'void', says: `the table of thresholds for ${name} is empty` }
  // A number that a file says may be of the run before.
  if (candidate.literal && bound.literal && !candidate.read)
    return { kind: 'void', says: `${name} is a constant, and so is what it is compared with` }
  if (cannotFail(bound, candidate))
    return {
      kind: 'void',
      says: `the comparison of ${name} cannot fail: its bound is ${texts(bound.literals)}`,
    }
  const direction =
    isEitherWay(candidate, bound) || (unit && goesBothWays(linked, unit, operation))
      ? null
      : (candidate.direction ?? bound.direction)
  if (passesByDefault(candidate, bound, direction))
    return {
      kind: 'void',
      says: `where ${name} is missing, its default ${texts(candidate.literals)} passes`,
    }
  const greater = operation.operator.startsWith('>') !== flipped
  const accepts = direction === null ? null : greater === (direction === 'higher')
  const says = `${name} is compared with ${nameOfBound(candidate, bound)}`
  const open = opening(operation, candidate, bound, direction)
  return {
    kind: 'gate',
    accepts,
    strength: open ? 'medium' : 'strong',
    says: open ? `${says}, ${open}` : says,
    bound: boundOf(candidate, bound, direction),
  }
}

function nameOfBound(candidate: Side, bound: Side): string {
  if (bound.name !== '') return bound.name === candidate.name ? 'another one' : `\`${bound.name}\``
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
  operation: Operation,
  candidate: Side,
  bound: Side,
  direction: Side['direction'],
): string | null {
  const losing = bound.literal ? [] : bound.numbers.filter(number => isLosing(number, direction))
  const [worst] = losing
  if (worst === undefined) return null
  const same = losing.find(number => !candidate.literal && candidate.numbers.includes(number))
  if (same !== undefined && operation.operator.endsWith('='))
    return `and where both are missing, ${numberText(same)} ${operation.operator} ${numberText(same)} passes`
  return `which is ${numberText(worst)} where it is missing, so that anything passes`
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
  readonly metric: boolean
  readonly count: boolean
  /** Whether it is what a candidate is measured against: the higher, the more so. */
  readonly reference: number
  /** The same by its name alone. */
  readonly spoken: number
  /** Whether a configuration file says what it is. */
  readonly read: boolean
  readonly direction: 'higher' | 'lower' | null
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
  const better = directionOf(linked, phrases)
  const direction = better && isTurned(linked, value) ? opposite[better] : better
  const { values, complete, places } = possibleLiterals(linked, value)
  const literals = values.filter(v => typeof v === 'number')
  const literal = complete && literals.length > 0
  return {
    metric: !(value.kind === 'constant') && (direction !== null || has(metrics.other)),
    count: isCount(linked, [...names.slice(1), text]),
    reference: literal ? mostReference : spoken,
    spoken,
    read: places !== undefined,
    direction,
    literals,
    literal,
    numbers: numbersIn(linked, value),
    fromNothing: isFromEmptyTable(linked, value),
    gain:
      words.some(word => /^(delta|gain|improvement|diff|difference|change|lift|uplift)$/.test(word)) ||
      value.kind === 'operation',
    name: nameIn(text) || keyIn(value),
  }
}

const mostReference = 2

const opposite = { higher: 'lower', lower: 'higher' } as const

// `old_auc - new_auc`: what it is measured against less the candidate.
function isTurned(linked: Linked, value: Value): boolean {
  if (value.kind !== 'operation' || value.operator !== '-') return false
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

// The nearest name that says anything decides: `version.tags["f1"]` is an F1 and no version.
function isCount(linked: Linked, names: readonly string[]): boolean {
  const { counts } = linked.knowledge.metrics
  for (const name of names) {
    const phrases = phrasesOf(wordsIn(name))
    if (phrases.some(phrase => phrase.includes('_') && isMetric(linked, phrase))) return false
    if (phrases.some(phrase => counts.has(phrase))) return true
    if (phrases.some(phrase => isMetric(linked, phrase))) return false
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

function nameIn(text: string): string {
  const plain = text.trim().replace(/^[(\s]+|(?<![)\s])[)\s]+$/g, '')
  return plain.length <= mostShown && spelled.test(plain) && !/^[\d.]+$/.test(plain) ? plain : ''
}

const mostShown = 60
// `metrics["val/f1 (macro)"]`
const spelled = /^\w+(?:\.\w+|\[(?:\w+|"[^"`]*"|'[^'`]*')\])*$/
const keyed = /^[\w.()/ %@-]{1,40}$/

// `metrics.get("f1", 0)`, `float(metrics["f1"])`.
function keyIn(value: Value): string {
  const [first] = value.kind === 'result' ? value.call.arguments : []
  const key = value.kind === 'item' ? value.key : first?.value
  if (value.kind === 'mix')
    return value.of.map(way => (way.kind === 'mix' ? '' : keyIn(way))).find(name => name !== '') ?? ''
  if (key?.kind === 'constant' && typeof key.value === 'string') return keyed.test(key.value) ? key.value : ''
  return key && value.kind === 'result' && value.call.callee.kind === 'name' ? keyIn(key) : ''
}

// The name under which a number was found: a key, a field, a parameter, the function that gave it.
function namesIn(linked: Linked, value: Value, depth: number): readonly string[] {
  if (depth > 5) return []
  const inner = (v: Value): readonly string[] => namesIn(linked, v, depth + 1)
  switch (value.kind) {
    case 'item':
      return [...(value.key.kind === 'constant' ? [String(value.key.value)] : []), ...inner(value.of)]
    case 'collection':
      return value.items.slice(0, mostItems).flatMap(inner)
    case 'field':
      return [value.name, ...inner(value.of)]
    case 'variable':
      return [value.name]
    case 'parameter':
      return [linked.program.units.get(value.unit)?.parameters[value.index]?.name ?? '']
    case 'result': {
      const key = value.call.arguments[0]?.value
      const callee = referentsOf(linked, value.call.callee).flatMap(r =>
        r.kind === 'external' ? [r.name] : r.kind === 'unit' ? [r.unit.label] : [],
      )
      const own =
        value.call.callee.kind === 'field' ? [value.call.callee.name, ...inner(value.call.callee.of)] : []
      return [
        ...callee,
        ...own,
        ...(key?.kind === 'constant' ? [String(key.value)] : []),
        ...(key && /^(float|int|round|abs|max|min)$/.test(callee[0] ?? '') ? inner(key) : []),
      ]
    }
    case 'mix':
      return value.of.flatMap(way => (way.kind === 'mix' ? [] : inner(way)))
    case 'operation':
      return value.operands.flatMap(inner)
    default:
      return []
  }
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
