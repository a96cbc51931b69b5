import { byCodeUnits } from '../base/order'
import {
  type Finding,
  type GuardedSite,
  type Notice,
  onDisk,
  type Precision,
  type Program,
  type PromotionMap,
  type Span,
} from '../program'
import type { Rule, RuleSet } from '../rules/schema'
import { linkCommands } from './commands/started'
import { type Identity, nameFindings } from './fingerprint'
import { guardedSite, listGuarded } from './guarded'
import { type Engine, openEngine } from './guards/engine'
import type { GuardKind } from './guards/evidence'
import { evidenceFor, findEntries, lacking, verdictsOf, weigh } from './guards/verdict'
import { findSettled, findVoids } from './guards/voids'
import { pathOnDisk } from './inert'
import { arrange, type Knowledge } from './knowledge'
import { levelOf, severityAt } from './levels'
import { mapPromotions, type Promotion } from './map'
import { displayName, messageFor } from './message'
import { provenanceOf, stepsTo } from './origins/provenance'
import { openSources, type Sources } from './origins/sources'
import { pathTo } from './paths'
import { findSinks, type SinkSite } from './sinks'
import { type Company, companyOf, whyPlaced } from './surroundings'
import { asTakenIn, takenInAt } from './taken-in'

/** Checks a program against the rules. */
export function check(program: Program, rules: RuleSet): Finding[] {
  return examine(program, rules).findings
}

/** What was found, in the order of paths and places. */
export interface Examined {
  readonly findings: Finding[]
  /** Sinks that are not reported, since something guards them. */
  readonly guarded: GuardedSite[]
  /** How models reach production, guarded or not. */
  readonly map: PromotionMap
  /** Configuration files that the code reads and that could not be read here. */
  readonly notices: readonly Notice[]
}

/** Checks a program against the rules, and tells what is guarded as well. */
export function examine(program: Program, rules: RuleSet): Examined {
  const knowledge = arrange(rules)
  const linked = linkCommands(program, knowledge)
  const sinks = findSinks(linked)
  const engine = openEngine(linked, kindsFor(knowledge, sinks))
  findEntries(engine, sinks)
  const sources = openSources(linked)
  const company = companyOf(linked, sinks)
  const all = sinks.flatMap(site => judge({ engine, sources, company }, site))
  const judged = unique(all.filter(one => 'finding' in one).sort(byPlace))
  const fingerprints = nameFindings(judged.map(identityOf))
  const findings = judged.map(({ finding }, i) => ({ ...finding, fingerprint: fingerprints[i] ?? '' }))
  const guarded = all.flatMap(one => ('guarded' in one ? [one.guarded] : []))
  const map = mapPromotions(engine, all.flatMap(promotionIn))
  return {
    findings,
    guarded: listGuarded(guarded, findings),
    map,
    notices: [...linked.configured.notices.values()].flat(),
  }
}

/** The kinds of guard that count for some sink: a repository that only loads is not searched for approvals. */
export function kindsFor({ rules }: Knowledge, sinks: readonly SinkSite[]): ReadonlySet<GuardKind> {
  const hazards = new Set(sinks.map(({ outcome }) => outcome.hazard))
  return new Set(rules.flatMap(rule => (hazards.has(rule.sink) ? rule.unless : [])))
}

/** What all sinks are judged with. */
interface Context {
  readonly engine: Engine
  readonly sources: Sources
  readonly company: Company
}

interface Judged {
  readonly site: SinkSite
  /** What names the finding. */
  readonly at: Span
  /** Whether it is told at another place already. */
  readonly again?: true
  readonly finding: Omit<Finding, 'fingerprint'>
}

interface Guarded {
  readonly site: SinkSite
  readonly guarded: GuardedSite
}

function judge(context: Context, site: SinkSite): (Judged | Guarded)[] {
  const { engine, sources, company } = context
  const { knowledge } = engine.linked
  // A project's own rule for a hazard speaks before the built-in one.
  const rule = knowledge.rules.findLast(r => r.sink === site.outcome.hazard)
  if (!rule) return []
  const before = evidenceFor(engine, site, rule.unless)
  // Nothing leads here.
  if (before === null) return []
  const own = (site.deployment?.evidence ?? []).filter(({ kind }) => rule.unless.includes(kind))
  const evidence = [...before, ...own]
  const required = requiredBy(knowledge, rule)
  const weight = weigh(evidence, required)
  if (weight === 'guarded' && rule.reports === 'unguarded')
    return [{ site, guarded: guardedSite(rule, site, verdictsOf(evidence)) }]
  const settled = rule.reports === 'void-guards' ? findSettled(engine, site, rule.unless) : null
  // What is ordinary without a check is a finding with one that only looks like it.
  if (settled?.length === 0) return []
  const voids = settled ?? findVoids(engine, site, rule.unless, evidence)
  const origin = provenanceOf(sources, site)
  const test = knowledge.isTest(site.at.file.path)
  const inert = engine.linked.inert.get(pathOnDisk(site.at.file)) ?? null
  const because = whyPlaced(engine.linked, company, site)
  const about = {
    origin,
    test,
    declared: weight === 'declared',
    attended: weight === 'attended',
    inert: inert !== null,
  }
  const level = levelOf(rule, site, { ...about, placed: because !== null })
  if (level === null) return []
  const steps = origin ? stepsTo(origin, site, `\`${displayName(site.name)}\` opens it`) : []
  return withTemplate(engine, {
    site,
    at: site.at,
    finding: placed({
      rule: rule.id,
      level,
      securitySeverity: severityAt(level, rule),
      precision: precisionOf(rule, site, because),
      message: messageFor(rule, site, {
        origin,
        inert,
        placed: because,
        lacking: lacking(evidence, required),
        guards: [...verdictsOf(evidence), ...voids],
      }),
      fix: site.outcome.fix ?? rule.fix,
      span: site.at,
      name: site.nameAt,
      within: site.site.unit.label,
      steps:
        steps.length > 0
          ? steps
          : pathTo(engine, site.site.unit, required.length > 0 ? required : rule.unless),
      guards: [...verdictsOf(evidence), ...voids],
    }),
  })
}

// What a project asks of its promotions is asked of moves, and not of checks.
function requiredBy({ own }: Knowledge, { sink, reports }: Rule): readonly GuardKind[] {
  return sink === 'promotion' && reports === 'unguarded' ? (own.require ?? []) : []
}

function withTemplate({ linked }: Engine, judged: Judged): Judged[] {
  const { site, finding } = judged
  const span = takenInAt(linked, site)
  return span ? [judged, { site, at: span, finding: asTakenIn(finding, site, span), again: true }] : [judged]
}

function promotionIn(one: Judged | Guarded): Promotion[] {
  const { site } = one
  if (site.outcome.hazard !== 'promotion' || 'again' in one) return []
  if ('guarded' in one) return [{ site, status: 'guarded', guards: one.guarded.guards }]
  const { guards } = one.finding
  const declared = guards.some(guard => guard.strength === 'medium')
  return [{ site, status: declared ? 'declared' : 'open', guards }]
}

// What the analysis says of embedded code is shown in the file that holds it.
function placed(finding: Judged['finding']): Judged['finding'] {
  return {
    ...finding,
    span: onDisk(finding.span),
    name: onDisk(finding.name),
    steps: finding.steps.map(step => ({ ...step, span: onDisk(step.span) })),
    guards: finding.guards.map(guard => ({ ...guard, span: onDisk(guard.span) })),
  }
}

function precisionOf(rule: Rule, site: SinkSite, placed: string | null): Precision {
  if (site.outcome.possible) return 'low'
  if (placed !== null) return 'medium'
  return site.guessed ? 'medium' : rule.precision
}

function identityOf({ site, at, finding }: Judged): Identity {
  return { rule: finding.rule, sink: site.name, within: finding.within, call: at }
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
