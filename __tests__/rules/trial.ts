import { check } from '../../src/analysis/check'
import type { Program } from '../../src/program'
import type { Catalog, Example, RuleSet } from '../../src/rules/schema'
import { readSources } from '../support/analyse'
import { sourcesOf } from './expectation'
import { asHeld, entriesOf, type Mutant, withSection, wordsOf } from './mutants'

/** An example that tells whether the catalogue still knows what it knew. */
export interface Trial {
  readonly title: string
  /** The library whose example it is; nothing for a rule's. */
  readonly library: string | null
  readonly text: string
  readonly program: Program
  /** The catalogue without the entries that this example does not name: asking it takes a fraction of the time. */
  readonly rules: RuleSet
  readonly before: string
}

/** The examples of all rules and libraries, read once. */
export async function readTrials(rules: RuleSet): Promise<Trial[]> {
  const owned = [
    ...rules.rules.flatMap(({ examples }) => ownedBy(null, examples)),
    ...rules.catalogs.flatMap(({ library, examples }) => ownedBy(library, examples)),
  ]
  const known = rules.catalogs.map(catalog =>
    entriesOf(catalog).map(({ section, entry }) => ({ value: entry, words: wordsOf(section, entry) })),
  )
  const words = new Set(known.flat().flatMap(one => one.words))
  const trials: Trial[] = []
  for (const { library, example } of owned) {
    const sources = sourcesOf(example)
    const text = asHeld(JSON.stringify(sources))
    const program = await readSources(sources)
    const held = new Set([...words].filter(word => text.includes(word)))
    trials.push(trialOf(rules, held, { title: example.title, library, text, program }))
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
  const { words } = mutant
  const able = trials.filter(({ text }) => words.length === 0 || words.some(word => text.includes(word)))
  const own = able.filter(trial => trial.library === library)
  const others = able.filter(trial => trial.library !== library)
  const at = rules.catalogs.findIndex(catalog => catalog.library === library)
  return [...own, ...others].some(
    trial =>
      outcome(trial.program, mutated(mutant.section === 'contexts' ? rules : trial.rules, at, mutant)) !==
      trial.before,
  )
}

function ownedBy(
  library: string | null,
  examples: Catalog['examples'],
): { library: string | null; example: Example }[] {
  return [...(examples?.bad ?? []), ...(examples?.good ?? [])].map(example => ({ library, example }))
}

function trialOf(
  rules: RuleSet,
  held: ReadonlySet<string>,
  about: Pick<Trial, 'title' | 'library' | 'text' | 'program'>,
): Trial {
  const before = outcome(about.program, rules)
  const fewer = { ...rules, catalogs: rules.catalogs.map(catalog => naming(catalog, held)) }
  return { ...about, before, rules: outcome(about.program, fewer) === before ? fewer : rules }
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

function naming(catalog: Catalog, held: ReadonlySet<string>): Catalog {
  // Globs take longer to read than all the rest, and few examples have a path that they fit.
  const { contexts: _, ...rest } = catalog
  return lists.reduce<Catalog>(
    (left, section) =>
      withSection(left, section, entry =>
        wordsOf(section, entry).some(word => held.has(word)) ? entry.value : undefined,
      ),
    rest,
  )
}

function mutated(rules: RuleSet, at: number, { section, entry, changed }: Mutant): RuleSet {
  const catalogs = rules.catalogs.map((catalog, index) =>
    index !== at
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
