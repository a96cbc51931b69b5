import { byCodeUnits } from '../base/order'
import type { Finding, Level, Notice, Remark, SuppressedFinding } from '../program'
import { goneFrom, marked } from './baseline'
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
export function settle({ findings, remarks, rules, whole }: Found, configuration: Configuration): Settled {
  const { paths, baseline } = configuration
  const atLevels = <F extends Finding>(some: readonly F[]): F[] =>
    withLevels(some, rules, configuration.rules, paths)
  const ids = rules.map(rule => rule.id)
  const beside = applyIgnores(findings, remarks, ids, whole)
  const waived = applyWaivers(atLevels(beside.findings), configuration, whole)
  const gone = baseline && whole ? goneFrom(baseline, findings) : 0
  return {
    findings: baseline ? marked(waived.findings, baseline) : waived.findings,
    suppressed: [...atLevels(beside.suppressed), ...waived.suppressed].sort(byPlace),
    notices: [
      ...beside.notices,
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
