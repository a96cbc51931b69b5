import {
  atMost,
  both,
  type Evidence,
  joined,
  meet,
  meetEach,
  nothing,
  type State,
  sameState,
  stateOf,
  withoutDoubles,
} from '../../../src/analysis/guards/evidence'
import { lacking, weigh } from '../../../src/analysis/guards/verdict'

const file = { path: 'churn.py', text: '' }

/** Evidence that is told by the offset at which it stands. */
function shown(kind: Evidence['kind'], start: number, more: Partial<Evidence> = {}): Evidence {
  const span = { file, start, end: start + 1 }
  return { kind, subject: '', strength: 'strong', span, outcome: null, says: 'is shown', ...more }
}

function texts(state: State): readonly string[] | null {
  if (state === null) return null
  const text = ({ kind, strength, span, subject, either }: Evidence): string =>
    [strength, kind, subject, span.start, either ? 'either' : ''].filter(part => part !== '').join(' ')
  return [...state.values()].map(text).sort()
}

const approval = shown('approval', 1)
const evaluation = shown('evaluation', 2)
const declared = shown('evaluation', 3, { strength: 'medium' })
const verified = shown('verification', 4, { subject: 'a' })
const fooled = shown('verification', 5, { subject: 'a', strength: 'medium' })
const other = shown('verification', 6, { subject: 'b' })
const target = shown('target', 7)
const yes = shown('evaluation', 8, { outcome: true })
const no = shown('evaluation', 8, { outcome: false })

type Met = readonly [first: readonly Evidence[], second: readonly Evidence[], held: readonly string[]]
const ways: readonly Met[] = [
  [[], [], []],
  [[approval], [], []],
  [[approval], [approval], ['strong approval 1']],
  [[approval, evaluation], [approval], ['strong approval 1', 'strong evaluation 2 either']],
  [[approval], [evaluation], ['strong approval 1 either', 'strong evaluation 2 either']],
  [[evaluation], [declared], ['medium evaluation 3']],
  [[approval], [declared], ['medium evaluation 3 either']],
  [[shown('canary', 9)], [approval], ['strong approval 1 either', 'strong canary 9 either']],
  [[verified], [fooled], ['medium verification a 5']],
  [[verified], [other], []],
  [[verified, other], [other], ['strong verification b 6']],
  [[verified], [approval], []],
  [[target], [approval], []],
  [[target], [shown('target', 9, { strength: 'weak' })], ['weak target 9']],
  [[yes], [no], []],
  [[yes], [yes], ['strong evaluation 8']],
  [[yes], [shown('evaluation', 9, { outcome: false })], ['strong evaluation 8', 'strong evaluation 9']],
  [[yes, approval], [no], ['strong approval 1 either', 'strong evaluation 8 either']],
  [
    [yes],
    [{ ...no, span: { ...no.span, file: { path: 'other.py', text: '' } } }],
    ['strong evaluation 8', 'strong evaluation 8'],
  ],
  [[{ ...approval, either: true }], [declared], ['medium evaluation 3 either']],
]
test.each(ways)('of what two ways have passed stands what answers to each other: %#', (a, b, held) => {
  const one = texts(meet(stateOf(a), stateOf(b)))
  expect(one).toEqual(held)
  expect(texts(meet(stateOf(b), stateOf(a)))).toEqual(held)
})

test('a way that nobody takes holds everything', () => {
  const state = stateOf([approval])
  expect(meet(null, state)).toBe(state)
  expect(meet(state, null)).toBe(state)
  expect(meet(null, null)).toBeNull()
  expect(both(null, state)).toBeNull()
  expect(both(state, null)).toBeNull()
  expect(atMost(null, 'weak', 'x')).toBeNull()
})

test('where two things hold both do', () => {
  const state = stateOf([approval])
  expect(both(state, nothing)).toBe(state)
  expect(both(nothing, state)).toBe(state)
  expect(texts(both(state, stateOf([evaluation])))).toEqual(['strong approval 1', 'strong evaluation 2'])
})

test('of many checks of the whole run the strongest stay, and whatever was verified', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    shown('evaluation', i, { strength: i < 10 ? 'weak' : i < 20 ? 'strong' : 'medium' }),
  )
  const files = Array.from({ length: 30 }, (_, i) => shown('verification', i, { subject: `f${i}` }))
  const held = texts(both(stateOf(many), stateOf(files))) ?? []
  const count = (word: RegExp): number => held.filter(text => word.test(text)).length
  expect(count(/verification/)).toBe(30)
  expect([count(/strong evaluation/), count(/medium/), count(/weak/)]).toEqual([10, 10, 4])
  expect(texts(both(stateOf(many.slice(0, 14)), stateOf(many.slice(14, 24))))).toHaveLength(24)
  expect(texts(both(stateOf(files), stateOf([approval])))).toHaveLength(31)
})

test('what is taken down says why, and what was less stays as it was', () => {
  const state = atMost(
    stateOf([approval, declared, shown('canary', 9, { strength: 'weak' })]),
    'medium',
    'so',
  )
  expect([...(state?.values() ?? [])].map(({ strength, says }) => `${strength}: ${says}`)).toEqual([
    'medium: is shown, so',
    'medium: is shown',
    'weak: is shown',
  ])
})

test('where one way is nothing the others are not asked', () => {
  const asked: number[] = []
  const ask = (state: State) => (way: number) => {
    asked.push(way)
    return state
  }
  expect(texts(meetEach([1, 2, 3], ask(nothing)))).toEqual([])
  expect(asked).toEqual([1])
  expect(meetEach([4], ask(stateOf([approval])), nothing)).toBe(nothing)
  expect(meetEach([], ask(nothing))).toBeNull()
  expect(texts(meetEach([5, 6], ask(stateOf([approval]))))).toEqual(['strong approval 1'])
  expect(asked).toEqual([1, 5, 6])
})

test('what stands by itself needs no doubles that stand for another kind', () => {
  const either = { ...approval, either: true as const }
  expect(withoutDoubles([approval, either])).toEqual([approval])
  expect(withoutDoubles([either, evaluation])).toEqual([either, evaluation])
  expect(joined(approval, evaluation).either).toBe(true)
  expect(joined(evaluation, declared)).toBe(declared)
  expect(joined(either, approval).either).toBe(true)
  expect(joined(approval, either).either).toBe(true)
})

test('two states are the same where the same things hold', () => {
  expect(sameState(null, null)).toBe(true)
  expect(sameState(null, nothing)).toBe(false)
  expect(sameState(nothing, null)).toBe(false)
  expect(sameState(stateOf([approval]), stateOf([{ ...approval }]))).toBe(true)
  expect(sameState(stateOf([approval]), stateOf([evaluation]))).toBe(false)
  expect(sameState(stateOf([approval]), stateOf([approval, evaluation]))).toBe(false)
  expect(sameState(stateOf([yes]), stateOf([no]))).toBe(false)
  expect(sameState(stateOf([approval]), stateOf([{ ...approval, strength: 'weak' }]))).toBe(false)
})

const byHand = shown('approval', 9, { strength: 'weak', softens: true })
const canary = shown('canary', 10, { strength: 'medium' })
const lone = { ...approval, either: true as const }
type Weighed = readonly [
  evidence: readonly Evidence[],
  required: readonly Evidence['kind'][],
  fares: string,
  lacks: readonly string[],
]
const weighed: readonly Weighed[] = [
  [[], [], 'open', []],
  [[approval], [], 'guarded', []],
  [[declared], [], 'declared', []],
  [[declared, canary], [], 'guarded', []],
  [[declared, { ...declared, subject: 'x' }], [], 'declared', []],
  [[byHand], [], 'attended', []],
  [[byHand, declared], [], 'declared', []],
  [[{ ...byHand, softens: false }], [], 'open', []],
  [[shown('canary', 1, { strength: 'void' })], [], 'open', []],
  [[approval], ['approval'], 'guarded', []],
  [[approval], ['evaluation'], 'open', ['evaluation']],
  [[approval], ['approval', 'evaluation'], 'open', ['evaluation']],
  [[approval, evaluation], ['approval', 'evaluation'], 'guarded', []],
  [[approval, declared], ['approval', 'evaluation'], 'declared', []],
  [[declared, canary], ['evaluation'], 'declared', []],
  [[lone], ['approval'], 'open', ['approval']],
  [[byHand], ['approval'], 'attended', ['approval']],
  [[byHand, evaluation], ['approval', 'evaluation'], 'attended', ['approval']],
  [[byHand, evaluation], ['evaluation'], 'guarded', []],
]
test.each(weighed)('a finding fares by what stands before it: %#', (evidence, required, fares, lacks) => {
  expect(weigh(evidence, required)).toBe(fares)
  expect(lacking(evidence, required)).toEqual(lacks)
})
