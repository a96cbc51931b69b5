import type { Span, Step, Value } from '../../program'
import { givenFor } from '../arguments'
import type { SinkSite } from '../sinks'
import { type Sources, spanOf } from './sources'
import { openSpellbook } from './spelling'
import { type Scene, waysOf } from './trace'
import { type Trail, type Way, worst } from './trail'
import { pointOf } from './writes'

/** A call, and which of its arguments is followed. */
type Followed = Pick<SinkSite, 'site' | 'arguments'> & {
  readonly sink: Pick<SinkSite['sink'], 'artifact' | 'names' | 'parameters'>
}

/** Follows the artifact of a load back to where it comes from; `null` where that cannot be told. */
export function provenanceOf(
  sources: Sources,
  sink: Followed,
  verified: ReadonlySet<Value> = nothing,
): Trail | null {
  return worst(waysTo(sources, sink, verified))
}

const nothing: ReadonlySet<Value> = new Set()

/** Every way of the artifact of a load that has not been verified, of which the worst decides. */
export function waysTo(
  sources: Sources,
  sink: Followed,
  verified: ReadonlySet<Value> = nothing,
): readonly Way[] {
  const { site, sink: entry } = sink
  const point = pointOf(site.unit, site.block, site.call)
  const search = { open: new Set(verified), names: entry.names, book: openSpellbook(), steps: 0 }
  return artifactsOf(sources, sink).flatMap((value): readonly Way[] => {
    const scene: Scene = {
      sources,
      point,
      file: site.unit.file,
      seen: spanOf(site.call, value),
      content: entry.names === 'content',
      direct: true,
      named: false,
      entered: new Map(),
      search,
    }
    return ownState(sources, sink, value) ?? waysOf(scene, value)
  })
}

// Who calls `__setstate__` is unpickling already, and gives it what `__getstate__` of the same class has made.
function ownState({ linked }: Sources, { sink, site }: Followed, value: Value): readonly Way[] | null {
  const { unit } = site
  if (sink.names !== 'content' || unit.owner === null || !/\.__setstate__$/.test(unit.label)) return null
  const bytes = partTaken(value)
  const isState = bytes.kind === 'parameter' && bytes.unit === unit.name && bytes.index === 1
  if (!isState || !linked.program.units.get(unit.owner)?.bound.has('__getstate__')) return null
  return [{ from: 'self', says: 'is the state of the object itself', steps: [], written: false }]
}

// `state`, `state["model"]`.
function partTaken(value: Value): Value {
  return value.kind === 'item' ? partTaken(value.of) : value
}

function artifactsOf({ linked }: Sources, { sink, site, arguments: args }: Followed): readonly Value[] {
  if (sink.artifact === 'receiver') return site.call.callee.kind === 'field' ? [site.call.callee.of] : []
  const given = sink.artifact ? givenFor(linked, args, sink.parameters, sink.artifact) : null
  return given?.kind === 'given' ? given.values : []
}

/** The steps of a trail and the load at its end; none where all of it is written in the load's own arguments. */
export function stepsTo(trail: Trail, sink: SinkSite, load: string): Step[] {
  const steps = trail.steps.filter(({ span }, at) => !isSame(span, trail.steps[at - 1]?.span))
  const [first, ...others] = steps
  const own = sink.site.call.arguments.some(argument => first && isSame(argument.span, first.span))
  if (first === undefined || (trail.written && own && others.length === 0)) return []
  return [...steps, { span: sink.at, says: load }]
}

function isSame(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.file === b.file && a.start === b.start && a.end === b.end
}
