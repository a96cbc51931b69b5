import { onceFor } from '../../base/once'
import type { Call, Fact, Span, Store, Test, Unit, Value } from '../../program'
import { mayCall } from '../called'
import type { Linked } from '../linked'
import { libraryNames, unitsNamed } from '../resolve'
import { artifactKeys, artifactOf, keyOf } from './artifacts'
import { type Evidence, type State, stateOf } from './evidence'
import { keyInCaller } from './mapping'
import { partsOf } from './parts'

/**
 * Where something is stored, as a part of keys: `unit@0.path`, `unit@0["path"]`, `unit#path`. An asterisk stands for any
 * field or entry, by itself for any place, and a question mark for an entry under a key that is not written out.
 */
export type Place = string

const anywhere: Place = '*'

const deepest = 4
const mostPlaces = 1000

/** What still holds behind a fact that stores something: what was verified there before is not what is there now. */
export function withoutStored(linked: Linked, fact: Fact, state: State): State {
  if (state === null || state.size === 0) return state
  const verified = [...state.values()].filter(e => e.kind === 'verification' && e.subject !== '')
  const places = verified.length > 0 ? placesStored(linked, fact, 0) : []
  if (places.length === 0) return state
  const lost = new Set(verified.filter(e => places.some(place => isNamedBy(e.subject, place))))
  const kept = [...state.values()].filter(e => !lost.has(e))
  return stateOf([...kept, ...storedToo(linked, fact, verified)])
}

/** What a test shows of what has stayed where it is since the test's parts were worked out. */
export function withoutStoredSince(linked: Linked, unit: Unit, test: Test, state: State): State {
  const verified = [...(state ?? [])].filter(([, e]) => e.kind === 'verification' && isChangeable(e.subject))
  if (state === null || verified.length === 0) return state
  const starts = partsOf(test.value).flatMap(part =>
    part.kind === 'result' && isWithin(unit, part.call.span) ? [part.call.span.start] : [],
  )
  const [first = Number.POSITIVE_INFINITY] = starts.sort((a, b) => a - b)
  const between = factsBetween(unit, first, test.span.start)
  const places = between.flatMap(fact => placesStored(linked, fact, 0))
  const lost = new Set(verified.flatMap(([id, e]) => (places.some(p => isNamedBy(e.subject, p)) ? [id] : [])))
  return lost.size === 0 ? state : new Map([...state].filter(([id]) => !lost.has(id)))
}

// There are as many tests as facts in a long unit.
function factsBetween(unit: Unit, from: number, to: number): readonly Fact[] {
  const facts = inOrder(unit)
  const first = from < to ? firstBehind(facts, from) : facts.length
  const found: Fact[] = []
  for (let at = first; at < facts.length; at += 1) {
    const fact = facts[at]
    if (!fact || fact.span.start >= to) break
    if (fact.span.end <= to) found.push(fact)
  }
  return found
}

const inOrder = onceFor((unit: Unit): readonly Fact[] =>
  unit.blocks.flatMap(({ facts }) => facts).sort((a, b) => a.span.start - b.span.start),
)

function firstBehind(facts: readonly Fact[], start: number): number {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((facts[middle]?.span.start ?? 0) > start) high = middle
    else low = middle + 1
  }
  return low
}

// A local value stays what it is, and so does a text.
function isChangeable(subject: string): boolean {
  return !subject.startsWith('"') && /[.[#]/.test(subject)
}

function isWithin({ file, span }: Unit, { file: of, start }: Span): boolean {
  return of === file && start >= span.start && start < span.end
}

// `verify(path)`, `self.path = path`: what is there now has been verified under another name.
function storedToo(linked: Linked, fact: Fact, verified: readonly Evidence[]): readonly Evidence[] {
  if (fact.kind !== 'store' && fact.kind !== 'bind') return []
  const [place] = placesStored(linked, fact, 0)
  if (place === undefined || isOpen(place)) return []
  const keys = artifactKeys(linked, fact.value)
  return verified
    .filter(e => keys.includes(e.subject))
    .map(e => ({ ...e, subject: place, moved: e.moved ?? e.subject }))
}

/** Where a fact stores something anew, in the terms of its unit: by itself, or by what it calls. */
export function placesStored(linked: Linked, fact: Fact, depth: number): readonly Place[] {
  switch (fact.kind) {
    case 'store':
      return placesOf(linked, fact)
    case 'bind':
      return [keyOf(linked, fact.variable, 0)]
    case 'call':
      return [...placesOfMethod(linked, fact), ...placesInside(linked, fact, depth)]
    case 'test':
    case 'return':
    case 'yield':
    case 'raise':
    case 'after':
      return []
  }
}

function placesOf(linked: Linked, { of, name }: Pick<Store, 'of' | 'name'>): readonly Place[] {
  const object = keyOf(linked, artifactOf(linked, of), 0)
  if (typeof name === 'string') return [`${object}.${name}`]
  if (name.kind !== 'constant') return [`${object}[*]`]
  return [`${object}[${keyOf(linked, name, 0)}]`, `${object}[?]`]
}

const changing: ReadonlySet<string> = new Set(['setattr', 'update', '__setattr__', '__setitem__'])

// `setattr(self, "path", other)`, `config.update(path=other)`
function placesOfMethod(linked: Linked, call: Call): readonly Place[] {
  if (!mayCall(linked, call, changing)) return []
  const { callee, arguments: args } = call
  const method = callee.kind === 'field' ? callee : null
  if (method?.name === 'update') return placesOfUpdate(linked, method.of, args)
  const [first, ...others] = args
  if (!method && !libraryNames(linked, callee).includes('setattr')) return []
  const [of, name] = method ? [method.of, first?.value] : [first?.value, others[0]?.value]
  if (!of) return []
  if (method?.name === '__setitem__') return placesOf(linked, { of, name: name ?? unwritten })
  return placesOf(linked, { of, name: name?.kind === 'constant' ? String(name.value) : '*' })
}

const unwritten: Value = { kind: 'unknown' }

function placesOfUpdate(linked: Linked, of: Value, args: Call['arguments']): readonly Place[] {
  const names = args.flatMap(({ name, value }): readonly Value[] => {
    if (name !== null && name !== '**') return [{ kind: 'constant', value: name }]
    return value.kind === 'dictionary' ? value.entries.map(({ key }) => key ?? unwritten) : [unwritten]
  })
  return names.flatMap(name => placesOf(linked, { of, name }))
}

function placesInside(linked: Linked, call: Call, depth: number): readonly Place[] {
  if (depth >= deepest) return []
  return unitsNamed(linked, call.callee).flatMap(unit =>
    placesIn(linked, unit, depth + 1).flatMap(place => keyInCaller(linked, place, unit, call) ?? []),
  )
}

const known = new WeakMap<Unit, (readonly Place[])[]>()

// What is found depends on how deep it is looked for, so each depth has an answer of its own.
function placesIn(linked: Linked, unit: Unit, depth: number): readonly Place[] {
  const byDepth = known.get(unit) ?? []
  known.set(unit, byDepth)
  const before = byDepth[depth]
  if (before) return before
  byDepth[depth] = []
  const found = new Set<Place>()
  for (const { facts } of unit.blocks)
    for (const fact of found.size < mostPlaces ? facts : [])
      for (const place of placesStored(linked, fact, depth)) if (isSeenOutside(place)) found.add(place)
  // Of more places nobody asks which they are.
  byDepth[depth] = found.size < mostPlaces ? [...found] : [anywhere]
  return byDepth[depth]
}

// What a call has made is known by the place of that call, and to nobody else.
function isSeenOutside(place: Place): boolean {
  return !/^[^"@#]*:\d+[.[]/.test(place)
}

/** Whether what a key names may be another thing once something is stored at a place. */
export function isNamedBy(key: string, place: Place): boolean {
  if (place === anywhere) return isChangeable(key)
  const start = isOpen(place) ? place.replace(/[*?]\]?$/, '') : place
  for (let at = key.indexOf(start); at >= 0; at = key.indexOf(start, at + 1))
    if (isFollowed(place, key.slice(at + start.length))) return true
  return false
}

function isFollowed(place: Place, rest: string): boolean {
  if (place.endsWith('[?]')) return !/^(?:"|-?\d+(?:\.\d+)?\])/.test(rest)
  return isOpen(place) || !/^\w/.test(rest)
}

function isOpen(place: Place): boolean {
  return /\.\*$|\[[*?]\]$/.test(place)
}
