import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Event, events } from './events'
import { promotion, type Step, step } from './step'

let at: Step
let temp: string
let server: Server
let asked: string[]
/** By its key. */
let kept: Map<string, Buffer>
let reserved: string

beforeEach(async () => {
  at = step({ 'release.py': promotion })
  temp = mkdtempSync(join(tmpdir(), 'runner-'))
  asked = []
  kept = new Map()
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => reply(request, response, Buffer.concat(chunks)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  at.remove()
  rmSync(temp, { recursive: true, force: true })
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

function reply(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const what = `${request.method} ${path.replace(/^.*\//, '')}`
  asked.push(what)
  if (path.startsWith('/archive/')) sendArchive(request, response, path.slice('/archive/'.length))
  else if (what === 'GET cache') sendPlace(response, new URLSearchParams(query).get('keys') ?? '')
  else if (what === 'POST caches') {
    reserved = JSON.parse(body.toString()).key
    response.writeHead(201).end('{"cacheId": 7}')
  } else {
    if (request.method === 'PATCH') kept.set(reserved, body)
    response.writeHead(204).end()
  }
}

function sendPlace(response: ServerResponse, keys: string): void {
  const known = [...kept.keys()]
  const [cacheKey] = keys.split(',').flatMap(key => known.filter(one => one.startsWith(key)))
  const place = cacheKey ? JSON.stringify({ cacheKey, archiveLocation: `${url()}archive/${cacheKey}` }) : ''
  response.writeHead(cacheKey ? 200 : 204).end(place)
}

function sendArchive({ method, headers }: IncomingMessage, response: ServerResponse, key: string): void {
  const [, from = '0', to] = /bytes=(\d+)-(\d+)/.exec(headers.range ?? '') ?? []
  const part = kept.get(key)?.subarray(Number(from), to ? Number(to) + 1 : undefined) ?? Buffer.alloc(0)
  response.writeHead(to ? 206 : 200, { 'content-length': part.length })
  response.end(method === 'HEAD' ? '' : part)
}

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

function run({ env, payload }: Event, inputs: Record<string, string> = { cache: 'true' }, more: object = {}) {
  rmSync(join(temp, 'modelgate-cache'), { recursive: true, force: true })
  const path = join(temp, 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  return at.run(
    { judge: 'everything', token: '', ...inputs },
    {
      ...env,
      GITHUB_EVENT_PATH: path,
      RUNNER_TEMP: temp,
      ACTIONS_CACHE_URL: url(),
      ACTIONS_RUNTIME_TOKEN: 'secret',
      ...more,
    },
  )
}

test('what one run has found, the next one finds again', async () => {
  const first = await run(events.push)
  expect(first.outputs).toMatchObject({ findings: '1', verdict: 'fail' })
  expect([...kept.keys()]).toEqual([expect.stringMatching(/^modelgate-[0-9a-f]{16}-[0-9a-f]{40}$/)])
  const sarif = at.read('modelgate.sarif')
  const archive = [...kept.values()][0]?.length ?? 0
  // Without git it would be a file of the tree.
  rmSync(join(at.workspace, 'modelgate.sarif'))
  asked = []
  const second = await run({ ...events.push, env: { ...events.push.env, GITHUB_SHA: 'a'.repeat(40) } })
  expect(second.log).toContain('Cache restored successfully')
  expect(second.outputs).toEqual(first.outputs)
  expect(at.read('modelgate.sarif')).toBe(sarif)
  expect(asked).not.toContain('POST caches')
  expect(archive).toBeGreaterThan(500)
})

test.each(['schedule', 'dispatch', 'merge', 'pull', 'tag'] as const)(
  'the cache is used on `%s`',
  async name => {
    await run(events[name])
    expect(asked).toContain('GET cache')
    expect(kept.size).toBe(1)
  },
)

const other: Event = { ...events.push, env: { ...events.push.env, GITHUB_EVENT_NAME: 'workflow_run' } }

test.each([
  ['pull requests from forks', events.fork, 'the pull request comes from a fork'],
  ['forks that are gone', events.gone, 'the pull request comes from a fork'],
  ['`pull_request_target`', events.target, 'what `pull_request_target` brings in may come from anybody'],
  ['`workflow_run`', other, 'what `workflow_run` brings in may come from anybody'],
])('the cache is neither read nor written for %s', async (_, event, why) => {
  const { log, outputs } = await run(event)
  expect(log).toContain(`The cache is not used, since ${why}.`)
  expect(asked).toEqual([])
  expect(outputs.findings).toBe('1')
})

test('it is off unless it is asked for', async () => {
  await run(events.push, {})
  expect(asked).toEqual([])
})

test('an archive that is none, or holds something else, changes nothing', async () => {
  const first = await run(events.push)
  const [key = ''] = kept.keys()
  kept.set(key, Buffer.from('no archive'))
  const { log, outputs } = await run(events.push)
  expect(outputs).toEqual(first.outputs)
  expect(log).toMatch(/::warning::Failed to restore/)
})

test('a runner with no cache is told, and the scan goes on', async () => {
  const { log, outputs } = await run(events.push, { cache: 'true' }, { ACTIONS_CACHE_URL: '' })
  expect(log).toContain('The cache is not used, since this runner has none.')
  expect(outputs.findings).toBe('1')
})
