import type { Block, Call, Mix, Value } from '../../program'
import { isArchive, listing } from '../archives'
import { given } from '../configuration/given'
import { entriesFor } from '../knowledge'
import type { Linked } from '../linked'
import { holders } from '../possible'
import { libraryNames } from '../resolve'
import type { Flow } from './engine'
import { atMost, both, type State } from './evidence'
import { leadsTo } from './reach'

const deepest = 8

/**
 * What holds where a loop has come to its end. A table that is written out has items, one that comes from elsewhere is
 * taken to have some, and what a query finds may be nothing.
 */
export function atLeastOnce(linked: Linked, over: Value, whole: State, back: State): State {
  const items = itemsIn(linked, over, 0)
  if (items === 'some') return back
  const round = items === 'taken' ? back : atMost(back, 'medium', 'in a loop that may go round not once')
  return both(whole, round) ?? whole
}

type Items = 'some' | 'taken' | 'maybe'

function itemsIn(linked: Linked, over: Value, depth: number): Items {
  if (depth > deepest) return 'maybe'
  if (over.kind === 'result')
    return itemsOfCall(linked, over.call, value => itemsIn(linked, value, depth + 1))
  if (over.kind === 'operation') return 'maybe'
  if (over.kind === 'mix' && over.of.every(way => way.kind !== 'mix'))
    return worst(over.of.map(way => itemsIn(linked, way, depth + 1)))
  const held = holders(linked, over)
  if (held.length > 0) return held.every(isFilled) ? 'some' : 'maybe'
  return over.kind === 'mix' || over.kind === 'unknown' ? 'maybe' : 'taken'
}

function isFilled(value: Value): boolean {
  if (value.kind === 'dictionary')
    return value.each === undefined && value.entries.some(entry => entry.key !== null)
  if (value.kind !== 'collection' || value.each !== undefined) return false
  return value.items.some(item => item.kind !== 'item' || !item.splat)
}

function itemsOfCall(linked: Linked, call: Call, inner: (value: Value) => Items): Items {
  const { callee, arguments: args } = call
  // Out of an archive with nothing in it nothing comes.
  if (callee.kind === 'field' && listing.test(callee.name)) return 'some'
  if (isArchive(linked, { kind: 'result', call })) return 'some'
  if (callee.kind === 'field' && /^(items|values|keys|copy)$/.test(callee.name)) return inner(callee.of)
  if (callee.kind === 'field' && callee.name === 'get') return args.length > 1 ? 'maybe' : 'taken'
  const names = libraryNames(linked, callee)
  if (args.length > 0 && names.some(linked.knowledge.iterates))
    return worst(args.map(({ value }) => inner(value)))
  return itemsRead(linked, call, names, inner)
}

// What is read from a file is taken to have items, and what has another form by now has those that it had.
function itemsRead(
  { knowledge }: Linked,
  call: Call,
  names: readonly string[],
  inner: (value: Value) => Items,
): Items {
  const [reader] = names.flatMap(name => entriesFor(knowledge.readers, name))
  if (reader?.gives !== 'result') return 'maybe'
  const { through, parameters } = reader
  if (through === undefined) return 'taken'
  const value = through === '*' ? null : given(call, parameters, through)
  const values = value ? [value] : through === '*' ? call.arguments.map(argument => argument.value) : []
  return values.length === 0 ? 'maybe' : worst(values.map(inner))
}

function worst(all: readonly Items[]): Items {
  if (all.includes('maybe')) return 'maybe'
  return all.includes('taken') ? 'taken' : 'some'
}

/** The loop that changes a value, for those who ask from behind it: what it draws from, and which ways come back. */
export function loopAround(
  { unit }: Flow,
  at: number,
  { from }: Mix,
): { readonly over: Value; readonly back: readonly number[] } | null {
  const { blocks } = unit
  // What may raise leads to a handler as well.
  for (const head of commonTargets(blocks, from)) {
    const test = blocks[head]?.facts.at(-1)
    if (test?.kind !== 'test' || !test.over || leadsTo(blocks, at, head)) continue
    const back = from.flatMap((block, i) => (leadsTo(blocks, head, block) ? [i] : []))
    if (back.length > 0 && back.length < from.length) return { over: test.over, back }
  }
  return null
}

function commonTargets(blocks: readonly Block[], from: readonly number[]): readonly number[] {
  const targets = from.map(block => new Set(blocks[block]?.next.map(edge => edge.to)))
  return [...(targets[0] ?? [])].filter(to => targets.every(set => set.has(to)))
}
