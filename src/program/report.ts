import type { Finding, Level, Precision } from './finding'
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
  /** Findings at or above `failOn`. */
  readonly blocking: number
}

/** A finished scan: all that any reporter may say. */
export interface Report {
  readonly version: string
  readonly rules: readonly RuleText[]
  /** Sorted by path, place and rule. */
  readonly findings: readonly Finding[]
  /** Sorted by path and line. */
  readonly notices: readonly Notice[]
  readonly verdict: Verdict
  /** Files looked at, and those of them that were parsed. */
  readonly files: { readonly seen: number; readonly parsed: number }
}
