import { formats } from '../../src/reporters'
import { judgedAt, manyFindings } from '../support/many'
import {
  findingIn,
  hostileReport,
  loadFinding,
  policy,
  promotionFinding,
  reportOf,
  sampleReport,
} from '../support/reports'

interface Issue {
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a log as the agent does: the first `##vso[` of a line, up to the first `]`; what comes behind is the message. */
function issues(log: string): Issue[] {
  return log.split('\n').flatMap(line => {
    const [, area, list = '', message = ''] = /##vso\[(\S+) ([^\]]*)\](.*)$/.exec(line) ?? []
    if (area === undefined) return []
    expect(area).toBe('task.logissue')
    const pairs = list.split(';').filter(pair => pair !== '')
    const decode = (text: string) =>
      text.replaceAll('%3B', ';').replaceAll('%5D', ']').replaceAll('%0A', '\n').replaceAll('%AZP25', '%')
    const properties = pairs.map(pair => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decode(pair.slice(at + 1))]
    })
    return [{ properties: Object.fromEntries(properties), message: decode(message) }]
  })
}

test('a finding is an issue at its line', () => {
  expect(issues(formats.azure(sampleReport))[0]).toEqual({
    properties: {
      type: 'error',
      sourcepath: 'src/serve/app.py',
      linenumber: '11',
      columnnumber: '12',
      code: 'unverified-artifact-load',
    },
    message: expect.stringMatching(/^`joblib.load` unpickles a file .* \(unverified-artifact-load\)$/),
  })
})

test('the last lines say what was found, and what the gate decided', () => {
  expect(formats.azure(reportOf({ policy })).split('\n')).toEqual([
    ...policy.map(({ says }) => says),
    'No findings; 14 files scanned.',
    'Gate passed: nothing at level `error`.',
    '',
  ])
  expect(formats.azure(sampleReport)).toContain('Gate failed: 1 finding at level `error`.\n')
})

test('ten of each type are issues, the most severe, and the rest is counted', () => {
  const log = formats.azure(judgedAt('error', manyFindings(100)))
  const types = issues(log).map(({ properties }) => properties.type)
  expect(types).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')])
  expect(log).toContain('34 notes told here only by number')
  expect(log).toContain('46 more findings are left out; the formats `json` and `sarif` list them all.')
})

test('what was there before is no issue, and is counted', () => {
  const findings = [{ ...loadFinding, state: 'existing' as const }, promotionFinding]
  const log = formats.azure(reportOf({ findings }))
  expect(issues(log).map(({ properties }) => properties.code)).toEqual(['unguarded-promotion'])
  expect(log).toContain('2 findings: 1 error, 1 warning; 1 of them existing; 14 files scanned.')
})

test('a note alone is no issue', () => {
  expect(issues(formats.azure(judgedAt('never', manyFindings(1))))).toEqual([])
})

test.each([
  ['a]b.py', 'a]b.py'],
  ['a;type=error;b.py', 'a;type=error;b.py'],
  ['100%3B%AZP25.py', '100%3B%AZP25.py'],
  ['x\n##vso[task.setvariable variable=PATH]y.py', 'x\\n#\\#vso[task.setvariable variable=PATH]y.py'],
  ['\u202e\u001b[2J.py', '\\u202e\\x1b[2J.py'],
])('the path %j is one property', (path, shown) => {
  const finding = findingIn({ path, text: 'load(x)' }, 'load(x)', { message: '`load` is called.' })
  const log = formats.azure(reportOf({ findings: [finding] }))
  expect(issues(log).map(({ properties }) => properties.sourcepath)).toEqual([shown])
})

test('no text of the repository becomes a command', () => {
  const log = formats.azure(hostileReport)
  expect(log.match(/##(?!vso\[task\.logissue )/g)).toBeNull()
  expect(log.match(/##/g)).toHaveLength(8)
  expect(log).not.toMatch(/^\s*::/m)
  expect(log).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})
