import type { Finding, Level, Verdict } from '../program'
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
  return findings.flatMap(finding => {
    const level = wanted.get(finding.rule)
    if (level === 'off') return []
    if (level === undefined) return [finding]
    return [{ ...finding, level: relevel(finding.level, usual.get(finding.rule) ?? finding.level, level) }]
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
