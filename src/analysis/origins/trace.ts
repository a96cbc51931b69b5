import type { Call, Field, SourceFile, Span, Unit, Value } from '../../program'
import type { Sink } from '../../rules/schema'
import { isProperty } from '../decorated'
import { artifactOf } from '../guards/artifacts'
import { methodOf } from '../guards/receivers'
import { libraryNames, referentsOf } from '../resolve'
import { callElsewhere } from '../run-elsewhere'
import { isContent, isKept, partsOfContent } from './content'
import { itemsAt } from './items'
import { makingOf } from './made-anew'
import { isEmpty, membersOf } from './members'
import { fromParameter } from './parameters'
import { placesOf } from './places'
import { isServed } from './served'
import { type Source, type Sources, sourcesAt, spanOf, takenFrom } from './sources'
import { type Spellbook, spellsPath } from './spelling'
import {
  andThen,
  asNamed,
  eachWay,
  givenByCalls,
  isChosenByStrangers,
  type Trail,
  unknownWay,
  type Way,
} from './trail'
import { type Point, pointOf } from './writes'
import { writtenTo } from './written'

/** Where a value is looked at. */
export interface Scene {
  readonly sources: Sources
  /** What is written to a file counts up to here; `null` where the order of things is not known. */
  readonly point: Point | null
  readonly file: SourceFile
  /** Where the value shows in the code. */
  readonly seen: Span
  /** Whether the value is what is in a file, so that a text in it is no path. */
  readonly content: boolean
  /** Whether nothing was called on the way here that may have made something else of it. */
  readonly direct: boolean
  /** Whether the value is a part of a path. */
  readonly named: boolean
  /** By unit name: the call by which a function was entered on the way here, and where that call stands. */
  readonly entered: ReadonlyMap<string, { readonly call: Call; readonly scene: Scene }>
  readonly search: Search
}

/** One question, and what it has cost. */
export interface Search {
  readonly open: Set<Value>
  /** What a text is where nothing else is known of it. */
  readonly names: Sink['names']
  readonly book: Spellbook
  steps: number
}

const mostSteps = 400
const deepest = 40
const isSpent =
  ({ search }: Scene) =>
  (): boolean =>
    search.steps > mostSteps

/** Every way from where a value comes from to here; none where the value only leads back to itself. */
export function waysOf(scene: Scene, value: Value): readonly Way[] {
  const { search } = scene
  if (search.open.has(value)) return []
  search.steps += 1
  if (search.steps > mostSteps || search.open.size > deepest) return unknownWay
  search.open.add(value)
  const ways = follow(scene, value)
  search.open.delete(value)
  return ways
}

function follow(scene: Scene, value: Value): readonly Way[] {
  const written = writtenTo(scene, value)
  if (written.settled) return written.ways
  return [...written.ways, ...before(scene, value)]
}

function before(scene: Scene, value: Value): readonly Way[] {
  const { linked } = scene.sources
  const known = sourcesAt(linked, value, scene.seen)
  if (known.length > 0) {
    const ways = known.flatMap(source => waysFrom(scene, source))
    // A function that is handed over may be one of a library here, and one of the repository there.
    return value.kind === 'result' ? [...ways, ...fromUnits(scene, value.call)] : ways
  }
  const root = artifactOf(linked, value)
  if (root === value)
    return scene.content ? (partsOfContent(scene, value) ?? byKind(scene, value)) : byKind(scene, value)
  const direct = scene.direct && isKept(value, root)
  return waysOf({ ...scene, content: isContent(value, root, scene.content), direct }, root)
}

function byKind(scene: Scene, value: Value): readonly Way[] {
  const inner = (v: Value): readonly Way[] => waysOf(scene, v)
  switch (value.kind) {
    case 'constant':
    case 'text':
      return placesOf(scene, value)
    case 'operation':
      return value.operator === 'or' || value.operator === 'and'
        ? value.operands.flatMap(inner)
        : placesOf(scene, value)
    case 'mix':
      return value.of.flatMap(inner)
    case 'collection':
      return value.items.flatMap(inner)
    case 'variable':
      return outer(scene, value.unit, value.name)
    case 'name':
      return fromMembers(scene, value) ?? unknownWay
    case 'field':
      return fromField(scene, value)
    case 'item': {
      const items = itemsAt(scene.sources.linked, value)
      if (items.length === 0) return onwards(scene, value.of, true)
      const entered = new Map([...scene.entered, ...makingOf(scene, value.of)])
      return items.flatMap(one => waysOf({ ...scene, entered }, one))
    }
    case 'parameter':
      return fromParameter(scene, value)
    case 'result':
      return fromCall(scene, value.call)
    default:
      return unknownWay
  }
}

/** The ways that begin at an entry of the catalogue, or pass through one. */
function waysFrom(scene: Scene, { entry, call, span }: Source): readonly Way[] {
  const { linked } = scene.sources
  const taken = (name: string): readonly Way[] =>
    call
      ? takenFrom(linked, call, entry, name).flatMap(v =>
          waysOf({ ...scene, seen: spanOf(call, v), direct: false }, v),
        )
      : []
  if (entry.through !== undefined) {
    const ways = taken(entry.through)
    return ways.length > 0 ? ways : unknownWay
  }
  return [originOf(scene, { entry, call, span }), ...(entry.otherwise ? taken(entry.otherwise) : [])]
}

/** The beginning of a way at an entry of the catalogue. */
export function originOf(
  { sources, file }: Scene,
  { entry, span }: Source,
  command: Unit | null = null,
): Trail {
  const service = entry.from === 'command-line' && isServed(sources, [span.file, file], command)
  const says = `${entry.says ?? ''}${service ? ' of a service' : ''}`
  return {
    from: service ? 'service' : (entry.from ?? 'elsewhere'),
    says,
    steps: [{ span, says: `The artifact ${says}` }],
    written: false,
  }
}

// A variable of an enclosing unit, or of another module.
function outer(scene: Scene, unitName: string, name: string): readonly Way[] {
  const unit = scene.sources.linked.program.units.get(unitName)
  const bound = unit?.bound.get(name) ?? []
  if (!unit || bound.length === 0) return unknownWay
  return eachWay(bound, isSpent(scene), value => waysOf({ ...scene, point: null, file: unit.file }, value))
}

function fromMembers(scene: Scene, name: Extract<Value, { kind: 'name' }>): readonly Way[] | null {
  const dot = name.name.lastIndexOf('.')
  if (name.from === null || dot < 0) return null
  return members(scene, { ...name, name: name.name.slice(0, dot) }, name.name.slice(dot + 1))
}

function fromField(scene: Scene, field: Field): readonly Way[] {
  const from = onwards(scene, field.of, true)
  const kept = members(scene, field.of, field.name) ?? fromProperty(scene, field)
  // A class only says what a request may hold: `query: Query`.
  return kept ? [...kept, ...from.filter(isChosenByStrangers)] : from
}

// What a property works out when it is read.
function fromProperty(scene: Scene, { of, name }: Field): readonly Way[] | null {
  const { linked } = scene.sources
  const methods = referentsOf(linked, of).flatMap(referent =>
    referent.kind === 'object' ? (methodOf(linked, referent.name, name) ?? []) : [],
  )
  const read = methods.filter(isProperty)
  return read.length > 0 ? read.flatMap(unit => fromReturns(scene, unit, scene.entered)) : null
}

function members(scene: Scene, of: Value, name: string): readonly Way[] | null {
  const { linked, stores } = scene.sources
  const found = membersOf(linked, of, name)
  if (isEmpty(found)) return null
  const entered = makingOf(scene, of)
  return eachWay(found, isSpent(scene), ({ value, file }) => {
    const stored = stores.get(value)
    const there: Scene = { ...scene, point: null, file, entered }
    if (!stored || stored.store.name !== name) return waysOf(there, value)
    const { span } = stored.store
    const point = pointOf(stored.unit, stored.block, stored.store)
    return waysOf({ ...there, point, seen: span }, value).map(way =>
      andThen(way, span, `It is kept as \`${name}\``),
    )
  })
}

// What is taken from a thing comes from where the thing comes from, unless the thing is only the name of a place.
function onwards(scene: Scene, of: Value, read: boolean): readonly Way[] {
  return waysOf({ ...scene, direct: false }, of).map(way =>
    way && (givenByCalls.has(way.from) || (read && way.from === 'unbound')) ? way : null,
  )
}

function fromCall(scene: Scene, call: Call): readonly Way[] {
  for (const name of libraryNames(scene.sources.linked, call.callee)) {
    const elsewhere = callElsewhere(scene.sources.linked.knowledge, name, call)
    if (elsewhere) return waysOf(scene, { kind: 'result', call: elsewhere })
  }
  const returned = fromUnits(scene, call)
  if (returned.length > 0) return returned
  const { callee } = call
  if (spellsPath(scene.sources.linked, call)) return placesOf(scene, { kind: 'result', call })
  if (callee.kind !== 'field') return unknownWay
  const ways = onwards(scene, callee.of, false)
  return callee.name === 'json' && scene.named ? ways.map(asNamed) : ways
}

function fromUnits(scene: Scene, call: Call): readonly Way[] {
  return referentsOf(scene.sources.linked, call.callee).flatMap(referent => {
    if (referent.kind !== 'unit') return []
    const { unit } = referent
    return fromReturns(scene, unit, new Map(scene.entered).set(unit.name, { call, scene }))
  })
}

function fromReturns(scene: Scene, unit: Unit, entered: Scene['entered']): readonly Way[] {
  const wanted = unit.generator ? 'yield' : 'return'
  const ways = unit.blocks.flatMap((block, index) =>
    block.facts.flatMap(fact => {
      if (fact.kind !== wanted || !('value' in fact) || isNone(fact.value)) return []
      const point = pointOf(unit, index, fact)
      const inside: Scene = { ...scene, point, file: unit.file, seen: fact.span, entered }
      return waysOf(inside, fact.value).map(way => andThen(way, fact.span, `\`${unit.label}\` returns it`))
    }),
  )
  return ways.length > 0 ? ways : unknownWay
}

function isNone(value: Value): boolean {
  return value.kind === 'constant' && value.value === null
}
