import type {
  BaselineState,
  Finding,
  GuardedSite,
  GuardVerdict,
  Level,
  Notice,
  PolicyEffect,
  Report,
  Span,
  SuppressedFinding,
  Suppression,
} from '../../program'
import type { FormatOptions } from '../format'
import { toJson } from '../json-text'
import { firstLineOf, primaryRegion } from '../region'

/**
 * The report as `--format json` writes it. `schema` rises when a field goes away or changes its meaning; new fields may come
 * at any time. Lines and columns count from 1, columns in UTF-16 units, and `endColumn` is behind the last character.
 */
export interface JsonReport {
  readonly schema: 1
  /** Of Modelgate. */
  readonly version: string
  readonly verdict: {
    readonly failOn: Level | 'never'
    readonly failed: boolean
    readonly blocking: number
    /** Findings whose waiver has ended. */
    readonly expired: number
  }
  /** What the findings were compared with; `null` where all of them are judged. */
  readonly comparison: { readonly commit: string; readonly new: number; readonly existing: number } | null
  readonly counts: {
    readonly findings: number
    readonly error: number
    readonly warning: number
    readonly note: number
    readonly existing: number
    readonly suppressed: number
    readonly guarded: number
    readonly filesWithFindings: number
    readonly filesSeen: number
    readonly filesParsed: number
    readonly notices: number
  }
  readonly findings: readonly JsonFinding[]
  /** What comments and waivers take out of the findings. */
  readonly suppressed: readonly JsonSuppressed[]
  /** Calls that would be findings if nothing guarded them. */
  readonly guarded: readonly JsonGuarded[]
  /** What the configuration leaves out or takes for granted. */
  readonly policy: readonly PolicyEffect[]
  readonly notices: readonly Notice[]
}

/** Where something stands: the first line of it. */
export interface JsonPlace {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

export interface JsonFinding extends JsonPlace {
  readonly rule: string
  readonly level: Level
  /** 0.1 to 10.0. */
  readonly severity: number
  readonly precision: Finding['precision']
  readonly message: string
  readonly fix: string
  /** The unit that holds it: `Registry.promote`, `module`. */
  readonly within: string
  /** From origin to sink. */
  readonly steps: readonly (JsonPlace & { readonly says: string })[]
  readonly guards: readonly JsonGuard[]
  /** Less specific rules that report the same place; the message names them. */
  readonly also: readonly Pick<JsonFinding, 'rule' | 'level' | 'severity' | 'message'>[]
  readonly fingerprint: string
  /** Whether the base has it too; `updated` where it has moved or become milder. `null` where nothing was compared. */
  readonly baselineState: BaselineState | null
  /** Whether the base or a baseline knows it. */
  readonly state: 'new' | 'existing'
}

export interface JsonSuppressed extends JsonFinding {
  readonly suppression: Suppression
}

/** A check: what it is, where it stands, and why it holds or does not. */
export type JsonGuard = JsonPlace & Pick<GuardVerdict, 'kind' | 'strength' | 'says'>

export interface JsonGuarded extends JsonPlace {
  /** The rule that would report it. */
  readonly rule: string
  readonly message: string
  readonly within: string
  readonly guards: readonly JsonGuard[]
}

/** The report for programs: everything that is known, in a shape that stays. */
export function json(report: Report, _options: FormatOptions = {}): string {
  const shape: JsonReport = {
    schema: 1,
    version: report.version,
    verdict: {
      failOn: report.verdict.failOn,
      failed: report.verdict.failed,
      blocking: report.verdict.blocking,
      expired: report.verdict.expired ?? 0,
    },
    comparison: comparisonOf(report),
    counts: countsOf(report),
    findings: report.findings.map(finding => findingOf(finding, report.comparison)),
    suppressed: report.suppressed.map(suppressedOf),
    guarded: report.guarded.map(guardedOf),
    policy: report.policy.map(({ setting, count, says }) => ({ setting, count, says })),
    notices: report.notices.map(({ path, line, kind, message }) => ({ path, line, kind, message })),
  }
  return toJson(shape)
}

function comparisonOf({ comparison }: Report): JsonReport['comparison'] {
  return comparison && { commit: comparison.commit, new: comparison.fresh, existing: comparison.existing }
}

function countsOf({ findings, suppressed, guarded, files, notices }: Report): JsonReport['counts'] {
  const of = (level: Level) => findings.filter(finding => finding.level === level).length
  return {
    findings: findings.length,
    error: of('error'),
    warning: of('warning'),
    note: of('note'),
    existing: findings.filter(({ state }) => state === 'existing').length,
    suppressed: suppressed.length,
    guarded: guarded.length,
    filesWithFindings: new Set(findings.map(finding => finding.span.file.path)).size,
    filesSeen: files.seen,
    filesParsed: files.parsed,
    notices: notices.length,
  }
}

function findingOf(finding: Finding, comparison: Report['comparison']): JsonFinding {
  return {
    rule: finding.rule,
    path: finding.name.file.path,
    ...primaryRegion(finding),
    level: finding.level,
    severity: finding.securitySeverity,
    precision: finding.precision,
    message: finding.message,
    fix: finding.fix,
    within: finding.within,
    steps: finding.steps.map(({ span, says }) => ({ ...placeOf(span), says })),
    guards: finding.guards.map(guardOf),
    also: finding.also.map(({ rule, level, securitySeverity, message }) => ({
      rule,
      level,
      severity: securitySeverity,
      message,
    })),
    fingerprint: finding.fingerprint,
    baselineState: comparison?.states.get(finding.fingerprint) ?? null,
    state: finding.state ?? 'new',
  }
}

function suppressedOf(finding: SuppressedFinding): JsonSuppressed {
  const { kind, reason, owner, expires, path, line } = finding.suppressed
  return { ...findingOf(finding, null), suppression: { kind, reason, owner, expires, path, line } }
}

function guardedOf(site: GuardedSite): JsonGuarded {
  const { rule, message, within, guards } = site
  const path = site.name.file.path
  return { rule, path, ...primaryRegion(site), message, within, guards: guards.map(guardOf) }
}

function guardOf({ span, kind, strength, says }: GuardVerdict): JsonGuard {
  return { ...placeOf(span), kind, strength, says }
}

function placeOf(span: Span): JsonPlace {
  return { path: span.file.path, ...firstLineOf(span) }
}
