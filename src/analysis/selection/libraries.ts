import { findModule } from '../modules'
import type { Import, Outline, Outlines } from './outline'
import { throughPackages } from './ways'

/** Which files bring which libraries. */
export interface Libraries {
  readonly outlines: Outlines
  /** By path: the names of libraries that the imports of a file bring, by way of other files as well. */
  readonly libraries: Map<string, readonly string[]>
  /** By the name of a library: the files that bring it; empty until it is asked for. */
  readonly importing: Map<string, readonly Outline[]>
}

/** Asks nothing yet. */
export function openLibraries(outlines: Outlines): Libraries {
  return { outlines, libraries: new Map(), importing: new Map() }
}

/** Whether a file brings a library, itself or by way of others. */
export function importsRoot(all: Libraries, outline: Outline, root: string): boolean {
  return librariesOf(all, outline).some(name => means(all, outline, name, root))
}

function means({ outlines }: Libraries, { file }: Outline, name: string, root: string): boolean {
  return (
    isOf(name, root) && (name.length >= root.length || findModule(outlines.modules, root, file.path) === null)
  )
}

/** By the name of a library: the files that bring it. */
export function importersByName(all: Libraries): ReadonlyMap<string, readonly Outline[]> {
  if (all.importing.size === 0) indexLibraries(all)
  return all.importing
}

/** The files that bring a library, in their order. */
export function importersOfRoot(all: Libraries, root: string): Outline[] {
  const { outlines } = all
  const found = new Set<Outline>()
  for (const [name, files] of importersByName(all))
    if (isOf(name, root)) for (const file of files) if (means(all, file, name, root)) found.add(file)
  return [...outlines.byPath.values()].filter(each => found.has(each))
}

function indexLibraries(all: Libraries): void {
  const importing = new Map<string, Outline[]>()
  for (const outline of all.outlines.byPath.values())
    for (const name of librariesOf(all, outline)) {
      const known = importing.get(name)
      if (known) known.push(outline)
      else importing.set(name, [outline])
    }
  for (const [name, files] of importing) all.importing.set(name, files)
}

/** Whether two dotted names of libraries may mean the same; `null` means any. */
export function isOf(name: string, root: string | null): boolean {
  return root === null || name === root || name.startsWith(`${root}.`) || root.startsWith(`${name}.`)
}

function librariesOf(all: Libraries, outline: Outline): readonly string[] {
  const { path } = outline.file
  const known = all.libraries.get(path)
  if (known) return known
  const found = [...new Set(outline.imports.flatMap(each => librariesBehind(all.outlines, each)))]
  all.libraries.set(path, found)
  return found
}

/** The library's names that an import brings, itself or by way of other files that pass them on. */
export function librariesBehind(outlines: Outlines, each: Import): readonly string[] {
  if (each.kind === 'library') return [each.name]
  return throughPackages(outlines, each).flatMap(last => (last.kind === 'library' ? [last.name] : []))
}
