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
  // A bracket is one, as in `app/(shop)/page.py`: as a group of an expression it could be repeated without end.
  const test = picomatch(glob.replace(/[()]/g, '\\$&'), { dot: true, noextglob: true })
  tests.set(glob, test)
  return test
}

/** Whether a glob leaves nothing out: it holds no letter and no digit. */
export function isAnywhere(glob: string): boolean {
  return !/[\p{L}\p{N}]/u.test(glob)
}

const most = 4
const mostInName = 2

/** Whether a glob can be tried in no time: each star or choice in it multiplies the ways in which it may fit. */
export function isModest(glob: string): boolean {
  const stars = (text: string): number => text.match(/\*+/g)?.length ?? 0
  const choices = glob.split('{').length - 1
  const names = glob.split('/')
  return (
    glob.length <= 300 &&
    stars(glob) <= most &&
    choices <= most &&
    names.every(name => stars(name) <= mostInName)
  )
}
