import { unknown, type Value } from '../../program'
import { bind, goTo, lookUp } from '../builder'
import type { Node } from '../parser'
import { argumentOf, nameOf, placeOf, runInstead, runProgram, type Simple, without } from './commands'
import { numberOf } from './comparisons'
import { declareWords, fill } from './declarations'
import { readVariable } from './expansions'
import { enterFolder, pathFromVariable } from './folders'
import { definitionOf } from './functions'
import { setMode } from './mode'
import { directoryOf, enter, kept, type Scope, spanOf, succeeded, type Target, textOf } from './scope'
import { addCommand, blockOf, decide, endWith, failTo, leadOn, startDead, targetOf } from './status'
import { print } from './substitutions'
import { readTestWords } from './tests'

type Builtin = (scope: Scope, command: Simple, failure: Target) => void

/** Commands of the shell itself that change where control goes or what names stand for. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['cd', (scope, command) => changeFolder(scope, command)],
  ['pushd', (scope, command) => changeFolder(scope, command)],
  ['popd', (scope, command) => changeFolder(scope, command)],
  ['set', runSet],
  ['shift', runShift],
  ['exit', (scope, command) => runEnd(scope, command, true)],
  ['return', (scope, command) => runEnd(scope, command, false)],
  ['break', (scope, command) => jump(scope, command, 'after')],
  ['continue', (scope, command) => jump(scope, command, 'again')],
  ['exec', (scope, command) => runInstead(scope, without(command, 1))],
  ['eval', runEval],
  ['source', runSource],
  ['.', runSource],
  ['trap', runTrap],
  ['read', runRead],
  ['mapfile', runFill],
  ['readarray', runFill],
  ['getopts', runFill],
  ['printf', runPrintf],
  ['true', nothing],
  [':', nothing],
  ['shopt', nothing],
  ['umask', nothing],
  ['let', nothing],
  [
    'false',
    (scope, command, failure) => failTo(scope, targetOf(scope, failure), spanOf(scope, command.node)),
  ],
  ['test', runTestWords],
  ...['export', 'readonly', 'local', 'declare', 'typeset'].map((name): [string, Builtin] => [
    name,
    (scope, command) => declareWords(scope, command.words.slice(1)),
  ]),
])

// What does nothing but print never fails where anyone looks.
const harmless = new Set([
  'echo',
  'printf',
  'pwd',
  'dirname',
  'basename',
  'sleep',
  'hash',
  'alias',
  'unalias',
  'jobs',
  'clear',
])

/** Whether a command cannot fail in practice. */
export function isHarmless(name: string): boolean {
  return harmless.has(name)
}

function nothing(): void {}

function textsOf(command: Simple): string[] {
  return command.words.slice(1).map(word => nameOf(word.value) ?? '')
}

// A folder that is not there would end the script or not; either way nothing runs in another one.
function changeFolder(scope: Scope, command: Simple): void {
  const name = nameOf(command.words[0]?.value ?? unknown)
  const [target] = command.words.slice(1).filter(word => !/^(-[LPe@]+|--)$/.test(nameOf(word.value) ?? ''))
  const from = directoryOf(scope)
  if (name === 'popd') return enter(scope, scope.folders.pop() ?? null)
  if (name === 'pushd') scope.folders.push(from)
  const to = target ? (nameOf(target.value) ?? pathFromVariable(scope.script, target.value)) : null
  enter(scope, to === null ? null : enterFolder(from, to))
}

function runSet(scope: Scope, command: Simple): void {
  const words = textsOf(command)
  scope.mode = setMode(scope.mode, words)
  const others = words.filter((word, i) => !/^[-+]/.test(word) && !/^[-+]\w*o$/.test(words[i - 1] ?? ''))
  if (words.includes('--') || others.length > 0) bind(scope.builder, kept.shifted, unknown)
}

function runShift(scope: Scope, command: Simple): void {
  const by = Number(textsOf(command)[0] ?? '1')
  const before = readShift(scope)
  const known = before !== null && Number.isInteger(by) && by >= 0
  bind(scope.builder, kept.shifted, known ? { kind: 'constant', value: before + by } : unknown)
}

function readShift(scope: Scope): number | null {
  const value = lookUp(scope.builder, kept.shifted)
  return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null
}

function runEnd(scope: Scope, command: Simple, all: boolean): void {
  const [status] = command.words.slice(1)
  const value = numberOf(status ? status.value : readVariable(scope, '?'))
  endWith(scope, value, all ? scope.ends : scope.returns, spanOf(scope, command.node))
}

function jump(scope: Scope, command: Simple, to: 'after' | 'again'): void {
  const levels = Number(textsOf(command)[0] ?? '1')
  const loop = scope.loops.at(-Math.max(1, Number.isInteger(levels) ? levels : 1)) ?? scope.loops[0]
  if (!loop) return
  bind(scope.builder, loop.flag, succeeded)
  goTo(scope.builder, blockOf(scope, loop[to]))
  startDead(scope)
}

// What is evaluated is not known before it runs: it may do anything, and fail.
function runEval(scope: Scope, command: Simple, failure: Target): void {
  const args = command.words.slice(1).map(argumentOf)
  const call = addCommand(scope, unknown, args, placeOf(scope, command))
  print(scope, { kind: 'result', call })
  leadOn(scope, [targetOf(scope, failure)])
}

function runSource(scope: Scope, command: Simple, failure: Target): void {
  const callee: Value = { kind: 'command', name: 'source', directory: directoryOf(scope) }
  const args = command.words.slice(1).map(argumentOf)
  addCommand(scope, callee, args, placeOf(scope, command))
  leadOn(scope, [targetOf(scope, failure)])
}

// `trap '…; exit 1' ERR` ends the script as `-e` does; a trap that only reports does not.
function runTrap(scope: Scope, command: Simple): void {
  const [handler = '', ...signals] = textsOf(command).filter(word => word !== '--')
  if (!signals.includes('ERR')) return
  const definition = definitionOf(scope, handler.trim().split(/\s/)[0] ?? '')
  const text = definition ? definition.text : handler
  scope.mode = { ...scope.mode, trapped: /\bexit\b(?!\s+0\b)/.test(text) }
}

const takesValue = /^-\w*[adinNptu]$/

function runRead(scope: Scope, command: Simple, failure: Target): void {
  const texts = textsOf(command)
  const names = texts.filter((word, i) => /^[A-Za-z_]\w*$/.test(word) && !takesValue.test(texts[i - 1] ?? ''))
  runProgram(scope, command, failure, result => fill(scope, names.length > 0 ? names : ['REPLY'], result))
}

function runFill(scope: Scope, command: Simple, failure: Target): void {
  const names = textsOf(command).filter(word => /^[A-Za-z_]\w*$/.test(word))
  const rest = scope.parameters[scope.positional]?.kind === 'rest'
  const given: Value = { kind: 'parameter', unit: scope.unit, index: scope.positional }
  const isOptions = nameOf(command.words[0]?.value ?? unknown) === 'getopts'
  runProgram(scope, command, failure, result => fill(scope, names, isOptions ? unknown : result))
  if (isOptions) fill(scope, ['OPTARG'], rest ? { kind: 'item', of: given, key: unknown } : unknown)
}

function runPrintf(scope: Scope, command: Simple, failure: Target): void {
  const texts = textsOf(command)
  if (texts[0] !== '-v') {
    runProgram(scope, command, failure)
    return
  }
  fill(scope, [texts[1] ?? ''], command.words[3]?.value ?? textOf(scope.script, texts[2] ?? ''))
}

function runTestWords(scope: Scope, command: Simple, failure: Target): void {
  const nodes: Node[] = command.nodes.slice(1)
  decide(scope, failure, spanOf(scope, command.node), (yes, no) => readTestWords(scope, nodes, yes, no))
}
