import type { Level, Report } from '../../program'
import { count, type Paper, paintLevel } from './paint'

/** The last lines: how much was found where, and whether the gate lets it pass. */
export function totals(paper: Paper, report: Report): readonly string[] {
  const { findings, guarded, files, notices, comparison } = report
  const unread = new Set(notices.map(notice => notice.path)).size
  const scanned = `${count(files.seen, 'file')} scanned${unread > 0 ? `, ${unread} not read in full` : ''}`
  const places = new Set(findings.map(finding => finding.name.file.path)).size
  const found =
    findings.length === 0
      ? 'No findings'
      : `${count(findings.length, 'finding')}: ${levels(paper, report)} in ${count(places, 'file')}`
  const split =
    comparison && findings.length > 0 ? `; ${comparison.fresh} new, ${comparison.existing} existing` : ''
  const silent = guarded.length > 0 ? `; ${guarded.length} guarded` : ''
  return [`${found}${split}${silent}; ${scanned}`, verdictLine(paper, report)]
}

function levels(paper: Paper, { findings }: Report): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap(level => {
    const number = findings.filter(finding => finding.level === level).length
    return number > 0 ? [paintLevel(paper, level, count(number, level))] : []
  })
  return parts.join(', ')
}

function verdictLine({ colour }: Paper, { verdict, comparison }: Report): string {
  const { failOn, failed, blocking } = verdict
  const fresh = comparison ? 'new ' : ''
  if (failOn === 'never') return 'Gate off: no finding fails this run.'
  if (failed)
    return `${colour.bold(colour.red('Gate failed:'))} ${count(blocking, `${fresh}finding`)} ${above(failOn)}.`
  return `${colour.bold(colour.green('Gate passed:'))} nothing ${fresh}${above(failOn)}.`
}

function above(level: Level): string {
  return level === 'error' ? 'at level `error`' : `at or above \`${level}\``
}
