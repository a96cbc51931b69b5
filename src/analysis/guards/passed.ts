import { keptIn } from '../../base/once'
import type { Engine, Flow, Passed } from './engine'
import type { State } from './evidence'
import { stateBefore, stateBetween } from './flow'

/**
 * The state before the fact `count` of a block of a flow that has been worked out. A block with very many calls is asked for
 * each of them, so what was found on the way to one is where the search for those behind it begins.
 */
export function stateOnTheWay(engine: Engine, flow: Flow, index: number, count: number): State {
  const start = flow.into[index] ?? null
  // Inside of another question it may find less, which must not count for others.
  if (!isAtRest(engine)) return stateBefore(engine, flow, index, count, start)
  const blocks = keptIn(engine.passed.flows, flow, () => new Map<number, Passed>())
  const passed = keptIn(blocks, index, (): Passed => ({ first: [start], last: { count: 0, state: start } }))
  const known = passed.first[count]
  return known === undefined ? walk(engine, flow, index, passed, count) : known
}

function isAtRest({ open, search }: Engine): boolean {
  return open.size === 0 && search.depth === 0 && search.nested === 0 && search.assuming === 0
}

function walk(engine: Engine, flow: Flow, index: number, passed: Passed, count: number): State {
  const { first, last } = passed
  const kept = { count: first.length - 1, state: first.at(-1) ?? null }
  let { count: at, state } = last.count <= count && last.count > kept.count ? last : kept
  for (; at < count; at += 1) {
    const next = stateBetween(engine, flow, index, [at, at + 1], state)
    if (first.length === at + 1) keep(engine, passed, state, next)
    state = next
  }
  passed.last = { count, state }
  return state
}

// What a fact has left as it was takes no room.
function keep({ passed }: Engine, { first }: Passed, before: State, state: State): void {
  const more = state === before || state === null ? 0 : state.size
  if (more > passed.room) return
  passed.room -= more
  first.push(state)
}
