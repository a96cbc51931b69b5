import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readAction } from './actions'
import { readWorkflow } from './workflows'

const workflow = /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/
const action = /(^|\/)action\.ya?ml$/

/** GitHub Actions: workflows, and actions that are made of steps. */
export const githubFrontend: Frontend = {
  name: 'github',
  claims: path => workflow.test(path) || action.test(path),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  const notices: Notice[] = yaml.notices
  if (!tree) return { ...unitsOf([]), notices }
  const pipeline = workflow.test(file.path) ? readWorkflow(tree, notices) : readAction(tree, notices)
  return { ...unitsOf(pipeline ? [pipeline] : []), notices }
}
