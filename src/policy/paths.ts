import picomatch from 'picomatch'
import type { PathPolicy } from './settings'

/** What the project asks below some paths, of all that hold for this one, in the order of the file. */
export function below(policies: readonly PathPolicy[], path: string): PathPolicy[] {
  return policies.filter(({ paths }) => paths.some(glob => globTest(glob)(path)))
}

const tests = new Map<string, (path: string) => boolean>()

/** A glob as a question. `*` stands for a part of a name, `**` for any folders. */
export function globTest(glob: string): (path: string) => boolean {
  const known = tests.get(glob)
  if (known) return known
  const test = picomatch(glob, { dot: true, noextglob: true })
  tests.set(glob, test)
  return test
}

/** Whether a glob leaves nothing out: it holds no letter and no digit. */
export function isAnywhere(glob: string): boolean {
  return !/[\p{L}\p{N}]/u.test(glob)
}

const mostStars = 4

/** Whether a glob can be tried in no time: each star in it multiplies the ways in which it may fit. */
export function isModest(glob: string): boolean {
  return glob.length <= 300 && (glob.match(/\*+|[?+@!]\(/g)?.length ?? 0) <= mostStars
}
