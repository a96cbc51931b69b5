import { onceFor } from '../../base/once'
import type { After } from '../../program'
import type { Engine, Flow } from './engine'
import { meet, nothing, type State, stateOf } from './evidence'
import { flowOf } from './flow'

/** What holds where another unit has come to its end with success: a job that this one needs. */
export function establishedByEnd(engine: Engine, { unit: name, regardless }: After): State {
  const unit = regardless === null ? engine.linked.program.units.get(name) : undefined
  const flow = unit && flowOf(engine, unit)
  return flow ? handedOver(flow) : nothing
}

// Of a long pipeline every job asks for all that come before it.
const handedOver = onceFor(({ exits }: Flow): State => {
  const met = exits.map(exit => exit.state).reduce<State>(meet, null)
  // A file that one job has verified is not the file of another, which runs on a machine of its own.
  return met === null ? nothing : stateOf([...met.values()].filter(e => e.subject === ''))
})
