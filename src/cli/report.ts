import { writeOutputs } from '../files/output'
import type { Report } from '../program'
import { type FormatOptions, formats } from '../reporters'
import type { ScanRequest } from './asked'
import { readCommitTime } from './commit-time'
import type { ReportPlan } from './formats'
import { complain, print, wantsColour } from './terminal'

type Asked = Pick<ScanRequest, 'showGuarded' | 'showSuppressed' | 'quiet'>

/** Writes the reports where they are asked for, and returns the exit code. */
export async function tellReport(report: Report, plan: ReportPlan, request: Asked): Promise<number> {
  const { showGuarded, showSuppressed } = request
  const options = { showGuarded, showSuppressed, committed: readCommitTime(process.env) }
  writeOutputs(plan.files.map(({ format, to }) => ({ to, text: formats[format](report, options) })))
  await show(report, plan, request)
  return report.verdict.failed ? 1 : 0
}

async function show(report: Report, plan: ReportPlan, request: Asked): Promise<void> {
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
