import type { SourceFile } from '../../program'
import type { Outlines } from './outline'

/** The Python files that files of other kinds name: a workflow or a shell script runs them, a notebook imports them. */
export function findScripts(others: readonly SourceFile[], outlines: Outlines): Set<string> {
  const byName = new Map<string, string[]>()
  for (const path of outlines.byPath.keys()) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    byName.set(name, [...(byName.get(name) ?? []), path])
  }
  const found = new Set<string>()
  for (const { text } of others) {
    for (const [named] of text.matchAll(/[\w./-]*\w\.pyw?\b/g)) {
      const parts = named.split('/').filter(part => part !== '.' && part !== '..' && part !== '')
      const end = parts.join('/')
      for (const path of byName.get(parts.at(-1) ?? '') ?? [])
        if (path === end || path.endsWith(`/${end}`) || end.endsWith(`/${path}`)) found.add(path)
    }
    for (const [, module = ''] of text.matchAll(/(?:-m[\s"',]+|\b(?:from|import)\s+)(\w+(?:\.\w+)*)/g))
      for (const name of [module, `${module}.__main__`])
        for (const { path } of outlines.modules.byName.get(name) ?? []) found.add(path)
  }
  return found
}
