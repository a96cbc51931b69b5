import { once } from '../base/once'
import { partlyRead, type SourceFile } from '../program'
import type { Catalog, Launcher, RuleSet } from '../rules/schema'
import { arrange } from './knowledge'
import { indexModules } from './modules'
import { isPython } from './python'
import { type Candidates, findCandidates } from './selection/candidates'
import { type Closure, closeOver, withTests } from './selection/closure'
import { type Programs, programsOf } from './selection/commands'
import { isDocument, mayMatter, openHints, runsCommand } from './selection/hints'
import { type NotebooksIn, openNotebooks } from './selection/notebooks'
import { type Outlines, outline } from './selection/outline'
import { openPins } from './selection/pins'
import { openProbe } from './selection/probe'
import { findScripts } from './selection/scripts'
import { openSketcher, type Sketch, type Sketcher, type Sketches, wordsToSketch } from './selection/sketch'
import { shownBy, spellingsOf } from './selection/spellings'
import { findStarts } from './selection/starts'
import { unreadIn } from './selection/unread'

/** The Python that a container holds, such as a notebook; `null` for a file that is none. */
export type PythonIn = (file: SourceFile) => SourceFile | null

/** What is known of the files to choose from, beside their texts. */
export interface Knowledge {
  /** All files of the repository, by which its own modules are told from libraries; those to choose from where it is left out. */
  readonly paths?: ReadonlySet<string>
  readonly pythonIn?: PythonIn
  readonly sketches?: Sketches | undefined
  readonly notebooksIn?: NotebooksIn | undefined
  readonly probeOf?: typeof openProbe
}

/**
 * The files that can matter: those that may hold a sink, those that lead there, and what all of these use. They say what of
 * them need not be read, since only their functions and classes that matter in the same way do.
 */
export function selectFiles(
  files: readonly SourceFile[],
  rules: RuleSet,
  {
    paths = new Set(files.map(file => file.path)),
    pythonIn = () => null,
    sketches,
    notebooksIn = openNotebooks(rules),
    probeOf = openProbe,
  }: Knowledge = {},
): SourceFile[] {
  const modules = indexModules(paths)
  const { isTest, launchers, packages } = arrange(rules)
  const { spellings, programs, calls, runners, sketcher, hints, shown } = wordsOf(rules)
  const mattering = files.filter(file => mayMatter(file, modules, isDocument(file.path) ? shown() : hints))
  const started = notebooksStarted(files, mattering, notebooksIn)
  const hinted = started.size === 0 ? mattering : [...new Set([...mattering, ...started])]
  const python = hinted.flatMap(file => (isCode(file.path) ? [pythonIn(file) ?? file] : []))
  // What sounds like a sink and has no code that could be told apart is said to be so by whoever reads it.
  const blank = new Set(
    python.filter(file => isNotebook(file.path) && file.text.trim() === '').map(file => file.path),
  )
  const outlines = outline(python, modules, file => sketchOf(file, sketcher, sketches), probeOf)
  const pins = openPins(
    files.filter(({ path }) => !isPlainPython(path)),
    packages,
  )
  const candidates = findCandidates(outlines, spellings, programs, sketcher, pins)
  const of = (tests: boolean): Candidates => ({
    ...candidates,
    sure: new Map([...candidates.sure].filter(([path]) => isTest(path) === tests)),
  })
  const naming = hinted.filter(({ path }) => (!isCode(path) && !isDocument(path)) || isSetup(path))
  const scripts = findScripts(
    naming.map(({ text }) => text),
    outlines,
  )
  const starts = findStarts(files, outlines, {
    calls,
    starting: sketcher.starting,
    tasks: new Set([...launchers.values()].flat().flatMap(launcher => launcher.files)),
    runners,
    commands: text => hints.commands.test(text),
  })
  const leading = closeOver(outlines, of(false), { scripts, starts }, path => !isTest(path))
  const closure = withTests(outlines, of(true), leading)
  const withTerraform =
    hinted.some(({ path }) => isTerraform(path)) &&
    hinted.some(file => !isTerraform(file.path) && mayApply(file.text))
  const chosen = hinted.filter(file => {
    const { path } = file
    return (
      (isTerraform(path) && withTerraform) ||
      (!isCode(path) && !isTerraform(path)) ||
      closure.files.has(path) ||
      candidates.sure.has(path) ||
      started.has(file) ||
      blank.has(path) ||
      (isSetup(path) && file.text.includes('console_scripts')) ||
      (isNotebook(path) && runsCommand(file.text, hints))
    )
  })
  return chosen.map(file => withoutUnread(file, outlines, closure))
}

function withoutUnread(file: SourceFile, { byPath }: Outlines, { matters }: Closure): SourceFile {
  const { path } = file
  const outline = byPath.get(path)
  const unread =
    isPlainPython(path) && outline?.file === file ? unreadIn(outline, name => matters(path, name)) : []
  return unread.length === 0 ? file : partlyRead(file, unread)
}

// A task of an engine may run a script that its pipeline names, and the check may stand in there.
function tasksWithFiles({ catalogs }: RuleSet): string[] {
  return catalogs.flatMap(({ engines }) =>
    engines.flatMap(({ packages, tasks }) =>
      tasks.flatMap(task =>
        task.file !== undefined && task.call !== undefined
          ? [task.call].flat().flatMap(call => packages.map(name => `${name}.${call.replace(/\(\)/g, '')}`))
          : [],
      ),
    ),
  )
}

// What a container holds has no text of its own to be known by.
function sketchOf(file: SourceFile, { stamp, sketch }: Sketcher, sketches: Sketches | undefined): Sketch {
  if (!sketches || file.container) return sketch(file.text)
  const known = sketches.get(file, stamp)
  if (known) return known
  const made = sketch(file.text)
  sketches.set(file, stamp, made)
  return made
}

/** What makes the sketches that files are chosen by. */
export function openSketching(rules: RuleSet): Sketcher {
  return wordsOf(rules).sketcher
}

interface Words {
  readonly spellings: ReturnType<typeof spellingsOf>
  readonly programs: Programs
  /** Those that start other files. */
  readonly calls: readonly string[]
  /** What runs tasks, with the names of the files that hold them. */
  readonly runners: ReturnType<typeof runnersOf>
  readonly sketcher: Sketcher
  readonly hints: ReturnType<typeof openHints>
  /** Those of documents. */
  readonly shown: () => ReturnType<typeof openHints>
}

const known = new WeakMap<RuleSet, Words>()

function wordsOf(rules: RuleSet): Words {
  const before = known.get(rules)
  if (before) return before
  const spellings = spellingsOf(rules)
  const programs = programsOf(rules.catalogs)
  const calls = [...arrange(rules).starters.exact.keys(), ...tasksWithFiles(rules)]
  const runners = runnersOf(arrange(rules).launchers)
  const sketcher = openSketcher(wordsToSketch(spellings, programs, calls, runners.keys()))
  const words = {
    spellings,
    programs,
    calls,
    runners,
    sketcher,
    hints: openHints(spellings, rules.catalogs),
    shown: once(() => openHints(shownOf(spellings), sinksShown(rules))),
  }
  known.set(rules, words)
  return words
}

// What no rule reports in a document need not be looked for there.
function shownOf(spellings: Words['spellings']): Words['spellings'] {
  const left = [...spellings].map(([method, named]) => [method, named.filter(one => one.shown)] as const)
  return new Map(left.filter(([, named]) => named.length > 0))
}

function sinksShown(rules: RuleSet): Catalog[] {
  const isShown = shownBy(rules)
  return rules.catalogs.map(catalog => ({ ...catalog, sinks: catalog.sinks.filter(isShown) }))
}

// A notebook that others start may hold the check that counts.
function notebooksStarted(
  files: readonly SourceFile[],
  by: readonly SourceFile[],
  notebooksIn: NotebooksIn,
): ReadonlySet<SourceFile> {
  const named = new Set(by.flatMap(notebooksIn))
  const found = named.size === 0 ? [] : files.filter(({ path }) => path.endsWith('.ipynb'))
  return new Set(found.filter(({ path }) => named.has(path.slice(path.lastIndexOf('/') + 1))))
}

function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb')
}

// A `setup.py` says versions, and other code installs for itself.
function isPlainPython(path: string): boolean {
  return /\.pyw?$/.test(path) && !isSetup(path)
}

function isSetup(path: string): boolean {
  return /(^|\/)setup\.py$/.test(path)
}

// By the first word of a command that runs tasks: the names of the files that hold them.
function runnersOf(launchers: ReadonlyMap<string, readonly Launcher[]>): Map<string, readonly string[]> {
  const files = [...launchers].map(
    ([word, those]) => [word, those.flatMap(one => (one.runs === 'task' ? one.files : []))] as const,
  )
  return new Map(files.filter(([, names]) => names.length > 0))
}

// Configurations are read where a command may deploy them.
function mayApply(text: string): boolean {
  return /\b(?:terraform|tofu|terragrunt)\b/.test(text) && /\bapply\b/.test(text)
}

function isTerraform(path: string): boolean {
  return /\.(?:tf|tofu|tfvars)$/.test(path)
}

// The cells of a document that is rendered are asked for by its raw text, as in any document.
function isCode(path: string): boolean {
  return isPython(path) && !isDocument(path)
}
