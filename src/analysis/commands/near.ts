import { onDisk, type SourceFile, type Unit } from '../../program'
import { callersOf } from '../callers'
import type { CallSite, Linked } from '../linked'

const mostUnits = 60

/** Whether one of these texts stands in the file of a command, in one that runs it, or in their paths; so where there are none. */
export function standsNear(linked: Linked, { unit }: CallSite, texts: readonly string[]): boolean {
  if (texts.length === 0) return true
  const units = [unit]
  const seen = new Set<Unit>(units)
  for (const at of units) {
    if (says(onDisk(at.span).file, texts)) return true
    for (const caller of callersOf(linked, at))
      if (!seen.has(caller.unit) && seen.size < mostUnits) {
        seen.add(caller.unit)
        units.push(caller.unit)
      }
  }
  return false
}

function says({ path, text }: SourceFile, texts: readonly string[]): boolean {
  const all = `${path}\n${text}`.toLowerCase()
  return texts.some(one => all.includes(one.toLowerCase()))
}
