import type { Finding, GuardedSite, Report, RuleText, Span, SuppressedFinding } from '../../program'
import { counted, leftOut, totalsSentence, verdictSentence } from '../counted'
import type { FormatOptions } from '../format'
import { messageWithGuards } from '../guard-text'
import { instantOf } from '../instant'
import { primaryRegion } from '../region'
import { blocks, firstOf, mostSevereFirst } from '../standing'
import { suppressionText } from '../suppression-text'
import { type Element, xmlDocument, xmlText } from './xml'

/**
 * The report as JUnit XML, as Ant writes and Jenkins reads it. A call that the rules know is a test: it fails where its finding
 * fails the run, is skipped where the finding does not or is suppressed, and passes where the call is guarded.
 */
export function junit(report: Report, options: FormatOptions = {}): string {
  const cases = withNames([
    ...waiverCases(report),
    ...mostSevereFirst(report.findings).map(finding => findingCase(finding, report)),
    ...report.suppressed.map(suppressedCase),
    ...report.guarded.map(guardedCase),
  ])
  const silent = report.rules.filter(({ id }) => !cases.some(({ rule }) => rule === id)).map(silentCase)
  return xmlDocument('testsuites', { testsuite: suite([...cases, ...silent], report, options) })
}

interface Case {
  readonly rule: string
  readonly name: string
  readonly outcome: Element
}

function suite(cases: readonly Case[], report: Report, options: FormatOptions): Element {
  const number = (key: string) => cases.filter(({ outcome }) => key in outcome).length
  return {
    '@_id': 0,
    '@_package': 'modelgate',
    '@_name': 'modelgate',
    '@_hostname': 'localhost',
    '@_timestamp': instantOf(options),
    '@_time': 0,
    '@_tests': cases.length,
    '@_failures': number('failure'),
    '@_errors': 0,
    '@_skipped': number('skipped'),
    properties: { property: propertiesOf(report) },
    testcase: cases.map(written),
    'system-out': outcomeText(report),
    'system-err': noticeText(report),
  }
}

function written({ rule, name, outcome }: Case): Element {
  return { '@_classname': `modelgate.${xmlText(rule)}`, '@_name': xmlText(name), '@_time': 0, ...outcome }
}

function propertiesOf({ version, verdict }: Report): Element[] {
  const properties = { version, 'fail-on': verdict.failOn, verdict: verdict.failed ? 'failed' : 'passed' }
  return Object.entries(properties).map(([name, value]) => ({ '@_name': name, '@_value': xmlText(value) }))
}

function findingCase(finding: Finding, report: Report): Case {
  const { rule, level } = finding
  const said = { '@_message': xmlText(messageWithGuards(finding)), '#text': detailsOf(finding) }
  const outcome: Element = blocks(finding, report)
    ? { failure: { '@_type': level, ...said } }
    : { skipped: said }
  return { rule, name: nameOf(finding), outcome }
}

function detailsOf(finding: Finding): string {
  const { path } = finding.name.file
  const { line, column } = primaryRegion(finding)
  const lines = [`${path}:${line}:${column} ${finding.level}`, ...finding.fix.split('\n')]
  return lines.map(xmlText).join('\n')
}

function suppressedCase(finding: SuppressedFinding): Case {
  const said = { '@_message': xmlText(suppressionText(finding.suppressed)), '#text': detailsOf(finding) }
  return { rule: finding.rule, name: nameOf(finding), outcome: { skipped: said } }
}

/** A waiver that has ended fails the run, whatever the level of its findings. */
function waiverCases({ verdict }: Report): Case[] {
  const { expired = 0 } = verdict
  const message = `${counted(expired, 'finding')} whose waiver has ended`
  const outcome = { failure: { '@_type': 'waiver', '@_message': message } }
  return expired === 0 ? [] : [{ rule: 'waivers', name: 'waivers hold', outcome }]
}

function guardedCase(site: GuardedSite): Case {
  return { rule: site.rule, name: nameOf(site), outcome: {} }
}

function silentCase({ id }: RuleText): Case {
  return { rule: id, name: 'nothing found', outcome: {} }
}

// Jenkins follows a test through builds by its name, so no line is part of it.
function nameOf({ name, within }: { readonly name: Span; readonly within: string }): string {
  const { file, start, end } = name
  return `${file.path}: ${within} calls ${file.text.slice(start, end)}`
}

function withNames(cases: readonly Case[]): Case[] {
  const times = new Map<string, number>()
  return cases.map(item => {
    const key = `${item.rule} ${item.name}`
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time === 1 ? item : { ...item, name: `${item.name} (${time})` }
  })
}

function outcomeText(report: Report): string {
  const lines = [totalsSentence(report), verdictSentence(report), ...report.policy.map(({ says }) => says)]
  return lines.map(xmlText).join('\n')
}

const mostNotices = 200

function noticeText({ notices }: Report): string {
  const { shown, left } = firstOf(notices, mostNotices)
  const lines = shown.map(({ path, line, message }) => `${line > 0 ? `${path}:${line}` : path}: ${message}`)
  return [...lines, ...(left > 0 ? [leftOut(left, 'notice')] : [])].map(xmlText).join('\n')
}
