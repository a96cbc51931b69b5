import { isCommand } from '../../commands/known'
import { isPython } from '../../python'
import { leadsTo } from './flag-ways'
import { edgeTo, type Following, type Place, type PlacedTest, quoted, reaches, reachesOne } from './places'

const announcing = /^(print|echo|secho|log|debug|info|warn|warning|error|exception|critical|write|notify)$/

/**
 * Why a test that would be a guard stops nothing on the way to a place. `accepts` is the outcome that passes, `null` where
 * either may be. `null` where it does hold there.
 */
export function reasonOfTest(place: Place, placed: PlacedTest, accepts: boolean | null): string | null {
  if (comesAfter(place, placed.index)) return place.late ? tooLate : reasonBehind(place, placed, accepts)
  const { block: target } = place
  const leads = (outcome: boolean, plainly: boolean): boolean =>
    leadsTo(place, edgeTo(placed.block, outcome), target, { without: placed.index, plainly })
  const { towards } = placed
  if (accepts !== null && towards === !accepts) return 'and the call stands on the side where it failed'
  if (leads(true, true) && leads(false, true)) return openReason(place, placed, accepts)
  if (leads(true, false) && leads(false, false)) return swallowed(place)
  if (!leads(true, false) && !leads(false, false)) return null
  return wayAround(place, placed.index)
}

/** Why a call that raises where a check fails stops nothing on the way to a place; `null` where it does hold there. */
export function reasonOfCall(place: Place, index: number): string | null {
  const { block: target } = place
  if (index !== target && comesAfter(place, index)) return reasonOfLateCall(place, index)
  const handled = (place.unit.blocks[index]?.next ?? []).filter(edge => edge.when === 'raises')
  if (handled.some(edge => reaches(place, edge.to, target, { without: index })))
    return swallowed(place, index)
  return index === target ? null : wayAround(place, index)
}

const tooLate = 'but only after the call'

/** The same of a call that comes after the place. */
export function reasonOfLateCall(place: Place, index: number): string | null {
  if (place.late) return tooLate
  const handled = (place.unit.blocks[index]?.next ?? []).filter(edge => edge.when === 'raises')
  return handled.some(edge => endsWell(place, edge.to)) ? swallowed(place, index) : wayPast(place, index)
}

// What was fetched may be looked at afterwards, if that can end the run.
function reasonBehind(place: Place, { block, index }: PlacedTest, accepts: boolean | null): string | null {
  const failing = (accepts === null ? [true, false] : [!accepts]).map(side => edgeTo(block, side))
  const goOn = (plainly: boolean): boolean =>
    failing.every(side => endsWell(place, side, { without: index, plainly }))
  if (!goOn(true)) return goOn(false) ? swallowed(place) : wayPast(place, index)
  const isAnnounced = failing.some(side => announces(place, side))
  return isAnnounced ? 'and the failing side only says so and goes on' : goesOn
}

function wayPast(place: Place, index: number): string | null {
  const past = index !== place.block && endsWell(place, place.block, { without: index })
  return past ? 'but not on every way behind the call' : null
}

function endsWell(place: Place, from: number, how: Following = {}): boolean {
  const { unit, ends } = place
  const isEnd = (at: number): boolean => {
    const { next = [], facts = [] } = unit.blocks[at] ?? {}
    return next.length === 0 && !ends.has(at) && facts.at(-1)?.kind !== 'raise'
  }
  return reachesOne(place, from, isEnd, how)
}

const goesOn = 'and where it fails, what follows runs all the same'

// A command raises nothing: it fails, and what starts it may leave it at that.
function swallowed({ unit }: Place, index: number | null = null): string {
  const last = index === null ? undefined : unit.blocks[index]?.facts.at(-1)
  const isStarted = last?.kind === 'call' && last.callee.kind === 'name' && isCommand(last.callee.name)
  return isPython(unit.file.path) && !isStarted ? 'and the exception that it raises is swallowed' : goesOn
}

function comesAfter(place: Place, index: number): boolean {
  const { block: target } = place
  if (index === target) return !reachesAgain(place, target)
  return reaches(place, target, index) && !reaches(place, index, target)
}

function reachesAgain(place: Place, index: number): boolean {
  return (place.unit.blocks[index]?.next ?? []).some(edge => reaches(place, edge.to, index))
}

// On both sides the call is reached: silently, with a word about it, or because something else has the last word.
function openReason(place: Place, placed: PlacedTest, accepts: boolean | null): string {
  const sides = (accepts === null ? [true, false] : [!accepts]).map(side => edgeTo(placed.block, side))
  for (const side of sides) {
    const other = place.tests.find(one => one.index === side && one.towards !== null)
    if (other) return `but not where ${condition(other, other.towards === true)}`
  }
  const announced = sides.filter(side => announces(place, side))
  return announced.length === 1
    ? 'and the failing side only says so and goes on'
    : 'and both outcomes lead to the call'
}

function announces({ unit, block: target }: Place, from: number): boolean {
  const facts = from === target ? [] : (unit.blocks[from]?.facts ?? [])
  const calls = facts.flatMap(fact => (fact.kind === 'call' ? [fact.callee] : []))
  const names = calls.map(callee => (callee.kind === 'field' || callee.kind === 'name' ? callee.name : ''))
  return names.some(name => announcing.test(name.split('.').at(-1) ?? ''))
}

/** Something else leads past a check: the condition that decides whether it is done at all. */
function wayAround(place: Place, index: number): string | null {
  const { block: target } = place
  if (!reaches(place, 0, target, { without: index })) return null
  const past = skippingTest(place, place.tests, index)
  return past ? `but ${past}` : 'but the call can be reached without it'
}

/** The condition, other than that of a loop, that leads past a check: `it is skipped where …`. */
export function conditionPast(place: Passed, index: number): string | null {
  const plain = place.tests.filter(({ test }) => !test.over)
  return reaches(place, 0, place.block, { without: index }) ? skippingTest(place, plain, index) : null
}

type Passed = Pick<Place, 'unit' | 'ends' | 'block' | 'tests'>

function skippingTest(place: Passed, among: readonly PlacedTest[], index: number): string | null {
  for (const other of among) {
    const past = other.index === index ? null : outcomePast(place, other, index)
    if (past !== null) return `it is skipped where ${condition(other, past)}`
  }
  return null
}

// One outcome leads to the call and not to the check, the other to the check.
function outcomePast(place: Passed, other: PlacedTest, index: number): boolean | null {
  for (const outcome of [true, false]) {
    const [past, towards] = [edgeTo(other.block, outcome), edgeTo(other.block, !outcome)]
    const around = reaches(place, past, place.block, { without: index })
    const checked = reaches(place, past, index, { without: other.index })
    if (around && !checked && reaches(place, towards, index, { without: other.index })) return outcome
  }
  return null
}

// A comparison holds or does not; anything else is set or is not.
function condition({ test }: PlacedTest, outcome: boolean): string {
  if (test.over) return `${quoted(test.span)} is empty`
  const compared = test.value.kind === 'operation'
  const [yes, no] = compared ? ['holds', 'does not hold'] : ['is set', 'is not set']
  return `${quoted(test.span)} ${outcome ? yes : no}`
}
