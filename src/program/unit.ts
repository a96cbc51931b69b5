import type { SourceFile, Span } from './source'
import type { Value, Variable } from './value'

/** Anything that runs from top to bottom: a module, a function, a class body. */
export interface Unit {
  /** Unique in the program: `path/of/file.py`, `path/of/file.py:Class.method`. */
  readonly name: string
  /** What a person would call it: `Registry.promote`, or `module` for the file itself. */
  readonly label: string
  /** A script of a shell is a `module`; a `pipeline` starts the jobs of a CI system, which are its children. */
  readonly kind: 'module' | 'function' | 'class' | 'pipeline' | 'job'
  /** The unit around it; `null` for a module. */
  readonly parent: string | null
  readonly file: SourceFile
  readonly parameters: readonly ParameterShape[]
  /** `blocks[0]` is the entry. */
  readonly blocks: readonly Block[]
  /** The class whose method this is, by its name in `Program.classes`. */
  readonly owner: string | null
  /** Applied from the last to the first. */
  readonly decorators: readonly Value[]
  readonly returns: Value | null
  /** Whether it has a `yield`: its body runs when something draws from it. */
  readonly generator: boolean
  /** Whether its body runs when something awaits what a call of it gives: `async def`. */
  readonly coroutine?: boolean
  /** Every value that a name of the unit is ever bound to: the variables of a module, the members of a class. */
  readonly bound: ReadonlyMap<string, readonly Value[]>
  /** Why it never runs where it stands: a workflow in a folder that the CI system does not read. */
  readonly inert?: string
  readonly span: Span
}

/** Behind its name, a variable of a task is marked that counts only where the environment has none: `STAGE ?= Staging`. */
export const onlyDefault = '?='

/** Whether what a task says of a variable counts only where its environment says nothing. */
export function isOnlyDefault({ bound }: Unit, name: string): boolean {
  const mark = bound.get(name + onlyDefault)?.[0]
  return mark?.kind === 'constant' && mark.value === true
}

/** What is the same in all units that are no functions or classes of a language. */
export const plainUnit = {
  parent: null,
  parameters: [],
  owner: null,
  decorators: [],
  returns: null,
  generator: false,
  bound: new Map(),
} as const satisfies Partial<Unit>

export interface ParameterShape {
  readonly name: string
  /**
   * `self`, `cls` and the like are positional; `rest` is `*args`, `keywords` is `**kwargs`. An `environment` parameter is
   * an environment variable: a call gives it by name, or else hands on what its own unit knows by that name.
   */
  readonly kind: 'positional' | 'keyword' | 'rest' | 'keywords' | 'environment'
  readonly default: Value | null
  /** The annotation, read as a value that names a type. */
  readonly type: Value | null
}

/** Facts that run one after another. What follows depends on the outcome of the last one. */
export interface Block {
  readonly facts: readonly Fact[]
  readonly next: readonly Edge[]
}

/** One under construction. */
export interface GrowingBlock extends Block {
  readonly facts: Fact[]
  readonly next: Edge[]
}

/**
 * Where control goes. `true` and `false` are outcomes of the block's last fact, a `Test`; `raises` means that its last
 * fact, a `Call` or `Raise`, ends in an exception. A call with no `raises` edge leaves the unit when it fails.
 */
export interface Edge {
  readonly to: number
  readonly when?: 'true' | 'false' | 'raises'
  /** On a `raises` edge: the exception types that the handler takes; `null` takes everything. */
  readonly catches?: readonly Value[] | null
}

export type Fact = Call | Test | Store | Bind | Return | Yield | Raise | After

export interface Call {
  readonly kind: 'call'
  readonly callee: Value
  readonly arguments: readonly Argument[]
  /** The whole call. */
  readonly span: Span
  /** The last name of the callee: `load` in `joblib.load(path)`. */
  readonly name: Span
  /** What a command reads, where that is known: what stands in front of it in a pipe, a here-document. */
  readonly input?: Value
  /** The file into which the output of a command goes. */
  readonly output?: Value
  /** Where a context is entered: what runs inside of it. */
  readonly during?: Span
  /** The events of its pipeline on which it may run; absent where that is each of them. */
  readonly on?: readonly string[]
  /** Where a statement is nothing but a call, nothing takes what it gives: `awaited` where the statement awaits it. */
  readonly unused?: 'dropped' | 'awaited'
}

export interface Argument {
  /** `null` for a positional one. */
  readonly name: string | null
  readonly value: Value
  /** `*value` or `**value`. */
  readonly splat?: boolean
  readonly span: Span
}

/** A condition whose two outcomes go different ways. Its value is `unknown` where a loop asks for one more item. */
export interface Test {
  readonly kind: 'test'
  readonly value: Value
  /** What a loop draws its items from. */
  readonly over?: Value
  readonly span: Span
}

/** `of.name = value`, or `of[key] = value` when `name` is a `Value`. */
export interface Store {
  readonly kind: 'store'
  readonly of: Value
  readonly name: string | Value
  readonly value: Value
  readonly span: Span
}

/** A variable that other units see stands for another value from here on: `path = other` under `global path`. */
export interface Bind {
  readonly kind: 'bind'
  readonly variable: Variable
  readonly value: Value
  readonly span: Span
}

export interface Return {
  readonly kind: 'return'
  readonly value: Value
  readonly span: Span
}

export interface Yield {
  readonly kind: 'yield'
  readonly value: Value
  readonly span: Span
}

/** `raise`, or `assert` when its test failed. */
export interface Raise {
  readonly kind: 'raise'
  readonly value: Value
  readonly by: 'raise' | 'assert'
  readonly span: Span
}

/** Another unit has come to its end before this point: a job that a job of the same pipeline needs. */
export interface After {
  readonly kind: 'after'
  readonly unit: string
  /** Why this point is reached whatever that unit's end was; `null` where only its success leads here. */
  readonly regardless: string | null
  readonly span: Span
}

/** A version of a package that the repository asks for, locks or installs. */
export interface Setting {
  readonly kind: 'setting'
  /** Its name as it is written there. Indexes compare names without case, and take `-`, `_` and `.` for the same. */
  readonly package: string
  /** Who calls it so: conda has names of its own. */
  readonly index: 'pypi' | 'conda'
  /** A PEP 440 specifier: `==2.5.1` for an exact version, empty for any. */
  readonly range: string
  /** The requirement as it is written. */
  readonly written: string
  /** By a lock file, by a manifest, or by a command. */
  readonly how: 'locked' | 'asked' | 'installed'
  /** The extra, group or environment that it belongs to; empty for what is always there. */
  readonly part: string
  /** The condition under which it is asked for: `sys_platform == "linux"`. Elsewhere any version may be there. */
  readonly marker: string | null
  /** The folders or files for whose code it speaks; the folder of its file where there are none. */
  readonly within: readonly string[]
  readonly span: Span
}

/** A file of requirements is a part of another one: `-r base.txt`, `-c constraints.txt`. */
export interface Inclusion {
  readonly from: string
  readonly to: string
}

/** A class of the repository. */
export interface ClassShape {
  /** `path/of/file.py:Name`. */
  readonly name: string
  readonly label: string
  readonly bases: readonly Value[]
  /** The unit of its body; its `bound` names are the members. */
  readonly body: string
  readonly file: SourceFile
}
