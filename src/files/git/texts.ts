import { realpathSync, statSync } from 'node:fs'
import { dirname, posix, resolve, sep } from 'node:path'
import { decode } from '../decode'
import { findStart } from '../start'
import { type Blob, readBlobs, sizesOf } from './objects'
import type { Repository } from './repository'

/** A commit, seen from the scanned folder. */
export interface Commit {
  readonly root: string
  readonly commit: string
  readonly blobs: readonly Blob[]
  /** Brings blobs that the clone lacks, where that can be done. */
  readonly bring: (ids: readonly string[]) => void
}

const usual = 1024 * 1024
const mostLinks = 5

/** The text of a file of a commit; `null` where there is none, or none that can be read. Links inside the commit are followed. */
export function textIn(repository: Repository, commit: Commit, path: string, most = usual): string | null {
  let at = placeOf(repository, commit, path)
  for (let links = 0; links <= mostLinks; links += 1) {
    const blob = commit.blobs.find(one => one.path === at)
    const text = blob && blob.kind !== 'submodule' ? contentOf(repository, commit, blob, most) : null
    if (blob?.kind !== 'link' || text === null) return text
    at = posix.join(posix.dirname(at), text)
  }
  return null
}

/** Whether anything stands at a path. */
export function holds(repository: Repository, commit: Commit, path: string): boolean {
  const place = placeOf(repository, commit, path)
  return commit.blobs.some(one => one.path === place || one.path.startsWith(`${place}/`))
}

/**
 * The path of a file that the user named, from the scanned folder; `null` where it lies outside of the repository, or where
 * neither side has committed it: such a file is the user's own. Links inside the work tree are not followed, since who
 * proposes a change decides where they lead.
 */
export function pathInside(repository: Repository, commit: Commit, named: string): string | null {
  const place = placeInside(repository, resolve(named))
  if (place === null) return null
  const path = posix.relative(`/${prefixOf(repository, commit.root)}`, `/${place}`)
  return holds(repository, commit, path) || isCommitted(repository, place) ? path : null
}

function placeInside({ top }: Repository, path: string): string | null {
  const above: string[] = []
  for (let at = dirname(path); ; at = dirname(at)) {
    above.unshift(at)
    if (dirname(at) === at) break
  }
  // The way to the repository may lead over links; what stands behind it is taken as it is written.
  const entry = above.find(folder => realOf(folder) === top)
  if (entry !== undefined) return path.slice(withSlash(entry).length).split(sep).join('/')
  const real = realOf(path)?.slice(0, -1)
  return real?.startsWith(top) ? real.slice(top.length) : null
}

// With slashes, and one at its end.
function realOf(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false }) ? withSlash(realpathSync(path)) : null
}

function withSlash(path: string): string {
  const slashed = path.split(sep).join('/')
  return slashed.endsWith('/') ? slashed : `${slashed}/`
}

function isCommitted({ ask, head }: Repository, place: string): boolean {
  const answer = ask(['ls-tree', '-z', '--full-tree', head, '--', place])
  return answer.kind === 'output' && answer.bytes.length > 0
}

function prefixOf({ top }: Repository, root: string): string {
  return findStart(root, []).root.slice(top.length)
}

function placeOf(repository: Repository, { root }: Commit, path: string): string {
  return posix.join(prefixOf(repository, root), path)
}

function contentOf(repository: Repository, { bring }: Commit, { id }: Blob, most: number): string | null {
  const known = sizesOf(repository, [id])
  if (known.size === 0) bring([id])
  const sizes = known.size === 0 ? sizesOf(repository, [id]) : known
  const [bytes] = readBlobs(repository, new Map([...sizes].filter(([, size]) => size <= most))).values()
  return bytes ? decode(bytes).text : null
}
