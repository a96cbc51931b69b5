import { constant, type ParameterShape, type SourceFile, type Value } from '../../program'
import { fill } from '../pipelines/templates'
import {
  booleanOf,
  entriesOf,
  isMapping,
  listOf,
  placedText,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { gapAt, textFor } from './holes'
import { type Command, folderOf, restOfWords, type Task, withWords } from './task'

/** The scripts of a `package.json`; `prefoo` runs before `foo`. https://docs.npmjs.com/cli/v11/using-npm/scripts */
export function readPackage(file: SourceFile, tree: Tree): Task[] {
  const scripts = entriesOf(valueAt(tree, 'scripts'))
  const names = new Set(scripts.map(({ key }) => key))
  return scripts.map(({ key, at, value }) => {
    const before = names.has(`pre${key}`) ? [`pre${key}`] : []
    return { ...taskOf(file, key, at, before, withWords(commandsOf(value))), parameters: [restOfWords] }
  })
}

/** The tasks of a Taskfile. https://taskfile.dev/docs/reference/schema */
export function readTaskfile(file: SourceFile, tree: Tree): Task[] {
  const shared = variablesOf(valueAt(tree, 'vars'))
  return entriesOf(valueAt(tree, 'tasks')).map(({ key, at, value }) => {
    const before = listOf(valueAt(value, 'deps')).flatMap(
      dep => textOf(dep) ?? textOf(valueAt(dep, 'task')) ?? [],
    )
    const list = isMapping(value) ? (valueAt(value, 'cmds') ?? valueAt(value, 'cmd')) : value
    const known = new Map([...shared, ...variablesOf(valueAt(value, 'vars'))])
    const commands = commandsOf(list).map(command => ({ ...command, ...filled(command, known) }))
    const given = new Map([...known, ...variablesOf(valueAt(value, 'env'))])
    return taskOf(file, key, at, before, commands, given)
  })
}

// `{{.NAME}}`; what a template works out otherwise is not known.
function filled(command: Command, known: ReadonlyMap<string, Value>): Pick<Command, 'text' | 'pieces'> {
  const holes = [...command.text.matchAll(/\{\{([^{}]*)\}\}/g)].map(match => {
    const [whole, inside = ''] = match
    const [, name = ''] = /^\.(\w+)$/.exec(inside.replace(/^-|-$/g, '').trim()) ?? []
    const end = match.index + whole.length
    const gap = gapAt(command.text, match.index, end)
    const text = textFor(name === '' ? 'template' : name, known.get(name), gap)
    return { start: match.index, end, text }
  })
  return fill(command, holes)
}

/** The entry points of an MLflow project; `{stage}` is a parameter. https://mlflow.org/docs/latest/ml/projects/ */
export function readProject(file: SourceFile, tree: Tree): Task[] {
  return entriesOf(valueAt(tree, 'entry_points')).map(({ key, at, value }) => {
    const parameters = entriesOf(valueAt(value, 'parameters')).map(
      ({ key: name, value: shape }): ParameterShape => {
        const text = textOf(valueAt(shape, 'default')) ?? null
        return { name, kind: 'keyword', default: text === null ? null : constant(text), type: null }
      },
    )
    const commands = commandsOf(valueAt(value, 'command')).map(command => withParameters(command, parameters))
    return { ...taskOf(file, key, at, [], commands), parameters }
  })
}

function withParameters(command: Command, parameters: readonly ParameterShape[]): Command {
  const holes = [...command.text.matchAll(/\{(\w+)\}/g)].flatMap(match => {
    const [whole, name = ''] = match
    const known = parameters.some(parameter => parameter.name === name)
    return known ? [{ start: match.index, end: match.index + whole.length, text: `\${${name}}` }] : []
  })
  return { ...command, ...fill(command, holes) }
}

/** A task of a file in YAML. */
export function taskOf(
  file: SourceFile,
  name: string,
  span: Task['span'],
  before: readonly string[],
  commands: Task['commands'],
  variables: ReadonlyMap<string, Value> = new Map(),
): Task {
  return { name, span, before, commands, variables, directory: folderOf(file) }
}

/** The commands that a list, or a single text, stands for. */
export function commandsOf(tree: Tree | null): Command[] {
  return listOf(tree).flatMap(item => {
    const own = isMapping(item) ? valueAt(item, 'cmd') : item
    const text = textOf(own)
    if (!own || text === null) return []
    const tolerates = booleanOf(valueAt(item, 'ignore_error')) === true ? '`ignore_error: true`' : null
    return [{ ...placedText(own), span: own.span, tolerates }]
  })
}

function variablesOf(tree: Tree | null): ReadonlyMap<string, Value> {
  return new Map(
    entriesOf(tree).flatMap(({ key, value }): [string, Value][] => {
      const text = textOf(value)
      return text === null ? [] : [[key, constant(text)]]
    }),
  )
}
