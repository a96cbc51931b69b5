import { keptIn } from '../../base/once'
import { fileOnDisk, type SourceFile, type Unit } from '../../program'
import { callersOf } from '../callers'
import type { CallSite, Linked } from '../linked'

const mostUnits = 60

/** Whether one of these texts stands in the file of a command, in one that runs it, or in their paths; so where there are none. */
export function standsNear(linked: Linked, { unit }: CallSite, texts: readonly string[]): boolean {
  if (texts.length === 0) return true
  const units = [unit]
  const seen = new Set<Unit>(units)
  for (const at of units) {
    if (says(fileOnDisk(at.span.file), texts)) return true
    for (const caller of callersOf(linked, at))
      if (!seen.has(caller.unit) && seen.size < mostUnits) {
        seen.add(caller.unit)
        units.push(caller.unit)
      }
  }
  return false
}

const said = new WeakMap<SourceFile, Map<readonly string[], boolean>>()

// A file with very many commands is read once for each sink that they may be.
function says(file: SourceFile, texts: readonly string[]): boolean {
  const known = keptIn(said, file, () => new Map<readonly string[], boolean>())
  return keptIn(known, texts, () => {
    const all = `${file.path}\n${file.text}`.toLowerCase()
    return texts.some(one => all.includes(one.toLowerCase()))
  })
}
