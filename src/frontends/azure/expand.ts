import type { Expr } from '@actions/expressions'
import { isMap, isScalar } from 'yaml'
import type { Span } from '../../program'
import { entriesOf, isList, isMapping, itemsOf, type Tree, textOf } from '../pipelines/yaml'
import { eventsOf } from './conditions'
import { parseExpression, valueOfExpression } from './expressions'
import { type Branch, type Given, type Node, type Scope, spend } from './scope'
import { openTemplate } from './templates'
import { contextsOf, filledText, isTaken, nodeOf, resolved, wholeExpression } from './texts'

/** The keys of a map with what they stand for; what templates leave open is there, with its branches. */
export type Fields = ReadonlyMap<string, Field>

export interface Field extends Node {
  /** Where the key stands. */
  readonly at: Span
}

/** What a list holds: a template in it is taken in by this key. */
export type Kind = 'stages' | 'jobs' | 'steps' | 'variables'

/** The fields of a map when its `${{ if }}` and the like are put together. */
export function fieldsOf(node: Node | null): Fields {
  const fields = new Map<string, Field>()
  for (const [key, field] of node ? pairsOf(resolved(node)) : []) fields.set(key, field)
  return fields
}

/** The value of a field: what stands for it where it is an expression. */
export function fieldOf(fields: Fields, ...keys: readonly string[]): Node | null {
  const [first = '', ...rest] = keys
  const field = fields.get(first)
  if (!field) return null
  return rest.length === 0 ? resolved(field) : fieldOf(fieldsOf(field), ...rest)
}

function pairsOf({ tree, scope, branches }: Node): [string, Field][] {
  const chain = openChain()
  return entriesOf(tree).flatMap(({ key, at, value }): [string, Field][] => {
    if (!spend(scope.run, tree)) return []
    const directive = directiveIn(key)
    if (!directive) {
      const name = key.includes('${{') ? filledText(key, scope) : key
      return [[name, { tree: value, scope, branches, at }]]
    }
    const node = { tree: value, scope, branches }
    return waysOf(directive, node, chain).flatMap(way => pairsOf(resolved(way)))
  })
}

/** The items of a list when its templates, conditions and loops are put together. */
export function itemsIn(list: Node | null, kind: Kind): Node[] {
  if (!list) return []
  const { tree, scope, branches } = resolved(list)
  const chain = openChain()
  return itemsOf(tree).flatMap(item => {
    if (!spend(scope.run, item)) return []
    return itemsOfOne({ tree: item, scope, branches }, kind, chain)
  })
}

function itemsOfOne(node: Node, kind: Kind, chain: Chain): Node[] {
  const whole = wholeExpression(textOf(node.tree))
  if (whole !== null) {
    const found = nodeOf(whole, node.scope)
    if (!found) return [node]
    const inner = { ...found, branches: [...node.branches, ...found.branches] }
    return isList(inner.tree) ? itemsIn(inner, kind) : itemsOfOne(inner, kind, openChain())
  }
  const first = firstKey(node.tree)
  const directive = first === null ? null : directiveIn(first)
  if (!directive) return isTemplate(node) ? takeIn(node, kind) : [node]
  return entriesOf(node.tree).flatMap(({ key, value }) => {
    const own = directiveIn(key)
    const ways = own ? waysOf(own, { ...node, tree: value }, chain) : []
    return ways.flatMap(way => (isList(resolved(way).tree) ? itemsIn(way, kind) : [resolved(way)]))
  })
}

function firstKey({ node }: Tree): string | null {
  const key = isMap(node) ? node.items[0]?.key : null
  return isScalar(key) && typeof key.value === 'string' ? key.value : null
}

function isTemplate({ tree }: Node): boolean {
  return entriesOf(tree).some(({ key }) => key === 'template')
}

// A reference that cannot be followed stays in its place.
function takeIn(node: Node, kind: Kind): Node[] {
  const body = templateOf(fieldsOf(node), node)
  if (!body) return [node]
  const found = fieldOf(body, kind)
  // Variables may be a map.
  return found && isMapping(found.tree) ? [found] : itemsIn(found, kind)
}

/** The fields of the template that `template` names; `null` where it cannot be followed. */
export function templateOf(fields: Fields, node: Node): Fields | null {
  const named = fieldOf(fields, 'template')
  const body = named ? openTemplate(named, fieldsOf(fields.get('parameters') ?? null), node) : null
  return body ? fieldsOf(body) : null
}

interface Directive {
  readonly word: 'if' | 'elseif' | 'else' | 'each' | 'insert'
  readonly rest: string
}

function directiveIn(key: string): Directive | null {
  const match = /^\$\{\{\s*(if|elseif|else|each|insert)\b([\s\S]*)$/.exec(wholeKey(key) ?? '')
  const word = match?.[1] as Directive['word'] | undefined
  return word ? { word, rest: (match?.[2] ?? '').replace(/\}\}\s*$/, '').trim() } : null
}

function wholeKey(key: string): string | null {
  return /^\s*\$\{\{[\s\S]*\}\}\s*$/.test(key) ? key.trim() : null
}

/** Whether an `if` above was taken, for its `elseif` and `else`, and what has been asked. */
interface Chain {
  taken: boolean | null
  asked: readonly Expr[]
}

function openChain(): Chain {
  return { taken: false, asked: [] }
}

// The ways in which a directive brings its value in: none, one, or one for each round of a loop.
function waysOf({ word, rest }: Directive, node: Node, chain: Chain): Node[] {
  if (word === 'insert') return [node]
  if (word === 'each') return roundsOf(rest, node)
  if (word === 'if') Object.assign(chain, openChain())
  if (chain.taken === true) return []
  const { taken: before, asked } = chain
  const expr = word === 'else' ? null : parseExpression(rest)
  const answer = word === 'else' ? true : isTaken(expr, node.scope)
  if (answer === false) return []
  chain.taken = answer === true ? true : null
  if (answer === true && before === false) return [node]
  if (expr) chain.asked = [...asked, expr]
  const test = expr ? valueOfExpression(expr, contextsOf(node.scope, new Map()), node.tree.span) : null
  return [
    withBranch(
      node,
      test ?? { kind: 'unknown' },
      expr || word === 'else' ? eventsOf(expr, node.scope.variables, asked) : null,
    ),
  ]
}

function withBranch(node: Node, test: Branch['test'], events: Branch['events'] = null): Node {
  const { file, start } = node.tree.span
  // An empty loop leaves no trace of its own, so that the place is name enough.
  const branch = { id: `${node.scope.chain.length} ${file.path} ${start}`, test, events }
  return { ...node, branches: [...node.branches, branch] }
}

function roundsOf(rest: string, node: Node): Node[] {
  const match = /^([A-Za-z_]\w*)\s+in\s+([\s\S]+)$/.exec(rest)
  const over = match ? nodeOf(match[2] ?? '', node.scope) : null
  const name = match?.[1] ?? ''
  if (!over) return [withBranch(node, { kind: 'unknown' })]
  const branches = [...node.branches, ...over.branches]
  return givenIn(over).flatMap((given): Node[] => {
    if (!spend(node.scope.run, node.tree)) return []
    const loops = new Map([...node.scope.loops, [name, given] as const])
    const scope: Scope = { ...node.scope, loops }
    return [{ ...node, scope, branches }]
  })
}

function givenIn(over: Node): Given[] {
  if (isList(over.tree))
    return itemsOf(over.tree).map(tree => ({ kind: 'node', node: resolved({ ...over, tree }) }))
  return [...fieldsOf(over)].map(([key, value]) => ({ kind: 'pair', key, value }))
}
