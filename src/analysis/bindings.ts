import { keptIn } from '../base/once'
import type { Unit, Value } from '../program'
import type { Linked } from './linked'

/** The values that `of[key]` may stand for where `of` is written out; `null` where it is not. */
export function itemsOf(of: Value, key: Value): readonly Value[] | null {
  if (of.kind === 'collection') {
    const at = key.kind === 'constant' && typeof key.value === 'number' ? of.items.at(key.value) : undefined
    return at ? [at] : of.items
  }
  if (of.kind !== 'dictionary') return null
  if (key.kind !== 'constant') return of.entries.map(entry => entry.value)
  const last = of.entries.findLast(entry => entry.key?.kind === 'constant' && entry.key.value === key.value)
  return last ? [last.value] : []
}

/** The values that a unit binds to a name; none where nothing is known of the unit. */
export function boundTo(
  { program }: Linked,
  { unit, name }: { readonly unit: string; readonly name: string },
): readonly Value[] {
  return program.units.get(unit)?.bound.get(name) ?? []
}

/** What a parameter is called; empty where nothing is known of its unit. */
export function parameterName(
  { program }: Linked,
  { unit, index }: Extract<Value, { kind: 'parameter' }>,
): string {
  return program.units.get(unit)?.parameters[index]?.name ?? ''
}

/** What a unit returns, or yields where it is a generator. */
export function givenBack(linked: Linked, unit: Unit): readonly Value[] {
  return keptIn(linked.givenBack, unit, () => {
    const wanted = unit.generator ? 'yield' : 'return'
    const facts = unit.blocks.flatMap(block => block.facts)
    const values = facts.flatMap(fact => (fact.kind === wanted && 'value' in fact ? [fact.value] : []))
    return [...new Set(values)].filter(value => value.kind !== 'constant')
  })
}

/** The text that a value is, or that its only name stands for; `null` where it is none. */
export function textOfConstant(linked: Linked, value: Value): string | null {
  const [only, second] = value.kind === 'variable' ? boundTo(linked, value) : [value]
  return only?.kind === 'constant' && !second && typeof only.value === 'string' ? only.value : null
}
