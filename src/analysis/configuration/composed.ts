import { posix } from 'node:path'
import { escaped } from '../../base/escaped'
import { openTable } from '../../frontends/configuration'
import { constant, type Dictionary, type Value } from '../../program'
import type { Composition } from '../../rules/reader-schema'
import { itemsOf } from '../bindings'
import type { Linked } from '../linked'
import { contentOf } from './files'
import type { Overrides } from './overrides'

const deepest = 12
const mostFiles = 200
const mostRounds = 4
const deepestTable = 40
// Of all tables that are put together.
const mostEntries = 100_000

interface Composing {
  readonly linked: Linked
  readonly how: Composition
  /** What says at the top of a file where it stands. */
  readonly header: RegExp | null
  readonly folder: string
  readonly words: ReadonlyMap<string, Value>
  /** What files say in place of lists that take them in: `override /registry: prod`. */
  readonly chosen: Map<string, Value>
  /** Groups of which a list takes something in. */
  readonly asked: Set<string>
  left: number
  entries: number
}

/** A file that takes in another, and how far from the first one it is. */
interface Taker {
  readonly group: string
  /** The keys under which it stands, with dots. */
  readonly place: string
  readonly depth: number
}

/** What a file is to stand under: what the list says, or else the file itself, or else its group. */
interface Wanted {
  readonly said: string | null
  readonly usual: string
}

const top: Taker = { group: '', place: '', depth: -1 }
const empty: Dictionary = { kind: 'dictionary', entries: [] }

/** A configuration put together from the files of a folder, as a library does. */
export function compose(
  linked: Linked,
  how: Composition,
  folder: string,
  name: string,
  { words, open }: Overrides,
): Value {
  const groups = [...words].filter(([path]) => hasGroup(linked, folder, path))
  const composing: Composing = {
    linked,
    how,
    header: how.place === undefined ? null : new RegExp(`^\\s*#\\s*${escaped(how.place)}\\s+(\\S+)`),
    folder,
    words,
    chosen: new Map(),
    asked: new Set<string>(),
    left: 0,
    entries: 0,
  }
  const whole = inRounds(composing, name, groups, mostRounds)
  const values = [...words].filter(([path]) => !groups.some(([group]) => group === path))
  const given = values.map(([path, value]) => placed(path, value))
  return [...given, ...(open ? [openTable] : [])].reduce<Value>((a, b) => merged(a, b), whole)
}

function hasGroup({ program }: Linked, folder: string, path: string): boolean {
  const start = `${posix.join(folder, path.replace(/@.*$/s, ''))}/`
  for (const one of program.paths) if (one.startsWith(start)) return true
  return false
}

// What a file chooses for a list may stand before it, so everything is put together once more.
function inRounds(
  composing: Composing,
  name: string,
  groups: Iterable<readonly [string, Value]>,
  rounds: number,
): Value {
  const known = composing.chosen.size
  composing.asked.clear()
  composing.left = mostFiles
  composing.entries = mostEntries
  let value = partNamed(composing, top, name, { said: null, usual: '' })
  // `+experiment=live` stands behind the list.
  for (const [path, option] of groups)
    if (!composing.asked.has(path)) value = merged(value, ofGroup(composing, top, path, option))
  return composing.chosen.size > known && rounds > 1 ? inRounds(composing, name, groups, rounds - 1) : value
}

// A file of a group, with what it takes in.
function partNamed(composing: Composing, taker: Taker, name: string, wanted: Wanted): Value {
  composing.left -= 1
  if (composing.left < 0 || composing.entries < 0 || taker.depth >= deepest) return openTable
  const { linked, folder } = composing
  const inFolder = posix.join(folder, fromTop(taker.group, name.replace(/\.ya?ml$/, '')))
  const { paths } = linked.program
  const path = [`${inFolder}.yaml`, `${inFolder}.yml`].find(one => paths.has(one))
  const own = path === undefined ? openTable : contentOf(linked, path, 'yaml')
  const header = path === undefined ? undefined : headerOf(composing, path)
  const place = placeIn(composing, taker.place, wanted.said ?? header ?? wanted.usual)
  if (path === undefined || own.kind !== 'dictionary') return placed(place, openTable)
  const group = posix.dirname(posix.relative(folder, path)).replace(/^\.$/, '')
  return withDefaults(composing, { group, place, depth: taker.depth + 1 }, own)
}

// A name with a slash in front is seen from the top of the folder, any other from the group at hand.
function fromTop(group: string, name: string): string {
  return name.startsWith('/') ? name.slice(1) : posix.join(group, name)
}

function headerOf({ linked: { program }, how, header }: Composing, path: string): string | undefined {
  const file = header && program.open(path)
  const named = file && 'text' in file ? header.exec(file.text.slice(0, 400))?.[1] : undefined
  return named === how.usual ? undefined : named
}

function placeIn({ how }: Composing, taker: string, own: string): string {
  const keys = `${taker}.${own}`.split(/[/.]/).filter(key => key !== '' && key !== how.here)
  return keys.slice(how.top === undefined ? 0 : keys.lastIndexOf(how.top) + 1).join('.')
}

function withDefaults(composing: Composing, taker: Taker, own: Dictionary): Value {
  const { how } = composing
  const [list] = itemsOf(own, constant(how.list)) ?? []
  const rest = placed(taker.place, {
    kind: 'dictionary',
    entries: own.entries.filter(({ key }) => key?.kind !== 'constant' || key.value !== how.list),
  })
  // `_BASE_: usual.yaml`
  const items = list?.kind === 'constant' ? [list] : list?.kind === 'collection' ? list.items : []
  const isSelf = (item: Value) => item.kind === 'constant' && item.value === how.self
  const parts = items.map(item => (isSelf(item) ? rest : taken(composing, taker, item)))
  // What a file says itself comes last, unless it says otherwise.
  for (const part of parts) if (part.kind === 'dictionary') composing.entries -= part.entries.length
  return together(items.some(isSelf) ? parts : [...parts, rest])
}

// `- base`, `- registry: prod`, `- registry@live: prod`, `- override /registry: prod`
function taken(composing: Composing, taker: Taker, item: Value): Value {
  const { words: given, chosen, asked, how } = composing
  if (item.kind === 'constant' && typeof item.value === 'string') {
    const [name = '', said = null] = item.value.split('@')
    return partNamed(composing, taker, name, { said, usual: how.nests ? posix.dirname(name) : '' })
  }
  const [entry] = item.kind === 'dictionary' ? item.entries : []
  if (entry?.key?.kind !== 'constant') return openTable
  const { marks, path } = withoutMarks(String(entry.key.value), how)
  const group = fromTop(taker.group, path)
  if (how.replaces !== undefined && marks.includes(how.replaces)) {
    if (!chosen.has(group)) chosen.set(group, entry.value)
    return empty
  }
  asked.add(group)
  return ofGroup(composing, taker, path, given.get(group) ?? chosen.get(group) ?? entry.value)
}

// `optional override /registry`
function withoutMarks(key: string, { replaces, marks }: Composition): { marks: string[]; path: string } {
  const known = new Set([replaces, ...marks])
  const words = key.split(/ +/)
  const first = words.findIndex((word, at) => !known.has(word) || at === words.length - 1)
  return { marks: words.slice(0, first), path: words.slice(first).join(' ') }
}

function ofGroup(composing: Composing, taker: Taker, path: string, option: Value): Value {
  const [group = '', said = null] = path.split('@')
  const options = option.kind === 'collection' ? option.items : [option]
  const wanted = { said, usual: composing.how.nests ? group : '' }
  return together(options.map(one => optionOf(composing, taker, group, wanted, one)))
}

function optionOf(composing: Composing, taker: Taker, group: string, wanted: Wanted, option: Value): Value {
  if (option.kind !== 'constant') return anyOf(composing, taker, group, wanted)
  if (option.value === null) return empty
  return partNamed(composing, taker, `${group}/${option.value}`, wanted)
}

// Each file of a group may have a place of its own.
function anyOf(composing: Composing, taker: Taker, group: string, { said, usual }: Wanted): Value {
  const { linked, folder } = composing
  const start = `${posix.join(folder, fromTop(taker.group, group))}/`
  const files = [...linked.program.paths].filter(path => path.startsWith(start) && /\.ya?ml$/.test(path))
  const headers = said === null ? files.slice(0, mostFiles).map(path => headerOf(composing, path)) : []
  const places = new Set(
    [undefined, ...headers].map(header => placeIn(composing, taker.place, said ?? header ?? usual)),
  )
  return together([...places].map(place => placed(place, openTable)))
}

function placed(place: string, value: Value): Value {
  const keys = place === '' ? [] : place.split('.')
  return keys.reduceRight<Value>(
    (inner, key) => ({ kind: 'dictionary', entries: [{ key: constant(key), value: inner }] }),
    value,
  )
}

// One by one each would copy all before it.
function together(parts: readonly Value[]): Value {
  if (parts.some(({ kind }) => kind !== 'dictionary'))
    return parts.reduce<Value>((a, b) => merged(a, b), empty)
  const entries: Entries = new Map()
  for (const part of parts) mergeInto(entries, part, 0)
  return { kind: 'dictionary', entries: [...entries.values()] }
}

/** The first value with what the second one changes: tables key by key, anything else as a whole. */
export function merged(a: Value, b: Value, depth = 0): Value {
  if (a.kind !== 'dictionary' || isPlain(b) || depth > deepestTable) return b
  const entries: Entries = new Map(a.entries.map(entry => [keyOf(entry), entry]))
  mergeInto(entries, b, depth)
  return { kind: 'dictionary', entries: [...entries.values()] }
}

type Entries = Map<Value | string, Dictionary['entries'][number]>

function mergeInto(entries: Entries, b: Value, depth: number): void {
  for (const entry of b.kind === 'dictionary' ? b.entries : [{ key: null, value: b }]) {
    const key = keyOf(entry)
    const known = entries.get(key)
    // What comes later stands last, so that it goes before what is not known.
    entries.delete(key)
    const value = known ? merged(known.value, entry.value, depth + 1) : entry.value
    entries.set(key, { key: entry.key, value })
  }
}

// What is no table, for sure.
function isPlain({ kind }: Value): boolean {
  return kind === 'constant' || kind === 'text' || kind === 'collection'
}

function keyOf({ key, value }: Dictionary['entries'][number]): Value | string {
  return key?.kind === 'constant' ? `=${key.value}` : (key ?? value)
}
