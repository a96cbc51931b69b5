import type { Call, Value } from '../../program'
import type { EngineRule } from '../../rules/engine-schema'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { itemsOf, referentsOf } from '../resolve'
import { nameOfTask } from './gates'
import { argumentOf, decoratorOf, textOf } from './names'
import type { Task } from './tasks'
import type { Workflows } from './workflows'

/** Functions that are tasks where they are defined. */
export function definedTasks(linked: Linked, engine: EngineRule): readonly Task[] {
  const rules = engine.tasks.filter(rule => rule.defined)
  if (rules.length === 0) return []
  return [...linked.program.units.values()].flatMap(unit => {
    const rule =
      unit.decorators.length > 0 && rules.find(one => decoratorOf(linked, engine, unit, one.decorates))
    const holder = linked.program.units.get(unit.file.path)
    if (!rule || !holder) return []
    const { span } = unit
    const call: Call = {
      kind: 'call',
      callee: { kind: 'function', unit: unit.name },
      arguments: [],
      span,
      name: span,
    }
    return [{ engine, rule, site: { unit: holder, block: 0, call }, inner: [], unit }]
  })
}

type Names = ReadonlyMap<Task, string | null>

interface Pair {
  readonly first: Task
  readonly second: Task
}

/** How defined tasks are ordered: by their parameters, by what they name, and by the checks that stand between them. */
export function definedOrder(workflows: Workflows): readonly Pair[] {
  const tasks = [...workflows.tasks.values()].filter(task => task.rule.defined)
  const names = new Map(tasks.map(task => [task, nameOfTask(workflows, task)]))
  const plain = new Map([...names].filter(([task]) => !task.rule.checks))
  const pairs = [...plain.keys()].flatMap(second =>
    before(workflows, plain, second).map((first): Pair => ({ first, second })),
  )
  const checks = tasks.flatMap(check => {
    const of = blockedBy(workflows, plain, check)
    return pairs
      .filter(({ first }) => of.includes(first))
      .map(({ second }): Pair => ({ first: check, second }))
  })
  return [...pairs, ...checks]
}

function before(workflows: Workflows, tasks: Names, task: Task): readonly Task[] {
  const { linked, engine } = workflows
  const { order } = engine
  const settings = settingsOf(workflows, task)
  const named = (order?.arguments ?? []).flatMap(name => {
    const value = settings && argumentOf(linked, settings.arguments, [], name)
    return value ? meant(workflows, tasks, value) : []
  })
  const names = order?.parameters ? (task.unit?.parameters ?? []).map(parameter => parameter.name) : []
  const given =
    names.length === 0 ? [] : [...tasks].flatMap(([one, name]) => (names.includes(name ?? '') ? [one] : []))
  return [...new Set([...named, ...given])].filter(one => one !== task)
}

function settingsOf({ linked, engine }: Workflows, { unit, rule }: Task): Call | null {
  return (unit && decoratorOf(linked, engine, unit, rule.decorates)?.call) ?? null
}

// `deps=[train, "features"]`
function meant(workflows: Workflows, tasks: Names, value: Value): readonly Task[] {
  const { linked } = workflows
  const items = itemsOf(value, { kind: 'unknown' }) ?? [value]
  return items.flatMap(item => {
    const units = referentsOf(linked, item).flatMap(r => (r.kind === 'unit' ? [r.unit] : []))
    const first = item.kind === 'result' ? (item.call.arguments[0]?.value ?? item) : item
    const text = textOf(linked, first)
    return [...tasks].flatMap(([task, name]) =>
      (task.unit !== null && units.includes(task.unit)) || name === text ? [task] : [],
    )
  })
}

// The tasks behind which nothing goes on unless a check has passed.
function blockedBy(workflows: Workflows, tasks: Names, check: Task): readonly Task[] {
  const { linked } = workflows
  const { checks } = check.rule
  const settings = checks && settingsOf(workflows, check)
  if (!checks || !settings || !check.unit) return []
  const blocking = argumentOf(linked, settings.arguments, [], checks.blocking)
  const { values, complete } = blocking ? possibleLiterals(linked, blocking) : { values: [], complete: false }
  const { file, start, end } = check.unit.span
  const text = file.text.slice(start, end)
  if (!complete || values.some(value => value !== true) || values.length === 0) return []
  if (checks.tolerates.some(word => text.includes(word))) return []
  const of = argumentOf(linked, settings.arguments, [], checks.of)
  return of ? meant(workflows, tasks, of) : []
}
