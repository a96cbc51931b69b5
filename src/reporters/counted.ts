import type { Level, Report } from '../program'
import { suppressedBy } from './suppression-text'

/** `1 finding`, `2 findings`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** How much was found and looked at, in one sentence. */
export function totalsSentence({ findings, suppressed, guarded, notices, files }: Report): string {
  const of = (level: Level) => findings.filter(finding => finding.level === level).length
  const levels = (['error', 'warning', 'note'] as const).flatMap(level =>
    of(level) > 0 ? [counted(of(level), level)] : [],
  )
  const known = findings.filter(({ state }) => state === 'existing').length
  const parts = [
    levels.length > 0 ? `${counted(findings.length, 'finding')}: ${levels.join(', ')}` : 'No findings',
    ...(known > 0 ? [`${known} of them existing`] : []),
    ...(suppressed.length > 0 ? [`${suppressed.length} suppressed, ${suppressedBy(suppressed)}`] : []),
    ...(guarded.length > 0 ? [`${guarded.length} guarded`] : []),
    `${counted(files.seen, 'file')} scanned`,
    ...(notices.length > 0 ? [counted(notices.length, 'notice')] : []),
  ]
  return `${parts.join('; ')}.`
}

/** What the gate has decided, in one sentence. */
export function verdictSentence({ verdict, comparison }: Report): string {
  const { failOn, failed, blocking, expired = 0, varied = false } = verdict
  const fresh = comparison ? 'new ' : ''
  if (!failed && failOn === 'never' && !varied) return 'Gate off: no finding fails this run.'
  if (!failed) return `Gate passed: nothing ${fresh}${bar(failOn, varied)}.`
  const reasons = [
    ...(blocking > 0 ? [`${counted(blocking, `${fresh}finding`)} ${bar(failOn, varied)}`] : []),
    ...(expired > 0 ? [`${counted(expired, 'finding')} whose waiver has ended`] : []),
  ]
  return `Gate failed: ${reasons.join('; ')}.`
}

function bar(failOn: Report['verdict']['failOn'], varied: boolean): string {
  if (varied) return 'at or above the level that fails its rule or path'
  return failOn === 'error' ? 'at level `error`' : `at or above \`${failOn}\``
}

/** A sentence on what a format had no room for. */
export function leftOut(number: number, noun: string): string {
  return `${counted(number, `more ${noun}`)} ${number === 1 ? 'is' : 'are'} left out; the formats \`json\` and \`sarif\` list them all.`
}
