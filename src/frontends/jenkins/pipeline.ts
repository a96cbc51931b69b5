import type { Files, SourceFile, Span } from '../../program'
import type { Job, Pipeline, Trigger } from '../pipelines/pipeline'
import { onSuccess } from '../pipelines/scripts'
import { bodyOf, callsIn, environmentIn, parametersIn, triggersIn } from './directives'
import { type Call, calleeName, type Expression, type Statement } from './groovy/tree'
import { defineFunctions } from './parts'
import { assignedIn, type Scope } from './scope'
import { type Around, postJobs, readStages } from './stages'
import { mostSteps, stepsIn } from './statements'

/** A whole file as one pipeline: a job for each stage, or one for a script; and whether nothing of it was left out. */
export function readPipeline(
  file: SourceFile,
  statements: readonly Statement[],
  others: Files,
): { pipeline: Pipeline; whole: boolean } {
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
  return { pipeline, whole: scope.counter.steps <= mostSteps }
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
    exported: own.flatMap(name => (name.startsWith('env.') ? [name.slice(4)] : [])),
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
  const around: Around = { scope, variables: new Map(), conditions: [], ids: new Set() }
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
