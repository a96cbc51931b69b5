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

/** The commands that stand directly in a node. */
export function statementsIn(node: Node | null): Node[] {
  return node ? node.namedChildren.filter(isStatement) : []
}

/** The commands in a node behind one keyword and before the next of these. */
export function statementsBetween(node: Node, from: string, to: readonly string[]): Node[] {
  const found: Node[] = []
  let inside = false
  for (const child of node.children) {
    if (!child) continue
    if (child.type === from) inside = true
    else if (to.includes(child.type)) inside = false
    else if (inside && isStatement(child)) found.push(child)
  }
  return found
}

/** Whether a command is left running in the background: `&` follows it. */
export function isBackground(node: Node): boolean {
  return node.nextSibling?.type === '&'
}

/** Where an expansion begins: the parser counts the blanks before it in a text as a part of it. */
export function beginOf(node: Node): number {
  return node.startIndex + node.text.length - node.text.trimStart().length
}
