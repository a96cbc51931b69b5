import type { Finding, Level, Report } from '../program'

const rank: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 }

/** Findings with the most severe first; what is not new comes last. */
export function mostSevereFirst(findings: readonly Finding[]): Finding[] {
  const isOld = ({ state }: Finding) => Number(state === 'existing')
  return [...findings].sort(
    (a, b) => isOld(a) - isOld(b) || rank[b.level] - rank[a.level] || b.securitySeverity - a.securitySeverity,
  )
}

/** Whether a finding is one of those that fail the run. */
export function blocks(
  { fingerprint, level, state, suppressed }: Finding,
  { blocking, verdict }: Pick<Report, 'blocking' | 'verdict'>,
): boolean {
  if (blocking) return blocking.has(fingerprint)
  if (suppressed || state === 'existing' || verdict.failOn === 'never') return false
  return rank[level] >= rank[verdict.failOn]
}

/** As many items as a format has room for, and how many that leaves out. */
export function firstOf<T>(items: readonly T[], most: number): { shown: readonly T[]; left: number } {
  return { shown: items.slice(0, most), left: Math.max(0, items.length - most) }
}
