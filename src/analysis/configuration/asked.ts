import { constant, type Item, type Value } from '../../program'
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

/** By the value in which something is put, and the keys on the way to it. */
type Kept = Map<Value, Map<string, Value[]>>

const kept = new WeakMap<Linked, Kept>()

/** What the code puts under a key of a table that it has read: `cfg["registry"]["stage"] = args.stage`. */
export function storedUnder(linked: Linked, of: Value, key: Value): readonly Value[] {
  const all = kept.get(linked) ?? keptIn(linked)
  kept.set(linked, all)
  const { root, path } = placeOf({ kind: 'item', of, key })
  return all.get(root)?.get(path) ?? []
}

function keptIn(linked: Linked): Kept {
  const all: Kept = new Map()
  for (const { store } of linked.stores) {
    if (typeof store.name === 'string') continue
    const { root, path } = placeOf({ kind: 'item', of: store.of, key: store.name })
    const own = all.get(root) ?? new Map<string, Value[]>()
    all.set(root, own.set(path, [...(own.get(path) ?? []), store.value]))
  }
  return all
}

// `cfg["registry"]` is written anew wherever it is asked for.
function placeOf(value: Value): { readonly root: Value; readonly path: string } {
  const keys: string[] = []
  let root = value
  while (root.kind === 'item' && root.key.kind === 'constant') {
    keys.unshift(JSON.stringify(root.key.value))
    root = root.of
  }
  return { root, path: keys.join() }
}
