import type { Log, Result, Run } from 'sarif'
import type { Finding, Report } from '../../src/program'
import { formats } from '../../src/reporters'
import {
  comparedReport,
  guardedPromotion,
  hostileReport,
  ignoredLoad,
  loadFinding,
  loadRule,
  longPath,
  notices,
  policy,
  promotionFinding,
  reportOf,
  sampleReport,
  voidGuard,
  waivedPromotion,
} from '../support/reports'

const logOf = (report: Report, category?: string): Log =>
  JSON.parse(formats.sarif(report, category === undefined ? {} : { category }))

function runOf(report: Report, category?: string): Run {
  const [run, ...more] = logOf(report, category).runs
  expect(more).toEqual([])
  if (!run) throw new Error('there is no run')
  return run
}

function resultOf(finding: Finding): Result {
  const [result] = runOf(reportOf({ findings: [finding] })).results ?? []
  if (!result) throw new Error('there is no result')
  return result
}

test('an empty scan is one run without results', () => {
  expect(runOf(reportOf())).toMatchObject({ results: [], columnKind: 'utf16CodeUnits' })
})

test('the driver carries a name that stays, a version and every rule, fired or not', () => {
  const { driver } = runOf(reportOf()).tool
  expect(driver).toMatchObject({ name: 'Modelgate', semanticVersion: '0.1.0' })
  expect(driver.rules?.map(rule => rule.id)).toEqual(['unguarded-promotion', 'unverified-artifact-load'])
  expect(driver.rules?.[1]).toMatchObject({
    shortDescription: { text: loadRule.title },
    fullDescription: { text: loadRule.why },
    help: { text: `${loadRule.why}\n\n${loadRule.fix}`, markdown: loadRule.help },
    defaultConfiguration: { level: 'warning' },
    properties: {
      tags: ['security', 'external/cwe/cwe-502', 'machine-learning'],
      precision: 'high',
      'problem.severity': 'warning',
      'security-severity': '8.1',
    },
  })
})

test('descriptions and tags stay within what GitHub keeps', () => {
  const rule = {
    ...loadRule,
    title: 'x'.repeat(2000),
    why: 'y'.repeat(2000),
    tags: Array(15).fill('security'),
  }
  const described = runOf(reportOf({ rules: [rule] })).tool.driver.rules?.[0]
  expect(described?.shortDescription?.text).toHaveLength(1024)
  expect(described?.fullDescription?.text).toHaveLength(1024)
  expect(described?.properties?.tags).toHaveLength(9)
})

test.each([
  [undefined, 'modelgate/'],
  ['nightly', 'nightly/'],
  ['team/nightly/', 'team/nightly/'],
])('the category %j ends in a slash', (category, id) => {
  expect(runOf(reportOf(), category).automationDetails?.id).toBe(id)
})

test('a result points to its rule, whatever the order of the rules', () => {
  const run = runOf(sampleReport)
  for (const result of run.results ?? [])
    expect(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
  expect(run.results).toHaveLength(2)
})

test('a result of a rule that nobody describes is named all the same', () => {
  const [result] = runOf(reportOf({ rules: [loadRule], findings: [promotionFinding] })).results ?? []
  expect(result?.ruleId).toBe('unguarded-promotion')
  expect(result).not.toHaveProperty('ruleIndex')
})

test('a result carries its own level, severity and precision', () => {
  expect(resultOf({ ...loadFinding, level: 'note', securitySeverity: 3, precision: 'low' })).toMatchObject({
    level: 'note',
    properties: { 'security-severity': '3.0', precision: 'low' },
  })
})

test('the region is one line, so that GitHub shows the alert in a pull request', () => {
  const region = resultOf(promotionFinding).locations?.[0]?.physicalLocation?.region
  expect(region).toEqual({ startLine: 7, startColumn: 2, endColumn: 40 })
})

test('paths are percent-encoded', () => {
  const uris = runOf(hostileReport).results?.map(
    result => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  )
  expect(uris).toEqual([
    'a%20b.py',
    'c%23d%3Fe.py',
    '100%25.py',
    'mod/%E6%97%A5%E6%9C%AC%E8%AA%9E.py',
    'x%0A%3A%3Aerror%3A%3Ay.py',
    'a%3Ab.py',
    '%5Bx%5D%5Cy.py',
    '%EF%BF%BD.py',
  ])
})

test('both fingerprints are there, and equal lines of one file are told apart', () => {
  const file = { path: 'a.py', text: `${'load(x)\n'.repeat(60)}` }
  const at = (line: number): Finding => {
    const start = (line - 1) * 8
    return {
      ...loadFinding,
      steps: [],
      guards: [],
      span: { file, start, end: start + 7 },
      name: { file, start, end: start + 4 },
    }
  }
  const results = runOf(reportOf({ findings: [at(1), at(2)] })).results ?? []
  const [first, second] = results.map(result => result.partialFingerprints)
  expect(first).toEqual({
    primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{1,16}:1$/),
    'modelgate/v1': loadFinding.fingerprint,
  })
  expect(second?.primaryLocationLineHash).toBe(first?.primaryLocationLineHash?.replace(':1', ':2'))
})

test('the path is a code flow that ends at the sink', () => {
  const [origin] = loadFinding.steps
  const flow = resultOf({ ...loadFinding, steps: origin ? [origin] : [] }).codeFlows?.[0]?.threadFlows[0]
    ?.locations
  expect(flow?.map(step => step.location?.message?.text)).toEqual([
    '`path` comes from `hf_hub_download`',
    '`load` is called here',
  ])
  expect(resultOf(loadFinding).codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(2)
})

test('where there is no path there is no code flow', () => {
  expect(resultOf(promotionFinding)).not.toHaveProperty('codeFlows')
})

test('a long path keeps its beginning and its end', () => {
  const flow = resultOf({ ...loadFinding, steps: longPath }).codeFlows?.[0]?.threadFlows[0]?.locations ?? []
  const texts = flow.map(step => step.location?.message?.text)
  expect(texts).toHaveLength(100)
  expect([texts[0], texts.at(-2), texts.at(-1)]).toEqual(['step 0', 'step 299', '`load` is called here'])
})

test('every guard is linked from the message to its place', () => {
  const medium = {
    ...voidGuard,
    kind: 'evaluation' as const,
    strength: 'medium' as const,
    says: 'only its name says so.',
  }
  const { message, relatedLocations } = resultOf({ ...loadFinding, guards: [voidGuard, medium] })
  expect(message.text).toBe(
    `${loadFinding.message} The [verification check](1) does not hold: ${voidGuard.says}. The [evaluation check](2) is not enough by itself: only its name says so.`,
  )
  expect(
    relatedLocations?.map(({ id, physicalLocation }) => [id, physicalLocation?.region?.startLine]),
  ).toEqual([
    [1, 8],
    [2, 8],
  ])
})

test('a result has ten places at most', () => {
  expect(resultOf({ ...loadFinding, guards: Array(30).fill(voidGuard) }).relatedLocations).toHaveLength(9)
})

test('a fix of its own stands in the message, and that of the rule only on its page', () => {
  expect(resultOf({ ...promotionFinding, fix: 'Use an alias.' }).message.text).toMatch(/ Use an alias\.$/)
  expect(resultOf(promotionFinding).message.text).toBe(promotionFinding.message)
})

test('text of the repository cannot make a link, hide or reorder anything', () => {
  const [result] = runOf(hostileReport).results ?? []
  expect(result?.message.text).toContain('`\\[x\\](http://evil)` \\\\x1b\\[2J #\\\\#\\[error\\] \\\\.')
  expect(result?.message.text?.match(/(?<!\\)\[/g)).toHaveLength(1)
  expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations[0]?.location?.message?.text).toBe(
    '`x` comes from \\[here\\](2)\n\\\\::error::',
  )
})

test('notices are notifications of a run that succeeded', () => {
  const [invocation] = runOf(reportOf({ notices })).invocations ?? []
  expect(invocation?.executionSuccessful).toBe(true)
  expect(invocation?.toolExecutionNotifications).toEqual([
    {
      descriptor: { id: 'too-large' },
      level: 'warning',
      message: { text: notices[0]?.message },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'data/dump.py' } } }],
    },
    {
      descriptor: { id: 'syntax' },
      level: 'warning',
      message: { text: notices[1]?.message },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'src/old.py' }, region: { startLine: 7 } } },
      ],
    },
  ])
})

test('what is guarded is no result', () => {
  expect(runOf(reportOf({ guarded: [guardedPromotion] })).results).toEqual([])
})

test('what the configuration says is told as notifications on the configuration', () => {
  const [invocation] = runOf(reportOf({ policy })).invocations ?? []
  expect(invocation?.toolConfigurationNotifications).toEqual([
    { descriptor: { id: 'configured-rules' }, level: 'note', message: { text: policy[0]?.says } },
    { descriptor: { id: 'configured-ignore' }, level: 'note', message: { text: policy[1]?.says } },
  ])
  expect(runOf(reportOf()).invocations?.[0]).not.toHaveProperty('toolConfigurationNotifications')
})

test('the log holds no code of the repository', () => {
  expect(formats.sarif(sampleReport)).not.toContain('acme/churn')
})

test('the text of the log can be printed to a CI log', () => {
  const text = formats.sarif(hostileReport)
  expect(text).not.toMatch(/##\w*\[|^\s*::/m)
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
})

test('a comparison gives every result its state, and without one there is none', () => {
  const states = (report: Report) => runOf(report).results?.map(result => result.baselineState)
  expect(states(comparedReport)).toEqual(['unchanged', 'new'])
  expect(states(sampleReport)).toEqual([undefined, undefined])
})

test('what is suppressed is no result, and the run says what took it out', () => {
  const run = runOf(reportOf({ suppressed: [waivedPromotion, ignoredLoad] }))
  expect([run.results, run.properties]).toEqual([[], { suppressed: { ignore: 1, waiver: 1 } }])
  const told = run.invocations?.[0]?.toolConfigurationNotifications ?? []
  expect(told.map(({ message, level, descriptor }) => [descriptor?.id, level, message.text])).toEqual([
    ['suppressed', 'note', 'Of the findings, 1 by a comment and 1 by a waiver are not reported.'],
    [
      'suppressed',
      'note',
      '`unguarded-promotion`: A waiver (`.modelgate.yml`, line 4) of `risk-team` takes it out until 2026-12-31: until the new scorer is there.',
    ],
    [
      'suppressed',
      'note',
      '`unverified-artifact-load`: A comment in line 10 ignores it: the file is made two steps before.',
    ],
  ])
  expect(told[2]?.locations?.[0]?.physicalLocation?.region?.startLine).toBe(11)
  expect(run.invocations?.[0]?.executionSuccessful).toBe(true)
})

test('a run with nothing suppressed says nothing of it', () => {
  const run = runOf(reportOf({ findings: [loadFinding] }))
  expect([run.properties, run.invocations?.[0]?.toolConfigurationNotifications]).toEqual([
    undefined,
    undefined,
  ])
})

test('of thousands of suppressed findings the first are listed, and all are counted', () => {
  const run = runOf(reportOf({ suppressed: Array.from({ length: 3000 }, () => ignoredLoad) }))
  expect(run.properties).toEqual({ suppressed: { ignore: 3000, waiver: 0 } })
  expect(run.invocations?.[0]?.toolConfigurationNotifications).toHaveLength(101)
})

test('a finding that a baseline knows is a result that says so', () => {
  const [known, added] =
    runOf(reportOf({ findings: [{ ...promotionFinding, state: 'existing' }, loadFinding] })).results ?? []
  expect([known?.properties?.state, added?.properties?.state]).toEqual(['existing', undefined])
})
