import { constant, type Operation, type Value } from '../../program'
import { possibleLiterals } from '../possible'
import type { Gate } from './gates'
import { argumentOf, isNamed } from './names'
import { makingOf, type Task } from './tasks'
import { traced } from './trace'
import type { Workflows } from './workflows'

const deepest = 8
const mostTasks = 400

/** What the tasks ask that choose between others: `ConditionStep(conditions=…, if_steps=[deploy])`. */
export function branchGates(workflows: Workflows, task: Task, depth = 0): readonly Gate[] {
  if (
    workflows.engine.branches.length === 0 ||
    workflows.tasks.size > mostTasks ||
    depth > deepest ||
    alwaysRuns(workflows, task)
  )
    return []
  const chosen = [...workflows.tasks.values()].flatMap(other => choiceOf(workflows, other, task))
  const [only, second] = chosen
  // Where two of them may run it, either is enough.
  if (!only || second) return []
  return [...only.gates, ...branchGates(workflows, only.by, depth + 1)]
}

function choiceOf(
  workflows: Workflows,
  by: Task,
  task: Task,
): readonly { readonly by: Task; readonly gates: readonly Gate[] }[] {
  const { linked, engine } = workflows
  const call = makingOf(by)
  const rule = engine.branches.find(one => isNamed(linked, engine, call.callee, one.call))
  if (!rule) return []
  const [met, unmet] = [rule.met, rule.unmet].map(name =>
    lists(workflows, argumentOf(linked, call.arguments, rule.parameters, name), task),
  )
  if (!met && !unmet) return []
  const conditions = argumentOf(linked, call.arguments, rule.parameters, rule.asks)
  return [{ by, gates: met === unmet ? [] : conditionsIn(workflows, conditions, met === true) }]
}

function lists(workflows: Workflows, list: Value | null, task: Task): boolean {
  return list !== null && traced(workflows, list).some(({ node }) => 'task' in node && node.task === task)
}

// What the pipeline lists itself runs whatever the choice was.
function alwaysRuns(workflows: Workflows, task: Task): boolean {
  return workflows.pipelines.some(({ rule, call }) => {
    const steps = call && argumentOf(workflows.linked, call.arguments, rule.parameters, rule.steps)
    return lists(workflows, steps, task)
  })
}

// All of several conditions hold; where they do not, which of them failed is not known.
function conditionsIn(workflows: Workflows, list: Value | null, outcome: boolean): readonly Gate[] {
  const items = list?.kind === 'collection' && list.each === undefined ? list.items : []
  const gates = items.flatMap((item): readonly Gate[] => {
    const value = comparisonOf(workflows, item)
    return value ? [{ value, outcome, span: value.span }] : []
  })
  return outcome || items.length === 1 ? gates : []
}

/** A call that stands for a comparison as the comparison. */
function comparisonOf(workflows: Workflows, value: Value, depth = 0): Operation | null {
  const { linked, engine } = workflows
  if (depth > deepest) return null
  if (value.kind === 'variable') {
    const [only, second] = linked.program.units.get(value.unit)?.bound.get(value.name) ?? []
    return only && !second ? comparisonOf(workflows, only, depth + 1) : null
  }
  if (value.kind !== 'result') return null
  const { call } = value
  const rule = engine.comparisons.find(one => isNamed(linked, engine, call.callee, one.call))
  if (!rule) return null
  const given = rule.operands.map(name => argumentOf(linked, call.arguments, rule.parameters, name))
  const operands = given.flatMap((one): Value[] => (one ? [one] : []))
  const [first] = operands
  if (!first || operands.length !== rule.operands.length) return null
  const joins = rule.operator === 'not' || rule.operator === 'or'
  const parts = first.kind === 'collection' && joins ? first.items : operands
  const inner = parts.map(part =>
    joins ? comparisonOf(workflows, part, depth + 1) : readIn(workflows, part),
  )
  if (inner.includes(null)) return null
  const { operator } = rule
  return { kind: 'operation', operator, operands: inner.map(one => one ?? first), span: call.span }
}

// A call that reads a number stands for that number by its name.
function readIn({ linked, engine }: Workflows, value: Value): Value {
  if (value.kind !== 'result') return value
  const { call } = value
  const rule = engine.reads.find(one => isNamed(linked, engine, call.callee, one.call))
  if (!rule) return value
  const path = argumentOf(linked, call.arguments, rule.parameters, rule.key)
  const [key] = path ? possibleLiterals(linked, path).values : []
  return { kind: 'item', of: { kind: 'unknown' }, key: constant(String(key ?? '')) }
}
