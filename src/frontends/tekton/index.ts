import type { Files, Frontend, Notice, Reading, SourceFile } from '../../program'
import { manifestsIn, mayHold, uniqueNotices } from '../kubernetes/manifests'
import { unitsOf } from '../pipelines/units'
import { duplicateKeys, readYaml } from '../pipelines/yaml'
import { libraryOf } from './library'
import { readRun, runsIn } from './runs'

const group = /\btekton\.dev\//
const kind =
  /\bkind["']?[ \t]*:[ \t]*["']?(?:Pipeline|PipelineRun|Task|TaskRun|ClusterTask|TriggerTemplate|EventListener|Trigger)\b/

/** Tekton: pipelines and tasks, with what runs them and the tasks of the repository that they name. */
export const tektonFrontend: Frontend = {
  name: 'tekton',
  claims: path => /\.ya?ml$/.test(path),
  recognises: ({ text }) => mayHold(text, group, kind),
  read,
}

function read(file: SourceFile, _: Files = () => undefined, tree: readonly SourceFile[] = [file]): Reading {
  const yaml = readYaml(file)
  const notices: Notice[] = [...yaml.notices, ...duplicateKeys(yaml)]
  const library = libraryOf(tree)
  const runs = manifestsIn(yaml)
    .filter(manifest => manifest.group.endsWith('tekton.dev'))
    .flatMap(manifest => runsIn(manifest, library))
  const pipelines = runs.flatMap((run, i) => {
    const name = i === 0 ? file.path : `${file.path}:${i + 1}`
    const prefix = i === 0 ? run.manifest.name : `${run.manifest.name}.${i + 1}`
    return readRun(run, name, prefix, library, notices) ?? []
  })
  return unitsOf(pipelines, uniqueNotices(notices))
}
