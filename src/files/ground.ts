import { readdirSync, realpathSync, statSync } from 'node:fs'
import type { SourceFile } from '../program'
import { type Opened, openRegular, systemCode } from './open'
import { foldersAbove } from './start'
import { trackedFiles } from './tracked'

/** What a walk goes over: a work tree, or the tree of a commit. Paths are absolute and have forward slashes. */
export interface Ground {
  /** What a folder holds. Where it cannot be read the error of the system flies. */
  entries(folder: string): readonly Entry[]
  /** Reads a file of at most `most` bytes, and follows no link. */
  open(path: string, most: number): Opened
  /** Where a link leads in the end; `null` for nowhere. */
  target(link: string): string | null
  /** The folders from the top of the repository down to `folder`, without `folder` itself. All end in a slash. */
  above(folder: string): readonly string[]
  /** What stands at a path. */
  kind(path: string): 'file' | 'folder' | null
  /** The files of the repository below a root, relative to it; `null` where that cannot be told. */
  tracked(root: string): ReadonlySet<string> | null
  /** A file that need not be read again; `null` where there is none. */
  known(path: string): SourceFile | null
  /** Whether its files can be read a second time. */
  readonly lasts: boolean
}

export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** The files on disk. */
export const disk: Ground = {
  entries: folder =>
    readdirSync(folder, { withFileTypes: true }).map(entry => ({
      name: entry.name,
      kind: entry.isDirectory()
        ? 'folder'
        : entry.isFile()
          ? 'file'
          : entry.isSymbolicLink()
            ? 'link'
            : 'other',
    })),
  open: openRegular,
  target: link => {
    try {
      return realpathSync(link)
    } catch (error) {
      systemCode(error)
      return null
    }
  },
  above: foldersAbove,
  kind: path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats?.isDirectory() ? 'folder' : stats?.isFile() ? 'file' : null
  },
  tracked: trackedFiles,
  known: () => null,
  lasts: true,
}
