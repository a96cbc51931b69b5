import type { Files, Frontend, Notice, Reading, SourceFile } from '../../program'
import { manifestsIn, mayHold, uniqueNotices } from '../kubernetes/manifests'
import type { Pipeline } from '../pipelines/pipeline'
import { unitsOf } from '../pipelines/units'
import { duplicateKeys, readYaml } from '../pipelines/yaml'
import { libraryOf } from './library'
import { readWorkflow } from './workflow'

const group = /\bargoproj\.io\//
const kind = /\bkind["']?[ \t]*:[ \t]*["']?(?:Workflow|(?:Cluster)?WorkflowTemplate|CronWorkflow)\b/
const kinds = ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']

/** Argo Workflows: the steps and tasks of workflows, with the templates of the repository that they name. */
export const argoFrontend: Frontend = {
  name: 'argo',
  claims: path => /\.ya?ml$/.test(path),
  recognises: ({ text }) => mayHold(text, group, kind),
  read,
}

function read(file: SourceFile, _: Files = () => undefined, tree: readonly SourceFile[] = [file]): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = [...duplicateKeys(yaml)]
  const library = libraryOf(tree)
  const pipelines: Pipeline[] = []
  for (const manifest of manifestsIn(yaml)) {
    if (manifest.group !== 'argoproj.io' || !kinds.includes(manifest.kind)) continue
    const number = pipelines.length
    const name = number === 0 ? file.path : `${file.path}:${number + 1}`
    const own = number === 0 ? manifest : { ...manifest, name: `${manifest.name}.${number + 1}` }
    const pipeline = readWorkflow(own, name, library, notices)
    if (pipeline) pipelines.push(pipeline)
  }
  // A file is inert as a whole.
  const asleep = pipelines.every(({ inert }) => inert !== null)
  const all = asleep ? pipelines : pipelines.map(pipeline => ({ ...pipeline, inert: null }))
  return unitsOf(all, uniqueNotices([...yaml.notices, ...notices]))
}
