import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commit, promotion, type Step, step } from './step'

let here: Step
beforeEach(() => {
  here = step({ 'jobs/release.py': promotion })
})
afterEach(() => here.remove())

const results = (
  log: string,
): { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] =>
  JSON.parse(log).runs[0].results

test('a hazard fails the step, after the log and the outputs are written', async () => {
  const { code, log, outputs } = await here.run()
  expect(code).toBe(1)
  expect(outputs).toEqual({
    'sarif-file': 'modelgate.sarif',
    findings: '1',
    'new-findings': '1',
    base: '',
    verdict: 'fail',
  })
  expect(results(here.read('modelgate.sarif')).map(result => result.ruleId)).toEqual(['unguarded-promotion'])
  expect(log).toMatch(
    /^::error::1 finding at or above `error`\. Fix them, or set the input `fail-on` to `never`\.$/m,
  )
})

test('a finding is annotated at its line', async () => {
  const { log } = await here.run()
  expect(log).toMatch(
    /^::error title=.*unguarded-promotion.*,file=jobs\/release\.py,line=3,endLine=3,col=\d+,endColumn=\d+::/m,
  )
})

test('the summary links the line at the commit', async () => {
  const { summary } = await here.run()
  expect(summary).toContain('## Modelgate: failed')
  expect(summary).toContain(`href="https://github.example/acme/churn/blob/${commit}/jobs/release.py#L3"`)
  expect(summary).toContain('<code>unguarded-promotion</code>')
})

test('fail-on never lets the step pass with its findings', async () => {
  const { code, outputs, log } = await here.run({ 'fail-on': 'never' })
  expect(code).toBe(0)
  expect(outputs).toMatchObject({ findings: '1', verdict: 'pass' })
  expect(log).toMatch(/^::error title=/m)
})

test('the input fail-on goes before the configuration, and the configuration before the default', async () => {
  here.put('.modelgate.yml', 'fail-on: never\n')
  expect((await here.run()).code).toBe(0)
  expect((await here.run({ 'fail-on': 'error' })).code).toBe(1)
})

test('a configuration may lie anywhere in the workspace', async () => {
  here.put('ci/policy.yml', 'rules: {unguarded-promotion: off}\n')
  expect((await here.run({ config: 'ci/policy.yml' })).outputs).toMatchObject({
    findings: '0',
    verdict: 'pass',
  })
})

test('paths are told from the workspace, whatever part of it is scanned', async () => {
  here.put('other/release.py', promotion)
  await here.run({ path: 'jobs' })
  const uris = results(here.read('modelgate.sarif')).map(
    result => result.locations[0]?.physicalLocation.artifactLocation.uri,
  )
  expect(uris).toEqual(['jobs/release.py'])
})

test('an empty workspace gives a valid empty log and passes', async () => {
  const empty = step()
  const { code, outputs, summary } = await empty.run()
  expect({ code, outputs }).toEqual({
    code: 0,
    outputs: {
      'sarif-file': 'modelgate.sarif',
      findings: '0',
      'new-findings': '0',
      base: '',
      verdict: 'pass',
    },
  })
  expect(JSON.parse(empty.read('modelgate.sarif'))).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [] }],
  })
  expect(summary).toContain('## Modelgate: passed')
  empty.remove()
})

test('a wrong configuration fails the step with its one line, and nothing is written', async () => {
  here.put('.modelgate.yml', 'fail-onn: error\n')
  const { code, log, summary, outputs } = await here.run()
  expect(code).toBe(1)
  expect(log).toBe('::error::.modelgate.yml:1:1: `fail-onn` is no setting; write `fail-on`\n')
  expect({ summary, outputs, sarif: here.has('modelgate.sarif') }).toEqual({
    summary: '',
    outputs: {},
    sarif: false,
  })
})

test.each([
  [{ path: 'no-such' }, 'input `path`: `no-such` does not exist in the workspace; '],
  [{ path: '..' }, 'input `path`: `..` leads out of the workspace; '],
  [{ path: '/' }, 'input `path`: `/` leads out of the workspace; '],
  [{ path: 'away' }, 'input `path`: `away` leads out of the workspace; '],
  [{ config: 'away/secret.yml' }, 'input `config`: `away/secret.yml` leads out of the workspace; '],
  [{ 'sarif-file': '../out.sarif' }, 'input `sarif-file`: `../out.sarif` leads out of the workspace; '],
  [
    { 'sarif-file': 'away/out.sarif' },
    'away/out.sarif: a link on the way leads out of the scanned directory; ',
  ],
  [{ 'sarif-file': 'none/out.sarif' }, 'none/out.sarif: the directory `none` does not exist; '],
  [{ 'fail-on': 'eror' }, 'input `fail-on`: `eror` is no level; write `error`'],
])('inputs %j are refused in one line', async (inputs, message) => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret.yml'), 'token: 1\n')
  symlinkSync(outside, join(here.workspace, 'away'))
  const { code, log } = await here.run(inputs)
  expect(code).toBe(1)
  expect(log.startsWith(`::error::${message}`)).toBe(true)
  expect(log.trimEnd()).not.toContain('\n')
  rmSync(outside, { recursive: true })
})

test('outside of a workflow the step says what is missing', async () => {
  const { code, log } = await here.run({}, { GITHUB_WORKSPACE: undefined })
  expect(code).toBe(1)
  expect(log).toMatch(/^::error::GITHUB_WORKSPACE names no directory; /)
})

test('ten annotations of a level are given, and the others are counted', async () => {
  for (let i = 0; i < 13; i += 1) here.put(`many/f${i}.py`, promotion)
  const { log, outputs } = await here.run({ path: 'many' })
  expect(outputs.findings).toBe('13')
  expect(log.match(/^::error title=/gm)).toHaveLength(10)
  expect(log).toMatch(/^3 more findings have no annotation/m)
})

test('names and code of a hostile repository add no workflow command and no line', async () => {
  const hostile = step({
    'a\n::error::b.py': promotion,
    '##[error]c.py': promotion,
    'd.py': promotion.replace('churn', 'x\u001b[2J::set-output name=verdict::pass'),
    'e.py': `::stop-commands::x = 1\n##[group]\n${promotion}`,
    '<img src=x onerror=alert(1)> |`.py': promotion,
  })
  const { code, log, summary, outputs } = await hostile.run()
  expect({ code, verdict: outputs.verdict }).toEqual({ code: 1, verdict: 'fail' })
  const commands = log.split('\n').filter(line => /^\s*::|##\[/.test(line))
  expect(commands.filter(line => !/^::(error|warning|notice)( title=[^:]*)?::/.test(line))).toEqual([])
  expect(log).not.toContain('\u001b')
  expect(summary).not.toContain('<img')
  hostile.remove()
})

test('without a summary file the step still judges', async () => {
  const { code, outputs } = await here.run({}, { GITHUB_STEP_SUMMARY: undefined })
  expect({ code, verdict: outputs.verdict }).toEqual({ code: 1, verdict: 'fail' })
})

test('a summary file that cannot be written is told, and loses nothing else', async () => {
  const { code, log } = await here.run(
    { 'fail-on': 'never' },
    { GITHUB_STEP_SUMMARY: join(here.workspace, 'none') },
  )
  expect(code).toBe(0)
  expect(log).toMatch(/^::warning::The job summary cannot be written: /m)
})

test('a broken event file costs the links, and nothing else', async () => {
  here.put('event.json', '{"broken')
  const { code, log, summary } = await here.run({}, { GITHUB_EVENT_PATH: join(here.workspace, 'event.json') })
  expect(code).toBe(1)
  expect(log).toMatch(/^::warning::The summary has no links to lines: /m)
  expect(summary).toContain('jobs/release.py:3')
  expect(summary).not.toContain('href')
})

test('a file that could not be read is in the summary and in the log', async () => {
  here.put('jobs/broken.py', 'import joblib\njoblib.load(path\ndef (:\n')
  const { log, summary } = await here.run()
  expect(log).toContain('jobs/broken.py')
  expect(summary).toContain('jobs/broken.py')
})
