import type { Span } from '../../program'
import type { Flow, Step } from '../pipelines/pipeline'
import { onSuccess, stepOf } from '../pipelines/scripts'
import { hoist } from './calls'
import type { Expression, Statement } from './groovy/tree'
import type { Scope } from './scope'
import { valueIn } from './values'

/** Statements that stand for more steps than these were written to be slow. */
export const mostSteps = 20_000

/** What statements do, as steps. */
export function stepsIn(scope: Scope, statements: readonly Statement[]): Step[] {
  return statements.flatMap(statement => {
    scope.counter.steps += 1
    return scope.counter.steps > mostSteps ? [] : stepsOf(scope, statement)
  })
}

/** A step of other steps. */
export function flowStep(action: Flow, span: Span, more: Partial<Step> = {}): Step {
  return stepOf('', action, span, more)
}

/** Steps that may run, or not, or several times. */
export function perhaps(steps: readonly Step[], span: Span): Step[] {
  if (steps.length === 0) return []
  const condition = { ...onSuccess(span), test: { kind: 'unknown' } as const }
  return [flowStep({ kind: 'group', steps, left: true }, span, { condition })]
}

function stepsOf(scope: Scope, statement: Statement): Step[] {
  const { span } = statement
  switch (statement.kind) {
    case 'expression':
      return readExpression(scope, statement.value).steps
    case 'assign':
      return assign(scope, statement)
    case 'if':
      return choose(scope, statement)
    case 'try': {
      const rescue = statement.rescue && stepsIn(scope, statement.rescue)
      const [steps, last] = [stepsIn(scope, statement.body), stepsIn(scope, statement.last)]
      return [flowStep({ kind: 'attempt', steps, rescue, last }, span)]
    }
    case 'loop':
      return perhaps(stepsIn(scope, statement.body), span)
    case 'block':
      return stepsIn(scope, statement.body)
    case 'return': {
      const read = statement.value && readExpression(scope, statement.value)
      const value = read ? valueIn(scope, read.expression, false) : null
      return [...(read?.steps ?? []), flowStep({ kind: 'leave', value, span }, span)]
    }
    case 'throw':
      return [flowStep({ kind: 'fail', span }, span)]
    case 'function':
      return []
  }
}

interface Read {
  /** What has to be done first. */
  readonly steps: Step[]
  /** What is left of the expression: calls have become local variables. */
  readonly expression: Expression
}

function readExpression(scope: Scope, expression: Expression): Read {
  const steps: Step[] = []
  return { expression: hoist(scope, expression, steps), steps }
}

function assign(scope: Scope, { name, value, span }: Extract<Statement, { kind: 'assign' }>): Step[] {
  const { steps, expression } = readExpression(scope, value)
  return [...steps, flowStep({ kind: 'set', name, value: valueIn(scope, expression, true) }, span)]
}

function choose(scope: Scope, { test, yes, no, span }: Extract<Statement, { kind: 'if' }>): Step[] {
  const { steps, expression } = readExpression(scope, test)
  const flow: Flow = {
    kind: 'choice',
    test: valueIn(scope, expression, false),
    yes: stepsIn(scope, yes),
    no: stepsIn(scope, no),
    span: test.span,
  }
  return [...steps, flowStep(flow, span)]
}
