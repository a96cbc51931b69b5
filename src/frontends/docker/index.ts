import type { Files, Frontend, Reading, SourceFile } from '../../program'
import { tasksOf } from '../pipelines/units'
import { pipelineOf } from '../tasks/task'
import { readDockerfile } from './dockerfile'

const dockerfile = /(^|\/)((Docker|Container)file(\.[\w.-]+)?|[\w.-]+\.([Dd]ocker|[Cc]ontainer)file)$/

/** Containers: what builds their images, and what they start. */
export const dockerFrontend: Frontend = {
  name: 'docker',
  claims: path => dockerfile.test(path) && !/\.(md|sh|py|ya?ml|dockerignore)$/.test(path),
  recognises: ({ text }) => /^[ \t]*from[ \t]/im.test(text),
  read: (file, files = () => undefined) => read(file, files),
}

function read(file: SourceFile, files: Files): Reading {
  return tasksOf(pipelineOf(file, readDockerfile(file, files), new Map()))
}
