import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import { digestOf } from '../base/hash'
import { makeFolders } from '../files/folders'
import { isInside } from '../files/inside'
import { keep, readKept } from '../files/kept'

type Environment = Readonly<Record<string, string | undefined>>
type Loader = (module: NodeModule, path: string) => void

/** Scripts of this program, as V8 has compiled them in earlier runs. */
export interface Compiled {
  /** Runs a script as Node runs a module. */
  readonly load: Loader
  /** Keeps what is compiled by now. It says nothing where that fails: the next run only takes longer. */
  save(): void
}

/**
 * Has the parts of this program that lie in `folder` start as they were compiled by an earlier run, and gives what keeps them
 * for the next one. It takes nothing from where somebody else may have written: who writes there decides what runs.
 */
export function reuseCompiled(folder: string, stamp: string, scanned: readonly string[]): () => void {
  const place = placeOf(process.env, process.platform)
  if (place === null || scanned.some(path => holds(path, place)) || !isOwn(place)) return () => {}
  const compiled = openCompiled(join(place, `code-${process.version}-${process.arch}`), stamp)
  const loaders = (Module as unknown as { _extensions: Record<string, Loader> })._extensions
  const usual = loaders['.js']
  loaders['.js'] = (module, path) => (dirname(path) === folder ? compiled.load : usual)?.(module, path)
  return compiled.save
}

/** Where compiled code is kept for one user; `null` where nobody will come back for it, or where it is not wanted. */
export function placeOf(environment: Environment, platform: string): string | null {
  // With the first, Node keeps it by itself. In CI most runs are the only ones of their machine.
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE, CI } = environment
  if (NODE_COMPILE_CACHE || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE || CI) return null
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = environment
  const usual = platform === 'win32' ? LOCALAPPDATA : HOME && join(HOME, ...caches(platform))
  const chosen = XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : usual
  return chosen && isAbsolute(chosen) ? join(chosen, 'modelgate') : null
}

function caches(platform: string): readonly string[] {
  return platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']
}

// A repository may bring such a folder along.
function holds(scanned: string, place: string): boolean {
  try {
    return isInside(realpathSync(scanned), nearest(place))
  } catch {
    return true
  }
}

function nearest(path: string): string {
  const there = lstatSync(path, { throwIfNoEntry: false })
  return there ? realpathSync(path) : join(nearest(dirname(path)), '-')
}

function isOwn(place: string): boolean {
  try {
    makeFolders(place, 0o700)
    const { mode, uid } = lstatSync(place)
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOurs && lstatSync(place).isDirectory()
  } catch {
    return false
  }
}

// Functions are compiled when they are first called, and runs differ in what they call.
const runsThatAdd = 4
const count = 'runs'

/** Opens what `path` keeps of scripts under a stamp. What was compiled of other code, or by another V8, counts for nothing. */
export function openCompiled(path: string, stamp: string): Compiled {
  const by = digestOf([stamp, process.versions.v8])
  const { entries } = readKept(path, by)
  const run = { scripts: new Map<string, Script>(), known: true }
  const same = whileFlagsAreTheSame()
  return {
    load: (module, file) => {
      const source = readFileSync(file, 'utf8')
      const name = `${basename(file)} ${digestOf([source])}`
      const kept = entries.get(name)
      const cachedData = kept && Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength)
      const script = new Script(Module.wrap(source), { filename: file, ...(cachedData && { cachedData }) })
      run.known &&= cachedData !== undefined && script.cachedDataRejected === false
      run.scripts.set(name, script)
      const start = script.runInThisContext() as (...given: readonly unknown[]) => void
      start.call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
    },
    save: () => {
      const runs = run.known ? (entries.get(count)?.[0] ?? 0) : 0
      if (run.scripts.size === 0 || runs >= runsThatAdd || !same()) return
      const files = new Set([...run.scripts.keys()].map(fileOf))
      const others = [...entries].filter(([name]) => !files.has(fileOf(name)))
      const compiled = [...run.scripts].map(([name, script]) => [name, script.createCachedData()] as const)
      keep(path, by, new Map([...others, ...compiled, [count, Uint8Array.of(runs + 1)]]))
    },
  }
}

function fileOf(name: string): string {
  return name.replace(/ .*/, '')
}

// V8 refuses what was compiled under other flags, and some of them are set while a large tree is read.
function whileFlagsAreTheSame(): () => boolean {
  const cachedData = new Script('0').createCachedData()
  return () => new Script('0', { cachedData }).cachedDataRejected === false
}
