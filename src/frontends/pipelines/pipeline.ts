import type { Container, ParameterShape, ShellMode, SourceFile, Span, Value } from '../../program'

/** What every CI system's file is translated into. Nothing in it names the system. */
export interface Pipeline {
  /** As people call it: `Deploy`, or the path where it has no name. */
  readonly label: string
  readonly file: SourceFile
  readonly span: Span
  /** Other pipelines and jobs call it by this name; the path of its file unless a file holds several. */
  readonly name: string
  readonly triggers: readonly Trigger[]
  readonly variables: Variables
  readonly jobs: readonly Job[]
  /** Functions, and branches of steps: they run only where a step starts them. */
  readonly parts?: readonly Job[]
  /** Names of inputs, in order, with their defaults, where others can call it. */
  readonly inputs: ReadonlyMap<string, Value | null>
  /** Why it never runs where it stands; `null` where it does. */
  readonly inert: string | null
}

/** What starts a pipeline. `merge` is what happens to a pull request that was merged, `manual` is a person, or whoever holds a token; `pipeline` is the end of another one. */
export interface Trigger {
  readonly event:
    | 'push'
    | 'tag'
    | 'pull-request'
    | 'merge'
    | 'release'
    | 'schedule'
    | 'manual'
    | 'pipeline'
    | 'call'
    | 'other'
  readonly span: Span
  /** To complete "it starts …": `on every push`, `on a push to \`main\``, `by hand`. */
  readonly says: string
}

/** Environment variables, parameters and the like, by the name that scripts know. */
export type Variables = ReadonlyMap<string, Value>

export interface Job {
  /** Unique in the pipeline. */
  readonly id: string
  /** As people call it. */
  readonly label: string
  readonly span: Span
  readonly needs: readonly Need[]
  readonly condition: Condition
  /** What is asked before its first step, in order. */
  readonly gates: readonly Gate[]
  readonly variables: Variables
  /** What those who ask for it may give it: scripts know the positional ones by their names, and the rest as their words. */
  readonly parameters?: readonly ParameterShape[]
  /** The folder in which its steps start, from the root; `null` where that cannot be known. */
  readonly directory: string | null
  readonly steps: readonly Step[]
  /** What it passes on to the jobs that need it, by name. */
  readonly outputs?: Variables
  /** What makes its failure count for nothing, in the words of the file: `continue-on-error: true`. */
  readonly tolerates: string | null
}

/** A job that must have ended before this one starts. */
export interface Need {
  readonly job: string
  /** Why this one starts even where that one failed or was skipped: `if: always()`; `null` where it does not. */
  readonly regardless: string | null
  readonly span: Span
}

/** For how many others the jobs of one file may wait together. */
export const mostNeeds = 400_000

/** When a job or a step runs. */
export interface Condition {
  /** `failure`: only after something failed; `always`: whatever happened before. */
  readonly after: 'success' | 'failure' | 'always'
  /** What is asked besides; `null` where nothing is. A constant says that it always holds or never does. */
  readonly test: Value | null
  /** The events on which it can hold; `null` where it can on each. */
  readonly events: readonly Trigger['event'][] | null
  readonly span: Span
}

/** Something that stands in the way until it is passed. */
export interface Gate {
  /**
   * `approval`: a person must act, as the file itself says; `environment`: rules that the file does not show; `timer` waits
   * only; `canary`: a part comes first, and something looks at it before the rest follows.
   */
  readonly kind: 'approval' | 'environment' | 'timer' | 'canary'
  readonly name: Value
  readonly span: Span
  /** To complete "the job …": `waits until a person approves (\`when: manual\`)`. */
  readonly says: string
  /** Of an environment: what its settings ask for most, where they are known. */
  readonly asks?: Asked
}

/** `reviewer`: a person, who may be the one who started it; `other-reviewer`: another one; `missing`: there is no such environment. */
export type Asked = 'other-reviewer' | 'reviewer' | 'program' | 'branch' | 'time' | 'nothing' | 'missing'

export interface Step {
  readonly label: string
  readonly span: Span
  readonly condition: Condition
  readonly variables: Variables
  /** From the root; `null` where it cannot be known; absent where it is the job's. */
  readonly directory?: string | null
  readonly tolerates: string | null
  /** The local variable that says how it ended, whether that is tolerated or not: `success`, `failure`, `skipped`. */
  readonly outcome?: string
  /** Where the pipeline takes in the template that it stands in. */
  readonly takenInAt?: Span
  readonly action: Action
}

/** A local variable of a job, as values in its steps name it. */
export function local(name: string): Value {
  return { kind: 'variable', unit: '', name }
}

/** What a step does. */
export type Action =
  | Script
  /** Something of the outside, with named inputs: `uses: actions/checkout@v4`, `task: ManualValidation@1`. */
  | { readonly kind: 'uses'; readonly name: string; readonly inputs: Variables; readonly span: Span }
  /** A pipeline, a job or an action of the repository, by its name. */
  | {
      readonly kind: 'call'
      readonly name: string
      readonly inputs: Variables
      readonly span: Span
      /** The local variable that takes what it gives back. */
      readonly result?: string
    }
  /** A function of a Python module, as the file of the pipeline would import it. */
  | { readonly kind: 'function'; readonly module: string; readonly object: string; readonly span: Span }
  | { readonly kind: 'gate'; readonly gate: Gate }
  | Flow

/** Steps inside a step, and what leads to them and past them. Values may name local variables of the job. */
export type Flow =
  /** `left` says that it ends early where it is left. */
  | { readonly kind: 'group'; readonly steps: readonly Step[]; readonly left: boolean }
  | {
      readonly kind: 'choice'
      readonly test: Value
      readonly yes: readonly Step[]
      readonly no: readonly Step[]
      readonly span: Span
    }
  /** `rescue` takes every failure of `steps`, `null` none; `last` comes at the end whatever happened. */
  | {
      readonly kind: 'attempt'
      readonly steps: readonly Step[]
      readonly rescue: readonly Step[] | null
      readonly last: readonly Step[]
    }
  /** Starts parts side by side, by their ids, and goes on when each of them has ended well. */
  | { readonly kind: 'parallel'; readonly parts: readonly string[]; readonly span: Span }
  | { readonly kind: 'set'; readonly name: string; readonly value: Value }
  /** Fails, or leaves the group around it, or the job. */
  | { readonly kind: 'fail'; readonly span: Span }
  | { readonly kind: 'leave'; readonly value: Value | null; readonly span: Span }

/** Code of a step, as text with its places in the file that `span` is of. */
export interface Script {
  readonly kind: 'script'
  readonly language: 'shell' | 'python' | 'powershell' | 'cmd'
  readonly shell: ShellMode
  readonly text: string
  readonly pieces: Container['pieces']
  readonly span: Span
  /** The local variable that takes its exit status, where a failure does not end the job. */
  readonly status?: string
  /** The local variable that takes what it prints. */
  readonly result?: string
}
