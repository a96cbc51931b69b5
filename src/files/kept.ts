import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { types } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { digestOf } from '../base/hash'
import { systemCode } from './open'

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
