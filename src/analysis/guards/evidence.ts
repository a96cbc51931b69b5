import type { GuardVerdict, Span } from '../../program'

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
}

/** What holds at a point. `null` is a point that nothing reaches, where everything holds. */
export type State = ReadonlyMap<string, Evidence> | null

export const nothing: State = new Map()

export function stateOf(evidence: readonly Evidence[]): State {
  return new Map(evidence.map(e => [idOf(e), e]))
}

function idOf(e: Evidence): string {
  return `${e.kind}|${e.subject}|${e.span.file.path}:${e.span.start}|${e.outcome}|${e.strength}`
}

/** What holds where both of two things hold. */
export function both(a: State, b: State): State {
  if (a === null || b === null) return null
  if (a.size === 0) return b
  return b.size === 0 ? a : new Map([...a, ...b])
}

/** What holds where two ways meet: a guard survives when each way has passed one, for the same subject where it has one. */
export function meet(a: State, b: State): State {
  if (a === null || a === b) return b
  if (b === null) return a
  const met = new Map<string, Evidence>()
  for (const [id, e] of a) {
    if (b.has(id)) met.set(id, e)
    else for (const other of b.values()) if (answers(e, other)) keep(met, weaker(e, other))
  }
  for (const [id, e] of b)
    if (!a.has(id)) for (const other of a.values()) if (answers(e, other)) keep(met, weaker(e, other))
  return met
}

// The two outcomes of one test with no known direction say nothing together.
function answers(a: Evidence, b: Evidence): boolean {
  const opposed =
    a.outcome !== null &&
    a.span.start === b.span.start &&
    a.span.file === b.span.file &&
    a.outcome !== b.outcome
  return isGate(a) === isGate(b) && a.subject === b.subject && !opposed
}

// An approval on one way and an evaluation on the other: no way is open.
function isGate(e: Evidence): boolean {
  return e.kind !== 'verification'
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
    [...state.values()].map(e =>
      rank[e.strength] > rank[strength] ? { ...e, strength, says: `${e.says}, ${because}` } : e,
    ),
  )
}

export function sameState(a: State, b: State): boolean {
  if (a === null || b === null) return a === b
  return a.size === b.size && [...a.keys()].every(id => b.has(id))
}
