import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A directory in a temporary directory of its own, so that a test may also put something beside it. */
export interface TemporaryTree {
  readonly root: string
  /** Writes files by their paths, with the folders that they need. */
  write(files: Readonly<Record<string, string | Buffer>>): void
  remove(): void
}

/** Makes an empty one. */
export function temporaryTree(): TemporaryTree {
  const root = join(mkdtempSync(join(tmpdir(), 'tree-')), 'tree')
  mkdirSync(root)
  return {
    root,
    write: files => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), content)
      }
    },
    remove: () => rmSync(dirname(root), { recursive: true, force: true }),
  }
}
