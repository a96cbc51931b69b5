import MarkdownIt from 'markdown-it'
import { formats } from '../../src/reporters'
import { judgedAt, manyFindings } from '../support/many'
import {
  hostileReport,
  ignoredLoad,
  loadFinding,
  notices,
  policy,
  reportOf,
  sampleReport,
} from '../support/reports'

// What Bitbucket takes as a comment, the least of all forges.
const least = 32_768

test('a report reads like this', () => {
  expect(formats.markdown({ ...sampleReport, policy })).toBe(`## Modelgate: failed

2 findings: 1 error, 1 warning; 14 files scanned; 2 notices. Gate failed: 1 finding at level \`error\`.

### Findings

- **error** \`unverified-artifact-load\` at \`src/serve/app.py:11\`: \`joblib.load\` unpickles a file that comes from \`hf_hub_download\`, and nothing verified the file first. The verification check does not hold: the exception it raises is swallowed by \`except Exception: pass\`.
- **warning** \`unguarded-promotion\` at \`pipelines/promote.py:7\`: \`transition_model_version_stage\` moves a model to \`Production\`, and no approval, evaluation or canary stands before it.

### How to fix

- \`unverified-artifact-load\`: Compare the file’s SHA-256 with a value that is kept apart from it, before the load, and stop where they differ.
- \`unguarded-promotion\`: Register the model with the alias \`challenger\`, and move \`champion\` in a job that waits for an approval.

### By the configuration

- \`unsafe-load-option\` is off in \`.modelgate.yml\`: 3 findings are not reported.
- \`ignore\` in \`.modelgate.yml\` skips 1 folder and 1 file.

### Not read in full

- \`data/dump.py\`: It has 2,000,000 bytes, more than the limit of 1,500,000, and was not read.
- \`src/old.py:7\`: The syntax could not be understood here.
`)
})

test('of several fixes for one rule each says which findings it is for', () => {
  const other = { ...loadFinding, fix: 'Write `weights_only=True`.' }
  const text = formats.markdown(reportOf({ findings: [loadFinding, other, other] }))
  expect(text.match(/^- `unverified-artifact-load` for .*/gm)).toEqual([
    `- \`unverified-artifact-load\` for \`src/serve/app.py:11\`: ${loadFinding.fix}`,
    '- `unverified-artifact-load` for `src/serve/app.py:11`, `src/serve/app.py:11`: Write `weights_only=True`.',
  ])
})

test('an empty scan is a heading and a line', () => {
  expect(formats.markdown(reportOf())).toBe(
    '## Modelgate: passed\n\nNo findings; 14 files scanned. Gate passed: nothing at level `error`.\n',
  )
})

test('it fits into a comment, with the most severe first and the rest counted', () => {
  const report = {
    ...judgedAt('error', manyFindings(3000)),
    policy: Array(999).fill(policy[0]),
    notices: Array(999).fill(notices[1]),
  }
  const text = formats.markdown(report)
  expect(text.length).toBeLessThanOrEqual(least)
  const shown = text.match(/^- \*\*\w+\*\*/gm) ?? []
  expect(shown.length).toBeGreaterThan(100)
  expect(new Set(shown)).toEqual(new Set(['- **error**']))
  expect(text).toContain(
    `${3000 - shown.length} more findings are left out; the formats \`json\` and \`sarif\` list them all.`,
  )
  expect(text).toMatch(/\d+ more settings are left out/)
  expect(text).toMatch(/\d+ more notices are left out/)
})

test('one text without end leaves room for nothing, and the report still says what was found', () => {
  const text = formats.markdown(
    judgedAt('error', [{ ...loadFinding, message: 'a '.repeat(1e6), fix: 'b '.repeat(1e6) }]),
  )
  expect(text.length).toBeLessThanOrEqual(least)
  expect(text).toContain('1 more finding is left out')
  expect(text).toContain('1 more suggestion is left out')
})

test('a finding that was there before says so, and one that is suppressed is only counted', () => {
  const findings = [{ ...loadFinding, state: 'existing' as const }]
  const text = formats.markdown(reportOf({ findings, suppressed: [ignoredLoad] }))
  expect(text).toContain(
    '1 finding: 1 error; 1 of them existing; 1 suppressed, 1 by a comment; 14 files scanned.',
  )
  expect(text.match(/^- \*\*error\*\*.*$/gm)).toEqual([
    expect.stringMatching(/^- \*\*error\*\* \(existing\) /),
  ])
})

test('what is wrong with exceptions stands apart from what could not be read', () => {
  const exception = { path: '.modelgate.yml', line: 4, kind: 'exception' as const, message: 'It has ended.' }
  const text = formats.markdown(reportOf({ notices: [exception, ...notices] }))
  expect(text).toMatch(
    /### Exceptions\n\n- `.modelgate.yml:4`: It has ended.\n\n### Not read in full\n\n- `data/,
  )
})

test('a remedy with code stays one item of the list', () => {
  const fix = 'Compare the two:\n\n```python\nif a <= b:\n\n    raise SystemExit("no")\n```'
  const text = formats.markdown(reportOf({ findings: [{ ...loadFinding, fix }] }))
  const html = new MarkdownIt().render(text)
  expect(html).toContain(
    '<pre><code class="language-python">if a &lt;= b:\n\n    raise SystemExit(&quot;no&quot;)\n</code></pre>\n</li>',
  )
})

test('text of the repository is never markup', () => {
  const html = new MarkdownIt('default', { html: true, linkify: true }).render(
    formats.markdown(hostileReport),
  )
  const tags = new Set([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag))
  expect(tags).toEqual(new Set(['h2', 'h3', 'p', 'ul', 'li', 'strong', 'code']))
  expect(html.match(/<li>/g)).toHaveLength(8 + 1 + 8 + 8)
})
