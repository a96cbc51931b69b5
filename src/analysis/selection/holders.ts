import { keptIn } from '../../base/once'
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
  const says = ({ path, bound }: Holder): boolean => outlines.byPath.get(path)?.says(bound) ?? false
  return path =>
    keptIn(known, path, () => {
      const first = usersOf(outlines, path, '').flatMap(
        ({ path: user, import: { bound, rest } }): Holder[] =>
          rest.length === 0 && /^\w/.test(bound) ? [{ path: user, bound }] : [],
      )
      return holdersFrom(outlines, first).filter(says)
    })
}

// What half of a repository has is named by those who take it from its own module.
function holdersFrom(outlines: Outlines, first: readonly Holder[]): readonly Holder[] {
  const found: Holder[] = []
  const known = new Map<string, Set<string>>()
  let holders = first
  for (let hop = 0; hop < farthest; hop += 1) {
    const next: Holder[] = []
    for (const holder of holders) {
      takeFrom(outlines, holder, known, next)
      if (found.length + next.length > mostUsers) return found
    }
    found.push(...next)
    holders = next
  }
  return found
}

// Those who have it from a holder, and are not known yet. Files that import one another ask for the same ones again and again.
function takeFrom(
  outlines: Outlines,
  { path, bound }: Holder,
  known: Map<string, Set<string>>,
  next: Holder[],
): void {
  const own = keptIn(known, bound, () => new Set<string>())
  for (const { path: taker, import: each } of usersOf(outlines, path, bound)) {
    const [name, further] = each.rest
    if (further !== undefined) continue
    const as = name === undefined ? bound : each.bound
    const takers = as === bound ? own : keptIn(known, as, () => new Set<string>())
    if (takers.has(taker)) continue
    takers.add(taker)
    next.push({ path: taker, bound: as })
  }
}

/** Finds names that are taken from something, or from what has a name: `store.publish`, `getattr(store, "publish")`. */
export function takenFrom(names: readonly string[], holder: string | null): RegExp {
  const [before, between] = holder === null ? ['', '\\bgetattr\\s*\\([^()\\n]*'] : [`\\b${holder}\\s*`, '']
  return new RegExp(`${before}(?:\\.\\s*|${between},\\s*["'])(?:${names.join('|')})\\b`, 'g')
}
