import { constant, type Operator, unknown, type Value } from '../../program'
import { addFact, isProtected, leave, mayRaise, newBlock, raiseFrom, seal, startBlock } from '../builder'
import type { Node } from '../parser'
import { readAlias } from './aliases'
import { readFor, readIf, readTry, readWhile, readWith } from './control'
import { readClass, readDecorated, readFunction } from './definitions'
import { firstCode, isCode, readCall, readExpression } from './expressions'
import { readImport, readImportFrom } from './imports'
import { readCondition } from './logic'
import { readMatch } from './match'
import { bindName, type Scope, spanOf } from './scope'
import { noteShifts } from './shifts'
import { bindTarget, changeTarget, deleteTarget } from './targets'
import { readType } from './types'

/** Runs the statements of a block, a clause or a file one after another. */
export function readBlock(scope: Scope, node: Node | null): void {
  if (!node) return
  if (node.type !== 'block' && node.type !== 'module' && node.type !== 'ERROR')
    return readStatement(scope, node)
  const statements = node.namedChildren.filter(isCode)
  for (const [i, statement] of statements.entries()) {
    if (scope.builder.dirty && isProtected(scope.builder) && canFail(statement)) mayRaise(scope.builder)
    if (statement.type === 'with_statement') readWith(scope, statement, i + 1 < statements.length)
    else readStatement(scope, statement)
  }
}

// What a name stands for in a handler includes what it was bound to right before something failed there.
function canFail(node: Node): boolean {
  const [only, second] = node.type === 'expression_statement' ? node.namedChildren.filter(isCode) : []
  if (only?.type === 'assignment' && !second)
    return !isPlain(only.childForFieldName('left')) || !isPlain(only.childForFieldName('right'))
  return (
    !(only && isPlain(only)) && !/^(pass|break|continue|global|nonlocal|raise|try)_statement$/.test(node.type)
  )
}

function isPlain(node: Node | null): boolean {
  return node !== null && /^(identifier|integer|float|true|false|none)$/.test(node.type)
}

/** Runs one statement. */
export function readStatement(scope: Scope, node: Node): void {
  switch (node.type) {
    case 'expression_statement':
      for (const child of node.namedChildren.filter(isCode)) readSimple(scope, child)
      return
    case 'if_statement':
      return readIf(scope, node)
    case 'for_statement':
      return readFor(scope, node)
    case 'while_statement':
      return readWhile(scope, node)
    case 'try_statement':
      return readTry(scope, node)
    case 'with_statement':
      return readWith(scope, node)
    case 'match_statement':
      return readMatch(scope, node)
    case 'function_definition':
      return readFunction(scope, node, [])
    case 'class_definition':
      return readClass(scope, node, [])
    case 'decorated_definition':
      return readDecorated(scope, node)
    case 'import_statement':
      return readImport(scope, node)
    case 'import_from_statement':
    case 'future_import_statement':
      return readImportFrom(scope, node)
    case 'ERROR':
    case 'block':
      return readBlock(scope, node)
    default:
      return readJump(scope, node)
  }
}

function readJump(scope: Scope, node: Node): void {
  switch (node.type) {
    case 'return_statement': {
      const given = firstCode(node)
      const value = given ? readExpression(scope, given) : constant(null)
      addFact(scope.builder, { kind: 'return', value, span: spanOf(scope, node) })
      return leave(scope.builder, 'return')
    }
    case 'raise_statement':
      return readRaise(scope, node)
    case 'assert_statement':
      return readAssert(scope, node)
    case 'break_statement':
      return leave(scope.builder, 'break')
    case 'continue_statement':
      return leave(scope.builder, 'continue')
    case 'pass_statement':
    case 'global_statement':
    case 'nonlocal_statement':
      return
    case 'delete_statement':
      return node.namedChildren.filter(isCode).forEach(target => deleteTarget(scope, target))
    case 'type_alias_statement':
      return readAlias(scope, node)
    default:
      readExpression(scope, node)
  }
}

function readSimple(scope: Scope, node: Node): void {
  if (node.type === 'assignment') readAssignment(scope, node)
  else if (node.type === 'augmented_assignment') readAugmented(scope, node)
  else if (node.type === 'call') readCall(scope, node, 'dropped')
  else {
    const awaited = node.type === 'await' ? firstCode(node) : null
    if (awaited?.type === 'call') readCall(scope, awaited, 'awaited')
    else readExpression(scope, node)
  }
}

function readAssignment(scope: Scope, node: Node): void {
  const targets: Node[] = []
  let at: Node | null = node
  while (at?.type === 'assignment') {
    const target = at.childForFieldName('left')
    if (target) targets.push(target)
    at = at.childForFieldName('right')
  }
  const type = node.childForFieldName('type')
  const annotation: Value | null = type ? { kind: 'instance', of: readType(scope, type) } : null
  const value = at ? readExpression(scope, at) : annotation
  if (value) for (const target of targets) bindTarget(scope, target, value)
}

function readAugmented(scope: Scope, node: Node): void {
  const operator = (node.childForFieldName('operator')?.text ?? '+=').slice(0, -1) as Operator
  changeTarget(scope, node.childForFieldName('left'), before => {
    const operands = [before, readExpression(scope, node.childForFieldName('right'))]
    const value: Value = { kind: 'operation', operator, operands, span: spanOf(scope, node) }
    noteShifts(scope, value, 1)
    return value
  })
}

function readRaise(scope: Scope, node: Node): void {
  const [value = unknown] = node.namedChildren.filter(isCode).map(child => readExpression(scope, child))
  addFact(scope.builder, { kind: 'raise', value, by: 'raise', span: spanOf(scope, node) })
  raiseFrom(scope.builder)
  seal(scope.builder, startBlock(scope.builder))
}

function readAssert(scope: Scope, node: Node): void {
  const [condition, message] = node.namedChildren.filter(isCode)
  const { builder } = scope
  const [holds, fails] = [newBlock(builder), newBlock(builder)]
  readCondition(scope, condition ?? null, holds, fails)
  seal(builder, fails)
  builder.at = fails
  if (message) readExpression(scope, message)
  addFact(builder, { kind: 'raise', value: unknown, by: 'assert', span: spanOf(scope, node) })
  raiseFrom(builder)
  seal(builder, holds)
  builder.at = holds
}

/** Binds the name of `except … as name`, `with … as name` or a pattern. */
export function bindAlias(scope: Scope, name: string | undefined, value: Value): void {
  if (name) bindName(scope, name, value)
}
