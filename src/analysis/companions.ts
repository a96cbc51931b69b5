import { addTo } from '../base/groups'
import { onceFor } from '../base/once'
import { onDisk, type Span, type Unit } from '../program'
import type { Aspect } from '../rules/schema'
import { conditionsHold } from './cases'
import { isCommand } from './commands/known'
import { pathOnDisk } from './inert'
import { lastName } from './knowledge'
import type { CallSite, Linked } from './linked'
import { provenanceOf } from './origins/provenance'
import type { Sources } from './origins/sources'
import { libraryNames, unitsAbove } from './resolve'

type Wanted = NonNullable<Aspect['with']>

/** Another call beside this one, as an aspect of a sink asks for it: where it stands, or `null`. */
export function companionOf(sources: Sources, site: CallSite, wanted: Wanted): Span | null {
  const { linked } = sources
  const known = sitesByName(linked)
  const candidates = [...new Set(wanted.call.map(spelled))].flatMap(name => known.get(name) ?? [])
  const found = candidates.find(
    other =>
      other.call !== site.call &&
      (wanted.behind ? isBehind(linked, other, site) : isInFileOf(other, site)) &&
      isCallTo(linked, other, wanted.call) &&
      conditionsHold(linked, wanted, other.call.arguments) &&
      comesFrom(sources, other, wanted),
  )
  return found ? onDisk(found.call.span) : null
}

// In a large repository there are too many calls to look through for each sink.
const sitesByName = onceFor((linked: Linked): ReadonlyMap<string, readonly CallSite[]> => {
  const found = new Map<string, CallSite[]>()
  for (const site of linked.sites) for (const name of namesOf(linked, site)) addTo(found, spelled(name), site)
  return found
})

// In a function an imported name is a variable of the module, and in a loop a mix.
function namesOf(linked: Linked, { call: { callee } }: CallSite): readonly string[] {
  if (callee.kind === 'name' || callee.kind === 'field') return [callee.name]
  if (callee.kind !== 'variable' && callee.kind !== 'mix') return []
  return libraryNames(linked, callee)
}

// A command goes by all of its words, and everything else by its last name.
function spelled(name: string): string {
  return isCommand(name) ? name : lastName(name)
}

function isCallTo(linked: Linked, { call: { callee } }: CallSite, names: readonly string[]): boolean {
  if (callee.kind === 'name' && names.includes(callee.name)) return true
  return libraryNames(linked, callee).some(name => names.includes(name))
}

function isInFileOf(a: CallSite, b: CallSite): boolean {
  return pathOnDisk(a.call.span.file) === pathOnDisk(b.call.span.file)
}

// The steps of a job follow one another, each a script of its own.
function isBehind(linked: Linked, later: CallSite, earlier: CallSite): boolean {
  if (!isInFileOf(later, earlier)) return false
  if (onDisk(later.call.span).start <= onDisk(earlier.call.span).start) return false
  if (later.unit === earlier.unit) return true
  const jobs = jobsAbove(linked, earlier.unit)
  return jobsAbove(linked, later.unit).some(job => jobs.includes(job))
}

function jobsAbove(linked: Linked, unit: Unit): readonly Unit[] {
  return unitsAbove(linked, unit).filter(one => one.kind === 'job')
}

function comesFrom(sources: Sources, site: CallSite, { argument, from, parameters }: Wanted): boolean {
  if (argument === undefined || from === undefined) return true
  const sink = { artifact: argument, parameters: [...parameters], names: 'model' as const }
  const trail = provenanceOf(sources, { site, sink, arguments: site.call.arguments })
  if (trail === null) return false
  // The command line of a process that serves others is one all the more.
  const origin = trail.from === 'service' ? 'command-line' : trail.from
  return from.some(one => one === origin)
}
