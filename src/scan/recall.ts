import { isDocument } from '../analysis/selection/hints'
import { digestOf } from '../base/hash'
import type { Tree } from '../files/walk'
import type { SourceFile } from '../program'
import { answerOf, type Means, type OpenSide } from './examine'
import type { Consulted, Memory } from './memory'

/** What an earlier run has made of a tree that says the same. */
export interface Recall {
  /** Where nothing at all has changed. */
  ofAll(): OpenSide | null
  /** Where nothing has changed of what these chosen files are judged by. */
  ofChosen(chosen: readonly SourceFile[]): OpenSide | null
  /** Keeps what was made of it, with the paths that chosen files have asked for. */
  keep(side: OpenSide, asked: ReadonlySet<string>): void
}

/** Asks the memory about a tree. */
export function recallFor(
  tree: Tree,
  { rules, environments, seconds, bounds, shard }: Means,
  memory: Memory,
): Recall {
  const paths = [...tree.paths].filter(path => !memory.isOwn(path)).sort()
  const how = digestOf([JSON.stringify([rules, [...(environments ?? [])], seconds, bounds, shard]), ...paths])
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const digestAt = (path: string): string | null => {
    const file = byPath.get(path)
    return file ? memory.digest(file) : null
  }
  const keys: string[] = []
  const recall = (key: string): OpenSide | null => {
    const known = memory.side(key)
    const holds =
      known &&
      [...known.side.opened].every(([path, answer]) => answerOf(tree.open(path)) === answer) &&
      [...known.consulted].every(([path, digest]) => digestAt(path) === digest)
    if (!holds) keys.push(key)
    if (!holds) return null
    if (keys.length > 0) memory.keepSide(keys, known.side, known.consulted)
    return known.side
  }
  return {
    ofAll: () => recall(digestOf(['all', how, ...tree.files.map(memory.digest)])),
    ofChosen: chosen => {
      const wanted = new Map(chosen.map(file => [file.path, file]))
      const counting = tree.files.filter(file => wanted.has(file.path) || !mayBeLeftOut(file))
      const parts = counting.map(file => {
        const read = wanted.get(file.path)
        return `${read ? 'read' : 'there'} ${memory.digest(read ?? file)}`
      })
      return recall(digestOf(['chosen', how, ...parts]))
    },
    keep: (side, asked) => {
      const consulted: Consulted = new Map([...asked].map(path => [path, digestAt(path)]))
      memory.keepSide(keys, side, consulted)
    },
  }
}

// What is not chosen of these is looked at by nobody else, unless by its path. A `setup.py` says versions all the same.
function mayBeLeftOut({ path }: SourceFile): boolean {
  return (/\.(?:pyw?|ipynb)$/.test(path) && !/(^|\/)setup\.py$/.test(path)) || isDocument(path)
}
