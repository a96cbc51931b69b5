import { wellFormed } from '../../base/uri'
import { visible } from '../../base/visible'
import type { Finding, Report, RuleText } from '../../program'
import type { FormatOptions } from '../format'
import { guardSentence } from '../guard-text'
import { instantOf } from '../instant'
import { toJson } from '../json-text'
import { markdownBlocks, markdownText } from '../markdown-text'
import { place } from '../place'
import { primaryRegion } from '../region'
import { homepage, pageOf } from '../sarif/rules'
import { atMost } from '../sarif/text'
import { severityOf } from '../severity'
import { mostSevereFirst } from '../standing'
import { messagesOf } from './messages'

// GitLab reads the schema that the report names, in the newest patch that it knows. Text is Markdown there.
// https://docs.gitlab.com/development/integrations/secure/#report
const schema = '15.0.7'

/** The report as a GitLab SAST report, for `artifacts:reports:sast`. */
export function gitlab(report: Report, options: FormatOptions = {}): string {
  const tool = { id: 'modelgate', name: 'Modelgate', url: homepage, vendor: { name: 'Modelgate' } }
  const scanner = { ...tool, version: report.version }
  const time = instantOf(options)
  const rules = new Map(report.rules.map(rule => [rule.id, rule]))
  return toJson({
    version: schema,
    scan: {
      type: 'sast',
      status: 'success',
      analyzer: scanner,
      scanner,
      start_time: time,
      end_time: time,
      messages: messagesOf(report),
    },
    vulnerabilities: mostSevereFirst(report.findings).map(finding =>
      vulnerability(finding, rules.get(finding.rule)),
    ),
  })
}

function vulnerability(finding: Finding, rule: RuleText | undefined): object {
  const { line } = primaryRegion(finding)
  return {
    id: uuidOf(finding),
    name: atMost(255, markdownText(rule?.title ?? finding.rule)),
    description: atMost(mostDescription, descriptionOf(finding)),
    severity: severityOf(finding).gitlab,
    solution: atMost(7000, markdownBlocks(finding.fix)),
    identifiers: [...[finding, ...finding.also].map(ownIdentifier), ...(rule?.tags ?? []).flatMap(weakness)],
    location: {
      file: wellFormed(finding.name.file.path),
      start_line: line,
      end_line: line,
      method: visible(finding.within),
    },
  }
}

// GitLab takes a megabyte; nobody reads a hundredth of that.
const mostDescription = 10_000

function descriptionOf({ message, steps, guards }: Finding): string {
  const path = steps.map(({ span, says }) => `- ${place(span)}: ${markdownText(says)}`)
  const checks = guards.map(guard => `- ${place(guard.span)}: ${markdownText(guardSentence(guard))}`)
  return [
    markdownText(message),
    ...(path.length > 0 ? [`Path:\n\n${path.join('\n')}`] : []),
    ...(checks.length > 0 ? [`Checks:\n\n${checks.join('\n')}`] : []),
  ].join('\n\n')
}

// It is asked to be a UUID, and that of a finding must stay the same: version 8 is for values of one's own making.
// https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
function uuidOf({ fingerprint: hex }: Finding): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function ownIdentifier({ rule }: Pick<Finding, 'rule'>): object {
  return { type: 'modelgate_rule', name: `Modelgate rule ${rule}`, value: rule, url: pageOf(rule) }
}

/** The entry of a CWE that a rule's tag names. */
function weakness(tag: string): object[] {
  const [, number] = /^external\/cwe\/cwe-0*(\d+)$/.exec(tag) ?? []
  if (number === undefined) return []
  const url = `https://cwe.mitre.org/data/definitions/${number}.html`
  return [{ type: 'cwe', name: `CWE-${number}`, value: number, url }]
}
