import type { Operation, Value } from '../../program'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { referentsOf } from '../resolve'
import { artifactOf, keyOf } from './artifacts'
import { digestOf } from './digests'
import type { Evidence } from './evidence'

/** Reads a comparison of an artifact's digest with what was expected; `null` where it is about something else. */
export function readDigestComparison(
  linked: Linked,
  operation: Operation,
): { readonly accepts: boolean; readonly evidence: readonly Evidence[] } | null {
  const [left, right] = operation.operands
  if (!left || !right || !/^(==|!=|in|not in|is|is not)$/.test(operation.operator)) return null
  const first = digestOf(linked, left)
  const second = digestOf(linked, right)
  const digest = first ?? second
  if (!digest) return null
  const subject = keyOf(linked, artifactOf(linked, digest.of), 0)
  const other = first ? right : left
  if (first && second && keyOf(linked, artifactOf(linked, second.of), 0) === subject) return null
  if (isEmpty(linked, other)) return null
  const accepts = operation.operator === '==' || operation.operator === 'in' || operation.operator === 'is'
  const fetched = isFetched(linked, other, 0)
  const strength = fetched ? 'weak' : digest.algorithm === 'broken' ? 'medium' : 'strong'
  const says = fetched
    ? 'its digest is compared with one that comes over the network without a signature'
    : `its digest is compared${digest.algorithm === 'broken' ? ', by an algorithm that can be fooled' : ''}`
  return {
    accepts,
    evidence: [{ kind: 'verification', subject, strength, span: operation.span, outcome: null, says }],
  }
}

function isEmpty(linked: Linked, value: Value): boolean {
  const { values, complete } = possibleLiterals(linked, value)
  return complete && values.length > 0 && values.every(v => v === null || v === '')
}

// Whoever can change a file can change the digest beside it.
function isFetched(linked: Linked, value: Value, depth: number): boolean {
  if (depth > 8) return false
  if (value.kind === 'field' || value.kind === 'item') return isFetched(linked, value.of, depth + 1)
  if (value.kind === 'mix')
    return value.of.some(way => way.kind !== 'mix' && isFetched(linked, way, depth + 1))
  if (value.kind !== 'result') return false
  const names = referentsOf(linked, value.call.callee).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  if (names.some(name => /^(requests|httpx|urllib)\./.test(name))) return true
  return value.call.callee.kind === 'field' && isFetched(linked, value.call.callee.of, depth + 1)
}
