import type { AST } from 'toml-eslint-parser'
import { lineOf } from '../../base/lines'
import type { Notice, SourceFile, Span } from '../../program'
import type { PlacedText } from '../pipelines/templates'
import { piecesOf } from '../pipelines/yaml'

/** A value in a TOML file, and where it stands. */
export type Toml =
  | { readonly kind: 'text'; readonly placed: PlacedText; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Toml[]; readonly span: Span }
  | { readonly kind: 'table'; readonly entries: Map<string, Toml>; readonly span: Span }
  | { readonly kind: 'other'; readonly value: unknown; readonly span: Span }

type Table = Extract<Toml, { kind: 'table' }>

export interface TomlFile {
  readonly root: Toml
  readonly notices: readonly Notice[]
}

/** Reads a TOML file. Where it is broken, each of its tables is read by itself. */
export function readToml(file: SourceFile): TomlFile {
  const root = tableAt({ file, start: 0, end: file.text.length })
  const deep: number[] = []
  const whole = readPart({ file, offset: 0, deep }, root, file.text)
  if (whole === null) return { root, notices: deep.slice(0, 1).map(at => tooDeep(file, at)) }
  const parts = tableAt(root.span)
  for (const { 0: text, index } of file.text.matchAll(/(?:^|(?<=\n))\[[^\n]*(?:\n(?!\[)[^\n]*)*/g))
    if (text.length < longestPart) readPart({ file, offset: index, deep }, parts, text)
  const message = 'The TOML could not be understood here; the tables that can be read by themselves were.'
  const notice: Notice = { path: file.path, line: lineOf(file.text, whole).line, kind: 'syntax', message }
  return { root: parts, notices: [notice] }
}

const longestPart = 200_000
const deepest = 50

function tooDeep(file: SourceFile, at: number): Notice {
  const message = `Values are nested more than ${deepest} deep here, and what lies deeper was not read.`
  return { path: file.path, line: lineOf(file.text, at).line, kind: 'limit', message }
}

function tableAt(span: Span): Table {
  return { kind: 'table', entries: new Map(), span }
}

// The offset of what is broken; `null` where nothing is.
function readPart(read: Read, root: Table, text: string): number | null {
  // Loaded where it is needed: most repositories have no task in such a file.
  const { parseTOML } = require('toml-eslint-parser') as typeof import('toml-eslint-parser')
  let program: AST.TOMLProgram
  try {
    program = parseTOML(text)
  } catch (error) {
    return read.offset + (error instanceof Error && 'index' in error ? Number(error.index) : 0)
  }
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') put(read, root, node)
    else {
      const path = node.resolvedKey.map(String)
      const table = path.reduce((at, key) => tableIn(read, at, key, node.key.range), root)
      for (const entry of node.body) put(read, table, entry)
    }
  }
  return null
}

interface Read {
  readonly file: SourceFile
  readonly offset: number
  /** Where something lies too deep. */
  readonly deep: number[]
}

function spanOf({ file, offset }: Read, [start, end]: AST.Range): Span {
  return { file, start: start + offset, end: end + offset }
}

function tableIn(read: Read, { entries }: Table, key: string, range: AST.Range): Table {
  const known = entries.get(key)
  if (known?.kind === 'table') return known
  const made = tableAt(spanOf(read, range))
  entries.set(key, made)
  return made
}

function put(read: Read, root: Table, { key, value }: AST.TOMLKeyValue, depth = 0): void {
  const path = key.keys.map(part => (part.type === 'TOMLBare' ? part.name : part.value))
  const table = path.slice(0, -1).reduce((at, name) => tableIn(read, at, name, key.range), root)
  const last = path.at(-1)
  if (last !== undefined) table.entries.set(last, valueIn(read, value, depth))
}

function valueIn(read: Read, node: AST.TOMLContentNode, depth: number): Toml {
  const span = spanOf(read, node.range)
  if (depth > deepest) {
    read.deep.push(span.start)
    return { kind: 'other', value: null, span }
  }
  if (node.type === 'TOMLArray')
    return { kind: 'list', items: node.elements.map(item => valueIn(read, item, depth + 1)), span }
  if (node.type === 'TOMLInlineTable') {
    const table = tableAt(span)
    for (const entry of node.body) put(read, table, entry, depth + 1)
    return table
  }
  if (node.kind !== 'string') return { kind: 'other', value: node.value, span }
  const { text } = read.file
  const thrice = /^("""|''')/.test(text.slice(span.start, span.start + 3)) ? 2 : 0
  const pieces = piecesOf(node.value, text, span.start + thrice, span.end - thrice)
  return { kind: 'text', placed: { text: node.value, pieces }, span }
}

/** What stands under these keys; `null` where nothing does. */
export function tomlAt(toml: Toml, ...keys: readonly string[]): Toml | null {
  let at: Toml | undefined = toml
  for (const key of keys) at = at?.kind === 'table' ? at.entries.get(key) : undefined
  return at ?? null
}

/** The entries of a table; none where it is something else. */
export function tomlEntries(toml: Toml | null): readonly (readonly [string, Toml])[] {
  return toml?.kind === 'table' ? [...toml.entries] : []
}

/** The texts in a list, or the one that stands in its place. */
export function tomlTexts(toml: Toml | null): readonly string[] {
  if (toml?.kind === 'text') return [toml.placed.text]
  return toml?.kind === 'list'
    ? toml.items.flatMap(item => (item.kind === 'text' ? [item.placed.text] : []))
    : []
}
