import { type ParameterShape, type Unit, unknown, type Value } from '../../program'
import { addFact, closeBuilder, leave, openBuilder } from '../builder'
import type { Node } from '../parser'
import { isCode, readArguments, readExpression } from './expressions'
import { noteLimit } from './limits'
import { moduleKey, type ScopeNames } from './names'
import { bindName, freeName, freshName, lookUpName, type Module, type Scope, spanOf, wordOf } from './scope'
import { readBlock } from './statements'
import { readType } from './types'

/** Reads a whole file as the unit that runs when the file does. */
export function readModule(module: Module, root: Node): Unit {
  const names = module.names.get(moduleKey)
  const scope = openScope(module, null, 'module', module.file.path, 'module', names, [])
  readBlock(scope, root)
  return closeScope(scope, root, { parameters: [], decorators: [], returns: null })
}

/** A function definition: its unit is read at once, and its name is bound to it. */
export function readFunction(scope: Scope, node: Node, decorators: readonly Value[]): void {
  const name = wordOf(scope, node.childForFieldName('name'))
  bindName(
    scope,
    name,
    readOnce(scope, node, () => functionUnit(scope, node, name, decorators)),
  )
}

/** A lambda: a function whose body is what it returns. */
export function readLambda(scope: Scope, node: Node): Value {
  return readOnce(scope, node, () => functionUnit(scope, node, `<lambda:${node.startPosition.row + 1}>`, []))
}

// A `finally` body is walked once for each way that leads through it; what it defines is defined once.
function readOnce(scope: Scope, node: Node, read: () => Value): Value {
  const known = scope.module.read.get(node.startIndex)
  if (known) return known
  const value = read()
  scope.module.read.set(node.startIndex, value)
  return value
}

function functionUnit(scope: Scope, node: Node, name: string, decorators: readonly Value[]): Value {
  const { module } = scope
  const parameters = readParameters(scope, node.childForFieldName('parameters'))
  const returnType = node.childForFieldName('return_type')
  const returns = returnType ? readType(scope, returnType) : null
  const label = scope.kind === 'module' ? name : `${scope.label}.${name}`
  const unit = freshName(module, label)
  const inner = openScope(
    module,
    scope,
    'function',
    unit,
    label,
    module.names.get(node.startIndex),
    parameters,
  )
  const body = node.childForFieldName('body')
  if (node.type === 'lambda') {
    addFact(inner.builder, { kind: 'return', value: readExpression(inner, body), span: spanOf(scope, node) })
    leave(inner.builder, 'return')
  } else readBlock(inner, body)
  module.units.push(closeScope(inner, node, { parameters, decorators, returns }))
  return { kind: 'function', unit }
}

/** A class definition: its body runs where it stands. */
export function readClass(scope: Scope, node: Node, decorators: readonly Value[]): void {
  const name = wordOf(scope, node.childForFieldName('name'))
  bindName(
    scope,
    name,
    readOnce(scope, node, () => classUnit(scope, node, name, decorators)),
  )
}

function classUnit(scope: Scope, node: Node, name: string, decorators: readonly Value[]): Value {
  const { module } = scope
  const bases = readArguments(scope, node.childForFieldName('superclasses'))
  const label = scope.kind === 'module' ? name : `${scope.label}.${name}`
  const unit = freshName(module, label)
  const inner = openScope(module, scope, 'class', unit, label, module.names.get(node.startIndex), [])
  readBlock(inner, node.childForFieldName('body'))
  module.units.push(closeScope(inner, node, { parameters: [], decorators, returns: null }))
  const positional = bases.filter(base => base.name === null).map(base => base.value)
  module.classes.push({ name: unit, label, bases: positional, body: unit, file: module.file })
  return { kind: 'class', name: unit }
}

/** A definition under decorators, which are evaluated first. */
export function readDecorated(scope: Scope, node: Node): void {
  const decorators = node.namedChildren
    .filter(child => child?.type === 'decorator')
    .map(child => readExpression(scope, child?.namedChildren.find(isCode) ?? null))
  const definition = node.childForFieldName('definition')
  if (definition?.type === 'class_definition') readClass(scope, definition, decorators)
  else if (definition) readFunction(scope, definition, decorators)
}

function openScope(
  module: Module,
  parent: Scope | null,
  kind: Unit['kind'],
  unit: string,
  label: string,
  names: ScopeNames | undefined,
  parameters: readonly ParameterShape[],
): Scope {
  const indices = new Map(parameters.map((parameter, i) => [parameter.name, i]))
  const scope: Scope = {
    module,
    kind,
    unit,
    label,
    parent,
    builder: openBuilder(name => onEntry(scope, name), module.effort),
    locals: new Set(
      [...indices.keys(), ...(names?.locals ?? [])].filter(
        name => kind === 'module' || !isOutside(names, name),
      ),
    ),
    globals: kind === 'module' ? new Set() : (names?.globals ?? new Set()),
    nonlocals: names?.nonlocals ?? new Set(),
    shared: names?.shared ?? new Set(),
    parameters: indices,
    bound: new Map(parameters.map(({ name }, index) => [name, [{ kind: 'parameter', unit, index }]])),
    inner: new Map(),
    generator: false,
  }
  return scope
}

function isOutside(names: ScopeNames | undefined, name: string): boolean {
  return names !== undefined && (names.globals.has(name) || names.nonlocals.has(name))
}

function onEntry(scope: Scope, name: string): Value {
  const index = scope.parameters.get(name)
  if (index !== undefined) return { kind: 'parameter', unit: scope.unit, index }
  if (scope.kind === 'class' && scope.parent) return lookUpName(scope.parent, name)
  return scope.kind === 'module' ? freeName(scope, name) : unknown
}

type Signature = Pick<Unit, 'parameters' | 'decorators' | 'returns'>

function closeScope(scope: Scope, node: Node, signature: Signature): Unit {
  if (scope.module.effort.spent)
    noteLimit(scope, node, 'There are too many ways through this code; some of them were not followed.')
  return {
    ...signature,
    name: scope.unit,
    label: scope.label,
    kind: scope.kind,
    parent: scope.parent?.unit ?? null,
    file: scope.module.file,
    blocks: closeBuilder(scope.builder),
    owner: scope.parent?.kind === 'class' && scope.kind === 'function' ? scope.parent.unit : null,
    generator: scope.generator,
    ...(node.type === 'function_definition' && node.child(0)?.type === 'async' && { coroutine: true }),
    // Filled later also: a nested function may bind a name of its module.
    bound: scope.bound,
    span: spanOf(scope, node),
  }
}

function readParameters(scope: Scope, node: Node | null): ParameterShape[] {
  const shapes: ParameterShape[] = []
  let keywordOnly = false
  for (const child of node?.namedChildren.filter(isCode) ?? []) {
    if (child.type === 'keyword_separator') keywordOnly = true
    if (child.type.endsWith('_separator')) continue
    const shape = readParameter(scope, child, keywordOnly)
    if (shape.kind === 'rest') keywordOnly = true
    shapes.push(shape)
  }
  return shapes
}

function readParameter(scope: Scope, node: Node, keywordOnly: boolean): ParameterShape {
  const typed = node.childForFieldName('type')
  const value = node.childForFieldName('value')
  const named =
    node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? node.namedChild(0) : node)
  const splat = named?.type ?? ''
  const kind =
    splat === 'list_splat_pattern' ? 'rest' : splat === 'dictionary_splat_pattern' ? 'keywords' : null
  return {
    name: wordOf(scope, (kind ? named?.namedChild(0) : named) ?? null),
    kind: kind ?? (keywordOnly ? 'keyword' : 'positional'),
    default: value ? readExpression(scope, value) : null,
    type: typed ? readType(scope, typed) : null,
  }
}
