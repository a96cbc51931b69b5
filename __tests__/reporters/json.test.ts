import { readFileSync } from 'node:fs'
import { formats } from '../../src/reporters'
import {
  comparedReport,
  findingIn,
  guardedPromotion,
  ignoredLoad,
  notices,
  policy,
  promotionFinding,
  reportOf,
  sampleReport,
  waivedPromotion,
} from '../support/reports'

test('an empty scan has empty lists', () => {
  expect(JSON.parse(formats.json(reportOf()))).toEqual({
    schema: 1,
    version: '0.1.0',
    verdict: { failOn: 'error', failed: false, blocking: 0, expired: 0 },
    comparison: null,
    counts: {
      findings: 0,
      error: 0,
      warning: 0,
      note: 0,
      existing: 0,
      suppressed: 0,
      guarded: 0,
      filesWithFindings: 0,
      filesSeen: 14,
      filesParsed: 6,
      notices: 0,
    },
    findings: [],
    suppressed: [],
    guarded: [],
    policy: [],
    notices: [],
  })
})

test('a finding is there in full, with places in place of spans', () => {
  const { findings, counts } = JSON.parse(formats.json(sampleReport))
  expect(findings[1]).toEqual({
    rule: 'unverified-artifact-load',
    path: 'src/serve/app.py',
    line: 11,
    column: 12,
    endColumn: 29,
    level: 'error',
    severity: 8.1,
    precision: 'high',
    message:
      '`joblib.load` unpickles a file that comes from `hf_hub_download`, and nothing verified the file first.',
    fix: expect.stringContaining('SHA-256'),
    within: 'load_model',
    steps: [
      {
        path: 'src/serve/app.py',
        line: 6,
        column: 12,
        endColumn: 47,
        says: '`path` comes from `hf_hub_download`',
      },
      { path: 'src/serve/app.py', line: 11, column: 24, endColumn: 28, says: '`joblib.load` opens it' },
    ],
    also: [],
    guards: [
      {
        path: 'src/serve/app.py',
        line: 8,
        column: 9,
        endColumn: 27,
        kind: 'verification',
        strength: 'void',
        says: 'the exception it raises is swallowed by `except Exception: pass`',
      },
    ],
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    baselineState: null,
    state: 'new',
  })
  expect(counts).toMatchObject({ findings: 2, error: 1, warning: 1, filesWithFindings: 2, notices: 2 })
})

test('what is suppressed is there in full, with what takes it out', () => {
  const report = reportOf({ suppressed: [waivedPromotion, ignoredLoad] })
  const { findings, suppressed, counts } = JSON.parse(formats.json(report))
  expect([findings, counts.findings, counts.suppressed]).toEqual([[], 0, 2])
  expect(suppressed[0]).toMatchObject({
    rule: 'unguarded-promotion',
    path: 'pipelines/promote.py',
    line: 7,
    fingerprint: promotionFinding.fingerprint,
    suppression: waivedPromotion.suppressed,
  })
  expect(suppressed[1]).toMatchObject({ line: 11, suppression: ignoredLoad.suppressed })
})

test('a finding that a baseline knows is existing', () => {
  const report = reportOf({ findings: [{ ...promotionFinding, state: 'existing' }, ignoredLoad] })
  const { findings, counts } = JSON.parse(formats.json(report))
  expect(findings.map(({ state }: { state: string }) => state)).toEqual(['existing', 'new'])
  expect(counts.existing).toBe(1)
})

test('what is guarded is there with what guards it', () => {
  const { guarded, counts } = JSON.parse(formats.json(reportOf({ guarded: [guardedPromotion] })))
  expect(guarded).toEqual([
    {
      rule: 'unguarded-promotion',
      path: 'pipelines/promote.py',
      line: 7,
      column: 2,
      endColumn: 40,
      message: '`transition_model_version_stage` moves a model to `Production`.',
      within: 'promote',
      guards: [
        {
          path: 'pipelines/promote.py',
          line: 3,
          column: 10,
          endColumn: 24,
          kind: 'approval',
          strength: 'strong',
          says: '`acme.release.require_signoff` (named in `.modelgate.yml`) asks for an approval',
        },
      ],
    },
  ])
  expect(counts).toMatchObject({ findings: 0, guarded: 1 })
})

test('what the configuration says is there as it is', () => {
  expect(JSON.parse(formats.json(reportOf({ policy }))).policy).toEqual(policy)
})

test('notices are there as they are', () => {
  expect(JSON.parse(formats.json(sampleReport)).notices).toEqual(notices)
})

test('every field is on its page', () => {
  const page = readFileSync('docs/json.md', 'utf8')
  const report = { ...sampleReport, guarded: [guardedPromotion], policy }
  const fields = new Set<string>()
  JSON.parse(formats.json(report), (key, value) => {
    if (!/^\d*$/.test(key)) fields.add(key)
    return value
  })
  expect(fields.size).toBeGreaterThan(30)
  expect([...fields].filter(field => !page.includes(`\`${field}\``))).toEqual([])
})

test('hostile text comes through unchanged, and cannot act on what prints it', () => {
  const path = 'a\n::error::\u202e##[add-mask]\x1b[2J\u{e0041}\ud800.py'
  const text = formats.json(reportOf({ findings: [findingIn({ path, text: 'load(x)' }, 'load(x)')] }))
  expect(JSON.parse(text).findings[0].path).toBe(path)
  expect(text).not.toMatch(/##\w*\[|^\s*::/m)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})

test('a comparison is there as a whole and with each finding', () => {
  const { comparison, findings } = JSON.parse(formats.json(comparedReport))
  expect(comparison).toEqual({ commit: '0123456789abcdef0123456789abcdef01234567', new: 1, existing: 1 })
  expect(findings.map((finding: { baselineState: string }) => finding.baselineState)).toEqual([
    'unchanged',
    'new',
  ])
})
