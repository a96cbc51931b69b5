import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../src/reporters'
import { modelgate, promotion, tree } from './program'

const names = Object.keys(formats)

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({ 'release.py': promotion })
})
afterEach(() => here.remove())

const run = (words: readonly string[], env = {}) => modelgate(words, { cwd: here.path, env })

test('scan --help names every format', async () => {
  const { out } = await run(['scan', '--help'])
  expect(names.filter(name => !new RegExp(`\\b${name}\\b`).test(out))).toEqual([])
})

test('every format goes to a file, all of them from one scan', async () => {
  const words = names.flatMap(name => ['--format', `${name}=${name}.out`])
  const { code, out } = await run(['scan', ...words])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  for (const name of names)
    expect(readFileSync(join(here.path, `${name}.out`), 'utf8')).toContain('unguarded-promotion')
})

test.each(names)('the format %s is the same on standard output, and from one run to the next', async name => {
  const [first, second] = await Promise.all([
    run(['scan', '--format', name]),
    run(['scan', '--format', name]),
  ])
  expect(first).toEqual(second)
  expect(first.code).toBe(1)
  expect(first.out.endsWith('\n')).toBe(true)
})

test.each([
  ['fails', 'fail-on: never\nrules: { unguarded-promotion: { fail-on: error } }\n', 1, 0],
  ['is skipped', 'paths: [{ path: "*.py", fail-on: never }]\n', 0, 1],
])('a test %s as its rule and its path say', async (_, configuration, failures, skipped) => {
  writeFileSync(join(here.path, '.modelgate.yml'), configuration)
  const { code, out } = await run(['scan', '--format', 'junit'])
  expect(code).toBe(failures)
  expect(out).toContain(`failures="${failures}" errors="0" skipped="${skipped}"`)
})

test.each([
  [{}, '1970-01-01T00:00:00'],
  [{ SOURCE_DATE_EPOCH: '1795923000' }, '2026-11-29T03:30:00'],
  [{ CI_COMMIT_TIMESTAMP: '2026-11-29T04:30:00+01:00' }, '2026-11-29T03:30:00'],
  [{ SOURCE_DATE_EPOCH: 'now', CI_COMMIT_TIMESTAMP: '2026-11-29T03:30:00Z' }, '2026-11-29T03:30:00'],
  [{ CI_COMMIT_TIMESTAMP: '2026-13-29T03:30:00Z' }, '1970-01-01T00:00:00'],
  [{ CI_COMMIT_TIMESTAMP: 'yesterday' }, '1970-01-01T00:00:00'],
])('with %j the time of a report is %s, and never that of the clock', async (env, time) => {
  const gitlab = JSON.parse((await run(['scan', '--format', 'gitlab'], env)).out)
  expect(gitlab.scan).toMatchObject({ start_time: time, end_time: time })
  expect((await run(['scan', '--format', 'junit'], env)).out).toContain(`timestamp="${time}"`)
})
