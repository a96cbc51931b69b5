import type { Edge, Fact, Mix, Value } from '../program'
import { unknown } from '../program'
import { type Effort, passBlock } from './effort'

/** A block under construction. */
export interface OpenBlock {
  readonly facts: Fact[]
  readonly next: Edge[]
  readonly from: number[]
  readonly bound: Map<string, Value>
  /** Names read before all ways into the block were known. */
  readonly pending: Map<string, GrowingMix>
  sealed: boolean
  /** Whether some way from the entry leads here. */
  live: boolean
}

/** Control flow under construction. Variables are in static single assignment form: reading one gives its value. */
export interface Builder {
  readonly blocks: OpenBlock[]
  /** The block that the next fact goes to. */
  at: number
  /** What surrounds the current statement, from the outside in. */
  frames: readonly Frame[]
  /** Whether a name was bound since the last point from which an exception has its ways. */
  dirty: boolean
  /** What a name stands for where nothing on the way from the entry has bound it. */
  readonly free: (name: string) => Value
  readonly effort: Effort
}

export type Jump = 'return' | 'break' | 'continue' | 'raise'

export interface Handler {
  readonly block: number
  /** `null` takes every exception. */
  readonly catches: readonly Value[] | null
  /** Whether no ordinary exception passes it. */
  readonly total: boolean
}

export type Frame =
  | { readonly kind: 'handlers'; readonly handlers: readonly Handler[] }
  | { readonly kind: 'loop'; readonly breakTo: number; readonly continueTo: number }
  | { readonly kind: 'finally'; readonly copies: Map<Jump, number> }

// What a name stands for after a `return` or a `raise`: it adds nothing where ways meet.
const unreachable: Value = { kind: 'unknown' }

/** Declares that every way into the block is known. */
export function seal(builder: Builder, index: number): void {
  const block = blockAt(builder, index)
  if (block.sealed) return
  block.sealed = true
  for (const [name, mix] of block.pending)
    settle(builder, name, open => {
      open.push({ block: index, mix })
      return mix
    })
  block.pending.clear()
}

export function bind(builder: Builder, name: string, value: Value): void {
  blockAt(builder, builder.at).bound.set(name, value)
  builder.dirty = true
}

/** What `name` stands for at this point. */
export function lookUp(builder: Builder, name: string): Value {
  return settle(builder, name, open => valueAt(builder, builder.at, name, open))
}

const mostRounds = 8

interface OpenMix {
  readonly block: number
  readonly mix: GrowingMix
}

/** A mix whose ways are not all known yet. */
type GrowingMix = { -readonly [Key in keyof Mix]: Mix[Key] }

// Lists that grow have room for more.
function trim(mix: GrowingMix): void {
  mix.of = mix.of.slice()
  mix.from = mix.from.slice()
}

/**
 * Finds a value and fills the mixes that this opened. A worklist, since thousands of branches in a row are legal.
 * Mixes opened last mostly lie nearest to the entry, so a pass backwards replaces nearly every mix that is of one value
 * only; where ways of different lengths meet it takes another one.
 */
function settle(builder: Builder, name: string, find: (open: OpenMix[]) => Value): Value {
  const open: OpenMix[] = []
  const found = find(open)
  for (let i = 0; i < open.length; i += 1) {
    const entry = open[i]
    if (entry) gather(builder, name, entry, open)
  }
  const settled = new Map<Mix, Value>()
  open.reverse()
  let changed = true
  for (let round = 0; changed && round < mostRounds; round += 1) {
    changed = false
    for (const { mix } of open) {
      const value = simplify(mix, settled)
      changed ||= value !== mix && value !== settled.get(mix)
      settled.set(mix, value)
    }
  }
  for (const { block, mix } of open) {
    trim(mix)
    blockAt(builder, block).bound.set(name, settled.get(mix) ?? mix)
  }
  return found.kind === 'mix' ? (settled.get(found) ?? found) : found
}

function gather(builder: Builder, name: string, { block, mix }: OpenMix, open: OpenMix[]): void {
  const { from: ways, live } = blockAt(builder, block)
  for (const from of ways) {
    if (live && !blockAt(builder, from).live) continue
    const value = valueAt(builder, from, name, open)
    if (value === mix || value === unreachable) continue
    mix.of.push(value)
    mix.from.push(from)
  }
}

function simplify(mix: GrowingMix, settled: ReadonlyMap<Mix, Value>): Value {
  const ways = mix.of.map((value, i) => ({
    value: value.kind === 'mix' ? (settled.get(value) ?? value) : value,
    from: mix.from[i] ?? -1,
  }))
  const others = ways.filter(way => way.value !== mix && way.value !== unreachable)
  mix.of = others.map(way => way.value)
  mix.from = others.map(way => way.from)
  if (mix.of.length === 0) return unreachable
  const [only, ...rest] = new Set(mix.of)
  return only !== undefined && rest.length === 0 ? only : mix
}

function valueAt(builder: Builder, index: number, name: string, open: OpenMix[]): Value {
  const passed: OpenBlock[] = []
  let at = index
  let value: Value | null = null
  while (value === null) {
    if (!passBlock(builder.effort)) return unknown
    const block = blockAt(builder, at)
    const bound = block.bound.get(name)
    const only = block.sealed && block.from.length === 1 ? block.from[0] : undefined
    if (bound) value = bound
    else if (only !== undefined) {
      passed.push(block)
      at = only
    } else value = valueOnEntry(builder, at, name, open)
  }
  for (const block of passed) block.bound.set(name, value)
  return value
}

function valueOnEntry(builder: Builder, index: number, name: string, open: OpenMix[]): Value {
  const block = blockAt(builder, index)
  if (block.sealed && block.from.length === 0) {
    const value = index === 0 ? builder.free(name) : unreachable
    block.bound.set(name, value)
    return value
  }
  const mix: GrowingMix = { kind: 'mix', of: [], from: [] }
  block.bound.set(name, mix)
  if (block.sealed) open.push({ block: index, mix })
  else block.pending.set(name, mix)
  return mix
}

/** The block of that number. */
export function blockAt(builder: Builder, index: number): OpenBlock {
  const block = builder.blocks[index]
  if (!block) throw new Error(`no block ${index}`)
  return block
}
