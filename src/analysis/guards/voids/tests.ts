import type { GuardVerdict, Operation, Unit } from '../../../program'
import { readApprovalByDefault, readSelfApproval } from '../approvals'
import { readVoidDigest } from '../compared'
import { isOfFirst } from '../first'
import { flowOf } from '../flow'
import { readComparison } from '../metrics'
import { establishedBy } from '../outcomes'
import { partsOf } from '../parts'
import type { Place, PlacedTest } from './places'
import { reasonOfTest } from './reasons'
import { firstFew, relevant, type Search, verdict } from './search'

/** Tests that ask the right thing and stop nothing on the way to a place. */
export function failedTests(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(
    place.tests,
    placed => askedInVain(search, place.unit, placed) ?? passedBy(search, place, placed),
  )
}

/** Tests that decide and cannot fail, by what they compare. */
export function settledTests(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(place.tests, placed => askedInVain(search, place.unit, placed))
}

// What is compared, or with what, makes the outcome worthless.
function askedInVain(search: Search, unit: Unit, placed: PlacedTest): GuardVerdict | null {
  const { linked } = search.engine
  if (placed.towards === null) return null
  for (const part of partsOf(placed.test.value)) {
    if (search.kinds.includes('approval')) {
      const own = readSelfApproval(linked, part) ?? readApprovalByDefault(linked, part)
      if (own) return verdict('approval', placed.test.span, own)
    }
    if (search.kinds.includes('verification')) {
      const hollow = readVoidDigest(linked, part, search.subjects)
      if (hollow) return verdict('verification', placed.test.span, hollow.says, hollow.strength)
    }
    const comparison = part.kind === 'operation' ? voidComparison(search, unit, part) : null
    if (comparison) return comparison
  }
  return null
}

function voidComparison({ engine, kinds }: Search, unit: Unit, operation: Operation): GuardVerdict | null {
  if (!kinds.includes('evaluation')) return null
  const comparison = readComparison(engine.linked, operation, unit)
  return comparison?.kind === 'void' ? verdict('evaluation', operation.span, comparison.says) : null
}

// A guard by itself, which the control flow passes by.
function passedBy(search: Search, place: Place, placed: PlacedTest): GuardVerdict | null {
  const flow = flowOf(search.engine, place.unit)
  for (const outcome of [true, false]) {
    const evidence = relevant(search, establishedBy(search.engine, flow, placed.test.value, outcome))
    if (!evidence || isOfFirst(evidence)) continue
    const reason = reasonOfTest(place, placed, evidence.outcome === null ? outcome : null)
    return reason ? verdict(evidence.kind, placed.test.span, `${evidence.says}, ${reason}`) : null
  }
  return null
}
