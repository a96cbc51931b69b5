import { posix } from 'node:path'
import type { Value } from '../../program'
import type { CallSite, Linked } from '../linked'
import { hole } from '../possible'
import { spellings } from './files'

const known = new WeakMap<Linked, ReadonlySet<string>>()

/** The names of files that the code writes itself: what stands in them in the repository is of an earlier run. */
export function pathsWritten(linked: Linked): ReadonlySet<string> {
  const ready = known.get(linked)
  if (ready) return ready
  const found = new Set<string>()
  known.set(linked, found)
  for (const site of linked.sites) {
    const target = targetOf(site)
    if (!target || linked.knowledge.isTest(site.unit.file.path)) continue
    for (const { text } of spellings(linked, target, site))
      if (!text.endsWith(hole)) found.add(posix.basename(text.slice(text.lastIndexOf(hole) + 1)))
  }
  return found
}

// `open(path, "w")`, `path.open("w")`, `path.write_text(…)`
function targetOf({ call: { callee, arguments: args } }: CallSite): Value | null {
  const method = callee.kind === 'field' ? callee : null
  if (method && /^write_(text|bytes)$/.test(method.name)) return method.of
  if (method?.name !== 'open' && !(callee.kind === 'name' && callee.name === 'open')) return null
  const mode = args.find(({ name }) => name === 'mode') ?? args[method ? 0 : 1]
  const writes = mode?.value.kind === 'constant' && /^[rbt]*[wax]/.test(String(mode.value.value))
  return writes ? (method ? method.of : (args[0]?.value ?? null)) : null
}
