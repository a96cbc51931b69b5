import { join } from 'node:path'
import { UserError } from '../base/user-error'
import { visible } from '../base/visible'
import type { Base, Unavailable } from '../files/git/base'
import { planOutput, writeOutputs } from '../files/output'
import { readPolicies } from '../policy/from-base'
import type { Wishes } from '../policy/read'
import { baselineName } from '../policy/settings'
import type { Report } from '../program'
import { type FormatOptions, formats } from '../reporters'
import { graphFormats } from '../reporters/graph'
import { scan, whole } from '../scan'
import { readCommitTime } from './commit-time'
import { planReports, type ReportPlan } from './formats'
import { showProgress, silence } from './progress'
import type { BaselineRequest, GraphRequest, ScanRequest } from './request'
import { loadRules } from './rules'
import { findTargets, type Targets } from './targets'
import { complain, print, wantsColour } from './terminal'

/** Scans, writes the reports, and returns the exit code. Whatever is wrong with the request is found before the scan. */
export async function runScan(request: ScanRequest, version: string): Promise<number> {
  const targets = findTargets(request.paths, process.cwd())
  const { showGuarded, showSuppressed } = request
  const options = { showGuarded, showSuppressed, committed: readCommitTime(process.env) }
  const plan = planReports(request, process.cwd(), targets.root)
  const report = await scanTargets(request, targets, version)
  writeOutputs(plan.files.map(({ format, to }) => ({ to, text: formats[format](report, options) })))
  await show(report, plan, request)
  return report.verdict.failed ? 1 : 0
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
  const { findings } = await scanTargets({ ...request, ...nothingAsked }, targets, version)
  const { baselineText } = await import('../policy/baseline')
  writeOutputs([{ to: { ...to, shown }, text: baselineText(findings) }])
  complain(`modelgate: ${shown} names ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`)
  return 0
}

// The baseline of before is no part of the one of now.
const nothingAsked = { failOn: null, baseline: false, today: null, since: null, quiet: false } as const

type Scanned = Pick<ScanRequest, 'ruleDirectories' | 'config' | 'since' | 'quiet'> & Wishes

async function scanTargets(request: Scanned, { root, paths }: Targets, version: string): Promise<Report> {
  const rules = await loadRules(request.ruleDirectories)
  const file = request.config === null ? null : { path: request.config, shown: request.config }
  const base = request.since === null ? null : await openSince(root, request.since)
  if (base?.kind === 'unavailable' && !request.quiet) complain(`modelgate: ${visible(whole(base))}`)
  const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now())
  try {
    const policies = await readPolicies(root, file, rules, { ...request, base }, process.env)
    return await scan({ root, paths, rules, ...policies, version, base }, progress.update)
  } finally {
    progress.clear()
    if (base?.kind === 'base') base.close()
  }
}

async function openSince(root: string, ref: string): Promise<Base | Unavailable> {
  // Most runs compare nothing.
  const { openBase } = await import('../files/git/base')
  return openBase(root, { kind: 'named', ref }, null)
}

async function show(report: Report, plan: ReportPlan, request: ScanRequest): Promise<void> {
  const { showGuarded, showSuppressed, quiet } = request
  if (plan.printed)
    await print(
      formats[plan.printed](report, {
        ...forTerminal(),
        showGuarded,
        showSuppressed,
        committed: readCommitTime(process.env),
      }),
    )
  else if (!quiet) complain(`modelgate: ${outcome(report)}`)
}

function forTerminal(): FormatOptions {
  const colours = wantsColour(process.stdout, process.env)
  return process.stdout.isTTY ? { colours, width: process.stdout.columns } : { colours }
}

function outcome({ findings, suppressed, verdict, comparison }: Report): string {
  const { failOn, blocking, expired = 0, failed, varied } = verdict
  const split = comparison ? ` (${comparison.fresh} new, ${comparison.existing} existing)` : ''
  const found = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}${split}`
  const bar = varied ? 'what fails its rule or path' : `\`${failOn}\``
  const judged = failOn === 'never' && !varied ? '' : `, ${blocking} at or above ${bar}`
  const ended = expired > 0 ? `, ${expired} with a waiver that has ended` : ''
  const aside = suppressed.length > 0 ? `, ${suppressed.length} suppressed` : ''
  return `${found}${judged}${ended}${aside}: ${failed ? 'failed' : 'passed'}`
}
