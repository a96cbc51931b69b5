import type { Charge } from './charge'
import type { Span } from './source'

export type Level = 'error' | 'warning' | 'note'

/** How often a finding of this kind is right, in SARIF's words as GitHub reads them. */
export type Precision = 'very-high' | 'high' | 'medium' | 'low'

/** One place on the path from where a value comes from, or from where control enters, to the sink. */
export interface Step {
  readonly span: Span
  /** A sentence without a full stop: "`path` comes from the command line". */
  readonly says: string
}

export interface GuardVerdict {
  readonly kind: 'approval' | 'evaluation' | 'canary' | 'verification' | 'target'
  readonly strength: 'strong' | 'medium' | 'weak' | 'void'
  readonly span: Span
  /** Why it holds or why it does not. */
  readonly says: string
  /** The number that a metric is measured against, where one is written down. */
  readonly bound?: Bound
}

/** A threshold of a metric. */
export interface Bound {
  /** As the code calls the metric. */
  readonly metric: string
  readonly value: number
  /** What is better: a `higher` metric or a `lower` one. */
  readonly better: 'higher' | 'lower'
}

export interface Finding {
  readonly rule: string
  readonly level: Level
  /** 0.1 to 10.0 and never 9.0, which GitHub's bands leave open. */
  readonly securitySeverity: number
  readonly precision: Precision
  /** First sentence: the fact, with names in backticks and nothing that depends on the file. Markdown code spans only. */
  readonly message: string
  /** What a reader can do, in one sentence or snippet. */
  readonly fix: string
  /** The sink's call. */
  readonly span: Span
  /** The last name of the sink's callee; its line is the finding's line. */
  readonly name: Span
  /** The unit that holds it, as a person would call it: `Registry.promote`, `module`. */
  readonly within: string
  /** From origin to sink; empty where there is no path worth showing. */
  readonly steps: readonly Step[]
  readonly guards: readonly GuardVerdict[]
  /** What less specific rules make of the same place; the message names them. */
  readonly also: readonly Charge[]
  /** Our own name for it: survives moved lines and renamed neighbours. Hexadecimal. */
  readonly fingerprint: string
  /** Whether it was there before, as far as anything says so: a baseline. New where absent. */
  readonly state?: 'new' | 'existing'
  readonly suppressed?: Suppression
}

/** Why a finding is not reported: somebody has taken it over, and has said why. */
export interface Suppression {
  /** By a comment beside the code, or by the configuration. */
  readonly kind: 'ignore' | 'waiver'
  readonly reason: string
  /** Who answers for it; `null` for a comment. */
  readonly owner: string | null
  /** The last day on which it holds, `2026-12-31`; `null` for a comment. */
  readonly expires: string | null
  /** Where it is said. */
  readonly path: string
  readonly line: number
}

/** A finding that is not reported. */
export interface SuppressedFinding extends Finding {
  readonly suppressed: Suppression
}

/** A call that would be reported if nothing guarded it. */
export interface GuardedSite {
  /** The rule that would report it. */
  readonly rule: string
  /** A sentence: what the call does. */
  readonly message: string
  readonly span: Span
  /** The last name of its callee. */
  readonly name: Span
  readonly within: string
  /** What holds, the strongest first. */
  readonly guards: readonly GuardVerdict[]
}

/** Something with the name by which it is found again in another scan: that of all calls that are written alike in a unit. */
export type Keyed<T> = T & { readonly key: string }

/** How a finding stands to the base that a change is compared with, in the words of SARIF. */
export type BaselineState = 'new' | 'unchanged' | 'updated'
