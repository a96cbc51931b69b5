import { severities, severityOf } from '../../src/reporters/severity'
import { blocks, firstOf, mostSevereFirst } from '../../src/reporters/standing'
import { judgedAt } from '../support/many'
import { ignoredLoad, loadFinding } from '../support/reports'

const at = (level: 'error' | 'warning' | 'note', securitySeverity = 5) => ({
  ...loadFinding,
  level,
  securitySeverity,
})
const { suppressed } = ignoredLoad

test('the most severe finding comes first, and the order of equals stays', () => {
  const [note, mild, severe, first, second] = [
    at('note', 9),
    at('warning', 4),
    at('warning', 6),
    at('error'),
    at('error'),
  ]
  expect(mostSevereFirst([note, mild, severe, first, second])).toEqual([first, second, severe, mild, note])
})

test('what was there before comes behind what is new', () => {
  const [old, fresh] = [
    { ...at('error'), state: 'existing' as const },
    { ...at('note'), state: 'new' as const },
  ]
  expect(mostSevereFirst([old, fresh])).toEqual([fresh, old])
})

test.each([
  ['error', 'error', true],
  ['warning', 'error', false],
  ['warning', 'note', true],
  ['note', 'note', true],
  ['error', 'never', false],
] as const)('a finding at level %s with a bar at %s: it blocks, %s', (level, failOn, expected) => {
  expect(blocks(at(level), judgedAt(failOn, []))).toBe(expected)
})

test.each([{ state: 'existing' as const }, { suppressed }])('a finding with %j blocks nothing', parts => {
  expect(blocks({ ...at('error'), ...parts }, judgedAt('note', []))).toBe(false)
})

test('a new finding blocks', () => {
  expect(blocks({ ...at('error'), state: 'new' }, judgedAt('error', []))).toBe(true)
})

test('where rules and paths have bars of their own, the report knows what blocks', () => {
  const report = { ...judgedAt('never', []), blocking: new Set([loadFinding.fingerprint]) }
  expect(blocks(at('note'), report)).toBe(true)
  expect(
    blocks({ ...at('error'), fingerprint: 'ff' }, { ...judgedAt('note', []), blocking: new Set() }),
  ).toBe(false)
})

test('what has no room is counted', () => {
  expect(firstOf([1, 2, 3], 2)).toEqual({ shown: [1, 2], left: 1 })
  expect(firstOf([1, 2], 2)).toEqual({ shown: [1, 2], left: 0 })
})

test('an error is critical from a security severity of 9 on, and nothing milder ever is', () => {
  expect(severityOf(at('error', 9.1))).toBe(severities.critical)
  expect(severityOf(at('error', 8.9))).toBe(severities.error)
  expect(severityOf(at('warning', 9.8))).toBe(severities.warning)
})

test('every consumer knows an order of severities, and no level is milder than a lower one', () => {
  const orders = {
    gitlab: ['Critical', 'High', 'Medium', 'Low', 'Info'],
    codeQuality: ['blocker', 'critical', 'major', 'minor', 'info'],
    bitbucket: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'],
    azure: ['error', 'warning', null],
  } as const
  const rows = [severities.critical, severities.error, severities.warning, severities.note]
  for (const consumer of ['gitlab', 'codeQuality', 'bitbucket', 'azure'] as const) {
    const order: readonly (string | null)[] = orders[consumer]
    const places = rows.map(row => order.indexOf(row[consumer]))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  }
})
