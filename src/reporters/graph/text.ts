import { lineOf } from '../../base/lines'
import type { MapNode } from '../../program'

const longest = 80

/** What a node says of itself, in a few words. */
export function nodeText(node: MapNode): string {
  const { kind, label, span, strength, status } = node
  const at = `${span.file.path}:${lineOf(span.file.text, span.start).line}`
  const name = label.length > longest ? `${label.slice(0, longest)}…` : label
  switch (kind) {
    case 'gate':
      return `${name}, ${strength ?? 'unknown'} (${at})`
    case 'promotion':
      return `${name}: ${status ?? 'unknown'} (${at})`
    case 'trigger':
    case 'pipeline':
    case 'job':
    case 'script':
    case 'function':
      return name
  }
}

/** How well a promotion or a gate holds: what colour it gets. `null` for other nodes. */
export function openEnds({ kind, strength, status }: MapNode): 'guarded' | 'declared' | 'open' | null {
  if (kind === 'promotion') return status
  if (kind !== 'gate') return null
  if (strength === 'strong') return 'guarded'
  return strength === 'medium' ? 'declared' : 'open'
}
