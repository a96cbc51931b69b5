import type { Argument, Span } from '../program'
import type { Case, Matcher, Sink } from '../rules/schema'
import { type Answer, askArgument, every } from './conditions'
import { rank } from './levels'
import type { Linked } from './linked'
import { type PinAnswer, pinFor } from './versions'

/** What a sink turns out to be at one call. */
export interface Outcome {
  readonly hazard: string
  /** Further hazards that the case is. */
  readonly also: readonly string[]
  readonly says: string
  readonly level: Case['level'] | null
  /** The level where the call names no environment, and what surrounds it places it in production. */
  readonly automatic: Case['automatic'] | null
  /** The level where another kind of command in the same job promotes too. */
  readonly beside: Case['beside'] | null
  /** Below which no origin takes it. */
  readonly floor: Case['floor']
  readonly fix: string | null
  /** Whether it could only not be ruled out. */
  readonly possible: boolean
  /** The argument that names what is moved to, what it may say, and the list of words that say so. */
  readonly target: {
    readonly argument: string
    readonly texts: readonly string[]
    readonly words: string
  } | null
  /** Arguments that have to be true. */
  readonly flags: readonly string[]
  /** The manifest that decided. */
  readonly pin: PinAnswer | null
  /** Where configuration files say what decided. */
  readonly read: readonly Span[]
}

/** Asks the cases of a sink in order; `null` where the call is harmless. */
export function outcomeOf(
  linked: Linked,
  sink: Sink,
  args: readonly Argument[],
  path: string,
): Outcome | null {
  if (sink.when.length === 0) return outcome(sink, {}, false, { target: null, read: [] }, null)
  let fallback: Outcome | null = null
  let pin: PinAnswer | null = null
  for (const [i, entry] of sink.when.entries()) {
    const certain = entry.safe !== undefined || isMilder(entry, sink.when.slice(i + 1))
    const asked = ask(linked, sink, entry, args, path, certain)
    // That some version is surely none of the safe ones says more than what follows.
    if (asked.pin?.setting && !pin?.excludes)
      pin = { ...asked.pin, excludes: asked.pin.excludes && entry.safe !== undefined }
    if (asked.answer === 'no') continue
    if (entry.safe !== undefined) {
      if (asked.answer === 'yes') return fallback
      continue
    }
    if (certain && asked.answer === 'maybe') continue
    const found = outcome(sink, entry, asked.answer === 'maybe', asked, pin)
    if (asked.answer === 'yes') return found
    fallback ??= found
  }
  return fallback
}

// What would be a note in one form and more in any other, or asks more than a heavier one: doubt is not taken for the milder.
function isMilder(entry: Case, others: readonly Case[]): boolean {
  if (others.some(other => isPartOf(other, entry) && weightOf(other) > weightOf(entry))) return true
  return entry.level === 'note' && others.some(other => !other.if && !other.pinned && isHeavier(other))
}

// Whether all that a case asks another one asks as well.
function isPartOf({ if: asked, pinned, safe }: Case, { if: more = {} }: Case): boolean {
  if (!asked || pinned !== undefined || safe !== undefined) return false
  return Object.entries(asked).every(
    ([name, matcher]) => JSON.stringify(more[name]) === JSON.stringify(matcher),
  )
}

// A case without a level of its own has that of its rule, and is no milder than another.
function weightOf({ level }: Case): number {
  return level === undefined ? rank.error : rank[level]
}

function isHeavier({ safe, level, automatic }: Case): boolean {
  return safe === undefined && level !== 'note' && (level !== undefined || automatic === undefined)
}

function outcome(
  sink: Sink,
  entry: Case,
  possible: boolean,
  { target, read }: Pick<Asked, 'target' | 'read'>,
  pin: PinAnswer | null,
): Outcome {
  return {
    hazard: entry.report ?? sink.does,
    also: entry.also ?? [],
    says: entry.says ?? sink.says,
    level: entry.level ?? null,
    automatic: entry.automatic ?? null,
    beside: entry.beside ?? null,
    floor: entry.floor,
    fix: entry.fix ?? null,
    possible,
    target,
    flags: Object.entries(entry.if ?? {}).flatMap(([name, matcher]) => (matcher === true ? [name] : [])),
    pin,
    read,
  }
}

/** Whether a call surely meets the conditions of a catalogue entry. */
export function conditionsHold(
  linked: Linked,
  entry: { readonly parameters: readonly string[]; readonly if?: Case['if'] },
  args: readonly Argument[],
): boolean {
  return Object.entries(entry.if ?? {}).every(
    ([name, matcher]) => askArgument(linked, entry.parameters, name, matcher, args, true).answer === 'yes',
  )
}

function isTarget(matcher: Matcher): matcher is Extract<Matcher, { target: string }> {
  return typeof matcher === 'object' && matcher !== null && 'target' in matcher
}

interface Asked {
  readonly answer: Answer
  readonly target: Outcome['target']
  readonly pin: PinAnswer | null
  readonly read: readonly Span[]
}

function ask(
  linked: Linked,
  sink: Sink,
  entry: Case,
  args: readonly Argument[],
  path: string,
  safe: boolean,
): Asked {
  const answers: Answer[] = []
  let target: Outcome['target'] = null
  const read: Span[] = []
  for (const [name, matcher] of Object.entries(entry.if ?? {})) {
    const tested = askArgument(linked, sink.parameters, name, matcher, args, safe)
    answers.push(tested.answer)
    read.push(...(tested.read ?? []))
    if (tested.texts && isTarget(matcher))
      target = { argument: tested.argument ?? name, texts: tested.texts, words: matcher.target }
  }
  const pin =
    entry.pinned && !answers.includes('no')
      ? pinFor(linked, entry.pinned, path, entry.safe !== undefined)
      : null
  // A version that nobody pins is no sign of an old one: a case that needs one must be sure.
  if (pin) answers.push(pin.answer === 'maybe' && !safe ? 'no' : pin.answer)
  return { answer: every(answers), target, pin, read }
}
