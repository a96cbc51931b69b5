import { type Event, events, head } from './events'
import { closeServers, cut, type Replies, type Reply, type Server, serve } from './server'
import { promotion, type Step, type StepOutcome, step } from './step'

const token = 'ghs_ThisIsTheTokenOfTheTest0123456789'
const marker = '<!-- modelgate -->'
const repo = '/repos/acme/churn'
const list = `GET ${repo}/issues/7/comments`
const create = `POST ${repo}/issues/7/comments`
const update = `PATCH ${repo}/issues/comments/12`
const files = `GET ${repo}/pulls/7/files`
const reviewed = `GET ${repo}/pulls/7/comments`
const review = `POST ${repo}/pulls/7/reviews`

const load = 'import torch\n\nmodel = torch.load("churn.pt", weights_only=False)\n'
const bot = { type: 'Bot', login: 'github-actions[bot]' }
const diff = { filename: 'serve.py', patch: `@@ -0,0 +1,3 @@\n+${load.trimEnd().replaceAll('\n', '\n+')}` }

let here: Step
beforeEach(() => {
  here = step({ 'jobs/release.py': promotion })
})
afterEach(async () => {
  await closeServers()
  here.remove()
})

async function commented(
  replies: Replies,
  event: Event = events.pull,
  inputs: Record<string, string> = {},
): Promise<StepOutcome & { readonly server: Server }> {
  const server = await serve(replies)
  here.put('../event.json', JSON.stringify(event.payload))
  const env = {
    ...event.env,
    GITHUB_API_URL: server.url,
    GITHUB_EVENT_PATH: `${here.workspace}/../event.json`,
  }
  const outcome = await here.run(
    { judge: 'everything', comment: 'true', token, 'fail-on': 'never', ...inputs },
    env,
  )
  expect({ code: outcome.code, sarif: here.has('modelgate.sarif') }).toEqual({ code: 0, sarif: true })
  expect(JSON.stringify(outcome)).not.toContain(token)
  expect(outcome.log).not.toContain('This is a bug')
  return { ...outcome, server }
}

const empty: Replies = {
  [list]: { json: [] },
  [create]: { status: 201, json: { id: 12 } },
  [update]: { json: { id: 12 } },
  [files]: { json: [diff] },
  [reviewed]: { json: [] },
  [review]: { json: { id: 1 } },
}

test('the first comment says what was found, with links, behind a hidden marker', async () => {
  const { server, log } = await commented(empty)
  const body = String(server.sent(create).body)
  expect(body.startsWith(`${marker}\n## Modelgate: `)).toBe(true)
  expect(body).toContain('<code>jobs/release.py:3</code></a>')
  expect(body).toContain('How to fix it')
  expect(log).not.toContain('::warning')
})

test('the comment is changed, and not repeated', async () => {
  const old = { id: 12, user: bot, body: `${marker}\nold` }
  const others = [{ id: 3, user: bot, body: 'Deployed.' }, null, 7, { id: 4 }]
  const { server } = await commented({ ...empty, [list]: { json: [...others, old] } })
  expect([server.count(update), server.count(create)]).toEqual([1, 0])
  expect(String(server.sent(update).body)).toContain('jobs/release.py:3')
})

test('a comment that says the same stays as it is', async () => {
  const first = await commented(empty)
  const body = String(first.server.sent(create).body).replaceAll('\n', '\r\n')
  const { server } = await commented({ ...empty, [list]: { json: [{ id: 12, user: bot, body }] } })
  expect([server.count(update), server.count(create)]).toEqual([0, 0])
})

test('when nothing is left the comment says so, and none is begun', async () => {
  here.put('jobs/release.py', 'x = 1\n')
  const first = await commented(empty)
  expect(first.server.seen.map(one => one.what)).toEqual([list])
  const old = { id: 12, user: { type: 'User' }, author_association: 'MEMBER', body: `${marker}\nold` }
  const { server } = await commented({ ...empty, [list]: { json: [old] } })
  expect(String(server.sent(update).body)).toBe(
    `${marker}\n## Modelgate: nothing left\n\nWhat was found here before is gone.\n`,
  )
})

test('a stranger who writes the marker gets no text of ours', async () => {
  const strange = { id: 12, user: { type: 'User' }, author_association: 'NONE', body: `${marker}\nold` }
  const { server } = await commented({ ...empty, [list]: { json: [strange] } })
  expect([server.count(update), server.count(create)]).toEqual([0, 1])
})

test('the comment is found on a later page', async () => {
  const page = Array.from({ length: 100 }, (_, id) => ({ id: id + 100, user: bot, body: 'x' }))
  const old = { id: 12, user: bot, body: `${marker}\nold` }
  const { server } = await commented({ ...empty, [list]: [{ json: page }, { json: [old] }] })
  expect(server.seen.filter(one => one.what === list).map(one => one.query)).toEqual([
    'per_page=100&page=1',
    'per_page=100&page=2',
  ])
  expect(server.count(update)).toBe(1)
})

test('an endless list ends', async () => {
  const page = Array.from({ length: 100 }, (_, id) => ({ id, user: bot, body: 'x' }))
  expect((await commented({ ...empty, [list]: { json: page } })).server.count(list)).toBe(10)
})

test('a next page at another server is not asked for', async () => {
  const other = await serve({})
  const headers = { link: `<${other.url}/comments?page=2>; rel="next"` }
  await commented({ ...empty, [list]: { json: [], headers } })
  expect(other.seen).toEqual([])
})

test.each(['fork', 'gone'] as const)('on a pull request of a fork (%s) nothing is asked', async name => {
  const { server, log, summary } = await commented(empty, events[name])
  expect(server.seen).toEqual([])
  expect(log).toMatch(/^::warning::The pull request has no comment: it comes from a fork/m)
  expect(summary).toContain('Not done')
})

test('a run with the token of the repository may speak to a fork', async () => {
  expect((await commented(empty, events.target)).server.count(create)).toBe(1)
})

test.each(['push', 'merge', 'dispatch', 'schedule'] as const)('`%s` has no pull request', async name => {
  const { server, log } = await commented(empty, events[name])
  expect([server.seen.length, log.includes('::warning')]).toEqual([0, false])
})

const refusals: [string, Replies][] = [
  [
    'no permission to read',
    { [list]: { status: 403, json: { message: 'Resource not accessible by integration' } } },
  ],
  [
    'no permission to write',
    { [create]: { status: 403, json: { message: 'Resource not accessible by integration' } } },
  ],
  ['no pull request', { [list]: { status: 404, json: { message: 'Not Found' } } }],
  ['a locked one', { [create]: { status: 422, json: { message: 'Validation Failed', errors: ['locked'] } } }],
  ['a list that is none', { [list]: { json: { comments: [] } } }],
  ['a connection that is cut', { [create]: cut }],
]

test.each(refusals)('%s is one line, and fails nothing', async (_, replies) => {
  const { log, server } = await commented({ ...empty, ...replies })
  expect(log.split('\n').filter(line => line.startsWith('::warning::'))).toEqual([
    expect.stringContaining('The pull request has no current comment: '),
  ])
  // What may have arrived is not sent again.
  expect(server.count(create)).toBeLessThanOrEqual(1)
})

test('a large result fits into a comment, and says what was left out', async () => {
  for (let i = 0; i < 400; i += 1) here.put(`jobs/${'long/'.repeat(20)}f${i}.py`, promotion)
  const body = String((await commented(empty)).server.sent(create).body)
  expect(body.length).toBeLessThan(65_536)
  expect(body).toMatch(/\+\d+ more findings/)
})

describe('a fix that needs no decision', () => {
  beforeEach(() => here.put('serve.py', load))

  test('is proposed on its line of the diff', async () => {
    const { server } = await commented(empty)
    expect(server.sent(review)).toMatchObject({
      commit_id: head,
      event: 'COMMENT',
      comments: [{ path: 'serve.py', line: 3, side: 'RIGHT' }],
    })
    const [{ body }] = server.sent(review).comments as [{ body: string }]
    expect(body).toMatch(/^<!-- modelgate [0-9a-f]{32} -->\n<p>/)
    expect(body).toContain('\n```suggestion\nmodel = torch.load("churn.pt", weights_only=True)\n```\n')
    expect(String(server.sent(create).body)).not.toContain('Write instead')
  })

  test('is proposed once', async () => {
    const first = await commented(empty)
    const [{ body }] = first.server.sent(review).comments as [{ body: string }]
    const said = { ...empty, [reviewed]: { json: [{ user: bot, body }] } }
    expect((await commented(said)).server.count(review)).toBe(0)
  })

  test.each([
    ['is not in the diff', { json: [{ filename: 'other.py', patch: diff.patch }] }],
    ['has no patch, since the diff is large', { json: [{ filename: 'serve.py' }] }],
    ['reads differently there', { json: [{ filename: 'serve.py', patch: '@@ -1 +1,3 @@\n+a\n+b\n+c' }] }],
  ] as [string, Reply][])('stands in the comment where the line %s', async (_, reply) => {
    const { server, log } = await commented({ ...empty, [files]: reply })
    expect(server.count(review)).toBe(0)
    const body = String(server.sent(create).body)
    expect(body).toContain('<code>serve.py:3</code></td><td><code>model = torch.load')
    expect(body).toContain('weights_only=True')
    expect(log).not.toMatch(/^::warning::/m)
  })

  test.each([
    ['the files may not be read', { [files]: { status: 403, json: {} } }],
    ['the reviews are no list', { [reviewed]: { json: 'x' } }],
    [
      'the review is refused',
      { [review]: { status: 422, json: { message: 'line must be part of the diff' } } },
    ],
  ] as [string, Replies][])('stands in the comment where %s', async (_, replies) => {
    const { server, log } = await commented({ ...empty, ...replies })
    expect(log).toMatch(/^::warning::No changes were proposed on lines of the pull request: /m)
    expect(String(server.sent(create).body)).toContain('Write instead')
  })

  test('keeps its fence where the line has one', async () => {
    const call = 'torch.load("a```b.pt", weights_only=False)'
    here.put('serve.py', `import torch\nm = ${call}\n`)
    const patch = `@@ -0,0 +1,2 @@\n+import torch\n+m = ${call}`
    const { server } = await commented({ ...empty, [files]: { json: [{ filename: 'serve.py', patch }] } })
    const [{ body }] = server.sent(review).comments as [{ body: string }]
    expect(body).toContain('\n````suggestion\nm = torch.load("a```b.pt", weights_only=True)\n````\n')
  })
})

test('names of a hostile repository are text in the comment', async () => {
  here.put('<!-- x -->**b**@acme `.py', promotion)
  const body = String((await commented(empty)).server.sent(create).body)
  expect(body.slice(marker.length)).not.toMatch(/<!--|`\.py/)
  expect(body).toContain('&#60;!-- x --&#62;**b**@acme &#96;.py:3</code>')
})
