import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Base, type Credential, openBase, type Wanted } from '../../src/files/git/base'
import { walk } from '../../src/files/walk'
import { repository, type TestRepository } from '../support/repository'
import { type GitServer, serveGit } from '../support/server'

let origin: TestRepository
let server: GitServer | null = null
let opened: Base[] = []

beforeEach(() => {
  origin = repository({ 'a.py': 'old', 'b.py': 'b' })
})
afterEach(() => {
  for (const base of opened) base.close()
  opened = []
  server?.close()
  server = null
  origin.remove()
})

const claims = (path: string) => path.endsWith('.py')

/** A clone whose origin is a server, as on a runner. */
async function served(words: readonly string[], secret = ''): Promise<TestRepository> {
  const clone = origin.clone('clone', ...words)
  server = await serveGit(dirname(origin.root), secret)
  clone.git('remote', 'set-url', 'origin', `${server.url}/tree/.git`)
  return clone
}

function open(root: string, wanted: Wanted, credential: Credential | null = null) {
  const base = openBase(root, wanted, credential)
  if (base.kind === 'base') opened.push(base)
  return base
}

function texts(root: string, wanted: Wanted, credential: Credential | null = null) {
  const base = open(root, wanted, credential)
  if (base.kind !== 'base') return base.says
  const unchanged = walk(root, { claims }).files
  const { files } = base.walk({ claims, unchanged })
  return [Object.fromEntries(files.map(({ path, text }) => [path, text])), base.remarks()]
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20))
}

test('the one commit that a shallow clone lacks is fetched, and the clone stays as it was', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new' })
  const clone = await served(['--depth=1'])
  expect(texts(clone.root, { kind: 'commit', commit: base })).toEqual([{ 'a.py': 'old', 'b.py': 'b' }, []])
  expect(() => clone.git('cat-file', '-e', base)).toThrow()
  expect(existsSync(join(clone.root, '.git/FETCH_HEAD'))).toBe(false)
})

test('the command line finds a commit by its full name in the same way', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new' })
  const clone = await served(['--depth=1'])
  const remark = expect.stringMatching(/^The clone is shallow, so that the commit where the change has left/)
  expect(texts(clone.root, { kind: 'named', ref: base })).toEqual([{ 'a.py': 'old', 'b.py': 'b' }, [remark]])
})

describe('a pull request', () => {
  let [base, head, later, merge] = ['', '', '', '']
  beforeEach(() => {
    base = origin.git('rev-parse', 'HEAD')
    origin.git('checkout', '-q', '-b', 'change')
    head = origin.commit({ 'c.py': 'c' })
    origin.git('checkout', '-q', 'main')
    later = origin.commit({ 'b.py': 'later' })
    origin.git('checkout', '-q', '--detach')
    origin.git('merge', '-q', '--no-ff', '-m', 'x', 'change')
    merge = origin.git('rev-parse', 'HEAD')
    origin.git('update-ref', 'refs/heads/trial', merge)
  })

  const request = (merges: readonly string[] = [merge]): Wanted => ({
    kind: 'pull-request',
    base,
    head,
    merges,
  })
  const afterMain = [{ 'a.py': 'old', 'b.py': 'later' }, []]
  const beforeMain = [{ 'a.py': 'old', 'b.py': 'b' }, []]

  test('that was merged on trial is compared with what it was merged into, though its base was older', async () => {
    const clone = await served(['--depth=1', '--branch=trial'])
    expect(texts(clone.root, request())).toEqual(afterMain)
    expect(later).not.toBe(base)
  })

  test('needs nothing to be fetched with a depth of two', () => {
    const clone = origin.clone('clone', '--depth=2', '--branch=trial')
    clone.git('remote', 'remove', 'origin')
    expect(texts(clone.root, request())).toEqual(afterMain)
  })

  test('whose own commit is checked out is compared with where it left its base', () => {
    const clone = origin.clone('clone', '--branch=change')
    expect(texts(clone.root, request())).toEqual(beforeMain)
  })

  test('of which only the own commit is there is compared with its base, and says so', async () => {
    const clone = await served(['--depth=1', '--branch=change'])
    const remark = expect.stringMatching(/^The clone is shallow, .* `fetch-depth: 0` would tell\.$/)
    expect(texts(clone.root, request())).toEqual([{ 'a.py': 'old', 'b.py': 'b' }, [remark]])
  })

  test('cannot choose its base by a merge of its own', () => {
    // The change brings a merge commit along whose first parent already holds what it is to be judged for.
    origin.git('checkout', '-q', 'change')
    const planted = origin.commit({ 'evil.py': 'evil' })
    origin.git('checkout', '-q', '--detach')
    const forged = origin.git('commit-tree', '-p', planted, '-p', head, '-m', 'x', 'HEAD^{tree}')
    origin.git('checkout', '-q', forged)
    expect(texts(origin.root, request())).toEqual(beforeMain)
  })

  test('of which nothing is checked out is not judged by that', () => {
    origin.git('checkout', '-q', 'main')
    expect(texts(origin.root, { kind: 'pull-request', base: later, head, merges: [] })).toBe(
      'What is checked out is the commit that the change is made to, and not the change.',
    )
  })

  test('from a fork finds its base at the other remote', async () => {
    const fork = origin.clone('fork', '--depth=1', '--branch=change')
    const clone = await served(['--depth=1', '--branch=change'])
    clone.git('remote', 'rename', 'origin', 'upstream')
    clone.git('remote', 'add', 'origin', `${server?.url}/gone/.git`)
    expect(fork.git('rev-parse', 'HEAD')).toBe(clone.git('rev-parse', 'HEAD'))
    expect(texts(clone.root, request())).toMatchObject([{ 'b.py': 'b' }, [expect.any(String)]])
  })

  test('whose base is gone cannot be compared', async () => {
    const clone = await served(['--depth=1', '--branch=change'])
    base = 'e'.repeat(40)
    expect(texts(clone.root, request([]))).toMatch(
      /^The clone lacks the commit `eeeeeeeeeeee`, and it cannot be fetched: .+\.$/,
    )
  })
})

test('a server that does not answer leaves nothing to compare, and says so without a password', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new' })
  const clone = origin.clone('clone', '--depth=1')
  clone.git('remote', 'set-url', 'origin', 'http://me:secret@127.0.0.1:1/x.git')
  const says = texts(clone.root, { kind: 'commit', commit: base })
  expect(says).toMatch(/^The clone lacks the commit `.{12}`, and it cannot be fetched: .*127\.0\.0\.1:1/)
  expect(says).not.toMatch(/secret|modelgate-git/)
})

test.each(['ext::sh -c touch% /tmp/x', 'git://127.0.0.1:1/x', '/tmp', 'file:///tmp', '-oProxyCommand=x'])(
  'nothing is fetched from `%s`',
  url => {
    const base = origin.git('rev-parse', 'HEAD')
    origin.commit({ 'a.py': 'new' })
    const clone = origin.clone('clone', '--depth=1')
    clone.git('config', 'remote.origin.url', url)
    expect(texts(clone.root, { kind: 'commit', commit: base })).toMatch(
      /cannot be fetched: .*not allowed|blocked/,
    )
  },
)

describe('the token', () => {
  const token = 'ghs_secret'
  const basic = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

  test('opens the server that it is for', async () => {
    const base = origin.git('rev-parse', 'HEAD')
    origin.commit({ 'a.py': 'new' })
    const clone = await served(['--depth=1'], basic)
    const wanted: Wanted = { kind: 'commit', commit: base }
    const refused = texts(clone.root, wanted)
    expect(refused).toMatch(/cannot be fetched: /)
    expect(texts(clone.root, wanted, { server: server?.url ?? '', token })).toEqual([
      { 'a.py': 'old', 'b.py': 'b' },
      [],
    ])
  })

  test('is given to no other server', async () => {
    const clone = await served(['--depth=1'], basic)
    const answer = texts(
      clone.root,
      { kind: 'commit', commit: 'f'.repeat(40) },
      { server: 'https://github.example', token },
    )
    expect(answer).toMatch(/cannot be fetched: /)
    expect(JSON.stringify(answer)).not.toContain(token)
    await until(() => (server?.authorizations().length ?? 0) > 0)
    expect(new Set(server?.authorizations())).toEqual(new Set(['']))
  })
})

test('what a partial clone lacks is fetched, all at once', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new', 'b.py': 'B' })
  const clone = await served(['--filter=blob:none'])
  expect(texts(clone.root, { kind: 'commit', commit: base })).toEqual([{ 'a.py': 'old', 'b.py': 'b' }, []])
})

test('what a partial clone lacks and nobody gives is told, and is no part of the base', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new' })
  const clone = await served(['--filter=blob:none'])
  clone.git('remote', 'set-url', 'origin', `${server?.url}/gone/.git`)
  expect(texts(clone.root, { kind: 'commit', commit: base })).toEqual([
    { 'b.py': 'b' },
    [expect.stringMatching(/^The clone is partial, .* What is found in them counts as new\.$/)],
  ])
})

test('what a partial clone lacks and has checked out all the same is taken from there', async () => {
  const base = origin.git('rev-parse', 'HEAD')
  origin.commit({ 'a.py': 'new' })
  const clone = await served(['--filter=blob:none', '--no-checkout'])
  clone.git('reset', '-q')
  clone.write({ 'a.py': 'old', 'b.py': 'b' })
  clone.git('remote', 'set-url', 'origin', `${server?.url}/gone/.git`)
  const found = open(clone.root, { kind: 'commit', commit: base })
  const files = found.kind === 'base' ? found.walk({ claims, unchanged: [] }).files : []
  expect(files.map(({ text }) => text)).toEqual(['old', 'b'])
})
