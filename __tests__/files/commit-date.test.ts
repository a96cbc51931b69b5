import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitDate, dateIn } from '../../src/files/commit-date'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dated-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const environment = { PATH: process.env.PATH ?? '' }
const git = (date: string, ...words: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example', ...words], {
    env: { ...environment, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z', HOME: root },
    stdio: 'pipe',
  })
const commit = (date: string) => git(date, 'commit', '--quiet', '--allow-empty', '-m', 'release')
const start = () => git('', 'init', '--quiet')

test.each([
  ['2026-03-01T23:30:00+0000', '2026-03-01'],
  ['2026-03-01T23:30:00-0800', '2026-03-01'],
  ['2026-03-01T00:30:00+0900', '2026-03-01'],
  ['2024-02-29T12:00:00+0530', '2024-02-29'],
])('a commit made at %s is of the day that its committer had: %s', (date, day) => {
  start()
  commit(date)
  expect(commitDate(root, environment)).toBe(day)
})

test('the last commit counts, also for a folder inside of the repository', () => {
  start()
  commit('2026-03-01T12:00:00Z')
  commit('2026-04-02T12:00:00Z')
  mkdirSync(join(root, 'models'))
  expect(commitDate(join(root, 'models'), environment)).toBe('2026-04-02')
})

test('a folder without a repository, and a repository without a commit, have no day', () => {
  expect(commitDate(root, environment)).toBeNull()
  start()
  expect(commitDate(root, environment)).toBeNull()
})

test('without git there is no day', () => {
  start()
  commit('2026-03-01T12:00:00Z')
  expect(commitDate(root, { PATH: join(root, 'none') })).toBeNull()
})

test('variables that name another repository are not handed on', () => {
  start()
  commit('2026-03-01T12:00:00Z')
  const other = { ...environment, GIT_DIR: join(root, 'none'), GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a' }
  expect(commitDate(root, other)).toBe('2026-03-01')
})

test('nothing that the repository configures is run', () => {
  start()
  commit('2026-03-01T12:00:00Z')
  const trap = join(root, 'trap.sh')
  writeFileSync(trap, `#!/bin/sh\ntouch ${join(root, 'sprung')}\n`)
  chmodSync(trap, 0o755)
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'gpg.program',
    'core.sshCommand',
    'diff.external',
    'core.editor',
  ])
    git('', 'config', key, trap)
  git('', 'config', 'log.showSignature', 'true')
  git('', 'config', 'core.hooksPath', root)
  git('', 'config', 'alias.cat-file', `!${trap}`)
  expect(commitDate(root, environment)).toBe('2026-03-01')
  expect(existsSync(join(root, 'sprung'))).toBe(false)
})

test.each([
  ['tree a\nauthor A <a> 1 +0000\ncommitter Ada Lovelace <a@b> 1767222000 +0100\n\nrelease', '2026-01-01'],
  ['tree a\ncommitter A <x> 1 +0000> 1767222000 -0100\n\n', '2025-12-31'],
  ['tree a\n\ncommitter Ada <a@b> 1767222000 +0100\n', null],
  ['tree a\ncommitter Ada <a@b> 999999999999 +0000\n\n', null],
  ['committer Ada <a@b> soon +0000\n\n', null],
  ['', null],
])('the words of a commit %j say %s', (text, day) => {
  expect(dateIn(text)).toBe(day)
})
