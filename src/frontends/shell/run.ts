import type { Operation } from '../../program'
import { addEdge, bind, goTo, lookUp, newBlock, seal } from '../builder'
import type { Node } from '../parser'
import { readArithmeticCondition } from './arithmetic'
import { runCommand } from './commands'
import { runCase, runCountingLoop, runFor, runIf, runWhile } from './control'
import { runAssignments, runDeclaration } from './declarations'
import { defineFunction } from './functions'
import { joinModes } from './mode'
import { isStatement, type Statement, statementsIn } from './nodes'
import { runRedirected } from './redirects'
import {
  failed,
  kept,
  type Landing,
  noteLimit,
  oneDeeper,
  type Scope,
  spanOf,
  succeeded,
  type Target,
  textOf,
} from './scope'
import { arrive, decide, demand, failTo, landing, leniently, meetAt, targetOf, unwatched } from './status'
import { inSubshell } from './subshell'
import { inputOf } from './substitutions'
import { readTestCommand } from './tests'

/** Runs commands one after another; the status of the last one is that of all. */
export function runList(scope: Scope, statements: readonly Statement[], failure: Target): void {
  for (const [i, { node, background }] of statements.entries()) {
    if (background) runInBackground(scope, node)
    else if (i < statements.length - 1) runAndGoOn(scope, node)
    else run(scope, node, failure)
  }
}

// What fails here either ends the shell, because of `-e`, or is not looked at.
function runAndGoOn(scope: Scope, node: Node): void {
  const ignored = unwatched()
  run(scope, node, ignored)
  bind(scope.builder, kept.status, succeeded)
  meetAt(scope, ignored)
}

function runInBackground(scope: Scope, node: Node): void {
  const ignored = unwatched()
  leniently(scope, () => inSubshell(scope, node, ignored, inner => run(scope, node, inner)))
  meetAt(scope, ignored)
  bind(scope.builder, kept.status, succeeded)
}

// More than the longest script that anyone wrote has, and few enough for the memory.
const mostBlocks = 300_000

/** Runs one command. Control goes on where it ends well, and to `failure` where `-e` does not end the shell first. */
export function run(scope: Scope, node: Node, failure: Target): void {
  if (scope.builder.blocks.length > mostBlocks)
    return noteLimit(
      scope.script,
      node,
      'The script has too many commands; those from here on were not read.',
    )
  oneDeeper(scope.script, node, undefined, () => runByType(scope, node, failure))
}

function runByType(scope: Scope, node: Node, failure: Target): void {
  switch (node.type) {
    case 'command':
      return runCommand(scope, node, failure, null)
    case 'redirected_statement':
      return runRedirected(scope, node, failure)
    case 'variable_assignment':
    case 'variable_assignments':
      return runAssignments(scope, node, failure)
    case 'declaration_command':
    case 'unset_command':
      return runDeclaration(scope, node)
    case 'test_command':
      return runTest(scope, node, failure)
    case 'negated_command':
      return runNegated(scope, node, failure)
    case 'list':
      return runAndOr(scope, node, failure)
    case 'pipeline':
      return runPipeline(scope, node, failure)
    case 'subshell': {
      const target = targetOf(scope, failure)
      return inSubshell(scope, node, target, inner => runList(scope, statementsIn(node), inner))
    }
    case 'function_definition':
      return defineFunction(scope, node)
    case 'compound_statement':
      return runGroup(scope, node, failure)
    default:
      return runCompound(scope, node, failure)
  }
}

function runCompound(scope: Scope, node: Node, failure: Target): void {
  switch (node.type) {
    case 'if_statement':
      return runIf(scope, node, failure)
    case 'case_statement':
      return runCase(scope, node, failure)
    case 'for_statement':
      return runFor(scope, node, failure)
    case 'c_style_for_statement':
      return runCountingLoop(scope, node, failure)
    case 'while_statement':
      return runWhile(scope, node, failure)
    default:
      return runList(scope, statementsIn(node), failure)
  }
}

/** `{ …; }`, `((…))`. */
function runGroup(scope: Scope, node: Node, failure: Target): void {
  if (node.firstChild?.type !== '((') return runList(scope, statementsIn(node), failure)
  const span = spanOf(scope, node)
  const last = node.namedChildren.at(-1) ?? null
  decide(scope, failure, span, (yes, no) => readArithmeticCondition(scope, last, yes, no))
}

/** `[ … ]`, `[[ … ]]`, and what the parser takes for one. */
function runTest(scope: Scope, node: Node, failure: Target): void {
  decide(scope, failure, spanOf(scope, node), (yes, no) => readTestCommand(scope, node, yes, no))
}

/** `! command`: no failure, and no success, of such a command ends the shell. */
function runNegated(scope: Scope, node: Node, failure: Target): void {
  const inner = statementsIn(node)[0]?.node
  negate(scope, node, failure, target => inner && run(scope, inner, target))
}

function negate(scope: Scope, node: Node, failure: Target, read: (target: Target) => void): void {
  const ok = landing(0)
  leniently(scope, () => read(ok))
  failTo(scope, failure, spanOf(scope, node))
  arrive(scope, ok)
}

function runAndOr(scope: Scope, node: Node, failure: Target): void {
  const [left, right] = statementsIn(node).map(statement => statement.node)
  const isAnd = node.children.some(child => child?.type === '&&')
  const parts = [left, right].map(part => (target: Target) => part && run(scope, part, target))
  runEither(scope, node, isAnd, parts, failure)
}

/** `a && b`, `a || b`: a failure of `a` is looked at, so `-e` does not count for it. */
export function runEither(
  scope: Scope,
  node: Node,
  isAnd: boolean,
  [left, right]: readonly ((failure: Target) => void)[],
  failure: Target,
): void {
  const { builder } = scope
  const otherwise = landing(1)
  leniently(scope, () => left?.(otherwise))
  const { mode } = scope
  if (isAnd) right?.(failure)
  const after = builder.at
  if (arrive(scope, otherwise)) {
    if (isAnd) failTo(scope, failure, spanOf(scope, node))
    else right?.(failure)
    builder.at = isAnd ? after : joinAt(scope, after)
  }
  scope.mode = joinModes([mode, scope.mode]) ?? mode
}

function joinAt({ builder }: Scope, other: number): number {
  const next = newBlock(builder)
  goTo(builder, next)
  addEdge(builder, other, { to: next })
  seal(builder, next)
  return next
}

function runPipeline(scope: Scope, node: Node, failure: Target): void {
  const elements = node.namedChildren.filter(isStatement)
  const [first, ...rest] = elements
  // The parser takes `! a | b` for a pipe whose first part is negated; the shell negates the pipe.
  const inner = first?.type === 'negated_command' ? statementsIn(first)[0]?.node : undefined
  if (!inner)
    return runPipe(
      scope,
      node,
      elements.map(part => runnable(scope, part)),
      failure,
    )
  negate(scope, node, failure, target =>
    runPipe(
      scope,
      node,
      [inner, ...rest].map(part => runnable(scope, part)),
      target,
    ),
  )
}

/** A part of a pipe. */
export interface Part {
  readonly node: Node
  readonly run: (failure: Target) => void
}

function runnable(scope: Scope, node: Node): Part {
  return { node, run: failure => run(scope, node, failure) }
}

/**
 * Parts of a pipe run side by side: none waits for another one to succeed. A part that must not fail, because of `pipefail`,
 * is asked for its status behind the last one.
 */
export function runPipe(scope: Scope, node: Node, parts: readonly Part[], failure: Target): void {
  const [printed, status] = [kept.printed, kept.status].map(name => lookUp(scope.builder, name))
  const outer = { capturing: scope.capturing, input: scope.input }
  const target = targetOf(scope, failure)
  const flags: string[] = []
  const { pipefail } = scope.mode
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1
    bind(scope.builder, kept.printed, (isLast ? printed : undefined) ?? textOf(scope.script, ''))
    if (status) bind(scope.builder, kept.status, status)
    scope.capturing = isLast ? outer.capturing : true
    const ignored = pipefail ? landing(1) : unwatched()
    inSubshell(scope, part.node, isLast ? target : ignored, inner => part.run(inner))
    const flag = `|${part.node.startIndex}`
    if (!isLast && flagFailure(scope, ignored, pipefail ? flag : null)) flags.push(flag)
    scope.input = isLast ? outer.input : inputOf(scope, part.node)
  }
  for (const flag of flags) demandFlag(scope, node, flag, failure)
}

function flagFailure(scope: Scope, ignored: Landing, flag: string | null): boolean {
  if (ignored.block === null) return false
  if (flag !== null) {
    bind(scope.builder, flag, succeeded)
    const at = scope.builder.at
    scope.builder.at = ignored.block
    bind(scope.builder, flag, failed)
    scope.builder.at = at
  }
  meetAt(scope, ignored)
  return flag !== null
}

function demandFlag(scope: Scope, node: Node, flag: string, failure: Target): void {
  const span = spanOf(scope, node)
  const operands = [lookUp(scope.builder, flag), succeeded]
  const passed: Operation = { kind: 'operation', operator: '==', operands, span }
  demand(scope, passed, span, failure)
}
