import type { Operation, Unit, Value } from '../../program'
import { referentsOf, withBases } from '../resolve'
import type { SinkSite } from '../sinks'
import type { Engine } from './engine'
import { type Evidence, meet, type State, stateOf } from './evidence'
import { flowOf } from './flow'

/** What marks a point at which the name to be loaded was found on a list. */
const allowed = 'the name of the global'

/** Whether the object that loads lets only listed names through, by a method that its class overrides. */
export function restriction(engine: Engine, sink: SinkSite): Evidence | null {
  const method = sink.sink['restricted-by']
  const { callee } = sink.site.call
  if (!method || callee.kind !== 'field') return null
  const units = referentsOf(engine.linked, callee.of).map(r =>
    r.kind === 'object' ? overriding(engine, r.name, method) : null,
  )
  const [unit] = units
  if (!unit || units.includes(null)) return null
  const restricts = units.every(one => one !== null && admitsListedOnly(engine, one))
  const says = restricts
    ? `\`${unit.label}\` lets only listed names through`
    : `\`${unit.label}\` restricts nothing that matters`
  return {
    kind: 'verification',
    subject: '',
    strength: restricts ? 'strong' : 'void',
    span: unit.span,
    outcome: null,
    says,
  }
}

function overriding(engine: Engine, className: string, method: string): Unit | null {
  const { program } = engine.linked
  for (const owner of withBases(engine.linked, className)) {
    const bound = program.units.get(owner)?.bound.get(method)?.[0]
    if (bound?.kind === 'function') return program.units.get(bound.unit) ?? null
  }
  return null
}

function admitsListedOnly(engine: Engine, unit: Unit): boolean {
  const flow = flowOf(engine, unit)
  if (!flow) return false
  const state = flow.exits.map(exit => exit.state).reduce<State>(meet, null)
  return state === null || [...state.values()].some(e => e.says.startsWith(allowed))
}

/** Reads, in such a method, a comparison of the name that is asked for with a list or a literal. */
export function readNameCheck(
  unit: Unit | null,
  value: Operation,
): { accepts: boolean; state: State } | null {
  if (!unit || !/(^|\.)find_class$/.test(unit.label)) return null
  if (!/^(in|not in|==|!=)$/.test(value.operator)) return null
  const [left] = value.operands
  // The module alone admits every name in it: `builtins.eval` as well as `builtins.dict`.
  if (!left || !mentions(left, unit.name, 2)) return null
  const accepts = value.operator === 'in' || value.operator === '=='
  const evidence: Evidence = {
    kind: 'verification',
    subject: 'globals',
    strength: 'strong',
    span: value.span,
    outcome: null,
    says: allowed,
  }
  return { accepts, state: stateOf([evidence]) }
}

function mentions(value: Value, unit: string, index: number): boolean {
  switch (value.kind) {
    case 'parameter':
      return value.unit === unit && value.index === index
    case 'collection':
      return value.items.some(item => mentions(item, unit, index))
    case 'text':
      return value.parts.some(part => mentions(part, unit, index))
    case 'operation':
      return value.operands.some(operand => mentions(operand, unit, index))
    default:
      return false
  }
}
