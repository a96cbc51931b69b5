import type { Setting } from '../../program'

/** The folder of a path; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

// What lies in such a folder is meant for the one that holds it.
const serving =
  /(^|\/)(\.github|\.gitlab|\.circleci|\.buildkite|\.azure(-pipelines)?|\.devcontainer|\.?binder|\.?ci|require(ments)?|reqs?|deps|dependencies|constraints|conda(-envs?)?|envs?|environments?|docker(files?)?|containers?)$/i

// The same of commands, which such folders hold beside code of their own.
const commanding = /(^|\/)(build|scripts?|bin|tools?|workflows|templates|actions)$/i

/** The folder for which what lies in a folder is meant. */
export function home(folder: string, commands = false): string {
  let at = folder
  while (at !== '' && (serving.test(at) || (commands && commanding.test(at)))) at = folderOf(at)
  return at
}

/** The folders and files for whose code a setting speaks. */
export function placesOf({ within, span }: Setting): readonly string[] {
  return within.length > 0 ? within : placesOfFile(span.file.path)
}

/** The folders for which a file is meant, or the commands in it. */
export function placesOfFile(path: string, commands = false): readonly string[] {
  const own = folderOf(path)
  return [...new Set([own, home(own, commands)])]
}

/** How near a place is to a file: the longest is nearest; -1 where it is none of those around the file. */
export function nearness(place: string, path: string): number {
  if (place === '') return 0
  return path === place || path.startsWith(`${place}/`) ? place.length : -1
}

// What is only there where the code is worked on.
const asideWord =
  /(^|[-_./])(dev|devel|develop|development|tests?|testing|docs?|documentation|lint|linting|typing|types|format|style|pre-commit|ci|examples?|benchmarks?|bench|tutorials?|notebooks?)([-_./\d]|$)/i

/** Whether a file, or a part of one, is for those who work on the code, and not for what runs. */
export function isAside(path: string, part: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return asideWord.test(part) || (/\.(txt|in|pip|ya?ml)$/.test(name) && asideWord.test(name))
}
