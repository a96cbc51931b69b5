import { addTo } from '../../base/groups'
import { onceFor } from '../../base/once'
import type { Block } from '../../program'

type Blocks = readonly Block[]

/** Whether one block of a unit leads to another, or is it. */
export function leadsTo(blocks: Blocks, from: number, to: number): boolean {
  const rounds = roundsOf(blocks)
  const roundOf = (block: number): number => rounds[block] ?? -1
  if (from === to || roundOf(from) === roundOf(to)) return true
  // Asked mostly from behind a loop, from where nothing leads back.
  const seen = new Set(roundOf(from) < roundOf(to) ? [from] : [])
  for (const at of seen) {
    if (at === to) return true
    for (const edge of blocks[at]?.next ?? []) if (roundOf(edge.to) <= roundOf(to)) seen.add(edge.to)
  }
  return false
}

// Blocks that lead to one another have one number, and where one leads on to others, theirs are larger.
const roundsOf = onceFor((blocks: Blocks): readonly number[] => {
  const into = new Map<number, number[]>()
  for (const [at, { next }] of blocks.entries()) for (const { to } of next) addTo(into, to, at)
  const rounds: number[] = []
  for (const [number, first] of orderOf(blocks, [...blocks.keys()]).entries()) {
    const round = new Set(rounds[first] === undefined ? [first] : [])
    for (const at of round) {
      rounds[at] = number
      for (const before of into.get(at) ?? []) if (rounds[before] === undefined) round.add(before)
    }
  }
  return rounds
})

/** Blocks in reverse postorder, from the first on, or from all of these. */
export function orderOf(blocks: Blocks, from: readonly number[] = [0]): number[] {
  const order: number[] = []
  const seen = new Set<number>()
  for (const start of from) if (!seen.has(start)) follow(blocks, start, seen, order)
  return order.reverse()
}

function follow(blocks: Blocks, start: number, seen: Set<number>, order: number[]): void {
  const stack = [{ at: start, edge: 0 }]
  seen.add(start)
  while (stack.length > 0) {
    const top = stack.at(-1)
    if (!top) break
    const edge = blocks[top.at]?.next[top.edge]
    top.edge += 1
    if (!edge) {
      order.push(top.at)
      stack.pop()
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to)
      stack.push({ at: edge.to, edge: 0 })
    }
  }
}
