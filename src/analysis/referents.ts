import type { Value } from '../program'
import type { Referent } from './linked'

/** The first referents, without those that are the same. */
export function unique(referents: readonly Referent[], most: number): readonly Referent[] {
  if (referents.length <= 1) return referents
  const byKey = new Map<string, Referent>()
  for (const referent of referents) {
    const key = keyOf(referent)
    if (!byKey.has(key)) byKey.set(key, referent)
    if (byKey.size === most) break
  }
  return [...byKey.values()]
}

function keyOf(referent: Referent): string {
  switch (referent.kind) {
    case 'unit':
      return `unit ${referent.unit.name}`
    case 'module':
      return `module ${referent.path}`
    case 'partial':
      return `partial ${referent.call.span.start} ${keyOf(referent.of)}`
    case 'external':
    case 'class':
    case 'object':
      return `${referent.kind} ${referent.name}`
  }
}

export const nothing: readonly Referent[] = []

/** Whether a value of a kind never refers to anything, whatever is in it. */
export function refersToNothing({ kind }: Value): boolean {
  switch (kind) {
    case 'constant':
    case 'text':
    case 'collection':
    case 'dictionary':
    case 'command':
    case 'unknown':
      return true
    default:
      return false
  }
}
