import type { Files, Frontend, Notice, Reading, SourceFile, Value } from '../../program'
import { tasksOf } from '../pipelines/units'
import { readYaml, type Tree } from '../pipelines/yaml'
import { readDvc } from './dvc'
import { readPackage, readProject, readTaskfile } from './files'
import { readJustfile } from './just'
import { readMakefile } from './make'
import { holdsTasks, readPyproject } from './pyproject'
import { pipelineOf, type Task } from './task'
import { readTox } from './tox'

type TextReader = (file: SourceFile) => {
  tasks: Task[]
  variables?: ReadonlyMap<string, Value>
  notices?: readonly Notice[]
}

const textReaders: readonly (readonly [RegExp, TextReader])[] = [
  [/(^|\/)(GNUm|[Mm])akefile$/, readMakefile],
  [/(^|\/)\.?[Jj]ustfile$/, readJustfile],
  [/(^|\/)(tox\.ini|setup\.cfg)$/, readTox],
  [/(^|\/)(pyproject\.toml|pixi\.toml|Pipfile)$/, readPyproject],
]

const readers: readonly (readonly [RegExp, (file: SourceFile, tree: Tree, files: Files) => Task[]])[] = [
  [/(^|\/)package\.json$/, readPackage],
  [/(^|\/)[Tt]askfile\.ya?ml$/, readTaskfile],
  [/(^|\/)dvc\.yaml$/, readDvc],
  [/(^|\/)MLproject$/, readProject],
]

// These have tasks beside other things.
const holding: readonly (readonly [RegExp, (file: SourceFile) => boolean])[] = [
  [/(^|\/)setup\.cfg$/, ({ text }) => /^\[(tox:|testenv)/m.test(text)],
  [/(^|\/)(pyproject\.toml|pixi\.toml|Pipfile)$/, holdsTasks],
]

/** Task runners: make, npm scripts, Task, DVC stages, MLflow projects. A task runs where somebody asks for it. */
export const tasksFrontend: Frontend = {
  name: 'tasks',
  claims: path => [...textReaders, ...readers].some(([pattern]) => pattern.test(path)),
  recognises: file => holding.every(([pattern, holds]) => !pattern.test(file.path) || holds(file)),
  read: (file, files = () => undefined) => read(file, files),
}

function read(file: SourceFile, files: Files): Reading {
  const textReader = textReaders.find(([pattern]) => pattern.test(file.path))?.[1]
  if (textReader) {
    const { tasks, variables = new Map(), notices = [] } = textReader(file)
    return tasksOf(pipelineOf(file, tasks, variables), notices)
  }
  const reader = readers.find(([pattern]) => pattern.test(file.path))?.[1]
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  const tasks = tree && reader ? reader(file, tree, files) : []
  return tasksOf(pipelineOf(file, tasks, new Map()), yaml.notices)
}
