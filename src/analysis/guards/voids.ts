import type { Block, GuardVerdict, Operation, Span, Unit, Value } from '../../program'
import { callersOf } from '../resolve'
import type { SinkSite } from '../sinks'
import { artifactKeys, artifactOf, keyOf } from './artifacts'
import { digestOf } from './digests'
import type { Engine } from './engine'
import type { Evidence, GuardKind } from './evidence'
import { flowOf } from './flow'
import { readComparison } from './metrics'
import { establishedBy } from './outcomes'

const most = 4

/** Checks around a sink that look like guards of these kinds and stop nothing, each with the reason. */
export function findVoids(
  engine: Engine,
  sink: SinkSite,
  kinds: readonly GuardKind[],
  seen: readonly Evidence[],
): GuardVerdict[] {
  const { unit } = sink.site
  const around = [unit, ...callersOf(engine.linked, unit).map(site => site.unit)]
  const found = [...new Set(around)]
    .slice(0, most)
    .flatMap(u => [
      ...voidTests(engine, u, sink, kinds),
      ...(kinds.includes('verification') ? unusedDigests(engine, u, sink) : []),
    ])
  const known = new Set(seen.map(e => e.span.start))
  const fresh = found.filter(v => !known.has(v.span.start))
  return unique(fresh).slice(0, most)
}

function unique(verdicts: readonly GuardVerdict[]): GuardVerdict[] {
  const byPlace = new Map(verdicts.map(v => [`${v.span.file.path}:${v.span.start}`, v]))
  return [...byPlace.values()]
}

function voidTests(engine: Engine, unit: Unit, sink: SinkSite, kinds: readonly GuardKind[]): GuardVerdict[] {
  return unit.blocks.flatMap(block => {
    const test = block.facts.at(-1)
    if (test?.kind !== 'test') return []
    const harmless = kinds.includes('evaluation') ? alwaysPasses(engine, test.value) : null
    if (harmless) return [harmless]
    const flow = flowOf(engine, unit)
    for (const outcome of [true, false]) {
      const state = establishedBy(engine, flow, test.value, outcome)
      const [evidence] = [...(state?.values() ?? [])].filter(e => isAbout(engine, sink, e, kinds))
      if (evidence)
        return [verdict(evidence.kind, test.span, reasonFor(unit, block, outcome, sink, evidence))]
    }
    return []
  })
}

function isAbout(engine: Engine, sink: SinkSite, e: Evidence, kinds: readonly GuardKind[]): boolean {
  if (!kinds.includes(e.kind)) return false
  if (e.kind !== 'verification') return true
  return sink.arguments.some(argument => artifactKeys(engine.linked, argument.value).includes(e.subject))
}

function alwaysPasses(engine: Engine, value: Value): GuardVerdict | null {
  const operations: Operation[] = value.kind === 'operation' ? [value] : []
  for (const operation of operations) {
    const comparison = readComparison(engine.linked, operation)
    if (comparison?.kind === 'void') return verdict('evaluation', operation.span, comparison.says)
  }
  return null
}

function verdict(kind: GuardKind, span: Span, says: string): GuardVerdict {
  return { kind, strength: 'void', span, says }
}

function reasonFor(unit: Unit, block: Block, accepts: boolean, sink: SinkSite, evidence: Evidence): string {
  if (sink.site.unit === unit && block.facts.at(-1) !== undefined && evidence.span.start > sink.at.end)
    return 'it comes after the call'
  const [pass, fail] = [edgeTo(block, accepts), edgeTo(block, !accepts)]
  const target = sink.site.unit === unit ? sink.site.block : -1
  if (target < 0) return 'it does not stop the way that leads here'
  const passes = pass >= 0 && reaches(unit, pass, target)
  const fails = fail >= 0 && reaches(unit, fail, target)
  if (passes && fails)
    return swallowed(unit, fail, target)
      ? 'the exception that it raises is swallowed'
      : 'both of its outcomes lead to the call'
  return fails ? 'the call stands on the side where it failed' : 'the call can be reached without it'
}

function edgeTo(block: Block, outcome: boolean): number {
  return block.next.find(edge => edge.when === String(outcome))?.to ?? -1
}

function reaches(unit: Unit, from: number, to: number): boolean {
  const seen = new Set([from])
  for (const at of seen) for (const edge of unit.blocks[at]?.next ?? []) seen.add(edge.to)
  return seen.has(to)
}

// On the failing side an exception is raised, and a handler of the same unit takes it and goes on.
function swallowed(unit: Unit, from: number, target: number): boolean {
  const raised = unit.blocks[from]
  const last = raised?.facts.at(-1)
  return last?.kind === 'raise' && (raised?.next ?? []).some(edge => reaches(unit, edge.to, target))
}

function unusedDigests(engine: Engine, unit: Unit, sink: SinkSite): GuardVerdict[] {
  const { linked } = engine
  const subjects = sink.arguments.flatMap(argument => artifactKeys(linked, argument.value))
  return unit.blocks.flatMap(block =>
    block.facts.flatMap(fact => {
      if (fact.kind !== 'call') return []
      const digest = digestOf(linked, { kind: 'result', call: fact })
      if (!digest || !subjects.includes(keyOf(linked, artifactOf(linked, digest.of), 0))) return []
      return [verdict('verification', fact.span, 'the digest is computed and stops nothing')]
    }),
  )
}
