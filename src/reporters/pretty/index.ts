import stringWidth from 'string-width'
import { breakCommands, visible } from '../../base/visible'
import type { Finding, GuardedSite, Notice, PolicyEffect, Report, SuppressedFinding } from '../../program'
import type { FormatOptions } from '../format'
import { advice } from './advice'
import { block, guardedBlock, suppressedBlock } from './block'
import { type Paper, padTo, paperOf, prose } from './paint'
import { totals } from './totals'

/** The report for people. No text of the scanned repository can act on the terminal or the CI that shows it. */
export function pretty(
  report: Report,
  { colours = false, width = 100, showGuarded = false, showSuppressed = false }: FormatOptions = {},
): string {
  const paper = paperOf(colours, width)
  const lines = [
    ...findingLines(paper, report),
    ...advice(paper, report),
    ...(showGuarded ? guardedLines(paper, report.guarded) : []),
    ...(showSuppressed ? suppressedLines(paper, report.suppressed) : []),
    ...policyLines(paper, report.policy),
    ...noticeLines(paper, 'Exceptions', report.notices.filter(isAboutExceptions)),
    ...noticeLines(
      paper,
      'Not read in full',
      report.notices.filter(notice => !isAboutExceptions(notice)),
    ),
    ...totals(paper, report),
  ]
  return breakCommands(`${lines.join('\n').replace(/(?<! ) +$/gm, '')}\n`)
}

function findingLines(paper: Paper, { findings, comparison }: Report): string[] {
  const blocks = (some: readonly Finding[]) => some.flatMap(finding => [...block(paper, finding), ''])
  if (!comparison) return blocks(findings)
  const isNew = (finding: Finding) => comparison.states.get(finding.fingerprint) === 'new'
  const group = (title: string, some: readonly Finding[]) =>
    some.length === 0 ? [] : [paper.colour.bold(title), '', ...blocks(some)]
  return [
    ...group('New', findings.filter(isNew)),
    ...group(
      `Existing at ${comparison.commit.slice(0, 12)}`,
      findings.filter(finding => !isNew(finding)),
    ),
  ]
}

function guardedLines(paper: Paper, guarded: readonly GuardedSite[]): string[] {
  if (guarded.length === 0) return ['No call is guarded.', '']
  return [paper.colour.bold('Guarded'), '', ...guarded.flatMap(site => [...guardedBlock(paper, site), ''])]
}

function suppressedLines(paper: Paper, suppressed: readonly SuppressedFinding[]): string[] {
  if (suppressed.length === 0) return ['No finding is suppressed.', '']
  const blocks = suppressed.flatMap(finding => [...suppressedBlock(paper, finding), ''])
  return [paper.colour.bold('Suppressed'), '', ...blocks]
}

function isAboutExceptions({ kind }: Notice): boolean {
  return kind === 'exception'
}

function policyLines(paper: Paper, policy: readonly PolicyEffect[]): string[] {
  if (policy.length === 0) return []
  const lines = policy.map(({ says }) => `  ${prose(paper, says, 2)}`)
  return [paper.colour.bold('By the configuration'), ...lines, '']
}

const mostNotices = 20

function noticeLines(paper: Paper, heading: string, notices: readonly Notice[]): string[] {
  if (notices.length === 0) return []
  const shown = notices.slice(0, mostNotices)
  const places = shown.map(({ path, line }) => visible(line > 0 ? `${path}:${line}` : path))
  const widest = Math.max(...places.map(place => stringWidth(place)))
  const column = Math.min(widest, Math.floor(paper.width / 3))
  const more = notices.length - shown.length
  return [
    paper.colour.bold(heading),
    ...shown.map(({ message }, index) => noticeLine(paper, column, places[index] ?? '', message)),
    ...(more > 0 ? [`  and ${more} more; the formats \`json\` and \`sarif\` list them all`] : []),
    '',
  ]
}

function noticeLine(paper: Paper, column: number, place: string, message: string): string {
  const gap = stringWidth(place) > column ? `\n${' '.repeat(4 + column)}` : '  '
  return `  ${padTo(column, place)}${gap}${prose(paper, message, 4 + column)}`
}
