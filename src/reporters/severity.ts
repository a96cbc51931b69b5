import type { Finding, Level } from '../program'

/** What each consumer of reports calls one severity. */
export interface Severity {
  readonly gitlab: 'Critical' | 'High' | 'Medium' | 'Low' | 'Info'
  readonly codeQuality: 'blocker' | 'critical' | 'major' | 'minor' | 'info'
  readonly bitbucket: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW'
  /** Azure Pipelines has no issue that is milder than a warning. */
  readonly azure: 'error' | 'warning' | null
}

/** The words of every consumer, the most severe first. */
export const severities: Readonly<Record<'critical' | Level, Severity>> = {
  critical: { gitlab: 'Critical', codeQuality: 'blocker', bitbucket: 'CRITICAL', azure: 'error' },
  error: { gitlab: 'High', codeQuality: 'critical', bitbucket: 'HIGH', azure: 'error' },
  warning: { gitlab: 'Medium', codeQuality: 'major', bitbucket: 'MEDIUM', azure: 'warning' },
  note: { gitlab: 'Info', codeQuality: 'info', bitbucket: 'LOW', azure: null },
}

// Where GitHub begins to call a security severity critical.
const critical = 9

/** How severe a finding is, in the words of every consumer. */
export function severityOf({ level, securitySeverity }: Finding): Severity {
  return severities[level === 'error' && securitySeverity >= critical ? 'critical' : level]
}
