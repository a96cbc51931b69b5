import type { GuardVerdict, Unit, Value } from '../../../program'
import { argumentsFor, unitsNamed } from '../../resolve'
import type { Evidence } from '../evidence'
import { isOfFirst } from '../first'
import { flowOf } from '../flow'
import { establishedBy } from '../outcomes'
import { partsOf } from '../parts'
import { answersOf, type Place, type PlacedTest } from './places'
import { conditionPast } from './reasons'
import { firstFew, relevant, type Search, verdict } from './search'

const mostUnits = 4

/** Checks of a function whose answer decides, which it may leave out before it gives that answer. */
export function skippedChecks(search: Search, place: Place): readonly GuardVerdict[] {
  return firstFew(place.tests, placed => skippedBehind(search, place, placed))
}

/** A check in a function that a test asks, and that the function may leave out. */
export function skippedBehind(
  search: Search,
  { unit }: Place,
  { test, towards }: PlacedTest,
): GuardVerdict | null {
  if (towards === null) return null
  const { engine } = search
  if (relevant(search, establishedBy(engine, flowOf(engine, unit), test.value, towards))) return null
  for (const answering of unitsAsked(search, test.value).slice(0, mostUnits)) {
    const found = skippedIn(search, answering)
    if (found) return found
  }
  return null
}

// `if passed:`, and also where a caller hands the answer on: `move(promote=args.promote and passed)`.
function unitsAsked({ engine: { linked } }: Search, value: Value): readonly Unit[] {
  const asked = partsOf(value).flatMap(part => {
    const unit = part.kind === 'parameter' ? linked.program.units.get(part.unit) : undefined
    const given = part.kind === 'parameter' && unit ? argumentsFor(linked, unit, part.index) : []
    return [part, ...given.flatMap(one => partsOf(one))]
  })
  return [
    ...new Set(asked.flatMap(part => (part.kind === 'result' ? unitsNamed(linked, part.call.callee) : []))),
  ]
}

function skippedIn(search: Search, unit: Unit): GuardVerdict | null {
  for (const answer of answersOf(search.engine, unit)) {
    const checks = answer.tests.flatMap(placed => {
      const evidence = checkedBy(search, unit, placed)
      return evidence ? [{ placed, evidence }] : []
    })
    // Where another check stands in its place, nothing is left out.
    const ends = new Set([...answer.ends, ...checks.map(({ placed }) => placed.index)])
    for (const { placed, evidence } of checks) {
      const condition = conditionPast({ ...answer, ends }, placed.index)
      if (condition) return verdict(evidence.kind, placed.test.span, `${evidence.says}, but ${condition}`)
    }
  }
  return null
}

function checkedBy(search: Search, unit: Unit, { test }: PlacedTest): Evidence | null {
  const { engine } = search
  for (const outcome of [true, false]) {
    const found = relevant(search, establishedBy(engine, flowOf(engine, unit), test.value, outcome))
    if (found && !isOfFirst(found)) return found
  }
  return null
}
