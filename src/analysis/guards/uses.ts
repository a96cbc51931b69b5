import type { Fact, Unit, Value } from '../../program'
import { containerOf } from './containers'
import type { Container, Engine, Uses } from './engine'

const calls = 'calls of functions that stand further in'

/** The facts of a unit that touch a container, or something that it is a part of. */
export function factsAbout(engine: Engine, unit: Unit, { value, key }: Container): readonly Fact[] {
  const uses = usesOf(engine, unit)
  if (key === null) return value ? (uses.get(value) ?? []) : []
  const dot = key.lastIndexOf('.')
  const around = dot > 0 ? (uses.get(key.slice(0, dot)) ?? []) : []
  const inner = key.startsWith(`${unit.name}#`) ? (uses.get(calls) ?? []) : []
  return [...new Set([...(uses.get(value ?? key) ?? []), ...around, ...inner])]
}

function usesOf(engine: Engine, unit: Unit): Uses {
  const known = engine.uses.get(unit)
  if (known) return known
  const uses = new Map<Value | string, Fact[]>()
  engine.uses.set(unit, uses)
  for (const { facts } of unit.blocks)
    for (const fact of facts) for (const key of keysOf(engine, fact)) push(uses, key, fact)
  return uses
}

function keysOf(engine: Engine, fact: Fact): readonly (Value | string)[] {
  const keys = touchedBy(fact).flatMap((value): (Value | string)[] => {
    const container = containerOf(engine, value)
    return container ? [container.value ?? container.key ?? ''] : []
  })
  const [owner] = keys
  if (fact.kind === 'store' && typeof fact.name === 'string' && typeof owner === 'string')
    keys.push(`${owner}.${fact.name}`)
  if (fact.kind === 'call' && /^(function|variable)$/.test(fact.callee.kind)) keys.push(calls)
  return [...new Set(keys)]
}

function touchedBy(fact: Fact): readonly Value[] {
  if (fact.kind === 'store') return [fact.of]
  if (fact.kind !== 'call') return []
  const given = fact.arguments.map(argument => argument.value)
  return fact.callee.kind === 'field' ? [fact.callee.of, ...given] : given
}

function push<K>(map: Map<K, Fact[]>, key: K, fact: Fact): void {
  const known = map.get(key)
  if (known) known.push(fact)
  else map.set(key, [fact])
}
