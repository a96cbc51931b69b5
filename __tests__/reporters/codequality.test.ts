import { formats } from '../../src/reporters'
import { judgedAt, manyFindings } from '../support/many'
import { hostileReport, reportOf, sampleReport } from '../support/reports'

const read = (report = sampleReport) => JSON.parse(formats['gitlab-codequality'](report))

test('an empty scan is an empty list', () => {
  expect(read(reportOf())).toEqual([])
})

test('a finding has the fields that the widget reads, and no others', () => {
  expect(read()[0]).toEqual({
    description: expect.stringMatching(
      /^`joblib.load` unpickles .* The verification check does not hold: .*\.$/,
    ),
    check_name: 'unverified-artifact-load',
    fingerprint: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    severity: 'critical',
    location: { path: 'src/serve/app.py', lines: { begin: 11 } },
  })
})

test('severities are words that the widget knows, the most severe first', () => {
  const words = read(judgedAt('error', manyFindings(9))).map(({ severity }: { severity: string }) => severity)
  expect(words).toEqual([...Array(3).fill('critical'), ...Array(3).fill('major'), ...Array(3).fill('info')])
})

test('hostile text cannot act on what shows it', () => {
  const text = formats['gitlab-codequality'](hostileReport)
  expect(text).not.toMatch(/##\w*\[|^\s*::/m)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
  expect(read(hostileReport)).toHaveLength(8)
})

test('a file whose name is no text has a path that every reader takes', () => {
  const paths = read(hostileReport).map(({ location }: { location: { path: string } }) => location.path)
  expect(paths).toContain('\ufffd.py')
  expect(paths.join('')).not.toMatch(/\p{Cs}/u)
})
