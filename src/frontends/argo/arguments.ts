import { constant, mixOf, type Value } from '../../program'
import { type Filling, valueOfText, valuesNamed } from '../kubernetes/holes'
import type { Variables } from '../pipelines/pipeline'
import { entriesOf, isMapping, itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { fillingOf, type Scope } from './scope'

/** The scope inside a template: its inputs as they are given, or their defaults. */
export function scopeInside(template: Tree, given: Tree | null, outer: Scope): Scope {
  const known = new Map([...outer.known].filter(([name]) => name.startsWith('workflow.')))
  const values = valuesNamed(valueAt(given, 'parameters'), fillingOf(outer))
  for (const input of itemsOf(valueAt(template, 'inputs', 'parameters'))) {
    const name = textOf(valueAt(input, 'name'))
    if (name === null) continue
    known.set(`inputs.parameters.${name}`, values.get(name) ?? usualOf(input, fillingOf({ known })))
  }
  return { known }
}

function usualOf(input: Tree, filling: Filling): Value {
  const usual = textOf(valueAt(input, 'value')) ?? textOf(valueAt(input, 'default'))
  return usual === null ? { kind: 'unknown' } : valueOfText(usual, filling)
}

/** The parameters of a whole workflow: those of what it is made of, and its own before them. */
export function workflowScope(specs: readonly (Tree | null)[]): Scope {
  const known = new Map<string, Value>()
  for (const spec of specs) {
    const own: Variables = valuesNamed(valueAt(spec, 'arguments', 'parameters'), fillingOf({ known }))
    for (const [name, value] of own) known.set(`workflow.parameters.${name}`, value)
  }
  return { known }
}

/** The scope of one step or task: what its items are. */
export function scopeWithItems(item: Tree, outer: Scope): Scope {
  const legs = itemsOf(valueAt(item, 'withItems'))
  if (legs.length === 0) return outer
  const found = new Map<string, Value[]>()
  const add = (name: string, tree: Tree): void => {
    const text = textOf(tree)
    const value: Value = text === null ? { kind: 'unknown' } : valueOfText(text, fillingOf(outer))
    found.set(name, [...(found.get(name) ?? []), value])
  }
  for (const leg of legs)
    if (isMapping(leg)) for (const { key, value } of entriesOf(leg)) add(`item.${key}`, value)
    else add('item', leg)
  const mixed = [...found].map(([name, values]): [string, Value] => [name, oneOf(values)])
  return { known: new Map([...outer.known, ...mixed]) }
}

function oneOf(values: readonly Value[]): Value {
  const [first] = values
  const texts = new Set(values.map(value => (value.kind === 'constant' ? value.value : value)))
  return first && texts.size === 1 ? first : mixOf(values)
}

/** Whether a list may be empty, so that nothing runs. */
export function mayBeEmpty(item: Tree): boolean {
  return valueAt(item, 'withParam') !== null || valueAt(item, 'withSequence') !== null
}

/** A literal condition of both; `null` where neither asks anything. */
export function both(a: Value | null, b: Value | null, span: Tree['span']): Value | null {
  if (a === null || b === null) return a ?? b
  if (a.kind === 'constant') return a.value === true ? b : constant(false)
  if (b.kind === 'constant') return b.value === true ? a : constant(false)
  return { kind: 'operation', operator: 'and', operands: [a, b], span }
}
