import type { Expr } from '@actions/expressions'
import { constant, type Value } from '../../program'
import type { Contexts } from '../github/expressions'
import { pathOf } from '../github/expressions'
import type { Variables } from '../pipelines/pipeline'
import { fill, type Hole, type PlacedText, textWith, variableName } from '../pipelines/templates'
import { entriesOf, isList, itemsOf, placedText, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { holds, openText, parseExpression, type Question, textUnder, valueOfExpression } from './expressions'
import type { Given, Node, Scope } from './scope'

/** The `${{ }}` of a text. */
export function expressionsIn(text: string): { start: number; end: number; inside: string }[] {
  // Behind the last end none that begins comes to one, and looking for it would take long.
  const closed = text.slice(0, text.lastIndexOf('}}') + 2)
  return [...closed.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    inside: (match[1] ?? '').trim(),
  }))
}

/** The expression that a text consists of; `null` where there is more to it, or less. */
export function wholeExpression(text: string | null): string | null {
  const [only, ...others] = text?.includes('${{') ? expressionsIn(text) : []
  return only && others.length === 0 && text?.trim().length === only.end - only.start ? only.inside : null
}

/** What names stand for while templates are put together. */
export function questionOf(scope: Scope, depth = 0): Question {
  return {
    status: () => null,
    text: path => {
      const text = textAt(scope, path, depth)
      return text === null ? null : { exact: text }
    },
  }
}

function textAt(scope: Scope, [context = '', ...path]: readonly string[], depth: number): string | null {
  if (depth > 12) return null
  if (context === 'variables') {
    const value = scope.variables.get(environmentName(path.join('.')))
    return value?.kind === 'constant' ? String(value.value) : null
  }
  const given = givenAt(scope, context, path)
  if (given?.kind === 'pair') return path.at(-1) === 'key' ? given.key : null
  return given?.kind === 'node' ? staticText(given.node, depth + 1) : null
}

/** What a path of names was given: `parameters.steps`, or a variable of a loop. */
function givenAt(scope: Scope, context: string, path: readonly string[]): Given | null {
  const [first = '', ...rest] = path
  const start = context === 'parameters' ? scope.parameters.get(first) : scope.loops.get(context)
  const names = context === 'parameters' ? rest : path
  return start ? inside(start, names) : null
}

function inside(given: Given, names: readonly string[]): Given | null {
  const [first, ...rest] = names
  if (first === undefined) return given
  if (given.kind === 'pair') {
    if (first === 'key') return given
    return first === 'value' ? inside({ kind: 'node', node: given.value }, rest) : null
  }
  const node = given.kind === 'node' ? resolved(given.node) : given.usual
  const tree = node ? valueAt(node.tree, first) : null
  return node && tree ? inside({ kind: 'node', node: { ...node, tree } }, rest) : null
}

/** The YAML that an expression stands for: a list of steps that was handed in, an item of a loop. */
export function nodeOf(inside: string, scope: Scope, depth = 0): Node | null {
  const expr = parseExpression(inside)
  const path = expr ? pathOf(expr) : null
  const [context = '', ...rest] = path ?? []
  const given = path ? givenAt(scope, context, rest) : null
  if (!given) return null
  const node = given.kind === 'node' ? given.node : given.kind === 'open' ? structureOf(given) : given.value
  return node && depth < 12 ? resolved(node, depth + 1) : null
}

// A list of steps is what the file says; a text may be any other.
function structureOf({ usual }: Extract<Given, { kind: 'open' }>): Node | null {
  return usual && textOf(usual.tree) === null ? usual : null
}

/** A node, or what stands for it where it is an expression and no more. */
export function resolved(node: Node, depth = 0): Node {
  const whole = wholeExpression(textOf(node.tree))
  const found = whole === null ? null : nodeOf(whole, node.scope, depth)
  return found ? { ...found, branches: [...node.branches, ...found.branches] } : node
}

/** A scalar as it stands when all templates are put together; `null` where that is not known. */
export function staticText(node: Node, depth = 0): string | null {
  const text = textOf(node.tree)
  if (text === null) return null
  const filled = filledText(text, node.scope, depth)
  return filled.includes(openText) ? null : filled
}

/** A text with its `${{ }}` filled in, and a mark where they are not known. */
export function filledText(text: string, scope: Scope, depth = 0): string {
  let filled = text
  for (const { start, end, inside } of expressionsIn(text).reverse())
    filled = filled.slice(0, start) + (textOfExpression(inside, scope, depth) ?? openText) + filled.slice(end)
  return filled
}

function textOfExpression(inside: string, scope: Scope, depth: number): string | null {
  const expr = parseExpression(inside)
  const known = expr ? textUnder(expr, questionOf(scope, depth)) : null
  return known && 'exact' in known ? known.exact : null
}

/** Whether a condition of a template holds; `null` where that is open. */
export function isTaken(expr: Expr | null, scope: Scope): boolean | null {
  return expr ? holds(expr, questionOf(scope)) : null
}

/** What the names of a pipeline stand for when it runs. */
export function contextsOf(scope: Scope, variables: Variables): Contexts {
  return ([context = '', ...path]) => {
    if (context === 'variables') return variableOf(path.join('.'), variables)
    const given = givenAt(scope, context, path)
    if (given?.kind === 'open') return given.value
    if (given?.kind === 'node') return valueIn(given.node, variables)
    return fieldOf(context, path)
  }
}

function variableOf(name: string, variables: Variables): Value {
  return variables.get(environmentName(name)) ?? fieldOf('variables', [name])
}

function fieldOf(context: string, path: readonly string[]): Value {
  const start: Value = { kind: 'name', name: `pipeline.${context}`, from: null, dots: 0 }
  return path.reduce((of: Value, name): Value => ({ kind: 'field', of, name }), start)
}

/** What a scalar or a list may be when the pipeline runs. */
export function valueIn(node: Node, variables: Variables, depth = 0): Value {
  if (depth > 12) return { kind: 'unknown' }
  const { tree, scope, branches } = resolved(node)
  if (isList(tree)) {
    const items = itemsOf(tree).map(item => valueIn({ tree: item, scope, branches }, variables, depth + 1))
    return { kind: 'collection', items }
  }
  const text = textOf(tree)
  if (text === null) return entriesOf(tree).length > 0 ? { kind: 'unknown' } : constant('')
  return valueOfText(text, { tree, scope, branches }, variables)
}

const macro = /\$\(([A-Za-z_][\w.-]*)\)/g

function valueOfText(text: string, { tree, scope }: Node, variables: Variables): Value {
  const { span } = tree
  const atRunTime = /^\s*\$\[([\s\S]*)\]\s*$/.exec(text)
  if (atRunTime) return valueOfInside(atRunTime[1] ?? '', scope, variables, tree)
  const parts: Value[] = []
  let from = 0
  const plain = (piece: string): void => {
    let at = 0
    for (const match of piece.matchAll(macro)) {
      if (match.index > at) parts.push(constant(piece.slice(at, match.index)))
      parts.push(variableOf(match[1] ?? '', variables))
      at = match.index + match[0].length
    }
    if (at < piece.length) parts.push(constant(piece.slice(at)))
  }
  for (const { start, end, inside } of expressionsIn(text)) {
    plain(text.slice(from, start))
    const known = textOfExpression(inside, scope, 0)
    if (known === null) parts.push(valueOfInside(inside, scope, variables, { ...tree, span }))
    else plain(known)
    from = end
  }
  plain(text.slice(from))
  return joinedText(parts)
}

// Variables that are put together of one another again and again would fill the memory.
const longest = 10_000
const mostParts = 300

function joinedText(parts: readonly Value[]): Value {
  const merged: Value[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    const before = last?.kind === 'constant' ? String(last.value) : ''
    if (last?.kind === 'constant' && part.kind === 'constant' && before.length < longest)
      merged[merged.length - 1] = constant(before + part.value)
    else merged.push(part)
  }
  if (merged.length > mostParts) return { kind: 'unknown' }
  return merged.length === 0 ? constant('') : textWith(merged)
}

function valueOfInside(inside: string, scope: Scope, variables: Variables, tree: Tree): Value {
  const expr = parseExpression(inside)
  return expr ? valueOfExpression(expr, contextsOf(scope, variables), tree.span) : { kind: 'unknown' }
}

// Words that stand in `$( )` of so many shell scripts that they are commands, unless a variable has the name.
const commands = new Set(
  'arch date dirname env hostname id ls mktemp nproc pwd tty uname users whoami which jobs'.split(' '),
)

/**
 * A script as the shell gets it: what is known stands in it as text, and the rest is a variable. `root` leads from the
 * folder in which it starts to the top of the tree.
 */
export function scriptWith(
  node: Node,
  variables: Variables,
  root: string,
): { placed: PlacedText; variables: Variables } {
  const made = new Map<string, Value>()
  const { tree, scope } = node
  const first = placedText(tree)
  const holes = expressionsIn(first.text).map(({ start, end, inside }): Hole => {
    const known = textOfExpression(inside, scope, 0)
    if (known !== null) return { start, end, text: known }
    const name = variableName(inside)
    made.set(name, valueOfInside(inside, scope, variables, tree))
    return { start, end, text: `\${${name}}` }
  })
  const second = fill(first, holes)
  const macros = [...second.text.matchAll(macro)].flatMap((match): Hole[] => {
    const [whole, name = ''] = match
    const end = match.index + whole.length
    if (isRoot(name)) return [{ start: match.index, end, text: root }]
    const declared = variables.has(environmentName(name))
    if (!declared && (commands.has(name) || definesFunction(second.text, name))) return []
    const value = variableOf(name, variables)
    if (value.kind === 'constant') return [{ start: match.index, end, text: String(value.value) }]
    made.set(environmentName(name), value)
    return [{ start: match.index, end, text: `\${${environmentName(name)}}` }]
  })
  return { placed: fill(second, macros), variables: made }
}

function definesFunction(script: string, name: string): boolean {
  return script.includes(`${name}()`) || script.includes(`function ${name}`)
}

/** The name by which scripts know a variable. */
export function environmentName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_').toUpperCase()
}

/** Whether a variable holds the folder of the sources. https://learn.microsoft.com/azure/devops/pipelines/build/variables */
export function isRoot(name: string): boolean {
  return /^(build\.(sourcesdirectory|repository\.localpath)|system\.defaultworkingdirectory)$/i.test(name)
}
