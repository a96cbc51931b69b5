import type { Finding, Notice, Report } from '../../program'
import { leftOut, totalsSentence, verdictSentence } from '../counted'
import type { FormatOptions } from '../format'
import { messageWithGuards } from '../guard-text'
import { codeSpan, markdownBlocks, markdownText } from '../markdown-text'
import { remediesOf, somePlaces } from '../places'
import { primaryRegion } from '../region'
import { mostSevereFirst } from '../standing'

// GitHub takes comments of 65,536 characters; GitLab, Azure and Bitbucket take more, or little less.
const budget = 30_000

/**
 * The report as a comment on a change, or as a summary. Lists only, since every forge draws them alike; text of the repository
 * stands in code spans.
 */
export function markdown(report: Report, _options: FormatOptions = {}): string {
  const findings = mostSevereFirst(report.findings)
  const head = [
    `## Modelgate: ${report.verdict.failed ? 'failed' : 'passed'}`,
    `${totalsSentence(report)} ${verdictSentence(report)}`,
  ].join('\n\n')
  const isException = ({ kind }: Notice) => kind === 'exception'
  const exceptions = report.notices.filter(isException)
  const unread = report.notices.filter(notice => !isException(notice))
  const fixes = section('How to fix', fixItems(findings), 'suggestion', budget / 4)
  const rest = [
    section('By the configuration', report.policy.map(policyItem), 'setting', budget / 10),
    section('Exceptions', exceptions.map(noticeItem), 'notice', budget / 10),
    section('Not read in full', unread.map(noticeItem), 'notice', budget / 10),
  ].join('')
  const room = budget - [head, fixes, rest].join('').length
  return `${head}\n${section('Findings', findings.map(findingItem), 'finding', room)}${fixes}${rest}`
}

/** A heading and a list, as far as there is room, and a line that counts the rest. */
function section(heading: string, items: readonly string[], noun: string, room: number): string {
  if (items.length === 0) return ''
  const reserve = 200
  let free = room - reserve
  const end = items.findIndex(item => {
    free -= item.length + 1
    return free < 0
  })
  const shown = end === -1 ? items : items.slice(0, end)
  const left = items.length - shown.length
  const rest = left > 0 ? `\n${leftOut(left, noun)}\n` : ''
  const list = shown.length > 0 ? `${shown.join('\n')}\n` : ''
  return `\n### ${heading}\n\n${list}${rest}`
}

function findingItem(finding: Finding): string {
  const where = codeSpan(`${finding.name.file.path}:${primaryRegion(finding).line}`)
  const known = finding.state === 'existing' ? ' (existing)' : ''
  return `- **${finding.level}**${known} ${codeSpan(finding.rule)} at ${where}: ${markdownText(messageWithGuards(finding))}`
}

function fixItems(findings: readonly Finding[]): string[] {
  return remediesOf(findings).map(({ rule, fix, onlyFor }) => {
    const where = onlyFor.length > 0 ? ` for ${somePlaces(onlyFor, codeSpan)}` : ''
    return `- ${codeSpan(rule)}${where}: ${indented(markdownBlocks(fix))}`
  })
}

function policyItem({ says }: Report['policy'][number]): string {
  return `- ${markdownText(says)}`
}

function noticeItem({ path, line, message }: Notice): string {
  return `- ${codeSpan(line > 0 ? `${path}:${line}` : path)}: ${markdownText(message)}`
}

function indented(blocks: string): string {
  return blocks.replace(/\n(?!\n|$)/g, '\n  ')
}
