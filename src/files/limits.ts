import type { WalkOptions } from './walk'

const mostBytes = 1_500_000

// They are searched for a few keys, and what they say of a version counts more than their size.
const locks = /(?:^|\/)(?:poetry|uv|pdm)\.lock$/

/** How many bytes a file may have. Most of a notebook is what its cells have put out: pictures and tables, which nobody reads. */
export function limitFor(
  path: string,
  { maxBytes = mostBytes, notebookBytes = 10 * maxBytes }: Pick<WalkOptions, 'maxBytes' | 'notebookBytes'>,
): number {
  if (locks.test(path)) return 10 * maxBytes
  return path.endsWith('.ipynb') ? notebookBytes : maxBytes
}
