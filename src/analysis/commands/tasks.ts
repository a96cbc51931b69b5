import { type Argument, constant, type Program, type Unit, type Value } from '../../program'
import type { Launcher } from '../../rules/schema'
import { lastName } from '../knowledge'
import { callsOf } from './calls'
import { joined } from './folders'
import { assignmentOf, isAssignment, valueIn, valuesOf } from './given'
import { beginningOf, restOf, wordOf } from './lines'
import { type Asked, sequenceOf } from './sequence'

/** The tasks that a command line asks for: a unit of the repository, or one made here that runs several of them. */
export interface Tasks {
  readonly unit: Unit
  readonly arguments: readonly Argument[]
  /** Units that this command line brings into being. */
  readonly made: readonly Unit[]
  /** What stands behind the name of the only task. */
  readonly rest: readonly Argument[]
}

/** What a task runner is asked for, in a folder. The first words are its own name, with options among them. */
export function tasksFor(
  program: Program,
  launcher: Launcher,
  line: readonly Argument[],
  own: number,
  directory: string,
): Tasks | null {
  const words = line.slice(own)
  const asked = askedIn(launcher, words)
  if (asked === null) return null
  for (const path of pathsAsked(launcher, line, words, directory)) {
    const found = together(launcher, line, words, tasksIn(program, launcher, path, asked, handedOn(words)))
    if (found) return { ...found, rest: found.made.length > 0 ? [] : asked.slice(1) }
  }
  return null
}

// Where the file of the tasks may lie. A folder or a file that is only named when the command runs is none that is known.
function pathsAsked(
  launcher: Launcher,
  line: readonly Argument[],
  words: readonly Argument[],
  directory: string,
): readonly string[] {
  const own = line.slice(0, line.length - handedOn(line).length)
  const [at] = launcher.folder ? plainWords(launcher, words) : valuesOf(own, launcher.directory)
  const [file] = valuesOf(own, launcher.file)
  const folder = at ? pathFrom(directory, at) : directory
  if (folder === null) return []
  // Some look for a file that is named from the folder that is named, and some from where they were started.
  const paths = file
    ? [pathFrom(folder, file), pathFrom(directory, file)]
    : launcher.files.map(name => joined(folder, name))
  return paths.filter(path => path !== null)
}

function pathFrom(folder: string, word: Argument): string | null {
  const text = wordOf(word)
  return text === null ? null : joined(folder, text)
}

// The names of tasks and what stands behind them; `null` where a name is only known when the command runs.
function askedIn(launcher: Launcher, words: readonly Argument[]): readonly Argument[] | null {
  const asked = launcher.named.length > 0 ? namedBy(launcher, words) : plainWords(launcher, words)
  const [first] = asked
  return first && wordOf(first) === null ? null : asked
}

// `-e evaluate,promote`, `-s evaluate promote`
function namedBy({ named }: Launcher, words: readonly Argument[]): readonly Argument[] {
  const found: Argument[] = []
  let open = false
  for (const word of words) {
    if (wordOf(word) === '--') break
    const inside = valueIn(word, named)
    const isOption = beginningOf(word.value)?.startsWith('-') ?? false
    if (inside !== null) found.push(...listed({ ...word, value: inside }))
    else if (open && !isOption) found.push(...listed(word))
    if (isOption) open = named.includes(wordOf(word) ?? '')
  }
  return found
}

function listed(word: Argument): Argument[] {
  const text = wordOf(word)
  if (text === null) return [word]
  const parts = text.split(',').map(name => name.trim())
  return parts.filter(name => name !== '').map(name => ({ ...word, value: constant(name) }))
}

/** The words behind a launcher's own options and variables: behind `-j$(nproc) STAGE=prod`. */
export function plainWords({ values }: Launcher, words: readonly Argument[]): readonly Argument[] {
  let at = 0
  for (let word = words[0]; word; word = words[at]) {
    if (!beginningOf(word.value)?.startsWith('-') && !isAssignment(word)) break
    at += values.includes(wordOf(word) ?? '') ? 2 : 1
  }
  return words.slice(at)
}

function tasksIn(
  program: Program,
  launcher: Launcher,
  path: string,
  words: readonly Argument[],
  behind: readonly Argument[],
): readonly Asked[] {
  if (words.length === 0 && launcher.all) return allIn(program, path, launcher.all)
  const found: Asked[] = []
  let rest = words
  do {
    const unit = taskAt(program, launcher, path, wordOf(rest[0]) ?? launcher.default)
    const takes = unit && launcher.named.length === 0
    const taken = takes ? takenBy(unit, rest.slice(1)) : { given: behind, words: 0 }
    if (unit)
      found.push(...withPre(program, unit, taken.given).flatMap(one => inList(program, launcher, one)))
    rest = rest.slice(1 + taken.words)
  } while (launcher.several !== undefined && rest.length > 0 && found.length < mostTasks)
  return found
}

const mostTasks = 20

type All = NonNullable<Launcher['all']>

// `nox` runs all sessions of its file, unless that chooses among them.
function allIn(program: Program, path: string, all: All): readonly Asked[] {
  const units = [...program.units.values()].filter(
    ({ name, decorators }) => name.startsWith(`${path}:`) && decorators.some(one => isTask(all, one)),
  )
  const chooses = units.some(({ file }) => file.text.includes(all.chosen))
  return chooses ? [] : units.slice(0, mostTasks).map(unit => ({ unit, arguments: [] }))
}

function isTask({ decorated, without }: All, decorator: Value): boolean {
  const named = decorator.kind === 'result' ? decorator.call.callee : decorator
  const isOff = ({ name, value }: Argument): boolean =>
    name === without && value.kind === 'constant' && value.value === false
  const off = decorator.kind === 'result' && decorator.call.arguments.some(isOff)
  return !off && (named.kind === 'name' || named.kind === 'field') && lastName(named.name) === decorated
}

// All environments of tox: it goes on with the next one, and ends badly where one of them did.
function inList(program: Program, { named, several }: Launcher, asked: Asked): readonly Asked[] {
  if (named.length === 0 || several !== 'anything' || !isList(asked.unit)) return [asked]
  const each = callsOf(asked.unit).flatMap(({ callee }) =>
    callee.kind === 'function' ? (program.units.get(callee.unit) ?? []) : [],
  )
  return each.slice(0, mostTasks).map(unit => ({ unit, arguments: asked.arguments }))
}

// `tox.ini:[env_list]`, `pyproject.toml:tox [env_list]`
function isList({ name }: Unit): boolean {
  const bracket = name.lastIndexOf('[')
  return (
    /^\[\w+\]$/.test(name.slice(bracket)) && /:(?:\S+ )?$/.test(name.slice(0, bracket).slice(-longestPrefix))
  )
}

const longestPrefix = 200

// `tox -e promote -- --stage prod`
function handedOn(words: readonly Argument[]): readonly Argument[] {
  const at = words.findIndex(word => wordOf(word) === '--')
  return at < 0 ? [] : words.slice(at + 1)
}

/** What a task takes of the words behind its name. */
interface Taken {
  readonly given: readonly Argument[]
  /** How many words that are. */
  readonly words: number
}

// A recipe takes as many words as it has parameters; one that hands them on takes all.
function takenBy(unit: Unit, rest: readonly Argument[]): Taken {
  if (unit.kind === 'function') return optionsAsNames(unit, rest)
  const hasRest = unit.parameters.some(({ kind }) => kind === 'rest')
  const words = hasRest ? rest.length : Math.min(rest.length, unit.parameters.length)
  return { given: rest.slice(hasRest && wordOf(rest[0]) === '--' ? 1 : 0, words), words }
}

// `inv promote --fast --stage prod` gives the parameters `fast` and `stage`.
function optionsAsNames(unit: Unit, rest: readonly Argument[]): Taken {
  const given: Argument[] = []
  let at = 0
  for (let word = rest[0]; word; word = rest[at]) {
    const option = optionIn(unit, word)
    if (!option) break
    const next = option.value === null ? rest[at + 1] : undefined
    const value = option.value ?? next?.value ?? constant(true)
    given.push({ ...word, name: option.name, value })
    at += next ? 2 : 1
  }
  return { given, words: at }
}

// An option of the task: its parameter, and its value, `null` where that is the next word.
function optionIn(
  { parameters }: Unit,
  word: Argument,
): { readonly name: string; readonly value: Value | null } | null {
  const begins = beginningOf(word.value) ?? ''
  const [whole = '', dashes, option = '', equals] = /^(--?)([A-Za-z][\w-]*)(=?)/.exec(begins) ?? []
  const name = option.replaceAll('-', '_')
  const found = parameters.find(one => one.name === name || (dashes === '-' && one.name.startsWith(name)))
  if (!dashes || !found) return null
  if (equals) return { name: found.name, value: restOf(word.value, whole.length) }
  const isFlag = found.default?.kind === 'constant' && typeof found.default.value === 'boolean'
  return { name: found.name, value: isFlag ? constant(true) : null }
}

// Without a name it is the first task of the file.
function taskAt(program: Program, { group }: Launcher, path: string, name: string | undefined): Unit | null {
  const start = `${path}:${group === undefined ? '' : `${group} `}`
  if (/\.py$/.test(path)) return name === undefined ? null : functionNamed(program, path, name)
  if (name !== undefined) return program.units.get(`${start}${name}`) ?? null
  for (const [key, unit] of program.units) if (key.startsWith(start)) return unit
  return null
}

// `promote-model` is `def promote_model`, or what a decorator calls so; `promote-3.12` is `promote` once more.
function functionNamed(program: Program, path: string, name: string): Unit | null {
  const bare = name.endsWith(')') ? name.replace(/\([\s\S]*/, '') : name
  const plain = bare.replace(/-\d[\w.]*$/, '').replaceAll('-', '_')
  const own = program.units.get(`${path}:${plain}`)
  if (own?.decorators.length) return own
  for (const [key, unit] of program.units)
    if (key.startsWith(`${path}:`) && unit.decorators.some(decorator => isCalled(decorator, name)))
      return unit
  return null
}

function isCalled(decorator: Value, name: string): boolean {
  if (decorator.kind !== 'result') return false
  const given = decorator.call.arguments.find(argument => argument.name === 'name')?.value
  return given?.kind === 'constant' && given.value === name
}

// `@task(evaluate)`, `@task(pre=[evaluate], post=[announce])`: what runs around a function.
function withPre(program: Program, unit: Unit, given: readonly Argument[]): readonly Asked[] {
  const calls = unit.decorators.flatMap(d => (d.kind === 'result' ? d.call.arguments : []))
  const named = (name: string | null): Asked[] =>
    calls
      .filter(argument => argument.name === name)
      .flatMap(({ value }) => functionsIn(program, value))
      .filter(other => other !== unit)
      .map(other => ({ unit: other, arguments: [] }))
  if (unit.kind !== 'function') return [{ unit, arguments: given }]
  return [...named(null), ...named('pre'), { unit, arguments: given }, ...named('post')]
}

function functionsIn(program: Program, value: Value): readonly Unit[] {
  if (value.kind === 'collection') return value.items.flatMap(item => functionsIn(program, item))
  const bound =
    value.kind === 'variable' ? (program.units.get(value.unit)?.bound.get(value.name) ?? []) : [value]
  return bound.flatMap(one => (one.kind === 'function' ? (program.units.get(one.unit) ?? []) : []))
}

function together(
  launcher: Launcher,
  line: readonly Argument[],
  words: readonly Argument[],
  asked: readonly Asked[],
): Omit<Tasks, 'rest'> | null {
  const variables = [...words, ...valuesOf(words, launcher.environment)].flatMap(
    word => assignmentOf(word) ?? [],
  )
  const [first, second] = asked
  const word = words[0] ?? line[0]
  if (!first) return null
  if (!second || !word) return { unit: first.unit, arguments: [...first.arguments, ...variables], made: [] }
  const turned = words.some(one => launcher.unless.includes(wordOf(one) ?? ''))
  const unit = sequenceOf(asked, variables, (launcher.several === 'success') !== turned, word.span)
  return { unit, arguments: variables, made: [unit] }
}
