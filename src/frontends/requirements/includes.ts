import { lineOf } from '../../base/lines'
import type { Files, Inclusion, Notice, SourceFile } from '../../program'
import { noticeIn } from './requirement'

/** Takes in what a file names by its path; what cannot be taken in is a notice. */
export function include(
  file: SourceFile,
  path: string,
  offset: number,
  others: Files,
): { readonly includes: readonly Inclusion[]; readonly notices: readonly Notice[] } {
  const to = placeOf(file.path, path)
  if (to !== null && others(to)) return { includes: [{ from: file.path, to }], notices: [] }
  const { line } = lineOf(file.text, offset)
  const shown = path.slice(0, 100).replaceAll('`', "'")
  const why = /^\w+:\/\/|\$\{/.test(path)
    ? 'is not a file of the repository'
    : to === null
      ? 'leads out of the repository'
      : 'was not found among the files that are read'
  const message = `\`${shown}\` ${why}, so the versions that it asks for are not known.`
  return { includes: [], notices: [noticeIn(file, line, 'unsupported', message)] }
}

// From the folder of the file that names it; `null` where it leads out of the tree.
function placeOf(from: string, path: string): string | null {
  if (/^\w+:\/\/|^[/~\\]|\$\{/.test(path)) return null
  const parts = from.split('/').slice(0, -1)
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') parts.push(step)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}
