import { type Collection, type Dictionary, mixOf, unknown, type Value } from '../../program'

// Copying a display for every one of thousands of assignments takes too long; from then on it is a part of the next.
const mostEntries = 100

/** Stands in a display for any number of items: those of what is splatted there. */
export function splatOf(of: Value): Value {
  return { kind: 'item', of, key: unknown, splat: true }
}

function isSplatted(item: Value): boolean {
  return item.kind === 'item' && item.splat === true
}

/** `of[key]`, looked up where `of` is written out. */
export function itemOf(of: Value, key: Value): Value {
  if (of.kind !== 'collection' || key.kind !== 'constant' || typeof key.value !== 'number')
    return { kind: 'item', of, key }
  if (of.each !== undefined) return of.items[0] ?? unknown
  const { value } = key
  const passed = value < 0 ? of.items.slice(value) : of.items.slice(0, value + 1)
  if (passed.some(isSplatted)) return mixOf(reachedOverSplat(of.items, value < 0))
  return of.items.at(value) ?? unknown
}

function reachedOverSplat(items: readonly Value[], fromEnd: boolean): readonly Value[] {
  return fromEnd
    ? items.slice(0, items.findLastIndex(isSplatted) + 1)
    : items.slice(items.findIndex(isSplatted))
}

/** `of[key]` of what may have been changed since it was written out: no constant, as that would decide branches. */
export function itemNow(of: Value, key: Value): Value {
  const item = itemOf(of, key)
  return item.kind === 'constant' ? { kind: 'item', of, key } : item
}

/** What `*rest` takes of a value when `before` targets stand before it and `behind` behind it. */
export function restOf(value: Value, before: number, behind: number): Value {
  const isWritten = value.kind === 'collection' && value.each === undefined && !value.items.some(isSplatted)
  const items = isWritten ? value.items.slice(before, value.items.length - behind) : [splatOf(value)]
  return { kind: 'collection', items }
}

/** A display behind `of[key] = value`; `null` for what is none. */
export function withItem(of: Value, key: Value, value: Value): Value | null {
  if (of.kind === 'dictionary') return withEntry(of, key, value)
  return of.kind === 'collection' ? withElement(of, key, value) : null
}

function withEntry(of: Dictionary, key: Value, value: Value): Dictionary {
  const before = of.entries.length < mostEntries ? of.entries : [{ key: null, value: of }]
  return { kind: 'dictionary', entries: [...before, { key, value }] }
}

function withElement(of: Collection, key: Value, value: Value): Collection {
  const at = key.kind === 'constant' && typeof key.value === 'number' ? key.value : null
  const isPlain = of.each === undefined && of.items.length < mostEntries && !of.items.some(isSplatted)
  if (at === null || !isPlain || of.items.at(at) === undefined)
    return { kind: 'collection', items: [splatOf(of), value] }
  return { kind: 'collection', items: of.items.with(at, value) }
}
