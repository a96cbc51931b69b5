import type { Block, Call, Span, Test, Unit } from '../../../program'
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
  /** Blocks of the unit that end in a call which never comes back. */
  readonly ends: ReadonlySet<number>
}

const mostPlaces = 4
// Ways through a unit are followed this far: beyond it the reason stays general.
const mostBlocks = 400
const mostTests = 60
const longest = 60

/** The sink, and the calls that lead to it, nearest first. */
export function placesOf(engine: Engine, sink: SinkSite): readonly Place[] {
  const callers = callersOf(engine.linked, sink.site.unit)
  return [sink.site, ...callers]
    .slice(0, mostPlaces)
    .map((site, i) => ({ ...site, own: i === 0, ends: endsOf(engine, site.unit) }))
}

function endsOf(engine: Engine, unit: Unit): ReadonlySet<number> {
  const flow = flowOf(engine, unit)
  const ends = unit.blocks.map((_, i) => (flow && flow.into[i] !== null && flow.out[i] === null ? i : -1))
  return new Set(ends)
}

export interface PlacedTest {
  readonly index: number
  readonly block: Block
  readonly test: Test
}

/** The tests of a unit that stand nearest to a place, in the order of the source. */
export function testsNear(place: Place): readonly PlacedTest[] {
  const tests = place.unit.blocks.flatMap((block, index): PlacedTest[] => {
    const test = block.facts.at(-1)
    return test?.kind === 'test' ? [{ index, block, test }] : []
  })
  const at = place.call.span.start
  const near = tests.sort((a, b) => distance(a.test.span, at) - distance(b.test.span, at)).slice(0, mostTests)
  return near.sort((a, b) => a.test.span.start - b.test.span.start)
}

function distance(span: Span, at: number): number {
  return Math.abs(span.start - at)
}

/** A unit, with the blocks that lead nowhere but into handlers. */
export type Ways = Pick<Place, 'unit' | 'ends'>

/** How ways are followed: not through one block, and not through exceptions. */
export interface Following {
  readonly without?: number
  readonly plainly?: boolean
}

/** Whether one block leads to another. */
export function reaches({ unit, ends }: Ways, from: number, to: number, how: Following = {}): boolean {
  if (from < 0 || from === how.without) return false
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    if (seen.size > mostBlocks) return false
    for (const next of waysOn(unit.blocks[at], ends.has(at), how)) seen.add(next)
  }
  return false
}

function waysOn(block: Block | undefined, ends: boolean, how: Following): readonly number[] {
  if (!block) return []
  const raises = ends || block.facts.at(-1)?.kind === 'raise'
  const edges = block.next.filter(edge => (edge.when === 'raises' ? !how.plainly : !raises))
  return edges.map(edge => edge.to).filter(to => to !== how.without)
}

/** Where an outcome of a test leads, or -1. */
export function edgeTo(block: Block, outcome: boolean): number {
  return block.next.find(edge => edge.when === String(outcome))?.to ?? -1
}

/** The one outcome of a test that leads on to a place; `null` where both do, or none. */
export function outcomeTowards(place: Place, { index, block }: PlacedTest): boolean | null {
  const leads = (outcome: boolean): boolean =>
    reaches(place, edgeTo(block, outcome), place.block, { without: index, plainly: true })
  const [yes, no] = [leads(true), leads(false)]
  return yes === no ? null : yes
}

/** Code as it stands in the source, short and on one line, for a message. */
export function quoted({ file, start, end }: Span): string {
  const text = file.text.slice(start, end).replace(/\s+/g, ' ').replaceAll('`', "'")
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``
}
