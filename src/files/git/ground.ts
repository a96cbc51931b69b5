import { createHash } from 'node:crypto'
import type { SourceFile } from '../../program'
import { disk, type Entry, type Ground } from '../ground'
import type { Opened } from '../open'
import { type Blob, readBlobs, sizesOf } from './objects'
import type { Repository } from './repository'

/** What is read ahead of a walk, and what need not be read at all. */
export interface Reading {
  /** The scanned folder: absolute, ending in a slash. Paths of files are told from there. */
  readonly root: string
  /** Whether a file is going to be asked for, and how large it may be then. */
  readonly wants: (path: string) => boolean
  readonly limit: (path: string) => number
  /** Files of the work tree: what has not changed is taken from there. */
  readonly unchanged: ReadonlyMap<string, SourceFile>
  /** Brings blobs that the clone lacks, where that can be done. */
  readonly bring: (ids: readonly string[]) => void
  /** Submodules that both sides have at the same commit. */
  readonly submodules: ReadonlySet<string>
}

/**
 * The tree of a commit as if it were checked out where the work tree is. Links and submodules are not followed; a submodule
 * that has not moved is read from the work tree.
 */
export function committed(repository: Repository, blobs: readonly Blob[], reading: Reading): Ground {
  const { top } = repository
  const files = new Map(blobs.map(blob => [top + blob.path, blob]))
  const folders = foldersOf(top, blobs)
  const within = (path: string): boolean => isWithin(reading.submodules, path, top)
  const known = knownFiles(repository, files, reading)
  const contents = new Map(readAhead(repository, files, known, reading))
  return {
    entries: folder => {
      if (within(folder)) return disk.entries(folder)
      const entries = folders.get(folder) ?? []
      // What stands in `.git/info/exclude` holds for both sides.
      return folder === top ? [...entries, { name: '.git', kind: 'other' }] : entries
    },
    open: (path, most) => {
      if (within(path) || path.startsWith(`${top}.git/`)) return disk.open(path, most)
      return openBlob(repository, contents, files.get(path), { most, bring: reading.bring })
    },
    target: link => (within(link) ? disk.target(link) : null),
    above: disk.above,
    kind: path => {
      if (within(`${path}/`)) return disk.kind(path)
      if (files.get(path)?.kind === 'file') return 'file'
      return folders.has(path.endsWith('/') ? path : `${path}/`) ? 'folder' : null
    },
    tracked: root => trackedBelow(root, top, blobs),
    known: path => known.get(reading.root + path) ?? null,
    lasts: false,
  }
}

function foldersOf(top: string, blobs: readonly Blob[]): ReadonlyMap<string, Entry[]> {
  const folders = new Map<string, Entry[]>([[top, []]])
  const add = (path: string, kind: Entry['kind']): string | null => {
    const at = path.lastIndexOf('/') + 1
    const folder = top + path.slice(0, at)
    const known = folders.get(folder)
    if (known) known.push({ name: path.slice(at), kind })
    else folders.set(folder, [{ name: path.slice(at), kind }])
    return known || at === 0 ? null : path.slice(0, at - 1)
  }
  for (const { path, kind } of blobs) {
    let folder = add(path, kind === 'submodule' ? 'folder' : kind)
    while (folder !== null) folder = add(folder, 'folder')
  }
  return folders
}

function isWithin(submodules: ReadonlySet<string>, path: string, top: string): boolean {
  if (submodules.size === 0) return false
  return [...submodules].some(submodule => path.startsWith(`${top}${submodule}/`))
}

function trackedBelow(root: string, top: string, blobs: readonly Blob[]): ReadonlySet<string> {
  const prefix = root.slice(top.length)
  const paths = blobs.filter(({ path, kind }) => kind === 'file' && path.startsWith(prefix))
  return new Set(paths.map(({ path }) => path.slice(prefix.length)))
}

/** The files of the work tree, by their absolute paths, that are what the commit holds. */
function knownFiles(
  { top }: Repository,
  files: ReadonlyMap<string, Blob>,
  { root, limit, unchanged, submodules }: Reading,
): ReadonlyMap<string, SourceFile> {
  const same = [...unchanged].filter(([path]) => {
    const blob = files.get(root + path)
    if (blob === undefined) return isWithin(submodules, root + path, top)
    const opened = blob.kind === 'file' ? disk.open(root + path, limit(path)) : null
    return opened !== null && 'bytes' in opened && blob.id === idOf(opened.bytes, blob.id.length)
  })
  return new Map(same.map(([path, file]) => [root + path, file]))
}

// https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
function idOf(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

// Asking for one blob after another would start as many processes.
function readAhead(
  repository: Repository,
  files: ReadonlyMap<string, Blob>,
  known: ReadonlyMap<string, SourceFile>,
  { root, wants, limit, bring }: Reading,
): ReadonlyMap<string, Uint8Array> {
  const wanted = new Map<string, string>()
  for (const [path, { kind, id }] of files) {
    const inside = path.startsWith(root) ? path.slice(root.length) : null
    const asked = path.endsWith('/.gitignore') || (inside !== null && !known.has(path) && wants(inside))
    if (kind === 'file' && asked) wanted.set(id, path)
  }
  const sizes = sizesOf(repository, [...wanted.keys()])
  const lacking = [...wanted].filter(([id]) => !sizes.has(id))
  const onDisk = lacking.map(([id, path]) => [id, sameOnDisk(path, id, limit(path))] as const)
  const gone = onDisk.flatMap(([id, bytes]) => (bytes === null ? [id] : []))
  if (gone.length > 0) bring(gone)
  const all = new Map([...sizes, ...sizesOf(repository, gone)])
  const small = new Map([...all].filter(([id, size]) => size <= limit(wanted.get(id) ?? '')))
  return new Map([
    ...readBlobs(repository, small),
    ...onDisk.flatMap(([id, bytes]) => (bytes ? [[id, bytes] as const] : [])),
  ])
}

/** What a partial clone lacks though it is checked out; no bytes where it is too large to be read. */
function sameOnDisk(path: string, id: string, most: number): Uint8Array | null {
  const opened = disk.open(path, most)
  if ('refused' in opened) return opened.refused === 'too-large' ? new Uint8Array() : null
  return idOf(opened.bytes, id.length) === id ? opened.bytes : null
}

function sizesOrBring(
  repository: Repository,
  ids: readonly string[],
  bring: Reading['bring'],
): ReadonlyMap<string, number> {
  const sizes = sizesOf(repository, ids)
  if (sizes.size === ids.length) return sizes
  bring(ids.filter(id => !sizes.has(id)))
  return sizesOf(repository, ids)
}

function openBlob(
  repository: Repository,
  contents: Map<string, Uint8Array>,
  blob: Blob | undefined,
  { most, bring }: { readonly most: number; readonly bring: Reading['bring'] },
): Opened {
  if (blob?.kind !== 'file') return { refused: 'unreadable', says: 'The commit holds no such file.' }
  const known = contents.get(blob.id)
  if (known && known.length <= most) return { bytes: known }
  const sizes = sizesOrBring(repository, [blob.id], bring)
  const size = sizes.get(blob.id)
  if (size === undefined) return { refused: 'unreadable', says: 'Its content is not in this clone.' }
  if (size > most) return { refused: 'too-large', says: `It has more than ${most} bytes.` }
  const read = readBlobs(repository, sizes)
  for (const [id, bytes] of read) contents.set(id, bytes)
  const bytes = read.get(blob.id)
  return bytes ? { bytes } : { refused: 'unreadable', says: 'Its content cannot be read.' }
}
