import { byCodeUnits } from '../../base/order'
import {
  type Argument,
  type Block,
  type Call,
  constant,
  type Fact,
  type GrowingBlock,
  plainUnit,
  type Span,
  type Unit,
  type Value,
} from '../../program'
import { rebuild } from '../commands/replace'
import { possibleLiterals } from '../possible'
import { branchGates } from './branches'
import { type Follow, followsOf, forgivenIn } from './follows'
import { contextGates, type Gate, gateBetween, nameOfTask } from './gates'
import { argumentOf } from './names'
import { orderOf } from './order'
import { runOf } from './runs'
import type { Task } from './tasks'
import { type Pipeline, pipelineOf, type Workflows } from './workflows'

/** The units of a program's workflows: one for each pipeline, which starts its tasks side by side, and one for each task. */
export function unitsOf(workflows: Workflows): readonly Unit[] {
  const names = nameJobs(workflows)
  const order = orderOf(workflows)
  const forgiven = forgivenIn(workflows)
  const jobs = [...names].map(([task, name]) => ({
    task,
    unit: jobUnit(workflows, task, name, followsOf(workflows, order, forgiven, task), names),
  }))
  const byPipeline = new Map<string, { pipeline: Pipeline | null; jobs: Unit[] }>()
  for (const { task, unit } of jobs) {
    const known = byPipeline.get(unit.parent ?? '') ?? { pipeline: pipelineOf(workflows, task), jobs: [] }
    known.jobs.push(unit)
    byPipeline.set(unit.parent ?? '', known)
  }
  const pipelines = [...byPipeline].map(([name, { pipeline, jobs: own }]) =>
    pipelineUnit(workflows, name, pipeline, own),
  )
  return [...pipelines, ...jobs.map(({ unit }) => unit)]
}

// Two tasks of one name are told apart by their order in the file.
function nameJobs(workflows: Workflows): ReadonlyMap<Task, string> {
  const taken = new Set<string>()
  const names = new Map<Task, string>()
  const tasks = [...workflows.tasks.values()].sort(
    (a, b) =>
      byCodeUnits(a.site.unit.file.path, b.site.unit.file.path) ||
      a.site.call.span.start - b.site.call.span.start,
  )
  for (const task of tasks) {
    const own = `${pipelineName(workflows, task)}:${nameOfTask(workflows, task) ?? 'task'}`
    let name = own
    for (let i = 2; taken.has(name); i += 1) name = `${own} ${i}`
    taken.add(name)
    names.set(task, name)
  }
  return names
}

function pipelineName(workflows: Workflows, task: Task): string {
  const { engine } = workflows
  const pipeline = pipelineOf(workflows, task)
  const file = pipeline?.unit.file ?? task.site.unit.file
  return `${file.path}#${engine.name} ${pipeline?.label ?? ''}@${pipeline?.span.start ?? 0}`
}

function jobUnit(
  workflows: Workflows,
  task: Task,
  name: string,
  follows: readonly Follow[],
  names: ReadonlyMap<Task, string>,
): Unit {
  const { unit, call } = task.site
  const afters = follows.map(({ first, regardless }): Fact => {
    const { span } = first.site.call
    return { kind: 'after', unit: names.get(first) ?? '', regardless, span }
  })
  const passed = follows.flatMap(({ first, regardless }) => {
    const gate = regardless === null ? gateBetween(workflows, first, task) : null
    return gate ? [gate] : []
  })
  const gates = [...passed, ...contextGates(workflows, task), ...branchGates(workflows, task)]
  const job: Unit = {
    ...plainUnit,
    name,
    label: nameOfTask(workflows, task) ?? 'task',
    kind: 'job',
    parent: pipelineName(workflows, task),
    file: unit.file,
    blocks: blocksOf(afters, gates, runOf(workflows, task), call.span),
    span: call.span,
  }
  return rebuild(job, { block: () => -1 })
}

// Behind a gate that does not let it through a task does not run, and none counts on it.
function blocksOf(afters: readonly Fact[], gates: readonly Gate[], run: Call, span: Span): Block[] {
  const blocks: GrowingBlock[] = [{ facts: [...afters], next: [] }]
  const end = gates.length + 1
  for (const [i, { value, outcome, span: at }] of gates.entries()) {
    const block = blocks[i]
    block?.facts.push({ kind: 'test', value, span: at })
    block?.next.push(
      { to: i + 1, when: outcome ? 'true' : 'false' },
      { to: end, when: outcome ? 'false' : 'true' },
    )
    blocks.push({ facts: [], next: [] })
  }
  blocks.at(-1)?.facts.push(run)
  if (gates.length > 0)
    blocks.push({ facts: [{ kind: 'raise', value: { kind: 'unknown' }, by: 'raise', span }], next: [] })
  return blocks
}

function pipelineUnit(
  workflows: Workflows,
  name: string,
  pipeline: Pipeline | null,
  jobs: readonly Unit[],
): Unit {
  const [first] = jobs
  if (!first) throw new Error('a pipeline without tasks')
  const span = pipeline?.span ?? first.span
  const start: GrowingBlock = { facts: [triggerCall(workflows, pipeline, span)], next: [] }
  const end = jobs.length + 2
  const started = jobs.map((job, i): Block => {
    start.next.push({ to: i + 2 })
    const callee: Value = { kind: 'function', unit: job.name }
    const call: Call = { kind: 'call', callee, arguments: [], span: job.span, name: job.span }
    return { facts: [call], next: [{ to: end }] }
  })
  const blocks = [{ facts: [], next: [{ to: 1 }] }, start, ...started, { facts: [], next: [] }]
  const label = pipeline?.label ?? first.file.path
  return { ...plainUnit, name, label, kind: 'pipeline', file: span.file, blocks, span }
}

function triggerCall(workflows: Workflows, pipeline: Pipeline | null, fallback: Span): Call {
  const schedule = pipeline && scheduleOf(workflows, pipeline)
  const span = schedule ?? fallback
  const [event, says] = schedule ? ['schedule', 'on a schedule'] : ['other', 'when it is asked to']
  const given = (name: string, value: string): Argument => ({ name, value: constant(value), span })
  return {
    kind: 'call',
    callee: { kind: 'name', name: 'pipeline.trigger', from: null, dots: 0 },
    arguments: [given('event', event), given('says', says)],
    span,
    name: span,
  }
}

function scheduleOf({ linked }: Workflows, { rule, call }: Pipeline): Span | null {
  for (const name of call ? rule.schedule : []) {
    const value = call && argumentOf(linked, call.arguments, rule.parameters, name)
    if (!value) continue
    const { values, complete } = possibleLiterals(linked, value)
    if (complete && values.length > 0 && values.every(one => one === null)) continue
    return call?.arguments.find(argument => argument.value === value)?.span ?? call?.span ?? null
  }
  return null
}
