import type { Frontend, Reading, SourceFile } from '../../program'
import { tasksOf } from '../pipelines/units'
import { readYaml, type Tree } from '../pipelines/yaml'
import { readDvc, readPackage, readProject, readTaskfile } from './files'
import { readMakefile } from './make'
import { pipelineOf, type Task } from './task'

const makefile = /(^|\/)(GNUm|[Mm])akefile$/

const readers: readonly (readonly [RegExp, (file: SourceFile, tree: Tree) => Task[]])[] = [
  [/(^|\/)package\.json$/, readPackage],
  [/(^|\/)[Tt]askfile\.ya?ml$/, readTaskfile],
  [/(^|\/)dvc\.yaml$/, readDvc],
  [/(^|\/)MLproject$/, readProject],
]

/** Task runners: make, npm scripts, Task, DVC stages, MLflow projects. A task runs where somebody asks for it. */
export const tasksFrontend: Frontend = {
  name: 'tasks',
  claims: path => makefile.test(path) || readers.some(([pattern]) => pattern.test(path)),
  read,
}

function read(file: SourceFile): Reading {
  if (makefile.test(file.path)) {
    const { tasks, variables } = readMakefile(file)
    return tasksOf(pipelineOf(file, tasks, variables))
  }
  const reader = readers.find(([pattern]) => pattern.test(file.path))?.[1]
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  const tasks = tree && reader ? reader(file, tree) : []
  return { ...tasksOf(pipelineOf(file, tasks, new Map())), notices: yaml.notices }
}
