import type { Argument, Span, Value } from '../program'
import type { Case, Matcher, Sink } from '../rules/schema'
import { givenFor } from './arguments'
import { placesAmong } from './configuration/said'
import { givesBackOnly } from './given-back'
import type { Linked } from './linked'
import { holders, hole, type Literal, possibleLiterals } from './possible'
import { referentsOf } from './resolve'
import { classify, type Target } from './targets'
import { type PinAnswer, pinFor } from './versions'

export type Answer = 'yes' | 'no' | 'maybe'

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
  /** The argument that names what is moved to, and what it may say. */
  readonly target: { readonly argument: string; readonly texts: readonly string[] } | null
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
    pin = asked.pin?.setting ? asked.pin : pin
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

// What would be a note in one form and more in any other: doubt is not taken for the milder one.
function isMilder({ level }: Case, others: readonly Case[]): boolean {
  return level === 'note' && others.some(other => !other.if && !other.pinned && isHeavier(other))
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
    if (tested.texts) target = { argument: name, texts: tested.texts }
  }
  const pin = entry.pinned && !answers.includes('no') ? pinFor(linked, entry.pinned, path) : null
  // A version that nobody pins is no sign of an old one: a case that needs one must be sure.
  if (pin) answers.push(pin.answer === 'maybe' && !safe ? 'no' : pin.answer)
  return { answer: every(answers), target, pin, read }
}

function every(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('maybe') ? 'maybe' : 'yes'
}

interface Tested {
  readonly answer: Answer
  /** For a target: the texts that speak of production, or that are not known. */
  readonly texts?: readonly string[]
  /** Where configuration files say what fits. */
  readonly read?: readonly Span[]
}

function askArgument(
  linked: Linked,
  parameters: readonly string[],
  name: string,
  matcher: Matcher,
  args: readonly Argument[],
  safe: boolean,
): Tested {
  const given = givenFor(linked, args, parameters, name)
  if (typeof matcher === 'object' && matcher !== null && 'given' in matcher) {
    if (given.kind === 'hidden') return { answer: 'maybe' }
    return { answer: (given.kind === 'given') === matcher.given ? 'yes' : 'no' }
  }
  if (given.kind === 'absent') return { answer: 'no' }
  if (given.kind === 'hidden') return { answer: 'maybe' }
  return askGiven(linked, given.values, matcher, safe)
}

function askGiven(linked: Linked, values: readonly Value[], matcher: GivenMatcher, safe: boolean): Tested {
  if (typeof matcher === 'object' && matcher !== null) {
    if ('target' in matcher) return askTarget(linked, matcher.target, values, safe)
    if ('mentions' in matcher) return { answer: askMentions(linked, matcher.mentions, values) }
    if ('unless-elsewhere' in matcher) {
      const list = matcher['unless-elsewhere']
      return { answer: askElsewhere(linked, list, values, true) === 'yes' ? 'no' : 'yes' }
    }
    if ('elsewhere' in matcher) return { answer: askElsewhere(linked, matcher.elsewhere, values, safe) }
    if ('resolves' in matcher) return { answer: askNames(linked, matcher.resolves, values, safe) }
    if ('empty' in matcher) return { answer: askEmpty(linked, matcher.empty, values) }
    if ('tracked' in matcher) return { answer: askTracked(linked, matcher.tracked, values) }
  }
  return askLiterals(linked, values, matcher, safe)
}

function askTarget(linked: Linked, list: string, values: readonly Value[], safe: boolean): Tested {
  const { classes, open } = classesOf(linked, list, values)
  const hits = classes.filter(c => c.target === 'production')
  return {
    answer: decide(hits.length, classes.length, !open, safe),
    texts: hits.map(c => String(c.literal)),
    read: placesAmong(
      linked,
      values,
      hits.map(c => c.literal),
    ),
  }
}

// Beside what it is about stand options, which say nothing: `-q`.
function askMentions(linked: Linked, list: string, values: readonly Value[]): Answer {
  const { classes, open } = classesOf(linked, list, values)
  const said = classes.filter(c => c.target !== 'neutral')
  return decide(said.filter(c => c.target === 'production').length, said.length, !open, true)
}

function askElsewhere(linked: Linked, list: string, values: readonly Value[], safe: boolean): Answer {
  const { classes, open } = classesOf(linked, list, values)
  return decide(classes.filter(c => c.target === 'other').length, classes.length, !open, safe)
}

function classesOf(
  linked: Linked,
  list: string,
  values: readonly Value[],
): { readonly classes: readonly { literal: Literal; target: Target }[]; readonly open: boolean } {
  const words = linked.knowledge.words.get(list)
  if (!words) throw new Error(`no word list ${list}`)
  const { literals, complete } = literalsOf(linked, values)
  const classes = literals.map(literal => ({ literal, target: classify(literal, words) }))
  return { classes, open: !complete || classes.some(c => c.target === 'unknown') }
}

function askLiterals(
  linked: Linked,
  values: readonly Value[],
  matcher: LiteralMatcher,
  safe: boolean,
): Tested {
  const test = literalTest(matcher)
  const { literals, complete } = literalsOf(linked, values)
  const open = !complete || literals.some(literal => isOpen(literal, matcher) && !test(literal))
  const hits = literals.filter(test)
  return {
    answer: decide(hits.length, literals.length, !open, safe),
    read: placesAmong(linked, values, hits),
  }
}

// A text of which a part is not known; its end may be known all the same.
function isOpen(literal: Literal, matcher: LiteralMatcher): boolean {
  if (typeof literal !== 'string' || !literal.includes(hole)) return false
  if (typeof matcher !== 'object' || matcher === null || !('suffix' in matcher)) return true
  const end = literal.slice(literal.lastIndexOf(hole) + hole.length).toLowerCase()
  return matcher.suffix.some(suffix => suffix.length > end.length && suffix.endsWith(end))
}

type GivenMatcher = Exclude<Matcher, { given: boolean }>

type LiteralMatcher = Exclude<
  Matcher,
  { target: string } | { elsewhere: string } | { 'unless-elsewhere': string } | { given: boolean }
>

// A hazard needs one value that fits; to be safe, every value must.
function decide(hits: number, of: number, complete: boolean, safe: boolean): Answer {
  if (safe) {
    if (complete && of > 0 && hits === of) return 'yes'
    return hits > 0 || !complete ? 'maybe' : 'no'
  }
  if (hits > 0) return 'yes'
  return complete ? 'no' : 'maybe'
}

function literalsOf(linked: Linked, values: readonly Value[]): { literals: Literal[]; complete: boolean } {
  const parts = values.map(value => possibleLiterals(linked, value))
  return { literals: parts.flatMap(part => part.values), complete: parts.every(part => part.complete) }
}

function literalTest(matcher: LiteralMatcher): (value: Literal) => boolean {
  if (typeof matcher !== 'object' || matcher === null) return value => value === matcher
  if ('one-of' in matcher) return value => matcher['one-of'].includes(value)
  if ('between' in matcher) {
    const [low, high] = matcher.between
    return value => typeof value === 'number' && value >= low && value <= high
  }
  if ('suffix' in matcher)
    return value => typeof value === 'string' && matcher.suffix.some(s => value.toLowerCase().endsWith(s))
  if ('matches' in matcher) {
    const pattern = new RegExp(matcher.matches)
    return value => typeof value === 'string' && pattern.test(value)
  }
  return () => false
}

function askNames(linked: Linked, names: readonly string[], values: readonly Value[], safe: boolean): Answer {
  const referents = values.flatMap(value => referentsOf(linked, value))
  const hits = referents.filter(
    r =>
      (r.kind === 'external' && names.includes(r.name)) ||
      (safe && r.kind === 'unit' && givesBackOnly(linked, r.unit, names)),
  )
  // What is written out is no name: `trusted=["acme.Ratio"]`.
  const named = values.filter(
    value => possibleLiterals(linked, value).values.length === 0 && holders(linked, value).length === 0,
  )
  return decide(hits.length, referents.length, referents.length > 0 || named.length === 0, safe)
}

function askEmpty(linked: Linked, wanted: boolean, values: readonly Value[]): Answer {
  const answers = values.map((value): Answer => {
    const held = holders(linked, value)
    const { values: literals, complete } = possibleLiterals(linked, value)
    if (held.length > 0) return held.every(isEmpty) === wanted ? 'yes' : 'no'
    return complete && literals.length > 0 ? (literals.includes(null) === wanted ? 'yes' : 'no') : 'maybe'
  })
  return every(answers)
}

// Where a program starts is not known, so the end of a path is enough.
function askTracked(linked: Linked, wanted: boolean, values: readonly Value[]): Answer {
  const { literals, complete } = literalsOf(linked, values)
  if (!complete || literals.length === 0) return 'maybe'
  const paths = [...linked.program.paths]
  const tracked = literals.every(literal => {
    const path = String(literal).replace(/^(?:\.{1,2}\/)+/, '')
    return paths.some(known => known === path || known.endsWith(`/${path}`))
  })
  return tracked === wanted ? 'yes' : 'no'
}

function isEmpty(holder: Value): boolean {
  if (holder.kind === 'collection') return holder.items.length === 0
  return holder.kind === 'dictionary' && holder.entries.length === 0
}
