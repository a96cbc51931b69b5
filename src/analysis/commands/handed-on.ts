import type { Argument } from '../../program'
import type { Sink } from '../../rules/schema'
import { environmentOf } from '../launched'
import type { CallSite, Linked } from '../linked'

/**
 * The arguments of a command with the environment variables that its sink asks for: `DATABRICKS_BUNDLE_TARGET` may stand in front of
 * the command, in its script, its step, its job or its pipeline.
 */
export function withEnvironment(
  linked: Linked,
  { unit, call }: CallSite,
  sink: Sink,
  args: readonly Argument[],
): readonly Argument[] {
  // What stands in front of the command comes first, and counts.
  const found = variablesOf(sink).flatMap((name): Argument[] => {
    const own = unit.bound.get(name) ?? []
    const items = own.length > 0 ? [...own] : [...environmentOf(linked, unit, name).values]
    return items.length === 0 ? [] : [{ name, value: { kind: 'collection', items }, span: call.span }]
  })
  return [...args, ...found]
}

const known = new WeakMap<Sink, readonly string[]>()

// Options are written in lower case.
function variablesOf(sink: Sink): readonly string[] {
  const ready = known.get(sink)
  if (ready) return ready
  const asked = [sink.if, ...sink.when.map(one => one.if)].flatMap(conditions =>
    Object.keys(conditions ?? {}),
  )
  const names = [...new Set(asked.filter(name => /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name)))]
  known.set(sink, names)
  return names
}
