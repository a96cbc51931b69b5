import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelgate, promotion, tree } from './program'

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({ 'release.py': promotion })
})
afterEach(() => here.remove())

const run = (...words: string[]) => modelgate(words, { cwd: here.path })
const put = (name: string, text: string) => writeFileSync(join(here.path, name), text)
const read = (name: string) => readFileSync(join(here.path, name), 'utf8')
const names = () => readdirSync(here.path).sort()
const json = async (...words: string[]) => JSON.parse((await run('scan', '--format', 'json', ...words)).out)

const call = promotion.trimEnd()
const waiver = (expires: string) =>
  `waivers:\n  - rule: unguarded-promotion\n    path: extra.py\n    reason: until the new scorer is there\n    owner: risk-team\n    expires: ${expires}\n`

function commit(date: string): void {
  const words = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.example']
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: here.path,
    GIT_COMMITTER_DATE: date,
    GIT_AUTHOR_DATE: date,
  }
  for (const rest of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-q', '-m', 'release'],
  ])
    execFileSync('git', [...words, ...rest], { cwd: here.path, env, stdio: 'pipe' })
}

test('the way of a project: a baseline, a new finding, a comment, a waiver that holds, and one that has ended', async () => {
  const written = await run('baseline', '-o', 'known.json')
  expect(written).toEqual({ code: 0, out: '', err: 'modelgate: known.json names 1 finding\n' })
  put('.modelgate.yml', 'baseline: known.json\n')
  const known = await run('scan')
  expect(known.code).toBe(0)
  expect(known.out).toContain('release.py:3:1  error  unguarded-promotion  (existing)')
  expect(known.out).toContain('The baseline `known.json` names 1 finding, which fails no run.')

  put('extra.py', promotion.replace('churn', 'fraud'))
  const added = await run('scan')
  expect(added.code).toBe(1)
  expect(added.out).toMatch(/2 findings: 2 errors in 2 files; 1 of them existing; /)
  expect(added.out).toContain('Gate failed: 1 finding at level `error`.')

  put(
    'extra.py',
    `${call.replace('churn', 'fraud')}  # modelgate: ignore[unguarded-promotion] a person ran this by hand\n`,
  )
  const ignored = await run('scan', '--show-suppressed')
  expect(ignored.code).toBe(0)
  expect(ignored.out).toContain('A comment in line 3 ignores it: a person ran this by hand.')

  put('extra.py', promotion.replace('churn', 'fraud'))
  put('.modelgate.yml', `baseline: known.json\n${waiver('2026-12-31')}`)
  const waived = await run('scan', '--today', '2026-12-31', '--show-suppressed')
  expect(waived.code).toBe(0)
  expect(waived.out.replace(/\s+/g, ' ')).toContain(
    'A waiver (`.modelgate.yml`, line 3) of `risk-team` takes it out until 2026-12-31: until the new scorer is there.',
  )

  const ended = await run('scan', '--today', '2027-01-01', '--fail-on', 'never')
  expect(ended.code).toBe(1)
  expect(ended.out.replace(/\s+/g, ' ')).toContain(
    'The waiver of `unguarded-promotion` for `extra.py` ended on 2026-12-31, so its finding counts again and the gate fails',
  )
  expect(ended.out).toContain('Gate failed: 1 finding whose waiver has ended.')

  put('extra.py', '')
  expect((await run('scan', '--today', '2027-01-01')).code).toBe(0)
})

test.each([
  ['2026-12-31T12:00:00Z', 0],
  ['2027-01-01T12:00:00Z', 1],
])(
  'waivers are compared with the day of the commit, %s, so that a run can be repeated: exit code %i',
  async (date, code) => {
    put('release.py', '')
    put('extra.py', promotion)
    put('.modelgate.yml', waiver('2026-12-31'))
    commit(date)
    const outcome = await run('scan')
    expect(outcome.code).toBe(code)
    expect(await run('scan')).toEqual(outcome)
  },
)

test('where there is no commit no waiver counts, and the report says what to write', async () => {
  put('release.py', '')
  put('extra.py', promotion)
  put('.modelgate.yml', waiver('2999-12-31'))
  const { code, out } = await run('scan')
  expect(code).toBe(1)
  expect(out.replace(/\s+/g, ' ')).toContain('so none of them counts; write `--today YYYY-MM-DD`.')
})

test('every report says what is suppressed, and by what', async () => {
  put('release.py', `${call}  # modelgate: ignore[unguarded-promotion] by hand\n`)
  put('extra.py', promotion)
  put('.modelgate.yml', waiver('2026-12-31'))
  const words = ['scan', '--today', '2026-06-01'] as const
  const pretty = (await run(...words)).out
  expect(pretty).toMatch(/^No findings; 2 suppressed, 1 by a comment and 1 by a waiver; 3 files scanned$/m)
  expect(pretty).not.toContain('by hand')

  const { counts, findings, suppressed, verdict } = await json('--today', '2026-06-01')
  expect([counts.findings, counts.suppressed, findings, verdict.failed]).toEqual([0, 2, [], false])
  expect(suppressed).toMatchObject([
    {
      path: 'extra.py',
      line: 3,
      level: 'error',
      suppression: {
        kind: 'waiver',
        reason: 'until the new scorer is there',
        owner: 'risk-team',
        expires: '2026-12-31',
        path: '.modelgate.yml',
        line: 2,
      },
    },
    {
      path: 'release.py',
      line: 3,
      suppression: {
        kind: 'ignore',
        reason: 'by hand',
        owner: null,
        expires: null,
        path: 'release.py',
        line: 3,
      },
    },
  ])

  const [log] = JSON.parse((await run(...words, '--format', 'sarif')).out).runs
  expect([log.results, log.properties]).toEqual([[], { suppressed: { ignore: 1, waiver: 1 } }])
  const told = log.invocations[0].toolConfigurationNotifications
    .filter(({ descriptor }: { descriptor: { id: string } }) => descriptor.id === 'suppressed')
    .map(({ message }: { message: { text: string } }) => message.text)
  expect(told).toEqual([
    'Of the findings, 1 by a comment and 1 by a waiver are not reported.',
    '`unguarded-promotion`: A waiver (`.modelgate.yml`, line 2) of `risk-team` takes it out until 2026-12-31: until the new scorer is there.',
    '`unguarded-promotion`: A comment in line 3 ignores it: by hand.',
  ])
})

test('with reports in files the line on standard error counts what is suppressed', async () => {
  put('release.py', `${call}  # modelgate: ignore[unguarded-promotion] by hand\n`)
  const { err } = await run('scan', '--format', 'json=out.json')
  expect(err).toBe('modelgate: 0 findings, 0 at or above `error`, 1 suppressed: passed\n')
})

test.each([
  ['.modelgate.yml: baseline wins over none', [], 'baseline: known.json\n', 0],
  ['--baseline wins over the configuration', ['--baseline', 'none.json'], 'baseline: known.json\n', 1],
  [
    '--fail-on wins over rules and paths',
    ['--fail-on', 'error'],
    'fail-on: never\nrules: { unguarded-promotion: { fail-on: never } }\npaths: [{ path: "*.py", fail-on: never }]\n',
    1,
  ],
  [
    'a path wins over its rule',
    [],
    'rules: { unguarded-promotion: { fail-on: error } }\npaths: [{ path: "*.py", fail-on: never }]\n',
    0,
  ],
  ['a rule wins over all', [], 'fail-on: never\nrules: { unguarded-promotion: { fail-on: error } }\n', 1],
  ['the configuration wins over the default', [], 'fail-on: never\n', 0],
  ['a level for a path', [], 'paths: [{ path: "*.py", rules: { unguarded-promotion: note } }]\n', 0],
  [
    'a rule that is off for a path',
    ['--fail-on', 'note'],
    'paths: [{ path: "*.py", rules: { unguarded-promotion: off } }]\n',
    0,
  ],
])('%s', async (_, words, configuration, code) => {
  await run('baseline', '-o', 'known.json')
  put('none.json', '{"version": 1, "findings": []}\n')
  put('.modelgate.yml', configuration)
  expect((await run('scan', ...words)).code).toBe(code)
})

test.each([
  [['--baseline', 'none.json'], 'none.json: there is no such file; write the path of one that exists'],
  [
    ['--baseline', 'broken.json'],
    'broken.json: this is no baseline; write it anew with `modelgate baseline -o broken.json`',
  ],
  [['--today', '2026-02-30'], '--today: `2026-02-30` is no day; write one as `2026-12-31`'],
  [['--today', 'tomorrow'], '--today: `tomorrow` is no day; write one as `2026-12-31`'],
])('scan %j is refused in one line', async (words, message) => {
  put('broken.json', '{')
  expect(await run('scan', ...words)).toEqual({ code: 2, out: '', err: `modelgate: ${message}\n` })
})

test('a baseline is the same each time and wherever the tree lies, and has its own name where none is given', async () => {
  mkdirSync(join(here.path, 'app'))
  put('app/serve.py', promotion)
  await run('baseline')
  const first = read('.modelgate-baseline.json')
  expect(first).not.toContain(here.path)
  await run('baseline')
  expect(read('.modelgate-baseline.json')).toBe(first)
  const other = tree({ 'release.py': promotion, 'app/serve.py': promotion })
  await modelgate(['baseline', other.path, '-o', 'copy.json'], { cwd: here.path })
  expect(read('copy.json')).toBe(first)
  other.remove()
})

test('a baseline names what a report would not list', async () => {
  put('extra.py', promotion.replace('churn', 'fraud'))
  put('.modelgate.yml', 'limits:\n  findings: 1\n')
  expect((await run('baseline', '-o', 'known.json')).err).toBe('modelgate: known.json names 2 findings\n')
  put('.modelgate.yml', 'baseline: known.json\nlimits:\n  findings: 1\n')
  expect((await run('scan')).code).toBe(0)
})

test('a baseline that the configuration names can be written although it is not there yet', async () => {
  put('.modelgate.yml', 'baseline: known.json\n')
  expect((await run('scan')).code).toBe(2)
  expect((await run('baseline', '-o', 'known.json')).code).toBe(0)
  expect((await run('scan')).code).toBe(0)
})

test('a baseline leaves out what is suppressed', async () => {
  put('release.py', `${call}  # modelgate: ignore[unguarded-promotion] by hand\n`)
  await run('baseline', '-o', 'known.json')
  expect(JSON.parse(read('known.json')).findings).toEqual([])
})

test('of a single file no baseline is written', async () => {
  const { code, err } = await run('baseline', 'release.py')
  expect({ code, err }).toEqual({
    code: 2,
    err: 'modelgate: a baseline is of a whole directory; write the path of one\n',
  })
  expect(names()).toEqual(['release.py'])
})

test('init writes a configuration that is valid and changes nothing', async () => {
  const before = await run('scan')
  expect(await run('init')).toEqual({
    code: 0,
    out: '',
    err: 'modelgate: .modelgate.yml is written; every setting in it is a comment that you can take in\n',
  })
  expect(read('.modelgate.yml')).toMatch(
    /^# yaml-language-server: \$schema=\S*schema\/modelgate\.schema\.json\n/,
  )
  const after = await run('scan')
  expect(after.code).toBe(before.code)
  expect(after.out.replace('2 files scanned', '1 file scanned')).toBe(before.out)
})

test.each(['.modelgate.yml', '.modelgate.yaml'])('init replaces no %s unless it is told to', async name => {
  put(name, 'fail-on: note\n')
  expect(await run('init')).toEqual({
    code: 2,
    out: '',
    err: `modelgate: ${name}: this is there already; write \`modelgate init --force\` to replace it\n`,
  })
  expect(read(name)).toBe('fail-on: note\n')
  expect((await run('init', '--force')).code).toBe(0)
  expect(read(name)).toContain('fail-on: error')
  expect(names()).toEqual([name, 'release.py'])
})

test('init where both names are taken, or in no directory, is refused', async () => {
  expect((await run('init', 'none')).err).toBe(
    'modelgate: `none`: there is no such directory; write the path of one\n',
  )
  put('.modelgate.yml', '')
  put('.modelgate.yaml', '')
  expect(await run('init', '--force')).toEqual({
    code: 2,
    out: '',
    err: 'modelgate: .modelgate.yaml: `.modelgate.yml` stands beside it; remove one of the two\n',
  })
})

test('both configurations side by side are an error that names both', async () => {
  put('.modelgate.yml', '')
  put('.modelgate.yaml', '')
  expect(await run('scan')).toEqual({
    code: 2,
    out: '',
    err: 'modelgate: .modelgate.yaml: `.modelgate.yml` stands beside it; keep one of the two\n',
  })
})
