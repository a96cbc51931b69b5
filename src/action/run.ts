import { info, setOutput, setSecret, summary, warning } from '@actions/core'
import { version } from '../../package.json'
import { breakCommands, visible } from '../base/visible'
import { type Base, openBase, type Unavailable } from '../files/git/base'
import { writeOutputs } from '../files/output'
import { readPolicies } from '../policy/from-base'
import type { Environments, Report } from '../program'
import { formats } from '../reporters'
import { builtinRules } from '../rules/builtin'
import { scan, whole } from '../scan'
import { annotateFindings } from './annotations'
import type { Api } from './api'
import type { RunCache } from './cache'
import { wantedBy } from './comparison'
import { namedEnvironments, readEnvironments, settingsOf } from './environments'
import { type Run, readRun } from './event'
import { type Inputs, readInputs } from './inputs'
import { linksTo } from './links'
import type { Told } from './problems'
import { publish } from './publish'
import { concerning } from './rank'
import { notDone, summarise } from './summary'

type Environment = Readonly<Record<string, string | undefined>>

/** Runs the step. Returns why the gate fails it, or null. Throws a UserError where an input is wrong. */
export async function run(environment: Environment): Promise<string | null> {
  const inputs = readInputs(environment)
  const context = await readRun()
  const service = await openService(inputs, context)
  const cache = inputs.cache ? await bringCache(inputs, context, environment) : null
  const { report, told } = await scanWorkspace(inputs, service, environment, cache)
  // Before anything is sent: what was found reaches code scanning whatever becomes of the step.
  writeOutputs([{ to: inputs.sarif, text: formats.sarif(report, {}) }])
  setOutput('sarif-file', inputs.sarif.shown)
  setOutput('findings', report.findings.length)
  setOutput('new-findings', report.comparison?.fresh ?? report.findings.length)
  setOutput('base', report.comparison?.commit ?? '')
  setOutput('verdict', report.verdict.failed ? 'fail' : 'pass')
  tell(report)
  await cache?.close()
  if (environment.GITHUB_STEP_SUMMARY) await writeSummary(report, context)
  const all = [...told, ...(await bring(report, inputs, service))]
  if (environment.GITHUB_STEP_SUMMARY) await addToSummary(notDone(all))
  return report.verdict.failed ? whyItFails(report) : null
}

async function bringCache(
  { workspace }: Inputs,
  run: Run | { readonly why: string },
  environment: Environment,
): Promise<RunCache | null> {
  const { openRunCache } = await import('./cache')
  return openRunCache(workspace, run, environment)
}

/** GitHub's API for this run, or why there is none. */
type Service = { readonly run: Run; readonly api: Api } | { readonly why: string }

async function openService({ token }: Inputs, run: Run | { readonly why: string }): Promise<Service> {
  if ('why' in run) return run
  if (token === '') return { why: 'the input `token` is empty' }
  // Most of the time of a start goes into what is loaded.
  const { openApi } = await import('./api')
  return { run, api: openApi(token) }
}

interface Scanned {
  readonly report: Report
  readonly told: readonly Told[]
}

async function scanWorkspace(
  inputs: Inputs,
  service: Service,
  environment: Environment,
  cache: RunCache | null,
): Promise<Scanned> {
  const { workspace, paths, config, failOn } = inputs
  const rules = builtinRules()
  const wishes = { failOn, baseline: null, today: null }
  const { base, judged } = findBase(inputs, environment)
  try {
    const policies = await readPolicies(workspace, config, rules, { ...wishes, base }, environment)
    for (const one of judged) say(one)
    const { environments, told } = await askForEnvironments(inputs, policies.configuration.ignore, service)
    const memory = cache?.memory ?? null
    const report = await scan({
      root: workspace,
      paths,
      rules,
      ...policies,
      version,
      base,
      environments,
      memory,
    })
    for (const one of told) say(one)
    return { report, told }
  } finally {
    if (base?.kind === 'base') base.close()
  }
}

interface Compared {
  readonly base: Base | Unavailable | null
  /** What is said where every finding is judged although it was not asked for. */
  readonly judged: readonly Told[]
}

function findBase({ workspace, judge, token }: Inputs, environment: Environment): Compared {
  if (judge === 'everything') return { base: null, judged: [] }
  const wanted = wantedBy(environment)
  if (wanted.kind === 'everything')
    return { base: null, judged: [{ kind: 'done', says: `Every finding is judged, since ${wanted.why}.` }] }
  if (wanted.kind === 'unavailable')
    return { base: wanted, judged: [{ kind: 'undone', says: whole(wanted) }] }
  if (token !== '') hide(token)
  const server = environment.GITHUB_SERVER_URL
  const base = openBase(workspace, wanted, token !== '' && server ? { server, token } : null)
  return { base, judged: base.kind === 'unavailable' ? [{ kind: 'undone', says: whole(base) }] : [] }
}

// Git may repeat what it was given, in either form.
function hide(token: string): void {
  setSecret(token)
  setSecret(Buffer.from(`x-access-token:${token}`).toString('base64'))
}

async function askForEnvironments(
  { workspace, paths, checkEnvironments }: Inputs,
  ignore: readonly string[],
  service: Service,
): Promise<{ readonly environments: Environments; readonly told: readonly Told[] }> {
  const nothing = { environments: new Map(), told: [] }
  const scanned = paths.length === 0 || paths.some(path => /^\.github(\/|$)/.test(path))
  if (!checkEnvironments || !scanned || 'why' in service) return nothing
  const names = namedEnvironments(workspace, ignore)
  return names.length === 0 ? nothing : readEnvironments(names, settingsOf(service.api, service.run))
}

function tell(report: Report): void {
  info(breakCommands(formats.pretty(report, {})))
  const left = annotateFindings(concerning(report), report.rules)
  if (left > 0)
    info(
      `${left} more ${left === 1 ? 'finding has' : 'findings have'} no annotation: GitHub shows ten of each level. All are in the SARIF log.`,
    )
}

async function bring(report: Report, inputs: Inputs, service: Service): Promise<readonly Told[]> {
  if (!inputs.upload && !inputs.comment) return []
  const told =
    'why' in service
      ? [{ kind: 'undone' as const, says: `Nothing was sent to GitHub: ${visible(service.why)}.` }]
      : await publish(report, inputs, service.run, service.api)
  for (const one of told) say(one)
  return told
}

function say({ kind, says }: Told): void {
  if (kind === 'done') info(visible(says))
  else warning(visible(says))
}

async function writeSummary(report: Report, run: Run | { readonly why: string }): Promise<void> {
  if ('why' in run) warning(`The summary has no links to lines: ${visible(run.why)}`)
  await addToSummary(summarise(report, 'why' in run ? null : linksTo(run)))
}

async function addToSummary(text: string): Promise<void> {
  if (text === '') return
  try {
    await summary.addRaw(text).write()
  } catch (error) {
    // What could not be written would come along with the next text.
    summary.emptyBuffer()
    warning(
      `The job summary cannot be written: ${visible(error instanceof Error ? error.message : String(error))}`,
    )
  }
}

function whyItFails({ verdict, comparison }: Report): string {
  const { blocking, expired = 0, failOn, varied } = verdict
  const fresh = comparison ? 'new ' : ''
  const bar = varied ? 'the level that fails its rule or path' : `\`${failOn}\``
  const milder = failOn === 'error' ? '' : 'a more severe level or to '
  const above = `${counted(blocking, fresh)} at or above ${bar}. Fix them, or set the input \`fail-on\` to ${milder}\`never\`.`
  const ended = `${counted(expired)} whose waiver has ended. Fix them, or let their owner decide anew.`
  return [...(blocking > 0 ? [above] : []), ...(expired > 0 ? [ended] : [])].join(' ')
}

function counted(number: number, which = ''): string {
  return `${number} ${which}${number === 1 ? 'finding' : 'findings'}`
}
