import type { Unit } from '../../program'

/** Whether every way on from a block passes another one before the unit comes to its end. */
export function alwaysPasses({ blocks }: Unit, from: number, through: number): boolean {
  const seen = new Set([from])
  for (const index of seen) {
    if (index === through) continue
    const block = blocks[index]
    if (!block) return false
    const raised = block.facts.at(-1)?.kind === 'raise'
    if (block.next.length === 0 && !raised) return false
    for (const { to } of block.next) seen.add(to)
  }
  return true
}
