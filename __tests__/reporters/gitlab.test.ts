import Ajv from 'ajv'
import { formats } from '../../src/reporters'
import { judgedAt, lesserCharge, manyFindings } from '../support/many'
import { hostileReport, loadFinding, loadRule, policy, reportOf, sampleReport } from '../support/reports'

const filled = { type: 'string', minLength: 1 }
const address = { type: 'string', pattern: '^https?://.+' }
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' }
const tool = {
  type: 'object',
  required: ['id', 'name', 'version', 'vendor'],
  properties: {
    id: filled,
    name: filled,
    version: filled,
    url: address,
    vendor: { type: 'object', required: ['name'], properties: { name: filled } },
  },
}
const identifier = {
  type: 'object',
  required: ['type', 'name', 'value'],
  properties: { type: filled, name: filled, value: filled, url: address },
}
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })

/** What version 15.0.7 of GitLab's schema asks of the fields that are written, and nothing but those. */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['scan', 'version', 'vulnerabilities'],
  properties: {
    version: { const: '15.0.7' },
    scan: {
      type: 'object',
      additionalProperties: false,
      required: ['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'],
      properties: {
        start_time: time,
        end_time: time,
        analyzer: tool,
        scanner: tool,
        status: { enum: ['success', 'failure'] },
        type: { const: 'sast' },
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['level', 'value'],
            properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: filled },
          },
        },
      },
    },
    vulnerabilities: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'identifiers', 'location', 'name', 'severity'],
        properties: {
          id: {
            type: 'string',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          name: text(255),
          description: text(1_048_576),
          severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
          solution: text(7000),
          identifiers: { type: 'array', minItems: 1, items: identifier },
          location: {
            type: 'object',
            additionalProperties: false,
            properties: {
              file: filled,
              start_line: { type: 'number' },
              end_line: { type: 'number' },
              method: { type: 'string' },
            },
          },
        },
      },
    },
  },
}

const ajv = new Ajv({ allErrors: true, strict: false })
const read = (report = sampleReport, options = {}) => JSON.parse(formats.gitlab(report, options))

test.each([
  ['an empty scan', reportOf()],
  ['findings and notices', sampleReport],
  ['hostile names and texts', hostileReport],
  ['what the configuration says', reportOf({ policy })],
  [
    'texts without end',
    reportOf({ findings: [{ ...loadFinding, message: 'a '.repeat(1e6), fix: 'b '.repeat(1e4) }] }),
  ],
])('the report of %s is what GitLab asks for', (_, report) => {
  ajv.validate(schema, read(report))
  expect(ajv.errors ?? []).toEqual([])
})

test('the check does find faults', () => {
  const report = read()
  delete report.scan.start_time
  report.vulnerabilities[0].severity = 'error'
  ajv.validate(schema, report)
  expect(ajv.errors?.map(({ instancePath }) => instancePath)).toEqual([
    '/scan',
    '/vulnerabilities/0/severity',
  ])
})

test('a finding is a vulnerability with a name that stays', () => {
  const [finding] = read().vulnerabilities
  expect(finding).toEqual({
    id: 'b5bb9d80-14a0-89b1-861e-21e796d78dcc',
    name: loadRule.title,
    severity: 'High',
    description: expect.stringMatching(/^`joblib.load` unpickles a file that comes from `hf_hub_download`/),
    solution: loadRule.fix,
    identifiers: [
      expect.objectContaining({ type: 'modelgate_rule', value: 'unverified-artifact-load' }),
      { type: 'cwe', name: 'CWE-502', value: '502', url: 'https://cwe.mitre.org/data/definitions/502.html' },
    ],
    location: { file: 'src/serve/app.py', start_line: 11, end_line: 11, method: 'load_model' },
  })
  expect(finding.description).toContain('- `src/serve/app.py:6`: `path` comes from `hf_hub_download`')
  expect(finding.description).toContain('- `src/serve/app.py:8`: The verification check does not hold:')
})

test('the times are those of the commit, or the beginning of time', () => {
  expect(read().scan).toMatchObject({ start_time: '1970-01-01T00:00:00', end_time: '1970-01-01T00:00:00' })
  const committed = new Date('2026-11-29T03:30:00+02:00')
  expect(read(sampleReport, { committed }).scan).toMatchObject({ start_time: '2026-11-29T01:30:00' })
})

test('what could not be read is told beside the scan, and what is left out is counted', () => {
  expect(read().scan.messages[0]).toEqual({
    level: 'warn',
    value: expect.stringMatching(/^data\/dump.py: It has/),
  })
  const notices = Array.from({ length: 60 }, (_, line) => ({
    path: 'a.py',
    line,
    kind: 'syntax' as const,
    message: 'No.',
  }))
  expect(read(reportOf({ notices })).scan.messages.at(-1).value).toMatch(/^10 more notices are left out/)
})

test('the most severe come first, each with an id of its own', () => {
  const { vulnerabilities } = read(judgedAt('error', manyFindings(300)))
  const names = vulnerabilities.map(({ severity }: { severity: string }) => severity)
  expect(names).toEqual([
    ...Array(100).fill('High'),
    ...Array(100).fill('Medium'),
    ...Array(100).fill('Info'),
  ])
  expect(new Set(vulnerabilities.map(({ id }: { id: string }) => id)).size).toBe(300)
})

test('text of the repository is code in a description', () => {
  const hostile = {
    ...loadFinding,
    message: '`a` is ![x](http://evil.example/x.png) for @acme.',
    steps: [],
    guards: [],
  }
  expect(read(reportOf({ findings: [hostile] })).vulnerabilities[0].description).toBe(
    '`a` is `![x](http://evil.example/x.png)` for `@acme`.',
  )
})

test('a file whose name is no text has a path that every reader takes', () => {
  const paths = read(hostileReport).vulnerabilities.map(
    ({ location }: { location: { file: string } }) => location.file,
  )
  expect(paths).toContain('\ufffd.py')
  expect(paths.join('')).not.toMatch(/\p{Cs}/u)
})

test('less specific rules at the same place are identifiers of the same vulnerability', () => {
  const [{ identifiers }] = read(
    reportOf({ findings: [{ ...loadFinding, also: [lesserCharge] }] }),
  ).vulnerabilities
  expect(identifiers.map(({ value }: { value: string }) => value)).toEqual([
    'unverified-artifact-load',
    'unsafe-load-option',
    '502',
  ])
})
