import { keptIn, onceFor } from '../base/once'
import type { Span, Step, Unit } from '../program'
import type { Engine } from './guards/engine'
import type { GuardKind, State } from './guards/evidence'
import { mapIn } from './guards/outcomes'
import { stateAtSite, weigh } from './guards/verdict'
import { pathOnDisk } from './inert'
import type { CallSite } from './linked'
import { callersOf } from './resolve'

/** A caller, and the one on the way to it from the sink; `null` at the sink's own unit. */
interface Hop {
  readonly site: CallSite
  readonly towards: Hop | null
}

const mostHops = 400
// Once a way is known, a better one is looked for among the nearest only.
const mostUnits = 60

/**
 * The calls through which control comes to a unit without having passed a guard of these kinds, from the outermost on: the
 * shortest such way, of those that begin with what runs where there are any. Empty where nobody calls the unit.
 */
export function pathTo(engine: Engine, unit: Unit, kinds: readonly GuardKind[]): Step[] {
  const others = engine.others.get(unit)
  const leading = (at: Unit) => openCallers(engine, at, kinds).filter(site => !others?.has(site))
  const hops = leading(unit).map((site): Hop => ({ site, towards: null }))
  const seen = new Set<Unit>([unit])
  let first: Hop | null = null
  for (const hop of hops) {
    if (seen.has(hop.site.unit)) continue
    seen.add(hop.site.unit)
    const callers = leading(hop.site.unit)
    if (callers.length === 0 && runs(engine, hop.site.unit)) return stepsFrom(hop, unit)
    if (callers.length === 0 || hops.length > mostHops) first ??= hop
    if (first && seen.size > mostUnits) break
    for (const site of callers) hops.push({ site, towards: hop })
  }
  return first ? stepsFrom(first, unit) : []
}

// What somebody may call, and what a test calls, leads there as well, but says less of when it happens.
function runs({ linked: { knowledge } }: Engine, { kind, decorators, file }: Unit): boolean {
  return (kind !== 'function' || decorators.length > 0) && !knowledge.isTest(file.path)
}

// Callers that a guard protects are not the ones to blame. Each of very many sinks goes up through the same ones.
function openCallers(engine: Engine, unit: Unit, kinds: readonly GuardKind[]): readonly CallSite[] {
  const known = keptIn(openFor(engine), kinds.join(' '), () => new Map<Unit, readonly CallSite[]>())
  return keptIn(known, unit, () =>
    callersOf(engine.linked, unit).filter(site =>
      isOpen(mapIn(engine, stateAtSite(engine, site), unit, site.call), unit, kinds),
    ),
  )
}

const openFor = onceFor((_: Engine) => new Map<string, Map<Unit, readonly CallSite[]>>())

function isOpen(state: State, unit: Unit, kinds: readonly GuardKind[]): boolean {
  if (state === null) return false
  const evidence = [...state.values()].filter(
    e => kinds.includes(e.kind) && (e.subject === '' || e.subject.startsWith(`${unit.name}@`)),
  )
  return weigh(evidence) !== 'guarded'
}

function stepsFrom(outermost: Hop, sinkUnit: Unit): Step[] {
  const steps: Step[] = []
  let runner: Unit | null = null
  for (let hop: Hop | null = outermost; hop; hop = hop.towards) {
    const { site } = hop
    const called = hop.towards?.site.unit ?? sinkUnit
    if (site.unit.kind === 'pipeline') steps.push(...triggerSteps(site, hop.towards))
    // The script of a step is the job's own, and has no name of its own.
    if (site.unit.kind === 'job' && called.file.container) runner = site.unit
    else if (!isWithin(site.unit, called))
      steps.push({
        span: site.call.span,
        says: hopSays(site.unit.file.container ? runner : null, site.unit, called),
      })
  }
  return steps
}

// A block of a document, a cell of a notebook: where it stands is told with what it does.
function isWithin(from: Unit, called: Unit): boolean {
  const embedded = called.kind === 'module' && called.file.container !== undefined
  return embedded && from.kind === 'module' && nameOf(from) === nameOf(called)
}

function hopSays(runner: Unit | null, from: Unit, called: Unit): string {
  if (called.kind === 'job' && from.kind === 'pipeline') return `it runs the job ${nameOf(called)}`
  const verb =
    runner || called.kind === 'job' || called.kind === 'module' || from.kind === 'job' ? 'runs' : 'calls'
  return `${nameOf(runner ?? from)} ${verb} ${nameOf(called)}`
}

// What starts a pipeline by itself says more than that somebody may start it by hand.
function triggerSteps(site: CallSite, towards: Hop | null): Step[] {
  const on = towards?.site.call.on
  const triggers = triggersOf(site).filter(({ event }) => on?.includes(event) ?? true)
  const chosen = triggers.find(({ event }) => event !== 'manual' && event !== 'call') ?? triggers[0]
  return chosen ? [{ span: chosen.span, says: `${nameOf(site.unit)} starts ${chosen.says}` }] : []
}

/** What starts a pipeline so that it comes to this call of a job. */
export function triggersOf({ unit, block }: CallSite): { event: string; says: string; span: Span }[] {
  // The condition of a job stands between what starts the pipeline and the job.
  const asks = unit.blocks.findIndex(({ next }) => next.some(e => e.to === block && e.when === 'true'))
  return unit.blocks.flatMap(({ facts, next }) => {
    const [first] = facts
    const leads = next.some(edge => edge.to === block || edge.to === asks)
    if (!leads || first?.kind !== 'call' || first.callee.kind !== 'name') return []
    if (first.callee.name !== 'pipeline.trigger') return []
    const text = (name: string): string => {
      const value = first.arguments.find(argument => argument.name === name)?.value
      return value?.kind === 'constant' ? String(value.value) : ''
    }
    return [{ event: text('event'), says: text('says'), span: first.span }]
  })
}

/** A unit as a person would call it, in backticks. */
export function nameOf(unit: Unit): string {
  const name = unit.kind === 'module' ? pathOnDisk(unit.file) : unit.label
  return `\`${name.replaceAll('`', "'")}\``
}
