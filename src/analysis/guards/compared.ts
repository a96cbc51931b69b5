import { onceFor } from '../../base/once'
import type { Call, Operation, Value } from '../../program'
import { mayCall } from '../called'
import { entriesFor, type Knowledge } from '../knowledge'
import type { Linked } from '../linked'
import { effectsOf, pathsWritten } from '../origins/sources'
import { possibleLiterals } from '../possible'
import { argumentFor, callersOf, libraryNames } from '../resolve'
import { copies } from '../texts'
import { artifactOf, isKnown, keyOf } from './artifacts'
import { type Digest, digestOf, isEmptyHash } from './digests'
import type { Evidence } from './evidence'
import { partsOf } from './parts'
import { samenessAsked } from './sameness'
import { waysOf } from './settled'
import { isSidecar } from './sidecars'
import { subjectsOf, trustedKeys } from './subjects'

/** Reads a comparison of an artifact's digest with what was expected; `null` where it is about something else. */
export function readDigestComparison(
  linked: Linked,
  operation: Operation,
): { readonly accepts: boolean; readonly evidence: readonly Evidence[] } | null {
  const compared = read(linked, operation)
  if (!compared || worthless(linked, compared)) return null
  const { digest, subject } = compared
  // What only somebody with the key can make may lie anywhere; the key may not.
  const told = digest.key ? { ...compared, expected: digest.key } : compared
  const beside = placeUntrusted(linked, told)
  const strength = beside ? 'weak' : digest.algorithm === 'strong' ? 'strong' : 'medium'
  const says = beside
    ? digest.key
      ? `its digest is made with a key that ${beside}`
      : `its digest is compared with one that ${beside}`
    : `${digest.algorithm === 'partial' ? 'the digest of its first bytes' : 'its digest'} is compared${
        digest.algorithm === 'broken' ? `, by ${digest.broken}, which can be fooled` : ''
      }`
  return {
    accepts: samenessAsked(operation.operator)?.positive === true,
    evidence: [{ kind: 'verification', subject, strength, span: operation.span, outcome: null, says }],
  }
}

// Whoever can change the artifact can change what it is compared with.
function placeUntrusted(linked: Linked, { digest, expected, subject }: Compared): string | null {
  const isMadeHere = expected.kind === 'collection' && expected.each !== undefined
  if (isMadeHere && digestsAmong(linked, expected).length > 0)
    return 'is made of files that nobody has checked'
  const fetched = isFetched(linked, expected, 0) ? 'comes over the network without a signature' : null
  return fetched ?? placeOf(linked, expected, digest, subject)
}

interface Compared {
  readonly digest: Digest
  readonly expected: Value
  readonly subject: string
}

function read(linked: Linked, { operator, operands }: Operation): Compared | null {
  const [left, right] = operands
  if (!left || !right || !samenessAsked(operator)) return null
  const first = digestOf(linked, left)
  const digest = first ?? digestOf(linked, right)
  const expected = first ? right : left
  if (!digest || (digest.printed && !isWholeDigest(expected))) return null
  return { digest, expected, subject: keyOf(linked, artifactOf(linked, digest.of), 0) }
}

// Of what a program prints a filter may have left the beginning, and what another one prints may lie beside the file.
function isWholeDigest(expected: Value): boolean {
  if (expected.kind === 'constant') return /^[\da-f]{32,}/i.test(String(expected.value))
  if (expected.kind === 'mix') {
    const ways = waysOf(expected)
    return ways.length > 0 && ways.every(isWholeDigest)
  }
  return /^(variable|parameter)$/.test(expected.kind)
}

// Why a comparison holds whatever the file is.
function worthless(linked: Linked, { digest, expected, subject }: Compared): string | null {
  const others = digestsAmong(linked, expected)
  if (others.some(({ of }) => keyOf(linked, artifactOf(linked, of), 0) === subject))
    return 'the digest is compared with that of the same file'
  if (isEmpty(linked, expected)) return 'the digest is compared with nothing: what is expected is empty'
  if (digest.key && keyOf(linked, artifactOf(linked, digest.key), 0) === subject)
    return 'the key of the digest comes out of the same file'
  if (!digest.key && keyOf(linked, artifactOf(linked, expected), 0) === subject)
    return 'the digest is compared with one that stands in the same file'
  return null
}

// `sha256(path) in {sha256(path)}`
function digestsAmong(linked: Linked, expected: Value): readonly Digest[] {
  return itemsAmong(linked, expected).flatMap(item => digestOf(linked, item) ?? [])
}

function itemsAmong(linked: Linked, expected: Value): readonly Value[] {
  if (expected.kind === 'collection') return expected.items
  const [first] = expected.kind === 'result' ? expected.call.arguments : []
  const isCopy = first && expected.kind === 'result' && isCopyOf(linked, expected.call.callee)
  return isCopy ? itemsAmong(linked, first.value) : [expected]
}

function isCopyOf(linked: Linked, callee: Value): boolean {
  return libraryNames(linked, callee).some(name => copies.test(name))
}

/** Why a part of a condition that is about a digest proves nothing, or next to nothing, of an artifact. */
export function readVoidDigest(
  linked: Linked,
  part: Value,
  subjects: readonly string[],
): { readonly says: string; readonly strength: 'weak' | 'void' } | null {
  if (isPartOfDigest(linked, part)) return { says: 'only a part of the digest is compared', strength: 'weak' }
  if (isEmptyHash(linked, part)) return { says: 'nothing was fed into the digest', strength: 'void' }
  const operation =
    part.kind === 'operation' ? part : part.kind === 'result' ? asComparison(linked, part.call) : null
  const compared = operation ? read(linked, operation) : null
  if (!compared) return null
  if (isNameOf(linked, compared.digest.of, subjects))
    return { says: 'the digest is that of the name, not of what is in the file', strength: 'void' }
  const says = subjects.includes(compared.subject)
    ? worthless(linked, compared)
    : 'the digest that is compared is not known to be that of this file'
  return says === null ? null : { says, strength: 'void' }
}

// `digest[:8]`, `digest.startswith(expected[:8])`.
function isPartOfDigest(linked: Linked, part: Value): boolean {
  if (part.kind === 'item') return part.key.kind === 'unknown' && digestOf(linked, part.of) !== null
  if (part.kind !== 'result' || part.call.callee.kind !== 'field') return false
  return /^(starts|ends)with$/.test(part.call.callee.name) && digestOf(linked, part.call.callee.of) !== null
}

// `hmac.compare_digest(a, b)`.
function asComparison(linked: Linked, call: Call): Operation | null {
  const compares = libraryNames(linked, call.callee).some(name =>
    entriesFor(linked.knowledge.guards, name).some(({ kind }) => kind === 'comparison'),
  )
  const operands = call.arguments.slice(0, 2).map(argument => argument.value)
  return compares ? { kind: 'operation', operator: '==', operands, span: call.span } : null
}

// `hashlib.sha256(path.encode())`.
function isNameOf(linked: Linked, of: Value, subjects: readonly string[]): boolean {
  if (of.kind !== 'result' || of.call.callee.kind !== 'field' || of.call.callee.name !== 'encode')
    return false
  return subjects.includes(keyOf(linked, artifactOf(linked, of.call.callee.of), 0))
}

function isEmpty(linked: Linked, value: Value): boolean {
  const { values, complete } = possibleLiterals(linked, value)
  return complete && values.length > 0 && values.every(v => v === null || v === '')
}

// Whoever can change a file can change the digest beside it.
function isFetched(linked: Linked, value: Value, depth: number): boolean {
  if (depth > 8) return false
  if (value.kind === 'field' || value.kind === 'item') return isFetched(linked, value.of, depth + 1)
  if (value.kind === 'mix') return waysOf(value).some(way => isFetched(linked, way, depth + 1))
  if (value.kind !== 'result') return false
  return libraryNames(linked, value.call.callee).some(name => isOfNetwork(linked.knowledge, name))
}

// `requests.get`, and `requests.get().json`, which is taken from what that gives.
function isOfNetwork({ origins }: Knowledge, name: string): boolean {
  const calls = [...name.matchAll(/\(\)|$/g)].map(({ index }) => name.slice(0, index))
  return calls.some(call => entriesFor(origins, call).some(({ from }) => from === 'network'))
}

/** Where an expected digest lies so near to the artifact that both change together; `null` where it does not. */
function placeOf(linked: Linked, expected: Value, digest: Digest, subject: string): string | null {
  if (expected.kind === 'parameter') return placeAtCallers(linked, expected, subject)
  const parts = readFrom(expected)
  if (isSidecar(linked, parts, subject)) return 'lies beside the file'
  if (parts.some(part => isFromFetched(linked, part, subject)))
    return 'comes over the network without a signature'
  const sources = new Set(parts.flatMap(part => fetches(linked, part)))
  return partsOf(digest.of).some(part => fetches(linked, part).some(name => sources.has(name)))
    ? 'is fetched from the same place'
    : null
}

// What is read, without what is looked up in it: `LOCK[path.name]` does not lie beside `path`.
function readFrom(value: Value): readonly Value[] {
  const parts = partsOf(value)
  const keys = parts.flatMap(part => {
    if (part.kind === 'item') return partsOf(part.key)
    const looked =
      part.kind === 'result' && part.call.callee.kind === 'field' && part.call.callee.name === 'get'
    return looked ? part.call.arguments.flatMap(argument => partsOf(argument.value)) : []
  })
  return parts.filter(part => !keys.includes(part))
}

// `urlretrieve(url + ".sha256", sums)`, and what is read from `sums`, unless something looks at its signature.
function isFromFetched(linked: Linked, part: Value, subject: string): boolean {
  if (part.kind !== 'result') return false
  const key = keyOf(linked, artifactOf(linked, part), 0)
  return key !== subject && isFetchedUnsigned(linked, key)
}

/** Whether the program fetches a file over the network, by its key, and looks at no signature or digest of it. */
export function isFetchedUnsigned(linked: Linked, key: string): boolean {
  return isKnown(key) && fetchedUnsigned(linked).has(key)
}

const fetchedUnsigned = onceFor((linked: Linked): ReadonlySet<string> => {
  const fetched = new Set<string>()
  for (const { call } of linked.sites)
    if (mayCall(linked, call, linked.knowledge.writers))
      for (const entry of effectsOf(linked, call))
        if (entry.from === 'network')
          for (const path of pathsWritten(linked, call, entry))
            fetched.add(keyOf(linked, artifactOf(linked, path), 0))
  for (const key of fetched.size > 0 ? keysSigned(linked) : []) fetched.delete(key)
  return fetched
})

function keysSigned(linked: Linked): readonly string[] {
  const { guards } = linked.knowledge
  return linked.sites.flatMap(({ call }) => {
    const entries = libraryNames(linked, call.callee)
      .flatMap(name => entriesFor(guards, name))
      .filter(({ kind }) => kind === 'verification')
    if (entries.length === 0) return []
    const trusted = entries.flatMap(entry => trustedKeys(linked, call, entry))
    const given = call.arguments.map(({ value }) => keyOf(linked, artifactOf(linked, value), 0))
    const checked = entries.flatMap(entry => subjectsOf(linked, call, entry))
    return [...given, ...checked].filter(key => !trusted.includes(key))
  })
}

function fetches(linked: Linked, part: Value): readonly string[] {
  if (part.kind !== 'result') return []
  return libraryNames(linked, part.call.callee).filter(name =>
    entriesFor(linked.knowledge.origins, name).some(({ from }) => from === 'network' || from === 'bucket'),
  )
}

// The helper compares what each caller gives it.
function placeAtCallers(
  linked: Linked,
  expected: Extract<Value, { kind: 'parameter' }>,
  subject: string,
): string | null {
  const unit = linked.program.units.get(expected.unit)
  const index = unit?.parameters.findIndex((_, i) => subject === `${unit.name}@${i}`) ?? -1
  if (!unit || index < 0) return null
  const beside = callersOf(linked, unit).some(({ call }) => {
    const [given, of] = [argumentFor(unit, expected.index, call), argumentFor(unit, index, call)]
    return given && of && isSidecar(linked, readFrom(given), keyOf(linked, artifactOf(linked, of), 0))
  })
  return beside ? 'lies beside the file' : null
}
