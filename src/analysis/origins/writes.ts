import type { Block, Call, Fact, Unit, Value } from '../../program'
import type { Origin } from '../../rules/schema'
import { mayCall } from '../called'
import { artifactKeys, artifactOf } from '../guards/artifacts'
import { isNamedBy, placesStored } from '../guards/stored'
import type { Linked } from '../linked'
import { hole } from '../possible'
import { unitsNamed } from '../resolve'
import { effectsOf, pathsWritten, type Sources } from './sources'
import { normalised, openSpellbook, type Spellbook, type Spelling, spellingsOf, spellsPath } from './spelling'

/** A call that writes a file. */
export interface Write {
  readonly entry: Origin
  readonly call: Call
  readonly unit: Unit
  readonly at: Point
  readonly path: Value
  readonly names: FileNames
}

/** A place in a unit's control flow. */
export interface Point {
  readonly unit: Unit
  readonly block: number
  readonly fact: number
}

/** The place of a fact in its unit. */
export function pointOf(unit: Unit, block: number, fact: Fact): Point {
  return { unit, block, fact: unit.blocks[block]?.facts.indexOf(fact) ?? 0 }
}

/** What two values share that stand for the same file, and what a file shares with the folders around it. */
export interface FileNames {
  readonly own: string | null
  /** A list that is written out here, which is no other of the same kind. */
  readonly list: Value | null
  readonly folders: readonly string[]
  /** Whether another unit would give it the same name. */
  readonly global: boolean
}

/** The calls of a unit that write a file, in the order of the text. */
export function writesIn(sources: Sources, unit: Unit): readonly Write[] {
  const known = sources.writes.get(unit.name)
  if (known) return known
  const found = unit.blocks.flatMap((block, index) =>
    block.facts.flatMap((fact, at) =>
      fact.kind === 'call' ? writesOf(sources, fact, { unit, block: index, fact: at }) : [],
    ),
  )
  const sorted = [...found].sort((a, b) => a.call.span.start - b.call.span.start)
  sources.writes.set(unit.name, sorted)
  return sorted
}

function writesOf({ linked }: Sources, call: Call, at: Point): Write[] {
  if (!mayCall(linked, call, linked.knowledge.writers)) return []
  return effectsOf(linked, call).flatMap(entry =>
    pathsWritten(linked, call, entry).map(path => ({
      entry,
      call,
      unit: at.unit,
      at,
      path,
      names: fileNames(linked, path, at.unit, openSpellbook()),
    })),
  )
}

/** The names of the file that a value stands for: by the text of its path, or else by how the path is put together. */
export function fileNames(linked: Linked, value: Value, unit: Unit, book: Spellbook): FileNames {
  const root = fileOf(linked, value)
  const spelled = isSpelled(linked, root) ? spellingsOf(linked, root, unit.file, book) : []
  const [only, ...others] = spelled
  const path = only && others.length === 0 && !only.text.includes(hole) ? normalised(only) : null
  const around = spelled.length > mostSpelled ? [] : foldersOfAll(spelled)
  if (only && path !== null)
    return { own: `${startOf(only)}${path}`, list: null, folders: around, global: true }
  const list = root.kind === 'collection' ? root : null
  const [own, ...folders] = artifactKeys(linked, root).map(key => ofObject(key, unit))
  if (own === undefined || !isName(own)) return { own: null, list, folders: around, global: false }
  return { own, list, folders: [...around, ...folders.filter(isName)], global: isShared(own, unit) }
}

const mostSpelled = 50

function startOf({ anchored }: Spelling): string {
  return anchored ? 'here:' : 'path:'
}

// The folders around each of several files that a path may stand for.
function foldersOfAll([first, ...others]: readonly Spelling[]): readonly string[] {
  const folders = first ? foldersAround(first) : []
  return others.reduce((common, other) => {
    const own = new Set(foldersAround(other))
    return common.filter(folder => own.has(folder))
  }, folders)
}

// Of `models/{name}` it is known that it lies in `models`, and of `{folder}/model.joblib` nothing is.
function foldersAround({ text, anchored }: Spelling): readonly string[] {
  const [known = ''] = text.split(hole)
  const isWhole = known.length === text.length
  const end = isWhole ? text.length : known.lastIndexOf('/') + 1
  const path =
    isWhole || end > 0 ? normalised({ text: isWhole ? text : `${text.slice(0, end)}_`, anchored }) : null
  return path === null ? [] : foldersOf(path).map(folder => startOf({ text, anchored }) + folder)
}

// A field of an object is the same to all of its methods, and a variable of a module to all of its functions.
function isShared(name: string, unit: Unit): boolean {
  return name.startsWith(`${unit.owner}.`) || name.includes(`${unit.file.path}#`)
}

// What else may stand for a path is followed to where it is spelled, and looked at there.
function isSpelled(linked: Linked, value: Value): boolean {
  if (value.kind === 'result') return spellsPath(linked, value.call)
  return ['constant', 'text', 'operation', 'variable', 'name', 'field'].includes(value.kind)
}

// The name of an open or temporary file is as good as the file.
function fileOf(linked: Linked, value: Value): Value {
  const root = artifactOf(linked, value)
  return root.kind === 'field' && root.name === 'name' ? artifactOf(linked, root.of) : root
}

function foldersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, at) => parts.slice(0, at).join('/'))
}

// What the methods of one class call `self` is the same object to all of them.
function ofObject(key: string, unit: Unit): string {
  return unit.owner === null ? key : key.replaceAll(`${unit.name}@0`, unit.owner)
}

// Two things of which nothing is known are not the same thing.
function isName(key: string): boolean {
  return !/\b(?:unknown|collection|dictionary)\?|\?\d/.test(key)
}

/** Whether a write is to the file of these names, or brought the folder in which it lies. */
export function isOf(write: Write, names: FileNames, written: FileNames = write.names): boolean {
  if (written.list !== null && written.list === names.list) return true
  if (written.own === null) return false
  if (written.own === names.own) return true
  return write.entry.from !== 'self' && names.folders.includes(written.own)
}

/** Whether what a file is named by may get another value on the way from one place of a unit to another. */
export function isRenamed(linked: Linked, own: string | null, from: Point, to: Point): boolean {
  const { unit } = from
  if (own === null) return false
  return unit.blocks.some(({ facts }, block) =>
    facts.some((fact, at) => {
      const store = { unit, block, fact: at }
      const isElsewhere = block !== from.block || at !== from.fact
      return (
        isElsewhere &&
        renames(linked, own, unit, fact) &&
        reaches(from, store) &&
        leadsAround(store, to, from)
      )
    }),
  )
}

// What methods of one class store is taken to be stored in one object.
function renames(linked: Linked, own: string, unit: Unit, fact: Fact): boolean {
  const places = placesStored(linked, fact, 0).map(place => ofObject(place, unit))
  if (places.some(place => isNamedBy(own, place))) return true
  if (fact.kind !== 'call') return false
  return unitsNamed(linked, fact.callee).some(inner =>
    inner.blocks.some(({ facts }) =>
      facts.some(
        one =>
          one.kind === 'store' &&
          placesStored(linked, one, 0).some(place => isNamedBy(own, ofObject(place, inner))),
      ),
    ),
  )
}

function leadsAround(from: Point, to: Point, by: Point): boolean {
  const isNext = by.block === from.block && from.fact < by.fact
  if (from.block === to.block && from.fact < to.fact) return !isNext || to.fact < by.fact
  if (isNext) return false
  const { blocks } = from.unit
  const around = by.block === to.block && to.fact < by.fact ? none : new Set([by.block])
  return reachable(blocks, successors(blocks, from.block), around).has(to.block)
}

/** Whether control can come from one place of a unit to another. */
export function reaches(from: Point, to: Point): boolean {
  if (from.block === to.block && from.fact < to.fact) return true
  return reachable(from.unit.blocks, successors(from.unit.blocks, from.block)).has(to.block)
}

/** Whether control comes to `to` on no way around `by`. */
export function isPassed(by: Point, to: Point): boolean {
  return isOnePassed([by], to)
}

/** Whether control comes to `to` on no way around all of these places of its unit. */
export function isOnePassed(by: readonly Point[], to: Point): boolean {
  if (by.length === 0) return false
  if (by.some(({ block, fact }) => block === to.block && fact < to.fact)) return true
  const before = new Set(by.flatMap(({ block }) => (block === to.block ? [] : block)))
  return before.has(0) || !reachable(to.unit.blocks, [0], before).has(to.block)
}

/** Whether a unit comes to no ordinary end without passing a place in it. */
export function isAlwaysPassed({ unit, block }: Point): boolean {
  if (block === 0) return true
  const around = reachable(unit.blocks, [0], new Set([block]))
  return ![...around].some(index => isEnd(unit.blocks[index]))
}

function isEnd(block: Block | undefined): boolean {
  return block !== undefined && block.next.length === 0 && block.facts.at(-1)?.kind !== 'raise'
}

const none: ReadonlySet<number> = new Set()

function reachable(blocks: readonly Block[], start: readonly number[], without = none): Set<number> {
  const seen = new Set(start.filter(index => !without.has(index)))
  for (const index of seen)
    for (const next of successors(blocks, index)) if (!without.has(next)) seen.add(next)
  return seen
}

function successors(blocks: readonly Block[], index: number): readonly number[] {
  return blocks[index]?.next.map(edge => edge.to) ?? []
}
