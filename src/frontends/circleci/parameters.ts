import { constant, mixOf, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { fill, type Hole, type PlacedText, textWith, variableName } from '../pipelines/templates'
import { entriesOf, isMapping, itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What `<< >>` stand for at one place, by what is written in them: `parameters.stage`. */
export type Scope = ReadonlyMap<string, Value>

const expression = /<<\s*([\w.-]+)\s*>>/g

/** The value of a text with `<< >>` in it. */
export function valueOfText(text: string, scope: Scope): Value {
  const parts: Value[] = []
  let from = 0
  for (const match of text.matchAll(expression)) {
    if (match.index > from) parts.push(constant(text.slice(from, match.index)))
    parts.push(scope.get(match[1] ?? '') ?? { kind: 'unknown' })
    from = match.index + match[0].length
  }
  if (from < text.length || parts.length === 0) parts.push(constant(text.slice(from)))
  if (parts.every(part => part.kind === 'constant'))
    return constant(parts.map(part => String(part.value)).join(''))
  return textWith(parts)
}

/** A script in which what is known stands as text and the rest is a variable. */
export function scriptWith(placed: PlacedText, scope: Scope): { placed: PlacedText; variables: Variables } {
  const variables = new Map<string, Value>()
  const holes = [...placed.text.matchAll(expression)].map((match): Hole => {
    const [whole, inside = ''] = match
    const value = scope.get(inside) ?? { kind: 'unknown' }
    const place = { start: match.index, end: match.index + whole.length }
    if (value.kind === 'constant') return { ...place, text: String(value.value) }
    variables.set(variableName(inside), value)
    return { ...place, text: `\${${variableName(inside)}}` }
  })
  return { placed: fill(placed, holes), variables }
}

/** A map of texts as variables. */
export function variablesOf(tree: Tree | null, scope: Scope): Variables {
  // `environment` may be a list of maps.
  const maps = isMapping(tree) ? [tree] : itemsOf(tree)
  const found = maps
    .flatMap(map => entriesOf(map))
    .map(({ key, value }): [string, Value] => {
      const text = textOf(value)
      return [key, text === null ? { kind: 'unknown' } : valueOfText(text, scope)]
    })
  return new Map(found)
}

/** The scope inside a job or a command: its parameters as they are given, or their defaults. */
export function scopeInside(definition: Tree | null, given: Tree | null, outer: Scope): Scope {
  const scope = new Map([...outer].filter(([name]) => name.startsWith('pipeline.')))
  for (const { key, value } of entriesOf(valueAt(definition, 'parameters'))) {
    const legs = itemsOf(valueAt(given, 'matrix', 'parameters', key))
    const one = textOf(valueAt(given, key))
    const usual = textOf(valueAt(value, 'default'))
    if (legs.length > 0)
      scope.set(`parameters.${key}`, mixOf(legs.map(leg => valueOfText(textOf(leg) ?? '', outer))))
    else if (one !== null) scope.set(`parameters.${key}`, valueOfText(one, outer))
    else if (usual !== null) scope.set(`parameters.${key}`, valueOfText(usual, outer))
  }
  return scope
}

/** Whether a condition holds; a value where that is decided when it runs. */
export function readCondition(tree: Tree | null, scope: Scope): boolean | Value {
  const [entry] = entriesOf(tree)
  if (entry?.key === 'not') {
    const inner = readCondition(entry.value, scope)
    return typeof inner === 'boolean' ? !inner : { kind: 'unknown' }
  }
  const text = textOf(tree)
  if (text === null) return { kind: 'unknown' }
  const value = valueOfText(text, scope)
  return value.kind === 'constant' ? !/^(false|no|off|0|)$/i.test(String(value.value)) : value
}
