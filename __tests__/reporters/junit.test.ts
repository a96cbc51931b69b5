import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import type { Report } from '../../src/program'
import { formats } from '../../src/reporters'
import { judgedAt, manyFindings } from '../support/many'
import {
  findingIn,
  guardedPromotion,
  hostileReport,
  ignoredLoad,
  loadFinding,
  policy,
  reportOf,
  sampleReport,
  waivedPromotion,
} from '../support/reports'

/** The schema by which Jenkins' xUnit plugin checks JUnit reports, with its licence in it. */
const xsd = readFileSync(join(__dirname, 'schemas', 'junit-10.xsd'), 'utf8')

async function errors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit-10.xsd', contents: xsd },
  })
  return errors.map(({ message }) => message)
}

const named = (path: string, parts = {}) => findingIn({ path, text: 'load(x)' }, 'load(x)', parts)

test.each<[string, Report]>([
  ['an empty scan', reportOf()],
  ['findings and notices', sampleReport],
  ['what is guarded and what the configuration says', reportOf({ guarded: [guardedPromotion], policy })],
  ['hostile names and texts', hostileReport],
  ['values that are words of XML', reportOf({ findings: [named('true'), named('', { message: '' })] })],
  [
    'marks of XML',
    reportOf({
      findings: [named('<a b="&">\'.py', { message: ']]> <![CDATA[ <!-- &amp; \ufffe\uffff \0' })],
    }),
  ],
  ['many findings', judgedAt('warning', manyFindings(500))],
])('the report of %s is valid', async (_, report) => {
  expect(await errors(formats.junit(report))).toEqual([])
})

test('the check does find faults', async () => {
  const broken = formats.junit(sampleReport).replace('classname=', 'class=')
  expect(await errors(broken)).toEqual([expect.stringContaining("'class' is not allowed")])
  expect(await errors(formats.junit(sampleReport).replace('</testcase>', ''))).not.toEqual([])
})

test('a finding that fails the run fails, and a milder one is skipped', () => {
  const xml = formats.junit(sampleReport)
  expect(xml).toContain('tests="2" failures="1" errors="0" skipped="1"')
  expect(xml).toMatch(/name="src\/serve\/app.py: load_model calls load" time="0">\s*<failure type="error"/)
  expect(xml).toMatch(
    /name="pipelines\/promote.py: promote calls transition_model_version_stage" time="0">\s*<skipped message/,
  )
  expect(xml).toContain('src/serve/app.py:11:12 error\n')
})

test('what was there before, and what is suppressed, is skipped', () => {
  const report = reportOf({
    findings: [{ ...loadFinding, state: 'existing' }],
    suppressed: [ignoredLoad, waivedPromotion],
  })
  const xml = formats.junit(report)
  expect(xml).toContain('tests="3" failures="0" errors="0" skipped="3"')
  expect(xml).toContain(
    '<skipped message="A comment in line 10 ignores it: the file is made two steps before."',
  )
})

test('a waiver that has ended is a test that fails', () => {
  const xml = formats.junit(reportOf({ verdict: { failOn: 'error', failed: true, blocking: 0, expired: 2 } }))
  expect(xml).toMatch(
    /name="waivers hold" time="0">\s*<failure type="waiver" message="2 findings whose waiver has ended">/,
  )
  expect(xml).toContain('Gate failed: 2 findings whose waiver has ended.')
})

test('a guarded call passes, and so does a rule that finds nothing', () => {
  const xml = formats.junit(reportOf({ guarded: [guardedPromotion] }))
  expect(xml).toContain('tests="2" failures="0" errors="0" skipped="0"')
  expect(xml).toMatch(/<testcase classname="modelgate.unguarded-promotion" [^>]*><\/testcase>/)
  expect(xml).toContain('classname="modelgate.unverified-artifact-load" name="nothing found"')
})

test('tests of one name are told apart, and no line is part of a name', () => {
  const xml = formats.junit(reportOf({ findings: [loadFinding, loadFinding, loadFinding] }))
  expect([...xml.matchAll(/ name="(src[^"]*)"/g)].map(([, name]) => name)).toEqual([
    'src/serve/app.py: load_model calls load',
    'src/serve/app.py: load_model calls load (2)',
    'src/serve/app.py: load_model calls load (3)',
  ])
})

test('the time is that of the commit', () => {
  const committed = new Date('2026-11-29T03:30:00Z')
  expect(formats.junit(reportOf(), { committed })).toContain('timestamp="2026-11-29T03:30:00"')
  expect(formats.junit(reportOf())).toContain('timestamp="1970-01-01T00:00:00"')
})

test('what could not be read is told, and what is left out is counted', () => {
  expect(formats.junit(sampleReport)).toContain('<system-err>data/dump.py: It has')
  const notices = Array.from({ length: 250 }, () => ({
    path: 'a',
    line: 0,
    kind: 'syntax' as const,
    message: 'No.',
  }))
  expect(formats.junit(reportOf({ notices }))).toContain('50 more notices are left out')
})

test('nothing in it acts on a terminal or a CI log', () => {
  const xml = formats.junit(hostileReport)
  expect(xml).not.toMatch(/##\w*\[|^\s*::/m)
  expect(xml).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})
