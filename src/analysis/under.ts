import { onceFor } from '../base/once'
import type { Constant, Dictionary, Value } from '../program'
import { itemsOf } from './bindings'

/** Values that may stand under a key, and whether others may, which are not known. */
export interface Under {
  readonly values: readonly Value[]
  readonly hidden: boolean
}

interface Asking {
  readonly key: Value
  readonly tellers: Tellers
  readonly seen: Set<Value>
}

/** How values are asked what they stand for. */
export interface Tellers {
  /** The tables that a value stands for, as far as they are known. */
  readonly tables: (value: Value) => readonly Value[]
  /** Whether it can stand for no others. */
  readonly areAll: (value: Value) => boolean
}

interface Part extends Under {
  /** Whether no other entry counts beside these. */
  readonly certain: boolean
}

/** What each of some tables has under a key. */
export function underKey(tables: readonly Value[], key: Value, tellers: Tellers): Under {
  return joined(tables.map(table => inTable({ key, tellers, seen: new Set() }, table)))
}

// The last entry for a key counts.
function inTable(asking: Asking, table: Value): Part {
  const { key, seen } = asking
  if (table.kind !== 'dictionary' || key.kind !== 'constant')
    return { values: itemsOf(table, key) ?? [], hidden: false, certain: true }
  const parts: Part[] = []
  const entries = seen.has(table) ? [] : entriesFor(table, key)
  seen.add(table)
  for (const entry of entries) {
    parts.push(inEntry(asking, entry))
    if (parts.at(-1)?.certain) break
  }
  return { ...joined(parts), certain: parts.some(({ certain }) => certain) }
}

type Entry = Dictionary['entries'][number]

// The last first, without those that surely stand under another key: a table with very many may be asked for each of them.
function entriesFor(table: Dictionary, key: Constant): readonly Entry[] {
  const { last, open } = indexOf(table)
  const entry = last.get(key.value)
  if (!entry) return open.map(one => one.entry)
  return [...open.filter(one => one.at > entry.at).map(one => one.entry), entry.entry]
}

interface PlacedEntry {
  readonly entry: Entry
  readonly at: number
}

const indexOf = onceFor(({ entries }: Dictionary) => {
  const last = new Map<Constant['value'], PlacedEntry>()
  const open: PlacedEntry[] = []
  for (const [at, entry] of entries.entries())
    if (entry.key?.kind === 'constant') last.set(entry.key.value, { entry, at })
    else open.push({ entry, at })
  return { last, open: open.reverse() }
})

// What is spread may have the key, and a key that is not written out may be it.
function inEntry(asking: Asking, { key, value }: Entry): Part {
  if (key === null) return inSpread(asking, value)
  const certain = key.kind === 'constant' && asking.key.kind === 'constant' && key.value === asking.key.value
  return { values: certain || key.kind !== 'constant' ? [value] : [], hidden: false, certain }
}

function inSpread(asking: Asking, value: Value): Part {
  const { tables, areAll } = asking.tellers
  const ways = (value.kind === 'mix' ? value.of : [value]).map(tables)
  // A list is spread as pairs.
  const hidden = ways.some(way => way.length === 0 || way.some(({ kind }) => kind !== 'dictionary'))
  const parts = [...new Set(ways.flat())].map(table => inTable(asking, table))
  const all = joined(parts)
  const certain = !hidden && areAll(value) && parts.every(part => part.certain)
  return { values: all.values, hidden: hidden || all.hidden, certain }
}

function joined(parts: readonly Under[]): Under {
  return { values: parts.flatMap(({ values }) => values), hidden: parts.some(({ hidden }) => hidden) }
}
