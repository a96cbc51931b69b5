import { baselineText, parseBaseline } from '../../src/policy/baseline'
import { settle } from '../../src/policy/exceptions'
import { type Configuration, defaultConfiguration, type Waiver } from '../../src/policy/settings'
import { judge } from '../../src/policy/verdict'
import type { Finding } from '../../src/program'
import { loadFinding, loadRule, promotionFinding, promotionRule } from '../support/reports'
import { load, move, placesOf, promotion, settleSources, toldOf } from './settled'

const prelude = 'from mlflow import MlflowClient\n'
const rules = [promotionRule, loadRule]
const findings: readonly Finding[] = [promotionFinding, loadFinding]
const given = (changes: Partial<Configuration>, some = findings, whole = true) =>
  settle(
    { findings: some, remarks: [], rules, whole },
    { ...defaultConfiguration, file: '.modelgate.yml', ...changes },
  )

const waiver: Waiver = {
  rule: load,
  path: 'src/**',
  fingerprint: null,
  reason: 'goes away',
  owner: 'risk-team',
  expires: '2026-12-31',
  line: 4,
}

describe('a waiver', () => {
  test.each([
    ['2026-01-01', 1],
    ['2026-12-30', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 0],
    ['2030-01-01', 0],
  ])('on %s takes %i finding out: it holds to the end of its last day', (today, count) => {
    const settled = given({ waivers: [waiver], today })
    expect([settled.suppressed.length, settled.findings.length, settled.expired]).toEqual([
      count,
      2 - count,
      1 - count,
    ])
  })

  test('that holds is told with its finding', () => {
    const { suppressed, notices } = given({ waivers: [waiver], today: '2026-06-01' })
    const { reason, owner, expires, line } = waiver
    expect(suppressed).toEqual([
      {
        ...loadFinding,
        suppressed: { kind: 'waiver', reason, owner, expires, path: '.modelgate.yml', line },
      },
    ])
    expect(notices).toEqual([])
  })

  test('that has ended fails the run whatever level fails it, and says when it ended', () => {
    const settled = given({ waivers: [waiver], today: '2027-01-01' })
    expect(toldOf(settled)).toEqual([
      '.modelgate.yml:4 The waiver of `unverified-artifact-load` for `src/**` ended on 2026-12-31, so its finding counts again and the gate fails; put it right, or let `risk-team` decide anew.',
    ])
    for (const failOn of ['error', 'never'] as const)
      expect(
        judge([{ ...loadFinding, level: 'note' }], failOn, {
          bars: new Map(),
          paths: [],
          expired: settled.expired,
        }),
      ).toMatchObject({ failed: true, blocking: 0, expired: 1 })
  })

  test('that has ended fails nothing once its finding is gone, and is told to be unused', () => {
    const settled = given({ waivers: [waiver], today: '2027-01-01' }, [promotionFinding])
    expect(settled.expired).toBe(0)
    expect(toldOf(settled)).toEqual([
      '.modelgate.yml:4 No finding is waived by the waiver of `unverified-artifact-load` for `src/**`; remove it.',
    ])
  })

  test('that has ended does not count where another one holds', () => {
    const settled = given({ waivers: [waiver, { ...waiver, expires: '2030-01-01' }], today: '2027-01-01' })
    expect([settled.expired, settled.suppressed.length, toldOf(settled)]).toEqual([0, 1, []])
  })

  test('counts for nothing where no day is known, and that is no failure by itself', () => {
    const settled = given({ waivers: [waiver], today: null })
    expect([settled.suppressed.length, settled.findings.length, settled.expired]).toEqual([0, 2, 0])
    expect(toldOf(settled)).toEqual([
      '.modelgate.yml:0 There is no commit whose date the waivers could be compared with, so none of them counts; write `--today YYYY-MM-DD`.',
    ])
  })

  test.each([
    [{ rule: promotion }, 0],
    [{ rule: '*' }, 1],
    [{ path: 'src/*' }, 0],
    [{ path: 'src/serve/app.py' }, 1],
    [{ path: 'src/serve' }, 0],
    [{ path: '**/*.py' }, 1],
    [{ fingerprint: loadFinding.fingerprint }, 1],
    [{ fingerprint: promotionFinding.fingerprint }, 0],
  ])('with %j takes %i finding out', (changes, count) => {
    const { suppressed } = given({ waivers: [{ ...waiver, ...changes }], today: '2026-06-01' })
    expect(suppressed.length).toBe(count)
  })

  test('that has ended for several findings counts them', () => {
    const settled = given({ waivers: [waiver], today: '2027-01-01' }, [loadFinding, loadFinding])
    expect(settled.expired).toBe(2)
    expect(settled.notices).toEqual([
      expect.objectContaining({
        kind: 'exception',
        message: expect.stringContaining('so its 2 findings count'),
      }),
    ])
  })

  test('that nobody wrote tells nothing', () => {
    expect(given({})).toMatchObject({ suppressed: [], notices: [] })
  })

  test('that nothing needs is no news where only a part was scanned', () => {
    const none = given({ waivers: [waiver], today: '2026-06-01' }, [promotionFinding], false)
    expect(none.notices).toEqual([])
  })
})

describe('a baseline', () => {
  const text = baselineText(findings)
  const baseline = parseBaseline(text, 'known.json')

  test('is the same whatever the order, each finding once, sorted by path', () => {
    expect(baselineText([loadFinding, promotionFinding, loadFinding])).toBe(text)
    expect(JSON.parse(text)).toEqual({
      version: 1,
      findings: [
        { rule: promotion, path: 'pipelines/promote.py', fingerprint: promotionFinding.fingerprint },
        { rule: load, path: 'src/serve/app.py', fingerprint: loadFinding.fingerprint },
      ],
    })
  })

  test('is sorted by rule and fingerprint where the path is the same', () => {
    const made = (rule: string, fingerprint: string) => ({ ...loadFinding, rule, fingerprint })
    const some = [made('b', 'ee'), made('a', 'ff'), made('b', 'dd')]
    const sorted = ['a ff', 'b dd', 'b ee']
    for (const findings of [some, some.toReversed()])
      expect(
        parseBaseline(baselineText(findings), 'b').entries.map(one => `${one.rule} ${one.fingerprint}`),
      ).toEqual(sorted)
  })

  test('marks what it names as existing, which fails nothing', () => {
    const added: Finding = { ...loadFinding, fingerprint: 'ab12' }
    const settled = given({ baseline }, [...findings, added])
    expect(settled.findings.map(({ state }) => state)).toEqual(['existing', 'existing', undefined])
    expect(judge(settled.findings, 'note')).toMatchObject({ failed: true, blocking: 1 })
    expect(judge(given({ baseline }).findings, 'note')).toMatchObject({ failed: false, blocking: 0 })
  })

  test('knows a finding whose file has moved, and none of another rule', () => {
    const file = { ...loadFinding.name.file, path: 'moved.py' }
    const moved = { ...loadFinding, name: { ...loadFinding.name, file } }
    const other = { ...loadFinding, rule: promotion }
    expect(given({ baseline }, [moved, other]).findings.map(({ state }) => state)).toEqual([
      'existing',
      undefined,
    ])
  })

  test.each([
    [
      [],
      true,
      [
        'known.json:0 2 entries name no finding any more; write it anew with `modelgate baseline -o known.json`.',
      ],
    ],
    [
      [loadFinding],
      true,
      [
        'known.json:0 1 entry names no finding any more; write it anew with `modelgate baseline -o known.json`.',
      ],
    ],
    [findings, true, []],
    [[], false, []],
  ])('with entries that name nothing any more says how to refresh it', (some, whole, told) => {
    const settled = given({ baseline }, [...some], whole)
    expect(toldOf(settled)).toEqual(told)
    expect(settled.notices.map(({ kind }) => kind)).toEqual(told.map(() => 'exception'))
  })

  test('is not out of date for what a waiver takes out', () => {
    const settled = given({ baseline, waivers: [waiver], today: '2026-06-01' })
    expect([settled.suppressed.length, toldOf(settled)]).toEqual([1, []])
  })

  test('does not save a finding whose waiver has ended', () => {
    expect(given({ baseline, waivers: [waiver], today: '2027-01-01' }).expired).toBe(1)
  })

  const anew = 'write it anew with `modelgate baseline -o known.json`'
  test.each([
    ['', 'this is no baseline'],
    ['{', 'this is no baseline'],
    ['[]', 'this is no baseline'],
    ['{"findings": []}', 'this is no baseline, since it has no version'],
    ['{"version": 2, "findings": []}', 'its version is 2, and this program reads version 1'],
    ['{"version": 1}', 'its `findings` are no list'],
    ['{"version": 1, "findings": {}}', 'its `findings` are no list'],
    ['7', 'this is no baseline'],
    ['"a"', 'this is no baseline'],
    ['null', 'this is no baseline'],
    ['{"version": 1, "findings": [7]}', 'entry 1 has no `rule`, `path` and `fingerprint` in text'],
    [
      '{"version": 1, "findings": [{"rule": "a", "path": "b"}]}',
      'entry 1 has no `rule`, `path` and `fingerprint` in text',
    ],
    [
      '{"version": 1, "findings": [{"rule": "a", "path": "b", "fingerprint": "ab12"}, {"rule": "a", "path": "b", "fingerprint": "x"}]}',
      'entry 2 has no `rule`, `path` and `fingerprint` in text',
    ],
    [`${'['.repeat(100000)}`, 'this is no baseline'],
  ])('that is broken (%j) is one line with the remedy', (broken, says) => {
    expect(() => parseBaseline(broken, 'known.json')).toThrow(`known.json: ${says}; ${anew}`)
  })

  test.each([
    'null',
    '{"rule": 7, "path": "b", "fingerprint": "ab"}',
    '{"rule": "a", "path": 7, "fingerprint": "ab"}',
    '{"rule": "a", "path": "b", "fingerprint": 12}',
    '{"rule": "", "path": "b", "fingerprint": "ab"}',
    '{"rule": "a", "path": "b", "fingerprint": "xab"}',
    '{"rule": "a", "path": "b", "fingerprint": "abx"}',
  ])('with %s among its entries is broken', entry => {
    expect(() => parseBaseline(`{"version": 1, "findings": [${entry}]}`, 'known.json')).toThrow(
      `known.json: entry 1 has no \`rule\`, \`path\` and \`fingerprint\` in text; ${anew}`,
    )
  })
})

describe('levels by path', () => {
  const paths = [
    { paths: ['src/**'], rules: new Map([[load, 'note'] as const]), failOn: null },
    {
      paths: ['src/serve/**', 'jobs/**'],
      rules: new Map([[load, 'off'] as const]),
      failOn: 'never' as const,
    },
  ]

  test('of several entries that fit the last one decides', () => {
    expect(given({ paths: paths.slice(0, 1) }).findings.map(({ level }) => level)).toEqual([
      'warning',
      'note',
    ])
    expect(given({ paths }).findings).toEqual([promotionFinding])
    expect(given({ paths: paths.toReversed() }).findings.map(({ level }) => level)).toEqual([
      'warning',
      'note',
    ])
  })

  test('outrank the level of the rule, and leave other paths alone', () => {
    const wanted = { rules: new Map([[load, 'warning'] as const]), paths: paths.slice(0, 1) }
    const elsewhere = { ...loadFinding, name: promotionFinding.name }
    expect(given(wanted, [loadFinding, elsewhere]).findings.map(({ level }) => level)).toEqual([
      'note',
      'warning',
    ])
  })
})

test('a comment goes before a waiver, so that the waiver is told to be unused', async () => {
  const text = `waivers: [{ rule: ${promotion}, path: a.py, reason: a, owner: b, expires: 2026-12-31 }]\n`
  const source = { 'a.py': `${prelude}${move}  # modelgate: ignore[${promotion}] by hand` }
  const settled = await settleSources(source, { text, today: '2026-06-01' })
  expect(settled.suppressed.map(({ suppressed }) => suppressed.kind)).toEqual(['ignore'])
  expect(toldOf(settled)).toEqual([expect.stringMatching(/^\.modelgate\.yml:1 No finding is waived by /)])
})

test('what is suppressed is in the order of paths and places, whatever took it out', async () => {
  const text = `waivers: [{ rule: ${promotion}, path: b.py, reason: a, owner: b, expires: 2026-12-31 }]\n`
  const source = (comment: string) => `${prelude}${move}${comment}\n`
  const settled = await settleSources(
    {
      'c.py': source(`  # modelgate: ignore[${promotion}] by hand`),
      'b.py': source(''),
      'a.py': source(`  # modelgate: ignore[${promotion}] by hand`),
    },
    { text, today: '2026-06-01' },
  )
  expect(placesOf(settled.suppressed)).toEqual(['a.py:2', 'b.py:2', 'c.py:2'])
})
