import { keptIn } from '../base/once'
import type { Value } from '../program'
import type { Linked, Reached, Referent, Stars } from './linked'
import { findSubmodule } from './modules'
import { unique } from './referents'

/** Modules that take all of the names of others, with nothing known of them yet. */
export function openStars(): Stars {
  return { behind: new Map(), reached: new Map(), givers: new Map(), kept: 0, asking: false }
}

/** Forgets what has been worked out. */
export function forgetStars(stars: Stars): void {
  stars.behind.clear()
  stars.reached.clear()
  stars.kept = 0
  stars.givers.clear()
}

// A module may take names from very many, and each of those from nearly as many.
const mostKept = 1_000_000

type Resolve = (value: Value) => readonly Referent[]

/** How values are resolved: by themselves, and in the midst of a search, where a cycle may cut something off. */
export interface Resolving {
  readonly alone: Resolve
  readonly amid: Resolve
}

/**
 * What gives a module a name that it does not have itself. `from .client import *` in a package passes the client's
 * names on, and two files may do so to each other.
 */
export function giversOf(
  linked: Linked,
  path: string,
  name: string,
  resolving: Resolving,
): readonly Referent[] {
  const { stars, program } = linked
  if (!program.stars.has(path)) return []
  // What is asked in order to know a star holds for that question only.
  if (stars.asking) return find(linked, path, name, resolving.amid)
  const known = keptIn(stars.givers, path, () => new Map<string, readonly Referent[]>())
  return keptIn(known, name, () => find(linked, path, name, resolving.alone))
}

function find(linked: Linked, from: string, name: string, resolve: Resolve): readonly Referent[] {
  const { modules, others } = reachedFrom(linked, from, resolve)
  const having = modules.filter(path => hasName(linked, path, name))
  if (having.length === 0) return others
  if (having.length === 1 && others.length === 0)
    return having.map((path): Referent => ({ kind: 'module', path }))
  // Whoever has the name takes it from nobody else: which of them give it only the way there tells.
  return walk(linked, from, resolve, path => hasName(linked, path, name)).found
}

// All that a module takes names from, whoever has them.
function reachedFrom(linked: Linked, from: string, resolve: Resolve): Reached {
  const { stars } = linked
  const known = stars.reached.get(from)
  if (known) return known
  const { seen, found } = walk(linked, from, resolve, () => false)
  const reached: Reached = { modules: [...seen], others: found }
  stars.kept += reached.modules.length
  if (stars.kept < mostKept && !stars.asking) stars.reached.set(from, reached)
  return reached
}

interface Walked {
  readonly seen: ReadonlySet<string>
  readonly found: readonly Referent[]
}

/** Goes from a module to all that it takes names from, and not beyond those that have what is looked for. */
function walk(linked: Linked, from: string, resolve: Resolve, isEnd: (path: string) => boolean): Walked {
  const found = new Set<Referent>()
  const seen = new Set([from])
  const open = [...behind(linked, from, resolve)].reverse()
  for (let of = open.pop(); of !== undefined; of = open.pop()) {
    if (of.kind !== 'module' || isEnd(of.path)) found.add(of)
    else if (!seen.has(of.path)) {
      seen.add(of.path)
      open.push(...[...behind(linked, of.path, resolve)].reverse())
    }
  }
  return { seen, found: unique([...found], Number.POSITIVE_INFINITY) }
}

function behind(linked: Linked, path: string, resolve: Resolve): readonly Referent[] {
  const { stars, program } = linked
  const given = program.stars.get(path) ?? []
  if (stars.asking || given.length === 0) return given.flatMap(resolve)
  return keptIn(stars.behind, path, () => {
    stars.asking = true
    const found = given.flatMap(resolve)
    stars.asking = false
    return found
  })
}

function hasName({ program, modules }: Linked, path: string, name: string): boolean {
  return program.units.get(path)?.bound.has(name) || findSubmodule(modules, path, name) !== null
}
