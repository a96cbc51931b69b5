import { addTo } from '../../../base/groups'
import { onceFor } from '../../../base/once'
import type { After, GuardVerdict, Span, Unit } from '../../../program'
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
  const { unit, block } = sink.site
  // All sinks of a unit have the same above them.
  const { own, above } = triesAround(engine)(unit)
  const inUnit = isAsked(unit) ? triesIn(engine, unit, new Set([...own, block])) : []
  return [...inUnit, ...above].flatMap(tries =>
    firstFew(tries, ({ state, span, says }) => {
      const evidence = relevant(search, state)
      return evidence && verdict(evidence.kind, span, says)
    }),
  )
}

/** What checks something and holds nothing back. */
interface Try {
  readonly state: State
  readonly span: Span
  readonly says: string
}

type Tries = readonly (readonly Try[])[]

const triesAround = onceFor((engine: Engine) =>
  onceFor((unit: Unit): { readonly own: ReadonlySet<number>; readonly above: Tries } => {
    const { own, above } = blocksAbove(engine, unit)
    return {
      own,
      above: [...above].flatMap(([caller, blocks]) =>
        isAsked(caller) ? triesIn(engine, caller, blocks) : [],
      ),
    }
  }),
)

function isAsked({ kind, file }: Unit): boolean {
  return kind === 'job' || !isPython(file.path)
}

function triesIn(engine: Engine, unit: Unit, blocks: ReadonlySet<number>): Tries {
  return [endedSomehow(engine)(unit), failedInVain(engine, unit, blocks)]
}

function establishesAny({ state }: { readonly state: State }): boolean {
  return (state?.size ?? 0) > 0
}

interface Above {
  /** Where the unit leads to itself. */
  readonly own: ReadonlySet<number>
  /** By unit: where it leads to the one that is asked for. A script may do so in each of very many lines. */
  readonly above: ReadonlyMap<Unit, ReadonlySet<number>>
}

function blocksAbove({ linked }: Engine, of: Unit): Above {
  const own = new Set<number>()
  const found = new Map([[of, own]])
  const open: (readonly CallSite[])[] = [callersOf(linked, of)]
  for (const sites of open)
    for (const { unit, block } of sites) {
      const known = found.get(unit)
      if (!known && found.size <= mostUnits) open.push(callersOf(linked, unit))
      found.set(unit, (known ?? new Set()).add(block))
    }
  found.delete(of)
  return { own, above: found }
}

// A job that is waited for, and whose failure does not count.
const endedSomehow = onceFor((engine: Engine) =>
  onceFor((unit: Unit): readonly Try[] => {
    if (unit.kind === 'pipeline') return []
    const afters = unit.blocks.flatMap(({ facts }) =>
      facts.filter((fact): fact is After => fact.kind === 'after' && fact.regardless !== null),
    )
    return afters
      .map(after => {
        const state = establishedByEnd(engine, { ...after, regardless: null })
        const job = after.unit.slice(after.unit.lastIndexOf(':') + 1).replaceAll('`', "'")
        const says = `\`${job}\` is needed, and this job goes on whatever came of it (${after.regardless})`
        return { state, span: after.span, says }
      })
      .filter(establishesAny)
  }),
)

// A command or a step that fails, and what comes next runs all the same.
function failedInVain(engine: Engine, unit: Unit, targets: ReadonlySet<number>): readonly Try[] {
  const failing = mayFail(engine)(unit)
  if (failing.length === 0) return []
  const reached = targetsReached(unit, targets)
  const says = 'it may fail, and what follows runs all the same'
  return failing.flatMap(({ index, behind, state, span }) =>
    behind.some(to => leadsElsewhere(reached, to, index)) ? [{ state, span, says }] : [],
  )
}

/** A call at the end of a block that checks something, and where control goes where it fails. */
interface Failing {
  readonly index: number
  readonly behind: readonly number[]
  readonly state: State
  readonly span: Span
}

// Of very many commands few check anything.
const mayFail = onceFor((engine: Engine) =>
  onceFor((unit: Unit): readonly Failing[] =>
    unit.blocks.flatMap(({ facts, next }, index) => {
      const call = facts.at(-1)
      const behind = next.flatMap(({ when, to }) => (when === 'raises' ? [to] : []))
      if (call?.kind !== 'call' || behind.length === 0) return []
      const state = establishedByReturn(engine, call)
      return establishesAny({ state }) ? [{ index, behind, state, span: call.span }] : []
    }),
  ),
)

/** By block, two of the targets to which control comes from it: enough to know whether there is another one than the block that asks. */
interface Reached {
  readonly one: Int32Array
  readonly other: Int32Array
}

const none = -1

function leadsElsewhere({ one, other }: Reached, from: number, than: number): boolean {
  return [one[from], other[from]].some(target => target !== undefined && target !== none && target !== than)
}

// All are found at once, since a script of very many lines asks for each of them, and does so for each sink.
function targetsReached(unit: Unit, targets: ReadonlySet<number>): Reached {
  const before = blocksBefore(unit)
  const one = new Int32Array(unit.blocks.length).fill(none)
  const other = new Int32Array(unit.blocks.length).fill(none)
  const open = [...targets]
  const leading = [...targets]
  for (const [i, at] of open.entries()) {
    const target = leading[i] ?? none
    if (one[at] === target || other[at] !== none) continue
    if (one[at] === none) one[at] = target
    else other[at] = target
    for (const from of before[at] ?? []) {
      open.push(from)
      leading.push(target)
    }
  }
  return { one, other }
}

const blocksBefore = onceFor(({ blocks }: Unit): readonly (readonly number[])[] => {
  const before = new Map<number, number[]>()
  for (const [index, block] of blocks.entries()) {
    const ways = new Set<number>()
    addWaysOn(ways, block, false, {})
    for (const to of ways) addTo(before, to, index)
  }
  return blocks.map((_, index) => before.get(index) ?? [])
})
