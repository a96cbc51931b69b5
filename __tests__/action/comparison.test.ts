import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { wantedBy } from '../../src/action/comparison'
import { repository, type TestRepository } from '../support/repository'
import { type GitServer, serveGit } from '../support/server'
import { promotion, type StepOutcome, stepIn } from './step'

const [zero, sha, other] = ['0'.repeat(40), 'a'.repeat(40), 'b'.repeat(40)]

describe('what an event asks to compare with', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'event-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  function wanted(name: string, event: unknown, environment: Record<string, string> = {}) {
    const path = join(home, 'event.json')
    writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event))
    return wantedBy({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, ...environment })
  }

  const pull = { pull_request: { base: { sha }, head: { sha: other }, merge_commit_sha: null } }
  const push = { before: sha, repository: { default_branch: 'main' } }

  test.each([
    [
      'pull_request',
      pull,
      { GITHUB_SHA: zero },
      { kind: 'pull-request', base: sha, head: other, merges: [zero] },
    ],
    ['pull_request_target', pull, { GITHUB_SHA: zero }, { kind: 'pull-request', base: sha, merges: [] }],
    [
      'pull_request_target',
      { pull_request: { ...pull.pull_request, merge_commit_sha: zero } },
      {},
      { kind: 'pull-request', merges: [zero] },
    ],
    ['merge_group', { merge_group: { base_sha: sha } }, {}, { kind: 'commit', commit: sha }],
    ['push', push, { GITHUB_REF: 'refs/heads/change' }, { kind: 'commit', commit: sha }],
    [
      'push',
      push,
      { GITHUB_REF: 'refs/heads/main' },
      { kind: 'everything', why: 'this is the default branch' },
    ],
    ['push', { before: sha }, { GITHUB_REF: 'refs/heads/x' }, { kind: 'everything' }],
    [
      'push',
      { ...push, before: zero },
      { GITHUB_REF: 'refs/heads/x' },
      { kind: 'everything', why: 'the branch is new' },
    ],
    [
      'push',
      push,
      { GITHUB_REF: 'refs/tags/v1' },
      { kind: 'everything', why: 'what was pushed is no branch' },
    ],
    ['schedule', {}, {}, { kind: 'everything', why: 'the event is `schedule`' }],
    ['workflow_dispatch', {}, {}, { kind: 'everything', why: 'the event is `workflow_dispatch`' }],
    ['', {}, {}, { kind: 'everything', why: 'there is no event' }],
    ['pull_request', '{', {}, { kind: 'unavailable' }],
    ['pull_request', '', {}, { kind: 'unavailable' }],
    // What no commit can be read from is refused where commits are looked for.
    ['pull_request', [], {}, { kind: 'pull-request', base: '' }],
    ['pull_request', { pull_request: { base: { sha: 7 } } }, {}, { kind: 'pull-request', base: '' }],
    ['pull_request', '{"pull_request": {"__proto__": {"base": 1}}}', {}, { kind: 'pull-request', base: '' }],
    ['merge_group', 'null', {}, { kind: 'unavailable' }],
  ] as const)('`%s` with %j and %j', (name, event, environment, expected) => {
    expect(wanted(name, event, environment)).toMatchObject(expected)
  })

  test('whose file is missing cannot be told', () => {
    for (const path of [undefined, '/none', home])
      expect(wantedBy({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path })).toEqual({
        kind: 'unavailable',
        says: 'The file that describes the event cannot be read.',
      })
  })
})

describe('a step', () => {
  let origin: TestRepository
  let server: GitServer | null = null
  let [base, head, merge] = ['', '', '']

  beforeEach(() => {
    origin = repository({ 'old.py': promotion })
    base = origin.git('rev-parse', 'HEAD')
    origin.git('checkout', '-q', '-b', 'change')
  })
  afterEach(() => {
    server?.close()
    server = null
    origin.remove()
  })

  /** The pull request adds these files, and the server merges it on trial. */
  function propose(files: Record<string, string>): void {
    head = origin.commit(files)
    origin.git('checkout', '-q', '-b', 'trial', 'main')
    origin.git('merge', '-q', '--no-ff', '-m', 'x', 'change')
    merge = origin.git('rev-parse', 'HEAD')
  }

  interface Running {
    readonly name?: string
    readonly event?: unknown
    readonly inputs?: Record<string, string>
    readonly environment?: Record<string, string>
  }

  function run(
    checkout: TestRepository,
    { name, event, inputs, environment }: Running = {},
  ): Promise<StepOutcome> {
    const path = join(dirname(origin.root), 'event.json')
    const usual = { pull_request: { base: { sha: base }, head: { sha: head }, merge_commit_sha: merge } }
    writeFileSync(path, JSON.stringify(event ?? usual))
    return stepIn(checkout.root, inputs, {
      GITHUB_EVENT_NAME: name ?? 'pull_request',
      GITHUB_EVENT_PATH: path,
      GITHUB_SHA: merge,
      GITHUB_SERVER_URL: server?.url ?? 'https://github.example',
      ...environment,
    })
  }

  test('in a pull request fails for what that adds, and for nothing else', async () => {
    propose({ 'harmless.py': 'a = 1\n' })
    const passed = await run(origin)
    expect(passed.code).toBe(0)
    expect(passed.outputs).toMatchObject({ findings: '1', 'new-findings': '0', base, verdict: 'pass' })
    expect(passed.log).not.toMatch(/^::error/m)
    expect(passed.summary).toContain('1 finding, 0 new and 1 existing: 0 new ones at or above `error`')
    expect(passed.summary).toContain('<td>error (existing)</td>')
  })

  test('in a pull request that adds one annotates that one', async () => {
    propose({ 'new.py': promotion })
    const { code, log, outputs, summary } = await run(origin)
    expect(code).toBe(1)
    expect(outputs).toMatchObject({ findings: '2', 'new-findings': '1', base, verdict: 'fail' })
    expect(log).toMatch(/^::error title=.*,file=new\.py,/m)
    expect(log).not.toMatch(/file=old\.py/)
    expect(log).toMatch(/^::error::1 new finding at or above `error`\. /m)
    expect(summary.indexOf('new.py')).toBeLessThan(summary.indexOf('old.py'))
  })

  test('in a pull request is judged by the policy of its base, and says in every report what would change', async () => {
    propose({ 'new.py': promotion, '.modelgate.yml': 'rules: { unguarded-promotion: off }\n' })
    const { code, log, summary } = await run(origin)
    const sarif = readFileSync(join(origin.root, 'modelgate.sarif'), 'utf8')
    expect(code).toBe(1)
    for (const text of [log, summary, sarif]) {
      const plain = text.replace(/<\/?code>|[`\s]+/g, ' ').replace(/ +/g, ' ')
      expect(plain).toContain('This change would turn unguarded-promotion off')
      expect(plain).toContain('This change adds the configuration. It counts from the next change on')
    }
  })

  test.each([
    ['strict.yml', 1],
    ['lax.yml', 0],
  ])('with the input `config` of %s takes that file from the base: %i', async (config, code) => {
    origin.git('checkout', '-q', 'main')
    base = origin.commit({ 'strict.yml': 'fail-on: error\n', 'lax.yml': 'fail-on: never\n' })
    origin.git('checkout', '-q', '-B', 'change')
    rmSync(join(origin.root, 'strict.yml'))
    symlinkSync('lax.yml', join(origin.root, 'strict.yml'))
    propose({ 'new.py': promotion })
    expect((await run(origin, { inputs: { config } })).code).toBe(code)
  })

  test('on a checkout of depth one fetches the base with its token, which nobody gets to see', async () => {
    propose({ 'harmless.py': 'a = 1\n' })
    const token = 'ghs_secret'
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    const clone = origin.clone('clone', '--depth=1', '--branch=trial')
    server = await serveGit(dirname(origin.root), `basic ${basic}`)
    clone.git('remote', 'set-url', 'origin', `${server.url}/tree/.git`)
    const { code, log, outputs } = await run(clone, { inputs: { token } })
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { 'new-findings': '0', base } })
    const shown = log.split('\n').filter(line => !line.startsWith('::add-mask::'))
    expect(shown.join('\n')).not.toMatch(new RegExp(`${token}|${basic}`))
  })

  test('that cannot fetch the base judges everything and says why', async () => {
    propose({ 'harmless.py': 'a = 1\n' })
    const clone = origin.clone('clone', '--depth=1', '--branch=trial')
    server = await serveGit(dirname(origin.root), 'basic x')
    clone.git('remote', 'set-url', 'origin', `${server.url}/tree/.git`)
    const { code, log, outputs, summary } = await run(clone)
    expect({ code, outputs }).toMatchObject({ code: 1, outputs: { 'new-findings': '1', base: '' } })
    for (const text of [log, summary])
      expect(text).toMatch(/Nothing can be\s+compared, so every finding is judged\./)
    expect(log).toMatch(/^::warning::The clone lacks the commit /m)
  })

  test('on the default branch judges everything', async () => {
    propose({})
    origin.git('checkout', '-q', 'main')
    const event = { before: base, repository: { default_branch: 'main' } }
    const { code, log } = await run(origin, {
      name: 'push',
      event,
      environment: { GITHUB_REF: 'refs/heads/main' },
    })
    expect(code).toBe(1)
    expect(log).toContain('Every finding is judged, since this is the default branch.')
  })

  test('after a push to another branch judges what was pushed', async () => {
    propose({ 'harmless.py': 'a = 1\n' })
    origin.git('checkout', '-q', 'change')
    const event = { before: base, repository: { default_branch: 'main' } }
    const environment = { GITHUB_REF: 'refs/heads/change' }
    expect((await run(origin, { name: 'push', event, environment })).code).toBe(0)
    origin.commit({ 'new.py': promotion })
    expect((await run(origin, { name: 'push', event, environment })).code).toBe(1)
  })

  test('after a push by force judges everything, since what was there is gone', async () => {
    propose({ 'harmless.py': 'a = 1\n' })
    const event = { before: other, repository: { default_branch: 'main' } }
    const pushed = await run(origin, { name: 'push', event, environment: { GITHUB_REF: 'refs/heads/trial' } })
    expect(pushed.code).toBe(1)
    expect(pushed.log).toContain('The clone lacks the commit `bbbbbbbbbbbb`')
  })

  test('in a merge queue judges what the group adds', async () => {
    propose({ 'new.py': promotion })
    const event = { merge_group: { base_sha: base, head_sha: merge } }
    expect((await run(origin, { name: 'merge_group', event })).outputs).toMatchObject({
      'new-findings': '1',
      base,
    })
  })

  test('that has checked out the base of a pull request judges all of that', async () => {
    propose({ 'new.py': promotion })
    origin.git('checkout', '-q', '--detach', base)
    const { code, log } = await run(origin, {
      name: 'pull_request_target',
      environment: { GITHUB_SHA: base },
    })
    expect(code).toBe(1)
    expect(log).toContain('What is checked out is the commit that the change is made to, and not the change.')
  })

  test.each([
    ['everything', 1],
    ['additions', 0],
  ])('asked to judge `%s` ends with %i', async (judge, code) => {
    propose({ 'harmless.py': 'a = 1\n' })
    expect((await run(origin, { inputs: { judge } })).code).toBe(code)
  })

  test('asked to judge anything else is refused in one line', async () => {
    propose({})
    expect((await run(origin, { inputs: { judge: 'new' } })).log).toBe(
      '::error::input `judge`: `new` is nothing to judge; write `additions` or `everything`\n',
    )
  })
})
