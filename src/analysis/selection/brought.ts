import { exact } from '../../base/exact'
import { keptIn } from '../../base/once'
import { findModule, findRelative, type ModuleIndex } from '../modules'
import type { RawImport } from './imports'

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

/** What the imports of a file bring; `shared` gives one list for all that are equal. */
export function importsOf(
  path: string,
  written: readonly RawImport[],
  modules: ModuleIndex,
  shared: SharedNames,
): readonly Import[] {
  const found = written.flatMap(({ dots, base, name, bound }) =>
    dots === 0 && base === ''
      ? plainImport(modules, path, name, bound)
      : namedImport(modules, path, dots, base, name, bound),
  )
  return exact(found.map(each => (each.kind === 'own' ? { ...each, rest: shared(each.rest) } : each)))
}

export type SharedNames = (names: readonly string[]) => readonly string[]

/** Gives one list for all that are equal: many files import the same. */
export function openSharedNames(): SharedNames {
  const known = new Map<string, readonly string[]>()
  return names => keptIn(known, names.join('.'), () => names.slice())
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
