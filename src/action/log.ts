import { gzipSync } from 'node:zlib'
import type { Finding, Report } from '../program'
import { formats } from '../reporters'
import { bySeverity, live } from './rank'

// https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
const mostResults = 5_000
const mostBytes = 10_000_000

export interface PackedLog {
  /** The log as the API takes it: compressed, in base 64. */
  readonly sarif: string
  readonly results: number
  /** How many findings had to stay out. */
  readonly left: number
}

/** The log within what code scanning keeps and takes, the most severe findings first; `null` where nothing fits. */
export function packLog(report: Report, { results = mostResults, bytes = mostBytes } = {}): PackedLog | null {
  const findings = live(report)
  const ranked = bySeverity(findings)
  for (let most = Math.min(results, findings.length); ; most = Math.floor(most / 2)) {
    const kept = new Set(ranked.slice(0, most))
    const sarif = pack(
      report,
      findings.filter(finding => kept.has(finding)),
    )
    if (sarif.length <= bytes) return { sarif, results: most, left: findings.length - most }
    if (most === 0) return null
  }
}

function pack(report: Report, findings: readonly Finding[]): string {
  return gzipSync(formats.sarif({ ...report, findings }, {})).toString('base64')
}
