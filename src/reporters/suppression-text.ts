import type { SuppressedFinding, Suppression } from '../program'

/** Who takes a finding out of the report, and why: a sentence. */
export function suppressionText({ kind, reason, owner, expires, path, line }: Suppression): string {
  const why = reason.replace(/\.$/, '')
  if (kind === 'ignore') return `A comment in line ${line} ignores it: ${why}.`
  return `A waiver (\`${path}\`, line ${line}) of \`${owner ?? ''}\` takes it out until ${expires ?? ''}: ${why}.`
}

/** How many findings are taken out, by what: `2 by comments and 1 by waivers`. */
export function suppressedBy(suppressed: readonly SuppressedFinding[]): string {
  const { ignore, waiver } = suppressedCounts(suppressed)
  const parts = [
    ...(ignore > 0 ? [`${ignore} by ${ignore === 1 ? 'a comment' : 'comments'}`] : []),
    ...(waiver > 0 ? [`${waiver} by ${waiver === 1 ? 'a waiver' : 'waivers'}`] : []),
  ]
  return parts.join(' and ')
}

/** How many findings are taken out by each kind of exception. */
export function suppressedCounts(
  suppressed: readonly SuppressedFinding[],
): Readonly<Record<Suppression['kind'], number>> {
  const of = (kind: Suppression['kind']) => suppressed.filter(one => one.suppressed.kind === kind).length
  return { ignore: of('ignore'), waiver: of('waiver') }
}
