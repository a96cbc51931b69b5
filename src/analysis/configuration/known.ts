import type { Catalog, Changer, Reader } from '../../rules/schema'
import { matching } from '../globs'
import { byName, lastName, type Names } from '../knowledge'

/** What the catalogue knows of configuration files. */
export interface ReaderKnowledge {
  /** Calls that read them. */
  readonly readers: Names<Reader>
  /** The last names of these. */
  readonly readerNames: ReadonlySet<string>
  /** By decorator: who reads the first parameter of a function from such a file. */
  readonly readingDecorators: Names<Reader>
  /** Programs that change files. */
  readonly changers: ReadonlyMap<string, Changer>
  /** Whether a file of this name says what a run has found, and is no configuration. */
  readonly isOutcome: (name: string) => boolean
}

export function arrangeReaders(catalogs: readonly Catalog[]): ReaderKnowledge {
  const readers = catalogs.flatMap(catalog => catalog.readers)
  return {
    readers: byName(readers),
    readerNames: new Set(readers.flatMap(reader => reader.call).map(lastName)),
    readingDecorators: byName(readers.map(reader => ({ ...reader, call: reader.decorates }))),
    changers: new Map(
      catalogs.flatMap(({ changers = [] }) =>
        changers.flatMap(one => one.command.map(name => [name, one] as const)),
      ),
    ),
    isOutcome: matching(
      catalogs.flatMap(catalog => catalog.outcomes),
      { nocase: true },
    ),
  }
}
