import { openNames } from '../../base/names'
import { keptIn, once } from '../../base/once'
import type { SourceFile } from '../../program'
import { findModule, findRelative, type ModuleIndex } from '../modules'
import { withoutImports } from './imports'
import { type Layout, layoutOf } from './layout'
import type { Probe } from './probe'
import { withoutProse } from './prose'
import type { Sketch } from './sketch'

/** What an import of a file brings: a library's name, or a module of the repository and a name in it. */
export type Import =
  | { readonly kind: 'library'; readonly bound: string; readonly name: string }
  | {
      readonly kind: 'own'
      /** The name that it gets in the file; `*` for every name of the module, empty where it gets none. */
      readonly bound: string
      readonly path: string
      /** What is taken from the module, name by name; empty for the module itself. */
      readonly rest: readonly string[]
    }

export type OwnImport = Extract<Import, { kind: 'own' }>

/** What can be seen of a Python file without parsing it. */
export interface Outline extends Probe {
  readonly file: SourceFile
  readonly sketch: Omit<Sketch, 'imports'>
  readonly imports: readonly Import[]
  /** Those that get a name. */
  readonly boundTo: (name: string) => readonly Import[]
  /** The imported names that stand alone in the code somewhere, also with what is taken from them: `torch.jit`. */
  readonly alone: () => ReadonlySet<string>
  /** The text without documentation and comments, of which every offset stays. */
  readonly code: () => string
  /** That of the code. */
  readonly layout: () => Layout
}

/** The outlines of a repository's Python files, by path. */
export interface Outlines {
  readonly modules: ModuleIndex
  readonly byPath: ReadonlyMap<string, Outline>
  /** By path: the files that import it or something in it. */
  readonly importers: ReadonlyMap<string, readonly string[]>
  /** The imports that bring a file, as far as anybody has asked for them. */
  readonly users: Map<string, readonly User[]>
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
  const shared = openShared()
  const outlined = (file: SourceFile): Outline => {
    const sketch = sketchOf(file)
    return outlineOf(file, sketch, probeOf(file, sketch), modules, shared)
  }
  const byPath = new Map(files.map(file => [file.path, outlined(file)]))
  const importers = new Map<string, string[]>()
  for (const [path, { imports }] of byPath)
    for (const imported of new Set(imports.flatMap(each => (each.kind === 'own' ? [each.path] : []))))
      push(importers, imported, path)
  return { modules, byPath, importers, users: new Map(), followed: new Map() }
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

function outlineOf(
  file: SourceFile,
  sketch: Sketch,
  probe: Probe,
  modules: ModuleIndex,
  shared: Shared,
): Outline {
  const { imports: written, ...rest } = sketch
  const imports = importsOf(file.path, written, modules, shared)
  const code = once(() => withoutProse(file.text))
  return {
    file,
    sketch: rest,
    imports,
    boundTo: openBound(imports),
    ...probe,
    alone: once(() =>
      aloneIn(withoutImports(withoutProse(file.text)), new Set(imports.map(each => each.bound))),
    ),
    code,
    layout: once(() => layoutOf(code())),
  }
}

// In most files there are too few to be worth a map of their own.
const fewImports = 40

function openBound(imports: readonly Import[]): Outline['boundTo'] {
  if (imports.length <= fewImports) return name => imports.filter(each => each.bound === name)
  const byName = once(() => {
    const found = new Map<string, Import[]>()
    for (const each of imports) push(found, each.bound, each)
    return found
  })
  return name => byName().get(name) ?? noImports
}

const noImports: readonly Import[] = []

// Nothing more is taken from it there, no text says it, and it is not what gets a value.
const standing =
  /(?<![.\w"'])(?:[A-Za-z_]\w*(?![\w"'])(?![ \t]*[.\w"'])|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?![\w"'])(?![ \t]*[.\w"'(]))(?!\s*=[^=])/g

// Not the names that were found: pieces of a text keep it in memory.
function aloneIn(code: string, bound: ReadonlySet<string>): Set<string> {
  const own = openNames()
  const found = new Set<string>()
  for (const [name] of code.matchAll(standing)) {
    const end = name.indexOf('.')
    if (!found.has(name) && bound.has(end < 0 ? name : name.slice(0, end))) found.add(own(name))
  }
  return found
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function importsOf(
  path: string,
  written: Sketch['imports'],
  modules: ModuleIndex,
  shared: Shared,
): readonly Import[] {
  const found = written.flatMap(({ dots, base, name, bound }) =>
    dots === 0 && base === ''
      ? plainImport(modules, path, name, bound)
      : namedImport(modules, path, dots, base, name, bound),
  )
  return exact(found.map(each => (each.kind === 'own' ? { ...each, rest: shared(each.rest) } : each)))
}

type Shared = (names: readonly string[]) => readonly string[]

// One list for all that are equal: many files import the same.
function openShared(): Shared {
  const known = new Map<string, readonly string[]>()
  return names => keptIn(known, names.join('.'), () => names.slice())
}

// A list that has grown has room for more, and there is one for every file.
function exact<T>(list: readonly T[]): readonly T[] {
  return list.slice()
}

// `import a.b` binds `a`, and loads `a.b` as well.
function plainImport(modules: ModuleIndex, from: string, name: string, bound: string): Import[] {
  if (bound !== name || !name.includes('.')) return targetOf(modules, from, 0, name, bound)
  const first = name.slice(0, name.indexOf('.'))
  const [outer] = targetOf(modules, from, 0, first, first)
  const [whole] = targetOf(modules, from, 0, name, '')
  if (outer?.kind === 'library') return whole?.kind === 'own' ? [outer, whole] : [{ ...outer, name }]
  return [outer, whole].filter(each => each !== undefined)
}

function namedImport(
  modules: ModuleIndex,
  from: string,
  dots: number,
  base: string,
  name: string,
  bound: string,
): Import[] {
  const full = [base, name === '*' ? '' : name].filter(Boolean).join('.')
  return targetOf(modules, from, dots, full, bound)
}

function targetOf(modules: ModuleIndex, from: string, dots: number, name: string, bound: string): Import[] {
  const own = dots > 0 ? findRelative(modules, name, dots, from) : findModule(modules, name, from)
  if (own) return [{ kind: 'own', bound, path: own.path, rest: own.rest }]
  return dots > 0 ? [] : [{ kind: 'library', bound, name }]
}
