import { once } from '../../base/once'
import type { ClassShape, Unit, Value } from '../../program'
import { givenByName, makersOf, type Placed } from '../callers'
import type { Linked } from '../linked'
import { fieldValues, referentsOf, withBases } from '../resolve'
import { overriding } from '../subclasses'

/**
 * What a name of a module, or a field of an object of the repository, may hold. A field may hold very many values, and who
 * asks looks at few of them, again and again: each is made where it is reached.
 */
export function membersOf(linked: Linked, of: Value, name: string): Iterable<Placed> {
  return { [Symbol.iterator]: () => eachMember(linked, of, name) }
}

/** Whether there is none. */
export function isEmpty(among: Iterable<unknown>): boolean {
  for (const _ of among) return false
  return true
}

function* eachMember(linked: Linked, of: Value, name: string): Generator<Placed> {
  const { units, classes } = linked.program
  for (const referent of referentsOf(linked, of)) {
    if (referent.kind === 'module') yield* boundIn(units.get(referent.path), name)
    const shape =
      referent.kind === 'object' || referent.kind === 'class' ? classes.get(referent.name) : undefined
    if (shape) yield* ofClass(linked, of, shape, name)
  }
}

function* boundIn(unit: Unit | undefined, name: string): Generator<Placed> {
  if (unit) for (const value of unit.bound.get(name) ?? []) yield { value, file: unit.file }
}

function* ofClass(linked: Linked, of: Value, shape: ClassShape, name: string): Generator<Placed> {
  for (const value of fieldValues(linked, shape.name, name)) yield { value, file: shape.file }
  const made = givenByName(linked, shape.name, name)
  yield* made
  // What a class only gives a type to has the value that each of its makers names.
  const isGiven = once(() => made.length > 0 && made.length === makersOf(linked, shape.name).length)
  for (const owner of withBases(linked, shape.name))
    for (const said of boundIn(linked.program.units.get(owner), name))
      if (said.value.kind !== 'function' && !(said.value.kind === 'instance' && isGiven())) yield said
  for (const below of overriding(linked, of, shape.name, name))
    if (below.value.kind !== 'function') yield below
}
