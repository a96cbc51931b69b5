import type { WalkOptions } from './walk'

const mostBytes = 1_500_000

/** How many bytes a file may have. Most of a notebook is what its cells have put out: pictures and tables, which nobody reads. */
export function limitFor(
  path: string,
  { maxBytes = mostBytes, notebookBytes = 10 * maxBytes }: Pick<WalkOptions, 'maxBytes' | 'notebookBytes'>,
): number {
  return path.endsWith('.ipynb') ? notebookBytes : maxBytes
}
