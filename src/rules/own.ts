import type { Catalog, GuardRule, OwnWords, RuleSet } from './schema'

/** The lists of names that say what a number is. */
export const metricLists = ['higher', 'lower', 'other', 'reference', 'candidate', 'stages', 'counts'] as const

export type MetricList = (typeof metricLists)[number]

/** All that a project adds to what is known. */
export interface Own extends OwnWords {
  /** Names of targets that serve users, and of targets that do not. */
  readonly words: { readonly production: readonly string[]; readonly other: readonly string[] }
  /** Names of metrics and of what they are measured against. */
  readonly metrics: Readonly<Partial<Record<MetricList, readonly string[]>>>
  /** Environments that the project vouches for, and the guards that these make. */
  readonly require: NonNullable<OwnWords['require']>
  readonly trusted: { readonly environments: readonly string[]; readonly guards: readonly GuardRule[] }
}

/** What a project that says nothing adds. */
export const nothingOwn: Own = {
  guards: [],
  sinks: [],
  words: { production: [], other: [] },
  metrics: {},
  trusted: { environments: [], guards: [] },
  require: [],
}

/** The rules with what a project adds. Where the catalogue has a word in another list, the project's word counts. */
export function withOwn(rules: RuleSet, own: Own): RuleSet {
  if (own !== nothingOwn) return added(rules, own)
  const before = plain.get(rules) ?? added(rules, own)
  plain.set(rules, before)
  return before
}

// What is worked out of rules is remembered by them.
const plain = new WeakMap<RuleSet, RuleSet>()

function added(rules: RuleSet, own: Own): RuleSet {
  const { guards, sinks, trusted, require } = own
  const catalogs = rules.catalogs.map(catalog => withMetrics(withWords(catalog, own.words), own.metrics))
  return { ...rules, catalogs, own: { guards: [...guards, ...trusted.guards], sinks, require } }
}

function withWords(catalog: Catalog, own: Own['words']): Catalog {
  const [production, other] = [own.production.map(lower), own.other.map(lower)]
  if (production.length + other.length === 0) return catalog
  const words = Object.entries(catalog.words).map(([name, list]) => [
    name,
    {
      ...list,
      production: [...without(list.production, other), ...production],
      other: [...without(list.other, production), ...other],
      neutral: without(list.neutral, [...production, ...other]),
    },
  ])
  return { ...catalog, words: Object.fromEntries(words) }
}

function withMetrics(catalog: Catalog, own: Own['metrics']): Catalog {
  const { metrics } = catalog
  const moved = Object.values(own).flatMap(names => names.map(metricName))
  if (!metrics || moved.length === 0) return catalog
  const lists = metricLists.map(list => {
    const added = (own[list] ?? []).map(metricName)
    return [list, [...without(metrics[list], moved), ...added]] as const
  })
  // What a project calls a candidate is not what serves: that there is none yet opens nothing.
  const serving = without(metrics.serving, (own.candidate ?? []).map(metricName))
  return { ...catalog, metrics: { ...metrics, ...Object.fromEntries(lists), serving } }
}

function without(words: readonly string[], removed: readonly string[]): string[] {
  return words.filter(word => !removed.includes(word))
}

// `blue_green` and `Blue-Green` are one name.
function lower(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}

// `ksStat`, `KS-stat` and `ks_stat` are one name.
function metricName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
    .join('_')
}
