import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import type { z } from 'zod'
import { byCodeUnits } from '../base/order'
import { UserError } from '../base/user-error'
import { check } from './check'
import { agree, type Read } from './consistency'
import { type Catalog, catalogSchema, type Rule, type RuleSet, ruleSchema } from './schema'
import { parseYaml } from './yaml-file'

const none: RuleSet = { rules: [], catalogs: [] }
const mostBytes = 1024 * 1024

/**
 * The rules (`*.yaml`) and catalogue files (`catalog/*.yaml`) of the directories, added to `known`. Throws a UserError
 * with file, line and remedy where a file is wrong or the files contradict each other.
 */
export function readRules(dirs: readonly string[], known: RuleSet = none): RuleSet {
  const rules: Read<Rule>[] = []
  const catalogs: Read<Catalog>[] = []
  for (const dir of dirs) {
    const listed = list(dir)
    for (const path of listed.rules) rules.push(readFile(path, ruleSchema))
    for (const path of listed.catalogs) catalogs.push(readFile(path, catalogSchema))
  }
  agree(rules, catalogs, known)
  return {
    rules: [...known.rules, ...rules.map(read => read.value)],
    catalogs: [...known.catalogs, ...catalogs.map(read => read.value)],
  }
}

function list(dir: string): { rules: readonly string[]; catalogs: readonly string[] } {
  const stats = statusOf(dir, 'name a directory that holds rule files')
  if (!stats.isDirectory())
    throw new UserError(`${dir}: this is not a directory; name the directory that holds it`)
  const names = readdirSync(dir)
  const catalog = names.includes('catalog') ? join(dir, 'catalog') : null
  const rules = yamlFiles(dir, names)
  const catalogs = catalog === null ? [] : yamlFiles(catalog, catalogNames(catalog))
  if (rules.length + catalogs.length === 0) {
    throw new UserError(`${dir}: there are no rules here; add rules as *.yaml or libraries as catalog/*.yaml`)
  }
  return { rules, catalogs }
}

function catalogNames(path: string): readonly string[] {
  if (!statusOf(path, 'remove it').isDirectory()) {
    throw new UserError(`${path}: this is not a directory; make it one that holds catalogue files`)
  }
  return readdirSync(path)
}

function yamlFiles(dir: string, names: readonly string[]): readonly string[] {
  const misnamed = names.find(name => name.endsWith('.yml'))
  if (misnamed) {
    throw new UserError(`${join(dir, misnamed)}: only *.yaml files are read; rename it to end in .yaml`)
  }
  return names
    .filter(name => name.endsWith('.yaml'))
    .sort(byCodeUnits)
    .map(name => join(dir, name))
}

function readFile<S extends z.ZodType>(path: string, schema: S): Read<z.output<S>> {
  const file = parseYaml(path, readText(path))
  return { file, value: check(file, schema) }
}

function readText(path: string): string {
  const stats = statusOf(path, 'remove it')
  if (!stats.isFile()) throw new UserError(`${path}: this is not a regular file; put a copy of it here`)
  if (stats.size > mostBytes) throw new UserError(`${path}: this is larger than 1 MiB; split it`)
  const bytes = readBytes(path)
  if (!isUtf8(bytes)) throw new UserError(`${path}: this is not UTF-8; save it as UTF-8`)
  return bytes.toString('utf8').replace(/^\ufeff/, '')
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

// Links are refused: a rules directory may belong to the repository that is scanned, and must not lead out of it.
function statusOf(path: string, remedy: string): Stats {
  let stats: Stats | undefined
  try {
    stats = lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw unreadable(path, error)
  }
  if (!stats) throw new UserError(`${path}: there is nothing of this name; ${remedy}`)
  if (stats.isSymbolicLink())
    throw new UserError(`${path}: this is a symbolic link; put what it leads to here`)
  return stats
}

function unreadable(path: string, error: unknown): UserError {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return new UserError(`${path}: this cannot be read${code}; check its permissions`)
}

function join(dir: string, name: string): string {
  return `${dir.replace(/[/\\]+$/, '')}/${name}`
}
