import type { Argument, Call, Span, Value } from '../../program'
import type { Node } from '../parser'
import { builtins, isHarmless } from './builtins'
import { compare } from './comparisons'
import { assignNode } from './declarations'
import { codeOf, wordsWithCode } from './embedded'
import { shiftOf } from './expansions'
import { lastStep, pathFromVariable } from './folders'
import { callFunction, definitionOf } from './functions'
import { printedBy, statusOf } from './printed'
import { codeElsewhere } from './remote'
import { directoryOf, oneDeeper, type Scope, spanOf, type Target, textOf } from './scope'
import { addCommand, demand, leadOn, succeed, targetOf } from './status'
import { print } from './substitutions'
import { expandWords, readWord, type Word } from './words'

/** What stands around a command and goes into it. */
export interface Redirects {
  /** The body of its here-document, and whether the shell expands it. */
  readonly document: { readonly body: Node; readonly expands: boolean } | null
  /** Words that stand behind the beginning of a here-document. */
  readonly words: readonly Node[]
  /** Whether what it prints goes to a file. */
  readonly silent: boolean
  /** That file, where it is known. */
  readonly output: Value | null
}

/** A simple command, expanded. */
export interface Simple {
  readonly node: Node
  /** Nodes of its words, the name first. */
  readonly nodes: readonly Node[]
  readonly words: readonly Word[]
  /** `X=1` in front of it: what it finds in its environment. */
  readonly environment: readonly Argument[]
  readonly redirects: Redirects | null
}

/** Runs a simple command. */
export function runCommand(scope: Scope, node: Node, failure: Target, redirects: Redirects | null): void {
  const name = node.childForFieldName('name')
  const before = node.namedChildren.filter(child => child?.type === 'variable_assignment')
  const apart = standsApart(scope, before.at(-1) ?? null, name)
  const environment = apart ? [] : before.flatMap(a => (a ? [environmentOf(scope, a)] : []))
  if (apart) for (const assignment of before) if (assignment) assignNode(scope, assignment, failure)
  const input = inputString(scope, node)
  const nodes = [name, ...node.childrenForFieldName('argument'), ...(redirects?.words ?? [])].filter(
    child => child !== null,
  )
  const words = expandWords(scope, nodes)
  const outer = scope.input
  if (input) scope.input = input
  runSimple(scope, { node, nodes, words, environment, redirects }, failure)
  scope.input = outer
}

// After several assignments on a line the parser overlooks the end of the line.
function standsApart(scope: Scope, last: Node | null, name: Node | null): boolean {
  if (!last || !name) return false
  return /(^|[^\\])\r?\n/.test(scope.script.file.text.slice(last.endIndex, name.startIndex))
}

function environmentOf(scope: Scope, assignment: Node): Argument {
  const name = assignment.childForFieldName('name')?.text ?? ''
  return {
    name,
    value: readWord(scope, assignment.childForFieldName('value')),
    span: spanOf(scope, assignment),
  }
}

function inputString(scope: Scope, node: Node): Scope['input'] {
  const here = node.namedChildren.findLast(child => child?.type === 'herestring_redirect')
  const word = here?.namedChildren.at(-1) ?? null
  return word ? { value: readWord(scope, word), span: inside(scope, word) } : null
}

function inside(scope: Scope, word: Node): Span {
  const quoted = /^(string|raw_string)$/.test(word.type) ? 1 : 0
  return { file: scope.script.file, start: word.startIndex + quoted, end: word.endIndex - quoted }
}

const transparent = new Set(['time', 'command', 'builtin', 'nocorrect', 'noglob'])

/** Runs a command whose words are known. */
export function runSimple(scope: Scope, given: Simple, failure: Target): void {
  const command = withoutPrefixes(given)
  const [first] = command.words
  if (!first) return
  const name = nameOf(first.value)
  if (name === null) noteHandedOn(scope, command)
  const flag = command.words.length === 1 ? flagOf(scope, first) : null
  if (flag) return demand(scope, flag, first.span, failure)
  const definition = name === null ? null : definitionOf(scope, name)
  if (definition) return callFunction(scope, definition, command, failure)
  const builtin = name === null ? undefined : builtins.get(name)
  if (builtin) return builtin(scope, command, failure)
  runProgram(scope, command, failure)
}

// `"$@"` as a command.
function noteHandedOn(scope: Scope, command: Simple): void {
  const text = command.nodes[0]?.text.replace(/^"|"$/g, '') ?? ''
  const [, from] = /^\$(?:@|\{@(?::(\d+))?\})$/.exec(text) ?? [text]
  if (!/^\$(@|\{@)/.test(text)) return
  scope.variant.handsOn = (from === undefined ? 0 : Number(from) - 1) + (shiftOf(scope) ?? 0)
}

// `if $DRY_RUN; then`, where the variable is `true` or `false`.
function flagOf(scope: Scope, { value, span }: Word): Value | null {
  if (value.kind !== 'mix') return null
  const said = value.of.filter(way => way.kind === 'constant')
  if (said.length === 0 || said.some(way => way.value !== 'true' && way.value !== 'false')) return null
  return compare('==', value, textOf(scope.script, 'true'), span)
}

// `time` and the like look at nothing; `command -v` is a command of its own.
function withoutPrefixes(command: Simple): Simple {
  const names = command.words.map(word => nameOf(word.value) ?? '')
  const begins = names.findIndex((name, i) => !transparent.has(name) || (names[i + 1] ?? '-').startsWith('-'))
  return begins <= 0 ? command : without(command, begins)
}

/** The same command without its first words. */
export function without(command: Simple, count: number): Simple {
  const words = command.words.slice(count)
  const start = words[0]?.span.start ?? command.node.endIndex
  return { ...command, words, nodes: command.nodes.filter(node => node.startIndex >= start) }
}

/** Runs a program, or code that the command itself brings along; `use` gets what it gives back, however it ends. */
export function runProgram(
  scope: Scope,
  command: Simple,
  failure: Target,
  use: (result: Value) => void = () => undefined,
): void {
  const [first] = command.words
  if (!first) return
  const name = nameOf(first.value)
  const code = name === null ? null : (codeOf(scope, command, name) ?? codeElsewhere(scope, command, name))
  const callee: Value = code ? { kind: 'function', unit: code.unit } : calleeOf(scope, first.value)
  const words = code?.words ?? (wordsWithCode(scope, command, name ?? '') ?? command.words).slice(1)
  const args = [...command.environment, ...words.map(argumentOf)]
  const status = name === null ? null : statusOf(scope, command, name)
  const call = addCommand(scope, callee, args, { ...placeOf(scope, command), ...streamsOf(scope, command) })
  use({ kind: 'result', call })
  if (!command.redirects?.silent) print(scope, printedBy(scope, command, name ?? '', call))
  // A calculator whose status is the answer fails by saying no.
  const safe = status !== null || (name !== null && isHarmless(name))
  leadOn(scope, safe ? [] : [targetOf(scope, failure)])
  if (status) demand(scope, status, call.span, failure)
}

function streamsOf(scope: Scope, { redirects }: Simple): Pick<Call, 'input' | 'output'> {
  const input = scope.input ? { input: scope.input.value } : {}
  return redirects?.output ? { ...input, output: redirects.output } : input
}

export function argumentOf({ value, splat, span }: Word): Argument {
  return splat ? { name: null, value, splat, span } : { name: null, value, span }
}

/** The place of a command and of its first word. */
export function placeOf(scope: Scope, command: Simple): { readonly span: Span; readonly name: Span } {
  const end = command.redirects?.words.at(-1)?.endIndex ?? command.node.endIndex
  const span = { ...spanOf(scope, command.node), end: Math.max(command.node.endIndex, end) }
  return { span, name: command.words[0]?.span ?? span }
}

function calleeOf(scope: Scope, value: Value): Value {
  const name =
    nameOf(value) ??
    programIn(scope, value) ??
    (value.kind === 'text' ? pathFromVariable(scope.script, value) : null)
  if (name !== null) return { kind: 'command', name, directory: directoryOf(scope) }
  // `"$(venv)/bin/python"`: the folder is not known, and the program is.
  const last = value.kind === 'text' ? value.parts.at(-1) : undefined
  const step =
    last?.kind === 'constant' && String(last.value).includes('/') ? lastStep(String(last.value)) : ''
  return step === '' ? { kind: 'unknown' } : { kind: 'command', name: step, directory: directoryOf(scope) }
}

const programs =
  /^(python|py|pip|uvx?|poetry|pipenv|conda|docker|podman|kubectl|helm|aws|az|gcloud|gsutil|mlflow|dvc|databricks|make|bash|terraform)\d*(?:_(?:bin|cmd|exe))?$/

// `$PYTHON promote.py`: a variable that is called like a program holds its path.
function programIn({ script }: Scope, value: Value): string | null {
  const parameter =
    value.kind === 'parameter' && value.unit === script.file.path ? script.parameters[value.index] : null
  const [, program] = (parameter?.kind === 'environment' && programs.exec(parameter.name.toLowerCase())) || []
  return program === undefined ? null : program === 'py' ? 'python' : program
}

/** The one name that a word stands for; a fallback counts where the environment may give another one. */
export function nameOf(value: Value): string | null {
  if (value.kind === 'constant') return String(value.value)
  if (value.kind !== 'mix') return null
  const [only, second] = value.of.filter(way => way.kind !== 'parameter')
  return only?.kind === 'constant' && !second ? String(only.value) : null
}

/** Ends the shell, as `exec` does once its program has ended. */
export function runInstead(scope: Scope, command: Simple): void {
  if (command.words.length === 0) return
  oneDeeper(scope.script, command.node, undefined, () => runSimple(scope, command, scope.ends.failure))
  succeed(scope, scope.ends, spanOf(scope, command.node))
}
