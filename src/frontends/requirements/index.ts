import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { Frontend, Notice, Reading, Setting, SourceFile } from '../../program'

/** Manifests and lock files of Python projects to the versions that they allow. */
export const requirementsFrontend: Frontend = {
  name: 'requirements',
  claims: path => readerFor(path) !== null,
  read: file => readManifest(file),
}

type Reader = (file: SourceFile) => Setting[]

function readerFor(path: string): Reader | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (
    /^(.*requirements.*|constraints.*)\.(txt|in)$/.test(name) ||
    /(^|\/)requirements\/[^/]+\.(txt|in)$/.test(path)
  )
    return readLines
  if (name === 'pyproject.toml') return readProject
  if (name === 'poetry.lock' || name === 'uv.lock' || name === 'pdm.lock') return readLock
  // `conda_build_config.yaml` has the variants of a recipe.
  if (/^(conda(?!_build_config\b)|environment).*\.ya?ml$/.test(name)) return readEnvironment
  return null
}

function readManifest(file: SourceFile): Reading {
  const empty = { units: [], classes: [], stars: [] }
  try {
    return { ...empty, settings: readerFor(file.path)?.(file) ?? [], notices: [] }
  } catch (error) {
    const line = lineOfError(error)
    const message = 'The file could not be parsed, so the versions that it asks for are not known.'
    const notice: Notice = { path: file.path, line, kind: 'syntax', message }
    return { ...empty, settings: [], notices: [notice] }
  }
}

function lineOfError(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'line' in error && typeof error.line === 'number')
    return error.line
  return 0
}

// Name, optional extras, specifiers up to a marker, a comment or an option: https://peps.python.org/pep-0508/
const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;#@()]*)\)?/

function readLines(file: SourceFile): Setting[] {
  const settings: Setting[] = []
  let start = 0
  for (const line of file.text.split('\n')) {
    const found = /^\s*[-#]/.test(line) ? null : requirement.exec(line)
    if (found?.[1])
      settings.push(
        setting(file, found[1], rangeOf(line, found[2] ?? ''), start, start + line.trimEnd().length),
      )
    start += line.length + 1
  }
  return settings
}

// Under a marker the requirement holds somewhere only: elsewhere any version may be there.
function rangeOf(line: string, range: string): string {
  return /;\s*\S/.test(line.replace(/#.*$/, '')) ? '' : range
}

function setting(file: SourceFile, name: string, range: string, start: number, end: number): Setting {
  const plain = range.replace(/\s*(--|\\).*$/, '').trim()
  return { kind: 'setting', package: name, range: plain, span: { file, start, end: Math.max(start, end) } }
}

// A parsed document has no positions; the first line that names the package stands for it.
function located(file: SourceFile, name: string, range: string): Setting {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = file.text.search(new RegExp(`(^|["'\\s])${escaped}(?![\\w-])`, 'm'))
  const start = Math.max(at, 0)
  const end = file.text.indexOf('\n', start + 1)
  return setting(file, name, range, start, end < 0 ? file.text.length : end)
}

function fromText(file: SourceFile, text: unknown): Setting[] {
  const found = typeof text === 'string' ? requirement.exec(text) : null
  return found?.[1] ? [located(file, found[1], rangeOf(String(text), found[2] ?? ''))] : []
}

function readProject(file: SourceFile): Setting[] {
  const root: unknown = parseToml(file.text)
  const lists = [
    at(root, 'project', 'dependencies'),
    ...values(at(root, 'project', 'optional-dependencies')),
    ...values(at(root, 'dependency-groups')),
    at(root, 'tool', 'uv', 'dev-dependencies'),
  ]
  const tables = [
    at(root, 'tool', 'poetry', 'dependencies'),
    ...values(at(root, 'tool', 'poetry', 'group')).map(group => at(group, 'dependencies')),
  ]
  return [
    ...lists.flatMap(list => (Array.isArray(list) ? list.flatMap(text => fromText(file, text)) : [])),
    ...tables.flatMap(table => fromPoetry(file, table)),
  ]
}

function fromPoetry(file: SourceFile, table: unknown): Setting[] {
  return Object.entries(isTable(table) ? table : {}).flatMap(([name, wanted]) => {
    const range = typeof wanted === 'string' ? wanted : at(wanted, 'version')
    return typeof range === 'string' && name !== 'python' ? [located(file, name, poetryRange(range))] : []
  })
}

// `^2.1` allows what has the same leftmost non-zero part; a bare version is exact; `*` is anything.
function poetryRange(range: string): string {
  return range
    .split(',')
    .map(part => part.trim())
    .map(part =>
      part.startsWith('^')
        ? caret(part.slice(1))
        : part.startsWith('~') && !part.startsWith('~=')
          ? `>=${part.slice(1)}`
          : /^\d[\w.]*$/.test(part)
            ? `==${part}`
            : part,
    )
    .filter(part => part !== '*')
    .join(',')
}

function caret(version: string): string {
  const parts = version.split('.').map(Number)
  const fixed = Math.max(
    0,
    parts.findIndex(part => part !== 0),
  )
  const next = parts.slice(0, fixed + 1).map((part, i) => (i === fixed ? part + 1 : part))
  return parts.some(Number.isNaN) ? `>=${version}` : `>=${version},<${next.join('.')}`
}

function readLock(file: SourceFile): Setting[] {
  const packages = at(parseToml(file.text), 'package')
  return (Array.isArray(packages) ? packages : []).flatMap(entry => {
    const [name, version] = [at(entry, 'name'), at(entry, 'version')]
    return typeof name === 'string' && typeof version === 'string'
      ? [located(file, name, `==${version}`)]
      : []
  })
}

function readEnvironment(file: SourceFile): Setting[] {
  const list = at(parseYaml(file.text, { maxAliasCount: 20 }), 'dependencies')
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    if (typeof entry === 'string')
      return fromText(file, entry.replace(/^([\w.-]+)=([\d][\w.]*)(=.*)?$/, '$1==$2'))
    const pip = at(entry, 'pip')
    return Array.isArray(pip) ? pip.flatMap(text => fromText(file, text)) : []
  })
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((of, key) => (isTable(of) ? of[key] : undefined), value)
}

function values(value: unknown): unknown[] {
  return isTable(value) ? Object.values(value) : []
}
