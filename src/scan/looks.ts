import { openSketching, type PythonIn } from '../analysis/select'
import type { Sketch, Sketches } from '../analysis/selection/sketch'
import { pythonIn } from '../frontends'
import { mayRemark } from '../frontends/remarks'
import type { SourceFile } from '../program'
import type { RuleSet } from '../rules/schema'

/** What was told of files while their texts were at hand, so that these need not be there when files are chosen. */
export interface Looks {
  readonly look: (file: SourceFile) => void
  /** Whether a file may hold comments that speak to this program. */
  readonly mayRemark: (file: SourceFile) => boolean
  /** How many characters a file has. */
  readonly length: (file: SourceFile) => number
  /** What a container holds, as `otherwise` tells where that is not known yet. */
  readonly python: (file: SourceFile, otherwise: PythonIn) => SourceFile | null
  /** What files are chosen by, each of which is given once. */
  readonly sketches: Sketches
}

interface Look {
  readonly length: number
  readonly remark: boolean
  /** Whether it is Python as it stands. */
  readonly plain: boolean
}

/** Looks at files as the rules ask. */
export function openLooks(rules: RuleSet): Looks {
  const seen = new WeakMap<SourceFile, Look>()
  const made = new WeakMap<SourceFile, Sketch>()
  const { stamp, sketch } = openSketching(rules)
  return {
    look: file => {
      const { path, text } = file
      const plain = /\.pyw?$/.test(path) && pythonIn(file, () => undefined) === null
      seen.set(file, { length: text.length, remark: mayRemark(text), plain })
      if (plain) made.set(file, sketch(text))
    },
    mayRemark: file => seen.get(file)?.remark ?? mayRemark(file.text),
    length: file => seen.get(file)?.length ?? file.text.length,
    python: (file, otherwise) => (seen.get(file)?.plain ? null : otherwise(file)),
    sketches: {
      get: (file, by) => {
        const known = by === stamp ? made.get(file) : undefined
        made.delete(file)
        return known
      },
      set: () => {},
    },
  }
}
