import type { Finding, Level, Verdict } from '../program'

/** A finding, and what a comparison or an exception says of it where there is one. */
export type Judged = Finding & {
  readonly state?: 'new' | 'existing'
  readonly suppressed?: object
}

const rank: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 }

/** The findings that a report tells, the most severe first; those that somebody has taken over are not among them. */
export function told(findings: readonly Judged[]): Judged[] {
  return findings
    .filter(({ suppressed }) => suppressed === undefined)
    .sort((a, b) => rank[b.level] - rank[a.level] || b.securitySeverity - a.securitySeverity)
}

/** Whether a finding is one of those that fail the run. */
export function blocks({ level, state, suppressed }: Judged, { failOn }: Verdict): boolean {
  if (suppressed !== undefined || state === 'existing' || failOn === 'never') return false
  return rank[level] >= rank[failOn]
}

/** As many items as a format has room for, and how many that leaves out. */
export function firstOf<T>(items: readonly T[], most: number): { shown: readonly T[]; left: number } {
  return { shown: items.slice(0, most), left: Math.max(0, items.length - most) }
}
