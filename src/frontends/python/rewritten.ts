import { type Argument, mixOf, unknown, type Value } from '../../program'
import { lookUp } from '../variables'
import { bindName, type Scope } from './scope'

// More settings than any file has; each is bound once more.
const mostSettings = 1000

/**
 * What `exec(text)` does to a module: whatever the text says may bind its variables anew. Only those that stand for a literal
 * are taken to be settings; what was imported or defined stays what it is. https://docs.python.org/3/library/functions.html#exec
 */
export function rewriteSettings(scope: Scope, callee: Value, args: readonly Argument[]): void {
  const runs = callee.kind === 'name' && callee.name === 'exec' && callee.from === null
  if (!runs || args.length !== 1 || scope.kind !== 'module') return
  for (const name of [...scope.bound.keys()].slice(0, mostSettings)) {
    const before = lookUp(scope.builder, name)
    if (before.kind === 'constant') bindName(scope, name, mixOf([before, unknown]))
  }
}
