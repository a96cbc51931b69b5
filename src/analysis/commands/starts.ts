import {
  type Argument,
  type Call,
  type Command,
  onDisk,
  type Program,
  type Unit,
  unknown,
} from '../../program'
import type { Knowledge } from '../knowledge'
import { callsOf } from './calls'
import { joined } from './folders'
import { assignmentOf } from './given'
import { type Launched, launchedBy, launchedInside } from './launch'
import { innermost, unwrapped } from './launchers'
import { partsOf } from './lines'
import { foldersAround, nowhere, onHost, type Place } from './places'
import { type StartedBy, type Starts, type Ways, waysOf } from './settled'
import { placeOf, seenFrom } from './worktree'

/** By unit: where it may start. */
export type Places = ReadonlyMap<string, ReadonlyMap<string, Place>>

/** Where a unit may start; where nobody starts it that is at the top, beside its file, or in a folder between them. */
export function placesOf(places: Places, unit: Unit): readonly Place[] {
  const known = places.get(unit.name)
  return known ? [...known.values()] : foldersAround(unit.file.path).map(onHost)
}

/** Where units start, and what starts them. */
export interface Started {
  readonly places: Places
  readonly starts: Starts
}

/** Follows all commands: where a script starts is where the command that runs it was given. `units` are those that hold some. */
export function findStarts(
  program: Program,
  knowledge: Knowledge,
  units: readonly Unit[],
  said: Ways = new Map(),
): Started {
  const places = new Map<string, Map<string, Place>>()
  const starts = new Map<string, Map<Call, StartedBy>>()
  const queue = [...program.units.values()].filter(unit => unit.kind === 'job' || unit.kind === 'pipeline')
  queue.push(...units.filter(unit => unit.kind !== 'job' && unit.kind !== 'pipeline'))
  for (let i = 0; i < queue.length && i < mostPlaces; i += 1) {
    const unit = queue[i]
    if (!unit) continue
    for (const call of callsOf(unit))
      for (const { name, place, by, from } of startsOf(
        program,
        knowledge,
        unit,
        placesOf(places, unit),
        call,
        said,
      )) {
        const before = starts.get(name) ?? new Map<Call, StartedBy>()
        starts.set(name, before.set(call, { from, given: by }))
        const known = places.get(name) ?? new Map<string, Place>()
        const key = keyOf(place)
        const started = program.units.get(name)
        if (known.has(key) || !started) continue
        places.set(name, known.set(key, place))
        queue.push(started)
      }
  }
  return { places, starts: new Map([...starts].map(([name, calls]) => [name, [...calls.values()]])) }
}

function keyOf({ path, mounts }: Place): string {
  return mounts ? JSON.stringify([path, mounts]) : path
}

const mostPlaces = 20_000

/** One call that starts a unit. */
interface Starting {
  readonly name: string
  readonly place: Place
  readonly from: Unit
  /** What it is given. */
  readonly by: readonly Argument[]
}

function startsOf(
  program: Program,
  knowledge: Knowledge,
  unit: Unit,
  from: readonly Place[],
  call: Call,
  said: Ways,
): readonly Starting[] {
  if (call.callee.kind === 'function') {
    const given = call.arguments.find(argument => argument.name === 'PWD')?.value
    const own = given ? [given.kind === 'constant' ? onHost(String(given.value)) : nowhere] : from
    // What is mounted lies over what an image has brought along.
    const over = given && isImage(unit) ? from.filter(({ mounts }) => mounts !== null) : []
    const { unit: name } = call.callee
    return [...over, ...own].map(place => ({ name, place, from: unit, by: call.arguments }))
  }
  if (call.callee.kind !== 'command') return []
  const { words, environment } = partsOf(call)
  const around = [...variablesBefore(knowledge, words), ...environment]
  return launches(program, knowledge, from, call, call.callee, said).found.flatMap(found =>
    startedBy(found).flatMap(({ name, given }) =>
      found.places.map(place => ({ name, place, from: unit, by: [...given, ...around] })),
    ),
  )
}

// What runs several tasks is made for this command line, and stands in no file.
function startedBy({ launched }: Launch): readonly { name: string; given: readonly Argument[] }[] {
  const inside = launched.made
    .flatMap(callsOf)
    .flatMap(({ callee, arguments: given }) =>
      callee.kind === 'function' ? [{ name: callee.unit, given }] : [],
    )
  return [{ name: launched.unit.name, given: launched.arguments }, ...inside]
}

function isImage({ kind, name }: Unit): boolean {
  return kind === 'job' && /:(?:start|entry)$/.test(name)
}

/** `env STAGE=prod python promote.py` */
export function variablesBefore(knowledge: Knowledge, words: readonly Argument[]): readonly Argument[] {
  const inner = innermost(knowledge, words)
  return words.slice(0, words.length - inner.length).flatMap(word => assignmentOf(word) ?? [])
}

/** What a command starts of the repository, and where. */
export interface Launch {
  readonly launched: Launched
  readonly places: readonly Place[]
}

/** What a command may start, and whether each of the ways leads to something that is known. */
export interface Launches {
  readonly found: readonly Launch[]
  readonly isAll: boolean
}

/** What a command starts; several where one of its words may say several: `python ${{ matrix.script }}`. */
export function launches(
  program: Program,
  knowledge: Knowledge,
  from: readonly Place[],
  call: Call,
  { directory }: Command,
  said: Ways,
): Launches {
  const { words } = partsOf(call)
  const ground = { program, knowledge, from, directory, file: onDisk(call.span).file.path }
  const found = launchOf(ground, words)
  if (found) return { found: [found], isAll: true }
  const ways = inWays(words, said)
  const several = ways.flatMap(way => launchOf(ground, way) ?? [])
  return { found: several, isAll: several.length === ways.length }
}

const mostWays = 6

// The words with the first of those that may say several things, in each of the ways; none where there is no such word.
function inWays(words: readonly Argument[], said: Ways): readonly (readonly Argument[])[] {
  const at = words.findIndex(word => waysOf(said, word).length > 0)
  const word = words[at]
  const ways = word ? waysOf(said, word) : []
  if (!word || ways.length > mostWays) return []
  const { splat: _, ...one } = word
  return ways.map(way => words.with(at, { ...one, value: way.kind === 'constant' ? way : unknown }))
}

interface Standing {
  readonly program: Program
  readonly knowledge: Knowledge
  readonly from: readonly Place[]
  readonly directory: string | null
  readonly file: string
}

function launchOf(
  { program, knowledge, from, directory, file }: Standing,
  words: readonly Argument[],
): Launch | null {
  const ground = { program, worktrees: knowledge.worktrees }
  const lines = unwrapped(knowledge, words).map(({ words: line, folder }) => ({
    line,
    entered: folderWithin(directory, folder),
  }))
  for (const start of from)
    for (const { line, entered } of lines) {
      const stand = { start, directory: entered }
      const place = placeOf(ground, stand)
      const seen = seenFrom(ground, stand, line)
      const launched = seen && launchedBy(program, knowledge, seen.words, seen.folder)
      if (launched) return { launched, places: [place ?? onHost(seen.folder)] }
    }
  for (const start of from)
    for (const { line, entered } of lines) {
      const inside = launchedInside(ground, knowledge, line, file, { start, directory: entered })
      if (inside) return inside
    }
  return null
}

/** Where a command runs that another one starts in a folder of its own. */
export function folderWithin(directory: string | null, folder: string | null): string | null {
  if (folder === '') return directory
  return directory === null || folder === null ? null : joined(directory, folder)
}
