import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder and those above it that are missing; throws where that cannot be. */
export function makeFolders(path: string, mode?: number): void {
  // Node's own `recursive` never ends where a folder cannot be made although the one above it is there, as in `/proc`.
  const missing: string[] = []
  let above = path
  while (!statSync(above, { throwIfNoEntry: false })?.isDirectory() && above !== dirname(above)) {
    missing.push(above)
    above = dirname(above)
  }
  for (const folder of missing.reverse()) makeOne(folder, mode)
}

// Another run may make it at the same time.
function makeOne(folder: string, mode?: number): void {
  try {
    mkdirSync(folder, mode)
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
