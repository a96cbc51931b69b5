import { constant, type Files, mixOf, type Span, type Value } from '../../program'
import type { Condition, Job, Need, Pipeline, Trigger, Variables } from '../pipelines/pipeline'
import { onSuccess, shown } from '../pipelines/scripts'
import {
  booleanOf,
  type Entry,
  entriesOf,
  itemsOf,
  keyAt,
  type Tree,
  textOf,
  valueAt,
} from '../pipelines/yaml'
import { conditionOf } from './conditions'
import { stepsOf } from './steps'

/** The jobs of a bundle as pipelines, those among them that a target adds or changes. */
export function readBundle(tree: Tree, others: Files): readonly Pipeline[] {
  const targets = entriesOf(valueAt(tree, 'targets'))
  const holders = [tree, ...targets.map(({ value }) => value)]
  const variables = new Map([['bundle_target', targetOf(targets)]])
  const jobs = holders.flatMap(holder => entriesOf(valueAt(holder, 'resources', 'jobs')))
  return jobs.flatMap((job, i) =>
    itemsOf(valueAt(job.value, 'tasks')).length > 0 ? [readJob(job, i, variables, others)] : [],
  )
}

// What `${bundle.target}` stands for: where one is meant for production, that one counts.
function targetOf(targets: readonly Entry[]): Value {
  const productive = targets.filter(({ value }) => textOf(valueAt(value, 'mode')) === 'production')
  return mixOf((productive.length > 0 ? productive : targets).map(({ key }) => constant(key)))
}

function readJob({ key, at, value }: Entry, index: number, variables: Variables, others: Files): Pipeline {
  const { file } = value.reader
  const name = `${file.path}#${key}${index > 0 ? `/${index}` : ''}`
  const tasks = itemsOf(valueAt(value, 'tasks'))
  return {
    label: textOf(valueAt(value, 'name'))?.includes('${') ? key : (textOf(valueAt(value, 'name')) ?? key),
    file,
    span: at,
    name,
    triggers: [triggerOf(value, at)],
    variables,
    jobs: tasks.map((task, i) => readTask(task, i, tasks, others)),
    inputs: new Map(),
    inert: null,
  }
}

function triggerOf(job: Tree, at: Span): Trigger {
  const timed = ['schedule', 'trigger', 'continuous'].find(word => valueAt(job, word) !== null)
  return timed === undefined
    ? { event: 'other', says: 'when it is asked to', span: at }
    : { event: 'schedule', says: `by itself (\`${timed}\`)`, span: keyAt(job, timed) }
}

function keyOf(task: Tree, index: number): string {
  return textOf(valueAt(task, 'task_key')) ?? `task ${index + 1}`
}

function readTask(task: Tree, index: number, tasks: readonly Tree[], others: Files): Job {
  const id = keyOf(task, index)
  return {
    id,
    label: id,
    span: valueAt(task, 'task_key')?.span ?? task.span,
    needs: needsOf(task, tasks),
    condition: askedBefore(task, tasks),
    gates: [],
    variables: new Map(),
    directory: '',
    steps: stepsOf(valueAt(task, 'for_each_task', 'task') ?? task, others),
    tolerates: null,
  }
}

function needsOf(task: Tree, tasks: readonly Tree[]): readonly Need[] {
  const waits = itemsOf(valueAt(task, 'depends_on'))
  const why = whyRegardless(task, waits.length)
  return waits.flatMap(wait => {
    const job = textOf(valueAt(wait, 'task_key'))
    const known = job !== null && tasks.some((other, i) => keyOf(other, i) === job)
    return known ? [{ job, regardless: why ?? aroundLoop(tasks, job), span: wait.span }] : []
  })
}

// What runs once for each of several inputs may run for none.
function aroundLoop(tasks: readonly Tree[], key: string): string | null {
  const task = tasks.find((other, i) => keyOf(other, i) === key)
  return task && valueAt(task, 'for_each_task') ? '`for_each_task` may have nothing to run for' : null
}

// https://docs.databricks.com/aws/en/jobs/run-if
function whyRegardless(task: Tree, waits: number): string | null {
  const rule = textOf(valueAt(task, 'run_if'))
  if (rule === null || rule === 'ALL_SUCCESS' || (rule === 'AT_LEAST_ONE_SUCCESS' && waits === 1)) return null
  return `\`run_if: ${shown(rule)}\``
}

/** What the conditions say that a task waits for, and those that the ones before it wait for. */
function askedBefore(task: Tree, tasks: readonly Tree[]): Condition {
  const tests: Value[] = []
  const queue = [task]
  const seen = new Set<string>()
  for (const at of queue) {
    const waits = itemsOf(valueAt(at, 'depends_on'))
    if (whyRegardless(at, waits.length) !== null) continue
    for (const wait of waits) {
      const key = textOf(valueAt(wait, 'task_key'))
      const before = tasks.find((other, i) => keyOf(other, i) === key)
      if (!before || key === null) continue
      const outcome = booleanOf(valueAt(wait, 'outcome'))
      const test = outcome === null ? null : conditionOf(before, outcome)
      if (test) tests.push(test)
      if (!seen.has(key)) queue.push(before)
      seen.add(key)
    }
  }
  const [first, ...rest] = tests
  const { span } = task
  const test = first && rest.length > 0 ? joined([first, ...rest], span) : (first ?? null)
  return { ...onSuccess(span), test }
}

function joined(operands: readonly Value[], span: Span): Value {
  return { kind: 'operation', operator: 'and', operands, span }
}
