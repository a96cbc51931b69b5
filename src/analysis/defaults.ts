import type { Call, Value } from '../program'

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
