import type { Level, Report } from '../program'

/** `1 finding`, `2 findings`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** How much was found and looked at, in one sentence. */
export function totalsSentence(findings: Report['findings'], { guarded, files }: Report): string {
  const of = (level: Level) => findings.filter(finding => finding.level === level).length
  const levels = (['error', 'warning', 'note'] as const).flatMap(level =>
    of(level) > 0 ? [counted(of(level), level)] : [],
  )
  const found =
    levels.length > 0 ? `${counted(findings.length, 'finding')}: ${levels.join(', ')}` : 'No findings'
  const silent = guarded.length > 0 ? `; ${guarded.length} guarded` : ''
  return `${found}${silent}; ${counted(files.seen, 'file')} scanned.`
}

/** What the gate has decided, in one sentence. */
export function verdictSentence({ failOn, failed, blocking }: Report['verdict']): string {
  if (failOn === 'never') return 'Gate off: no finding fails this run.'
  const bar = failOn === 'error' ? 'at level `error`' : `at or above \`${failOn}\``
  return failed ? `Gate failed: ${counted(blocking, 'finding')} ${bar}.` : `Gate passed: nothing ${bar}.`
}

/** A sentence on what a format had no room for. */
export function leftOut(number: number, noun: string): string {
  return `${counted(number, `more ${noun}`)} ${number === 1 ? 'is' : 'are'} left out; the formats \`json\` and \`sarif\` list them all.`
}
