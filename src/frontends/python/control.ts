import { type Span, unknown, type Value } from '../../program'
import {
  addCall,
  addEdge,
  addFact,
  type Builder,
  continueIn,
  type Frame,
  goTo,
  type Handler,
  isLive,
  isProtected,
  type Jump,
  leave,
  mayRaise,
  newBlock,
  raiseFrom,
  seal,
} from '../builder'
import { copyBody } from '../effort'
import type { Node } from '../parser'
import { firstCode, isCode, readExpression } from './expressions'
import { readCondition } from './logic'
import { moduleScope, type Scope, spanOf } from './scope'
import { bindAlias, readBlock } from './statements'
import { bindTarget } from './targets'

/** `if`, `elif`, `else`. */
export function readIf(scope: Scope, node: Node): void {
  const { builder } = scope
  const after = newBlock(builder)
  const clauses = [node, ...node.childrenForFieldName('alternative').filter(isCode)]
  for (const clause of clauses) {
    if (clause.type === 'else_clause') {
      readBlock(scope, clause.childForFieldName('body'))
      break
    }
    const [then, otherwise] = [newBlock(builder), newBlock(builder)]
    readCondition(scope, clause.childForFieldName('condition'), then, otherwise)
    seal(builder, then)
    builder.at = then
    readBlock(scope, clause.childForFieldName('consequence'))
    goTo(builder, after)
    seal(builder, otherwise)
    builder.at = otherwise
  }
  goTo(builder, after)
  seal(builder, after)
  builder.at = after
}

/** `while … else`. */
export function readWhile(scope: Scope, node: Node): void {
  readLoop(scope, node, (_head, body, done) =>
    readCondition(scope, node.childForFieldName('condition'), body, done),
  )
}

/** `for … in … else`: whether there is one more item is not known. */
export function readFor(scope: Scope, node: Node): void {
  const source = readExpression(scope, node.childForFieldName('right'))
  const target = node.childForFieldName('left')
  readLoop(scope, node, (head, body, done) => {
    addFact(scope.builder, {
      kind: 'test',
      value: unknown,
      over: source,
      span: spanOf(scope, node.childForFieldName('right') ?? node),
    })
    addEdge(scope.builder, head, { to: body, when: 'true' })
    addEdge(scope.builder, head, { to: done, when: 'false' })
    seal(scope.builder, body)
    scope.builder.at = body
    bindTarget(scope, target, { kind: 'item', of: source, key: unknown })
  })
}

function readLoop(
  scope: Scope,
  node: Node,
  readHead: (head: number, body: number, done: number) => void,
): void {
  const { builder } = scope
  const [head, body, done, after] = [
    newBlock(builder),
    newBlock(builder),
    newBlock(builder),
    newBlock(builder),
  ]
  goTo(builder, head)
  builder.at = head
  if (isProtected(builder)) raiseFrom(builder)
  readHead(head, body, done)
  seal(builder, body)
  builder.at = body
  within(builder, { kind: 'loop', breakTo: after, continueTo: head }, () =>
    readBlock(scope, node.childForFieldName('body')),
  )
  goTo(builder, head)
  seal(builder, head)
  seal(builder, done)
  builder.at = done
  readBlock(scope, node.childForFieldName('alternative')?.childForFieldName('body') ?? null)
  goTo(builder, after)
  seal(builder, after)
  builder.at = after
}

function within(builder: Builder, frame: Frame, read: () => void): void {
  const outer = builder.frames
  builder.frames = [...outer, frame]
  read()
  builder.frames = outer
}

/** `try`, `except`, `else`, `finally`. */
export function readTry(scope: Scope, node: Node): void {
  const final = node.namedChildren.find(child => child?.type === 'finally_clause')
  if (!final) return readHandled(scope, node)
  const { builder } = scope
  const copies = new Map<Jump, number>()
  const body = final.namedChildren.find(child => child?.type === 'block') ?? null
  within(builder, { kind: 'finally', copies }, () => readHandled(scope, node))
  readBlock(scope, body)
  const after = builder.at
  for (const [jump, copy] of copies) {
    seal(builder, copy)
    builder.at = copy
    copyBody(builder.effort, body ? body.endIndex - body.startIndex : 0, () => readBlock(scope, body))
    if (jump === 'raise') raiseAgain(builder, spanOf(scope, final))
    else leave(builder, jump)
  }
  builder.at = after
}

function raiseAgain(builder: Builder, span: Span): void {
  addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span })
  raiseFrom(builder)
}

function readHandled(scope: Scope, node: Node): void {
  const { builder } = scope
  const clauses = node.namedChildren.filter(isCode).filter(child => /^except/.test(child.type))
  const handlers = clauses.map(clause => openHandler(scope, clause))
  const after = newBlock(builder)
  within(builder, { kind: 'handlers', handlers }, () => {
    mayRaise(builder)
    readBlock(scope, node.childForFieldName('body'))
  })
  const otherwise = node.namedChildren.find(child => child?.type === 'else_clause')
  readBlock(scope, otherwise?.childForFieldName('body') ?? null)
  goTo(builder, after)
  clauses.forEach((clause, i) => {
    const handler = handlers[i]
    if (!handler) return
    seal(builder, handler.block)
    builder.at = handler.block
    bindAlias(scope, aliasOf(clause)?.text, caught(handler))
    readBlock(scope, clause.namedChildren.find(child => child?.type === 'block') ?? null)
    goTo(builder, after)
  })
  seal(builder, after)
  builder.at = after
}

function openHandler(scope: Scope, clause: Node): Handler {
  const values = clause.childrenForFieldName('value').filter(isCode)
  const types = values.map(value =>
    readExpression(scope, value.type === 'as_pattern' ? firstCode(value) : value),
  )
  const catches = types.flatMap(type => (type.kind === 'collection' ? type.items : [type]))
  const total = catches.length === 0 || catches.some(isAnyException)
  return { block: newBlock(scope.builder), catches: catches.length === 0 ? null : catches, total }
}

function aliasOf(clause: Node): Node | null {
  const value = clause.childForFieldName('value')
  return value?.type === 'as_pattern' ? (value.childForFieldName('alias')?.namedChild(0) ?? null) : null
}

function caught(handler: Handler): Value {
  const [type, second] = handler.catches ?? []
  return type && !second ? { kind: 'instance', of: type } : unknown
}

// Inside a function an import of the module is a variable further out.
function imported(scope: Scope, value: Value): Value {
  if (value.kind === 'field') return { ...value, of: imported(scope, value.of) }
  if (value.kind !== 'variable') return value
  const [only, second] = moduleScope(scope).bound.get(value.name) ?? []
  return only && !second ? only : value
}

function isNamed(value: Value, pattern: RegExp): boolean {
  if (value.kind === 'name') return pattern.test(value.name)
  return value.kind === 'field' && value.of.kind === 'name' && pattern.test(`${value.of.name}.${value.name}`)
}

/**
 * `with`: the value passes through `as`; `contextlib.suppress` swallows what is raised behind it. Of other managers that
 * is not known: only code that nothing else leads to is taken as a sign of it.
 */
export function readWith(scope: Scope, node: Node, isFollowed = false): void {
  const { builder } = scope
  const outer = builder.frames
  const handlers: Handler[] = []
  for (const item of withItems(node)) {
    const handler = suppressor(scope, readWithItem(scope, item, node.childForFieldName('body')))
    if (!handler) continue
    handlers.push(handler)
    builder.frames = [...builder.frames, { kind: 'handlers', handlers: [handler] }]
    mayRaise(builder)
  }
  const [entered, after] = [isFollowed ? continueIn(builder) : builder.at, newBlock(builder)]
  if (isFollowed) continueIn(builder)
  readBlock(scope, node.childForFieldName('body'))
  builder.frames = outer
  const ends = isLive(builder, builder.at)
  goTo(builder, after)
  for (const { block } of handlers) {
    seal(builder, block)
    addEdge(builder, block, { to: after })
  }
  if (!ends && isFollowed) addEdge(builder, entered, { to: after, when: 'raises', catches: null })
  seal(builder, after)
  builder.at = after
}

function withItems(node: Node): Node[] {
  const clause = node.namedChildren.find(child => child?.type === 'with_clause')
  return clause?.namedChildren.filter(isCode) ?? []
}

function readWithItem(scope: Scope, item: Node, body: Node | null): Value {
  const value = item.type === 'with_item' ? item.childForFieldName('value') : item
  const named = value?.type === 'as_pattern' ? value : null
  const entered = readExpression(scope, named ? firstCode(named) : value)
  const at = spanOf(scope, value ?? item)
  const during = body ? { during: spanOf(scope, body) } : {}
  addCall(scope.builder, { kind: 'field', of: entered, name: '__enter__' }, [], at, at, during)
  bindTarget(scope, named?.childForFieldName('alias') ?? null, entered)
  return entered
}

function suppressor(scope: Scope, entered: Value): Handler | null {
  if (entered.kind !== 'result') return null
  if (!isNamed(imported(scope, entered.call.callee), /^contextlib\.suppress$/)) return null
  const catches = entered.call.arguments.map(argument => argument.value)
  return { block: newBlock(scope.builder), catches, total: catches.some(isAnyException) }
}

function isAnyException(type: Value): boolean {
  return isNamed(type, /^(builtins\.)?(Base)?Exception$/)
}
