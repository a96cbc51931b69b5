import { visible } from '../base/visible'
import type { Finding, Level, Notice, PolicyEffect, Report } from '../program'
import { openPart } from '../reporters/graph/cut'
import { mermaid } from '../reporters/graph/mermaid'
import { messageWithGuards } from '../reporters/guard-text'
import { primaryRegion } from '../reporters/region'
import { suppressedBy } from '../reporters/suppression-text'
import type { LineLink } from './links'

// GitHub drops the whole summary of a step above 1 MiB, so this stays well below.
const budget = 900_000

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }

/**
 * The job summary. Text of the repository stands only in HTML, where no Markdown is read as long as no line is blank, and
 * is escaped there.
 */
export function summarise(report: Report, link: LineLink | null): string {
  const head = `## Modelgate: ${report.verdict.failed ? 'failed' : 'passed'}\n\n${sentence(report)}\n\n`
  const old = oldIn(report)
  const findings = [...report.findings].sort(
    (a, b) => Number(old.has(a)) - Number(old.has(b)) || rank[a.level] - rank[b.level],
  )
  const notices =
    noticeTable('Exceptions', report.notices.filter(isAboutExceptions), Math.floor(budget / 8)) +
    noticeTable(
      'Not read in full',
      report.notices.filter(notice => !isAboutExceptions(notice)),
      Math.floor(budget / 4),
    )
  const fixes = fixTable(findings, Math.floor(budget / 4))
  const policy = policyTable(report.policy)
  const map = drawing(report)
  const room = budget - bytes(head) - bytes(map) - bytes(fixes) - bytes(policy) - bytes(notices)
  return head + map + findingTable(findings, { link, old }, room) + fixes + policy + notices
}

function oldIn({ findings }: Report): ReadonlySet<Finding> {
  return new Set(findings.filter(({ state }) => state === 'existing'))
}

// GitHub draws no Mermaid of more than 50,000 characters, and nobody reads one of half as much.
const largestDrawing = 20_000

// What leads to the promotions that nothing guards.
function drawing({ map }: Report): string {
  const open = openPart(map)
  if (open.nodes.length === 0) return ''
  const text = mermaid(open)
  return text.length > largestDrawing ? '' : `\`\`\`mermaid\n${text}\`\`\`\n\n`
}

function sentence({ findings, suppressed, guarded, verdict, comparison, files }: Report): string {
  const silent = guarded.length > 0 ? `${guarded.length} guarded. ` : ''
  const aside = suppressed.length > 0 ? `${suppressed.length} suppressed, ${suppressedBy(suppressed)}. ` : ''
  const read = `${aside}${silent}${count(files.seen, 'file')} looked at, ${files.parsed} of them parsed.`
  if (findings.length === 0) return `No findings. ${read}`
  const split = comparison ? `, ${comparison.fresh} new and ${comparison.existing} existing` : ''
  const fresh = comparison ? 'new ones ' : ''
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

interface Marks {
  readonly link: LineLink | null
  /** Findings that the base has too. */
  readonly old: ReadonlySet<Finding>
}

function findingTable(findings: readonly Finding[], marks: Marks, room: number): string {
  const header = '<tr><th>Level</th><th>Rule</th><th>Place</th><th>What happens</th></tr>'
  return table(
    header,
    findings.map(finding => findingRow(finding, marks)),
    'findings, all of them in the SARIF log',
    room,
  )
}

function findingRow(finding: Finding, { link, old }: Marks): string {
  const { path } = finding.name.file
  const { line } = primaryRegion(finding)
  const name = `<code>${html(`${path}:${line}`)}</code>`
  const linked = link ? `<a href="${html(link(path, line))}">${name}</a>` : name
  const mark = old.has(finding) ? ' (existing)' : ''
  return `<tr><td>${finding.level}${mark}</td><td><code>${html(finding.rule)}</code></td><td>${linked}</td><td>${prose(messageWithGuards(finding))}</td></tr>`
}

/** Each remedy once, however many findings it mends. */
function fixTable(findings: readonly Finding[], room: number): string {
  const distinct = new Map(findings.map(finding => [`${finding.rule} ${finding.fix}`, finding]))
  const rows = [...distinct.values()].map(
    ({ rule, fix }) => `<tr><td><code>${html(rule)}</code></td><td>${remedy(fix)}</td></tr>`,
  )
  return table(
    '<tr><th>Rule</th><th>How to fix it</th></tr>',
    rows,
    'remedies, all of them in the SARIF log',
    room,
  )
}

function policyTable(policy: readonly PolicyEffect[]): string {
  const rows = policy.map(({ says }) => `<tr><td>${prose(says)}</td></tr>`)
  return table(
    '<tr><th>By the configuration</th></tr>',
    rows,
    'settings, all of them in the SARIF log',
    Math.floor(budget / 8),
  )
}

function noticeTable(heading: string, notices: readonly Notice[], room: number): string {
  const header = `<tr><th>${heading}</th><th>Why</th></tr>`
  const rows = notices.map(({ path, line, message }) => {
    const place = line > 0 ? `${path}:${line}` : path
    return `<tr><td><code>${html(place)}</code></td><td>${prose(message)}</td></tr>`
  })
  return table(header, rows, 'files, all of them in the SARIF log', room)
}

/** As many rows as there is room for, and a line that counts the rest. */
function table(header: string, rows: readonly string[], what: string, room: number): string {
  if (rows.length === 0) return ''
  const reserve = 200
  let left = room - bytes(header) - reserve
  const fitting = rows.findIndex(row => {
    left -= bytes(row) + 1
    return left < 0
  })
  const shown = fitting === -1 ? rows : rows.slice(0, fitting)
  const more = rows.length - shown.length
  const rest = more > 0 ? `+${more} more ${what}\n\n` : ''
  return `<table>\n${[header, ...shown].join('\n')}\n</table>\n\n${rest}`
}

/** Prose with fenced code in it. A line end in the code is a character reference, so that no line is blank. */
function remedy(text: string): string {
  return text
    .split(/```\w*\n([\s\S]*?)\n```/)
    .map((part, index) =>
      index % 2 === 1 ? `<pre>${part.split('\n').map(html).join('&#10;')}</pre>` : prose(part.trim()),
    )
    .join('')
}

/** A message of ours: code spans become code, line breaks stay, and everything else is escaped. */
function prose(message: string): string {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${lines(part)}</code>` : lines(part)))
    .join('')
}

function lines(text: string): string {
  return text.split('\n').map(html).join('<br>')
}

function html(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`)
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
