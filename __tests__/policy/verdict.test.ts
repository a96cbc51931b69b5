import { judge, reaches, withLevels } from '../../src/policy/verdict'
import type { Finding, Level } from '../../src/program'

const file = { path: 'release.py', text: 'promote()\n' }
const span = { file, start: 0, end: 9 }

function finding(rule: string, level: Level): Finding {
  return {
    rule,
    level,
    securitySeverity: 7,
    precision: 'high',
    message: '`promote` moves a model to production.',
    fix: 'Compare it with the champion first.',
    span,
    name: span,
    within: 'module',
    steps: [],
    guards: [],
    also: [],
    fingerprint: 'ab12',
  }
}

const rules = [
  { id: 'promotion', level: 'error' },
  { id: 'load', level: 'warning' },
] as const

const levelsWith = (wanted: Record<string, Level | 'off'>, findings: readonly Finding[]) =>
  withLevels(findings, rules, new Map(Object.entries(wanted))).map(found => `${found.rule} ${found.level}`)

test('findings of a rule that is off are gone, and those of others stay', () => {
  const found = [finding('promotion', 'error'), finding('load', 'warning')]
  expect(levelsWith({ promotion: 'off' }, found)).toEqual(['load warning'])
})

test('a rule that nobody configured keeps the level of each finding', () => {
  expect(levelsWith({ load: 'note' }, [finding('promotion', 'note')])).toEqual(['promotion note'])
})

test('a lowered rule lowers every finding that was above', () => {
  const found = [finding('promotion', 'error'), finding('promotion', 'warning'), finding('promotion', 'note')]
  expect(levelsWith({ promotion: 'warning' }, found)).toEqual([
    'promotion warning',
    'promotion warning',
    'promotion note',
  ])
})

test('a raised rule raises its usual findings, and those with milder evidence stay mild', () => {
  const found = [finding('load', 'warning'), finding('load', 'note')]
  expect(levelsWith({ load: 'error' }, found)).toEqual(['load error', 'load note'])
})

test('naming the level that a rule already has changes nothing', () => {
  const found = [finding('promotion', 'error'), finding('promotion', 'note')]
  expect(levelsWith({ promotion: 'error' }, found)).toEqual(['promotion error', 'promotion note'])
})

test.each([
  ['error', 1],
  ['warning', 2],
  ['note', 3],
] as const)('at fail-on %s, %i of three findings block', (failOn, blocking) => {
  const found = [finding('a', 'error'), finding('a', 'warning'), finding('a', 'note')]
  expect(judge(found, failOn)).toEqual({ failOn, failed: true, blocking })
})

test('findings below the bar do not fail the run', () => {
  expect(judge([finding('a', 'note')], 'warning')).toEqual({ failOn: 'warning', failed: false, blocking: 0 })
})

test('nothing blocks at fail-on never', () => {
  expect(judge([finding('a', 'error')], 'never')).toEqual({ failOn: 'never', failed: false, blocking: 0 })
})

test('a level reaches itself and all milder ones', () => {
  expect([reaches('error', 'note'), reaches('note', 'note'), reaches('note', 'error')]).toEqual([
    true,
    true,
    false,
  ])
})

test('findings that were there before, or that are suppressed, block nothing', () => {
  const suppressed = {
    kind: 'ignore',
    reason: 'by hand',
    owner: null,
    expires: null,
    path: 'a.py',
    line: 1,
  } as const
  const found: Finding[] = [
    { ...finding('a', 'error'), state: 'existing' },
    { ...finding('a', 'error'), suppressed },
    { ...finding('a', 'error'), state: 'new' },
  ]
  expect(judge(found, 'error')).toEqual({ failOn: 'error', failed: true, blocking: 1 })
  expect(judge(found.slice(0, 2), 'error')).toMatchObject({ failed: false, blocking: 0 })
})

const at = (path: string) => ({ paths: [path], rules: new Map(), failOn: 'never' as const })
const only = { paths: ['release.py'], rules: new Map([['b', 'off'] as const]), failOn: null }

test.each([
  ['the level of all', new Map(), [], 1],
  ['a level of its rule', new Map([['a', 'warning'] as const]), [], 2],
  ['a level of its rule that fails nothing', new Map([['a', 'never'] as const]), [], 0],
  ['a level of its path', new Map([['a', 'warning'] as const]), [at('release.py')], 0],
  ['the last level of its path', new Map(), [at('release.py'), only], 0],
  ['a level of another path', new Map([['a', 'warning'] as const]), [at('other.py')], 2],
])('%s decides what blocks', (_, bars, paths, blocking) => {
  const found = [finding('a', 'error'), finding('a', 'warning')]
  expect(judge(found, 'error', { bars, paths, expired: 0 })).toMatchObject({ blocking })
})

test('where nothing fails a run a rule still may', () => {
  const bars = new Map([['a', 'warning'] as const])
  expect(
    judge([finding('a', 'error'), finding('b', 'error')], 'never', { bars, paths: [], expired: 0 }),
  ).toEqual({
    failOn: 'never',
    failed: true,
    blocking: 1,
    varied: true,
  })
})

test.each([
  ['the level of a path', [at('other.py')], true],
  ['the rules of a path', [only], undefined],
])('whether %s varies what fails a run is told', (_, paths, varied) => {
  expect(judge([], 'error', { bars: new Map(), paths, expired: 0 }).varied).toBe(varied)
})
