import { createScanner } from 'jsonc-parser'
import { CST, isMap, isNode, isScalar, isSeq, Lexer, type Node } from 'yaml'
import type { Comment, SourceFile, Stretch } from '../../program'
import { type Token, tokensOf } from '../jenkins/groovy/tokens'
import { readYaml } from '../pipelines/yaml'
import { filled } from '../templates/filled'
import { placedComments, wholeLines } from './lines'

/** The comments of a file whose language no grammar is loaded for, by its path. */
export function commentsIn(file: SourceFile): Comment[] {
  const { path, text } = file
  // What stands in cells is found there.
  if (/\.(?:ipynb|pyw?)$/.test(path)) return []
  if (/\.ya?ml$/.test(path)) return yamlComments(file)
  if (/\.(?:toml|lock)$/.test(path)) return placedComments(text, tomlComments(text))
  if (/\.(?:json|jsonc)$/.test(path)) return placedComments(text, jsonComments(text))
  if (/(?:^|\/)Jenkinsfile|\.(?:groovy|jenkinsfile)$/i.test(path)) return groovyComments(text)
  return placedComments(text, wholeLines(text))
}

/** `{# … #}` in a template. `{% raw %}` and texts keep theirs. */
export function templateComments({ path, text }: SourceFile): Comment[] {
  const without = filled(text, /\.ya?ml\b/.test(path))
  const holes = [...text.matchAll(/\{#[\s\S]{0,2000}?#\}/g)]
    .map(({ 0: all, index }) => ({ start: index, end: index + all.length }))
    .filter(({ start, end }) => without.slice(start, end).trim() === '')
  return placedComments(text, holes)
}

/** Comments of PowerShell: behind a blank, and outside of quotes. */
export function powershellComments(text: string): Comment[] {
  const parts = text.matchAll(/"(?:`[\s\S]|[^"`])*(?:"|$)|'[^']*(?:'|$)|(?<![^\s;{(])#[^\n]*/g)
  return placedComments(
    text,
    stretchesThat(parts, part => part.startsWith('#')),
  )
}

function tomlComments(text: string): Stretch[] {
  const parts = text.matchAll(
    /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#[^\n]*/g,
  )
  return stretchesThat(parts, part => part.startsWith('#'))
}

function stretchesThat(parts: Iterable<RegExpExecArray>, isComment: (part: string) => boolean): Stretch[] {
  return [...parts].flatMap(({ 0: part, index }) =>
    isComment(part) ? [{ start: index, end: index + part.length }] : [],
  )
}

// The numbers of `SyntaxKind`, which exists for the compiler only.
const endOfFile = 17
const jsonComment = new Set([12, 13])

function jsonComments(text: string): Stretch[] {
  const scanner = createScanner(text, false)
  const found: Stretch[] = []
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    const start = scanner.getTokenOffset()
    if (jsonComment.has(kind)) found.push({ start, end: start + scanner.getTokenLength() })
  }
  return found
}

// Comments lie between tokens, and texts are tokens. A statement ends at the end of a line outside of brackets, or where a
// block begins.
function groovyComments(text: string): Comment[] {
  const { tokens } = tokensOf(text)
  const found: Stretch[] = []
  let behind = 0
  for (const { start, end } of [...tokens, { start: text.length, end: text.length }]) {
    for (const { 0: all, index } of text.slice(behind, start).matchAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g))
      found.push({ start: behind + index, end: behind + index + all.length })
    behind = end
  }
  return placedComments(text, found, line => ({ start: line.start, end: endOfGroovy(tokens, line) }))
}

const mostTokens = 500

function endOfGroovy(tokens: readonly Token[], line: Stretch): number {
  const first = tokens.findIndex(({ start }) => start >= line.start)
  let open = 0
  let last = line.end
  for (const { kind, text, end } of first < 0 ? [] : tokens.slice(first, first + mostTokens)) {
    if (kind === 'sign' && (text === '(' || text === '[')) open += 1
    if (kind === 'sign' && (text === ')' || text === ']')) open -= 1
    if (open <= 0 && (kind === 'line' || kind === 'end' || text === '{')) return last
    last = Math.max(last, end)
  }
  // Where brackets never close, nobody knows where the statement ends.
  return open > 0 ? line.end : last
}

function yamlComments(file: SourceFile): Comment[] {
  const { text } = file
  const found: Stretch[] = []
  let [at, isText] = [0, false]
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && !isText) found.push({ start: at, end: at + token.length })
    isText = token === CST.SCALAR
    if (!isMark(token)) at += token.length
  }
  const starts = stepsIn(file)
  return placedComments(text, found, line => {
    const first = line.start + Math.max(0, text.slice(line.start, line.end).search(/\S/))
    return { start: line.start, end: Math.max(line.end, starts.get(first) ?? 0) }
  })
}

// Marks of the lexer that stand for no text of the file.
function isMark(token: string): boolean {
  return token === CST.SCALAR || token === CST.DOCUMENT || token === CST.FLOW_END
}

/** Where each step of a YAML file ends, by where it begins: an item of a list, or a key with a text. */
function stepsIn(file: SourceFile): Map<number, number> {
  const ends = new Map<number, number>()
  for (const { node } of readYaml(file).documents) findSteps(node, file.text, ends, 0)
  return ends
}

const deepest = 100

function findSteps(node: Node, text: string, ends: Map<number, number>, depth: number): void {
  if (depth > deepest) return
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (isScalar(key) && key.range && isScalar(value)) ends.set(key.range[0], endOf(value))
      if (isNode(value)) findSteps(value, text, ends, depth + 1)
    }
  if (isSeq(node))
    for (const item of node.items) {
      if (!isNode(item) || !item.range) continue
      const dash = text.lastIndexOf('-', item.range[0] - 1)
      if (!holdsList(item, depth)) ends.set(dash < 0 ? item.range[0] : dash, endOf(item))
      findSteps(item, text, ends, depth + 1)
    }
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0
}

// A job with steps is more than one statement.
function holdsList(node: Node, depth: number): boolean {
  if (depth > deepest || isSeq(node)) return true
  return isMap(node) && node.items.some(({ value }) => isNode(value) && holdsList(value, depth + 1))
}
