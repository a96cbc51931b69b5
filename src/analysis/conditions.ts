import type { Argument, Span, Value } from '../program'
import type { Matcher } from '../rules/schema'
import { mayBeWhole } from './archives'
import { type Given, givenFor } from './arguments'
import { narrower } from './commands/lines'
import { switchMark, turnsOff } from './commands/options'
import { placesAmong } from './configuration/said'
import { isFresh } from './fresh'
import { givesBackOnly } from './given-back'
import type { Linked } from './linked'
import { holders, hole, type Literal, possibleLiterals } from './possible'
import { libraryNames, referentsOf } from './resolve'
import { classify, type Target } from './targets'
import { copies } from './texts'

export type Answer = 'yes' | 'no' | 'maybe'

/** Whether all of some answers are yes. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.includes('maybe') ? 'maybe' : 'yes'
}

export interface Tested {
  readonly answer: Answer
  /** For a target: the texts that speak of production, or that are not known. */
  readonly texts?: readonly string[]
  /** The argument that was asked, where it is another one than what was asked for. */
  readonly argument?: string
  /** Where configuration files say what fits. */
  readonly read?: readonly Span[]
}

/** Asks one argument of a call. Of a `safe` form all that it may be has to fit. */
export function askArgument(
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
    const turned = args.find(argument => argument.name === name + switchMark)
    if (turned) return { answer: askSwitch(linked, turned.value, matcher.given, safe) }
    if (safe && matcher.given && isPartlyGiven(given)) return { answer: 'maybe' }
    return { answer: (given.kind === 'given') === matcher.given ? 'yes' : 'no' }
  }
  if (given.kind === 'absent') return { answer: 'no' }
  if (given.kind === 'hidden') return { answer: 'maybe' }
  const own = decidingLine(linked, name, matcher, args)
  if (own) return { ...askGiven(linked, [own.value], matcher, safe), argument: own.name }
  return askGiven(linked, given.values, matcher, safe)
}

// `found[0] if found else Endpoint.create(display_name="churn")`: only one of the two has a name that can be seen.
function isPartlyGiven(given: Given): boolean {
  return given.kind === 'given' && given.values.some(({ kind }) => kind === 'unknown')
}

// A command that says `--stack prod` works there, whatever the job or the folder is called in which it stands.
function decidingLine(
  linked: Linked,
  name: string,
  matcher: Matcher,
  args: readonly Argument[],
): { readonly name: string; readonly value: Value } | null {
  const list = environmentsIn(linked, matcher)
  if (list === null) return null
  for (const one of narrower(name)) {
    const value = args.find(argument => argument.name === one)?.value
    const classes = value ? classesOf(linked, list, [value]).classes : []
    if (value && classes.some(({ target }) => target === 'production')) return { name: one, value }
  }
  return null
}

// Other lists say what a command is about, which its job tells as well as itself.
function environmentsIn({ knowledge }: Linked, matcher: Matcher): string | null {
  if (typeof matcher !== 'object' || matcher === null) return null
  const list = 'target' in matcher ? matcher.target : 'elsewhere' in matcher ? matcher.elsewhere : null
  return list !== null && knowledge.words.get(list)?.tells === 'environment' ? list : null
}

// `--dry-run=$DRY_RUN`
function askSwitch(linked: Linked, value: Value, wanted: boolean, safe: boolean): Answer {
  const { values, complete } = possibleLiterals(linked, value)
  const hits = values.filter(text => turnsOff(text) !== wanted)
  return decide(hits.length, values.length, complete && values.length > 0, safe)
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
    if ('empty' in matcher) return { answer: askEmpty(linked, matcher.empty, values, safe) }
    if ('tracked' in matcher) return { answer: askTracked(linked, matcher.tracked, values) }
    if ('whole' in matcher) return askWhole(linked, matcher.whole, values)
    if ('fresh' in matcher) return askFresh(linked, matcher.fresh, values)
  }
  return askLiterals(linked, values, matcher, safe)
}

function askWhole(linked: Linked, wanted: boolean, values: readonly Value[]): Tested {
  const whole = values.some(value => mayBeWhole(linked, value))
  return { answer: whole === wanted ? 'yes' : 'no' }
}

function askFresh(linked: Linked, wanted: boolean, values: readonly Value[]): Tested {
  const fresh = values.length > 0 && values.every(value => isFresh(linked, value))
  return { answer: fresh === wanted ? 'yes' : 'no' }
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
  if (isUntried(literal, matcher)) return true
  if (typeof literal !== 'string' || !literal.includes(hole)) return false
  if (typeof matcher !== 'object' || matcher === null || !('suffix' in matcher)) return true
  const end = literal.slice(literal.lastIndexOf(hole) + hole.length).toLowerCase()
  return matcher.suffix.some(suffix => suffix.endsWith(end))
}

// Trying an expression takes time that may grow with the square of the text.
const mostTried = 10_000

function isUntried(literal: Literal, matcher: LiteralMatcher): boolean {
  const isLong = typeof literal === 'string' && literal.length > mostTried
  return isLong && typeof matcher === 'object' && matcher !== null && 'matches' in matcher
}

type GivenMatcher = Exclude<Matcher, { given: boolean }>

type LiteralMatcher = Extract<
  Matcher,
  Literal | { 'one-of': unknown } | { between: unknown } | { suffix: unknown } | { matches: string }
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
  const pattern = new RegExp(matcher.matches)
  return value => typeof value === 'string' && !isUntried(value, matcher) && pattern.test(value)
}

function askNames(linked: Linked, names: readonly string[], given: readonly Value[], safe: boolean): Answer {
  const values = given.map(value => copied(linked, value, names))
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

// `list(get_untrusted_types(file=path))` says the same as what it copies, and `Stage(Stage.ARCHIVED)` as the member.
function copied(linked: Linked, value: Value, names: readonly string[]): Value {
  const [first] = value.kind === 'result' ? value.call.arguments : []
  if (value.kind !== 'result' || !first) return value
  const isCopy = libraryNames(linked, value.call.callee).some(
    called => copies.test(called) || names.some(name => name.startsWith(`${called}.`)),
  )
  return isCopy ? first.value : value
}

function askEmpty(linked: Linked, wanted: boolean, values: readonly Value[], safe: boolean): Answer {
  const ways = values.map(value => {
    const held = holders(linked, value)
    const { values: literals, complete } = possibleLiterals(linked, value)
    if (held.length === 0) return { empty: literals.map(literal => literal === null), complete }
    return { empty: [...held.map(isEmpty), ...(literals.includes(null) ? [true] : [])], complete: true }
  })
  const empty = ways.flatMap(way => way.empty)
  const complete = ways.every(way => way.complete)
  return decide(empty.filter(is => is === wanted).length, empty.length, complete, safe)
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
