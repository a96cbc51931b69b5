import type { Argument, Call, Unit, Value } from '../../program'
import { keyOf } from './artifacts'
import type { Condition, Engine, Path } from './engine'
import { type Evidence, nothing, type State, stateOf } from './evidence'
import { pathText } from './exits'
import type { Context } from './mapping'
import { askAt } from './outcomes'
import { textOf, type Wanted } from './wanted'

const mark = '? '
const mostOfOneUnit = 8
const deepest = 6

/** Whether evidence is only something that was asked of a parameter. */
export function isCondition(e: Evidence): boolean {
  return e.subject.startsWith(mark)
}

/** States that something was asked of a unit's parameters. What it proves is seen where the unit is called. */
export function conditionOn(
  engine: Engine,
  unit: Unit,
  value: Value,
  path: Path,
  wanted: Wanted,
  span: Evidence['span'],
): State {
  // Whether anything was given at all says nothing of what was given.
  if (wanted.kind === 'among' && wanted.names.every(name => name === 'null')) return nothing
  const asked = `${keyOf(engine.linked, value, 0)}${pathText(path)} ${textOf(wanted)}`
  const subject = `${mark}${unit.name} ${asked}`
  if (!engine.conditions.has(subject)) {
    const count = engine.conditionCounts.get(unit.name) ?? 0
    if (count >= mostOfOneUnit) return nothing
    engine.conditionCounts.set(unit.name, count + 1)
    engine.conditions.set(subject, { unit, value, path, wanted })
  }
  const says = 'something is asked of a parameter'
  return stateOf([{ kind: 'verification', subject, strength: 'strong', span, outcome: null, says }])
}

/** What a condition proves where these values stand for the parameters. */
export function resolveCondition(
  engine: Engine,
  condition: Condition,
  call: Call,
  given: (index: number) => Value | null,
  { flow, at }: Context,
): State {
  const filled = engine.filled.get(call) ?? new Map<Condition, Value>()
  engine.filled.set(call, filled)
  const { unit, path, wanted } = condition
  const value = filled.get(condition) ?? substitute(engine, condition.value, unit, given)
  filled.set(condition, value)
  return askAt(engine, flow, at, value, path, wanted)
}

/** The parameter that a value is, seen from its own unit or from a function further in. */
export function parameterIn(engine: Engine, value: Value): { unit: Unit; index: number } | null {
  const { units } = engine.linked.program
  if (value.kind === 'parameter') {
    const unit = units.get(value.unit)
    return unit ? { unit, index: value.index } : null
  }
  if (value.kind !== 'variable') return null
  const unit = units.get(value.unit)
  const [only, second] = unit?.bound.get(value.name) ?? []
  if (!unit || second || only?.kind !== 'parameter' || only.unit !== unit.name) return null
  return { unit, index: only.index }
}

/** Whether a value is put together from parameters of a unit. */
export function mentionsParameter(engine: Engine, value: Value, unit: Unit, depth = 0): boolean {
  if (depth > deepest) return false
  const inner = (v: Value): boolean => mentionsParameter(engine, v, unit, depth + 1)
  switch (value.kind) {
    case 'parameter':
    case 'variable':
      return parameterIn(engine, value)?.unit === unit
    case 'field':
      return inner(value.of)
    case 'item':
      return inner(value.of) || inner(value.key)
    case 'operation':
      return value.operands.some(inner)
    case 'collection':
      return value.items.some(inner)
    case 'result':
      return inner(value.call.callee) || value.call.arguments.some(argument => inner(argument.value))
    default:
      return false
  }
}

/** A value with these for the parameters of a unit. */
export function substitute(
  engine: Engine,
  value: Value,
  unit: Unit,
  given: (index: number) => Value | null,
  depth = 0,
): Value {
  if (depth > deepest) return value
  const inner = (v: Value): Value => substitute(engine, v, unit, given, depth + 1)
  switch (value.kind) {
    case 'parameter':
    case 'variable': {
      const parameter = parameterIn(engine, value)
      return parameter?.unit === unit ? (given(parameter.index) ?? { kind: 'unknown' }) : value
    }
    case 'field':
      return { ...value, of: inner(value.of) }
    case 'item':
      return { ...value, of: inner(value.of), key: inner(value.key) }
    case 'operation':
      return { ...value, operands: value.operands.map(inner) }
    case 'collection':
      return mentionsParameter(engine, value, unit) ? { ...value, items: value.items.map(inner) } : value
    case 'result':
      return mentionsParameter(engine, value, unit)
        ? { kind: 'result', call: callWith(value.call, inner) }
        : value
    default:
      return value
  }
}

function callWith(call: Call, inner: (value: Value) => Value): Call {
  const args = call.arguments.map((argument): Argument => ({ ...argument, value: inner(argument.value) }))
  return { ...call, callee: inner(call.callee), arguments: args }
}
