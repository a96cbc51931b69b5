import type { Block, Edge, Fact, Unit } from '../../program'
import { establishedByEnd } from './after'
import { effectOn } from './containers'
import type { Assumption, Engine, Flow, Place } from './engine'
import { atMost, both, meet, nothing, type State, sameState } from './evidence'
import { firstAfterFailure, firstModel } from './first'
import { isRuledOut } from './given'
import { atLeastOnce } from './loops'
import { establishedBy } from './outcomes'
import { withoutOverwritten } from './overwritten'
import { hasMix } from './parts'
import { orderOf } from './reach'
import { establishedByReturn } from './returns'
import { withoutStored, withoutStoredSince } from './stored'

const mostRounds = 12
const mostOpen = 40

/** What a unit establishes along its ways, started with nothing; `null` where it is being worked out already. */
export function flowOf(engine: Engine, unit: Unit): Flow | null {
  return flowIn(engine, engine.flows, unit, false)
}

/** The same for a module that runs as a program; whoever imports it takes another way. */
export function flowOfProgram(engine: Engine, unit: Unit): Flow | null {
  return asksForMain(unit) ? flowIn(engine, engine.programs, unit, true) : flowOf(engine, unit)
}

function flowIn(engine: Engine, flows: Map<Unit, Flow>, unit: Unit, program: boolean): Flow | null {
  const known = flows.get(unit)
  if (known) return known
  if (engine.open.has(unit) || engine.open.size > mostOpen) return null
  engine.open.add(unit)
  const flow = flowAssuming(engine, unit, null, program)
  engine.open.delete(unit)
  flows.set(unit, flow)
  return flow
}

function asksForMain({ kind, blocks }: Unit): boolean {
  return kind === 'module' && blocks.some(({ facts }) => mainOutcome(facts.at(-1)) !== null)
}

// `if __name__ == "__main__":`
function mainOutcome(fact: Fact | undefined): boolean | null {
  if (fact?.kind !== 'test' || fact.value.kind !== 'operation') return null
  const { operator, operands } = fact.value
  const [name, main] = operands
  if (name?.kind !== 'name' || name.name !== '__name__' || main?.kind !== 'constant') return null
  if (main.value !== '__main__' || (operator !== '==' && operator !== '!=')) return null
  return operator === '=='
}

interface Work {
  readonly engine: Engine
  readonly flow: Flow
  /** What each edge of each block carries. */
  readonly along: State[][]
  readonly ways: readonly (readonly Way[])[]
  /** The place of each block in the order of the rounds. */
  readonly rank: readonly number[]
  /** Blocks whose answers depend on what other blocks have established, and not only on what leads to them. */
  readonly asking: ReadonlySet<number>
}

interface Way {
  readonly from: number
  readonly edge: number
}

/** The same with something taken for granted. Rounds in reverse postorder until nothing changes. */
export function flowAssuming(engine: Engine, unit: Unit, assuming: Assumption | null, program = false): Flow {
  const { blocks } = unit
  const order = orderOf(blocks)
  const rank = blocks.map(() => -1)
  for (const [i, block] of order.entries()) rank[block] = i
  const flow: Flow = {
    unit,
    into: blocks.map((_, i) => (i === 0 ? nothing : null)),
    out: blocks.map(() => null),
    exits: [],
    assuming,
    program,
  }
  const along: State[][] = blocks.map(block => block.next.map(() => null))
  const asking = new Set(blocks.flatMap((block, i) => (asksOthers(block) ? [i] : [])))
  const work: Work = { engine, flow, along, ways: waysInto(blocks), rank, asking }
  // What is asked inside counts for itself: it is remembered, and must not depend on who asked first.
  const { depth, left } = engine.search
  engine.search.depth = 0
  let changed = true
  for (let round = 0; changed && round < mostRounds; round += 1) {
    changed = false
    for (const index of order) changed = visit(work, index, round) || changed
  }
  findExits(engine, flow)
  Object.assign(engine.search, { depth, left })
  return flow
}

function waysInto(blocks: readonly Block[]): Way[][] {
  const ways: Way[][] = blocks.map(() => [])
  for (const [from, block] of blocks.entries())
    for (const [edge, { to }] of block.next.entries()) ways[to]?.push({ from, edge })
  return ways
}

// A loop asks for its ways back, and a flag for the ways that set it, of which some may lead back too.
function asksOthers({ facts }: Block): boolean {
  return facts.some(fact => {
    if (fact.kind === 'test') return fact.over !== undefined || hasMix(fact.value)
    return fact.kind === 'call' && fact.arguments.some(argument => hasMix(argument.value))
  })
}

// What a way back brings is known from the round before.
function visit(work: Work, index: number, round: number): boolean {
  const { flow } = work
  const start = index === 0 ? nothing : met(work, work.ways[index] ?? [])
  const changed = round === 0 || !sameState(start, flow.into[index] ?? null)
  if (!changed && !work.asking.has(index)) return false
  flow.into[index] = start
  const before = [...(work.along[index] ?? [])]
  pass(work, index, index === flow.assuming?.dead ? null : start)
  return changed || before.some((state, i) => !sameState(state, work.along[index]?.[i] ?? null))
}

function met(work: Work, ways: readonly Way[]): State {
  return ways.reduce<State>((state, way) => meet(state, work.along[way.from]?.[way.edge] ?? null), null)
}

function metBack(work: Work, index: number): State {
  const { ways, rank } = work
  return met(
    work,
    (ways[index] ?? []).filter(way => (rank[way.from] ?? -1) >= (rank[index] ?? 0)),
  )
}

// One block: its facts in order, then every way out of it.
function pass(work: Work, index: number, start: State): void {
  const { engine, flow } = work
  const block = flow.unit.blocks[index]
  const along = work.along[index]
  if (!block || !along) return
  const last = block.facts.at(-1)
  const before = stateBefore(engine, flow, index, Math.max(0, block.facts.length - 1), start)
  const after = last && before !== null ? stateAfter(engine, flow, index, last, before) : before
  flow.out[index] = after
  for (const [i, edge] of block.next.entries())
    along[i] =
      last?.kind === 'test' && last.over && edge.when === 'false'
        ? atLeastOnce(engine.linked, last.over, after, metBack(work, index))
        : alongEdge(work, index, edge, before, after)
}

/** The state before the fact `count` of a block. A call that never comes back leads nowhere. */
export function stateBefore(engine: Engine, flow: Flow, index: number, count: number, start: State): State {
  return stateBetween(engine, flow, index, [0, count], start)
}

/** The state before the fact `to` of a block, from the one before its fact `from` on. */
export function stateBetween(
  engine: Engine,
  flow: Flow,
  index: number,
  [from, to]: readonly [from: number, to: number],
  start: State,
): State {
  let state = start
  for (const fact of flow.unit.blocks[index]?.facts.slice(from, to) ?? []) {
    if (state === null) return null
    state = stateAfter(engine, flow, index, fact, state)
  }
  return state
}

function stateAfter(engine: Engine, flow: Flow, index: number, fact: Fact, state: State): State {
  if (fact.kind === 'raise') return null
  if (fact.kind === 'after') return both(state, establishedByEnd(engine, fact))
  const at: Place = { block: index, start: fact.span.start }
  const effect = flow.assuming?.effects.get(fact)
  if (effect) return both(state, effectOn(engine, flow, at, fact, effect))
  const kept = withoutStored(engine.linked, fact, state)
  if (fact.kind !== 'call') return kept
  return both(withoutOverwritten(engine, fact, kept), establishedByReturn(engine, fact, { flow, at }))
}

function alongEdge({ engine, flow }: Work, index: number, edge: Edge, before: State, after: State): State {
  const block = flow.unit.blocks[index]
  const last = block?.facts.at(-1)
  if (edge.when === 'raises') {
    const failed = last?.kind === 'call' || last?.kind === 'raise' ? before : after
    return both(failed, firstAfterFailure(engine, flow, edge.to))
  }
  if (!block || after === null || edge.when === undefined || last?.kind !== 'test') return after
  const at: Place = { block: index, start: last.span.start }
  const outcome = edge.when === 'true'
  if (flow.program && mainOutcome(last) === !outcome) return null
  const given = flow.assuming?.given
  if (given && isRuledOut(flow.unit, given, last.value, outcome)) return null
  const shown = establishedBy(engine, flow, last.value, outcome, at)
  const answered = withoutStoredSince(engine.linked, flow.unit, last, shown)
  // A comparison says by itself what its outcomes mean.
  const asked = outcome || last.value.kind === 'operation' ? null : last.value
  const established = asked ? both(answered, firstModel(engine, flow, asked, last.span)) : answered
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
  for (const [block, { facts, next }] of flow.unit.blocks.entries()) {
    const start = block === flow.assuming?.dead ? null : (flow.into[block] ?? null)
    if (start === null) continue
    for (const exit of exitsWithin(engine, flow, block, start)) flow.exits.push(exit)
    const falls = next.length === 0 && facts.at(-1)?.kind !== 'return' && !flow.unit.generator
    const end = falls ? (flow.out[block] ?? null) : null
    if (end !== null) flow.exits.push({ state: end, value: null, at: { block, start: flow.unit.span.end } })
  }
}

function exitsWithin(engine: Engine, flow: Flow, block: number, start: State): Flow['exits'] {
  const facts = flow.unit.blocks[block]?.facts ?? []
  const exits: Flow['exits'] = []
  let passed = 0
  let state = start
  for (const [i, fact] of facts.entries()) {
    if (fact.kind !== 'return' && !(fact.kind === 'yield' && flow.unit.generator)) continue
    // What comes back last leaves what the block has established as it is.
    const last = i + 1 === facts.length
    state = last ? (flow.out[block] ?? null) : stateBetween(engine, flow, block, [passed, i], state)
    passed = i
    if (state !== null) exits.push({ state, value: fact.value, at: { block, start: fact.span.end } })
  }
  return exits
}
