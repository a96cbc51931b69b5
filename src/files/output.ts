import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  lstatSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../base/user-error'
import { isInside } from './inside'

/** A report file that can be written: its directory exists, and no link decides where it ends up. */
export interface Output {
  /** Absolute, its directory free of links. */
  readonly path: string
  /** As the user wrote it. */
  readonly shown: string
}

/**
 * Makes sure, before any work is done, that a report can be written to `path`, or says why not. A path that reads as inside
 * `root` must be inside: a link that the scanned tree brought along shall not choose another file to overwrite.
 */
export function planOutput(path: string, from: string, root: string): Output {
  const absolute = resolve(from, path)
  const directory = dirname(absolute)
  if (path === '' || path.endsWith('/'))
    throw refuse(path === '' ? '``' : path, 'this names no file', 'write a file name')
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw refuse(path, `the directory \`${dirname(path)}\` does not exist`, 'create it first')
  const real = join(realpathSync(directory), basename(absolute))
  const realRoot = realpathSync(root)
  const readsInside = isInside(resolve(root), absolute) || isInside(realRoot, absolute)
  if (readsInside && !isInside(realRoot, real))
    throw refuse(path, 'a link on the way leads out of the scanned directory', 'write a path with no links')
  const present = lstatSync(real, { throwIfNoEntry: false })
  if (present && !present.isFile())
    throw refuse(
      path,
      `this is ${present.isDirectory() ? 'a directory' : 'no regular file'}`,
      'write the path of a file',
    )
  refuseUnwritable(dirname(real), path)
  return { path: real, shown: path }
}

/** Writes the reports, each of them whole or not at all. */
export function writeOutputs(outputs: readonly { readonly to: Output; readonly text: string }[]): void {
  const written: { readonly temporary: string; readonly to: Output }[] = []
  try {
    for (const { to, text } of outputs) {
      // A name that nobody can guess, and `wx`, so that no link planted beforehand is followed.
      const temporary = join(
        dirname(to.path),
        `.${basename(to.path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
      )
      written.push({ temporary, to })
      attempt(to, () => writeFileSync(temporary, text, { flag: 'wx' }))
    }
    for (const { temporary, to } of written) attempt(to, () => renameSync(temporary, to.path))
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true })
  }
}

function refuseUnwritable(directory: string, shown: string): void {
  try {
    accessSync(directory, constants.W_OK)
  } catch {
    throw refuse(shown, 'the directory cannot be written to', 'choose another one')
  }
}

function attempt(to: Output, write: () => void): void {
  try {
    write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw refuse(to.shown, `the report cannot be written (${code})`, 'make room, or choose another place')
  }
}

function refuse(shown: string, wrong: string, remedy: string): UserError {
  return new UserError(`${shown}: ${wrong}; ${remedy}`)
}
