import type { Block, Edge, Unit } from '../../program'
import { establishedByEnd } from './after'
import type { Engine, Flow } from './engine'
import { atMost, both, meet, nothing, type State, sameState } from './evidence'
import { establishedBy, establishedByReturn } from './outcomes'

const mostRounds = 12

/** What a unit establishes along its ways, started with nothing; `null` where it is being worked out already. */
export function flowOf(engine: Engine, unit: Unit): Flow | null {
  const known = engine.flows.get(unit)
  if (known) return known
  if (engine.open.has(unit) || engine.open.size > 40) return null
  engine.open.add(unit)
  const flow = work(engine, unit)
  engine.open.delete(unit)
  engine.flows.set(unit, flow)
  return flow
}

// Rounds in reverse postorder until nothing changes; what a way back brings is known from the round before.
function work(engine: Engine, unit: Unit): Flow {
  const { blocks } = unit
  const flow: Flow = {
    unit,
    into: blocks.map((_, i) => (i === 0 ? nothing : null)),
    out: blocks.map(() => null),
    exits: [],
  }
  const along: State[][] = blocks.map(block => block.next.map(() => null))
  const ways = waysInto(blocks)
  const order = reversePostorder(blocks)
  let changed = true
  for (let round = 0; changed && round < mostRounds; round += 1) {
    changed = false
    for (const index of order) {
      const met = (ways[index] ?? []).reduce<State>(
        (state, way) => meet(state, along[way.from]?.[way.edge] ?? null),
        null,
      )
      const start = index === 0 ? nothing : met
      if (round > 0 && sameState(start, flow.into[index] ?? null)) continue
      changed = true
      flow.into[index] = start
      pass(engine, flow, index, start, along[index] ?? [])
    }
  }
  findExits(engine, flow)
  return flow
}

function waysInto(blocks: readonly Block[]): { readonly from: number; readonly edge: number }[][] {
  const ways: { from: number; edge: number }[][] = blocks.map(() => [])
  for (const [from, block] of blocks.entries())
    for (const [edge, { to }] of block.next.entries()) ways[to]?.push({ from, edge })
  return ways
}

// One block: its facts in order, then every way out of it.
function pass(engine: Engine, flow: Flow, index: number, start: State, along: State[]): void {
  const block = flow.unit.blocks[index]
  if (!block) return
  const before = stateBefore(engine, block, Math.max(0, block.facts.length - 1), start)
  const after = stateBefore(engine, block, block.facts.length, start)
  flow.out[index] = after
  for (const [i, edge] of block.next.entries()) along[i] = alongEdge(engine, flow, block, edge, before, after)
}

/** The state before the fact `count` of a block. A call that never comes back leads nowhere. */
export function stateBefore(engine: Engine, block: Block, count: number, start: State): State {
  let state = start
  for (const fact of block.facts.slice(0, count)) {
    if (state === null) return null
    if (fact.kind === 'raise') return null
    if (fact.kind === 'call') state = both(state, establishedByReturn(engine, fact))
    if (fact.kind === 'after') state = both(state, establishedByEnd(engine, fact))
  }
  return state
}

function alongEdge(engine: Engine, flow: Flow, block: Block, edge: Edge, before: State, after: State): State {
  const last = block.facts.at(-1)
  if (edge.when === 'raises') return last?.kind === 'call' || last?.kind === 'raise' ? before : after
  if (after === null || edge.when === undefined || last?.kind !== 'test') return after
  const established = establishedBy(engine, flow, last.value, edge.when === 'true')
  if (established === null) return null
  const removable = isAssertion(flow.unit, block)
  return both(
    after,
    removable ? atMost(established, 'medium', 'by an `assert`, which `python -O` removes') : established,
  )
}

// `python -O` removes assertions.
function isAssertion(unit: Unit, block: Block): boolean {
  return block.next.some(edge => {
    const last = unit.blocks[edge.to]?.facts.at(-1)
    return last?.kind === 'raise' && last.by === 'assert'
  })
}

function findExits(engine: Engine, flow: Flow): void {
  for (const [i, block] of flow.unit.blocks.entries()) {
    const start = flow.into[i] ?? null
    if (start === null) continue
    for (const [at, fact] of block.facts.entries())
      if (fact.kind === 'return' || (fact.kind === 'yield' && flow.unit.generator)) {
        const state = stateBefore(engine, block, at, start)
        if (state !== null) flow.exits.push({ state, value: fact.value })
      }
    const falls = block.next.length === 0 && block.facts.at(-1)?.kind !== 'return' && !flow.unit.generator
    const end = falls ? stateBefore(engine, block, block.facts.length, start) : null
    if (end !== null) flow.exits.push({ state: end, value: null })
  }
}

function reversePostorder(blocks: readonly Block[]): number[] {
  const order: number[] = []
  const seen = new Set<number>([0])
  const stack: { at: number; edge: number }[] = [{ at: 0, edge: 0 }]
  while (stack.length > 0) {
    const top = stack.at(-1)
    if (!top) break
    const edge = blocks[top.at]?.next[top.edge]
    top.edge += 1
    if (!edge) {
      order.push(top.at)
      stack.pop()
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to)
      stack.push({ at: edge.to, edge: 0 })
    }
  }
  return order.reverse()
}
