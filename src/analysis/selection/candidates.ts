import {
  importersOfRoot,
  importsRoot,
  isOf,
  type Libraries,
  librariesBehind,
  openLibraries,
} from './libraries'
import { type Neighbourhood, openNeighbourhood, within } from './neighbours'
import type { Import, Outline, Outlines } from './outline'
import { withoutProse } from './prose'
import type { Spelling } from './spellings'
import { findTexts } from './texts'

// Over how many files an object of a library is expected to be handed on before its method is called.
const farthest = 3
// A method of a common name is looked for where its object is made, and with what has to stand near it in the same file.
const nearest = 0

/** The files that may hold a sink, with the offsets at which its name is used. */
export function findCandidates(
  outlines: Outlines,
  every: ReadonlyMap<string, readonly Spelling[]>,
): Map<string, readonly number[]> {
  const spellings = possibleHere(outlines, every)
  const evidence = openEvidence(outlines, spellings)
  const used = usePattern([...spellings.keys()])
  const found = new Map<string, readonly number[]>()
  for (const [path, outline] of outlines.byPath) {
    const offsets = [
      ...(used ? usesIn(evidence, spellings, outline, used) : []),
      ...importsIn(evidence, spellings, outline),
      ...assignmentsIn(evidence, spellings, outline),
    ]
    if (offsets.length > 0) found.set(path, offsets)
  }
  return found
}

// What needs a library that nothing imports need not be searched for.
function possibleHere(
  outlines: Outlines,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
): Map<string, readonly Spelling[]> {
  const imports = [...outlines.byPath.values()].flatMap(each => each.imports)
  const libraries = [...new Set(imports.flatMap(each => (each.kind === 'library' ? [each.name] : [])))]
  const imported = once((root: string) => libraries.some(name => isOf(name, root)))
  const left = [...spellings].map(([method, named]): [string, Spelling[]] => [
    method,
    named.filter(({ root, distinctive }) => distinctive || root === null || imported(root)),
  ])
  return new Map(left.filter(([, named]) => named.length > 0))
}

function once(ask: (root: string) => boolean): (root: string) => boolean {
  const answers = new Map<string, boolean>()
  return root => {
    const answer = answers.get(root) ?? ask(root)
    answers.set(root, answer)
    return answer
  }
}

// A name that stands alone in prose is no use of it: it is called, handed over, quoted or taken from something.
function usePattern(words: readonly string[]): RegExp | null {
  const plain = words.filter(word => /^\w+$/.test(word) && !isAssigned(word)).sort()
  if (plain.length === 0) return null
  const any = plain.join('|')
  return new RegExp(`\\.[ \\t]*(${any})\\b|\\.\\s+(${any})[ \\t]*\\(|\\b(${any})[ \\t]*[(,)\\]"']`, 'g')
}

function usesIn(
  evidence: Evidence,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  outline: Outline,
  used: RegExp,
): number[] {
  const { text } = outline.file
  let code: string | null = null
  return [...text.matchAll(used)].flatMap(match => {
    const inProse = (): boolean => {
      code ??= withoutProse(text)
      return code[match.index] !== text[match.index]
    }
    const use = { ...readUse(outline, match), inProse }
    const named = spellings.get(use.method) ?? []
    return named.some(spelling => mayMean(evidence, outline, use, spelling)) ? [match.index] : []
  })
}

// `from joblib import load as read`
function importsIn(
  evidence: Evidence,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  outline: Outline,
): number[] {
  return outline.imports.flatMap(each => {
    if (each.kind !== 'library') return []
    const named = spellings.get(each.name.slice(each.name.lastIndexOf('.') + 1)) ?? []
    const meant = named.some(
      spelling => isOf(each.name, spelling.root) && isNear(evidence, outline.file.path, spelling),
    )
    return meant ? offsetsOf(outline, new RegExp(`\\b${each.bound}\\b`, 'g')) : []
  })
}

// No method is named where something is assigned: `os.environ["NAME"] = "1"`.
function assignmentsIn(
  evidence: Evidence,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  outline: Outline,
): number[] {
  const { path } = outline.file
  return [...spellings].flatMap(([method, named]) =>
    named.flatMap(({ near, root }) => {
      if (!isAssigned(method)) return []
      if (near.length === 0) return root === null || importsRoot(evidence, outline, root) ? [0] : []
      return near.flatMap(text =>
        evidence.texts.get(text)?.has(path) ? [outline.file.text.indexOf(text)] : [],
      )
    }),
  )
}

function isAssigned(method: string): boolean {
  return /^__set(attr|item)__$/.test(method)
}

/** A place at which the last name of a sink stands. */
interface Use {
  readonly method: string
  /** Whether it is taken from something. */
  readonly dotted: boolean
  /** What the dotted name begins with; empty where that is no plain name. */
  readonly head: string
  readonly quoted: boolean
  /** Whether it stands in documentation. */
  readonly inProse: () => boolean
}

const lookBack = 120

function readUse(outline: Outline, match: RegExpExecArray): Omit<Use, 'inProse'> {
  const [whole, same, next, alone = ''] = match
  const taken = same ?? next
  const before = outline.file.text.slice(Math.max(0, match.index - lookBack), match.index)
  const head = /(?:^|[^\w.)\]"'])([A-Za-z_]\w*)(?:\s*\.\s*\w+)*\s*$/.exec(before)?.[1] ?? ''
  const quoted = /["']$/.test(whole) && taken === undefined
  const got = quoted && /\bgetattr\s*\(.*,\s*["']$/s.test(before)
  return {
    method: taken ?? alone,
    dotted: taken !== undefined || got,
    head: got ? '' : head,
    quoted: quoted && !got,
  }
}

function offsetsOf(outline: Outline, pattern: RegExp): number[] {
  return [...outline.file.text.matchAll(pattern)].map(match => match.index)
}

interface Evidence extends Libraries {
  readonly neighbours: Neighbourhood
  /** By root and maker: the files that an object so made may reach. */
  readonly reached: Map<string, ReadonlySet<string>>
  /** By a text that stands near some sinks: the files that hold it. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>
  /** By what must stand near: the files near which it stands. */
  readonly near: Map<readonly string[], ReadonlySet<string>>
}

function openEvidence(outlines: Outlines, spellings: ReadonlyMap<string, readonly Spelling[]>): Evidence {
  const texts = new Set([...spellings.values()].flatMap(named => named.flatMap(spelling => spelling.near)))
  const found = findTexts(outlines, [...texts].sort())
  return {
    ...openLibraries(outlines),
    neighbours: openNeighbourhood(outlines),
    reached: new Map(),
    texts: found,
    near: new Map(),
  }
}

function isNear(evidence: Evidence, path: string, { near, common }: Spelling): boolean {
  if (near.length === 0) return true
  const known = evidence.near.get(near)
  if (known) return known.has(path)
  const holders = near.flatMap(text => [...(evidence.texts.get(text) ?? [])])
  const hops = common ? nearest : farthest
  const reached = reachedFrom(evidence, JSON.stringify([near, hops]), () => holders, hops)
  evidence.near.set(near, reached)
  return reached.has(path)
}

function mayMean(evidence: Evidence, outline: Outline, use: Use, spelling: Spelling): boolean {
  const { path } = outline.file
  const { root, maker } = spelling
  const hops = spelling.common ? nearest : farthest
  if (use.quoted || !isNear(evidence, path, spelling)) return false
  // What a notebook has without an import is asked for by the name that it has there.
  if (root === null) return maker === null || maker === '' || outline.says(maker)
  // In documentation a name alone says nothing, however distinctive it is.
  if (spelling.distinctive && use.dotted && !use.inProse()) return true
  const bound = outline.byBound.get(use.dotted ? use.head : use.method)
  if (bound) return bound.some(each => bringsRoot(evidence, each, root, maker, hops))
  if (!use.dotted) return starsOf(outline).some(each => bringsRoot(evidence, each, root, maker, hops))
  if (maker === null) return handsOver(evidence, outline, root)
  return objectsReach(evidence, root, maker, hops).has(path)
}

function starsOf(outline: Outline): readonly Import[] {
  return outline.byBound.get('*') ?? []
}

function bringsRoot(
  evidence: Evidence,
  each: Import,
  root: string,
  maker: string | null,
  hops = farthest,
): boolean {
  if (librariesBehind(evidence.outlines, each).some(name => isOf(name, root))) return true
  if (each.kind === 'library') return false
  const home = evidence.outlines.byPath.get(each.path)
  if (!home) return false
  return maker === null
    ? each.rest.length === 0 && importsRoot(evidence, home, root)
    : objectsReach(evidence, root, maker, hops).has(each.path)
}

// A module or class in a variable was named by itself once, and not only to take something from it.
function handsOver(evidence: Evidence, outline: Outline, root: string): boolean {
  return outline.imports.some(
    each => bringsRoot(evidence, each, root, null) && isNamedAlone(evidence, outline, each, root),
  )
}

function isNamedAlone(evidence: Evidence, outline: Outline, each: Import, root: string): boolean {
  if (each.bound !== '*' && (each.kind === 'library' || each.rest.length > 0))
    return outline.alone().has(each.bound)
  if (each.kind === 'library') return true
  // What a module of the repository has brought is taken from it by its name there, or it is handed out.
  const home = evidence.outlines.byPath.get(each.path)
  const isIt = (inner: Import) => librariesBehind(evidence.outlines, inner).some(name => isOf(name, root))
  const brought = home?.imports.filter(isIt) ?? []
  return brought.some(({ bound }) => bound === '*' || outline.says(bound) || home?.alone().has(bound))
}

/** The files to which an object of a library may be handed, from those that make it. */
function objectsReach(evidence: Evidence, root: string, maker: string, hops: number): ReadonlySet<string> {
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
