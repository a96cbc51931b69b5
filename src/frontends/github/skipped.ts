import { isConstant } from '../pipelines/asking'
import type { Condition, Job, Need, Trigger } from '../pipelines/pipeline'
import type { ReadCondition } from './conditions'

/** A job with the condition that it has. */
interface Asking {
  readonly job: Job
  readonly condition: ReadCondition
}

/**
 * Jobs as they are, where `if: !failure()` lets one run although a job that it needs was left out: what is skipped has not
 * failed. https://docs.github.com/actions/reference/workflows-and-actions/expressions#status-check-functions
 */
export function withSkipped(all: readonly Asking[], triggers: readonly Trigger[]): Job[] {
  const jobs = new Map(all.map(asking => [asking.job.id, asking]))
  const room = { left: mostAsked }
  return all.map(({ job, condition }) => {
    const events = triggers
      .map(({ event }) => event)
      .filter(event => condition.condition.events?.includes(event) ?? true)
    const needs = job.needs.map((need): Need => {
      if (need.regardless !== null) return need
      const run = { events, asks: condition.asks, room }
      const isOpen =
        (condition.passesSkipped(need.job) && maySkip(jobs, need.job, run, new Set())) ||
        (condition.passesCutOff(need.job) && mayBeCutOff(jobs, need.job))
      if (!isOpen) return need
      return { ...need, regardless: `${shownCondition(condition.condition)}, also where it was skipped` }
    })
    return { ...job, needs }
  })
}

/** What a condition says, to be read in a sentence. */
export function shownCondition({ span }: Condition): string {
  const text = span.file.text.slice(span.start, span.end)
  return `\`if: ${text.replace(/\s+/g, ' ').replaceAll('`', "'").slice(0, 60)}\``
}

const mostAsked = 200_000

interface Run {
  readonly events: readonly Trigger['event'][]
  /** What is known to hold, since the job that waits asks for it too. */
  readonly asks: ReadonlySet<string>
  /** How many jobs of the file may still be looked at. */
  readonly room: { left: number }
}

// What needs one that fails is skipped, unless it runs whatever came of that.
function mayBeCutOff(jobs: ReadonlyMap<string, Asking>, id: string): boolean {
  const found = jobs.get(id)
  return found?.job.needs.some(({ regardless }) => regardless === null) ?? false
}

// Where there is no room left, it may.
function maySkip(jobs: ReadonlyMap<string, Asking>, id: string, run: Run, seen: Set<string>): boolean {
  const found = jobs.get(id)
  if (!found || seen.has(id)) return false
  run.room.left -= 1
  if (run.room.left < 0) return true
  seen.add(id)
  const { job, condition } = found
  const { test, after } = condition.condition
  const isAsked = test !== null && !isConstant(test, true) && ![...condition.asks].every(a => run.asks.has(a))
  if (after === 'failure' || (isAsked && !run.events.every(condition.holdsOn))) return true
  // What waits for one that was skipped is skipped too.
  return job.needs.some(need => !condition.passesSkipped(need.job) && maySkip(jobs, need.job, run, seen))
}
