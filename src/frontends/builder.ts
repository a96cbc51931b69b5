import {
  type Argument,
  type Block,
  type Call,
  type Edge,
  type Fact,
  type Mix,
  type Span,
  unknown,
  type Value,
} from '../program'
import { type Effort, passBlock } from './effort'

interface OpenBlock {
  readonly facts: Fact[]
  readonly next: Edge[]
  readonly from: number[]
  readonly bound: Map<string, Value>
  /** Names read before all ways into the block were known. */
  readonly pending: Map<string, Mix>
  sealed: boolean
}

/** Control flow under construction. Variables are in static single assignment form: reading one gives its value. */
export interface Builder {
  readonly blocks: OpenBlock[]
  /** The block that the next fact goes to. */
  at: number
  /** What surrounds the current statement, from the outside in. */
  frames: readonly Frame[]
  /** What a name stands for where nothing on the way from the entry has bound it. */
  readonly free: (name: string) => Value
  readonly effort: Effort
}

// An exception has fewer handlers than this wherever people wrote them.
const mostWays = 64

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

/** A builder that stands in an empty entry block. */
export function openBuilder(free: (name: string) => Value, effort: Effort): Builder {
  const builder: Builder = { blocks: [], at: 0, frames: [], free, effort }
  newBlock(builder)
  seal(builder, 0)
  return builder
}

export function newBlock(builder: Builder): number {
  builder.blocks.push({ facts: [], next: [], from: [], bound: new Map(), pending: new Map(), sealed: false })
  return builder.blocks.length - 1
}

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

/** Goes on in a fresh block that `from` alone leads to. */
export function startBlock(builder: Builder): number {
  const next = newBlock(builder)
  builder.at = next
  return next
}

export function addFact(builder: Builder, fact: Fact): void {
  blockAt(builder, builder.at).facts.push(fact)
}

export function addEdge(builder: Builder, from: number, edge: Edge): void {
  blockAt(builder, from).next.push(edge)
  blockAt(builder, edge.to).from.push(from)
}

/** Ends the current block with a jump. */
export function goTo(builder: Builder, to: number): void {
  addEdge(builder, builder.at, { to })
}

/** Adds a call and, inside a `try`, the ways that its failure takes. */
export function addCall(
  builder: Builder,
  callee: Value,
  args: readonly Argument[],
  span: Span,
  name: Span,
): Call {
  const call: Call = { kind: 'call', callee, arguments: args, span, name }
  addFact(builder, call)
  if (builder.frames.some(frame => frame.kind !== 'loop')) {
    const from = builder.at
    const next = newBlock(builder)
    addEdge(builder, from, { to: next })
    seal(builder, next)
    builder.at = from
    raiseFrom(builder)
    builder.at = next
  }
  return call
}

/** Connects the current block to whatever takes an exception that its last fact raises. */
export function raiseFrom(builder: Builder): void {
  const from = builder.at
  let ways = 0
  for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
    const frame = builder.frames[i]
    if (frame?.kind === 'finally') {
      addEdge(builder, from, { to: copyFor(builder, frame, 'raise'), when: 'raises', catches: null })
      return
    }
    if (frame?.kind !== 'handlers') continue
    ways += frame.handlers.length
    if (ways > mostWays) {
      builder.effort.spent = true
      return
    }
    for (const h of frame.handlers) takeTo(builder, from, h)
    if (frame.handlers.some(h => h.total)) return
  }
}

/** Says that what is not a call may raise at the start of a body too: each of its own handlers can be reached from here. */
export function mayRaise(builder: Builder): void {
  const from = builder.at
  const body = newBlock(builder)
  goTo(builder, body)
  const frame = builder.frames.at(-1)
  if (frame?.kind === 'handlers' && frame.handlers.length > mostWays)
    for (const h of frame.handlers) takeTo(builder, from, h)
  else raiseFrom(builder)
  seal(builder, body)
  builder.at = body
}

function takeTo(builder: Builder, from: number, handler: Handler): void {
  addEdge(builder, from, { to: handler.block, when: 'raises', catches: handler.catches })
}

/** Leaves by `return`, `break` or `continue`, through every `finally` on the way. What follows is unreachable. */
export function leave(builder: Builder, jump: Exclude<Jump, 'raise'>): void {
  for (let i = builder.frames.length - 1; i >= 0; i -= 1) {
    const frame = builder.frames[i]
    if (frame?.kind === 'finally') {
      goTo(builder, copyFor(builder, frame, jump))
      break
    }
    if (frame?.kind === 'loop' && jump !== 'return') {
      goTo(builder, jump === 'break' ? frame.breakTo : frame.continueTo)
      break
    }
  }
  seal(builder, startBlock(builder))
}

function copyFor(builder: Builder, frame: Extract<Frame, { kind: 'finally' }>, jump: Jump): number {
  const known = frame.copies.get(jump)
  if (known !== undefined) return known
  const block = newBlock(builder)
  frame.copies.set(jump, block)
  return block
}

export function bind(builder: Builder, name: string, value: Value): void {
  blockAt(builder, builder.at).bound.set(name, value)
}

/** What `name` stands for at this point. */
export function lookUp(builder: Builder, name: string): Value {
  return settle(builder, name, open => valueAt(builder, builder.at, name, open))
}

interface OpenMix {
  readonly block: number
  readonly mix: Mix
}

/**
 * Finds a value and fills the mixes that this opened. A worklist, since thousands of branches in a row are legal.
 * Mixes opened last lie nearest to the entry, so one pass backwards replaces every mix that is of one value only.
 */
function settle(builder: Builder, name: string, find: (open: OpenMix[]) => Value): Value {
  const open: OpenMix[] = []
  const found = find(open)
  for (let i = 0; i < open.length; i += 1) {
    const entry = open[i]
    if (entry) gather(builder, name, entry, open)
  }
  const settled = new Map<Mix, Value>()
  for (const entry of open.reverse()) {
    const value = simplify(entry.mix, settled)
    settled.set(entry.mix, value)
    blockAt(builder, entry.block).bound.set(name, value)
  }
  return found.kind === 'mix' ? (settled.get(found) ?? found) : found
}

function gather(builder: Builder, name: string, { block, mix }: OpenMix, open: OpenMix[]): void {
  for (const from of blockAt(builder, block).from) {
    const value = valueAt(builder, from, name, open)
    if (value === mix || value === unreachable) continue
    mix.of.push(value)
    mix.from.push(from)
  }
}

function simplify(mix: Mix, settled: ReadonlyMap<Mix, Value>): Value {
  const ways = mix.of.map((value, i) => ({
    value: value.kind === 'mix' ? (settled.get(value) ?? value) : value,
    from: mix.from[i] ?? -1,
  }))
  const others = ways.filter(way => way.value !== mix && way.value !== unreachable)
  mix.of.splice(0, mix.of.length, ...others.map(way => way.value))
  mix.from.splice(0, mix.from.length, ...others.map(way => way.from))
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
  const mix: Mix = { kind: 'mix', of: [], from: [] }
  block.bound.set(name, mix)
  if (block.sealed) open.push({ block: index, mix })
  else block.pending.set(name, mix)
  return mix
}

function blockAt(builder: Builder, index: number): OpenBlock {
  const block = builder.blocks[index]
  if (!block) throw new Error(`no block ${index}`)
  return block
}

/** The finished blocks. */
export function closeBuilder(builder: Builder): Block[] {
  return builder.blocks.map(({ facts, next }) => ({ facts, next }))
}
