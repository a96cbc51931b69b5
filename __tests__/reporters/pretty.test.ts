import type { Finding, Notice, Report, SourceFile } from '../../src/program'
import { type FormatOptions, formats } from '../../src/reporters'
import {
  comparedReport,
  findingIn,
  guardedPromotion,
  ignoredLoad,
  loadFinding,
  notices,
  policy,
  promotionFinding,
  reportOf,
  sampleReport,
  voidGuard,
  waivedPromotion,
} from '../support/reports'

const linesOf = (report: Report, options: FormatOptions = {}) => formats.pretty(report, options).split('\n')
const linesFor = (...findings: Finding[]) => linesOf(reportOf({ findings }))

test('a report reads like this', () => {
  expect(
    formats.pretty(sampleReport, { width: 80 }),
  ).toBe(`pipelines/promote.py:7:2  warning  unguarded-promotion
  \`transition_model_version_stage\` moves a model to \`Production\`, and no
  approval, evaluation or canary stands before it.

    7 |     client.transition_model_version_stage(
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

src/serve/app.py:11:12  error  unverified-artifact-load
  \`joblib.load\` unpickles a file that comes from \`hf_hub_download\`, and nothing
  verified the file first.

   11 |     return joblib.load(path)
      |            ^^^^^^^^^^^^^^^^^

  path   line 6   \`path\` comes from \`hf_hub_download\`
         line 11  \`joblib.load\` opens it
  guard  line 8   verification check does not hold: the exception it raises is
                  swallowed by \`except Exception: pass\`

How to fix

  unguarded-promotion (1 finding)
    why  A model that nobody approved and nothing evaluated serves users. One
         bad training run is enough.
    fix  Register the model with the alias \`challenger\`, and move \`champion\` in
         a job that waits for an approval.

  unverified-artifact-load (1 finding)
    why  Whoever can write the file runs code in the process that loads it. A
         digest from an independent place would stop that.
    fix  Compare the file’s SHA-256 with a value that is kept apart from it,
         before the load, and stop where they differ.

Not read in full
  data/dump.py  It has 2,000,000 bytes, more than the limit of 1,500,000, and
                was not read.
  src/old.py:7  The syntax could not be understood here.

2 findings: 1 error, 1 warning in 2 files; 14 files scanned, 2 not read in full
Gate failed: 1 finding at level \`error\`.
`)
})

test('an empty scan is two lines', () => {
  expect(formats.pretty(reportOf())).toBe(
    'No findings; 14 files scanned\nGate passed: nothing at level `error`.\n',
  )
})

test.each([
  [{ failOn: 'never', failed: false, blocking: 0 }, 'Gate off: no finding fails this run.'],
  [{ failOn: 'warning', failed: true, blocking: 2 }, 'Gate failed: 2 findings at or above `warning`.'],
  [{ failOn: 'note', failed: false, blocking: 0 }, 'Gate passed: nothing at or above `note`.'],
  [
    { failOn: 'never', failed: true, blocking: 0, expired: 2 },
    'Gate failed: 2 findings whose waiver has ended.',
  ],
  [
    { failOn: 'error', failed: true, blocking: 1, expired: 1 },
    'Gate failed: 1 finding at level `error`; 1 finding whose waiver has ended.',
  ],
  [
    { failOn: 'never', failed: true, blocking: 1, varied: true },
    'Gate failed: 1 finding at or above the level that fails its rule or path.',
  ],
  [
    { failOn: 'never', failed: false, blocking: 0, varied: true },
    'Gate passed: nothing at or above the level that fails its rule or path.',
  ],
] as const)('the last line says what the gate decided: %j', (verdict, line) => {
  expect(linesOf(reportOf({ verdict })).at(-2)).toBe(line)
})

test('what is suppressed is counted, and listed where that is asked for', () => {
  const report = reportOf({ suppressed: [waivedPromotion, ignoredLoad] })
  expect(linesOf(report)[0]).toBe(
    'No findings; 2 suppressed, 1 by a comment and 1 by a waiver; 14 files scanned',
  )
  const listed = formats.pretty(report, { showSuppressed: true })
  expect(listed).toMatch(/^Suppressed\n\npipelines\/promote\.py:7:2 {2}warning {2}unguarded-promotion\n/)
  expect(listed).toContain('A comment in line 10 ignores it: the file is made two steps before.\n')
  expect(listed.replace(/\s+/g, ' ')).toContain(
    'A waiver (`.modelgate.yml`, line 4) of `risk-team` takes it out until 2026-12-31: until the new scorer is there.',
  )
  expect(formats.pretty(reportOf(), { showSuppressed: true })).toMatch(/^No finding is suppressed\.\n/)
})

test('a finding that a baseline knows says so, and is counted', () => {
  const text = formats.pretty(
    reportOf({ findings: [{ ...promotionFinding, state: 'existing' }, loadFinding] }),
  )
  expect(text).toContain('warning  unguarded-promotion  (existing)\n')
  expect(text).toContain('in 2 files; 1 of them existing; ')
})

test('what is to say about exceptions is no file that could not be read', () => {
  const about = { path: 'a.py', line: 3, kind: 'exception', message: 'It is not used.' } as const
  const text = formats.pretty(reportOf({ notices: [...notices, about] }))
  expect(text).toMatch(/^Exceptions\n {2}a\.py:3 {2}It is not used\.\n\nNot read in full\n/)
  expect(text).toContain('14 files scanned, 2 not read in full')
})

test('a fix is told once, however many findings it is for', () => {
  const text = linesFor(
    loadFinding,
    loadFinding,
    { ...promotionFinding, fix: loadFinding.fix },
    loadFinding,
  ).join('\n')
  expect(text.match(/Compare the file/g)).toHaveLength(2)
  expect(text).toContain('unverified-artifact-load (3 findings)')
})

test('different fixes of one rule say for which findings they are', () => {
  const other = { ...loadFinding, fix: 'Use `safetensors`:\n    load_file(path)' }
  const lines = linesFor(loadFinding, loadFinding, loadFinding, loadFinding, other)
  expect(lines).toContain(
    '         for src/serve/app.py:11, src/serve/app.py:11, src/serve/app.py:11 and 1 more',
  )
  expect(lines.slice(lines.indexOf('    fix  Use `safetensors`:')).slice(1, 3)).toEqual([
    '             load_file(path)',
    '         for src/serve/app.py:11',
  ])
})

describe('the code line', () => {
  const excerptOf = (file: SourceFile, call: string, width = 80) => {
    const lines = linesOf(reportOf({ findings: [findingIn(file, call)] }), { width })
    const at = lines.findIndex(line => /^ *\d+ \| /.test(line))
    return lines.slice(at, at + 2)
  }

  test('has its carets under the call behind tabs', () => {
    expect(excerptOf({ path: 'a.py', text: '\tif x:\tload(y) # z\n' }, 'load(y)')).toEqual([
      '    1 |     if x:    load(y) # z',
      '      |              ^^^^^^^',
    ])
  })

  test('has its carets under the call behind and over wide characters', () => {
    expect(excerptOf({ path: 'a.py', text: 'x["日本"] = load("模型")' }, 'load("模型")')).toEqual([
      '    1 | x["日本"] = load("模型")',
      '      |             ^^^^^^^^^^^^',
    ])
  })

  test('has its carets under the call behind escaped characters', () => {
    expect(excerptOf({ path: 'a.py', text: 'f("\x1b[2J"); load(x)' }, 'load(x)')).toEqual([
      '    1 | f("\\x1b[2J"); load(x)',
      '      |               ^^^^^^^',
    ])
  })

  test('is cut around the call when it is too long', () => {
    const file = { path: 'a.py', text: `x = [${'1, '.repeat(500_000)}load(x), ${'2, '.repeat(500_000)}]` }
    const [code = '', carets = ''] = excerptOf(file, 'load(x)')
    expect(code.length).toBeLessThanOrEqual(80)
    expect(code).toMatch(/^ {4}1 \| ….*load\(x\).*…$/)
    expect(carets.indexOf('^')).toBe(code.indexOf('load'))
  })

  test('is cut within a call that is too long itself', () => {
    const call = `load("${'x'.repeat(300)}")`
    const [code = '', carets = ''] = excerptOf({ path: 'a.py', text: `m = ${call}\n` }, call)
    expect(code).toMatch(/^ {4}1 \| m = load\("x+…$/)
    expect(carets).toHaveLength(code.length)
  })
})

test('places in other files come with their path', () => {
  const file = { path: 'other.py', text: 'load(x)\n' }
  const lines = linesFor({ ...findingIn(file, 'load(x)'), steps: loadFinding.steps, guards: [voidGuard] })
  expect(lines).toContain('  path   src/serve/app.py:6:12   `path` comes from `hf_hub_download`')
})

test('a long path keeps its beginning and its end', () => {
  const steps = Array.from({ length: 40 }, (_, n) => ({ span: loadFinding.span, says: `step ${n}` }))
  const lines = linesFor({ ...loadFinding, steps })
  expect(lines.filter(line => / step \d/.test(line))).toHaveLength(12)
  expect(lines).toContain('         …        28 more steps')
  expect(lines.some(line => line.endsWith('step 39'))).toBe(true)
})

test('what is guarded is counted, and listed with its proof where that is asked for', () => {
  const report = reportOf({ guarded: [guardedPromotion] })
  expect(linesOf(report)[0]).toBe('No findings; 1 guarded; 14 files scanned')
  expect(formats.pretty(report, { width: 80, showGuarded: true })).toBe(`Guarded

pipelines/promote.py:7:2  unguarded-promotion
  \`transition_model_version_stage\` moves a model to \`Production\`.
  guard  line 3  approval check holds: \`acme.release.require_signoff\` (named in
                 \`.modelgate.yml\`) asks for an approval

No findings; 1 guarded; 14 files scanned
Gate passed: nothing at level \`error\`.
`)
})

test('that nothing is guarded is said where it is asked for', () => {
  expect(linesOf(reportOf(), { showGuarded: true })[0]).toBe('No call is guarded.')
})

test('what the configuration says stands before the totals', () => {
  expect(formats.pretty(reportOf({ policy }))).toBe(`By the configuration
  \`unsafe-load-option\` is off in \`.modelgate.yml\`: 3 findings are not reported.
  \`ignore\` in \`.modelgate.yml\` skips 1 folder and 1 file.

No findings; 14 files scanned
Gate passed: nothing at level \`error\`.
`)
})

test('many notices are counted, not all listed', () => {
  const many: Notice[] = Array.from({ length: 50 }, (_, n) => ({
    path: `${n}.py`,
    line: 0,
    kind: 'binary',
    message: 'It is.',
  }))
  const lines = linesOf(reportOf({ notices: many }))
  expect(lines).toContain('  and 30 more; the formats `json` and `sarif` list them all')
  expect(lines).toContain('No findings; 14 files scanned, 50 not read in full')
})

test('files are counted once, however many notices they have', () => {
  const [first] = notices
  const twice = first ? [first, { ...first, line: 3 }] : []
  expect(linesOf(reportOf({ notices: twice }))).toContain('No findings; 14 files scanned, 1 not read in full')
})

test('no line of prose is wider than the paper, wide characters counted double', () => {
  const message = `\`f\` ${'opens 模型 of the テスト '.repeat(20)}.`
  const lines = linesOf(reportOf({ findings: [{ ...loadFinding, message }] }), { width: 60 })
  const width = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2fff' ? 2 : 1), 0)
  expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(60)
})

test('colours change nothing but colours', () => {
  const coloured = formats.pretty(sampleReport, { colours: true })
  expect(coloured).toContain('\x1b[31merror\x1b[39m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are made of
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(formats.pretty(sampleReport))
})

test('text of the repository cannot act on the terminal or on the CI', () => {
  const evil = '\n::error::\u202e\x1b]0;title\x07##[add-mask]\r\x9b2J'
  const file = { path: `a${evil}.py`, text: `load("${evil.replace('\n', '')}")\n` }
  const finding = findingIn(file, file.text.trimEnd())
  const everywhere: Finding = {
    ...finding,
    rule: `r${evil}`,
    message: evil,
    fix: evil,
    steps: [{ span: finding.span, says: evil }],
    guards: [{ ...voidGuard, span: finding.span, says: evil }],
  }
  const notice: Notice = { path: file.path, line: 1, kind: 'syntax', message: evil }
  const guarded = { ...finding, rule: `r${evil}`, message: evil, guards: everywhere.guards }
  const text = formats.pretty(
    reportOf({
      findings: [everywhere],
      guarded: [guarded],
      policy: [{ setting: 'guards', count: 1, says: evil }],
      notices: [notice],
    }),
    { showGuarded: true },
  )
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  expect(text).not.toMatch(/^\s*::/m)
  expect(text).not.toMatch(/##\w*\[/)
})

test('what is new comes before what the base has too, and is counted apart', () => {
  const lines = linesOf(comparedReport)
  const heads = lines.filter(line => /^(New|Existing|\S+:\d+:\d+ )/.test(line))
  expect(heads).toEqual([
    'New',
    'src/serve/app.py:11:12  error  unverified-artifact-load',
    'Existing at 0123456789ab',
    'pipelines/promote.py:7:2  warning  unguarded-promotion',
  ])
  expect(lines.slice(-3, -1)).toEqual([
    '2 findings: 1 error, 1 warning in 2 files; 1 new, 1 existing; 14 files scanned',
    'Gate failed: 1 new finding at level `error`.',
  ])
})
