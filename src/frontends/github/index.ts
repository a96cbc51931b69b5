import type { Frontend, Notice, Reading, SourceFile } from '../../program'
import { unitsOf } from '../pipelines/units'
import { readYaml } from '../pipelines/yaml'
import { readAction } from './actions'
import { plainName } from './environments'
import { type Known, readWorkflow } from './workflows'

const workflow = /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/
const action = /(^|\/)action\.ya?ml$/

/** GitHub Actions: workflows, and actions that are made of steps. */
export const githubFrontend: Frontend = {
  name: 'github',
  claims: path => workflow.test(path) || action.test(path),
  read: file => read(file),
}

/** The same, where the settings of environments or what actions do is known. */
export function githubFrontendWith(known: Known): Frontend {
  return { ...githubFrontend, read: file => read(file, known) }
}

function read(file: SourceFile, known: Known = {}): Reading {
  const yaml = readYaml(file)
  const [tree] = yaml.documents
  const notices: Notice[] = yaml.notices
  if (!tree) return unitsOf([], notices)
  const pipeline = workflow.test(file.path)
    ? readWorkflow(tree, notices, known)
    : readAction(tree, notices, known.actions)
  return unitsOf(pipeline ? [pipeline] : [], notices)
}

/** The names of the environments that the jobs of a workflow name. What is known only when it runs is not among them. */
export function environmentsIn(file: SourceFile): readonly string[] {
  const [tree] = readYaml(file).documents
  const jobs = (tree && readWorkflow(tree, []))?.jobs ?? []
  const names = jobs.flatMap(job => job.gates.flatMap(gate => plainName(gate.name) ?? []))
  return [...new Set(names)]
}
