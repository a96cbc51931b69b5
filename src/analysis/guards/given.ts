import { keptIn } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import { hole, type Literal, possibleLiterals } from '../possible'
import type { Engine, Flow } from './engine'
import { flowAssuming } from './flow'
import { givenTo } from './mapping'
import { samenessAsked } from './sameness'

const mostOfOneUnit = 8

/** Parameters of a unit of which it asks whether they are given at all, and for which a call surely gives something. */
export function surelyGiven(engine: Engine, unit: Unit, call: Call): ReadonlySet<number> {
  const asked = [...askedForAny(unit)]
  return new Set(asked.filter(index => isSomething(engine, givenTo(unit, index, call))))
}

function isSomething({ linked }: Engine, value: Value | null): boolean {
  if (!value) return false
  const { values, complete } = possibleLiterals(linked, value)
  return complete && values.length > 0 && values.every(isTruthy)
}

// What is not known of a text may be nothing.
function isTruthy(literal: Literal): boolean {
  return Boolean(typeof literal === 'string' ? literal.replaceAll(hole, '') : literal)
}

const asked = new WeakMap<Unit, ReadonlySet<number>>()

function askedForAny(unit: Unit): ReadonlySet<number> {
  return keptIn(asked, unit, () => {
    const tests = unit.blocks.flatMap(({ facts }) => facts.filter(fact => fact.kind === 'test'))
    return new Set(tests.flatMap(({ value }) => presenceAsked(unit, value)?.index ?? []))
  })
}

// `expected`, `not expected`, `expected is None`: which parameter, and whether it is true where something is given.
function presenceAsked(
  unit: Unit,
  value: Value,
): { readonly index: number; readonly positive: boolean } | null {
  if (value.kind === 'parameter')
    return value.unit === unit.name ? { index: value.index, positive: true } : null
  if (value.kind !== 'operation') return null
  const [left, right] = value.operands
  if (!left) return null
  if (value.operator === 'not') {
    const inner = presenceAsked(unit, left)
    return inner && { ...inner, positive: !inner.positive }
  }
  const sameness = samenessAsked(value.operator)
  const isAbsence = sameness && !sameness.among && right?.kind === 'constant' && right.value === null
  if (!isAbsence || left.kind !== 'parameter' || left.unit !== unit.name) return null
  return { index: left.index, positive: !sameness.positive }
}

/** Whether a test cannot turn out so where these parameters are given. */
export function isRuledOut(unit: Unit, given: ReadonlySet<number>, value: Value, outcome: boolean): boolean {
  const presence = presenceAsked(unit, value)
  return presence !== null && given.has(presence.index) && presence.positive !== outcome
}

/** What a unit establishes where these of its parameters are given; `null` where that is not worked out, or being so. */
export function flowGiven(engine: Engine, unit: Unit, given: ReadonlySet<number>): Flow | null {
  const name = `${unit.name} given ${[...given].join(' ')}`
  const known = engine.assumed.get(name)
  if (known !== undefined) return known
  const count = engine.assumedCounts.get(unit) ?? 0
  if (count >= mostOfOneUnit) return null
  engine.assumedCounts.set(unit, count + 1)
  engine.assumed.set(name, null)
  engine.search.assuming += 1
  const flow = flowAssuming(engine, unit, { effects: new Map(), dead: null, given })
  engine.search.assuming -= 1
  engine.assumed.set(name, flow)
  return flow
}
