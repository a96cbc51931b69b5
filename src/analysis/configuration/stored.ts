import { keptIn, onceFor } from '../../base/once'
import { constant, type Dictionary, type Value } from '../../program'
import type { Linked } from '../linked'
import { isConfigured } from './asked'

interface Put {
  readonly table: Dictionary
  /** Whether it is put there as a field: `cfg.stage = "dev"`. */
  readonly isField: boolean
}

/** By the value in which something is put, and the keys on the way to it. */
type Puts = Map<Value | string, Map<string, Put[]>>

/**
 * What the code puts into a table that it has read, each as a table of its own: `cfg["registry"]["stage"] = args.stage`.
 * What it puts there as a field counts where it is asked for as one.
 */
export function tablesPut(linked: Linked, of: Value, asField: boolean): readonly Dictionary[] {
  if (!isConfigured(linked)) return []
  const all = allPuts(linked)
  const puts = new Set(placesOf(of).flatMap(({ root, path }) => all.get(root)?.get(path) ?? []))
  return [...puts].flatMap(({ table, isField }) => (asField || !isField ? [table] : []))
}

const allPuts = onceFor((linked: Linked): Puts => {
  const all: Puts = new Map()
  const put = (of: Value, key: Value | null, value: Value, isField = false) => {
    const one: Put = { table: { kind: 'dictionary', entries: [{ key, value }] }, isField }
    for (const { root, path } of placesOf(of)) {
      const own = keptIn(all, root, () => new Map<string, Put[]>())
      keptIn(own, path, () => []).push(one)
    }
  }
  for (const { store } of linked.stores) {
    const { of, name, value } = store
    if (typeof name === 'string') put(of, constant(name), value, true)
    else put(of, name, value)
  }
  for (const { item, value } of linked.configured.puts) put(item.of, item.key, value)
  for (const { call } of linked.sites) {
    const { callee } = call
    if (callee.kind !== 'field' || !/^(update|merge_with)$/.test(callee.name)) continue
    for (const { name, value } of call.arguments)
      put(callee.of, name === null || name === '**' ? null : constant(name), value)
  }
  return all
})

interface Place {
  readonly root: Value | string
  readonly path: string
}

// `cfg["registry"]` is written anew wherever it is asked for, and so are names from outside of a function.
function placesOf(value: Value): readonly Place[] {
  const keys: string[] = []
  let root = value
  for (;;) {
    if (root.kind === 'field') keys.push(JSON.stringify(root.name))
    else if (root.kind === 'item' && root.key.kind === 'constant') keys.push(JSON.stringify(root.key.value))
    else break
    root = root.of
  }
  const path = keys.reverse().join()
  return rootsOf(root).map(one => ({ root: one, path }))
}

// In a loop, and behind it, a name may stand for what it stood for before.
function rootsOf(value: Value): readonly (Value | string)[] {
  const met = new Set([value])
  for (const one of met)
    if (one.kind === 'mix' && met.size < mostRoots) for (const way of one.of) met.add(way)
  return [...met].flatMap(one => {
    if (one.kind === 'mix') return []
    if (one.kind === 'variable') return [`${one.unit} ${one.name}`]
    return [one.kind === 'parameter' ? `${one.unit} ${one.index}` : one]
  })
}

const mostRoots = 50
