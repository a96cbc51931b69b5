import type { Span, Stretch } from './source'

/** A comment of a file that speaks to this program: `# modelgate: …`. */
export interface Remark {
  /** What stands behind `modelgate:`, on one line. */
  readonly text: string
  /** On disk. */
  readonly span: Span
  /** The code that it speaks of, on disk: its own line, or the statement below it. Empty where nothing follows. */
  readonly covers: readonly Span[]
  /** Whether it stands in a sketch, of which no news is given. */
  readonly sketch: boolean
}

/** A comment of one text, and what it stands at there. */
export interface Comment extends Stretch {
  /** The code on its own line, or the statement below it; `null` where nothing follows. */
  readonly covers: Stretch | null
}
