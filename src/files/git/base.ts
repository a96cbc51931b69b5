import { sep } from 'node:path'
import type { SourceFile } from '../../program'
import { disk } from '../ground'
import { limitFor } from '../limits'
import { findStart } from '../start'
import { type Tree, type WalkOptions, walkOver } from '../walk'
import { type Chosen, choose, type Wanted } from './commits'
import { type Credential, fetchBlobs } from './fetch'
import { committed } from './ground'
import { type Blob, listTree } from './objects'
import { openRepository, type Repository, type Unavailable, unavailable } from './repository'
import { type Commit, holds, pathInside, textIn } from './texts'

export type { Wanted } from './commits'
export type { Credential } from './fetch'
export type { Unavailable } from './repository'

/** The commit that a work tree is compared with, as a tree that can be walked. Must be closed. */
export interface Base {
  readonly kind: 'base'
  readonly commit: string
  /** What has to be said so far about how it was chosen and read. */
  remarks(): readonly string[]
  /** The tree as the same walk would find it, with the very files of `unchanged` wherever they have not changed. */
  walk(options: BaseWalk): Tree
  /** The text of one file of at most `most` bytes, by its path from the scanned folder; `null` where it cannot be read. */
  text(path: string, most?: number): string | null
  /** Whether anything stands at a path from the scanned folder, be it readable or not. */
  has(path: string): boolean
  /** The path from the scanned folder of a file that the user named; `null` where it is not of the repository. */
  pathOf(named: string): string | null
  close(): void
}

export interface BaseWalk extends WalkOptions {
  readonly unchanged: readonly SourceFile[]
}

/** Opens the commit that the tree below `root` is to be compared with, or says why that cannot be done. */
export function openBase(root: string, wanted: Wanted, credential: Credential | null): Base | Unavailable {
  const repository = openRepository(root)
  if ('kind' in repository) return repository
  try {
    const base = baseOf(repository, root, choose(repository, wanted, credential), credential)
    if (base.kind === 'unavailable') repository.close()
    return base
  } catch (error) {
    repository.close()
    throw error
  }
}

function baseOf(
  repository: Repository,
  root: string,
  chosen: Chosen | Unavailable,
  credential: Credential | null,
): Base | Unavailable {
  if (chosen.kind === 'unavailable') return chosen
  const { commit, remark } = chosen
  const blobs = listTree(repository, commit)
  if (!blobs) return unavailable(`The tree of the commit \`${commit.slice(0, 12)}\` cannot be read in full.`)
  const remarks = new Set(remark === null ? [] : [remark])
  const bring = (ids: readonly string[]) => {
    const why = fetchBlobs(repository, ids, credential)
    if (why !== null) remarks.add(lacking(why))
  }
  const of: Commit = { root, commit, blobs, bring }
  return {
    kind: 'base',
    commit,
    remarks: () => [...remarks],
    walk: options => walkCommit(repository, of, options),
    text: (path, most) => textIn(repository, of, path, most),
    has: path => holds(repository, of, path),
    pathOf: named => pathInside(repository, of, named),
    close: repository.close,
  }
}

function lacking(why: string): string {
  return `The clone is partial, and some files of the base cannot be fetched: ${why}. What is found in them counts as new.`
}

function walkCommit(repository: Repository, of: Commit, options: BaseWalk): Tree {
  const { root, commit, blobs, bring } = of
  const start = findStart(root, [])
  const places = placesIn(repository, commit, start.root, options.paths ?? [])
  const ground = committed(repository, blobs, {
    root: start.root,
    wants: options.claims,
    limit: path => limitFor(path, options),
    bring,
    unchanged: new Map(options.unchanged.map(file => [file.path, file])),
    submodules: submodulesIn(repository, commit, blobs),
  })
  const present = places.flatMap(path => {
    const kind = path === '' ? 'folder' : ground.kind(start.root + path)
    return kind ? [{ path, kind }] : []
  })
  return walkOver(ground, { root: start.root, places: present }, options)
}

/** What was asked for, and where it was before it was moved there. */
function placesIn(repository: Repository, commit: string, root: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return ['']
  const { places } = findStart(root, paths)
  const named = places.map(({ path }) => path)
  const prefix = root.slice(repository.top.length)
  const moved = renames(repository, commit).flatMap(({ from, to }) => {
    if (!from.startsWith(prefix) || !to.startsWith(prefix)) return []
    const inside = named.some(path => path === '' || `${to}/`.startsWith(`${prefix}${path}/`))
    return inside ? [from.slice(prefix.length)] : []
  })
  return [...new Set([...named, ...moved])]
}

interface Rename {
  readonly from: string
  readonly to: string
}

const mostRenames = 1000

function renames(repository: Repository, commit: string): readonly Rename[] {
  const words = [
    'diff-tree',
    '-r',
    '-z',
    '--no-ext-diff',
    '--no-textconv',
    '--diff-filter=R',
    '--name-status',
  ]
  const answer = repository.ask([...words, '--find-renames', `-l${mostRenames}`, commit, repository.head])
  const parts = answer.kind === 'output' ? answer.bytes.toString('utf8').split('\0') : []
  return parts.flatMap((part, at): Rename[] => {
    const [from, to] = [parts[at + 1], parts[at + 2]]
    return at % 3 === 0 && /^R\d+$/.test(part) && from && to ? [{ from, to }] : []
  })
}

// What lies in a submodule that has moved is not here to be read.
function submodulesIn(repository: Repository, commit: string, blobs: readonly Blob[]): ReadonlySet<string> {
  const all = blobs.filter(({ kind }) => kind === 'submodule').map(({ path }) => path)
  if (all.length === 0) return new Set()
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', commit, repository.head]
  const answer = repository.ask(words)
  if (answer.kind !== 'output') return new Set()
  const changed = new Set(answer.bytes.toString('utf8').split('\0'))
  return new Set(all.filter(path => !changed.has(path) && isThere(repository.top + path)))
}

// Somebody may have put a link in its place, or in that of a folder around it.
function isThere(folder: string): boolean {
  return disk.target(folder)?.split(sep).join('/') === folder
}
