import { keptIn, onceFor } from '../../base/once'
import type { Argument, Call, Unit, Value } from '../../program'
import type { Linked } from '../linked'
import { libraryNames, unitsNamed } from '../resolve'
import { callElsewhere } from '../run-elsewhere'
import { settledOf } from './settled'

/** Why a call comes back before what it calls has ended well; `null` where it does not. */
export type Left = 'not awaited' | 'swallowed'

/**
 * Whether a call of a coroutine comes back without what that checks: nobody awaits it, or what does keeps its exceptions.
 * https://docs.python.org/3/library/asyncio-task.html
 */
export function leftAlone(linked: Linked, called: Unit, call: Call, around: Unit | null): Left | null {
  // What a decorator makes of it may be a function like any other.
  if (!called.coroutine || called.decorators.some(decorator => !isOfClass(linked, decorator))) return null
  if (call.unused === 'dropped') return 'not awaited'
  const taker = around && takersIn(around).get(call)
  if (!taker) return null
  const names = libraryNames(linked, taker.callee)
  if (taker.unused === 'dropped') return names.some(name => scheduling.test(name)) ? 'swallowed' : null
  return taker.unused === 'awaited' && names.some(name => keepsExceptions(name, taker)) ? 'swallowed' : null
}

const scheduling = /^asyncio\.(create_task|ensure_future|(get_running_loop|get_event_loop)\(\)\.create_task)$/

function keepsExceptions(name: string, { arguments: args }: Call): boolean {
  if (name === 'asyncio.wait') return true
  const kept = args.find(argument => argument.name === 'return_exceptions')?.value
  return name === 'asyncio.gather' && kept?.kind === 'constant' && kept.value === true
}

function isOfClass(linked: Linked, decorator: Value): boolean {
  return libraryNames(linked, decorator).some(name => /^(staticmethod|classmethod)$/.test(name))
}

// To what each call is given, by itself or in a list.
const takersIn = onceFor((unit: Unit): ReadonlyMap<Call, Call> => {
  const takers = new Map<Call, Call>()
  for (const { facts } of unit.blocks)
    for (const fact of facts)
      if (fact.kind === 'call')
        for (const { value } of fact.arguments)
          for (const given of itemsIn(value)) if (!takers.has(given)) takers.set(given, fact)
  return takers
})

function itemsIn(value: Value): readonly Call[] {
  if (value.kind === 'result') return [value.call]
  if (value.kind !== 'collection') return []
  return value.items.flatMap(item => (item.kind === 'result' ? [item.call] : []))
}

/** The call that was made elsewhere, of which a call waits for what it gives, or fails as it did: `pool.submit(check, run).result()`. */
export function waitedFor(linked: Linked, call: Call): Call | null {
  const [name] = libraryNames(linked, call.callee)
  if (name !== undefined && call.unused !== 'dropped') {
    const made = callElsewhere(linked.knowledge, name, call)
    if (made) return made
  }
  const { callee, arguments: args } = call
  if (callee.kind !== 'field' || callee.name !== 'result' || args.some(isKeepingQuiet)) return null
  const future = settledOf(callee.of)
  const submit = future.kind === 'result' ? future.call : null
  return submit && keptIn(submissions(linked), submit, () => ({ call: submitted(linked, submit) })).call
}

// Whoever searches knows by the call itself that it was there.
const submissions = onceFor((_: Linked) => new WeakMap<Call, { readonly call: Call | null }>())

function isKeepingQuiet({ name }: Argument): boolean {
  return name === 'raise_on_failure'
}

/** What tasks of Prefect a call waits for, by what it is given: it runs where they have ended well. */
export function waitedForBy(linked: Linked, call: Call, called: Unit): readonly Call[] {
  if (!isTask(linked, called)) return []
  return call.arguments.flatMap(({ value }) =>
    itemsIn(settledOf(value)).flatMap(given => {
      const units = unitsNamed(linked, given.callee.kind === 'field' ? given.callee.of : given.callee)
      return units.length > 0
        ? (keptIn(submissions(linked), given, () => ({ call: submitted(linked, given) })).call ?? [])
        : []
    }),
  )
}

function submitted(linked: Linked, call: Call): Call | null {
  const { callee, arguments: args } = call
  if (callee.kind !== 'field' || callee.name !== 'submit') return null
  const [first, ...others] = args
  const isPool = libraryNames(linked, callee).some(name => pools.test(name))
  if (isPool) return first ? { ...call, callee: first.value, arguments: others } : null
  const units = unitsNamed(linked, callee.of)
  return units.length > 0 && units.every(unit => isTask(linked, unit)) ? { ...call, callee: callee.of } : null
}

function isTask(linked: Linked, unit: Unit): boolean {
  return unit.decorators.some(decorator =>
    libraryNames(linked, decorator).some(name => /^prefect\.task\b/.test(name)),
  )
}

const pools = /^concurrent\.futures\.(Thread|Process)PoolExecutor\(\)\.submit$/
