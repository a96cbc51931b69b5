import type { Program, SourceFile } from '../program'

/** Files of pipelines that never run where they stand, each with the reason. */
export function findInert(program: Program): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { file, inert } of program.units.values()) if (inert !== undefined) found.set(file.path, inert)
  return found
}

/** The path on disk of a file that may be embedded. */
export function pathOnDisk(file: SourceFile): string {
  return file.container ? pathOnDisk(file.container.file) : file.path
}
