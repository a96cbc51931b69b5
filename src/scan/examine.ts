import { judgeCalls } from '../analysis/check'
import { conclude, type Examined, type Judgements } from '../analysis/examined'
import { isPython } from '../analysis/python'
import { selectFiles } from '../analysis/select'
import type { Shard } from '../analysis/shards'
import { hurry, readGrammar } from '../files/grammars'
import { usefulThreads } from '../files/threads'
import type { Tree } from '../files/walk'
import { needsOf, openFrontends, pythonIn, type Readings, readProgram } from '../frontends'
import { areUsual, type Bounds } from '../frontends/bounds'
import { mayRemark } from '../frontends/remarks'
import type { Environments, Notice, Program, SourceFile } from '../program'
import type { RuleSet } from '../rules/schema'
import { openReaders } from './ahead'
import { chooseFiles } from './choice'
import type { Looks } from './looks'
import type { Memory } from './memory'
import { recallFor } from './recall'
import { muchPython } from './sketching'

/** What one run has made of one tree. It is plain data, and a part of the whole where the run is a shard. */
export interface Side {
  readonly judgements: Judgements
  readonly notices: readonly Notice[]
  readonly remarks: Program['remarks']
  readonly parsed: number
}

/** A side, and what the code in it reads by its name, with what stood there. */
export interface OpenSide extends Side {
  readonly opened: ReadonlyMap<string, string>
}

/** What is found in one tree. */
export interface Seen extends Examined {
  readonly remarks: Program['remarks']
  readonly parsed: number
}

/** What all trees of a run are examined with. */
export interface Means {
  readonly rules: RuleSet
  readonly readings: Readings
  readonly environments?: Environments | undefined
  /** For parsing one file. */
  readonly seconds: number
  readonly bounds: Bounds
  /** Whether all files are parsed, and not only those that may matter. */
  readonly everything: boolean
  readonly shard: Shard
  /** How many threads read files; as many as are of use where it is `null`. */
  readonly threads: number | null
  /** What earlier runs have found; `null` where nobody has kept it. */
  readonly memory: Memory | null
}

export type Progress = (done: number, total: number) => void

/** Everything between a tree and what is judged in it; the same for both sides of a comparison. */
export async function judgeTree(
  tree: Tree,
  means: Means,
  looks: Looks | null = null,
  onProgress?: Progress,
): Promise<OpenSide> {
  const recall = means.memory && recallFor(tree, means, means.memory)
  const all = recall?.ofAll()
  if (all) return all
  hurry()
  const files = means.everything ? tree.files : filesToRead(tree, means, looks)
  const known = recall?.ofChosen(files)
  if (known) return known
  tree.release(new Set(files))
  const asked = new Set<string>()
  const parsed = await readFiles(tree, files, means, looks, path => asked.add(path), onProgress)
  // Few of them are asked for again.
  tree.releaseAll()
  const opened = new Map<string, string>()
  const open = (path: string) => {
    const answer = tree.open(path)
    opened.set(path, answerOf(answer))
    return answer
  }
  const judgements = judgeCalls({ ...parsed, paths: pathsOf(tree), open }, means.rules, means.shard)
  const { notices, remarks } = parsed
  const side = { judgements, notices, remarks, parsed: files.length, opened }
  recall?.keep(side, asked)
  return side
}

function threadsFor({ files }: Tree, looks: Looks | null): number {
  const lengthOf = looks?.length ?? (({ text }: SourceFile) => text.length)
  const python = files.reduce((sum, file) => sum + (isPython(file.path) ? lengthOf(file) : 0), 0)
  return python < muchPython ? 1 : usefulThreads()
}

function filesToRead(tree: Tree, { rules, memory }: Means, looks: Looks | null): readonly SourceFile[] {
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const inside = (file: SourceFile) => pythonIn(file, path => byPath.get(path))
  const python = looks ? (file: SourceFile) => looks.python(file, inside) : inside
  const paths = pathsOf(tree)
  const known = { paths, pythonIn: python, sketches: looks?.sketches, notebooksIn: looks?.notebooks }
  const selected = memory
    ? chooseFiles(tree.files, rules, paths, memory)
    : selectFiles(tree.files, rules, known)
  const chosen = new Map(selected.map(file => [file.path, file]))
  const speaks = looks?.mayRemark ?? (({ text }: SourceFile) => mayRemark(text))
  // What speaks to this program is read whatever else is in it.
  return tree.files.flatMap(file => (speaks(file) ? [file] : (chosen.get(file.path) ?? [])))
}

function pathsOf(tree: Tree): ReadonlySet<string> {
  return new Set([...tree.paths, ...tree.files.map(file => file.path)])
}

async function readFiles(
  tree: Tree,
  files: readonly SourceFile[],
  { rules, readings, environments, seconds, bounds, threads }: Means,
  looks: Looks | null,
  onAsked: (path: string) => void,
  onProgress?: Progress,
): Promise<Program> {
  const actions = rules.catalogs.flatMap(catalog => catalog.actions ?? [])
  // Before this thread loads grammars: others take as long as it does.
  const readers = openReaders(threads ?? threadsFor(tree, looks), seconds, bounds)
  try {
    const frontends = await openFrontends(readGrammar, needsOf(files), environments, seconds, actions)
    // What was read within other bounds may say more, or less.
    const known = areUsual(bounds) ? readings : new Map()
    return readProgram(frontends, files, {
      others: tree.files,
      onProgress: done => onProgress?.(done, files.length),
      readings: readers?.ahead(frontends, files, known) ?? known,
      bounds,
      onAsked,
    })
  } finally {
    // What they hold is given back before anything is judged.
    await readers?.close()
  }
}

/** What the shards of one tree come to; each of them has read all of it. */
export function seenIn(sides: readonly [Side, ...Side[]]): Seen {
  const [{ notices, remarks, parsed }] = sides
  const found = conclude(sides.map(({ judgements }) => judgements))
  return { ...found, notices: [...notices, ...found.notices], remarks, parsed }
}

/** Whether all that a scan goes by is the same on both sides. */
export function isSame(head: Tree, base: Tree, opened: ReadonlyMap<string, string>): boolean {
  return (
    head.files.length === base.files.length &&
    head.files.every((file, at) => file === base.files[at]) &&
    head.paths.size === base.paths.size &&
    [...head.paths].every(path => base.paths.has(path)) &&
    [...opened].every(([path, text]) => answerOf(base.open(path)) === text)
  )
}

/** What stands where the code reads: the text, or why there is none. */
export function answerOf(opened: SourceFile | Notice | undefined): string {
  if (!opened) return ''
  return 'text' in opened ? `text ${opened.text}` : `notice ${opened.kind} ${opened.message}`
}
