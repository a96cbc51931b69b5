import { type Call, constant, type Span, type Value } from '../../program'
import type { EngineRule } from '../../rules/engine-schema'
import type { CallSite } from '../linked'
import { givenBack, referentsOf } from '../resolve'
import { fieldOfTuple } from '../tuples'
import { argumentOf, isNamed, textOf } from './names'
import { runOf } from './runs'
import { makingOf, preparing, type Task } from './tasks'
import { isInside, managerIn, type Workflows } from './workflows'

/** Something that has to turn out so before a task starts. */
export interface Gate {
  readonly value: Value
  readonly outcome: boolean
  readonly span: Span
}

/** What a task right before another one lets through: by naming it, or by being true. */
export function gateBetween(workflows: Workflows, first: Task, then: Task): Gate | null {
  const { lets } = first.rule
  if (lets === undefined || lets === 'answer') return null
  const { span } = makingOf(first)
  const result: Value = { kind: 'result', call: runOf(workflows, first) }
  if (lets === 'true') return { value: result, outcome: true, span }
  if (lets === 'passed') return { value: { kind: 'field', of: result, name: 'passed' }, outcome: true, span }
  const names = namesFor(workflows, then).map(constant)
  const operands: Value[] = [result, { kind: 'collection', items: names }]
  return names.length === 0
    ? null
    : { value: { kind: 'operation', operator: 'in', operands, span }, outcome: true, span }
}

/** What a task is called. */
export function nameOfTask({ linked }: Workflows, task: Task): string | null {
  const { rule, unit, site } = task
  const making = makingOf(task)
  const prepared = preparing(task).flatMap(call => call.arguments)
  const decorator = unit?.decorators.find(one => one.kind === 'result')
  const settings = decorator?.kind === 'result' ? decorator.call.arguments : []
  for (const args of [unit ? [] : making.arguments, site.call.arguments, prepared, settings]) {
    const given = textOf(linked, argumentOf(linked, args, rule.parameters, rule.name))
    if (given !== null) return given
  }
  return unit ? unit.label.slice(unit.label.lastIndexOf('.') + 1) : null
}

const mostGroups = 200

// A group stands in front of the names of what it holds, and may be named in place of them.
function namesFor(workflows: Workflows, task: Task): readonly string[] {
  const name = nameOfTask(workflows, task)
  const all = workflows.groups.size > mostGroups ? [] : [...workflows.groups.values()]
  const around = all.filter(group => group.members.includes(task))
  const groups = around.flatMap(group => (group.name === null ? [] : [group.name]))
  return name === null ? groups : [name, ...groups, ...groups.map(group => `${group}.${name}`)]
}

/** What the contexts around a task ask: `with dsl.If(…):`. */
export function contextGates(workflows: Workflows, task: Task): readonly Gate[] {
  const { span } = task.site.call
  const around = (workflows.entered.get(span.file.path) ?? []).filter(site =>
    isInside(span, site.call.during),
  )
  return around.flatMap(site => {
    const manager = managerIn(site)
    return manager ? gatesOf(workflows, manager, site.call) : []
  })
}

function gatesOf(workflows: Workflows, manager: Call, entering: Call): readonly Gate[] {
  const rule = conditionRule(workflows, manager)
  if (!rule) return []
  const own = rule.is === 'else' ? [] : asked(workflows, manager, true)
  return rule.is === 'if' ? own : [...own, ...refused(workflows, entering)]
}

function conditionRule(
  { linked, engine }: Workflows,
  call: Call,
): EngineRule['conditions'][number] | undefined {
  return engine.conditions.find(one => isNamed(linked, engine, call.callee, one.call))
}

function asked(workflows: Workflows, call: Call, outcome: boolean): readonly Gate[] {
  const rule = conditionRule(workflows, call)
  const value = rule && argumentOf(workflows.linked, call.arguments, rule.parameters, rule.asks)
  return value ? [{ value: asResult(workflows, value), outcome, span: call.span }] : []
}

// The conditions right before an `Elif` or `Else`, from the `If` on.
function refused(workflows: Workflows, entering: Call): readonly Gate[] {
  const { start, file } = entering.span
  const ended = (workflows.entered.get(file.path) ?? []).filter(
    one => (one.call.during?.end ?? start) < start,
  )
  const before = outermost(ended).reverse()
  const found: Gate[] = []
  let end = start
  for (const site of before) {
    const manager = managerIn(site)
    const rule = manager && conditionRule(workflows, manager)
    if (!manager || !rule || rule.is === 'else' || !isNext(site.call, end)) continue
    found.push(...asked(workflows, manager, false))
    if (rule.is === 'if') return found
    end = site.call.span.start
  }
  return []
}

// Those that stand inside of another one are of no concern behind that; in their order in the file.
function outermost(sites: readonly CallSite[]): CallSite[] {
  let end = -1
  return [...sites]
    .sort((a, b) => a.call.span.start - b.call.span.start)
    .filter(({ call }) => {
      if (call.span.start < end) return false
      end = call.during?.end ?? end
      return true
    })
}

// Nothing but `with`, blanks and comments stands between the end of one context and the next.
function isNext({ during }: Call, start: number): boolean {
  if (during === undefined) return false
  const between = during.file.text.slice(during.end, start)
  return between.replace(/#[^\n]*/g, '').trim() === 'with'
}

/** A value in which the outputs of tasks are what their functions give back. */
export function asResult(workflows: Workflows, value: Value, depth = 0): Value {
  const inner = (v: Value): Value => asResult(workflows, v, depth + 1)
  const { outputs } = workflows.engine
  if (!outputs || depth > 6) return value
  if (value.kind === 'operation') {
    const operands = value.operands.map(inner)
    // A number is asked for its name, which the function knows that works it out.
    const named = /^[<>]=?$/.test(value.operator) ? operands.map(one => spelledOut(workflows, one)) : operands
    return { ...value, operands: named }
  }
  if (value.kind === 'field' && outputs.only.includes(value.name))
    return outputOf(workflows, value.of) ?? value
  if (value.kind !== 'item' || value.of.kind !== 'field' || !outputs.named.includes(value.of.name))
    return value
  const result = outputOf(workflows, value.of.of)
  const name = value.key.kind === 'constant' ? String(value.key.value) : null
  if (!result || name === null) return value
  return name === 'Output' ? result : { kind: 'field', of: result, name }
}

function spelledOut({ linked }: Workflows, value: Value): Value {
  const result = value.kind === 'field' ? value.of : value
  if (result.kind !== 'result') return value
  const units = referentsOf(linked, result.call.callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
  const [only, second] = units.flatMap(unit => givenBack(linked, unit))
  if (!only || second) return value
  if (value.kind !== 'field') return only
  return (only.kind === 'result' ? fieldOfTuple(linked, only.call, value.name) : null) ?? value
}

function outputOf(workflows: Workflows, value: Value): Value | null {
  const call = value.kind === 'result' ? innermost(workflows, value.call) : null
  const task = call && workflows.tasks.get(call)
  return task ? { kind: 'result', call: runOf(workflows, task) } : null
}

// `evaluate(…).after(train).output`
function innermost({ tasks }: Workflows, call: Call): Call {
  let at = call
  for (let depth = 0; depth < 12 && !tasks.has(at); depth += 1) {
    if (at.callee.kind !== 'field' || at.callee.of.kind !== 'result') return at
    at = at.callee.of.call
  }
  return at
}
