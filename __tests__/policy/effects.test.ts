import { effectsOf } from '../../src/policy/effects'
import { type Configuration, defaultConfiguration } from '../../src/policy/settings'
import { apart } from '../../src/program'
import { loadFinding, promotionFinding } from '../support/reports'

const nothingIgnored = { folders: 0, files: 0 }
const found = { findings: [promotionFinding, loadFinding, loadFinding], ignored: nothingIgnored }
const said = (changes: Partial<Configuration>, leftOut = found) =>
  effectsOf({ ...defaultConfiguration, file: '.modelgate.yml', ...changes }, leftOut)

test('a project that says nothing leaves nothing out', () => {
  expect(effectsOf(defaultConfiguration, found)).toEqual([])
  expect(said({})).toEqual([])
})

test('a rule that is off leaves the number of its findings behind', () => {
  const rules = new Map([
    ['unverified-artifact-load', 'off'],
    ['unguarded-promotion', 'note'],
    ['unsafe-load-option', 'off'],
  ] as const)
  expect(said({ rules })).toEqual([
    {
      setting: 'rules',
      count: 2,
      says: '`unverified-artifact-load` is off in `.modelgate.yml`: 2 findings are not reported.',
    },
    { setting: 'rules', count: 0, says: '`unsafe-load-option` is off in `.modelgate.yml`.' },
  ])
})

test('what another rule reports as well is not lost', () => {
  const findings = [{ ...promotionFinding, also: apart({ ...loadFinding, rule: 'unguarded-deployment' }) }]
  const countWith = (off: readonly string[]) =>
    said({ rules: new Map(off.map(id => [id, 'off'])) }, { ...found, findings }).map(({ count }) => count)
  expect(countWith(['unguarded-promotion'])).toEqual([0])
  expect(countWith(['unguarded-promotion', 'unguarded-deployment'])).toEqual([1, 0])
})

test.each([
  [{ folders: 1, files: 0 }, 1, '1 folder'],
  [{ folders: 0, files: 2 }, 2, '2 files'],
  [{ folders: 2, files: 1 }, 3, '2 folders and 1 file'],
])('patterns that skip %j are told', (ignored, count, what) => {
  expect(said({}, { findings: [], ignored })).toEqual([
    { setting: 'ignore', count, says: `\`ignore\` in \`.modelgate.yml\` skips ${what}.` },
  ])
})

test('the word of the project is told for what it is', () => {
  const { own } = defaultConfiguration
  const guard = {
    call: ['acme.release.require_signoff'],
    parameters: [],
    kind: 'approval',
    strength: 'strong',
    holds: 'no-exception',
    says: 'asks',
  } as const
  const effects = said({
    own: {
      ...own,
      guards: [{ ...guard, call: [...guard.call], parameters: [] }],
      words: { production: ['blue'], other: ['live', 'stable'] },
      metrics: { higher: ['ks_stat'], lower: ['drift'] },
    },
  })
  expect(effects.map(({ says }) => says)).toEqual([
    '`words` in `.modelgate.yml` names `live` and `stable`: such targets do not serve users.',
    '`metrics` in `.modelgate.yml` names `ks_stat` and `drift`.',
    '`guards` in `.modelgate.yml` names `acme.release.require_signoff`: what passes there counts as checked.',
  ])
})

test('a long list is counted, not told', () => {
  const other = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const [effect] = said({ own: { ...defaultConfiguration.own, words: { production: [], other } } })
  expect(effect?.says).toBe(
    '`words` in `.modelgate.yml` names `a`, `b`, `c`, `d`, `e` and 2 more: such targets do not serve users.',
  )
})

test('a rule that is off below some paths leaves the number of its findings behind', () => {
  const paths = [
    { paths: ['src/**'], rules: new Map([['unverified-artifact-load', 'off'] as const]), failOn: null },
  ]
  expect(said({ paths })).toEqual([
    {
      setting: 'paths',
      count: 2,
      says: '`paths` in `.modelgate.yml` switches rules off in places: 2 findings are not reported.',
    },
  ])
  expect(said({ paths: paths.map(path => ({ ...path, paths: ['jobs/**'] })) })).toEqual([])
})

test('what the project vouches for, requires, waives and knows is told', () => {
  const { own } = defaultConfiguration
  const waiver = {
    rule: 'a',
    path: 'b',
    fingerprint: null,
    reason: 'c',
    owner: 'd',
    expires: '2026-12-31',
    line: 1,
  }
  const entries = [{ rule: 'a', path: 'b', fingerprint: 'ab12' }]
  const effects = said({
    own: { ...own, trusted: { environments: ['production'], guards: [] }, require: ['approval'] },
    waivers: [waiver, waiver],
    baseline: { file: 'known.json', entries },
  })
  expect(effects.map(({ setting, says }) => [setting, says])).toEqual([
    [
      'trusted-environments',
      '`trusted-environments` in `.modelgate.yml` names `production`: a job that names one counts as approved.',
    ],
    ['promotion', '`promotion` in `.modelgate.yml` names `approval`: nothing else makes a promotion silent.'],
    ['waivers', '`.modelgate.yml` holds 2 waivers.'],
    ['baseline', 'The baseline `known.json` names 1 finding, which fails no run.'],
  ])
  expect(
    effectsOf({ ...defaultConfiguration, baseline: { file: 'known.json', entries } }, found),
  ).toHaveLength(1)
})

describe('one of a kind is told as one', () => {
  const alone = { ...found, findings: [loadFinding] }
  const entry = { rule: 'a', path: 'b', fingerprint: 'ab12' }
  const saysOf = (changes: Partial<Configuration>) => said(changes, alone).map(({ says }) => says)
  const off = new Map([['unverified-artifact-load', 'off'] as const])

  test.each<[string, Partial<Configuration>, string]>([
    [
      'a rule that is off',
      { rules: off },
      '`unverified-artifact-load` is off in `.modelgate.yml`: 1 finding is not reported.',
    ],
    [
      'a rule that is off below a path',
      { paths: [{ paths: ['**'], rules: off, failOn: null }] },
      '`paths` in `.modelgate.yml` switches rules off in places: 1 finding is not reported.',
    ],
    [
      'and two known findings as two',
      { baseline: { file: 'known.json', entries: [entry, { ...entry, fingerprint: 'cd34' }] } },
      'The baseline `known.json` names 2 findings, which fail no run.',
    ],
    [
      'and five names as five',
      {
        own: {
          ...defaultConfiguration.own,
          words: { production: [], other: ['a', 'b', 'c', 'd', 'e'] },
        },
      },
      '`words` in `.modelgate.yml` names `a`, `b`, `c`, `d` and `e`: such targets do not serve users.',
    ],
  ])('%s', (_, changes, says) => {
    expect(saysOf(changes)).toEqual([says])
  })
})
