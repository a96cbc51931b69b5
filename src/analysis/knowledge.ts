import picomatch from 'picomatch'
import type { Catalog, GuardRule, Origin, ResultRule, Rule, RuleSet, Sink, Words } from '../rules/schema'

/** The rules and the catalogue, arranged for looking up. */
export interface Knowledge {
  readonly rules: readonly Rule[]
  readonly aliases: ReadonlyMap<string, string>
  readonly sinks: Names<Sink>
  /** Sinks that their last name alone gives away. */
  readonly distinctive: ReadonlyMap<string, readonly Sink[]>
  readonly results: Names<ResultRule>
  readonly guards: Names<GuardRule>
  readonly origins: Names<Origin>
  /** Calls that never return. */
  readonly terminators: ReadonlySet<string>
  readonly metrics: Readonly<
    Record<'higher' | 'lower' | 'other' | 'reference' | 'counts', ReadonlySet<string>>
  >
  /** The last names of sinks, and of other spellings of them. */
  readonly lastNames: ReadonlySet<string>
  readonly words: ReadonlyMap<string, Words>
  /** Functions that take another function without calling it. */
  readonly observers: readonly RegExp[]
  /** Stand-ins for real objects. */
  readonly doubles: readonly RegExp[]
  readonly isTest: (path: string) => boolean
}

/** Entries by qualified name; names with a `*` are tried one after another. */
export interface Names<T> {
  readonly exact: ReadonlyMap<string, readonly T[]>
  readonly patterns: readonly { readonly pattern: RegExp; readonly entry: T }[]
}

export function arrange(rules: RuleSet): Knowledge {
  const { catalogs } = rules
  const sinks = catalogs.flatMap(catalog => catalog.sinks)
  const aliases = new Map(catalogs.flatMap(catalog => Object.entries(catalog.aliases)))
  return {
    rules: rules.rules,
    aliases,
    sinks: byName(sinks),
    distinctive: byLastName(sinks.filter(sink => sink.distinctive)),
    results: byName(catalogs.flatMap(catalog => catalog.results)),
    origins: byName(catalogs.flatMap(catalog => catalog.origins)),
    guards: byName(catalogs.flatMap(catalog => catalog.guards)),
    terminators: new Set(catalogs.flatMap(catalog => catalog.terminators)),
    metrics: {
      higher: metricWords(catalogs, 'higher'),
      lower: metricWords(catalogs, 'lower'),
      other: metricWords(catalogs, 'other'),
      reference: metricWords(catalogs, 'reference'),
      counts: metricWords(catalogs, 'counts'),
    },
    lastNames: new Set([...sinks.flatMap(sink => sink.call), ...aliases.keys()].map(lastName)),
    words: wordLists(catalogs),
    observers: catalogs.flatMap(catalog => catalog.observers).map(namePattern),
    doubles: catalogs
      .flatMap(catalog => catalog.doubles)
      .map(name => new RegExp(`^${escapeName(name)}(\\b|$)`)),
    isTest: remembered(picomatch(catalogs.flatMap(catalog => catalog.contexts?.test ?? []))),
  }
}

/** The last name of a qualified one, without what stands for its result. */
export function lastName(name: string): string {
  return /(\w+)(?:\(\))?$/.exec(name)?.[1] ?? name
}

function byName<T extends { readonly call: readonly string[] }>(entries: readonly T[]): Names<T> {
  const exact = new Map<string, T[]>()
  const patterns: { pattern: RegExp; entry: T }[] = []
  for (const entry of entries)
    for (const name of entry.call) {
      if (name.includes('*')) patterns.push({ pattern: namePattern(name), entry })
      else push(exact, name, entry)
    }
  return { exact, patterns }
}

// `*` stands for one name: `mlflow.*.load_model`.
function namePattern(name: string): RegExp {
  return new RegExp(`^${escapeName(name).replaceAll('*', '[^.]+')}$`)
}

export function escapeName(name: string): string {
  return name.replace(/[.()[\]]/g, '\\$&')
}

function byLastName(sinks: readonly Sink[]): Map<string, Sink[]> {
  const found = new Map<string, Sink[]>()
  for (const sink of sinks)
    for (const last of new Set(sink.call.map(name => name.slice(name.lastIndexOf('.') + 1))))
      push(found, last, sink)
  return found
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function remembered(ask: (path: string) => boolean): (path: string) => boolean {
  const answers = new Map<string, boolean>()
  return path => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const answer = ask(path)
    answers.set(path, answer)
    return answer
  }
}

function metricWords(catalogs: readonly Catalog[], list: keyof NonNullable<Catalog['metrics']>): Set<string> {
  return new Set(catalogs.flatMap(catalog => catalog.metrics?.[list] ?? []))
}

function wordLists(catalogs: readonly Catalog[]): Map<string, Words> {
  return new Map(catalogs.flatMap(catalog => Object.entries(catalog.words)))
}

/** The entries that a qualified name matches. */
export function entriesFor<T>(names: Names<T>, name: string): readonly T[] {
  const exact = names.exact.get(name) ?? []
  const others = names.patterns.filter(({ pattern }) => pattern.test(name)).map(({ entry }) => entry)
  return others.length === 0 ? exact : [...exact, ...others]
}

/** The canonical spelling of a name: its longest start that has another name is replaced. */
export function canonical(knowledge: Knowledge, name: string): string {
  let at = name
  // Aliases may lead to aliases; a cycle in the catalogue must not hang.
  for (let steps = 0; steps < 8; steps += 1) {
    const next = replaceStart(knowledge.aliases, at)
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
