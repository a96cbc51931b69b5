import { apart, type Charge, type Finding, type Level, together, type Verdict } from '../program'
import type { Configuration } from './settings'

const rank: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 }

/** Whether `level` is as severe as `bar`, or more. */
export function reaches(level: Level, bar: Level): boolean {
  return rank[level] >= rank[bar]
}

/** The findings at the levels that the project gives their rules, without those of rules that are off. */
export function withLevels<T extends Finding>(
  findings: readonly T[],
  rules: readonly { readonly id: string; readonly level: Level }[],
  wanted: Configuration['rules'],
): T[] {
  const usual = new Map(rules.map(rule => [rule.id, rule.level]))
  const wantedFor = (charge: Charge): Charge[] => {
    const level = wanted.get(charge.rule)
    if (level === 'off') return []
    if (level === undefined) return [charge]
    return [{ ...charge, level: relevel(charge.level, usual.get(charge.rule) ?? charge.level, level) }]
  }
  if (wanted.size === 0) return [...findings]
  return findings.flatMap(finding => {
    const [first, ...others] = apart(finding).flatMap(wantedFor)
    return first ? [together(finding, [first, ...others])] : []
  })
}

/** Whether the run fails: one finding at or above `failOn` is enough. */
export function judge(findings: readonly Finding[], failOn: Level | 'never'): Verdict {
  if (failOn === 'never') return { failOn, failed: false, blocking: 0 }
  const blocking = findings.filter(finding => reaches(finding.level, failOn)).length
  return { failOn, failed: blocking > 0, blocking }
}

// A finding that its own evidence makes milder than its rule usually is stays mild when the rule is made stricter.
function relevel(own: Level, usual: Level, wanted: Level): Level {
  return own === usual || reaches(own, wanted) ? wanted : own
}
