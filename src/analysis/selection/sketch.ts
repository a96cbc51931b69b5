import { digestOf } from '../../base/hash'
import { openNames } from '../../base/names'
import type { SourceFile } from '../../program'
import { openProgramFinder, type Programs } from './commands'
import { type RawImport, rawImports } from './imports'
import type { Spelling } from './spellings'
import { openStarting, type Starting } from './starting'
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

/** All that sketches depend on, beside the texts. It is plain data, which other threads can be given. */
export interface SketchWords {
  /** The last names of sinks, by their numbers. */
  readonly words: readonly string[]
  /** What has to stand near some sinks. */
  readonly texts: readonly string[]
  readonly programs: Programs
  /** The calls that start other files. */
  readonly calls: readonly string[]
  /** The programs that run tasks. */
  readonly runners: readonly string[]
}

/** What makes sketches. */
export interface Sketcher {
  readonly by: SketchWords
  readonly starting: Starting
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

/** Gathers what to look for. */
export function wordsToSketch(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  programs: Programs,
  calls: readonly string[],
  runners: Iterable<string>,
): SketchWords {
  const words = [...spellings.keys()].filter(word => /^\w+$/.test(word) && !isAssigned(word)).sort()
  const texts = [
    ...new Set([
      ...[...spellings.values()].flatMap(named => named.flatMap(({ near, closer }) => [...near, ...closer])),
      ...[...programs.closer.values()].flatMap(seconds => [...seconds.values()].flat(2)),
    ]),
  ].sort()
  return { words, texts, programs, calls, runners: [...runners] }
}

/** Arranges what to look for. */
export function openSketcher(by: SketchWords): Sketcher {
  const { words, texts, programs } = by
  const starting = openStarting(by.calls, by.runners)
  const numbers = new Map(words.map((word, number) => [word, number]))
  const used = usePattern(words)
  const named = openNames()
  const textsIn = openTextFinder(texts)
  const programsIn = openProgramFinder(programs)
  return {
    by,
    starting,
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
      const imports = rawImports(text)
      const sketch = {
        imports,
        texts: textsIn(text),
        programs: programsIn(text),
        names: starting.names(text),
        starts: starting.findIn(text, imports),
        uses: findPlaces(text, used, numbers).slice(),
      }
      return withNames(sketch, named)
    },
  }
}

/** The same sketch, whose names are those that others have as well. */
export function withNames(sketch: Sketch, named: (name: string) => string): Sketch {
  const imports = sketch.imports.map(({ dots, base, name, bound }) => ({
    dots,
    base: named(base),
    name: named(name),
    bound: named(bound),
  }))
  return { ...sketch, imports, texts: sketch.texts.map(named), programs: sketch.programs.map(named) }
}

/** Whether a last name is no word of the code: Python gives it to an assignment. */
export function isAssigned(method: string): boolean {
  return /^__set(attr|item)__$/.test(method)
}
