import type { Unit } from '../../program'
import type { Engine, Flow, Path } from './engine'
import { both, meet, meetEach, nothing, type State } from './evidence'
import { flowOfProgram } from './flow'
import { flowGiven } from './given'
import { askAt } from './outcomes'
import { isProgram, quitsOf } from './quits'
import { fits, textOf, type Wanted } from './wanted'

/** Deeper ways into a value are not asked for across units: a function that calls itself may lengthen them for ever. */
export const longest = 4
const mostNested = 30

/** What a unit has established when it comes back with what is wanted in what it gives. Recursion establishes nothing. */
export function exitsOf(engine: Engine, unit: Unit, path: Path, wanted: Wanted): State {
  return remembered(engine, `${unit.name}${pathText(path)} ${textOf(wanted)}`, () => {
    const flow = path.length > longest ? null : flowOfProgram(engine, unit)
    const met = flow ? meetExits(engine, flow, path, wanted) : nothing
    const quit = isProgram(unit) ? quitsOf(engine, unit) : undefined
    const whole = quit === undefined ? met : meet(met, quit)
    // Whether a program never ends well is not known for sure, and what is started behind it has to be looked at.
    return whole === null && wanted.kind === 'any' && isProgram(unit) ? nothing : whole
  })
}

/** The same where these of its parameters are given. */
export function exitsGiven(
  engine: Engine,
  unit: Unit,
  path: Path,
  wanted: Wanted,
  given: ReadonlySet<number>,
): State {
  if (given.size === 0 || isProgram(unit)) return exitsOf(engine, unit, path, wanted)
  return remembered(engine, `${unit.name}(${[...given].join()})${pathText(path)} ${textOf(wanted)}`, () => {
    const flow = path.length > longest ? null : flowGiven(engine, unit, given)
    // What holds whatever is given, holds there too.
    return flow ? meetExits(engine, flow, path, wanted) : exitsOf(engine, unit, path, wanted)
  })
}

/** The answer to a question that may be asked again. Asked inside of itself, or too far down, it is nothing. */
export function remembered(engine: Engine, question: string, answer: () => State): State {
  const known = engine.answers.get(question)
  if (known !== undefined) return known
  const { search } = engine
  if (search.nested > mostNested) return nothing
  engine.answers.set(question, nothing)
  // It must not depend on who asks first.
  const { depth, left } = search
  search.depth = 0
  search.nested += 1
  const state = answer()
  Object.assign(search, { depth, left })
  search.nested -= 1
  engine.answers.set(question, state)
  return state
}

/** A text for a path, the same for equal ones. */
export function pathText(path: Path): string {
  return path.map(({ by, name }) => `[${by} ${name}]`).join('')
}

function meetExits(engine: Engine, flow: Flow, path: Path, wanted: Wanted): State {
  return meetEach(flow.exits, ({ state, value, at }) => {
    if (wanted.kind === 'any') return state
    if (isPlaceholder(flow.unit)) return nothing
    return both(state, value ? askAt(engine, flow, at, value, path, wanted) : fallsOff(path, wanted))
  })
}

// `def rows(self): ...` stands for a function that is somewhere else, or will be: what that one gives is not known.
function isPlaceholder({ kind, blocks }: Unit): boolean {
  return kind === 'function' && blocks.every(({ facts }) => facts.length === 0)
}

// The end of a function gives `None`.
function fallsOff(path: Path, wanted: Wanted): State {
  return path.length === 0 && fits(null, wanted) ? nothing : null
}
