import { onceFor } from '../base/once'
import { constant, type Store } from '../program'
import type { Sink } from '../rules/schema'
import { isAssignment } from './knowledge'
import type { CallSite, Linked } from './linked'

/**
 * Assignments that may be sinks, as the calls that Python makes of them: `os.environ[key] = value` is
 * `os.environ.__setitem__(key, value)`, and `module.name = value` is `module.__setattr__("name", value)`.
 */
export function assignmentSites(linked: Linked): CallSite[] {
  const wanted = wantedKeys(linked)
  if (wanted.size === 0) return []
  return linked.stores.flatMap(({ unit, block, store }) => {
    const key = keyOf(store)
    return key !== null && wanted.has(key) ? [{ unit, block, call: callOf(store, key) }] : []
  })
}

function keyOf({ name }: Store): string | null {
  if (typeof name === 'string') return name
  return name.kind === 'constant' && typeof name.value === 'string' ? name.value : null
}

function callOf(store: Store, key: string): CallSite['call'] {
  const method = typeof store.name === 'string' ? '__setattr__' : '__setitem__'
  const { of, value, span } = store
  return {
    kind: 'call',
    callee: { kind: 'field', of, name: method },
    arguments: [
      { name: null, value: constant(key), span },
      { name: null, value, span },
    ],
    span,
    name: span,
  }
}

/** The names and keys that sinks of this kind ask for. */
export const wantedKeys = onceFor(({ knowledge }: Linked): ReadonlySet<string> => {
  const { exact, patterns } = knowledge.sinks
  const sinks = new Set([...[...exact.values()].flat(), ...patterns.map(pattern => pattern.entry)])
  return new Set([...sinks].filter(sink => sink.call.some(isAssignment)).flatMap(keysOf))
})

function keysOf(sink: Sink): string[] {
  return Object.values(sink.if ?? {}).filter(matcher => typeof matcher === 'string')
}
