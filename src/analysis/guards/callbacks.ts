import type { Call, Unit } from '../../program'
import type { CallSite } from '../linked'
import { argumentFor, givenBack, isStatic, libraryNames, referentsOf } from '../resolve'
import { namedState } from './catalogued'
import { parameterIn } from './conditions'
import { managerMadeBy } from './contexts'
import { decoratorOf } from './decorators'
import type { Engine } from './engine'
import { ownStateAt } from './entries'
import { both, meet, nothing, type State } from './evidence'
import { exitsOf } from './exits'
import { mapIn, mapOut, nowhere } from './mapping'
import { unitBehind } from './receivers'
import { anything } from './wanted'

/** What the function that a call reaches has established before it calls its argument `index`. */
export function gateBefore(engine: Engine, site: CallSite, index: number): State {
  const { linked } = engine
  const states = referentsOf(linked, site.call.callee).map((referent): State => {
    const unit = unitBehind(linked, referent)
    const parameter = unit ? parameterFilled(unit, site.call, index) : -1
    return unit && parameter >= 0
      ? mapOut(engine, calledBehind(engine, unit, parameter), unit, site.call, nowhere)
      : nothing
  })
  return states.length === 0 ? nothing : states.reduce(meet)
}

function parameterFilled(unit: Unit, call: Call, index: number): number {
  const value = call.arguments[index]?.value
  return unit.parameters.findIndex((_, i) => value !== undefined && argumentFor(unit, i, call) === value)
}

/** What a unit has established wherever it calls its parameter. Where it keeps it for others, that is nothing. */
function calledBehind(engine: Engine, unit: Unit, index: number): State {
  const name = `${unit.name} calls ${index}`
  const known = engine.answers.get(name)
  if (known !== undefined) return known
  engine.answers.set(name, nothing)
  const state = isKept(engine, unit, index)
    ? nothing
    : sitesIn(engine, unit)
        .flatMap(site => stateAtCall(engine, site, unit, index))
        .reduce<State | undefined>((met, one) => (met === undefined ? one : meet(met, one)), undefined)
  engine.answers.set(name, state ?? nothing)
  return state ?? nothing
}

function isKept(engine: Engine, unit: Unit, index: number): boolean {
  const stored = unit.blocks.flatMap(block =>
    block.facts.flatMap(fact => (fact.kind === 'store' ? [fact.value] : [])),
  )
  return [...givenBack(engine.linked, unit), ...stored].some(value => isParameter(engine, value, unit, index))
}

function isParameter(engine: Engine, value: Call['callee'], unit: Unit, index: number): boolean {
  const parameter = parameterIn(engine, value)
  return parameter?.unit === unit && parameter.index === index
}

// The unit's own calls and those of functions that stand in it.
function sitesIn({ linked }: Engine, unit: Unit): readonly CallSite[] {
  return linked.sites.filter(site => {
    for (let at: Unit | undefined = site.unit; at; at = linked.program.units.get(at.parent ?? ''))
      if (at === unit) return true
    return false
  })
}

function stateAtCall(engine: Engine, site: CallSite, unit: Unit, index: number): State[] {
  if (isParameter(engine, site.call.callee, unit, index)) return [ownStateAt(engine, site)]
  const handed = site.call.arguments.findIndex(({ value }) => isParameter(engine, value, unit, index))
  if (handed < 0 || isObserved(engine, site.call)) return []
  return [both(ownStateAt(engine, site), gateBefore(engine, site, handed))]
}

function isObserved({ linked }: Engine, call: Call): boolean {
  return libraryNames(linked, call.callee).some(linked.knowledge.observes)
}

/** What the decorators of a unit have established before they let it run. */
export function gateAround(engine: Engine, unit: Unit): State {
  return unit.decorators.map(value => gateOf(engine, unit, value)).reduce<State>(both, nothing)
}

function gateOf(engine: Engine, unit: Unit, value: Call['callee']): State {
  const { linked } = engine
  const made = value.kind === 'result' ? value.call : null
  const entered = made ? managerMadeBy(engine, made) : null
  if (entered)
    return mapOut(engine, exitsOf(engine, entered.unit, [], anything), entered.unit, entered.call, nowhere)
  const decorator = decoratorOf(engine, value)
  if (decorator) return decorator.wrappers ? wrapped(engine, unit, decorator.unit, decorator.index) : nothing
  const call: Call = made ?? {
    kind: 'call',
    callee: value,
    arguments: [],
    span: unit.span,
    name: unit.span,
  }
  return referentsOf(linked, call.callee)
    .map(referent => namedState(engine, call, referent, 'no-exception'))
    .reduce<State>(both, nothing)
}

// What the wrapper gives the function stands for the parameters of that.
function wrapped(engine: Engine, unit: Unit, decorator: Unit, index: number): State {
  const states = sitesIn(engine, decorator).flatMap(site =>
    stateAtCall(engine, site, decorator, index).map(state =>
      mapIn(engine, state, unit, boundCall(unit, site.call)),
    ),
  )
  return states.length === 0 ? nothing : states.reduce(meet)
}

// A wrapper hands the object over as its first argument; a call of the method has it in front of its name.
function boundCall(unit: Unit, call: Call): Call {
  const [first, ...rest] = call.arguments
  if (unit.owner === null || isStatic(unit) || !first) return call
  return { ...call, callee: { kind: 'field', of: first.value, name: unit.label }, arguments: rest }
}
