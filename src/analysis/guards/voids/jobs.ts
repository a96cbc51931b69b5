import type { After, Block, Call, GuardVerdict, Unit } from '../../../program'
import type { CallSite } from '../../linked'
import { isPython } from '../../python'
import { callersOf } from '../../resolve'
import { establishedByEnd } from '../after'
import { establishedByReturn } from '../returns'
import { reaches } from './places'
import { firstFew, relevant, type Search, verdict } from './search'

const mostUnits = 60

/** Checks in the pipelines and scripts that lead to the sink, whose failure holds nothing back. */
export function toleratedChecks(search: Search): readonly GuardVerdict[] {
  const sites = sitesAbove(search).filter(({ unit }) => unit.kind === 'job' || !isPython(unit.file.path))
  return sites.flatMap(site => [...endedSomehow(search, site.unit), ...failedInVain(search, site)])
}

function sitesAbove({ engine, sink }: Search): readonly CallSite[] {
  const sites: CallSite[] = [sink.site]
  const seen = new Set<Unit>()
  for (const { unit } of sites) {
    if (seen.has(unit) || seen.size > mostUnits) continue
    seen.add(unit)
    sites.push(...callersOf(engine.linked, unit))
  }
  return sites
}

// A job that is waited for, and whose failure does not count.
function endedSomehow(search: Search, unit: Unit): readonly GuardVerdict[] {
  const afters = unit.blocks.flatMap(({ facts }) =>
    facts.filter((fact): fact is After => fact.kind === 'after'),
  )
  return firstFew(afters, after => {
    if (after.regardless === null || unit.kind === 'pipeline') return null
    const evidence = relevant(search, establishedByEnd(search.engine, { ...after, regardless: null }))
    const job = after.unit.slice(after.unit.lastIndexOf(':') + 1).replaceAll('`', "'")
    const says = `\`${job}\` is needed, and this job goes on whatever came of it (${after.regardless})`
    return evidence && verdict(evidence.kind, after.span, says)
  })
}

// A command or a step that fails, and what comes next runs all the same.
function failedInVain(search: Search, site: CallSite): readonly GuardVerdict[] {
  const { unit } = site
  const blocks = [...unit.blocks.entries()].filter(([index]) => index !== site.block)
  return firstFew(blocks, ([, block]) => {
    const call = tolerated(unit, block, site.block)
    const evidence = call && relevant(search, establishedByReturn(search.engine, call))
    return evidence
      ? verdict(evidence.kind, call.span, 'it may fail, and what follows runs all the same')
      : null
  })
}

function tolerated(unit: Unit, block: Block, target: number): Call | null {
  const last = block.facts.at(-1)
  if (last?.kind !== 'call') return null
  const leads = block.next.some(
    edge => edge.when === 'raises' && reaches({ unit, ends: new Set() }, edge.to, target),
  )
  return leads ? last : null
}
