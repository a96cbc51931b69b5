import type { Argument, Program, Unit } from '../../program'
import type { Launcher } from '../../rules/schema'
import type { Knowledge } from '../knowledge'
import { wordOf } from './lines'

/** A unit of the repository that a command runs, and what it is given. */
export interface Launched {
  readonly unit: Unit
  readonly arguments: readonly Argument[]
}

/** What is left of a command line when what only starts another command is taken off: `sudo`, `uv run`, `timeout 5`. */
export function unwrap(knowledge: Knowledge, words: readonly Argument[]): readonly Argument[] {
  let rest = words
  for (let steps = 0; steps < 8; steps += 1) {
    const launcher = launcherOf(knowledge, rest, 'command')
    if (!launcher) return rest
    const inner = behindOptions(launcher, rest)
    rest = inner.slice(launcher.skip).filter((word, i) => i > 0 || !isAssignment(word))
    while (isAssignment(rest[0])) rest = rest.slice(1)
    if (rest.length === 0) return words
  }
  return rest
}

/** `python -m pytest tests`, where the module is none of the repository: what is left is a command of its own. */
export function moduleRun(knowledge: Knowledge, words: readonly Argument[]): readonly Argument[] | null {
  const launcher = launcherOf(knowledge, words, 'script')
  if (launcher?.module === undefined) return null
  const [option, ...rest] = behindOptions(launcher, words)
  return wordOf(option) === launcher.module && rest.length > 0 ? rest : null
}

/** What a launcher is asked to run, as it is written: a file, a module, a task; `null` where the words begin with no launcher. */
export function askedFor(knowledge: Knowledge, words: readonly Argument[]): string | null {
  const launcher = launcherOf(knowledge, words, 'script') ?? launcherOf(knowledge, words, 'task')
  if (!launcher) return null
  const [first, second] = behindOptions(launcher, words).filter(word => !isAssignment(word))
  return wordOf(wordOf(first) === launcher.module ? second : first) ?? launcher.default ?? ''
}

function isAssignment(word: Argument | undefined): boolean {
  return /^[A-Za-z_]\w*=/.test(wordOf(word) ?? '')
}

/** The unit of the repository that a command runs from a folder; `null` where it runs none that was read. */
export function launchedBy(
  program: Program,
  knowledge: Knowledge,
  words: readonly Argument[],
  directory: string,
): Launched | null {
  const [first, ...others] = words
  const name = wordOf(first) ?? ''
  if (name.includes('/')) {
    const unit = unitAt(program, directory, name)
    if (unit) return { unit, arguments: others }
  }
  const script = launcherOf(knowledge, words, 'script')
  if (script) return runScript(program, script, words, directory)
  const task = launcherOf(knowledge, words, 'task')
  return task ? runTask(program, task, words, directory) : null
}

function launcherOf(
  knowledge: Knowledge,
  words: readonly Argument[],
  runs: Launcher['runs'],
): Launcher | null {
  const first = baseName(wordOf(words[0]) ?? '')
  const found = (knowledge.launchers.get(first) ?? []).filter(launcher => launcher.runs === runs)
  return found.find(launcher => ownWords(launcher, words) > 0) ?? null
}

// `/usr/bin/python3.11` is a Python.
function baseName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return /^python[\d.]+$/.test(base) ? 'python3' : base
}

/** How many words name the launcher itself: two for `uv run`. */
function ownWords(launcher: Launcher, words: readonly Argument[]): number {
  const texts = words.slice(0, 4).map((word, i) => (i === 0 ? baseName(wordOf(word) ?? '') : wordOf(word)))
  const spelled = launcher.command.map(command => command.split(' '))
  const matching = spelled.find(parts => parts.every((part, i) => part === texts[i]))
  return matching?.length ?? 0
}

// Options of a launcher stand in front of what it launches.
function behindOptions(launcher: Launcher, words: readonly Argument[]): readonly Argument[] {
  let rest = words.slice(ownWords(launcher, words))
  while (rest.length > 0) {
    const text = wordOf(rest[0])
    if (text === null || !text.startsWith('-') || text === '-' || launcher.module === text) break
    rest = rest.slice(launcher.values.includes(text) ? 2 : 1)
    if (text === '--') break
  }
  return rest
}

function runScript(
  program: Program,
  launcher: Launcher,
  words: readonly Argument[],
  directory: string,
): Launched | null {
  const [first, ...others] = behindOptions(launcher, words)
  const text = wordOf(first)
  if (text === null) return null
  if (launcher.module !== undefined && text === launcher.module) {
    const module = wordOf(others[0])
    const unit = module === null ? null : moduleAt(program, directory, module)
    return unit ? { unit, arguments: others.slice(1) } : null
  }
  const unit = unitAt(program, directory, text)
  return unit ? { unit, arguments: others } : null
}

function runTask(
  program: Program,
  launcher: Launcher,
  words: readonly Argument[],
  directory: string,
): Launched | null {
  const rest = words.slice(ownWords(launcher, words))
  const at = launcher.directory ? optionOf(rest, launcher.directory) : null
  const folder = joined(directory, at ?? '')
  const [task] = behindOptions(launcher, words).filter(word => !isAssignment(word))
  if (folder === null || (task && wordOf(task) === null)) return null
  const name = wordOf(task) ?? launcher.default
  for (const file of launcher.files) {
    const path = joined(folder, file)
    const unit = path === null ? null : taskAt(program, path, name)
    if (unit) return { unit, arguments: rest.filter(word => isAssignment(word)) }
  }
  return null
}

// Without a name it is the first task of the file.
function taskAt(program: Program, path: string, name: string | undefined): Unit | null {
  if (name !== undefined) return program.units.get(`${path}:${name}`) ?? null
  for (const [key, unit] of program.units) if (key.startsWith(`${path}:`)) return unit
  return null
}

function optionOf(words: readonly Argument[], option: string): string | null {
  const at = words.findIndex(word => wordOf(word) === option)
  return at < 0 ? null : wordOf(words[at + 1])
}

function unitAt(program: Program, directory: string, path: string): Unit | null {
  const at = joined(directory, path)
  if (at === null) return null
  return program.units.get(at) ?? program.units.get(`${at}/__main__.py`) ?? null
}

// `python -m pkg.mod` looks in the folder it runs in; `src` is where projects that install themselves keep theirs.
function moduleAt(program: Program, directory: string, module: string): Unit | null {
  const path = module.replaceAll('.', '/')
  for (const root of [directory, joined(directory, 'src') ?? directory, '', 'src'])
    for (const end of ['.py', '/__main__.py']) {
      const unit = program.units.get(joined(root, `${path}${end}`) ?? '')
      if (unit) return unit
    }
  return null
}

/** A path from a folder, both from the root; `null` where it leads out of the tree. */
export function joined(directory: string, path: string): string | null {
  if (path.startsWith('/')) return null
  const parts: string[] = directory === '' ? [] : directory.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}
