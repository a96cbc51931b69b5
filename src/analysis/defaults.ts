import type { Call, Value } from '../program'
import { given } from './configuration/given'
import { entriesFor, type Knowledge } from './knowledge'
import type { Linked } from './linked'
import { argumentFor, libraryNames, withBases } from './resolve'

/** The default that the declaration of a field gives: `field(default="x")`, `Field("x")`; `null` for any other call. */
export function fieldDefault({ fields }: Knowledge, names: readonly string[], call: Call): Value | null {
  const [rule] = names.flatMap(name => entriesFor(fields, name))
  return rule ? given(call, rule.parameters, rule.default) : null
}

/**
 * What a call of a function gives as the default of the field that the function declares: `Flag(False)` with
 * `def Flag(usual): return Field(default=usual)`. Anything else that it returns stays as it is.
 */
export function declaredBy(linked: Linked, call: Call, returned: Value): Value {
  if (returned.kind !== 'result') return returned
  const names = libraryNames(linked, returned.call.callee)
  const usual = fieldDefault(linked.knowledge, names, returned.call)
  const unit = usual?.kind === 'parameter' ? linked.program.units.get(usual.unit) : undefined
  if (usual?.kind !== 'parameter' || !unit) return returned
  return argumentFor(unit, usual.index, call) ?? unit.parameters[usual.index]?.default ?? returned
}

/** The class of which the declaration of a field makes an object: `field(default_factory=Registry)`. */
export function fieldFactory({ fields }: Knowledge, name: string, call: Call): Value | null {
  const [rule] = entriesFor(fields, name)
  return rule?.factory === undefined ? null : given(call, rule.parameters, rule.factory)
}

/** Whether objects of a class take their fields from outside: from the environment, or from what is merged into a configuration. */
export function isFilledOutside(linked: Linked, className: string): boolean {
  return hasBase(linked, className, name => linked.knowledge.filled.has(name))
}

/** Whether a class of the repository comes from one of a library, be it by way of others. */
export function hasBase(linked: Linked, className: string, isLibrary: (name: string) => boolean): boolean {
  return [...withBases(linked, className)].some(name =>
    (linked.program.classes.get(name)?.bases ?? []).some(base => libraryNames(linked, base).some(isLibrary)),
  )
}

/** What a field of an object may be, where its class says so: where the environment sets it, that is what stands in. */
export function asHeld<T extends { readonly complete: boolean }>(
  linked: Linked,
  className: string,
  found: T,
): T {
  return isFilledOutside(linked, className) ? { ...found, complete: false } : found
}
