import { addTo } from '../base/groups'
import { keptIn, once, onceFor, remembered } from '../base/once'
import type { EngineRule } from '../rules/engine-schema'
import type {
  Catalog,
  GuardRule,
  Lookalike,
  ManifestRule,
  Origin,
  OwnWords,
  ResultRule,
  Rule,
  RuleSet,
  Sink,
  Starter,
  Swallower,
  Verdict,
} from '../rules/schema'
import type { Telling, Words } from '../rules/words-schema'
import { type Answers, arrangeAnswers } from './answers'
import { arrangeCommands, type CommandKnowledge, isCommand } from './commands/known'
import { arrangeReaders, type ReaderKnowledge } from './configuration/known'
import { matching } from './globs'
import { arrangeIdioms, type IdiomKnowledge } from './idioms'
import { arrangeMeasuring, type Measuring } from './measuring'
import { tellingWords, wordLists } from './telling'
import type { Installer } from './versions/installers'
import { arrangePackages, installersIn, type PackageKnowledge } from './versions/known'

/** The rules and the catalogue, arranged for looking up. */
export interface Knowledge extends CommandKnowledge, ReaderKnowledge, IdiomKnowledge {
  readonly rules: readonly Rule[]
  readonly aliases: ReadonlyMap<string, string>
  /** Names whose canonical spelling has been looked up. */
  readonly spelled: Map<string, string>
  readonly sinks: Names<Sink>
  /** Sinks that their last name alone gives away. */
  readonly distinctive: ReadonlyMap<string, readonly Sink[]>
  readonly results: Names<ResultRule>
  /** What is called to run a function that was kept for later, by the decorator that kept it. */
  readonly registrars: ReadonlyMap<string, string>
  /** The methods of what a decorator makes of a function which run it, by the decorator. */
  readonly starting: ReadonlyMap<string, Readonly<Record<'methods' | 'wrapped' | 'same', readonly string[]>>>
  /** What the first parameter of a function is, by its decorator. */
  readonly handed: ReadonlyMap<string, string>
  readonly engines: readonly EngineRule[]
  /** By decorator: functions that come back although they fail. */
  readonly swallowers: Names<Swallower & { readonly call: readonly string[] }>
  /** Calls that run a command line. */
  readonly starters: Names<Starter>
  readonly guards: Names<GuardRule>
  /** What the project says; it is among the sinks and guards too. */
  readonly own: OwnWords
  readonly origins: Names<Origin>
  /** Origins that their last name alone gives away. */
  readonly distinctiveOrigins: ReadonlyMap<string, readonly Origin[]>
  /** Who fills the parameters of a function, by its decorator, and by the method of a library that it takes over. */
  readonly decorators: Names<Origin>
  readonly overridden: Names<Origin>
  /** The beginnings of addresses, the longest first. */
  readonly addresses: readonly { readonly start: string; readonly entry: Origin }[]
  /** The last names of calls that write a file. */
  readonly writers: ReadonlySet<string>
  /** The last names of calls that take a function whose parameters others fill. */
  readonly takers: ReadonlySet<string>
  /** Calls that make a process serve others. */
  readonly services: ReadonlySet<string>
  /** Calls that never return. */
  readonly terminators: ReadonlySet<string>
  /** Calls and variables that say something else in each run. */
  readonly fresh: ReadonlySet<string>
  /** Calls and exceptions that end the program with the exit status that is their argument. */
  readonly quits: ReadonlySet<string>
  readonly metrics: Readonly<
    Record<
      | 'higher'
      | 'lower'
      | 'other'
      | 'reference'
      | 'candidate'
      | 'stages'
      | 'serving'
      | 'counts'
      | 'training'
      | 'heldBack',
      ReadonlySet<string>
    >
  >
  /** Calls that measure a model. */
  readonly measuring: Measuring
  /** Objects of Kubernetes that serve a model. */
  readonly manifests: readonly ManifestRule[]
  /** Conditions that look like guards and are none. */
  readonly lookalikes: readonly { readonly names: RegExp; readonly entry: Lookalike }[]
  /** Answers that are known by their names only. */
  readonly verdicts: readonly {
    readonly names: RegExp
    readonly unless: RegExp | null
    readonly entry: Verdict
  }[]
  readonly answers: Answers
  /** The last names of sinks, and of other spellings of them. */
  readonly lastNames: ReadonlySet<string>
  readonly words: ReadonlyMap<string, Words>
  /** By what words tell of any name: all of those. */
  readonly telling: ReadonlyMap<Telling, Words>
  /** Classes of which objects take their fields from outside. */
  readonly filled: ReadonlySet<string>
  readonly packages: PackageKnowledge
  /** By program: how it is told what to install. */
  readonly installers: ReadonlyMap<string, readonly Installer[]>
  readonly isTest: (path: string) => boolean
}

/** Entries by qualified name; names with a `*` are tried one after another. */
export interface Names<T> {
  readonly exact: ReadonlyMap<string, readonly T[]>
  readonly patterns: readonly { readonly fits: (name: string) => boolean; readonly entry: T }[]
  /** What has been looked up so far. */
  readonly found: Map<string, readonly T[]>
}

/** What rules know, arranged once for each set of them: choosing files and checking them ask the same. */
export const arrange = onceFor((rules: RuleSet): Knowledge => {
  const { catalogs, own = { guards: [], sinks: [] } } = rules
  // Of two entries for one call the first that is certain speaks, so the project's come first.
  const sinks: readonly Sink[] = [...own.sinks, ...catalogs.flatMap(catalog => catalog.sinks)]
  const aliases = new Map(catalogs.flatMap(catalog => Object.entries(catalog.aliases)))
  return {
    ...arrangeCommands(catalogs, sinks),
    rules: rules.rules,
    aliases,
    spelled: new Map(),
    sinks: byName(sinks),
    distinctive: byLastName(sinks.filter(sink => sink.distinctive)),
    results: byName(catalogs.flatMap(catalog => catalog.results)),
    registrars: new Map(
      catalogs.flatMap(({ registrars }) =>
        registrars.flatMap(({ decorates, runs }) =>
          runs === undefined ? [] : decorates.map(name => [name, runs] as const),
        ),
      ),
    ),
    starting: new Map(
      catalogs.flatMap(({ registrars }) =>
        registrars.flatMap(({ decorates, runs, ...methods }) =>
          runs === undefined ? decorates.map(name => [name, methods] as const) : [],
        ),
      ),
    ),
    handed: new Map(
      catalogs.flatMap(({ results }) =>
        results.flatMap(({ decorates, gives }) =>
          gives === undefined ? [] : decorates.map(name => [name, gives] as const),
        ),
      ),
    ),
    swallowers: byName(
      catalogs.flatMap(catalog => catalog.swallowers.map(one => ({ ...one, call: one.decorates }))),
    ),
    engines: catalogs.flatMap(catalog => catalog.engines),
    starters: byName(catalogs.flatMap(catalog => catalog.starters)),
    ...arrangeReaders(catalogs),
    ...arrangeIdioms(catalogs),
    ...arrangeOrigins(catalogs.flatMap(catalog => catalog.origins)),
    services: new Set(catalogs.flatMap(catalog => catalog.services)),
    guards: byName<GuardRule>([...own.guards, ...catalogs.flatMap(catalog => catalog.guards)]),
    own,
    terminators: new Set(catalogs.flatMap(catalog => catalog.terminators)),
    fresh: new Set(catalogs.flatMap(catalog => catalog.fresh)),
    quits: new Set(catalogs.flatMap(catalog => catalog.quits)),
    metrics: {
      higher: metricWords(catalogs, 'higher'),
      lower: metricWords(catalogs, 'lower'),
      other: metricWords(catalogs, 'other'),
      reference: metricWords(catalogs, 'reference'),
      candidate: metricWords(catalogs, 'candidate'),
      stages: metricWords(catalogs, 'stages'),
      serving: metricWords(catalogs, 'serving'),
      counts: metricWords(catalogs, 'counts'),
      training: metricWords(catalogs, 'training'),
      heldBack: metricWords(catalogs, 'held-back'),
    },
    measuring: arrangeMeasuring(catalogs),
    manifests: catalogs.flatMap(catalog => catalog.manifests),
    lookalikes: catalogs
      .flatMap(catalog => catalog.lookalikes)
      .map(entry => ({ names: anyOf(entry.names), entry })),
    verdicts: catalogs
      .flatMap(catalog => catalog.verdicts)
      .map(entry => ({
        names: anyOf(entry.names),
        unless: entry.unless ? anyOf(entry.unless) : null,
        entry,
      })),
    answers: arrangeAnswers(catalogs),
    lastNames: new Set(
      [...sinks.flatMap(sink => sink.call), ...aliases.keys()].filter(name => !isCommand(name)).map(lastName),
    ),
    words: wordLists(catalogs),
    telling: tellingWords([...wordLists(catalogs).values()]),
    filled: new Set(catalogs.flatMap(catalog => catalog.filled)),
    packages: arrangePackages(catalogs),
    installers: installersIn(catalogs),
    isTest: remembered(matching(catalogs.flatMap(catalog => catalog.contexts?.test ?? []))),
  }
})

type OriginKnowledge = Pick<
  Knowledge,
  'origins' | 'distinctiveOrigins' | 'decorators' | 'overridden' | 'addresses' | 'writers' | 'takers'
>

function arrangeOrigins(origins: readonly Origin[]): OriginKnowledge {
  const addresses = origins.flatMap(entry => entry.begins.map(start => ({ start, entry })))
  return {
    origins: byName(origins),
    distinctiveOrigins: byLastName(origins.filter(origin => origin.distinctive)),
    decorators: byName(origins.flatMap(origin => calledBy(origin, origin.decorates))),
    overridden: byName(origins.flatMap(origin => calledBy(origin, origin.overrides))),
    addresses: addresses.sort((a, b) => b.start.length - a.start.length),
    writers: new Set(origins.flatMap(origin => (origin.to === undefined ? [] : origin.call)).map(lastName)),
    takers: new Set(origins.flatMap(origin => (origin.calls === undefined ? [] : origin.call)).map(lastName)),
  }
}

// Few have any, and a copy of each takes time in every scan.
function calledBy(origin: Origin, call: string[]): Origin[] {
  return call.length === 0 ? [] : [{ ...origin, call }]
}

/** The last name of a qualified one, without what stands for its result. */
export function lastName(name: string): string {
  // Of nearly all names this is it, and each scan asks for those of thousands.
  const last = name.slice(name.lastIndexOf('.') + 1, name.endsWith('()') ? -2 : undefined)
  if (/^\w+$/.test(last)) return last
  return /\b(\w+)(?:\(\))?$/.exec(name)?.[1] ?? name
}

/** Whether a name stands for an assignment: `os.environ.__setitem__`. */
export function isAssignment(name: string): boolean {
  return /\.__set(attr|item)__$/.test(name)
}

/** Entries under their names. */
export function byName<T extends { readonly call: readonly string[] }>(entries: readonly T[]): Names<T> {
  const exact = new Map<string, T[]>()
  const patterns: { fits: (name: string) => boolean; entry: T }[] = []
  for (const entry of entries)
    for (const name of entry.call) {
      if (name.includes('*')) patterns.push({ fits: fitting(name), entry })
      else addTo(exact, name, entry)
    }
  return { exact, patterns, found: new Map() }
}

// Most names begin otherwise, and to compile hundreds of patterns takes longer than a small scan.
function fitting(pattern: string): (name: string) => boolean {
  const start = pattern.slice(0, pattern.indexOf('*'))
  const whole = once(() => namePattern(pattern))
  return name => name.startsWith(start) && whole().test(name)
}

// `*` stands for one name: `mlflow.*.load_model`; in a command for any part of a word.
export function namePattern(name: string): RegExp {
  const any = isCommand(name) ? '[^ ]*' : '[^.]+'
  return new RegExp(`^${escapeName(name).replace(/^\$/, '\\$').replaceAll('*', any)}$`)
}

export function escapeName(name: string): string {
  return name.replace(/[.()[\]]/g, '\\$&')
}

function byLastName<T extends { readonly call: readonly string[] }>(entries: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const entry of entries)
    for (const last of new Set(entry.call.map(name => name.slice(name.lastIndexOf('.') + 1))))
      addTo(found, last, entry)
  return found
}

function metricWords(catalogs: readonly Catalog[], list: keyof NonNullable<Catalog['metrics']>): Set<string> {
  return new Set(catalogs.flatMap(catalog => catalog.metrics?.[list] ?? []))
}

// `skip_*` stands for every name that begins so.
function anyOf(names: readonly string[]): RegExp {
  return new RegExp(`^(${names.map(name => escapeName(name).replaceAll('*', '.*')).join('|')})$`)
}

/** The entries that a qualified name matches. */
export function entriesFor<T>(names: Names<T>, name: string): readonly T[] {
  return keptIn(names.found, name, () => {
    const others = names.patterns.filter(({ fits }) => fits(name)).map(({ entry }) => entry)
    return [...(names.exact.get(name) ?? []), ...others]
  })
}

/** The canonical spelling of a name: its longest start that has another name is replaced. */
export function canonical(knowledge: Knowledge, name: string): string {
  return keptIn(knowledge.spelled, name, () => replaceStarts(knowledge.aliases, name))
}

function replaceStarts(aliases: ReadonlyMap<string, string>, name: string): string {
  let at = name
  // Aliases may lead to aliases; a cycle in the catalogue must not hang.
  for (let steps = 0; steps < 8; steps += 1) {
    const next = replaceStart(aliases, at)
    if (next === at) return at
    at = next
  }
  return at
}

function replaceStart(aliases: ReadonlyMap<string, string>, name: string): string {
  for (let end = name.length; end > 0; end = lastBoundary(name, end)) {
    const target = aliases.get(name.slice(0, end))
    if (target !== undefined) return target + name.slice(end)
  }
  return name
}

function lastBoundary(name: string, end: number): number {
  const dot = name.lastIndexOf('.', end - 1)
  const call = name.endsWith('()', end) ? end - 2 : -1
  return Math.max(dot, call)
}
