import { byCodeUnits } from '../base/order'
import {
  type GuardVerdict,
  type MapEdge,
  type MapNode,
  onDisk,
  type PromotionMap,
  type Span,
  type Unit,
} from '../program'
import type { Engine } from './guards/engine'
import type { CallSite } from './linked'
import { displayName } from './message'
import { triggersOf } from './paths'
import { callersOf } from './resolve'
import type { SinkSite } from './sinks'

/** A promotion, and what was seen in front of it. */
export interface Promotion {
  readonly site: SinkSite
  readonly status: MapNode['status']
  readonly guards: readonly GuardVerdict[]
}

type Draft = Omit<MapNode, 'id'>

/** A map whose nodes are known by their keys, so that it can be put together with others. */
export interface MapSketch {
  readonly nodes: Map<string, Draft>
  readonly edges: Map<string, { from: string; to: string } & Pick<MapEdge, 'kind' | 'regardless'>>
}

/** A map under construction. */
interface Sketch extends MapSketch {
  readonly engine: Engine
  readonly visited: Set<Unit>
}

const mostUnits = 2_000
const deepest = 400

/** The map of these promotions: everybody who leads to them, the jobs that those need, and the gates that were seen. */
export function sketchPromotions(engine: Engine, promotions: readonly Promotion[]): MapSketch {
  const [nodes, edges]: [MapSketch['nodes'], MapSketch['edges']] = [new Map(), new Map()]
  const sketch: Sketch = { engine, nodes, edges, visited: new Set() }
  for (const promotion of promotions) addPromotion(sketch, promotion)
  return { nodes, edges }
}

/** One map out of several sketches. */
export function drawMap(sketches: readonly MapSketch[]): PromotionMap {
  const [only, second] = sketches
  if (only && !second) return finish(only)
  const all: MapSketch = { nodes: new Map(), edges: new Map() }
  for (const { nodes, edges } of sketches) {
    for (const [key, node] of nodes) addNode(all, key, node)
    for (const [key, edge] of edges) all.edges.set(key, edge)
  }
  return finish(all)
}

function addPromotion(sketch: Sketch, { site, status, guards }: Promotion): void {
  const span = onDisk(site.at)
  const key = `promotion ${place(span)}`
  addNode(sketch, key, { kind: 'promotion', label: displayName(site.name), span, strength: null, status })
  for (const guard of guards) {
    const at = onDisk(guard.span)
    const gate = `gate ${place(at)} ${guard.strength}`
    addNode(sketch, gate, {
      kind: 'gate',
      label: guard.kind,
      span: at,
      strength: guard.strength,
      status: null,
    })
    addEdge(sketch, gate, key, 'guards', guard.strength === 'void' ? guard.says : null)
  }
  addEdge(sketch, addUnit(sketch, site.site.unit), key, 'calls', null)
}

// A script that stands in a job is the job.
function addUnit(sketch: Sketch, unit: Unit, depth = 0): string {
  const { engine, visited } = sketch
  const callers = callersOf(engine.linked, unit)
  const [first] = callers
  if (unit.kind === 'module' && unit.file.container && first?.unit.kind === 'job')
    return addUnit(sketch, first.unit, depth + 1)
  const key = `unit ${unit.name}`
  if (visited.has(unit) || visited.size > mostUnits || depth > deepest) return key
  visited.add(unit)
  const label = unit.kind === 'module' ? unit.file.path : unit.label
  addNode(sketch, key, { kind: kindOf(unit), label, span: onDisk(unit.span), strength: null, status: null })
  for (const site of callers) addCaller(sketch, site, unit, key, depth)
  if (unit.kind === 'job') addNeeds(sketch, unit, key, depth)
  return key
}

function addCaller(sketch: Sketch, site: CallSite, unit: Unit, key: string, depth: number): void {
  const from = addUnit(sketch, site.unit, depth + 1)
  if (from === key) return
  const runs = unit.kind === 'job' || unit.kind === 'module' || unit.kind === 'pipeline'
  addEdge(sketch, from, key, runs ? 'runs' : 'calls', null)
  if (site.unit.kind !== 'pipeline') return
  for (const { says, span } of triggersOf(site)) {
    const trigger = `trigger ${place(span)} ${says}`
    addNode(sketch, trigger, {
      kind: 'trigger',
      label: says,
      span: onDisk(span),
      strength: null,
      status: null,
    })
    addEdge(sketch, trigger, from, 'starts', null)
  }
}

function addNeeds(sketch: Sketch, job: Unit, key: string, depth: number): void {
  for (const { facts } of job.blocks)
    for (const fact of facts) {
      if (fact.kind !== 'after') continue
      const needed = sketch.engine.linked.program.units.get(fact.unit)
      if (needed) addEdge(sketch, addUnit(sketch, needed, depth + 1), key, 'needs', fact.regardless)
    }
}

function kindOf(unit: Unit): MapNode['kind'] {
  if (unit.kind === 'pipeline' || unit.kind === 'job') return unit.kind
  return unit.kind === 'module' ? 'script' : 'function'
}

function addNode(sketch: MapSketch, key: string, node: Draft): void {
  const known = sketch.nodes.get(key)
  // A copy of a `finally` body may be open where another is guarded.
  if (!known || rank(node) > rank(known)) sketch.nodes.set(key, node)
}

function rank({ status }: Draft): number {
  return status === 'open' ? 2 : status === 'declared' ? 1 : 0
}

function addEdge(
  sketch: Sketch,
  from: string,
  to: string,
  kind: MapEdge['kind'],
  regardless: string | null,
): void {
  sketch.edges.set(`${from} ${to} ${kind}`, { from, to, kind, regardless })
}

function place({ file, start }: Span): string {
  return `${file.path}:${start}`
}

function finish({ nodes, edges }: MapSketch): PromotionMap {
  const sorted = [...nodes].sort(
    ([keyA, a], [keyB, b]) =>
      byCodeUnits(a.span.file.path, b.span.file.path) ||
      a.span.start - b.span.start ||
      byCodeUnits(keyA, keyB),
  )
  const ids = new Map(sorted.map(([key], i) => [key, `n${i + 1}`]))
  const drawn = [...edges.values()].flatMap(({ from, to, kind, regardless }): MapEdge[] => {
    const [start, end] = [ids.get(from), ids.get(to)]
    return start && end ? [{ from: start, to: end, kind, regardless }] : []
  })
  const order = (id: string): number => Number(id.slice(1))
  return {
    nodes: sorted.map(([key, node]) => ({ id: ids.get(key) ?? '', ...node })),
    edges: drawn.sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to)),
  }
}
