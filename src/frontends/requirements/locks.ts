import { lineOf } from '../../base/lines'
import type { Notice, Setting, SourceFile } from '../../program'
import { isRange, noticeIn, settingOf, type Versions } from './requirement'

/**
 * Reads `poetry.lock`, `uv.lock`, `pdm.lock` and `pylock.toml`. They are megabytes long and written by tools, in one form, so
 * they are searched for the few keys that count rather than parsed.
 */
export function readLock(file: SourceFile): Versions {
  const packages = packagesIn(file)
  const members = /(^|\/)uv\.lock$/.test(file.path) ? membersIn(file, packages) : []
  const settings = packages.flatMap(one => lockedBy(file, one, members))
  return { settings, includes: [], notices: noticesIn(file, packages) }
}

/** A table of a package, with the offsets between which it stands. */
interface Entry {
  readonly name: string | null
  readonly version: string | null
  readonly marker: string | null
  readonly at: number
  readonly head: string
}

const mostPackages = 50_000
const longestHead = 3000

// The keys of a package come before those of its files and dependencies.
function packagesIn({ text }: SourceFile): Entry[] {
  const found: Entry[] = []
  for (const { index } of text.matchAll(/^[ \t]*\[\[[ \t]*packages?[ \t]*\]\]/gm)) {
    if (found.length >= mostPackages) break
    const rest = text.slice(index, index + longestHead)
    const body = rest.indexOf('\n') + 1
    const next = rest.indexOf('\n[', Math.max(0, body - 1))
    const head = body === 0 ? '' : rest.slice(body, next < 0 ? rest.length : next)
    const name = keyIn(head, 'name')
    found.push({ name, version: keyIn(head, 'version'), marker: keyIn(head, 'marker'), at: index, head })
  }
  return found
}

function keyIn(head: string, key: string): string | null {
  const pattern = patterns.get(key)
  const [, double, single] = pattern?.exec(head) ?? []
  return double ?? single ?? null
}

const patterns = new Map(
  ['name', 'version', 'marker'].map(key => [
    key,
    new RegExp(`^[ \\t]*"?${key}"?[ \\t]*=[ \\t]*(?:"((?:[^"\\\\\\n]|\\\\.)*)"|'([^'\\n]*)')`, 'm'),
  ]),
)

function lockedBy(
  file: SourceFile,
  { name, version, marker, at }: Entry,
  members: readonly string[],
): Setting[] {
  const range = `==${version}`
  if (name === null || version === null || !isRange(range)) return []
  const start = Math.max(at, file.text.indexOf('name', at))
  const stop = file.text.indexOf('\n', start)
  const end = stop < 0 ? file.text.length : stop
  const requirement = { package: name, index: 'pypi' as const, range, written: `${name} ${version}`, marker }
  return [settingOf(requirement, 'locked', { file, start, end }, '', members)]
}

// The folders of a workspace share one lock file: https://docs.astral.sh/uv/concepts/projects/workspaces/
function membersIn({ path }: SourceFile, packages: readonly Entry[]): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const found = packages.flatMap(({ head }) => {
    const [, member = ''] = /^source = \{ (?:editable|virtual) = "([^"\n]*)" \}/m.exec(head) ?? []
    return member === '' || member === '.' || /(^|\/)\.\.(\/|$)|^\//.test(member) ? [] : `${folder}${member}`
  })
  return found.length === 0 ? [] : [folder.replace(/\/$/, ''), ...found.slice(0, 1000)]
}

// What a tool has written is whole, unless a merge left its marks.
function noticesIn(file: SourceFile, packages: readonly Entry[]): Notice[] {
  const merge = /^<{7} |^>{7} |^={7}$/m.exec(file.text)
  const nameless = packages.find(({ name }) => name === null)
  const at = merge?.index ?? nameless?.at ?? (packages.length === 0 ? firstStranger(file.text) : null)
  if (at === null || at === undefined) return []
  const message = 'The lock file could not be understood here; the packages that can be told were read.'
  return [noticeIn(file, lineOf(file.text, at).line, 'syntax', message)]
}

// A lock file without packages has a few keys and tables.
function firstStranger(text: string): number | null {
  const found = /^(?![ \t]*(?:#|$|\r|[\w."'-]+[ \t]*=|\[|\]|[{}"',]))/m.exec(text.slice(0, 100_000))
  return found && found.index < text.length ? found.index : null
}

/** Reads `Pipfile.lock`. */
export function readPipfileLock(file: SourceFile): Versions {
  const notices: Notice[] = []
  try {
    JSON.parse(file.text)
  } catch (error) {
    const offset = error instanceof Error ? Number(/position (\d+)/.exec(error.message)?.[1] ?? 0) : 0
    const message = 'The JSON could not be understood here; the packages that can be told were read.'
    notices.push(noticeIn(file, lineOf(file.text, offset).line, 'syntax', message))
  }
  return { settings: pinnedIn(file), includes: [], notices }
}

// A package in it holds a list of hashes, and no other table.
function pinnedIn(file: SourceFile): Setting[] {
  const { text } = file
  const develop = /^ {0,8}"develop"\s*:/m.exec(text)?.index ?? text.length
  return [...text.matchAll(/"([A-Za-z0-9][\w.-]*)"\s*:\s*\{([^{}]*)\}/g)]
    .slice(0, mostPackages)
    .flatMap(found => {
      const [, name = '', body = ''] = found
      const range = /"version"\s*:\s*"(={2,3}[^"]+)"/.exec(body)?.[1]
      if (range === undefined || !isRange(range)) return []
      const marker = /"markers"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? null
      const span = { file, start: found.index, end: found.index + name.length + 2 }
      const requirement = { package: name, index: 'pypi' as const, range, written: `${name}${range}`, marker }
      return [settingOf(requirement, 'locked', span, found.index > develop ? 'develop' : '')]
    })
}

/** Reads `conda-lock.yml`, whose packages stand in one form too. */
export function readCondaLock(file: SourceFile): Versions {
  const entry =
    /^(?:- | {2})name: (\S+)\r?\n {2}version: ["']?([\w.!+-]+)["']?\r?\n {2}manager: (conda|pip)/gm
  const settings = [...file.text.matchAll(entry)].slice(0, mostPackages).flatMap(found => {
    const [whole, name = '', version = '', manager] = found
    const range = `==${version}`
    if (!isRange(range)) return []
    const span = { file, start: found.index, end: found.index + whole.indexOf('\n') }
    const index = manager === 'pip' ? ('pypi' as const) : ('conda' as const)
    return [
      settingOf({ package: name, index, range, written: `${name} ${version}`, marker: null }, 'locked', span),
    ]
  })
  return { settings, includes: [], notices: [] }
}
