import { isAlias, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml'
import { lineOf } from '../../base/lines'
import { keptIn } from '../../base/once'
import type { Notice, Piece, SourceFile, Span } from '../../program'
import { boundsNow, depthWithin } from '../bounds'
import { deepest, type ParsedDocument, parsedYaml } from './yaml-parse'

/** A YAML file of a scanned repository, read as far as it can be. Looking into it costs from one budget. */
export interface YamlFile {
  readonly file: SourceFile
  readonly documents: readonly Tree[]
  readonly notices: Notice[]
}

/** A value in a YAML file. Aliases and merge keys are followed. */
export interface Tree {
  readonly node: Node
  readonly reader: Reader
  /** Where it stands; an alias where it is written. */
  readonly span: Span
  /** The map over which this one lies: its keys count where this one has none of them. */
  readonly below?: Tree
}

/** A value that lies over another: maps are put together key by key, and of all else the upper one counts. */
export function over(above: Tree, below: Tree | undefined): Tree {
  if (!below || !isMapping(above) || !isMapping(below)) return above
  return { ...above, below: above.below ? over(above.below, below) : below }
}

/** What reading one file has cost. */
interface Reader {
  readonly file: SourceFile
  readonly notices: Notice[]
  document: ParsedDocument | null
  left: number
  /** What has been looked into: a map of very many keys is asked for each of them. */
  readonly entries: Map<Tree, readonly Entry[]>
  readonly items: Map<Tree, readonly Tree[]>
}

/** Reads a YAML file. What is broken becomes a notice, and what stands before and behind it is used. */
export function readYaml(file: SourceFile): YamlFile {
  const notices: Notice[] = []
  const most = depthWithin(deepest)
  const parsed = parsedYaml(file.text, most)
  if (parsed === 'too deep') {
    notices.push(noticeAt(file, 1, 'limit', `Brackets or lists are nested more than ${most} deep.`))
    return { file, documents: [], notices }
  }
  if (parsed.brokenLine !== null) notices.push(noticeAt(file, parsed.brokenLine, 'syntax', syntaxMessage))
  const left = boundsNow().yamlValues
  const reader: Reader = { file, notices, document: null, left, entries: new Map(), items: new Map() }
  const trees = parsed.documents.map(document => treeOf({ ...reader, document }, document.contents))
  return { file, documents: trees, notices }
}

const syntaxMessage =
  'The YAML could not be understood here; the rest of the file was read as far as it could be.'

function noticeAt(file: SourceFile, line: number, kind: Notice['kind'], message: string): Notice {
  return { path: file.path, line, kind, message }
}

function treeOf(reader: Reader, node: Node): Tree {
  const [start, end] = node.range ?? [0, 0]
  return { node: followAlias(reader, node), reader, span: { file: reader.file, start, end } }
}

function followAlias({ document }: Reader, node: Node): Node {
  let at: Node | undefined = node
  for (let steps = 0; isAlias(at) && steps < 20; steps += 1) at = document?.meant().get(at)
  return at && !isAlias(at) ? at : new Scalar(null)
}

// Aliases in aliases can stand for billions of nodes; each look costs one.
function pay(reader: Reader): boolean {
  reader.left -= 1
  if (reader.left === -1) reader.notices.push(noticeAt(reader.file, 0, 'limit', tooManyValues()))
  return reader.left >= 0
}

const mostDuplicates = 20

function tooManyValues(): string {
  const most = boundsNow().yamlValues.toLocaleString('en-US')
  return `It stands for more than ${most} values, as aliases can make of few, and the rest was not read. \`limits.yaml-values\` sets how many.`
}

/** Keys that stand twice in one map, of which readers take either; the later one is used here. */
export function duplicateKeys({ file, documents }: YamlFile): Notice[] {
  const found = documents.flatMap(({ node }) => duplicatesIn(node))
  const notices = found
    .slice(0, mostDuplicates)
    .map(({ range }) => noticeAt(file, lineOf(file.text, range?.[0] ?? 0).line, 'syntax', duplicateMessage))
  const more = found.length - notices.length
  const places = more === 1 ? 'place' : 'places'
  const others = noticeAt(file, 0, 'limit', `Keys stand twice in their maps at ${more} other ${places}.`)
  return more === 0 ? notices : [...notices, others]
}

function duplicatesIn(node: Node): Scalar[] {
  const found: Scalar[] = []
  visit(node, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key) || key.value === '<<') continue
        if (seen.has(key.value)) found.push(key)
        seen.add(key.value)
      }
    },
  })
  return found
}

const duplicateMessage = 'This key stands twice in its map; the last one was used.'

/** A key with its value. */
export interface Entry {
  readonly key: string
  readonly at: Span
  readonly value: Tree
}

/** The entries of a map, those that `<<` merges in behind its own. Empty where the value is no map. A later duplicate of a key wins. */
export function entriesOf(tree: Tree | null): readonly Entry[] {
  return tree ? keptIn(tree.reader.entries, tree, () => entriesAt(tree, 0)) : []
}

function entriesAt(tree: Tree, depth: number): readonly Entry[] {
  if (!isMap(tree.node) || depth > 10) return []
  const { reader } = tree
  const own: Entry[] = []
  const merged: Entry[] = []
  for (const pair of tree.node.items) {
    if (!pay(reader)) break
    const key = isScalar(pair.key) ? textOfScalar(pair.key) : null
    if (key === null) continue
    const [start, end] = (pair.key as Node).range ?? [0, 0]
    const value = treeOf(reader, (pair.value as Node | null) ?? new Scalar(null))
    if (key === '<<') for (const from of mergedTrees(value)) merged.push(...entriesAt(from, depth + 1))
    else own.push({ key, at: { file: reader.file, start, end }, value })
  }
  const last = new Map(own.map(entry => [entry.key, entry]))
  const found = [...last.values(), ...merged.filter(entry => !last.has(entry.key))]
  return tree.below ? entriesOver(found, entriesAt(tree.below, depth)) : found
}

function entriesOver(above: readonly Entry[], below: readonly Entry[]): readonly Entry[] {
  const under = new Map(below.map(entry => [entry.key, entry]))
  const keys = new Set(above.map(({ key }) => key))
  return [
    ...above.map(entry => ({ ...entry, value: over(entry.value, under.get(entry.key)?.value) })),
    ...below.filter(({ key }) => !keys.has(key)),
  ]
}

function mergedTrees(tree: Tree): readonly Tree[] {
  return isSeq(tree.node) ? itemsOf(tree) : [tree]
}

/** The value of a key; `null` where it is absent. */
export function valueAt(tree: Tree | null, ...keys: readonly string[]): Tree | null {
  let at: Tree | null = tree
  for (const key of keys) at = entriesOf(at).find(entry => entry.key === key)?.value ?? null
  return at
}

/** The span of a key, for saying where a setting stands; that of the map where it is absent. */
export function keyAt(tree: Tree, key: string): Span {
  return entriesOf(tree).find(entry => entry.key === key)?.at ?? tree.span
}

/** The items of a list. Empty where the value is no list. */
export function itemsOf(tree: Tree | null): readonly Tree[] {
  return tree ? keptIn(tree.reader.items, tree, () => itemsAt(tree)) : []
}

function itemsAt({ node, reader }: Tree): readonly Tree[] {
  if (!isSeq(node)) return []
  return node.items.flatMap(item =>
    pay(reader) ? [treeOf(reader, (item as Node | null) ?? new Scalar(null))] : [],
  )
}

/** The items of a list, or the value itself where it is none. */
export function listOf(tree: Tree | null): readonly Tree[] {
  if (!tree || isNothing(tree)) return []
  return isSeq(tree.node) ? itemsOf(tree) : [tree]
}

export function isList(tree: Tree | null): boolean {
  return tree !== null && isSeq(tree.node)
}

export function isMapping(tree: Tree | null): boolean {
  return tree !== null && isMap(tree.node)
}

/** Whether a key has no value, or `null`. */
export function isNothing(tree: Tree | null): boolean {
  return tree === null || (isScalar(tree.node) && tree.node.value === null)
}

/** A scalar as text, however it is written; `null` for lists, maps and nothing. */
export function textOf(tree: Tree | null): string | null {
  return tree && isScalar(tree.node) ? textOfScalar(tree.node) : null
}

function textOfScalar(node: Scalar): string | null {
  const { value } = node
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return node.source === '' ? null : (node.source ?? null)
  return node.source ?? String(value)
}

/** The custom tag of a value, `!reference`; empty where it has none. */
export function tagOf(tree: Tree): string {
  return tree.node.tag?.startsWith('!') ? tree.node.tag : ''
}

/** A scalar's boolean; `null` where it is none. `yes`, `on`, `no` and `off` count, as older readers of YAML take them. */
export function booleanOf(tree: Tree | null): boolean | null {
  const text = textOf(tree)
  if (text === null) return null
  if (/^(true|yes|on)$/i.test(text)) return true
  return /^(false|no|off)$/i.test(text) ? false : null
}

/** A scalar's text with the places of its lines in the file. */
export function placedText(tree: Tree): { text: string; pieces: readonly Piece[] } {
  const text = textOf(tree) ?? ''
  const { file } = tree.reader
  const [start, end] = tree.node.range ?? [0, 0]
  return { text, pieces: piecesOf(text, file.text, start + headerOf(file.text, start, end), end) }
}

// What begins a block (`|`, `>-  # why`) is no line of its text, which may hold the same signs.
function headerOf(source: string, start: number, end: number): number {
  const line = /[|>]/.test(source[start] ?? '') ? source.indexOf('\n', start) + 1 : 0
  return line > 0 && line < end ? line - start : 0
}

// Indentation, folding and escapes change a text's lines; each line that survives is found again by its content.
/** Where the lines of a text stand between two places of its file. */
export function piecesOf(text: string, source: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = []
  const quoted = source[start] === '"' || source[start] === "'"
  let cursor = 0
  let at = quoted ? start + 1 : start
  for (const line of source.slice(at, quoted ? end - 1 : end).split('\n')) {
    const content = line.trim()
    const found = content === '' ? -1 : text.indexOf(content, cursor)
    if (found >= 0) {
      pieces.push({ from: found, to: at + line.indexOf(content), length: content.length })
      cursor = found + content.length
    }
    at += line.length + 1
  }
  return pieces.length > 0 ? pieces : [{ from: 0, to: start, length: 0 }]
}
