import type { Notice } from '../program'
import { pathOnDisk } from './inert'
import type { Linked } from './linked'
import { referentsOf } from './resolve'

/** Far more classes than people let inherit from one another. */
export const mostBases = 200
const tooMany = `A class inherits from more than ${mostBases} others by way of one another; what those furthest up have is not known.`

/** A class and its bases inside the repository, and of those no more than people write. */
export function withBases(linked: Linked, className: string): ReadonlySet<string> {
  const known = linked.lineages.get(className)
  if (known) return known
  const found = new Set<string>()
  // Who asks for it while it is looked for has come back to where this began.
  linked.lineages.set(className, found)
  const open = [className]
  for (let name = open.pop(); name !== undefined && found.size <= mostBases; name = open.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const bases = linked.program.classes.get(name)?.bases.slice(0, mostBases + 1) ?? []
    const classes = bases.flatMap(base =>
      referentsOf(linked, base).flatMap(r => (r.kind === 'class' ? [r.name] : [])),
    )
    for (const base of classes.reverse()) open.push(base)
  }
  return found
}

/** Says of which files a class has more bases than are followed. */
export function basesLeftOut({ program, lineages }: Linked): readonly Notice[] {
  const files = [...lineages].flatMap(([name, found]) => {
    const shape = found.size > mostBases ? program.classes.get(name) : undefined
    return shape ? [pathOnDisk(shape.file)] : []
  })
  return [...new Set(files)].map(path => ({ path, line: 0, kind: 'limit', message: tooMany }))
}
