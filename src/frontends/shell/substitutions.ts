import { unknown, type Value } from '../../program'
import { bind, lookUp } from '../builder'
import type { Node } from '../parser'
import { joinText } from './literals'
import { statementsIn } from './nodes'
import { runList } from './run'
import { kept, type Scope, spanOf, type Target, textOf } from './scope'
import { leniently, meetAt, unwatched } from './status'
import { inSubshell } from './subshell'

/**
 * What `$(…)` prints. Its failure goes where `failure` says; `null` where nobody looks at it, as in an argument. The shell
 * does not hand `-e` down to it.
 */
export function readSubstitution(scope: Scope, node: Node, failure: Target | null): Value {
  const outer = { printed: lookUp(scope.builder, kept.printed), capturing: scope.capturing, mode: scope.mode }
  const file = fileRead(node)
  if (file) return unknown
  const ignored = unwatched()
  bind(scope.builder, kept.printed, textOf(scope.script, ''))
  scope.capturing = true
  inSubshell(scope, node, failure ?? ignored, inner => {
    scope.mode = { ...scope.mode, errexit: false, trapped: false }
    runList(scope, statementsIn(node), inner)
  })
  if (failure === null) meetAt(scope, ignored)
  const printed = lookUp(scope.builder, kept.printed)
  scope.capturing = outer.capturing
  scope.mode = outer.mode
  bind(scope.builder, kept.printed, outer.printed)
  return printed.kind === 'constant'
    ? textOf(scope.script, String(printed.value).replace(/(?<!\n)\n+$/, ''))
    : printed
}

// `$(< file)` reads a file and runs nothing.
function fileRead(node: Node): boolean {
  const [only, second] = node.namedChildren
  return only?.type === 'redirected_statement' && !second && !only.childForFieldName('body')
}

/** `<(…)` and `>(…)`: what runs beside the command. Nobody looks at how it ends. */
export function runProcess(scope: Scope, node: Node): void {
  const ignored = unwatched()
  const { capturing, mode } = scope
  scope.capturing = false
  leniently(scope, () => inSubshell(scope, node, ignored, inner => runList(scope, statementsIn(node), inner)))
  scope.capturing = capturing
  scope.mode = mode
  meetAt(scope, ignored)
}

/** Adds to what the commands at hand have printed so far. */
export function print(scope: Scope, value: Value): void {
  if (!scope.capturing) return
  const before = lookUp(scope.builder, kept.printed)
  const isFirst = before.kind === 'constant' && before.value === ''
  const text = isFirst ? value : joinText(scope.script, [before, textOf(scope.script, '\n'), value])
  bind(scope.builder, kept.printed, text)
}

/** The place of a command's words, for whoever reads what it prints. */
export function inputOf(scope: Scope, node: Node): Scope['input'] {
  return { value: lookUp(scope.builder, kept.printed), span: spanOf(scope, node) }
}
