import type { Span } from '../../program'
import type { Job, Step } from '../pipelines/pipeline'
import { onSuccess, stepOf } from '../pipelines/scripts'
import { fresh, named } from './calls'
import { readGroovy } from './groovy'
import { type Call, type Closure, calleeName, type Expression, type Statement } from './groovy/tree'
import { assignedIn, type Scope } from './scope'
import { plainText } from './scripts'
import { flowStep, stepsIn } from './statements'

const mostParts = 500

/** Makes parts of the functions of a file, which may call one another. */
export function defineFunctions(scope: Scope, statements: readonly Statement[], prefix = ''): void {
  const found = statements.filter(statement => statement.kind === 'function').slice(0, mostParts)
  for (const { name } of found) scope.functions.set(`${prefix}${name}`, `${prefix}${name}()`)
  for (const { name, body, span } of found) {
    const id = `${prefix}${name}()`
    addPart(scope, id, span, stepsIn({ ...scope, directory: '' }, lastReturned(body)))
  }
}

// What stands last in a function is what it gives back.
function lastReturned(body: readonly Statement[]): readonly Statement[] {
  const last = body.at(-1)
  if (last?.kind !== 'expression' || last.value.kind === 'call') return body
  return [...body.slice(0, -1), { kind: 'return', value: last.value, span: last.span }]
}

function addPart(scope: Scope, id: string, span: Span, steps: readonly Step[]): void {
  const part: Job = {
    id,
    label: id,
    span,
    needs: [],
    condition: onSuccess(span),
    gates: [],
    variables: scope.variables,
    directory: '',
    steps,
    tolerates: null,
  }
  scope.parts.push(part)
}

/** Calls a function of the file; `null` where none has that name. */
export function startFunction(scope: Scope, name: string, { span }: Call, out: Step[]): Expression | null {
  const id = scope.functions.get(name)
  if (id === undefined) return null
  const result = fresh(scope)
  const unit = `${scope.file.path}:${id}`
  out.push(stepOf(name, { kind: 'call', name: unit, inputs: new Map(), span, result }, span))
  return named(scope, result, span)
}

/** Starts the closures of `parallel` side by side, or one that was kept under a name; false where it is no such call. */
export function startClosures(scope: Scope, name: string, call: Call, out: Step[]): boolean {
  const { span } = call
  const kept = name === 'parallel' ? null : keptAs(scope, call)
  if (kept) {
    out.push(...kept.flatMap(closure => [group(stepsIn(deeper(scope), closure.body), span)]))
    return true
  }
  if (name !== 'parallel') return false
  const ids = branchesOf(scope, call).map(({ label, closure }) => {
    scope.counter.parts += 1
    const id = `${label} (${scope.counter.parts})`
    addPart(scope, id, closure.span, [group(stepsIn(scope, closure.body), closure.span)])
    return id
  })
  out.push(flowStep({ kind: 'parallel', parts: ids.slice(0, mostParts), span }, span))
  return true
}

function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 }
}

const deepest = 4

// `deploy()` and `deploy.call()` where `def deploy = { … }` stands above.
function keptAs(scope: Scope, { callee }: Call): readonly Closure[] | null {
  if (scope.depth > deepest) return null
  const name = calleeName(callee).replace(/\.call$/, '')
  return scope.closures.get(name) ?? null
}

function group(steps: readonly Step[], span: Span): Step {
  return flowStep({ kind: 'group', steps, left: true }, span)
}

interface Branch {
  readonly label: string
  readonly closure: Closure
}

// `parallel a: { … }, b: { … }`, `parallel([a: { … }])`, `parallel branches`.
function branchesOf(scope: Scope, call: Call): Branch[] {
  return call.arguments.flatMap(({ name, value }): Branch[] => {
    if (value.kind === 'closure') return [{ label: name ?? 'parallel', closure: value }]
    const inMap = value.kind === 'map' ? value.entries : []
    const own = inMap.flatMap(({ name: label, value: one }) =>
      one.kind === 'closure' ? [{ label: label ?? 'parallel', closure: one }] : [],
    )
    const kept = value.kind === 'name' ? (scope.closures.get(value.name) ?? []) : []
    return [...own, ...kept.map(closure => ({ label: 'parallel', closure }))]
  })
}

/** `load 'ci/deploy.groovy'`: what it does at once, and its functions; false where it is no such call. */
export function startLoaded(scope: Scope, name: string, call: Call, out: Step[]): boolean {
  if (name !== 'load') return false
  const path = plainText(call.arguments[0]?.value)?.replace(/^\.\//, '') ?? ''
  const file = scope.depth > deepest ? undefined : scope.others(path)
  if (!file) return true
  const { statements } = readGroovy(file)
  const { locals, closures } = assignedIn(statements)
  const inner: Scope = {
    ...scope,
    locals: new Set([...scope.locals, ...locals]),
    closures: new Map([...scope.closures, ...closures]),
    depth: scope.depth + 1,
  }
  for (const holder of scope.loaded.get(path) ?? []) defineFunctions(inner, statements, `${holder}.`)
  out.push(group(stepsIn(inner, statements), call.span))
  return true
}
