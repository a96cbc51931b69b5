import type { Value } from '../../program'
import { holders } from '../holders'
import { possibleLiterals } from '../possible'
import { itemsOf, referentsOf } from '../resolve'
import { argumentOf } from './names'
import type { Edge } from './order'
import { makingOf, preparing, type Task } from './tasks'
import { traced } from './trace'
import { isInside, pipelineOf, type Workflows } from './workflows'

/** What a task may count on of one right before it. */
export interface Follow {
  readonly first: Task
  /** Why it may start although that one did not come to a good end; `null` where it does not. */
  readonly regardless: string | null
}

/** By which rule a task starts. */
interface Rule {
  readonly kind: 'success' | 'unfailed' | 'one' | 'other'
  /** As the file has it. */
  readonly says: string
}

/** What each task before another one has come to when that one starts. */
export function followsOf(
  workflows: Workflows,
  order: ReadonlyMap<Task, readonly Edge[]>,
  forgiven: ReadonlyMap<Task, string>,
  task: Task,
): readonly Follow[] {
  const edges = order.get(task) ?? []
  const method = forgiven.get(task)
  const rule: Rule = method === undefined ? ruleOf(workflows, task) : { kind: 'other', says: `\`${method}\`` }
  return edges.map(({ first, sure }): Follow => {
    if (!sure) return { first, regardless: 'the order of the two does not hold in every run' }
    if (standsAside(workflows, first, task))
      return { first, regardless: 'a condition of its own may skip it' }
    return { first, regardless: holds(workflows, order, rule, edges.length, first) ? null : rule.says }
  })
}

/** The tasks on which a method is called that lets them start whatever came before, with the method. */
export function forgivenIn(workflows: Workflows): ReadonlyMap<Task, string> {
  const methods = workflows.engine.trigger?.regardless ?? []
  const found = new Map<Task, string>()
  for (const { call } of methods.length > 0 ? workflows.linked.sites : []) {
    const { callee } = call
    if (callee.kind !== 'field' || !methods.includes(callee.name)) continue
    for (const { node } of traced(workflows, callee.of)) if ('task' in node) found.set(node.task, callee.name)
  }
  return found
}

// A context around the one before, and not around this one.
function standsAside(workflows: Workflows, first: Task, task: Task): boolean {
  if (workflows.engine.conditions.length === 0) return false
  const { span } = first.site.call
  return (workflows.entered.get(span.file.path) ?? []).some(
    ({ call: { during } }) => isInside(span, during) && !isInside(task.site.call.span, during),
  )
}

function holds(
  workflows: Workflows,
  order: ReadonlyMap<Task, readonly Edge[]>,
  { kind }: Rule,
  before: number,
  first: Task,
): boolean {
  switch (kind) {
    case 'success':
      return true
    case 'one':
      return before === 1
    // What the one before it holds back it holds back itself; what others held back before is only skipped.
    case 'unfailed':
      return !(order.get(first) ?? []).some(({ first: earlier }) => maySkip(workflows, order, earlier)) &&
        !skipsItself(workflows, first)
        ? first.rule.lets !== undefined || !maySkip(workflows, order, first)
        : false
    case 'other':
      return false
  }
}

const mostAbove = 500

// Whether a task, or one before it, may skip those behind it and let those go on that only ask for no failure.
function maySkip(workflows: Workflows, order: ReadonlyMap<Task, readonly Edge[]>, task: Task): boolean {
  const seen = new Set([task])
  for (const one of seen) {
    if (seen.size > mostAbove) return true
    if ((one.rule.lets && !holdsAllBack(workflows, one)) || skipsItself(workflows, one)) return true
    for (const { first } of order.get(one) ?? []) seen.add(first)
  }
  return false
}

function holdsAllBack({ linked }: Workflows, task: Task): boolean {
  const all = task.rule['all-below']
  if (!all) return false
  const given = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, all.argument)
  if (!given) return all.default
  const { values, complete } = possibleLiterals(linked, given)
  return complete && values.every(value => value === true)
}

function skipsItself({ linked, engine }: Workflows, task: Task): boolean {
  const words = engine.trigger?.skipping ?? []
  const call = makingOf(task)
  if (call.arguments.some(argument => argument.name !== null && words.includes(argument.name))) return true
  const callable = argumentOf(linked, call.arguments, task.rule.parameters, task.rule.runs)
  const units = [
    ...(task.unit ? [task.unit] : []),
    ...(callable ? referentsOf(linked, callable).flatMap(r => (r.kind === 'unit' ? [r.unit] : [])) : []),
  ]
  return units.some(unit => words.some(word => speaksOf(unit.file.text, word)))
}

// What is only imported is not used.
function speaksOf(text: string, word: string): boolean {
  return (
    text.includes(word) &&
    text.split('\n').some(line => line.includes(word) && !/^\s*(?:from|import)\b/.test(line))
  )
}

/** The rule by which a task starts: its own, or what its pipeline says for all of them. */
function ruleOf(workflows: Workflows, task: Task): Rule {
  const { engine, linked } = workflows
  const { trigger } = engine
  const success: Rule = { kind: 'success', says: '' }
  if (!trigger?.argument) return success
  const value = settingOf(workflows, task, trigger.argument)
  if (!value) return success
  const names = namesOf(linked, value)
  const [name, second] = names
  if (name === undefined || second !== undefined)
    return { kind: 'other', says: `its \`${trigger.argument}\` is not known` }
  const says = `\`${trigger.argument}="${name}"\``
  if (trigger.success.includes(name)) return success
  if (trigger.unfailed.includes(name)) return { kind: 'unfailed', says }
  return { kind: trigger.one.includes(name) ? 'one' : 'other', says }
}

function settingOf(workflows: Workflows, task: Task, name: string): Value | null {
  const { linked } = workflows
  const decorator = task.unit?.decorators.find(one => one.kind === 'result')
  const calls = [
    ...preparing(task).map(call => call.arguments),
    makingOf(task).arguments,
    decorator?.kind === 'result' && task.unit ? decorator.call.arguments : [],
  ]
  for (const args of calls) {
    const own = argumentOf(linked, args, task.rule.parameters, name)
    if (own) return own
  }
  const pipeline = pipelineOf(workflows, task)
  const defaults = pipeline?.call
    ? argumentOf(linked, pipeline.call.arguments, pipeline.rule.parameters, pipeline.rule.defaults)
    : null
  if (!defaults) return null
  return dictionaryItem(workflows, defaults, name)
}

function dictionaryItem({ linked }: Workflows, value: Value, name: string): Value | null {
  const key = { kind: 'constant', value: name } as const
  const held = holders(linked, value)
  return held.flatMap(holder => itemsOf(holder, key) ?? [])[0] ?? null
}

// `"all_done"`, `TriggerRule.ALL_DONE`
function namesOf(linked: Workflows['linked'], value: Value): string[] {
  const { values, complete } = possibleLiterals(linked, value)
  const texts = values.filter(text => typeof text === 'string')
  if (texts.length > 0) return complete ? texts : []
  const named = referentsOf(linked, value).flatMap(r => (r.kind === 'external' ? [r.name] : []))
  // What a call gives is not what it is called.
  if (named.some(name => name.endsWith(')'))) return []
  return [...new Set(named.map(name => name.slice(name.lastIndexOf('.') + 1).toLowerCase()))]
}
