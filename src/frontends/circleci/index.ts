import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readWorkflows } from './workflows'

/** CircleCI: the workflows of a configuration, with the commands and orbs that it defines itself. */
export const circleciFrontend: Frontend = {
  name: 'circleci',
  claims: path => /(^|\/)\.circleci\/.+\.ya?ml$/.test(path),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = yaml.notices
  const [tree] = yaml.documents
  return unitsOf(tree ? readWorkflows(tree, notices) : [], notices)
}
