import { lineOf } from '../../base/lines'
import type { Notice, Span } from '../../program'
import type { Manifest } from '../kubernetes/manifests'
import type { Job, Pipeline, Trigger } from '../pipelines/pipeline'
import { onSuccess, shown } from '../pipelines/scripts'
import { itemsOf, keyAt, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import type { Library } from './library'
import { readJobs } from './pipeline'
import { paramsOf, type Scope, scopeInside } from './scope'
import { doingOf } from './task'
import { listenerTriggers } from './triggers'

/** Something that runs a pipeline or a task, or that nothing of the repository runs. */
export interface Run {
  readonly manifest: Manifest
  readonly triggers: readonly Trigger[]
  readonly scope: Scope
}

/** The runs that a manifest describes. */
export function runsIn(manifest: Manifest, library: Library): Run[] {
  const { kind, tree, name } = manifest
  const spec = valueAt(tree, 'spec')
  const none: Scope = new Map()
  if (kind === 'PipelineRun' || kind === 'TaskRun')
    return [{ manifest, triggers: triggersOf(tree), scope: none }]
  if (kind === 'TriggerTemplate' && spec)
    return templated(spec, listenerTriggers(library.triggersOf(name), tree))
  if (kind === 'EventListener' || kind === 'Trigger') {
    const triggers = kind === 'Trigger' && spec ? [spec] : itemsOf(valueAt(spec, 'triggers'))
    return triggers.flatMap(trigger => {
      const inner = valueAt(trigger, 'template', 'spec')
      return inner ? templated(inner, listenerTriggers([trigger], tree)) : []
    })
  }
  const alone = ['Pipeline', 'Task', 'ClusterTask'].includes(kind) && !library.uses(manifest)
  return alone ? [{ manifest, triggers: [started(keyAt(tree, 'kind'))], scope: none }] : []
}

function templated(spec: Tree, triggers: readonly Trigger[]): Run[] {
  const scope = scopeInside(spec, new Map())
  return listOf(valueAt(spec, 'resourcetemplates')).flatMap(tree => {
    const kind = textOf(valueAt(tree, 'kind'))
    if (kind !== 'PipelineRun' && kind !== 'TaskRun') return []
    const named =
      textOf(valueAt(tree, 'metadata', 'name')) ?? textOf(valueAt(tree, 'metadata', 'generateName'))
    const name = (named ?? '').slice(0, 200).replace(/-?(\$\(.*\))?$/, '')
    return [{ manifest: { group: 'tekton.dev', kind, name, tree }, triggers, scope }]
  })
}

function started(span: Span): Trigger {
  return { event: 'other', says: 'when somebody or something starts it', span }
}

// Pipelines as Code starts runs by their annotations.
// https://docs.redhat.com/en/documentation/red_hat_openshift_pipelines/1.24/html/pipelines_as_code/creating-pipeline-runs-pac
function triggersOf(tree: Tree): Trigger[] {
  const annotations = valueAt(tree, 'metadata', 'annotations')
  const annotation = (name: string): string =>
    textOf(annotations && valueAt(annotations, `pipelinesascode.tekton.dev/${name}`)) ?? ''
  const event = annotation('on-event') + annotation('on-cel-expression')
  if (!annotations || event === '') return [started(keyAt(tree, 'kind'))]
  const span = annotations.span
  const branch = shown(annotation('on-target-branch').replace(/[[\]"]/g, ''))
  const found: Trigger[] = []
  if (event.includes('push'))
    found.push({ event: 'push', says: branch === '' ? 'on every push' : `on a push to \`${branch}\``, span })
  if (event.includes('pull_request')) found.push({ event: 'pull-request', says: 'on a pull request', span })
  return found.length > 0 ? found : [{ event: 'other', says: `on \`${shown(event)}\``, span }]
}

/** A run as a pipeline; `null` where what it runs is not in the repository. */
export function readRun(
  { manifest, triggers, scope }: Run,
  name: string,
  prefix: string,
  library: Library,
  notices: Notice[],
): Pipeline | null {
  const { tree, kind } = manifest
  const { file } = tree.reader
  const jobs = jobsOf({ manifest, triggers, scope }, prefix, library, notices)
  if (jobs === null) {
    const line = lineOf(file.text, tree.span.start).line
    const message = `The ${kind.startsWith('Task') ? 'task' : 'pipeline'} that this runs is not in this repository.`
    notices.push({ path: file.path, line, kind: 'unreadable', message })
    return null
  }
  return {
    label: name === file.path ? file.path : `${file.path} (${prefix})`,
    file,
    span: tree.span,
    name,
    triggers,
    variables: new Map(),
    inputs: new Map(),
    jobs,
    inert: null,
  }
}

function jobsOf(run: Run, prefix: string, library: Library, notices: Notice[]): readonly Job[] | null {
  const { tree, kind } = run.manifest
  const spec = valueAt(tree, 'spec')
  const given = paramsOf(spec, run.scope)
  const of = kind.startsWith('Pipeline') ? 'Pipeline' : 'Task'
  if (of === 'Pipeline') {
    const found =
      kind === 'Pipeline' ? spec : specOf(spec, 'pipelineSpec', 'pipelineRef', 'Pipeline', library)
    if (!found) return null
    return readJobs(found, {
      prefix,
      scope: scopeInside(found, kind === 'Pipeline' ? new Map() : given),
      library,
      notices,
    })
  }
  const alone = kind !== 'TaskRun'
  const found = alone ? spec : specOf(spec, 'taskSpec', 'taskRef', 'Task', library)
  return found && [taskJob(run.manifest, doingOf(found, alone ? new Map() : given, library), prefix)]
}

function specOf(
  spec: Tree | null,
  inline: string,
  reference: string,
  kind: string,
  library: Library,
): Tree | null {
  const own = valueAt(spec, inline)
  if (own) return own
  const name = textOf(valueAt(spec, reference, 'name'))
  return name === null ? null : library.specOf(textOf(valueAt(spec, reference, 'kind')) ?? kind, name)
}

function taskJob(
  { tree, name }: Manifest,
  { gates, steps }: Pick<Job, 'gates' | 'steps'>,
  prefix: string,
): Job {
  return {
    id: prefix,
    label: name === '' ? 'task' : name,
    span: keyAt(tree, 'kind'),
    needs: [],
    condition: onSuccess(tree.span),
    gates,
    variables: new Map(),
    directory: '',
    steps,
    tolerates: null,
  }
}
