import { type Argument, constant, type Span, type Value } from '../../program'
import { addCall, addEdge, addFact, type Builder, newBlock, seal } from '../builder'
import type { Condition, Gate, Pipeline, Trigger } from './pipeline'

/** A word of the vocabulary that every CI system shares; the catalogue says what it shows. */
export function pipelineName(word: 'trigger' | Gate['kind']): Value {
  return { kind: 'name', name: `pipeline.${word}`, from: null, dots: 0 }
}

export function argument(name: string | null, value: Value, span: Span): Argument {
  return { name, value, span }
}

/** Whether a condition is this and cannot be anything else. */
export function isConstant(value: Value | null, wanted: boolean): boolean {
  return value?.kind === 'constant' && Boolean(value.value) === wanted
}

/** Whether a condition can hold on an event. */
export function canHold(condition: Condition, event: Trigger['event']): boolean {
  if (isConstant(condition.test, false)) return false
  return condition.events === null || condition.events.includes(event)
}

/** Starts by what starts a pipeline, or all that leads to one of its steps. */
export function passTrigger(builder: Builder, { event, says, span }: Trigger): void {
  addFact(builder, {
    kind: 'call',
    callee: pipelineName('trigger'),
    arguments: [argument('event', constant(event), span), argument('says', constant(says), span)],
    span,
    name: span,
  })
}

/** Asks, and goes on where it holds. Gives the block from which the way past leads; `null` where no test is made. */
export function askFor(builder: Builder, { test, span }: Pick<Condition, 'test' | 'span'>): number | null {
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

/** Stands at a gate until it opens. */
export function passGate(builder: Builder, gate: Gate): void {
  const asks = gate.asks === undefined ? [] : [argument('asks', constant(gate.asks), gate.span)]
  const args = [
    argument('name', gate.name, gate.span),
    argument('says', constant(gate.says), gate.span),
    ...asks,
  ]
  addCall(builder, pipelineName(gate.kind), args, gate.span, gate.span)
}

/** The name of the unit of a job. */
export function jobName(pipeline: Pipeline, id: string): string {
  return `${pipeline.name}:${id}`
}
