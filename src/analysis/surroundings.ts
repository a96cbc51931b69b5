import { type Call, onDisk, type Unit } from '../program'
import { goesOn } from './commands/lines'
import { isPromotion } from './families'
import type { Linked } from './linked'
import { displayName } from './message'
import { nameOf, triggersOf } from './paths'
import { environmentsOf, placeOf } from './placed'
import { callersOf, unitsAbove } from './resolve'
import type { SinkSite } from './sinks'

/** By job: the sinks that its steps reach. */
export type Company = ReadonlyMap<Unit, readonly SinkSite[]>

const byItself = /^(push|tag|merge|release|schedule|pipeline)$/
const settingsFile = /(?<![\w./-])[\w./-]+\.(?:ya?ml|json|toml|tfvars|env|ini)\b/g

/** The sinks of each job that leads to one. */
export function companyOf(linked: Linked, sinks: readonly SinkSite[]): Company {
  const found = new Map<Unit, SinkSite[]>()
  for (const sink of sinks)
    for (const unit of unitsAbove(linked, sink.site.unit))
      if (unit.kind === 'job') found.set(unit, [...(found.get(unit) ?? []), sink])
  return found
}

/**
 * Why a call that names no environment counts as one in production: what the jobs and pipelines that lead to it are called,
 * what else they do, or that one starts by itself. `null` where nothing says so, or where a name speaks of another environment.
 */
export function whyPlaced(linked: Linked, company: Company, sink: SinkSite): string | null {
  const { automatic, beside } = sink.outcome
  if (automatic === null && beside === null) return null
  const above = unitsAbove(linked, sink.site.unit)
  const jobs = above.filter(unit => unit.kind === 'job')
  const reasons = jobs.map(job => {
    if (automatic === null) return placeBeside(linked, company, sink, job)
    const pipelines = callersOf(linked, job).map(site => site.unit)
    return placeOfJob(linked, company, sink, job, pipelines)
  })
  return reasons.find(reason => reason !== null) ?? null
}

function placeOfJob(
  linked: Linked,
  company: Company,
  sink: SinkSite,
  job: Unit,
  pipelines: readonly Unit[],
): string | null {
  const names = [job.label, ...pipelines.map(pipeline => pipeline.label), ...environmentsOf(linked, job)]
  const said = names.map(name => (goesOn.test(name) ? 'neutral' : placeOf(linked, name)))
  if (said.includes('other')) return null
  const named = names[said.indexOf('production')]
  if (named !== undefined) return `\`${named.replaceAll('`', "'")}\` names production`
  return placeBeside(linked, company, sink, job) ?? settingsOf(linked, job) ?? startOf(linked, job, sink)
}

function placeBeside(linked: Linked, company: Company, sink: SinkSite, job: Unit): string | null {
  const others = company.get(job) ?? []
  const beside = others.find(other => other.name !== sink.name && isPlaced(linked, other))
  return beside ? `\`${displayName(beside.name)}\` in ${nameOf(job)} moves a model there` : null
}

function isPlaced(linked: Linked, { outcome }: SinkSite): boolean {
  return (
    isPromotion(linked.knowledge, outcome.hazard) &&
    !outcome.possible &&
    outcome.automatic === null &&
    outcome.beside === null &&
    outcome.level !== 'note'
  )
}

// A pipeline that takes its settings from `config-prod.yml` works in production, unless it takes others too.
function settingsOf(linked: Linked, job: Unit): string | null {
  const { text } = onDisk(job.span).file
  const files = [...text.matchAll(settingsFile)].map(([file]) => ({ file, place: placeOf(linked, file) }))
  const production = files.find(({ place }) => place === 'production')
  if (!production || files.some(({ place }) => place === 'other')) return null
  return `the pipeline reads \`${production.file}\``
}

// What starts on a branch of another environment does not serve users, nor does what tries a proposal out.
function startOf(linked: Linked, job: Unit, sink: SinkSite): string | null {
  const steps = eventsOfSteps(linked, job, sink)
  for (const site of callersOf(linked, job)) {
    const triggers = triggersOf(site)
    for (const on of steps) {
      const starting = triggers.filter(({ event }) => on?.includes(event) ?? true)
      if (starting.some(({ event }) => event === 'pull-request')) continue
      for (const { event, says } of starting)
        if (byItself.test(event) && placeOf(linked, says) !== 'other')
          return `${nameOf(site.unit)} starts ${says}, and nothing names another environment`
    }
  }
  return null
}

// Each step of a job may run on some of the events only that start the job; nothing where it runs on all of them.
function eventsOfSteps(linked: Linked, job: Unit, { site }: SinkSite): readonly Call['on'][] {
  if (site.unit === job) return [site.call.on]
  const between = unitsAbove(linked, site.unit).filter(unit => unit !== job)
  const steps = between.flatMap(unit => callersOf(linked, unit).filter(caller => caller.unit === job))
  return steps.length === 0 ? [undefined] : steps.map(({ call }) => call.on)
}
