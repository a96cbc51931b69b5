import { constant, type Notice, type Span, type Value } from '../../program'
import type { Gate, Job, Need, Pipeline, Step, Trigger } from '../pipelines/pipeline'
import { onSuccess, shown, stepOf } from '../pipelines/scripts'
import { entriesOf, isMapping, itemsOf, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { readCondition, type Scope, scopeInside, variablesOf } from './parameters'
import { definitionOf, orbOf, readSteps, type Surroundings } from './steps'

/** Every workflow of a configuration as a pipeline of its own. */
export function readWorkflows(config: Tree, notices: Notice[]): Pipeline[] {
  const jobs = valueAt(config, 'jobs')
  const workflows = entriesOf(valueAt(config, 'workflows')).filter(({ value }) => isMapping(value))
  if (workflows.length > 0)
    return workflows.map(({ key, value, at }) => readWorkflow(key, value, at, config, notices))
  // Without workflows the job `build` runs.
  const build = entriesOf(jobs).find(({ key }) => key === 'build')
  return build
    ? [pipelineOf('build', config, build.at, [{ id: 'build', given: null, at: build.at }], config, notices)]
    : []
}

interface Placed {
  readonly id: string
  readonly given: Tree | null
  readonly at: Span
}

function readWorkflow(name: string, tree: Tree, at: Span, config: Tree, notices: Notice[]): Pipeline {
  const placed = itemsOf(valueAt(tree, 'jobs')).flatMap((item): Placed[] => {
    const plain = textOf(item)
    if (plain !== null) return [{ id: plain, given: null, at: item.span }]
    return entriesOf(item)
      .slice(0, 1)
      .map(entry => ({ id: entry.key, given: entry.value, at: entry.at }))
  })
  return pipelineOf(name, tree, at, placed, config, notices)
}

function pipelineOf(
  workflow: string,
  tree: Tree,
  span: Span,
  placed: readonly Placed[],
  config: Tree,
  notices: Notice[],
): Pipeline {
  const { file } = config.reader
  const name = `${file.path}:${workflow}`
  const parameters = entriesOf(valueAt(config, 'parameters'))
  const inputs = new Map(
    parameters.map(({ key, value }): [string, Value | null] => {
      const usual = textOf(valueAt(value, 'default'))
      return [key, usual === null ? null : constant(usual)]
    }),
  )
  const scope: Scope = new Map(
    parameters.map(({ key }, index) => [
      `pipeline.parameters.${key}`,
      { kind: 'parameter', unit: name, index },
    ]),
  )
  const around: Surroundings = { home: config, config, scope, shell: null, notices, depth: 0 }
  const jobs = placed.map(one => readJob(workflow, one, placed, around))
  return {
    label: `${file.path} (${workflow})`,
    file,
    span,
    name,
    triggers: triggersOf(tree, span, jobs, inputs),
    variables: new Map(),
    inputs,
    jobs,
    inert: file.path.startsWith('.circleci/') ? null : 'a configuration in a subfolder never runs by itself',
  }
}

function triggersOf(tree: Tree, span: Span, jobs: readonly Job[], inputs: Pipeline['inputs']): Trigger[] {
  const scheduled = itemsOf(valueAt(tree, 'triggers'))
  if (scheduled.length > 0)
    return scheduled.map(trigger => ({ event: 'schedule', says: 'on a schedule', span: trigger.span }))
  const asked = valueAt(tree, 'when')
  // With what the parameters are unless somebody gives others.
  const usual: Scope = new Map(
    [...inputs].map(([name, value]) => [`pipeline.parameters.${name}`, value ?? { kind: 'unknown' }]),
  )
  if (asked && readCondition(asked, usual) === false)
    return [{ event: 'other', says: 'when it is asked for with a parameter', span: asked.span }]
  const tagged = jobs.some(({ condition }) => condition.events?.includes('tag'))
  const push: Trigger = { event: 'push', says: 'on every push', span }
  return tagged ? [push, { event: 'tag', says: 'when a tag is pushed', span }] : [push]
}

function nameOf({ id, given }: Placed): string {
  return textOf(valueAt(given, 'name')) ?? id
}

function readJob(workflow: string, one: Placed, all: readonly Placed[], around: Surroundings): Job {
  const { id, given, at } = one
  const found = definitionOf('jobs', id, around)
  const scope = scopeInside(found?.tree ?? null, given, around.scope)
  const executor = executorOf(found?.tree ?? null, found?.home ?? around.home)
  const shell = textOf(valueAt(found?.tree ?? null, 'shell')) ?? textOf(valueAt(executor, 'shell'))
  const inside: Surroundings = { ...around, home: found?.home ?? around.home, scope, shell }
  const own = valueAt(found?.tree ?? null, 'environment')
  return {
    id: `${workflow}/${nameOf(one)}`,
    label: nameOf(one),
    span: at,
    needs: needsOf(workflow, one, all),
    condition: onSuccess(at, eventsOf(given)),
    gates: isApproval(one, found?.tree ?? null) ? [approval(at)] : [],
    variables: new Map([...variablesOf(valueAt(executor, 'environment'), scope), ...variablesOf(own, scope)]),
    directory: '',
    steps: [
      ...readSteps(valueAt(given, 'pre-steps'), around),
      ...(found ? readSteps(valueAt(found.tree, 'steps'), inside) : orbJob(one, around)),
      ...readSteps(valueAt(given, 'post-steps'), around),
    ],
    tolerates: null,
  }
}

function orbJob({ id, given, at }: Placed, around: Surroundings): Step[] {
  return id.includes('/') ? [stepOf(id, orbOf(id, given, at, around), at)] : []
}

function executorOf(job: Tree | null, home: Tree): Tree | null {
  const executor = valueAt(job, 'executor')
  const name = textOf(executor) ?? textOf(valueAt(executor, 'name'))
  return name === null ? null : valueAt(home, 'executors', name)
}

function isApproval({ given }: Placed, definition: Tree | null): boolean {
  return [given, definition].some(tree => textOf(valueAt(tree, 'type')) === 'approval')
}

function approval(span: Span): Gate {
  const says = 'it waits until a person approves (`type: approval`)'
  return { kind: 'approval', name: constant('approval'), span, says }
}

// A job may also ask for other ends than success: `- evaluate: [failed, success]`.
// https://circleci.com/docs/reference/configuration-reference/#requires
function needsOf(workflow: string, { given }: Placed, all: readonly Placed[]): Need[] {
  return listOf(valueAt(given, 'requires')).flatMap((item): Need[] => {
    const [entry] = entriesOf(item)
    const name = textOf(item) ?? entry?.key
    if (name === undefined || !all.some(other => nameOf(other) === name)) return []
    const ends = listOf(entry?.value ?? null).flatMap(end => textOf(end) ?? [])
    const other = ends.find(end => end !== 'success')
    const regardless = other === undefined ? null : `\`requires: ${shown(name)}: ${shown(other)}\``
    return [{ job: `${workflow}/${name}`, regardless, span: item.span }]
  })
}

// Tags start only the jobs that ask for them. https://circleci.com/docs/guides/orchestrate/workflows/#executing-workflows-for-a-git-tag
function eventsOf(given: Tree | null): Trigger['event'][] {
  const filters = valueAt(given, 'filters')
  const tags = valueAt(filters, 'tags')
  const ignored = listOf(valueAt(filters, 'branches', 'ignore')).flatMap(item => textOf(item) ?? [])
  const noBranch = ignored.some(pattern => /^\/\^?\.\*\$?\/$/.test(pattern))
  const events: Trigger['event'][] = noBranch ? ['other'] : ['push', 'schedule', 'other']
  return tags === null && textOf(filters) === null ? events : [...events, 'tag']
}
