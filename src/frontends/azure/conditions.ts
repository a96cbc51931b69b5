import type { Expr } from '@actions/expressions'
import { constant, type Span, type Value } from '../../program'
import type { Contexts } from '../github/expressions'
import type { Condition, Trigger, Variables } from '../pipelines/pipeline'
import { answerKnown } from './computed'
import { holds, type Known, parseExpression, type Question, valueOfExpression } from './expressions'
import { environmentName } from './texts'

/** A `condition` as it was read. */
export interface ReadCondition {
  readonly condition: Condition
  /** As it is written; empty where it is not. */
  readonly text: string
  /** Whether it lets something run although what it depends on failed, or was skipped where that may be. */
  readonly overrules: (name: string, skippable: boolean) => boolean
  /** Whether it asks for the success of everything before, and not only of what it names. */
  readonly recursive: boolean
  readonly valid: boolean
}

/** A condition that is not written. */
export function noCondition(span: Span): ReadCondition {
  const condition: Condition = { after: 'success', test: null, events: null, span }
  return { condition, text: '', overrules: () => false, recursive: true, valid: true }
}

/**
 * Reads a `condition`. What is written takes the place of `succeeded()`, so that one that does not ask how things went holds
 * after a failure too. https://learn.microsoft.com/azure/devops/pipelines/process/conditions
 */
export function readCondition(
  text: string,
  contexts: Contexts,
  span: Span,
  variables: Variables,
): ReadCondition {
  const expr = parseExpression(text)
  if (!expr) {
    const condition: Condition = { after: 'always', test: { kind: 'unknown' }, events: null, span }
    return { condition, text, overrules: () => true, recursive: false, valid: false }
  }
  const condition: Condition = {
    after: afterWhat(expr),
    test: testOf(expr, contexts, span),
    events: eventsOf(expr, variables),
    span,
  }
  const asks = (name: string, skippable: boolean): boolean => overrules(expr, name, skippable)
  return { condition, text, overrules: asks, recursive: asksForAll(expr), valid: true }
}

const open = (): null => null
const well: Question = {
  status: name => name !== 'failed' && name !== 'canceled',
  text: open,
}
const badly: Question = {
  status: name => name === 'always' || name === 'failed' || name === 'succeededorfailed',
  text: open,
}

function afterWhat(expr: Expr): Condition['after'] {
  const onFailure = holds(expr, badly) !== false
  if (!onFailure) return 'success'
  return holds(expr, well) === false ? 'failure' : 'always'
}

// `or(succeeded(), …)` asks for no success: with everything failed it may still hold.
function asksForAll(expr: Expr): boolean {
  const question: Question = {
    status: (name, of) => (name === 'succeeded' && of.length === 0 ? false : null),
    text: open,
  }
  return holds(expr, question) === false
}

// `in(dependencies.A.result, 'Succeeded', 'Skipped')` does not overrule `A` where nothing can skip it.
function overrules(expr: Expr, name: string, skippable: boolean): boolean {
  return (skippable ? ['Failed', 'Skipped'] : ['Failed']).some(
    ended => holds(expr, endedAs(name, ended)) !== false,
  )
}

function endedAs(name: string, ended: string): Question {
  const failed = ended === 'Failed'
  const answers: Readonly<Record<string, boolean | null>> = {
    always: true,
    canceled: false,
    succeeded: false,
    failed: failed ? true : null,
    succeededorfailed: failed ? true : null,
  }
  return {
    status: (asked, of) => (of.length === 0 || of.includes(name) ? (answers[asked] ?? null) : null),
    text: path => (isResultOf(path, name) ? { exact: ended } : null),
  }
}

function isResultOf(path: readonly string[], name: string): boolean {
  const [context, of, what] = path
  return /dependencies$/i.test(context ?? '') && of?.toLowerCase() === name.toLowerCase() && what === 'result'
}

// What is asked besides how things went; `null` where nothing is.
function testOf(expr: Expr, contexts: Contexts, span: Span): Value | null {
  const answer = holds(expr, well)
  if (answer === null) return valueOfExpression(expr, contexts, span)
  return answer || afterWhat(expr) === 'failure' ? null : constant(false)
}

const reasons: Readonly<Record<Trigger['event'], readonly string[]>> = {
  push: ['IndividualCI', 'BatchedCI'],
  tag: ['IndividualCI', 'BatchedCI'],
  'pull-request': ['PullRequest'],
  merge: [],
  schedule: ['Schedule'],
  manual: ['Manual'],
  pipeline: ['ResourceTrigger', 'BuildCompletion'],
  release: [],
  call: [],
  other: [],
}

const branches: Readonly<Partial<Record<Trigger['event'], string>>> = {
  push: 'refs/heads/',
  tag: 'refs/tags/',
  'pull-request': 'refs/pull/',
}

/**
 * The events on which an expression may be true where none of those before it is; `null` where that may be on each. The
 * variables are those that it may ask.
 */
export function eventsOf(
  expr: Expr | null,
  variables: Variables,
  before: readonly Expr[] = [],
): Condition['events'] {
  const events = Object.keys(reasons) as Trigger['event'][]
  const may = (question: Question): boolean =>
    (!expr || holds(expr, question) !== false) && before.every(other => holds(other, question) !== true)
  const possible = events.filter(event => {
    const named = reasons[event]
    return named.length === 0 || named.some(reason => may(startedBy(event, reason, variables)))
  })
  return possible.length === events.length ? null : possible
}

/** The events on which two conditions can hold. */
export function eventsOfBoth(one: Condition['events'], other: Condition['events']): Condition['events'] {
  return one && other ? one.filter(event => other.includes(event)) : (one ?? other)
}

function startedBy(event: Trigger['event'], reason: string, variables: Variables): Question {
  const predefined = (name: string): Known => {
    const start = branches[event]
    if (name === 'build.reason') return { exact: reason }
    // The last part of `refs/pull/7/merge`.
    if (name === 'build.sourcebranchname') return event === 'pull-request' ? { exact: 'merge' } : null
    if (name.startsWith('system.pullrequest.')) return ofProposal(event, name)
    return name === 'build.sourcebranch' && start !== undefined ? { start } : null
  }
  const text = ([context, ...rest]: readonly string[]): Known => {
    if (context !== 'variables') return null
    const name = rest.join('.')
    const computed = variables.get(environmentName(name))
    return predefined(name.toLowerCase()) ?? (computed ? answerKnown(computed, predefined) : null)
  }
  // How things went is no matter of what started them.
  return { status: name => (name === 'always' ? true : null), text }
}

// Only proposals of GitHub have a number. https://learn.microsoft.com/azure/devops/pipelines/build/variables#system-variables
function ofProposal(event: Trigger['event'], name: string): Known {
  if (event !== 'pull-request') return { exact: '' }
  return name.endsWith('number') ? null : { start: '' }
}
