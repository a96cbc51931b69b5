import { apart, type Charge, type Finding, type Level, together, type Verdict } from '../program'
import { below } from './paths'
import type { Bar, Configuration, PathPolicy } from './settings'

const rank: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 }

/** Whether `level` is as severe as `bar`, or more. */
export function reaches(level: Level, bar: Level): boolean {
  return rank[level] >= rank[bar]
}

/** The findings at the levels that the project gives their rules, without those of rules that are off there. */
export function withLevels<F extends Finding>(
  findings: readonly F[],
  rules: readonly { readonly id: string; readonly level: Level }[],
  wanted: Configuration['rules'],
  paths: readonly PathPolicy[] = [],
): F[] {
  const usual = new Map(rules.map(rule => [rule.id, rule.level]))
  const leveled = (charge: Charge, name: Finding['name']): Charge[] => {
    const level = wantedFor({ rule: charge.rule, name }, wanted, paths)
    if (level === 'off') return []
    if (level === undefined) return [charge]
    return [{ ...charge, level: relevel(charge.level, usual.get(charge.rule) ?? charge.level, level) }]
  }
  if (wanted.size === 0 && paths.length === 0) return [...findings]
  return findings.flatMap(finding => {
    const [first, ...others] = apart(finding).flatMap(charge => leveled(charge, finding.name))
    return first ? [together(finding, [first, ...others])] : []
  })
}

/** The level that the project gives the rule of a finding, where the finding stands. */
export function wantedFor(
  { rule, name }: Pick<Finding, 'rule' | 'name'>,
  wanted: Configuration['rules'],
  paths: readonly PathPolicy[],
): Level | 'off' | undefined {
  const here = below(paths, name.file.path).findLast(({ rules }) => rules.has(rule))
  return here?.rules.get(rule) ?? wanted.get(rule)
}

/** What may fail a run beside the level that is asked of every finding. */
export interface Bars {
  readonly bars: Configuration['bars']
  readonly paths: readonly PathPolicy[]
  /** Findings whose waiver has ended. */
  readonly expired: number
}

/** Whether the run fails: one new finding at or above the level that fails it is enough, or a waiver that has ended. */
export function judge(
  findings: readonly Finding[],
  failOn: Bar,
  { bars, paths, expired }: Bars = { bars: new Map(), paths: [], expired: 0 },
): Verdict {
  const blocking = blockers(findings, failOn, { bars, paths }).length
  const varied = bars.size > 0 || paths.some(path => path.failOn !== null)
  return {
    failOn,
    failed: blocking + expired > 0,
    blocking,
    ...(expired > 0 && { expired }),
    ...(varied && { varied }),
  }
}

/** The findings that fail the run at their level. */
export function blockers(
  findings: readonly Finding[],
  failOn: Bar,
  { bars, paths }: Pick<Bars, 'bars' | 'paths'>,
): Finding[] {
  return findings.filter(finding => {
    const bar = barFor(finding, failOn, bars, paths)
    return (
      finding.state !== 'existing' && !finding.suppressed && bar !== 'never' && reaches(finding.level, bar)
    )
  })
}

function barFor({ rule, name }: Finding, failOn: Bar, bars: Bars['bars'], paths: readonly PathPolicy[]): Bar {
  const here = below(paths, name.file.path).findLast(path => path.failOn !== null)
  return here?.failOn ?? bars.get(rule) ?? failOn
}

// A finding that its own evidence makes milder than its rule usually is stays mild when the rule is made stricter.
function relevel(own: Level, usual: Level, wanted: Level): Level {
  return own === usual || reaches(own, wanted) ? wanted : own
}
