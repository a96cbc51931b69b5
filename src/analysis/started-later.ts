import { addTo } from '../base/groups'
import type { Argument, Call, Unit, Value } from '../program'
import type { CallSite, Linked } from './linked'
import { libraryNames, unitsNamed } from './resolve'

type Starting = NonNullable<ReturnType<Linked['knowledge']['starting']['get']>>

/** The calls that tell a library to run a function, by the name of its unit: `promote.submit(version)` of a task of Prefect. */
export function findStarted(linked: Linked): Map<string, CallSite[]> {
  const found = new Map<string, CallSite[]>()
  const started = new Map<Unit, readonly Starting[]>()
  for (const unit of linked.program.units.values()) {
    const starting = startingOf(linked, unit)
    if (starting.length > 0) started.set(unit, starting)
  }
  const all = [...started.values()].flat()
  const names = new Set(all.flatMap(({ methods, wrapped }) => [...methods, ...wrapped]))
  const same = new Set(all.flatMap(starting => starting.same))
  for (const site of linked.sites) {
    const { callee } = site.call
    if (callee.kind !== 'field' || !names.has(callee.name)) continue
    for (const unit of unitsNamed(linked, withoutOptions(callee.of, same))) {
      const how = howStarted(started.get(unit) ?? [], callee.name)
      if (how) addTo(found, unit.name, how === 'methods' ? site : { ...site, call: withHidden(site.call) })
    }
  }
  return found
}

function startingOf(linked: Linked, unit: Unit): readonly Starting[] {
  return unit.decorators.flatMap(decorator =>
    namesOf(linked, decorator).flatMap(name => linked.knowledge.starting.get(name) ?? []),
  )
}

// `@task`, `@task(retries=3)`
function namesOf(linked: Linked, decorator: Value): readonly string[] {
  return libraryNames(linked, decorator.kind === 'result' ? decorator.call.callee : decorator)
}

// `promote.with_options(retries=3).submit()`
function withoutOptions(of: Value, same: ReadonlySet<string>): Value {
  const callee = of.kind === 'result' ? of.call.callee : null
  return callee?.kind === 'field' && same.has(callee.name) ? callee.of : of
}

function howStarted(starting: readonly Starting[], name: string): 'methods' | 'wrapped' | null {
  if (starting.some(({ methods }) => methods.includes(name))) return 'methods'
  return starting.some(({ wrapped }) => wrapped.includes(name)) ? 'wrapped' : null
}

// What it is given holds the arguments of the function somewhere.
function withHidden(call: Call): Call {
  const hidden = { value: { kind: 'unknown' }, span: call.span } as const
  const args: readonly Argument[] = [
    { ...hidden, name: null, splat: true },
    { ...hidden, name: '**', splat: true },
  ]
  return { ...call, arguments: args }
}
