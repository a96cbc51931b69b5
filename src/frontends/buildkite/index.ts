import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readPipeline } from './pipeline'

/** Buildkite: the steps of a pipeline, with the waits and blocks between them. */
export const buildkiteFrontend: Frontend = {
  name: 'buildkite',
  claims: path => /(^|\/)(\.buildkite\/.+|buildkite)\.ya?ml$/.test(path),
  recognises: ({ text }) => /^steps[ \t]*:|^- /m.test(text),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? [readPipeline(tree)] : [], notices)
}
