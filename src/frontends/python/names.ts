import type { Node } from '../parser'

/** Which names the body of a unit binds, and which of them belong further out. */
export interface ScopeNames {
  readonly locals: Set<string>
  readonly globals: Set<string>
  readonly nonlocals: Set<string>
  /** Own names that a unit further in may bind also: no path through this one tells what they stand for. */
  readonly shared: Set<string>
}

/** The key of the module's own names. */
export const moduleKey = -1

const scopeTypes = /^(?:function_definition|class_definition|lambda)$/
const bindingTypes = [
  'assignment',
  'augmented_assignment',
  'for_statement',
  'as_pattern_target',
  'named_expression',
  'import_statement',
  'import_from_statement',
  'future_import_statement',
  'function_definition',
  'class_definition',
  'global_statement',
  'nonlocal_statement',
  'delete_statement',
  'case_pattern',
  'splat_pattern',
  'keyword_pattern',
  'as_pattern',
  'except_clause',
  'type_alias_statement',
  // It binds nothing itself.
  'lambda',
]

/** The names of every scope of a file, by the offset of the definition; one pass over the tree. */
export function readNames(root: Node): Map<number, ScopeNames> {
  const found = root.descendantsOfType(bindingTypes).filter(node => node !== null)
  const scopes = found.filter(({ type }) => scopeTypes.test(type))
  const names = new Map<number, ScopeNames>([[moduleKey, emptyNames()]])
  for (const scope of scopes) names.set(scope.startIndex, emptyNames())
  const open: Node[] = []
  let next = 0
  for (const node of found) {
    if (node.type === 'lambda') continue
    for (; (scopes[next]?.startIndex ?? Number.POSITIVE_INFINITY) < node.startIndex; next += 1) {
      const scope = scopes[next]
      if (!scope) continue
      closeBefore(open, scope)
      open.push(scope)
    }
    closeBefore(open, node)
    const inner = names.get(open.at(-1)?.startIndex ?? moduleKey)
    if (inner) addBindings(inner, node)
    if (node.type === 'global_statement') share(names.get(moduleKey), node)
    if (node.type === 'nonlocal_statement')
      for (const outer of open.slice(0, -1)) share(names.get(outer.startIndex), node)
  }
  addGlobals(names)
  return names
}

// A function may be the only one that binds a variable of the module.
function addGlobals(names: ReadonlyMap<number, ScopeNames>): void {
  const module = names.get(moduleKey)
  for (const inner of names.values())
    for (const name of inner.globals) if (inner.locals.has(name)) module?.locals.add(name)
}

function closeBefore(open: Node[], node: Node): void {
  while (open.length > 0 && (open.at(-1)?.endIndex ?? 0) <= node.startIndex) open.pop()
}

function share(names: ScopeNames | undefined, statement: Node): void {
  for (const child of statement.namedChildren) if (child) names?.shared.add(child.text)
}

function emptyNames(): ScopeNames {
  return { locals: new Set(), globals: new Set(), nonlocals: new Set(), shared: new Set() }
}

function addBindings(names: ScopeNames, node: Node): void {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'type_alias_statement':
      addTargets(names, node.childForFieldName('left'))
      return
    case 'named_expression':
    case 'function_definition':
    case 'class_definition':
      addTargets(names, node.childForFieldName('name'))
      return
    case 'global_statement':
      for (const child of node.namedChildren) if (child) names.globals.add(child.text)
      return
    case 'nonlocal_statement':
      for (const child of node.namedChildren) if (child) names.nonlocals.add(child.text)
      return
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      for (const child of node.childrenForFieldName('name')) if (child) names.locals.add(importedName(child))
      return
    case 'as_pattern':
      return addCapture(names, node.lastNamedChild)
    case 'keyword_pattern':
      // Its first name is that of the field.
      return addCapture(names, node.namedChildCount > 1 ? node.lastNamedChild : null)
    case 'case_pattern':
    case 'splat_pattern':
      for (const child of node.namedChildren) addCapture(names, child)
      return
    case 'except_clause':
      return
    default:
      for (const child of node.namedChildren) addTargets(names, child)
  }
}

// In a pattern a bare name captures; a dotted one is a value to compare with.
function addCapture(names: ScopeNames, node: Node | null): void {
  if (node?.type === 'identifier') names.locals.add(node.text)
  if (node?.type === 'dotted_name' && node.namedChildCount === 1) names.locals.add(node.text)
}

/** The name that an import binds: the alias, or the first part of a dotted name. */
export function importedName(node: Node): string {
  if (node.type === 'aliased_import') return node.childForFieldName('alias')?.text ?? node.text
  return node.namedChild(0)?.text ?? node.text
}

const grouped =
  /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|expression_list|parenthesized_expression|type|list_splat)$/

// A worklist: what nests deeper than the stack is legal for the parser.
function addTargets(names: ScopeNames, target: Node | null): void {
  const open = [target]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node?.type === 'identifier') names.locals.add(node.text)
    else if (node?.type === 'generic_type') open.push(node.namedChild(0))
    else if (node && grouped.test(node.type)) for (const child of node.namedChildren) open.push(child)
  }
}
