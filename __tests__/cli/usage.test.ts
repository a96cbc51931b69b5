import { version } from '../../package.json'
import { modelgate, promotion, tree } from './program'

let here: ReturnType<typeof tree>
beforeEach(() => {
  here = tree({ 'release.py': promotion })
})
afterEach(() => here.remove())

const run = (...words: string[]) => modelgate(words, { cwd: here.path })

test('--version prints the version of the package', async () => {
  expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('--help names every command and every exit code', async () => {
  const { code, out, err } = await run('--help')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const word of ['scan', 'rules', 'explain', '0  ', '1  ', '2  ', '3  ']) expect(out).toContain(word)
})

test('scan --help names every option', async () => {
  const { code, out } = await run('scan', '--help')
  expect(code).toBe(0)
  for (const option of ['--format', '--fail-on', '--config', '--rules', '--show-guarded', '--quiet'])
    expect(out).toContain(option)
})

test.each(['scan', 'rules', 'explain'])('%s --help shows no empty default', async command => {
  expect((await run(command, '--help')).out).not.toContain('[]')
})

test.each([
  [[], 'a command is missing; write `modelgate scan`, or `modelgate --help` for all of them'],
  [['scna'], "unknown command 'scna'; did you mean `scan`?"],
  [['.'], "unknown command '.'; `modelgate --help` shows what can be written"],
  [['scan', '--formt', 'json'], "unknown option '--formt'; did you mean `--format`?"],
  [['scan', '--xyzzy'], "unknown option '--xyzzy'; `modelgate scan --help` shows what can be written"],
  [
    ['scan', '--format'],
    "option '--format <format[=file]>' argument missing; `modelgate scan --help` shows what can be written",
  ],
  [
    ['scan', '--fail-on', 'fatal'],
    "option '--fail-on <level>' argument 'fatal' is invalid. Allowed choices are error, warning, note, never; `modelgate scan --help` shows what can be written",
  ],
  [['scan', '--format', 'serif'], '--format: `serif` is no format; write `sarif`'],
  [
    ['scan', '--format', 'xml'],
    '--format: `xml` is no format; write one of `pretty`, `sarif`, `json`, `markdown`, `junit`, `gitlab`, `gitlab-codequality`, `azure`, `bitbucket`',
  ],
  [
    ['scan', '--format', 'sarif', '--format', 'json'],
    '--format: `sarif` and `json` cannot share standard output; write one of them to a file, as in `--format json=FILE`',
  ],
  [['scan', 'no/such/path'], '`no/such/path`: there is no such file or directory; write a path that exists'],
  [['scan', ''], '``: there is no such file or directory; write a path that exists'],
  [
    ['scan', 'release.py', '/'],
    '`/`: this lies outside of the working directory; scan one directory at a time, or run from one that holds all of them',
  ],
  [['scan', '--config', 'none.yml'], 'none.yml: there is no such file; write the path of one that exists'],
  [
    ['explain', 'unguarded-promotoin'],
    '`unguarded-promotoin` is no rule; write `modelgate explain unguarded-promotion`',
  ],
  [['explain', 'no-eval'], '`no-eval` is no rule; `modelgate rules` lists them'],
  [
    ['rules', 'all'],
    "too many arguments for 'rules'. Expected 0 arguments but got 1; `modelgate rules --help` shows what can be written",
  ],
])('%j is wrong usage: one line, exit code 2, nothing on standard output', async (words, message) => {
  expect(await run(...words)).toEqual({ code: 2, out: '', err: `modelgate: ${message}\n` })
})

test('a wrong word cannot bring a line break or a terminal escape into the message', async () => {
  const { code, err } = await run('scan', '--a\n::error::b\u001b[31m')
  expect(code).toBe(2)
  expect(err).toMatch(/^modelgate: \P{Cc}*\n$/u)
})

test('rules lists each rule with its level', async () => {
  const { code, out, err } = await run('rules')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^error +unguarded-promotion +\S/m)
  expect(out).toMatch(/ unverified-artifact-load +\S/)
})

test('rules --format json is a list that a program can read', async () => {
  const rules: { id: string }[] = JSON.parse((await run('rules', '--format', 'json')).out)
  expect(rules.map(rule => rule.id)).toEqual(
    expect.arrayContaining(['unguarded-promotion', 'unsafe-load-option']),
  )
})

test('explain prints the page of the rule', async () => {
  const { code, out } = await run('explain', 'unguarded-promotion')
  expect(code).toBe(0)
  expect(out).toMatch(/^## unguarded-promotion: /)
  expect(out).toContain('How to fix it')
})
