import type { Call, Fact, Unit, Value } from '../../program'
import { isPython } from '../python'
import { libraryNames } from '../resolve'
import type { Engine, Flow, Place } from './engine'
import { both, meet, nothing, type State } from './evidence'
import { flowOfProgram, stateBefore } from './flow'
import { mapOut } from './mapping'
import { askAt } from './outcomes'
import { unitsOf } from './receivers'
import { truth } from './wanted'

const deepest = 8

/** Whether running a unit is running a program, whose exit status is all that whoever started it sees. */
export function isProgram(unit: Unit): boolean {
  return unit.kind === 'module' && isPython(unit.file.path)
}

/**
 * What holds wherever a program may end well before its last line: `sys.exit(0)`, `sys.exit(main())`. `undefined` where it
 * ends so nowhere. In the program itself such a call leads nowhere; whoever started it goes on.
 */
export function quitsOf(engine: Engine, unit: Unit, depth = 0): State | undefined {
  const known = engine.quits.get(unit)
  if (known !== undefined) return known.state
  if (depth > deepest) return undefined
  // Met again, it ends where it ended the first time.
  engine.quits.set(unit, { state: undefined })
  const flow = flowOfProgram(engine, unit)
  const state = flow ? quitsIn(engine, flow, depth) : undefined
  engine.quits.set(unit, { state })
  return state
}

function quitsIn(engine: Engine, flow: Flow, depth: number): State | undefined {
  let met: State | undefined
  for (const [block, { facts }] of flow.unit.blocks.entries())
    for (const [index, fact] of facts.entries()) {
      if (flow.into[block] === null) break
      const quit = quitAt(engine, flow, { block, start: fact.span.start }, fact, index, depth)
      if (quit !== undefined && quit !== null) met = met === undefined ? quit : meet(met, quit)
    }
  return met
}

function quitAt(
  engine: Engine,
  flow: Flow,
  at: Place,
  fact: Fact,
  index: number,
  depth: number,
): State | undefined {
  const said = saidAt(engine, flow, at, fact, depth)
  if (said === undefined) return undefined
  return both(stateBefore(engine, flow, at.block, index, flow.into[at.block] ?? null), said)
}

function saidAt(engine: Engine, flow: Flow, at: Place, fact: Fact, depth: number): State | undefined {
  const status = statusOf(engine, fact)
  if (status === null) return nothing
  if (status) return askAt(engine, flow, at, status, [], truth(false))
  return fact.kind === 'call' ? quitInside(engine, flow, at, fact, depth) : undefined
}

function quitInside(engine: Engine, flow: Flow, at: Place, call: Call, depth: number): State | undefined {
  const states = unitsOf(engine, call).flatMap(unit => {
    const inner = isProgram(unit) ? undefined : quitsOf(engine, unit, depth + 1)
    return inner === undefined ? [] : [mapOut(engine, inner, unit, call, { flow, at })]
  })
  return states.length === 0 ? undefined : states.reduce(meet)
}

/** The exit status with which a fact ends the program, `null` for none given; `undefined` where it does not end it. */
function statusOf(engine: Engine, fact: Fact): Value | null | undefined {
  if (fact.kind === 'raise') {
    const { value } = fact
    if (value.kind !== 'result') return isQuit(engine, value) ? null : undefined
    return isQuit(engine, value.call.callee) ? statusGiven(value.call) : undefined
  }
  return fact.kind === 'call' && isQuit(engine, fact.callee) ? statusGiven(fact) : undefined
}

// A text is printed, and the status is 1.
function statusGiven(call: Call): Value | null | undefined {
  const given = call.arguments.find(({ name }) => name === null || /^(code|status|__status)$/.test(name))
  const value = given?.value ?? null
  const isText = value?.kind === 'text' || (value?.kind === 'constant' && typeof value.value === 'string')
  return isText ? undefined : value
}

function isQuit({ linked }: Engine, callee: Value): boolean {
  return libraryNames(linked, callee).some(name => linked.knowledge.quits.has(name))
}
