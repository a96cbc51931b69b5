import { farthest } from './evidence'
import { mostUsers } from './neighbours'
import { type Outlines, usersOf } from './outline'

/** A file that has a module from another one, which imports it. */
export interface Holder {
  readonly path: string
  /** The name of the module there. */
  readonly bound: string
}

/** Who may say `ship.registry` after `import ship`, or has it by `from ship import registry`, by the path of that module. */
export function openHolders(outlines: Outlines): (path: string) => readonly Holder[] {
  const known = new Map<string, readonly Holder[]>()
  const handedOn = ({ path, bound }: Holder): Holder[] =>
    usersOf(outlines, path).flatMap(({ path: taker, import: { bound: own, rest } }): Holder[] => {
      if (rest.length === 0) return [{ path: taker, bound }]
      return rest.length === 1 && rest[0] === bound ? [{ path: taker, bound: own }] : []
    })
  const says = ({ path, bound }: Holder): boolean => outlines.byPath.get(path)?.says(bound) ?? false
  return path => {
    const before = known.get(path)
    if (before) return before
    const first = usersOf(outlines, path).flatMap(({ path: user, import: { bound, rest } }): Holder[] =>
      rest.length === 0 && /^\w/.test(bound) ? [{ path: user, bound }] : [],
    )
    const found = holdersFrom(first, handedOn).filter(says)
    known.set(path, found)
    return found
  }
}

// What half of a repository has is named by those who take it from its own module.
function holdersFrom(
  first: readonly Holder[],
  handedOn: (holder: Holder) => readonly Holder[],
): readonly Holder[] {
  const found = new Map<string, Holder>()
  let holders = first
  for (let hop = 0; hop < farthest; hop += 1) {
    const next = new Map(holders.flatMap(handedOn).map(one => [`${one.path} ${one.bound}`, one] as const))
    holders = [...next].flatMap(([key, one]) => (found.has(key) ? [] : [one]))
    if (found.size + holders.length > mostUsers) break
    for (const [key, one] of next) found.set(key, one)
  }
  return [...found.values()]
}

/** Finds names that are taken from something, or from what has a name: `store.publish`, `getattr(store, "publish")`. */
export function takenFrom(names: readonly string[], holder: string | null): RegExp {
  const [before, between] = holder === null ? ['', '\\bgetattr\\s*\\([^()\\n]*'] : [`\\b${holder}\\s*`, '']
  return new RegExp(`${before}(?:\\.\\s*|${between},\\s*["'])(?:${names.join('|')})\\b`, 'g')
}
