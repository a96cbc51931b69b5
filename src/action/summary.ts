import type { Finding, Notice, PolicyEffect, Report } from '../program'
import { openPart } from '../reporters/graph/cut'
import { mermaid } from '../reporters/graph/mermaid'
import { messageWithGuards } from '../reporters/guard-text'
import { remediesOf, somePlaces } from '../reporters/places'
import { primaryRegion } from '../reporters/region'
import { suppressedBy } from '../reporters/suppression-text'
import { bytes, count, html, prose, remedy, table } from './html'
import type { LineLink } from './links'
import type { Told } from './problems'
import { bySeverity, concerning } from './rank'
import type { Suggestion } from './suggestions'

// GitHub drops the whole summary of a step above 1 MiB, so this stays well below.
const ofSummary = 900_000
// A comment has at most 65,536 characters.
const ofComment = 60_000

/**
 * The job summary. Text of the repository stands only in HTML, where no Markdown is read as long as no line is blank, and
 * is escaped there.
 */
export function summarise(report: Report, link: LineLink | null): string {
  const old = report.findings.filter(({ state }) => state === 'existing')
  return pageOf(report, [...bySeverity(concerning(report)), ...bySeverity(old)], link, ofSummary)
}

/** The comment on a pull request: the same, within its limit, and the changes that can be proposed on no line. */
export function commentOn(report: Report, link: LineLink | null, left: readonly Suggestion[]): string {
  const changes = changeTable(left, Math.floor(ofComment / 6))
  return pageOf(report, bySeverity(concerning(report)), link, ofComment - bytes(changes)) + changes
}

/** What is added to the summary when all is done: what could not be. */
export function notDone(told: readonly Told[]): string {
  const rows = told.flatMap(({ kind, says }) =>
    kind === 'undone' ? [`<tr><td>${prose(says)}</td></tr>`] : [],
  )
  return table('<tr><th>Not done</th></tr>', rows, 'of them', 50_000)
}

function pageOf(report: Report, findings: readonly Finding[], link: LineLink | null, budget: number): string {
  const head = `## Modelgate: ${report.verdict.failed ? 'failed' : 'passed'}\n\n${sentence(report)}\n\n`
  const notices =
    noticeTable('Exceptions', report.notices.filter(isAboutExceptions), Math.floor(budget / 8)) +
    noticeTable(
      'Not read in full',
      report.notices.filter(notice => !isAboutExceptions(notice)),
      Math.floor(budget / 4),
    )
  const fixes = fixTable(findings, Math.floor(budget / 4))
  const policy = policyTable(report.policy, Math.floor(budget / 8))
  const map = drawing(report, Math.floor(budget / 4))
  const room = budget - bytes(head) - bytes(map) - bytes(fixes) - bytes(policy) - bytes(notices)
  return head + map + findingTable(findings, link, room) + fixes + policy + notices
}

// GitHub draws no Mermaid of more than 50,000 characters, and nobody reads one of half as much.
const largestDrawing = 20_000

// What leads to the promotions that nothing guards.
function drawing({ map }: Report, room: number): string {
  const open = openPart(map)
  if (open.nodes.length === 0) return ''
  const text = mermaid(open)
  if (text.length <= Math.min(largestDrawing, room)) return `\`\`\`mermaid\n${text}\`\`\`\n\n`
  return `The map of what leads to these promotions is too large to be drawn here (${count(open.nodes.length, 'node')}); \`modelgate graph\` writes it.\n\n`
}

function sentence({ findings, suppressed, guarded, verdict, comparison, files }: Report): string {
  const silent = guarded.length > 0 ? `${guarded.length} guarded. ` : ''
  const aside = suppressed.length > 0 ? `${suppressed.length} suppressed, ${suppressedBy(suppressed)}. ` : ''
  const read = `${aside}${silent}${count(files.seen, 'file')} looked at, ${files.parsed} of them parsed.`
  if (findings.length === 0) return `No findings. ${read}`
  const split = comparison ? `, ${comparison.fresh} new and ${comparison.existing} existing` : ''
  const fresh = comparison ? `new ${verdict.blocking === 1 ? 'one' : 'ones'} ` : ''
  const judged =
    verdict.failOn === 'never' && !verdict.failed
      ? 'Nothing fails the step, since `fail-on` is `never`.'
      : `${verdict.blocking} ${fresh}at or above ${verdict.varied ? '' : `\`${verdict.failOn}\`, `}the level that fails the step.${ended(verdict)}`
  return `${count(findings.length, 'finding')}${split}: ${judged} ${read}`
}

function ended({ expired = 0 }: Report['verdict']): string {
  return expired > 0 ? ` The waiver of ${count(expired, 'finding')} has ended.` : ''
}

function isAboutExceptions({ kind }: Notice): boolean {
  return kind === 'exception'
}

function findingTable(findings: readonly Finding[], link: LineLink | null, room: number): string {
  const header = '<tr><th>Level</th><th>Rule</th><th>Place</th><th>What happens</th></tr>'
  return table(
    header,
    findings.map(finding => findingRow(finding, link)),
    'findings, all of them in the SARIF log',
    room,
  )
}

function findingRow(finding: Finding, link: LineLink | null): string {
  const { path } = finding.name.file
  const { line } = primaryRegion(finding)
  const name = `<code>${html(`${path}:${line}`)}</code>`
  const linked = link ? `<a href="${html(link(path, line))}">${name}</a>` : name
  const mark = finding.state === 'existing' ? ' (existing)' : ''
  return `<tr><td>${finding.level}${mark}</td><td><code>${html(finding.rule)}</code></td><td>${linked}</td><td>${prose(messageWithGuards(finding))}</td></tr>`
}

/** Each remedy once, however many findings it mends. */
function fixTable(findings: readonly Finding[], room: number): string {
  const shown = (place: string): string => `<code>${html(place)}</code>`
  const rows = remediesOf(findings).map(({ rule, fix, onlyFor }) => {
    const where = onlyFor.length > 0 ? ` for ${somePlaces(onlyFor, shown)}` : ''
    return `<tr><td><code>${html(rule)}</code>${where}</td><td>${remedy(fix)}</td></tr>`
  })
  return table(
    '<tr><th>Rule</th><th>How to fix it</th></tr>',
    rows,
    'remedies, all of them in the SARIF log',
    room,
  )
}

function changeTable(left: readonly Suggestion[], room: number): string {
  const rows = left.map(
    ({ path, line, after }) =>
      `<tr><td><code>${html(`${path}:${line}`)}</code></td><td><code>${html(after.trim())}</code></td></tr>`,
  )
  return table('<tr><th>Line</th><th>Write instead</th></tr>', rows, 'changes', room)
}

function policyTable(policy: readonly PolicyEffect[], room: number): string {
  const rows = policy.map(({ says }) => `<tr><td>${prose(says)}</td></tr>`)
  return table('<tr><th>By the configuration</th></tr>', rows, 'settings, all of them in the SARIF log', room)
}

function noticeTable(heading: string, notices: readonly Notice[], room: number): string {
  const header = `<tr><th>${heading}</th><th>Why</th></tr>`
  const rows = notices.map(({ path, line, message }) => {
    const place = line > 0 ? `${path}:${line}` : path
    return `<tr><td><code>${html(place)}</code></td><td>${prose(message)}</td></tr>`
  })
  return table(header, rows, 'files, all of them in the SARIF log', room)
}
