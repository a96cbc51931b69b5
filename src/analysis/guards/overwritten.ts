import type { Call, Unit } from '../../program'
import { mayCall } from '../called'
import type { Linked } from '../linked'
import { effectsOf, pathsWritten } from '../origins/sources'
import { unitsNamed } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import type { Engine } from './engine'
import { type State, stateOf } from './evidence'
import { keyInCaller } from './mapping'

/** What still holds behind a call: what was verified of a file says nothing of what is written to it later. */
export function withoutOverwritten({ linked }: Engine, call: Call, state: State): State {
  if (state === null || state.size === 0) return state
  const verified = [...state.values()].filter(e => e.kind === 'verification')
  if (verified.length === 0) return state
  const keys = keysWritten(linked, call, 0)
  return verified.some(e => keys.has(e.subject))
    ? stateOf([...state.values()].filter(e => !keys.has(e.subject)))
    : state
}

/** Whether a call writes to a file of one of these names. */
export function writesTo({ linked }: Engine, call: Call, keys: readonly string[]): boolean {
  const written = keysWritten(linked, call, 0)
  return keys.some(key => written.has(key))
}

const deepest = 4

// A step of a job, a script that another one runs or a function writes to the same files.
function keysWritten(linked: Linked, call: Call, depth: number): ReadonlySet<string> {
  const inside = depth < deepest ? unitsNamed(linked, call.callee) : []
  const handed = inside.flatMap(unit =>
    [...keysIn(linked, unit, depth + 1)].flatMap(key => keyInCaller(linked, key, unit, call) ?? []),
  )
  if (!mayCall(linked, call, linked.knowledge.writers)) return new Set(handed)
  const written = effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry))
  return new Set([...handed, ...written.map(path => keyOf(linked, artifactOf(linked, path), 0))])
}

const known = new WeakMap<Unit, ReadonlySet<string>[]>()

// What is found depends on how deep it is looked for, so each depth has an answer of its own.
function keysIn(linked: Linked, unit: Unit, depth: number): ReadonlySet<string> {
  const byDepth = known.get(unit) ?? []
  known.set(unit, byDepth)
  const before = byDepth[depth]
  if (before) return before
  const found = new Set<string>()
  for (const { facts } of unit.blocks)
    for (const fact of facts)
      if (fact.kind === 'call') for (const key of keysWritten(linked, fact, depth)) found.add(key)
  byDepth[depth] = found
  return found
}
