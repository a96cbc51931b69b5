import { onceFor } from '../../base/once'
import type { Value } from '../../program'
import { boundTo } from '../bindings'
import type { Linked } from '../linked'
import { waysOf } from './settled'

const changing =
  /^(append|add|insert|appendleft|extend|extendleft|update|setdefault|remove|discard|pop|popleft|popitem|clear)$/

/** Whether something is put into a list, or taken out of it, after it was written out: what is in it is not known then. */
export function isChanged(linked: Linked, value: Value): boolean {
  return changedIn(linked).has(value)
}

const changedIn = onceFor((linked: Linked): ReadonlySet<Value> => {
  const changed = new Set<Value>()
  for (const { call } of linked.sites) {
    const { callee } = call
    if (callee.kind !== 'field' || !changing.test(callee.name)) continue
    for (const way of waysOf(callee.of))
      for (const list of way.kind === 'variable' ? boundTo(linked, way) : [way]) changed.add(list)
  }
  return changed
})
