import type { Value } from '../../program'

const deepest = 40
const mostSteps = 200_000

/** What looking up may cost, for all values of a command together. */
export interface Budget {
  left: number
}

export function openBudget(): Budget {
  return { left: mostSteps }
}

/** A value with what its names stand for in their places; a name that `standsFor` does not know is unknown. */
export function withReferences(
  value: Value,
  standsFor: (name: string) => Value | null,
  budget: Budget,
): Value {
  const put = (at: Value, depth: number): Value => {
    budget.left -= 1
    if (depth > deepest || budget.left < 0) return { kind: 'unknown' }
    const inside = (inner: Value): Value => put(inner, depth + 1)
    switch (at.kind) {
      case 'name': {
        const found = standsFor(at.name)
        return found ? inside(found) : { kind: 'unknown' }
      }
      case 'dictionary':
        return { ...at, entries: at.entries.map(({ key, value: of }) => ({ key, value: inside(of) })) }
      case 'collection':
        return { ...at, items: at.items.map(inside) }
      case 'text':
        return { ...at, parts: at.parts.map(inside) }
      case 'mix':
        return { ...at, of: at.of.map(inside) }
      default:
        return at
    }
  }
  return put(value, 0)
}
