import { addTo } from '../../base/groups'
import { openNames } from '../../base/names'
import { keptIn } from '../../base/once'
import type { SourceFile } from '../../program'
import { findSubmodule, type ModuleIndex } from '../modules'
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
  readonly users: Map<string, readonly User[]>
  /** Gives strings of their own for names that are pieces of a text. */
  readonly named: (name: string) => string
  /** What has been followed through packages so far. */
  readonly followed: Map<string, readonly Last[]>
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
  return { modules, byPath, importers, named, users: new Map(), followed: new Map() }
}

/** What an import stands for in the end, where packages only pass the name on; `at` is the file that says so. */
export type Last =
  | { readonly kind: 'library'; readonly name: string; readonly at: string }
  | { readonly kind: 'own'; readonly rest: readonly string[]; readonly at: string }

/** Follows an import through the files that pass its name on: every file on the way, and the libraries behind. */
export function throughPackages(outlines: Outlines, { path, rest }: OwnImport): readonly Last[] {
  const here: OwnImport = { kind: 'own', bound: '', path, rest }
  if (isLast(outlines, here)) return [{ kind: 'own', rest, at: path }]
  const key = `${path} ${rest.join('.')}`
  const known = outlines.followed.get(key)
  if (known) return known
  const found = new Map<string, Last>()
  const open = [here]
  for (const each of open)
    for (const last of step(outlines, each, open))
      if (found.size < most) found.set(JSON.stringify(last), last)
  const lasts = [...found.values()]
  outlines.followed.set(key, lasts)
  return lasts
}

/** Where an import leads, through packages and down into the modules in them. */
export interface Way {
  /** What is taken from a file, or a library. */
  readonly ends: readonly Last[]
  /** The files that say so, those that pass it on included. */
  readonly passed: ReadonlySet<string>
}

/** Follows an import to where it leads. */
export function wayOf(outlines: Outlines, each: OwnImport): Way {
  const ends: Last[] = []
  const passed = new Set<string>()
  const open: OwnImport[] = [each]
  for (const next of open)
    for (const last of throughPackages(outlines, next)) {
      const inside = moduleIn(outlines, last)
      passed.add(last.at)
      if (inside === null) ends.push(last)
      else if (inside === undefined) continue
      else if (outlines.byPath.get(last.at)?.defines(nameIn(last))) ends.push(last)
      else if (!isKnown(open, inside)) open.push(inside)
    }
  return { ends, passed }
}

// The module that is named next; `null` where it ends here, `undefined` where the file only passes the name on.
function moduleIn({ byPath, modules }: Outlines, last: Last): OwnImport | null | undefined {
  const name = nameIn(last)
  if (last.kind === 'library' || name === '') return null
  if ((byPath.get(last.at)?.boundTo(name).length ?? 0) > 0) return undefined
  const path = findSubmodule(modules, last.at, name)
  return path === null ? null : { kind: 'own', bound: '', path, rest: last.rest.slice(1) }
}

function nameIn(last: Last): string {
  return (last.kind === 'own' && last.rest[0]) || ''
}

const most = 60

// Nearly all are, so they are not worth being remembered.
function isLast({ byPath }: Outlines, { path, rest: [name] }: OwnImport): boolean {
  const outline = name === undefined ? undefined : byPath.get(path)
  return !outline || [name, '*'].every(bound => outline.boundTo(bound ?? '').length === 0)
}

function step(outlines: Outlines, { path, rest }: OwnImport, open: OwnImport[]): Last[] {
  const [name, ...further] = rest
  const here: Last = { kind: 'own', rest, at: path }
  const outline = outlines.byPath.get(path)
  if (name === undefined || !outline) return [here]
  const named = outline.boundTo(name).map(next => follow(next, further))
  const stars = outline.boundTo('*').map(next => follow(next, rest))
  const onward = [...named, ...stars]
  for (const next of onward) if (next.kind === 'own' && !isKnown(open, next)) open.push(next)
  return [here, ...onward.flatMap((next): Last[] => (next.kind === 'library' ? [{ ...next, at: path }] : []))]
}

function isKnown(open: readonly OwnImport[], next: OwnImport): boolean {
  return (
    open.length > most || open.some(o => o.path === next.path && o.rest.join('.') === next.rest.join('.'))
  )
}

function follow(next: Import, rest: readonly string[]): Import {
  return next.kind === 'library'
    ? { ...next, name: [next.name, ...rest].join('.') }
    : { ...next, rest: joined(next.rest, rest) }
}

/** An import of the repository's own, and the file in which it stands. */
export interface User {
  readonly path: string
  readonly import: OwnImport
}

/** The imports that bring a file, or something in it. */
export function usersOf({ users, importers, byPath }: Outlines, path: string): readonly User[] {
  return keptIn(users, path, () =>
    (importers.get(path) ?? []).flatMap(user =>
      (byPath.get(user)?.imports ?? []).flatMap(each =>
        each.kind === 'own' && each.path === path ? [{ path: user, import: each }] : [],
      ),
    ),
  )
}

/** The files that import a file, or something by way of it. */
export function importersOf(outlines: Outlines, path: string): readonly string[] {
  return outlines.importers.get(path) ?? []
}

// Many of them are remembered, and most lists stay as they are.
function joined(first: readonly string[], then: readonly string[]): readonly string[] {
  if (first.length === 0) return then
  return then.length === 0 ? first : [...first, ...then]
}
