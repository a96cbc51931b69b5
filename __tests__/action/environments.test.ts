import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { events } from './events'
import { closeServers, type Replies, type Reply, type Server, serve } from './server'
import { promotion, type Step, type StepOutcome, step } from './step'

const token = 'ghs_ThisIsTheTokenOfTheTest0123456789'
const base = '/repos/acme/churn/environments'
const production = `GET ${base}/production`
const programs = `GET ${base}/production/deployment_protection_rules`
const list = `GET ${base}`
const workflow = '.github/workflows/cd.yml'
const job = (environment: string): string =>
  `on: push\njobs:\n  release:\n    environment: ${environment}\n    steps:\n      - run: python jobs/release.py\n`

let here: Step
beforeEach(() => {
  here = step({ 'jobs/release.py': promotion, [workflow]: job('production') })
})
afterEach(async () => {
  await closeServers()
  here.remove()
})

async function checked(
  replies: Replies,
  inputs: Record<string, string> = {},
): Promise<StepOutcome & { readonly server: Server; readonly level: string; readonly guard: string }> {
  const server = await serve(replies)
  const env = { ...events.push.env, GITHUB_API_URL: server.url }
  const outcome = await here.run({ judge: 'everything', token, 'fail-on': 'never', ...inputs }, env)
  expect(outcome.code).toBe(0)
  expect(JSON.stringify(outcome)).not.toContain(token)
  const [result] = JSON.parse(here.read('modelgate.sarif')).runs[0].results
  return { ...outcome, server, level: result?.level ?? 'silent', guard: JSON.stringify(result ?? '') }
}

const environment = (...rules: unknown[]): Reply => ({
  json: { name: 'production', protection_rules: rules },
})
const none: Reply = { json: { total_count: 0, custom_deployment_protection_rules: [] } }
const reviewers = (preventSelfReview: boolean) => ({
  type: 'required_reviewers',
  prevent_self_review: preventSelfReview,
  reviewers: [{ type: 'Team', reviewer: { id: 1 } }],
})

test.each([true, false])('an environment with reviewers (self-review prevented: %s) guards', async own => {
  const { level, server, outputs } = await checked({ [production]: environment(reviewers(own)) })
  expect([level, outputs.findings]).toEqual(['silent', '0'])
  expect(server.seen.map(one => one.what)).toEqual([production])
})

test.each([
  ['no rules', [], 'protects nothing, since its settings name no required reviewers'],
  ['a list of nobody', [{ type: 'required_reviewers', reviewers: [] }], 'name no required reviewers'],
  ['a timer', [{ type: 'wait_timer', wait_timer: 30 }], 'only waits for a time'],
  ['branches', [{ type: 'branch_policy' }], 'only limits the branches'],
])('an environment with %s is a finding that says so', async (_, rules, words) => {
  const { level, guard, log } = await checked({ [production]: environment(...rules), [programs]: none })
  expect(level).toBe('error')
  expect(guard).toContain(words)
  expect(log).not.toContain('::warning')
})

test('an environment that another program protects stays declared', async () => {
  const rules = { json: { total_count: 1, custom_deployment_protection_rules: [{ id: 1, enabled: true }] } }
  const { level, guard } = await checked({ [production]: environment(), [programs]: rules })
  expect(level).toBe('note')
  expect(guard).toContain('asks another program')
})

test('an environment that does not exist protects nothing', async () => {
  const { level, guard } = await checked({ [list]: { json: { total_count: 0, environments: [] } } })
  expect(level).toBe('error')
  expect(guard).toContain('the repository has none of this name')
})

test.each([
  ['may not be asked for', { [production]: { status: 403, json: { message: 'Resource not accessible' } } }],
  ['is hidden', {}],
  ['is missing from a list that is none', { [list]: { json: { message: 'x' } } }],
  ['has rules that may not be asked for', { [production]: environment() }],
  ['is told with other words', { [production]: { json: { id: 1 } } }],
  ['is told with no list', { [production]: { json: { name: 'x', protection_rules: 'all' } } }],
  ['has other rules of no kind', { [production]: environment(), [programs]: { json: [] } }],
  ['is no JSON', { [production]: (_, response) => response.end('{"na') }],
] as [string, Replies][])(
  'an environment that %s stays declared, and that is said once',
  async (_, replies) => {
    here.put('.github/workflows/more.yml', job('other'))
    const { level, log, summary } = await checked({
      [`GET ${base}/other`]: environment(reviewers(true)),
      ...replies,
    })
    expect(level).toBe('note')
    expect(
      log.match(/^::warning::The settings of 1 of 2 environments .* count as declared: /gm),
    ).toHaveLength(1)
    expect(summary).toContain('count as declared')
  },
)

test.each([
  ['the switch is off', { 'check-environments': 'false' }],
  ['there is no token', { token: '' }],
  ['workflows are not scanned', { path: 'jobs' }],
])('nothing is asked where %s', async (_, inputs) => {
  const { server, log } = await checked({ [production]: environment() }, inputs)
  expect([server.seen.length, log.includes('::warning')]).toEqual([0, false])
})

test('nothing is asked where no workflow names an environment, or only an expression', async () => {
  here.put(workflow, job("'${{ github.ref_name }}'"))
  expect((await checked({})).server.seen).toEqual([])
})

test('a name is part of the address, whatever it holds', async () => {
  here.put(workflow, job('"../../user?x=1#y %2e"'))
  const { server } = await checked({})
  expect(server.seen[0]?.what).toBe(`GET ${base}/..%2F..%2Fuser%3Fx%3D1%23y%20%252e`)
})

test('at most thirty are asked for', async () => {
  for (let i = 0; i < 40; i += 1) here.put(`.github/workflows/w${i}.yml`, job(`e${i}`))
  const { server } = await checked({})
  expect(server.seen.filter(one => one.what !== list)).toHaveLength(30)
})

test('a folder of workflows that is a link elsewhere is none', async () => {
  const outside = join(here.workspace, '..', 'outside')
  mkdirSync(join(outside, 'workflows'), { recursive: true })
  writeFileSync(join(outside, 'workflows', 'a.yml'), job('secret'))
  const linked = step({ 'jobs/release.py': promotion })
  symlinkSync(outside, join(linked.workspace, '.github'))
  here.remove()
  here = linked
  expect((await checked({})).server.seen).toEqual([])
})

test.each(['yes', 'TRUE', '1'])('a switch that says %s fails the step in one line', async given => {
  const { code, log } = await here.run({ judge: 'everything', 'check-environments': given })
  expect([code, log]).toEqual([
    1,
    `::error::input \`check-environments\`: \`${given}\` is neither; write \`true\` or \`false\`\n`,
  ])
})
