/** A path from a folder, both from the root; `null` where it leads out of the tree. */
export function joined(directory: string, path: string): string | null {
  if (path.startsWith('/')) return null
  const parts: string[] = directory === '' ? [] : directory.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** The folder in which a file lies. */
export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}
