import type { Call, Fact, Unit, Value } from '../../program'

// A condition that is put together from more than this is asked about the nearest of them.
const most = 120

/**
 * A value and all that it is put together from, nearest first. What names stand for elsewhere is not followed, nor is
 * what `whole` takes for one thing.
 */
export function partsOf(value: Value, whole: (part: Value) => boolean = () => false): readonly Value[] {
  const found = new Set<Value>([value])
  for (const part of found) {
    if (found.size > most) break
    if (!whole(part)) for (const inner of inside(part)) found.add(inner)
  }
  return [...found]
}

function inside(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts
    case 'collection':
      return value.items
    case 'dictionary':
      return value.entries.flatMap(entry => (entry.key ? [entry.key, entry.value] : [entry.value]))
    case 'field':
    case 'instance':
      return [value.of]
    case 'item':
      return [value.of, value.key]
    case 'result':
      return [value.call.callee, ...value.call.arguments.map(argument => argument.value)]
    case 'operation':
      return value.operands
    case 'mix':
      return value.of
    default:
      return []
  }
}

/** Whether a value is, or is made of, what a call gives back. */
export function comesFrom(value: Value, call: Call): boolean {
  return partsOf(value).some(part => part.kind === 'result' && part.call === call)
}

/** The values that a unit decides by. */
export function testedValues(unit: Unit): ReadonlySet<Value> {
  return new Set(valuesOf(unit, fact => (fact.kind === 'test' ? [fact.value, fact.over] : [])))
}

/** The values that a unit decides by or hands on: what is none of them changes nothing. */
export function decidingValues(unit: Unit): ReadonlySet<Value> {
  const handed = valuesOf(unit, fact =>
    fact.kind === 'return' || fact.kind === 'yield' || fact.kind === 'store' ? [fact.value] : [],
  )
  return new Set([...testedValues(unit), ...handed])
}

function valuesOf(unit: Unit, pick: (fact: Fact) => readonly (Value | undefined)[]): readonly Value[] {
  const picked = unit.blocks.flatMap(block => block.facts.flatMap(pick))
  return picked.flatMap(value => (value ? partsOf(value) : []))
}
