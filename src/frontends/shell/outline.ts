import type { Node } from '../parser'

/** What has to be known of a script before it is read. */
export interface Outline {
  /** Definitions of functions by name, in the order of the text. */
  readonly functions: ReadonlyMap<string, readonly Node[]>
  /** Names of variables that the script or one of its functions binds. */
  readonly assigned: ReadonlySet<string>
}

const named = ['variable_assignment', 'for_statement', 'function_definition', 'command']

/** Goes over a script once, without running anything. */
export function outlineOf(root: Node): Outline {
  const functions = new Map<string, Node[]>()
  const assigned = new Set<string>()
  for (const node of root.descendantsOfType(named)) {
    if (!node) continue
    if (node.type === 'function_definition') {
      const name = node.childForFieldName('name')?.text ?? ''
      const same = functions.get(name)
      if (same) same.push(node)
      else functions.set(name, [node])
    } else for (const name of namesBound(node)) assigned.add(name)
  }
  return { functions, assigned }
}

function namesBound(node: Node): string[] {
  if (node.type === 'for_statement') return [node.childForFieldName('variable')?.text ?? '']
  if (node.type === 'variable_assignment')
    return isLocal(node) || node.parent?.type === 'command' ? [] : [assignedName(node)]
  const name = node.childForFieldName('name')?.text ?? ''
  if (!/^(read|mapfile|readarray|getopts)$/.test(name)) return []
  const words = node.childrenForFieldName('argument').map(child => child?.text ?? '')
  const own = words.filter(word => /^[A-Za-z_]\w*$/.test(word))
  return name === 'read' ? [...own, 'REPLY'] : name === 'getopts' ? [...own, 'OPTARG'] : own
}

function isLocal(node: Node): boolean {
  const command = node.parent
  return (
    command?.type === 'declaration_command' &&
    /^(local|declare|typeset)\b/.test(command.text) &&
    isInFunction(node)
  )
}

function isInFunction(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'function_definition') return true
  return false
}

/** The name that an assignment binds: `x` in `x=1`, `x+=1` and `x[0]=1`. */
export function assignedName(node: Node): string {
  const name = node.childForFieldName('name')
  return (name?.type === 'subscript' ? name.childForFieldName('name') : name)?.text ?? ''
}

/** Names that a function declares as its own. */
export function localsOf(definition: Node): Set<string> {
  const locals = new Set<string>()
  for (const node of definition.descendantsOfType('declaration_command')) {
    if (!node || !/^(local|declare|typeset)\b/.test(node.text) || /^\w+\s+-\w*g/.test(node.text)) continue
    for (const child of node.namedChildren) {
      if (child?.type === 'variable_assignment') locals.add(assignedName(child))
      else if (child?.type === 'variable_name') locals.add(child.text)
    }
  }
  return locals
}

/** How a unit uses its positional parameters: how many by number, and whether all at once. */
export function positionalsOf(
  unit: Node,
  others: readonly Node[],
): { readonly count: number; readonly rest: boolean } {
  const names = outside(unit.descendantsOfType(['variable_name', 'special_variable_name']), others).map(
    n => n.text,
  )
  const words = outside(unit.descendantsOfType('command_name'), others)
  const moves = words.some(word => word.text === 'getopts' || (word.text === 'shift' && isInLoop(word)))
  const rest = moves || names.some(name => /^[@*]$/.test(name)) || words.some(word => word.text === 'shift')
  const numbers = names.filter(name => /^[1-9]\d?$/.test(name)).map(Number)
  return { count: moves ? 0 : numbers.reduce((a, b) => Math.max(a, b), 0), rest }
}

// Both are in the order of the text.
function outside(nodes: readonly (Node | null)[], others: readonly Node[]): Node[] {
  const ranges = [...others].sort((a, b) => a.startIndex - b.startIndex)
  let at = 0
  let end = 0
  return nodes.filter((node): node is Node => {
    if (!node) return false
    for (let range = ranges[at]; range && range.startIndex <= node.startIndex; range = ranges[at]) {
      end = Math.max(end, range.endIndex)
      at += 1
    }
    return node.startIndex >= end
  })
}

function isInLoop(node: Node): boolean {
  for (let at = node.parent; at && at.type !== 'function_definition'; at = at.parent)
    if (at.type === 'do_group') return true
  return false
}
