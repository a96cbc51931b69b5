import type { Finding, Level, Report } from '../program'

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }

/** The most severe first; those of one severity in their order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => rank[a.level] - rank[b.level] || b.securitySeverity - a.securitySeverity,
  )
}

/** The findings that a change is told of: what is as old as the base is no news to who proposes it. */
export function concerning({ findings }: Report): readonly Finding[] {
  return findings.filter(({ state }) => state !== 'existing')
}

/** The findings that become alerts. */
export function live({ findings }: Report): readonly Finding[] {
  return findings
}
