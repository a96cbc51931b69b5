import { addTo } from '../../base/groups'
import { openNames } from '../../base/names'
import { keptIn } from '../../base/once'
import type { SourceFile } from '../../program'
import type { ModuleIndex } from '../modules'
import { type Import, type OwnImport, openSharedNames } from './brought'
import { openCodes } from './codes'
import { type Outline, openOutline, type Shared } from './outlined'
import type { Probe } from './probe'
import type { Sketch } from './sketch'

export type { Import, OwnImport } from './brought'
export type { Outline } from './outlined'

/** The outlines of a repository's Python files, by path. */
export interface Outlines {
  readonly modules: ModuleIndex
  readonly byPath: ReadonlyMap<string, Outline>
  /** By path: the files that import it or something in it. */
  readonly importers: ReadonlyMap<string, readonly string[]>
  /** The imports that bring a file, as far as anybody has asked for them. */
  readonly users: Map<string, Users>
  /** Gives strings of their own for names that are pieces of a text. */
  readonly named: (name: string) => string
  /** What has been followed through packages so far. */
  readonly followed: Map<string, readonly Last[]>
  readonly asked: Asked
}

/** What is known of one name, where files take everything from very many others. */
export interface Asked {
  name: string
  /** By path: whether it stands there. */
  readonly said: Map<string, boolean>
  /** By path: the files to look for it in. */
  readonly stars: Map<string, readonly Import[]>
}

/** Outlines files; `modules` knows the names of all of them. */
export function outline(
  files: readonly SourceFile[],
  modules: ModuleIndex,
  sketchOf: (file: SourceFile) => Sketch,
  probeOf: (file: SourceFile, sketch: Sketch) => Probe,
): Outlines {
  const shared: Shared = { rest: openSharedNames(), named: openNames(), code: openCodes() }
  const outlined = (file: SourceFile): Outline => {
    const sketch = sketchOf(file)
    return openOutline(file, sketch, probeOf(file, sketch), modules, shared)
  }
  const byPath = new Map(files.map(file => [file.path, outlined(file)]))
  const importers = new Map<string, string[]>()
  for (const [path, { imports }] of byPath)
    for (const imported of new Set(imports.flatMap(each => (each.kind === 'own' ? [each.path] : []))))
      addTo(importers, imported, path)
  const { named } = shared
  const asked: Asked = { name: '', said: new Map(), stars: new Map() }
  return { modules, byPath, importers, named, users: new Map(), followed: new Map(), asked }
}

/** What an import stands for in the end, where packages only pass the name on; `at` is the file that says so. */
export type Last =
  | { readonly kind: 'library'; readonly name: string; readonly at: string }
  | { readonly kind: 'own'; readonly rest: readonly string[]; readonly at: string }

/** An import of the repository's own, and the file in which it stands. */
export interface User {
  readonly path: string
  readonly import: OwnImport
}

interface Users {
  /** Those that bring all of it. */
  readonly whole: readonly User[]
  /** By the first name that they take from it. */
  readonly byName: ReadonlyMap<string, readonly User[]>
}

/** The imports that bring a file, or a name of it; those of the name come last. */
export function usersOf(outlines: Outlines, path: string, name: string): readonly User[] {
  const { whole, byName } = keptIn(outlines.users, path, () => findUsers(outlines, path))
  const named = byName.get(name)
  if (!named) return whole
  return whole.length === 0 ? named : [...whole, ...named]
}

function findUsers({ importers, byPath }: Outlines, path: string): Users {
  const whole: User[] = []
  const byName = new Map<string, User[]>()
  for (const user of importers.get(path) ?? [])
    for (const each of byPath.get(user)?.imports ?? []) {
      if (each.kind !== 'own' || each.path !== path) continue
      const [name] = each.rest
      if (name === undefined) whole.push({ path: user, import: each })
      else addTo(byName, name, { path: user, import: each })
    }
  return { whole, byName }
}

/** The files that import a file, or something by way of it. */
export function importersOf(outlines: Outlines, path: string): readonly string[] {
  return outlines.importers.get(path) ?? []
}
