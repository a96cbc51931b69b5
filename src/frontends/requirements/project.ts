import { escaped } from '../../base/escaped'
import type { Files, Setting, SourceFile } from '../../program'
import { condaRange } from './conda-spec'
import { include } from './includes'
import { poetryRange } from './poetry-range'
import {
  isRange,
  normalise,
  noticeIn,
  type Requirement,
  readRequirement,
  settingOf,
  type Versions,
} from './requirement'
import { at, entries, type Finder, finderAt, isTable, readTables, texts } from './tables'

/** Reads the versions in `pyproject.toml`, `pixi.toml` and `Pipfile`, whichever tool they are for. */
export function readProject(file: SourceFile, others: Files): Versions {
  const { root, broken } = readTables(file)
  const context: Context = { file, root, budget: { left: mostSearches } }
  const settings = isPipfile(file) ? fromPipfile(context) : fromProject(context)
  const taken = filesNamed(root).map(path => include(file, path, file.text.indexOf(path), others))
  const message = 'The TOML could not be understood here; the tables that can be read by themselves were.'
  return {
    settings: withOverrides(settings, overridesIn(context)),
    includes: taken.flatMap(one => one.includes),
    notices: [
      ...(broken === null ? [] : [noticeIn(file, broken, 'syntax', message)]),
      ...taken.flatMap(one => one.notices),
    ].slice(0, mostNotices),
  }
}

const mostNotices = 20
const mostGroups = 300
const mostSearches = 3000
const mostSettings = 20_000

interface Context {
  readonly file: SourceFile
  readonly root: unknown
  readonly budget: { left: number }
}

function isPipfile({ path }: SourceFile): boolean {
  return /(^|\/)Pipfile$/.test(path)
}

function fromProject(context: Context): Setting[] {
  const { root, file } = context
  const pixi = /(^|\/)pixi\.toml$/.test(file.path) ? [] : ['tool', 'pixi']
  return [
    ...fromList(context, ['project', 'dependencies'], ''),
    ...fromLists(context, ['project', 'optional-dependencies']),
    ...fromGroups(context),
    ...fromList(context, ['tool', 'uv', 'dev-dependencies'], 'dev'),
    ...fromList(context, ['tool', 'uv', 'constraint-dependencies'], ''),
    ...fromList(context, ['tool', 'rye', 'dev-dependencies'], 'dev'),
    ...fromLists(context, ['tool', 'pdm', 'dev-dependencies']),
    ...fromHatch(context),
    ...fromPoetry(context, ['tool', 'poetry', 'dependencies'], ''),
    ...fromPoetry(context, ['tool', 'poetry', 'dev-dependencies'], 'dev'),
    ...entries(at(root, 'tool', 'poetry', 'group'))
      .slice(0, mostGroups)
      .flatMap(([name]) => fromPoetry(context, ['tool', 'poetry', 'group', name, 'dependencies'], name)),
    ...fromPixi(context, pixi),
  ].slice(0, mostSettings)
}

function fromLists(context: Context, keys: readonly string[]): Setting[] {
  return entries(at(context.root, ...keys))
    .slice(0, mostGroups)
    .flatMap(([name]) => fromList(context, [...keys, name], name))
}

function fromList(context: Context, keys: readonly string[], part: string): Setting[] {
  const finder = finderAt(context.file, keys, context.budget)
  return texts(at(context.root, ...keys)).flatMap(text => fromText(finder, text, part))
}

function fromText(finder: Finder, text: string, part: string): Setting[] {
  const requirement = readRequirement(text)
  if (!requirement) return []
  const place = finder.find(new RegExp(`["']\\s*${escaped(requirement.package)}(?![\\w.-])`))
  return [settingOf(requirement, 'asked', place, part)]
}

// A group may take in others, and these again: https://packaging.python.org/en/latest/specifications/dependency-groups/
function fromGroups(context: Context): Setting[] {
  const groups = at(context.root, 'dependency-groups')
  const names = new Map(
    entries(groups)
      .slice(0, mostGroups)
      .map(([name]) => [normalise(name), name]),
  )
  const own = new Map(
    [...names].map(([key, name]) => [key, fromList(context, ['dependency-groups', name], name)] as const),
  )
  let left = mostSettings
  return [...names].flatMap(([key, name]) => {
    const found = [...takenIn(groups, names, key)]
      .flatMap(group => own.get(group) ?? [])
      .slice(0, Math.max(0, left))
    left -= found.length
    return found.map(setting => ({ ...setting, part: name }))
  })
}

function takenIn(groups: unknown, names: ReadonlyMap<string, string>, first: string): Set<string> {
  const all = new Set([first])
  for (const key of all) {
    const items: unknown = at(groups, names.get(key) ?? '')
    for (const item of Array.isArray(items) ? items : []) {
      const other: unknown = at(item, 'include-group')
      if (typeof other === 'string' && names.has(normalise(other))) all.add(normalise(other))
    }
  }
  return all
}

function fromHatch(context: Context): Setting[] {
  const environments = entries(at(context.root, 'tool', 'hatch', 'envs')).slice(0, mostGroups)
  return environments.flatMap(([name]) =>
    ['dependencies', 'extra-dependencies'].flatMap(key =>
      fromList(context, ['tool', 'hatch', 'envs', name, key], name),
    ),
  )
}

function fromPoetry(context: Context, keys: readonly string[], part: string): Setting[] {
  return fromTable(context, keys, part, (name, wanted) => {
    const choices = Array.isArray(wanted) ? wanted : [wanted]
    return choices.flatMap(choice => (name === 'python' ? [] : poetryChoice(name, choice)))
  })
}

const conditions = ['markers', 'python', 'platform', 'extras'] as const

function poetryChoice(name: string, choice: unknown): Omit<Requirement, 'written'>[] {
  const address: unknown = at(choice, 'url') ?? at(choice, 'path')
  const asked = typeof choice === 'string' ? choice : (at(choice, 'version') ?? '')
  if (typeof asked !== 'string') return []
  const wheel = typeof address === 'string' ? readRequirement(`${name} @ ${address}`) : null
  const marker = conditions
    .filter(key => key !== 'extras')
    .flatMap(key => {
      const value: unknown = at(choice, key)
      return typeof value === 'string' ? [key === 'markers' ? value : `${key} ${value}`] : []
    })
  if (at(choice, 'optional') === true) marker.push('an extra')
  return [
    {
      package: name,
      index: 'pypi',
      range: wheel?.range ?? poetryRange(asked),
      marker: marker.length > 0 ? marker.join(' and ') : null,
    },
  ]
}

type Reader = (name: string, wanted: unknown) => readonly Omit<Requirement, 'written'>[]

function fromTable(context: Context, keys: readonly string[], part: string, read: Reader): Setting[] {
  const finder = finderAt(context.file, keys, context.budget)
  return entries(at(context.root, ...keys)).flatMap(([name, wanted]) => {
    const found = read(name, wanted)
    if (found.length === 0) return []
    const span = finder.find(new RegExp(`(?:^|[{,])[ \\t]*["']?${escaped(name)}["']?[ \\t]*[=.]`, 'm'))
    const written = context.file.text
      .slice(span.start, Math.min(span.end, span.start + 300))
      .replace(/\s+#.*$/, '')
    return found.map(one => settingOf({ ...one, written }, 'asked', span, part))
  })
}

function fromPipfile(context: Context): Setting[] {
  return entries(context.root).flatMap(([category]) =>
    ['source', 'requires', 'scripts', 'pipenv'].includes(category)
      ? []
      : fromTable(context, [category], category === 'packages' ? '' : category, pipfileChoice),
  )
}

const pipfileMarkers =
  /^(?:markers|sys_platform|os_name|platform_\w+|python_(?:full_)?version|implementation_\w+)$/

function pipfileChoice(name: string, wanted: unknown): Omit<Requirement, 'written'>[] {
  const asked = typeof wanted === 'string' ? wanted : at(wanted, 'version')
  const text = typeof asked === 'string' && asked.trim() !== '*' ? asked.trim() : ''
  const markers = entries(wanted).flatMap(([key, value]) =>
    pipfileMarkers.test(key) ? [`${key} ${value}`] : [],
  )
  const address: unknown = at(wanted, 'file')
  const wheel = typeof address === 'string' ? readRequirement(`${name} @ ${address}`) : null
  const range = wheel?.range ?? (/^\d/.test(text) ? `==${text}` : text)
  if (typeof wanted !== 'string' && !isTable(wanted)) return []
  return [
    {
      package: name,
      index: 'pypi',
      range: isRange(range) ? range : '',
      marker: markers.length > 0 ? markers.join(' and ') : null,
    },
  ]
}

// https://pixi.sh/latest/reference/pixi_manifest/
function fromPixi(context: Context, keys: readonly string[]): Setting[] {
  const own = at(context.root, ...keys)
  if (!isTable(own)) return []
  const features = entries(at(own, 'feature'))
    .slice(0, mostGroups)
    .map(([name]) => [name, [...keys, 'feature', name]] as const)
  return [['', keys] as const, ...features].flatMap(([part, place]) => [
    ...fromTable(context, [...place, 'dependencies'], part, (name, wanted) => {
      const range = typeof wanted === 'string' ? wanted : at(wanted, 'version')
      return typeof range === 'string'
        ? [{ package: name, index: 'conda', range: condaRange(range), marker: null }]
        : []
    }),
    ...fromTable(context, [...place, 'pypi-dependencies'], part, pipfileChoice),
  ])
}

// What overrides a version replaces whatever else the file asks for.
function overridesIn(context: Context): Setting[] {
  return [
    ...fromList(context, ['tool', 'uv', 'override-dependencies'], ''),
    ...fromTable(context, ['tool', 'pdm', 'resolution', 'overrides'], '', (name, wanted) => {
      const found =
        typeof wanted === 'string'
          ? readRequirement(`${name}${/^\d/.test(wanted) ? '==' : ''}${wanted}`)
          : null
      return found ? [found] : []
    }),
  ]
}

function withOverrides(settings: readonly Setting[], overrides: readonly Setting[]): Setting[] {
  const certain = new Set(
    overrides.filter(({ marker }) => marker === null).map(one => normalise(one.package)),
  )
  return [...settings.filter(one => !certain.has(normalise(one.package))), ...overrides]
}

// https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
function filesNamed(root: unknown): readonly string[] {
  const dynamic: unknown = at(root, 'tool', 'setuptools', 'dynamic', 'dependencies', 'file')
  const hook: unknown = at(root, 'tool', 'hatch', 'metadata', 'hooks', 'requirements_txt', 'files')
  return [dynamic, hook].flatMap(named => (typeof named === 'string' ? [named] : texts(named))).slice(0, 50)
}
