import { mixOf, type Span, type Value } from '../../program'
import type { Condition, Job, Need, Step, Variables } from '../pipelines/pipeline'
import { onSuccess } from '../pipelines/scripts'
import { inputGate } from './calls'
import { asksFirst, whenTest } from './conditions'
import { bodyOf, callsIn, directive, environmentIn, written } from './directives'
import { type Call, type Closure, calleeName, type Statement } from './groovy/tree'
import type { Scope } from './scope'
import { plainText } from './scripts'
import { flowStep, stepsIn } from './statements'
import { valueIn } from './values'

/** A job with the conditions under which it is there, as they are written. */
export interface Placed {
  readonly job: Job
  readonly conditions: readonly string[]
}

/** What a stage takes from what stands around it. */
export interface Around {
  readonly scope: Scope
  readonly variables: Variables
  readonly conditions: readonly { readonly text: string; readonly test: Value }[]
  /** Ids that are taken. */
  readonly ids: Set<string>
  /** For how many others all jobs together may still wait; what is beyond that is told where they become units. */
  readonly waiting: { left: number }
}

/** Stages one after another, each behind all that went before. */
export function readStages(around: Around, body: readonly Statement[], before: readonly Placed[]): Placed[] {
  const done: Placed[] = []
  for (const call of callsIn(body))
    if (calleeName(call.callee) === 'stage' && call.body)
      done.push(...readStage(around, call, call.body, [...before, ...done]))
  return done
}

function readStage(outer: Around, call: Call, { body }: Closure, before: readonly Placed[]): Placed[] {
  const label = plainText(call.arguments[0]?.value) ?? 'stage'
  const when = directive(body, 'when')?.body ?? null
  const input = directive(body, 'input')
  const around = within(outer, body, when)
  const early = input && when && asksFirst(when) ? around : outer
  const gate = input ? [gateJob(early, `${label} input`, input, before)] : []
  const reached = [...before, ...gate]
  const inner = innerStages(around, label, body, reached, call.span)
  return [...gate, ...(inner ?? [stepsJob(around, label, body, reached, call.span)])]
}

function within(around: Around, body: readonly Statement[], when: Closure | null): Around {
  const test = when && whenTest(around.scope, when)
  const variables = new Map([...around.variables, ...environmentIn(around.scope, body)])
  const conditions = when && test ? [...around.conditions, { text: written(when), test }] : around.conditions
  return { ...around, variables, conditions }
}

// `null` where the stage has steps of its own.
function innerStages(
  around: Around,
  label: string,
  body: readonly Statement[],
  before: readonly Placed[],
  span: Span,
): Placed[] | null {
  const [parallel, matrix] = ['parallel', 'matrix'].map(name => directive(body, name)?.body?.body)
  const sequence = directive(body, 'stages')?.body?.body
  const side = callsIn(parallel ?? []).flatMap(call =>
    calleeName(call.callee) === 'stage' && call.body ? readStage(around, call, call.body, before) : [],
  )
  if (!parallel && !matrix && !sequence) return null
  const cells = matrix
    ? { ...around, variables: new Map([...around.variables, ...axesIn(around, matrix)]) }
    : around
  const inner = sequence ?? bodyOf(matrix ?? [], 'stages')
  const stages = [...side, ...readStages(cells, inner, before)]
  return [...stages, ...postJobs(around, label, body, [...before, ...stages], span)]
}

// Every cell of a matrix runs the same stages.
function axesIn({ scope }: Around, matrix: readonly Statement[]): [string, Value][] {
  return callsIn(bodyOf(matrix, 'axes')).flatMap((axis): [string, Value][] => {
    const body = axis.body?.body ?? []
    const name = plainText(directive(body, 'name')?.arguments[0]?.value)
    const values = directive(body, 'values')?.arguments ?? []
    return name === null ? [] : [[name, mixOf(values.map(({ value }) => valueIn(scope, value, true)))]]
  })
}

function gateJob(around: Around, label: string, input: Call, before: readonly Placed[]): Placed {
  const placed = jobIn(around, label, input.span, before, [])
  return { ...placed, job: { ...placed.job, gates: [inputGate(input.span)] } }
}

function stepsJob(
  around: Around,
  label: string,
  body: readonly Statement[],
  before: readonly Placed[],
  span: Span,
): Placed {
  const steps = stepsIn(scopeIn(around), bodyOf(body, 'steps'))
  const post = callsIn(bodyOf(body, 'post')).flatMap(call => postStep(around, call))
  const main = post.length > 0 ? [flowStep({ kind: 'group', steps, left: true }, span)] : steps
  return jobIn(around, label, span, before, [...main, ...post])
}

// What a `post` section runs after.
const outcomes: Readonly<Record<string, Condition['after']>> = {
  always: 'always',
  cleanup: 'always',
  changed: 'always',
  unstable: 'success',
  success: 'success',
  fixed: 'success',
  failure: 'failure',
  aborted: 'failure',
  regression: 'failure',
  unsuccessful: 'failure',
}

function outcomeOf(call: Call): Condition['after'] | null {
  const name = calleeName(call.callee)
  return Object.hasOwn(outcomes, name) ? (outcomes[name] ?? null) : null
}

function postStep(around: Around, call: Call): Step[] {
  const after = outcomeOf(call)
  const { span } = call
  if (after === null || !call.body) return []
  const steps = stepsIn(scopeIn(around), call.body.body)
  const condition = { ...onSuccess(span), after }
  return [flowStep({ kind: 'group', steps, left: true }, span, { condition })]
}

/** Jobs for the `post` sections behind stages. */
export function postJobs(
  around: Around,
  label: string,
  body: readonly Statement[],
  before: readonly Placed[],
  span: Span,
): Placed[] {
  return callsIn(bodyOf(body, 'post')).flatMap(call => {
    const after = outcomeOf(call)
    if (after === null || !call.body) return []
    const name = calleeName(call.callee)
    const steps = stepsIn(scopeIn(around), call.body.body)
    const placed = jobIn(around, `${label} post ${name}`, call.span ?? span, before, steps)
    if (after === 'success') return [placed]
    const needs = placed.job.needs.map(need => ({ ...need, regardless: `\`post { ${name} }\`` }))
    return [{ ...placed, job: { ...placed.job, needs } }]
  })
}

function scopeIn({ scope, variables }: Around): Scope {
  return { ...scope, known: new Map([...scope.known, ...variables]) }
}

function jobIn(
  around: Around,
  label: string,
  span: Span,
  before: readonly Placed[],
  steps: readonly Step[],
): Placed {
  const conditions = around.conditions.map(({ text }) => text)
  const test = around.conditions.map(({ test: one }) => one)
  const [only] = test
  const asked: Value | null =
    only && test.length > 1 ? { kind: 'operation', operator: 'and', operands: test, span } : (only ?? null)
  const job: Job = {
    id: freeId(around, label),
    label,
    span,
    needs: waitedFor(around, before).map(placed => needOf(placed, conditions, span)),
    condition: { ...onSuccess(span), test: asked },
    gates: [],
    variables: around.variables,
    directory: '',
    steps,
    tolerates: null,
  }
  return { job, conditions }
}

function waitedFor({ waiting }: Around, before: readonly Placed[]): readonly Placed[] {
  const most = Math.max(0, waiting.left)
  waiting.left -= before.length
  return before.slice(0, most)
}

// A stage with the same condition is there whenever this one is.
function needOf({ job, conditions }: Placed, mine: readonly string[], span: Span): Need {
  const sure = conditions.every(text => mine.includes(text))
  return { job: job.id, regardless: sure ? null : 'its `when` may skip that stage', span }
}

function freeId({ ids }: Around, label: string): string {
  let id = label
  for (let i = 2; ids.has(id); i += 1) id = `${label} ${i}`
  ids.add(id)
  return id
}
