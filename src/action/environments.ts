import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { walk } from '../files/walk'
import { environmentsIn } from '../frontends/github'
import type { EnvironmentSettings, Environments } from '../program'
import type { Api } from './api'
import { field, type Run } from './event'
import { type Answer, ask, inWords, type Told } from './problems'

const folder = '.github/workflows'
const most = 30

/** The environments that the workflows of a repository name. */
export function namedEnvironments(workspace: string, ignore: readonly string[]): readonly string[] {
  const path = join(workspace, folder)
  // A link would lead to workflows that do not run.
  if (!existsSync(path) || realpathSync(path) !== path) return []
  const claims = (path: string) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)
  const { files } = walk(workspace, { paths: [folder], ignore, claims })
  return [...new Set(files.flatMap(file => environmentsIn(file)))].slice(0, most)
}

/** The requests about environments. */
export interface Settings {
  environment(name: string): Promise<Answer<unknown>>
  programs(name: string): Promise<Answer<unknown>>
  list(): Promise<Answer<unknown>>
}

/** Asks for the settings of environments. */
export function settingsOf(api: Api, { owner, name: repo }: Run): Settings {
  const { repos } = api.rest
  return {
    environment: name => ask(() => repos.getEnvironment({ owner, repo, environment_name: name })),
    programs: name =>
      ask(() => repos.getAllDeploymentProtectionRules({ owner, repo, environment_name: name })),
    list: () => ask(() => repos.getAllEnvironments({ owner, repo, per_page: 1 })),
  }
}

interface Known {
  readonly environments: Environments
  readonly told: readonly Told[]
}

/** What is known of these environments. Where something may not be asked, it stays unknown, which is told once. */
export async function readEnvironments(names: readonly string[], settings: Settings): Promise<Known> {
  // A missing environment and a token that may not ask get the same answer; the list tells one from the other.
  let listed: Promise<Answer<unknown>> | null = null
  const list = () => {
    listed ??= settings.list()
    return listed
  }
  const answers = await Promise.all(
    names.map(async name => [name, await readOne(name, settings, list)] as const),
  )
  const known = answers.flatMap(([name, answer]) => ('data' in answer ? [[name, answer.data] as const] : []))
  const unknown = answers.flatMap(([, answer]) => ('problem' in answer ? [answer.problem] : []))
  const [problem] = unknown
  const says = problem
    ? `The settings of ${unknown.length} of ${names.length} environments that the workflows name could not be asked for, so they count as declared: ${inWords(problem, meanings)}.`
    : null
  return { environments: new Map(known), told: says === null ? [] : [{ kind: 'undone', says }] }
}

const meanings = {
  403: 'the token may not read them; give the job `actions: read`',
  404: 'the token may not read them; give the job `actions: read`',
}

async function readOne(
  name: string,
  settings: Settings,
  list: () => Promise<Answer<unknown>>,
): Promise<Answer<EnvironmentSettings>> {
  const answer = await settings.environment(name)
  if ('problem' in answer) {
    if (answer.problem.status !== 404) return answer
    const all = await list()
    return 'data' in all && isList(all.data) ? { data: { ...open, exists: false } } : answer
  }
  const found = settingsIn(answer.data)
  if (!found) return { problem: { status: 502, message: 'the answer is none about an environment' } }
  return found.reviewers > 0 ? { data: found } : withPrograms(found, await settings.programs(name))
}

const open: EnvironmentSettings = {
  exists: true,
  reviewers: 0,
  preventSelfReview: false,
  programs: 0,
  branches: false,
  minutes: 0,
}

function isList(data: unknown): boolean {
  return Array.isArray(field(data, 'environments'))
}

function settingsIn(data: unknown): EnvironmentSettings | null {
  const rules = field(data, 'protection_rules') ?? []
  if (typeof field(data, 'name') !== 'string' || !Array.isArray(rules)) return null
  const ofType = (type: string) => rules.filter(rule => field(rule, 'type') === type)
  const asked = ofType('required_reviewers').filter(rule => lengthOf(field(rule, 'reviewers')) > 0)
  const waits = ofType('wait_timer').map(rule => Number(field(rule, 'wait_timer')) || 0)
  return {
    ...open,
    reviewers: asked.reduce((sum, rule) => sum + lengthOf(field(rule, 'reviewers')), 0),
    preventSelfReview: asked.some(rule => field(rule, 'prevent_self_review') === true),
    branches: ofType('branch_policy').length > 0 || field(data, 'deployment_branch_policy') instanceof Object,
    minutes: Math.max(0, ...waits),
  }
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

// That nothing protects it is said only where no other program does either.
function withPrograms(found: EnvironmentSettings, answer: Answer<unknown>): Answer<EnvironmentSettings> {
  if ('problem' in answer) return answer
  const rules = field(answer.data, 'custom_deployment_protection_rules')
  if (!Array.isArray(rules)) return { problem: { status: 502, message: 'the answer is none about rules' } }
  return { data: { ...found, programs: rules.filter(rule => field(rule, 'enabled') !== false).length } }
}
