import { lineOf } from '../../base/lines'
import { type Environments, mixOf, type Notice, unknown, type Value } from '../../program'
import type { Gate, Job, Need, Pipeline, Variables } from '../pipelines/pipeline'
import { entriesOf, isMapping, itemsOf, keyAt, listOf, type Tree, textOf, valueAt } from '../pipelines/yaml'
import { noCondition, type ReadCondition, readCondition } from './conditions'
import { contextsOf, matrixOf, over, type Surroundings, valueOfTree, variablesOf } from './contexts'
import { askedBy } from './environments'
import type { ScriptedActions } from './given-scripts'
import { shownCondition, withSkipped } from './skipped'
import { folderOf, inputsOf, localName, plainTextOf, readSteps } from './steps'
import { toleratedBy } from './tolerated'
import { pullRequestsIn, readTriggers } from './triggers'

/** What is known from elsewhere than a workflow. */
export interface Known {
  readonly environments?: Environments | undefined
  /** Actions that run a script which they are given. */
  readonly actions?: ScriptedActions
}

/** A workflow as a pipeline; `null` where the file holds none. */
export function readWorkflow(
  tree: Tree,
  notices: Notice[],
  { environments, actions }: Known = {},
): Pipeline | null {
  const { file } = tree.reader
  const jobs = valueAt(tree, 'jobs')
  if (!isMapping(jobs)) return null
  const on = valueAt(tree, 'on') ?? valueAt(tree, 'true')
  const inputs = inputDefaults(on)
  const names = [...inputs.keys()]
  const bare: Surroundings = { pipeline: file.path, inputs: names, variables: new Map(), matrix: new Map() }
  const variables = variablesOf(valueAt(tree, 'env'), contextsOf(bare))
  // Only what stands at the top of the repository runs, and meets its environments.
  const known = file.path.startsWith('.github/') ? environments : undefined
  const pullRequests = pullRequestsIn(on)
  const around = {
    ...bare,
    variables,
    pullRequests,
    ...(known && { environments: known }),
    ...(actions && { actions }),
  }
  const triggers = readTriggers(on)
  return {
    label: textOf(valueAt(tree, 'name')) ?? file.path,
    file,
    span: tree.span,
    name: file.path,
    triggers,
    variables,
    inputs,
    jobs: withSkipped(readJobs(jobs, tree, around, notices), triggers),
    inert: file.path.startsWith('.github/') ? null : 'a workflow in a subfolder never runs by itself',
  }
}

/** The inputs of a workflow that is called or started by hand, with their defaults. */
function inputDefaults(on: Tree | null): ReadonlyMap<string, Value | null> {
  const found = new Map<string, Value | null>()
  for (const event of ['workflow_call', 'workflow_dispatch'])
    for (const { key, value } of entriesOf(valueAt(on, event, 'inputs'))) {
      if (!found.get(key)) found.set(key, inputDefault(value))
    }
  return found
}

// Whoever starts a workflow by hand picks one of the options.
function inputDefault(input: Tree): Value | null {
  const given = valueAt(input, 'default')
  const options = valueAt(input, 'options')
  const all = [...(given ? [given] : []), ...(options ? itemsOf(options) : [])]
  return all.length === 0 ? null : mixOf(all.map(tree => valueOfTree(tree, () => unknown)))
}

// What a job hands on is known to those that stand below it.
function readJobs(jobs: Tree | null, workflow: Tree, around: Surroundings, notices: Notice[]): ReadJob[] {
  const handed = new Map<string, Value>()
  return entriesOf(jobs).flatMap(({ key, value }) => {
    const read = readJob(key, value, workflow, { ...around, handed }, notices)
    for (const [name, given] of read?.given ?? []) handed.set(`${key}.${name}`, given)
    return read ?? []
  })
}

interface ReadJob {
  readonly job: Job
  readonly condition: ReadCondition
  /** Those of its outputs that say what its steps have written. */
  readonly given: Variables
}

function readJob(
  id: string,
  tree: Tree,
  workflow: Tree,
  outer: Surroundings,
  notices: Notice[],
): ReadJob | null {
  if (!isMapping(tree)) return null
  const matrix = matrixOf(valueAt(tree, 'strategy', 'matrix'), contextsOf(outer))
  const own = variablesOf(valueAt(tree, 'env'), contextsOf({ ...outer, matrix }))
  const around: Surroundings = { ...outer, matrix, variables: over(own, outer.variables) }
  // What an output says is a question of what it took to write it.
  const { handed: _, ...asking } = around
  const read = conditionOf(tree, asking, notices)
  const setting = (key: string): string | null =>
    plainTextOf(
      valueAt(tree, 'defaults', 'run', key) ?? valueAt(workflow, 'defaults', 'run', key),
      contextsOf(around),
    )
  const windows = /windows/i.test(textOf(valueAt(tree, 'runs-on')) ?? '')
  const inside = readSteps(valueAt(tree, 'steps'), { around, shell: setting('shell'), windows, notices })
  const job: Job = {
    id,
    label: id,
    span: keyAt(workflowJobs(workflow), id),
    needs: needsOf(tree, read),
    condition: read.condition,
    gates: gatesOf(tree, around),
    variables: new Map([...own, ...inside.anywhere]),
    outputs: variablesOf(valueAt(tree, 'outputs'), contextsOf(around)),
    directory: folderOf(setting('working-directory') ?? ''),
    steps: [...calledBy(tree, around), ...inside.steps],
    tolerates: toleratedBy(tree, around),
  }
  const behind = variablesOf(valueAt(tree, 'outputs'), contextsOf(inside.around))
  const given = [...behind].filter(([, value]) => value.kind === 'constant')
  return { job, condition: read, given: new Map(given) }
}

function workflowJobs(workflow: Tree): Tree {
  return valueAt(workflow, 'jobs') ?? workflow
}

function conditionOf(tree: Tree, around: Surroundings, notices: Notice[]): ReadCondition {
  const condition = valueAt(tree, 'if')
  const text = textOf(condition)
  if (!condition || !text) return noCondition(tree.span)
  const read = readCondition(text, contextsOf(around), condition.span, around.pullRequests)
  if (!read.valid) {
    const { file } = tree.reader
    const line = lineOf(file.text, condition.span.start).line
    const message = 'This `if` is no expression that GitHub would take; it may hold.'
    notices.push({ path: file.path, line, kind: 'syntax', message })
  }
  return read
}

function needsOf(tree: Tree, read: ReadCondition): Need[] {
  const { condition, overrules } = read
  return listOf(valueAt(tree, 'needs')).flatMap((item): Need[] => {
    const job = textOf(item)
    if (job === null) return []
    return [{ job, regardless: overrules(job) ? shownCondition(condition) : null, span: item.span }]
  })
}

function gatesOf(tree: Tree, around: Surroundings): Gate[] {
  const environment = valueAt(tree, 'environment')
  const name = isMapping(environment) ? valueAt(environment, 'name') : environment
  // A job that calls a workflow cannot have one: https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations
  if (!environment || !name || textOf(name) === null || valueAt(tree, 'uses')) return []
  const says =
    'it names an environment, whose reviewers are in the settings of the repository and not in the file'
  const value = valueOfTree(name, contextsOf(around))
  const asks = askedBy(around.environments, value)
  return [{ kind: 'environment', name: value, span: name.span, says, ...(asks && { asks }) }]
}

// A job that calls another workflow has no steps of its own.
function calledBy(tree: Tree, around: Surroundings): Job['steps'] {
  const called = valueAt(tree, 'uses')
  const uses = textOf(called)
  if (!called || uses === null) return []
  const inputs = inputsOf(tree, around)
  const { span } = called
  const local = uses.startsWith('./')
  const action = local
    ? ({ kind: 'call', name: localName(uses), inputs, span } as const)
    : ({ kind: 'uses', name: uses.trim(), inputs, span } as const)
  const { condition } = noCondition(span)
  return [{ label: uses, span, condition, variables: new Map(), tolerates: null, action }]
}
