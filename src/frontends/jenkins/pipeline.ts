import type { Files, SourceFile, Span } from '../../program'
import { doubted, mostHanded } from '../pipelines/handing'
import { type Job, local, mostNeeds, type Pipeline, type Trigger } from '../pipelines/pipeline'
import { onSuccess } from '../pipelines/scripts'
import { bodyOf, callsIn, environmentIn, parametersIn, triggersIn } from './directives'
import { type Call, calleeName, type Expression, type Statement } from './groovy/tree'
import { defineFunctions } from './parts'
import { assignedIn, environmentValue, type Scope } from './scope'
import { type Around, postJobs, readStages } from './stages'
import { mostSteps, stepsIn } from './statements'

/**
 * A whole file as one pipeline: a job for each stage, or one for a script; whether nothing of it was left out, and whether each
 * step was handed all variables that it knows.
 */
export function readPipeline(
  file: SourceFile,
  statements: readonly Statement[],
  others: Files,
): { pipeline: Pipeline; isWhole: boolean; handsAll: boolean } {
  const span: Span = { file, start: 0, end: file.text.length }
  const declared = callsIn(statements).find(call => calleeName(call.callee) === 'pipeline' && call.body)
  const body = declared?.body?.body ?? []
  const scope = openScope(file, statements, others)
  const parameters = parametersIn(
    scope,
    declared ? callsIn(bodyOf(body, 'parameters')) : listed(statements, 'parameters'),
  )
  const known = { ...scope, known: parameters }
  const variables = new Map([...parameters, ...environmentIn(known, body)])
  const whole = { ...scope, known: variables }
  defineFunctions(whole, functionsIn(statements))
  const triggers = triggersIn(
    declared ? callsIn(bodyOf(body, 'triggers')) : listed(statements, 'pipelineTriggers'),
  )
  const pipeline: Pipeline = {
    label: file.path,
    file,
    span: declared?.span ?? span,
    name: file.path,
    triggers: triggers.length > 0 ? triggers : [usual(declared?.span ?? span)],
    variables,
    inputs: new Map(),
    jobs: declared ? declaredJobs(whole, body, declared) : [scriptJob(whole, statements, span)],
    parts: scope.parts,
    inert: null,
  }
  const isWhole = scope.counter.steps <= mostSteps
  const { withheld } = scope.handing
  if (withheld.size === 0) return { pipeline, isWhole, handsAll: true }
  const names = new Set([...withheld].flatMap(table => [...table.keys()]))
  return { pipeline: doubted(pipeline, names, environmentValue), isWhole, handsAll: false }
}

// What starts a build is mostly set in Jenkins and not in the file.
function usual(span: Span): Trigger {
  return { event: 'push', says: 'when a build is made, as for every push', span }
}

function openScope(file: SourceFile, statements: readonly Statement[], others: Files): Scope {
  const { locals, shared, closures, loaded } = assignedIn(statements)
  const own = [...locals].filter(name => !shared.has(name))
  return {
    file,
    others,
    known: new Map(),
    variables: new Map(),
    directory: '',
    functions: new Map(),
    locals: new Set(own),
    exported: new Map(
      own.flatMap(name => (name.startsWith('env.') ? [[name.slice(4), local(name)] as const] : [])),
    ),
    handing: { left: mostHanded, withheld: new Set() },
    loaded,
    closures,
    parts: [],
    counter: { parts: 0, names: 0, steps: 0 },
    depth: 0,
  }
}

function functionsIn(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ kind }) => kind === 'function')
}

// `properties([parameters([…]), pipelineTriggers([…])])`
function listed(statements: readonly Statement[], name: string): Call[] {
  const properties = callsIn(statements).filter(call => calleeName(call.callee) === 'properties')
  return properties
    .flatMap(itemsIn)
    .filter(call => calleeName(call.callee) === name)
    .flatMap(itemsIn)
}

function itemsIn(call: Call): Call[] {
  const items = call.arguments.flatMap(({ value }): readonly Expression[] =>
    value.kind === 'list' ? value.items : [value],
  )
  return items.flatMap(item => (item.kind === 'call' ? [item] : []))
}

function declaredJobs(scope: Scope, body: readonly Statement[], declared: Call): Job[] {
  const around: Around = {
    scope,
    variables: new Map(),
    conditions: [],
    ids: new Set(),
    waiting: { left: mostNeeds + 1 },
  }
  const stages = readStages(around, bodyOf(body, 'stages'), [])
  const post = postJobs(around, 'pipeline', body, stages, declared.span)
  return [...stages, ...post].map(({ job }) => job)
}

function scriptJob(scope: Scope, statements: readonly Statement[], span: Span): Job {
  return {
    id: 'script',
    label: 'script',
    span,
    needs: [],
    condition: onSuccess(span),
    gates: [],
    variables: new Map(),
    directory: '',
    steps: stepsIn(scope, statements),
    tolerates: null,
  }
}
