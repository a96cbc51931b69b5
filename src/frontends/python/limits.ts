import { depthWithin } from '../bounds'
import type { Node } from '../parser'
import type { Scope } from './scope'

// Far more than people nest, and few enough for the stack.
const deepest = 400

/** Reads what is nested one level deeper, or gives `otherwise` and a notice where that is too deep for the stack. */
export function oneDeeper<T>(scope: Scope, node: Node, otherwise: T, read: () => T): T {
  const { module } = scope
  const most = depthWithin(deepest)
  if (module.depth > most) {
    noteLimit(scope, node, `Code is nested more than ${most} levels deep; what lies deeper was not read.`)
    return otherwise
  }
  module.depth += 1
  try {
    return read()
  } finally {
    module.depth -= 1
  }
}

/** Says once in a file that something in it goes beyond a limit. */
export function noteLimit(scope: Scope, node: Node, message: string): void {
  const { notices, file } = scope.module
  if (notices.some(notice => notice.kind === 'limit' && notice.message === message)) return
  notices.push({ path: file.path, line: node.startPosition.row + 1, kind: 'limit', message })
}
