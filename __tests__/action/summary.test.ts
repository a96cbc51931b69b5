import { commentOn, notDone, summarise } from '../../src/action/summary'
import type { Finding, Level, MapNode, Notice, Report } from '../../src/program'
import { guardedPromotion, ignoredLoad, policy } from '../support/reports'

const file = { path: 'jobs/release.py', text: 'import x\npromote()\n' }
const span = { file, start: 9, end: 16 }

function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'unguarded-promotion',
    level: 'error',
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
    ...changes,
  }
}

function report(findings: readonly Finding[], notices: readonly Notice[] = []): Report {
  const blocking = findings.filter(({ level }) => level === 'error').length
  return {
    version: '1.0.0',
    rules: [],
    findings,
    suppressed: [],
    guarded: [],
    map: { nodes: [], edges: [] },
    policy: [],
    notices,
    comparison: null,
    verdict: { failOn: 'error', failed: blocking > 0, blocking },
    files: { seen: 3, parsed: 1 },
  }
}

test('the summary says the verdict and what it rests on', () => {
  expect(summarise(report([finding()]), null)).toContain(
    '## Modelgate: failed\n\n1 finding: 1 at or above `error`, the level that fails the step. 3 files looked at, 1 of them parsed.',
  )
  expect(summarise(report([]), null)).toContain('## Modelgate: passed\n\nNo findings. 3 files')
})

test('a row holds level, rule, place and what happens', () => {
  const text = summarise(report([finding()]), (path, line) => `https://x.example/${path}#L${line}`)
  expect(text).toContain(
    '<tr><td>error</td><td><code>unguarded-promotion</code></td><td><a href="https://x.example/jobs/release.py#L2"><code>jobs/release.py:2</code></a></td><td><code>promote</code> moves a model to production.</td></tr>',
  )
})

test('of several fixes for one rule each says which findings it is for', () => {
  const other = finding({ fix: 'Ask somebody.' })
  const text = summarise(report([finding(), other, other]), null)
  const rows = text.match(/<tr><td><code>unguarded-promotion.*/g)
  expect(rows).toEqual([
    '<tr><td><code>unguarded-promotion</code> for <code>jobs/release.py:2</code></td><td>Compare it with the champion first.</td></tr>',
    '<tr><td><code>unguarded-promotion</code> for <code>jobs/release.py:2</code>, <code>jobs/release.py:2</code></td><td>Ask somebody.</td></tr>',
  ])
})

test('checks are told in words, and what is guarded is counted', () => {
  const guards = [
    {
      kind: 'evaluation' as const,
      strength: 'void' as const,
      span,
      says: 'both of its outcomes lead to the call',
    },
  ]
  const text = summarise({ ...report([finding({ guards })]), guarded: [guardedPromotion] }, null)
  expect(text).toContain('The evaluation check does not hold: both of its outcomes lead to the call.</td>')
  expect(text).toContain('fails the step. 1 guarded. 3 files looked at')
})

test('what the configuration says has a table of its own', () => {
  const text = summarise({ ...report([]), policy }, null)
  expect(text).toContain(
    '<tr><td><code>ignore</code> in <code>.modelgate.yml</code> skips 1 folder and 1 file.</td></tr>',
  )
})

test('each remedy is shown once, with its code', () => {
  const fix = 'Compare first:\n\n```python\nif a < b:\n\n    raise Stop\n```\n\nThen `promote`.'
  const text = summarise(report([finding({ fix }), finding({ fix })]), null)
  const row =
    '<tr><td><code>unguarded-promotion</code></td><td>Compare first:<pre>if a &#60; b:&#10;&#10;    raise Stop</pre>Then <code>promote</code>.</td></tr>'
  expect(text.split(row)).toHaveLength(2)
})

test('the most severe come first', () => {
  const levels: Level[] = ['note', 'error', 'warning']
  const rows = summarise(report(levels.map(level => finding({ level }))), null).match(/<tr><td>\w+/g)
  expect(rows).toEqual(['<tr><td>error', '<tr><td>warning', '<tr><td>note'])
})

test('text of the repository is neither Markdown nor HTML nor a blank line', () => {
  const path = 'a|b\n\n<script>`**x**`&.py'
  const hostile = { ...span, file: { ...file, path } }
  const text = summarise(
    report([finding({ name: hostile, message: '`</td>\n\n# x` moves <b>', fix: 'a\n\nb' })]),
    null,
  )
  const table = text.slice(text.indexOf('<table>'), text.indexOf('</table>'))
  expect(table).not.toMatch(/<script|<b>|`|\n\n/)
  expect(text).toContain('a|b\\n\\n&#60;script&#62;&#96;**x**&#96;&#38;.py:2')
})

test('a summary that would be too large is cut, and counts what it leaves out', () => {
  const many = Array.from({ length: 20_000 }, () => finding({ message: 'ä'.repeat(60) }))
  const text = summarise(report(many, [notice('big.py')]), null)
  expect(Buffer.byteLength(text)).toBeLessThan(900_000)
  expect(Buffer.byteLength(text)).toBeGreaterThan(800_000)
  const shown = text.match(/<tr><td>error/g)?.length ?? 0
  expect(text).toContain(`+${20_000 - shown} more findings`)
  expect(text).toContain('big.py')
})

test('what could not be read is listed, and cannot push the findings out', () => {
  const notices = Array.from({ length: 50_000 }, (_, i) => notice(`data/file${i}.py`))
  const text = summarise(report([finding()], notices), null)
  expect(Buffer.byteLength(text)).toBeLessThan(900_000)
  expect(text).toContain('<code>jobs/release.py:2</code>')
  expect(text).toMatch(/\+\d+ more files/)
})

const promotionNode: MapNode = {
  id: 'n1',
  kind: 'promotion',
  label: 'promote',
  span,
  strength: null,
  status: 'open',
}

test('the way to what nothing guards is drawn, and what is guarded is not', () => {
  const guarded: MapNode = { ...promotionNode, id: 'n2', label: 'safe', status: 'guarded' }
  const text = summarise(
    { ...report([finding()]), map: { nodes: [promotionNode, guarded], edges: [] } },
    null,
  )
  expect(text).toMatch(/```mermaid\nflowchart LR\n {2}n1>"promote.*\n[\s\S]*?```\n/)
  expect(text).not.toContain('n2')
})

test('a map that is too large to be drawn is told', () => {
  const nodes = Array.from({ length: 2_000 }, (_, n) => ({ ...promotionNode, id: `n${n}` }))
  const text = summarise({ ...report([finding()]), map: { nodes, edges: [] } }, null)
  expect(text).not.toContain('```mermaid')
  expect(text).toContain('too large to be drawn here (2000 nodes); `modelgate graph` writes it.')
})

test('a comment keeps to its limit, whatever there is to say', () => {
  const many = Array.from({ length: 5_000 }, (_, n) =>
    finding({ message: 'ä'.repeat(60), fix: `${n} ${'x'.repeat(300)}` }),
  )
  const notices = Array.from({ length: 5_000 }, (_, i) => notice(`data/file${i}.py`))
  const nodes = Array.from({ length: 100 }, (_, n) => ({ ...promotionNode, id: `n${n}` }))
  const left = many.map(one => ({
    finding: one,
    path: 'a.py',
    line: 1,
    before: 'x',
    after: 'y'.repeat(200),
  }))
  const text = commentOn({ ...report(many, notices), map: { nodes, edges: [] } }, null, left)
  expect(Buffer.byteLength(text)).toBeLessThan(61_000)
  for (const what of ['findings', 'remedies', 'files', 'changes'])
    expect(text).toMatch(new RegExp(`\\+\\d+ more ${what}`))
})

test('what was not done is a table of its own, and none where all was', () => {
  expect(notDone([{ kind: 'done', says: 'Sent.' }])).toBe('')
  expect(
    notDone([
      { kind: 'done', says: 'Sent.' },
      { kind: 'undone', says: 'Give it `x: write` <b>.' },
    ]),
  ).toBe(
    '<table>\n<tr><th>Not done</th></tr>\n<tr><td>Give it <code>x: write</code> &#60;b&#62;.</td></tr>\n</table>\n\n',
  )
})

function notice(path: string): Notice {
  return { path, line: 0, kind: 'too-large', message: 'is larger than the limit' }
}

test('what the base has too comes last and is marked, however severe', () => {
  const findings = [
    finding({ fingerprint: 'old', state: 'existing' }),
    finding({ fingerprint: 'new', level: 'note' }),
  ]
  const states = new Map([
    ['old', 'updated'],
    ['new', 'new'],
  ] as const)
  const comparison = { commit: 'c'.repeat(40), fresh: 1, existing: 1, states }
  const text = summarise({ ...report(findings), comparison }, null)
  expect(text.match(/<tr><td>[\w ()]+/g)).toEqual(['<tr><td>note', '<tr><td>error (existing)'])
  expect(text).toContain('2 findings, 1 new and 1 existing: 1 new one at or above `error`')
})

test('what is suppressed is counted, a waiver that has ended is told, and exceptions have a table of their own', () => {
  const notices: Notice[] = [
    { path: 'a.py', line: 3, kind: 'exception', message: 'It is not used.' },
    { path: 'b.py', line: 0, kind: 'binary', message: 'It is no text.' },
  ]
  const suppressed = { ...ignoredLoad }
  const verdict = { failOn: 'error', failed: true, blocking: 0, expired: 1 } as const
  const text = summarise(
    { ...report([finding({ level: 'note' })], notices), suppressed: [suppressed], verdict },
    null,
  )
  expect(text).toContain(
    '0 at or above `error`, the level that fails the step. The waiver of 1 finding has ended. 1 suppressed, 1 by a comment.',
  )
  expect(text).toMatch(/<tr><th>Exceptions<\/th>.*\n.*a\.py:3.*\n<\/table>/)
  expect(text).toMatch(/<tr><th>Not read in full<\/th>.*\n.*b\.py.*\n<\/table>/)
})

test('where rules or paths have levels of their own the sentence names no level', () => {
  const verdict = { failOn: 'never', failed: true, blocking: 1, varied: true } as const
  expect(summarise({ ...report([finding()]), verdict }, null)).toContain(
    '1 finding: 1 at or above the level that fails the step. ',
  )
})
