import { byCodeUnits } from '../base/order'
import type { Finding, Level, Precision, Program, Step } from '../program'
import type { Rule, RuleSet } from '../rules/schema'
import { type Identity, nameFindings } from './fingerprint'
import { type Engine, openEngine } from './guards/engine'
import { evidenceFor, findEntries, verdictsOf, weigh } from './guards/verdict'
import { findVoids } from './guards/voids'
import { arrange } from './knowledge'
import { link } from './link'
import { displayName, messageFor } from './message'
import { findWrites, type Provenance, provenanceOf } from './origins'
import { findSinks, type SinkSite } from './sinks'

/** Checks a program against the rules. Findings are in the order of paths and places. */
export function check(program: Program, rules: RuleSet): Finding[] {
  const knowledge = arrange(rules)
  const linked = link(program, knowledge)
  const sinks = findSinks(linked)
  const engine = openEngine(linked)
  findEntries(engine, sinks)
  findWrites(linked)
  const judged = sinks.flatMap(site => judge(engine, site)).sort(byPlace)
  const fingerprints = nameFindings(unique(judged).map(identityOf))
  return unique(judged).map(({ finding }, i) => ({ ...finding, fingerprint: fingerprints[i] ?? '' }))
}

interface Judged {
  readonly site: SinkSite
  readonly finding: Omit<Finding, 'fingerprint'>
}

function judge(engine: Engine, site: SinkSite): Judged[] {
  const { knowledge } = engine.linked
  // A project's own rule for a hazard speaks before the built-in one.
  const rule = knowledge.rules.findLast(r => r.sink === site.outcome.hazard)
  if (!rule) return []
  const evidence = evidenceFor(engine, site, rule.unless)
  const weight = evidence === null ? 'guarded' : weigh(evidence)
  if (evidence === null || weight === 'guarded') return []
  const voids = findVoids(engine, site, rule.unless, evidence)
  const origin = provenanceOf(engine.linked, site)
  if (origin?.from === 'self') return []
  const test = knowledge.isTest(site.at.file.path)
  const level = test || site.outcome.possible || weight === 'declared' ? 'note' : levelOf(rule, site, origin)
  return [
    {
      site,
      finding: {
        rule: rule.id,
        level,
        securitySeverity: level === 'note' ? Math.min(rule.severity, 3.9) : rule.severity,
        precision: precisionOf(rule, site),
        message: messageFor(rule, site, origin, [...verdictsOf(evidence), ...voids]),
        fix: site.outcome.fix ?? rule.fix,
        span: site.at,
        name: site.nameAt,
        within: site.site.unit.label,
        steps: stepsOf(site, origin),
        guards: [...verdictsOf(evidence), ...voids],
      },
    },
  ]
}

// What comes from outside without a pin is the worst case; what an option says weighs at least as much.
function levelOf(rule: Rule, site: SinkSite, origin: Provenance | null): Level {
  const usual = site.outcome.level ?? rule.level
  return origin?.from === 'network' || origin?.from === 'upload' || origin?.from === 'hub' ? 'error' : usual
}

function stepsOf(site: SinkSite, origin: Provenance | null): Step[] {
  if (!origin) return []
  return [
    { span: origin.span, says: `The artifact ${origin.says}` },
    { span: site.at, says: `\`${displayName(site.name)}\` opens it` },
  ]
}

function precisionOf(rule: Rule, site: SinkSite): Precision {
  if (site.outcome.possible) return 'low'
  return site.guessed ? 'medium' : rule.precision
}

function identityOf({ site, finding }: Judged): Identity {
  return { rule: finding.rule, sink: site.name, within: finding.within, call: site.at }
}

function byPlace(a: Judged, b: Judged): number {
  return (
    byCodeUnits(a.finding.span.file.path, b.finding.span.file.path) ||
    a.finding.name.start - b.finding.name.start ||
    byCodeUnits(a.finding.rule, b.finding.rule)
  )
}

// A `finally` body stands in the control flow more than once.
function unique(sorted: readonly Judged[]): Judged[] {
  return sorted.filter((judged, i) => {
    const before = sorted[i - 1]
    return !before || byPlace(before, judged) !== 0
  })
}
