import type { Argument, Program, Unit } from '../../program'
import type { Launcher } from '../../rules/schema'
import type { Knowledge } from '../knowledge'
import { folderOf, joined } from './folders'
import { isAssignment } from './given'
import { type Asked, buildOf, findImages, type Images } from './images'
import { type Container, containerOf } from './inside'
import { behindOptions, folderEntered, innermost, launcherOf, launchersOf, ownWords } from './launchers'
import { partsOf, wordOf } from './lines'
import { onHost, type Place } from './places'
import { plainWords, type Tasks, tasksFor } from './tasks'
import { type Ground, type Stand, seenFrom } from './worktree'

/** A unit of the repository that a command runs, and what it is given. */
export interface Launched {
  readonly unit: Unit
  readonly arguments: readonly Argument[]
  /** Units that the command line brings into being. */
  readonly made: readonly Unit[]
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
    if (unit) return { unit, arguments: others, made: [] }
  }
  const script = launcherOf(knowledge, words, 'script')
  if (script) {
    const inner = moduleRun(knowledge, words)
    const ran = runScript(program, script, words, directory)
    // `python -m uvicorn churn.app:app`
    return (
      ran ??
      (inner && inner.length < words.length
        ? launchedBy(program, knowledge, innermost(knowledge, inner), directory)
        : null)
    )
  }
  for (const task of launchersOf(knowledge, words, 'task')) {
    const found = tasksFor(program, task, words, ownWords(task, words), directory)
    const inside = found && task.inside && found.rest.length > 0
    if (found) return inside ? runsInside(program, knowledge, found, directory) : found
  }
  const builder = launcherOf(knowledge, words, 'build')
  const built = builder && buildOf(program, askedOf(builder, words), directory)
  if (built) return { unit: built, arguments: [], made: [] }
  const unit = name.includes('/') ? null : installedAs(program, name, directory)
  return unit && { unit, arguments: others, made: [] }
}

// `docker compose run trainer python promote.py`
function runsInside(
  program: Program,
  knowledge: Knowledge,
  { unit, arguments: given, rest }: Tasks,
  directory: string,
): Launched | null {
  const words = innermost(knowledge, rest)
  for (const folder of [folderOf(unit.file.path), directory, '']) {
    const launched = launchedBy(program, knowledge, words, folder)
    if (launched) return { ...launched, arguments: [...launched.arguments, ...given] }
  }
  return null
}

function askedOf(launcher: Launcher, words: readonly Argument[]): Asked {
  return { launcher, words: words.slice(ownWords(launcher, words)) }
}

const images = new WeakMap<Knowledge, WeakMap<Program, Images>>()

function imagesOf(program: Program, knowledge: Knowledge): Images {
  const own = images.get(knowledge) ?? new WeakMap<Program, Images>()
  images.set(knowledge, own)
  const known = own.get(program)
  if (known) return known
  const found = findImages({ program, worktrees: knowledge.worktrees }, call => {
    const words = innermost(knowledge, partsOf(call).words)
    const launcher = launcherOf(knowledge, words, 'build')
    return launcher && askedOf(launcher, words)
  })
  own.set(program, found)
  return found
}

/** What a command starts in a container, and where it runs there. */
export interface Inside {
  readonly launched: Launched
  readonly places: readonly Place[]
}

/** What a command starts in a container: of an image that the same file builds, or with files of the repository in it. */
export function launchedInside(
  ground: Ground,
  knowledge: Knowledge,
  words: readonly Argument[],
  file: string,
  stand: Stand,
): Inside | null {
  const launcher = launcherOf(knowledge, words, 'image')
  if (!launcher) return null
  const harbour = { ...ground, images: imagesOf(ground.program, knowledge) }
  const found = containerOf(harbour, askedOf(launcher, words), file, stand)
  const inside = found && startedIn(ground, knowledge, found)
  if (!inside) return null
  const { launched } = inside
  return { ...inside, launched: { ...launched, arguments: [...launched.arguments, ...found.environment] } }
}

function startedIn(ground: Ground, knowledge: Knowledge, container: Container): Inside | null {
  const { program } = ground
  const { unit, words, places } = container
  const code = words.findIndex(({ value }) => value.kind === 'function')
  const brought = words[code]?.value
  const script = brought?.kind === 'function' ? program.units.get(brought.unit) : undefined
  if (script) return { launched: { unit: script, arguments: words.slice(code + 1), made: [] }, places }
  if (unit) return { launched: { unit, arguments: words, made: [] }, places: [onHost(''), ...places] }
  for (const place of places) {
    const seen = seenFrom(ground, { start: place, directory: '' }, innermost(knowledge, words))
    const launched = seen && launchedBy(program, knowledge, seen.words, seen.folder)
    if (launched) return { launched, places: [place] }
  }
  return null
}

/** The command line that runs in a container; `null` where none does. */
export function contained(knowledge: Knowledge, words: readonly Argument[]): readonly Argument[] | null {
  const launcher = launcherOf(knowledge, words, 'image')
  const [, ...inner] = launcher ? plainWords(launcher, askedOf(launcher, words).words) : []
  return inner.length > 0 ? innermost(knowledge, inner) : null
}

const commands = new WeakMap<Program, Map<string, Unit[]>>()

// A command that a project of the repository brings along; of several projects, the nearest around the folder.
function installedAs(program: Program, name: string, directory: string): Unit | null {
  let known = commands.get(program)
  if (!known) {
    known = new Map()
    for (const unit of program.units.values()) {
      const command = unit.name.split(':[scripts] ').slice(1).join(':[scripts] ')
      if (command !== '') known.set(command, [...(known.get(command) ?? []), unit])
    }
    commands.set(program, known)
  }
  const found = known.get(name) ?? []
  const around = found.filter(({ file }) => isAround(folderOf(file.path), directory))
  const [nearest] = around.sort((a, b) => b.file.path.length - a.file.path.length)
  return nearest ?? found[0] ?? null
}

function isAround(folder: string, directory: string): boolean {
  return folder === '' || `${directory}/`.startsWith(`${folder}/`)
}

function runScript(
  program: Program,
  launcher: Launcher,
  words: readonly Argument[],
  directory: string,
): Launched | null {
  const behind = behindOptions(launcher, words)
  const [first, ...others] = behind
  const text = wordOf(first)
  const folder = folderEntered(launcher, words.slice(0, words.length - behind.length), directory)
  if (text === null || folder === null) return null
  if (launcher.module !== undefined && text === launcher.module) {
    const module = wordOf(others[0])
    const unit = module === null ? null : moduleAt(program, folder, module)
    return unit ? { unit, arguments: others.slice(1), made: [] } : null
  }
  // `uvicorn churn.app:app`
  const [, module] = /^(\w+(?:\.\w+)*):\w+/.exec(text) ?? []
  const unit = module === undefined ? unitAt(program, folder, text) : moduleAt(program, folder, module)
  return unit ? { unit, arguments: others, made: [] } : null
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
