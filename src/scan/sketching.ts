import { type Sketch, type SketchWords, withNames } from '../analysis/selection/sketch'
import { openNames } from '../base/names'
import { fromBytes } from '../base/packed'
import { type Crew, openCrew } from '../files/threads'
import type { SourceFile } from '../program'

/** Other threads that sketch files while this one walks. */
export interface Sketchers {
  /** Hands a file to them; `false` where this thread had better sketch it by itself. */
  offer(file: SourceFile): boolean
  /** Waits for what they are at, and sends them home: what they hold is given back before files are chosen. */
  settle(): Promise<void>
  /** What they had made of a file when they were sent home, once; `undefined` where that is nothing. */
  take(file: SourceFile): Sketch | undefined
}

/** Characters of Python: in smaller trees, starting threads takes longer than they save. */
export const muchPython = 3_000_000

// One sketch takes a thousandth of a second.
const patience = 20

/**
 * Threads that begin once there is much to sketch, which nobody can tell beforehand, or at once where somebody has said how many;
 * `threads` counts this one. Where there is no bundle, there are none.
 */
export function openSketchers(by: SketchWords, threads: number, atOnce: boolean): Sketchers {
  let crew: Crew<string> | null = null
  let before = 0
  const handed: SourceFile[] = []
  const made = new Map<SourceFile, Sketch>()
  const named = openNames()
  return {
    offer: file => {
      before += file.text.length
      if (threads < 2 || (before < muchPython && !atOnce)) return false
      crew ??= openCrew<string, SketchWords>('sketcher.js', threads - 1, by, patience)
      if (!crew?.offer(handed.length, file.text)) return false
      handed.push(file)
      return true
    },
    settle: async () => {
      for (const [number, file] of handed.splice(0).entries()) {
        const bytes = crew?.take(number)
        const sketch = bytes && (fromBytes(bytes)?.value as Sketch | undefined)
        if (sketch) made.set(file, withNames(sketch, named))
      }
      await crew?.close()
    },
    take: file => {
      const sketch = made.get(file)
      made.delete(file)
      return sketch
    },
  }
}
