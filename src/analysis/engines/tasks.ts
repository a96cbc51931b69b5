import { addTo } from '../../base/groups'
import { onceFor } from '../../base/once'
import type { Call, Unit, Value } from '../../program'
import type { EngineRule, TaskRule } from '../../rules/engine-schema'
import { lastName } from '../knowledge'
import type { CallSite, Linked } from '../linked'
import { callersOf, givenBack, referentsOf } from '../resolve'
import { definedTasks } from './definitions'
import { decoratorOf, externalsOf, isNamed, isOneOf } from './names'

/** A task of a pipeline: the call that makes it, by which it is known. */
export interface Task {
  readonly engine: EngineRule
  readonly rule: TaskRule
  /** Where it is made. */
  readonly site: CallSite
  /** The calls of the engine's own, where a function of the repository makes it: the outermost first. */
  readonly inner: readonly CallSite[]
  /** The function under a decorator that it is a call of. */
  readonly unit: Unit | null
}

/** The call to the engine that makes a task. */
export function makingOf(task: Task): Call {
  return (task.inner.at(-1) ?? task.site).call
}

const mostPreparing = 6

/** The calls that prepare the one that makes a task: `Operator.partial(task_id="score").expand(…)`, `score.override(…)()`. */
export function preparing(task: Task): readonly Call[] {
  const found: Call[] = []
  let at = makingOf(task).callee
  for (let depth = 0; depth < mostPreparing; depth += 1) {
    if (at.kind === 'result') {
      found.push(at.call)
      at = at.call.callee
    } else if (at.kind === 'field') at = at.of
    else break
  }
  return found
}

const mostTasks = 4_000
const deepest = 3

/** Every task of an engine, by the call that makes it. */
export function findTasks(linked: Linked, engine: EngineRule): ReadonlyMap<Call, Task> {
  const files = filesOf(linked, engine)
  const found = new Map<Call, Task>()
  if (files.size === 0) return found
  const made = [
    ...linked.sites.flatMap(site => (files.has(site.unit.file.path) ? operatorAt(linked, engine, site) : [])),
    ...decoratedTasks(linked, engine, files),
    ...definedTasks(linked, engine),
  ]
  const { isTest } = linked.knowledge
  for (const task of made.flatMap(one => whereMade(linked, one, 0)).slice(0, mostTasks))
    if (!found.has(task.site.call) && !isTest(task.site.unit.file.path)) found.set(task.site.call, task)
  return found
}

/** The files of a program that name an engine. */
export function filesOf(linked: Linked, { packages }: EngineRule): ReadonlySet<string> {
  return new Set(packages.flatMap(root => filesByRoot(linked).get(root) ?? []))
}

// For all engines in one go: a text may have to be read again.
const filesByRoot = onceFor(({ program, knowledge }: Linked): ReadonlyMap<string, readonly string[]> => {
  const roots = [...new Set(knowledge.engines.flatMap(({ packages }) => packages))]
  const found = new Map<string, string[]>()
  for (const { path, text } of program.files.values())
    for (const root of roots) if (text.includes(root)) addTo(found, root, path)
  return found
})

function operatorAt(linked: Linked, engine: EngineRule, site: CallSite): readonly Task[] {
  const { callee } = site.call
  if (callee.kind === 'field' && engine.making.includes(callee.name)) return expandedAt(linked, engine, site)
  const names = externalsOf(linked, callee)
  const rule = engine.tasks.find(one => names.some(name => isOneOf(engine, name, one.call)))
  return rule ? [{ engine, rule, site, inner: [], unit: null }] : []
}

// `Operator.partial(task_id="score").expand(op_args=batches)`
function expandedAt(linked: Linked, engine: EngineRule, site: CallSite): readonly Task[] {
  const partial = peeled(engine, site.call)
  const names = partial ? externalsOf(linked, partial) : []
  const rule = engine.tasks.find(one => names.some(name => isOneOf(engine, name, one.call)))
  return rule && !isUsedAsCallee(site) ? [{ engine, rule, site, inner: [], unit: null }] : []
}

// Only the last call of such a chain makes the task.
function isUsedAsCallee({ unit, call }: CallSite): boolean {
  return unit.blocks.some(({ facts }) =>
    facts.some(
      fact =>
        fact.kind === 'call' &&
        ((fact.callee.kind === 'field' && fact.callee.of.kind === 'result' && fact.callee.of.call === call) ||
          (fact.callee.kind === 'result' && fact.callee.call === call)),
    ),
  )
}

/** What is left of a callee when the methods are taken off that only prepare a task. */
export function peeled(engine: EngineRule, { callee }: Call): Value | null {
  let at: Value = callee
  for (let depth = 0; depth < mostPreparing; depth += 1) {
    if (at.kind === 'result') at = at.call.callee
    else if (at.kind === 'field' && engine.making.includes(at.name)) at = at.of
    else return at
  }
  return null
}

function decoratedTasks(linked: Linked, engine: EngineRule, files: ReadonlySet<string>): readonly Task[] {
  const units = [...linked.program.units.values()].filter(unit => unit.decorators.length > 0)
  const prepared = linked.sites.filter(
    site => files.has(site.unit.file.path) && isPrepared(engine, site.call),
  )
  return units.flatMap(unit => {
    const rule = engine.tasks.find(one => !one.defined && decoratorOf(linked, engine, unit, one.decorates))
    if (!rule) return []
    const sites = [
      ...callersOf(linked, unit),
      ...prepared.filter(site => isCallOf(linked, engine, site, unit) && !isUsedAsCallee(site)),
    ]
    return sites.map((site): Task => ({ engine, rule, site, inner: [], unit }))
  })
}

function isPrepared(engine: EngineRule, { callee }: Call): boolean {
  if (callee.kind === 'field') return engine.making.includes(callee.name)
  return callee.kind === 'result' && callee.call.callee.kind === 'field'
}

function isCallOf(linked: Linked, engine: EngineRule, { call }: CallSite, unit: Unit): boolean {
  const of = peeled(engine, call)
  if (of === null) return false
  const named = 'name' in of ? lastName(of.name) === lastName(unit.label) : of.kind === 'function'
  return named && referentsOf(linked, of).some(r => r.kind === 'unit' && r.unit === unit)
}

// A function that gives a task back makes one wherever it is called.
function whereMade(linked: Linked, task: Task, depth: number): readonly Task[] {
  const { engine, site } = task
  const { unit } = site
  if (depth >= deepest || holdsTasks(linked, engine, unit)) return [task]
  const back = givenBack(linked, unit)
  const [only, second] = back
  if (second !== undefined || only?.kind !== 'result' || only.call !== site.call) return [task]
  return callersOf(linked, unit).flatMap(caller =>
    whereMade(linked, { ...task, site: caller, inner: [site, ...task.inner] }, depth + 1),
  )
}

/** Whether a function stands for a whole pipeline, or for a group of tasks. */
export function holdsTasks(linked: Linked, engine: EngineRule, unit: Unit): boolean {
  return [...engine.pipelines, ...engine.groups].some(({ decorates }) =>
    decoratorOf(linked, engine, unit, decorates),
  )
}

/** The calls that are one of these names of an engine. */
export function callsNamed(
  linked: Linked,
  engine: EngineRule,
  files: ReadonlySet<string>,
  wanted: readonly string[],
): readonly CallSite[] {
  if (wanted.length === 0) return []
  return linked.sites.filter(
    site => files.has(site.unit.file.path) && isNamed(linked, engine, site.call.callee, wanted),
  )
}
