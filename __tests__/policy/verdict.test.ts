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
