import type { Ignore } from 'ignore'
import { byCodeUnits } from '../base/order'
import type { Notice, Opener, SourceFile } from '../program'
import { decode, isBinary, isProgram } from './decode'
import { disk, type Entry, type Ground } from './ground'
import {
  configuredRules,
  type IgnoreRules,
  isIgnored,
  type RuleReading,
  rulesFor,
  rulesInside,
} from './ignored'
import { limitFor } from './limits'
import { unreadLinks } from './links'
import { because, notRegular, systemCode } from './open'
import { isEnvironment, isSkippedFolder } from './skipped'
import { findStart, type Place, type Start } from './start'
import { openTexts, readAgain, type Texts } from './texts'
import { isTracked, type Tracked, withFolders } from './tracked'

export interface WalkOptions {
  /** Files and folders to walk, relative to the root; all of it where absent or empty. */
  readonly paths?: readonly string[]
  /** Patterns in the syntax of `.gitignore`. They outrank ignore files and the built-in list: `!vendor/` brings it back. */
  readonly ignore?: readonly string[]
  /** Larger files become notices. */
  readonly maxBytes?: number
  /** The same for notebooks: ten times as much where absent. */
  readonly notebookBytes?: number
  /** Whether a file of this path is worth reading. */
  readonly claims: (path: string) => boolean
  /** What is to be asked of every file while its text is at hand. */
  readonly look?: (file: SourceFile) => void
  /** So many characters are held at once, if files can be read again. */
  readonly mostHeld?: number
}

export interface Tree {
  /** Sorted by path. */
  readonly files: readonly SourceFile[]
  /** Sorted by path and line. */
  readonly notices: readonly Notice[]
  /** Files of a claimed kind, whether or not they could be read. */
  readonly seen: number
  /** The files of the repository, whatever they hold: what git tracks, or else all that is not left out of the walk. */
  readonly paths: ReadonlySet<string>
  /** Reads a file that the walk came by without reading it, under the same limits. */
  readonly open: Opener
  /** What `ignore` leaves out: folders, and files of a claimed kind that lie in none of them. */
  readonly ignored: Ignored
  /** Lets go of the texts of all files but some. They are read again where somebody asks for one after all. */
  readonly release: (but: ReadonlySet<SourceFile>) => void
  /** The same with all of them, where there is much text. */
  readonly releaseAll: () => void
}

export interface Ignored {
  readonly folders: number
  readonly files: number
}

/**
 * Reads the claimed files of a work tree. A file that is named in `paths` is read whatever the ignore files say; only the
 * patterns in `options.ignore` hold for it too. No link is followed: what it leads to inside the tree is read there, and
 * what lies outside is not ours to read.
 */
export function walk(root: string, options: WalkOptions): Tree {
  return walkOver(disk, findStart(root, options.paths ?? []), options)
}

/** Reads the claimed files of any ground in the same way. */
export function walkOver(ground: Ground, start: Start, options: Omit<WalkOptions, 'paths'>): Tree {
  const run: Run = {
    ground,
    root: start.root,
    claims: options.claims,
    limit: path => limitFor(path, options),
    configured: configuredRules(options.ignore ?? []),
    tracked: withFolders(ground.tracked(start.root)),
    files: new Map(),
    notices: new Map(),
    links: new Map(),
    paths: new Set(),
    ignored: new Set(),
    look: options.look ?? null,
    texts: ground.lasts
      ? openTexts(
          path => readAgain(ground, start.root + path, limitFor(path, options), path),
          options.mostHeld,
        )
      : null,
  }
  for (const place of start.places) visitPlace(run, place)
  for (const { path, says } of unreadLinks(run.links, run.root, run.files))
    note(run, path, 'unreadable', says)
  const files = [...run.files.values()].filter(file => file !== null)
  return {
    files: files.sort((a, b) => byCodeUnits(a.path, b.path)),
    notices: [...run.notices.values()].sort((a, b) => byCodeUnits(a.path, b.path) || a.line - b.line),
    seen: run.files.size,
    paths: run.tracked.files ?? run.paths,
    open: path => openLater(run, path),
    ignored: ignoredIn(run),
    release: but => run.texts?.settle(files, but),
    releaseAll: () => run.texts?.unsettle(files),
  }
}

function openLater(run: Run, path: string): SourceFile | Notice | undefined {
  const known = run.files.get(path)
  if (known !== undefined || !run.paths.has(path)) return known ?? undefined
  const before = run.notices.size
  const opened = run.ground.open(run.root + path, run.limit(path))
  const file = 'bytes' in opened ? readText(run, path, opened.bytes) : null
  run.files.set(path, file)
  if ('refused' in opened) return { path, line: 0, kind: opened.refused, message: opened.says }
  return file ?? [...run.notices.values()].slice(before)[0]
}

interface Run {
  readonly ground: Ground
  readonly root: string
  readonly claims: (path: string) => boolean
  readonly limit: (path: string) => number
  readonly configured: Pick<Ignore, 'test'>
  readonly tracked: Tracked
  /** By path; `null` where one was seen and not read. */
  readonly files: Map<string, SourceFile | null>
  readonly notices: Map<string, Notice>
  /** Links with a claimed name, and where they lead: `null` for nowhere. */
  readonly links: Map<string, string | null>
  readonly paths: Set<string>
  /** What the configuration leaves out; a folder ends in a slash. */
  readonly ignored: Set<string>
  readonly look: ((file: SourceFile) => void) | null
  /** `null` where no file can be read again. */
  readonly texts: Texts | null
}

function ignoredIn({ ignored, claims }: Run): Ignored {
  const folders = [...ignored].filter(path => path.endsWith('/'))
  const files = [...ignored].filter(path => !path.endsWith('/') && claims(path))
  return { folders: folders.length, files: files.length }
}

// A tree that goes deeper was built to be slow, or by a program that lost its way.
const deepest = 100

function visitPlace(run: Run, { path, kind }: Place): void {
  const ignored = path !== '' && run.configured.test(kind === 'folder' ? `${path}/` : path).ignored
  if (ignored) run.ignored.add(kind === 'folder' ? `${path}/` : path)
  if (ignored) note(run, path, 'unsupported', 'It was asked for, but the configuration ignores it.')
  else if (kind === 'folder') visitFolder(run, path, rulesAbove(run, path), true)
  else if (run.claims(path)) visitFile(run, path)
  else note(run, path, 'unsupported', 'It was asked for, but files of its kind are not read.')
}

/** The rules that folders above `path` set for it, from the top of the work tree, or else from the root. */
function rulesAbove(run: Run, path: string): IgnoreRules | null {
  const folder = absolute(run, path)
  const toRoot = run.ground.above(run.root)
  const steps = path === '' ? [] : path.split('/')
  const toFolder = steps.map((_, at) => absolute(run, steps.slice(0, at).join('/')))
  let rules: IgnoreRules | null = null
  for (const above of [...toRoot, ...toFolder])
    rules = rulesInside(rules, above, namesIn(run, above), reading(run))
  return rulesFor(rules, folder)
}

function visitFolder(run: Run, path: string, outer: IgnoreRules | null, named: boolean): void {
  const entries = entriesOf(run, path)
  const names = entries.map(entry => entry.name)
  if (!named && isEnvironment(names.filter(name => !isTracked(run.tracked, join(path, name))))) return
  const rules = rulesInside(outer, absolute(run, path), names, reading(run))
  for (const entry of entries) visitEntry(run, join(path, entry.name), entry, rules)
}

function visitEntry(run: Run, path: string, entry: Entry, rules: IgnoreRules | null): void {
  if (entry.kind === 'folder') {
    if (!isLeftOut(run, `${path}/`, rules)) enterFolder(run, path, rules)
    return
  }
  if (isLeftOut(run, path, rules)) return
  if (entry.kind === 'file') run.paths.add(path)
  if (run.claims(path)) {
    if (entry.kind === 'file') visitFile(run, path)
    else if (entry.kind === 'link') run.links.set(path, run.ground.target(run.root + path))
    else note(run, path, 'unreadable', notRegular)
  }
}

function enterFolder(run: Run, path: string, rules: IgnoreRules | null): void {
  const tooDeep = `It lies more than ${deepest} folders deep, and what is in it was not read.`
  if (path.split('/').length > deepest) note(run, path, 'limit', tooDeep)
  else visitFolder(run, path, rulesWithin(run, path, rules), false)
}

// Of a folder that is left out only what is tracked is read; of one that was brought back, all.
function rulesWithin(run: Run, path: string, rules: IgnoreRules | null): IgnoreRules | null {
  const folder = absolute(run, path)
  const isBack = run.configured.test(`${path}/`).unignored || !isIgnored(rules, folder)
  return isBack ? rulesFor(rules, folder) : rules
}

function isLeftOut(run: Run, path: string, rules: IgnoreRules | null): boolean {
  if (/(^|\/)\.git\/$/.test(path)) return true
  const { ignored, unignored } = run.configured.test(path)
  if (ignored) run.ignored.add(path)
  if (ignored || unignored) return ignored
  const folder = /([^/]*)\/$/.exec(path)?.[1]
  if (folder !== undefined && isSkippedFolder(folder)) return true
  // As for git: what is tracked is part of the repository, whatever its ignore files say.
  return !isTracked(run.tracked, path) && isIgnored(rules, run.root + path)
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function visitFile(run: Run, path: string): void {
  if (run.files.has(path)) return
  run.paths.add(path)
  const known = run.ground.known(path)
  const opened = known ? null : run.ground.open(run.root + path, run.limit(path))
  if (opened && 'refused' in opened) note(run, path, opened.refused, opened.says)
  const file = opened && 'bytes' in opened ? readText(run, path, opened.bytes) : known
  run.files.set(path, file)
  if (file) run.look?.(file)
  if (file && !known) run.texts?.hold(file)
}

function readText(run: Run, path: string, bytes: Uint8Array): SourceFile | null {
  if (isBinary(bytes)) {
    const isKnown = isProgram(bytes) && /(^|\/)[^./]+$/.test(path)
    if (!isKnown) note(run, path, 'binary', 'It holds a NUL byte, so it is no text, and was not read.')
    return null
  }
  const { text, doubt } = decode(bytes)
  if (doubt) note(run, path, 'encoding', doubt.says, doubt.line)
  return { path, text }
}

function entriesOf(run: Run, path: string): readonly Entry[] {
  try {
    return run.ground.entries(absolute(run, path)).toSorted((a, b) => byCodeUnits(a.name, b.name))
  } catch (error) {
    note(run, path === '' ? '.' : path, 'unreadable', `The folder cannot be read${because(path, error)}.`)
    return []
  }
}

function namesIn({ ground }: Run, folder: string): readonly string[] {
  try {
    return ground.entries(folder).map(({ name }) => name)
  } catch (error) {
    // A folder above the scanned one may be closed to us; then it has no say.
    systemCode(error)
    return []
  }
}

function reading(run: Run): RuleReading {
  return {
    open: run.ground.open,
    complain: (ignoreFile, line, says) => {
      const inside = ignoreFile.startsWith(run.root)
      const path = inside ? ignoreFile.slice(run.root.length) : '.gitignore'
      const kind = line === 0 ? 'unreadable' : 'limit'
      note(run, path, kind, inside ? says : `In a folder above: ${says}`, line)
    },
  }
}

function note(run: Run, path: string, kind: Notice['kind'], message: string, line = 0): void {
  run.notices.set(`${path}\n${line}\n${kind}`, { path, line, kind, message })
}

/** With a slash at its end. */
function absolute(run: Run, folder: string): string {
  return folder === '' ? run.root : `${run.root}${folder}/`
}
