import { lineOf } from '../../base/lines'
import type { Files, Notice } from '../../program'
import {
  entriesOf,
  isList,
  isMapping,
  itemsOf,
  listOf,
  over,
  readYaml,
  type Tree,
  tagOf,
  textOf,
  valueAt,
} from '../pipelines/yaml'

/** A job or a setting as all files together define it: each key with the value that counts. */
export type Section = ReadonlyMap<string, Tree>

/** The sections of a configuration, by name, and what could not be read. */
export interface Configuration {
  readonly sections: ReadonlyMap<string, Section>
  /** Of the files taken in; what is read of them later may add to theirs. */
  readonly notices: readonly (readonly Notice[])[]
}

const mostFiles = 60
const deepest = 12

/** Takes the local files in that a configuration includes; its own sections count for more than theirs. */
export function withIncludes(tree: Tree, others: Files): Configuration {
  const own: Notice[] = []
  const notices: (readonly Notice[])[] = [own]
  const seen = new Set<string>([tree.reader.file.path])
  const trees = included(tree, others, { seen, own, notices })
  const sections = new Map<string, Section>()
  for (const file of [...trees, tree])
    for (const { key, value } of entriesOf(file)) {
      const merged = isMapping(value) ? merge(sections.get(key), sectionOf(value)) : sectionOf(value)
      sections.set(key, merged)
    }
  return { sections, notices }
}

/** What has been taken in so far. */
interface Taken {
  readonly seen: Set<string>
  readonly own: Notice[]
  readonly notices: (readonly Notice[])[]
}

function included(tree: Tree, others: Files, taken: Taken): Tree[] {
  const { seen, own, notices } = taken
  return listOf(valueAt(tree, 'include')).flatMap(entry => {
    const path = (textOf(entry) ?? textOf(valueAt(entry, 'local')))?.replace(/^\/+/, '')
    if (path === undefined || /^https?:/.test(path) || path.includes('$')) return []
    return filesMatching(path).flatMap(file => {
      if (seen.has(file) || seen.size >= mostFiles) return []
      seen.add(file)
      const source = others(file)
      if (!source) {
        own.push(missing(tree, entry, path))
        return []
      }
      const yaml = readYaml(source)
      notices.push(yaml.notices)
      // With `spec: inputs` a header comes first.
      return yaml.documents.slice(-1).flatMap(found => [...included(found, others, taken), found])
    })
  })
}

// A path with `*` names files that only the tree knows; those without are looked up.
function filesMatching(path: string): readonly string[] {
  return path.includes('*') ? [] : [path]
}

function missing(tree: Tree, entry: Tree, path: string): Notice {
  const { file } = tree.reader
  const line = lineOf(file.text, entry.span.start).line
  const shown = path.replaceAll('`', "'").slice(0, 80)
  return {
    path: file.path,
    line,
    kind: 'unreadable',
    message: `It includes \`${shown}\`, which is not there.`,
  }
}

function sectionOf(tree: Tree): Section {
  if (!isMapping(tree)) return new Map([['', tree]])
  return new Map(entriesOf(tree).map(({ key, value }) => [key, value]))
}

function merge(below: Section | undefined, above: Section): Section {
  if (!below) return above
  const upper = Array.from(above, ([key, value]) => [key, over(value, below.get(key))] as const)
  return new Map([...below, ...upper])
}

/** A job with what it extends. https://docs.gitlab.com/ci/yaml/#extends */
export function extended(sections: ReadonlyMap<string, Section>, name: string, depth = 0): Section | null {
  const own = sections.get(name)
  if (!own || depth > deepest) return null
  const bases = listOf(own.get('extends') ?? null).flatMap(item => textOf(item) ?? [])
  const layers = bases.flatMap(base => extended(sections, base, depth + 1) ?? [])
  return [...layers, own].reduce((below, above) => merge(below, above))
}

/** The lines of a script: nested lists and `!reference` are followed. */
export function linesOf(
  sections: ReadonlyMap<string, Section>,
  tree: Tree | null,
  depth = 0,
): readonly Tree[] {
  if (!tree || depth > deepest) return []
  if (tagOf(tree) === '!reference') return referred(sections, tree, depth)
  return isList(tree) ? itemsOf(tree).flatMap(item => linesOf(sections, item, depth + 1)) : [tree]
}

function referred(sections: ReadonlyMap<string, Section>, tree: Tree, depth: number): readonly Tree[] {
  const [name, key, ...rest] = itemsOf(tree).map(item => textOf(item) ?? '')
  const found = name && key ? (extended(sections, name)?.get(key) ?? null) : null
  return linesOf(sections, found && rest.length > 0 ? valueAt(found, ...rest) : found, depth + 1)
}
