import type { BaselineState, Finding, GuardedSite, Level, Precision, SuppressedFinding } from './finding'
import type { PromotionMap } from './map'
import type { Notice } from './source'

/** What reporters need of a rule, all of it Markdown or plain text. */
export interface RuleText {
  readonly id: string
  readonly title: string
  readonly level: Level
  readonly securitySeverity: number
  readonly precision: Precision
  readonly why: string
  readonly fix: string
  /** The whole help page of the rule, in Markdown. */
  readonly help: string
  /** At most 9, `security` among them. */
  readonly tags: readonly string[]
}

export interface Verdict {
  readonly failOn: Level | 'never'
  readonly failed: boolean
  /** New findings at or above the level that fails them. */
  readonly blocking: number
  /** Findings whose waiver has ended, which fail the run at any level. None where absent. */
  readonly expired?: number
  /** Whether rules or paths have levels of their own that fail the run. */
  readonly varied?: boolean
}

/** Something that a setting of the configuration leaves out or takes for granted. */
export interface PolicyEffect {
  readonly setting:
    | 'rules'
    | 'paths'
    | 'ignore'
    | 'words'
    | 'metrics'
    | 'guards'
    | 'trusted-environments'
    | 'promotion'
    | 'waivers'
    | 'baseline'
  /** How much of it there is: findings of a rule that is off, paths that are skipped, entries of a list. */
  readonly count: number
  /** A sentence that names the file. */
  readonly says: string
}

/** What the findings were compared with. */
export interface Comparison {
  /** The commit, in full. */
  readonly commit: string
  readonly fresh: number
  readonly existing: number
  /** By fingerprint, for every finding. */
  readonly states: ReadonlyMap<string, BaselineState>
}

/** A finished scan: all that any reporter may say. */
export interface Report {
  readonly version: string
  readonly rules: readonly RuleText[]
  /** Sorted by path, place and rule. */
  readonly findings: readonly Finding[]
  /** What a comment or a waiver takes out of the report, sorted as they are. */
  readonly suppressed: readonly SuppressedFinding[]
  /** What is guarded and so no finding, sorted as they are. */
  readonly guarded: readonly GuardedSite[]
  /** How models reach production in what was scanned. */
  readonly map: PromotionMap
  /** What the configuration has changed, in the order of its settings. */
  readonly policy: readonly PolicyEffect[]
  /** Sorted by path and line. */
  readonly notices: readonly Notice[]
  readonly verdict: Verdict
  /** Fingerprints of the findings that fail the run at their level; where absent, one bar holds for all of them. */
  readonly blocking?: ReadonlySet<string>
  /** `null` where all findings are judged. */
  readonly comparison: Comparison | null
  /** Files looked at, and those of them that were parsed. */
  readonly files: { readonly seen: number; readonly parsed: number }
}
