import { keptIn, once, onceFor, remembered } from '../../base/once'
import { findCommands, type Programs } from './commands'
import { type Handings, openHandings } from './handings'
import { importersOfRoot, importsRoot, isOf, librariesBehind } from './libraries'
import { below, type Neighbourhood, openNeighbourhood, within } from './neighbours'
import type { Import, Outline, Outlines } from './outline'
import type { Pins } from './pins'
import type { Sketcher } from './sketch'
import type { Spelling } from './spellings'
import { filesByText } from './texts'
import { wayOf } from './ways'

/** Over how many files an object of a library is expected to be handed on before its method is called. */
export const farthest = 3
/** A method of a common name is looked for where its object is made, and with what has to stand near it in the same file. */
export const nearest = 0
/** A word that many texts hold says little of files further away. */
export const nearby = 2

// In so many files nearly every text stands near nearly everything, and what is far away is seldom meant.
const veryMany = 4_000
/** How far a text may stand from a call in so many files. */
const next = 1

/** What the files of a repository say of each other, as far as anybody has asked. */
export interface Evidence extends Handings {
  readonly neighbours: Neighbourhood
  /** By root and maker: the files that an object so made may reach. */
  readonly reached: Map<string, ReadonlySet<string>>
  /** By a text that stands near some sinks: the files that hold it. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>
  /** By what must stand near: the files near which it stands. */
  readonly near: Map<readonly string[], ReadonlySet<string>>
  /** How far any of them may stand from a call. */
  readonly mostHops: number
  /** The files that a command line which is a sink may reach. */
  readonly commanded: () => ReadonlySet<string>
  readonly programs: Programs
  readonly sketcher: Sketcher
  readonly pins: Pins
}

/** Asks nothing yet. */
export function openEvidence(
  outlines: Outlines,
  programs: Programs,
  sketcher: Sketcher,
  pins: Pins,
): Evidence {
  const neighbours = openNeighbourhood(outlines)
  const evidence: Evidence = {
    ...openHandings(outlines),
    neighbours,
    reached: new Map(),
    texts: filesByText(outlines),
    near: new Map(),
    mostHops: outlines.byPath.size > veryMany ? next : farthest,
    programs,
    sketcher,
    pins,
    commanded: once(() => {
      const holders = findCommands(neighbours, programs, (path, texts) => isClose(evidence, path, texts))
      return below(neighbours, holders, Math.min(nearby, evidence.mostHops))
    }),
  }
  return evidence
}

/** Whether what has to stand near a sink stands not far from a file. */
export function isNear(evidence: Evidence, path: string, spelling: Spelling): boolean {
  const { near, closer, common, starts } = spelling
  if (starts) return evidence.commanded().has(path)
  const isThere = (texts: readonly string[], hops: number): boolean =>
    texts.length === 0 || keptIn(evidence.near, texts, () => nearTo(evidence, texts, hops)).has(path)
  return isThere(near, common ? nearest : evidence.mostHops) && isClose(evidence, path, closer)
}

function isClose(evidence: Evidence, path: string, texts: readonly string[]): boolean {
  if (evidence.mostHops > next || texts.length === 0) return true
  return keptIn(evidence.near, texts, () => nearTo(evidence, texts, next)).has(path)
}

function nearTo({ texts, neighbours }: Evidence, near: readonly string[], hops: number): ReadonlySet<string> {
  const holders = (text: string): readonly string[] => [...(texts.get(text) ?? [])]
  const of = (quoted: boolean) => near.filter(text => text.startsWith('"') === quoted).flatMap(holders)
  const paths = [below(neighbours, of(false), hops), below(neighbours, of(true), Math.min(hops, nearby))]
  return new Set(paths.flatMap(reached => [...reached]))
}

/** Whether an import brings a library, or what holds an object of one; `taken` is what a use takes from it, name by name. */
export function bringsRoot(
  evidence: Evidence,
  each: Import,
  root: string,
  maker: string | null,
  hops = farthest,
  taken: readonly string[] = [],
): boolean {
  const { outlines } = evidence
  if (librariesBehind(outlines, each).some(name => isOf(name, root))) return true
  if (each.kind === 'library') return false
  return wayOf(outlines, { ...each, rest: [...each.rest, ...taken] }).ends.some(end => {
    if (end.kind === 'library') return isOf(end.name, root)
    const home = outlines.byPath.get(end.at)
    if (!home || (taken.length > 0 && end.rest.length === 0)) return false
    if (maker !== null) return objectsReach(evidence, root, maker, hops).has(end.at)
    const [name] = end.rest
    if (name !== undefined && end.rest.length > 1 && inherits(evidence, home, name, root)) return true
    return (
      end.rest.length <= taken.length &&
      importsRoot(evidence, home, root) &&
      (name === undefined || !home.defines(name))
    )
  })
}

// A class of the repository has the methods of those that it is made of.
function inherits(evidence: Evidence, home: Outline, name: string, root: string, steps = farthest): boolean {
  const { outlines } = evidence
  const bases = steps === 0 ? null : basesIn(home)(name)
  if (bases === null) return false
  if (importsRoot(evidence, home, root)) return true
  return (bases.match(/[A-Za-z_][\w.]*/g) ?? []).some(base => {
    const [head = '', ...further] = base.split('.')
    if (further.length === 0 && inherits(evidence, home, head, root, steps - 1)) return true
    return home.boundTo(head).some(each =>
      (each.kind === 'own' ? wayOf(outlines, { ...each, rest: [...each.rest, ...further] }).ends : []).some(
        end => {
          const next = outlines.byPath.get(end.at)
          const last = end.kind === 'own' ? end.rest[0] : undefined
          return next !== undefined && last !== undefined && inherits(evidence, next, last, root, steps - 1)
        },
      ),
    )
  })
}

// Every use of a common method asks for the class of what it is called on.
const basesIn = onceFor(({ file }: Outline) =>
  remembered(
    name => new RegExp(`^class[ \\t]+${name}[ \\t]*\\(([^)]*)\\)`, 'm').exec(file.text)?.[1] ?? null,
  ),
)

/** The files to which an object of a library may be handed, from those that make it. */
export function objectsReach(
  evidence: Evidence,
  root: string,
  maker: string,
  hops: number,
): ReadonlySet<string> {
  const makers = (): string[] =>
    importersOfRoot(evidence, root)
      .filter(each => maker === '' || each.says(maker))
      .map(each => each.file.path)
  return reachedFrom(evidence, `${root} ${maker} ${hops}`, makers, hops)
}

function reachedFrom(
  { reached, neighbours }: Evidence,
  key: string,
  start: () => readonly string[],
  hops = farthest,
): ReadonlySet<string> {
  const known = reached.get(key) ?? within(neighbours, start(), hops)
  reached.set(key, known)
  return known
}
