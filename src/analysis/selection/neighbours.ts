import { importersOf, type Outlines } from './outline'
import { throughPackages } from './ways'

/** Which files know one another: by importing, or by being imported. */
export interface Neighbourhood {
  readonly outlines: Outlines
  readonly known: Map<string, Neighbours>
}

/** What a file imports, also by way of others that pass it on, and who imports it. */
export interface Neighbours {
  readonly imported: readonly string[]
  readonly importers: readonly string[]
}

/** Asks nothing yet. */
export function openNeighbourhood(outlines: Outlines): Neighbourhood {
  return { outlines, known: new Map() }
}

/** What half of a repository imports hands nothing particular from one of its users to another. */
export const mostUsers = 250

/**
 * The files to which an object may be handed on from where it is made, over so many files at most. An importer may hand it
 * further in any direction. What it is handed down to hands it up again only where few others import that.
 */
export function within(
  neighbourhood: Neighbourhood,
  start: readonly string[],
  hops: number,
): ReadonlySet<string> {
  const reached = new Set(start)
  const raised = new Set(start)
  let frontier = new Set(start)
  for (let hop = 0; hop < hops; hop += 1) {
    const next = new Set<string>()
    for (const path of frontier) {
      const { imported, importers } = neighboursOf(neighbourhood, path)
      for (const other of imported) if (!reached.has(other)) next.add(other)
      if (!raised.has(path) && importers.length > mostUsers) continue
      for (const other of importers.filter(each => !raised.has(each))) {
        next.add(other)
        raised.add(other)
      }
    }
    for (const path of next) reached.add(path)
    frontier = next
  }
  return reached
}

/**
 * The files in which a value that others write down may be used: whoever imports one of these may hand it down to what it
 * imports itself. Two files that import the same one hand each other nothing.
 */
export function below(
  neighbourhood: Neighbourhood,
  start: readonly string[],
  hops: number,
): ReadonlySet<string> {
  const above = new Set(start)
  const reached = new Set(start)
  let frontier: readonly string[] = start
  for (let hop = 0; hop < hops; hop += 1) {
    const next = new Set<string>()
    for (const path of frontier) {
      const { imported, importers } = neighboursOf(neighbourhood, path)
      for (const other of imported) if (!reached.has(other)) next.add(other)
      if (!above.has(path)) continue
      for (const other of importers.filter(each => !above.has(each))) {
        above.add(other)
        next.add(other)
      }
    }
    for (const path of next) reached.add(path)
    frontier = [...next]
  }
  return reached
}

export function neighboursOf({ outlines, known }: Neighbourhood, path: string): Neighbours {
  const before = known.get(path)
  if (before) return before
  const imported = (outlines.byPath.get(path)?.imports ?? []).flatMap(each =>
    each.kind === 'own' ? [each.path, ...throughPackages(outlines, each).map(last => last.at)] : [],
  )
  const found = { imported: [...new Set(imported)], importers: importersOf(outlines, path) }
  known.set(path, found)
  return found
}
