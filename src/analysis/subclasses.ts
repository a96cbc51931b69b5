import { addTo } from '../base/groups'
import { keptIn, onceFor } from '../base/once'
import type { Call, SourceFile, Unit, Value } from '../program'
import { boundTo } from './bindings'
import { makersOf } from './callers'
import type { Linked } from './linked'
import { fieldValues, referentsOf, withBases } from './resolve'

// Of more classes nobody asks which of them says what.
const most = 100
const deepest = 40
const unknown: Value = { kind: 'unknown' }

/** The classes of the repository that inherit from one. Stand-ins that tests define are used in tests. */
export function subclassesOf(linked: Linked, className: string): readonly string[] {
  return inheriting(linked).get(className) ?? []
}

const inheriting = onceFor((linked: Linked): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { name, file } of linked.program.classes.values())
    if (!linked.knowledge.isTest(file.path))
      for (const owner of withBases(linked, name)) if (owner !== name) addTo(found, owner, name)
  return found
})

/** A value of a class, and the file of that. */
interface Own {
  readonly value: Value
  readonly file: SourceFile
}

/** What subclasses have in the place of a field where an object may be one of theirs: `path = "live.pkl"`. */
export function overriding(linked: Linked, of: Value, className: string, name: string): readonly Own[] {
  const below = subclassesOf(linked, className)
  if (below.length === 0 || isMade(linked, of)) return []
  const known = keptIn(overridden, linked, () => new Map<string, readonly Own[]>())
  return keptIn(known, `${className} ${name}`, () =>
    below.slice(0, most + 1).flatMap((one, i) => valuesIn(linked, one, name, i < most)),
  )
}

/** The same without their files. */
export function overridingValues(
  linked: Linked,
  of: Value,
  className: string,
  name: string,
): readonly Value[] {
  return overriding(linked, of, className, name).map(({ value }) => value)
}

const overridden = new WeakMap<Linked, Map<string, readonly Own[]>>()

function valuesIn(linked: Linked, className: string, name: string, asked: boolean): readonly Own[] {
  const file = linked.program.classes.get(className)?.file
  if (!file) return []
  const values = asked ? ownValues(linked, className, name) : [unknown]
  return values.map(value => ({ value, file }))
}

function ownValues(linked: Linked, className: string, name: string): readonly Value[] {
  const said = (linked.program.units.get(className)?.bound.get(name) ?? []).filter(
    // An annotation alone gives no value.
    ({ kind }) => kind !== 'instance',
  )
  const stored = linked.fields.get(className)?.get(name) ?? []
  const made = makersOf(linked, className).flatMap(({ call }) =>
    call.arguments.flatMap(argument => (argument.name === name ? [argument.value] : [])),
  )
  return [...said, ...stored, ...made]
}

/** Whether what a value stands for was made where that is seen, so that its class is known and not only a base of it. */
export function isMade(linked: Linked, value: Value, depth = 0): boolean {
  if (depth > deepest) return false
  const known = madeIn(linked)
  const before = known.get(value)
  if (before !== undefined) return before
  // What leads back to itself was made nowhere on that way.
  known.set(value, false)
  const made = isMadeByKind(linked, value, depth)
  known.set(value, made)
  return made
}

const madeIn = onceFor((_: Linked) => new WeakMap<Value, boolean>())

function isMadeByKind(linked: Linked, value: Value, depth: number): boolean {
  const areMade = (ways: readonly Value[]): boolean =>
    ways.length > 0 && ways.every(way => isMade(linked, way, depth + 1))
  switch (value.kind) {
    case 'result': {
      const made = referentsOf(linked, value.call.callee)
      return made.length > 0 && made.every(r => r.kind === 'class')
    }
    case 'mix':
      return areMade(value.of)
    case 'variable':
      return areMade(boundTo(linked, value))
    case 'field':
      return areMade(
        referentsOf(linked, value.of).flatMap(r =>
          r.kind === 'object' ? fieldValues(linked, r.name, value.name) : [],
        ),
      )
    default:
      return false
  }
}

/** The methods of subclasses that a call may reach in the place of one. */
export function overridingMethods(linked: Linked, { callee }: Call, method: Unit): readonly Unit[] {
  if (callee.kind !== 'field' || method.owner === null) return []
  const { units } = linked.program
  const owners = new Set(referentsOf(linked, callee.of).flatMap(r => (r.kind === 'object' ? [r.name] : [])))
  const below = [...owners].flatMap(owner => subclassesOf(linked, owner))
  if (below.length === 0 || below.length > most || isMade(linked, callee.of)) return []
  return [...new Set(below)].flatMap(one =>
    boundTo(linked, { unit: one, name: callee.name }).flatMap(value =>
      value.kind === 'function' ? (units.get(value.unit) ?? []) : [],
    ),
  )
}
