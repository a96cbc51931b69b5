import type { Fact, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import type { State } from './evidence'

/** What the analysis has worked out so far, unit by unit. */
export interface Engine {
  readonly linked: Linked
  readonly flows: Map<Unit, Flow>
  /** What the callers of a unit have established, in the unit's own terms. */
  readonly entries: Map<Unit, State>
  /** What units have established when they come back, by unit and outcome. */
  readonly exits: Map<string, State>
  /** Units being worked out: meeting one again is recursion, which establishes nothing. */
  readonly open: Set<Unit>
}

/** What one unit establishes by itself, from its entry on. */
export interface Flow {
  readonly unit: Unit
  /** At the start of each block; `null` where nothing leads. */
  readonly into: State[]
  readonly out: State[]
  /** Where it comes to an end without an exception: the state there and what it returns. */
  readonly exits: { readonly state: State; readonly value: Value | null }[]
}

export function openEngine(linked: Linked): Engine {
  return { linked, flows: new Map(), entries: new Map(), exits: new Map(), open: new Set() }
}

/** Whether a fact ends in an exception whatever happens. */
export function isRaise(fact: Fact | undefined): boolean {
  return fact?.kind === 'raise'
}
