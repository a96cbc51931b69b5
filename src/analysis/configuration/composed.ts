import { posix } from 'node:path'
import { openTable } from '../../frontends/configuration'
import { constant, type Dictionary, type Value } from '../../program'
import { itemsOf } from '../bindings'
import type { Linked } from '../linked'
import { contentOf } from './files'

/** Words that change what is composed: `registry=prod`, `registry.stage=Staging`. */
export type Overrides = ReadonlyMap<string, Value>

const deepest = 12

interface Composing {
  readonly linked: Linked
  readonly folder: string
  readonly overrides: Overrides
  left: number
}

/** A configuration put together from the files of a folder, as Hydra does: https://hydra.cc/docs/advanced/defaults_list */
export function compose(linked: Linked, folder: string, name: string, overrides: Overrides): Value {
  const composing = { linked, folder, overrides, left: 200 }
  let value = partNamed(composing, '', name, '', 0)
  for (const [path, given] of overrides)
    if (!hasGroup(composing, path)) value = merged(value, nested(path.split('.'), given), 0)
  return value
}

function hasGroup({ linked, folder }: Composing, group: string): boolean {
  const start = `${posix.join(folder, group)}/`
  for (const path of linked.program.paths) if (path.startsWith(start)) return true
  return false
}

// A file of a group, with what it takes in; it stands under the names of its groups.
function partNamed(composing: Composing, group: string, name: string, into: string, depth: number): Value {
  composing.left -= 1
  if (composing.left < 0 || depth > deepest) return openTable
  const bare = name.replace(/\.ya?ml$/, '')
  const inFolder = posix.join(composing.folder, bare.startsWith('/') ? bare : posix.join(group, bare))
  const { paths } = composing.linked.program
  const path = [`${inFolder}.yaml`, `${inFolder}.yml`].find(one => paths.has(one))
  const own = path === undefined ? openTable : contentOf(composing.linked, path, 'yaml')
  if (path === undefined || own.kind !== 'dictionary') return placed(into, openTable)
  const value = withDefaults(composing, posix.dirname(posix.relative(composing.folder, path)), own, depth)
  return placed(packageOf(composing.linked, path) ?? into, value)
}

// https://hydra.cc/docs/advanced/overriding_packages
function packageOf({ program }: Linked, path: string): string | null {
  const file = program.open(path)
  const named =
    file && 'text' in file ? /^\s*#\s*@package\s+(\S+)/.exec(file.text.slice(0, 400))?.[1] : undefined
  return named === undefined || named === '_group_' ? null : named
}

function withDefaults(composing: Composing, group: string, own: Dictionary, depth: number): Value {
  const [list] = itemsOf(own, constant('defaults')) ?? []
  const rest: Dictionary = {
    kind: 'dictionary',
    entries: own.entries.filter(({ key }) => key?.kind !== 'constant' || key.value !== 'defaults'),
  }
  if (list?.kind !== 'collection') return rest
  const at = list.items.findIndex(item => item.kind === 'constant' && item.value === '_self_')
  const parts = list.items.map(item =>
    item.kind === 'constant' && item.value === '_self_' ? rest : taken(composing, group, item, depth),
  )
  // What a file says itself comes last, unless it says otherwise.
  return (at < 0 ? [...parts, rest] : parts).reduce<Value>((a, b) => merged(a, b, 0), {
    kind: 'dictionary',
    entries: [],
  })
}

// `- base`, `- registry: prod`, `- override registry@live: prod`
function taken(composing: Composing, group: string, item: Value, depth: number): Value {
  if (item.kind === 'constant' && typeof item.value === 'string') {
    const [name = '', into] = item.value.split('@')
    const within = name.includes('/') ? posix.dirname(name).replace(/^\//, '') : ''
    return partNamed(composing, group, name, into ?? within, depth + 1)
  }
  const [entry] = item.kind === 'dictionary' ? item.entries : []
  const key = entry?.key?.kind === 'constant' ? String(entry.key.value) : null
  if (!entry || key === null) return openTable
  const [name = '', into] = key.replace(/^(optional|override) +/, '').split('@')
  if (name.startsWith('hydra/')) return { kind: 'dictionary', entries: [] }
  const option = composing.overrides.get(posix.join(group === '.' ? '' : group, name)) ?? entry.value
  const options = option.kind === 'collection' ? option.items : [option]
  return options
    .map(one => optionOf(composing, posix.join(group, name), into ?? name, one, depth))
    .reduce((a, b) => merged(a, b, 0), { kind: 'dictionary', entries: [] })
}

function optionOf(composing: Composing, group: string, into: string, option: Value, depth: number): Value {
  if (option.kind === 'constant' && option.value === null) return { kind: 'dictionary', entries: [] }
  const name = option.kind === 'constant' ? String(option.value) : null
  return name === null ? placed(into, openTable) : partNamed(composing, group, name, into, depth + 1)
}

function placed(group: string, value: Value): Value {
  return group === '' || group === '_global_' || group === '_here_'
    ? value
    : nested(
        group.split(/[/.]/).filter(part => part !== ''),
        value,
      )
}

function nested(keys: readonly string[], value: Value): Value {
  return keys.reduceRight<Value>(
    (inner, key) => ({ kind: 'dictionary', entries: [{ key: constant(key), value: inner }] }),
    value,
  )
}

/** The first value with what the second one changes: tables key by key, anything else as a whole. */
export function merged(a: Value, b: Value, depth: number): Value {
  if (a.kind !== 'dictionary' || b.kind !== 'dictionary' || depth > 40) return b
  const entries = new Map(a.entries.map(entry => [keyOf(entry.key), entry]))
  for (const entry of b.entries) {
    const before = entries.get(keyOf(entry.key))
    const value = before ? merged(before.value, entry.value, depth + 1) : entry.value
    entries.set(keyOf(entry.key), { key: entry.key, value })
  }
  return { kind: 'dictionary', entries: [...entries.values()] }
}

function keyOf(key: Value | null): string {
  return key?.kind === 'constant' ? `=${key.value}` : ''
}
