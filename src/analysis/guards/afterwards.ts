import type { Call, Edge, Unit } from '../../program'
import type { Rule } from '../../rules/schema'
import { callersOf } from '../callers'
import type { CallSite } from '../linked'
import { effectsOf, pathsWritten } from '../origins/sources'
import type { SinkSite } from '../sinks'
import { artifactKeys, keyOf } from './artifacts'
import { everything } from './catalogued'
import { isCondition } from './conditions'
import type { Engine, Flow } from './engine'
import { ownStateAt } from './entries'
import { both, type Evidence, type GuardKind, nothing, type State } from './evidence'
import { flowOf, stateBefore } from './flow'
import { establishedBy } from './outcomes'
import { evidenceFor } from './verdict'

/** The evidence before a sink, and behind it where its rule takes that too. */
export function evidenceAround(engine: Engine, sink: SinkSite, rule: Rule): readonly Evidence[] | null {
  const before = evidenceFor(engine, sink, rule.unless)
  if (before === null || rule.guarded === undefined) return before
  return [...before, ...evidenceBehind(engine, sink, rule.unless)]
}

const mostCallers = 3

// What was fetched may have a name of its own where it is verified. Only what is surely something else does not count.
function evidenceBehind(
  engine: Engine,
  { site, sink }: SinkSite,
  kinds: readonly GuardKind[],
): readonly Evidence[] {
  const written = writtenBy(engine, site.call)
  const isOf =
    (call: Call, known: boolean) =>
    ({ subject, moved = subject }: Evidence): boolean => {
      if (subject === everything || written.some(one => isSame(one, subject))) return true
      const given = keyOf(engine.linked, { kind: 'result', call }, 0)
      if ([subject, moved].some(one => one === given || one.startsWith(`${given}.`))) return true
      if (known || sink.names !== 'path' || isGiven(moved)) return false
      return !isText(subject) || !(written.some(isText) || isOfAnother(engine, site, subject))
    }
  const own = shownBehind(engine, site, kinds, isOf(site.call, written.length > 0))
  if (own.length > 0) return unique(own)
  const callers = callersAround(engine, site.unit)
  return unique(callers.flatMap(caller => shownBehind(engine, caller, kinds, isOf(caller.call, false))))
}

// A text is the same file to everybody.
function isText(subject: string): boolean {
  return subject.startsWith('"')
}

// What another call gives is something else.
function isGiven(subject: string): boolean {
  return /^[^"]*:\d+(?:\.|$)/.test(subject)
}

function writtenBy({ linked }: Engine, call: Call): readonly string[] {
  const paths = effectsOf(linked, call).flatMap(entry => pathsWritten(linked, call, entry))
  return paths.flatMap(path => artifactKeys(linked, path).slice(0, 1))
}

// What another call of the same unit has put there is no artifact of this one.
function isOfAnother(engine: Engine, { unit, call }: CallSite, subject: string): boolean {
  const calls = unit.blocks.flatMap(({ facts }) => facts.filter(fact => fact.kind === 'call'))
  return calls.some(other => other !== call && writtenBy(engine, other).includes(subject))
}

// A folder is fetched, and a file in it verified.
function isSame(fetched: string, verified: string): boolean {
  if (fetched === verified) return true
  const folder = /^"(.*[^/])\/*"$/.exec(fetched)?.[1]
  return folder !== undefined && verified.startsWith(`"${folder}/`)
}

// What is shown on every way from a call to an ordinary end; nothing where one way leads around it.
function shownBehind(
  engine: Engine,
  site: CallSite,
  kinds: readonly GuardKind[],
  fits: (evidence: Evidence) => boolean,
): readonly Evidence[] {
  const { unit, block: start } = site
  const flow = flowOf(engine, unit)
  if (!flow) return []
  // What was shown before was shown of something else.
  const before = ownStateAt(engine, site)
  const shownIn = (state: State | undefined): readonly Evidence[] =>
    [...(state ?? [])].flatMap(([id, one]) =>
      !before?.has(id) && isProof(one, kinds) && fits(one) ? [one] : [],
    )
  const found: Evidence[] = []
  const seen = new Set([start])
  for (const block of seen) {
    for (const { to, state } of waysOut(engine, flow, block, site.call)) {
      const shown = shownIn(state)
      if (shown.length === 0 && to === null) return []
      found.push(...shown)
      if (shown.length === 0 && to !== null) seen.add(to)
    }
  }
  return found
}

interface Way {
  /** `null` where the unit ends well. */
  readonly to: number | null
  readonly state: State
}

// The ways on from a block, each with what holds there. A download that fails has brought nothing; what fails is the last fact
// of a block.
function waysOut(engine: Engine, flow: Flow, index: number, download: Call): readonly Way[] {
  const block = flow.unit.blocks[index]
  const after = flow.out[index] ?? null
  if (!block) return []
  if (block.next.length === 0) return after === null ? [] : [{ to: null, state: after }]
  const before = stateBefore(
    engine,
    flow,
    index,
    Math.max(0, block.facts.length - 1),
    flow.into[index] ?? null,
  )
  return block.next.flatMap(edge => {
    if (edge.when === 'raises') return block.facts.at(-1) === download ? [] : [{ to: edge.to, state: before }]
    return after === null ? [] : [{ to: edge.to, state: both(after, alongTest(engine, flow, index, edge)) }]
  })
}

// That something was asked of a parameter proves nothing where nobody says what it is.
function isProof(evidence: Evidence, kinds: readonly GuardKind[]): boolean {
  const { kind, strength } = evidence
  return kinds.includes(kind) && (strength === 'strong' || strength === 'medium') && !isCondition(evidence)
}

function alongTest(engine: Engine, flow: Flow, block: number, edge: Edge): State {
  const last = flow.unit.blocks[block]?.facts.at(-1)
  if (last?.kind !== 'test' || edge.when === undefined) return nothing
  return establishedBy(engine, flow, last.value, edge.when === 'true', { block, start: last.span.start })
}

function callersAround(engine: Engine, unit: Unit): readonly CallSite[] {
  const units = [unit]
  const found: CallSite[] = []
  for (const at of units.slice(0, mostCallers))
    for (const site of callersOf(engine.linked, at).slice(0, mostCallers)) {
      found.push(site)
      units.push(site.unit)
    }
  return found
}

function unique(found: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(found.map(one => [`${one.span.file.path}:${one.span.start}`, one])).values()]
}
