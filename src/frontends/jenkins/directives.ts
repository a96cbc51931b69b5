import { constant, mixOf, type Value } from '../../program'
import type { Trigger, Variables } from '../pipelines/pipeline'
import { shown } from '../pipelines/scripts'
import { type Call, type Closure, calleeName, type Expression, type Statement } from './groovy/tree'
import type { Scope } from './scope'
import { argumentNamed, plainText } from './scripts'
import { valueIn } from './values'

/** The calls that stand in a closure, in order. A name by itself is a call without arguments. */
export function callsIn(body: readonly Statement[]): Call[] {
  return body.flatMap((statement): Call[] => {
    if (statement.kind !== 'expression') return []
    const { value } = statement
    if (value.kind === 'call') return [value]
    return value.kind === 'name'
      ? [{ kind: 'call', callee: value, arguments: [], body: null, span: value.span }]
      : []
  })
}

/** The directive of this name; `null` where it is absent. */
export function directive(body: readonly Statement[], name: string): Call | null {
  return callsIn(body).find(call => calleeName(call.callee) === name) ?? null
}

/** What stands in the braces of a directive; empty where it is absent. */
export function bodyOf(body: readonly Statement[], name: string): readonly Statement[] {
  return directive(body, name)?.body?.body ?? []
}

/** Variables that `environment` sets; `credentials(…)` are not known. */
export function environmentIn(scope: Scope, body: readonly Statement[]): Variables {
  const found = bodyOf(body, 'environment').flatMap((statement): [string, Value][] =>
    statement.kind === 'assign'
      ? [[statement.name.replace(/^env\./, ''), valueIn(scope, statement.value, true)]]
      : [],
  )
  return new Map(found)
}

/** Parameters of a build with what they usually are: `string(name: 'STAGE', defaultValue: 'staging')`. */
export function parametersIn(scope: Scope, calls: readonly Call[]): Variables {
  const found = calls.flatMap((call): [string, Value][] => {
    const name = plainText(argumentNamed(call, 'name'))
    if (name === null) return []
    const choices = argumentNamed(call, 'choices')
    const usual = argumentNamed(call, 'defaultValue')
    const allowed = choices ? choicesOf(scope, choices) : []
    if (allowed.length > 0) return [[name, mixOf(allowed)]]
    return usual ? [[name, textual(valueIn(scope, usual, true))]] : []
  })
  return new Map(found)
}

// A list, or a text with a line for each.
function choicesOf(scope: Scope, choices: Expression): Value[] {
  if (choices.kind === 'list') return choices.items.map(item => textual(valueIn(scope, item, true)))
  const text = plainText(choices)
  return text === null ? [] : text.split('\n').map(line => constant(line))
}

function textual(value: Value): Value {
  return value.kind === 'constant' ? constant(String(value.value)) : value
}

const events: Readonly<Record<string, (when: string) => Omit<Trigger, 'span'>>> = {
  cron: when => ({ event: 'schedule', says: `on a schedule (\`${when}\`)` }),
  parameterizedCron: () => ({ event: 'schedule', says: 'on a schedule' }),
  pollSCM: when => ({ event: 'push', says: `when polling finds a new commit (\`${when}\`)` }),
  githubPush: () => ({ event: 'push', says: 'on every push' }),
  bitbucketPush: () => ({ event: 'push', says: 'on every push' }),
  gitlab: () => ({ event: 'push', says: 'on events of GitLab' }),
  upstream: () => ({ event: 'pipeline', says: 'when another job has ended' }),
}

/** What starts a build, as far as the file says. */
export function triggersIn(calls: readonly Call[]): Trigger[] {
  return calls.flatMap(call => {
    const name = calleeName(call.callee)
    const says = Object.hasOwn(events, name) ? events[name] : undefined
    const when = plainText(call.arguments[0]?.value)
    return says ? [{ ...says(shown(when ?? '')), span: call.span }] : []
  })
}

/** A condition as it is written, for comparing it with another one. */
export function written(closure: Closure): string {
  const { file, start, end } = closure.span
  return file.text.slice(start, end).replace(/\s+/g, ' ')
}
