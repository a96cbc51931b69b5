import { type Argument, type Call, type Operation, type Span, unknown, type Value } from '../../program'
import { addEdge, addFact, bind, goTo, isLive, leave, lookUp, newBlock, seal, startBlock } from '../builder'
import { type Ends, failed, kept, type Landing, type Scope, succeeded, type Target } from './scope'

/** A place that nothing leads to yet. */
export function landing(status: Landing['status']): Landing {
  return { block: null, status }
}

/** A place for failures that lead where success does. */
export function unwatched(): Landing {
  return { block: null, status: 1, ignored: true }
}

/** Whether a failure that leads there makes a difference. */
export function isWatched(target: Target): boolean {
  return typeof target !== 'object' || target.ignored !== true
}

/** The block of a landing. */
export function blockOf(scope: Scope, place: Landing): number {
  if (place.block === null) {
    place.block = newBlock(scope.builder)
    const at = scope.builder.at
    scope.builder.at = place.block
    if (place.status !== null) bind(scope.builder, kept.status, place.status === 0 ? succeeded : failed)
    scope.builder.at = at
  }
  return place.block
}

/** Goes on at a landing to which every way is known; false where none leads to it. */
export function arrive(scope: Scope, place: Landing): boolean {
  if (place.block === null) return false
  seal(scope.builder, place.block)
  scope.builder.at = place.block
  return true
}

/** Goes on behind a landing and the place at hand, which meet. */
export function meetAt(scope: Scope, place: Landing): void {
  if (place.block === null) return
  const next = newBlock(scope.builder)
  goTo(scope.builder, next)
  arrive(scope, place)
  goTo(scope.builder, next)
  seal(scope.builder, next)
  scope.builder.at = next
}

/** Goes on in a block that nothing leads to. */
export function startDead(scope: Scope): void {
  seal(scope.builder, startBlock(scope.builder))
}

/** Whether a failure ends the script by itself. */
export function stops(scope: Scope): boolean {
  return !scope.lenient && (scope.mode.errexit || scope.mode.trapped)
}

/** Where the failure of a command leads, as far as its surroundings say `otherwise`. */
export function targetOf(scope: Scope, otherwise: Target): Target {
  return stops(scope) ? scope.ends.failure : otherwise
}

/** Fails here and now. What follows is unreachable. */
export function failTo(scope: Scope, target: Target, span: Span): void {
  if (typeof target === 'object') goTo(scope.builder, blockOf(scope, target))
  else {
    remember(scope, target)
    addFact(scope.builder, { kind: 'raise', value: unknown, by: 'raise', span })
  }
  startDead(scope)
}

function remember(scope: Scope, target: Target): void {
  if (!isLive(scope.builder, scope.builder.at)) return
  if (target === 'returns') scope.variant.returnsFailing = true
  if (target === 'exits') scope.variant.exits = true
}

/** Ends well: the unit, or the subshell. What follows is unreachable. */
export function succeed(scope: Scope, { success }: Ends, span: Span): void {
  if (success !== 'unit') {
    goTo(scope.builder, blockOf(scope, success))
    return startDead(scope)
  }
  addFact(scope.builder, { kind: 'return', value: lookUp(scope.builder, kept.printed), span })
  leave(scope.builder, 'return')
}

/** Adds a call. What it binds is bound before `leadOn` says where it leads. */
export function addCommand(
  scope: Scope,
  callee: Value,
  args: readonly Argument[],
  place: Omit<Call, 'kind' | 'callee' | 'arguments'>,
): Call {
  const call: Call = { kind: 'call', callee, arguments: args, ...place }
  addFact(scope.builder, call)
  bind(scope.builder, kept.status, succeeded)
  return call
}

/** Leads from the call at hand to each of these where it fails, or out of the unit where there are none. */
export function leadOn(scope: Scope, targets: readonly Target[]): void {
  const { builder } = scope
  for (const target of targets) remember(scope, target)
  const places = [...new Set(targets.filter(target => typeof target === 'object'))]
  if (places.length === 0) return
  const next = newBlock(builder)
  addEdge(builder, builder.at, { to: next })
  for (const place of places)
    addEdge(builder, builder.at, { to: blockOf(scope, place), when: 'raises', catches: null })
  seal(builder, next)
  builder.at = next
}

/** Asks a question and leaves by one of its two outcomes; a constant has one. */
export function ask(scope: Scope, value: Value, span: Span, yes: Landing, no: Landing): void {
  const { builder } = scope
  if (value.kind === 'constant') return goTo(builder, blockOf(scope, value.value ? yes : no))
  addFact(builder, { kind: 'test', value, span })
  const from = builder.at
  addEdge(builder, from, { to: blockOf(scope, yes), when: 'true' })
  addEdge(builder, from, { to: blockOf(scope, no), when: 'false' })
}

/** Goes on where the value holds; it fails where not. */
export function demand(scope: Scope, value: Value, span: Span, otherwise: Target): void {
  decide(scope, otherwise, span, (yes, no) => ask(scope, value, span, yes, no))
}

/** Goes on at the first of two landings, and fails at the second. */
export function decide(
  scope: Scope,
  otherwise: Target,
  span: Span,
  read: (yes: Landing, no: Landing) => void,
): void {
  const [yes, no] = [landing(0), landing(1)]
  read(yes, no)
  if (arrive(scope, no)) failTo(scope, targetOf(scope, otherwise), span)
  if (!arrive(scope, yes)) startDead(scope)
}

/** Runs what somebody else looks at: `-e` does not count for it. */
export function leniently(scope: Scope, run: () => void): void {
  const outer = scope.lenient
  scope.lenient = true
  run()
  scope.lenient = outer
}

/** Ends with a status: well where it is 0, badly where it is not, and either way where it is not known. */
export function endWith(scope: Scope, status: Value, ends: Ends, span: Span): void {
  if (status.kind === 'constant') {
    if (Number(status.value) === 0) return succeed(scope, ends, span)
    return failTo(scope, ends.failure, span)
  }
  const [yes, no] = [landing(0), landing(1)]
  const isZero: Operation = { kind: 'operation', operator: '==', operands: [status, succeeded], span }
  ask(scope, isZero, span, yes, no)
  if (arrive(scope, no)) failTo(scope, ends.failure, span)
  if (arrive(scope, yes)) succeed(scope, ends, span)
}
