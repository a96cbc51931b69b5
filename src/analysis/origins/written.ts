import { onceFor } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import { argumentFor, callersOf, referentsOf } from '../resolve'
import {
  handlersOf,
  isRunner,
  mayFollowWrites,
  mayLeadToWrites,
  mostRunners,
  type Sources,
  spanOf,
  takenFrom,
} from './sources'
import { originOf, type Scene, waysOf } from './trace'
import { andThen, isForeign, unknownWay, type Way, writtenOut } from './trail'
import {
  type FileNames,
  fileNames,
  isAlwaysPassed,
  isOf,
  isOnePassed,
  isPassed,
  isRenamed,
  type Point,
  pointOf,
  reaches,
  type Write,
  writesIn,
} from './writes'

/** What was written to a file before it is looked at; settled where nothing but that can be in it. */
export interface Written {
  readonly ways: readonly Way[]
  readonly settled: boolean
}

const nothing: Written = { ways: [], settled: false }
const mostCallers = 8
const mostCalls = 60
const mostWrites = 20

/** Finds what was written before to the file that a value stands for: here, in what was called, by callers, in this file. */
export function writtenTo(scene: Scene, value: Value): Written {
  if (!scene.point || !mayBeFile(value) || !mayFollowWrites(scene.sources, scene.point.unit)) return nothing
  const names = fileNames(scene.sources.linked, value, scene.point.unit, scene.search.book)
  if (names.own === null && names.list === null) return nothing
  const here = writtenBefore(scene, scene.point, names)
  if (here.settled || here.ways.length > 0 || !names.global) return here
  const there = byCallers(scene, scene.point.unit, names)
  return there.ways.length > 0 ? there : elsewhere(scene, scene.point.unit, names)
}

function mayBeFile(value: Value): boolean {
  return !['unknown', 'dictionary', 'function', 'class', 'instance'].includes(value.kind)
}

/** A write, as far as a unit is concerned: at which of its calls it happens, and whether on every way. */
interface Seen {
  readonly write: Write
  readonly at: Point
  readonly always: boolean
  /** Whether it writes the file, and not only the folder around it, in which others stay. */
  readonly whole: boolean
  readonly scene: Scene
}

function writtenBefore(scene: Scene, point: Point, names: FileNames): Written {
  const all = writesIn(scene.sources, point.unit).filter(write => isOf(write, names))
  const near = nearest(all, startAt(point))
  const own = near
    .filter(write => reaches(write.at, point))
    .map(write => ({
      write,
      at: write.at,
      always: isPassed(write.at, point),
      whole: write.names.own === names.own,
      scene: sceneAt(scene, write),
    }))
    .filter(one => isStillThere(one, point, names))
  const called = byCallees(scene, point, names).filter(one => isStillThere(one, point, names))
  const together = isOnePassed(
    own.map(({ at }) => at),
    point,
  )
  const written = lastWritten([...own, ...called], together)
  const whole = near.length === all.length || own.some(one => one.always)
  return whole ? written : { ways: [...written.ways, null], settled: false }
}

// `self.path` may stand for another file by then. What comes from outside may still be in it.
function isStillThere({ write, at, scene }: Seen, point: Point, names: FileNames): boolean {
  if (!isRenamed(scene.sources.linked, names.own, at, point)) return true
  return waysOfWrite(scene, write).some(isForeign)
}

// A file that is written at many places of one function: those around the load tell enough.
function nearest(writes: readonly Write[], start: number): readonly Write[] {
  const next = writes.findIndex(write => write.call.span.start > start)
  const middle = next < 0 ? writes.length : next
  return writes.slice(Math.max(0, middle - mostWrites), middle + mostWrites)
}

function sceneAt(scene: Scene, write: Write): Scene {
  return { ...scene, point: write.at, file: write.unit.file, seen: write.call.span }
}

// What a function writes that was called before.
function byCallees(scene: Scene, point: Point, names: FileNames): readonly Seen[] {
  return callsBefore(scene, point).flatMap(({ call, at }) =>
    calledUnits(scene, call).flatMap(unit => [
      ...byCallee({ ...scene, point: at }, unit, call, names, point),
      ...(names.global
        ? deeper(scene, unit, names, { at, always: isPassed(at, point), seen: new Set(), depth: 0 })
        : []),
    ]),
  )
}

function byCallee(scene: Scene, unit: Unit, call: Call, names: FileNames, point: Point): Seen[] {
  const at = scene.point ?? point
  const entered = new Map(scene.entered).set(unit.name, { call, scene })
  return writesIn(scene.sources, unit)
    .map(write => ({ write, written: namesOutside(scene, write, call, point.unit) }))
    .filter(({ write, written }) => isOf(write, names, written))
    .map(({ write, written }) => ({
      write,
      at,
      whole: written.own === names.own,
      always: isAlwaysPassed(write.at) && isPassed(at, point),
      scene: { ...sceneAt(scene, write), entered },
    }))
}

// What that function calls in turn; a step of a job runs a script, which runs a program, which calls its functions.
function deeper(scene: Scene, unit: Unit, names: FileNames, place: Place): Seen[] {
  if (place.depth > deepest || place.seen.has(unit)) return []
  const seen = new Set([...place.seen, unit])
  return callsIn(scene, unit)
    .slice(0, mostCalls)
    .flatMap(inner =>
      calledUnits(scene, inner.call).flatMap(called => {
        const always = place.always && isAlwaysPassed(inner.at)
        const further = isRunner(unit) || isRunner(called) ? place.depth + 1 : deepest + 1
        return [
          ...writesIn(scene.sources, called)
            .filter(write => isOf(write, names) || isBelow(write, names))
            .map(write => ({
              write,
              at: place.at,
              always: isAlwaysPassed(write.at) && always,
              whole: write.names.own === names.own || isBelow(write, names),
              scene: { ...sceneAt(scene, write), entered: new Map() },
            })),
          ...deeper(scene, called, names, { ...place, always, seen, depth: further }),
        ]
      }),
    )
}

/** Where calls are followed from, and how far. */
interface Place {
  readonly at: Point
  readonly always: boolean
  readonly seen: ReadonlySet<Unit>
  readonly depth: number
}

const deepest = 3

// A program finds a file beside itself that another one finds below the folder in which it starts.
function isBelow({ names: { own } }: Write, names: FileNames): boolean {
  const bare = (name: string | null): string | undefined => name?.replace(/^(?:here|path):/, '')
  return bare(own) === bare(names.own)
}

function callsBefore(scene: Scene, point: Point): readonly Placed[] {
  return callsIn(scene, point.unit)
    .filter(({ at }) => reaches(at, point))
    .slice(-mostCalls)
}

interface Placed {
  readonly call: Call
  readonly at: Point
}

// The calls of functions that may write something, going by their names.
function callsIn({ sources }: Scene, unit: Unit): readonly Placed[] {
  return callsOf(sources)(unit)
}

// Each of very many loads of a unit asks for them.
const callsOf = onceFor((sources: Sources) =>
  onceFor((unit: Unit): readonly Placed[] =>
    unit.blocks.flatMap((block, index) =>
      block.facts.flatMap((fact, at) =>
        fact.kind === 'call' && mayLeadToWrites(sources, fact)
          ? [{ call: fact, at: { unit, block: index, fact: at } }]
          : [],
      ),
    ),
  ),
)

function calledUnits({ sources: { linked } }: Scene, call: Call): readonly Unit[] {
  return referentsOf(linked, call.callee).flatMap(referent =>
    referent.kind === 'unit' ? [referent.unit] : [],
  )
}

// A function that writes to what it is given writes to the argument.
function namesOutside({ sources, search }: Scene, write: Write, call: Call, unit: Unit): FileNames {
  const { path } = write
  if (path.kind !== 'parameter' || path.unit !== write.unit.name) return write.names
  const given = argumentFor(write.unit, path.index, call)
  return given ? fileNames(sources.linked, given, unit, search.book) : write.names
}

// What was written before the last write on every way is no longer there, unless that brought a folder. Each way may have a
// write of its own.
function lastWritten(seen: readonly Seen[], together: boolean): Written {
  const sorted = [...seen].sort((a, b) => startOf(a) - startOf(b))
  const kept = sorted.slice(
    Math.max(
      0,
      sorted.findLastIndex(one => one.always && one.whole),
    ),
  )
  const ways = kept.flatMap(one => waysOfWrite(one.scene, one.write))
  const always = together || kept.some(one => one.always)
  const settled = always || (kept.length > 0 && ways.every(way => way?.from === 'self'))
  return { ways: always ? ways : ways.map(atTimes), settled }
}

function startOf({ at }: Seen): number {
  return startAt(at)
}

function startAt({ unit, block, fact }: Point): number {
  return unit.blocks[block]?.facts[fact]?.span.start ?? 0
}

function atTimes(way: Way): Way {
  if (way?.from !== 'self') return way
  return { ...way, from: 'self-at-times', says: `${way.says}, though not on every way to the load` }
}

function waysOfWrite(scene: Scene, { entry, call }: Write): readonly Way[] {
  if (entry.through === undefined) return [originOf(scene, { entry, call, span: call.span })]
  // `path.write_bytes(b"…")`: what is written out there is in the file, and names none.
  const isContent = entry.through === 'data'
  const ways = takenFrom(scene.sources.linked, call, entry, entry.through).flatMap(value =>
    isContent && value.kind === 'constant'
      ? [writtenOut]
      : waysOf(
          { ...scene, seen: spanOf(call, value), named: false, content: isContent, direct: false },
          value,
        ),
  )
  if (ways.length === 0) return unknownWay
  return ways.map(way => andThen(way, call.span, 'It is written to a file here'))
}

// A caller that wrote the file before it called; every one of them must have for it to be settled.
function byCallers(scene: Scene, unit: Unit, names: FileNames, depth = 0): Written {
  const sites = callersOf(scene.sources.linked, unit)
  if (sites.length === 0 || sites.length > mostCallers || scene.entered.has(unit.name)) return nothing
  const parts = sites.map(site => {
    const point = pointOf(site.unit, site.block, site.call)
    const there: Scene = { ...scene, point, file: site.unit.file, entered: new Map() }
    const before = writtenBefore(there, point, names)
    if (before.settled || before.ways.length > 0 || depth >= mostRunners || !isRunner(site.unit))
      return before
    return byCallers(there, site.unit, names, depth + 1)
  })
  const settled = parts.every(part => part.settled) && !isCalledByOthers(scene.sources, unit)
  const ways = parts.flatMap(part => part.ways)
  return { ways: settled ? ways : ways.filter(isForeign), settled }
}

// Whoever it is handed to, or a framework, calls it without having written anything.
function isCalledByOthers(sources: Sources, unit: Unit): boolean {
  return sources.handedOn.has(unit.name) || handlersOf(sources, unit).length > 0
}

// Another function of the file writes it, at a time that is not known: that it may have come from outside is enough.
function elsewhere(scene: Scene, unit: Unit, names: FileNames): Written {
  const others = (scene.sources.byFile.get(unit.file.path) ?? []).filter(other => other !== unit)
  const writes = others.flatMap(other => writesIn(scene.sources, other)).filter(write => isOf(write, names))
  const ways = writes.flatMap(write => waysOfWrite({ ...sceneAt(scene, write), entered: new Map() }, write))
  return { ways: ways.filter(isForeign), settled: false }
}
