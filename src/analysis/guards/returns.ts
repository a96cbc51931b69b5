import type { Call, Unit } from '../../program'
import type { Referent } from '../linked'
import { referentsOf } from '../resolve'
import { namedState } from './catalogued'
import { conditionOn, parameterIn } from './conditions'
import { askInside } from './contained'
import { enteredBy } from './contexts'
import { leftAlone, waitedFor } from './coroutines'
import { declaredEvaluation } from './declared-evaluations'
import { askUnit } from './decorators'
import type { Engine } from './engine'
import { both, meetEach, nothing, type State } from './evidence'
import { type Context, nowhere } from './mapping'
import { inherited, methodOf, whicheverMethod } from './receivers'
import { anything } from './wanted'

/** What a call establishes by coming back. `null` where it never does. */
export function establishedByReturn(engine: Engine, call: Call, context: Context = nowhere): State {
  const entered = enteredBy(engine, call)
  if (entered) return askUnit(engine, entered.unit, entered.call, context, [], anything)
  const elsewhere = waitedFor(engine.linked, call)
  if (elsewhere) return establishedByReturn(engine, elsewhere, context)
  const above = inherited(engine, call, context.flow?.unit ?? null)
  if (above) return unitState(engine, above, call, context)
  const declared = declaredEvaluation(engine.linked, call)
  if (declared !== null && declared.size > 0) return declared
  // `Path.relative_to` raises where a path leads elsewhere.
  if (call.callee.kind === 'field' && call.callee.name === 'relative_to' && engine.kinds.has('verification'))
    return askInside(engine, context.flow, call, true)
  const referents = referentsOf(engine.linked, call.callee)
  const state =
    referents.length === 0 ? nothing : meetEach(referents, r => returnState(engine, call, r, context))
  return both(calledParameter(engine, call, context), state)
}

// A function that was handed over is called: which one, the caller knows.
function calledParameter(engine: Engine, call: Call, { flow }: Context): State {
  const parameter = flow && parameterIn(engine, call.callee)
  if (!parameter) return nothing
  return conditionOn(engine, parameter.unit, { kind: 'result', call }, [], anything, call.span)
}

function returnState(engine: Engine, call: Call, referent: Referent, context: Context): State {
  switch (referent.kind) {
    case 'external':
      if (engine.linked.knowledge.terminators.has(referent.name)) return null
      return namedState(engine, call, referent, 'no-exception')
    case 'unit': {
      const own = namedState(engine, call, referent, 'no-exception')
      if (own !== null && own.size > 0) return own
      return whicheverMethod(engine, call, referent.unit, unit => unitState(engine, unit, call, context))
    }
    case 'partial':
      return returnState(engine, whole(referent.call, call), referent.of, context)
    case 'class': {
      const own = namedState(engine, call, referent, 'no-exception')
      if (own !== null && own.size > 0) return own
      const init = methodOf(engine.linked, referent.name, '__init__')
      return init ? unitState(engine, init, call, context) : nothing
    }
    case 'object': {
      const called = methodOf(engine.linked, referent.name, '__call__')
      return called ? unitState(engine, called, call, context) : nothing
    }
    case 'module':
      return nothing
  }
}

// What a generator does it does when something draws from it, and a coroutine when something awaits it.
function unitState(engine: Engine, unit: Unit, call: Call, context: Context): State {
  if (leftAlone(engine.linked, unit, call, context.flow?.unit ?? null)) return nothing
  return unit.generator ? nothing : askUnit(engine, unit, call, context, [], anything)
}

/** A call of what `functools.partial` gave, with all of its arguments. */
export function whole(partial: Call, call: Call): Call {
  return { ...call, arguments: [...partial.arguments.slice(1), ...call.arguments] }
}
