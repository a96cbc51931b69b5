import type { Call, Unit, Value } from '../../program'
import { givenBack, referentsOf, unitsNamed } from '../resolve'
import { parameterIn } from './conditions'
import type { Engine, Path } from './engine'
import { both, meetEach, nothing, type State, stateOf } from './evidence'
import { exitsGiven, exitsOf } from './exits'
import { surelyGiven } from './given'
import { type Context, mapOut } from './mapping'
import { unitBehind } from './receivers'
import { isSwallowed } from './swallowed'
import type { Wanted } from './wanted'

/** A function of the repository that takes a function and gives back what stands in its place. */
export interface Decorator {
  readonly unit: Unit
  /** Of its parameters the one that is the function. */
  readonly index: number
  /** The functions that stand in its place; `null` where it is given back as it was. */
  readonly wrappers: readonly Unit[] | null
}

type Ask = (path: Path, wanted: Wanted) => State

/** What a function establishes, through the decorators of the repository that stand around it. */
export function askUnit(
  engine: Engine,
  unit: Unit,
  call: Call,
  context: Context,
  path: Path,
  wanted: Wanted,
): State {
  if (wanted.kind === 'any' && isSwallowed(engine.linked, unit, call)) return nothing
  const given = surelyGiven(engine, unit, call)
  const bare: Ask = (p, w) => mapOut(engine, exitsGiven(engine, unit, p, w, given), unit, call, context)
  const decorators = unit.decorators.flatMap(value => decoratorOf(engine, value) ?? [])
  if (decorators.length > mostDecorators) return nothing
  const ask = decorators.reduceRight<Ask>(
    (inner, decorator) => (p, w) => askDecorated(engine, decorator, call, context, inner, p, w),
    bare,
  )
  return ask(path, wanted)
}

// Each stands for a question inside of the one before.
const mostDecorators = 30

// The wrapper says what it has established, and how the function in it came back; that is asked in turn.
function askDecorated(
  engine: Engine,
  { unit, index, wrappers }: Decorator,
  call: Call,
  context: Context,
  inner: Ask,
  path: Path,
  wanted: Wanted,
): State {
  if (wrappers === null) return inner(path, wanted)
  if (wrappers.length === 0) return nothing
  return meetEach(wrappers, wrapper => {
    const state = mapOut(engine, exitsOf(engine, wrapper, path, wanted), wrapper, call, context)
    if (state === null) return null
    return [...state.values()]
      .map((e): State => {
        const condition = engine.conditions.get(e.subject)
        if (condition?.unit !== unit) return stateOf([e])
        const called =
          condition.value.kind === 'result' ? parameterIn(engine, condition.value.call.callee) : null
        return called?.index === index ? inner(condition.path, condition.wanted) : nothing
      })
      .reduce(both, nothing)
  })
}

/** The decorator of the repository that a value is; `null` for one of a library. */
export function decoratorOf(engine: Engine, value: Value): Decorator | null {
  const { linked } = engine
  for (const referent of referentsOf(linked, value)) {
    const unit = unitBehind(linked, referent)
    if (!unit || unit.generator) continue
    const index = unit.owner === null ? 0 : 1
    const returned = givenBack(linked, unit)
    const passed = returned.some(v => {
      const parameter = parameterIn(engine, v)
      return parameter?.unit === unit && parameter.index === index
    })
    const wrappers = passed ? null : returned.flatMap(v => functionsIn(engine, v))
    return { unit, index, wrappers }
  }
  return null
}

// `return wrapper`, `return functools.wraps(function)(wrapper)`, `return functools.update_wrapper(wrapper, function)`.
function functionsIn({ linked }: Engine, value: Value): readonly Unit[] {
  const values = value.kind === 'result' ? value.call.arguments.map(argument => argument.value) : [value]
  return values.flatMap(v =>
    v.kind === 'function' || v.kind === 'variable' || v.kind === 'mix' ? unitsNamed(linked, v) : [],
  )
}
