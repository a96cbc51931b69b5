import { type AnnotationProperties, error, notice, warning } from '@actions/core'
import { visible } from '../base/visible'
import type { Finding, Level, RuleText } from '../program'
import { messageWithGuards } from '../reporters/guard-text'
import { primaryRegion } from '../reporters/region'

// GitHub keeps ten of each kind for a step, in the order in which they come, and drops the rest without a word.
const most = 10

const annotate: Readonly<Record<Level, (message: string, where: AnnotationProperties) => void>> = {
  error,
  warning,
  note: notice,
}

/** Puts the most severe findings of each level beside their lines. Returns how many were left out. */
export function annotateFindings(findings: readonly Finding[], rules: readonly RuleText[]): number {
  const titles = new Map(rules.map(rule => [rule.id, rule.title]))
  const chosen = (['error', 'warning', 'note'] as const).flatMap(level => mostSevere(findings, level))
  for (const finding of chosen) annotateOne(finding, titles.get(finding.rule) ?? finding.rule)
  return findings.length - chosen.length
}

function mostSevere(findings: readonly Finding[], level: Level): Finding[] {
  return findings
    .filter(finding => finding.level === level)
    .sort((a, b) => b.securitySeverity - a.securitySeverity)
    .slice(0, most)
}

function annotateOne(finding: Finding, title: string): void {
  const { line, column, endColumn } = primaryRegion(finding)
  annotate[finding.level](`${lines(messageWithGuards(finding))}\n${lines(finding.fix)}`, {
    title: visible(`${title} (${finding.rule})`),
    file: finding.name.file.path,
    startLine: line,
    endLine: line,
    startColumn: column,
    endColumn,
  })
}

function lines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}
