import { normalise } from '../../frontends/requirements/requirement'
import {
  type Argument,
  type Call,
  constant,
  type Inclusion,
  onDisk,
  type Program,
  type Setting,
  type Unit,
} from '../../program'
import { joined } from '../commands/folders'
import { moduleRun } from '../commands/launch'
import { innermost } from '../commands/launchers'
import { partsOf } from '../commands/lines'
import type { Linked } from '../linked'
import { hole } from '../possible'
import { commandLine } from './environments'
import { type Asked, askedOf, installerOf, rangeAsked } from './installers'
import { folderOf, placesOfFile } from './places'
import { linesStarted, wordText } from './started'

/** What commands install, and the constraints that they put on files of requirements. */
export interface Installed {
  readonly settings: readonly Setting[]
  readonly includes: readonly Inclusion[]
}

/** A command that installs, and where it stands. */
interface Installing {
  /** The folder in which it runs, from the top; empty where that is not known. */
  readonly directory: string
  readonly asked: Asked
  readonly unit: Unit
}

/** Reads the command lines of a program that install packages. */
export function installedIn(linked: Linked): Installed {
  const starts = startsIn(linked.program)
  const commands = [...linked.program.units.values()].flatMap(unit =>
    unit.blocks.flatMap(({ facts }) =>
      facts.flatMap(fact => (fact.kind === 'call' ? commandsOf(linked, starts, unit, fact) : [])),
    ),
  )
  const settings = commands.slice(0, mostCommands).flatMap(command => settingsOf(linked, command))
  const limiting = commands.filter(({ asked }) => asked.packages.length > 0 && asked.constraints.length > 0)
  const brought = limiting.slice(0, mostLimiting).flatMap(command => broughtBy(linked, command))
  return { settings: [...settings, ...brought], includes: constraintsIn(linked, commands) }
}

const mostCommands = 5000
const mostLimiting = 100

function commandsOf(linked: Linked, starts: Starts, unit: Unit, call: Call): Installing[] {
  const { callee } = call
  if (callee.kind !== 'command') {
    return linesStarted(linked, call).flatMap(texts => {
      const words = texts.map(text => ({ name: null, value: constant(text), span: call.span }))
      return installing(linked, unit, '', words)
    })
  }
  const place = callee.directory?.replace(/^\//, '') ?? ''
  return installing(linked, unit, joined(starts.get(unit.name) ?? '', place) ?? '', partsOf(call).words)
}

function installing(linked: Linked, unit: Unit, directory: string, words: readonly Argument[]): Installing[] {
  const inner = innermost(linked.knowledge, words)
  const plain = (moduleRun(linked.knowledge, inner) ?? inner).slice(0, mostWords)
  const texts = plain.map(word => wordText(linked, word))
  const installer = installerOf(linked.knowledge, texts)
  return installer ? [{ asked: askedOf(installer, texts, plain), directory, unit }] : []
}

const mostWords = 300

type Starts = ReadonlyMap<string, string>

// By unit: the folder in which its caller starts it, where there is one only.
function startsIn({ units }: Program): Starts {
  const starts = new Map<string, string>()
  for (const unit of units.values())
    for (const { facts } of unit.blocks)
      for (const fact of facts) {
        if (fact.kind !== 'call' || fact.callee.kind !== 'function') continue
        const given = fact.arguments.find(({ name }) => name === 'PWD')?.value
        const place = given?.kind === 'constant' ? String(given.value) : ''
        const before = starts.get(fact.callee.unit)
        starts.set(fact.callee.unit, before === undefined || before === place ? place : '')
      }
  return starts
}

function settingsOf(linked: Linked, command: Installing): readonly Setting[] {
  const within = placesOf(linked, command)
  const limits = limitsOf(linked, command, within).filter(({ marker }) => marker === null)
  return command.asked.packages.flatMap(({ text, word }): Setting[] => {
    const found = rangeAsked(command.asked.installer, text.split(hole)[0] ?? '', text.includes(hole))
    if (!found) return []
    const written = text.replaceAll(hole, '…').slice(0, 120)
    const span = onDisk(word.span)
    const own: Setting = { kind: 'setting', ...found, written, how: 'installed', part: '', within, span }
    return [
      limited(
        own,
        limits.find(limit => isSame(limit, own)),
      ),
    ]
  })
}

// What a package brings along has to fit its constraints as well.
function broughtBy(linked: Linked, command: Installing): readonly Setting[] {
  const named = command.asked.packages.map(({ text }) => rangeAsked(command.asked.installer, text, true))
  return limitsOf(linked, command, placesOf(linked, command)).filter(
    limit => !named.some(one => one !== null && isSame(one, limit)),
  )
}

// Both hold; what says nothing of a version leaves it to the constraint.
function limited(own: Setting, limit: Setting | undefined): Setting {
  if (!limit) return own
  return own.range === ''
    ? { ...limit, marker: own.marker }
    : { ...own, range: `${own.range},${limit.range}` }
}

function isSame(a: Pick<Setting, 'package'>, b: Pick<Setting, 'package'>): boolean {
  return normalise(a.package) === normalise(b.package)
}

// `pip install torch -c constraints.txt`
function limitsOf(linked: Linked, command: Installing, within: readonly string[]): readonly Setting[] {
  const paths = new Set(command.asked.constraints.flatMap(path => filesAt(linked, command, path)))
  if (paths.size === 0) return []
  const limits = linked.program.settings.filter(one => paths.has(one.span.file.path))
  return limits.map(one => ({ ...one, how: 'installed', part: '', within }))
}

function filesAt({ program }: Linked, { unit, directory }: Installing, path: string): readonly string[] {
  const own = folderOf(onDisk(unit.span).file.path)
  const starts = [...new Set([directory, own, ''])]
  const found = starts.flatMap(start => joined(start, path) ?? []).find(place => program.files.has(place))
  return found === undefined ? [] : [found]
}

// A file of requirements has the constraints that every command gives it; those of a command that names packages are its own.
function constraintsIn(linked: Linked, commands: readonly Installing[]): Inclusion[] {
  const given = new Map<string, ReadonlySet<string>>()
  const own: Inclusion[] = []
  for (const command of commands) {
    const constraints = new Set(command.asked.constraints.flatMap(path => filesAt(linked, command, path)))
    for (const path of command.asked.requirements.flatMap(one => filesAt(linked, command, one))) {
      const before = given.get(path)
      given.set(path, before ? new Set([...before].filter(one => constraints.has(one))) : constraints)
    }
    if (command.asked.packages.length > 0) for (const to of constraints) own.push({ from: commandLine, to })
  }
  return [
    ...own.filter(({ to }) => /constraint/i.test(to)),
    ...[...given].flatMap(([from, all]) => [...all].map(to => ({ from, to }))),
  ]
}

// A notebook or a document installs for itself; a container for what is copied to where the command runs.
function placesOf({ program }: Linked, { unit, directory }: Installing): readonly string[] {
  const { path } = onDisk(unit.span).file
  if (/\.(ipynb|md|mdx|rmd|qmd|rst|pyw?)$/i.test(path)) return [path]
  const own = folderOf(path)
  const folders = directory === '' || directory === own ? [] : foldersMeant(own, directory)
  const known = folders.find(folder => [...program.paths].some(one => one.startsWith(`${folder}/`)))
  return known === undefined ? placesOfFile(path, true) : [known]
}

// Which folder an image is built from is not always known: it may be any above that of its file.
function foldersMeant(own: string, directory: string): readonly string[] {
  const inside = joined(own, directory)
  const steps = own.split('/')
  const below = directory.startsWith(`${own}/`) ? directory.slice(own.length + 1) : null
  const others =
    below === null ? [] : steps.map((_, i) => [...steps.slice(0, steps.length - 1 - i), below].join('/'))
  return [directory, ...(inside === null ? [] : [inside]), ...others]
}
