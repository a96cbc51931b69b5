import {
  type Argument,
  type Call,
  constant,
  type Embedded,
  type Span,
  unknown,
  type Value,
} from '../../program'
import { addCall, addEdge, addFact, type Builder, bind, goTo, newBlock, raiseFrom, seal } from '../builder'
import { argument, askFor, canHold, isConstant, jobName, passGate, passTrigger } from './asking'
import { runFlow } from './flow'
import { withLocals } from './locals'
import type { Action, Condition, Flow, Job, Pipeline, Script, Step, Trigger, Variables } from './pipeline'

/** A list of steps while it is turned into blocks. */
export interface Run {
  readonly builder: Builder
  readonly pipeline: Pipeline
  readonly job: Job
  /** The scripts of steps, by their names. */
  readonly embedded: Map<string, Embedded>
  /** What stands before the number of a step in the names of its scripts. */
  readonly prefix: string
  /** Where leaving the group around leads; `null` where it ends the job. */
  readonly exit: number | null
}

/** Runs steps in order. After a failure only those that ask for it run; their copies lead to where failures lead. */
export function runSteps(run: Run, steps: readonly Step[]): void {
  const { builder } = run
  const outer = builder.frames
  const rescues = rescuesOf(builder, steps)
  let next = 0
  for (const { outcome } of steps) ended(builder, outcome, 'skipped')
  for (const [index, step] of steps.entries()) {
    if (rescues[next]?.first === index) next += 1
    if (!runs(step.condition, true)) continue
    const rescue = rescues[next]
    if (rescue) builder.frames = [...outer, handling(rescue.block)]
    runStep(run, step, index)
    builder.frames = outer
  }
  if (rescues.length > 0) rescueFrom(run, steps, rescues)
}

/** Where a failure leads that comes before a step which runs all the same. */
interface Rescue {
  /** The number of that step. */
  readonly first: number
  readonly block: number
}

function rescuesOf(builder: Builder, steps: readonly Step[]): readonly Rescue[] {
  const first = steps.flatMap(({ condition }, index) => (index > 0 && runs(condition, false) ? [index] : []))
  return first.map(index => ({ first: index, block: newBlock(builder) }))
}

/** What takes every failure to this block. */
export function handling(block: number): Builder['frames'][number] {
  return { kind: 'handlers', handlers: [{ block, catches: null, total: true }] }
}

/** Fails here and now. What follows is unreachable. */
export function fail({ builder }: Run, span: Span): void {
  addFact(builder, { kind: 'raise', value: unknown, by: 'raise', span })
  raiseFrom(builder)
  startDead(builder)
}

/** Goes on where nothing leads. */
export function startDead(builder: Builder): void {
  builder.at = newBlock(builder)
  seal(builder, builder.at)
}

// Each step that runs after a failure stands there once more, behind all that may fail before it.
function rescueFrom(run: Run, steps: readonly Step[], rescues: readonly Rescue[]): void {
  const { builder } = run
  const back = builder.at
  for (const [at, { first, block }] of rescues.entries()) {
    const step = steps[first]
    if (at > 0) goTo(builder, block)
    seal(builder, block)
    builder.at = block
    if (step) runStep(run, step, first)
  }
  fail(run, run.job.span)
  builder.at = back
}

function runs({ after, test }: Condition, well: boolean): boolean {
  if (isConstant(test, false)) return false
  return after === 'always' || (after === 'success') === well
}

function runStep(run: Run, step: Step, index: number): void {
  const { builder } = run
  const { test, span } = step.condition
  const past = askFor(builder, { test: test && withLocals(builder, test), span })
  const byHand = past === null ? null : onlyByHand(run, step.condition)
  if (byHand) passTrigger(builder, byHand)
  const next = newBlock(builder)
  const { frames } = builder
  const failed = step.outcome === undefined ? next : newBlock(builder)
  if (step.tolerates !== null || failed !== next) builder.frames = [...frames, handling(failed)]
  act(run, step, index)
  builder.frames = frames
  if (failed !== next) tellEnd(run, step, failed, next)
  goTo(builder, next)
  if (past !== null) addEdge(builder, past, { to: next })
  seal(builder, next)
  builder.at = next
}

// Where it has failed stands by itself, since nothing that it checks has been passed there.
function tellEnd(run: Run, { outcome, tolerates, span }: Step, failed: number, next: number): void {
  const { builder } = run
  ended(builder, outcome, 'success')
  const back = builder.at
  seal(builder, failed)
  builder.at = failed
  ended(builder, outcome, 'failure')
  if (tolerates === null) fail(run, span)
  else goTo(builder, next)
  builder.at = back
}

function ended(builder: Builder, outcome: string | undefined, how: string): void {
  if (outcome !== undefined) bind(builder, outcome, constant(how))
}

// A step may ask for more than its job: of all that starts that, what starts the step is a person.
function onlyByHand({ pipeline, job }: Run, condition: Condition): Trigger | null {
  const ofJob = pipeline.triggers.filter(({ event }) => canHold(job.condition, event))
  const ofStep = ofJob.filter(({ event }) => canHold(condition, event))
  const [first] = ofStep
  const byHand = ofStep.every(({ event }) => event === 'manual')
  return first && byHand && ofStep.length < ofJob.length ? first : null
}

function act(run: Run, step: Step, index: number): void {
  const { builder, pipeline, job } = run
  const { action } = step
  const name = `${run.prefix}${index + 1}`
  if (action.kind === 'gate') return passGate(builder, action.gate)
  if (isFlow(action)) return runFlow({ ...run, prefix: `${name}.` }, action)
  const directory = step.directory === undefined ? job.directory : step.directory
  const callee = calleeOf(run, action, name, directory)
  const given = [
    ...argumentsOf(action),
    ...handedOn(pipeline, job, action),
    ...environmentOf(step.variables, directory, step.span),
  ]
  const args = given.map(arg => ({ ...arg, value: withLocals(builder, arg.value) }))
  const { status, result } =
    action.kind === 'uses' || action.kind === 'function' ? noResult : { ...noResult, ...action }
  // Each step has a place of its own, although one template may hold several.
  const at = action.kind === 'script' && step.takenInAt ? { ...step.takenInAt } : action.span
  const { events } = step.condition
  const call = (): Call => addCall(builder, callee, args, at, at, events ? { on: events } : {})
  if (status !== undefined) return keepStatus(builder, status, call)
  const made = call()
  if (result !== undefined) bind(builder, result, { kind: 'result', call: made })
}

const noResult: Pick<Script, 'status' | 'result'> = {}

function isFlow(action: Action): action is Flow {
  return (
    action.kind !== 'script' &&
    action.kind !== 'uses' &&
    action.kind !== 'call' &&
    action.kind !== 'function' &&
    action.kind !== 'gate'
  )
}

// A failure is a number like any other, until somebody looks at it.
function keepStatus(builder: Builder, name: string, call: () => Call): void {
  const [failed, next] = [newBlock(builder), newBlock(builder)]
  const { frames } = builder
  builder.frames = [...frames, handling(failed)]
  call()
  builder.frames = frames
  bind(builder, name, constant(0))
  goTo(builder, next)
  seal(builder, failed)
  builder.at = failed
  bind(builder, name, constant(1))
  goTo(builder, next)
  seal(builder, next)
  builder.at = next
}

function argumentsOf(action: Exclude<Action, { kind: 'gate' } | Flow>): Argument[] {
  if (action.kind === 'script' || action.kind === 'function') return []
  return [...action.inputs].map(([name, value]) => argument(name, value, action.span))
}

// A script of a task is given what the task is given.
function handedOn(
  pipeline: Pipeline,
  job: Job,
  { kind, span }: Exclude<Action, { kind: 'gate' } | Flow>,
): Argument[] {
  if (kind !== 'script') return []
  return (job.parameters ?? []).map(({ name, kind: way }, index): Argument => {
    const value: Value = { kind: 'parameter', unit: jobName(pipeline, job.id), index }
    return way === 'rest' ? { name: null, value, splat: true, span } : { name, value, span }
  })
}

function environmentOf(variables: Variables, directory: string | null, span: Span): Argument[] {
  const given = [...variables].map(([name, value]) => argument(name, value, span))
  return [...given, argument('PWD', directory === null ? unknown : constant(directory), span)]
}

function calleeOf(
  run: Run,
  action: Exclude<Action, { kind: 'gate' } | Flow>,
  name: string,
  directory: string | null,
): Value {
  if (action.kind === 'call') return { kind: 'function', unit: action.name }
  if (action.kind === 'uses') return { kind: 'command', name: `uses: ${action.name}`, directory }
  const { pipeline, job, embedded } = run
  if (action.kind === 'function') {
    const qualified = `${action.module}.${action.object}`
    return { kind: 'name', name: qualified, from: pipeline.file.path, dots: 0 }
  }
  const path = `${pipeline.file.path}#${job.id}/${name}`
  const { language, shell, text, pieces } = action
  if (!embedded.has(path))
    embedded.set(path, {
      language,
      shell,
      file: { path, text, container: { file: action.span.file, pieces } },
    })
  return { kind: 'function', unit: path }
}
