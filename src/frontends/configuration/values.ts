import {
  constant,
  type Dictionary,
  type Notice,
  type SourceFile,
  type Span,
  unknown,
  type Value,
} from '../../program'

/** What is left to be made of a file: aliases make much of little. */
export interface Budget {
  left: number
}

const mostValues = 20_000
export const deepest = 40

/** Makes a value of a file within its budget, and says where that was too little. */
export function withinBudget(
  file: SourceFile,
  make: (budget: Budget) => Value | null,
): { value: Value | null; notices: Notice[] } {
  const budget: Budget = { left: mostValues }
  const value = make(budget)
  if (budget.left >= 0) return { value, notices: [] }
  const message = `It stands for more than ${mostValues.toLocaleString('en-US')} values, and the rest was not read.`
  return { value, notices: [{ path: file.path, line: 0, kind: 'limit', message }] }
}

/** A table of which not everything is known. */
export const openTable: Dictionary = { kind: 'dictionary', entries: [{ key: null, value: unknown }] }

// What is filled in later: OmegaConf and shells write `${…}`, Jinja `{{ … }}`, configparser `%(…)s`.
// Each is bounded, or a text of nothing but beginnings would take for ever.
const holes = /\$\{[^}]{0,200}\}|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|%\(\w{1,100}\)s/g

/** A literal with its place. What a text leaves open is unknown. */
export function literalAt(value: string | number | boolean | null, at: Span): Value {
  // OmegaConf's way to say that a value has to be given.
  if (value === '???') return unknown
  if (typeof value !== 'string') return { ...constant(value), at }
  const parts: Value[] = []
  let behind = 0
  for (const { 0: hole, index } of value.matchAll(holes)) {
    if (index > behind) parts.push({ ...constant(value.slice(behind, index)), at })
    parts.push(unknown)
    behind = index + hole.length
  }
  if (parts.length === 0) return { ...constant(value), at }
  if (behind < value.length) parts.push({ ...constant(value.slice(behind)), at })
  return parts.length === 1 ? unknown : { kind: 'text', parts }
}

/** A table of texts, as INI and environment files hold them. */
export function tableOf(entries: Iterable<readonly [string, Value]>): Dictionary {
  const last = new Map(entries)
  return { kind: 'dictionary', entries: [...last].map(([key, value]) => ({ key: constant(key), value })) }
}

/** A span of a file. */
export function spanIn(file: SourceFile, start: number, end: number): Span {
  return { file, start, end }
}
