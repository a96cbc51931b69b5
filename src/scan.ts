import { type Shard, wholeRun } from './analysis/shards'
import { once } from './base/once'
import type { Base, Unavailable } from './files/git/base'
import { type Tree, type WalkOptions, walk } from './files/walk'
import { isReadable, type Readings } from './frontends'
import { isScannedAlike } from './policy/changes'
import type { Proposal } from './policy/from-base'
import type { Configuration } from './policy/settings'
import type { Environments, Report } from './program'
import { withOwn } from './rules/own'
import { ruleText } from './rules/pages'
import type { RuleSet } from './rules/schema'
import { type Before, concluded, otherPolicy } from './scan/conclude'
import { isSame, judgeTree, type Means, type OpenSide, type Progress, seenIn } from './scan/examine'
import { type Looks, openLooks } from './scan/looks'
import type { Memory } from './scan/memory'
import { madeFrom, type Part } from './scan/parts'

export { whole } from './scan/conclude'

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
  /** What earlier runs have found; nothing where it is left out. It makes a scan faster and changes nothing else. */
  readonly memory?: Memory | null
  /** How many threads read files; as many as are of use where it is left out. It changes nothing else. */
  readonly threads?: number | null
  /** How many characters of texts are held at once, where files can be read again. It changes nothing else. */
  readonly mostHeld?: number
  /** Parses every file, whether or not it may matter: so a test can tell that choosing changes nothing. */
  readonly everything?: boolean
}

/** The whole run: walk, choose, parse, check, compare, judge. */
export async function scan(options: ScanOptions, onProgress?: Progress): Promise<Report> {
  const run = await begin(options, wholeRun, onProgress)
  const { base, configuration, version, proposal = null } = options
  return concluded({
    version,
    rules: run.means.rules.rules.map(ruleText),
    configuration,
    proposal,
    whole: options.paths.length === 0,
    tree: run.tree,
    head: seenIn([run.head]),
    base,
    before: base?.kind === 'base' ? beforeIt(run, base) : null,
    other: async policy => seenIn([await judgeBy(run, policy)]),
  })
}

/** One of several runs that share the calls of a tree among them: all that `mergeParts` needs of it. */
export async function scanShard(options: ScanOptions, shard: Shard, onProgress?: Progress): Promise<Part> {
  const run = await begin(options, shard, onProgress)
  const { base, configuration, version, proposal = null } = options
  const { notices, ignored, seen } = run.tree
  const before = base?.kind === 'base' ? base.walk(baseWalk(run)) : null
  const other = proposal && otherPolicy(proposal)
  const { opened: _, ...head } = run.head
  return {
    shard,
    madeFrom: madeFrom(options, run.tree),
    version,
    rules: run.means.rules.rules.map(ruleText),
    configuration,
    proposal,
    whole: options.paths.length === 0,
    tree: { notices, ignored, seen },
    head,
    before: before && {
      touched: touchedIn(run.tree, before),
      side: withoutOpened(await judgeTree(before, run.means)),
    },
    other: other && !isScannedAlike(other, configuration) ? withoutOpened(await judgeBy(run, other)) : null,
    base: base?.kind === 'base' ? { commit: base.commit, remarks: base.remarks() } : base,
  }
}

interface Run {
  readonly options: ScanOptions
  readonly means: Means
  readonly tree: Tree
  readonly head: OpenSide
}

async function begin(options: ScanOptions, shard: Shard, onProgress?: Progress): Promise<Run> {
  const { configuration, root, paths, environments, memory = null } = options
  const readings: Readings = memory?.readings ?? new Map()
  const means: Means = {
    rules: withOwn(options.rules, configuration.own),
    readings,
    environments,
    ...costsOf(configuration),
    everything: options.everything ?? false,
    shard,
    threads: options.threads ?? null,
    memory,
  }
  const looks = means.everything || memory ? null : openLooks(means.rules, means.threads)
  const tree = walk(root, { paths, ...walkedBy(configuration), ...lookedAt(looks, options) })
  await looks?.settle()
  return { options, means, tree, head: await judgeTree(tree, means, looks, onProgress) }
}

/** The same tree by another policy. */
async function judgeBy({ options, means }: Run, policy: Configuration): Promise<OpenSide> {
  const { root, paths, rules } = options
  const judging = { ...means, rules: withOwn(rules, policy.own), ...costsOf(policy) }
  const looks = means.everything || means.memory ? null : openLooks(judging.rules, means.threads)
  const tree = walk(root, { paths, ...walkedBy(policy), ...lookedAt(looks, options) })
  await looks?.settle()
  return judgeTree(tree, judging, looks)
}

function costsOf({ limits }: Configuration): Pick<Means, 'seconds' | 'bounds'> {
  const { seconds, depth, yamlValues } = limits
  return { seconds, bounds: { depth, yamlValues } }
}

// Where nobody has looked at them, all are asked for again when files are chosen.
function lookedAt(looks: Looks | null, { mostHeld }: ScanOptions): Pick<WalkOptions, 'look' | 'mostHeld'> {
  if (!looks) return { mostHeld: Number.POSITIVE_INFINITY }
  return { look: looks.look, ...(mostHeld === undefined ? {} : { mostHeld }) }
}

function walkedBy({ ignore, limits }: Configuration): Omit<WalkOptions, 'paths'> {
  const { fileBytes, notebookBytes } = limits
  return { ignore, claims: isReadable, maxBytes: fileBytes, notebookBytes }
}

function baseWalk({ options, tree }: Run): Parameters<Base['walk']>[0] {
  const { paths, configuration } = options
  return { paths, ...walkedBy(configuration), unchanged: tree.files }
}

/** The base is walked and examined only where that can make a difference, and once. */
function beforeIt(run: Run, base: Base): Before {
  const { tree, head, means } = run
  const walked = once(() => base.walk(baseWalk(run)))
  const touched = once(() => new Set(touchedIn(tree, walked())))
  const side = async () => (isSame(tree, walked(), head.opened) ? head : await judgeTree(walked(), means))
  return {
    isTouched: path => touched().has(path),
    seen: once(async () => seenIn([await side()])),
  }
}

/** The paths at which two trees hold other files. */
function touchedIn(tree: Tree, before: Tree): string[] {
  const old = new Map(before.files.map(file => [file.path, file]))
  const now = new Map(tree.files.map(file => [file.path, file]))
  return [...new Set([...now.keys(), ...old.keys()])].filter(path => old.get(path) !== now.get(path))
}

function withoutOpened({ opened: _, ...side }: OpenSide): Part['head'] {
  return side
}
