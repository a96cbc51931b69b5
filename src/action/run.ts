import { info, setOutput, summary, warning } from '@actions/core'
import { version } from '../../package.json'
import { breakCommands, visible } from '../base/visible'
import { writeOutputs } from '../files/output'
import { readPolicy } from '../policy/read'
import type { Report } from '../program'
import { formats } from '../reporters'
import { builtinRules } from '../rules/builtin'
import { scan } from '../scan'
import { annotateFindings } from './annotations'
import { type Inputs, readInputs } from './inputs'
import { readLinks } from './links'
import { summarise } from './summary'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the step. Returns why the gate fails it, or null. Throws a UserError where an input is wrong. */
export async function run(environment: Environment): Promise<string | null> {
  const inputs = readInputs(environment)
  const report = await scanWorkspace(inputs, environment)
  // Before anything else that could fail: what was found reaches code scanning whatever becomes of the step.
  writeOutputs([{ to: inputs.sarif, text: formats.sarif(report, {}) }])
  setOutput('sarif-file', inputs.sarif.shown)
  setOutput('findings', report.findings.length)
  setOutput('verdict', report.verdict.failed ? 'fail' : 'pass')
  tell(report)
  await writeSummary(report, environment)
  return report.verdict.failed ? whyItFails(report) : null
}

async function scanWorkspace(
  { workspace, paths, config, failOn }: Inputs,
  environment: Environment,
): Promise<Report> {
  const rules = builtinRules()
  const wishes = { failOn, baseline: null, today: null }
  const configuration = await readPolicy(workspace, config, rules, wishes, environment)
  return scan({ root: workspace, paths, rules, configuration, version })
}

function tell(report: Report): void {
  info(breakCommands(formats.pretty(report, {})))
  const left = annotateFindings(report.findings, report.rules)
  if (left > 0)
    info(
      `${left} more ${left === 1 ? 'finding has' : 'findings have'} no annotation: GitHub shows ten of each level. All are in the SARIF log.`,
    )
}

async function writeSummary(report: Report, environment: Environment): Promise<void> {
  if (!environment.GITHUB_STEP_SUMMARY) return
  const links = await readLinks()
  if (typeof links !== 'function') warning(`The summary has no links to lines: ${visible(links.why)}`)
  try {
    await summary.addRaw(summarise(report, typeof links === 'function' ? links : null)).write()
  } catch (error) {
    warning(
      `The job summary cannot be written: ${visible(error instanceof Error ? error.message : String(error))}`,
    )
  }
}

function whyItFails({ verdict }: Report): string {
  const { blocking, expired = 0, failOn, varied } = verdict
  const bar = varied ? 'the level that fails its rule or path' : `\`${failOn}\``
  const above = `${counted(blocking)} at or above ${bar}. Fix them, or set the input \`fail-on\` to a more severe level or to \`never\`.`
  const ended = `${counted(expired)} whose waiver has ended. Fix them, or let their owner decide anew.`
  return [...(blocking > 0 ? [above] : []), ...(expired > 0 ? [ended] : [])].join(' ')
}

function counted(number: number): string {
  return `${number} ${number === 1 ? 'finding' : 'findings'}`
}
