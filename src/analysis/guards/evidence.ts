import { addTo } from '../../base/groups'
import type { Bound, GuardVerdict, Span } from '../../program'
import type { BoundAsked } from './bounds-given'

export type GuardKind = GuardVerdict['kind']
export type Strength = GuardVerdict['strength']

/** Something that must have happened before a point is reached. */
export interface Evidence {
  readonly kind: GuardKind
  /** What was verified, as a key of an artifact; empty where the whole run is meant. */
  readonly subject: string
  readonly strength: Strength
  readonly span: Span
  /** Which outcome of a test with no known direction this is; `null` where the direction is known. */
  readonly outcome: boolean | null
  readonly says: string
  /** Whether it makes a finding milder although it is weak. */
  readonly softens?: boolean
  /** Whether it is an answer that somebody types, or that a pipe gives. */
  readonly typed?: boolean
  /** The number that a metric is measured against, where one is written down. */
  readonly bound?: Bound
  /** Where a caller gives the number that a metric is measured against. */
  readonly asked?: BoundAsked | null
  /** What it was verified under, where that has been stored under another name since. */
  readonly moved?: string
  /** Whether some way has passed a guard of another kind in its place: by itself it does not stand on every way. */
  readonly either?: true
}

/** What holds at a point. `null` is a point that nothing reaches, where everything holds. */
export type State = Held | null

type Held = ReadonlyMap<string, Evidence>

export const nothing: State = new Map()

export function stateOf(evidence: readonly Evidence[]): State {
  return new Map(evidence.map(e => [idOf(e), e]))
}

function idOf(e: Evidence): string {
  return `${e.kind}|${e.subject}|${e.span.file.path}:${e.span.start}|${e.outcome}|${e.strength}${e.either ? '|either' : ''}`
}

/** What holds where both of two things hold. */
export function both(a: State, b: State): State {
  if (a === null || b === null) return null
  if (a.size === 0) return b
  if (b.size === 0 || a === b || isWithin(b, a)) return a
  const held = new Map([...a, ...b])
  return held.size > mostAlike ? withFewer(held, b) : held
}

function isWithin(part: Held, whole: Held): boolean {
  if (part.size > whole.size) return false
  for (const [id, e] of part) if (whole.get(id) !== e) return false
  return true
}

// Of more checks of the whole run, or of one artifact, than these the strongest stay: they say nothing that the others do not.
const mostAlike = 24

function withFewer(held: Held, added: Held): State {
  const grown = new Set([gates, ...Array.from(added.values(), likeOf)])
  const alike = new Map<string, [string, Evidence][]>()
  for (const entry of held) {
    const like = likeOf(entry[1])
    if (like !== others && grown.has(like)) addTo(alike, like, entry)
  }
  const left = [...alike.values()].flatMap(group =>
    group.sort(([, x], [, y]) => rank[y.strength] - rank[x.strength]).slice(mostAlike),
  )
  if (left.length === 0) return held
  const ids = new Set(left.map(([id]) => id))
  return new Map([...held].filter(([id]) => !ids.has(id)))
}

// No artifact has such a key.
const gates = ' gates'
const others = ' others'

// What says the same.
function likeOf(e: Evidence): string {
  if (isGate(e)) return gates
  return e.kind === 'verification' ? e.subject : others
}

/** What holds where two ways meet: a guard survives when each way has passed one, for the same subject where it has one. */
export function meet(a: State, b: State): State {
  if (a === null || a === b) return b
  if (b === null) return a
  const met = new Map<string, Evidence>()
  for (const [id, e] of a) if (b.has(id)) met.set(id, e)
  if (met.size === a.size && met.size === b.size) return a
  meetOthers(met, a, b)
  meetOthers(met, b, a)
  return met
}

/** What holds where all of some ways meet. None is asked once nothing is left that could hold. */
export function meetEach<T>(ways: readonly T[], ask: (way: T) => State, start: State = null): State {
  let met = start
  for (const way of ways) {
    if (met !== null && met.size === 0) return met
    met = meet(met, ask(way))
  }
  return met
}

// What only one way has passed, with what answers to it on the other.
function meetOthers(met: Map<string, Evidence>, from: Held, to: Held): void {
  const bySubject = new Map<string, Evidence[]>()
  for (const e of to.values()) {
    const same = bySubject.get(groupOf(e))
    if (same) same.push(e)
    else bySubject.set(groupOf(e), [e])
  }
  for (const [id, e] of from)
    if (!to.has(id))
      for (const other of bySubject.get(groupOf(e)) ?? [])
        if (!areOpposed(e, other)) keep(met, joined(e, other))
}

/** What stands where one of two ways was taken: the one that proves less. */
export function joined(e: Evidence, other: Evidence): Evidence {
  const kept = weaker(e, other)
  return e.kind !== other.kind || e.either || other.either ? { ...kept, either: true } : kept
}

// An approval on one way and an evaluation on the other: no way is open.
function groupOf(e: Evidence): string {
  return `${isGate(e) ? 'gate' : e.kind} ${e.subject}`
}

// The two outcomes of one test with no known direction say nothing together.
function areOpposed(a: Evidence, b: Evidence): boolean {
  return (
    a.outcome !== null &&
    a.span.start === b.span.start &&
    a.span.file === b.span.file &&
    a.outcome !== b.outcome
  )
}

function isGate(e: Evidence): boolean {
  return e.kind !== 'verification' && e.kind !== 'target'
}

function keep(met: Map<string, Evidence>, e: Evidence): void {
  met.set(idOf(e), e)
}

const rank: Readonly<Record<Strength, number>> = { strong: 3, medium: 2, weak: 1, void: 0 }

/** The one that proves less. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  return rank[b.strength] < rank[a.strength] ? b : a
}

/** Evidence capped at a strength, with the reason. */
export function atMost(state: State, strength: Strength, because: string): State {
  if (state === null) return null
  return stateOf(
    [...state.values()].map(({ asked, ...e }) => ({
      ...e,
      ...(rank[e.strength] > rank[strength] ? { strength, says: `${e.says}, ${because}` } : {}),
      ...(asked ? { asked: { ...asked, doubted: false } } : {}),
    })),
  )
}

/** Evidence without what is there a second time, since it stands on some ways by itself and on others for another kind. */
export function withoutDoubles(evidence: readonly Evidence[]): Evidence[] {
  const whole = new Set(evidence.filter(e => !e.either).map(idOf))
  return evidence.filter(({ either, ...e }) => !either || !whole.has(idOf(e)))
}

export function sameState(a: State, b: State): boolean {
  if (a === null || b === null) return a === b
  return a.size === b.size && [...a.keys()].every(id => b.has(id))
}
