import { addTo } from '../base/groups'
import { keptIn, onceFor } from '../base/once'
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
  const reached = reachedFrom(linked, from, resolve)
  const { others } = reached
  const having = havingName(linked, reached, name)
  if (having.length === 0) return others
  if (having.length === 1 && others.length === 0)
    return having.map((path): Referent => ({ kind: 'module', path }))
  // Whoever has the name takes it from nobody else: which of them give it only the way there tells.
  return walk(linked, from, resolve, path => hasName(linked, path, name)).found
}

// All that a module takes names from, whoever has them.
function reachedFrom(linked: Linked, from: string, resolve: Resolve): Reached {
  const { stars } = linked
  const known = stars.reached.get(from) ?? reachedTogether(linked, from, resolve)
  if (known) return known
  const { seen, found } = walk(linked, from, resolve, () => false)
  const packages = [...seen].filter(path => path.endsWith('__init__.py'))
  const reached: Reached = { modules: seen, packages, others: found }
  stars.kept += seen.size
  if (stars.kept < mostKept && !stars.asking) stars.reached.set(from, reached)
  return reached
}

// Modules that take names from one another reach the same ones, each by another way: the order of anything else may differ.
function reachedTogether(linked: Linked, from: string, resolve: Resolve): Reached | undefined {
  const { stars } = linked
  if (stars.asking) return undefined
  const next = behind(linked, from, resolve).flatMap(of =>
    of.kind === 'module' ? (stars.reached.get(of.path) ?? []) : [],
  )
  const same = next.find(({ modules, others }) => modules.has(from) && others.length === 0)
  if (same) stars.reached.set(from, same)
  return same
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

const few = 60

// Each of very many modules that take names from one another asks for names of its own.
function havingName(linked: Linked, { modules, packages }: Reached, name: string): readonly string[] {
  if (modules.size <= few) return [...modules].filter(path => hasName(linked, path, name))
  const bound = (binding(linked.program).get(name) ?? []).filter(path => modules.has(path))
  const known = new Set(bound)
  return [...bound, ...packages.filter(path => !known.has(path) && hasName(linked, path, name))]
}

// By name: what binds it.
const binding = onceFor(({ units }: Linked['program']): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const [path, { bound }] of units) for (const name of bound.keys()) addTo(found, name, path)
  return found
})
