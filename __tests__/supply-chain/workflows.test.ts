import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { tree } from '../cli/program'

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly environment?: string
  readonly steps: readonly { name?: string; uses?: string; run?: string; with?: Record<string, unknown> }[]
}

const folder = join(__dirname, '..', '..', '.github', 'workflows')
const workflows = readdirSync(folder).map(name => {
  const text = readFileSync(join(folder, name), 'utf8')
  return { name, text, content: parse(text) as { permissions: unknown; jobs: Record<string, Job> } }
})
const jobs = workflows.flatMap(({ name, content }) =>
  Object.entries(content.jobs).map(([id, job]) => [`${name} ${id}`, job] as const),
)

test.each(workflows)('$name: nothing is permitted that a job does not ask for', ({ content, text }) => {
  expect(content.permissions).toEqual({})
  expect(text).not.toMatch(/secrets\b|pull_request_target|workflow_run|write-all|read-all/)
})

test.each(workflows)(
  '$name: each action is pinned by its commit, and says which version that is',
  ({ text }) => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, what = '']) => what)
    expect(
      uses.filter(what => what !== './' && !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what)),
    ).toEqual([])
    expect(uses).not.toEqual([])
  },
)

test.each(jobs)('%s: has permissions, an end, and leaves no token behind', (_, job) => {
  expect(job.permissions).toBeDefined()
  expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
  for (const { uses, with: inputs } of job.steps)
    if (uses?.startsWith('actions/checkout@')) expect(inputs).toMatchObject({ 'persist-credentials': false })
    else if (uses?.startsWith('actions/setup-node@'))
      expect(inputs).toMatchObject({ 'package-manager-cache': false })
})

const release = workflows.find(({ name }) => name === 'release.yml')?.content.jobs ?? {}

test('whoever can write in a release runs no code of a package, and what runs such code can only read', () => {
  expect(release.build?.permissions).toEqual({ contents: 'read' })
  expect(release.attest?.permissions).toEqual({ 'id-token': 'write', attestations: 'write' })
  expect(release.publish?.permissions).toEqual({ contents: 'write' })
  expect(release.publish?.environment).toBe('release')
  for (const job of [release.attest, release.publish])
    for (const { run = '', uses = 'actions/' } of job?.steps ?? []) {
      expect(run).not.toMatch(/\b(npm|npx|node|\.ci)\b/)
      expect(uses).toMatch(/^actions\/(download-artifact|attest)?/)
    }
})

test('no expression is written into a script', () => {
  for (const [, { steps }] of jobs) for (const { run = '' } of steps) expect(run).not.toContain('${{')
})

describe('the scripts of a release', () => {
  let here: ReturnType<typeof tree>
  beforeEach(() => {
    here = tree({ 'bin/none': '', calls: '' })
  })
  afterEach(() => here.remove())

  const scriptOf = (job: string, name: RegExp) =>
    release[job]?.steps.find(step => name.test(step.name ?? ''))?.run ?? `echo "no step ${name}"; exit 99`

  // As a runner starts them where `shell: bash` is said.
  function run(script: string, env: Record<string, string>) {
    const path = `${join(here.path, 'bin')}:${process.env.PATH}`
    const all = { PATH: path, HOME: here.path, GH_REPO: 'acme/gate', GITHUB_SHA: 'c0ffee', ...env }
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]
    const { status, stdout, stderr } = spawnSync('bash', words, {
      cwd: here.path,
      env: all,
      encoding: 'utf8',
    })
    return { status, says: stdout + stderr }
  }

  /** Takes the place of `gh`: notes its words, and knows these tags. */
  function knowing(tags: readonly string[]) {
    const refs = tags.map(tag => `refs/tags/${tag}`).join('\n')
    const lines = [
      '#!/bin/bash',
      `echo "$*" >>'${join(here.path, 'calls')}'`,
      `case "$*" in *matching-refs*) grep -F "\${3##*/git/matching-}" <<'END' || true`,
      refs,
      'END',
      `;; *git/ref/*) grep -qx "refs/tags/\${2##*/}" <<'END'`,
      refs,
      'END',
      ';; esac',
    ]
    writeFileSync(join(here.path, 'bin', 'gh'), `${lines.join('\n')}\n`)
    chmodSync(join(here.path, 'bin', 'gh'), 0o755)
  }
  const calls = () => readFileSync(join(here.path, 'calls'), 'utf8').trim().split('\n')
  const writes = () => calls().filter(call => / -X /.test(call))

  test.each([
    [
      'moves with the newest release',
      'v1.10.0',
      ['v1.9.0', 'v1.10.0', 'v1', 'v10.0.0'],
      'PATCH repos/acme/gate/git/refs/tags/v1 -f sha=c0ffee -F force=true',
    ],
    [
      'is made with the first',
      'v2.0.0',
      ['v1.9.0', 'v1', 'v2.0.0'],
      'POST repos/acme/gate/git/refs -f ref=refs/tags/v2 -f sha=c0ffee',
    ],
    [
      'is moved by a newest release beside a candidate of the next',
      'v1.9.0',
      ['v1.9.0', 'v1.10.0-rc.1', 'v1'],
      'PATCH repos/acme/gate/git/refs/tags/v1 -f sha=c0ffee -F force=true',
    ],
    ['stays where an older line is repaired', 'v1.9.1', ['v1.9.0', 'v1.9.1', 'v1.10.0', 'v1'], null],
  ])('the tag of a major version %s', (_, tag, tags, expected) => {
    knowing(tags)
    expect(run(scriptOf('publish', /^Move/), { TAG: tag }).status).toBe(0)
    expect(writes()).toEqual(expected === null ? [] : [`api -X ${expected} --silent`])
  })

  test('a tag that cannot be asked for moves nothing', () => {
    writeFileSync(join(here.path, 'bin', 'gh'), '#!/bin/bash\nexit 1\n')
    chmodSync(join(here.path, 'bin', 'gh'), 0o755)
    expect(run(scriptOf('publish', /^Move/), { TAG: 'v1.0.0' }).status).not.toBe(0)
  })

  test.each([
    ['v1.0.0', 'false'],
    ['v1.0.0-rc.1', 'true'],
  ])('%s is a release that is a preview: %s', (tag, preview) => {
    knowing([tag])
    writeFileSync(join(here.path, 'notes.md'), '')
    execFileSync('mkdir', ['release'], { cwd: here.path })
    writeFileSync(join(here.path, 'release', 'SHA256SUMS'), '')
    expect(run(scriptOf('publish', /^Create/), { TAG: tag }).status).toBe(0)
    expect(calls()).toEqual([
      `release create ${tag} --verify-tag --prerelease=${preview} --title ${tag} --notes-file notes.md release/SHA256SUMS`,
    ])
  })

  test.each([
    ['a tag of its version', 'v1.2.3', '## [1.2.3] - 2026-12-01', 'main', 0, ''],
    ['a tag of another version', 'v1.2.4', '## [1.2.3] - 2026-12-01', 'main', 1, 'package.json says 1.2.3'],
    ['a version without a date', 'v1.2.3', '## [1.2.3] - Unreleased', 'main', 1, 'no date for 1.2.3'],
    ['another version with a date', 'v1.2.3', '## [1.2.30] - 2026-12-01', 'main', 1, 'no date for 1.2.3'],
    ['a commit that nobody merged', 'v1.2.3', '## [1.2.3] - 2026-12-01', 'aside', 1, 'v1.2.3 is not on main'],
  ])('%s: released or refused', (_, tag, line, branch, status, says) => {
    writeFileSync(join(here.path, 'package.json'), '{"version": "1.2.3"}')
    writeFileSync(join(here.path, 'CHANGELOG.md'), `# Changelog\n\n${line}\n\n- New.\n`)
    const git = (words: string) => execFileSync('git', words.split(' '), { cwd: here.path, stdio: 'pipe' })
    git('init -q -b main')
    git('-c user.name=A -c user.email=a@acme.example commit -q --allow-empty -m first')
    git('update-ref refs/remotes/origin/main HEAD')
    git('add package.json CHANGELOG.md')
    git('-c user.name=A -c user.email=a@acme.example commit -q -m second')
    if (branch === 'main') git('update-ref refs/remotes/origin/main HEAD')
    const outcome = run(scriptOf('build', /^The tag names/), { TAG: tag, DEFAULT: 'main' })
    expect(outcome).toEqual({ status, says: says === '' ? '' : expect.stringContaining(says) })
  })

  test('its notes are what the changelog says of its version, and of no other', () => {
    const text =
      '# Changelog\n\n## [1.2.4] - 2027-01-01\n\n- Newer.\n\n## [1.2.3] - 2026-12-01\n\n### Added\n\n- Mine.\n\n## [1.2.2] - 2026-11-01\n\n- Older.\n'
    writeFileSync(join(here.path, 'CHANGELOG.md'), text)
    const line =
      scriptOf('build', /^Collect/)
        .split('\n')
        .find(one => one.startsWith('awk ')) ?? 'exit 99'
    expect(run(line, { TAG: 'v1.2.3' }).status).toBe(0)
    expect(readFileSync(join(here.path, 'notes.md'), 'utf8')).toBe('\n### Added\n\n- Mine.\n\n')
  })
})

test('the list of what the bundles are made of names every package whose licence they carry, and says the same each time', () => {
  const script = join(__dirname, '..', '..', 'scripts', 'sbom.mjs')
  const written = () => execFileSync(process.execPath, [script], { encoding: 'utf8' })
  const first = written()
  const { components, metadata } = JSON.parse(first)
  const named = components.map(({ name, version }: Record<string, string>) => `${name} ${version}`)
  const heads = ['cli', 'action'].flatMap(bundle => {
    const text = readFileSync(join(__dirname, '..', '..', 'dist', bundle, 'licenses.txt'), 'utf8')
    // Names of packages have no capitals; the titles of licences do.
    return text.split('\n').filter(line => /^(@[\w-]+\/)?[a-z][\w.-]* \d+\.\d+\.\d+$/.test(line))
  })
  expect([...named].sort()).toEqual([...new Set(heads)].sort())
  expect(named).toEqual(
    expect.arrayContaining([expect.stringMatching(/^yaml /), expect.stringMatching(/^zod /)]),
  )
  expect(named.join(' ')).not.toMatch(/\b(jest|typescript|biome|ncc) /)
  expect(metadata.component).toMatchObject({ name: 'modelgate', type: 'application' })
  expect(written()).toBe(first)
})
