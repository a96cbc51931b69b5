import { addTo } from '../../../base/groups'
import type { After, Block, Call, GuardVerdict, Unit } from '../../../program'
import type { CallSite } from '../../linked'
import { isPython } from '../../python'
import { callersOf } from '../../resolve'
import { establishedByEnd } from '../after'
import { establishedByReturn } from '../returns'
import { addWaysOn } from './places'
import { firstFew, relevant, type Search, verdict } from './search'

const mostUnits = 60

/** Checks in the pipelines and scripts that lead to the sink, whose failure holds nothing back. */
export function toleratedChecks(search: Search): readonly GuardVerdict[] {
  return [...blocksAbove(search)].flatMap(([unit, blocks]) =>
    unit.kind === 'job' || !isPython(unit.file.path)
      ? [...endedSomehow(search, unit), ...failedInVain(search, unit, blocks)]
      : [],
  )
}

// By unit: where it leads to the sink. A script may do so in each of very many lines.
function blocksAbove({ engine, sink }: Search): ReadonlyMap<Unit, ReadonlySet<number>> {
  const found = new Map<Unit, Set<number>>()
  const open: (readonly CallSite[])[] = [[sink.site]]
  for (const sites of open)
    for (const { unit, block } of sites) {
      const known = found.get(unit)
      if (!known && found.size <= mostUnits) open.push(callersOf(engine.linked, unit))
      found.set(unit, (known ?? new Set()).add(block))
    }
  return found
}

// A job that is waited for, and whose failure does not count.
function endedSomehow(search: Search, unit: Unit): readonly GuardVerdict[] {
  const afters = unit.blocks.flatMap(({ facts }) =>
    facts.filter((fact): fact is After => fact.kind === 'after'),
  )
  return firstFew(afters, after => {
    if (after.regardless === null || unit.kind === 'pipeline') return null
    const evidence = relevant(search, establishedByEnd(search.engine, { ...after, regardless: null }))
    const job = after.unit.slice(after.unit.lastIndexOf(':') + 1).replaceAll('`', "'")
    const says = `\`${job}\` is needed, and this job goes on whatever came of it (${after.regardless})`
    return evidence && verdict(evidence.kind, after.span, says)
  })
}

// A command or a step that fails, and what comes next runs all the same.
function failedInVain(search: Search, unit: Unit, targets: ReadonlySet<number>): readonly GuardVerdict[] {
  const reached = targetsReached(unit, targets)
  return firstFew([...unit.blocks.entries()], ([index, block]) => {
    const call = tolerated(block, to => (reached.get(to) ?? []).some(target => target !== index))
    const evidence = call && relevant(search, establishedByReturn(search.engine, call))
    return evidence
      ? verdict(evidence.kind, call.span, 'it may fail, and what follows runs all the same')
      : null
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
