import type { Notice, SourceFile } from './source'
import type { ClassShape, Setting, Unit } from './unit'
import type { Value } from './value'

/** What a frontend makes of one file. */
export interface Reading {
  readonly units: readonly Unit[]
  readonly classes: readonly ClassShape[]
  readonly settings: readonly Setting[]
  readonly notices: readonly Notice[]
  /** Modules of which `from … import *` brings every name in. */
  readonly stars: readonly Value[]
}

/** Everything that was read of a repository. */
export interface Program {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly units: ReadonlyMap<string, Unit>
  readonly classes: ReadonlyMap<string, ClassShape>
  readonly settings: readonly Setting[]
  /** By path: modules of which the file takes in every name. */
  readonly stars: ReadonlyMap<string, readonly Value[]>
  readonly notices: readonly Notice[]
}

/** Turns files of one kind into units. */
export interface Frontend {
  readonly name: string
  /** Whether it reads files of this path. */
  claims(path: string): boolean
  read(file: SourceFile): Reading
}
