import type { Level } from '../program'
import type { Rule } from '../rules/schema'
import { levelFrom, type Trail } from './origins/trail'
import type { SinkSite } from './sinks'

/** How much else a finding weighs beside what the call does. */
export interface Circumstances {
  readonly origin: Trail | null
  readonly test: boolean
  /** Whether a check that proves too little stands before it. */
  readonly declared: boolean
  /** Whether a person has started it, and nothing else stands before it. */
  readonly attended: boolean
  /** Whether the pipeline that it stands in never runs there. */
  readonly inert: boolean
  /** Whether the package that it stands in was only installed there. */
  readonly installed: boolean
  /** Whether it stands in a document. */
  readonly shown: boolean
  /** What surrounds a call that names no environment places it in production. */
  readonly placed: boolean
  /** Whether it is the hazard of the case itself: what a call is as well weighs no more than its own rule says. */
  readonly own: boolean
}

/** The level of a finding; `null` where there is nothing to report. */
export function levelOf(rule: Rule, site: SinkSite, about: Circumstances): Level | null {
  const { automatic, beside, level: given } = site.outcome
  if (rule['only-in-use'] && (about.test || about.shown)) return null
  const around = automatic ?? beside
  // Without a level of its own a call that nothing places is of no interest.
  if (around !== null && given === null && !about.placed) return null
  const own = levelByOrigin(rule, site, about.origin)
  const found = about.placed ? (around ?? own) : own
  if (found === null) return null
  // What may only be, in code that serves nobody, is worth nobody's time.
  if (about.test && site.outcome.possible) return null
  const level = about.own || rank[found] <= rank[rule.level] ? found : rule.level
  if (about.test || site.outcome.possible || about.declared) return 'note'
  // A start by hand is no check of a model; it only takes the edge off.
  const attended = about.attended && level === 'error' ? 'warning' : level
  // What anybody can write about a package takes no error away.
  const owned = about.installed && attended === 'warning' ? 'note' : attended
  return about.inert ? milder[owned] : owned
}

const milder: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'note', note: 'note' }

function levelByOrigin(rule: Rule, { sink, outcome }: SinkSite, origin: Trail | null): Level | null {
  const usual = outcome.level ?? rule.level
  if (sink['only-from'] && !sink['only-from'].some(from => from === origin?.from)) return null
  if (!origin) return usual
  // A call that downloads by itself has said already what that weighs.
  const own = sink.names === 'model' && (origin.from === 'network' || origin.from === 'hub')
  return own && outcome.level !== null ? usual : levelFrom(origin, usual, outcome.floor ?? rule.floor)
}

// The bands of GitHub: low to 3.9, medium to 6.9, high to 8.9.
const lowest = { error: 7, warning: 4, note: 0.1 } as const
const highest = { error: 8.9, warning: 6.9, note: 3.9 } as const
/** How severe a level is. */
export const rank: Readonly<Record<Level, number>> = { note: 1, warning: 2, error: 3 }

/** The severity at a level: that of the rule where the level is its usual one, else one in the band of the level. */
export function severityAt(level: Level, rule: Rule): number {
  if (level === 'note') return Math.min(rule.severity, highest.note)
  if (level === rule.level) return rule.severity
  const step = rank[level] > rank[rule.level] ? 1.5 : 0
  const kept = Math.min(
    Math.max(rule.severity + step, lowest[level]),
    Math.max(highest[level], step > 0 ? rule.severity : 0),
  )
  return Math.round(kept * 10) / 10
}
