import type { Call, Value } from '../../program'
import type { Linked } from '../linked'
import { argumentFor, givenBack, referentsOf } from '../resolve'
import { artifactOf } from './artifacts'

/** A digest of an artifact. */
export interface Digest {
  readonly of: Value
  readonly algorithm: 'strong' | 'broken'
}

const hashers = /^(hashlib|hmac|blake3|Crypto\.Hash|cryptography\.hazmat\.primitives\.hashes)\.(\w+)/
const deepest = 6

/** The artifact whose digest a value is, or `null`. */
export function digestOf(linked: Linked, value: Value, depth = 0): Digest | null {
  if (depth > deepest) return null
  if (value.kind === 'mix') {
    const digests = value.of.map(way => (way.kind === 'mix' ? null : digestOf(linked, way, depth + 1)))
    return digests.every(digest => digest !== null) ? (digests[0] ?? null) : null
  }
  if (value.kind === 'variable') {
    const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? []
    return bound.length === 1 && bound[0] ? digestOf(linked, bound[0], depth + 1) : null
  }
  // A prefix of a digest is not it.
  if (value.kind === 'text' && value.parts.length > 0)
    return digestOf(linked, value.parts.at(-1) ?? value, depth + 1)
  return value.kind === 'result' ? digestOfCall(linked, value.call, depth) : null
}

function digestOfCall(linked: Linked, call: Call, depth: number): Digest | null {
  const { callee } = call
  if (callee.kind === 'field' && /^(hexdigest|digest)$/.test(callee.name))
    return digestOfHasher(linked, callee.of)
  if (callee.kind === 'field' && /^(lower|upper|strip|decode|hex)$/.test(callee.name))
    return digestOf(linked, callee.of, depth + 1)
  for (const referent of referentsOf(linked, callee)) {
    if (referent.kind !== 'unit') continue
    const digests = givenBack(linked, referent.unit).map(v => digestOf(linked, v, depth + 1))
    const [digest] = digests
    if (!digest || digests.includes(null)) continue
    const of = artifactOf(linked, digest.of)
    const given =
      of.kind === 'parameter' && of.unit === referent.unit.name
        ? argumentFor(referent.unit, of.index, call)
        : null
    return { ...digest, of: given ?? of }
  }
  return null
}

function digestOfHasher(linked: Linked, hasher: Value): Digest | null {
  const made = hasher.kind === 'mix' ? hasher.of.find(way => way.kind === 'result') : hasher
  if (made?.kind !== 'result') return null
  const name = referentsOf(linked, made.call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))[0]
  if (!name || !hashers.test(name)) return null
  const algorithm = /md5|sha1\b/.test(`${name} ${literals(made.call)}`) ? 'broken' : 'strong'
  const args = made.call.arguments.filter(argument => argument.name !== 'usedforsecurity')
  const data = /\.new$/.test(name) ? args[1] : args[0]
  if (data) return { of: artifactOf(linked, data.value), algorithm }
  const updates = updatesOf(linked, hasher, made)
  const [first] = updates
  return first ? { of: artifactOf(linked, first), algorithm } : null
}

function literals(call: Call): string {
  return call.arguments.map(({ value }) => (value.kind === 'constant' ? String(value.value) : '')).join(' ')
}

function updatesOf(linked: Linked, hasher: Value, made: Value): readonly Value[] {
  return linked.sites.flatMap(({ call }) => {
    if (call.callee.kind !== 'field' || call.callee.name !== 'update' || !call.arguments[0]) return []
    const { of } = call.callee
    const same = of === hasher || of === made || (of.kind === 'mix' && of.of.includes(made))
    return same ? [source(linked, call.arguments[0].value)] : []
  })
}

// A chunk comes from `handle.read(n)`, from iterating, or from `iter(lambda: handle.read(n), b"")`.
function source(linked: Linked, chunk: Value): Value {
  const of =
    chunk.kind === 'mix'
      ? (chunk.of.find(way => way.kind === 'result' || way.kind === 'item') ?? chunk)
      : chunk
  const at = artifactOf(linked, of)
  if (at.kind !== 'function') return at
  const unit = linked.program.units.get(at.unit)
  const read = unit ? givenBack(linked, unit)[0] : undefined
  const inside = read ? artifactOf(linked, read) : at
  return inside.kind === 'variable' ? boundOnce(linked, inside) : inside
}

function boundOnce(linked: Linked, value: Extract<Value, { kind: 'variable' }>): Value {
  const bound = linked.program.units.get(value.unit)?.bound.get(value.name) ?? []
  return bound[0] ? artifactOf(linked, bound[0]) : value
}
