import type { Files, Setting, SourceFile } from '../../program'
import { entriesOf, itemsOf, listOf, readYaml, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { readSpec } from './conda-spec'
import { include } from './includes'
import { readPipItem } from './lines'
import { type Requirement, settingOf, type Versions } from './requirement'

/** Reads an environment of conda, or the `python_env.yaml` of MLflow, whose packages are those of pip. */
export function readEnvironment(file: SourceFile, others: Files): Versions {
  const { documents, notices } = readYaml(file)
  const list = valueAt(documents[0] ?? null, 'dependencies')
  const items = itemsOf(list)
  if (/(^|\/)python_env\.ya?ml$/.test(file.path)) return joined(notices, pipItems(file, items, others))
  const pip = items.flatMap(item => listOf(valueAt(item, 'pip')))
  const settings = items.flatMap(item => specAt(file, item, ''))
  return joined(notices, { settings, includes: [], notices: [] }, pipItems(file, pip, others))
}

function joined(notices: Versions['notices'], ...parts: readonly Versions[]): Versions {
  return {
    settings: parts.flatMap(part => part.settings),
    includes: parts.flatMap(part => part.includes),
    notices: [...notices, ...parts.flatMap(part => part.notices)].slice(0, mostNotices),
  }
}

const mostNotices = 20

function specAt(file: SourceFile, item: Tree, part: string): Setting[] {
  const text = textOf(item)
  const spec = text === null ? null : readSpec(text)
  if (!spec) return []
  const chosen = selectorAt(file, item.span.end)
  const requirement: Requirement = chosen === null ? spec : { ...spec, marker: chosen }
  return [settingOf(requirement, 'asked', item.span, part)]
}

// `- pytorch >=2.6  # [linux]` stands in recipes: https://docs.conda.io/projects/conda-build/en/stable/resources/define-metadata.html
function selectorAt({ text }: SourceFile, end: number): string | null {
  return /^[ \t]*#[ \t]*\[([^\]\n]{1,200})\]/.exec(text.slice(end, end + 300))?.[1] ?? null
}

function pipItems(file: SourceFile, items: readonly Tree[], others: Files): Versions {
  const found = items.slice(0, mostItems).map((item): Versions => {
    const read = readPipItem(textOf(item) ?? '')
    if (read.kind === 'include') return { settings: [], ...include(file, read.path, item.span.start, others) }
    const settings = read.kind === 'requirement' ? [settingOf(read.requirement, 'asked', item.span)] : []
    return { settings, includes: [], notices: [] }
  })
  return joined([], ...found)
}

const mostItems = 20_000

/** Reads what the recipe of a conda package needs when it runs, its outputs included. */
export function readRecipe(file: SourceFile): Versions {
  // What fills a recipe in is not known here; the rest of it is YAML.
  const text = file.text
    .replace(/\{%(?:(?!\{%)[^\n])*?%\}/g, found => `#${' '.repeat(found.length - 1)}`)
    .replace(/\{\{(?:(?!\{\{)[^\n])*?\}\}/g, found => '_'.repeat(found.length))
  const { documents, notices } = readYaml({ ...file, text })
  const [root = null] = documents
  const own = itemsOf(valueAt(root, 'requirements', 'run')).flatMap(item =>
    specAt(file, onFile(file, item), ''),
  )
  const outputs = itemsOf(valueAt(root, 'outputs')).flatMap(output => {
    const needs = valueAt(output, 'requirements')
    const run = entriesOf(needs).length > 0 ? valueAt(needs, 'run') : needs
    const name = textOf(valueAt(output, 'name')) ?? ''
    return itemsOf(run).flatMap(item => specAt(file, onFile(file, item), name))
  })
  return { settings: [...own, ...outputs], includes: [], notices }
}

// The places in a recipe that is filled in are those of the file.
function onFile(file: SourceFile, tree: Tree): Tree {
  return { ...tree, span: { ...tree.span, file } }
}
