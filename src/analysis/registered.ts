import { onceFor, remembered } from '../base/once'
import type { Field, Unit, Value } from '../program'
import type { CallSite, Linked } from './linked'
import { libraryNames, referentsOf } from './resolve'

/**
 * The calls that run functions which a decorator has kept for later: the commands of an application run where it is called,
 * those of a group where the group is.
 */
export function findRegistered(linked: Linked): Map<string, readonly CallSite[]> {
  const found = new Map<string, readonly CallSite[]>()
  for (const unit of linked.program.units.values())
    for (const decorator of unit.decorators) {
      const kept = registration(decorator)
      const sites = kept ? runnersOf(linked, unit, kept) : []
      if (sites.length > 0) found.set(unit.name, [...(found.get(unit.name) ?? []), ...sites])
    }
  return found
}

// `@app.command()`, `@cli.command("promote")`
function registration(decorator: Value): Field | null {
  if (decorator.kind !== 'result') return null
  const { callee } = decorator.call
  return callee.kind === 'field' ? callee : null
}

function runnersOf(linked: Linked, unit: Unit, callee: Field): readonly CallSite[] {
  const { registrars } = linked.knowledge
  for (const referent of referentsOf(linked, callee)) {
    const runs = referent.kind === 'external' ? registrars.get(referent.name) : undefined
    if (runs) return nearest(unit, applicationsOf(linked)(runs))
  }
  for (const referent of referentsOf(linked, callee.of))
    if (referent.kind === 'unit' && isGroup(linked, referent.unit))
      return linked.callers.get(referent.unit.name) ?? []
  return []
}

function isGroup(linked: Linked, unit: Unit): boolean {
  return unit.decorators.some(decorator => {
    const named = decorator.kind === 'result' ? decorator.call.callee : decorator
    return libraryNames(linked, named).some(name => linked.knowledge.registrars.get(name) === '')
  })
}

const applicationsOf = onceFor((linked: Linked) =>
  remembered((runs): readonly CallSite[] =>
    linked.sites.filter(
      ({ call: { callee } }) => mayBeApplication(callee) && libraryNames(linked, callee).includes(runs),
    ),
  ),
)

// `app()`, `release.app()`
function mayBeApplication(callee: Value): boolean {
  const { kind } = callee.kind === 'field' ? callee.of : callee
  return kind === 'variable' || kind === 'name' || (kind === 'result' && callee.kind !== 'field')
}

// Of several applications that of the same file is meant, or one that another file takes from there.
function nearest(unit: Unit, sites: readonly CallSite[]): readonly CallSite[] {
  const own = sites.filter(site => site.unit.file.path === unit.file.path)
  const others = sites.filter(({ call: { callee } }) => callee.kind === 'name' || callee.kind === 'field')
  return own.length + others.length > 0 ? [...own, ...others] : sites
}
