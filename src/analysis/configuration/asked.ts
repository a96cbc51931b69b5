import { constant, type Item, type Store, type Value } from '../../program'
import { itemsOf } from '../bindings'
import type { Linked } from '../linked'

/** Whether the code reads any configuration file that is known here. */
export function isConfigured({ configured }: Linked): boolean {
  return configured.results.size > 0 || configured.parameters.size > 0
}

/** Whether there may be more in a table than is known. */
export function isOpenTable(holder: Value): boolean {
  return (
    holder.kind === 'dictionary' && holder.entries.some(({ key, value }) => key === null && isUnknown(value))
  )
}

function isUnknown({ kind }: Value): boolean {
  return kind === 'unknown'
}

/** What the files that the code of a folder loads give an environment variable. */
export function environmentRead({ configured }: Linked, path: string, name: Value): readonly Value[] {
  return configured.environments.flatMap(({ folder, table }) =>
    folder === '' || path.startsWith(`${folder}/`) ? (itemsOf(table, name) ?? []) : [],
  )
}

const items = new WeakMap<Value, Map<string, Item>>()

/** `of[key]`, the same one whenever it is asked for. */
export function itemUnder(of: Value, key: string): Item {
  const own = items.get(of) ?? new Map<string, Item>()
  items.set(of, own)
  const item = own.get(key) ?? { kind: 'item', of, key: constant(key) }
  own.set(key, item)
  return item
}

const stores = new WeakMap<Linked, Map<Value, Store[]>>()

/** What the code puts under a key of a table that it has read: `cfg["stage"] = args.stage`. */
export function storedUnder(linked: Linked, of: Value, key: Value): readonly Value[] {
  const all = stores.get(linked) ?? new Map<Value, Store[]>()
  if (!stores.has(linked))
    for (const { store } of linked.stores) all.set(store.of, [...(all.get(store.of) ?? []), store])
  stores.set(linked, all)
  return (all.get(of) ?? []).flatMap(({ name, value }) => (isSame(name, key) ? [value] : []))
}

function isSame(name: string | Value, key: Value): boolean {
  if (typeof name === 'string' || key.kind !== 'constant') return false
  return name.kind === 'constant' && name.value === key.value
}
