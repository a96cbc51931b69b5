import { wellFormed } from '../../base/uri'
import { visible } from '../../base/visible'
import type { Finding, Report, RuleText } from '../../program'
import { leftOut, totalsSentence, verdictSentence } from '../counted'
import type { FormatOptions } from '../format'
import { messageWithGuards } from '../guard-text'
import { toJsonLine } from '../json-text'
import { primaryRegion } from '../region'
import { atMost } from '../sarif/text'
import { severityOf } from '../severity'
import { blocks, firstOf, mostSevereFirst } from '../standing'

// A report of Code Insights holds a thousand annotations, and one request carries a hundred of them.
// https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
const most = 1000
const batch = 100

// Longer texts are refused, and the whole batch with them.
const mostSummary = 450
const mostDetails = 2000

/**
 * The report for Bitbucket's Code Insights, one request body a line: the report itself, which is put to
 * `commit/{commit}/reports/modelgate`, and each batch of annotations, which is posted to `…/modelgate/annotations`.
 */
export function bitbucket(report: Report, _options: FormatOptions = {}): string {
  const findings = mostSevereFirst(report.findings)
  const { shown, left } = firstOf(findings, most)
  const rules = new Map(report.rules.map(rule => [rule.id, rule]))
  const annotations = shown.map(finding => annotation(finding, report, rules.get(finding.rule)))
  const batches = Array.from({ length: Math.ceil(annotations.length / batch) }, (_, index) =>
    annotations.slice(index * batch, (index + 1) * batch),
  )
  return [insight(report, left), ...batches].map(toJsonLine).join('')
}

function insight(report: Report, left: number): object {
  const { findings, verdict, policy } = report
  const details = [
    totalsSentence(report),
    verdictSentence(report),
    ...(left > 0 ? [leftOut(left, 'finding')] : []),
    ...policy.map(({ says }) => visible(says)),
  ]
  const amounts = {
    Findings: findings.length,
    'Failing the run': verdict.blocking,
    Guarded: report.guarded.length,
  }
  return {
    title: 'Modelgate',
    details: atMost(mostDetails, details.join('\n')),
    external_id: 'modelgate',
    reporter: 'Modelgate',
    report_type: 'SECURITY',
    result: verdict.failed ? 'FAILED' : 'PASSED',
    data: Object.entries(amounts).map(([title, value]) => ({ title, type: 'NUMBER', value })),
  }
}

function annotation(finding: Finding, report: Report, rule: RuleText | undefined): object {
  return {
    external_id: `modelgate-${finding.fingerprint}`,
    annotation_type: 'VULNERABILITY',
    title: atMost(mostSummary, visible(rule?.title ?? finding.rule)),
    summary: atMost(mostSummary, visible(messageWithGuards(finding))),
    details: atMost(mostDetails, `${visible(messageWithGuards(finding))}\n\n${visibleFix(finding)}`),
    severity: severityOf(finding).bitbucket,
    result: blocks(finding, report) ? 'FAILED' : 'IGNORED',
    path: wellFormed(finding.name.file.path),
    line: primaryRegion(finding).line,
  }
}

function visibleFix({ rule, fix }: Finding): string {
  return `${fix.split('\n').map(visible).join('\n')}\n\n(${visible(rule)})`
}
