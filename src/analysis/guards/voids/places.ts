import type { Block, Call, Span, Test, Unit, Value } from '../../../program'
import type { CallSite } from '../../linked'
import { callersOf } from '../../resolve'
import type { SinkSite } from '../../sinks'
import type { Engine } from '../engine'
import { flowOf } from '../flow'

/** A call from which the sink is reached: the sink itself, or a call of the unit that holds it. */
export interface Place {
  readonly unit: Unit
  readonly block: number
  readonly call: Call
  /** Whether it is the sink itself. */
  readonly own: boolean
  /** Whether a check that comes after it is too late. */
  readonly late: boolean
  /** Blocks of the unit that end in a call which never comes back. */
  readonly ends: ReadonlySet<number>
  /** The tests of the unit that stand nearest to it, the nearest first. */
  readonly tests: readonly PlacedTest[]
}

export interface PlacedTest {
  readonly index: number
  readonly block: Block
  readonly test: Test
  /** The one outcome that leads on to the place; `null` where both do, or none. */
  readonly towards: boolean | null
}

const mostPlaces = 4
// Ways through a unit are followed this far: beyond it the reason stays general.
const mostBlocks = 300
const mostTests = 40
const longest = 60

/** The sink, and the calls that lead to it, nearest first. */
export function placesOf(engine: Engine, sink: SinkSite, late = true): readonly Place[] {
  const others = engine.others.get(sink.site.unit)
  const callers = callersOf(engine.linked, sink.site.unit).filter(site => !others?.has(site))
  return [sink.site, ...callers].slice(0, mostPlaces).map((site, i) => placeOf(engine, site, i === 0, late))
}

function placeOf(engine: Engine, { unit, block, call }: CallSite, own: boolean, late: boolean): Place {
  return { unit, block, call, own, late, ...aroundOf(engine, unit, block, call.span) }
}

function aroundOf(engine: Engine, unit: Unit, at: number, span: Span): Pick<Place, 'ends' | 'tests'> {
  const ends = endsOf(engine, unit)
  const tests = nearest(unit, span).map(one => ({
    ...one,
    towards: outcomeTowards({ unit, ends }, at, one.block, one.index),
  }))
  return { ends, tests }
}

/** Where a function gives an answer that may be a good one. */
export function answersOf(engine: Engine, unit: Unit): readonly Omit<Place, 'call' | 'own' | 'late'>[] {
  return unit.blocks.flatMap((block, at) => {
    const last = block.facts.at(-1)
    if (last?.kind !== 'return' || isRefusal(last.value)) return []
    return [{ unit, block: at, ...aroundOf(engine, unit, at, last.span) }]
  })
}

function isRefusal(value: Value): boolean {
  return value.kind === 'constant' && !value.value
}

function endsOf(engine: Engine, unit: Unit): ReadonlySet<number> {
  const known = engine.ends.get(unit)
  if (known) return known
  const flow = flowOf(engine, unit)
  const ends = unit.blocks.map((_, i) => (flow && flow.into[i] !== null && flow.out[i] === null ? i : -1))
  const found = new Set(ends)
  engine.ends.set(unit, found)
  return found
}

type UnitTest = Omit<PlacedTest, 'towards'>

const tests = new WeakMap<Unit, readonly UnitTest[]>()

// In the order of the source.
function testsOf(unit: Unit): readonly UnitTest[] {
  const known = tests.get(unit)
  if (known) return known
  const found = unit.blocks.flatMap((block, index) => {
    const test = block.facts.at(-1)
    return test?.kind === 'test' ? [{ index, block, test }] : []
  })
  found.sort((a, b) => a.test.span.start - b.test.span.start)
  tests.set(unit, found)
  return found
}

function nearest(unit: Unit, span: Span): readonly UnitTest[] {
  const all = testsOf(unit)
  const behind = all.findIndex(({ test }) => test.span.start >= span.start)
  const at = behind < 0 ? all.length : behind
  const distance = ({ test }: UnitTest): number => Math.abs(test.span.start - span.start)
  const around = all.slice(Math.max(0, at - mostTests), at + mostTests)
  return around.sort((a, b) => distance(a) - distance(b)).slice(0, mostTests)
}

function outcomeTowards(ways: Ways, target: number, block: Block, index: number): boolean | null {
  const leads = (outcome: boolean): boolean =>
    reaches(ways, edgeTo(block, outcome), target, { without: index, plainly: true })
  const [yes, no] = [leads(true), leads(false)]
  return yes === no ? null : yes
}

/** A unit, with the blocks that lead nowhere but into handlers. */
export type Ways = Pick<Place, 'unit' | 'ends'>

/** How ways are followed: not through one block, and not through exceptions. */
export interface Following {
  readonly without?: number
  readonly plainly?: boolean
}

/** Whether one block leads to another. */
export function reaches(ways: Ways, from: number, to: number, how: Following = {}): boolean {
  return reachesOne(ways, from, block => block === to, how)
}

/** Whether a block leads to one of others. */
export function reachesOne(
  { unit, ends }: Ways,
  from: number,
  isTarget: (block: number) => boolean,
  how: Following = {},
): boolean {
  if (from < 0 || from === how.without) return false
  const seen = new Set([from])
  for (const at of seen) {
    if (isTarget(at)) return true
    if (seen.size > mostBlocks) return false
    const block = unit.blocks[at]
    if (block) addWaysOn(seen, block, ends.has(at), how)
  }
  return false
}

/** Adds where control goes from a block that may end in a call which never comes back. */
export function addWaysOn(found: Set<number>, { next, facts }: Block, ends: boolean, how: Following): void {
  // Asked of very many blocks for every sink, so nothing is made on the way.
  const raises = ends || facts.at(-1)?.kind === 'raise'
  for (const { to, when } of next) {
    const isOpen = when === 'raises' ? !how.plainly : !raises
    if (isOpen && to !== how.without) found.add(to)
  }
}

/** Where an outcome of a test leads, or -1. */
export function edgeTo(block: Block, outcome: boolean): number {
  return block.next.find(edge => edge.when === String(outcome))?.to ?? -1
}

/** Code as it stands in the source, short and on one line, for a message. */
export function quoted({ file, start, end }: Span): string {
  const text = file.text.slice(start, end).replace(/\s+/g, ' ').replaceAll('`', "'")
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``
}
