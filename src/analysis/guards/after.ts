import type { After } from '../../program'
import type { Engine } from './engine'
import { meet, nothing, type State, stateOf } from './evidence'
import { flowOf } from './flow'

/** What holds where another unit has come to its end with success: a job that this one needs. */
export function establishedByEnd(engine: Engine, { unit: name, regardless }: After): State {
  const unit = regardless === null ? engine.linked.program.units.get(name) : undefined
  const ends = (unit && flowOf(engine, unit)?.exits.map(exit => exit.state)) ?? []
  const met = ends.reduce<State>(meet, null)
  // A file that one job has verified is not the file of another, which runs on a machine of its own.
  return met === null ? nothing : stateOf([...met.values()].filter(e => e.subject === ''))
}
