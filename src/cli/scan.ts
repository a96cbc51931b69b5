import { join } from 'node:path'
import type { Shard } from '../analysis/shards'
import { UserError } from '../base/user-error'
import { visible } from '../base/visible'
import type { Base, Unavailable } from '../files/git/base'
import { planOutput, writeOutputs } from '../files/output'
import { readPolicies } from '../policy/from-base'
import type { Wishes } from '../policy/read'
import { baselineName, type Configuration, type GivenLimits, limitsFrom } from '../policy/settings'
import type { Report } from '../program'
import { graphFormats } from '../reporters/graph'
import { type ScanOptions, scan, scanShard, whole } from '../scan'
import type { BaselineRequest, GraphRequest, ScanRequest } from './asked'
import { planReports, planShard } from './formats'
import { type Progress, showProgress, silence } from './progress'
import { tellReport } from './report'
import { loadRules } from './rules'
import { findTargets, type Targets } from './targets'
import { complain, print } from './terminal'

/** Scans, writes the reports, and returns the exit code. Whatever is wrong with the request is found before the scan. */
export async function runScan(request: ScanRequest, version: string): Promise<number> {
  const targets = findTargets(request.paths, process.cwd())
  if (request.shard) return runShard(request, request.shard, targets, version)
  const plan = planReports(request, process.cwd(), targets.root)
  return tellReport(await scanTargets(request, targets, version), plan, request)
}

/** Scans what belongs to a shard, and writes that down. What is found fails nothing here. */
async function runShard(
  request: ScanRequest,
  shard: Shard,
  targets: Targets,
  version: string,
): Promise<number> {
  const to = planShard(request, process.cwd(), targets.root)
  const { partText } = await import('../scan/parts')
  const part = await withOptions(request, targets, version, (options, onProgress) =>
    scanShard(options, shard, onProgress),
  )
  writeOutputs([{ to, text: partText(part) }])
  const { found, guarded } = part.head.judgements
  const calls = found.length + guarded.length
  if (!request.quiet)
    complain(
      `modelgate: shard ${shard.number} of ${shard.of}: ${calls} ${calls === 1 ? 'call' : 'calls'} looked at; \`modelgate merge\` makes the report of all shards`,
    )
  return 0
}

/** Scans and draws how models reach production. What is found fails nothing here. */
export async function drawGraph(request: GraphRequest, version: string): Promise<number> {
  const { map } = await scanTargets(
    { ...request, ...nothingAsked },
    findTargets(request.paths, process.cwd()),
    version,
  )
  await print(graphFormats[request.format](map))
  return 0
}

/** Scans and writes down what is found, for later scans to tell apart. */
export async function writeBaseline(request: BaselineRequest, version: string): Promise<number> {
  const targets = findTargets(request.paths, process.cwd())
  if (targets.paths.length > 0)
    throw new UserError('a baseline is of a whole directory; write the path of one')
  const to = planOutput(request.output ?? join(targets.root, baselineName), process.cwd(), targets.root)
  const shown = request.output ?? baselineName
  const { findings } = await withOptions({ ...request, ...nothingAsked }, targets, version, scanAll)
  const { baselineText } = await import('../policy/baseline')
  writeOutputs([{ to: { ...to, shown }, text: baselineText(findings) }])
  complain(`modelgate: ${shown} names ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`)
  return 0
}

// The baseline of before is no part of the one of now.
const nothingAsked = {
  failOn: null,
  baseline: false,
  today: null,
  since: null,
  quiet: false,
  cache: null,
  threads: null,
  limits: {},
} as const

type Scanned = Pick<
  ScanRequest,
  'ruleDirectories' | 'config' | 'since' | 'quiet' | 'cache' | 'threads' | 'limits'
> &
  Wishes

async function scanTargets(request: Scanned, targets: Targets, version: string): Promise<Report> {
  return withOptions(request, targets, version, scan)
}

// What is not listed would be new to the next scan.
function scanAll(options: ScanOptions, onProgress: Progress['update']): Promise<Report> {
  const { configuration } = options
  const limits = { ...configuration.limits, findings: Number.MAX_SAFE_INTEGER }
  return scan({ ...options, configuration: { ...configuration, limits } }, onProgress)
}

async function withOptions<T>(
  request: Scanned,
  { root, paths }: Targets,
  version: string,
  run: (options: ScanOptions, onProgress: Progress['update']) => Promise<T>,
): Promise<T> {
  const { cache, threads } = request
  const rules = await loadRules(request.ruleDirectories)
  const file = request.config === null ? null : { path: request.config, shown: request.config }
  const base = request.since === null ? null : await openSince(root, request.since)
  if (base?.kind === 'unavailable' && !request.quiet) complain(`modelgate: ${visible(whole(base))}`)
  const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now())
  try {
    const policies = await readPolicies(root, file, rules, { ...request, base }, process.env)
    const memory = cache === null ? null : (await import('../scan/memory')).openMemory(cache, version, root)
    const configuration = limited(policies.configuration, request.limits)
    const result = await run(
      { root, paths, rules, ...policies, configuration, version, base, memory, threads },
      progress.update,
    )
    for (const says of memory?.close().says ?? []) complain(`modelgate: ${visible(says)}`)
    return result
  } finally {
    progress.clear()
    if (base?.kind === 'base') base.close()
  }
}

function limited(configuration: Configuration, given: GivenLimits): Configuration {
  return { ...configuration, limits: limitsFrom(given, configuration.limits) }
}

async function openSince(root: string, ref: string): Promise<Base | Unavailable> {
  // Most runs compare nothing.
  const { openBase } = await import('../files/git/base')
  return openBase(root, { kind: 'named', ref }, null)
}
