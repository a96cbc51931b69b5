import { check } from '../../src/analysis/check'
import { once } from '../../src/base/once'
import type { Program } from '../../src/program'
import type { Catalog, Example, RuleSet } from '../../src/rules/schema'
import { filesOf, openReader } from '../support/analyse'
import { environmentsOf, sourcesOf } from './expectation'
import { asHeld, type Entry, entriesOf, type Mutant, type Section, withSection, wordsOf } from './mutants'

/** An example that tells whether the catalogue still knows what it knew. */
export interface Trial {
  readonly title: string
  /** The library whose example it is; nothing for a rule's. */
  readonly library: string | null
  readonly text: string
  readonly program: Program
  /** What it is read as where other things are known of actions. */
  readonly read: (rules: RuleSet) => Program
  /** The catalogue without the entries that this example does not name: asking it takes a fraction of the time. */
  readonly rules: RuleSet
  readonly before: string
  /** `before`, as words are looked up in it. */
  readonly said: string
}

type Words = ReadonlyMap<unknown, readonly string[]>
type Names = (section: Section, entry: Entry) => boolean

/** The examples of all rules and libraries, read once. */
export async function readTrials(rules: RuleSet): Promise<Trial[]> {
  const owned = [
    ...rules.rules.flatMap(({ examples }) => ownedBy(null, examples)),
    ...rules.catalogs.flatMap(({ library, examples }) => ownedBy(library, examples)),
  ]
  const words: Words = new Map(
    rules.catalogs
      .flatMap(entriesOf)
      .map(({ section, entry }) => [keyOf(section, entry), wordsOf(section, entry)]),
  )
  const all = [...new Set([...words.values()].flat())]
  const trials: Trial[] = []
  const reader = await openReader()
  for (const { library, example } of owned) {
    const sources = sourcesOf(example)
    const text = asHeld(JSON.stringify(sources))
    const read = (known: RuleSet) => reader(filesOf(sources), environmentsOf(example), known)
    const program = read(rules)
    const held = new Set(all.filter(word => text.includes(word)))
    const names = (section: Section, entry: Entry) =>
      (words.get(keyOf(section, entry)) ?? []).some(word => held.has(word))
    trials.push(trialOf(rules, names, { title: example.title, library, text, program, read }))
  }
  return trials
}

/** Whether an example notices that the catalogue was changed. */
export function isNoticed(
  rules: RuleSet,
  trials: readonly Trial[],
  library: string,
  mutant: Mutant,
): boolean {
  const { words, section } = mutant
  const notices = (trial: Trial) => {
    const known = mutated(section === 'contexts' ? rules : trial.rules, library, mutant)
    return outcome(section === 'actions' ? trial.read(known) : trial.program, known) !== trial.before
  }
  const able = ableOnes(trials, words)
  for (const group of likeliestFirst(able, library, mutant)) {
    const trial = group().find(notices)
    if (trial) {
      noticed.set(mutant.entry.value, trial)
      return true
    }
  }
  return false
}

// The changes of one entry mostly have the same words.
let last: {
  readonly key: string
  readonly trials: readonly Trial[]
  readonly able: readonly Trial[]
} | null = null

function ableOnes(trials: readonly Trial[], words: readonly string[]): readonly Trial[] {
  const key = words.join('\n')
  if (last?.key !== key || last.trials !== trials) {
    const able =
      words.length === 0 ? trials : trials.filter(({ text }) => words.some(word => text.includes(word)))
    last = { key, trials, able }
  }
  return last.able
}

// What noticed one change of an entry mostly notices the next one.
const noticed = new Map<unknown, Trial>()

// All of them in the end; the order saves four checks of five.
function likeliestFirst(
  able: readonly Trial[],
  library: string,
  { entry, words }: Mutant,
): (() => readonly Trial[])[] {
  const before = able.filter(trial => trial === noticed.get(entry.value))
  const sorted = once(() => {
    const known = ordered.get(entry.value)
    const trials = known?.words === words ? known.trials : byLikeness(able, entry)
    ordered.set(entry.value, { words, trials })
    return trials.filter(trial => !before.includes(trial))
  })
  return [
    () => before,
    () => sorted().filter(trial => trial.library === library),
    () => sorted().filter(trial => trial.library !== library),
  ]
}

// The changes of one entry ask the same examples.
const ordered = new Map<unknown, { readonly words: readonly string[]; readonly trials: readonly Trial[] }>()

function byLikeness(able: readonly Trial[], entry: Entry): readonly Trial[] {
  const said = new Set((JSON.stringify(entry).match(/[\p{L}\p{N} ._-]{5,}/gu) ?? []).map(asHeld))
  const score = ({ text, said: before }: Trial) =>
    [...said].filter(word => text.includes(word) || before.includes(word)).length
  return able
    .map(trial => ({ trial, score: score(trial) }))
    .sort((a, b) => b.score - a.score || a.trial.text.length - b.trial.text.length)
    .map(({ trial }) => trial)
}

function keyOf(section: Section, { key, value }: Entry): unknown {
  return typeof value === 'object' ? value : `${section} ${key} ${value}`
}

function ownedBy(
  library: string | null,
  examples: Catalog['examples'],
): { library: string | null; example: Example }[] {
  return [...(examples?.bad ?? []), ...(examples?.good ?? [])].map(example => ({ library, example }))
}

function trialOf(
  rules: RuleSet,
  names: Names,
  about: Pick<Trial, 'title' | 'library' | 'text' | 'program' | 'read'>,
): Trial {
  const before = outcome(about.program, rules)
  const fewer = { ...rules, catalogs: rules.catalogs.map(catalog => naming(catalog, names)).filter(isUseful) }
  return {
    ...about,
    before,
    said: asHeld(before),
    rules: outcome(about.program, fewer) === before ? fewer : rules,
  }
}

const lists = [
  'aliases',
  'results',
  'sinks',
  'origins',
  'manifests',
  'guards',
  'launchers',
  'programs',
  'starters',
  'readers',
] as const

function naming(catalog: Catalog, names: Names): Catalog {
  // Globs take longer to read than all the rest, and few examples have a path that they fit.
  const { contexts: _, ...rest } = catalog
  return lists.reduce<Catalog>(
    (left, section) => withSection(left, section, entry => (names(section, entry) ? entry.value : undefined)),
    rest,
  )
}

function isUseful({ library: _, examples: __, ...sections }: Catalog): boolean {
  return Object.values(sections).some(section => Object.keys(section ?? {}).length > 0)
}

function mutated(rules: RuleSet, library: string, { section, entry, changed }: Mutant): RuleSet {
  const catalogs = rules.catalogs.map(catalog =>
    catalog.library !== library
      ? catalog
      : withSection(catalog, section, one =>
          one.value === entry.value && one.key === entry.key ? changed : one.value,
        ),
  )
  return { ...rules, catalogs }
}

function outcome(program: Program, rules: RuleSet): string {
  return JSON.stringify(
    check(program, rules).map(({ name, rule, level, message, fix, guards }) => [
      name.file.path,
      name.start,
      rule,
      level,
      message,
      fix,
      guards.map(({ strength, says }) => [strength, says]),
    ]),
  )
}
