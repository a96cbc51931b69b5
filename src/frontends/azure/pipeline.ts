import { constant, type Files, mixOf, type Notice, unknown, type Value } from '../../program'
import type { Gate, Job, Need, Pipeline, Variables } from '../pipelines/pipeline'
import { entriesOf, type Tree, textOf } from '../pipelines/yaml'
import { eventsOfBoth, noCondition } from './conditions'
import { type Fields, fieldOf, fieldsOf, itemsIn, templateOf } from './expand'
import { before, type Dependency, mostBefore, type Point } from './graph'
import { dependenciesIn, type JobPoint, jobsIn, type Outer, readJob, whyPast } from './jobs'
import { type Given, isCertain, type Node, openRun, type Run } from './scope'
import { conditionOf } from './steps'
import { declaredIn } from './templates'
import { staticText } from './texts'
import { readTriggers } from './triggers'
import { variablesWith } from './variables'

interface Stage extends Point {
  readonly node: Node
  readonly fields: Fields
  readonly jobs: readonly JobPoint[]
  readonly gates: readonly Gate[]
}

/** A file as a pipeline, and the templates that it took in. */
export function readPipeline(
  tree: Tree,
  others: Files,
  notices: Notice[],
): { pipeline: Pipeline; templates: readonly string[] } {
  const { file } = tree.reader
  const run = openRun(file.path, others, notices)
  const parameters = parametersOf(tree, run)
  const root = rootOf(tree, run, parameters.given)
  const own = fieldsOf(root)
  const extended = fieldOf(own, 'extends')
  const body = (extended && templateOf(fieldsOf(extended), extended)) ?? own
  const around = variablesWith(new Map(), own.get('variables') ?? null)
  const variables = body === own ? around : variablesWith(around, body.get('variables') ?? null)
  const outer: Outer = { variables, pool: fieldOf(body, 'pool') ?? fieldOf(own, 'pool') }
  const inert = isTemplate(tree)
  const pipeline: Pipeline = {
    label: file.path,
    file,
    span: tree.span,
    name: file.path,
    triggers: inert
      ? [{ event: 'call', span: tree.span, says: 'when a pipeline takes it in' }]
      : readTriggers(tree),
    variables,
    inputs: parameters.inputs,
    jobs: jobsOf(stagesOf(body, root), outer),
    inert: inert ? 'a template never runs by itself' : null,
  }
  return { pipeline, templates: [...run.templates.keys()] }
}

// A file that says nothing of what starts it or where it runs is there for others to take in.
function isTemplate(tree: Tree): boolean {
  if (/(^|\/)\.?azure-pipelines?[^/]*$/i.test(tree.reader.file.path)) return false
  const ofRoot = /^(trigger|pr|schedules|pool|name|resources|extends|appendCommitMessageToRunName)$/
  return !entriesOf(tree).some(({ key }) => ofRoot.test(key.trim()))
}

function parametersOf(
  tree: Tree,
  { pipeline }: Run,
): { inputs: Map<string, Value | null>; given: (run: Run) => Map<string, Given> } {
  const declared = declaredIn(tree)
  const inputs = new Map<string, Value | null>()
  for (const { name, usual, values } of declared) {
    const texts = values.flatMap(value => textOf(value) ?? [])
    const text = textOf(usual)
    // Who starts it by hand may choose another.
    const usually = text === null ? null : mixOf([constant(text), unknown])
    inputs.set(name, texts.length > 0 ? mixOf(texts.map(constant)) : usually)
  }
  const given = (run: Run): Map<string, Given> =>
    new Map(
      declared.map(({ name, usual }, index): [string, Given] => {
        const scope = {
          run,
          parameters: new Map(),
          loops: new Map(),
          variables: new Map(),
          chain: [],
          takenInAt: null,
        }
        const value: Value = { kind: 'parameter', unit: pipeline, index }
        return [name, { kind: 'open', value, usual: usual && { tree: usual, scope, branches: [] } }]
      }),
    )
  return { inputs, given }
}

function rootOf(tree: Tree, run: Run, given: (run: Run) => Map<string, Given>): Node {
  const chain = [tree.reader.file.path]
  const scope = {
    run,
    parameters: given(run),
    loops: new Map(),
    variables: new Map(),
    chain,
    takenInAt: null,
  }
  const bare: Node = { tree, scope, branches: [] }
  const variables = variablesWith(new Map(), fieldsOf(bare).get('variables') ?? null)
  return { ...bare, scope: { ...scope, variables } }
}

function stagesOf(body: Fields, root: Node): Stage[] {
  const used = new Set<string>()
  const list = fieldOf(body, 'stages')
  if (!list) return [onlyStage(body, root, used)]
  const stages = itemsIn(list, 'stages').map((node, index) => stageOf(node, index, used))
  return stages.map((stage, index) => {
    const dependsOn = dependenciesIn(stage.fields) ?? previous(stages, index)
    return { ...stage, dependsOn }
  })
}

// Stages follow one another as they are written. Where a template may leave one out, the one before that counts too.
function previous(stages: readonly Stage[], index: number): Dependency[] {
  const found: Dependency[] = []
  const point = stages[index]
  for (let i = index - 1; i >= 0; i -= 1) {
    const stage = stages[i]
    if (!stage || !point) break
    found.push({ name: stage.name, span: point.span, branches: point.branches })
    if (isCertain(stage, point.branches)) break
  }
  return found
}

function onlyStage(body: Fields, root: Node, used: Set<string>): Stage {
  const steps = fieldOf(body, 'steps')
  const { span } = root.tree
  const jobs = jobsIn(body.get('jobs') ?? null, '', used)
  const point = { name: '', span, branches: [], condition: noCondition(span), dependsOn: [], tolerates: null }
  const alone: JobPoint[] = steps
    ? [{ ...point, name: 'job', id: 'job', node: root, fields: body, deployment: false }]
    : []
  return { ...point, node: root, fields: new Map(), jobs: [...jobs, ...alone], gates: [] }
}

function stageOf(node: Node, index: number, used: Set<string>): Stage {
  const fields = fieldsOf(node)
  const named = fieldOf(fields, 'stage')
  const name = (named && (staticText(named) ?? textOf(named.tree))) || `stage ${index + 1}`
  const jobs = fields.has('jobs') ? jobsIn(fields.get('jobs') ?? null, `${name}.`, used) : []
  const { span } = node.tree
  return {
    name,
    span,
    branches: node.branches,
    condition: conditionOf(fields, node),
    dependsOn: [],
    tolerates: null,
    node,
    fields,
    jobs,
    gates: manualGates(fields),
  }
}

// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/stages-stage
function manualGates(fields: Fields): Gate[] {
  const trigger = fieldOf(fields, 'trigger')
  if (!trigger || staticText(trigger)?.trim() !== 'manual') return []
  const { span } = trigger.tree
  return [
    {
      kind: 'approval',
      name: constant('manual'),
      span,
      says: 'its stage waits until a person starts it (`trigger: manual`)',
    },
  ]
}

function jobsOf(stages: readonly Stage[], outer: Outer): Job[] {
  return stages.flatMap(stage => {
    const earlier = before(stage, stages)
    const variables: Variables = variablesWith(outer.variables, stage.fields.get('variables') ?? null)
    const pool = fieldOf(stage.fields, 'pool') ?? outer.pool
    return stage.jobs.map(point => {
      const needs = earlier.flatMap(({ point: other, regardless, span }): Need[] =>
        other.jobs.map(job => ({ job: job.id, regardless: whyPast(job, { regardless }, point), span })),
      )
      return readJob(within(point, stage), stage, needs.slice(0, mostBefore), { variables, pool })
    })
  })
}

// A job runs only where its stage does.
function within(point: JobPoint, { condition }: Stage): JobPoint {
  const own = point.condition.condition
  const { test, events } = condition.condition
  const merged = { ...own, test: own.test ?? test, events: eventsOfBoth(own.events, events) }
  return { ...point, condition: { ...point.condition, condition: merged } }
}
