import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
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

interface Log {
  readonly version: string
  readonly runs: {
    results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[]
  }[]
}
const results = (log: string) => (JSON.parse(log) as Log).runs[0]?.results ?? []
const places = (log: string) =>
  results(log).map(result => result.locations[0]?.physicalLocation.artifactLocation.uri)

test('a hazard fails the gate, and people are shown where it is', async () => {
  const { code, out, err } = await run('scan')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toContain('release.py:3')
  expect(out).toContain('unguarded-promotion')
})

test('a tree without hazards passes', async () => {
  put('release.py', 'print("nothing to see")\n')
  expect((await run('scan')).code).toBe(0)
})

test.each([
  ['--fail-on never', '', 0],
  ['--fail-on note', '', 1],
  ['', 'fail-on: never\n', 0],
  ['--fail-on error', 'fail-on: never\n', 1],
  ['', 'rules: {unguarded-promotion: off}\n', 0],
  ['', 'rules: {unguarded-promotion: note}\n', 0],
  ['', 'ignore: [release.py]\n', 0],
])('with options `%s` and configuration %j the exit code is %i', async (options, configuration, code) => {
  put('.modelgate.yml', configuration)
  expect((await run('scan', ...options.split(' ').filter(Boolean))).code).toBe(code)
})

test('--show-guarded lists what is guarded, with what guards it, and changes no exit code', async () => {
  put(
    'release.py',
    `import click\nfrom mlflow import MlflowClient\nclick.confirm("promote?", abort=True)\n${promotion}`,
  )
  const plain = await run('scan')
  const shown = await run('scan', '--show-guarded')
  expect([plain.code, shown.code]).toEqual([0, 0])
  expect(plain.out).toMatch(/^No findings; 1 guarded; /)
  expect(shown.out).toMatch(/^Guarded\n\nrelease\.py:6:1 {2}unguarded-promotion\n/)
  expect(shown.out).toMatch(/ {2}guard {2}line 3 {2}approval check holds: `click\.confirm` asks a person/)
  const { guarded } = JSON.parse((await run('scan', '--format', 'json')).out)
  expect(guarded).toMatchObject([{ rule: 'unguarded-promotion', path: 'release.py', line: 6 }])
  expect(results((await run('scan', '--format', 'sarif', '--show-guarded')).out)).toEqual([])
})

test('what the configuration leaves out is told in every report', async () => {
  put('.modelgate.yml', 'rules: {unguarded-promotion: off}\nignore: [old.py]\n')
  put('old.py', promotion)
  const lines = [
    '`unguarded-promotion` is off in `.modelgate.yml`: 1 finding is not reported.',
    '`ignore` in `.modelgate.yml` skips 1 file.',
  ]
  const says = ({ says }: { says: string }) => says
  expect((await run('scan')).out).toContain(lines.map(line => `  ${line}\n`).join(''))
  expect(JSON.parse((await run('scan', '--format', 'json')).out).policy.map(says)).toEqual(lines)
  const [log] = JSON.parse((await run('scan', '--format', 'sarif')).out).runs
  const told = log.invocations[0].toolConfigurationNotifications
  expect(told.map(({ message }: { message: { text: string } }) => message.text)).toEqual(lines)
})

test.each(['acme/jobs.py', 'src/acme/jobs.py'])(
  'the functions that the configuration names are known in %s',
  async path => {
    const own = `
guards: [{ call: acme.release.require_signoff, kind: approval, holds: no-exception }]
sinks: [{ call: acme.release.push_live, does: promotion }]
`
    put('.modelgate.yml', own)
    put('release.py', '')
    mkdirSync(join(here.path, dirname(path)), { recursive: true })
    put(join(dirname(path), '__init__.py'), '')
    put(
      join(dirname(path), 'release.py'),
      'def require_signoff(v):\n    post(v)\n\ndef push_live(v):\n    post(v)\n',
    )
    put(
      path,
      'from .release import push_live, require_signoff\n\ndef run(v):\n    require_signoff(v)\n    push_live(v)\n\ndef rush(v):\n    push_live(v)\n',
    )
    const { findings, guarded } = JSON.parse((await run('scan', '--format', 'json')).out)
    expect(findings).toMatchObject([{ path, line: 8, message: expect.stringContaining('`.modelgate.yml`') }])
    expect(guarded).toMatchObject([{ path, line: 5, guards: [{ line: 4, strength: 'strong' }] }])
  },
)

test('a mistake in the configuration is one line with its place, and no report is written', async () => {
  put('.modelgate.yml', 'guards:\n  - call: acme.release.check\n    kind: aproval\n    holds: true\n')
  expect(await run('scan', '--format', 'sarif=out.sarif')).toEqual({
    code: 2,
    out: '',
    err: 'modelgate: .modelgate.yml:3:11: `kind` cannot be `aproval`; write `approval`, `evaluation`, `canary`, `verification` or `target`\n',
  })
  expect(names()).not.toContain('out.sarif')
})

test('--config takes the place of the configuration in the tree', async () => {
  put('.modelgate.yml', 'fail-on: error\n')
  put('lenient.yml', 'fail-on: never\n')
  expect((await run('scan', '--config', 'lenient.yml')).code).toBe(0)
})

test('SARIF on standard output is nothing but SARIF', async () => {
  const { code, out, err } = await run('scan', '--format', 'sarif')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(results(out).map(result => result.ruleId)).toEqual(['unguarded-promotion'])
})

test('reports go to files, and a line on standard error tells the outcome', async () => {
  const { code, out, err } = await run('scan', '--format', 'sarif=out.sarif', '--format', 'json=out.json')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toBe('modelgate: 1 finding, 1 at or above `error`: failed\n')
  expect(names()).toEqual(['out.json', 'out.sarif', 'release.py'])
  expect(places(read('out.sarif'))).toEqual(['release.py'])
  expect(JSON.parse(read('out.json')).findings).toHaveLength(1)
})

test('a report in a file and another on standard output do not mix', async () => {
  const { out, err } = await run('scan', '--format', 'sarif=out.sarif', '--format', 'json')
  expect(JSON.parse(out).findings).toHaveLength(1)
  expect(err).toBe('')
})

test('a report replaces the one of the run before', async () => {
  put('out.sarif', 'old')
  await run('scan', '--format', 'sarif=out.sarif')
  expect(places(read('out.sarif'))).toEqual(['release.py'])
})

test('--quiet leaves only the exit code', async () => {
  expect(await run('scan', '--quiet')).toEqual({ code: 1, out: '', err: '' })
  expect(await run('scan', '--quiet', '--format', 'sarif=out.sarif')).toEqual({ code: 1, out: '', err: '' })
  expect(results(read('out.sarif'))).toHaveLength(1)
})

test('an empty directory gives a valid log without results, and passes', async () => {
  mkdirSync(join(here.path, 'empty'))
  const { code, out } = await run('scan', 'empty', '--format', 'sarif')
  expect(code).toBe(0)
  expect((JSON.parse(out) as Log).version).toBe('2.1.0')
  expect(results(out)).toEqual([])
})

test('one directory is the root of its paths', async () => {
  mkdirSync(join(here.path, 'app'))
  put('app/serve.py', promotion)
  expect(places((await run('scan', 'app', '--format', 'sarif')).out)).toEqual(['serve.py'])
})

test('several paths are told from the working directory', async () => {
  mkdirSync(join(here.path, 'app'))
  put('app/serve.py', promotion)
  put('other.py', promotion)
  expect(places((await run('scan', 'release.py', 'app', '--format', 'sarif')).out)).toEqual([
    'app/serve.py',
    'release.py',
  ])
})

test('a scan does not depend on where the tree lies', async () => {
  const copy = tree({ 'release.py': promotion })
  const [first, second] = await Promise.all([
    run('scan', '--format', 'sarif'),
    modelgate(['scan', copy.path, '--format', 'sarif'], { cwd: here.path }),
  ])
  expect(second.out).toBe(first.out)
  copy.remove()
})

test.each([
  ['sarif=missing/out.sarif', 'missing/out.sarif: the directory `missing` does not exist; create it first'],
  ['sarif=', '``: this names no file; write a file name'],
  ['sarif=folder', 'folder: this is a directory; write the path of a file'],
  ['sarif=link.sarif', 'link.sarif: this is no regular file; write the path of a file'],
  [
    'sarif=away/out.sarif',
    'away/out.sarif: a link on the way leads out of the scanned directory; write a path with no links',
  ],
  ['sarif=first.json', '--format: `first.json` is named for two reports; give each its own file'],
])('--format %s is refused before anything is written', async (wish, message) => {
  const outside = tree({ 'target.sarif': 'precious' })
  mkdirSync(join(here.path, 'folder'))
  symlinkSync(join(outside.path, 'target.sarif'), join(here.path, 'link.sarif'))
  symlinkSync(outside.path, join(here.path, 'away'))
  const before = names()
  const { code, out, err } = await run('scan', '--format', 'json=first.json', '--format', wish)
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `modelgate: ${message}\n` })
  expect([names(), readdirSync(outside.path)]).toEqual([before, ['target.sarif']])
  expect(readFileSync(join(outside.path, 'target.sarif'), 'utf8')).toBe('precious')
  outside.remove()
})

test('a malformed configuration stops the run before it writes anything', async () => {
  put('.modelgate.yml', 'fail-on: error\nrulez: {}\n')
  const { code, out, err } = await run('scan', '--format', 'sarif=out.sarif')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe('modelgate: .modelgate.yml:2:1: `rulez` is no setting; write `rules`\n')
  expect(names()).toEqual(['.modelgate.yml', 'release.py'])
})

test.each([
  ['none', undefined],
  ['a.yaml', 'id: [\n'],
])('rules that cannot be read (%s) are one line with exit code 2', async (name, text) => {
  mkdirSync(join(here.path, 'own'))
  if (text) put(`own/${name}`, text)
  const { code, out, err } = await run('scan', '--rules', text ? 'own' : 'own/none')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(
    text ? /^modelgate: own\/a\.yaml:\d+:\d+: [^\n]*\n$/ : /^modelgate: own\/none: [^\n]*\n$/,
  )
})

test('a file that cannot be parsed is told, and the rest is scanned', async () => {
  put('broken.py', 'import joblib\njoblib.load(path\ndef (:\n')
  const { code, out } = await run('scan')
  expect(code).toBe(1)
  expect(out).toContain('broken.py')
  expect(out).toContain('release.py:3')
})

test('a missing part of the program is a bug: a stack, a request to report it, exit code 3', async () => {
  const program = tree()
  cpSync(join(__dirname, '..', '..', 'dist', 'cli'), program.path, { recursive: true })
  rmSync(join(program.path, 'tree-sitter-python.wasm'))
  const { code, out, err } = await modelgate(['scan'], {
    cwd: here.path,
    program: join(program.path, 'index.js'),
  })
  expect({ code, out }).toEqual({ code: 3, out: '' })
  expect(err).toMatch(/\n {4}at /)
  expect(err).toMatch(/: this is a bug; please report it with the lines above\n$/)
  program.remove()
})

test('the program needs nothing but its own directory', async () => {
  const program = tree()
  cpSync(join(__dirname, '..', '..', 'dist', 'cli'), program.path, { recursive: true })
  const { code, err } = await modelgate(['scan'], { cwd: here.path, program: join(program.path, 'index.js') })
  expect({ code, err }).toEqual({ code: 1, err: '' })
  program.remove()
})

const asRoot = process.getuid?.() === 0
;(asRoot ? test.skip : test)('a directory that cannot be written to is refused before the scan', async () => {
  mkdirSync(join(here.path, 'sealed'))
  chmodSync(join(here.path, 'sealed'), 0o500)
  const { code, err } = await run('scan', '--format', 'sarif=sealed/out.sarif')
  expect({ code, err }).toEqual({
    code: 2,
    err: 'modelgate: sealed/out.sarif: the directory cannot be written to; choose another one\n',
  })
})

test('a configuration file that the code names decides, whatever kind of file it is', async () => {
  put(
    'release.py',
    'import json\nimport mlflow\n\nstage = json.load(open("live.json"))["stage"]\nmlflow.MlflowClient().transition_model_version_stage("churn", 1, stage)\n',
  )
  put('live.json', '{\n  "stage": "Production"\n}\n')
  const { code, out } = await run('scan')
  expect(code).toBe(1)
  expect(out.replace(/\s+/g, ' ')).toContain('live.json` says so in line 2')
  put('live.json', '{"stage": "Staging"}\n')
  expect((await run('scan')).code).toBe(0)
  put('live.json', '{"stage": ')
  const broken = await run('scan')
  expect(broken.code).toBe(0)
  expect(broken.out).toContain('live.json')
})
