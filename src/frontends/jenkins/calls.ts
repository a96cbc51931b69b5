import { constant, type Span, type Value } from '../../program'
import { folderOf } from '../github/steps'
import { namedIn } from '../pipelines/handing'
import type { Flow, Gate, Step } from '../pipelines/pipeline'
import { stepOf } from '../pipelines/scripts'
import { type Call, type Closure, calleeName, type Expression } from './groovy/tree'
import { startClosures, startFunction, startLoaded } from './parts'
import type { Scope } from './scope'
import { argumentNamed, isSet, plainText, readScript, runsScript } from './scripts'
import { flowStep, perhaps, stepsIn } from './statements'
import { valueIn } from './values'

/** Takes the calls out of an expression: what they do comes first, and names of what they gave stand in their place. */
export function hoist(scope: Scope, expression: Expression, out: Step[]): Expression {
  const inner = (e: Expression): Expression => hoist(scope, e, out)
  switch (expression.kind) {
    case 'call':
      return hoistCall(scope, expression, out)
    case 'operation':
      return hoistOperation(scope, expression, out)
    case 'field':
      return { ...expression, of: inner(expression.of) }
    case 'item':
      return { ...expression, of: inner(expression.of) }
    case 'choice':
      return hoistChoice(scope, expression, out)
    case 'name':
      // Groovy takes a step without arguments for a name: `input`.
      return expression.name === 'input' ? hoistCall(scope, emptyCall(expression), out) : expression
    default:
      return expression
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

// `a && sh(…)`: the right side is run where the left one asks for it.
function hoistOperation(scope: Scope, operation: Of<'operation'>, out: Step[]): Expression {
  const { operator, operands, span } = operation
  const [first, second] = operands
  const read = (of: Expression, to: Step[]): Expression => hoist(scope, of, to)
  if ((operator !== '&&' && operator !== '||') || !first || !second)
    return { ...operation, operands: operands.map(operand => read(operand, out)) }
  const left = read(first, out)
  const steps: Step[] = []
  const right = read(second, steps)
  if (steps.length === 0) return { ...operation, operands: [left, right] }
  const isAnd = operator === '&&'
  const result = fresh(scope)
  const decided = [setStep(result, constant(!isAnd), span)]
  const asked = [...steps, setStep(result, valueIn(scope, right, false), span)]
  const [yes, no] = isAnd ? [asked, decided] : [decided, asked]
  out.push(flowStep({ kind: 'choice', test: valueIn(scope, left, false), yes, no, span: first.span }, span))
  return named(scope, result, span)
}

function hoistChoice(scope: Scope, { test, yes, no, span }: Of<'choice'>, out: Step[]): Expression {
  const asked = hoist(scope, test, out)
  const result = fresh(scope)
  const side = (of: Expression): Step[] => {
    const steps: Step[] = []
    const value = hoist(scope, of, steps)
    return [...steps, setStep(result, valueIn(scope, value, true), span)]
  }
  const flow: Flow = {
    kind: 'choice',
    test: valueIn(scope, asked, false),
    yes: side(yes),
    no: side(no),
    span: test.span,
  }
  out.push(flowStep(flow, span))
  return named(scope, result, span)
}

function setStep(name: string, value: Value, span: Span): Step {
  return flowStep({ kind: 'set', name, value }, span)
}

function emptyCall(callee: Expression): Call {
  return { kind: 'call', callee, arguments: [], body: null, span: callee.span }
}

function hoistCall(scope: Scope, call: Call, out: Step[]): Expression {
  const name = calleeName(call.callee)
  const unknown: Expression = { kind: 'unknown', span: call.span }
  if (runsScript(name)) return runScript(scope, name, call, out)
  const result = startFunction(scope, name, call, out)
  if (result) return result
  if (startClosures(scope, name, call, out) || startLoaded(scope, name, call, out)) return unknown
  if (call.body) out.push(...runBody(scope, name, call, call.body))
  else out.push(...runPlain(scope, name, call))
  if (call.callee.kind !== 'field') return unknown
  // `sh(…).trim()`: what it is called on may do something too.
  const of = hoist(scope, call.callee.of, out)
  return { ...call, callee: { ...call.callee, of } }
}

/** A name for something that the file gives no name. */
export function fresh(scope: Scope): string {
  scope.counter.names += 1
  return `result ${scope.counter.names}`
}

/** An expression that stands for a local variable of this name. */
export function named(scope: Scope, name: string, span: Span): Expression {
  scope.locals.add(name)
  return { kind: 'name', name, span }
}

function runScript(scope: Scope, name: string, call: Call, out: Step[]): Expression {
  const read = readScript(scope, name, call)
  if (!read) return { kind: 'unknown', span: call.span }
  const result = fresh(scope)
  const keeps = isSet(call, 'returnStatus')
    ? { status: result }
    : isSet(call, 'returnStdout')
      ? { result }
      : {}
  const variables = new Map([...handedTo(scope, read.script.text), ...read.variables])
  const label = plainText(argumentNamed(call, 'label')) ?? name
  out.push(stepOf(label, { ...read.script, ...keeps }, call.span, { variables, directory: scope.directory }))
  return named(scope, result, call.span)
}

// What stands around it, and what steps before have set with `env.NAME = …`.
function handedTo({ variables, exported, handing }: Scope, script: string): [string, Value][] {
  const tables = [variables, exported]
  handing.left -= variables.size + exported.size
  if (handing.left >= 0) return tables.flatMap(table => [...table])
  for (const table of tables) handing.withheld.add(table)
  return tables.flatMap(table => [...namedIn(table, script)])
}

function runPlain(scope: Scope, name: string, call: Call): Step[] {
  const { span } = call
  switch (name) {
    case 'input':
      return [stepOf('input', { kind: 'gate', gate: inputGate(span) }, span)]
    case 'error':
      return [flowStep({ kind: 'fail', span }, span)]
    case 'build': {
      const job = plainText(argumentNamed(call, 'job') ?? call.arguments.find(a => a.name === null)?.value)
      const action = { kind: 'uses', name: `trigger ${job ?? 'job'}`, inputs: new Map(), span } as const
      return [stepOf(name, action, span, { tolerates: toleratedBuild(call) })]
    }
    default:
      return call.arguments.flatMap(({ value }) => nested(scope, value))
  }
}

// Arguments that are calls of steps: `echo sh(…)`.
function nested(scope: Scope, value: Expression): Step[] {
  const steps: Step[] = []
  if (value.kind === 'call' || value.kind === 'operation') hoist(scope, value, steps)
  return steps
}

function toleratedBuild(call: Call): string | null {
  for (const name of ['wait', 'propagate']) {
    const value = argumentNamed(call, name)
    if (value?.kind === 'constant' && value.value === false) return `\`${name}: false\``
  }
  return null
}

/** What `input` asks. https://www.jenkins.io/doc/pipeline/steps/pipeline-input-step/ */
export function inputGate(span: Span): Gate {
  return {
    kind: 'approval',
    name: constant('input'),
    span,
    says: 'it waits until a person lets it go on (`input`)',
  }
}

// A failure in these marks the build and nothing else.
// https://www.jenkins.io/doc/pipeline/steps/workflow-basic-steps/
const tolerant = /^(catchError|warnError)$/
// Their closures run once for each item, so perhaps not at all.
const repeating =
  /(^|\.)(each\w*|reverseEach|collect\w*|find\w*|any|every|times|upto|downto|step|inject|sort|waitUntil)$/

function runBody(scope: Scope, name: string, call: Call, body: Closure): Step[] {
  const { span } = call
  const before = call.arguments.flatMap(({ value }) => nested(scope, value))
  const steps = stepsIn(withContext(scope, name, call), body.body)
  if (repeating.test(name)) return [...before, ...perhaps(steps, span)]
  const group = flowStep({ kind: 'group', steps, left: true }, span)
  if (!tolerant.test(name)) return [...before, group]
  return [...before, flowStep({ kind: 'attempt', steps: [group], rescue: [], last: [] }, span)]
}

function withContext(scope: Scope, name: string, call: Call): Scope {
  const [first] = call.arguments
  if (!first) return scope
  if (name === 'dir') return { ...scope, directory: folderIn(scope, first.value) }
  if (name !== 'withEnv') return scope
  const items = first.value.kind === 'list' ? first.value.items : []
  const given = items.flatMap(item => settingOf(scope, item))
  return { ...scope, variables: new Map([...scope.variables, ...given]) }
}

function folderIn(scope: Scope, value: Expression): string | null {
  const folder = plainText(value)
  if (folder === null || scope.directory === null) return null
  const inner = folderOf(folder)
  if (inner === null || inner === '') return inner === null ? null : scope.directory
  return scope.directory === '' ? inner : `${scope.directory}/${inner}`
}

// `"NAME=value"`, with values put into it.
function settingOf(scope: Scope, item: Expression): [string, Value][] {
  if (item.kind !== 'text') return []
  const equals = item.text.indexOf('=')
  if (equals < 0 || item.holes.some(({ at }) => at < equals)) return []
  const cut = equals + 1
  const holes = item.holes.map(hole => ({ ...hole, at: hole.at - cut }))
  const rest = { ...item, text: item.text.slice(cut), holes }
  return [[item.text.slice(0, equals), valueIn(scope, rest, true)]]
}
