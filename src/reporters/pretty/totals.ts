import type { Report, Verdict } from '../../program'
import { suppressedBy } from '../suppression-text'
import { count, type Paper, paintLevel } from './paint'

/** The last lines: how much was found where, and whether the gate lets it pass. */
export function totals(paper: Paper, report: Report): readonly string[] {
  const { findings, suppressed, guarded, files, notices, comparison } = report
  const unread = new Set(notices.filter(({ kind }) => kind !== 'exception').map(notice => notice.path)).size
  const scanned = `${count(files.seen, 'file')} scanned${unread > 0 ? `, ${unread} not read in full` : ''}`
  const places = new Set(findings.map(finding => finding.name.file.path)).size
  const found =
    findings.length === 0
      ? 'No findings'
      : `${count(findings.length, 'finding')}: ${levels(paper, report)} in ${count(places, 'file')}`
  const split =
    comparison && findings.length > 0 ? `; ${comparison.fresh} new, ${comparison.existing} existing` : ''
  const silent = guarded.length > 0 ? `; ${guarded.length} guarded` : ''
  const known = findings.filter(({ state }) => state === 'existing').length
  const aside = [
    ...(known > 0 && !comparison ? [`${known} of them existing`] : []),
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed, ${suppressedBy(suppressed)}`] : []),
  ].map(part => `; ${part}`)
  return [`${found}${split}${aside.join('')}${silent}; ${scanned}`, verdictLine(paper, report)]
}

function levels(paper: Paper, { findings }: Report): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap(level => {
    const number = findings.filter(finding => finding.level === level).length
    return number > 0 ? [paintLevel(paper, level, count(number, level))] : []
  })
  return parts.join(', ')
}

function verdictLine({ colour }: Paper, { verdict, comparison }: Report): string {
  const { failOn, failed, blocking, expired = 0, varied = false } = verdict
  const fresh = comparison ? 'new ' : ''
  if (failed) {
    const reasons = [
      ...(blocking > 0 ? [`${count(blocking, `${fresh}finding`)} ${above(failOn, varied)}`] : []),
      ...(expired > 0 ? [`${count(expired, 'finding')} whose waiver has ended`] : []),
    ]
    return `${colour.bold(colour.red('Gate failed:'))} ${reasons.join('; ')}.`
  }
  if (failOn === 'never' && !varied) return 'Gate off: no finding fails this run.'
  return `${colour.bold(colour.green('Gate passed:'))} nothing ${fresh}${above(failOn, varied)}.`
}

function above(level: Verdict['failOn'], varied: boolean): string {
  if (varied) return 'at or above the level that fails its rule or path'
  return level === 'error' ? 'at level `error`' : `at or above \`${level}\``
}
