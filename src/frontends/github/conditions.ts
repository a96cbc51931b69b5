import type { Expr } from '@actions/expressions'
import { constant, type Span, type Value } from '../../program'
import type { Condition, Trigger } from '../pipelines/pipeline'
import {
  type Assumption,
  asksForStatus,
  type Contexts,
  conjunctsIn,
  type Ends,
  holds,
  parseExpression,
  valueOfExpression,
} from './expressions'
import type { PullRequests } from './triggers'

/** An `if:` as it was read. */
export interface ReadCondition {
  readonly condition: Condition
  /** Whether it lets a job run although one that it needs has failed. */
  readonly overrules: (job: string) => boolean
  /** Whether it lets a job run where one that it needs was skipped and none has failed. */
  readonly passesSkipped: (job: string) => boolean
  /** The same where it was skipped since one that it needs itself has failed. */
  readonly passesCutOff: (job: string) => boolean
  /** Whether it holds for sure where a job is started so. */
  readonly holdsOn: (event: Trigger['event']) => boolean
  /** All of what it asks, each as a text. */
  readonly asks: ReadonlySet<string>
  /** Whether the text is an expression at all. */
  readonly valid: boolean
}

const eventNames: Readonly<Record<Trigger['event'], readonly string[]>> = {
  push: ['push'],
  tag: ['push'],
  'pull-request': ['pull_request', 'pull_request_target'],
  merge: ['pull_request', 'pull_request_target'],
  release: ['release'],
  schedule: ['schedule'],
  manual: ['workflow_dispatch'],
  pipeline: ['workflow_run'],
  call: [],
  other: [],
}

const well = { always: true, success: true, failure: false, cancelled: false }
const failed = { always: true, success: false, failure: true, cancelled: false }
const skipped = { always: true, success: false, failure: false, cancelled: false }

/** A condition that is not written. */
export function noCondition(span: Span): ReadCondition {
  const condition: Condition = { after: 'success', test: null, events: null, span }
  return { condition, ...plain }
}

const plain = {
  overrules: () => false,
  passesSkipped: () => false,
  passesCutOff: () => false,
  holdsOn: () => true,
  asks: new Set<string>(),
  valid: true,
}

// Who calls a workflow or an action may be started by either.
const anyPullRequests: PullRequests = { names: [], proposes: false }

/** Reads an `if:`. Text around `${{ }}` makes it a text that is not empty, which always holds. */
export function readCondition(
  text: string,
  contexts: Contexts,
  span: Span,
  pullRequests: PullRequests = anyPullRequests,
): ReadCondition {
  const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text)
  const isText = text.includes('${{') && (!whole || whole[1]?.includes('${{'))
  if (isText)
    return { ...noCondition(span), condition: { ...noCondition(span).condition, test: constant(true) } }
  const expr = parseExpression(whole?.[1] ?? text)
  if (!expr) {
    const test: Value = { kind: 'unknown' }
    const condition: Condition = { after: 'success', test, events: null, span }
    return { condition, ...plain, holdsOn: () => false, valid: false }
  }
  const condition: Condition = {
    after: afterWhat(expr),
    test: testOf(expr, contexts, span),
    events: eventsOf(expr, pullRequests),
    span,
  }
  return {
    condition,
    overrules: job => overrules(expr, job),
    passesSkipped: job => asksForStatus(expr) && holds(expr, where(job, 'skipped', skipped)) !== false,
    passesCutOff: job => asksForStatus(expr) && holds(expr, where(job, 'skipped', failed)) !== false,
    holdsOn: event => holdsOn(expr, event, pullRequests),
    asks: new Set(conjunctsIn(whole?.[1] ?? text)),
    valid: true,
  }
}

const nothingKnown = (): null => null

function afterWhat(expr: Expr): Condition['after'] {
  if (!asksForStatus(expr)) return 'success'
  const onFailure = holds(expr, { status: failed, context: nothingKnown }) !== false
  const onSuccess = holds(expr, { status: well, context: nothingKnown }) !== false
  if (onFailure) return onSuccess ? 'always' : 'failure'
  return 'success'
}

// `always() && needs.evaluate.result == 'success'` does not overrule `evaluate`.
function overrules(expr: Expr, job: string): boolean {
  if (!asksForStatus(expr)) return false
  return holds(expr, where(job, 'failure', failed)) !== false
}

function where(job: string, ended: string, status: Assumption['status']): Assumption {
  const result = `needs.${job}.result`
  return { status, context: path => (path === result || path === 'needs.*.result' ? ended : null) }
}

function holdsOn(expr: Expr, event: Trigger['event'], { proposes }: PullRequests): boolean {
  const names = eventNames[event]
  if (names.length === 0) return holds(expr, { status: well, context: nothingKnown }) === true
  return names.every(name => {
    const assumption = assumptionOn(event, name, proposes)
    const context = (path: string): string | null =>
      event !== 'manual' && /^(github\.event\.)?inputs\./.test(path) ? '' : assumption.context(path)
    return holds(expr, { ...assumption, status: well, context }) === true
  })
}

function testOf(expr: Expr, contexts: Contexts, span: Span): Value | null {
  const answer = holds(expr, { status: well, context: nothingKnown })
  if (answer !== null) return answer || asksForStatus(expr) ? answerOf(answer, expr) : constant(answer)
  return valueOfExpression(expr, contexts, span)
}

// `if: failure()` is no test: `after` says it.
function answerOf(answer: boolean, expr: Expr): Value | null {
  return asksForStatus(expr) ? null : constant(answer)
}

function eventsOf(expr: Expr, { names: known, proposes }: PullRequests): readonly Trigger['event'][] | null {
  const events = Object.keys(eventNames) as Trigger['event'][]
  const possible = events.filter(event => {
    const all = eventNames[event]
    const own = all.filter(name => known.includes(name))
    const names = own.length > 0 ? own : all
    return all.length === 0 || names.some(name => holds(expr, assumptionOn(event, name, proposes)) !== false)
  })
  return possible.length === events.length ? null : possible
}

// What it proposes lies at `refs/pull/7/merge`: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
const proposal: Readonly<Record<string, Ends>> = {
  'github.ref': { start: 'refs/pull/', end: '/merge' },
  'github.ref_name': { start: '', end: '/merge' },
}

function assumptionOn(event: Trigger['event'], name: string, proposes: boolean): Assumption {
  const context = (path: string): string | null => {
    if (path === 'github.event_name') return name
    if (path === 'github.event.pull_request.merged') return event === 'merge' ? 'true' : 'false'
    if (path === 'github.ref_type' && (event === 'tag' || event === 'push'))
      return event === 'tag' ? 'tag' : 'branch'
    return null
  }
  const ends = (path: string): Ends | null =>
    event === 'pull-request' && name === 'pull_request' ? (proposal[path] ?? null) : null
  return { status: { always: true }, context, ...(proposes && { ends }) }
}
