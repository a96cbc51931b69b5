import type { Value } from '../../program'
import type { Builder } from '../builder'
import type { Scope } from './scope'

/**
 * What is stored under a key: where `True` is stored only where an option of the same name is true, the option is handed on.
 * `if trust_remote_code: options["trust_remote_code"] = True`
 */
export function handedOn(scope: Scope, key: string | Value, value: Value): Value {
  const name = typeof key === 'string' ? null : key.kind === 'constant' ? key.value : null
  if (typeof name !== 'string' || value.kind !== 'constant' || value.value !== true) return value
  const asked = conditionBefore(scope.builder)
  return asked && nameOf(scope, asked) === name ? asked : value
}

// The only way into the block at hand is that on which a value is true.
function conditionBefore({ blocks, at }: Builder): Value | null {
  const [only, second] = blocks[at]?.from ?? []
  const before = only === undefined || second !== undefined ? undefined : blocks[only]
  const edges = before?.next.filter(({ to }) => to === at) ?? []
  const last = before?.facts.at(-1)
  const isTrue = edges.length === 1 && edges[0]?.when === 'true'
  return isTrue && last?.kind === 'test' && !last.over ? last.value : null
}

function nameOf(scope: Scope, value: Value): string | null {
  switch (value.kind) {
    case 'field':
    case 'variable':
      return value.name
    case 'parameter': {
      const own = value.unit === scope.unit ? [...scope.parameters] : []
      return own.find(([, index]) => index === value.index)?.[0] ?? null
    }
    case 'item':
      return value.key.kind === 'constant' ? String(value.key.value) : null
    default:
      return null
  }
}
