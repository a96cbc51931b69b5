import type { ParameterShape, Piece, ShellMode, SourceFile, Span, Value } from '../../program'
import type { Action, Condition, Job, Pipeline, Script, Step, Variables } from '../pipelines/pipeline'

/** A task of a task runner: what it asks for first, its commands, and what it asks for afterwards. */
export interface Task {
  readonly name: string
  /** As people call it, where that is not its name. */
  readonly label?: string
  readonly span: Span
  /** Other tasks that run before it, by name; one that fails ends it. */
  readonly before: readonly string[]
  readonly commands: readonly Doing[]
  /** Other tasks that run after it, by name, where all went well. */
  readonly after?: readonly string[]
  readonly variables: Variables
  /** Those of them that the tasks before it know too. */
  readonly handedOn?: Variables
  readonly parameters?: readonly ParameterShape[]
  /** Tasks that may come to their end before it: it does not run unless they went well, or for the reason that is given. */
  readonly needs?: Job['needs']
  readonly directory: string | null
}

export interface Command {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly span: Span
  /** What makes its failure count for nothing; `null` where it ends the task. */
  readonly tolerates: string | null
  readonly shell?: ShellMode
  readonly language?: Script['language']
  readonly directory?: string | null
  /** Whether it runs even after another one has failed. */
  readonly after?: 'success' | 'always'
}

/** A command that only runs another task. */
export interface Errand {
  readonly task: string
  /** Its file, where that is another one. */
  readonly path?: string
  /** Variables that it is given. */
  readonly inputs?: Variables
  readonly span: Span
  readonly tolerates: string | null
}

/** A command that only calls a function of a Python module. */
export interface FunctionCall {
  readonly module: string
  readonly object: string
  readonly span: Span
  readonly tolerates: string | null
}

export type Doing = Command | Errand | FunctionCall

/** A function as a file names it, `churn.cli:main`; `null` where the text names none. */
export function functionCall(text: string, span: Span): FunctionCall | null {
  const [, module, object] = /^\s*(\w+(?:\.\w+)*)\s*:\s*(\w+(?:\.\w+)*)/.exec(text) ?? []
  return module && object ? { module, object, span, tolerates: null } : null
}

/** What stands for the words that are given to a task, at the end of its last command. */
export const restOfWords: ParameterShape = { name: '@', kind: 'rest', default: null, type: null }

/** Commands of which the last gets the words that the task is given. */
export function withWords(commands: readonly Doing[]): readonly Doing[] {
  const last = commands.at(-1)
  if (!last || !('text' in last) || compound.test(last.text.trimEnd())) return commands
  return [...commands.slice(0, -1), { ...last, text: `${last.text} "$@"` }]
}

// No word may stand behind a group or a loop: `(cd web && npm start)`.
const compound =
  /(^|[;&|\n])[^\S\n]*(\((?:[^()]|\([^()]*\))*\)|\{\s[^{}]*\})$|(^|[;\n])[^\S\n]*(fi|done|esac)$/

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
  const { name, label = name, span, before, commands, after = [], variables, directory } = task
  const errand = (other: string, inputs: Variables = none): Step =>
    errandTo(file, { task: other, inputs, span, tolerates: null })
  const steps = commands.map(command => stepTo(file, command))
  return {
    id: name,
    label,
    span,
    needs: task.needs ?? [],
    condition: always(span),
    gates: [],
    variables,
    ...(task.parameters && { parameters: task.parameters }),
    directory,
    steps: [
      ...before.map(other => errand(other, task.handedOn)),
      ...steps,
      ...after.map(other => errand(other)),
    ],
    tolerates: null,
  }
}

function stepTo(file: SourceFile, command: Doing): Step {
  if ('task' in command) return errandTo(file, command)
  const action: Action = 'text' in command ? scriptOf(command) : { kind: 'function', ...command }
  return stepOf(command.span, action, command)
}

function errandTo(file: SourceFile, errand: Errand): Step {
  const { task, path = file.path, inputs = none, span } = errand
  return stepOf(span, { kind: 'call', name: `${path}:${task}`, inputs, span }, errand)
}

const none: ReadonlyMap<string, Value> = new Map()

function always(span: Span): Condition {
  return { after: 'success', test: null, events: null, span }
}

function stepOf(
  span: Span,
  action: Action,
  { tolerates, directory, after = 'success' }: Pick<Command, 'tolerates' | 'directory' | 'after'>,
): Step {
  const place = directory === undefined ? {} : { directory }
  return {
    label: '',
    span,
    condition: { ...always(span), after },
    variables: none,
    ...place,
    tolerates,
    action,
  }
}

const plain: ShellMode = { errexit: false, pipefail: false }

// A shell of its own runs each command, and what it answers at its end is what counts.
function scriptOf({ text, pieces, span, shell = plain, language = 'shell' }: Command): Script {
  return { kind: 'script', language, shell, text, pieces, span }
}

/** The folder of a file, from the root. */
export function folderOf({ path }: SourceFile): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}
