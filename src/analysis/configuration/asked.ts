import { constant, type Item, type Value } from '../../program'
import { itemsOf } from '../bindings'
import type { Linked } from '../linked'

/** Whether the code reads any configuration file that is known here. */
export function isConfigured({ configured }: Linked): boolean {
  return configured.results.size > 0 || configured.parameters.size > 0
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
