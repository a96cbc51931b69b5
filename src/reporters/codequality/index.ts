import { wellFormed } from '../../base/uri'
import { visible } from '../../base/visible'
import type { Report } from '../../program'
import type { FormatOptions } from '../format'
import { messageWithGuards } from '../guard-text'
import { toJson } from '../json-text'
import { primaryRegion } from '../region'
import { atMost } from '../sarif/text'
import { severityOf } from '../severity'
import { mostSevereFirst } from '../standing'

// The widget shows it in one line.
const mostDescription = 2000

/**
 * The report as GitLab Code Quality reads it, for `artifacts:reports:codequality`: what the merge request widget shows.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function codeQuality(report: Report, _options: FormatOptions = {}): string {
  return toJson(
    mostSevereFirst(report.findings).map(finding => ({
      description: atMost(mostDescription, visible(messageWithGuards(finding))),
      check_name: finding.rule,
      fingerprint: finding.fingerprint,
      severity: severityOf(finding).codeQuality,
      location: { path: wellFormed(finding.name.file.path), lines: { begin: primaryRegion(finding).line } },
    })),
  )
}
