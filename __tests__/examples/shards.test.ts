import { parse } from 'yaml'
import { type Sandbox, sandbox, template } from './sandbox'

interface Workflow {
  readonly env?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<'scan' | 'report', { readonly steps: readonly { readonly run?: string }[] }>>
}

/** The workflow of the README that shares one scan among several jobs. */
function sharded(): Workflow {
  const fences = [...template('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  return parse(fences.find(text => text.includes('matrix.shard')) ?? '')
}

let here: Sandbox
afterEach(() => here.remove())

/** Runs a job of it on a machine of its own. */
function run({ env = {}, jobs }: Workflow, job: 'scan' | 'report', shard = '') {
  const lines = jobs[job].steps.flatMap(step => step.run ?? []).join('\n')
  const temp = `${here.elsewhere}/${job}${shard}`
  const script = `mkdir -p "$RUNNER_TEMP"\n${lines.replaceAll('${{ matrix.shard }}', shard)}`
  return here.run(script, { ...env, RUNNER_TEMP: temp })
}

test.each([
  [true, 1],
  [false, 0],
])('each job fetches the program, and the report is that of one run (%s)', (open, code) => {
  here = sandbox({ open })
  const workflow = sharded()
  for (const shard of ['1', '2', '3', '4']) expect(run(workflow, 'scan', shard)).toMatchObject({ code: 0 })
  here.run(`mkdir shards && cp "${here.elsewhere}"/scan*/*.json shards && rm release.py`)
  const { code: ended, out } = run(workflow, 'report')
  expect({ ended, out }).toEqual({
    ended: code,
    out: expect.stringContaining(open ? 'unguarded' : 'No findings'),
  })
})

test('it fetches one commit, and nothing from a registry', () => {
  here = sandbox({ open: false })
  const workflow = sharded()
  run(workflow, 'scan', '1')
  expect(here.requests('git')).toEqual([
    expect.stringMatching(/^init --quiet \S+$/),
    expect.stringMatching(
      /^-C \S+ fetch --quiet --depth 1 https:\/\/github.com\/<owner>\/modelgate <commit>$/,
    ),
    expect.stringMatching(/^-C \S+ checkout --quiet --detach FETCH_HEAD$/),
  ])
  expect(JSON.stringify(workflow)).not.toMatch(/\b(?:npm|npx|yarn|pnpm|pip|registry)\b/)
})
