import type { Call, Unit, Value } from '../../program'
import { libraryNames, unitsNamed } from '../resolve'
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
  const [unit] = unitsNamed(linked, call.callee)
  if (!unit?.generator) return null
  const made = unit.decorators.some(decorator =>
    libraryNames(linked, decorator).some(name => /^contextlib\.(async)?contextmanager$/.test(name)),
  )
  return made ? { unit, call } : null
}
