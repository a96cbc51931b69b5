import { type Examined, examine } from './analysis/check'
import { selectFiles } from './analysis/select'
import { byCodeUnits } from './base/order'
import type { Base, Unavailable } from './files/git/base'
import { hurry, readGrammar } from './files/grammars'
import { type Tree, walk } from './files/walk'
import { isReadable, needsOf, openFrontends, pythonIn, type Readings, readProgram } from './frontends'
import { filesWithRemarks } from './frontends/remarks'
import { type Addition, compare, type Found } from './policy/additions'
import { isScannedAlike } from './policy/changes'
import { type Early, earlyIgnores } from './policy/early'
import { effectsOf } from './policy/effects'
import { settle } from './policy/exceptions'
import type { Proposal } from './policy/from-base'
import { applyIgnores } from './policy/ignores'
import { proposalNotices } from './policy/proposal'
import type { Configuration } from './policy/settings'
import { blockers, judge, withLevels } from './policy/verdict'
import { hasBounds } from './policy/weakened'
import type { Comparison, Environments, Finding, Notice, Program, Report, SourceFile } from './program'
import { withOwn } from './rules/own'
import { ruleText } from './rules/pages'
import type { RuleSet } from './rules/schema'

export interface ScanOptions {
  /** The folder whose tree is scanned; every path in the report is relative to it. */
  readonly root: string
  /** Files and folders in it; all of it where empty. */
  readonly paths: readonly string[]
  readonly rules: RuleSet
  readonly configuration: Configuration
  readonly version: string
  /** What the tree is compared with, or why it cannot be; `null` where all that is found is judged. */
  readonly base: Base | Unavailable | null
  /** The policies of both sides, where there are two. */
  readonly proposal?: Proposal | null
  /** What is known of the environments that pipelines name, from elsewhere than the tree. */
  readonly environments?: Environments
  /** Parses every file, whether or not it may matter: so a test can tell that choosing changes nothing. */
  readonly everything?: boolean
}

type Progress = (done: number, total: number) => void

/** The whole run: walk, choose, parse, check, compare, judge. */
export async function scan(options: ScanOptions, onProgress?: Progress): Promise<Report> {
  const { configuration, base } = options
  const rules = withOwn(options.rules, configuration.own)
  const readings: Readings = new Map()
  const tree = walk(options.root, { paths: options.paths, ignore: configuration.ignore, claims: isReadable })
  const head = await examineTree(tree, rules, readings, options, onProgress)
  const before = base?.kind === 'base' ? beforeIt(options, base, { tree, head, rules, readings }) : null
  const early = await earlyIn(options, before, { tree, head, rules })
  const settled = settle({ ...head, rules: rules.rules, whole: isWhole(options), early }, configuration)
  const found: Found = {
    findings: keyedAs(head, settled.findings),
    aside: keyedAs(head, settled.suppressed),
    guarded: shownGuarded(head, configuration),
  }
  const additions = before && (await added(before, found, rules, configuration))
  const findings = additions ? additions.map(withState) : settled.findings
  return {
    version: options.version,
    rules: rules.rules.map(ruleText),
    findings,
    suppressed: settled.suppressed,
    guarded: found.guarded,
    map: head.map,
    policy: effectsOf(configuration, { findings: head.findings, ignored: tree.ignored }),
    notices: [
      ...[...tree.notices, ...head.notices, ...settled.notices, ...noticesOn(base, configuration)],
      ...(await proposed(options, { head, readings, early, findings: settled.findings })),
    ].sort(byPlace),
    verdict: judge(findings, configuration.failOn, { ...configuration, expired: settled.expired }),
    blocking: new Set(
      blockers(findings, configuration.failOn, configuration).map(({ fingerprint }) => fingerprint),
    ),
    comparison: additions && base?.kind === 'base' ? comparisonOf(base, additions) : null,
    files: { seen: tree.seen, parsed: head.parsed },
  }
}

// The policy knows nothing of keys.
function keyedAs({ findings }: Examined, settled: readonly Finding[]): Found['findings'] {
  const keys = new Map(findings.map(({ fingerprint, key, call }) => [fingerprint, { key, call }]))
  return settled.map(finding => ({ ...finding, ...(keys.get(finding.fingerprint) ?? { key: '', call: '' }) }))
}

function withState({ finding, state }: Addition): Finding {
  return state === 'new' ? finding : { ...finding, state: 'existing' }
}

interface Seen extends Examined {
  readonly remarks: Program['remarks']
  readonly parsed: number
  /** What the code reads by its name, with what stood there. */
  readonly opened: ReadonlyMap<string, string | null>
}

/** Everything between a tree and what is found in it; the same for both sides of a comparison. */
async function examineTree(
  tree: Tree,
  rules: RuleSet,
  readings: Readings,
  { environments, everything }: Pick<ScanOptions, 'environments' | 'everything'>,
  onProgress?: Progress,
): Promise<Seen> {
  const paths = new Set([...tree.paths, ...tree.files.map(file => file.path)])
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const chosen = everything
    ? tree.files
    : selectFiles(tree.files, rules, paths, file => pythonIn(file, path => byPath.get(path)))
  const wanted = new Set([...chosen, ...filesWithRemarks(tree.files)])
  const files = tree.files.filter(file => wanted.has(file))
  if (files.reduce((sum, { text }) => sum + text.length, 0) < muchText) hurry()
  const frontends = await openFrontends(readGrammar, needsOf(files), environments)
  const parsed = readProgram(frontends, files, {
    others: tree.files,
    onProgress: done => onProgress?.(done, files.length),
    readings,
  })
  const opened = new Map<string, string | null>()
  const open = (path: string) => {
    const answer = tree.open(path)
    opened.set(path, textOf(answer))
    return answer
  }
  const found = examine({ ...parsed, paths, open }, rules)
  const notices = [...parsed.notices, ...found.notices]
  return { ...found, notices, remarks: parsed.remarks, parsed: files.length, opened }
}

// From here on it pays to translate the grammars a second time.
const muchText = 4_000_000

function shownGuarded({ guarded }: Examined, { rules }: Configuration): Found['guarded'] {
  return guarded.filter(({ rule }) => rules.get(rule) !== 'off')
}

// What the base has it has, whatever comments and waivers take out of it.
function leveled(seen: Examined, configuration: Configuration, { rules }: RuleSet): Found {
  const { rules: wanted, paths } = configuration
  return {
    findings: withLevels(seen.findings, rules, wanted, paths),
    guarded: shownGuarded(seen, configuration),
  }
}

interface Head {
  readonly tree: Tree
  readonly head: Seen
  readonly rules: RuleSet
}

/** The other side of a comparison. It is walked and examined only where that can make a difference, and once. */
interface Before {
  tree(): Tree
  seen(): Promise<Seen>
}

function beforeIt(
  options: ScanOptions,
  base: Base,
  { tree, head, rules, readings }: Head & { readonly readings: Readings },
): Before {
  const {
    paths,
    configuration: { ignore },
  } = options
  let [walked, examined]: [Tree | null, Promise<Seen> | null] = [null, null]
  const before = (): Tree => {
    walked ??= base.walk({ paths, ignore, claims: isReadable, unchanged: tree.files })
    return walked
  }
  const examineIt = async (): Promise<Seen> =>
    isSame(tree, before(), head.opened) ? head : examineTree(before(), rules, readings, options)
  return {
    tree: before,
    seen: () => {
      examined ??= examineIt()
      return examined
    },
  }
}

function isWhole({ paths }: ScanOptions): boolean {
  return paths.length === 0
}

/** What comments take out that the base does not have, where the change is judged by its base. */
async function earlyIn(
  { proposal }: ScanOptions,
  before: Before | null,
  { tree, head, rules }: Head,
): Promise<readonly Early[]> {
  if (!before || proposal?.judges === 'head') return []
  const ids = rules.rules.map(rule => rule.id)
  const ignored = ({ findings, remarks }: Seen) => applyIgnores(findings, remarks, ids, false).suppressed
  const now = ignored(head)
  if (now.length === 0) return []
  const old = new Map(before.tree().files.map(file => [file.path, file]))
  const files = new Map(tree.files.map(file => [file.path, file]))
  const isTouched = (path: string): boolean => old.get(path) !== files.get(path)
  if (!now.some(({ name }) => isTouched(name.file.path))) return []
  return earlyIgnores(now, ignored(await before.seen()), isTouched)
}

/** How the findings stand to the base. */
async function added(
  before: Before,
  found: Found,
  rules: RuleSet,
  configuration: Configuration,
): Promise<Addition[]> {
  if (found.findings.length === 0 && !hasBounds(found)) return []
  const old = leveled(await before.seen(), configuration, rules)
  return compare(found, old, rules.rules.map(ruleText), configuration.rules)
}

interface Judged {
  readonly head: Seen
  readonly readings: Readings
  readonly early: readonly Early[]
  readonly findings: readonly Finding[]
}

/** What the change makes of the policy. The tree is examined by the other one too, where that finds something else. */
async function proposed(
  options: ScanOptions,
  { head, readings, early, findings }: Judged,
): Promise<Notice[]> {
  const { proposal, configuration, root, paths } = options
  if (!proposal) return []
  const other = proposal.judges === 'base' ? proposal.head : proposal.base
  const rules = withOwn(options.rules, other.own)
  const seen = isScannedAlike(other, configuration)
    ? head
    : await examineTree(
        walk(root, { paths, ignore: other.ignore, claims: isReadable }),
        rules,
        readings,
        options,
      )
  const settled = settle({ ...seen, rules: rules.rules, whole: isWhole(options), early }, other).findings
  const [before, after] = proposal.judges === 'base' ? [findings, settled] : [settled, findings]
  return proposalNotices(proposal, { before, after })
}

/** Whether all that a scan goes by is the same on both sides. */
function isSame(head: Tree, base: Tree, opened: ReadonlyMap<string, string | null>): boolean {
  return (
    head.files.length === base.files.length &&
    head.files.every((file, at) => file === base.files[at]) &&
    head.paths.size === base.paths.size &&
    [...head.paths].every(path => base.paths.has(path)) &&
    [...opened].every(([path, text]) => textOf(base.open(path)) === text)
  )
}

function textOf(opened: SourceFile | Notice | undefined): string | null {
  return opened && 'text' in opened ? opened.text : null
}

function comparisonOf({ commit }: Base, additions: readonly Addition[]): Comparison {
  const fresh = additions.filter(one => withState(one).state !== 'existing').length
  const states = new Map(additions.map(({ finding, state }) => [finding.fingerprint, state]))
  return { commit, fresh, existing: additions.length - fresh, states }
}

/** What is said where nothing could be compared. */
export function whole({ says }: Unavailable): string {
  return `${says} Nothing can be compared, so every finding is judged.`
}

// A report that judges everything although it was asked for less says so, and why.
function noticesOn(base: Base | Unavailable | null, { file }: Configuration): Notice[] {
  const own =
    file === null ? [] : [`So the policy in \`${file}\` is that of what is scanned, and not that of a base.`]
  const remarks = base?.kind === 'unavailable' ? [whole(base), ...own] : (base?.remarks() ?? [])
  return remarks.map(message => ({ path: '.git', line: 0, kind: 'unreadable', message }))
}

function byPlace(a: Notice, b: Notice): number {
  return byCodeUnits(a.path, b.path) || a.line - b.line || byCodeUnits(a.kind, b.kind)
}
