import type { Argument, Value } from '../../program'
import type { Node } from '../parser'
import { noteLimit } from './limits'
import { importedName } from './names'
import { bindName, moduleScope, ownName, type Scope, wordOf } from './scope'

// Any free name may come from any of them.
const mostStars = 50

/** `import a.b`, `import a.b as c`. */
export function readImport(scope: Scope, node: Node): void {
  for (const child of node.childrenForFieldName('name')) {
    if (!child) continue
    const bound = importedName(child)
    const whole = child.childForFieldName('name')
    bindName(scope, bound, moduleName(scope, whole ? wordOf(scope, whole) : ownName(scope, bound), 0))
  }
}

/** `from a import b as c`, `from ..a import b`, `from a import *`. */
export function readImportFrom(scope: Scope, node: Node): void {
  const source = node.childForFieldName('module_name')
  const relative = source?.type === 'relative_import'
  const dots = relative
    ? (source.namedChildren.find(child => child?.type === 'import_prefix')?.text.length ?? 0)
    : 0
  const path = wordOf(
    scope,
    relative ? (source.namedChildren.find(child => child?.type === 'dotted_name') ?? null) : source,
  )
  const base = node.type === 'future_import_statement' ? '__future__' : path.replace(/\s+/g, '')
  for (const child of node.childrenForFieldName('name')) {
    if (!child) continue
    const name = wordOf(scope, child.childForFieldName('name') ?? child)
    bindName(scope, importedName(child), moduleName(scope, base ? `${base}.${name}` : name, dots))
  }
  if (!node.namedChildren.some(child => child?.type === 'wildcard_import')) return
  const { stars } = scope.module
  if (stars.length < mostStars) stars.push(moduleName(scope, base, dots))
  else
    noteLimit(
      scope,
      node,
      `More than ${mostStars} modules give all of their names; the others were left out.`,
    )
}

/** The module that `importlib.import_module("a.b")` and `__import__("a")` give; `null` for any other call. */
export function importedBy(scope: Scope, callee: Value, args: readonly Argument[]): Value | null {
  const [name] = args
  const path = name?.value.kind === 'constant' ? name.value.value : null
  if (typeof path !== 'string' || !/^[^\W\d]\w*(\.[^\W\d]\w*)*$/.test(path)) return null
  if (dottedName(scope, callee) === 'importlib.import_module') return moduleName(scope, path, 0)
  if (callee.kind !== 'name' || callee.name !== '__import__' || callee.from !== null) return null
  // Without names to take from it, `__import__("a.b")` gives `a`.
  const isWhole = args.length > 3 || args.some(argument => argument.name === 'fromlist')
  return moduleName(scope, isWhole ? path : (path.split('.')[0] ?? path), 0)
}

// Inside of a function the name of an import is a variable of the module.
function dottedName(scope: Scope, value: Value): string | null {
  if (value.kind === 'name') return value.dots === 0 ? value.name : null
  if (value.kind === 'field') {
    const of = value.of.kind === 'field' ? null : dottedName(scope, value.of)
    return of === null ? null : `${of}.${value.name}`
  }
  const module = moduleScope(scope)
  if (value.kind !== 'variable' || value.unit !== module.unit) return null
  const [only, second] = module.bound.get(value.name) ?? []
  return only?.kind === 'name' && !second ? dottedName(scope, only) : null
}

function moduleName(scope: Scope, name: string, dots: number): Extract<Value, { kind: 'name' }> {
  return { kind: 'name', name, from: scope.module.file.path, dots }
}
