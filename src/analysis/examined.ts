import { byCodeUnits } from '../base/order'
import type { Finding, GuardedSite, Keyed, Notice, PromotionMap } from '../program'
import { nameInOrder } from './fingerprint'
import { listGuarded } from './guarded'
import { drawMap, type MapSketch } from './map'
import { type Telling, type Tells, withoutTold } from './told'

/** What was found, in the order of paths and places. */
export interface Examined {
  readonly findings: Keyed<Finding>[]
  /** Sinks that are not reported, since something guards them. */
  readonly guarded: Keyed<GuardedSite>[]
  /** How models reach production, guarded or not. */
  readonly map: PromotionMap
  /** Configuration files that the code reads and that could not be read here. */
  readonly notices: readonly Notice[]
}

/** What was made of some calls of a program, each by itself. It is plain data. */
export interface Judgements {
  readonly found: readonly FoundCall[]
  readonly guarded: readonly GuardedCall[]
  readonly map: MapSketch
  readonly notices: readonly Notice[]
}

interface Ordered {
  /** The place of the call among all that the program has. */
  readonly order: number
}

/** A call that is a finding, unless another one tells it. */
export interface FoundCall extends Ordered {
  readonly finding: Omit<Finding, 'fingerprint'>
  /** What its name is made of. */
  readonly text: string
  readonly keys: { readonly key: string; readonly call: string }
  readonly telling: Telling
}

/** A call that something guards. */
export interface GuardedCall extends Ordered {
  readonly site: Keyed<GuardedSite>
  readonly tells: Tells | null
}

/** What calls come to that were judged apart: only together can be told which repeats another, and what each is called. */
export function conclude(parts: readonly Judgements[]): Examined {
  const guarded = parts.flatMap(part => part.guarded).sort(byOrder)
  const found = parts.flatMap(part => part.found).sort(byOrder)
  const told = guarded.flatMap(({ tells }) => tells ?? [])
  const judged = unique(withoutTold(found, told).sort(byPlace))
  const names = nameInOrder(judged.map(({ text }) => text))
  const findings = judged.map(({ finding, keys }, at) => ({
    ...finding,
    fingerprint: names[at] ?? '',
    ...keys,
  }))
  return {
    findings,
    guarded: listGuarded(
      guarded.map(({ site }) => site),
      findings,
    ),
    map: drawMap(parts.map(({ map }) => map)),
    notices: eachOnce(parts.flatMap(({ notices }) => notices)),
  }
}

/** Notices that several parts have made, each once. */
export function eachOnce(notices: readonly Notice[]): Notice[] {
  return [
    ...new Map(
      notices.map(one => [`${one.path}\n${one.line}\n${one.kind}\n${one.message}`, one] as const),
    ).values(),
  ]
}

function byOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order
}

function byPlace({ finding: a }: FoundCall, { finding: b }: FoundCall): number {
  return (
    byCodeUnits(a.span.file.path, b.span.file.path) ||
    a.name.start - b.name.start ||
    byCodeUnits(a.rule, b.rule)
  )
}

function unique(sorted: readonly FoundCall[]): FoundCall[] {
  return sorted.filter((judged, i) => {
    const before = sorted[i - 1]
    return !before || byPlace(before, judged) !== 0
  })
}
