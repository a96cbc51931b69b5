import type { Call } from '../../program'
import { effectsOf, mayCall, pathsWritten } from '../origins/sources'
import { artifactOf, keyOf } from './artifacts'
import type { Engine } from './engine'
import { type State, stateOf } from './evidence'

/** What still holds behind a call: what was verified of a file says nothing of what is written to it later. */
export function withoutOverwritten({ linked }: Engine, call: Call, state: State): State {
  if (state === null || state.size === 0 || !mayCall(linked, call, linked.knowledge.writers)) return state
  const verified = [...state.values()].filter(e => e.subject !== '' && e.kind === 'verification')
  if (verified.length === 0) return state
  const written = effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry))
  const keys = new Set(written.map(path => keyOf(linked, artifactOf(linked, path), 0)))
  return verified.some(e => keys.has(e.subject))
    ? stateOf([...state.values()].filter(e => !keys.has(e.subject)))
    : state
}
