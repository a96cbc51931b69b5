import { byCodeUnits } from '../base/order'
import type { Finding, Level, Notice, Remark, SuppressedFinding } from '../program'
import { goneFrom, marked } from './baseline'
import { type Early, earlyNotices } from './early'
import { applyIgnores } from './ignores'
import type { Configuration } from './settings'
import { withLevels } from './verdict'
import { applyWaivers } from './waivers'

/** What a scan has found, as the policy sees it. */
export interface Found {
  readonly findings: readonly Finding[]
  readonly remarks: readonly Remark[]
  readonly rules: readonly { readonly id: string; readonly level: Level }[]
  /** Whether all of the repository was scanned: only then what nothing needs is news. */
  readonly whole: boolean
  /** Findings whose comment does not count yet. None where absent. */
  readonly early?: readonly Early[]
}

/** The findings that count, at the levels of the project, and what became of the others. */
export interface Settled {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  readonly notices: readonly Notice[]
  /** Findings whose waiver has ended. */
  readonly expired: number
}

/** Applies comments, waivers, levels and the baseline, in this order. */
export function settle(found: Found, configuration: Configuration): Settled {
  const { findings, remarks, rules, whole, early = [] } = found
  const { paths, baseline } = configuration
  const atLevels = <F extends Finding>(some: readonly F[]): F[] =>
    withLevels(some, rules, configuration.rules, paths)
  const ids = rules.map(rule => rule.id)
  const beside = applyIgnores(findings, remarks, ids, whole)
  const released = new Set(early.map(({ finding }) => finding.fingerprint))
  const aside = beside.suppressed.filter(({ fingerprint }) => !released.has(fingerprint))
  const taken = new Set(aside.map(({ fingerprint }) => fingerprint))
  const open = findings.filter(({ fingerprint }) => !taken.has(fingerprint))
  const waived = applyWaivers(atLevels(open), configuration, whole)
  const gone = baseline && whole ? goneFrom(baseline, findings) : 0
  return {
    findings: baseline ? marked(waived.findings, baseline) : waived.findings,
    suppressed: [...atLevels(aside), ...waived.suppressed].sort(byPlace),
    notices: [
      ...beside.notices,
      ...earlyNotices(early),
      ...waived.notices,
      ...(baseline && gone > 0 ? [goneText(baseline.file, gone)] : []),
    ],
    expired: waived.expired,
  }
}

function goneText(path: string, gone: number): Notice {
  const what = gone === 1 ? '1 entry names' : `${gone} entries name`
  const message = `${what} no finding any more; write it anew with \`modelgate baseline -o ${path}\`.`
  return { path, line: 0, kind: 'exception', message }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    byCodeUnits(a.name.file.path, b.name.file.path) ||
    a.name.start - b.name.start ||
    byCodeUnits(a.rule, b.rule)
  )
}
