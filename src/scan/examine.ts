import { judgeCalls } from '../analysis/check'
import { conclude, type Examined, type Judgements } from '../analysis/examined'
import { selectFiles } from '../analysis/select'
import type { Shard } from '../analysis/shards'
import { readGrammar } from '../files/grammars'
import type { Tree } from '../files/walk'
import { needsOf, openFrontends, pythonIn, type Readings, readProgram } from '../frontends'
import { filesWithRemarks } from '../frontends/remarks'
import type { Environments, Notice, Program, SourceFile } from '../program'
import type { RuleSet } from '../rules/schema'

/** What one run has made of one tree. It is plain data, and a part of the whole where the run is a shard. */
export interface Side {
  readonly judgements: Judgements
  readonly notices: readonly Notice[]
  readonly remarks: Program['remarks']
  readonly parsed: number
}

/** A side, and what the code in it reads by its name, with what stood there. */
export interface OpenSide extends Side {
  readonly opened: ReadonlyMap<string, string | null>
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
  readonly shard: Shard
}

export type Progress = (done: number, total: number) => void

/** Everything between a tree and what is judged in it; the same for both sides of a comparison. */
export async function judgeTree(
  tree: Tree,
  { rules, readings, environments, shard }: Means,
  onProgress?: Progress,
): Promise<OpenSide> {
  const paths = new Set([...tree.paths, ...tree.files.map(file => file.path)])
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const chosen = selectFiles(tree.files, rules, paths, file => pythonIn(file, path => byPath.get(path)))
  const wanted = new Set([...chosen, ...filesWithRemarks(tree.files)])
  const files = tree.files.filter(file => wanted.has(file))
  const frontends = await openFrontends(readGrammar, needsOf(files), environments)
  const parsed = readProgram(frontends, files, {
    others: tree.files,
    onProgress: done => onProgress?.(done, files.length),
    readings,
  })
  const opened = new Map<string, string | null>()
  const open = (path: string) => {
    const answer = tree.open(path)
    opened.set(path, textOf(answer))
    return answer
  }
  const judgements = judgeCalls({ ...parsed, paths, open }, rules, shard)
  return { judgements, notices: parsed.notices, remarks: parsed.remarks, parsed: files.length, opened }
}

/** What the shards of one tree come to; each of them has read all of it. */
export function seenIn(sides: readonly [Side, ...Side[]]): Seen {
  const [{ notices, remarks, parsed }] = sides
  const found = conclude(sides.map(({ judgements }) => judgements))
  return { ...found, notices: [...notices, ...found.notices], remarks, parsed }
}

/** Whether all that a scan goes by is the same on both sides. */
export function isSame(head: Tree, base: Tree, opened: ReadonlyMap<string, string | null>): boolean {
  return (
    head.files.length === base.files.length &&
    head.files.every((file, at) => file === base.files[at]) &&
    head.paths.size === base.paths.size &&
    [...head.paths].every(path => base.paths.has(path)) &&
    [...opened].every(([path, text]) => textOf(base.open(path)) === text)
  )
}

function textOf(opened: SourceFile | Notice | undefined): string | null {
  return opened && 'text' in opened ? opened.text : null
}
