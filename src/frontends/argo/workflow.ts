import type { Notice, Value } from '../../program'
import { type Manifest, named } from '../kubernetes/manifests'
import type { Pipeline, Trigger } from '../pipelines/pipeline'
import { shown } from '../pipelines/scripts'
import { booleanOf, entriesOf, itemsOf, keyAt, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { workflowScope } from './arguments'
import { addNotice, type Exits, expand, type Place, type Run, templateOf } from './expand'
import { hooksOf } from './items'
import type { Library } from './library'

const most = 600

/** A workflow as a pipeline; `null` where others take its templates from it and nobody runs it as a whole. */
export function readWorkflow(
  manifest: Manifest,
  name: string,
  library: Library,
  notices: Notice[],
): Pipeline | null {
  const { kind, tree } = manifest
  const spec = valueAt(tree, 'spec', ...(kind === 'CronWorkflow' ? ['workflowSpec'] : []))
  const isTemplate = kind.endsWith('Template')
  if (!spec || (isTemplate && isTakenIn(manifest, spec, library))) return null
  const run: Run = { jobs: [], library, notices, left: most }
  const reference = valueAt(spec, 'workflowTemplateRef')
  const home = reference ? specNamed(run, reference) : spec
  const variables = workflowScope([home, home === spec ? null : spec])
  const place: Omit<Place, 'id' | 'label'> = {
    span: tree.span,
    home: home ?? spec,
    scope: variables,
    needs: [],
    test: null,
    ended: [],
    within: [],
  }
  const roots = rootsOf(spec, home ?? spec)
  const exits = roots.flatMap(root => startAt(run, root, manifest.name, place))
  for (const [key, hook] of handlersOf(spec, home))
    runAtEnd(run, key, hook, exits, { ...place, id: `${manifest.name}/${key}`, label: key, span: hook.span })
  const { file } = tree.reader
  return {
    label: name === file.path ? file.path : `${file.path} (${manifest.name})`,
    file,
    span: tree.span,
    name,
    triggers: triggersOf(manifest),
    variables: new Map(),
    inputs: new Map(),
    jobs: run.jobs,
    inert: booleanOf(valueAt(tree, 'spec', 'suspend')) === true ? 'its schedule is suspended' : null,
  }
}

// What has an entry of its own may be run by itself beside what others take of it.
function isTakenIn(manifest: Manifest, spec: Tree, library: Library): boolean {
  const uses = library.uses(manifest)
  return uses === 'all' || (uses === 'some' && valueAt(spec, 'entrypoint') === null)
}

function specNamed(run: Run, reference: Tree): Tree | null {
  const name = textOf(valueAt(reference, 'name')) ?? ''
  const spec = run.library.specOf(name, booleanOf(valueAt(reference, 'clusterScope')) === true)
  if (!spec)
    addNotice(run, reference.span, 'unreadable', `The template \`${shown(name)}\` is not in this repository.`)
  return spec
}

// Without an entry each template may be one that no other template of the file runs.
function rootsOf(spec: Tree, home: Tree): string[] {
  const entry = textOf(valueAt(spec, 'entrypoint')) ?? textOf(valueAt(home, 'entrypoint'))
  if (entry !== null) return [entry]
  const templates = itemsOf(valueAt(home, 'templates'))
  const used = new Set(
    templates.flatMap(template => itemsIn(template).map(i => textOf(valueAt(i, 'template')))),
  )
  return templates
    .flatMap(template => textOf(valueAt(template, 'name')) ?? [])
    .filter(name => !used.has(name))
}

function itemsIn(template: Tree): Tree[] {
  return [
    ...listOf(valueAt(template, 'steps')).flatMap(group => listOf(group)),
    ...itemsOf(valueAt(template, 'dag', 'tasks')),
  ]
}

function startAt(run: Run, root: string, prefix: string, around: Omit<Place, 'id' | 'label'>): Exits {
  const template = named(valueAt(around.home, 'templates'), root)
  if (!template) {
    addNotice(run, around.span, 'unreadable', `The template \`${shown(root)}\` is not in this repository.`)
    return []
  }
  const place: Place = { ...around, id: `${prefix}/${root}`, label: root, span: template.span }
  return expand(run, place, { template, home: around.home }, null)
}

// https://argo-workflows.readthedocs.io/en/latest/walk-through/exit-handlers/
function handlersOf(spec: Tree, home: Tree | null): [string, Tree][] {
  const of = [spec, ...(home && home !== spec ? [home] : [])]
  const exit = of.flatMap((tree): [string, Tree][] => {
    const found = entriesOf(tree).find(({ key }) => key === 'onExit')
    return found ? [['onExit', found.value]] : []
  })
  const hooks = of.flatMap(tree => hooksOf(tree).map(({ key, hook }): [string, Tree] => [key, hook]))
  return [...exit.slice(0, 1), ...hooks]
}

function runAtEnd(run: Run, key: string, hook: Tree, exits: Exits, place: Place): void {
  const name = textOf(hook)
  const template = name === null ? null : named(valueAt(place.home, 'templates'), name)
  const found = template ? { template, home: place.home } : templateOf(run, place, hook)
  const late = exits.map(exit => ({ ...exit, regardless: `\`${key}\` runs whatever happened` }))
  const test: Value | null = valueAt(hook, 'expression') ? { kind: 'unknown' } : null
  expand(run, { ...place, needs: late, ended: exits, test }, found, valueAt(hook, 'arguments'))
}

function triggersOf({ kind, tree }: Manifest): Trigger[] {
  const spec = valueAt(tree, 'spec')
  if (kind !== 'CronWorkflow' || !spec)
    return [{ event: 'other', says: 'when somebody or something submits it', span: keyAt(tree, 'kind') }]
  const key = valueAt(spec, 'schedules') ? 'schedules' : 'schedule'
  const first = listOf(valueAt(spec, key)).flatMap(item => textOf(item) ?? [])[0] ?? ''
  return [{ event: 'schedule', says: `on a schedule (\`${shown(first)}\`)`, span: keyAt(spec, key) }]
}
