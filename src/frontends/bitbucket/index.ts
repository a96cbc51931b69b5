import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readPipelines } from './pipelines'

/** Bitbucket Pipelines: each pipeline of a configuration, whatever starts it. */
export const bitbucketFrontend: Frontend = {
  name: 'bitbucket',
  claims: path => /(^|\/)bitbucket-pipelines\.ya?ml$/.test(path),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? readPipelines(tree) : [], notices)
}
