import { once } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import { pathsGivenBack } from '../given-back'
import type { Linked } from '../linked'
import { argumentFor, isStatic } from '../resolve'
import { artifactKeys, artifactOf, keyOf } from './artifacts'
import { withBoundGiven } from './bounds-given'
import { isCondition, resolveCondition } from './conditions'
import type { Condition, Engine, Flow, Place } from './engine'
import { both, type Evidence, type State, stateOf } from './evidence'
import { keptFields } from './made'

/** The unit in which a call stands, as far as it is known, and where. */
export interface Context {
  readonly flow: Flow | null
  readonly at: Place | null
}

export const nowhere: Context = { flow: null, at: null }

/** What a call gives for a parameter: for the first of a method the object, for one that is left out its default. */
export function givenTo(unit: Unit, index: number, call: Call): Value | null {
  if (index > 0 || unit.owner === null || isStatic(unit))
    return argumentFor(unit, index, call) ?? unit.parameters[index]?.default ?? null
  if (/\.__init__$/.test(unit.label)) return { kind: 'result', call }
  return call.callee.kind === 'field' ? call.callee.of : call.callee
}

/** Every parameter that a call gives something for. */
export function givenIn(unit: Unit, call: Call): readonly (readonly [index: number, value: Value])[] {
  return unit.parameters.flatMap((_, index) => {
    const given = givenTo(unit, index, call)
    return given ? [[index, given] as const] : []
  })
}

/** What a unit established, in terms of the unit that called it. */
export function mapOut(engine: Engine, state: State, unit: Unit, call: Call, context: Context): State {
  if (state === null) return null
  const plain: Evidence[] = []
  const conditions: Condition[] = []
  const back = once(() => keyGivenBack(engine, unit))
  for (const e of state.values()) {
    const condition = isCondition(e) ? engine.conditions.get(e.subject) : undefined
    if (!condition)
      plain.push(
        ...inCaller(
          engine,
          withBoundGiven(engine.linked, e, unit, i => givenTo(unit, i, call)),
          unit,
          call,
          back,
        ),
      )
    else if (condition.unit === unit) conditions.push(condition)
    else if (isAround(engine, condition.unit, unit)) plain.push(e)
  }
  return conditions
    .map(condition => resolveCondition(engine, condition, call, index => givenTo(unit, index, call), context))
    .reduce<State>(both, stateOf(plain))
}

function isAround(engine: Engine, outer: Unit, inner: Unit): boolean {
  for (let at: Unit | undefined = inner; at; at = engine.linked.program.units.get(at.parent ?? ''))
    if (at.parent === outer.name) return true
  return false
}

// What was verified of a parameter was verified of the argument; what was verified before it is given back, of the result.
function inCaller(
  { linked }: Engine,
  e: Evidence,
  unit: Unit,
  call: Call,
  back: () => string | null,
): readonly Evidence[] {
  if (e.subject === '') return [e]
  const subject = keyInCaller(linked, e.subject, unit, call)
  const kept = keyKept(linked, e.subject, unit, call)
  const mapped = [subject, kept].flatMap(key => (key === null ? [] : [{ ...e, subject: key }]))
  if (e.subject !== back()) return mapped
  return [...mapped, { ...e, subject: keyOf(linked, { kind: 'result', call }, 0) }]
}

// `Release(path).verify()`, which looks at `self.path`.
function keyKept(linked: Linked, key: string, unit: Unit, call: Call): string | null {
  const self = `${unit.name}@0.`
  const object = key.startsWith(self) && unit.owner !== null ? givenTo(unit, 0, call) : null
  return object ? (keptFields(linked, object).get(key.slice(self.length)) ?? null) : null
}

/** The key under which a caller knows what a unit knows by this one; `null` where it gives nothing for it. */
export function keyInCaller(linked: Linked, key: string, unit: Unit, call: Call): string | null {
  return replaceParameters(key, unit, index => {
    const value = givenTo(unit, index, call)
    return value ? keyOf(linked, artifactOf(linked, value), 0) : null
  })
}

// A key is put together from those of its parts. The name of another unit may end in this one's.
function replaceParameters(
  subject: string,
  unit: Unit,
  given: (index: number) => string | null,
): string | null {
  const token = `${unit.name}@`
  const [head = '', ...rest] = subject.split(token)
  let mapped = head
  for (const part of rest) {
    const index = /^\d+/.exec(part)?.[0] ?? ''
    const key = /[\w./-]$/.test(mapped) ? token + index : given(Number(index))
    if (key === null) return null
    mapped += key + part.slice(index.length)
  }
  return mapped
}

function keyGivenBack({ linked }: Engine, unit: Unit): string | null {
  const keys = new Set(pathsGivenBack(linked, unit).map(value => keyOf(linked, artifactOf(linked, value), 0)))
  const [key, second] = keys
  return second === undefined ? (key ?? null) : null
}

/** What a caller established, in terms of the unit that it calls. */
export function mapIn(engine: Engine, state: State, unit: Unit, call: Call): State {
  if (state === null) return null
  const keys = givenIn(unit, call).map(
    ([index, given]) => [index, artifactKeys(engine.linked, given)] as const,
  )
  const object = unit.owner === null ? null : givenTo(unit, 0, call)
  const kept = object ? [...keptFields(engine.linked, object)] : []
  const mapped = [...state.values()].flatMap((e): Evidence[] => {
    if (e.subject === '' || isCondition(e)) return [e]
    const inside = kept.flatMap(([field, key]) =>
      key === e.subject ? [{ ...e, subject: `${unit.name}@0.${field}` }] : [],
    )
    const own = keys.flatMap(([index, names]) =>
      names.flatMap(name => {
        const rest = restOf(e.subject, name)
        return rest === null ? [] : [{ ...e, subject: `${unit.name}@${index}${rest}` }]
      }),
    )
    return [e, ...own, ...inside]
  })
  return stateOf(mapped)
}

// The object itself, or a part of it: `self.path` of the object whose path was verified, `config["path"]` of the table.
function restOf(subject: string, name: string): string | null {
  if (subject === name) return ''
  return subject.startsWith(`${name}.`) || subject.startsWith(`${name}[`) ? subject.slice(name.length) : null
}
