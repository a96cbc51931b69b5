import type { Notice } from '../../program'
import { entriesOf, isMapping, itemsOf, type Tree, textOf, valueAt, type YamlFile } from '../pipelines/yaml'

/** An object of Kubernetes as a file describes it. */
export interface Manifest {
  /** The part of `apiVersion` in front of the version: `argoproj.io`; empty for the core. */
  readonly group: string
  readonly kind: string
  /** Of its own or, where the cluster makes one up, what that begins with; empty where it has none. */
  readonly name: string
  readonly tree: Tree
}

const deepest = 5

/** The objects of a file: of each of its documents, those of lists in their place. */
export function manifestsIn({ documents }: YamlFile): Manifest[] {
  return documents.flatMap(tree => manifestsOf(tree, 0))
}

function manifestsOf(tree: Tree, depth: number): Manifest[] {
  if (!isMapping(tree) || depth > deepest) return []
  const kind = textOf(valueAt(tree, 'kind'))
  const version = textOf(valueAt(tree, 'apiVersion'))
  if (kind === null || version === null) return []
  if (kind.endsWith('List') && entriesOf(tree).some(({ key }) => key === 'items'))
    return itemsOf(valueAt(tree, 'items')).flatMap(item => manifestsOf(item, depth + 1))
  return [{ group: groupOf(version), kind, name: nameOf(tree), tree }]
}

function groupOf(version: string): string {
  return version.includes('/') ? version.slice(0, version.indexOf('/')) : ''
}

function nameOf(tree: Tree): string {
  const named = textOf(valueAt(tree, 'metadata', 'name'))
  return named ?? (textOf(valueAt(tree, 'metadata', 'generateName')) ?? '').replace(/-$/, '')
}

/** Whether a text may describe objects of such a group and kind. */
export function mayHold(text: string, group: RegExp, kind: RegExp): boolean {
  return group.test(text) && kind.test(text)
}

/** The item of a list of maps that has this name. */
export function named(list: Tree | null, name: string): Tree | null {
  return itemsOf(list).find(item => textOf(valueAt(item, 'name')) === name) ?? null
}

/** Notices of which none says twice the same of one line. */
export function uniqueNotices(notices: readonly Notice[]): Notice[] {
  const found = new Map(notices.map(notice => [`${notice.path}:${notice.line} ${notice.message}`, notice]))
  return [...found.values()]
}
