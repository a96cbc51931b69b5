import { addTo } from '../../base/groups'
import { onceFor } from '../../base/once'
import { type Call, unknown, type Value } from '../../program'
import { boundTo } from '../bindings'
import { holders } from '../holders'
import type { CallSite, Linked } from '../linked'
import { referentsOf } from '../resolve'
import { copies } from '../texts'

/** Lists of words, and whether the value is one of them for sure, with no word more or less. */
export interface WordLists {
  readonly lists: readonly (readonly Value[])[]
  readonly isAll: boolean
}

const mostLists = 24
const mostWords = 500
const deepest = 6
// Parts of one value.
const mostAsked = 300
const none: WordLists = { lists: [], isAll: false }

/** The lists of words that a value may stand for: written out, put together (`BASE + ["x"]`, `[*BASE, "x"]`) or added to. */
export function listsIn(linked: Linked, site: CallSite, value: Value): WordLists {
  return listsWithin(linked, site, value, { depth: 0, asked: { left: mostAsked } })
}

interface Asking {
  readonly depth: number
  readonly asked: { left: number }
}

function listsWithin(linked: Linked, site: CallSite, value: Value, { depth, asked }: Asking): WordLists {
  asked.left -= 1
  if (depth > deepest || asked.left < 0) return none
  const inner = (one: Value): WordLists => listsWithin(linked, site, one, { depth: depth + 1, asked })
  switch (value.kind) {
    case 'operation':
      return value.operator === '+' ? sumOf(value.operands, inner) : heldBy(linked, value, inner)
    case 'variable':
      return eachOf(boundTo(linked, value).map(inner))
    case 'mix':
      return eachOf(value.of.map(inner))
    case 'collection':
      return withAdded(linked, site, value, spreadIn(value.items, inner), inner)
    case 'result': {
      const [first] = isCopy(linked, value.call) ? value.call.arguments : []
      return first ? inner(first.value) : heldBy(linked, value, inner)
    }
    default:
      return heldBy(linked, value, inner)
  }
}

function heldBy(linked: Linked, value: Value, inner: (value: Value) => WordLists): WordLists {
  const all = holders(linked, value)
  const lists = all.filter(holder => holder.kind === 'collection')
  const found = eachOf(lists.map(inner))
  return lists.length === all.length ? found : { ...found, isAll: false }
}

// What is not known may be any words: `BASE + options`.
function sumOf(operands: readonly Value[], inner: (value: Value) => WordLists): WordLists {
  const parts = operands.map((of, at): WordLists => {
    const own = inner(of)
    if (at === 0 || own.lists.length > 0) return own
    return { lists: [[{ kind: 'item', of, key: unknown, splat: true }]], isAll: false }
  })
  return parts.reduce(joined)
}

// `list(command)`
function isCopy(linked: Linked, call: Call): boolean {
  return referentsOf(linked, call.callee).some(named => named.kind === 'external' && copies.test(named.name))
}

function joined(before: WordLists, after: WordLists): WordLists {
  const lists = before.lists.flatMap(words =>
    after.lists.map(more => (words.length > mostWords ? words : [...words, ...more])),
  )
  return { lists: lists.slice(0, mostLists), isAll: before.isAll && after.isAll }
}

function eachOf(parts: readonly WordLists[]): WordLists {
  return {
    lists: parts.flatMap(part => part.lists).slice(0, mostLists),
    isAll: parts.length > 0 && parts.every(part => part.isAll && part.lists.length > 0),
  }
}

// `[*BASE, "evaluate.py"]`; what is splatted and not known stays where it stands.
function spreadIn(items: readonly Value[], inner: (value: Value) => WordLists): WordLists {
  const start: WordLists = { lists: [[]], isAll: true }
  return items.reduce((before: WordLists, item): WordLists => {
    const own = item.kind === 'item' && item.splat ? inner(item.of) : none
    return joined(before, own.lists.length > 0 ? own : { lists: [[item]], isAll: true })
  }, start)
}

// `command.append("--strict")`: what is added on some ways only leaves doubt.
function withAdded(
  linked: Linked,
  site: CallSite,
  list: Value,
  words: WordLists,
  inner: (value: Value) => WordLists,
): WordLists {
  let all = words
  for (const { unit, block, call } of additions(linked).get(list) ?? []) {
    const [first] = call.arguments
    const one: WordLists = first ? { lists: [[first.value]], isAll: true } : none
    const added = isNamed(call, 'append') ? one : isNamed(call, 'extend') && first ? inner(first.value) : none
    const isSure = block === 0 || (unit === site.unit && block === site.block)
    const longer = added.lists.length > 0 ? joined(all, added) : all
    all = { lists: longer.lists, isAll: isSure && all.isAll && added.isAll }
  }
  return all
}

function isNamed({ callee }: Call, name: string): boolean {
  return callee.kind === 'field' && callee.name === name
}

// By list: the calls that add to it.
const additions = onceFor(({ sites }: Linked): ReadonlyMap<Value, readonly CallSite[]> => {
  const found = new Map<Value, CallSite[]>()
  for (const site of sites) {
    const { callee } = site.call
    if (callee.kind !== 'field' || !/^(?:append|extend|insert)$/.test(callee.name)) continue
    if (callee.of.kind === 'collection') addTo(found, callee.of, site)
  }
  return found
})
