import type { Call, Unit } from '../../program'
import { mayCall } from '../called'
import type { Linked } from '../linked'
import { effectsOf, isRunner, pathsWritten } from '../origins/sources'
import { artifactOf, keyOf } from './artifacts'
import type { Engine } from './engine'
import { type State, stateOf } from './evidence'

/** What still holds behind a call: what was verified of a file says nothing of what is written to it later. */
export function withoutOverwritten({ linked }: Engine, call: Call, state: State): State {
  if (state === null || state.size === 0) return state
  const verified = [...state.values()].filter(e => e.subject !== '' && e.kind === 'verification')
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

// A step of a job, or a script that another one runs, writes to the same files.
function keysWritten(linked: Linked, call: Call, depth: number): ReadonlySet<string> {
  const { callee } = call
  const unit = callee.kind === 'function' ? linked.program.units.get(callee.unit) : undefined
  if (unit) return isRunner(unit) && depth < deepest ? keysIn(linked, unit, depth) : none
  if (!mayCall(linked, call, linked.knowledge.writers)) return none
  const written = effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry))
  return new Set(written.map(path => keyOf(linked, artifactOf(linked, path), 0)))
}

const none: ReadonlySet<string> = new Set()
const known = new WeakMap<Unit, ReadonlySet<string>>()

function keysIn(linked: Linked, unit: Unit, depth: number): ReadonlySet<string> {
  const before = known.get(unit)
  if (before) return before
  const found = new Set<string>()
  known.set(unit, found)
  for (const { facts } of unit.blocks)
    for (const fact of facts)
      if (fact.kind === 'call') for (const key of keysWritten(linked, fact, depth + 1)) found.add(key)
  return found
}
