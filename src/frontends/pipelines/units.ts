import { onceFor } from '../../base/once'
import {
  type Embedded,
  type Notice,
  plainUnit,
  type Reading,
  type Unit,
  unknown,
  type Value,
} from '../../program'
import { addEdge, addFact, type Builder, closeBuilder, goTo, newBlock, openBuilder, seal } from '../builder'
import { fullEffort } from '../effort'
import { askFor, canHold, isConstant, jobName, passGate, passTrigger } from './asking'
import { type Job, mostNeeds, type Need, type Pipeline, type Trigger, type Variables } from './pipeline'
import { runSteps } from './steps'

/**
 * The units of a pipeline: one that starts the jobs, one for each job; the scripts of their steps are handed out. What could
 * not be read of the file is `told` with what is left out of them.
 */
export function unitsOf(pipelines: readonly Pipeline[], told: readonly Notice[] = []): Reading {
  const made = openMade(told)
  const units = pipelines.flatMap(pipeline => [pipelineUnit(pipeline), ...jobUnits(pipeline, made)])
  return readingOf(units, made)
}

/** The units of a file of tasks: one for each of them, started by nobody but those who ask for it. */
export function tasksOf(tasks: Pipeline, told: readonly Notice[] = []): Reading {
  const made = openMade(told)
  const units = jobUnits(tasks, made).map(unit => ({ ...unit, parent: null }))
  if (made.known < 0) tell(tasks, made, tooManyKnown)
  return readingOf(units, made)
}

/** What comes out of jobs besides their units. */
interface Made {
  readonly embedded: Map<string, Embedded>
  readonly notices: Notice[]
  /** For how many jobs others may still wait. */
  needs: number
  /** How many variables of their file jobs may still have in tables of their own. */
  known: number
}

function openMade(told: readonly Notice[]): Made {
  return { embedded: new Map(), notices: [...told], needs: mostNeeds, known: mostKnown }
}

const mostKnown = 100_000

function readingOf(units: readonly Unit[], { embedded, notices }: Made): Reading {
  return { units, classes: [], settings: [], notices, stars: [], embedded: [...embedded.values()] }
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
    ...plainUnit,
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
  passTrigger(builder, trigger)
  return block
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

function jobUnits(pipeline: Pipeline, made: Made): Unit[] {
  const tolerated = new Map(pipeline.jobs.map(({ id, tolerates }) => [id, tolerates]))
  return [...pipeline.jobs, ...(pipeline.parts ?? [])].map(job => jobUnit(pipeline, job, tolerated, made))
}

function jobUnit(
  pipeline: Pipeline,
  job: Job,
  tolerated: ReadonlyMap<string, string | null>,
  made: Made,
): Unit {
  const builder = openBuilder(() => unknown, fullEffort())
  for (const { job: needed, regardless, span } of neededBy(pipeline, job, made)) {
    const why = regardless ?? tolerated.get(needed) ?? null
    addFact(builder, { kind: 'after', unit: jobName(pipeline, needed), regardless: why, span })
  }
  for (const gate of job.gates) passGate(builder, gate)
  runSteps({ builder, pipeline, job, embedded: made.embedded, prefix: '', exit: null }, job.steps)
  if (builder.effort.spent) tell(pipeline, made, tooMany)
  const { file } = pipeline
  return {
    ...plainUnit,
    parameters: job.parameters ?? [],
    name: jobName(pipeline, job.id),
    label: job.label,
    kind: 'job',
    parent: pipeline.name,
    file,
    span: job.span,
    blocks: closeBuilder(builder),
    bound: variablesOf(pipeline, job, made),
  }
}

// Where every job waits for all before it, they are the square of the jobs. What is not waited for has shown nothing.
function neededBy(pipeline: Pipeline, { needs }: Job, made: Made): readonly Need[] {
  const left = made.needs
  made.needs -= needs.length
  if (made.needs < 0 && left >= 0) tell(pipeline, made, tooManyNeeds)
  return made.needs < 0 ? needs.slice(0, Math.max(0, left)) : needs
}

function tell({ file }: Pipeline, { notices }: Made, message: string): void {
  notices.push({ path: file.path, line: 0, kind: 'limit', message })
}

const tooManyNeeds =
  'Very many jobs wait for very many others; what some of them have shown counts for none that waits.'
const tooManyKnown =
  'Very many tasks know very many variables; some of them are taken to be known by nobody but those who start them.'
const tooMany = 'Steps stand in one another in more ways than can be followed; some were left out.'

function variablesOf(pipeline: Pipeline, job: Job, made: Made): ReadonlyMap<string, readonly Value[]> {
  const outputs = [...(job.outputs ?? [])].map(([name, value]) => [`outputs.${name}`, value] as const)
  if (job.variables.size === 0 && outputs.length === 0) return listsOf(pipeline.variables)
  const own = [...listsOf(job.variables), ...listsOf(new Map(outputs))]
  // Where there are very many jobs and variables, each job with a table of all would fill the memory. What a job does not know
  // is asked of its pipeline, and of those who start it.
  made.known -= pipeline.variables.size
  return new Map(made.known < 0 ? own : [...listsOf(pipeline.variables), ...own])
}

const listsOf = onceFor(
  (variables: Variables): ReadonlyMap<string, readonly Value[]> =>
    new Map([...variables].map(([name, value]) => [name, [value]])),
)
