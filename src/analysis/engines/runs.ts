import type { Argument, Call, Parameter, Unit, Value } from '../../program'
import { rebuild } from '../commands/replace'
import type { Linked } from '../linked'
import { possibleLiterals } from '../possible'
import { argumentFor, referentsOf } from '../resolve'
import { argumentOf } from './names'
import { makingOf, preparing, type Task } from './tasks'
import type { Workflows } from './workflows'

/** The call that a task makes when it runs. */
export function runOf(workflows: Workflows, task: Task): Call {
  const own = ownRun(workflows, task) ?? makingOf(task)
  const sites = [task.site, ...task.inner]
  // What a function of the repository makes a task of was given to it where it was called.
  return sites.reduceRight<Call>((run, site, at) => {
    const caller = at > 0 ? sites[at - 1] : undefined
    return detached(site.unit, run, caller?.call ?? null)
  }, own)
}

// In the terms of the unit that makes it; `null` where that is the call itself.
function ownRun(workflows: Workflows, task: Task): Call | null {
  const call = makingOf(task)
  if (task.unit) return decoratedRun(workflows, task.unit, call)
  const { rule } = task
  const callable = argumentOf(workflows.linked, saidOf(workflows, task), rule.parameters, rule.runs)
  if (callable) return { ...call, callee: callable, arguments: givenTo(workflows, task) }
  const deferred = deferredIn(workflows, task)
  return scriptRun(workflows, task, deferred) ?? deferred ?? methodRun(workflows, task)
}

/** The call that a task puts off: `ModelStep(step_args=model.register(…))`. */
export function deferredIn({ linked }: Workflows, task: Task): Call | null {
  if (task.rule['of-callee']) return madeBy(linked, makingOf(task).callee)
  const value = argumentOf(linked, makingOf(task).arguments, task.rule.parameters, task.rule.defers)
  return value?.kind === 'result' ? value.call : null
}

// `step = command("python promote.py")`, and then `step()`
function madeBy({ program }: Linked, callee: Value): Call | null {
  if (callee.kind === 'result') return callee.call
  if (callee.kind !== 'variable') return null
  const [only, second] = program.units.get(callee.unit)?.bound.get(callee.name) ?? []
  return only?.kind === 'result' && !second ? only.call : null
}

// `score(x)`, `score.override(task_id="s")(x)`, `score.expand(x=items)`
function decoratedRun(workflows: Workflows, unit: Unit, call: Call): Call {
  const callee: Value = { kind: 'function', unit: unit.name }
  if (call.callee.kind !== 'field' || !workflows.engine.making.includes(call.callee.name))
    return { ...call, callee }
  const prepared = call.callee.of.kind === 'result' ? call.callee.of.call.arguments : []
  return { ...call, callee, arguments: [...prepared, ...call.arguments.map(drawn)] }
}

function drawn(argument: Argument): Argument {
  return { ...argument, value: { kind: 'item', of: argument.value, key: { kind: 'unknown' } } }
}

// `Operator.partial(python_callable=score).expand(op_args=batches)`
function saidOf({ engine }: Workflows, task: Task): readonly Argument[] {
  const { callee, arguments: args } = makingOf(task)
  if (callee.kind !== 'field' || !engine.making.includes(callee.name)) return args
  return [...args.map(drawn), ...preparing(task).flatMap(call => call.arguments)]
}

function givenTo(workflows: Workflows, task: Task): readonly Argument[] {
  const { linked } = workflows
  const { rule } = task
  const said = saidOf(workflows, task)
  const positional = argumentOf(linked, said, rule.parameters, rule.positional)
  const named = argumentOf(linked, said, rule.parameters, rule.named)
  const { span } = makingOf(task)
  const places =
    positional?.kind === 'collection' && positional.each === undefined
      ? positional.items.map((value): Argument => ({ name: null, value, span }))
      : positional
        ? [{ name: null, value: positional, splat: true, span }]
        : []
  return named ? [...places, ...namesIn(named, span)] : places
}

function namesIn(named: Value, span: Argument['span']): readonly Argument[] {
  if (named.kind !== 'dictionary') return [{ name: '**', value: named, splat: true, span }]
  return named.entries.map(({ key, value }): Argument => {
    const name = key?.kind === 'constant' ? String(key.value) : null
    return name === null ? { name: '**', value, splat: true, span } : { name, value, span }
  })
}

// `ProcessingStep(code="evaluate.py")`, `ProcessingStep(step_args=processor.run(code="evaluate.py"))`
function scriptRun({ linked }: Workflows, task: Task, deferred: Call | null): Call | null {
  const call = makingOf(task)
  const value =
    argumentOf(linked, call.arguments, task.rule.parameters, task.rule.file) ??
    (deferred && argumentOf(linked, deferred.arguments, [], task.rule.file))
  const [path] = value ? possibleLiterals(linked, value).values : []
  const unit = typeof path === 'string' ? scriptAt(linked.program.units, path, call.span.file.path) : null
  return unit && { ...call, callee: { kind: 'function', unit: unit.name }, arguments: [] }
}

// Beside the file that names it, or wherever the end of the path leads to one file only.
function scriptAt(units: ReadonlyMap<string, Unit>, path: string, from: string): Unit | null {
  const end = path.split(/[\0/]/).filter(part => part !== '' && part !== '.' && part !== '..')
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const beside = units.get(folder + end.join('/'))
  if (beside) return beside
  const found = [...units.values()].filter(
    ({ kind, file, name }) =>
      kind === 'module' && name === file.path && `/${name}`.endsWith(`/${end.join('/')}`),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

// `Promote(task_id="promote")`, whose `execute` the repository writes.
function methodRun({ linked }: Workflows, task: Task): Call | null {
  const call = makingOf(task)
  const { method } = task.rule
  if (method === undefined || !referentsOf(linked, call.callee).some(r => r.kind === 'class')) return null
  const of: Value = { kind: 'result', call }
  return { ...call, callee: { kind: 'field', of, name: method }, arguments: [] }
}

// In another unit the blocks of this one say nothing.
function detached(unit: Unit, call: Call, caller: Call | null): Call {
  const parameter = (value: Parameter): Value =>
    caller && value.unit === unit.name
      ? (argumentFor(unit, value.index, caller) ??
        unit.parameters[value.index]?.default ?? { kind: 'unknown' })
      : value
  const blocks = [{ facts: [call], next: [] }]
  const [block] = rebuild({ ...unit, bound: new Map(), blocks }, { block: () => -1, parameter }).blocks
  const [fact] = block?.facts ?? []
  return fact?.kind === 'call' ? fact : call
}
