import type { Frontend, Reading, SourceFile } from '../../program'
import { type Manifest, manifestsIn, mayHold } from '../kubernetes/manifests'
import type { Pipeline } from '../pipelines/pipeline'
import { onSuccess, scriptOf, stepOf } from '../pipelines/scripts'
import { unitsOf } from '../pipelines/units'
import { booleanOf, isMapping, keyAt, readYaml, valueAt } from '../pipelines/yaml'

const group = /\bargoproj\.io\//
const kind = /\bkind["']?[ \t]*:[ \t]*["']?Application\b/

/** Argo CD: applications that follow what Git holds by themselves. */
export const argocdFrontend: Frontend = {
  name: 'argocd',
  claims: path => /\.ya?ml$/.test(path),
  recognises: ({ text }) => mayHold(text, group, kind) && text.includes('automated'),
  read,
}

function read(file: SourceFile): Reading {
  const yaml = readYaml(file)
  const found = manifestsIn(yaml).filter(
    manifest => manifest.group === 'argoproj.io' && manifest.kind === 'Application' && isAutomated(manifest),
  )
  const pipelines = found.map((manifest, i) => pipelineOf(manifest, i, found.length === 1))
  return unitsOf(pipelines, yaml.notices)
}

// https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
function isAutomated({ tree }: Manifest): boolean {
  const automated = valueAt(tree, 'spec', 'syncPolicy', 'automated')
  return isMapping(automated) && booleanOf(valueAt(automated, 'enabled')) !== false
}

// The command line that sets the same policy stands for it.
function pipelineOf({ tree, name }: Manifest, index: number, alone: boolean): Pipeline {
  const { file } = tree.reader
  const policy = valueAt(tree, 'spec', 'syncPolicy') ?? tree
  const span = keyAt(policy, 'automated')
  const text = `argocd app set '${name.replaceAll("'", '')}' --sync-policy automated\n`
  const pieces = [{ from: 0, to: span.start, length: 0 }]
  const action = scriptOf({ text, pieces }, { errexit: true, pipefail: false }, span)
  return {
    label: alone ? file.path : `${file.path} (${name})`,
    file,
    span: tree.span,
    name: index === 0 ? file.path : `${file.path}:${index + 1}`,
    triggers: [{ event: 'push', says: 'when what Git holds changes (`syncPolicy.automated`)', span }],
    variables: new Map(),
    inputs: new Map(),
    jobs: [
      {
        id: `${name}.${index + 1}`,
        label: name,
        span,
        needs: [],
        condition: onSuccess(span),
        gates: [],
        variables: new Map(),
        directory: '',
        steps: [stepOf('sync', action, span)],
        tolerates: null,
      },
    ],
    inert: null,
  }
}
