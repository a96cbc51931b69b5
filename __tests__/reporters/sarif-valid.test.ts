import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from 'sarif'
import type { Report } from '../../src/program'
import { formats } from '../../src/reporters'
import {
  comparedReport,
  guardedPromotion,
  hostileReport,
  loadFinding,
  longPath,
  policy,
  reportOf,
  sampleReport,
} from '../support/reports'
import { multitoolErrors, multitoolMissing, schemaErrors } from '../support/sarif'

const logOf = (report: Report): Log => JSON.parse(formats.sarif(report))

const reports: Readonly<Record<string, Report>> = {
  'an empty scan': reportOf(),
  'findings with a path, a guard and notices': sampleReport,
  'a comparison with a base': comparedReport,
  'what is guarded and what the configuration says': reportOf({ guarded: [guardedPromotion], policy }),
  'hostile names and texts': hostileReport,
  'a path of 300 steps': reportOf({ findings: [{ ...loadFinding, steps: longPath }] }),
}

describe.each(Object.entries(reports))('the log of %s', (_, report) => {
  test('is valid under the official schema', () => {
    expect(schemaErrors(logOf(report))).toEqual([])
  })

  const missing = multitoolMissing()
  const name = 'satisfies the SARIF Multitool, GitHub’s ingestion rules included'
  ;(missing ? test.skip : test)(
    `${name}${missing ? ` (skipped: ${missing})` : ''}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'sarif-'))
      const file = join(folder, 'log.sarif')
      try {
        writeFileSync(file, formats.sarif(report))
        expect(multitoolErrors(file)).toEqual([])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    60_000,
  )
})

test('the validators that the tests rest on do find faults', () => {
  const log = logOf(sampleReport)
  const broken = { ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] }
  expect(schemaErrors(broken)).not.toEqual([])
  if (multitoolMissing()) return
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'))
  const file = join(folder, 'log.sarif')
  const results = log.runs[0]?.results?.map(({ locations: _, ...result }) => result)
  writeFileSync(file, JSON.stringify({ ...log, runs: [{ ...log.runs[0], results }] }))
  expect(multitoolErrors(file).join('\n')).toMatch(/error GH1015/)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)
