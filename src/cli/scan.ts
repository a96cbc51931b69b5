import { writeOutputs } from '../files/output'
import { readConfiguration } from '../policy/read'
import type { Report } from '../program'
import { type FormatOptions, formats } from '../reporters'
import { graphFormats } from '../reporters/graph'
import { scan } from '../scan'
import { readCommitTime } from './commit-time'
import { planReports, type ReportPlan } from './formats'
import { showProgress, silence } from './progress'
import type { GraphRequest, ScanRequest } from './request'
import { loadRules } from './rules'
import { findTargets, type Targets } from './targets'
import { complain, print, wantsColour } from './terminal'

/** Scans, writes the reports, and returns the exit code. Whatever is wrong with the request is found before the scan. */
export async function runScan(request: ScanRequest, version: string): Promise<number> {
  const targets = findTargets(request.paths, process.cwd())
  const { showGuarded } = request
  const committed = readCommitTime(process.env)
  const plan = planReports(request, process.cwd(), targets.root)
  const report = await scanTargets(request, targets, version)
  writeOutputs(
    plan.files.map(({ format, to }) => ({ to, text: formats[format](report, { showGuarded, committed }) })),
  )
  await show(report, plan, request)
  return report.verdict.failed ? 1 : 0
}

/** Scans and draws how models reach production. What is found fails nothing here. */
export async function drawGraph(request: GraphRequest, version: string): Promise<number> {
  const { map } = await scanTargets(
    { ...request, failOn: null, quiet: false },
    findTargets(request.paths, process.cwd()),
    version,
  )
  await print(graphFormats[request.format](map))
  return 0
}

type Scanned = Pick<ScanRequest, 'ruleDirectories' | 'config' | 'failOn' | 'quiet'>

async function scanTargets(request: Scanned, { root, paths }: Targets, version: string): Promise<Report> {
  const rules = await loadRules(request.ruleDirectories)
  const file = request.config === null ? null : { path: request.config, shown: request.config }
  const configured = await readConfiguration(root, file, rules)
  const configuration = { ...configured, failOn: request.failOn ?? configured.failOn }
  const progress = request.quiet ? silence : showProgress(process.stderr, () => performance.now())
  try {
    return await scan({ root, paths, rules, configuration, version }, progress.update)
  } finally {
    progress.clear()
  }
}

async function show(report: Report, plan: ReportPlan, { showGuarded, quiet }: ScanRequest): Promise<void> {
  if (plan.printed)
    await print(
      formats[plan.printed](report, {
        ...forTerminal(),
        showGuarded,
        committed: readCommitTime(process.env),
      }),
    )
  else if (!quiet) complain(`modelgate: ${outcome(report)}`)
}

function forTerminal(): FormatOptions {
  const colours = wantsColour(process.stdout, process.env)
  return process.stdout.isTTY ? { colours, width: process.stdout.columns } : { colours }
}

function outcome({ findings, verdict }: Report): string {
  const found = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  const judged = verdict.failOn === 'never' ? '' : `, ${verdict.blocking} at or above \`${verdict.failOn}\``
  return `${found}${judged}: ${verdict.failed ? 'failed' : 'passed'}`
}
