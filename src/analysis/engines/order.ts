import type { Argument, Value } from '../../program'
import type { CallSite } from '../linked'
import { itemsOf } from '../resolve'
import { alwaysPasses } from './certainty'
import { definedOrder } from './definitions'
import { nameOfTask } from './gates'
import { argumentOf, isNamed, textOf } from './names'
import { makingOf, type Task } from './tasks'
import { type Node, type Traced, tasksIn, traced } from './trace'
import { isLabel, shiftOf, type Workflows } from './workflows'

/** A task comes after another one. */
export interface Edge {
  readonly first: Task
  readonly second: Task
  /** Whether it does so whenever both are made. */
  readonly sure: boolean
}

const mostEdges = 20_000

/** How tasks are ordered among each other: for each the ones right before it. */
export function orderOf(workflows: Workflows): ReadonlyMap<Task, readonly Edge[]> {
  const edges = [...writtenEdges(workflows), ...givenEdges(workflows)]
  // Where not all of it was read, nothing of it is sure.
  const whole = edges.length < mostEdges
  const plain = [
    ...edges.slice(0, mostEdges).flatMap(edge => betweenTasks(edge, edges)),
    ...definedOrder(workflows).map(pair => ({ ...pair, sure: true })),
  ].map(edge => ({ ...edge, sure: edge.sure && whole }))
  const order = new Map<Task, Edge[]>()
  for (const edge of plain) {
    const known = order.get(edge.second) ?? []
    const same = known.findIndex(one => one.first === edge.first)
    if (same < 0) known.push(edge)
    else if (edge.sure) known[same] = edge
    order.set(edge.second, known)
  }
  return order
}

interface NodeEdge {
  readonly first: Node
  readonly second: Node
  readonly sure: boolean
  /** Where it is written down, unless both are known where the second is made. */
  readonly at: CallSite | null
  readonly each: boolean
}

function writtenEdges(workflows: Workflows): readonly NodeEdge[] {
  const { linked, files, engine } = workflows
  const { order } = engine
  if (!order) return []
  let left = mostEdges
  const read = (site: CallSite): readonly NodeEdge[] => {
    const { callee } = site.call
    const shift = order.operators ? shiftOf(site.call) : null
    if (shift) return between(site, traced(workflows, shift.first), traced(workflows, shift.second))
    if (callee.kind === 'field' && [...order.before, ...order.after].includes(callee.name))
      return byMethod(workflows, site, callee.of, order.before.includes(callee.name))
    if (isNamed(linked, engine, callee, order.chain)) return chained(workflows, site)
    return isNamed(linked, engine, callee, order.cross) ? crossed(workflows, site) : []
  }
  return linked.sites.flatMap(site => {
    const found = left > 0 && files.has(site.unit.file.path) ? read(site) : []
    left -= found.length
    return found
  })
}

function byMethod(workflows: Workflows, site: CallSite, of: Value, before: boolean): NodeEdge[] {
  const receiver = traced(workflows, of)
  const others = site.call.arguments.flatMap(argument => given(workflows, site, argument.value))
  return before ? between(site, receiver, others) : between(site, others, receiver)
}

// Tasks, or their names, which stand for tasks of the same file.
function given(workflows: Workflows, { unit: { file } }: CallSite, value: Value): readonly Traced[] {
  const { linked, engine, tasks } = workflows
  const found = traced(workflows, value)
  if (!engine.order?.names) return found
  const items = itemsOf(value, { kind: 'unknown' }) ?? [value]
  const names = items.flatMap(item => textOf(linked, item) ?? [])
  const named = names.map(name =>
    [...tasks.values()].filter(task => task.site.unit.file === file && nameOfTask(workflows, task) === name),
  )
  const ofNames = named.flatMap(all =>
    all.map((task): Traced => ({ node: { task }, sure: all.length === 1, each: false })),
  )
  return [...found, ...ofNames]
}

// Two lists in a row are joined one by one, where they are of one length.
function chained(workflows: Workflows, site: CallSite): NodeEdge[] {
  const args = site.call.arguments
    .flatMap(spread)
    .filter(({ value }) => !isLabel(workflows.linked, workflows.engine, value))
  return args.flatMap((argument, i) => {
    const next = args[i + 1]
    if (!next) return []
    const [first, second] = [traced(workflows, argument.value), traced(workflows, next.value)]
    const lists = [argument, next].every(isList)
    if (!lists || !isNamed(workflows.linked, workflows.engine, site.call.callee, ['chain']))
      return between(site, first, second)
    return first.flatMap((one, at) => between(site, [one], second.slice(at, at + 1)))
  })
}

// `chain(*steps)`
function spread(argument: Argument): readonly Argument[] {
  const { value, splat } = argument
  if (!splat || value.kind !== 'collection' || value.each !== undefined) return [argument]
  return value.items.map((item): Argument => ({ ...argument, value: item, splat: false }))
}

function isList({ value, splat }: Argument): boolean {
  return value.kind === 'collection' && !splat
}

function crossed(workflows: Workflows, site: CallSite): NodeEdge[] {
  const [first, second] = ['from_tasks', 'to_tasks'].map(name =>
    argumentOf(workflows.linked, site.call.arguments, ['from_tasks', 'to_tasks'], name),
  )
  return first && second ? between(site, traced(workflows, first), traced(workflows, second)) : []
}

function between(at: CallSite, first: readonly Traced[], second: readonly Traced[]): NodeEdge[] {
  return first.flatMap(a =>
    // Of what is made once for each item there may be none, before which nothing waits.
    second.map(b => ({ first: a.node, second: b.node, sure: a.sure && !a.each && b.sure, at, each: a.each })),
  )
}

// What a task is given by others comes before it.
function givenEdges(workflows: Workflows): readonly NodeEdge[] {
  const { tasks, engine, linked } = workflows
  const { order } = engine
  return [...tasks.values()].flatMap(task => {
    const args = [...task.site.call.arguments, ...(task.inner.length > 0 ? makingOf(task).arguments : [])]
    const named = (order?.arguments ?? []).flatMap(name => {
      const value = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, name)
      return value ? given(workflows, task.site, value) : []
    })
    const results = order?.results ? args.flatMap(argument => tasksIn(workflows, argument.value)) : []
    return [...named, ...results].map(
      ({ node, sure, each }): NodeEdge => ({
        first: node,
        second: { task },
        sure: sure && !each,
        at: null,
        each,
      }),
    )
  })
}

// A group begins with the tasks that wait for none of it, and ends with those that none of it waits for.
function betweenTasks(edge: NodeEdge, all: readonly NodeEdge[]): readonly Edge[] {
  const firsts = 'task' in edge.first ? [edge.first.task] : ends(edge.first.group.members, all, 'first')
  const seconds = 'task' in edge.second ? [edge.second.task] : ends(edge.second.group.members, all, 'second')
  return firsts.flatMap(first =>
    seconds
      .filter(second => second !== first)
      .map(second => ({ first, second, sure: edge.sure && isCertain(edge, first, second) })),
  )
}

function ends(members: readonly Task[], all: readonly NodeEdge[], side: 'first' | 'second'): readonly Task[] {
  const inside = new Set(members)
  const other = side === 'first' ? 'second' : 'first'
  const has = (node: Node): boolean => 'task' in node && inside.has(node.task)
  const bound = new Set(
    all.flatMap(edge => {
      const node = edge[side]
      return 'task' in node && has(node) && has(edge[other]) ? [node.task] : []
    }),
  )
  return members.filter(member => !bound.has(member))
}

// An order that is written down under a condition holds in some runs only; and a task that is made under one may be missing.
function isCertain({ at }: NodeEdge, first: Task, second: Task): boolean {
  if (!at) return true
  const sites = [second.site, ...second.inner]
  const own = sites.find(site => site.unit === at.unit)
  if (own) return alwaysPasses(at.unit, own.block, at.block) && isThere(first, second)
  return alwaysPasses(at.unit, 0, at.block) && isThere(first, second)
}

function isThere(first: Task, second: Task): boolean {
  const { unit, block } = first.site
  if (unit !== second.site.unit) return alwaysPasses(unit, 0, block)
  return alwaysPasses(unit, 0, block) || block === second.site.block || comesBefore(first, second)
}

// Whoever makes the second has made the first: no way leads to it past that.
function comesBefore(first: Task, second: Task): boolean {
  const { blocks } = second.site.unit
  const seen = new Set(first.site.block === 0 ? [] : [0])
  for (const index of seen)
    for (const { to } of blocks[index]?.next ?? []) if (to !== first.site.block) seen.add(to)
  return !seen.has(second.site.block)
}
