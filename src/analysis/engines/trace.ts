import type { Call, Mix, Value } from '../../program'
import { partsOf } from '../guards/parts'
import { argumentsFor, givenBack, itemsOf, referentsOf } from '../resolve'
import { isEachInTurn } from './certainty'
import type { Task } from './tasks'
import type { Group, Workflows } from './workflows'

/** What is put into an order: a task, or a group of them. */
export type Node = { readonly task: Task } | { readonly group: Group }

/** Something that a value stands for, and whether it stands for that in each run. */
export interface Traced {
  readonly node: Node
  readonly sure: boolean
  /** Whether it is made once for each of several items, of which there may be none. */
  readonly each: boolean
}

const deepest = 12
const mostFound = 200

/** The tasks and groups that a value stands for. */
export function traced(workflows: Workflows, value: Value, depth = 0): readonly Traced[] {
  if (depth > deepest) return []
  const inner = (v: Value): readonly Traced[] => traced(workflows, v, depth + 1)
  switch (value.kind) {
    case 'result':
      return ofCall(workflows, value.call, depth)
    case 'variable': {
      const bound = workflows.linked.program.units.get(value.unit)?.bound.get(value.name) ?? []
      return oneOf(bound.map(inner))
    }
    case 'mix':
      return oneOf(waysOf(value).map(inner))
    case 'parameter': {
      const unit = workflows.linked.program.units.get(value.unit)
      return unit ? oneOf(argumentsFor(workflows.linked, unit, value.index).map(inner)) : []
    }
    case 'collection': {
      const found = value.items.flatMap(inner).slice(0, mostFound)
      return value.each === undefined ? found : found.map(one => ({ ...one, each: true }))
    }
    case 'operation':
      // `a >> b` gives `b`.
      return value.operands.length === 2 && /^(>>|<<)$/.test(value.operator)
        ? value.operands.slice(1).flatMap(inner)
        : []
    case 'field':
      return inner(value.of)
    case 'item': {
      const written = itemsOf(value.of, value.key)
      if (!written) return inner(value.of)
      if (isEachInTurn(workflows.linked.program, value)) return written.flatMap(inner).slice(0, mostFound)
      return value.key.kind === 'constant' ? oneOf(written.map(inner)) : unsure(written.flatMap(inner))
    }
    default:
      return []
  }
}

// In a loop a value may be a mix of itself and nothing else.
function waysOf(mix: Mix): readonly Value[] {
  const seen = new Set<Value>([mix])
  for (const value of seen) if (value.kind === 'mix') for (const way of value.of) seen.add(way)
  return [...seen].filter(value => value.kind !== 'mix')
}

// Of several values it is one, and which one is not known.
function oneOf(each: readonly (readonly Traced[])[]): readonly Traced[] {
  return each.length === 1 ? (each[0] ?? []) : unsure(each.flat())
}

function unsure(found: readonly Traced[]): readonly Traced[] {
  return found.slice(0, mostFound).map(one => ({ ...one, sure: false }))
}

function ofCall(workflows: Workflows, call: Call, depth: number): readonly Traced[] {
  const { tasks, made, groups, labelled, linked } = workflows
  const task = tasks.get(call)
  if (task) return [{ node: { task }, sure: true, each: false }]
  const group = groups.get(call)
  if (group) return [{ node: { group }, sure: true, each: false }]
  const inside = made.get(call)
  if (inside) return inside.map(one => ({ node: { task: one }, sure: true, each: false }))
  // What comes after a label comes after what stands before it.
  const before = labelled.get(call)
  if (before) return traced(workflows, before, depth + 1)
  const { callee } = call
  // `task.after(other)`, `task.set_display_name("…")` give the task back.
  const on = callee.kind === 'field' ? traced(workflows, callee.of, depth + 1) : []
  if (on.length > 0) return on
  const units = referentsOf(linked, callee).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
  return oneOf(units.map(unit => oneOf(givenBack(linked, unit).map(v => traced(workflows, v, depth + 1)))))
}

/** The tasks whose results a value is put together from. */
export function tasksIn(workflows: Workflows, value: Value): readonly Traced[] {
  // Of what is made once for each item there may be none.
  const isOne = (part: Value): boolean =>
    part.kind === 'result' || (part.kind === 'collection' && part.each !== undefined)
  const isTask = (part: Value): boolean =>
    part.kind === 'mix' || (isOne(part) && traced(workflows, part).length > 0)
  return partsOf(value, isTask).flatMap(part =>
    isTask(part) || part.kind === 'variable' || part.kind === 'parameter' ? traced(workflows, part) : [],
  )
}
