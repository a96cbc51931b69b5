import { exact } from '../base/exact'
import type { Argument, Block, Call, Edge, Fact, Mix, Span, Value } from '../program'
import type { Effort } from './effort'
import { type Builder, blockAt, type Frame, type Handler, type Jump, seal } from './variables'

export { type Builder, bind, type Frame, type Handler, type Jump, lookUp, seal } from './variables'

// An exception has fewer handlers than this wherever people wrote them.
const mostWays = 64

/** A builder that stands in an empty entry block. */
export function openBuilder(free: (name: string) => Value, effort: Effort): Builder {
  const builder: Builder = { blocks: [], at: 0, frames: [], dirty: false, free, effort }
  newBlock(builder)
  blockAt(builder, 0).live = true
  seal(builder, 0)
  return builder
}

export function newBlock(builder: Builder): number {
  const [bound, pending] = [new Map<string, Value>(), new Map<string, Mix>()]
  builder.blocks.push({ facts: [], next: [], from: [], bound, pending, sealed: false, live: false })
  return builder.blocks.length - 1
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
  const [here, there] = [blockAt(builder, from), blockAt(builder, edge.to)]
  here.next.push(edge)
  there.from.push(from)
  there.live ||= here.live
}

/** Whether code that stands in this block can run. */
export function isLive(builder: Builder, index: number): boolean {
  return blockAt(builder, index).live
}

/** A way that is written down and never taken: variables keep their values where it would end. */
export function addDeadEdge(builder: Builder, from: number, edge: Edge): void {
  blockAt(builder, from).next.push(edge)
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
  more: Pick<Call, 'during' | 'on' | 'unused'> = {},
): Call {
  const call: Call = { kind: 'call', callee, arguments: args, span, name, ...more }
  addFact(builder, call)
  if (isProtected(builder)) {
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

/** Whether something around the current statement takes exceptions, for a moment at least. */
export function isProtected(builder: Builder): boolean {
  return builder.frames.some(frame => frame.kind !== 'loop')
}

/** Connects the current block to whatever takes an exception that its last fact raises. */
export function raiseFrom(builder: Builder): void {
  const from = builder.at
  builder.dirty = false
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

/** Says that what is not a call may raise here too. */
export function mayRaise(builder: Builder): void {
  // Where a call ends the block, an exception of that call is meant.
  continueIn(builder)
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

/** Goes on in a new block, and says in which. */
export function continueIn(builder: Builder): number {
  const next = newBlock(builder)
  goTo(builder, next)
  seal(builder, next)
  builder.at = next
  return next
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

/** The finished blocks. */
export function closeBuilder(builder: Builder): Block[] {
  return builder.blocks.map(({ facts, next }) => ({ facts: exact(facts), next: exact(next) }))
}
