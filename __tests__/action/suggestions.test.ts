import { linesIn, placeIn } from '../../src/action/diff'
import { suggestionsFor } from '../../src/action/suggestions'
import type { Finding } from '../../src/program'
import { findingIn } from '../support/reports'

const option = { rule: 'unsafe-load-option', fix: 'Write `weights_only=True`, and save `state_dict()`.' }
const plain = {
  rule: 'unverified-artifact-load',
  fix: 'Write `weights_only=True`; it says the same in every version.',
}

const of = (text: string, call: string, parts: Partial<Finding>, path = 'jobs/a.py'): Finding =>
  findingIn({ path, text }, call, parts)

const changes = (...findings: Finding[]): string[] =>
  suggestionsFor(findings).map(({ path, line, before, after }) => `${path}:${line} ${before} -> ${after}`)

test.each([
  ['torch.load(p, weights_only=False)', 'torch.load(p, weights_only=True)'],
  ['torch.load(p, weights_only = False)', 'torch.load(p, weights_only=True)'],
  ['load_model(p, safe_mode=False)', 'load_model(p, safe_mode=True)'],
  ['np.load(p, allow_pickle=True)', 'np.load(p, allow_pickle=False)'],
])('%s has a mechanical fix', (call, fixed) => {
  const text = `import x\n\nif a:\n    m = ${call}  # as ever\n`
  expect(changes(of(text, call, option))).toEqual([
    `jobs/a.py:4     m = ${call}  # as ever ->     m = ${fixed}  # as ever`,
  ])
})

test('a name as long as a file is looked at once', () => {
  const call = `${'load'.repeat(200_000)}(p, )`
  expect(changes(of(`m = ${call}\n`, call, plain))).toEqual([])
})

test('the option of a call on several lines is changed on its own line', () => {
  const call = 'torch.load(\n    p,\n    weights_only=False,\n)'
  expect(changes(of(`m = ${call}\n`, call, option))).toEqual([
    'jobs/a.py:3     weights_only=False, ->     weights_only=True,',
  ])
})

test('lines that end in CRLF keep to themselves', () => {
  const call = 'torch.load(p, weights_only=False)'
  expect(changes(of(`a\r\nm = ${call}\r\n`, call, option))).toEqual([
    `jobs/a.py:2 m = ${call} -> m = torch.load(p, weights_only=True)`,
  ])
})

test.each(['torch.load(p)', 'load(open("a b", "rb"))', 'torch.load(d["x"], map_location="cpu")'])(
  '%s gets the option that it lacks',
  call => {
    expect(changes(of(`m = ${call}\n`, call, plain))).toEqual([
      `jobs/a.py:1 m = ${call} -> m = ${call.slice(0, -1)}, weights_only=True)`,
    ])
  },
)

test.each([
  ['has no arguments', 'torch.load()', plain],
  ['ends in a comma', 'torch.load(p,)', plain],
  ['stands on several lines', 'torch.load(\n  p)', plain],
  ['hides its arguments', 'torch.load(p, **options)', plain],
  ['has a module of its own', 'torch.load(p, pickle_module=dill)', plain],
  ['draws from a generator', 'torch.load(p for p in q)', plain],
  ['hands the function on', 'executor.submit(torch.load, p)', plain],
  ['is no plain name', 'get()(p)', plain],
  ['is mended otherwise', 'joblib.load(p)', { ...plain, fix: 'Compare a digest.' }],
  [
    'needs a newer version',
    'M.load(p)',
    { ...plain, fix: 'Write `weights_only=True` (Lightning 2.6 or newer).' },
  ],
  ['needs a decision', 'f.from_pretrained(p, revision="main")', { ...option, fix: 'Pin a revision.' }],
  ['brings code along', 'f.from_pretrained(p, trust_remote_code=True)', option],
  ['says it twice', 'f(g(p, weights_only=False), weights_only=False)', option],
  ['moves a model', 'c.set_alias("churn", "champion")', { rule: 'unguarded-promotion' }],
] as [string, string, Partial<Finding>][])('a call that %s has none', (_, call, parts) => {
  expect(changes(of(`m = ${call}\n`, call, parts))).toEqual([])
})

test('code in other files has none', () => {
  const call = 'torch.load(p, weights_only=False)'
  for (const path of ['a.ipynb', 'cd.yml', 'README.md'])
    expect(changes(of(`m = ${call}\n`, call, option, path))).toEqual([])
})

test('a line is changed once', () => {
  const [a, b] = ['torch.load(p, weights_only=False)', 'torch.load(q, weights_only=False)']
  const text = `m = ${a}, ${b}\n`
  expect(changes(of(text, a, option), of(text, b, option))).toHaveLength(1)
})

describe('a patch', () => {
  const patch =
    '@@ -1,3 +1,4 @@ def f\n a\n-b\n+B\n+c\n d\n@@ -20 +21,2 @@\n+x = 1\n x\n\\ No newline at end of file'

  test('shows lines of the new file', () => {
    expect([...linesIn(patch)]).toEqual([
      [1, 'a'],
      [2, 'B'],
      [3, 'c'],
      [4, 'd'],
      [21, 'x = 1'],
      [22, 'x'],
    ])
  })

  test.each(['', 'no patch', '+a\n+b', '@@ nonsense @@\n+a'])('%j shows none', text => {
    expect(linesIn(text).size).toBe(0)
  })

  test('places a line where it has moved, and not where it could be two', () => {
    const lines = new Map([
      [3, 'a'],
      [9, 'b'],
      [11, 'b'],
    ])
    expect([
      placeIn(lines, 3, 'a'),
      placeIn(lines, 7, 'a'),
      placeIn(lines, 8, 'b'),
      placeIn(lines, 9, 'b'),
    ]).toEqual([3, 3, null, 9])
    expect(placeIn(lines, 3, 'other')).toBeNull()
  })
})
