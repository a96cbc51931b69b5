import { info, setOutput, setSecret, summary, warning } from '@actions/core'
import { version } from '../../package.json'
import { breakCommands, visible } from '../base/visible'
import { type Base, openBase, type Unavailable } from '../files/git/base'
import { writeOutputs } from '../files/output'
import { readPolicy } from '../policy/read'
import type { Report } from '../program'
import { formats } from '../reporters'
import { builtinRules } from '../rules/builtin'
import { scan, whole } from '../scan'
import { annotateFindings } from './annotations'
import { wantedBy } from './event'
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
  setOutput('new-findings', report.comparison?.fresh ?? report.findings.length)
  setOutput('base', report.comparison?.commit ?? '')
  setOutput('verdict', report.verdict.failed ? 'fail' : 'pass')
  tell(report)
  await writeSummary(report, environment)
  return report.verdict.failed ? whyItFails(report) : null
}

async function scanWorkspace(inputs: Inputs, environment: Environment): Promise<Report> {
  const { workspace, paths, config, failOn } = inputs
  const rules = builtinRules()
  const wishes = { failOn, baseline: null, today: null }
  const configuration = await readPolicy(workspace, config, rules, wishes, environment)
  const base = findBase(inputs, environment)
  try {
    return await scan({ root: workspace, paths, rules, configuration, version, base })
  } finally {
    if (base?.kind === 'base') base.close()
  }
}

function findBase({ workspace, judge, token }: Inputs, environment: Environment): Base | Unavailable | null {
  if (judge === 'everything') return null
  const wanted = wantedBy(environment)
  if (wanted.kind === 'unavailable') return told(wanted)
  if (wanted.kind === 'everything') {
    info(`Every finding is judged, since ${visible(wanted.why)}.`)
    return null
  }
  if (token !== null) hide(token)
  const server = environment.GITHUB_SERVER_URL
  return told(openBase(workspace, wanted, token !== null && server ? { server, token } : null))
}

function told<T extends Base | Unavailable>(base: T): T {
  if (base.kind === 'unavailable') warning(visible(whole(base)))
  return base
}

// Git may repeat what it was given, in either form.
function hide(token: string): void {
  setSecret(token)
  setSecret(Buffer.from(`x-access-token:${token}`).toString('base64'))
}

function tell(report: Report): void {
  info(breakCommands(formats.pretty(report, {})))
  const left = annotateFindings(newIn(report), report.rules)
  if (left > 0)
    info(
      `${left} more ${left === 1 ? 'finding has' : 'findings have'} no annotation: GitHub shows ten of each level. All are in the SARIF log.`,
    )
}

// What is as old as the base is no news to who proposes a change.
function newIn({ findings, comparison }: Report): Report['findings'] {
  return comparison
    ? findings.filter(finding => comparison.states.get(finding.fingerprint) === 'new')
    : findings
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

function whyItFails({ verdict, comparison }: Report): string {
  const { blocking, expired = 0, failOn, varied } = verdict
  const fresh = comparison ? 'new ' : ''
  const bar = varied ? 'the level that fails its rule or path' : `\`${failOn}\``
  const above = `${counted(blocking, fresh)} at or above ${bar}. Fix them, or set the input \`fail-on\` to a more severe level or to \`never\`.`
  const ended = `${counted(expired)} whose waiver has ended. Fix them, or let their owner decide anew.`
  return [...(blocking > 0 ? [above] : []), ...(expired > 0 ? [ended] : [])].join(' ')
}

function counted(number: number, which = ''): string {
  return `${number} ${which}${number === 1 ? 'finding' : 'findings'}`
}
