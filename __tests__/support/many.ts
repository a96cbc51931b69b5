import type { Charge, Finding, Level, Report } from '../../src/program'
import { loadFinding, reportOf } from './reports'

/** As many findings as asked for, each with a name of its own, at these levels in turn. */
export function manyFindings(
  count: number,
  levels: readonly Level[] = ['note', 'warning', 'error'],
): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...loadFinding,
    level: levels[index % levels.length] ?? 'note',
    message: `\`joblib.load\` opens file ${index}.`,
    fingerprint: index.toString(16).padStart(32, '0'),
  }))
}

/** A report with these findings, at which a run fails from `failOn` on. */
export function judgedAt(failOn: Level | 'never', findings: readonly Finding[]): Report {
  const rank = { error: 3, warning: 2, note: 1 }
  const blocking = failOn === 'never' ? 0 : findings.filter(({ level }) => rank[level] >= rank[failOn]).length
  return reportOf({ findings, verdict: { failOn, failed: blocking > 0, blocking } })
}

/** What a less specific rule makes of a place that another one reports. */
export const lesserCharge: Charge = {
  rule: 'unsafe-load-option',
  level: 'note',
  securitySeverity: 5,
  precision: 'high',
  message: '`joblib.load` has an option.',
  fix: 'Remove the option.',
  steps: [],
  guards: [],
  says: null,
}
