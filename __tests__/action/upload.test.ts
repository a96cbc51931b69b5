import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type Event, events, head } from './events'
import { closeServers, cut, type Replies, type Reply, type Server, serve } from './server'
import { commit, fastClock, promotion, type Step, type StepOutcome, step } from './step'

const token = 'ghs_ThisIsTheTokenOfTheTest0123456789'
const sarifs = '/repos/acme/churn/code-scanning/sarifs'
const send = `POST ${sarifs}`
const asked = `GET ${sarifs}/47177e22-5596`
const accepted: Reply = { status: 202, json: { id: '47177e22-5596', url: 'https://elsewhere.example' } }
const complete: Reply = { json: { processing_status: 'complete', analyses_url: 'x', errors: null } }

let here: Step
beforeEach(() => {
  here = step({ 'jobs/release.py': promotion })
})
afterEach(async () => {
  await closeServers()
  here.remove()
})

interface Uploaded extends StepOutcome {
  readonly server: Server
  /** What was waited for, in seconds. */
  readonly waits: readonly number[]
}

/** The step with `upload: true`, in front of a server that replies so. */
async function uploaded(
  replies: Replies,
  event: Event = events.push,
  inputs: Record<string, string> = {},
  more: Record<string, string | undefined> = {},
): Promise<Uploaded> {
  const server = await serve(replies)
  const clock = fastClock(here)
  here.put('../event.json', JSON.stringify(event.payload))
  const outcome = await here.run(
    { judge: 'everything', upload: 'true', token, 'fail-on': 'never', ...inputs },
    {
      ...event.env,
      ...clock.env,
      GITHUB_API_URL: server.url,
      GITHUB_EVENT_PATH: `${here.workspace}/../event.json`,
      ...more,
    },
  )
  // Whatever the network does: the verdict, the file, the summary, and no token in any of them.
  expect({ code: outcome.code, sarif: here.has('modelgate.sarif') }).toEqual({ code: 0, sarif: true })
  expect(JSON.stringify(outcome)).not.toContain(token)
  expect(here.read('modelgate.sarif')).not.toContain(token)
  expect(outcome.log).not.toContain('This is a bug')
  return { ...outcome, server, waits: clock.waits().map(wait => wait / 1000) }
}

const taken: Replies = { [send]: accepted, [asked]: complete }

test('a log is sent with all that the API asks for, and waited for', async () => {
  const { log, server } = await uploaded(taken)
  const { sarif, ...others } = server.sent(send)
  expect(others).toEqual({
    commit_sha: commit,
    ref: 'refs/heads/main',
    checkout_uri: pathToFileURL(here.workspace).href,
    tool_name: 'Modelgate',
  })
  const text = gunzipSync(Buffer.from(String(sarif), 'base64')).toString()
  expect(JSON.parse(text)).toEqual(JSON.parse(here.read('modelgate.sarif')))
  expect(log).toContain('Code scanning has taken 1 result.')
  expect(log).not.toContain('::warning')
  expect(server.seen.map(one => one.token)).toEqual([`token ${token}`, `token ${token}`])
})

test('nothing is sent unless it is asked for', async () => {
  const { server } = await uploaded(taken, events.push, { upload: '' })
  expect(server.seen).toEqual([])
})

const refs: readonly [keyof typeof events, string, string | null, string][] = [
  ['tag', commit, null, 'refs/tags/v1'],
  ['pull', commit, commit, 'refs/pull/7/merge'],
  ['pull', head, head, 'refs/pull/7/head'],
  ['fork', commit, null, 'refs/pull/7/merge'],
  ['gone', commit, null, 'refs/pull/7/merge'],
  ['target', commit, commit, 'refs/heads/main'],
  ['target', head, head, 'refs/pull/7/head'],
  ['merge', commit, null, 'refs/heads/gh-readonly-queue/main/pr-7-1'],
  ['dispatch', commit, null, 'refs/heads/main'],
  ['schedule', commit, null, 'refs/heads/main'],
]

test.each(refs)('the results of `%s` belong to %s (checked out: %s) at %s', async (name, own, out, ref) => {
  if (out) here.put('.git/HEAD', `${out}\n`)
  const { server } = await uploaded(taken, events[name])
  expect(server.sent(send)).toMatchObject({ commit_sha: own, ref })
})

test.each([
  ['a commit', { '.git/HEAD': `${'a'.repeat(40)}\n` }],
  [
    'a branch',
    { '.git/HEAD': 'ref: refs/heads/other/x\n', '.git/refs/heads/other/x': `${'a'.repeat(40)}\n` },
  ],
  [
    'a packed branch',
    { '.git/HEAD': 'ref: refs/heads/o\n', '.git/packed-refs': `#\n${'a'.repeat(40)} refs/heads/o\n` },
  ],
])('%s that the run is not for is not uploaded', async (_, files) => {
  for (const [name, text] of Object.entries(files)) here.put(name, text)
  const { server, log } = await uploaded(taken)
  expect(server.seen).toEqual([])
  expect(log).toMatch(/^::warning::.*commit a{40} is checked out, and the run is for 0123/m)
})

test.each(['ref: refs/heads/../../../etc/passwd', 'ref: refs/heads/none', '', '\0\xff', 'x'.repeat(9999)])(
  'a HEAD that says nothing is no hindrance',
  async text => {
    here.put('.git/HEAD', text)
    expect((await uploaded(taken)).server.count(send)).toBe(1)
  },
)

const refusals: Readonly<Record<string, readonly [Reply, string, Event?]>> = {
  'a fork': [
    { status: 403, json: { message: 'Resource not accessible by integration' } },
    'comes from a fork, whose token may only read',
    events.fork,
  ],
  'a missing permission': [
    { status: 403, json: { message: 'Resource not accessible by integration' } },
    'give the job `security-events: write`',
  ],
  'a switched off feature': [
    {
      status: 403,
      json: { message: 'Advanced Security must be enabled for this repository to use code scanning.' },
    },
    'code scanning is not enabled for this repository',
  ],
  'an archive': [
    { status: 403, json: { message: 'Repository was archived so is read-only.' } },
    'the repository is archived',
  ],
  'no code scanning': [
    { status: 404, json: { message: 'Not Found' } },
    'the repository has no code scanning',
  ],
  'a large log': [{ status: 413, json: { message: 'Payload Too Large' } }, 'too large for code scanning'],
  'a log that it does not like': [
    { status: 422, json: { message: 'ref is not a full ref', documentation_url: 'https://docs.github.com' } },
    'GitHub refuses it (ref is not a full ref',
  ],
  'a bad log': [{ status: 400, json: { message: 'Invalid SARIF' } }, 'GitHub refuses it (Invalid SARIF)'],
  'a bad token': [{ status: 401, json: { message: 'Bad credentials' } }, 'GitHub does not know the token'],
}

test.each(Object.entries(refusals))('%s is one clear line, asked once, and fails nothing', async (_, one) => {
  const [reply, words, event = events.push] = one
  const { log, summary, server } = await uploaded({ [send]: reply }, event)
  const lines = log.split('\n').filter(line => line.startsWith('::warning::'))
  expect(lines).toEqual([expect.stringContaining(words)])
  expect(lines[0]).toContain('They are in the SARIF file, the job summary and the annotations.')
  expect(summary).toContain('<tr><th>Not done</th></tr>')
  expect(log).toMatch(/^::error title=.*jobs\/release\.py/m)
  expect(server.count(send)).toBe(1)
})

const halfway: Reply = (request, response) => {
  response.writeHead(202, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"id": "', () => request.socket.destroy())
}

test('the gate fails the step whatever the upload does', async () => {
  const server = await serve({ [send]: { status: 403, json: {} } })
  const { code } = await here.run(
    { upload: 'true', token },
    { ...events.push.env, GITHUB_API_URL: server.url },
  )
  expect(code).toBe(1)
})

test.each([
  [
    'that asks for a second',
    { status: 429, json: { message: 'slow down' }, headers: { 'retry-after': '1' } },
  ],
  [
    'that counts as secondary',
    {
      status: 403,
      json: { message: 'You have exceeded a secondary rate limit' },
      headers: { 'retry-after': '1' },
    },
  ],
  [
    'that resets at once',
    { status: 403, json: {}, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
  ],
  ['of a server that does not work', { status: 503, json: { message: 'Service Unavailable' } }],
  ['of a server in trouble', { status: 500, json: {} }],
  ['that is cut', cut],
  ['that is cut in the middle', halfway],
] as [string, Reply][])('an answer %s is asked for again', async (_, reply) => {
  const { server, log, waits } = await uploaded({ ...taken, [send]: [reply, accepted] })
  // The second is for what became of the log.
  expect([server.count(send), waits]).toEqual([2, [1, 1]])
  expect(log).toContain('Code scanning has taken 1 result.')
})

test('a wait that is longer than a minute is not waited for', async () => {
  const reply = { status: 429, json: { message: 'later' }, headers: { 'retry-after': '999999' } }
  const { server, log, waits } = await uploaded({ [send]: reply })
  expect([server.count(send), waits]).toEqual([1, []])
  expect(log).toContain('GitHub was asked too often (later)')
})

test('a connection that is cut again and again is given up', async () => {
  const { server, log, waits } = await uploaded({ [send]: cut })
  expect([server.count(send), waits]).toEqual([4, [1, 4, 9]])
  expect(log).toMatch(/^::warning::.*the GitHub API cannot be reached or does not work/m)
})

test('nobody listens', async () => {
  const { log, waits } = await uploaded({}, events.push, {}, { GITHUB_API_URL: 'http://127.0.0.1:1' })
  expect(waits).toEqual([1, 4, 9])
  expect(log).toMatch(/^::warning::.*the GitHub API cannot be reached/m)
})

test('an address that is none is told', async () => {
  const { log } = await uploaded({}, events.push, {}, { GITHUB_API_URL: 'nonsense' })
  expect(log).toMatch(/^::warning::Nothing was sent to GitHub: Invalid URL\.$/m)
})

test('an API below a path is asked there', async () => {
  const deep = Object.fromEntries(
    Object.entries(taken).map(([what, reply]) => [what.replace(' ', ' /api/v3'), reply]),
  )
  const server = await serve(deep)
  const { log } = await uploaded({}, events.push, {}, { GITHUB_API_URL: `${server.url}/api/v3` })
  expect(log).toContain('Code scanning has taken 1 result.')
})

test('a slow server is waited for', async () => {
  const slow: Reply = (_, response) => {
    setTimeout(() => {
      response.writeHead(202, { 'content-type': 'application/json' })
      response.write('{"id":')
      setTimeout(() => response.end('"47177e22-5596"}'), 1_000)
    }, 1_500)
  }
  const real = { NODE_OPTIONS: undefined }
  const { log } = await uploaded({ ...taken, [send]: slow }, events.push, {}, real)
  expect(log).toContain('Code scanning has taken 1 result.')
})

test('a log is asked for until it is processed', async () => {
  const pending = { json: { processing_status: 'pending' } }
  const { server, log, waits } = await uploaded({
    ...taken,
    [asked]: [{ status: 404, json: {} }, pending, complete],
  })
  expect([server.count(asked), waits]).toEqual([3, [1, 2, 4]])
  expect(log).toContain('Code scanning has taken 1 result.')
})

test('what could not be processed is said in plain words', async () => {
  const errors = ['location 3 has no region\n::error::x', '##[error]y', 7]
  const { log } = await uploaded({ ...taken, [asked]: { json: { processing_status: 'failed', errors } } })
  expect(log).toMatch(
    /^::warning::.*could not be processed: location 3 has no region ::error::x; #\\#\[error\]y\./m,
  )
  expect(log).not.toMatch(/^::error::x/m)
})

const answers =
  (text: string, type = 'application/json'): Reply =>
  (_, response) => {
    response.writeHead(202, { 'content-type': type })
    response.end(text)
  }

test.each([
  ['no JSON', answers('{"id": "47')],
  ['a page', answers('<html>::error::x</html>', 'text/html')],
  ['bytes', answers('\0\xff\xfe', 'application/octet-stream')],
  ['nothing', answers('')],
  ['null', answers('null')],
  ['a list', answers('[[]]')],
  ['another type', answers('{"id": {"x": 1}}')],
  ['a path', answers('{"id": "../../user"}')],
])('a server that answers %s is not believed', async (_, reply) => {
  const { log, server } = await uploaded({ [send]: reply })
  expect(log).toMatch(/^::warning::.*did not say under which name/m)
  expect(server.seen.map(one => one.what)).toEqual([send])
})

test('a status that is none ends in a line', async () => {
  const { log } = await uploaded({ ...taken, [asked]: { status: 422, json: { message: { a: 1 } } } })
  expect(log).toMatch(/^::warning::.*what became of it is not known/m)
})

test.each([302, 307])('a redirect (%i) leads the token nowhere', async status => {
  const other = await serve({})
  const headers = { location: `${other.url}/steal` }
  const { log, server } = await uploaded({ [send]: { status, json: {}, headers } })
  expect([other.seen.length, server.seen.length]).toEqual([0, 1])
  expect(log).toMatch(/^::warning::.*redirects to another address, which is not followed/m)
})

test('what a server says of itself reaches no log as it is', async () => {
  const headers = { deprecation: 'true', sunset: '##[error]z', link: '<x>; rel="deprecation"' }
  const { log } = await uploaded({ ...taken, [send]: { ...(accepted as object), headers } })
  expect(log).not.toContain('deprecat')
})

test('without a token nothing is asked, and that is said', async () => {
  const { log, server } = await uploaded(taken, events.push, { token: '' })
  expect(server.seen).toEqual([])
  expect(log).toMatch(/^::warning::Nothing was sent to GitHub: the input `token` is empty\.$/m)
})

test('a missing event file costs nothing on a branch', async () => {
  const missing = { GITHUB_EVENT_PATH: `${here.workspace}/none.json` }
  const { server } = await uploaded(taken, events.push, {}, missing)
  expect(server.sent(send)).toMatchObject({ ref: 'refs/heads/main' })
})

test.each(['{"broken', ''])('an event file with %j is told, and nothing is sent', async text => {
  here.put('broken.json', text)
  const broken = { GITHUB_EVENT_PATH: `${here.workspace}/broken.json` }
  const { log, server } = await uploaded(taken, events.pull, {}, broken)
  expect(server.seen).toEqual([])
  expect(log).toMatch(/^::warning::Nothing was sent to GitHub: /m)
})

test.each([
  'null',
  '[]',
  '7',
  '{"pull_request": 1}',
  '{"pull_request": {"number": -1, "head": {"sha": "x"}}}',
])('an event that says %s is no pull request', async text => {
  here.put('odd.json', text)
  const odd = { GITHUB_EVENT_PATH: `${here.workspace}/odd.json` }
  const { server } = await uploaded(taken, events.pull, {}, odd)
  expect(server.sent(send)).toMatchObject({ ref: 'refs/pull/7/merge' })
})

test.each(['', 'main', 'refs/heads/', 'refs/pull/x/merge'])('a GITHUB_REF of %j is told', async ref => {
  const { log, server } = await uploaded(taken, events.push, {}, { GITHUB_REF: ref })
  expect(server.seen).toEqual([])
  expect(log).toMatch(/^::warning::.*GITHUB_REF names no branch, tag or pull request/m)
})
