import { onceFor } from '../../base/once'
import type { Call, Dictionary, Fact, Unit, Value } from '../../program'

// A condition that is put together from more than this is asked about the nearest of them.
const most = 120
const mostInside = 400

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

/** Whether a mix is among the parts of a value. */
export function hasMix(value: Value): boolean {
  const found = new Set<Value>([value])
  for (const part of found) {
    if (part.kind === 'mix') return true
    if (found.size > most) continue
    // A table of very many, which each look-up in it has as a part, is the last that is looked into.
    const large = part.kind === 'dictionary' ? largeTable(part) : null
    if (large) return large.mixed || [...found].some(({ kind }) => kind === 'mix')
    for (const inner of inside(part)) found.add(inner)
  }
  return false
}

const largeTable = onceFor((table: Dictionary): { readonly mixed: boolean } | null => {
  const parts = new Set(entriesOf(table))
  return parts.size > most ? { mixed: [...parts].some(({ kind }) => kind === 'mix') } : null
})

/** The parts of a value for whoever only tells more of a finding by them: of a table of very many, the first. */
export function nearestParts(value: Value): readonly Value[] {
  const found = new Set<Value>([value])
  for (const part of found) {
    if (found.size > most) break
    for (const inner of inside(part).slice(0, mostInside)) found.add(inner)
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
      return entriesOf(value)
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

const entriesOf = onceFor((table: Dictionary): readonly Value[] =>
  table.entries.flatMap(({ key, value }) => (key ? [key, value] : [value])),
)

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
