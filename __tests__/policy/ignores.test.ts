import { withoutMargin } from '../support/margin'
import { holding, ignore, notebook, prelude, useless } from './commented'
import { move, placesOf, promotion, settleSources, toldOf } from './settled'

describe('a comment with a rule and a reason takes a finding out', () => {
  test.each(holding)('%s', async (_, path, text) => {
    const settled = await settleSources({ [path]: text })
    expect({ left: placesOf(settled.findings), told: toldOf(settled) }).toEqual({ left: [], told: [] })
    expect(settled.suppressed).toMatchObject([
      { rule: promotion, suppressed: { kind: 'ignore', reason: 'the old scorer', path } },
    ])
  })

  test.each(holding)('and without it the finding is there: %s', async (_, path, text) => {
    const settled = await settleSources({ [path]: text.replaceAll(ignore, 'see the issue:') })
    expect({ found: settled.findings.length, suppressed: settled.suppressed }).toEqual({
      found: 1,
      suppressed: [],
    })
  })
})

test.each(useless)('%s is no comment', async (_, path, text) => {
  const settled = await settleSources({ [path]: text })
  expect([settled.findings.length, settled.suppressed]).toEqual([1, []])
})

const elsewhere: readonly (readonly [string, string])[] = [
  ['two lines above', `# ${ignore} the old scorer\n\n${move}`],
  ['below', `${move}\n# ${ignore} the old scorer`],
  ['above the branch that it stands in', `# ${ignore} the old scorer\nif ready:\n    ${move}`],
  [
    'above the function that it stands in',
    `# ${ignore} the old scorer\n@task\ndef release():\n    ${move}\nrelease()`,
  ],
  ['behind the line before', `ready = True  # ${ignore} the old scorer\n${move}`],
  ['above the first of two', `# ${ignore} the old scorer\nready = True\n${move}`],
]

test.each(elsewhere)('a comment %s takes nothing out, and is told to be unused', async (_, text) => {
  const settled = await settleSources({ 'a.py': prelude + text })
  expect([settled.findings.length, settled.suppressed]).toEqual([1, []])
  expect(toldOf(settled)).toEqual([
    expect.stringMatching(
      /^a\.py:\d+ No finding of `unguarded-promotion` stands here, so this exception is not used; /,
    ),
  ])
})

test('in a minified notebook a comment speaks of its own line and not of all of the file', async () => {
  const cells = notebook(prelude, `${move}  # ${ignore} the old scorer\n${move}`)
  const settled = await settleSources({ 'a.ipynb': JSON.stringify(JSON.parse(cells)) })
  expect([settled.findings.length, settled.suppressed.length]).toEqual([1, 1])
})

test('one comment names several rules, and each of them is taken out', async () => {
  const text = `import joblib, requests\n${prelude}
MlflowClient().transition_model_version_stage("churn", joblib.load(requests.get(url).content), "Production")  # modelgate: ignore[unguarded-promotion, unverified-artifact-load] both by hand`
  const settled = await settleSources({ 'a.py': text })
  expect(settled.findings).toEqual([])
  expect(settled.suppressed.map(({ rule }) => rule).sort()).toEqual([promotion, 'unverified-artifact-load'])
})

test.each([
  [
    'modelgate: ignore',
    'This exception names no rule and ignores nothing; write `modelgate: ignore[rule] reason`.',
  ],
  [
    'modelgate: ignore the gate is elsewhere',
    'This exception names no rule and ignores nothing; write `modelgate: ignore[rule] reason`.',
  ],
  [
    'modelgate: ignore[] by hand',
    'This exception names no rule and ignores nothing; write `modelgate: ignore[rule] reason`.',
  ],
  [
    ignore,
    'This exception gives no reason and ignores nothing; write why behind `ignore[unguarded-promotion]`.',
  ],
  [
    `${ignore} --`,
    'This exception gives no reason and ignores nothing; write why behind `ignore[unguarded-promotion]`.',
  ],
  [
    'modelgate: ignore[unguarded-promotoin] by hand',
    '`unguarded-promotoin` is no rule, so this exception ignores nothing of it; write `unguarded-promotion`.',
  ],
  [
    'modelgate: ignore[no-eval] by hand',
    '`no-eval` is no rule, so this exception ignores nothing of it; `modelgate rules` lists them.',
  ],
  [
    `modelgate: ignroe[${promotion}] by hand`,
    '`ignroe` is no word that Modelgate knows; write `modelgate: ignore[rule] reason`.',
  ],
  [
    'modelgate: ignroe by hand',
    '`ignroe` is no word that Modelgate knows; write `modelgate: ignore[rule] reason`.',
  ],
  [
    `modelgate: disable[${promotion}] by hand`,
    '`disable` is no word that Modelgate knows; write `modelgate: ignore[rule] reason`.',
  ],
])('`# %s` is refused, and what to write is told', async (comment, told) => {
  const settled = await settleSources({ 'a.py': `${prelude}${move}  # ${comment}` })
  expect([settled.findings.length, settled.suppressed]).toEqual([1, []])
  expect(toldOf(settled)).toEqual([`a.py:2 ${told}`])
})

test('of several exceptions each is used or not by itself', async () => {
  const text = `${prelude}${move}  # ${ignore} by hand\nx = 1  # modelgate: ignore[${promotion}, void-guard] by hand`
  const settled = await settleSources({ 'a.py': text, 'b.py': `${prelude}${move}` })
  expect(placesOf(settled.findings)).toEqual(['b.py:2'])
  expect(settled.notices).toEqual([
    expect.objectContaining({
      kind: 'exception',
      line: 3,
      message: expect.stringContaining('No finding of `unguarded-promotion`, `void-guard` stands here'),
    }),
  ])
})

test.each([
  ['a'.repeat(60), `\`${'a'.repeat(60)}\` is no rule`],
  ['a'.repeat(61), `\`${'a'.repeat(60)}…\` is no rule`],
])('a rule called %s is told in short', async (name, says) => {
  const settled = await settleSources({ 'a.py': `${prelude}${move}  # modelgate: ignore[${name}] by hand` })
  expect([settled.suppressed, toldOf(settled)]).toEqual([
    [],
    [`a.py:2 ${says}, so this exception ignores nothing of it; \`modelgate rules\` lists them.`],
  ])
})

test('a colon or a dash in front of the reason is no part of it', async () => {
  for (const comment of [`${ignore}: by hand`, `${ignore} — by hand`]) {
    const { suppressed } = await settleSources({ 'a.py': `${prelude}${move}  # ${comment}` })
    expect(suppressed.map(one => one.suppressed.reason)).toEqual(['by hand'])
  }
})

test('of two rules of which one is unknown the other still counts', async () => {
  const settled = await settleSources({
    'a.py': `${prelude}${move}  # modelgate: ignore[${promotion}, nope] by hand`,
  })
  expect([settled.findings.length, settled.suppressed.length, toldOf(settled).length]).toEqual([0, 1, 1])
})

test.each([
  ['prose that happens to begin so', 'see the handbook'],
  ['a word behind something else', `!ignore[${promotion}] by hand`],
])('%s is no exception', async (_, comment) => {
  const settled = await settleSources({ 'a.py': `${prelude}# modelgate: ${comment}\n${move}` })
  expect([settled.findings.length, toldOf(settled)]).toEqual([1, []])
})

test('a key of YAML that is called like the program is no exception', async () => {
  const settled = await settleSources({
    '.github/workflows/a.yml': 'on: push\njobs:\n  modelgate:\n    runs-on: x\n    steps: []\n',
  })
  expect(toldOf(settled)).toEqual([])
})

test('where only a part is scanned an unused exception is no news', async () => {
  const settled = await settleSources({ 'a.py': `x = 1  # ${ignore} by hand` }, { whole: false })
  expect(toldOf(settled)).toEqual([])
})

test('an exception for a rule that is off is used', async () => {
  const text = withoutMargin(`
    rules: { ${promotion}: off }
  `)
  const settled = await settleSources({ 'a.py': `${prelude}${move}  # ${ignore} by hand` }, { text })
  expect([settled.findings, settled.suppressed, toldOf(settled)]).toEqual([[], [], []])
})

test.each([
  ['brackets', `${'('.repeat(20000)}# ${ignore} x`],
  ['open texts', `${'"""'.repeat(20001)}# ${ignore} x`],
  ['comments', `# ${ignore} x\n`.repeat(2000)],
  ['comments of several kinds', `# ${ignore} x\n// ${ignore} x\nf(\n<!-- ${ignore} x -->\n\n`.repeat(50)],
  ['exceptions', `${prelude}${`${move}  # ${ignore} x\n`.repeat(100)}`],
])('thousands of %s end in no crash', async (_, text) => {
  // What the frontends themselves make of such files is told elsewhere.
  for (const path of [
    'a.py',
    'a.sh',
    'a.tf',
    'Jenkinsfile',
    'pyproject.toml',
    '.gitlab-ci.yml',
    'cloudbuild.json',
    'a.md',
    'a.j2',
  ])
    await settleSources({ [path]: text })
})
