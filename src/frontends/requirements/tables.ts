import { parse, TomlError } from 'smol-toml'
import { escaped } from '../../base/escaped'
import type { SourceFile, Span } from '../../program'

/** Tables and values of a TOML file, as far as it could be read; `broken` is the line where it could not. */
export interface Tables {
  readonly root: unknown
  readonly broken: number | null
}

/** Reads a TOML file. Where it is broken, each of its tables is read by itself. */
export function readTables({ text }: SourceFile): Tables {
  try {
    return { root: parse(text), broken: null }
  } catch (error) {
    const broken = error instanceof TomlError ? error.line : 1
    return { root: readApart(text), broken }
  }
}

function readApart(text: string): unknown {
  let root: unknown = {}
  let left = mostParts
  for (const [part] of text.matchAll(/(?:^|(?<=\n))\[[^\n]*(?:\n(?!\[)[^\n]*)*/g)) {
    left -= 1
    if (left < 0) break
    try {
      root = merged(root, parse(part))
    } catch {
      // The notice of the whole file speaks of it.
    }
  }
  return root
}

const mostParts = 2000

function merged(one: unknown, other: unknown): unknown {
  if (!isTable(one) || !isTable(other)) return other
  const result = new Map(Object.entries(one))
  for (const [key, value] of Object.entries(other)) result.set(key, merged(result.get(key), value))
  return Object.fromEntries(result)
}

export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands under these keys. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (of, key) => (isTable(of) && Object.hasOwn(of, key) ? of[key] : undefined),
    value,
  )
}

/** The keys and values of a table; none where it is something else. */
export function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isTable(value) ? Object.entries(value) : []
}

/** The texts in a list. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

/** Finds the places of what was read, which a parsed file does not tell: in order, from the head of its table on. */
export interface Finder {
  find(text: RegExp): Span
}

/** A finder for the values below these keys. `budget` is shared by all finders of a file. */
export function finderAt(file: SourceFile, keys: readonly string[], budget: { left: number }): Finder {
  const from = headOf(file.text, keys)
  let cursor = from
  const find = (pattern: RegExp): Span => {
    const found =
      budget.left > 0 ? (searched(file.text, pattern, cursor) ?? searched(file.text, pattern, from)) : null
    budget.left -= 1
    cursor = found ?? cursor
    return lineAt(file, found ?? from)
  }
  return { find }
}

function searched(text: string, { source, flags }: RegExp, from: number): number | null {
  const sticky = new RegExp(source, `${flags}g`)
  sticky.lastIndex = from
  const found = sticky.exec(text)
  return found ? found.index + (found[0].length - found[0].trimStart().length) : null
}

// `[project]` and then `dependencies =`, `[dependency-groups]`; where it is spelled otherwise the file itself.
function headOf(text: string, keys: readonly string[]): number {
  for (let i = keys.length; i > 0; i -= 1) {
    const head = keys
      .slice(0, i)
      .map(key => `["']?${escaped(key)}["']?`)
      .join('\\s*\\.\\s*')
    const table = new RegExp(`^[ \\t]*\\[+[ \\t]*${head}[ \\t]*\\]`, 'm').exec(text)
    if (!table) continue
    const key = keys[i]
    const inside =
      key === undefined
        ? null
        : searched(text, new RegExp(`^[ \\t]*["']?${escaped(key)}["']?[ \\t]*=`, 'm'), table.index)
    return inside ?? table.index
  }
  return 0
}

function lineAt(file: SourceFile, start: number): Span {
  const stop = file.text.indexOf('\n', start)
  const line = file.text.slice(start, stop < 0 ? file.text.length : stop).trimEnd()
  return { file, start, end: start + line.length }
}
