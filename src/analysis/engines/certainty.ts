import { onceFor } from '../../base/once'
import { type Block, type Program, type Unit, unknown, type Value } from '../../program'

/** Whether every way on from a block passes another one before the unit comes to its end. */
export function alwaysPasses({ blocks }: Unit, from: number, through: number): boolean {
  const seen = new Set([from])
  for (const index of seen) {
    if (index === through) continue
    const block = blocks[index] ?? { facts: [], next: [] }
    if (block.next.length === 0 && block.facts.at(-1)?.kind !== 'raise') return false
    // A loop over a list that is written out runs once at least; what comes behind it, comes behind its body.
    const first = beginsLoop(block) ? block.next.filter(({ when }) => when === 'true') : block.next
    const ways = first.every(({ to }) => seen.has(to)) ? block.next : first
    for (const { to } of ways) {
      const again = seen.has(to) ? blocks[to] : undefined
      if (again && beginsLoop(again)) for (const way of again.next) seen.add(way.to)
      seen.add(to)
    }
  }
  return true
}

function beginsLoop({ facts }: Block): boolean {
  const last = facts.at(-1)
  return last?.kind === 'test' && last.over !== undefined && isWrittenOut(last.over)
}

function isWrittenOut(value: Value): boolean {
  if (value.kind !== 'collection' || value.each !== undefined) return false
  return value.items.some(item => item.kind !== 'item' || !item.splat)
}

const lists = onceFor((program: Program): ReadonlySet<Value> => {
  const found = new Set<Value>()
  for (const { blocks } of program.units.values())
    for (const { facts } of blocks)
      for (const fact of facts) if (fact.kind === 'test' && fact.over) found.add(fact.over)
  return found
})

/** Whether a value is each of the items of a list in turn: `for task in [extract, train]`. */
export function isEachInTurn(program: Program, value: Extract<Value, { kind: 'item' }>): boolean {
  return value.key === unknown && isWrittenOut(value.of) && lists(program).has(value.of)
}
