/**
 * The same list with no room to grow, for those that are kept by the hundred thousand: most have one item or none, and a list
 * that `filter`, `flatMap` or `push` has made has room for seventeen.
 */
export function exact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice()
}

// Frozen, since it is everybody's.
const none: readonly never[] = Object.freeze([])
