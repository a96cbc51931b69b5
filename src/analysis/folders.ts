import type { Program } from '../program'

const known = new WeakMap<Program['paths'], ReadonlySet<string>>()

/** Every folder in which a file of the repository lies, at any depth; the root is not among them. */
export function foldersIn({ paths }: Program): ReadonlySet<string> {
  const before = known.get(paths)
  if (before) return before
  const found = new Set<string>()
  for (const path of paths)
    for (
      let end = path.lastIndexOf('/');
      end > 0 && !found.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    )
      found.add(path.slice(0, end))
  known.set(paths, found)
  return found
}
