import { proposalNotices } from '../../src/policy/proposal'
import { type Configuration, defaultConfiguration } from '../../src/policy/settings'
import type { Finding } from '../../src/program'
import { loadFinding, promotionFinding } from '../support/reports'

const nothing = { before: [], after: [] }
const base: Configuration = { ...defaultConfiguration, file: '.modelgate.yml' }
const lax: Configuration = { ...base, failOn: 'never' }
const at = (start: number, rule = 'a`b'): Finding => ({
  ...promotionFinding,
  rule,
  name: { ...promotionFinding.name, start },
})

const told = (
  head: Configuration,
  { judges = 'base', before = base }: { judges?: 'base' | 'head'; before?: Configuration } = {},
  consequences: { before: readonly Finding[]; after: readonly Finding[] } = nothing,
) =>
  proposalNotices({ judges, base: before, head, notices: [] }, consequences).map(
    ({ path, line, kind, message }) => `${path}:${line} ${kind} ${message}`,
  )
const later = 'That counts from the next change on; this one is judged without it.'
const atOnce = 'It is judged by that, since `policy-from` is `head` on the base.'

test('what a change would do to the policy is told, or what it does where the base leaves that to it', () => {
  expect(told(base)).toEqual([])
  expect(told(lax)).toEqual([
    `.modelgate.yml:0 exception This change would set \`fail-on\` from \`error\` to \`never\`. ${later}`,
  ])
  expect(told(lax, { judges: 'head' })).toEqual([
    `.modelgate.yml:0 exception This change sets \`fail-on\` from \`error\` to \`never\`. ${atOnce}`,
  ])
})

test('notices of the base come first', () => {
  const notice = { path: 'a', line: 1, kind: 'exception', message: 'b' } as const
  expect(proposalNotices({ judges: 'base', base, head: lax, notices: [notice] }, nothing)).toMatchObject([
    notice,
    { path: '.modelgate.yml' },
  ])
})

test.each<[string, Partial<Configuration>, Partial<Configuration>]>([
  ['new.yml', { file: 'new.yml' }, { file: 'old.yml' }],
  ['old.yml', { file: null }, { file: 'old.yml' }],
  ['new.json', { file: null, baseline: { file: 'new.json', entries: [] } }, { file: null }],
  ['old.json', { file: null }, { file: null, baseline: { file: 'old.json', entries: [] } }],
  ['.modelgate.yml', { file: null }, { file: null }],
])('it is told of %s', (path, head, before) => {
  const [first] = told({ ...lax, ...head }, { before: { ...base, ...before } })
  expect(first?.split(':')[0]).toBe(path)
})

test('fifty changes are told, and the others counted', () => {
  const ignore = (count: number) => ({ ...base, ignore: Array.from({ length: count }, (_, n) => `${n}/`) })
  expect(told(ignore(50))).toHaveLength(50)
  const many = told(ignore(52))
  expect(many).toHaveLength(51)
  expect(many.at(-1)).toContain('This change would make 2 more changes to the policy.')
})

test.each<[string, readonly Finding[], readonly Finding[], readonly string[]]>([
  ['nothing', [at(0)], [at(0)], []],
  ['nothing where another rule speaks of the same place', [at(0)], [at(0, 'c')], []],
  ['one that is gone', [at(0, 'a')], [], ['stop reporting 1 finding: `a` in `pipelines/promote.py:1`.']],
  ['one more', [], [at(33, 'a')], ['report 1 finding: `a` in `pipelines/promote.py:3`.']],
  [
    'four that are gone, and one more in another file',
    [at(0, 'a'), at(1, 'b'), at(2, 'c'), at(3, 'd')],
    [loadFinding],
    [
      'stop reporting 4 findings: `a` in `pipelines/promote.py:1`, `b` in `pipelines/promote.py:1`, `c` in `pipelines/promote.py:1`, 1 more.',
      'report 1 finding: `unverified-artifact-load` in `src/serve/app.py:11`.',
    ],
  ],
  [
    'three that are gone',
    [at(0, 'a'), at(1, 'b'), at(2, 'c')],
    [],
    [
      'stop reporting 3 findings: `a` in `pipelines/promote.py:1`, `b` in `pipelines/promote.py:1`, `c` in `pipelines/promote.py:1`.',
    ],
  ],
])('what it makes of findings is told: %s', (_, before, after, says) => {
  expect(told(base, {}, { before, after })).toEqual(
    says.map(one => `.modelgate.yml:0 exception This change would ${one} ${later}`),
  )
})

test('a path cannot end the ticks around it', () => {
  const file = { ...promotionFinding.name.file, path: 'a`b.py' }
  const odd = { ...promotionFinding, name: { ...promotionFinding.name, file } }
  expect(told(base, {}, { before: [odd], after: [] })[0]).toContain("in `a'b.py:7`")
})
