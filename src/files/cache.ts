import { randomBytes } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { types } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { digestOf } from '../base/hash'
import { ownFolder } from './grammars'
import { systemCode } from './open'
import { isInside } from './text-file'
import { trackedFiles } from './tracked'

/** What was kept in a file, by its keys. */
export interface Kept {
  readonly entries: ReadonlyMap<string, Uint8Array>
  /** Why nothing of the file counts, to complete "The cache `x` …"; `null` where it does, or where there is none. */
  readonly refused: string | null
}

const mark = 'modelgate-cache'
const mostBytes = 512 * 1024 * 1024
const nothing: Kept['entries'] = new Map()

/** Reads what `keep` has written under the same stamp. Whatever else stands there is left alone and counts for nothing. */
export function readKept(path: string, stamp: string): Kept {
  const refuse = (refused: string): Kept => ({ entries: nothing, refused })
  const bytes = bytesOf(path)
  if (bytes === null) return { entries: nothing, refused: null }
  if (typeof bytes === 'string') return refuse(bytes)
  const end = bytes.subarray(0, 300).indexOf('\n')
  const [word, by, digest] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split(' ')
  if (word !== mark) return refuse('is none')
  if (by !== stamp) return refuse('was written by another Modelgate or Node')
  const body = bytes.subarray(end + 1)
  if (digestOf([body]) !== digest) return refuse('is not as it was written')
  const entries: unknown = deserialize(body)
  // Not `instanceof`: it is of another realm where a test runs in a context of its own.
  return types.isMap(entries)
    ? { entries: entries as Kept['entries'], refused: null }
    : refuse('holds something else')
}

/** Writes entries, all or none of them. What hinders it is returned, to complete "The cache `x` …". */
export function keep(path: string, stamp: string, entries: Kept['entries']): string | null {
  const body = serialize(entries)
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${mark} ${stamp} ${digestOf([body])}\n`), body]), {
      flag: 'wx',
    })
    renameSync(temporary, path)
    return null
  } catch (error) {
    return `cannot be written (${systemCode(error)})`
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Makes the folder of a cache. What hinders it is returned. */
export function makeFolder(directory: string): string | null {
  try {
    mkdirSync(directory, { recursive: true })
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

function bytesOf(path: string): Buffer | string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return null
    if (!stats.isFile()) return 'is no file'
    return stats.size > mostBytes ? 'is too large' : readFileSync(path)
  } catch (error) {
    return `cannot be read (${systemCode(error)})`
  }
}
