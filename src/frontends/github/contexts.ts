import { constant, type Environments, mixOf, type Span, type Value } from '../../program'
import type { Variables } from '../pipelines/pipeline'
import { fill, type Hole, type PlacedText, textWith, variableName } from '../pipelines/templates'
import { entriesOf, isList, itemsOf, type Tree, textOf } from '../pipelines/yaml'
import { type Contexts, parseExpression, valueOfExpression } from './expressions'
import type { ScriptedActions } from './given-scripts'
import type { PullRequests } from './triggers'

/** Variables of which each is looked up by its name. */
export type Known = Pick<Variables, 'get'>

/** Variables in front of others of the same names. Tables of all of them, one for each step, would be the square of the steps. */
export function over(own: Known, others: Known): Known {
  return { get: name => own.get(name) ?? others.get(name) }
}

/** What the names of a workflow stand for at one of its places. */
export interface Surroundings {
  /** The name of the pipeline's unit, whose parameters are the inputs. */
  readonly pipeline: string
  readonly inputs: readonly string[]
  readonly variables: Known
  readonly matrix: Variables
  /** What steps have written, by their names and its own: `pick.stage`. */
  readonly outputs?: Known
  /** How steps have ended, by their names and what is asked: `check.outcome`. */
  readonly ends?: Known
  /** The same of what jobs hand on. */
  readonly handed?: Known
  /** How pull requests start it, where that is known. */
  readonly pullRequests?: PullRequests
  /** What is known of environments. */
  readonly environments?: Environments
  /** Actions that run a script which they are given. */
  readonly actions?: ScriptedActions
}

/** Looks names of contexts up. */
export function contextsOf(around: Surroundings): Contexts {
  const { pipeline, inputs, variables, matrix, handed } = around
  return ([context = '', ...path]) => {
    const [first = '', second, third] = path
    const isEvent = context === 'github' && first === 'event' && second === 'inputs'
    const input = context === 'inputs' ? first : isEvent ? third : undefined
    const index = input === undefined ? -1 : inputs.indexOf(input)
    if (index >= 0) return { kind: 'parameter', unit: pipeline, index }
    if (context === 'env') return variables.get(first) ?? fieldOf(context, path)
    const from = second === 'outputs' && path.length === 3 ? `${first}.${third}` : ''
    if (context === 'steps') return stepAsked(around, path, from) ?? fieldOf(context, path)
    if (context === 'needs') return handed?.get(from) ?? fieldOf(context, path)
    if (context === 'matrix') return matrix.get(first) ?? fieldOf(context, path)
    return fieldOf(context, path)
  }
}

function stepAsked(
  { outputs, ends }: Surroundings,
  path: readonly string[],
  from: string,
): Value | undefined {
  return path.length === 2 ? ends?.get(path.join('.')) : outputs?.get(from)
}

/** What nobody here knows: a name of a context, which is known when it runs. */
export function fieldOf(context: string, path: readonly string[]): Value {
  const start: Value = { kind: 'name', name: `pipeline.${context}`, from: null, dots: 0 }
  return path.reduce((of: Value, name): Value => ({ kind: 'field', of, name }), start)
}

/** A text of a workflow, in which `${{ }}` are filled when it runs. */
export function valueOfText(text: string, contexts: Contexts, span: Span): Value {
  const parts: Value[] = []
  let from = 0
  for (const { start, end, inside } of expressionsIn(text)) {
    if (start > from) parts.push(constant(text.slice(from, start)))
    const expr = parseExpression(inside)
    parts.push(expr ? valueOfExpression(expr, contexts, span) : { kind: 'unknown' })
    from = end
  }
  if (from < text.length || parts.length === 0) parts.push(constant(text.slice(from)))
  return textWith(parts)
}

/** The value of a scalar or a list of a workflow. */
export function valueOfTree(tree: Tree, contexts: Contexts): Value {
  if (isList(tree))
    return { kind: 'collection', items: itemsOf(tree).map(item => valueOfTree(item, contexts)) }
  const text = textOf(tree)
  return text === null ? { kind: 'unknown' } : valueOfText(text, contexts, tree.span)
}

/** A map of a workflow as variables. */
export function variablesOf(tree: Tree | null, contexts: Contexts): Variables {
  return new Map(entriesOf(tree).map(({ key, value }) => [key, valueOfTree(value, contexts)]))
}

/** A script in which each `${{ }}` is a variable, and what these variables stand for. */
export function scriptWith(
  placed: PlacedText,
  contexts: Contexts,
  span: Span,
): { placed: PlacedText; variables: Variables } {
  const found = expressionsIn(placed.text).map(({ start, end, inside }) => {
    const name = variableName(inside)
    const expr = parseExpression(inside)
    const value: Value = expr ? valueOfExpression(expr, contexts, span) : { kind: 'unknown' }
    return { hole: { start, end, text: `\${${name}}` } satisfies Hole, name, value }
  })
  const variables = new Map(found.map(({ name, value }) => [name, value]))
  return {
    placed: fill(
      placed,
      found.map(({ hole }) => hole),
    ),
    variables,
  }
}

/** The `${{ }}` of a text. */
function expressionsIn(text: string): { start: number; end: number; inside: string }[] {
  const found: { start: number; end: number; inside: string }[] = []
  for (let from = text.indexOf('${{'); from >= 0; from = text.indexOf('${{', from + 1)) {
    const end = text.indexOf('}}', from)
    if (end < 0) break
    found.push({ start: from, end: end + 2, inside: text.slice(from + 3, end).trim() })
    from = end
  }
  return found
}

/** What the axes of a matrix may be, by name. */
export function matrixOf(tree: Tree | null, contexts: Contexts): Variables {
  const axes = new Map<string, Value[]>()
  const add = (key: string, value: Value): void => {
    axes.set(key, [...(axes.get(key) ?? []), value])
  }
  for (const { key, value } of entriesOf(tree)) {
    if (key === 'exclude') continue
    if (key === 'include')
      for (const item of itemsOf(value))
        for (const entry of entriesOf(item)) add(entry.key, valueOfTree(entry.value, contexts))
    else for (const item of isList(value) ? itemsOf(value) : [value]) add(key, valueOfTree(item, contexts))
  }
  return new Map([...axes].map(([key, values]) => [key, mixOf(values)]))
}
