import type { Span, Value } from '../program'
import type { Origin } from '../rules/schema'
import { givenFor } from './arguments'
import { artifactOf, keyOf } from './guards/artifacts'
import { entriesFor, lastName } from './knowledge'
import type { CallSite, Linked } from './linked'
import { argumentsFor, callersOf, referentsOf } from './resolve'
import type { SinkSite } from './sinks'

/** Where an artifact comes from, and the place that tells. */
export interface Provenance {
  readonly from: Origin['from']
  readonly says: string
  readonly span: Span
}

const deepest = 5

/** Follows the artifact of a load back to where its bytes come from; `null` where that cannot be told. */
export function provenanceOf(linked: Linked, sink: SinkSite): Provenance | null {
  const artifact = sink.sink.artifact
  const given = artifact ? givenFor(linked, sink.arguments, sink.sink.parameters, artifact) : null
  const values = given?.kind === 'given' ? given.values : []
  for (const value of values) {
    const found = trace(linked, value, sink.site, 0)
    if (found) return found
  }
  return null
}

function trace(linked: Linked, value: Value, site: CallSite, depth: number): Provenance | null {
  if (depth > deepest) return null
  const direct = known(linked, value)
  if (direct) return direct
  const root = artifactOf(linked, value)
  const written = writtenBefore(linked, root, site)
  if (written) return written
  const inner = (v: Value): Provenance | null => trace(linked, v, site, depth + 1)
  if (root !== value) return inner(root)
  switch (root.kind) {
    case 'field':
      return inner(root.of)
    case 'mix':
      return worst(root.of.map(inner))
    case 'variable':
      return worst((linked.program.units.get(root.unit)?.bound.get(root.name) ?? []).map(inner))
    case 'parameter':
      return fromCallers(linked, root.unit, root.index, depth)
    default:
      return null
  }
}

function known(linked: Linked, value: Value): Provenance | null {
  const span =
    value.kind === 'result'
      ? value.call.span
      : value.kind === 'field' && value.of.kind === 'result'
        ? value.of.call.span
        : null
  if (!span) return null
  for (const referent of referentsOf(linked, value)) {
    if (referent.kind !== 'external') continue
    const name =
      value.kind === 'result' && !referent.name.endsWith('()') ? `${referent.name}()` : referent.name
    const entry = [
      ...entriesFor(linked.knowledge.origins, name),
      ...entriesFor(linked.knowledge.origins, name.replace(/\(\)$/, '')),
    ].find(o => !o.to)
    if (entry) return { from: entry.from, says: entry.says, span }
  }
  return null
}

// `urlretrieve(url, path)` above, or `joblib.dump(model, path)`: in the same unit, by the same way to spell the path.
function writtenBefore(linked: Linked, root: Value, site: CallSite): Provenance | null {
  const key = keyOf(linked, root, 0)
  const above = linked.writes.get(site.unit.name) ?? []
  const found = above.filter(write => write.call.span.start < site.call.span.start && write.key === key)
  const last = found.at(-1)
  return last ? { from: last.origin.from, says: last.origin.says, span: last.call.span } : null
}

function fromCallers(linked: Linked, unitName: string, index: number, depth: number): Provenance | null {
  const unit = linked.program.units.get(unitName)
  if (!unit) return null
  const sites = callersOf(linked, unit)
  if (sites.length === 0) return null
  const [first] = sites
  return worst(
    argumentsFor(linked, unit, index).map(value => (first ? trace(linked, value, first, depth + 1) : null)),
  )
}

const gravity: readonly Origin['from'][] = [
  'network',
  'upload',
  'hub',
  'command-line',
  'bucket',
  'registry',
  'self',
]

// One way from outside is enough; what this code wrote counts only where there is no other way.
function worst(found: readonly (Provenance | null)[]): Provenance | null {
  const known = found.filter(p => p !== null)
  const outside = known.filter(p => p.from !== 'self')
  if (outside.length === 0 && known.length < found.length) return null
  return [...known].sort((a, b) => gravity.indexOf(a.from) - gravity.indexOf(b.from))[0] ?? null
}

/** The calls that write a file, by the unit that holds them. */
export function findWrites(linked: Linked): void {
  const names = new Set(
    [...linked.knowledge.origins.exact].flatMap(([name, entries]) =>
      entries.some(e => e.to) ? [lastName(name)] : [],
    ),
  )
  for (const site of linked.sites) {
    const { callee } = site.call
    if ((callee.kind !== 'field' && callee.kind !== 'name') || !names.has(lastName(callee.name))) continue
    for (const referent of referentsOf(linked, callee)) {
      if (referent.kind !== 'external') continue
      for (const origin of entriesFor(linked.knowledge.origins, referent.name)) addWrite(linked, site, origin)
    }
  }
}

function addWrite(linked: Linked, site: CallSite, origin: Origin): void {
  const given = origin.to ? givenFor(linked, site.call.arguments, origin.parameters, origin.to) : null
  if (given?.kind !== 'given') return
  const writes = linked.writes.get(site.unit.name) ?? []
  linked.writes.set(site.unit.name, writes)
  for (const value of given.values)
    writes.push({ call: site.call, key: keyOf(linked, artifactOf(linked, value), 0), origin })
}
