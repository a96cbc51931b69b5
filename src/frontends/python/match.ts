import { constant, mixOf, unknown, type Value } from '../../program'
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
  const value =
    patterns.length === 1 && pattern ? testOf(scope, pattern, subject) : testOfEach(scope, patterns, subject)
  if (value) {
    addFact(builder, { kind: 'test', value, span: spanOf(scope, pattern ?? clause) })
    const from = builder.at
    addEdge(builder, from, { to: then, when: 'true' })
    addEdge(builder, from, { to: otherwise, when: 'false' })
  } else goTo(builder, then)
  seal(builder, then)
  builder.at = then
  const whole = pattern && patterns.length === 1 ? nameOfWhole(pattern) : null
  for (const name of captures(patterns)) bindName(scope, name, name === whole ? subject : unknown)
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
  if (inner.type === 'as_pattern' && inner.namedChild(0)?.type === 'case_pattern')
    return testOf(scope, inner.namedChild(0) ?? pattern, subject)
  const parts =
    inner.type === 'union_pattern'
      ? inner.children.filter(part => part?.type !== '|' && part?.type !== '-')
      : [inner]
  if (parts.some(part => part && sequence.test(part.type)))
    return testOfAny(
      scope,
      pattern,
      parts.filter(part => part !== null),
      subject,
    )
  const values = parts.map(part => (part ? literal(scope, part) : unknown))
  return values.some(value => value.kind === 'unknown')
    ? unknown
    : { kind: 'operation', operator: '==', operands: [subject, mixOf(values)], span: spanOf(scope, pattern) }
}

const sequence = /^(tuple|list)_pattern$/

// `case ("numpy", "ndarray") | ("numpy", "dtype"):`
function testOfAny(scope: Scope, pattern: Node, parts: readonly Node[], subject: Value): Value | null {
  const tests = parts.map(part => {
    const inside = part.namedChildren.filter(isCode)
    const [only] = inside
    // `case ("numpy")` has brackets around a text, and `case ("numpy",)` a comma in them.
    const isOne = part.type === 'tuple_pattern' && inside.length === 1 && !part.text.includes(',')
    if (isOne && only) return testOf(scope, only, subject)
    return sequence.test(part.type) ? testOfEach(scope, inside, subject) : unknown
  })
  const [first, second] = tests
  if (first === undefined || second === undefined) return first ?? null
  const operands = tests.filter(test => test !== null)
  if (operands.length < tests.length) return null
  return { kind: 'operation', operator: 'or', operands, span: spanOf(scope, pattern) }
}

// `case "numpy", "ndarray":` asks for each by itself, and nothing of what it only names.
function testOfEach(scope: Scope, patterns: readonly Node[], subject: Value): Value | null {
  const [pattern] = patterns
  if (!pattern || subject.kind !== 'collection' || subject.each !== undefined) return unknown
  const { items } = subject
  const isSpread = items.some(item => item.kind === 'item' && item.splat)
  if (isSpread || items.length !== patterns.length || patterns.some(isSplat)) return unknown
  const tests = patterns.map((each, i) => testOf(scope, each, items[i] ?? unknown))
  const operands = tests.filter(test => test !== null)
  const [first, second] = operands
  if (first === undefined || second === undefined) return first ?? null
  return { kind: 'operation', operator: 'and', operands, span: spanOf(scope, pattern) }
}

function isSplat(pattern: Node): boolean {
  return pattern.namedChildren.some(child => child?.type === 'splat_pattern')
}

function literal(scope: Scope, node: Node): Value {
  if (/^(string|concatenated_string|true|false|none)$/.test(node.type)) return readExpression(scope, node)
  if (node.type === 'dotted_name' && node.namedChildCount > 1) return readExpression(scope, node)
  if (node.type !== 'integer' && node.type !== 'float') return unknown
  const value = readExpression(scope, node)
  // The minus of `case -1` stands before the number, as its sibling.
  if (node.previousSibling?.type !== '-') return value
  return value.kind === 'constant' && typeof value.value === 'number' ? constant(-value.value) : unknown
}

function isCapture(pattern: Node): boolean {
  return pattern.namedChildren.every(child => !isCode(child)) || nameIn(pattern) !== null
}

/** The name that a pattern gives to the whole of what it is matched with. */
function nameOfWhole(pattern: Node): string | null {
  const inner = pattern.namedChildren.find(isCode)
  return inner?.type === 'as_pattern' ? (inner.namedChildren.findLast(isCode)?.text ?? null) : nameIn(pattern)
}

function nameIn(pattern: Node): string | null {
  const inner = pattern.namedChildren.find(isCode)
  if (inner?.type === 'identifier') return inner.text
  return inner?.type === 'dotted_name' && inner.namedChildCount === 1 ? inner.text : null
}

// What is called and the keywords before a pattern name no capture. A worklist, since patterns may nest without end.
function captures(patterns: readonly Node[]): string[] {
  const names: string[] = []
  const open = [...patterns]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const children = node.namedChildren.filter(isCode)
    if (node.type === 'identifier') names.push(node.text)
    else if (node.type === 'dotted_name') names.push(...(children.length === 1 ? [node.text] : []))
    else {
      const inner = /^(class|keyword)_pattern$/.test(node.type) ? children.slice(1) : children
      for (const child of inner) open.push(child)
    }
  }
  return names
}
