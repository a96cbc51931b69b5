import { type Span, unknown, type Value } from '../../program'
import type { Node } from '../parser'
import { readArithmetic } from './arithmetic'
import { allArguments, elementsOf, mayExpand, readExpansion, readVariable } from './expansions'
import { decodeAnsi, joinText, splitText, unescapeQuoted, unescapeWord } from './literals'
import { beginOf } from './nodes'
import { oneDeeper, type Scope, spanOf, textOf } from './scope'
import { readSubstitution, runProcess } from './substitutions'

/** A word as a command gets it. */
export interface Word {
  readonly value: Value
  /** Whether it may be several words, or none. */
  readonly splat: boolean
  readonly span: Span
}

/** What a word stands for, taken as one text. */
export function readWord(scope: Scope, node: Node | null): Value {
  if (!node) return textOf(scope.script, '')
  return oneDeeper<Value>(scope.script, node, unknown, () => wordByType(scope, node))
}

function wordByType(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'word':
    case 'variable_name':
    case 'regex':
    case 'extglob_pattern':
      return textOf(scope.script, unescapeWord(node.text))
    case 'raw_string':
      return textOf(scope.script, node.text.slice(1, -1))
    case 'ansi_c_string':
      return textOf(scope.script, decodeAnsi(node.text.slice(2, -1)))
    case 'string':
      return readQuoted(scope, node, node.startIndex + 1, node.endIndex - 1)
    case 'translated_string':
    case 'command_name':
      return readWord(scope, node.type === 'command_name' ? node.child(0) : node.namedChild(0))
    case 'concatenation':
      return joinText(
        scope.script,
        node.children.map(child => readWord(scope, child)),
      )
    case 'array':
      return { kind: 'collection', items: expandWords(scope, node.namedChildren).map(elementOf) }
    case 'number':
      return node.namedChildCount > 0 ? unknown : textOf(scope.script, node.text)
    default:
      return expansionByType(scope, node)
  }
}

function expansionByType(scope: Scope, node: Node): Value {
  switch (node.type) {
    case 'simple_expansion':
      return readVariable(scope, node.namedChild(0)?.text ?? '')
    case 'expansion':
      return readExpansion(scope, node)
    case 'command_substitution':
      return readSubstitution(scope, node, null)
    case 'process_substitution':
      runProcess(scope, node)
      return unknown
    case 'arithmetic_expansion':
      return readArithmetic(scope, node.namedChildren.at(-1) ?? null)
    default:
      // A bracket or a lone `$` is text, and nothing else is known.
      return node.isNamed ? unknown : textOf(scope.script, node.text)
  }
}

/** Text with expansions in it, such as stands between double quotes: the parser leaves blanks between them out. */
export function readQuoted(scope: Scope, node: Node, start: number, end: number): Value {
  const source = scope.script.file.text
  const parts: Value[] = []
  let at = start
  for (const child of node.namedChildren) {
    if (!child || child.type === 'string_content' || child.type === 'heredoc_content') continue
    parts.push(textOf(scope.script, unescapeQuoted(source.slice(at, beginOf(child)))), readWord(scope, child))
    at = child.endIndex
  }
  parts.push(textOf(scope.script, unescapeQuoted(source.slice(at, Math.max(at, end)))))
  return joinText(scope.script, parts)
}

/** Words as a command gets them, after expansion and splitting. */
export function expandWords(scope: Scope, nodes: readonly (Node | null)[]): Word[] {
  return nodes.flatMap(node => (node && node.type !== 'comment' ? expandWord(scope, node) : []))
}

function expandWord(scope: Scope, node: Node): Word[] {
  const span = spanOf(scope, node)
  if (node.type === 'command_name') return node.firstChild ? expandWord(scope, node.firstChild) : []
  const all = allNamed(node)
  if (all === '@') return allArguments(scope, span)
  if (all !== null) return elementsOf(scope, all, span)
  const value = readWord(scope, node)
  if (!/^(simple_expansion|expansion|command_substitution)$/.test(node.type))
    return [{ value, splat: node.type === 'brace_expression', span }]
  const pieces = splitText(value)
  if (pieces === null || !mayExpand(scope, pieces.length)) return [{ value, splat: true, span }]
  return pieces.map(piece => ({
    value: typeof piece === 'string' ? textOf(scope.script, piece) : piece,
    splat: false,
    span,
  }))
}

function elementOf({ value, splat }: Word): Value {
  return splat ? { kind: 'item', of: value, key: unknown, splat: true } : value
}

/** `@` for all arguments, a name for all elements of an array, `null` for anything else. */
function allNamed(node: Node): string | null {
  const text = node.type === 'string' ? node.text.slice(1, -1) : node.text
  if (/^\$(?:[@*]|\{[@*]\})$/.test(text)) return '@'
  return /^\$\{(\w+)\[[@*]\]\}$/.exec(text)?.[1] ?? null
}
