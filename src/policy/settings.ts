import type { GuardVerdict, Level } from '../program'
import { nothingOwn, type Own } from '../rules/own'
import type { Baseline } from './baseline'

/** A project's policy: what it asks of every scan. */
export interface Configuration {
  /** The name of the file that says so; `null` where there is none. */
  readonly file: string | null
  /** Whose policy judges a change: that of the commit which it is compared with, or its own. */
  readonly policyFrom: 'base' | 'head'
  /** The mildest level that fails the run. */
  readonly failOn: Bar
  /** Rule id to the level that the project gives it. */
  readonly rules: ReadonlyMap<string, Level | 'off'>
  /** Rule id to the mildest level of its findings that fails the run. */
  readonly bars: ReadonlyMap<string, Bar>
  /** What holds below some paths. Of several that fit the last one decides. */
  readonly paths: readonly PathPolicy[]
  /** Paths to skip, in gitignore's notation, relative to the scanned root. */
  readonly ignore: readonly string[]
  /** The project's own guards, sinks and words, beside those of the catalogue. */
  readonly own: Own
  /** What a scan may cost, and how much it lists. */
  readonly limits: Limits
  readonly waivers: readonly Waiver[]
  /** The file of known findings that the configuration names, relative to its own folder. */
  readonly baselineFile: string | null
  /** The findings that were there before; `null` where nobody has asked for them to be told apart. */
  readonly baseline: Baseline | null
  /** The day of the scan, `2026-12-31`; `null` where none is known. */
  readonly today: string | null
}

/** What a scan may cost, and how much it lists. What goes beyond is a notice. */
export interface Limits {
  readonly fileBytes: number
  readonly notebookBytes: number
  /** For parsing one file. */
  readonly seconds: number
  readonly depth: number
  readonly yamlValues: number
  readonly findings: number
}

/** As `.modelgate.yml` writes them: what applies where it says nothing, and how far they may be moved. */
export const limitRanges = {
  'file-bytes': { usual: 1_500_000, least: 1_000, most: 20_000_000 },
  'notebook-bytes': { usual: 15_000_000, least: 1_000, most: 100_000_000 },
  seconds: { usual: 30, least: 1, most: 600 },
  depth: { usual: 400, least: 10, most: 400 },
  'yaml-values': { usual: 300_000, least: 1_000, most: 10_000_000 },
  findings: { usual: 25_000, least: 1, most: 1_000_000 },
} as const

export type LimitName = keyof typeof limitRanges

export const limitNames = Object.keys(limitRanges) as readonly LimitName[]

/** Some limits, by the names that a configuration has for them. */
export type GivenLimits = Readonly<Partial<Record<LimitName, number | undefined>>>

/** Limits of which some are given. The others are as before, or as usual. */
export function limitsFrom(given: GivenLimits, before?: Limits): Limits {
  return {
    fileBytes: given['file-bytes'] ?? before?.fileBytes ?? limitRanges['file-bytes'].usual,
    notebookBytes: given['notebook-bytes'] ?? before?.notebookBytes ?? limitRanges['notebook-bytes'].usual,
    seconds: given.seconds ?? before?.seconds ?? limitRanges.seconds.usual,
    depth: given.depth ?? before?.depth ?? limitRanges.depth.usual,
    yamlValues: given['yaml-values'] ?? before?.yamlValues ?? limitRanges['yaml-values'].usual,
    findings: given.findings ?? before?.findings ?? limitRanges.findings.usual,
  }
}

/** The mildest level that fails a run. */
export type Bar = Level | 'never'

/** What holds below some paths. */
export interface PathPolicy {
  /** Globs. */
  readonly paths: readonly string[]
  readonly rules: ReadonlyMap<string, Level | 'off'>
  readonly failOn: Bar | null
}

/** Findings that somebody answers for until a day. */
export interface Waiver {
  /** A rule's id, or `*` for each. */
  readonly rule: string
  /** A glob. */
  readonly path: string
  readonly fingerprint: string | null
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds: `2026-12-31`. */
  readonly expires: string
  /** In the configuration. */
  readonly line: number
}

/** What a promotion may be asked to have in front of it. */
export const requirable = [
  'approval',
  'evaluation',
  'canary',
] as const satisfies readonly GuardVerdict['kind'][]

/** Where the policy of a repository is looked for, in its root. */
export const configurationNames = ['.modelgate.yml', '.modelgate.yaml'] as const

/** What a baseline is called where nobody says otherwise. */
export const baselineName = '.modelgate-baseline.json'

/** What `fail-on` takes. */
export const failOnLevels = ['error', 'warning', 'note', 'never'] as const

/** What applies where the project says nothing. */
export const defaultConfiguration: Configuration = {
  file: null,
  policyFrom: 'base',
  failOn: 'error',
  rules: new Map(),
  bars: new Map(),
  paths: [],
  ignore: [],
  own: nothingOwn,
  limits: limitsFrom({}),
  waivers: [],
  baselineFile: null,
  baseline: null,
  today: null,
}
