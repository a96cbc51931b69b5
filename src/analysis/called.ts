import type { Call, Item, Value } from '../program'
import { boundTo, itemsOf } from './bindings'
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
    case 'item':
      return itemsIn(linked, value).some(one => one.kind !== 'item' && mayGoBy(linked, one, names, bound))
    default:
      return false
  }
}

// `LOADERS[kind](path)`, with `LOADERS = {"pickle": pickle.load}` at the top of the file.
function itemsIn(linked: Linked, { of, key }: Item): readonly Value[] {
  const tables = of.kind === 'variable' ? boundTo(linked, of) : [of]
  return tables.flatMap(table => itemsOf(table, key) ?? [])
}
