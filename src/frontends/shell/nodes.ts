import type { Node } from '../parser'

const statements = new Set([
  'redirected_statement',
  'variable_assignment',
  'variable_assignments',
  'command',
  'declaration_command',
  'unset_command',
  'test_command',
  'negated_command',
  'for_statement',
  'c_style_for_statement',
  'while_statement',
  'if_statement',
  'case_statement',
  'pipeline',
  'list',
  'compound_statement',
  'function_definition',
  'subshell',
  'ERROR',
])

export function isStatement(node: Node | null): node is Node {
  return node !== null && statements.has(node.type)
}

/** A command, and whether it is left running in the background. */
export interface Statement {
  readonly node: Node
  readonly background: boolean
}

/** The commands that stand directly in a node. */
export function statementsIn(node: Node | null): Statement[] {
  return node ? statementsOf(node.children) : []
}

/** The commands in a node behind one keyword and before the next of these. */
export function statementsBetween(node: Node, from: string, to: readonly string[]): Statement[] {
  let inside = false
  const found = node.children.filter(child => {
    if (child?.type === from) inside = true
    else if (child && to.includes(child.type)) inside = false
    return inside
  })
  return statementsOf(found)
}

// Asking a node for its neighbour takes as long as it has neighbours.
function statementsOf(nodes: readonly (Node | null)[]): Statement[] {
  return nodes.flatMap((node, i) =>
    isStatement(node) ? [{ node, background: nodes[i + 1]?.type === '&' }] : [],
  )
}

/** Where an expansion begins: the parser counts the blanks before it in a text as a part of it. */
export function beginOf(node: Node): number {
  return node.startIndex + node.text.length - node.text.trimStart().length
}
