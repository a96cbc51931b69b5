import { unknown, type Value } from '../../program'
import { addEdge, addFact, goTo, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { isCode, readExpression } from './expressions'
import { readCondition } from './logic'
import { bindInner, closeInner, openInner, type Scope, spanOf } from './scope'
import { bindTarget, targetNames } from './targets'

/** A comprehension: loops whose variables stay inside. It stands for a collection of what its body gives. */
export function readComprehension(scope: Scope, node: Node): Value {
  const { builder } = scope
  const after = newBlock(builder)
  const heads: number[] = []
  const names: string[] = []
  for (const clause of node.namedChildren.filter(isCode)) {
    if (clause.type === 'for_in_clause') heads.push(openLoop(scope, clause, heads.at(-1) ?? after, names))
    if (clause.type === 'if_clause') readFilter(scope, clause, heads.at(-1) ?? after)
  }
  const body = node.childForFieldName('body')
  const item = body?.type === 'pair' ? readPair(scope, body) : readExpression(scope, body)
  const each = builder.at
  goTo(builder, heads.at(-1) ?? after)
  for (const head of heads) seal(builder, head)
  closeInner(scope, names)
  seal(builder, after)
  builder.at = after
  if (body?.type === 'pair') return { kind: 'dictionary', entries: [{ key: unknown, value: item }], each }
  return { kind: 'collection', items: [item], each }
}

function openLoop(scope: Scope, clause: Node, done: number, names: string[]): number {
  const { builder } = scope
  const source = readExpression(scope, clause.childForFieldName('right'))
  const [head, body] = [newBlock(builder), newBlock(builder)]
  goTo(builder, head)
  builder.at = head
  addFact(builder, { kind: 'test', value: unknown, over: source, span: spanOf(scope, clause) })
  addEdge(builder, head, { to: body, when: 'true' })
  addEdge(builder, head, { to: done, when: 'false' })
  seal(builder, body)
  builder.at = body
  const target = clause.childForFieldName('left')
  const own = targetNames(target)
  names.push(...own)
  openInner(scope, own, clause)
  bindTarget(scope, target, { kind: 'item', of: source, key: unknown }, bindInner)
  return head
}

function readFilter(scope: Scope, clause: Node, head: number): void {
  const { builder } = scope
  const pass = newBlock(builder)
  readCondition(scope, clause.namedChildren.find(isCode) ?? null, pass, head)
  seal(builder, pass)
  builder.at = pass
}

function readPair(scope: Scope, pair: Node): Value {
  readExpression(scope, pair.childForFieldName('key'))
  return readExpression(scope, pair.childForFieldName('value'))
}
