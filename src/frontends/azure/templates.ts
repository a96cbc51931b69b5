import type { SourceFile } from '../../program'
import {
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  readYaml,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { type Given, type Node, note, type Scope } from './scope'
import { staticText } from './texts'

const deepest = 20

/** A template that is named, with what its parameters are given; `null` where it cannot be followed. */
export function openTemplate(named: Node, given: ReadonlyMap<string, Node>, at: Node): Node | null {
  const reference = staticText(named)
  const path = reference === null ? null : pathOf(reference, named.tree.span.file.path)
  if (reference === null || path === null) return null
  const { run, chain } = at.scope
  if (chain.includes(path) || chain.length > deepest) {
    note(run, named.tree, 'limit', `The template \`${shown(path)}\` takes itself in.`)
    return null
  }
  const tree = treeOf(at, path)
  if (!tree) {
    note(run, named.tree, 'unreadable', `It takes in \`${shown(reference)}\`, which is not there.`)
    return null
  }
  const takenInAt = at.scope.takenInAt ?? named.tree.span
  const scope = scopeIn(tree, given, { ...at.scope, chain: [...chain, path], takenInAt })
  return { tree, scope, branches: at.branches }
}

function shown(path: string): string {
  return path.replaceAll('`', "'").slice(0, 80)
}

// https://learn.microsoft.com/azure/devops/pipelines/process/templates: a path is relative to the file, `/` is the top.
function pathOf(reference: string, from: string): string | null {
  const [path = '', repository = 'self'] = reference.trim().split('@')
  if (repository !== 'self') return null
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split(/[/\\]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

function treeOf({ scope: { run } }: Node, path: string): Tree | null {
  const known = run.templates.get(path)
  if (known !== undefined) return known
  const source: SourceFile | undefined = run.others(path)
  const yaml = source ? readYaml(source) : null
  run.notices.push(...(yaml?.notices ?? []))
  const tree = yaml?.documents[0] ?? null
  run.templates.set(path, tree)
  return tree
}

function scopeIn(tree: Tree, nodes: ReadonlyMap<string, Node>, outer: Scope): Scope {
  const bare: Scope = { ...outer, parameters: new Map(), loops: new Map() }
  const parameters = new Map<string, Given>()
  for (const { name, usual } of declaredIn(tree))
    parameters.set(
      name,
      usual
        ? { kind: 'node', node: { tree: usual, scope: bare, branches: [] } }
        : { kind: 'open', value: { kind: 'unknown' }, usual: null },
    )
  for (const [name, node] of nodes) parameters.set(name, { kind: 'node', node })
  return { ...bare, parameters }
}

/** A parameter as a file declares it. */
export interface Declared {
  readonly name: string
  readonly usual: Tree | null
  /** What may be chosen; empty where anything may be. */
  readonly values: readonly Tree[]
}

/** The parameters that a file declares: a list, or a map in older ones. */
export function declaredIn(tree: Tree): Declared[] {
  const parameters = valueAt(tree, 'parameters')
  if (!isList(parameters))
    return entriesOf(parameters).map(({ key, value }) => ({ name: key, usual: value, values: [] }))
  return itemsOf(parameters).flatMap(item => {
    const name = isMapping(item) ? textOf(valueAt(item, 'name')) : null
    if (name === null) return []
    return [{ name, usual: valueAt(item, 'default'), values: itemsOf(valueAt(item, 'values')) }]
  })
}
