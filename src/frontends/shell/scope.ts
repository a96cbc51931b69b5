import {
  type Constant,
  constant,
  type Embedded,
  type Notice,
  type ParameterShape,
  type SourceFile,
  type Span,
  type Unit,
  unknown,
  type Value,
} from '../../program'
import { depthWithin } from '../bounds'
import { type Builder, bind, lookUp } from '../builder'
import type { Effort } from '../effort'
import type { Node } from '../parser'
import type { Mode } from './mode'
import type { Outline } from './outline'

// A name that is bound more often than this may stand for anything.
const mostBound = 256

/** What one file gives while it is read. */
export interface Script {
  readonly file: SourceFile
  readonly outline: Outline
  readonly units: Unit[]
  readonly embedded: Embedded[]
  readonly notices: Notice[]
  readonly effort: Effort
  /** The definition that a function's name stands for now. */
  readonly current: Map<string, Node>
  /** Functions as they have been read: once for each way in which they are started. */
  readonly variants: Map<string, Variant>
  /** How many units have a name already. */
  readonly taken: Map<string, number>
  /** Where the functions begin that have been read. */
  readonly readAt: Set<number>
  /** Units of embedded code by the place where it begins. */
  readonly codes: Map<number, string>
  /** Indices of the script's environment parameters. */
  readonly environment: Map<string, number>
  /** One constant for each text, so that equal ones are one value where ways meet. */
  readonly constants: Map<string, Constant>
  /** The parameters and variables of the script itself. */
  readonly parameters: ParameterShape[]
  readonly bound: Map<string, Value[]>
  /** The blocks of the script itself. */
  builder: Builder | null
  /** Words that expansions may still be split into: a short script can ask for more than memory holds. */
  words: number
  /** How deep the command or word at hand is nested. */
  depth: number
}

/** A function of the script, started in one way. */
export interface Variant {
  readonly unit: string
  readonly starts: Mode
  ends: Mode
  directory: string | null
  /** Whether it may come back with a status other than 0. */
  returnsFailing: boolean
  /** Whether it may end the whole script with a failure. */
  exits: boolean
  /** Whether it is still being read. */
  open: boolean
  /** Whether it runs what it is given, and how many words before that are its own. */
  handsOn: number | null
  /** Names of the script that it may bind anew. */
  readonly binds: Set<string>
}

/** Where control goes with a status; the block is made when the first way leads to it. */
export interface Landing {
  block: number | null
  /** `null` for that of whatever leads there. */
  readonly status: 0 | 1 | null
  /** Whether success leads to the same place, so that nobody tells the two apart. */
  readonly ignored?: true
}

/** What a failure leads to: a place, the end of the script, or the end of the function. */
export type Target = Landing | 'exits' | 'returns'

/** What `exit` or `return` does here. */
export interface Ends {
  readonly success: Landing | 'unit'
  readonly failure: Target
}

export interface Loop {
  /** The name under which the status of its last turn is kept. */
  readonly flag: string
  readonly after: Landing
  readonly again: Landing
}

/** What a command reads. */
export interface Input {
  readonly value: Value
  readonly span: Span
}

/** One unit under construction. */
export interface Scope {
  readonly script: Script
  readonly kind: 'module' | 'function'
  readonly unit: string
  readonly label: string
  readonly builder: Builder
  /** Names that a function declares as its own. */
  readonly locals: ReadonlySet<string>
  readonly bound: Map<string, Value[]>
  readonly parameters: ParameterShape[]
  /** How many positional parameters stand before the rest. */
  readonly positional: number
  readonly variant: Variant
  mode: Mode
  /** Whether a failure is looked at by whoever started the command, so that `-e` does not count. */
  lenient: boolean
  ends: Ends
  returns: Ends
  loops: readonly Loop[]
  /** Whether somebody uses what commands print. */
  capturing: boolean
  input: Input | null
  /** Where `popd` leads, the last one first to be taken. */
  readonly folders: (string | null)[]
}

/** Names of what the shell keeps beside variables, as the builder knows them. */
export const kept = { status: '?', directory: '/', shifted: '#', printed: '>' } as const

export const succeeded = constant(0)
export const failed = constant(1)

export function spanOf(scope: Scope, node: Node): Span {
  return { file: scope.script.file, start: node.startIndex, end: node.endIndex }
}

/** The constant of this text. */
export function textOf(script: Script, text: string): Constant {
  const known = script.constants.get(text)
  if (known) return known
  const made = constant(text)
  script.constants.set(text, made)
  return made
}

/** Gives a name a value. A function binds the script's variables, except for those that it declares. */
export function assign(scope: Scope, name: string, value: Value): void {
  const own = scope.kind === 'module' || scope.locals.has(name)
  if (!own) scope.variant.binds.add(name)
  note(own ? scope.bound : scope.script.bound, name, value)
  bind(scope.builder, name, value)
}

function note(bound: Map<string, Value[]>, name: string, value: Value): void {
  const values = bound.get(name)
  if (!values) bound.set(name, [value])
  else if (values.includes(value)) return
  else if (values.length < mostBound) values.push(value)
  else if (values.length === mostBound) values.push(unknown)
}

/** What a name stands for where nothing on the way from the start of a unit has bound it. */
export function freeName(script: Script, kind: Scope['kind'], name: string): Value {
  const assigned = script.outline.assigned.has(name)
  if (kind === 'function' && assigned) {
    // Asks the script too, since a way on which it is not bound leads to the environment.
    if (script.builder) lookUp(script.builder, name)
    return { kind: 'variable', unit: script.file.path, name }
  }
  const value: Value = {
    kind: 'parameter',
    unit: script.file.path,
    index: environmentIndex(script, name),
  }
  if (assigned) note(script.bound, name, value)
  return value
}

function environmentIndex(script: Script, name: string): number {
  const known = script.environment.get(name)
  if (known !== undefined) return known
  script.parameters.push({ name, kind: 'environment', default: null, type: null })
  script.environment.set(name, script.parameters.length - 1)
  return script.parameters.length - 1
}

/** The folder at hand; `null` where it cannot be known. */
export function directoryOf(scope: Scope): string | null {
  const value = lookUp(scope.builder, kept.directory)
  return value.kind === 'constant' && typeof value.value === 'string' ? value.value : null
}

export function enter(scope: Scope, directory: string | null): void {
  bind(scope.builder, kept.directory, directory === null ? unknown : textOf(scope.script, directory))
}

/** Says once in a file that something in it goes beyond a limit. */
export function noteLimit(script: Script, node: Node, message: string): void {
  if (script.notices.some(notice => notice.kind === 'limit' && notice.message === message)) return
  script.notices.push({ path: script.file.path, line: node.startPosition.row + 1, kind: 'limit', message })
}

// Far more than people nest, and few enough for the stack.
const deepest = 150

/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
export function oneDeeper<T>(script: Script, node: Node, otherwise: T, read: () => T): T {
  const most = depthWithin(deepest)
  if (script.depth > most) {
    noteLimit(script, node, `Code is nested more than ${most} levels deep; what lies deeper was not read.`)
    return otherwise
  }
  script.depth += 1
  try {
    return read()
  } finally {
    script.depth -= 1
  }
}
