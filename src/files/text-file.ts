import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { decode, isBinary } from './decode'
import { isInside } from './inside'

const usual = 1024 * 1024

/** The text of a file that the user named. Whatever hinders reading it is a UserError that shows the path as `shown`. */
export function readTextFile(path: string, shown: string, longest = usual): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new UserError(`${shown}: there is no such file; write the path of one that exists`)
  if (!stats.isFile()) throw new UserError(`${shown}: this is no file; write the path of a text file`)
  if (stats.size > longest)
    throw new UserError(
      `${shown}: the file is larger than ${longest / 1024 / 1024} MiB; keep only ${longest === usual ? 'settings' : 'findings'} in it`,
    )
  const bytes = readBytes(path, shown)
  const { text, doubt } = decode(bytes)
  if (doubt || isBinary(bytes))
    throw new UserError(`${shown}:${doubt?.line ?? 1}:1: the text is not UTF-8; save it as UTF-8`)
  return text
}

/** Whether the root holds an entry of this name. A link that leads out of the root is a UserError: who wrote the tree chose where it leads. */
export function hasOwnFile(root: string, name: string): boolean {
  const path = join(root, name)
  if (!isInside(root, path))
    throw new UserError(`${name}: this lies outside of the scanned directory; put the file there`)
  if (!lstatSync(path, { throwIfNoEntry: false })) return false
  if (!statSync(path, { throwIfNoEntry: false }) || isInside(realpathSync(root), realpathSync(path)))
    return true
  throw new UserError(`${name}: this link leads out of the scanned directory; put the file itself there`)
}

function readBytes(path: string, shown: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UserError(`${shown}: the file cannot be read (${codeOf(error)}); give it read permission`)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
