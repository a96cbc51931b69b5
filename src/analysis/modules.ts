import { addTo } from '../base/groups'

/** Where the repository's own modules are, by dotted name. */
export interface ModuleIndex {
  /** The last two parts of a dotted name, and the last one alone, to the files that may answer to it. */
  readonly byEnd: ReadonlyMap<string, readonly string[]>
  /** The first parts of all names that a file answers to: any other name is a library's. */
  readonly tops: ReadonlySet<string>
  readonly paths: ReadonlySet<string>
}

interface ModulePlace {
  readonly path: string
  /** The folder from which the dotted name counts; empty for the root. */
  readonly root: string
}

/** What an import names: a module of the repository, and what is left of the name after it. */
export interface ImportedModule {
  readonly path: string
  readonly rest: readonly string[]
}

/** Indexes every Python file by the dotted names that an import could use for it, counted from any folder above it. */
export function indexModules(files: Iterable<string>): ModuleIndex {
  const byEnd = new Map<string, string[]>()
  const tops = new Set<string>()
  const paths = new Set<string>()
  for (const path of files) {
    if (!/\.pyw?$/.test(path)) continue
    paths.add(path)
    const parts = path.replace(/(\/__init__)?\.pyw?$/, '').split('/')
    for (const part of parts) tops.add(part)
    // Whole names of all lengths would be five times as many.
    addTo(byEnd, parts.at(-1) ?? '', path)
    if (parts.length > 1) addTo(byEnd, parts.slice(-2).join('.'), path)
  }
  return { byEnd, tops, paths }
}

/** The files that answer to a dotted name, counted from whatever folder. */
export function modulesNamed(index: ModuleIndex, name: string): readonly string[] {
  return placesNamed(index, name.split('.')).map(({ path }) => path)
}

function placesNamed({ byEnd }: ModuleIndex, parts: readonly string[]): readonly ModulePlace[] {
  const among = byEnd.get(parts.slice(-2).join('.'))
  if (!among) return []
  const stem = parts.join('/')
  const ends = [`${stem}.py`, `${stem}/__init__.py`, `${stem}.pyw`, `${stem}/__init__.pyw`]
  return among.flatMap(path => {
    const end = ends.find(one => path.endsWith(one))
    const root = end === undefined ? '' : path.slice(0, path.length - end.length)
    return end === undefined || (root !== '' && !root.endsWith('/'))
      ? []
      : [{ path, root: root.slice(0, -1) }]
  })
}

// Packages nest less deeply than this.
const deepest = 32

/** The repository's module behind an absolute import in `from`, or `null` where the name is somebody else's. */
export function findModule(index: ModuleIndex, name: string, from: string): ImportedModule | null {
  const parts = name.split('.')
  if (!index.tops.has(parts[0] ?? '')) return null
  for (let length = Math.min(parts.length, deepest); length > 0; length -= 1) {
    const places = placesNamed(index, parts.slice(0, length))
    const others = places.filter(place => place.path !== from || isWhole(place))
    const searched = others.filter(place => isSearched(index, place.root, from))
    // A repository of several packages installs them beside each other; a dotted name is too particular to be another's.
    const roots = searched.length > 0 || length < 2 ? searched : others
    const [first] = roots.sort((a, b) => b.root.length - a.root.length || (a.path < b.path ? -1 : 1))
    if (first) return { path: first.path, rest: parts.slice(length) }
  }
  return null
}

// A file that is called like a library imports the library; a package at the root imports itself.
function isWhole({ path, root }: ModulePlace): boolean {
  return root === '' && path.endsWith('/__init__.py')
}

// Python looks in the folder of the script, in the roots that the environment adds, and in installed packages.
// A repository's roots are the folders above the importing file and the source folders in them.
function isSearched(index: ModuleIndex, root: string, from: string): boolean {
  const above = (folder: string): boolean => folder === '' || from.startsWith(`${folder}/`)
  const isAbove = above(root) || above(root.replace(/(^|\/)(src|lib|python|app|code)$/, ''))
  return isAbove && !index.paths.has(`${root}/__init__.py`)
}

/** The repository's module behind a relative import in `from`; `null` where there is no such file. */
export function findRelative(
  index: ModuleIndex,
  name: string,
  dots: number,
  from: string,
): ImportedModule | null {
  const folders = from.split('/').slice(0, -1)
  if (dots - 1 > folders.length) return null
  const base = folders.slice(0, folders.length - (dots - 1))
  const parts = name === '' ? [] : name.split('.')
  for (let length = Math.min(parts.length, deepest); length >= 0; length -= 1) {
    const stem = [...base, ...parts.slice(0, length)].join('/')
    const path = [`${stem}.py`, stem === '' ? '__init__.py' : `${stem}/__init__.py`].find(p =>
      index.paths.has(p),
    )
    if (path) return { path, rest: parts.slice(length) }
  }
  return null
}

/** The file of the submodule `name` of a package, or `null`. */
export function findSubmodule(index: ModuleIndex, path: string, name: string): string | null {
  if (!path.endsWith('__init__.py')) return null
  const folder = path.slice(0, -'__init__.py'.length)
  return [`${folder}${name}.py`, `${folder}${name}/__init__.py`].find(p => index.paths.has(p)) ?? null
}
