import type { Block, Value } from '../../../program'
import { addWaysOn, type Following, reaches, type Ways } from './places'

const deepest = 8
const mostBlocks = 300

/** Whether one block leads to another, where a flag that is set on the way decides as it was set there. */
export function leadsTo(ways: Ways, from: number, to: number, how: Following): boolean {
  if (from < 0 || from === how.without) return false
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    if (seen.size > mostBlocks) return false
    const block = ways.unit.blocks[at]
    if (!block) continue
    const decided = decidedAt(ways, from, block, how)
    const next = block.next.filter(({ when }) => decided === null || when !== String(!decided))
    addWaysOn(seen, { ...block, next }, ways.ends.has(at), how)
  }
  return false
}

function decidedAt(ways: Ways, start: number, { facts }: Block, how: Following): boolean | null {
  const last = facts.at(-1)
  return last?.kind === 'test' && !last.over ? truthOf(ways, start, last.value, how, 0) : null
}

// `null` where the way from the start leaves it open.
function truthOf(ways: Ways, start: number, value: Value, how: Following, depth: number): boolean | null {
  const inner = (v: Value): boolean | null => truthOf(ways, start, v, how, depth + 1)
  if (depth > deepest) return null
  if (value.kind === 'constant') return Boolean(value.value)
  if (value.kind === 'operation') {
    const [first] = value.operands
    const turned = value.operator === 'not' && first ? inner(first) : null
    return turned === null ? null : !turned
  }
  if (value.kind !== 'mix') return null
  const passing = (fits: (by: number) => boolean): readonly Value[] =>
    value.of.filter((_, i) => fits(value.from[i] ?? -1))
  const set = passing(by => by === start || (by >= 0 && reaches(ways, start, by, how)))
  // The way from the test leads to where the values meet at once.
  const [first = null, ...others] = (set.length > 0 ? set : passing(by => by === how.without)).map(inner)
  return others.every(other => other === first) ? first : null
}
