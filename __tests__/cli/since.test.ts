import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { repository, type TestRepository } from '../support/repository'
import { modelgate, promotion } from './program'

let repo: TestRepository
beforeEach(() => {
  repo = repository({ 'release.py': promotion })
})
afterEach(() => repo.remove())

const run = (...words: string[]) => modelgate(['scan', ...words], { cwd: repo.root })

test('what the base has too fails nothing, and stands apart from what is new', async () => {
  expect((await run()).code).toBe(1)
  const same = await run('--since', 'HEAD')
  expect(same).toMatchObject({ code: 0, err: '' })
  expect(same.out).toMatch(/^Existing at [0-9a-f]{12}\n\nrelease\.py:3:1/)
  expect(same.out).toMatch(/^1 finding: 1 error in 1 file; 0 new, 1 existing; 1 file scanned$/m)
  expect(same.out).toMatch(/^Gate passed: nothing new at level `error`\.$/m)
  repo.write({ 'jobs/again.py': promotion })
  const more = await run('--since', 'HEAD')
  expect(more.code).toBe(1)
  expect(more.out).toMatch(/^New\n\njobs\/again\.py:3:1[\s\S]*^Existing at [0-9a-f]{12}\n\nrelease\.py:3:1/m)
  expect(more.out).toMatch(/^Gate failed: 1 new finding at level `error`\.$/m)
})

test('programs are told of each finding how it stands to the base', async () => {
  repo.write({ 'jobs/again.py': promotion })
  const json = JSON.parse((await run('--since', 'HEAD', '--format', 'json')).out)
  expect(json.comparison).toEqual({ commit: repo.git('rev-parse', 'HEAD'), new: 1, existing: 1 })
  expect(json.verdict).toEqual({ failOn: 'error', failed: true, blocking: 1 })
  const standing = json.findings.map((f: { path: string; baselineState: string }) => [
    f.path,
    f.baselineState,
  ])
  expect(standing).toEqual([
    ['jobs/again.py', 'new'],
    ['release.py', 'unchanged'],
  ])
  const sarif = JSON.parse((await run('--since', 'HEAD', '--format', 'sarif')).out)
  expect(sarif.runs[0].results.map((r: { baselineState: string }) => r.baselineState)).toEqual([
    'new',
    'unchanged',
  ])
})

test('without a comparison nothing speaks of one', async () => {
  const json = JSON.parse((await run('--format', 'json')).out)
  expect([json.comparison, json.findings[0].baselineState]).toEqual([null, null])
  const sarif = JSON.parse((await run('--format', 'sarif')).out)
  expect(sarif.runs[0].results[0]).not.toHaveProperty('baselineState')
})

test('a report to a file leaves one line that tells new from existing', async () => {
  const { err } = await run('--since', 'HEAD', '--format', 'json=report.json')
  expect(err).toBe('modelgate: 1 finding (0 new, 1 existing), 0 at or above `error`: passed\n')
})

test.each([
  ['none', '--since: `none` names no commit of this repository; `git branch --all` lists branches'],
  ['--all', '--since: `--all` names no commit; write a branch, a tag or a commit'],
  [
    '',
    '--since: no commit is named, as where a variable of the CI system is not set; leave the option out to judge everything',
  ],
])('`--since %s` is refused in one line', async (ref, message) => {
  expect(await run(`--since=${ref}`)).toEqual({ code: 2, out: '', err: `modelgate: ${message}\n` })
})

test('outside of a repository everything is judged, and every report says why', async () => {
  rmSync(join(repo.root, '.git'), { recursive: true })
  const why =
    'The scanned directory is no git repository. Nothing can be compared, so every finding is judged.'
  const { code, out, err } = await run('--since', 'main')
  expect({ code, err }).toEqual({ code: 1, err: `modelgate: ${why}\n` })
  expect(out.replace(/\s+/g, ' ')).toContain(why)
  const json = JSON.parse((await run('--since', 'main', '--format', 'json')).out)
  expect(json.notices).toEqual([{ path: '.git', line: 0, kind: 'unreadable', message: why }])
  const sarif = JSON.parse((await run('--since', 'main', '--format', 'sarif')).out)
  expect(sarif.runs[0].invocations[0].toolExecutionNotifications).toMatchObject([{ message: { text: why } }])
})

test('a hook that calls the program does not lead it to another repository', async () => {
  const env = { GIT_DIR: '/none', GIT_WORK_TREE: '/none', GIT_INDEX_FILE: '/none' }
  expect((await modelgate(['scan', '--since', 'HEAD'], { cwd: repo.root, env })).code).toBe(0)
})

test('the graph is drawn of the work tree as ever', async () => {
  expect((await modelgate(['graph'], { cwd: repo.root })).code).toBe(0)
})
