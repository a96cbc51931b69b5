import { addTo } from '../../../base/groups'
import { keptIn, once, onceFor } from '../../../base/once'
import type { After, Block, Call, GuardVerdict, Span, Unit } from '../../../program'
import type { CallSite } from '../../linked'
import { isPython } from '../../python'
import { callersOf } from '../../resolve'
import { establishedByEnd } from '../after'
import type { Engine } from '../engine'
import type { State } from '../evidence'
import { establishedByReturn } from '../returns'
import { addWaysOn } from './places'
import { firstFew, relevant, type Search, verdict } from './search'

const mostUnits = 60

/** Checks in the pipelines and scripts that lead to the sink, whose failure holds nothing back. */
export function toleratedChecks(search: Search): readonly GuardVerdict[] {
  const { engine, sink } = search
  const { unit } = sink.site
  // All sinks of a function of Python have the same above them.
  const above = isAsked(unit)
    ? triesAbove(engine, sink.site)
    : keptIn(triesIn(engine), unit, () =>
        triesAbove(engine, sink.site).map(tries => tries.filter(establishesAny)),
      )
  return above.flatMap(tries =>
    firstFew(tries, ({ state, span, says }) => {
      const evidence = relevant(search, state())
      return evidence && verdict(evidence.kind, span, says)
    }),
  )
}

/** What checks something and holds nothing back. */
interface Try {
  readonly state: () => State
  readonly span: Span
  readonly says: string
}

const triesIn = onceFor((_: Engine) => new Map<Unit, readonly (readonly Try[])[]>())

function isAsked({ kind, file }: Unit): boolean {
  return kind === 'job' || !isPython(file.path)
}

function triesAbove(engine: Engine, site: CallSite): readonly (readonly Try[])[] {
  return [...blocksAbove(engine, site)].flatMap(([unit, blocks]) =>
    isAsked(unit) ? [endedSomehow(engine, unit), failedInVain(engine, unit, blocks)] : [],
  )
}

function establishesAny({ state }: Try): boolean {
  return (state()?.size ?? 0) > 0
}

// By unit: where it leads to the sink. A script may do so in each of very many lines.
function blocksAbove({ linked }: Engine, sink: CallSite): ReadonlyMap<Unit, ReadonlySet<number>> {
  const found = new Map<Unit, Set<number>>()
  const open: (readonly CallSite[])[] = [[sink]]
  for (const sites of open)
    for (const { unit, block } of sites) {
      const known = found.get(unit)
      if (!known && found.size <= mostUnits) open.push(callersOf(linked, unit))
      found.set(unit, (known ?? new Set()).add(block))
    }
  return found
}

// A job that is waited for, and whose failure does not count.
function endedSomehow(engine: Engine, unit: Unit): readonly Try[] {
  const afters = unit.blocks.flatMap(({ facts }) =>
    facts.filter((fact): fact is After => fact.kind === 'after'),
  )
  return afters.flatMap(after => {
    if (after.regardless === null || unit.kind === 'pipeline') return []
    const state = once(() => establishedByEnd(engine, { ...after, regardless: null }))
    const job = after.unit.slice(after.unit.lastIndexOf(':') + 1).replaceAll('`', "'")
    const says = `\`${job}\` is needed, and this job goes on whatever came of it (${after.regardless})`
    return [{ state, span: after.span, says }]
  })
}

// A command or a step that fails, and what comes next runs all the same.
function failedInVain(engine: Engine, unit: Unit, targets: ReadonlySet<number>): readonly Try[] {
  const reached = targetsReached(unit, targets)
  return unit.blocks.flatMap((block, index) => {
    const call = tolerated(block, to => (reached.get(to) ?? []).some(target => target !== index))
    const says = 'it may fail, and what follows runs all the same'
    return call ? [{ state: once(() => establishedByReturn(engine, call)), span: call.span, says }] : []
  })
}

function tolerated(block: Block, leadsThere: (to: number) => boolean): Call | null {
  const last = block.facts.at(-1)
  if (last?.kind !== 'call') return null
  return block.next.some(({ when, to }) => when === 'raises' && leadsThere(to)) ? last : null
}

// By block, where control goes from it: two are enough to know whether there is another one than the block that asks. All are found
// at once, since a script of very many lines asks for each of them.
function targetsReached(
  { blocks }: Unit,
  targets: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const before = new Map<number, number[]>()
  for (const [index, block] of blocks.entries()) {
    const ways = new Set<number>()
    addWaysOn(ways, block, false, {})
    for (const to of ways) addTo(before, to, index)
  }
  const reached = new Map<number, readonly number[]>()
  const open = [...targets].map(target => [target, target] as const)
  for (const [at, target] of open) {
    const known = reached.get(at) ?? []
    if (known.length > 1 || known.includes(target)) continue
    reached.set(at, [...known, target])
    for (const from of before.get(at) ?? []) open.push([from, target])
  }
  return reached
}
