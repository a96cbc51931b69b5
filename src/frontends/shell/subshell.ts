import type { Value } from '../../program'
import { bind, lookUp } from '../builder'
import type { Node } from '../parser'
import { assignedName } from './outline'
import { kept, type Scope, spanOf, type Target } from './scope'
import { arrive, failTo, isWatched, landing, meetAt, unwatched } from './status'

/**
 * Runs what has a shell of its own: `exit` leaves no more than that, and what it binds or where it goes is forgotten.
 */
export function inSubshell(scope: Scope, node: Node, failure: Target, run: (failure: Target) => void): void {
  const outer = { mode: scope.mode, ends: scope.ends, returns: scope.returns, loops: scope.loops }
  const before = remember(scope, node)
  const done = landing(0)
  // What leaves the unit needs no place to come by.
  const failed = typeof failure !== 'object' ? failure : isWatched(failure) ? landing(1) : unwatched()
  scope.ends = { success: done, failure: failed }
  scope.returns = scope.ends
  scope.loops = []
  scope.mode = { ...scope.mode, trapped: scope.mode.trapped && scope.mode.errtrace }
  run(failed)
  meetAt(scope, done)
  Object.assign(scope, outer)
  restore(scope, before)
  const after = scope.builder.at
  if (typeof failed === 'object' && arrive(scope, failed)) {
    restore(scope, before)
    failTo(scope, failure, spanOf(scope, node))
  }
  scope.builder.at = after
}

function remember(scope: Scope, node: Node): Map<string, Value> {
  const names = node.descendantsOfType('variable_assignment').map(a => (a ? assignedName(a) : ''))
  const all = new Set([...names.filter(name => name !== ''), kept.directory, kept.shifted])
  return new Map([...all].map(name => [name, lookUp(scope.builder, name)]))
}

function restore(scope: Scope, before: ReadonlyMap<string, Value>): void {
  for (const [name, value] of before) bind(scope.builder, name, value)
}
