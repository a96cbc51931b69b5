import { lineOf } from '../../base/lines'
import type { Files, Notice, Span, Value } from '../../program'
import type { Condition } from '../pipelines/pipeline'
import type { Tree } from '../pipelines/yaml'

/** What reading one pipeline, with all its templates, shares. */
export interface Run {
  /** The name of the pipeline's unit, whose parameters are what a person is asked for. */
  readonly pipeline: string
  readonly others: Files
  readonly notices: Notice[]
  /** The templates that were taken in, by path. */
  readonly templates: Map<string, Tree | null>
  /** How many more nodes may be made of templates and loops. */
  left: number
}

/** What the names in `${{ }}` stand for at one place. */
export interface Scope {
  readonly run: Run
  readonly parameters: ReadonlyMap<string, Given>
  readonly loops: ReadonlyMap<string, Given>
  /** Those that were set above, for `${{ variables.x }}`. */
  readonly variables: ReadonlyMap<string, Value>
  /** The templates around, from the pipeline on. */
  readonly chain: readonly string[]
  /** Where the pipeline itself takes them in; `null` in the pipeline's own text. */
  readonly takenInAt: Span | null
}

/** What a name was given. */
export type Given =
  | { readonly kind: 'node'; readonly node: Node }
  /** What a person may choose; `usual` is there where nobody does. */
  | { readonly kind: 'open'; readonly value: Value; readonly usual: Node | null }
  /** A key of a map with its value, in a loop over a map. */
  | { readonly kind: 'pair'; readonly key: string; readonly value: Node }

/** A piece of YAML with what its `${{ }}` stand for. */
export interface Node {
  readonly tree: Tree
  readonly scope: Scope
  /** The `${{ if }}` and loops around it of which nobody knows whether they bring it in. */
  readonly branches: readonly Branch[]
}

export interface Branch {
  readonly id: string
  readonly test: Value
  /** The events on which it may be taken; `null` where that is each of them. */
  readonly events: Condition['events']
}

/** Whether a node is there wherever another one is. */
export function isCertain(node: { branches: readonly Branch[] }, where: readonly Branch[]): boolean {
  return node.branches.every(({ id }) => where.some(branch => branch.id === id))
}

const mostNodes = 40_000

/** Starts to read a pipeline. */
export function openRun(pipeline: string, others: Files, notices: Notice[]): Run {
  return { pipeline, others, notices, templates: new Map(), left: mostNodes }
}

/** Says once that there is more than can be read; whether anything is left of the budget. */
export function spend(run: Run, at: Tree): boolean {
  run.left -= 1
  if (run.left === -1) note(run, at, 'limit', 'Its templates and loops stand for more than can be read.')
  return run.left >= 0
}

/** Adds a notice at a place. */
export function note(run: Run, { span }: Tree, kind: Notice['kind'], message: string): void {
  const line = lineOf(span.file.text, span.start).line
  const { path } = span.file
  if (!run.notices.some(other => other.path === path && other.line === line && other.message === message))
    run.notices.push({ path, line, kind, message })
}
