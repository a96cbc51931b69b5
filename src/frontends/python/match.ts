import { mixOf, unknown, type Value } from '../../program'
import { addEdge, addFact, goTo, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { isCode, readExpression } from './expressions'
import { readCondition } from './logic'
import { bindName, type Scope, spanOf } from './scope'
import { readBlock } from './statements'

/** `match`: one test a case, in order. A case without a test takes the rest. */
export function readMatch(scope: Scope, node: Node): void {
  const { builder } = scope
  const subjects = node
    .childrenForFieldName('subject')
    .filter(isCode)
    .map(child => readExpression(scope, child))
  const [only, second] = subjects
  const subject: Value =
    only !== undefined && second === undefined ? only : { kind: 'collection', items: subjects }
  const after = newBlock(builder)
  const cases =
    node.childForFieldName('body')?.namedChildren.filter(child => child?.type === 'case_clause') ?? []
  for (const clause of cases) if (clause) readCase(scope, clause, subject, after)
  goTo(builder, after)
  seal(builder, after)
  builder.at = after
}

function readCase(scope: Scope, clause: Node, subject: Value, after: number): void {
  const { builder } = scope
  const [then, otherwise] = [newBlock(builder), newBlock(builder)]
  const patterns = clause.namedChildren.filter(child => child?.type === 'case_pattern').filter(isCode)
  const [pattern] = patterns
  const value = patterns.length === 1 && pattern ? testOf(scope, pattern, subject) : unknown
  if (value) {
    addFact(builder, { kind: 'test', value, span: spanOf(scope, pattern ?? clause) })
    const from = builder.at
    addEdge(builder, from, { to: then, when: 'true' })
    addEdge(builder, from, { to: otherwise, when: 'false' })
  } else goTo(builder, then)
  seal(builder, then)
  builder.at = then
  for (const name of patterns.flatMap(captures)) bindName(scope, name, isCapture(pattern) ? subject : unknown)
  const guard = clause.childForFieldName('guard')
  if (guard) {
    const pass = newBlock(builder)
    readCondition(scope, guard.namedChildren.find(isCode) ?? null, pass, otherwise)
    seal(builder, pass)
    builder.at = pass
  }
  readBlock(scope, clause.childForFieldName('consequence'))
  goTo(builder, after)
  seal(builder, otherwise)
  builder.at = otherwise
}

/** What a pattern asks; `null` where it takes everything. */
function testOf(scope: Scope, pattern: Node, subject: Value): Value | null {
  const inner = pattern.namedChildren.find(isCode)
  if (!inner || isCapture(pattern)) return null
  if (inner.type === 'union_pattern') {
    const parts = inner.namedChildren.filter(isCode).map(part => literal(scope, part))
    return equals(scope, pattern, subject, mixOf(parts))
  }
  return equals(scope, pattern, subject, literal(scope, inner))
}

function equals(scope: Scope, node: Node, left: Value, right: Value): Value {
  return right.kind === 'unknown'
    ? unknown
    : { kind: 'operation', operator: '==', operands: [left, right], span: spanOf(scope, node) }
}

function literal(scope: Scope, node: Node): Value {
  const literals = /^(string|concatenated_string|integer|float|true|false|none|dotted_name)$/
  return literals.test(node.type) ? readExpression(scope, node) : unknown
}

function isCapture(pattern: Node | null | undefined): boolean {
  const inner = pattern?.namedChildren.find(isCode)
  if (!inner) return true
  return inner.type === 'identifier' || (inner.type === 'dotted_name' && inner.namedChildCount === 1)
}

function captures(pattern: Node): string[] {
  return pattern.namedChildren.filter(isCode).flatMap(child => {
    if (child.type === 'identifier') return [child.text]
    if (child.type === 'dotted_name') return child.namedChildCount === 1 ? [child.text] : []
    if (child.type === 'keyword_pattern')
      return child.namedChildren.filter(isCode).slice(1).flatMap(captureIn)
    if (child.type === 'class_pattern') return child.namedChildren.filter(isCode).slice(1).flatMap(captures)
    return captures(child)
  })
}

function captureIn(node: Node): string[] {
  if (node.type === 'dotted_name') return node.namedChildCount === 1 ? [node.text] : []
  return captures(node)
}
