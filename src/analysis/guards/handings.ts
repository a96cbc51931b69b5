import type { Call, Value } from '../../program'
import { boundTo } from '../bindings'
import type { Linked } from '../linked'
import type { Handing, Handings } from './engine'

/** Finds the arguments that may be functions, outside of tests. */
export function indexHandings(linked: Linked): Handings {
  const byUnit = new Map<string, Handing[]>()
  const byCall = new Map<Call, Handing[]>()
  const byName = new Map<string, Handing[]>()
  for (const site of linked.sites) {
    if (site.call.arguments.length === 0 || linked.knowledge.isTest(site.unit.file.path)) continue
    for (const argument of site.call.arguments) {
      const handing: Handing = { site, argument }
      const { value } = argument
      if (value.kind === 'function') push(byUnit, value.unit, handing)
      else if (value.kind === 'result') push(byCall, value.call, handing)
      else if (isNamed(value)) for (const name of namesOf(linked, value)) push(byName, name, handing)
    }
  }
  return { byUnit, byCall, byName }
}

type Named = Extract<Value, { kind: 'variable' | 'field' | 'name' }>

// `from registry import promote as move`
function namesOf(linked: Linked, value: Named): ReadonlySet<string> {
  const { program } = linked
  const bound = value.kind === 'variable' ? boundTo(linked, value) : []
  const names = bound.flatMap(one =>
    one.kind === 'function' ? [program.units.get(one.unit)?.label ?? ''] : isNamed(one) ? [one.name] : [],
  )
  return new Set([value.name, ...names].map(lastPart))
}

function isNamed(value: Value): value is Named {
  return value.kind === 'variable' || value.kind === 'field' || value.kind === 'name'
}

/** The last of the names that are joined by dots. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function push<K>(map: Map<K, Handing[]>, key: K, handing: Handing): void {
  const known = map.get(key)
  if (known) known.push(handing)
  else map.set(key, [handing])
}
