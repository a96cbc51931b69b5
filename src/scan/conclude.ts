import { eachOnce } from '../analysis/examined'
import { byCodeUnits } from '../base/order'
import type { Base, Unavailable } from '../files/git/base'
import type { Tree } from '../files/walk'
import { type Addition, compare, type Found } from '../policy/additions'
import { isScannedAlike } from '../policy/changes'
import { type Early, earlyIgnores } from '../policy/early'
import { effectsOf } from '../policy/effects'
import { settle } from '../policy/exceptions'
import type { Proposal } from '../policy/from-base'
import { applyIgnores } from '../policy/ignores'
import { mostSevere } from '../policy/most-severe'
import { proposalNotices } from '../policy/proposal'
import type { Configuration } from '../policy/settings'
import { blockers, judge, withLevels } from '../policy/verdict'
import { hasBounds } from '../policy/weakened'
import type { Comparison, Finding, Notice, Report, RuleText } from '../program'
import type { Seen } from './examine'

/** What a report rests on beside what was found. */
export interface Basis {
  readonly version: string
  readonly rules: readonly RuleText[]
  readonly configuration: Configuration
  readonly proposal: Proposal | null
  /** Whether all of the repository was scanned. */
  readonly whole: boolean
  readonly tree: Pick<Tree, 'notices' | 'ignored' | 'seen'>
}

/** All that a report is made of: what was found, on both sides of a comparison, and the policy. */
export interface Gathered extends Basis {
  readonly head: Seen
  /** What the tree is compared with, or why it cannot be; `null` where all that is found is judged. */
  readonly base: Pick<Base, 'kind' | 'commit' | 'remarks'> | Unavailable | null
  readonly before: Before | null
  /** What is found by the policy of the other side, where that leaves other files out or knows other guards. */
  other(policy: Configuration): Promise<Seen>
}

/** The other side of a comparison. It is looked at only where that can make a difference. */
export interface Before {
  /** Whether a file is another one there. */
  isTouched(path: string): boolean
  seen(): Promise<Seen>
}

/** Applies the policy to what was found, compares, and judges. */
export async function concluded(gathered: Gathered): Promise<Report> {
  const { version, rules, configuration, whole, tree, head, base, before } = gathered
  const early = await earlyIn(gathered)
  const settled = settle({ ...head, rules, whole, early }, configuration)
  const found: Found = {
    findings: keyedAs(head, settled.findings),
    aside: keyedAs(head, settled.suppressed),
    guarded: shownGuarded(head, configuration),
  }
  const additions = before && (await added(before, found, rules, configuration))
  const findings = additions ? additions.map(withState) : settled.findings
  const listed = mostSevere(findings, configuration.limits.findings)
  return {
    version,
    rules,
    findings: listed.findings,
    suppressed: settled.suppressed,
    guarded: found.guarded,
    map: head.map,
    policy: effectsOf(configuration, { findings: head.findings, ignored: tree.ignored }),
    // Several frontends may look at one file.
    notices: eachOnce([
      ...listed.notices,
      ...[...tree.notices, ...head.notices, ...settled.notices, ...noticesOn(base, configuration)],
      ...(await proposed(gathered, { early, findings: settled.findings })),
    ]).sort(byPlace),
    verdict: judge(findings, configuration.failOn, { ...configuration, expired: settled.expired }),
    blocking: new Set(
      blockers(findings, configuration.failOn, configuration).map(({ fingerprint }) => fingerprint),
    ),
    comparison: additions && base?.kind === 'base' ? comparisonOf(base, additions) : null,
    files: { seen: tree.seen, parsed: head.parsed },
  }
}

// The policy knows nothing of keys.
function keyedAs({ findings }: Seen, settled: readonly Finding[]): Found['findings'] {
  const keys = new Map(findings.map(({ fingerprint, key, call }) => [fingerprint, { key, call }]))
  return settled.map(finding => ({ ...finding, ...(keys.get(finding.fingerprint) ?? { key: '', call: '' }) }))
}

function withState({ finding, state }: Addition): Finding {
  return state === 'new' ? finding : { ...finding, state: 'existing' }
}

function shownGuarded({ guarded }: Seen, { rules }: Configuration): Found['guarded'] {
  return guarded.filter(({ rule }) => rules.get(rule) !== 'off')
}

// What the base has it has, whatever comments and waivers take out of it.
function leveled(seen: Seen, configuration: Configuration, rules: readonly RuleText[]): Found {
  const { rules: wanted, paths } = configuration
  return {
    findings: withLevels(seen.findings, rules, wanted, paths),
    guarded: shownGuarded(seen, configuration),
  }
}

/** What comments take out that the base does not have, where the change is judged by its base. */
async function earlyIn({ proposal, before, head, rules }: Gathered): Promise<readonly Early[]> {
  if (!before || proposal?.judges === 'head') return []
  const ids = rules.map(rule => rule.id)
  const ignored = ({ findings, remarks }: Seen) => applyIgnores(findings, remarks, ids, false).suppressed
  const now = ignored(head)
  if (!now.some(({ name }) => before.isTouched(name.file.path))) return []
  return earlyIgnores(now, ignored(await before.seen()), before.isTouched)
}

/** How the findings stand to the base. */
async function added(
  before: Before,
  found: Found,
  rules: readonly RuleText[],
  configuration: Configuration,
): Promise<Addition[]> {
  if (found.findings.length === 0 && !hasBounds(found)) return []
  const old = leveled(await before.seen(), configuration, rules)
  return compare(found, old, rules, configuration.rules)
}

interface Judged {
  readonly early: readonly Early[]
  readonly findings: readonly Finding[]
}

/** What the change makes of the policy. The tree is examined by the other one too, where that finds something else. */
async function proposed(gathered: Gathered, { early, findings }: Judged): Promise<Notice[]> {
  const { proposal, configuration, head, rules, whole } = gathered
  if (!proposal) return []
  const other = otherPolicy(proposal)
  const seen = isScannedAlike(other, configuration) ? head : await gathered.other(other)
  const settled = settle({ ...seen, rules, whole, early }, other).findings
  const [before, after] = proposal.judges === 'base' ? [findings, settled] : [settled, findings]
  return proposalNotices(proposal, { before, after })
}

/** The policy that does not judge. */
export function otherPolicy({ judges, base, head }: Proposal): Configuration {
  return judges === 'base' ? head : base
}

function comparisonOf({ commit }: Pick<Base, 'commit'>, additions: readonly Addition[]): Comparison {
  const fresh = additions.filter(one => withState(one).state !== 'existing').length
  const states = new Map(additions.map(({ finding, state }) => [finding.fingerprint, state]))
  return { commit, fresh, existing: additions.length - fresh, states }
}

/** What is said where nothing could be compared. */
export function whole({ says }: Unavailable): string {
  return `${says} Nothing can be compared, so every finding is judged.`
}

// A report that judges everything although it was asked for less says so, and why.
function noticesOn(base: Gathered['base'], { file }: Configuration): Notice[] {
  const own =
    file === null ? [] : [`So the policy in \`${file}\` is that of what is scanned, and not that of a base.`]
  const remarks = base?.kind === 'unavailable' ? [whole(base), ...own] : (base?.remarks() ?? [])
  return remarks.map(message => ({ path: '.git', line: 0, kind: 'unreadable', message }))
}

function byPlace(a: Notice, b: Notice): number {
  return byCodeUnits(a.path, b.path) || a.line - b.line || byCodeUnits(a.kind, b.kind)
}
