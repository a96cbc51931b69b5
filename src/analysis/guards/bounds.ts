import type { Call, Value } from '../../program'
import { boundTo } from '../bindings'
import type { Linked } from '../linked'
import { holders, memberValues, possibleLiterals } from '../possible'
import { libraryNames } from '../resolve'
import { partsOf } from './parts'
import { waysOf } from './settled'

const deepest = 5

/** The numbers that a value may be as far as they are written down, infinities among them. */
export function numbersIn(linked: Linked, value: Value): readonly number[] {
  const { values } = possibleLiterals(linked, value)
  return [...new Set([...values.filter(v => typeof v === 'number'), ...infinities(linked, value, 0)])]
}

/** Whether a bound is one that everything passes: `-1` for a score, `inf` for an error. */
export function isLosing(bound: number, direction: 'higher' | 'lower' | null): boolean {
  const low = bound <= 0 && direction !== 'lower'
  const high = (bound >= 1e6 || /^9{3,}$/.test(String(bound))) && direction !== 'higher'
  return low || high
}

/** Whether a metric may be no number where it is missing: `metrics.get("f1", float("nan"))`. */
export function mayBeNan(linked: Linked, value: Value): boolean {
  return partsOf(value).some(part => {
    if (part.kind === 'name' || part.kind === 'field')
      return libraryNames(linked, part).some(linked.knowledge.isNan)
    const [first] = part.kind === 'result' ? part.call.arguments : []
    const isFloat =
      part.kind === 'result' && part.call.callee.kind === 'name' && part.call.callee.name === 'float'
    return isFloat && first?.value.kind === 'constant' && /^\s*[+-]?nan\s*$/i.test(String(first.value.value))
  })
}

/** A number as it is written in Python. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf'
}

// `float("-inf")`, `-math.inf`.
function infinities(linked: Linked, value: Value, depth: number): readonly number[] {
  if (depth > deepest) return []
  const inner = (v: Value): readonly number[] => infinities(linked, v, depth + 1)
  switch (value.kind) {
    case 'mix':
      return waysOf(value).flatMap(inner)
    case 'variable':
      return boundTo(linked, value).flatMap(inner)
    case 'operation':
      return value.operator === '-' && value.operands.length === 1
        ? value.operands.flatMap(inner).map(number => -number)
        : []
    case 'name':
    case 'field':
      if (libraryNames(linked, value).some(linked.knowledge.isInfinite)) return [Number.POSITIVE_INFINITY]
      return value.kind === 'field' ? memberValues(linked, value.of, value.name).flatMap(inner) : []
    case 'result':
      return ofCall(value.call, inner)
    default:
      return []
  }
}

function ofCall(call: Call, inner: (value: Value) => readonly number[]): readonly number[] {
  const { callee } = call
  const [first, second] = call.arguments
  if (callee.kind === 'field' && callee.name === 'get' && second) return inner(second.value)
  if (callee.kind !== 'name' || callee.name !== 'float' || first?.value.kind !== 'constant') return []
  const sign = /^\s*([+-]?)inf(inity)?\s*$/i.exec(String(first.value.value))?.[1]
  if (sign === undefined) return []
  return [sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY]
}

/** Whether a bound is looked up in a table in which nothing stands. */
export function isFromEmptyTable(linked: Linked, value: Value): boolean {
  const table = tableOf(value, 0)
  if (!table) return false
  const held = holders(linked, table)
  return held.length > 0 && held.every(isEmpty)
}

function tableOf(value: Value, depth: number): Value | null {
  if (depth > deepest) return null
  if (value.kind === 'item') return tableOf(value.of, depth + 1) ?? value.of
  if (value.kind !== 'result' || value.call.callee.kind !== 'field') return null
  const { name, of } = value.call.callee
  return /^(get|items|values)$/.test(name) ? of : null
}

function isEmpty(table: Value): boolean {
  return table.kind === 'dictionary'
    ? table.entries.length === 0
    : table.kind === 'collection' && table.items.length === 0
}
