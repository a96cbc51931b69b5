import type { Unit } from '../../program'
import type { CallSite, Linked } from '../linked'
import { environmentsOf, placeOf } from '../placed'
import type { SinkSite } from '../sinks'
import type { Engine } from './engine'

const most = 200

/** Ways to a unit that lead nowhere near production, and the units that were looked at for them. */
export interface Elsewhere {
  readonly others: ReadonlySet<CallSite>
  readonly asked: ReadonlySet<Unit>
}

/**
 * A deployment that does not say where is one in the environment of its job. What a job does that declares development needs
 * no guard, and what another one does needs one all the same. `null` where no job declares such an environment.
 */
export function jobsElsewhere(engine: Engine, { site, sink, outcome }: SinkSite): Elsewhere | null {
  // A stage of a registry is the one that serves, whoever moves a version there.
  if (sink.does !== 'deployment' || outcome.target !== null) return null
  const search: Search = { engine, others: new Set(), asked: new Set(), left: most }
  leads(search, site.unit)
  const { others, asked, left } = search
  return others.size > 0 && left >= 0 ? { others, asked } : null
}

interface Search {
  readonly engine: Engine
  readonly others: Set<CallSite>
  readonly asked: Set<Unit>
  left: number
}

// Whether somebody leads to a unit who may work in production.
function leads(search: Search, unit: Unit): boolean {
  const { engine, others, asked } = search
  const entrances = engine.entrances.get(unit) ?? []
  search.left -= 1 + entrances.length
  if (entrances.length === 0 || asked.has(unit) || search.left < 0) return true
  asked.add(unit)
  const leading = entrances.map(({ site }) =>
    site.unit.kind === 'job' ? !isElsewhere(engine.linked, site.unit) : leads(search, site.unit),
  )
  for (const [i, { site }] of entrances.entries()) if (!leading[i]) others.add(site)
  return leading.includes(true)
}

// What a job is called may say what it does there: `test-and-deploy`. What it declares says where.
function isElsewhere(linked: Linked, job: Unit): boolean {
  const places = environmentsOf(linked, job).map(name => placeOf(linked, name))
  return (
    places.length > 0 &&
    places.every(place => place === 'other') &&
    placeOf(linked, job.label) !== 'production'
  )
}
