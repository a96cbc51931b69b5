import {
  CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import { lineOf } from '../base/lines'
import { UserError } from '../base/user-error'
import type { YamlFile } from '../rules/yaml-file'

/** Keys and indexes from the top of the document to a value. */
export type Place = readonly (string | number)[]

/** A YAML file as plain values, each of which still knows its place. */
export interface YamlText {
  readonly value: unknown
  /** The same, for those who look for places in the document themselves. */
  readonly file: YamlFile
  /** `file:line:column` of an offset. */
  at(offset: number): string
  get(place: Place): unknown
  has(place: Place): boolean
  valueOffset(place: Place): number
  keyOffset(place: Place, key: string): number
}

const longest = 64 * 1024
const deepest = 20

/** Reads a YAML document of plain values: no aliases, no tags, each key once. Anything else is a UserError. */
export function readYaml(text: string, fileName: string): YamlText {
  const at = (offset: number) => {
    const { line, column } = lineOf(text, offset)
    return `${fileName}:${line}:${column}`
  }
  if (text.length > longest)
    throw new UserError(`${fileName}:1:1: the file is larger than 64 KiB; keep only settings in it`)
  refuseDeepBrackets(text, at)
  const lines = new LineCounter()
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, lineCounter: lines })
  refuseBroken(document, at, text)
  refuseExotic(document, at)
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  return { ...places(document), value, file: { path: fileName, document, lines, value }, at }
}

// The parser runs out of memory on brackets nested thousands deep; its lexer does not.
function refuseDeepBrackets(text: string, at: (offset: number) => string): void {
  let depth = 0
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth > deepest)
      throw new UserError(`${at(offset)}: brackets are nested more than ${deepest} deep; write a flat list`)
    if (!standsForNoText(token)) offset += token.length
  }
}

function standsForNoText(token: string): boolean {
  const type = CST.tokenType(token)
  return type === 'doc-mode' || type === 'flow-error-end' || type === 'scalar'
}

function refuseBroken(document: Document.Parsed, at: (offset: number) => string, text: string): void {
  const [problem] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
  if (!problem) return
  const [start, end] = problem.pos
  throw new UserError(`${at(start)}: ${inPlainWords(problem.code, problem.message, text.slice(start, end))}`)
}

function inPlainWords(code: string, message: string, text: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'this key stands twice; keep one of them'
    case 'TAB_AS_INDENT':
      return 'a tab indents this line; write spaces'
    case 'MULTIPLE_DOCS':
      return 'a second document begins; keep one and remove the `---`'
    case 'TAG_RESOLVE_FAILED':
      return 'a tag stands before the value; remove the word that begins with `!`'
    case 'RESOURCE_EXHAUSTION':
      return 'the file is nested too deep; write `setting: value` lines'
    default:
      return `this is not YAML (${firstLine(message)}${text.trim() === '' ? '' : ` at \`${firstLine(text)}\``}); write \`setting: value\` lines, with text in quotes where it holds \`: \``
  }
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 80)
}

function refuseExotic(document: Document.Parsed, at: (offset: number) => string): void {
  visit(document, {
    Alias: (_, node) => {
      throw new UserError(`${at(node.range?.[0] ?? 0)}: an alias stands here; write the value itself`)
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) || isAlias(pair.key)) return
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
      throw new UserError(`${at(offset)}: the key is a list or a mapping; write a word`)
    },
  })
}

function places(document: Document.Parsed): Omit<YamlText, 'value' | 'file' | 'at'> {
  const node = (place: Place) => (place.length === 0 ? document.contents : document.getIn(place, true))
  return {
    get: place => {
      const found = node(place)
      return isNode(found) ? (found.toJS(document) as unknown) : found
    },
    has: place => place.length === 0 || document.hasIn(place),
    valueOffset: place => {
      const found = node(place)
      return isNode(found) ? (found.range?.[0] ?? 0) : 0
    },
    keyOffset: (place, key) => {
      const found = node(place)
      const pair = isMap(found)
        ? found.items.find(item => isScalar(item.key) && String(item.key.value) === key)
        : undefined
      return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
    },
  }
}
