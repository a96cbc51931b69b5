import type { GuardVerdict } from '../../../program'
import type { Rule } from '../../../rules/schema'
import type { SinkSite } from '../../sinks'
import type { Engine } from '../engine'
import type { Evidence, GuardKind } from '../evidence'
import { bystanders } from './bystanders'
import { loosenedFlags, settledFlags } from './flags'
import { toleratedChecks } from './jobs'
import { lookalikes } from './lookalikes'
import { placesOf } from './places'
import { most, openSearch } from './search'
import { skippedChecks } from './skipped'
import { failedTests, settledTests } from './tests'
import { unusedChecks } from './unused'

// What looks most like a guard comes first.
const readers = [failedTests, loosenedFlags, skippedChecks, unusedChecks, bystanders, lookalikes]

/**
 * Checks around a sink that look like guards for a rule and are none, each with the reason; the nearest first. What the rule
 * takes for a guard behind the sink is not too late there.
 */
export function findVoids(
  engine: Engine,
  sink: SinkSite,
  { unless: kinds, guarded }: Pick<Rule, 'unless' | 'guarded'>,
  seen: readonly Evidence[],
): GuardVerdict[] {
  const search = openSearch(engine, sink, kinds)
  const places = placesOf(engine, sink, guarded === undefined)
  let found: GuardVerdict[] = []
  for (const reader of readers)
    for (const place of places)
      if (found.length < most) found = unique([...found, ...reader(search, place)], seen)
  return unique([...found, ...toleratedChecks(search)], seen).slice(0, most)
}

/** Checks that decide whether a sink is reached and whose outcome is settled beforehand. */
export function findSettled(engine: Engine, sink: SinkSite, kinds: readonly GuardKind[]): GuardVerdict[] {
  const search = openSearch(engine, sink, kinds)
  const found = placesOf(engine, sink).flatMap(place => [
    ...settledTests(search, place),
    ...settledFlags(search, place),
  ])
  return unique(found, []).slice(0, most)
}

// The first reason for a place stands, and what holds to some degree is not void.
function unique(found: readonly GuardVerdict[], seen: readonly Evidence[]): GuardVerdict[] {
  const taken: { readonly span: GuardVerdict['span'] }[] = [...seen]
  return found.filter(one => {
    if (taken.some(other => overlap(one.span, other.span))) return false
    taken.push(one)
    return true
  })
}

function overlap(a: GuardVerdict['span'], b: GuardVerdict['span']): boolean {
  return a.file.path === b.file.path && a.start < b.end && b.start < a.end
}
