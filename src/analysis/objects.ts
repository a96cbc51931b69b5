import { addTo } from '../base/groups'
import { onceFor } from '../base/once'
import { type Call, constant, type Result, type Span, type Store, type Value } from '../program'
import { boundTo } from './bindings'
import { mayCall } from './called'
import { entriesFor, type Knowledge, lastName } from './knowledge'
import type { Linked } from './linked'
import { holders, hole, type Literal, memberValues, possibleLiterals, returnValues } from './possible'
import { argumentsFor, itemsOf, libraryNames } from './resolve'

const deepest = 6
const most = 24

/** What stands under a key in a dictionary, or in a field of an object that a library makes. */
export interface Inside {
  readonly values: readonly Value[]
  /** Whether there may be more that cannot be seen. */
  readonly hidden: boolean
}

/** Looks into what a value stands for: what was last stored there before a call, or what it was made with. */
export function lookInside(linked: Linked, value: Value, key: string, before: Span | null): Inside {
  return look({ linked, key, before }, value, 0)
}

interface Question {
  readonly linked: Linked
  readonly key: string
  readonly before: Span | null
}

function look(question: Question, value: Value, depth: number): Inside {
  const { linked, key } = question
  const stored = storedIn(question, value)
  if (stored) return { values: [stored], hidden: false }
  const ways = depth < deepest ? waysBehind(linked, value) : []
  if (ways.length > 0) {
    const parts = [...new Set(ways)].slice(0, most).map(way => look(question, way, depth + 1))
    return { values: parts.flatMap(part => part.values), hidden: parts.some(part => part.hidden) }
  }
  const held = heldBy(linked, value, key)
  const over = held.flatMap(holder => laidOver(question, holder, depth))
  const unseen = held.length === 0 && value.kind !== 'constant'
  return {
    values: [...held.flatMap(holder => itemsUnder(holder, key)), ...over.flatMap(part => part.values)],
    hidden: unseen || over.some(part => part.hidden),
  }
}

// What is spread behind an entry goes before it: `{"stage": "dev", **given}`. A key that is not written out may be any.
function laidOver(question: Question, holder: Value, depth: number): Inside[] {
  if (holder.kind !== 'dictionary' || question.key === '*') return []
  const at = holder.entries.findLastIndex(entry => entry.key !== null && isKey(entry.key, question.key))
  return holder.entries.slice(at + 1).flatMap(entry => {
    if (entry.key?.kind === 'constant') return []
    const seen = entry.key === null && depth < deepest
    return [seen ? look(question, entry.value, depth + 1) : { values: [], hidden: true }]
  })
}

// A command line is a list of words, whether it is written as one or not.
function heldBy(linked: Linked, value: Value, key: string): readonly Value[] {
  const asked = isFlag(key) || /^\d+$/.test(key)
  if (value.kind === 'result') return heldByResult(linked, value)
  if (value.kind !== 'constant' && value.kind !== 'text') return holders(linked, value)
  if (!asked) return possibleLiterals(linked, value).values.flatMap(textualHolder)
  return possibleLiterals(linked, value).values.flatMap(text =>
    typeof text === 'string'
      ? [
          {
            kind: 'collection',
            items: text
              .trim()
              .split(/\s+/)
              .map(word => constant(word)),
          },
        ]
      : [],
  )
}

// What a library makes is known by what it was made with.
function heldByResult(linked: Linked, value: Result): readonly Value[] {
  const held = holders(linked, value)
  return held.length > 0 ? held : [{ kind: 'dictionary', entries: [...entriesIn(value)] }]
}

// The body of a request as a shell writes it: `'{"alias": "champion"}'`.
function textualHolder(text: Literal): readonly Value[] {
  if (typeof text !== 'string' || !/^\s*\{.*\}\s*$/s.test(text)) return []
  // What is not known stands in quotes or by itself.
  const spelled = text.replaceAll(new RegExp(`(?<![^:,\\s])${hole}(?=\\s*[,}\\]])`, 'g'), '"\\u0000"')
  return fromJson(spelled.replaceAll(hole, '\\u0000'))
}

function fromJson(text: string): readonly Value[] {
  try {
    return [inJson(JSON.parse(text), 0)]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function inJson(json: unknown, depth: number): Value {
  if (depth > deepest) return { kind: 'unknown' }
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return constant(json)
  if (Array.isArray(json)) return { kind: 'collection', items: json.map(item => inJson(item, depth + 1)) }
  if (typeof json !== 'object') return { kind: 'unknown' }
  const entries = Object.entries(json)
  return {
    kind: 'dictionary',
    entries: entries.map(([key, value]) => ({ key: constant(key), value: inJson(value, depth + 1) })),
  }
}

function itemsUnder(holder: Value, key: string): readonly Value[] {
  if (holder.kind === 'collection' && isFlag(key)) return afterFlag(holder.items, key)
  const behind =
    holder.kind === 'collection' && holder.each === undefined && Number(key) >= holder.items.length
  if (behind) return []
  return itemsOf(holder, keyOf(holder, key)) ?? []
}

function isFlag(key: string): boolean {
  return key.startsWith('-')
}

// `--stage prod`, `--stage=prod`.
function afterFlag(items: readonly Value[], flag: string): readonly Value[] {
  return items.flatMap((item, i) => {
    const [start, ...rest] = item.kind === 'text' ? item.parts : [item]
    const text = start?.kind === 'constant' ? start.value : null
    const next = items[i + 1]
    if (text === flag && rest.length === 0) return next ? [next] : []
    if (typeof text !== 'string' || !text.startsWith(`${flag}=`)) return []
    return [{ kind: 'text', parts: [constant(text.slice(flag.length + 1)), ...rest] }]
  })
}

function waysBehind(linked: Linked, value: Value): readonly Value[] {
  switch (value.kind) {
    case 'mix':
      return value.of
    case 'variable':
      return boundTo(linked, value)
    case 'field':
      return memberValues(linked, value.of, value.name)
    case 'item':
      return holders(linked, value.of).flatMap(holder => itemsOf(holder, value.key) ?? [])
    case 'parameter': {
      const unit = linked.program.units.get(value.unit)
      return unit ? argumentsFor(linked, unit, value.index) : []
    }
    case 'result':
      return [...returnValues(linked, value.call), ...wrapped(linked, value.call)]
    default:
      return []
  }
}

const wrapping = onceFor(
  ({ dumpers }: Knowledge) => new Set([...dumpers.exact.keys()].map(lastName).concat('split')),
)

// The text of a dictionary says what the dictionary says, in bytes too, and the words of a command what the command says.
function wrapped(linked: Linked, call: Call): readonly Value[] {
  const [first] = call.arguments
  const { callee } = call
  if (callee.kind === 'field' && (callee.name === 'encode' || (callee.name === 'split' && !first)))
    return [callee.of]
  const { knowledge } = linked
  if (!first || !mayCall(linked, call, wrapping(knowledge))) return []
  const isWrapped = libraryNames(linked, callee).some(
    name => name === 'shlex.split' || entriesFor(knowledge.dumpers, name).length > 0,
  )
  return isWrapped ? [first.value] : []
}

// `*` stands for every key. A list is asked by number; `{"0": 100}` by text.
function keyOf(holder: Value, key: string): Value {
  if (key === '*') return { kind: 'unknown' }
  return { kind: 'constant', value: holder.kind === 'collection' && /^\d+$/.test(key) ? Number(key) : key }
}

function storedIn({ linked, key, before }: Question, value: Value): Value | null {
  const stores = storesTo(linked, value, before)
  const whole = stores.findLast(({ store, field }) => field === null && isKey(store.name, key))?.store
  const start = whole?.value ?? (value.kind === 'result' ? keyword(value.call, key) : null)
  const entries = stores
    .filter(({ store, field }) => field === key && (!whole || store.span.start > whole.span.start))
    .map(({ store }) => ({
      key: typeof store.name === 'string' ? constant(store.name) : store.name,
      value: store.value,
    }))
  if (entries.length === 0) return start
  return { kind: 'dictionary', entries: [...entriesIn(start), ...entries] }
}

type Entry = Extract<Value, { kind: 'dictionary' }>['entries'][number]

// A dictionary, or an object by what it was made with.
function entriesIn(start: Value | null): readonly Entry[] {
  if (start?.kind === 'dictionary') return start.entries
  if (start?.kind !== 'result') return []
  return start.call.arguments.flatMap(({ name, value }) =>
    name === null ? [] : [{ key: name === '**' ? null : constant(name), value }],
  )
}

function isKey(name: string | Value, key: string): boolean {
  return typeof name === 'string' ? name === key : name.kind === 'constant' && name.value === key
}

function keyword(call: Call, name: string): Value | null {
  return call.arguments.find(argument => argument.name === name)?.value ?? null
}

interface Stored {
  readonly store: Store
  /** For `of.field[key] = value` and `of.field.key = value`: the field. */
  readonly field: string | null
}

// Of stores in the file of the call only those count that stand above it.
function storesTo(linked: Linked, value: Value, before: Span | null): readonly Stored[] {
  const all = storesByObject(linked).get(value) ?? []
  return all.filter(
    ({ store }) => !before || store.span.file !== before.file || store.span.start < before.start,
  )
}

const storesByObject = onceFor(({ stores }: Linked): ReadonlyMap<Value, readonly Stored[]> => {
  const found = new Map<Value, Stored[]>()
  for (const { store } of stores) {
    if (store.of.kind === 'field') addTo(found, store.of.of, { store, field: store.of.name })
    if (store.of.kind !== 'field' || typeof store.name === 'string')
      addTo(found, store.of, { store, field: null })
  }
  return found
})
