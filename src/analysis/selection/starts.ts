import { addTo } from '../../base/groups'
import { remembered } from '../../base/once'
import type { SourceFile } from '../../program'
import { nearby } from './evidence'
import { openNeighbourhood, within } from './neighbours'
import type { Outline, Outlines } from './outline'
import { entriesIn, lastStep, type Named, openScripts, placesOf } from './scripts'
import { anyOf, type Starting } from './starting'

/** A Python file that starts others. */
export interface Start {
  readonly path: string
  /** Where it names what it starts. */
  readonly offsets: readonly number[]
  /** The Python files of the repository that it starts. */
  readonly started: readonly string[]
  /** Whether it starts a script of a shell: what that leads to is not asked here. */
  readonly shell: boolean
  /** The Python files that scripts of a shell and files of tasks name, which it starts. */
  readonly behind: readonly string[]
  /** Whether one of those holds what may be a sink. */
  readonly commands: boolean
  /** Whether a program may start any of its functions as a task. */
  readonly tasks: boolean
}

/** What is known of starting other files. */
export interface Starters {
  /** The calls that do, by their names. */
  readonly calls: readonly string[]
  readonly starting: Starting
  /** By the name of a program that runs tasks: the names of the files that hold them. */
  readonly runners: ReadonlyMap<string, readonly string[]>
  /** The names of files that hold tasks. */
  readonly tasks: ReadonlySet<string>
  /** Whether a text holds a command that is a sink. */
  readonly commands: (text: string) => boolean
}

/** The Python files that start others of the repository by one of these calls, or as tasks have such a name. */
export function findStarts(
  files: readonly SourceFile[],
  outlines: Outlines,
  starters: Starters,
): readonly Start[] {
  const {
    tasks,
    starting: { starts },
  } = starters
  const roots = [...new Set(starters.calls.map(call => call.split(/[.(]/)[0] ?? ''))].join('|')
  const runs = new RegExp(`^[ \\t]*(?:import|from)\\s+(?:${roots})\\b`, 'm')
  const isTasks = ({ path, text }: SourceFile) => tasks.has(lastStep(path)) && runs.test(text)
  const told = openTold(files, outlines, starters)
  const starting = [...outlines.byPath.values()].filter(
    outline => starts(outline) || tasks.has(lastStep(outline.file.path)),
  )
  const direct = new Set(starting.map(({ file }) => file.path))
  // Who has a function of its own for that names the script in another file.
  const reached = within(openNeighbourhood(outlines), [...direct], nearby)
  return [...outlines.byPath.values()].flatMap((outline): Start[] => {
    const { file } = outline
    if (!reached.has(file.path) && !file.container) return []
    if (!file.container && !tasks.has(lastStep(file.path)) && !namesAny(outline, told.brought)) return []
    const { shell, ...rest } = told.of(file)
    const start = { ...rest, shell: shell && direct.has(file.path), tasks: isTasks(file) }
    return start.offsets.length > 0 || start.tasks ? [start] : []
  })
}

/** What files say of what they start. */
interface Told {
  /** Finds the names of programs that the repository brings along; `null` where it brings none. */
  readonly brought: RegExp | null
  readonly of: (file: SourceFile) => Omit<Start, 'tasks'>
}

// Most files name nothing that could be started.
function namesAny(outline: Outline, brought: RegExp | null): boolean {
  return outline.sketch.names || (brought !== null && outline.matches(brought))
}

function openTold(files: readonly SourceFile[], outlines: Outlines, { runners, commands }: Starters): Told {
  const { filesIn, at } = openScripts(outlines)
  const shells = shellsOf(files)
  const others = otherFiles(files, shells, runners)
  const entries = entriesOf(files)
  // `./bin/release`: without an ending it is told by its folder.
  const bare = [...shells].filter(name => !isShell(name))
  const patternOf = (programs: readonly string[]): string =>
    `(?:["'](?:${anyOf(programs)})|/(?:${anyOf(bare)}))(?=["' ])`
  const started = new RegExp(patternOf([...runners.keys(), ...entries.keys()]), 'g')
  const brought = entries.size + bare.length === 0 ? null : new RegExp(patternOf([...entries.keys()]))
  // Many files name the same ones.
  const behind = remembered((text: string) => filesIn(text).map(script => script.path))
  const holds = remembered(commands)
  const of: Told['of'] = file => {
    const { path, text } = file
    const scripts: readonly Named[] = [...filesIn(text), ...runModules(text, outlines), ...runIn(file, at)]
    const words = [...wordsIn(text, started), ...shellsIn(text)]
    const named = words.flatMap(({ name, index }) => {
      const modules = placesOf(entries.get(name) ?? '', outlines).map(module => ({ path: module, at: index }))
      const texts = others.get(name) ?? []
      return texts.length > 0 || modules.length > 0 ? [{ at: index, texts, modules }] : []
    })
    const python = [...scripts, ...named.flatMap(({ modules }) => modules)].filter(one => one.path !== path)
    const texts = [...new Set(named.flatMap(one => one.texts))]
    return {
      path,
      offsets: [...python, ...named].map(one => one.at),
      started: [...new Set(python.map(one => one.path))],
      shell: words.some(({ name }) => shells.has(name)),
      behind: texts.flatMap(behind),
      commands: texts.some(holds),
    }
  }
  return { brought, of }
}

interface Word {
  readonly name: string
  readonly index: number
}

function wordsIn(text: string, pattern: RegExp): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ name: word.slice(1), index }))
}

function shellsIn(text: string): Word[] {
  return Array.from(text.matchAll(/\.(?:ba|z|k)?sh\b/g), ({ 0: ending, index }) => {
    const before = /[\w-]*$/.exec(text.slice(Math.max(0, index - longestName), index))?.[0] ?? ''
    return { name: before + ending, index }
  })
}

const longestName = 200

function isShell(name: string): boolean {
  return /\.(?:ba|z|k)?sh$/.test(name)
}

const shebang = /^#![^\n]{0,100}\b(?:ba|da|z|k)?sh\b/

/** The names of the files that are scripts of a shell. */
function shellsOf(files: readonly SourceFile[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of files) {
    const name = lastStep(file.path)
    // Only of what has no ending is the text looked at.
    if (isShell(name) || (!name.includes('.') && shebang.test(file.text))) found.add(name)
  }
  return found
}

/** By the name of a script of a shell, and by that of a program that runs tasks: the texts of what it is or runs. */
function otherFiles(
  files: readonly SourceFile[],
  shells: ReadonlySet<string>,
  runners: Starters['runners'],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const holding = new Map<string, string[]>()
  for (const [program, names] of runners) for (const name of names) addTo(holding, name, program)
  for (const file of files) {
    const name = lastStep(file.path)
    const keys = shells.has(name) ? [name] : (holding.get(name) ?? [])
    for (const key of keys) addTo(found, key, file.text)
  }
  return found
}

function entriesOf(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const projects = files.filter(({ path }) => /^(?:pyproject\.toml|setup\.(?:cfg|py))$/.test(lastStep(path)))
  return new Map(projects.flatMap(({ text }) => [...entriesIn(text)]))
}

function runModules(text: string, outlines: Outlines): Named[] {
  return [...text.matchAll(/["' ]-m["', ]+(\w{1,200}(?:\.\w{1,200}){0,30})/g)].flatMap(
    ({ 1: name = '', index }) => placesOf(name, outlines).map(path => ({ path, at: index })),
  )
}

// `%run ./gate` and `dbutils.notebook.run("./gate", 60)` of a notebook are calls without the name in what is made of it.
function runIn({ text, container }: SourceFile, at: (path: string) => readonly string[]): Named[] {
  const raw = container?.file.text ?? ''
  const names = [...raw.matchAll(/(?:%run[ \t]+|\bnotebook\.run\(\s*\\?["'])([\w./-]{1,300})/g)]
  const paths = names.flatMap(([, name = '']) => ['', '.py', '.ipynb'].flatMap(end => at(name + end)))
  const [first] = [...text.matchAll(/\b__run_\d+__\(/g)]
  return paths.map(path => ({ path, at: first?.index ?? 0 }))
}
