import type { Item, Value } from '../../program'
import type { Linked } from '../linked'
import { holders } from '../possible'
import { itemsOf } from '../resolve'

/** What may stand for an item: what is written out there, or what a loop over several things takes from one of them. */
export function itemsAt(linked: Linked, item: Item): readonly Value[] {
  const written = holders(linked, item.of).flatMap(holder => itemsOf(holder, item.key) ?? [])
  return written.length > 0 ? written : pairedItems(item)
}

/** What a loop over `zip(names, paths)` takes from one of them, as an item of that: each of its steps has an item of each. */
export function pairedItems({ of: step, key }: Item): readonly Item[] {
  if (step.kind !== 'item' || step.key.kind !== 'unknown' || step.of.kind !== 'result') return []
  const { callee, arguments: args } = step.of.call
  const given = placeOf(callee, key.kind === 'constant' && typeof key.value === 'number' ? key.value : -1)
  // Nobody knows how many things a splat stands for.
  if (given < 0 || args.slice(0, given + 1).some(({ name, splat }) => name !== null || splat)) return []
  return args.slice(given, given + 1).map(({ value }) => ({ kind: 'item', of: value, key: step.key }))
}

// What `enumerate` goes through stands behind the number.
function placeOf(callee: Value, at: number): number {
  if (callee.kind !== 'name' || callee.from !== null) return -1
  if (callee.name === 'zip') return at
  return callee.name === 'enumerate' && at === 1 ? 0 : -1
}
