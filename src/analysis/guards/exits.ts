import type { Unit } from '../../program'
import type { Engine, Flow, Path } from './engine'
import { both, meet, nothing, type State } from './evidence'
import { flowOf } from './flow'
import { askAt } from './outcomes'
import { fits, textOf, type Wanted } from './wanted'

/** What a unit has established when it comes back with what is wanted in what it gives. Recursion establishes nothing. */
export function exitsOf(engine: Engine, unit: Unit, path: Path, wanted: Wanted): State {
  const question = `${unit.name}${pathText(path)} ${textOf(wanted)}`
  const known = engine.answers.get(question)
  if (known !== undefined) return known
  engine.answers.set(question, nothing)
  const flow = flowOf(engine, unit)
  const state = flow ? meetExits(engine, flow, path, wanted) : nothing
  engine.answers.set(question, state)
  return state
}

/** A text for a path, the same for equal ones. */
export function pathText(path: Path): string {
  return path.map(({ by, name }) => (by === 'field' ? `.${name}` : `[${by} ${name}]`)).join('')
}

function meetExits(engine: Engine, flow: Flow, path: Path, wanted: Wanted): State {
  // This is remembered, whoever asks first.
  const { depth, left } = engine.search
  engine.search.depth = 0
  let met: State = null
  for (const { state, value, at } of flow.exits) {
    const said =
      wanted.kind === 'any'
        ? nothing
        : value
          ? askAt(engine, flow, at, value, path, wanted)
          : fallsOff(path, wanted)
    met = meet(met, said === null ? null : both(state, said))
  }
  Object.assign(engine.search, { depth, left })
  return met
}

// The end of a function gives `None`.
function fallsOff(path: Path, wanted: Wanted): State {
  return path.length === 0 && fits(null, wanted) ? nothing : null
}
