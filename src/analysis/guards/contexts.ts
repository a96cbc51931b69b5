import type { Call, Unit, Value } from '../../program'
import { referentsOf } from '../resolve'
import type { Engine } from './engine'

const entering = /(^|\.)enter(_async)?_context$/

/** The generator that runs to its `yield` where a call enters it as a context manager, and the call that made it. */
export function enteredBy(engine: Engine, call: Call): { unit: Unit; call: Call } | null {
  const made = managerIn(call)
  return made?.kind === 'result' ? managerMadeBy(engine, made.call) : null
}

function managerIn({ callee, arguments: args }: Call): Value | null {
  if (callee.kind !== 'field') return null
  if (callee.name === '__enter__') return callee.of
  return entering.test(callee.name) ? (args[0]?.value ?? null) : null
}

/** The generator of which a call makes a context manager. */
export function managerMadeBy({ linked }: Engine, call: Call): { unit: Unit; call: Call } | null {
  const [unit] = referentsOf(linked, call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
  if (!unit?.generator) return null
  const made = unit.decorators.some(decorator =>
    referentsOf(linked, decorator).some(
      r => r.kind === 'external' && /^contextlib\.(async)?contextmanager$/.test(r.name),
    ),
  )
  return made ? { unit, call } : null
}
