import type { Piece, SourceFile, Span, Value } from '../../program'
import type { Action, Condition, Job, Pipeline, Script, Step, Variables } from '../pipelines/pipeline'

/** A task of a task runner: what it asks for first, and its commands. */
export interface Task {
  readonly name: string
  readonly span: Span
  /** Other tasks that run before it, by name; one that fails ends it. */
  readonly before: readonly string[]
  readonly commands: readonly Command[]
  readonly variables: Variables
  readonly directory: string | null
}

export interface Command {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly span: Span
  /** What makes its failure count for nothing; `null` where it ends the task. */
  readonly tolerates: string | null
}

/** A file of tasks as a pipeline that nothing starts by itself. */
export function pipelineOf(file: SourceFile, tasks: readonly Task[], variables: Variables): Pipeline {
  const span: Span = { file, start: 0, end: file.text.length }
  return {
    label: file.path,
    file,
    span,
    name: file.path,
    triggers: [],
    variables,
    jobs: tasks.map(task => jobOf(file, task)),
    inputs: new Map(),
    inert: null,
  }
}

function jobOf(file: SourceFile, task: Task): Job {
  const { name, span, before, commands, variables, directory } = task
  const first = before.map(other =>
    stepOf(span, { kind: 'call', name: `${file.path}:${other}`, inputs: none, span }, null),
  )
  const steps = commands.map(command => stepOf(command.span, scriptOf(command), command.tolerates))
  return {
    id: name,
    label: name,
    span,
    needs: [],
    condition: always(span),
    gates: [],
    variables,
    directory,
    steps: [...first, ...steps],
    tolerates: null,
  }
}

const none: ReadonlyMap<string, Value> = new Map()

function always(span: Span): Condition {
  return { after: 'success', test: null, events: null, span }
}

function stepOf(span: Span, action: Action, tolerates: string | null): Step {
  return { label: '', span, condition: always(span), variables: none, tolerates, action }
}

// A shell of its own runs each command, and what it answers at its end is what counts.
function scriptOf({ text, pieces, span }: Command): Script {
  return { kind: 'script', language: 'shell', shell: { errexit: false, pipefail: false }, text, pieces, span }
}

/** The folder of a file, from the root. */
export function folderOf({ path }: SourceFile): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}
