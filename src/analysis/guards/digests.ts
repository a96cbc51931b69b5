import { onceFor } from '../../base/once'
import type { Argument, Call, Value } from '../../program'
import type { DigestRule } from '../../rules/idiom-schema'
import { boundTo } from '../bindings'
import { conditionsHold } from '../cases'
import { isCommand } from '../commands/known'
import { digestMethods } from '../idioms'
import { entriesFor } from '../knowledge'
import type { CallSite, Linked } from '../linked'
import { argumentFor, givenBack, libraryNames, unitsNamed } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import { settledOf, waysOf } from './settled'
import { folderFed } from './walks'

/** A digest of an artifact. */
export interface Digest {
  readonly of: Value
  readonly algorithm: 'strong' | 'broken' | 'partial'
  /** What a broken algorithm is called. */
  readonly broken: string | null
  /** What an HMAC is made with. */
  readonly key?: Value
  /** Whether a program prints it, of which a filter may have left a part. */
  readonly printed?: true
}

const deepest = 6

/** The artifact whose digest a value is, or `null`. */
export function digestOf(linked: Linked, value: Value, depth = 0): Digest | null {
  if (depth > deepest) return null
  if (value.kind === 'mix')
    return oneOf(
      linked,
      waysOf(value).map(way => digestOf(linked, way, depth + 1)),
    )
  if (value.kind === 'variable') {
    const bound = boundTo(linked, value)
    return bound.length === 1 && bound[0] ? digestOf(linked, bound[0], depth + 1) : null
  }
  // A prefix of a digest is not it.
  if (value.kind === 'text') {
    const last = value.parts.at(-1)
    return last ? digestOf(linked, last, depth + 1) : null
  }
  return value.kind === 'result' ? digestOfCall(linked, value.call, depth) : null
}

// Whichever it is, it is one of the same artifact, and as good as the worst of them.
function oneOf(linked: Linked, digests: readonly (Digest | null)[]): Digest | null {
  const known = digests.flatMap(digest => digest ?? [])
  const artifacts = new Set(known.map(({ of }) => keyOf(linked, artifactOf(linked, of), 0)))
  if (known.length < digests.length || artifacts.size > 1) return null
  return known.find(({ algorithm }) => algorithm !== 'strong') ?? known[0] ?? null
}

// `sha256sum churn.pkl`: one file, of which the digest is printed.
function digestPrinted(linked: Linked, call: Call): Digest | null {
  const { callee, arguments: args } = call
  if (callee.kind !== 'name' || !isCommand(callee.name)) return null
  const rule = ruleFor(linked, callee.name, args)
  const [file, second] = args.filter(argument => argument.name === null)
  if (!rule || !file || second) return null
  const broken = linked.knowledge.fooledIn(rule.algorithm ?? callee.name)
  return { of: file.value, algorithm: broken ? 'broken' : 'strong', broken, printed: true }
}

function ruleFor(linked: Linked, name: string, args: Call['arguments']): DigestRule | undefined {
  return entriesFor(linked.knowledge.digests, name).find(rule => conditionsHold(linked, rule, args))
}

function digestOfCall(linked: Linked, call: Call, depth: number): Digest | null {
  const { callee } = call
  const printed = digestPrinted(linked, call)
  if (printed) return printed
  if (callee.kind === 'field' && linked.knowledge.digestMethods.has(callee.name))
    return digestOfHasher(linked, callee.of, callee.name, depth)
  if (callee.kind === 'field' && /^(lower|upper|strip|decode|hex)$/.test(callee.name))
    return digestOf(linked, callee.of, depth + 1)
  for (const unit of unitsNamed(linked, callee)) {
    const digests = givenBack(linked, unit).map(v => digestOf(linked, v, depth + 1))
    const [digest] = digests
    if (!digest || digests.includes(null)) continue
    const of = artifactOf(linked, digest.of)
    const given = of.kind === 'parameter' && of.unit === unit.name ? argumentFor(unit, of.index, call) : null
    return { ...digest, of: given ?? of }
  }
  return null
}

function digestOfHasher(linked: Linked, hasher: Value, method: string, depth: number): Digest | null {
  if (hasher.kind === 'mix')
    return oneOf(
      linked,
      waysOf(hasher).map(way => digestOfHasher(linked, way, method, depth)),
    )
  if (hasher.kind !== 'result') return null
  const args = hasher.call.arguments
  const [name] = libraryNames(linked, hasher.call.callee)
  const rule = name === undefined ? undefined : ruleFor(linked, name, args)
  if (name === undefined || !rule || !digestMethods(rule).includes(method)) return null
  const data = argumentOf(args, rule.parameters, rule.data)
  const key = argumentOf(args, rule.parameters, rule.key)
  const others = args.filter(argument => argument !== data && argument !== key)
  const broken = linked.knowledge.fooledIn(rule.algorithm ?? `${name} ${named(linked, others)}`)
  const algorithm: Digest['algorithm'] = broken ? 'broken' : 'strong'
  const keyed = key ? { key: key.value } : {}
  if (data) {
    // A digest of a digest is one of the file.
    const inner = digestOf(linked, data.value, depth + 1)
    const weaker = inner && inner.algorithm !== 'strong' ? inner : { algorithm, broken }
    return {
      of: inner ? inner.of : artifactOf(linked, data.value),
      algorithm: isPartial(data) ? 'partial' : weaker.algorithm,
      broken: weaker.broken,
      ...keyed,
    }
  }
  const fed = firstFed(linked).get(hasher)
  if (!fed) return null
  const folder = folderIn(linked, fed)
  if (folder) return { of: folder, algorithm, broken }
  const of = artifactOf(linked, source(linked, fed.argument.value))
  const isShort = isFedOnce(fed) && isPartial(fed.argument)
  return { of, algorithm: isShort ? 'partial' : algorithm, broken, ...keyed }
}

// `data` of `hashlib.new("sha256", data)`; `hashes.Hash(hashes.SHA256())` has none, and is fed later.
function argumentOf(
  args: Call['arguments'],
  parameters: readonly string[],
  name: string | undefined,
): Argument | undefined {
  if (name === undefined) return undefined
  const positional = args.filter(argument => argument.name === null)
  return args.find(argument => argument.name === name) ?? positional[parameters.indexOf(name)]
}

// One of all the files of a folder, in front of which their names may be fed.
function folderIn(linked: Linked, { sites }: Fed): Value | null {
  for (const site of sites.slice(0, mostFed)) {
    const folder = folderFed(linked, site, chunk => artifactOf(linked, source(linked, chunk)))
    if (folder) return artifactOf(linked, folder)
  }
  return null
}

const mostFed = 20

// What is written at such length may be a piece as well as not.
const longestSlice = 300

// `file.read(1024)` and `data[:1024]`, once: what follows the first bytes may be anything.
function isPartial({ value: data, span }: Argument): boolean {
  if (data.kind === 'item' && data.key.kind === 'unknown')
    return (
      span.end - span.start > longestSlice ||
      /\[\s*0?\s*:[^[\]:]*\w[^[\]:]*\]\s*$/.test(span.file.text.slice(span.start, span.end))
    )
  if (data.kind !== 'result' || data.call.callee.kind !== 'field' || data.call.callee.name !== 'read')
    return false
  const [length] = data.call.arguments
  return (
    length?.value.kind === 'constant' && typeof length.value.value === 'number' && length.value.value >= 0
  )
}

/** Whether a value is the digest of a hash into which nothing was fed. */
export function isEmptyHash(linked: Linked, value: Value): boolean {
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return false
  const { name, of } = value.call.callee
  if (!linked.knowledge.digestMethods.has(name) || of.kind !== 'result' || of.call.arguments.length > 1)
    return false
  const { arguments: args, callee } = of.call
  const named = libraryNames(linked, callee).some(one => {
    const rule = ruleFor(linked, one, args)
    return rule !== undefined && digestMethods(rule).includes(name)
  })
  return named && digestOfHasher(linked, of, name, 0) === null && !isHandedOn(linked, of)
}

// `feed(digest, path)`: what it does there is not followed.
function isHandedOn(linked: Linked, hasher: Value): boolean {
  return linked.sites.some(({ call }) => call.arguments.some(({ value }) => value === hasher))
}

// `"sha256"`, `hashlib.sha256`, `hashes.SHA256()`.
function named(linked: Linked, args: Call['arguments']): string {
  return args
    .flatMap(({ value }) => (value.kind === 'constant' ? [String(value.value)] : libraryNames(linked, value)))
    .join(' ')
}

interface Fed {
  readonly argument: Argument
  readonly sites: CallSite[]
}

/** What is given first to the `update` of each hash, or of what may be it. */
const firstFed = onceFor((linked: Linked): ReadonlyMap<Value, Fed> => {
  const found = new Map<Value, Fed>()
  for (const site of linked.sites) {
    const { callee } = site.call
    const [argument] = site.call.arguments
    if (callee.kind !== 'field' || callee.name !== 'update' || !argument) continue
    for (const of of waysOf(callee.of)) {
      const before = found.get(of)
      if (before) before.sites.push(site)
      else found.set(of, { argument, sites: [site] })
    }
  }
  return found
})

// In a loop it is fed again and again.
function isFedOnce({ sites: [only, second] }: Fed): boolean {
  if (!only || second) return false
  const seen = new Set<number>()
  const { blocks } = only.unit
  const next = (block: number): readonly number[] => blocks[block]?.next.map(({ to }) => to) ?? []
  const open = [...next(only.block)]
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    if (seen.has(block)) continue
    seen.add(block)
    open.push(...next(block))
  }
  return !seen.has(only.block)
}

// A chunk comes from `handle.read(n)`, from iterating, or from `iter(lambda: handle.read(n), b"")`.
function source(linked: Linked, chunk: Value): Value {
  const filled = filledFrom(linked).get(settledOf(chunk.kind === 'item' ? chunk.of : chunk))
  if (filled) return filled
  const of = waysOf(chunk).find(way => way.kind === 'result' || way.kind === 'item')
  const at = artifactOf(linked, of ?? chunk)
  if (at.kind !== 'function') return at
  const unit = linked.program.units.get(at.unit)
  const read = unit ? givenBack(linked, unit)[0] : undefined
  const inside = read ? artifactOf(linked, read) : at
  return inside.kind === 'variable' ? boundOnce(linked, inside) : inside
}

// `file.readinto(buffer)`: by the buffer, what it is filled from.
const filledFrom = onceFor((linked: Linked): ReadonlyMap<Value, Value> => {
  const found = new Map<Value, Value>()
  for (const { call } of linked.sites) {
    const { callee } = call
    const [buffer] = call.arguments
    if (callee.kind !== 'field' || callee.name !== 'readinto' || !buffer) continue
    const from = artifactOf(linked, callee.of)
    const given = settledOf(buffer.value)
    const buffers = given.kind === 'variable' ? boundTo(linked, given) : [given]
    for (const one of buffers) found.set(one, from.kind === 'variable' ? boundOnce(linked, from) : from)
  }
  return found
})

function boundOnce(linked: Linked, value: Extract<Value, { kind: 'variable' }>): Value {
  const bound = boundTo(linked, value)
  return bound[0] ? artifactOf(linked, bound[0]) : value
}
