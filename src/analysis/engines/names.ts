import type { Argument, Call, Unit, Value } from '../../program'
import type { EngineRule } from '../../rules/engine-schema'
import { givenFor } from '../arguments'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { referentsOf, withBases } from '../resolve'

/** Whether the name of an external is one of an engine's: its own last names, wherever in its packages they stand. */
export function isOneOf({ packages }: EngineRule, name: string, wanted: readonly string[]): boolean {
  const plain = name.replace(/\(\)$/, '')
  if (plain.includes('(') || !packages.some(root => name.startsWith(`${root}.`))) return false
  return wanted.some(one => {
    if (one.endsWith('()') !== (plain !== name)) return false
    return one.startsWith('*') ? name.endsWith(one.slice(1)) : name.endsWith(`.${one}`)
  })
}

/** The externals that a value refers to, those among them from which a class of the repository inherits. */
export function externalsOf(linked: Linked, value: Value): readonly string[] {
  return referentsOf(linked, value).flatMap(referent => {
    if (referent.kind === 'external') return [referent.name]
    return referent.kind === 'class' ? basesOf(linked, referent.name) : []
  })
}

function basesOf(linked: Linked, className: string): readonly string[] {
  return [...withBases(linked, className)].flatMap(name =>
    (linked.program.classes.get(name)?.bases ?? []).flatMap(base =>
      referentsOf(linked, base).flatMap(r => (r.kind === 'external' ? [r.name] : [])),
    ),
  )
}

/** Whether a value is one of these names of an engine. */
export function isNamed(
  linked: Linked,
  engine: EngineRule,
  value: Value,
  wanted: readonly string[],
): boolean {
  return wanted.length > 0 && externalsOf(linked, value).some(name => isOneOf(engine, name, wanted))
}

/** The decorator of a unit that is one of these names; its call where it has arguments. */
export function decoratorOf(
  linked: Linked,
  engine: EngineRule,
  unit: Unit,
  wanted: readonly string[],
): { readonly call: Call | null } | null {
  if (wanted.length === 0) return null
  for (const decorator of unit.decorators) {
    const call = decorator.kind === 'result' ? decorator.call : null
    if (isNamed(linked, engine, call ? call.callee : decorator, wanted)) return { call }
  }
  return null
}

/** What a call gives for an argument; `null` where it gives nothing, or that cannot be told. */
export function argumentOf(
  linked: Linked,
  args: readonly Argument[],
  parameters: readonly string[],
  name: string | undefined,
): Value | null {
  if (name === undefined) return null
  const given = givenFor(linked, args, parameters, name)
  if (given.kind === 'given') return given.values[0] ?? null
  return given.kind === 'hidden' ? { kind: 'unknown' } : null
}

/** The one text that a value is; `null` where it may be another. */
export function textOf(linked: Linked, value: Value | null): string | null {
  const { values, complete } = value ? possibleLiterals(linked, value) : { values: [], complete: false }
  const [only, second] = values
  return complete && typeof only === 'string' && second === undefined ? only : null
}
