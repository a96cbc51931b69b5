import type { Field, Value } from '../program'
import type { Linked } from './linked'
import { hole } from './literals'
import { libraryNames } from './resolve'

/** A path that is made of another one: `Path(x).stem`, `path.with_suffix(".pkl")`, `os.path.basename(x)`. */
export interface PathPart {
  readonly of: Value
  /** What is put in; `null` where nothing is. */
  readonly given: Value | null
  readonly change: (path: string, given: string) => string
  /** Whether the result is a path from the same place on, and no name in a folder. */
  readonly leads: boolean
}

/** How a value is made of a path; `null` where it is none of that kind. */
export function pathPart(linked: Linked, value: Value): PathPart | null {
  if (value.kind === 'field') return partInField(linked, value)
  if (value.kind === 'item') return partInSplit(linked, value)
  if (value.kind !== 'result') return null
  const { callee, arguments: args } = value.call
  const [first, second] = args
  if (!first || second || first.splat) return null
  if (callee.kind === 'field' && methods.has(callee.name))
    return part(callee.of, methods.get(callee.name), true, first.value)
  const name = lastOf(callee)
  if (name !== 'basename' && name !== 'dirname') return null
  const isOf = libraryNames(linked, callee).some(one => one === `os.path.${name}`)
  return isOf ? part(first.value, name === 'dirname' ? folderOf : nameOf, name === 'dirname') : null
}

function part(of: Value, change: PathPart['change'] | undefined, leads: boolean, given: Value | null = null) {
  return change ? { of, given, change, leads } : null
}

function lastOf(callee: Value): string {
  if (callee.kind !== 'field' && callee.kind !== 'name' && callee.kind !== 'variable') return ''
  return callee.name.slice(callee.name.lastIndexOf('.') + 1)
}

function partInField(linked: Linked, { of, name }: Field): PathPart | null {
  const change = fields.get(name)
  return change && isPath(linked, of, 0) ? part(of, change, name === 'parent') : null
}

// `os.path.splitext(path)[0]`
function partInSplit(linked: Linked, { of, key }: Extract<Value, { kind: 'item' }>): PathPart | null {
  if (of.kind !== 'result' || key.kind !== 'constant' || lastOf(of.call.callee) !== 'splitext') return null
  const [first] = of.call.arguments
  const change = key.value === 0 ? withoutSuffix : key.value === 1 ? suffixOf : null
  if (!first || !change || !libraryNames(linked, of.call.callee).includes('os.path.splitext')) return null
  return part(first.value, change, key.value === 0)
}

const deepest = 12
const made = /^pathlib\.(Pure)?(Posix|Windows)?Path\(\)$/

// `stage.name` is that of the stage.
function isPath(linked: Linked, value: Value, depth: number): boolean {
  if (depth > deepest) return false
  if (value.kind === 'operation') {
    const [left] = value.operands
    return value.operator === '/' && left !== undefined && isPath(linked, left, depth + 1)
  }
  if (value.kind === 'field' && value.name === 'parent') return isPath(linked, value.of, depth + 1)
  if (value.kind === 'result' && value.call.callee.kind === 'field' && methods.has(value.call.callee.name))
    return isPath(linked, value.call.callee.of, depth + 1)
  return libraryNames(linked, value).some(name => made.test(name))
}

// In what is not known there may be a slash or a dot.
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  const name = nameOf(path)
  if (name.includes(hole)) return hole
  return name === path ? '.' : path.slice(0, -name.length - 1) || '/'
}

function suffixOf(path: string): string {
  const name = nameOf(path)
  const dot = name.lastIndexOf('.')
  if (name.slice(Math.max(0, dot)).includes(hole)) return hole
  return dot > 0 ? name.slice(dot) : ''
}

function withoutSuffix(path: string): string {
  const name = nameOf(path)
  const dot = name.lastIndexOf('.')
  if (dot > 0) return path.slice(0, path.length - name.length + dot) + (name.includes(hole, dot) ? hole : '')
  return path
}

function beside(path: string, name: string): string {
  const folder = folderOf(path)
  return folder === '.' ? name : `${folder === '/' ? '' : folder}/${name}`
}

const fields: ReadonlyMap<string, PathPart['change']> = new Map([
  ['name', nameOf],
  ['parent', folderOf],
  ['suffix', suffixOf],
  ['stem', (path: string) => withoutSuffix(nameOf(path))],
])

const methods: ReadonlyMap<string, PathPart['change']> = new Map([
  ['with_suffix', (path: string, suffix: string) => withoutSuffix(path) + suffix],
  ['with_name', beside],
  ['with_stem', (path: string, stem: string) => beside(path, stem + suffixOf(path))],
])
