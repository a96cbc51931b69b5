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

const settings =
  /^(pydantic_settings|pydantic(\.(v1|env_settings))?)\.BaseSettings$|^(yacs|fvcore\.common)\.config\.CfgNode$|^ml_collections(\.config_dict)?\.ConfigDict$|^mm(cv|engine)(\.config)?\.(Config|ConfigDict)$|^(addict\.(addict\.)?Dict|easydict\.EasyDict|box\.Box|argparse\.Namespace)$/

/**
 * Whether objects of a class take their fields from outside: from the environment, or from the files and command lines that are
 * merged into a configuration. https://docs.pydantic.dev/latest/concepts/pydantic_settings/ https://github.com/rbgirshick/yacs
 */
export function isFilledOutside(linked: Linked, className: string): boolean {
  return hasBase(linked, className, settings)
}

/** Whether a class of the repository comes from one of a library, be it by way of others. */
export function hasBase(linked: Linked, className: string, library: RegExp): boolean {
  return [...withBases(linked, className)].some(name =>
    (linked.program.classes.get(name)?.bases ?? []).some(base =>
      libraryNames(linked, base).some(known => library.test(known)),
    ),
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
