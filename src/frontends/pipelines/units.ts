import {
  type Argument,
  constant,
  type Embedded,
  type Reading,
  type Span,
  type Unit,
  unknown,
  type Value,
} from '../../program'
import {
  addCall,
  addEdge,
  addFact,
  type Builder,
  closeBuilder,
  goTo,
  newBlock,
  openBuilder,
  seal,
} from '../builder'
import { fullEffort } from '../effort'
import type { Action, Condition, Gate, Job, Pipeline, Step, Trigger, Variables } from './pipeline'

/** The units of a pipeline: one that starts the jobs, one for each job; the scripts of their steps are handed out. */
export function unitsOf(pipelines: readonly Pipeline[]): Reading {
  const embedded: Embedded[] = []
  const units = pipelines.flatMap(pipeline => [pipelineUnit(pipeline), ...jobUnits(pipeline, embedded)])
  return { units, classes: [], settings: [], notices: [], stars: [], embedded }
}

/** The units of a file of tasks: one for each of them, started by nobody but those who ask for it. */
export function tasksOf(tasks: Pipeline): Reading {
  const embedded: Embedded[] = []
  const units = jobUnits(tasks, embedded).map(unit => ({ ...unit, parent: null }))
  return { units, classes: [], settings: [], notices: [], stars: [], embedded }
}

/** The name of the unit of a job. */
export function jobName(pipeline: Pipeline, id: string): string {
  return `${pipeline.name}:${id}`
}

// Its triggers lead to its jobs side by side: what one job has shown holds in another only where that one waits for it.
function pipelineUnit(pipeline: Pipeline): Unit {
  const builder = openBuilder(() => unknown, fullEffort())
  const entry = builder.at
  const end = newBlock(builder)
  const triggers = pipeline.triggers.map(trigger => ({
    trigger,
    block: triggerBlock(builder, entry, trigger),
  }))
  const starts = triggers.length > 0 ? triggers : [{ trigger: null, block: entry }]
  for (const job of pipeline.jobs) {
    const from = starts.filter(({ trigger }) => trigger === null || canHold(job.condition, trigger.event))
    startJob(
      builder,
      pipeline,
      job,
      from.map(({ block }) => block),
      end,
    )
  }
  for (const { block } of starts) addEdge(builder, block, { to: end })
  seal(builder, end)
  builder.at = end
  for (const job of pipeline.jobs)
    addFact(builder, {
      kind: 'after',
      unit: jobName(pipeline, job.id),
      regardless: whyPassed(job),
      span: job.span,
    })
  const { inputs, inert, file, span, label, name, variables } = pipeline
  const parameters = [...inputs].map(([input, value]) => ({
    name: input,
    kind: 'keyword' as const,
    default: value,
    type: null,
  }))
  return {
    ...emptyUnit,
    name,
    label,
    kind: 'pipeline',
    file,
    span,
    parameters,
    blocks: closeBuilder(builder),
    bound: listsOf(variables),
    ...(inert !== null && { inert }),
  }
}

const emptyUnit = {
  parent: null,
  parameters: [],
  owner: null,
  decorators: [],
  returns: null,
  generator: false,
} as const

function whyPassed(job: Job): string | null {
  const { test, events } = job.condition
  if (test !== null && !isConstant(test, true)) return 'the condition of that job may skip it'
  return events === null ? job.tolerates : 'that job is skipped on other events'
}

function triggerBlock(builder: Builder, entry: number, trigger: Trigger): number {
  const block = newBlock(builder)
  addEdge(builder, entry, { to: block })
  seal(builder, block)
  builder.at = block
  addFact(builder, {
    kind: 'call',
    callee: pipelineName('trigger'),
    arguments: [
      argument('event', constant(trigger.event), trigger.span),
      argument('says', constant(trigger.says), trigger.span),
    ],
    span: trigger.span,
    name: trigger.span,
  })
  return block
}

/** A word of the vocabulary that every CI system shares; the catalogue says what it shows. */
function pipelineName(word: 'trigger' | Gate['kind']): Value {
  return { kind: 'name', name: `pipeline.${word}`, from: null, dots: 0 }
}

function argument(name: string | null, value: Value, span: Span): Argument {
  return { name, value, span }
}

function canHold(condition: Condition, event: Trigger['event']): boolean {
  if (isConstant(condition.test, false)) return false
  return condition.events === null || condition.events.includes(event)
}

function isConstant(value: Value | null, wanted: boolean): boolean {
  return value?.kind === 'constant' && Boolean(value.value) === wanted
}

function startJob(
  builder: Builder,
  pipeline: Pipeline,
  job: Job,
  from: readonly number[],
  end: number,
): void {
  if (from.length === 0) return
  const block = newBlock(builder)
  for (const way of from) addEdge(builder, way, { to: block })
  seal(builder, block)
  builder.at = block
  const past = askFor(builder, job.condition)
  const unit = jobName(pipeline, job.id)
  addFact(builder, {
    kind: 'call',
    callee: { kind: 'function', unit },
    arguments: [],
    span: job.span,
    name: job.span,
  })
  goTo(builder, end)
  if (past !== null) addEdge(builder, past, { to: end })
}

// The block from which the way past leads; `null` where no test is made.
function askFor(builder: Builder, { test, span }: Condition): number | null {
  if (test === null || test.kind === 'constant') return null
  addFact(builder, { kind: 'test', value: test, span })
  const asked = builder.at
  const next = newBlock(builder)
  addEdge(builder, asked, { to: next, when: 'true' })
  seal(builder, next)
  const past = newBlock(builder)
  addEdge(builder, asked, { to: past, when: 'false' })
  seal(builder, past)
  builder.at = next
  return past
}

function jobUnits(pipeline: Pipeline, embedded: Embedded[]): Unit[] {
  const tolerated = new Map(pipeline.jobs.map(({ id, tolerates }) => [id, tolerates]))
  return pipeline.jobs.map(job => jobUnit(pipeline, job, tolerated, embedded))
}

function jobUnit(
  pipeline: Pipeline,
  job: Job,
  tolerated: ReadonlyMap<string, string | null>,
  embedded: Embedded[],
): Unit {
  const builder = openBuilder(() => unknown, fullEffort())
  for (const { job: needed, regardless, span } of job.needs) {
    const why = regardless ?? tolerated.get(needed) ?? null
    addFact(builder, { kind: 'after', unit: jobName(pipeline, needed), regardless: why, span })
  }
  for (const gate of job.gates) passGate(builder, gate)
  runSteps({ builder, pipeline, job, embedded }, 0, true)
  const { file } = pipeline
  const outputs = [...(job.outputs ?? [])].map(([name, value]) => [`outputs.${name}`, value] as const)
  const variables = new Map([...pipeline.variables, ...job.variables, ...outputs])
  return {
    ...emptyUnit,
    name: jobName(pipeline, job.id),
    label: job.label,
    kind: 'job',
    parent: pipeline.name,
    file,
    span: job.span,
    blocks: closeBuilder(builder),
    bound: listsOf(variables),
  }
}

function listsOf(variables: Variables): ReadonlyMap<string, readonly Value[]> {
  return new Map([...variables].map(([name, value]) => [name, [value]]))
}

function passGate(builder: Builder, gate: Gate): void {
  const args = [argument('name', gate.name, gate.span), argument('says', constant(gate.says), gate.span)]
  addCall(builder, pipelineName(gate.kind), args, gate.span, gate.span)
}

interface Run {
  readonly builder: Builder
  readonly pipeline: Pipeline
  readonly job: Job
  readonly embedded: Embedded[]
}

// After a failure only steps that ask for it run; their copies lead to the end of a failed job.
function runSteps(run: Run, first: number, well: boolean): void {
  const { builder, job } = run
  for (const [index, step] of job.steps.entries()) {
    if (index < first || !runs(step.condition, well)) continue
    const later = job.steps.findIndex((s, i) => i > index && runs(s.condition, false))
    const rescue = well && later >= 0 ? newBlock(builder) : null
    if (rescue !== null)
      builder.frames = [{ kind: 'handlers', handlers: [{ block: rescue, catches: null, total: true }] }]
    runStep(run, step, index)
    builder.frames = []
    if (rescue !== null) rescueFrom(run, rescue, later)
  }
  if (!well) addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span: job.span })
}

function rescueFrom(run: Run, block: number, later: number): void {
  const { builder } = run
  const back = builder.at
  seal(builder, block)
  builder.at = block
  runSteps(run, later, false)
  builder.at = back
}

function runs({ after, test }: Condition, well: boolean): boolean {
  if (isConstant(test, false)) return false
  return after === 'always' || (after === 'success') === well
}

function runStep(run: Run, step: Step, index: number): void {
  const { builder } = run
  const past = askFor(builder, step.condition)
  const next = newBlock(builder)
  const { frames } = builder
  if (step.tolerates !== null)
    builder.frames = [
      ...frames,
      { kind: 'handlers', handlers: [{ block: next, catches: null, total: true }] },
    ]
  act(run, step, index)
  builder.frames = frames
  goTo(builder, next)
  if (past !== null) addEdge(builder, past, { to: next })
  seal(builder, next)
  builder.at = next
}

function act(run: Run, step: Step, index: number): void {
  const { builder, job } = run
  const { action } = step
  if (action.kind === 'gate') return passGate(builder, action.gate)
  const directory = step.directory === undefined ? job.directory : step.directory
  const callee = calleeOf(run, action, index, directory)
  const args = [...argumentsOf(action), ...environmentOf(step.variables, directory, step.span)]
  // Each step has a place of its own, although one template may hold several.
  const at = action.kind === 'script' && step.takenInAt ? { ...step.takenInAt } : action.span
  addCall(builder, callee, args, at, at)
}

function argumentsOf(action: Exclude<Action, { kind: 'gate' }>): Argument[] {
  if (action.kind === 'script') return []
  return [...action.inputs].map(([name, value]) => argument(name, value, action.span))
}

function environmentOf(variables: Variables, directory: string | null, span: Span): Argument[] {
  const given = [...variables].map(([name, value]) => argument(name, value, span))
  return [...given, argument('PWD', directory === null ? unknown : constant(directory), span)]
}

function calleeOf(
  run: Run,
  action: Exclude<Action, { kind: 'gate' }>,
  index: number,
  directory: string | null,
): Value {
  if (action.kind === 'call') return { kind: 'function', unit: action.name }
  if (action.kind === 'uses') return { kind: 'command', name: `uses: ${action.name}`, directory }
  const { pipeline, job, embedded } = run
  const path = `${pipeline.file.path}#${job.id}/${index + 1}`
  const { language, shell, text, pieces } = action
  if (!embedded.some(other => other.file.path === path))
    embedded.push({ language, shell, file: { path, text, container: { file: action.span.file, pieces } } })
  return { kind: 'function', unit: path }
}
