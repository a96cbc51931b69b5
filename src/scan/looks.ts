import { openSketching, type PythonIn } from '../analysis/select'
import { type NotebooksIn, openNotebooks } from '../analysis/selection/notebooks'
import type { Sketch, Sketches } from '../analysis/selection/sketch'
import { openNames } from '../base/names'
import { usefulThreads } from '../files/threads'
import { pythonIn } from '../frontends'
import { mayRemark } from '../frontends/remarks'
import type { SourceFile } from '../program'
import type { RuleSet } from '../rules/schema'
import { openSketchers } from './sketching'

/** What was told of files while their texts were at hand, so that these need not be there when files are chosen. */
export interface Looks {
  readonly look: (file: SourceFile) => void
  /** Whether a file may hold comments that speak to this program. */
  readonly mayRemark: (file: SourceFile) => boolean
  /** How many characters a file has. */
  readonly length: (file: SourceFile) => number
  /** What a container holds, as `otherwise` tells where that is not known yet. */
  readonly python: (file: SourceFile, otherwise: PythonIn) => SourceFile | null
  readonly notebooks: NotebooksIn
  /** What files are chosen by, each of which is given once. */
  readonly sketches: Sketches
  /** To be called once all files were looked at. */
  readonly settle: () => Promise<void>
}

interface Look {
  readonly length: number
  readonly remark: boolean
  /** Whether it is Python as it stands. */
  readonly plain: boolean
  /** The notebooks that it starts. */
  readonly notebooks: readonly string[]
}

// One for all of them: there are many.
const none: readonly string[] = []

/** Looks at files as the rules ask; `threads` says how many do, this one counted, or as many as are of use where it is `null`. */
export function openLooks(rules: RuleSet, threads: number | null): Looks {
  const seen = new WeakMap<SourceFile, Look>()
  const made = new WeakMap<SourceFile, Sketch>()
  const { by, stamp, sketch } = openSketching(rules)
  const others = openSketchers(by, threads ?? usefulThreads(), threads !== null)
  const notebooksIn = openNotebooks(rules)
  const named = openNames()
  return {
    look: file => {
      const { path, text } = file
      const plain = /\.pyw?$/.test(path) && pythonIn(file, () => undefined) === null
      const started = notebooksIn(file)
      const notebooks = started.length === 0 ? none : started.map(named)
      seen.set(file, { length: text.length, remark: mayRemark(text), plain, notebooks })
      if (plain && !others.offer(file)) made.set(file, sketch(text))
    },
    mayRemark: file => seen.get(file)?.remark ?? mayRemark(file.text),
    length: file => seen.get(file)?.length ?? file.text.length,
    notebooks: file => seen.get(file)?.notebooks ?? notebooksIn(file),
    python: (file, otherwise) => (seen.get(file)?.plain ? null : otherwise(file)),
    sketches: {
      get: (file, by) => {
        const known = by === stamp ? (made.get(file) ?? others.take(file)) : undefined
        made.delete(file)
        return known
      },
      set: () => {},
    },
    settle: others.settle,
  }
}
