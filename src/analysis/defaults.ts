import type { Call, Value } from '../program'
import type { Linked } from './linked'
import { libraryNames, withBases } from './resolve'

const fields = /^(dataclasses\.field|attrs?\.(field|ib|attrib)|(pydantic|pydantic\.fields|sqlmodel)\.Field)$/

/** The default that the declaration of a field gives: `field(default="x")`, `Field("x")`; `null` for any other call. */
export function fieldDefault(names: readonly string[], call: Call): Value | null {
  if (!names.some(name => fields.test(name))) return null
  const named = call.arguments.find(argument => argument.name === 'default')
  return (named ?? call.arguments.find(argument => argument.name === null))?.value ?? null
}

/** The class of which the declaration of a field makes an object: `field(default_factory=Registry)`. */
export function fieldFactory(name: string, call: Call): Value | null {
  if (!fields.test(name)) return null
  return call.arguments.find(a => a.name === 'default_factory' || a.name === 'factory')?.value ?? null
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
