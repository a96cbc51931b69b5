import type { Value } from '../../program'
import { type Builder, lookUp } from '../builder'

const deepest = 20

/** A value in which the local variables of a job are what they stand for at this point. */
export function withLocals(builder: Builder, value: Value, depth = 0): Value {
  const inner = (v: Value): Value => withLocals(builder, v, depth + 1)
  if (depth > deepest) return { kind: 'unknown' }
  switch (value.kind) {
    case 'variable':
      return value.unit === '' ? lookUp(builder, value.name) : value
    case 'field':
      return { ...value, of: inner(value.of) }
    case 'item':
      return { ...value, of: inner(value.of), key: inner(value.key) }
    case 'text':
      return { ...value, parts: value.parts.map(inner) }
    case 'operation':
      return { ...value, operands: value.operands.map(inner) }
    default:
      return value
  }
}
