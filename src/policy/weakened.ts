import { sha256 } from '../base/hash'
import { lineOf } from '../base/lines'
import type { Bound, Finding, GuardedSite, GuardVerdict, Keyed, RuleText } from '../program'
import type { Found } from './additions'

/**
 * Thresholds that let through what the base would have stopped, of gates that still hold: a finding each, at the line of the
 * comparison. `rules` say how severe it is when there is no gate at all.
 */
export function weakened(head: Found, base: Found, rules: readonly RuleText[]): Keyed<Finding>[] {
  const before = new Map(base.guarded.map(site => [site.key, site]))
  const severity = new Map(rules.map(rule => [rule.id, rule.securitySeverity]))
  const all = head.guarded.flatMap(site => {
    const old = before.get(site.key)
    return old ? lowered(site, old).map(one => findingOf(site, one, severity.get(site.rule) ?? mildest)) : []
  })
  return [...new Map(all.map(finding => [finding.key, finding])).values()]
}

/** Whether a comparison could show a lower threshold. */
export function hasBounds({ guarded }: Found): boolean {
  return guarded.some(({ guards }) => guards.some(({ bound }) => bound))
}

interface Lowered {
  readonly now: Bounded
  readonly before: Bounded
}

type Bounded = GuardVerdict & { readonly bound: Bound }

// Where a metric has more than one bound, nobody can tell which of them has become which.
function lowered(site: GuardedSite, old: GuardedSite): Lowered[] {
  return boundsOf(site).flatMap(now => {
    const before = boundsOf(old).filter(({ bound }) => bound.metric === now.bound.metric)
    const rivals = boundsOf(site).filter(({ bound }) => bound.metric === now.bound.metric)
    const [only] = before
    return only && before.length === 1 && rivals.length === 1 && isLaxer(now.bound, only.bound)
      ? [{ now, before: only }]
      : []
  })
}

function boundsOf({ guards }: GuardedSite): readonly Bounded[] {
  return guards.filter((guard): guard is Bounded => guard.bound !== undefined)
}

function isLaxer(now: Bound, before: Bound): boolean {
  if (now.better !== before.better) return false
  return now.better === 'higher' ? now.value < before.value : now.value > before.value
}

// The band of a warning ends there: what is weaker still holds.
const mostSevere = 6.9
const mildest = 4

function findingOf(site: GuardedSite, { now, before }: Lowered, severity: number): Keyed<Finding> {
  const { metric, value, better } = now.bound
  const place = `${before.span.file.path}:${lineOf(before.span.file.text, before.span.start).line}`
  const asked = better === 'higher' ? 'at least' : 'at most'
  const fact = site.message.replace(/\.$/, '')
  const key = sha256(['weakened', site.rule, site.within, site.message, metric, value].join('\n')).slice(
    0,
    32,
  )
  return {
    key,
    fingerprint: key,
    rule: site.rule,
    level: 'warning',
    securitySeverity: Math.max(mildest, Math.min(severity, mostSevere)),
    precision: 'medium',
    message: `${fact}, and the check in front of it asks for less than before. \`${code(metric)}\` has to be ${asked} ${value}, and on the base ${before.bound.value} (\`${code(place)}\`).`,
    fix: 'Put the old threshold back, or say in the change why the new one is enough.',
    span: now.span,
    name: now.span,
    within: site.within,
    steps: [],
    guards: [],
    also: [],
  }
}

function code(text: string): string {
  return text.replaceAll('`', "'").slice(0, 80)
}
