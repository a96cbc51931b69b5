import { compare, type Found } from '../../src/policy/additions'
import { earlyIgnores, earlyNotices } from '../../src/policy/early'
import { hasBounds, weakened } from '../../src/policy/weakened'
import {
  apart,
  type Bound,
  type Finding,
  type GuardedSite,
  type GuardVerdict,
  type Keyed,
  type Level,
  type SuppressedFinding,
} from '../../src/program'
import { promotionFinding, promotionRule, spanOf } from '../support/reports'

const text = `move(a)\nmove(b)\n  if auc < 0.9: stop()\nif rmse > 2: stop()\nask(\`y\`, ${'x'.repeat(90)})\nask(${'y'.repeat(75)})\n`
const fileAt = (path: string) => ({ path, text })

type Parts = Partial<Keyed<Finding>> & { readonly path?: string; readonly call?: string }
function finding({ path = 'm.py', ...parts }: Parts = {}): Keyed<Finding> {
  const span = spanOf(fileAt(path), 'move')
  return {
    ...promotionFinding,
    level: 'error',
    message: 'It moves.',
    span,
    name: span,
    within: 'f',
    key: 'k',
    call: 'c',
    ...parts,
  }
}

function guard(written: string, parts: Partial<GuardVerdict> = {}): GuardVerdict {
  return {
    kind: 'evaluation',
    strength: 'strong',
    span: spanOf(fileAt('m.py'), written),
    says: 'asks',
    ...parts,
  }
}

type SiteParts = Partial<Keyed<GuardedSite>> & { readonly path?: string }
function site(
  guards: readonly GuardVerdict[],
  { path = 'm.py', ...parts }: SiteParts = {},
): Keyed<GuardedSite> {
  const { rule, span, name, within } = finding({ path })
  return { rule, message: 'It moves.', span, name, within, guards, key: 'k', call: 'c', ...parts }
}

const found = (findings: readonly Keyed<Finding>[], guarded: readonly Keyed<GuardedSite>[] = []): Found => ({
  findings,
  guarded,
})
const additions = (head: Found, base: Found) => compare(head, base, [promotionRule], new Map())
const statesOf = (head: readonly Keyed<Finding>[], base: readonly Keyed<Finding>[]) =>
  additions(found(head), found(base)).map(({ finding: one, state }) => `${one.name.file.path} ${state}`)
const second = { name: spanOf(fileAt('m.py'), 'move', 'a)\n') }

describe('a finding and those of the base', () => {
  const other = 'full-traffic-cutover'
  test.each<[string, Parts[], Parts[], string[]]>([
    ['the same', [{}], [{}], ['m.py unchanged']],
    ['one in another file', [{ path: 'z.py' }], [{}], ['z.py updated']],
    ['a worse one', [{ level: 'note' }], [{ level: 'error' }], ['m.py updated']],
    ['a milder one', [{ level: 'error' }], [{ level: 'warning' }], ['m.py new']],
    ['one of another key', [{ key: 'l' }], [{}], ['m.py new']],
    [
      'one that told another rule besides',
      [{}],
      [{ key: 'l', rule: other, also: apart(finding({ rule: 'b' })) }],
      ['m.py new'],
    ],
    [
      'one that told it besides, and milder',
      [{}],
      [{ key: 'l', rule: other, also: apart(finding({ level: 'note' })) }],
      ['m.py new'],
    ],
    [
      'one that told it besides, among others',
      [{}],
      [{ key: 'l', rule: other, also: [...apart(finding({ rule: 'b' })), ...apart(finding())] }],
      ['m.py updated'],
    ],
    ['the same, and another beside it', [{}, { path: 'a.py' }], [{}], ['a.py new', 'm.py unchanged']],
    [
      'the same in two files',
      [{ path: 'z.py' }, { path: 'a.py' }],
      [{ path: 'a.py' }, { path: 'z.py' }],
      ['a.py unchanged', 'z.py unchanged'],
    ],
    [
      'a milder one here and one as severe elsewhere',
      [{}],
      [{ level: 'note' }, { path: 'z.py' }],
      ['m.py updated'],
    ],
    [
      'the level that fits best of two',
      [{ level: 'note' }, { level: 'error' }],
      [{ level: 'error' }, { level: 'note' }],
      ['m.py unchanged', 'm.py unchanged'],
    ],
    ['one that told it besides', [{}], [{ key: 'l', rule: other, also: apart(finding()) }], ['m.py updated']],
    [
      'one that told it besides, for two of them',
      [{}, second],
      [{ key: 'l', rule: other, also: apart(finding()) }],
      ['m.py updated', 'm.py new'],
    ],
    [
      'one that told it besides and stands for another already',
      [{ key: 'l', rule: other, also: [] }, second],
      [{ key: 'l', rule: other, also: apart(finding()) }],
      ['m.py unchanged', 'm.py new'],
    ],
  ])('%s', (_, head, base, states) => {
    expect(statesOf(head.map(finding), base.map(finding))).toEqual(states)
  })

  test('are in the order of files, places and rules', () => {
    const all = [finding({ path: 'z.py' }), finding(second), finding({ rule: 'b' }), finding({ rule: 'a' })]
    const told = additions(found(all), found([])).map(
      ({ finding: { name, rule } }) => `${name.file.path}:${name.start} ${rule}`,
    )
    expect(told).toEqual(['m.py:0 a', 'm.py:0 b', 'm.py:8 unguarded-promotion', 'z.py:0 unguarded-promotion'])
  })

  test('one that a comment takes out stands for its own on the base', () => {
    const head = { ...found([finding({ path: 'a.py' })]), aside: [finding()] }
    expect(additions(head, found([finding()])).map(({ state }) => state)).toEqual(['new'])
  })
})

describe('what stood in front of it on the base', () => {
  const [auc, rmse, ask] = ['if auc < 0.9: stop()', 'if rmse > 2: stop()', 'ask(']
  const says = (
    head: Parts,
    guarded: readonly Keyed<GuardedSite>[],
    still: readonly Keyed<GuardedSite>[] = [],
  ) => additions(found([finding(head)], still), found([], guarded)).at(0)?.finding.message
  const one = [guard(auc)]

  test.each<[string, Parts, SiteParts, boolean]>([
    ['of the same key', {}, {}, true],
    ['of the same call', { key: 'l' }, {}, true],
    ['in the same unit', { key: 'l', call: 'd' }, {}, true],
    ['in the same unit, as another rule tells it', { key: 'l', call: 'd', rule: 'b' }, {}, true],
    ['in another unit', { key: 'l', call: 'd', within: 'g' }, {}, false],
    ['in another file', { key: 'l', call: 'd' }, { path: 'z.py' }, false],
  ])('a site %s', (_, head, before, is) => {
    const said = ' On the base, `if auc < 0.9: stop()` (`m.py:3`) stood in front of it.'
    expect(says(head, [site(one, before)])).toBe(`It moves.${is ? said : ''}`)
  })

  test('the nearest site speaks', () => {
    const near = (parts: SiteParts, written: string) => site([guard(written)], parts)
    const sites = [
      near({ key: '1', call: '1', rule: 'b' }, auc),
      near({ key: '2', call: '2' }, rmse),
      near({ key: '3', call: 'c', within: 'g' }, ask),
    ]
    expect(says({}, [...sites, near({ call: '4', within: 'g' }, rmse)])).toContain('`if rmse')
    expect(says({ key: 'l' }, sites)).toContain('`ask(')
    expect(says({ key: 'l', call: 'd' }, sites)).toContain('`if rmse')
    expect(says({ key: 'l', call: 'd', rule: 'x' }, sites)).toContain('`if auc')
  })

  test('two at most are told, in short, without ticks in ticks, and none that was void', () => {
    const guards = [guard(auc, { strength: 'void' }), guard(ask), guard(rmse), guard(auc)]
    expect(says({}, [site(guards)])).toBe(
      `It moves. On the base, \`ask('y', ${'x'.repeat(71)}…\` (\`m.py:5\`) stood in front of it, and \`if rmse > 2: stop()\` (\`m.py:4\`) stood in front of it.`,
    )
  })

  test('a line of eighty characters is told in full, and a path without ticks in ticks', () => {
    const span = spanOf(fileAt('a`b.py'), 'ask(y')
    expect(says({}, [site([guard(auc, { span })])])).toBe(
      `It moves. On the base, \`ask(${'y'.repeat(75)})\` (\`a'b.py:6\`) stood in front of it.`,
    )
  })

  test('the rest of the file may have changed', () => {
    const file = { path: 'm.py', text: `import a\n${text}` }
    const name = spanOf(file, 'move')
    expect(says({ key: 'l', call: 'd', name }, [site(one)])).toContain('On the base')
    expect(says({ key: 'l', call: 'd', name: spanOf(file, 'stop') }, [site(one)])).toBe('It moves.')
  })

  test('what still proves as much is not told', () => {
    expect(says({ guards: one }, [site(one)])).toBe('It moves.')
    for (const change of [{ strength: 'weak' }, { kind: 'approval' }] as const)
      expect(says({ guards: [guard(auc, change)] }, [site(one)])).toContain('On the base')
    expect(says({ guards: [guard(rmse)] }, [site(one)])).toContain('On the base')
  })

  test('a site that is guarded still is not the one', () => {
    expect(says({ key: 'l' }, [site(one)], [site(one)])).toBe('It moves.')
    expect(says({ key: 'l' }, [site(one), site(one)], [site(one)])).toContain('On the base')
  })

  test('a level that was lower is told behind it', () => {
    const [told] = additions(
      found([finding()]),
      found([finding({ level: 'note', guards: [guard(rmse, { strength: 'weak' })] })]),
    )
    expect(told?.finding.message).toBe(
      'It moves. On the base, `if rmse > 2: stop()` (`m.py:4`) stood in front of it, and it was a note.',
    )
  })
})

describe('a threshold', () => {
  const bound = (value: number, parts: Partial<Bound> = {}): GuardVerdict =>
    guard('if auc < 0.9: stop()', { bound: { metric: 'auc', value, better: 'higher', ...parts } })
  const lower = { better: 'lower' } as const
  const loosened = (now: readonly GuardVerdict[], before: readonly GuardVerdict[], rules = [promotionRule]) =>
    weakened(found([], [site(now)]), found([], [site(before)]), rules)

  test.each<[string, readonly GuardVerdict[], readonly GuardVerdict[], number]>([
    ['that is lower', [bound(0.6)], [bound(0.9)], 1],
    ['that is the same', [bound(0.9)], [bound(0.9)], 0],
    ['that is higher', [bound(0.9)], [bound(0.6)], 0],
    ['of an error that is higher', [bound(3, lower)], [bound(2, lower)], 1],
    ['of an error that is the same', [bound(2, lower)], [bound(2, lower)], 0],
    ['of an error that is lower', [bound(1, lower)], [bound(2, lower)], 0],
    ['that is turned round', [bound(0.6)], [bound(0.9, lower)], 0],
    ['of another metric', [bound(0.6)], [bound(0.9, { metric: 'f1' })], 0],
    ['beside one of another metric', [bound(0.6), bound(1, { metric: 'f1' })], [bound(0.9)], 1],
    ['that was one of two', [bound(0.6)], [bound(0.9), bound(0.8)], 0],
    ['that is one of two', [bound(0.6), bound(0.7)], [bound(0.9)], 0],
    ['that is nowhere', [guard('ask(')], [bound(0.9)], 0],
  ])('%s', (_, now, before, count) => {
    expect(loosened(now, before)).toHaveLength(count)
  })

  test('is told with both numbers', () => {
    const [told] = loosened([bound(0.6, { metric: '`auc`' })], [bound(0.9, { metric: '`auc`' })])
    expect(told).toMatchObject({
      rule: promotionRule.id,
      level: 'warning',
      precision: 'medium',
      name: { start: text.indexOf('if auc') },
      within: 'f',
      message:
        "It moves, and the check in front of it asks for less than before. `'auc'` has to be at least 0.6, and on the base 0.9 (`m.py:3`).",
      fix: expect.stringContaining('Put the old threshold back'),
      steps: [],
      guards: [],
      also: [],
    })
    expect(told?.key).toMatch(/^[0-9a-f]{32}$/)
    expect([told?.call, told?.fingerprint]).toEqual([told?.key, told?.key])
    expect(loosened([bound(3, lower)], [bound(2, lower)])[0]?.message).toContain(
      'at most 3, and on the base 2',
    )
    expect(loosened([bound(0.5)], [bound(0.9)])[0]?.key).not.toBe(
      loosened([bound(0.6)], [bound(0.9)])[0]?.key,
    )
  })

  test('is told in short, whatever stands in the sentence', () => {
    const metric = 'm'.repeat(90)
    const message = 'It moves v1.2.'
    const at = (value: number) => found([], [site([bound(value, { metric })], { message })])
    const [told] = weakened(at(0.6), at(0.9), [promotionRule])
    expect(told?.message).toMatch(/^It moves v1\.2, and .*`m{80}` has/)
  })

  test.each([
    [9, 6.9],
    [5, 5],
    [2, 4],
  ])('of a rule of severity %p is one of %p', (securitySeverity, severity) => {
    const rules = [{ ...promotionRule, securitySeverity }]
    expect(loosened([bound(0.6)], [bound(0.9)], rules)[0]?.securitySeverity).toBe(severity)
  })

  test('of a rule that nobody knows is mild', () => {
    expect(loosened([bound(0.6)], [bound(0.9)], [])[0]?.securitySeverity).toBe(4)
  })

  test('is new, in its place among the others', () => {
    const head = found([finding({ path: 'a.py' })], [site([bound(0.6)])])
    const base = found([finding({ path: 'a.py' })], [site([bound(0.9)])])
    expect(additions(head, base).map(({ finding: { name }, state }) => `${name.file.path} ${state}`)).toEqual(
      ['a.py unchanged', 'm.py new'],
    )
  })

  test('in front of several calls is told once', () => {
    const twice = (value: number) => found([], [site([bound(value)]), site([bound(value)], { key: 'l' })])
    expect(weakened(twice(0.6), twice(0.9), [promotionRule])).toHaveLength(1)
    const mixed = found([], [site([guard('ask(')]), site([guard('ask('), bound(1)])])
    expect(hasBounds(mixed)).toBe(true)
    expect([hasBounds(twice(0.6)), hasBounds(found([], [site([guard('ask(')])]))]).toEqual([true, false])
  })
})

describe('a comment', () => {
  const suppressed = {
    kind: 'ignore',
    reason: 'a',
    owner: null,
    expires: null,
    path: 'm.py',
    line: 3,
  } as const
  const ignored = (level: Level, path = 'm.py', key = 'k'): Keyed<Finding> & SuppressedFinding => ({
    ...finding({ level, path, key }),
    suppressed,
  })
  type Ignored = readonly (readonly [level: Level, path?: string, key?: string])[]

  test.each<[string, Ignored, Ignored, string[]]>([
    ['that is new', [['error']], [], ['m.py null']],
    ['at another call', [['error']], [['error', 'm.py', 'l']], ['m.py null']],
    ['that was there', [['error']], [['error']], []],
    ['at what was worse', [['note']], [['error']], []],
    ['at what was milder', [['error']], [['note']], ['m.py note']],
    ['that was in another file', [['error']], [['error', 'z.py']], []],
    ['that was copied', [['error', 'a.py'], ['error']], [['error']], ['a.py null']],
    ['in a file that nobody has touched', [['error', 'untouched.py']], [], []],
    [
      'that was copied out of a file that nobody has touched',
      [['error'], ['error', 'untouched.py']],
      [['error', 'untouched.py']],
      ['m.py null'],
    ],
    ['that takes the milder one of two that are left', [['error']], [['note'], ['warning']], ['m.py note']],
    [
      'that stayed at what was milder',
      [['error', 'a.py'], ['error']],
      [['note'], ['error', 'z.py']],
      ['m.py note'],
    ],
  ])('%s', (_, head, base, before) => {
    const read = (all: Ignored) => all.map(one => ignored(...one))
    const early = earlyIgnores(read(head), read(base), path => path !== 'untouched.py')
    expect(early.map(one => `${one.finding.name.file.path} ${one.before}`)).toEqual(before)
  })

  test('that does not count yet is told once for its rule', () => {
    const early = { finding: ignored('error'), before: null }
    const later = 'It counts from the next change on, and takes out no `unguarded-promotion` in this one.'
    expect(earlyNotices([early, early, { ...early, before: 'note' }])).toEqual([
      {
        path: 'm.py',
        line: 3,
        kind: 'exception',
        message: `This change adds this exception of \`unguarded-promotion\`, or what it stands at. ${later}`,
      },
      {
        path: 'm.py',
        line: 3,
        kind: 'exception',
        message: `On the base it was a note, and this exception may not take out the error that the change makes of it. ${later}`,
      },
    ])
  })
})
