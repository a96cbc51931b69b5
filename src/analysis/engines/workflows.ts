import type { Call, Span, Unit, Value } from '../../program'
import type { EngineRule, PipelineRule } from '../../rules/engine-schema'
import type { CallSite, Linked } from '../linked'
import { callersOf } from '../resolve'
import { argumentOf, decoratorOf, isNamed, textOf } from './names'
import { callsNamed, filesOf, findTasks, type Task } from './tasks'

/** What makes a pipeline of tasks: a call, or a function under a decorator. */
export interface Pipeline {
  readonly rule: PipelineRule
  readonly unit: Unit
  /** The call with its settings; `null` where it has none. */
  readonly call: Call | null
  readonly span: Span
  readonly label: string
  /** The code whose tasks are its own. */
  readonly during: Span | null
}

/** Tasks that are ordered as one. */
export interface Group {
  readonly name: string | null
  readonly members: readonly Task[]
}

/** All that a program says to one engine. */
export interface Workflows {
  readonly linked: Linked
  readonly engine: EngineRule
  readonly files: ReadonlySet<string>
  readonly tasks: ReadonlyMap<Call, Task>
  /** By the calls inside of functions that make tasks: the tasks. */
  readonly made: ReadonlyMap<Call, readonly Task[]>
  readonly groups: ReadonlyMap<Call, Group>
  /** By labels that stand between two tasks: what stands before them. */
  readonly labelled: ReadonlyMap<Call, Value>
  readonly pipelines: readonly Pipeline[]
  /** Contexts that are entered, by file. */
  readonly entered: ReadonlyMap<string, readonly CallSite[]>
}

/** The tasks of an engine with what holds them; `null` where there are none. */
export function findWorkflows(linked: Linked, engine: EngineRule): Workflows | null {
  const tasks = findTasks(linked, engine)
  if (tasks.size === 0) return null
  const files = filesOf(linked, engine)
  const entered = enteredIn(linked, files)
  const made = new Map<Call, Task[]>()
  for (const task of tasks.values())
    for (const { call } of task.inner) made.set(call, [...(made.get(call) ?? []), task])
  const pipelines = findPipelines(linked, engine, files, entered)
  const groups = findGroups(linked, engine, files, entered, tasks)
  const labelled = labelledIn(linked, engine, files)
  return { linked, engine, files, tasks, made, groups, labelled, pipelines, entered }
}

// `check >> Label("good") >> promote`
function labelledIn(
  linked: Linked,
  engine: EngineRule,
  files: ReadonlySet<string>,
): ReadonlyMap<Call, Value> {
  const found = new Map<Call, Value>()
  for (const { unit, call } of engine.order?.labels.length ? linked.sites : []) {
    const shift = files.has(unit.file.path) ? shiftOf(call) : null
    if (shift && isLabel(linked, engine, shift.second)) found.set(shift.second.call, shift.first)
  }
  return found
}

/** What an arrow between tasks leads from and to. */
export function shiftOf({ callee, arguments: args }: Call): { first: Value; second: Value } | null {
  const [left, right] = args
  if (callee.kind !== 'name' || callee.from !== null || !left || !right) return null
  if (callee.name === 'operator.rshift') return { first: left.value, second: right.value }
  return callee.name === 'operator.lshift' ? { first: right.value, second: left.value } : null
}

/** Whether a value only says why one task comes after another one. */
export function isLabel(
  linked: Linked,
  engine: EngineRule,
  value: Value,
): value is Extract<Value, { kind: 'result' }> {
  return value.kind === 'result' && isNamed(linked, engine, value.call.callee, engine.order?.labels ?? [])
}

function enteredIn(linked: Linked, files: ReadonlySet<string>): ReadonlyMap<string, readonly CallSite[]> {
  const found = new Map<string, CallSite[]>()
  for (const site of linked.sites) {
    const { path } = site.unit.file
    if (site.call.during && files.has(path)) found.set(path, [...(found.get(path) ?? []), site])
  }
  return found
}

/** The call whose result is entered. */
export function managerIn({ call: { callee } }: CallSite): Call | null {
  return callee.kind === 'field' && callee.of.kind === 'result' ? callee.of.call : null
}

/** Whether a piece of code stands inside of another one. */
export function isInside(span: Span, outer: Span | null | undefined): boolean {
  return outer?.file.path === span.file.path && outer.start <= span.start && span.end <= outer.end
}

function duringOf(entered: Workflows['entered'], { unit, call }: CallSite): Span | null {
  const site = entered.get(unit.file.path)?.find(one => managerIn(one) === call)
  return site?.call.during ?? null
}

function findPipelines(
  linked: Linked,
  engine: EngineRule,
  files: ReadonlySet<string>,
  entered: Workflows['entered'],
): readonly Pipeline[] {
  return engine.pipelines.flatMap(rule => [
    ...callsNamed(linked, engine, files, rule.call).map((site): Pipeline => {
      const label = labelOf(linked, rule, site.call) ?? site.unit.file.path
      const during = duringOf(entered, site)
      return { rule, unit: site.unit, call: site.call, span: site.call.span, label, during }
    }),
    ...decoratedUnits(linked, engine, rule.decorates).map(({ unit, call }): Pipeline => {
      const label = (call && labelOf(linked, rule, call)) ?? unit.label
      return { rule, unit, call, span: unit.span, label, during: unit.span }
    }),
  ])
}

function labelOf(linked: Linked, { name, parameters }: PipelineRule, call: Call): string | null {
  return textOf(linked, argumentOf(linked, call.arguments, parameters, name))
}

function decoratedUnits(
  linked: Linked,
  engine: EngineRule,
  wanted: readonly string[],
): { readonly unit: Unit; readonly call: Call | null }[] {
  return [...linked.program.units.values()].flatMap(unit => {
    const decorator = unit.decorators.length > 0 ? decoratorOf(linked, engine, unit, wanted) : null
    return decorator ? [{ unit, call: decorator.call }] : []
  })
}

function findGroups(
  linked: Linked,
  engine: EngineRule,
  files: ReadonlySet<string>,
  entered: Workflows['entered'],
  tasks: ReadonlyMap<Call, Task>,
): ReadonlyMap<Call, Group> {
  const groups = new Map<Call, Group>()
  for (const rule of engine.groups) {
    for (const site of callsNamed(linked, engine, files, rule.call)) {
      const during = duringOf(entered, site)
      const members = [...tasks.values()].filter(task => isInside(task.site.call.span, during))
      const name = textOf(linked, argumentOf(linked, site.call.arguments, rule.parameters, rule.name))
      groups.set(site.call, { name, members })
    }
    for (const { unit } of decoratedUnits(linked, engine, rule.decorates))
      for (const { call } of callersOf(linked, unit)) {
        const members = [...tasks.values()].filter(task => task.site.unit === unit)
        groups.set(call, { name: unit.label, members })
      }
  }
  return groups
}

/** The pipeline that a task belongs to; `null` where none is in sight. */
export function pipelineOf(workflows: Workflows, task: Task): Pipeline | null {
  const { pipelines, linked } = workflows
  const { unit, call } = task.site
  const around = pipelines.filter(one => isInside(call.span, one.during))
  const nearest = around.sort((a, b) => (b.during?.start ?? 0) - (a.during?.start ?? 0))[0]
  const named = call.arguments.find(argument => argument.name === 'dag')?.value
  const given = named ? pipelines.find(one => one.call && standsFor(linked, named, one.call)) : undefined
  const inFile = pipelines.filter(one => one.unit.file.path === unit.file.path)
  return given ?? nearest ?? inFile.find(one => one.unit === unit) ?? inFile[0] ?? null
}

function standsFor({ program }: Linked, value: Value, call: Call): boolean {
  if (value.kind === 'result') return value.call === call
  if (value.kind !== 'variable') return false
  const bound = program.units.get(value.unit)?.bound.get(value.name) ?? []
  return bound.some(one => one.kind === 'result' && one.call === call)
}
