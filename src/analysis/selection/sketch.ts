import { digestOf } from '../../base/hash'
import { openNames } from '../../base/names'
import type { SourceFile } from '../../program'
import { openProgramFinder, type Programs } from './commands'
import { type RawImport, rawImports } from './imports'
import type { Spelling } from './spellings'
import type { Starting } from './starting'
import { openTextFinder } from './texts'
import { findPlaces, usePattern } from './uses'

/** What choosing files goes by of a Python file before it looks at one: it follows from the text and the words alone. */
export interface Sketch {
  readonly imports: readonly RawImport[]
  /** The texts in it that have to stand near some sinks. */
  readonly texts: readonly string[]
  /** The programs that it names as a command line would. */
  readonly programs: readonly string[]
  /** Whether it names what could be started. */
  readonly names: boolean
  /** The libraries of which it may start something, by their numbers. */
  readonly starts: readonly number[]
  /** Where it may use a sink's last name: an offset, and the number of the word, in turns. */
  readonly uses: readonly number[]
}

/** What makes sketches. */
export interface Sketcher {
  /** Names the words: sketches of other words say other things. */
  readonly stamp: string
  /** The last names of sinks, by their numbers. */
  readonly words: readonly string[]
  readonly sketch: (text: string) => Sketch
}

/** Sketches of files that were made before, by the stamp of their words. */
export interface Sketches {
  get(file: SourceFile, stamp: string): Sketch | undefined
  set(file: SourceFile, stamp: string, sketch: Sketch): void
}

/** Arranges what to look for. */
export function openSketcher(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  programs: Programs,
  starting: Starting,
): Sketcher {
  const words = [...spellings.keys()].filter(word => /^\w+$/.test(word) && !isAssigned(word)).sort()
  const texts = [
    ...new Set([
      ...[...spellings.values()].flatMap(named => named.flatMap(({ near, closer }) => [...near, ...closer])),
      ...[...programs.closer.values()].flatMap(seconds => [...seconds.values()].flat(2)),
    ]),
  ].sort()
  const numbers = new Map(words.map((word, number) => [word, number]))
  const used = usePattern(words)
  const named = openNames()
  const textsIn = openTextFinder(texts)
  const programsIn = openProgramFinder(programs)
  return {
    stamp: digestOf([
      JSON.stringify([
        words,
        texts,
        [...programs.sinks].map(([name, seconds]) => [name, ...seconds]),
        starting.patterns,
      ]),
    ]),
    words,
    sketch: text => {
      const imports = rawImports(text).map(each => ({
        dots: each.dots,
        base: named(each.base),
        name: named(each.name),
        bound: named(each.bound),
      }))
      return {
        imports,
        texts: textsIn(text).map(named),
        programs: programsIn(text).map(named),
        names: starting.names(text),
        starts: starting.findIn(text, imports),
        uses: findPlaces(text, used, numbers).slice(),
      }
    },
  }
}

/** Whether a last name is no word of the code: Python gives it to an assignment. */
export function isAssigned(method: string): boolean {
  return /^__set(attr|item)__$/.test(method)
}
