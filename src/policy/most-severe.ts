import type { Finding, Level, Notice } from '../program'

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }

/** The most severe findings, in their order, and a notice that says how many others there are. New ones come first. */
export function mostSevere(
  findings: readonly Finding[],
  most: number,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  if (findings.length <= most) return { findings, notices: [] }
  const chosen = new Set([...findings].sort(bySeverity).slice(0, most))
  const left = findings.length - most
  const others = left === 1 ? '1 other is' : `${left} others are`
  const message = `Of ${findings.length} findings the ${most} most severe are listed, and ${others} not: \`limits.findings\` says how many may be. All of them were judged.`
  return {
    findings: findings.filter(finding => chosen.has(finding)),
    notices: [{ path: '.', line: 0, kind: 'limit', message }],
  }
}

function bySeverity(a: Finding, b: Finding): number {
  const isOld = (finding: Finding): number => (finding.state === 'existing' ? 1 : 0)
  return isOld(a) - isOld(b) || rank[a.level] - rank[b.level] || b.securitySeverity - a.securitySeverity
}
