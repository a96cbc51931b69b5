import type { Sketch, Sketches } from '../analysis/selection/sketch'
import { digestOf } from '../base/hash'
import { fromBytes, toBytes } from '../base/packed'
import { fileIn, makeFolder, pathInside, programStamp, whyForeign } from '../files/cache'
import { type Kept, keep, readKept } from '../files/kept'
import type { Readings } from '../frontends'
import { isGivenUp } from '../frontends/parser'
import type { Notice, Reading, SourceFile } from '../program'
import type { Choice } from './choice'
import type { OpenSide } from './examine'

/** What earlier runs have found, for this one to find again. */
export interface Memory {
  /** What files say by themselves. */
  readonly readings: Readings
  /** What files are chosen by. */
  readonly sketches: Sketches
  /** Names what a file is, by its path and its text. */
  digest(file: SourceFile): string
  /** What was made of a tree, under any key that it was kept by. */
  side(key: string): { readonly side: OpenSide; readonly consulted: Consulted } | null
  keepSide(keys: readonly string[], side: OpenSide, consulted: Consulted): void
  /** What was chosen of trees, by what it was chosen by. */
  readonly choices: Choices
  /** Whether a path is one of the cache itself. */
  isOwn(path: string): boolean
  /** Writes what is new. Returns whether there was any, and what has to be said, a sentence each. */
  close(): { readonly written: boolean; readonly says: readonly string[] }
}

export interface Choices {
  /** The youngest that holds. */
  find(how: string, holds: (choice: Choice) => boolean): Choice | null
  keep(how: string, choice: Choice): void
}

/** Files that others have taken in, by their paths, each with its digest; `null` where there was none. */
export type Consulted = ReadonlyMap<string, string | null>

const mostSides = 6
// Those of both sides of a comparison, and of one before.
const mostChoices = 4
const mostBytes = 256 * 1024 * 1024

/** Opens the cache in a folder. What is wrong with it is told when it is closed, and never changes a result. */
export function openMemory(directory: string, version: string, root: string): Memory {
  const stamp = programStamp(version)
  const says: string[] = []
  const tell = (path: string, what: string | null): void => {
    if (what !== null) says.push(`The cache \`${path}\` ${what}, and counts for nothing.`)
  }
  const paths = {
    sides: fileIn(directory, 'results.modelgate'),
    facts: fileIn(directory, 'facts.modelgate'),
    sketches: fileIn(directory, 'sketches.modelgate'),
  }
  const foreign = whyForeign(directory, root)
  tell(directory, foreign)
  const open = (path: string): Kept['entries'] => {
    if (foreign !== null) return new Map()
    const { entries, refused } = readKept(path, stamp)
    tell(path, refused)
    return entries
  }
  const digests = openDigests()
  const results = [...open(paths.sides)]
  const sides = openSides(new Map(results.filter(([key]) => !isChoice(key))))
  const choices = openChoices(new Map(results.filter(([key]) => isChoice(key))))
  const facts = openFacts(() => open(paths.facts), digests)
  const sketches = openSketches(() => open(paths.sketches), digests)
  const own = pathInside(directory, root)
  return {
    readings: facts.readings,
    sketches: sketches.sketches,
    digest: digests.of,
    side: sides.recall,
    keepSide: sides.keep,
    choices: choices.choices,
    isOwn: path => own !== null && path.startsWith(`${own}/`),
    close: () => {
      if (foreign !== null) return { written: false, says }
      const news = [
        { path: paths.sides, entries: together(sides.news(), choices.news()) },
        { path: paths.facts, entries: facts.news() },
        { path: paths.sketches, entries: sketches.news() },
      ].filter(({ entries }) => entries !== null)
      const why = news.length > 0 ? makeFolder(directory) : null
      for (const { path, entries } of why === null ? news : [])
        if (entries) tell(path, keep(path, stamp, entries))
      tell(directory, why)
      return { written: news.length > 0, says }
    },
  }
}

interface Digests {
  readonly of: (file: SourceFile) => string
  readonly known: ReadonlyMap<SourceFile, string>
}

function openDigests(): Digests {
  const known = new Map<SourceFile, string>()
  const of = (file: SourceFile): string => {
    const digest = known.get(file) ?? digestOf([file.path, file.text, ...unreadOf(file)])
    known.set(file, digest)
    return digest
  }
  return { of, known }
}

// Another part of a file says other things.
function unreadOf({ unread = [] }: SourceFile): string[] {
  return unread.map(({ start, end }) => `${start} to ${end}`)
}

/** Sides are kept once each, under a number, with the keys that lead there. */
function openSides(old: Kept['entries']) {
  const entries = new Map(old)
  const used = new Set<string>()
  let changed = false
  const recall = (key: string) => {
    const bytes = entries.get(key)
    if (!bytes) return null
    used.add(key)
    return (fromBytes(bytes)?.value ?? null) as { side: OpenSide; consulted: Consulted } | null
  }
  return {
    recall: (key: string) => recall(key),
    keep: (keys: readonly string[], side: OpenSide, consulted: Consulted): void => {
      if (!isWhole(side.notices)) return
      const bytes = toBytes({ side, consulted })
      if (!bytes) return
      changed = true
      for (const key of keys) {
        entries.set(key, bytes)
        used.add(key)
      }
    },
    news: (): News => ({ changed, entries: youngest(entries, used, 2 * mostSides) }),
  }
}

interface News {
  readonly changed: boolean
  readonly entries: Kept['entries']
}

// Those of this run, and the youngest of those before.
function youngest(entries: Kept['entries'], used: ReadonlySet<string>, most: number): Kept['entries'] {
  const others = [...entries].filter(([key]) => !used.has(key))
  const room = Math.max(0, most - used.size)
  return new Map([...others.slice(-room || others.length), ...[...entries].filter(([key]) => used.has(key))])
}

function together(...news: readonly News[]): Kept['entries'] | null {
  return news.some(({ changed }) => changed) ? new Map(news.flatMap(({ entries }) => [...entries])) : null
}

function isChoice(key: string): boolean {
  return key.startsWith('choice ')
}

function openChoices(old: Kept['entries']) {
  const entries = new Map(old)
  const used = new Set<string>()
  let changed = false
  const choices: Choices = {
    find: (how, holds) => {
      for (const [key, bytes] of [...entries].reverse()) {
        const choice = key.startsWith(`choice ${how} `)
          ? (fromBytes(bytes)?.value as Choice | undefined)
          : null
        if (!choice || !holds(choice)) continue
        used.add(key)
        return choice
      }
      return null
    },
    keep: (how, choice) => {
      const bytes = toBytes(choice)
      if (!bytes) return
      const key = `choice ${how} ${digestOf([bytes])}`
      entries.set(key, bytes)
      used.add(key)
      changed = true
    },
  }
  return { choices, news: (): News => ({ changed, entries: youngest(entries, used, mostChoices) }) }
}

function openFacts(open: () => Kept['entries'], digests: Digests) {
  const readings = new Map<SourceFile, Reading>()
  let old: Kept['entries'] | null = null
  const news = new Map<string, Uint8Array>()
  const recall = (file: SourceFile): Reading | undefined => {
    old ??= open()
    const bytes = old.get(digests.of(file))
    const known = bytes && fromBytes(bytes)
    if (!known) return undefined
    const { file: before, reading } = known.value as { file: SourceFile; reading: Reading }
    if (before.text !== file.text || before.path !== file.path) return undefined
    if (unreadOf(before).join() !== unreadOf(file).join()) return undefined
    readings.set(file, reading)
    return reading
  }
  return {
    readings: {
      get: (file: SourceFile) => readings.get(file) ?? (file.container ? undefined : recall(file)),
      set: (file: SourceFile, reading: Reading) => {
        readings.set(file, reading)
        // Serialised at once: the analysis adds to units what it finds out about them.
        const bytes = file.container || !isWhole(reading.notices) ? null : toBytes({ file, reading })
        if (bytes) news.set(digests.of(file), bytes)
      },
    },
    news: () => newsOf(news, old ?? new Map(), digests),
  }
}

function openSketches(open: () => Kept['entries'], digests: Digests) {
  let old: Kept['entries'] | null = null
  const news = new Map<string, Uint8Array>()
  const stamps = new Set<string>()
  const keyOf = (file: SourceFile, stamp: string): string => {
    stamps.add(stamp)
    return `${digests.of(file)} ${stamp}`
  }
  const sketches: Sketches = {
    get: (file, stamp) => {
      old ??= open()
      const bytes = old.get(keyOf(file, stamp))
      return bytes && (fromBytes(bytes)?.value as Sketch | undefined)
    },
    set: (file, stamp, sketch) => {
      const bytes = toBytes(sketch)
      if (bytes) news.set(keyOf(file, stamp), bytes)
    },
  }
  // Those of other words are of no use any more.
  const usable = () => new Map([...(old ?? [])].filter(([key]) => stamps.has(key.split(' ')[1] ?? '')))
  return { sketches, news: () => newsOf(news, usable(), digests) }
}

// What was made now, and what was made before of files that are still there.
function newsOf(
  news: ReadonlyMap<string, Uint8Array>,
  old: Kept['entries'],
  digests: Digests,
): Kept['entries'] | null {
  if (news.size === 0) return null
  const there = new Set(digests.known.values())
  const still = [...old].filter(([key]) => there.has(key.split(' ')[0] ?? ''))
  return within(mostBytes, [...news, ...still])
}

// What was given up by a clock may be read in time by the next run.
function isWhole(notices: readonly Notice[]): boolean {
  return !notices.some(isGivenUp)
}

function within(most: number, entries: readonly (readonly [string, Uint8Array])[]): Kept['entries'] {
  let left = most
  return new Map(
    entries.filter(([, bytes]) => {
      left -= bytes.byteLength
      return left >= 0
    }),
  )
}
