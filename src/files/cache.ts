import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { digestOf } from '../base/hash'
import { makeFolders } from './folders'
import { ownFolder } from './grammars'
import { isInside } from './inside'
import { systemCode } from './open'
import { trackedFiles } from './tracked'

/** Makes the folder of a cache. What hinders it is returned. */
export function makeFolder(directory: string): string | null {
  try {
    makeFolders(resolve(directory))
    return null
  } catch (error) {
    return `cannot be made (${systemCode(error)})`
  }
}

/** The path of a folder within a scanned directory; `null` where it lies elsewhere, or is that directory. */
export function pathInside(directory: string, root: string): string | null {
  const [folder, top] = [resolve(directory), resolve(root)]
  return folder !== top && isInside(top, folder) ? relative(top, folder).split(sep).join('/') : null
}

/**
 * Why what stands in the folder of a cache may be the word of the scanned repository, to complete "The cache `x` …"; `null`
 * where it is not. Who can commit a cache could commit the answers too.
 */
export function whyForeign(directory: string, root: string): string | null {
  const own = pathInside(directory, root)
  if (own === null) return null
  const steps = own.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'))
  if (steps.some(step => isLink(join(root, step))))
    return 'lies behind a link of the directory that is scanned'
  const tracked = [...(trackedFiles(`${resolve(root)}/`) ?? [])]
  return tracked.some(path => path.startsWith(`${own}/`))
    ? 'is committed to the repository that is scanned'
    : null
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch (error) {
    // Where there can be no folder there is no link; that it cannot be made is told elsewhere.
    systemCode(error)
    return false
  }
}

/** The path of a file in a folder. */
export function fileIn(directory: string, name: string): string {
  return join(resolve(directory), name)
}

/** Names the program that runs, and the form in which its Node writes data: the version alone does not tell builds apart. */
export function programStamp(version: string): string {
  const folder = ownFolder()
  const files = readdirSync(folder).filter(name => /\.(?:js|ts|wasm)$/.test(name))
  const texts = files.sort().flatMap(name => [name, readFileSync(join(folder, name))])
  return digestOf([version, process.versions.v8, ...texts])
}
