import { onceFor } from '../base/once'
import type { Program } from '../program'

/** Every folder in which a file of the repository lies, at any depth; the root is not among them. */
export function foldersIn({ paths }: Program): ReadonlySet<string> {
  return foldersOf(paths)
}

const foldersOf = onceFor((paths: Program['paths']): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const path of paths)
    for (
      let end = path.lastIndexOf('/');
      end > 0 && !found.has(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1)
    )
      found.add(path.slice(0, end))
  return found
})
