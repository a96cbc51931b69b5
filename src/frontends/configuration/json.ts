import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { lineOf } from '../../base/lines'
import { type Notice, type SourceFile, unknown, type Value } from '../../program'
import { depthWithin } from '../bounds'
import type { Content } from './index'
import { type Budget, deepest, literalAt, spanIn, tableOf, withinBudget } from './values'

// The numbers of `SyntaxKind`, which exists for the compiler only.
const opening = new Set([1, 3])
const closing = new Set([2, 4])
const end = 17

/** A JSON file, as Python gets it. */
export function jsonContent(file: SourceFile): Content {
  const most = depthWithin(deepest)
  if (isTooDeep(file.text, most)) {
    const message = `Its values are nested more than ${most} deep, and none was read.`
    return { value: null, notices: [{ path: file.path, line: 0, kind: 'limit', message }] }
  }
  const errors: ParseError[] = []
  const root = parseTree(file.text, errors, { allowTrailingComma: true })
  const [first] = errors
  if (first) return { value: null, notices: [broken(file, first.offset)] }
  const twice: number[] = []
  const { value, notices } = withinBudget(file, budget => (root ? valueIn(file, root, budget, twice) : null))
  return { value, notices: [...notices, ...duplicates(file, twice)] }
}

function broken(file: SourceFile, offset: number): Notice {
  const message = 'The JSON could not be understood here, and no value of the file was read.'
  return { path: file.path, line: lineOf(file.text, offset).line, kind: 'syntax', message }
}

// The parser calls itself for each level.
function isTooDeep(text: string, most: number): boolean {
  const scanner = createScanner(text, true)
  let depth = 0
  for (let kind: number = scanner.scan(); kind !== end; kind = scanner.scan()) {
    if (opening.has(kind)) depth += 1
    if (closing.has(kind)) depth -= 1
    if (depth > most) return true
  }
  return false
}

function valueIn(file: SourceFile, node: Node, budget: Budget, twice: number[]): Value {
  budget.left -= 1
  if (budget.left < 0) return unknown
  const { type, children = [] } = node
  if (type === 'array')
    return { kind: 'collection', items: children.map(child => valueIn(file, child, budget, twice)) }
  if (type !== 'object') return literalAt(node.value, spanIn(file, node.offset, node.offset + node.length))
  const seen = new Set<string>()
  return tableOf(
    children.flatMap(({ children: [key, value] = [] }) => {
      if (!key || !value) return []
      if (seen.has(key.value)) twice.push(key.offset)
      seen.add(key.value)
      return [[String(key.value), valueIn(file, value, budget, twice)] as const]
    }),
  )
}

const mostDuplicates = 20

function duplicates(file: SourceFile, offsets: readonly number[]): Notice[] {
  const message = 'This key stands twice in its object; the last one was used.'
  const notices = offsets.slice(0, mostDuplicates).map(
    (offset): Notice => ({
      path: file.path,
      line: lineOf(file.text, offset).line,
      kind: 'syntax',
      message,
    }),
  )
  const more = offsets.length - notices.length
  if (more === 0) return notices
  const others = `Keys stand twice in their objects at ${more} other ${more === 1 ? 'place' : 'places'}.`
  return [...notices, { path: file.path, line: 0, kind: 'limit', message: others }]
}
