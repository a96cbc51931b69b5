import { realpathSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { UserError } from '../base/user-error'
import { isInside } from '../files/inside'

/** What to scan: a directory, and the paths in it that are asked for; none means all of it. */
export interface Targets {
  readonly root: string
  readonly paths: readonly string[]
}

/** One directory is scanned as a tree of its own; anything else is looked for in the working directory. */
export function findTargets(paths: readonly string[], workingDirectory: string): Targets {
  const found = paths.map(find)
  const [only] = found
  if (only && found.length === 1 && only.isDirectory) return { root: only.real, paths: [] }
  const root = realpathSync(workingDirectory)
  const inside = found.map(target => within(root, target))
  return { root, paths: inside.includes('') ? [] : inside }
}

interface Found {
  readonly shown: string
  readonly real: string
  readonly isDirectory: boolean
}

function find(path: string): Found {
  const stats = path === '' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new UserError(`\`${path}\`: there is no such file or directory; write a path that exists`)
  if (!stats.isDirectory() && !stats.isFile())
    throw new UserError(`\`${path}\`: this is neither a file nor a directory; write the path of one`)
  return { shown: path, real: realpathSync(path), isDirectory: stats.isDirectory() }
}

function within(root: string, target: Found): string {
  if (isInside(root, target.real)) return relative(root, target.real).split(sep).join('/')
  throw new UserError(
    `\`${target.shown}\`: this lies outside of the working directory; scan one directory at a time, or run from one that holds all of them`,
  )
}
