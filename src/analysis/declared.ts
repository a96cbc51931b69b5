import type { Unit } from '../program'
import type { GuardRule, Sink } from '../rules/schema'
import { boundTo } from './bindings'
import { entriesFor } from './knowledge'
import type { CallSite, Declared, Linked, Named, Referent } from './linked'
import { isStatic, referentsOf } from './resolve'

/**
 * Finds the repository's own functions that the configuration names. A name is read as a file at the top of the repository
 * would import it: `acme.release.Gate.check` stands in `acme/release.py` or in `src/acme/release.py`.
 */
export function findDeclared(linked: Linked): void {
  const { guards, sinks } = linked.knowledge.own
  for (const guard of guards)
    for (const { key, entry } of entriesIn(linked, guard))
      declare(linked, key, known => ({ ...known, guards: [...known.guards, entry] }))
  for (const sink of sinks)
    for (const { key, entry } of entriesIn(linked, sink))
      declare(linked, key, known => ({ ...known, sinks: [...known.sinks, entry] }))
}

interface Entry<T> {
  readonly key: string
  readonly entry: Named<T>
}

function entriesIn<T extends GuardRule | Sink>(linked: Linked, rule: T): Entry<T>[] {
  return rule.call.flatMap(name =>
    referentsOf(linked, { kind: 'name', name: name.replaceAll('()', ''), from: '', dots: 0 }).flatMap(
      referent => {
        const key = keyOf(referent)
        if (key === null) return []
        const parameters = rule.parameters.length > 0 ? rule.parameters : parametersOf(linked, referent)
        return [{ key, entry: { name, entry: { ...rule, parameters: [...parameters] } } }]
      },
    ),
  )
}

function declare(linked: Linked, key: string, add: (known: Declared) => Declared): void {
  linked.declared.set(key, add(linked.declared.get(key) ?? { guards: [], sinks: [] }))
}

function keyOf(referent: Referent): string | null {
  if (referent.kind === 'unit') return referent.unit.name
  return referent.kind === 'class' ? referent.name : null
}

// As they stand in the function's own head, so that nobody has to write them twice.
function parametersOf(linked: Linked, referent: Referent): readonly string[] {
  if (referent.kind === 'unit') return positional(referent.unit)
  const [init] = referent.kind === 'class' ? boundTo(linked, { unit: referent.name, name: '__init__' }) : []
  const unit = init?.kind === 'function' ? linked.program.units.get(init.unit) : undefined
  return unit ? positional(unit) : []
}

function positional(unit: Unit): readonly string[] {
  const bound = unit.owner !== null && !isStatic(unit) ? 1 : 0
  return unit.parameters
    .filter(parameter => parameter.kind === 'positional')
    .slice(bound)
    .map(parameter => parameter.name)
}

/** The guards that calling this is, by the catalogue and by the configuration. */
export function guardsFor(linked: Linked, referent: Referent): readonly Named<GuardRule>[] {
  if (referent.kind === 'external')
    return entriesFor(linked.knowledge.guards, referent.name).map(entry => ({ name: referent.name, entry }))
  return linked.declared.get(keyOf(referent) ?? '')?.guards ?? []
}

/** The sinks that calling this is, by the catalogue and by the configuration. */
export function sinksFor(linked: Linked, referent: Referent): readonly Named<Sink>[] {
  if (referent.kind === 'external')
    return entriesFor(linked.knowledge.sinks, referent.name).map(entry => ({ name: referent.name, entry }))
  return linked.declared.get(keyOf(referent) ?? '')?.sinks ?? []
}

/** Whether a call reaches a function that the configuration names as a sink, whatever it is called there. */
export function isDeclaredSink(linked: Linked, site: CallSite): boolean {
  for (const [name, { sinks }] of linked.declared)
    if (sinks.length > 0 && linked.callers.get(name)?.includes(site)) return true
  return false
}
