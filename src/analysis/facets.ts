import { lineOf } from '../base/lines'
import type { Rule } from '../rules/schema'
import { conditionsHold } from './cases'
import { companionOf } from './companions'
import { environmentOf } from './launched'
import type { Linked } from './linked'
import type { Sources } from './origins/sources'
import type { SinkSite } from './sinks'

/** A sink's call as one of the hazards that it is. */
export interface Facet {
  readonly site: SinkSite
  /** Whether it is the hazard of the case itself, and not one that it is as well. */
  readonly own: boolean
  /** What is to say of it where another rule speaks. */
  readonly says: string | null
  /** Whether it is told where the call is nothing else. */
  readonly alone: boolean
}

/** The hazards that a call may be, whatever its arguments are. */
export function hazardsOf({ sink, outcome }: SinkSite): readonly string[] {
  return [outcome.hazard, ...outcome.also, ...sink.aspects.map(({ report }) => report)]
}

/** A sink's call as each of the hazards that it is: that of its case first. */
export function facetsOf(sources: Sources, site: SinkSite): Facet[] {
  const also = site.outcome.also.map(hazard => ({
    site: seenAs(site, hazard),
    own: false,
    says: null,
    alone: true,
  }))
  const all = [{ site, own: true, says: null, alone: true }, ...also, ...aspectsOf(sources, site)]
  const hazards = all.map(facet => facet.site.outcome.hazard)
  return all.filter((_, at) => hazards.indexOf(hazards[at] ?? '') === at)
}

function aspectsOf(sources: Sources, site: SinkSite): Facet[] {
  const { linked } = sources
  const { sink, deployment } = site
  const args = [...site.arguments, ...(deployment?.arguments ?? [])]
  return sink.aspects.flatMap(aspect => {
    if (!conditionsHold(linked, { parameters: sink.parameters, if: aspect.if }, args)) return []
    if (aspect.unset.some(name => isSet(linked, site, name))) return []
    const companion = aspect.with ? companionOf(sources, site.site, aspect.with) : null
    if (aspect.with && !companion) return []
    const place = companion ? `, in line ${lineOf(companion.file.text, companion.start).line}` : ''
    const says = aspect.says === undefined ? null : `${aspect.says}${place}`
    return [{ site: seenAs(site, aspect.report, says, aspect.fix), own: false, says, alone: aspect.alone }]
  })
}

function isSet(linked: Linked, { site, arguments: args }: SinkSite, name: string): boolean {
  const here = args.some(argument => argument.name === name) || site.unit.bound.has(name)
  return here || environmentOf(linked, site.unit, name).values.length > 0
}

function seenAs(site: SinkSite, hazard: string, says: string | null = null, fix?: string): SinkSite {
  const { outcome } = site
  return { ...site, outcome: { ...outcome, hazard, says: says ?? outcome.says, fix: fix ?? outcome.fix } }
}

/** In the order in which rules speak: before every other one those that are over it. */
export function bySpecificity<T extends { readonly rule: Rule }>(all: readonly T[]): T[] {
  const left = [...all]
  const sorted: T[] = []
  while (left.length > 0) {
    const at = left.findIndex(one => left.every(other => !other.rule.over.includes(one.rule.id)))
    sorted.push(...left.splice(Math.max(at, 0), 1))
  }
  return sorted
}
