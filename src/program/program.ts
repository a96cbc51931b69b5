import type { Comment, Remark } from './remark'
import type { Notice, SourceFile, Span } from './source'
import type { ClassShape, Inclusion, Setting, Unit } from './unit'
import type { Dictionary, Value } from './value'

/** What a frontend makes of one file. */
export interface Reading {
  readonly units: readonly Unit[]
  readonly classes: readonly ClassShape[]
  readonly settings: readonly Setting[]
  readonly notices: readonly Notice[]
  /** Modules of which `from … import *` brings every name in. */
  readonly stars: readonly Value[]
  /** Code of other languages that stands in the file. */
  readonly embedded?: readonly Embedded[]
  /** Paths of templates that it has taken in as a part of itself. */
  readonly takenIn?: readonly string[]
  /** What a file declares that runs nothing by itself. */
  readonly declared?: Declarations
  /** Files that a file of requirements takes in. */
  readonly includes?: readonly Inclusion[]
}

/** What a file of a declaring language holds, as far as it could be read. */
export interface Declarations {
  readonly blocks: readonly Declared[]
  /** Whether there may be more in it that could not be read. */
  readonly broken: boolean
}

/** A block of such a file: `resource "aws_sagemaker_endpoint" "churn" { … }`. Settings outside of any block have the type `''`. */
export interface Declared {
  readonly type: string
  readonly labels: readonly string[]
  /** References are names: `var.stage`. */
  readonly value: Dictionary
  readonly span: Span
}

/** Code inside a file of another language. Its unit has the name of its `file.path`. */
export interface Embedded {
  readonly file: SourceFile
  readonly language: 'python' | 'shell' | 'powershell' | 'cmd'
  readonly shell: ShellMode
  /** What its free names stand for in the file around it: `load` of an earlier cell, the unit of a cell in another language. */
  readonly names?: ReadonlyMap<string, Value>
  /** Where its text is made of parts that stand or fall by themselves: the offset at which each begins. */
  readonly parts?: readonly number[]
  /** Whether it may well be no code at all, or a sketch: that it cannot be understood is no news. */
  readonly sketch?: boolean
}

/** How a shell was started. */
export interface ShellMode {
  /** Whether a command that fails ends the script (`-e`). */
  readonly errexit: boolean
  /** Whether a pipe fails with any of its commands (`-o pipefail`). */
  readonly pipefail: boolean
}

/** Everything that was read of a repository. */
export interface Program {
  readonly files: ReadonlyMap<string, SourceFile>
  /** Every file of the repository, whether or not it was read: what is not among them came from elsewhere. */
  readonly paths: ReadonlySet<string>
  /** Gives a file that code reads by its name: configuration. What it answers with a notice cannot be read. */
  readonly open: Opener
  readonly units: ReadonlyMap<string, Unit>
  readonly classes: ReadonlyMap<string, ClassShape>
  readonly settings: readonly Setting[]
  readonly includes: readonly Inclusion[]
  /** By path: modules of which the file takes in every name. */
  readonly stars: ReadonlyMap<string, readonly Value[]>
  /** By path: what files of declaring languages hold. */
  readonly declared: ReadonlyMap<string, Declarations>
  /** Comments that speak to this program, in the order in which the files were read. */
  readonly remarks: readonly Remark[]
  readonly notices: readonly Notice[]
}

/** Reads a file of a tree when it is asked for. */
export type Opener = (path: string) => SourceFile | Notice | undefined

/** The text files of a tree by their paths. */
export type Files = (path: string) => SourceFile | undefined

/** Turns files of one kind into units. */
export interface Frontend {
  readonly name: string
  /** Whether what it makes of a file depends on that file alone. */
  readonly alone?: true
  /** Whether it reads files of this path. */
  claims(path: string): boolean
  /** Whether a file of such a path is one of its own, where the path alone cannot tell. */
  recognises?(file: SourceFile): boolean
  /**
   * `others` gives the files of the tree that a file may take in by their paths: templates, includes. `tree` holds all of
   * them, for what is named in a file and not by its path.
   */
  read(file: SourceFile, others?: Files, tree?: readonly SourceFile[]): Reading
  /** Reads code of its language that stands in another file. */
  readEmbedded?(embedded: Embedded): Reading
  /** The comments in a text of its language, where its parser knows them. */
  comments?(file: SourceFile): readonly Comment[]
}
