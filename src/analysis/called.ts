import type { Call, Value } from '../program'
import { boundTo } from './bindings'
import { lastName } from './knowledge'
import type { Linked } from './linked'

/** Whether a call may be to something of one of these last names; most calls need no closer look. */
export function mayCall(linked: Linked, { callee }: Call, names: ReadonlySet<string>): boolean {
  return mayGoBy(linked, callee, names, false)
}

// Below the top of a file an imported name is a variable, and in a loop a mix of what it was before and after.
function mayGoBy(linked: Linked, value: Value, names: ReadonlySet<string>, bound: boolean): boolean {
  const inner = (v: Value): boolean => mayGoBy(linked, v, names, true)
  switch (value.kind) {
    case 'field':
    case 'name':
      return names.has(lastName(value.name))
    case 'mix':
      return value.of.some(way => way.kind === 'mix' || mayGoBy(linked, way, names, bound))
    case 'variable':
      return !bound && boundTo(linked, value).some(inner)
    default:
      return false
  }
}
