import { byCodeUnits } from '../base/order'
import { type Finding, type GuardedSite, type GuardVerdict, type Keyed, onDisk } from '../program'
import type { Rule } from '../rules/schema'
import { keyOf as identify } from './fingerprint'
import { displayName } from './message'
import type { SinkSite } from './sinks'

/** A sink that is silent, with the guards that make it so. */
export function guardedSite(rule: Rule, site: SinkSite, guards: readonly GuardVerdict[]): Keyed<GuardedSite> {
  const proof = guards.filter(({ strength }) => strength === 'strong' || strength === 'medium')
  const within = site.site.unit.label
  return {
    key: identify({ rule: rule.id, sink: site.name, within, call: site.at }),
    rule: rule.id,
    message: `\`${displayName(site.name)}\` ${site.outcome.says}.`,
    span: onDisk(site.at),
    name: onDisk(site.nameAt),
    within,
    guards: proof.map(guard => ({ ...guard, span: onDisk(guard.span) })).sort(strongestFirst),
  }
}

/** In the order of places, each once. What a copy of a `finally` body leaves open is a finding and not guarded. */
export function listGuarded<T extends GuardedSite>(sites: readonly T[], findings: readonly Finding[]): T[] {
  const seen = new Set(findings.map(keyOf))
  return sites.toSorted(byPlace).filter(site => {
    const known = seen.has(keyOf(site))
    seen.add(keyOf(site))
    return !known
  })
}

type Placed = Pick<GuardedSite, 'rule' | 'name'>

function keyOf({ rule, name }: Placed): string {
  return `${name.file.path}:${name.start}:${rule}`
}

function byPlace(a: Placed, b: Placed): number {
  return (
    byCodeUnits(a.name.file.path, b.name.file.path) ||
    a.name.start - b.name.start ||
    byCodeUnits(a.rule, b.rule)
  )
}

function strongestFirst(a: GuardVerdict, b: GuardVerdict): number {
  return (
    byCodeUnits(b.strength, a.strength) ||
    byCodeUnits(a.span.file.path, b.span.file.path) ||
    a.span.start - b.span.start
  )
}
