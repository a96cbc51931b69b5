import type { Argument, Value } from '../../program'
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
  const missing = variablesOf(sink).filter(name => args.every(argument => argument.name !== name))
  const found = missing.flatMap((name): Argument[] => {
    const own = unit.bound.get(name) ?? []
    const values = own.length > 0 ? own : environmentOf(linked, unit, name).values
    return values.length === 0 ? [] : [{ name, value: oneOf(values), span: call.span }]
  })
  return found.length === 0 ? args : [...args, ...found]
}

function oneOf(values: readonly Value[]): Value {
  const [first] = values
  return first && values.length === 1 ? first : { kind: 'collection', items: [...values] }
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
