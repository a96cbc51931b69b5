import { constant, type Files, type SourceFile, type Value } from '../../program'
import { fill, variableName } from '../pipelines/templates'
import { entriesOf, isMapping, itemsOf, readYaml, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { commandsOf, taskOf } from './files'
import { gapAt, textFor } from './holes'
import type { Command, Task } from './task'

/**
 * The stages of a DVC pipeline; a stage runs after those that make what it depends on.
 * https://doc.dvc.org/user-guide/project-structure/dvcyaml-files
 */
export function readDvc(file: SourceFile, tree: Tree, files: Files): Task[] {
  // What a stage is made for each of, or what it is by itself.
  const stages = entriesOf(valueAt(tree, 'stages')).map(({ key, at, value }) => ({
    key,
    at,
    stage: valueAt(value, 'do') ?? value,
  }))
  const known = settingsOf(file, tree, files)
  const makers = new Map<string, string>()
  for (const { key, stage } of stages)
    for (const made of ['outs', 'metrics', 'plots'])
      for (const path of pathsOf(valueAt(stage, made))) makers.set(path, key)
  return stages.map(({ key, at, stage }) => {
    const before = pathsOf(valueAt(stage, 'deps')).flatMap(path => makers.get(path) ?? [])
    const commands = commandsOf(valueAt(stage, 'cmd')).map(command => filled(command, known))
    const given = new Map([...known].map(([name, value]) => [variableName(name), value]))
    const others = [...new Set(before)].filter(other => other !== key)
    return taskOf(file, key, at, others, commands, given)
  })
}

function pathsOf(tree: Tree | null): string[] {
  return itemsOf(tree).flatMap(item => textOf(item) ?? entriesOf(item).map(({ key }) => key))
}

// `${train.seed}` is put in by DVC, and `\${HOME}` is left to the shell.
// https://doc.dvc.org/user-guide/project-structure/dvcyaml-files#templating
function filled(command: Command, known: ReadonlyMap<string, Value>): Command {
  const holes = [...command.text.matchAll(/\\?\$\{([^{}]*)\}/g)].map(match => {
    const [whole, inside = ''] = match
    const name = inside.trim()
    const end = match.index + whole.length
    const gap = gapAt(command.text, match.index, end)
    const text = whole.startsWith('\\') ? whole.slice(1) : textFor(name, known.get(name), gap)
    return { start: match.index, end, text }
  })
  return { ...command, ...fill(command, holes) }
}

const usual = 'params.yaml'
const mostSettings = 500
// An alias may stand for what it is in.
const deepest = 20

// The values of `params.yaml`, and of what `vars` holds or names.
function settingsOf(file: SourceFile, tree: Tree, files: Files): ReadonlyMap<string, Value> {
  const known = new Map<string, Value>()
  const folder = file.path.replace(/[^/]*$/, '')
  const read = (path: string): void => {
    const found = /\.ya?ml$/.test(path) ? files(folder + path.replace(/^\.\//, '')) : undefined
    for (const document of found ? readYaml(found).documents : []) flatten(document, '', known)
  }
  read(usual)
  for (const item of itemsOf(valueAt(tree, 'vars'))) {
    const path = textOf(item)
    if (path === null) flatten(item, '', known)
    else read(path.split(':', 1)[0] ?? '')
  }
  return known
}

function flatten(tree: Tree, prefix: string, into: Map<string, Value>, depth = 0): void {
  if (depth > deepest) return
  for (const { key, value } of entriesOf(tree)) {
    const text = textOf(value)
    if (into.size > mostSettings) return
    if (text !== null) into.set(prefix + key, constant(text))
    else if (isMapping(value)) flatten(value, `${prefix}${key}.`, into, depth + 1)
  }
}
