import { constant, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { fill, type Hole, type PlacedText, textWith, variableName } from '../pipelines/templates'
import { itemsOf, type Tree, textOf, valueAt } from '../pipelines/yaml'

/** What stands for something else in the texts of a system, and what that is. */
export interface Filling {
  /** Finds a hole; its first group is what is written in it. */
  readonly pattern: RegExp
  /** `null` where a hole is none after all. */
  readonly standsFor: (inside: string) => Value | null
}

interface Found {
  readonly start: number
  readonly end: number
  readonly inside: string
  readonly value: Value
}

function holesIn(text: string, { pattern, standsFor }: Filling): Found[] {
  return [...text.matchAll(pattern)].flatMap(match => {
    const inside = (match[1] ?? '').trim()
    const value = standsFor(inside)
    return value ? [{ start: match.index, end: match.index + match[0].length, inside, value }] : []
  })
}

/** A text in pieces: what stands there, and what its holes are. */
export function split(text: string, filling: Filling): (string | { inside: string; value: Value })[] {
  const parts: (string | { inside: string; value: Value })[] = []
  let from = 0
  for (const { start, end, inside, value } of holesIn(text, filling)) {
    if (start > from) parts.push(text.slice(from, start))
    parts.push({ inside, value })
    from = end
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from))
  return parts
}

/** The value of a text with holes. */
export function valueOfText(text: string, filling: Filling): Value {
  const parts = split(text, filling).map(part => (typeof part === 'string' ? constant(part) : part.value))
  if (parts.length > 1 && parts.every(part => part.kind === 'constant'))
    return constant(parts.map(part => String(part.value ?? '')).join(''))
  return textWith(parts)
}

/** A text in which what is known is written out; `null` where a hole stays open. */
export function plainText(text: string | null, filling: Filling): string | null {
  const value = text === null ? null : valueOfText(text, filling)
  return value?.kind === 'constant' ? String(value.value ?? '') : null
}

/** A script in which what is known stands as text and the rest is a variable. */
export function filled(
  placed: PlacedText,
  filling: Filling,
): { readonly placed: PlacedText; readonly variables: Variables } {
  const variables = new Map<string, Value>()
  const holes = holesIn(placed.text, filling).map(({ start, end, inside, value }): Hole => {
    if (value.kind === 'constant') return { start, end, text: String(value.value ?? '') }
    variables.set(variableName(inside), value)
    return { start, end, text: `\${${variableName(inside)}}` }
  })
  return { placed: fill(placed, holes), variables }
}

/** A list of `name` and `value` as values by their names. */
export function valuesNamed(list: Tree | null, filling: Filling): Variables {
  const found = itemsOf(list).flatMap((item): [string, Value][] => {
    const name = textOf(valueAt(item, 'name'))
    const given = textOf(valueAt(item, 'value')) ?? textOf(valueAt(item, 'default'))
    if (name === null) return []
    return [[name, given === null ? { kind: 'unknown' } : valueOfText(given, filling)]]
  })
  return new Map(found)
}
