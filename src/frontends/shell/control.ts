import { type Constant, mixOf, type Span, unknown, type Value } from '../../program'
import { addEdge, addFact, bind, goTo, lookUp, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { readArithmetic, readArithmeticCondition } from './arithmetic'
import { compare } from './comparisons'
import { joinModes, type Mode } from './mode'
import { statementsBetween, statementsIn } from './nodes'
import { plainForms } from './patterns'
import { runList } from './run'
import {
  assign,
  failed,
  kept,
  type Landing,
  type Loop,
  type Scope,
  spanOf,
  succeeded,
  type Target,
} from './scope'
import { arrive, ask, blockOf, failTo, isWatched, landing, leniently, startDead } from './status'
import { expandWords, readWord, type Word } from './words'

/** `if`, `elif`, `else`. */
export function runIf(scope: Scope, node: Node, failure: Target): void {
  const { builder } = scope
  const after = newBlock(builder)
  const modes: Mode[] = []
  const clauses = [node, ...node.namedChildren.filter(child => child?.type === 'elif_clause')]
  let open = true
  for (const clause of clauses) {
    if (!clause || !open) continue
    const otherwise = landing(1)
    const keyword = clause === node ? 'if' : 'elif'
    leniently(scope, () => runList(scope, statementsBetween(clause, keyword, ['then']), otherwise))
    const { mode } = scope
    runList(scope, statementsBetween(clause, 'then', ['fi', 'elif_clause', 'else_clause']), failure)
    goTo(builder, after)
    modes.push(scope.mode)
    scope.mode = mode
    open = arrive(scope, otherwise)
  }
  if (open) {
    const last = node.namedChildren.find(child => child?.type === 'else_clause') ?? null
    runList(scope, statementsIn(last), failure)
    goTo(builder, after)
    modes.push(scope.mode)
  }
  seal(builder, after)
  builder.at = after
  scope.mode = joinModes(modes) ?? scope.mode
}

/** `case … in … esac`. */
export function runCase(scope: Scope, node: Node, failure: Target): void {
  const { builder } = scope
  const subject = readWord(scope, node.childForFieldName('value'))
  const after = newBlock(builder)
  const { mode } = scope
  const modes: Mode[] = [mode]
  let through: number | null = null
  for (const item of node.namedChildren.filter(child => child?.type === 'case_item')) {
    if (!item) continue
    const body = landing(0)
    if (through !== null) addEdge(builder, through, { to: blockOf(scope, body) })
    for (const pattern of item.childrenForFieldName('value'))
      if (pattern) matchPattern(scope, subject, pattern, body)
    const otherwise = builder.at
    if (!arrive(scope, body)) continue
    scope.mode = mode
    runList(scope, statementsIn(item), failure)
    modes.push(scope.mode)
    through = item.childForFieldName('fallthrough') ? builder.at : null
    if (through === null) goTo(builder, after)
    builder.at = otherwise
  }
  if (through !== null) addEdge(builder, through, { to: after })
  goTo(builder, after)
  seal(builder, after)
  builder.at = after
  scope.mode = joinModes(modes) ?? mode
}

// Leads to the body where the pattern fits, and goes on where it does not.
function matchPattern(scope: Scope, subject: Value, pattern: Node, body: Landing): void {
  const span = spanOf(scope, pattern)
  for (const value of patternValues(scope, subject, pattern)) {
    const otherwise = landing(0)
    ask(scope, value, span, body, otherwise)
    if (!arrive(scope, otherwise)) startDead(scope)
  }
}

function patternValues(scope: Scope, subject: Value, pattern: Node): readonly Value[] {
  const span = spanOf(scope, pattern)
  const isQuoted = /^(string|raw_string)$/.test(pattern.type)
  if (!isQuoted && /^\*+$/.test(pattern.text)) return [always]
  const forms = isQuoted ? null : plainForms(pattern.text, 'glob')
  if (forms) return forms.map(form => compare('==', subject, { kind: 'constant', value: form }, span))
  const value = readWord(scope, pattern)
  return [isQuoted || value.kind !== 'constant' ? compare('==', subject, value, span) : unknown]
}

const always: Constant = { kind: 'constant', value: true }

/** `for … in …`, `select`. A list that is written out runs its body at least once. */
export function runFor(scope: Scope, node: Node, failure: Target): void {
  const name = node.childForFieldName('variable')?.text ?? ''
  const values = node.childrenForFieldName('value')
  const span = spanOf(scope, values[0] ?? node)
  const words = expandWords(scope, values)
  const certain = words.some(
    word => !word.splat && word.value.kind === 'constant' && !/[*?[]/.test(`${word.value.value}`),
  )
  readLoop(scope, node, failure, {
    first: certain,
    head: (body, done) => askForMore(scope, span, body, done),
    start: () => assign(scope, name, mixOf(words.map(itemOf))),
  })
}

function itemOf(word: Word): Value {
  return word.splat ? { kind: 'item', of: word.value, key: unknown } : word.value
}

function askForMore(scope: Scope, span: Span, body: Landing, done: Landing): void {
  const { builder } = scope
  addFact(builder, { kind: 'test', value: unknown, span })
  const from = builder.at
  addEdge(builder, from, { to: blockOf(scope, body), when: 'true' })
  addEdge(builder, from, { to: blockOf(scope, done), when: 'false' })
}

/** `for ((…))`. */
export function runCountingLoop(scope: Scope, node: Node, failure: Target): void {
  for (const part of node.childrenForFieldName('initializer')) readArithmetic(scope, part)
  const condition = node.childrenForFieldName('condition').findLast(child => child?.isNamed) ?? null
  readLoop(scope, node, failure, {
    first: false,
    head: (body, done) =>
      condition
        ? readArithmeticCondition(scope, condition, body, done)
        : goTo(scope.builder, blockOf(scope, body)),
    start: () => undefined,
  })
}

/** `while`, `until`. */
export function runWhile(scope: Scope, node: Node, failure: Target): void {
  const until = node.firstChild?.type === 'until'
  const condition = statementsBetween(node, until ? 'until' : 'while', ['do_group'])
  readLoop(scope, node, failure, {
    first: false,
    head: (body, done) => {
      leniently(scope, () => runList(scope, condition, until ? body : done))
      goTo(scope.builder, blockOf(scope, until ? done : body))
    },
    start: () => undefined,
  })
}

interface LoopParts {
  /** Whether the body runs before the first question. */
  readonly first: boolean
  readonly head: (body: Landing, done: Landing) => void
  readonly start: () => void
}

function readLoop(scope: Scope, node: Node, failure: Target, { first, head, start }: LoopParts): void {
  const { builder, mode } = scope
  const [again, body, after] = [landing(null), landing(null), landing(0)]
  const loop: Loop = { again, after, flag: `loop ${node.startIndex}` }
  const carried = carry(scope, node)
  bind(builder, loop.flag, succeeded)
  goTo(builder, blockOf(scope, first ? body : again))
  if (!first) askHead(scope, again, carried, () => head(body, after))
  if (body.block !== null) {
    builder.at = body.block
    if (!first) seal(builder, body.block)
    for (const [name, value] of carried) bind(builder, name, value)
    start()
    runBody(scope, node, loop)
  }
  if (first) askHead(scope, again, carried, () => head(body, after))
  for (const place of [again, body]) if (place.block !== null) seal(builder, place.block)
  scope.mode = joinModes([mode, scope.mode]) ?? mode
  if (!arrive(scope, after)) startDead(scope)
  else if (isWatched(failure)) askLast(scope, node, loop, failure)
}

function askHead(scope: Scope, again: Landing, carried: Carried, ask: () => void): void {
  scope.builder.at = blockOf(scope, again)
  for (const [name, value] of carried) bind(scope.builder, name, value)
  ask()
}

function runBody(scope: Scope, node: Node, loop: Loop): void {
  const { builder } = scope
  const outer = scope.loops
  scope.loops = [...outer, loop]
  const failing = landing(1)
  runList(scope, statementsIn(node.childForFieldName('body')), failing)
  bind(builder, loop.flag, succeeded)
  goTo(builder, blockOf(scope, loop.again))
  if (arrive(scope, failing)) {
    bind(builder, loop.flag, failed)
    goTo(builder, blockOf(scope, loop.again))
  }
  scope.loops = outer
}

// The status of a loop is that of the last command in its last turn.
function askLast(scope: Scope, node: Node, { flag }: Loop, failure: Target): void {
  const span = spanOf(scope, node)
  const passed = compare('==', lookUp(scope.builder, flag), succeeded, span)
  const [yes, no] = [landing(0), landing(1)]
  ask(scope, passed, span, yes, no)
  if (arrive(scope, no)) failTo(scope, failure, span)
  if (!arrive(scope, yes)) startDead(scope)
}

type Carried = readonly (readonly [string, Value])[]

// What a loop does not touch stays what it was before, which the builder knows only once it has seen the whole loop.
function carry(scope: Scope, node: Node): Carried {
  const text = node.text
  const moves: string[] = [
    ...(/\b(cd|pushd|popd)\b/.test(text) ? [] : [kept.directory]),
    ...(/\b(shift|set)\b/.test(text) ? [] : [kept.shifted]),
  ]
  return moves.map(name => [name, lookUp(scope.builder, name)] as const)
}
