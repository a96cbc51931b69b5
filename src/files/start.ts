import { lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../base/user-error'
import { isInside } from './inside'
import { systemCode } from './open'

/** What to walk: a folder, and the places in it to begin at, each relative to it and `''` for the folder itself. */
export interface Start {
  /** Absolute, free of links, with forward slashes, ending in one. */
  readonly root: string
  readonly places: readonly Place[]
}

export interface Place {
  readonly path: string
  readonly kind: 'file' | 'folder'
}

/** Finds the root and the paths in it, or says which is missing. */
export function findStart(root: string, paths: readonly string[]): Start {
  const real = realOf(resolve(root), root, '')
  if (kindOf(real, root) === 'file')
    return { root: withSlash(dirname(real)), places: [placeIn(dirname(real), real, root)] }
  const places = paths.map(path =>
    placeIn(real, realOf(resolve(real, path), path, isAbsolute(path) ? '' : root), path),
  )
  return { root: withSlash(real), places: places.length > 0 ? places : [{ path: '', kind: 'folder' }] }
}

/** The folders from the top of the enclosing work tree down to `folder`, without `folder` itself. All end in a slash. */
export function foldersAbove(folder: string): readonly string[] {
  const above: string[] = []
  for (let at = folder; ; at = withSlash(dirname(at))) {
    if (at !== folder) above.unshift(at)
    if (lstatSync(join(at, '.git'), { throwIfNoEntry: false })) return above
    if (withSlash(dirname(at)) === at) return []
  }
}

function placeIn(root: string, real: string, shown: string): Place {
  if (!isInside(root, real))
    throw new UserError(
      `\`${shown}\`: this lies outside of the scanned directory; scan the directory that holds it`,
    )
  return { path: relative(root, real).split(sep).join('/'), kind: kindOf(real, shown) }
}

function realOf(path: string, shown: string, within: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const code = systemCode(error)
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    const what = missing ? 'there is no such file or directory' : `this cannot be read (${code})`
    throw new UserError(
      `\`${shown}\`: ${what}${within && ` in \`${within}\``}; write a path that ${missing ? 'exists' : 'can be'}`,
    )
  }
}

function kindOf(path: string, shown: string): 'file' | 'folder' {
  const stats = statSync(path)
  if (stats.isFile()) return 'file'
  if (stats.isDirectory()) return 'folder'
  throw new UserError(`\`${shown}\`: this is neither a file nor a directory; write the path of one`)
}

function withSlash(folder: string): string {
  const slashed = folder.split(sep).join('/')
  return slashed.endsWith('/') ? slashed : `${slashed}/`
}
