import type { Unit } from '../../program'

/** Whether every way on from a block passes another one before the unit comes to its end. */
export function alwaysPasses({ blocks }: Unit, from: number, through: number): boolean {
  const seen = new Set([from])
  for (const index of seen) {
    if (index === through) continue
    const { facts, next } = blocks[index] ?? { facts: [], next: [] }
    if (next.length === 0 && facts.at(-1)?.kind !== 'raise') return false
    for (const { to } of next) seen.add(to)
  }
  return true
}
