import { formats } from '../../src/reporters'
import { judgedAt, manyFindings } from '../support/many'
import { hostileReport, loadFinding, loadRule, policy, reportOf, sampleReport } from '../support/reports'

const bodies = (report = sampleReport) =>
  formats
    .bitbucket(report)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('an empty scan is a report that has passed, with no annotations', () => {
  expect(bodies(reportOf())).toEqual([
    {
      title: 'Modelgate',
      details: 'No findings; 14 files scanned.\nGate passed: nothing at level `error`.',
      external_id: 'modelgate',
      reporter: 'Modelgate',
      report_type: 'SECURITY',
      result: 'PASSED',
      data: [
        { title: 'Findings', type: 'NUMBER', value: 0 },
        { title: 'Failing the run', type: 'NUMBER', value: 0 },
        { title: 'Guarded', type: 'NUMBER', value: 0 },
      ],
    },
  ])
})

test('a finding is an annotation at its line, and fails where it fails the run', () => {
  const [report, [first, second]] = bodies()
  expect(report).toMatchObject({ result: 'FAILED' })
  expect(first).toEqual({
    external_id: `modelgate-${loadFinding.fingerprint}`,
    annotation_type: 'VULNERABILITY',
    title: loadRule.title,
    summary: expect.stringMatching(/^`joblib.load` unpickles/),
    details: expect.stringContaining(loadRule.fix),
    severity: 'HIGH',
    result: 'FAILED',
    path: 'src/serve/app.py',
    line: 11,
  })
  expect(second).toMatchObject({ severity: 'MEDIUM', result: 'IGNORED', path: 'pipelines/promote.py' })
})

test('a thousand annotations come in batches of a hundred, the most severe, and the rest is counted', () => {
  const [report, ...batches] = bodies(judgedAt('error', manyFindings(1500)))
  expect(batches.map(batch => batch.length)).toEqual(Array(10).fill(100))
  const severities = batches.flat().map(({ severity }: { severity: string }) => severity)
  expect(severities).toEqual([...Array(500).fill('HIGH'), ...Array(500).fill('MEDIUM')])
  expect(report.details).toContain('500 more findings are left out')
  expect(new Set(batches.flat().map(({ external_id }: { external_id: string }) => external_id)).size).toBe(
    1000,
  )
})

test.each([
  ['hostile names and texts', hostileReport],
  [
    'texts without end',
    reportOf({
      findings: [{ ...loadFinding, message: 'ab'.repeat(1e5) }],
      policy: Array(500).fill(policy[0]),
    }),
  ],
])('%s keep within what Bitbucket takes', (_, input) => {
  const [report, ...batches] = bodies(input)
  expect(report.details.length).toBeLessThanOrEqual(2000)
  for (const annotation of batches.flat()) {
    expect(annotation.summary.length).toBeLessThanOrEqual(450)
    expect(annotation.details.length).toBeLessThanOrEqual(2000)
    expect(annotation.title.length).toBeLessThanOrEqual(450)
    expect(annotation.line).toBeGreaterThan(0)
  }
})

test('each body is one line, whatever it holds', () => {
  const text = formats.bitbucket(hostileReport)
  expect(text.endsWith('\n')).toBe(true)
  expect(text.trimEnd().split('\n')).toHaveLength(2)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})

test('a file whose name is no text has a path that every reader takes', () => {
  const paths = bodies(hostileReport)[1].map(({ path }: { path: string }) => path)
  expect(paths).toContain('\ufffd.py')
  expect(paths.join('')).not.toMatch(/\p{Cs}/u)
})
