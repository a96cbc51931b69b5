import {
  type Charge,
  type Finding,
  type GuardedSite,
  type GuardVerdict,
  type Keyed,
  onDisk,
  type Precision,
  type Program,
  type Span,
  together,
} from '../program'
import type { Rule, RuleSet } from '../rules/schema'
import { isOfTests } from './callers'
import { linkCommands } from './commands/started'
import { conclude, type Examined, type Judgements } from './examined'
import { bySpecificity, type Facet, facetsOf, hazardsOf } from './facets'
import { isPromotion } from './families'
import { type Identity, keysOf, textToName } from './fingerprint'
import { guardedSite } from './guarded'
import { evidenceAround } from './guards/afterwards'
import { type Engine, openEngine } from './guards/engine'
import type { Evidence, GuardKind } from './guards/evidence'
import { artifactValue, findEntries, lacking, verdictsOf, weigh } from './guards/verdict'
import { verifiedWays } from './guards/verified-ways'
import { findSettled, findVoids } from './guards/voids'
import { pathOnDisk, whyInstalled } from './inert'
import { arrange, type Knowledge } from './knowledge'
import { levelOf, rank, severityAt } from './levels'
import { basesLeftOut } from './lineage'
import { type Promotion, sketchPromotions } from './map'
import { displayName, messageFor } from './message'
import { provenanceOf, stepsTo } from './origins/provenance'
import { openSources, type Sources } from './origins/sources'
import { pathTo } from './paths'
import { isDocument } from './selection/hints'
import { callsOf, type Shard, wholeRun } from './shards'
import { findSinks, type SinkSite } from './sinks'
import { type Company, companyOf, whyPlaced } from './surroundings'
import { asTakenIn, takenInAt } from './taken-in'
import { tellingOf, tellsOf } from './told'

/** Checks a program against the rules. */
export function check(program: Program, rules: RuleSet): Finding[] {
  return examine(program, rules).findings
}

/** Checks a program against the rules, and tells what is guarded as well. */
export function examine(program: Program, rules: RuleSet): Examined {
  return conclude([judgeCalls(program, rules)])
}

/** Judges the calls of a program that belong to a shard, each by what the whole program says of it. */
export function judgeCalls(program: Program, rules: RuleSet, shard: Shard = wholeRun): Judgements {
  const knowledge = arrange(rules)
  const linked = linkCommands(program, knowledge)
  const sinks = findSinks(linked)
  const own = callsOf(shard, sinks)
  const engine = openEngine(linked, kindsFor(knowledge, sinks))
  findEntries(engine, own)
  const context = { engine, sources: openSources(linked), company: companyOf(linked, sinks) }
  const order = new Map(sinks.map((site, at) => [site, at]))
  const all = own.flatMap(site => judge(context, site))
  const found = oneOfEach(all.filter(one => 'finding' in one))
  const yields = new Set(rules.rules.flatMap(rule => (rule.yields ? [rule.id] : [])))
  const asked = shard.of > 1 || found.some(({ finding }) => yields.has(finding.rule))
  return {
    found: found.map(one => ({
      order: order.get(one.site) ?? 0,
      finding: one.finding,
      text: textToName(identityOf(one)),
      keys: keysOf(identityOf(one)),
      telling: tellingOf(context.sources, one, asked),
    })),
    guarded: all.flatMap(one =>
      'guarded' in one
        ? [
            {
              order: order.get(one.site) ?? 0,
              site: one.guarded,
              tells: asked ? tellsOf(context.sources, one.site) : null,
            },
          ]
        : [],
    ),
    map: sketchPromotions(
      engine,
      all.flatMap(one => promotionIn(knowledge, one)),
    ),
    notices: [...[...linked.configured.notices.values()].flat(), ...basesLeftOut(linked)],
  }
}

/** The kinds of guard that count for some sink: a repository that only loads is not searched for approvals. */
export function kindsFor({ rules }: Knowledge, sinks: readonly SinkSite[]): ReadonlySet<GuardKind> {
  const hazards = new Set(sinks.flatMap(hazardsOf))
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
  readonly guarded: Keyed<GuardedSite>
}

/** A call as one rule sees it. */
interface Ruled extends Facet {
  readonly rule: Rule
}

/** What stands in front of a call, by the kinds of guard that are asked for. */
interface Seen {
  readonly evidence: Map<string, readonly Evidence[] | null>
  readonly voids: Map<string, readonly GuardVerdict[]>
}

interface Judgement extends Ruled {
  readonly evidence: readonly Evidence[]
  /** `null` where it is guarded. */
  readonly charge: Charge | null
}

function judge(context: Context, site: SinkSite): (Judged | Guarded)[] {
  const { engine, sources } = context
  const { rules } = engine.linked.knowledge
  const ruled = facetsOf(sources, site).flatMap((facet): Ruled[] => {
    // A project's own rule for a hazard speaks before the built-in one.
    const rule = rules.findLast(r => r.sink === facet.site.outcome.hazard)
    return rule ? [{ ...facet, rule }] : []
  })
  const seen: Seen = { evidence: new Map(), voids: new Map() }
  const verdicts = bySpecificity(ruled).flatMap(one => judgeAs(context, one, seen))
  const guarded = verdicts.filter(({ own, charge }) => own && charge === null)
  const silent = guarded.map(({ rule, evidence }) => ({
    site,
    guarded: guardedSite(rule, site, verdictsOf(evidence)),
  }))
  const [first, ...others] = verdicts.flatMap(({ charge }) => charge ?? [])
  if (!first || verdicts.every(({ charge, alone }) => charge === null || !alone)) return silent
  const about = { span: site.at, name: site.nameAt, within: site.site.unit.label }
  const finding = placed(together(about, [first, ...others]))
  const told: Judged = { site, at: site.at, finding, ...(silent.length > 0 && { again: true }) }
  return [...silent, ...withTemplate(engine, told)]
}

function judgeAs(context: Context, ruled: Ruled, seen: Seen): Judgement[] {
  const { rule, site, own, says } = ruled
  const { engine, sources, company } = context
  const { knowledge } = engine.linked
  const evidence = evidenceIn(engine, site, rule, seen)
  // Nothing leads here.
  if (evidence === null) return []
  const required = requiredBy(knowledge, rule)
  const weight = weigh(evidence, required)
  if (weight === 'guarded' && rule.reports === 'unguarded') return [{ ...ruled, evidence, charge: null }]
  const voids = voidsIn(engine, ruled, evidence, seen)
  // What is ordinary without a check is a finding with one that only looks like it.
  if (rule.reports === 'void-guards' && voids.length === 0) return []
  const guards = [...verdictsOf(evidence), ...voids]
  const origin = provenanceOf(sources, site, verifiedWays(engine, site, artifactValue(site)).verified)
  const path = pathOnDisk(site.at.file)
  const inert = engine.linked.inert.get(path) ?? null
  // Who adds a promotion could add as well what calls it somebody else's.
  const installed = rule.family === 'promotion' ? null : whyInstalled(engine.linked.program, path)
  const because = whyPlaced(engine.linked, company, site)
  const about = {
    origin,
    test: isOfTests(engine.linked, site.site.unit),
    declared: weight === 'declared',
    attended: weight === 'attended',
    inert: inert !== null,
    installed: installed !== null,
    placed: because !== null,
    own,
    shown: isDocument(path),
  }
  const level = levelOf(rule, site, about)
  if (level === null) return []
  const steps = origin ? stepsTo(origin, site, `\`${displayName(site.name)}\` opens it`) : []
  const charge: Charge = {
    rule: rule.id,
    level,
    securitySeverity: severityAt(level, rule),
    precision: precisionOf(rule, site, because),
    message: messageFor(knowledge, rule, site, {
      origin,
      inert: inert ?? (level === 'note' ? installed : null),
      placed: because,
      lacking: lacking(evidence, required),
      guards,
    }),
    fix: site.outcome.fix ?? rule.fix,
    steps: steps.length > 0 ? steps : pathTo(engine, site.site.unit, rule.unless),
    guards,
    says,
  }
  return [{ ...ruled, evidence, charge }]
}

// Rules of one family mostly ask for the same kinds.
function evidenceIn(engine: Engine, site: SinkSite, rule: Rule, seen: Seen): readonly Evidence[] | null {
  const { unless: kinds, guarded } = rule
  const key = [guarded, ...kinds].join(' ')
  const known = seen.evidence.get(key)
  if (known !== undefined) return known
  const around = evidenceAround(engine, site, rule)
  const own = (site.deployment?.evidence ?? []).filter(({ kind }) => kinds.includes(kind))
  const evidence = around && [...around, ...own]
  seen.evidence.set(key, evidence)
  return evidence
}

function voidsIn(
  engine: Engine,
  { rule, site }: Ruled,
  evidence: readonly Evidence[],
  { voids }: Seen,
): readonly GuardVerdict[] {
  if (rule.reports === 'void-guards') return findSettled(engine, site, rule.unless)
  const key = [rule.guarded, ...rule.unless].join(' ')
  const found = voids.get(key) ?? findVoids(engine, site, rule, evidence)
  voids.set(key, found)
  return found
}

// What a project asks of its promotions is asked of moves, and not of checks.
function requiredBy({ own }: Knowledge, { family, reports, unless }: Rule): readonly GuardKind[] {
  const asked = family === 'promotion' && reports === 'unguarded' ? (own.require ?? []) : []
  return asked.filter(kind => unless.includes(kind))
}

function withTemplate({ linked }: Engine, judged: Judged): Judged[] {
  const { site, finding } = judged
  const span = takenInAt(linked, site)
  return span ? [judged, { site, at: span, finding: asTakenIn(finding, site, span), again: true }] : [judged]
}

function promotionIn(knowledge: Knowledge, one: Judged | Guarded): Promotion[] {
  const { site } = one
  if (!isPromotion(knowledge, site.outcome.hazard) || 'again' in one) return []
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
    ...partsOnDisk(finding),
    also: finding.also.map(charge => ({ ...charge, ...partsOnDisk(charge) })),
  }
}

function partsOnDisk({ steps, guards }: Pick<Charge, 'steps' | 'guards'>): Pick<Charge, 'steps' | 'guards'> {
  return {
    steps: steps.map(step => ({ ...step, span: onDisk(step.span) })),
    guards: guards.map(guard => ({ ...guard, span: onDisk(guard.span) })),
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

// A `finally` body stands in the control flow more than once, and what is guarded in one copy need not be in the other.
function oneOfEach(all: readonly Judged[]): Judged[] {
  const worst = new Map<string, Judged>()
  for (const judged of all) {
    const { file, start } = judged.site.at
    const key = [file.path, start, judged.at.file.path, judged.at.start].join(' ')
    const known = worst.get(key)
    if (!known || rank[judged.finding.level] > rank[known.finding.level]) worst.set(key, judged)
  }
  return [...worst.values()]
}
