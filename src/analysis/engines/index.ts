import type { Call, Program, Unit, Value } from '../../program'
import { replaceCalls } from '../commands/replace'
import type { Linked } from '../linked'
import { deferredIn } from './runs'
import { preparing } from './tasks'
import { unitsOf } from './units'
import { findWorkflows, type Workflows } from './workflows'

/**
 * The program with the pipelines of workflow engines in it: each task is a job that runs what it was made to run, after
 * those that come before it. Where a task is made, nothing of that runs any more.
 */
export function withWorkflows(linked: Linked): Program {
  const found = linked.knowledge.engines.flatMap(engine => findWorkflows(linked, engine) ?? [])
  if (found.length === 0) return linked.program
  const units = new Map(linked.program.units)
  const changes = new Map<Unit, Set<Call>>()
  for (const workflows of found) {
    for (const unit of unitsOf(workflows)) units.set(unit.name, unit)
    noteMade(workflows, changes)
  }
  for (const [unit, own] of changes)
    units.set(
      unit.name,
      replaceCalls(unit, (call, before) => (own.has(before) ? { ...call, callee: made } : call)),
    )
  return { ...linked.program, units }
}

// An observer: it calls none of the functions that it is given.
const made: Value = { kind: 'name', name: 'pipeline.task', from: null, dots: 0 }

function noteMade(workflows: Workflows, changes: Map<Unit, Set<Call>>): void {
  const note = (unit: Unit, call: Call): void => {
    changes.set(unit, (changes.get(unit) ?? new Set()).add(call))
  }
  for (const task of workflows.tasks.values()) {
    for (const { unit, call } of [task.site, ...task.inner]) note(unit, call)
    for (const call of [deferredIn(workflows, task), ...preparing(task)]) {
      const at = call && workflows.linked.sites.find(site => site.call === call)
      if (at) note(at.unit, at.call)
    }
  }
}
