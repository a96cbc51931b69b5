import { remembered } from '../../base/once'
import { literalsOf, mayBeGiven } from './asked'
import { isOtherCommand, type Programs } from './commands'
import { bringsRoot, type Evidence, farthest, isNear, nearest, objectsReach, openEvidence } from './evidence'
import { handsOver, leadsTo } from './handings'
import { importsRoot, isOf } from './libraries'
import { mostUsers, neighboursOf } from './neighbours'
import type { Import, Outline, Outlines } from './outline'
import type { Pins } from './pins'
import { isAssigned, type Sketcher } from './sketch'
import type { Spelling } from './spellings'
import type { Use } from './uses'

/** Where sinks may be. */
export interface Candidates {
  /** The files that may hold a sink, with the offsets at which its name is used. */
  readonly sure: ReadonlyMap<string, readonly number[]>
  /** By path: the names that sinks get where they are imported, other than their own. */
  readonly renamed: ReadonlyMap<string, readonly string[]>
  /** The offsets at which a file may use one that somebody else has made for it, such as the session that a runner hands in. */
  readonly perhaps: (path: string) => readonly number[]
}

/** Finds the files that may hold a sink. */
export function findCandidates(
  outlines: Outlines,
  every: ReadonlyMap<string, readonly Spelling[]>,
  programs: Programs,
  sketcher: Sketcher,
  pins: Pins,
): Candidates {
  const spellings = possibleHere(outlines, every)
  const evidence = openEvidence(outlines, programs, sketcher, pins)
  const assigned = [...spellings].flatMap(([method, named]) => (isAssigned(method) ? named : []))
  const found = new Map<string, readonly number[]>()
  const renamed = new Map<string, readonly string[]>()
  for (const [path, outline] of outlines.byPath) {
    const names = importsIn(evidence, spellings, outline)
    // By its own name a sink is found wherever it is used.
    const others = names.filter(name => !spellings.has(name) && name.length <= longestName)
    if (others.length > 0) renamed.set(path, others)
    const offsets = [
      ...usesIn(evidence, spellings, outline, mayMean),
      ...names.flatMap(name =>
        name.length > longestName ? [0] : offsetsOf(outline, new RegExp(`\\b${name}\\b`, 'g')),
      ),
      ...assignmentsIn(evidence, assigned, outline),
    ]
    if (offsets.length > 0) found.set(path, offsets)
  }
  const perhaps = (path: string) => {
    const outline = outlines.byPath.get(path)
    return outline ? usesIn(evidence, spellings, outline, couldMean) : []
  }
  return { sure: found, renamed, perhaps }
}

// A longer one makes no expression, and may be used anywhere.
const longestName = 200

// What needs a library that nothing imports need not be searched for.
function possibleHere(
  outlines: Outlines,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
): Map<string, readonly Spelling[]> {
  const imports = [...outlines.byPath.values()].flatMap(each => each.imports)
  const libraries = [...new Set(imports.flatMap(each => (each.kind === 'library' ? [each.name] : [])))]
  const imported = remembered((root: string) => libraries.some(name => isOf(name, root)))
  const left = [...spellings].map(([method, named]): [string, Spelling[]] => [
    method,
    named.filter(({ root, distinctive }) => distinctive || root === null || imported(root)),
  ])
  return new Map(left.filter(([, named]) => named.length > 0))
}

function usesIn(
  evidence: Evidence,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  outline: Outline,
  isMeant: typeof mayMean,
): number[] {
  const { file } = outline
  const { words } = evidence.sketcher
  const named = remembered((method: string) =>
    (spellings.get(method) ?? []).filter(spelling => isNear(evidence, file.path, spelling)),
  )
  const useOf = outline.uses()
  const { uses } = outline.sketch
  const found: number[] = []
  for (let at = 0; at < uses.length; at += 2) {
    const meant = named(words[uses[at + 1] ?? -1] ?? '')
    const use = meant.length > 0 ? useOf(at / 2) : null
    if (use && meant.some(spelling => isMeant(evidence, outline, use, spelling)) && !use.inProse())
      found.push(use.index)
  }
  return found
}

// `from joblib import load as read`
function importsIn(
  evidence: Evidence,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  outline: Outline,
): string[] {
  return outline.imports.flatMap(each => {
    if (each.kind !== 'library') return []
    const named = spellings.get(each.name.slice(each.name.lastIndexOf('.') + 1)) ?? []
    const meant = named.some(
      spelling => isOf(each.name, spelling.root) && isNear(evidence, outline.file.path, spelling),
    )
    return meant ? [each.bound] : []
  })
}

// No method is named where something is assigned: `os.environ["NAME"] = "1"`.
function assignmentsIn(evidence: Evidence, assigned: readonly Spelling[], outline: Outline): number[] {
  const { file } = outline
  return assigned.flatMap(({ near, root, method, forms }) => {
    if (near.length === 0) return root === null || importsRoot(evidence, outline, root) ? [0] : []
    const said = near.filter(one => evidence.texts.get(one)?.has(file.path))
    const names = said.length > 0 && method === '__setattr__' ? literalsOf(forms, 0) : null
    return names && !assigns(file.text, names) ? [] : said.map(one => file.text.indexOf(one))
  })
}

// `np.load = read`, `np.load, np.save = pair`, `setattr(np, "load", read)`
function assigns(text: string, names: readonly string[]): boolean {
  if (!names.some(name => text.includes(name))) return false
  return new RegExp(`\\.\\s*(?:${names.join('|')})\\s*(?:[:,)\\]]|=(?!=))|setattr`).test(text)
}

function offsetsOf(outline: Outline, pattern: RegExp): number[] {
  return [...outline.file.text.matchAll(pattern)].map(match => match.index)
}

function mayMean(evidence: Evidence, outline: Outline, use: Use, spelling: Spelling): boolean {
  const { path } = outline.file
  const { root, maker } = spelling
  const hops = spelling.common ? nearest : farthest
  if (use.other || isElsewise(evidence, outline, use, spelling)) return false
  // What a notebook has without an import is asked for by the name that it has there.
  if (root === null) return maker === null || maker === '' || outline.says(maker)
  // In documentation a name alone says nothing, however distinctive it is.
  if (spelling.distinctive && use.dotted && !use.inProse()) return true
  const [head, ...between] = use.chain
  const name = use.dotted ? head : use.method
  const bound = name === undefined ? [] : outline.boundTo(name)
  if (bound.length > 0) {
    const taken = use.dotted ? [...between, use.method] : []
    return bound.some(each => bringsRoot(evidence, each, root, maker, hops, taken))
  }
  // A fragment need not say what it imports.
  if (head !== undefined && maker === null && leadsTo(head, spelling.owner)) return true
  if (!use.dotted) return starsOf(outline).some(each => bringsRoot(evidence, each, root, maker, hops))
  if (maker === null)
    return mayBeHanded(use, spelling.owner) && isHandedHere(evidence, outline, spelling.owner)
  return objectsReach(evidence, root, maker, hops).has(path)
}

// Whatever the object is: nothing that an import tells, and the file has its library.
function couldMean(evidence: Evidence, outline: Outline, use: Use, spelling: Spelling): boolean {
  const { root } = spelling
  return (
    root !== null &&
    use.dotted &&
    !use.other &&
    outline.boundTo(use.chain[0] ?? '').length === 0 &&
    importsRoot(evidence, outline, root) &&
    !isElsewise(evidence, outline, use, spelling)
  )
}

// Every function of a library that does harm is given something, and no object is a module.
function mayBeHanded({ given, chain: [head, ...further] }: Use, owner: string): boolean {
  if (given()?.length === 0) return false
  const isOwn = further.length === 0 && (head === 'self' || head === 'cls')
  return !isOwn || isClass(owner)
}

// By the convention that nearly all libraries keep.
function isClass(owner: string): boolean {
  return /(?:^|\.)(?:_*[A-Z]\w*|\*)$/.test(owner)
}

// `load_compatible(TimeSeriesPredictor, path)`: whoever imports the file may hand it a class or a module.
function isHandedHere(evidence: Evidence, outline: Outline, owner: string): boolean {
  if (handsOver(evidence, outline, owner)) return true
  const { importers } = neighboursOf(evidence.neighbours, outline.file.path)
  return (
    importers.length <= mostUsers &&
    importers.some(path => {
      const other = evidence.outlines.byPath.get(path)
      return other !== undefined && handsOver(evidence, other, owner)
    })
  )
}

function starsOf(outline: Outline): readonly Import[] {
  return outline.boundTo('*')
}

// What a call is given may tell that it is another.
function isElsewise(
  { programs, pins }: Evidence,
  { file }: Outline,
  { args, given }: Use,
  { starts, forms }: Spelling,
): boolean {
  if (args === null) return false
  if (starts && isOtherCommand(programs, args)) return true
  return !mayBeGiven(forms, given, requirement => pins(requirement, file))
}
