import type { Mix, Value } from '../../program'
import type { CallSite } from '../linked'
import type { SinkSite } from '../sinks'
import { artifactKeys, artifactOf } from './artifacts'
import type { Engine, Flow } from './engine'
import { both, type Evidence, nothing, type State } from './evidence'
import { flowOf } from './flow'
import { writesTo } from './overwritten'

const mostMixes = 100

/** What the artifact of a load may be, by the way that was taken. */
export interface VerifiedWays {
  /** What was verified on its way. */
  readonly verified: ReadonlySet<Value>
  /** What shows that, where it holds on every way; empty otherwise. */
  readonly evidence: readonly Evidence[]
}

const none: VerifiedWays = { verified: new Set(), evidence: [] }

/** Of the values that an artifact may be, those that have been verified before they became it. */
export function verifiedWays(engine: Engine, { site }: SinkSite, artifact: Value | null): VerifiedWays {
  const flow = artifact && engine.kinds.has('verification') ? flowOf(engine, site.unit) : null
  if (!artifact || !flow) return none
  const whole = artifactKeys(engine.linked, artifact)
  const shown = (waysIn(engine, artifact) ?? []).map(way => {
    const evidence = evidenceOn(engine, flow, way)
    // Looking for what writes takes long, and most ways have nothing to lose.
    const isLost = evidence !== null && evidence.length > 0 && isWrittenLater(engine, site, way, whole)
    return { value: way.value, evidence: isLost ? [] : evidence }
  })
  // One file may come by several ways.
  const open = new Set(shown.flatMap(({ value, evidence }) => (evidence?.length === 0 ? [value] : [])))
  return {
    verified: new Set(shown.flatMap(({ value }) => (open.has(value) ? [] : [value]))),
    evidence: open.size > 0 ? [] : shown.flatMap(({ evidence }) => evidence ?? []),
  }
}

interface Way {
  readonly value: Value
  readonly from: number
}

// Loops mix values that mix each other, so each mix is looked through once. `null` where there are too many.
function waysIn(engine: Engine, artifact: Value): readonly Way[] | null {
  const whole = artifactOf(engine.linked, artifact)
  const mixes = new Set<Mix>(whole.kind === 'mix' ? [whole] : [])
  const ways: Way[] = []
  for (const mix of mixes) {
    if (mixes.size > mostMixes) return null
    mix.of.forEach((value, i) => {
      const inner = artifactOf(engine.linked, value)
      if (inner.kind === 'mix') mixes.add(inner)
      else ways.push({ value, from: mix.from[i] ?? -1 })
    })
  }
  return ways
}

// What is written behind the end of the way, under the name that it has there or afterwards, is another file.
function isWrittenLater(
  engine: Engine,
  { unit, call }: CallSite,
  { value, from }: Way,
  whole: readonly string[],
): boolean {
  const keys = [...whole, ...artifactKeys(engine.linked, value)]
  const end = unit.blocks[from]?.facts.at(-1)?.span.start ?? unit.span.start
  const between = unit.blocks.flatMap(({ facts }) =>
    facts.filter(({ span }) => span.start > end && span.start < call.span.start),
  )
  return between.some(fact => fact.kind === 'call' && writesTo(engine, fact, keys))
}

// `null` where nothing comes this way.
function evidenceOn(engine: Engine, flow: Flow, { value, from }: Way): readonly Evidence[] | null {
  const state: State = from < 0 ? nothing : (flow.out[from] ?? null)
  if (state === null) return null
  const before = both(engine.entries.get(flow.unit) ?? nothing, state)
  const keys = artifactKeys(engine.linked, value)
  return [...(before?.values() ?? [])].filter(
    ({ kind, strength, subject }) =>
      kind === 'verification' && strength === 'strong' && keys.includes(subject),
  )
}
