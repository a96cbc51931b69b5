import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { tasksOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { pipelineOf } from '../tasks/task'
import { readCompose } from './compose'
import { readDockerfile } from './dockerfile'

const dockerfile = /(^|\/)((Docker|Container)file(\.[\w.-]+)?|[\w.-]+\.([Dd]ocker|[Cc]ontainer)file)$/

const compose = /(^|\/)([\w-]+[.-])?compose([.-][\w.-]+)?\.ya?ml$/

/** Containers: what builds their images, and what they start. */
export const dockerFrontend: Frontend = {
  name: 'docker',
  claims: path => compose.test(path) || isDockerfile(path),
  recognises: ({ path, text }) =>
    (compose.test(path) ? /^services[ \t]*:/m : /^[ \t]*from[ \t]/im).test(text),
  read: (file, files = () => undefined) => read(file, files),
}

function isDockerfile(path: string): boolean {
  return dockerfile.test(path) && !/\.(md|sh|py|ya?ml|dockerignore)$/.test(path)
}

function read(file: SourceFile, files: Files): Reading {
  if (!isDockerfile(file.path)) return readServices(file, files)
  return tasksOf(pipelineOf(file, readDockerfile(file, files), new Map()))
}

function readServices(file: SourceFile, files: Files): Reading {
  const { documents, notices } = readYaml(file)
  const tasks = documents.slice(0, 1).flatMap(tree => readCompose(file, tree, files))
  return tasksOf(pipelineOf(file, tasks, new Map()), notices)
}
