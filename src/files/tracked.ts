import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { openRegular } from './open'
import { foldersAbove } from './start'

const mostBytes = 100_000_000

/**
 * The files below a folder that git tracks, relative to it; `null` where that cannot be told, as outside of a work tree.
 * Git itself is not asked: the configuration of a repository may name programs that it would run.
 */
export function trackedFiles(root: string): ReadonlySet<string> | null {
  const top = [...foldersAbove(root), root].findLast(hasGit)
  const opened = top === undefined ? null : openRegular(`${top}.git/index`, mostBytes)
  const all = opened && 'bytes' in opened ? readIndex(Buffer.from(opened.bytes)) : null
  if (!all || top === undefined) return null
  const prefix = root.slice(top.length)
  return new Set(all.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length)))
}

/** What git tracks, with the folders that it lies in. */
export interface Tracked {
  /** `null` where that cannot be told. */
  readonly files: ReadonlySet<string> | null
  /** The folders above them, each with a slash at its end. */
  readonly folders: ReadonlySet<string>
}

export function withFolders(files: ReadonlySet<string> | null): Tracked {
  const folders = new Set<string>()
  for (const path of files ?? [])
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end + 1)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  return { files, folders }
}

export function isTracked({ files, folders }: Tracked, path: string): boolean {
  return files?.has(path) === true || folders.has(path.endsWith('/') ? path : `${path}/`)
}

function hasGit(folder: string): boolean {
  return lstatSync(`${folder}.git`, { throwIfNoEntry: false }) !== undefined
}

// An entry is 40 bytes of times, modes and sizes, a hash, 2 bytes of flags, 2 more where they say so, and the path.
// https://git-scm.com/docs/index-format
const beforeHash = 40

/** The paths in the bytes of an index; `null` where they are not understood. */
export function readIndex(bytes: Buffer): string[] | null {
  if (bytes.length < 32 || bytes.toString('latin1', 0, 4) !== 'DIRC') return null
  const version = bytes.readUInt32BE(4)
  const hash = hashLength(bytes)
  if (version < 2 || version > 4 || hash === null) return null
  const paths: string[] = []
  let at = 12
  let path = Buffer.alloc(0)
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const entry = readEntry(bytes, at, { version, hash, before: path })
    if (!entry) return null
    ;({ path, end: at } = entry)
    if (entry.isFile) paths.push(path.toString('utf8'))
  }
  return hasParts(bytes, at, hash) ? null : paths
}

// The last bytes are the hash of all others; they tell which hash the repository uses, and that nothing is missing.
function hashLength(bytes: Buffer): number | null {
  for (const [name, length] of [
    ['sha1', 20],
    ['sha256', 32],
  ] as const) {
    const end = bytes.length - length
    const last = bytes.subarray(end)
    // `index.skipHash` leaves zeros there; then it is the common one.
    if (length === 20 && last.every(byte => byte === 0)) return length
    if (createHash(name).update(bytes.subarray(0, end)).digest().equals(last)) return length
  }
  return null
}

interface Entry {
  readonly path: Buffer<ArrayBuffer>
  readonly end: number
  readonly isFile: boolean
}

function readEntry(
  bytes: Buffer,
  start: number,
  { version, hash, before }: { version: number; hash: number; before: Buffer },
): Entry | null {
  const flagsAt = start + beforeHash + hash
  if (flagsAt + 4 > bytes.length) return null
  const extended = (bytes.readUInt16BE(flagsAt) & 0x4000) !== 0
  const isFile = bytes.readUInt32BE(start + 24) >>> 12 === 8
  const from = flagsAt + (extended ? 4 : 2)
  const kept = version === 4 ? readKept(bytes, from, before.length) : { length: 0, from }
  if (!kept) return null
  const zero = bytes.indexOf(0, kept.from)
  if (zero < 0) return null
  const path = Buffer.concat([before.subarray(0, kept.length), bytes.subarray(kept.from, zero)])
  // Up to version 3 an entry is padded with zeros to a multiple of eight, one at least.
  const end = version === 4 ? zero + 1 : start + Math.ceil((zero + 1 - start) / 8) * 8
  return { path, end, isFile }
}

/** Version 4 says how many bytes of the path before are dropped, in groups of seven bits. */
function readKept(bytes: Buffer, start: number, length: number): { length: number; from: number } | null {
  let dropped = -1
  for (let at = start; at < bytes.length && at < start + 6; at += 1) {
    const byte = bytes.readUInt8(at)
    dropped = (dropped + 1) * 128 + (byte & 0x7f)
    if ((byte & 0x80) === 0) return dropped <= length ? { length: length - dropped, from: at + 1 } : null
  }
  return null
}

// A split index keeps most of its entries in another file, and a sparse one keeps folders in place of files.
function hasParts(bytes: Buffer, start: number, hash: number): boolean {
  for (let at = start; at + 8 <= bytes.length - hash; at += 8 + bytes.readUInt32BE(at + 4))
    if (/^(link|sdir)$/.test(bytes.toString('latin1', at, at + 4))) return true
  return false
}
