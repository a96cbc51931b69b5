import type { Call, GuardVerdict, Unit, Value } from '../../../program'
import { libraryNames, referentsOf, unitsNamed } from '../../resolve'
import { isAnswer } from '../approvals'
import { artifactOf, keyOf } from '../artifacts'
import { leftAlone } from '../coroutines'
import { digestOf } from '../digests'
import type { Evidence } from '../evidence'
import { flowOf } from '../flow'
import { establishedBy, establishedByReturn } from '../outcomes'
import { decidingValues, partsOf, testedValues } from '../parts'
import { type Place, quoted, reaches } from './places'
import { reasonOfCall, reasonOfLateCall } from './reasons'
import { firstFew, relevant, type Search, verdict } from './search'

const mostCalls = 60
const mostComparisons = 60

/** Checks, measurements and digests of a unit by which nothing is decided before a place is reached. */
export function unusedChecks(search: Search, place: Place): readonly GuardVerdict[] {
  const uses = usesOf(place.unit)
  const { comparisons, decided } = uses
  const calls = callsAround(uses.calls, place)
  return [
    ...firstFew(calls, one => unusedAnswer(search, place, one, uses)),
    ...firstFew(comparisons, value => unusedComparison(search, place, value, decided)),
    ...firstFew(calls, one => unusedResult(search, place, one, uses)),
  ]
}

/** The calls of whose results a unit makes something. */
interface Uses {
  readonly decided: ReadonlySet<Value>
  readonly comparisons: readonly Value[]
  readonly calls: readonly PlacedCall[]
  readonly deciding: ReadonlySet<Call>
  readonly tested: ReadonlySet<Call>
  readonly compared: ReadonlySet<Call>
}

interface PlacedCall {
  readonly call: Call
  readonly index: number
}

function callsIn(values: Iterable<Value>): ReadonlySet<Call> {
  return new Set([...values].flatMap(value => (value.kind === 'result' ? [value.call] : [])))
}

const known = new WeakMap<Unit, Uses>()

// A unit with many sinks is read once.
function usesOf(unit: Unit): Uses {
  const before = known.get(unit)
  if (before) return before
  const decided = decidingValues(unit)
  const compared = comparisonsOf(unit)
  const uses: Uses = {
    decided,
    comparisons: compared,
    calls: callsOf(unit),
    deciding: callsIn(decided),
    tested: callsIn(testedValues(unit)),
    compared: callsIn(compared.flatMap(value => partsOf(value))),
  }
  known.set(unit, uses)
  return uses
}

function callsOf(unit: Unit): readonly PlacedCall[] {
  return unit.blocks.flatMap((block, index) =>
    block.facts.flatMap(fact => (fact.kind === 'call' ? [{ call: fact, index }] : [])),
  )
}

// In the order of the source.
function callsAround(calls: readonly PlacedCall[], { call: own }: Place): readonly PlacedCall[] {
  const at = calls.findIndex(({ call }) => call === own)
  return calls.slice(Math.max(0, at - mostCalls), at + mostCalls).filter(({ call }) => call !== own)
}

// `better = auc > 0.8`, bound to a name.
function comparisonsOf(unit: Unit): readonly Value[] {
  const bound = [...unit.bound.values()].flat().filter(value => value.kind === 'operation')
  return bound.slice(0, mostComparisons)
}

// A check that raises where it fails, or one that answers.
function unusedAnswer(search: Search, place: Place, placed: PlacedCall, uses: Uses): GuardVerdict | null {
  const left = leftAloneIn(search, place, placed.call)
  if (left) return left
  const raising = relevant(search, establishedByReturn(search.engine, placed.call))
  const decides = uses.deciding.has(placed.call) || callsIn(search.flags).has(placed.call)
  const asked = raising || decides ? null : unasked(search, placed.call)
  return raising ? raisedInVain(place, placed, raising) : asked
}

// A measurement or a digest.
function unusedResult(search: Search, place: Place, placed: PlacedCall, uses: Uses): GuardVerdict | null {
  const { call } = placed
  if (uses.tested.has(call) || uses.compared.has(call)) return null
  return uses.deciding.has(call) ? handedOn(search, call) : unread(search, place, placed)
}

// A coroutine that checks, and of which nothing comes.
function leftAloneIn(search: Search, { unit }: Place, call: Call): GuardVerdict | null {
  const { engine } = search
  const called = unitsNamed(engine.linked, call.callee)
  const why = called.map(one => leftAlone(engine.linked, one, call, unit)).find(Boolean)
  const evidence = why && relevant(search, establishedByReturn(engine, { ...call, unused: 'awaited' }))
  if (!evidence || evidence.strength === 'void') return null
  const reason =
    why === 'swallowed'
      ? 'and the exception that it raises is swallowed'
      : `but ${quoted(nameOf(call))} is a coroutine, and nobody awaits it`
  return verdict(evidence.kind, call.span, `${evidence.says}, ${reason}`)
}

function raisedInVain(place: Place, { call, index }: PlacedCall, evidence: Evidence): GuardVerdict | null {
  if (evidence.strength === 'void') return null
  const late = index === place.block && call.span.start > place.call.span.end
  const reason = late ? reasonOfLateCall(place, index) : reasonOfCall(place, index)
  return reason ? verdict(evidence.kind, call.span, `${evidence.says}, ${reason}`) : null
}

// A check that answers, and nobody looks at the answer.
function unasked({ engine, ...search }: Search, call: Call): GuardVerdict | null {
  const value: Value = { kind: 'result', call }
  if (search.kinds.includes('approval') && isAnswer(engine.linked, value))
    return verdict('approval', call.span, 'a person is asked, and nobody looks at the answer')
  for (const outcome of [true, false]) {
    const evidence = relevant({ engine, ...search }, establishedBy(engine, null, value, outcome))
    if (evidence && evidence.strength !== 'void')
      return verdict(evidence.kind, call.span, `${evidence.says}, and nobody looks at the answer`)
  }
  return null
}

// Few calls measure anything, and whether one leads to the place takes a walk through the unit.
function unread(search: Search, place: Place, { call, index }: PlacedCall): GuardVerdict | null {
  const found = unreadResult(search, call)
  return found && reaches(place, index, place.block) ? found : null
}

function unreadResult(search: Search, call: Call): GuardVerdict | null {
  if (search.kinds.includes('evaluation') && measures(search, call))
    return verdict(
      'evaluation',
      call.span,
      `${quoted(nameOf(call))} measures the model, and nothing is decided by the result`,
    )
  return search.kinds.includes('verification')
    ? unusedDigest(search, call, 'the digest is computed and never compared')
    : null
}

function nameOf(call: Call): Call['span'] {
  const { file, start } = call.span
  return { file, start, end: call.name.end }
}

function measures({ engine: { linked } }: Search, call: Call): boolean {
  const { callee } = call
  const last = callee.kind === 'field' || callee.kind === 'name' ? (callee.name.split('.').at(-1) ?? '') : ''
  const { calls, methods } = linked.knowledge.measuring
  const referents = referentsOf(linked, callee)
  if (libraryNames(linked, callee).some(name => calls.some(pattern => pattern.test(name)))) return true
  const open = referents.every(r => r.kind === 'unit' || (r.kind === 'external' && r.name.includes('()')))
  return open && methods.has(last)
}

// Recorded beside the model, or given back with it.
function handedOn(search: Search, call: Call): GuardVerdict | null {
  if (!search.kinds.includes('verification')) return null
  return unusedDigest(search, call, 'the digest is computed and handed on, and never compared here')
}

function unusedDigest(
  { engine: { linked }, subjects }: Search,
  call: Call,
  says: string,
): GuardVerdict | null {
  const digest = digestOf(linked, { kind: 'result', call })
  // What a script prints, a person or a later command may compare.
  if (!digest || digest.printed || !subjects.includes(keyOf(linked, artifactOf(linked, digest.of), 0)))
    return null
  return verdict('verification', call.span, says)
}

function unusedComparison(
  search: Search,
  { unit }: Place,
  value: Value,
  deciding: ReadonlySet<Value>,
): GuardVerdict | null {
  if (deciding.has(value) || search.flags.has(value) || value.kind !== 'operation') return null
  const flow = flowOf(search.engine, unit)
  for (const outcome of [true, false]) {
    const evidence = relevant(search, establishedBy(search.engine, flow, value, outcome))
    if (evidence)
      return verdict(evidence.kind, value.span, `${evidence.says}, and no test asks for the outcome`)
  }
  return null
}
