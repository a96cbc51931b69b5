import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import type { Report } from '../../src/program'
import { formats } from '../../src/reporters'
import { lesserCharge } from '../support/many'
import {
  comparedReport,
  guardedPromotion,
  hostileReport,
  ignoredLoad,
  loadFinding,
  longPath,
  notices,
  policy,
  reportOf,
  sampleReport,
  waivedPromotion,
} from '../support/reports'

const published = JSON.parse(readFileSync(join(__dirname, '..', '..', 'schema', 'report.json'), 'utf8'))

/** The schema with no room for a field that it does not name. Readers of reports shall skip those; a test shall not. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner
}

function errors(schema: unknown, report: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true })
  ajv.validate(schema as object, report)
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const full = {
  ...comparedReport,
  findings: [{ ...loadFinding, also: [lesserCharge] }],
  suppressed: [ignoredLoad, waivedPromotion],
  notices,
  guarded: [guardedPromotion],
  policy,
}

test.each<[string, Report]>([
  ['an empty scan', reportOf()],
  ['everything that a report can hold', full],
  ['hostile names and texts', hostileReport],
  [
    'a path of 300 steps',
    reportOf({ findings: sampleReport.findings.map(finding => ({ ...finding, steps: longPath })) }),
  ],
])('the published schema describes every field of %s', (_, report) => {
  expect(errors(closed(published), JSON.parse(formats.json(report)))).toEqual([])
})

test('every object in it asks for all of its fields', () => {
  const missing: string[] = []
  JSON.parse(JSON.stringify(published), (_, value) => {
    if (value?.properties && value.type)
      missing.push(...Object.keys(value.properties).filter(key => !value.required.includes(key)))
    return value
  })
  expect(missing).toEqual([])
})

test('a field that is not in it is found by this test, and skipped by a reader', () => {
  const report = { ...JSON.parse(formats.json(full)), later: 1 }
  expect(errors(closed(published), report)).toEqual([' must NOT have additional properties'])
  expect(errors(published, report)).toEqual([])
})

test('a field of another kind is found', () => {
  const report = JSON.parse(formats.json(full))
  expect(errors(published, { ...report, schema: 2 })).toEqual(['/schema must be equal to constant'])
  delete report.findings[0].fingerprint
  expect(errors(published, report)).toEqual(["/findings/0 must have required property 'fingerprint'"])
})
