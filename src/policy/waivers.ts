import type { Finding, Notice, SuppressedFinding } from '../program'
import { globTest } from './paths'
import type { Configuration, Waiver } from './settings'

/** What the waivers have made of the findings. */
export interface AfterWaivers {
  readonly findings: Finding[]
  readonly suppressed: SuppressedFinding[]
  readonly notices: Notice[]
  /** Findings whose waiver has ended. */
  readonly expired: number
}

/**
 * Takes out the findings that somebody answers for. A waiver that has ended takes out nothing, and one without a day to
 * compare it with neither: nobody knows whether it still holds.
 */
export function applyWaivers(
  findings: readonly Finding[],
  { file, waivers, today }: Pick<Configuration, 'file' | 'waivers' | 'today'>,
  whole: boolean,
): AfterWaivers {
  if (waivers.length === 0) return { findings: [...findings], suppressed: [], notices: [], expired: 0 }
  const path = file ?? ''
  const asked = waivers.map(waiver => ({ waiver, fits: fitsOf(waiver) }))
  const judged = findings.map(finding => {
    const by = asked.flatMap(({ waiver, fits }) => (fits(finding) ? [waiver] : []))
    return { finding, by, holding: by.find(waiver => holds(waiver, today)) }
  })
  const open = judged.filter(({ holding }) => !holding)
  return {
    findings: open.map(({ finding }) => finding),
    suppressed: judged.flatMap(({ finding, holding }) =>
      holding ? [{ ...finding, suppressed: suppressionBy(holding, path) }] : [],
    ),
    notices: [
      ...(today === null ? [noticeAt(path, 0, noDate)] : []),
      ...waivers.flatMap(waiver => {
        const says = whatBecameOf(waiver, judged, today, whole)
        return says === null ? [] : [noticeAt(path, waiver.line, says)]
      }),
    ],
    expired: today === null ? 0 : open.filter(({ by }) => by.length > 0).length,
  }
}

interface Judged {
  readonly by: readonly Waiver[]
  readonly holding: Waiver | undefined
}

function whatBecameOf(
  waiver: Waiver,
  judged: readonly Judged[],
  today: string | null,
  whole: boolean,
): string | null {
  const own = judged.filter(({ by }) => by.includes(waiver))
  const open = own.filter(({ holding }) => !holding).length
  if (open > 0 && today !== null) return endedText(waiver, open)
  return own.length === 0 && whole ? unusedText(waiver) : null
}

function noticeAt(path: string, line: number, message: string): Notice {
  return { path, line, kind: 'exception', message }
}

const noDate =
  'There is no commit whose date the waivers could be compared with, so none of them counts; write `--today YYYY-MM-DD`.'

function holds({ expires }: Waiver, today: string | null): boolean {
  return today !== null && today <= expires
}

function fitsOf({ rule, path, fingerprint }: Waiver): (finding: Finding) => boolean {
  const isThere = globTest(path)
  return finding =>
    (rule === '*' || rule === finding.rule) &&
    (fingerprint === null || fingerprint === finding.fingerprint) &&
    isThere(finding.name.file.path)
}

function suppressionBy(
  { reason, owner, expires, line }: Waiver,
  path: string,
): SuppressedFinding['suppressed'] {
  return { kind: 'waiver', reason, owner, expires, path, line }
}

function endedText(waiver: Waiver, count: number): string {
  const what = count === 1 ? 'its finding counts' : `its ${count} findings count`
  return `The waiver of \`${waiver.rule}\` for \`${waiver.path}\` ended on ${waiver.expires}, so ${what} again and the gate fails; put it right, or let \`${waiver.owner}\` decide anew.`
}

function unusedText({ rule, path }: Waiver): string {
  return `No finding is waived by the waiver of \`${rule}\` for \`${path}\`; remove it.`
}
