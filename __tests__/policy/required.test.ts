import { move, placesOf, promotion, settleSources } from './settled'

const prelude = 'import click\nfrom mlflow import MlflowClient\n\n'
const better = 'if new["auc"] <= old["auc"]:\n    raise SystemExit("no better")\n'
const asks = 'click.confirm("promote?", abort=True)\n'
const requires = (kinds: string) => ({ text: `promotion: { require: ${kinds} }\n` })

const held = async (code: string, kinds: string | null) =>
  (await settleSources({ 'a.py': prelude + code }, kinds === null ? {} : requires(kinds))).findings

test.each([
  ['an evaluation', better, null, 0],
  ['an evaluation', better, 'evaluation', 0],
  ['an evaluation', better, 'approval', 1],
  ['an approval', asks, null, 0],
  ['an approval', asks, 'approval', 0],
  ['an approval', asks, 'evaluation', 1],
  ['both', asks + better, '[approval, evaluation]', 0],
  ['an approval only', asks, '[approval, evaluation]', 1],
  ['nothing', '', 'approval', 1],
])(
  'with %s in front of it (%j), where the project requires %s, %i promotions are reported',
  async (_, guards, kinds, count) => {
    expect(await held(`${guards}${move}`, kinds)).toHaveLength(count)
  },
)

test('the message says what the project requires, and that the evaluation holds', async () => {
  const [finding] = await held(`${better}${move}`, 'approval')
  expect(finding).toMatchObject({
    rule: promotion,
    level: 'error',
    message: expect.stringContaining('and no approval stands in front of it, which this project requires.'),
    guards: [{ kind: 'evaluation', strength: 'strong' }],
  })
})

test('of two kinds that are missing both are named', async () => {
  const [finding] = await held(move, '[approval, canary]')
  expect(finding?.message).toContain('and no approval and no canary stands in front of it, which')
})

test.each([
  [
    'an approval on one way and an evaluation on the other',
    `if urgent:\n    ${asks}else:\n    ${better.replaceAll('\n', '\n    ')}\n`,
  ],
  [
    'one of the two is enough for the condition',
    'if click.confirm("promote?") or new["auc"] > old["auc"]:\n    pass\nelse:\n    raise SystemExit(1)\n',
  ],
])('%s: somebody is asked on some ways only, which is not what the project requires', async (_, guards) => {
  expect(await held(`${guards}${move}`, null)).toHaveLength(0)
  expect(await held(`${guards}${move}`, 'approval')).toHaveLength(1)
})

test('an approval on each way is one on all of them', async () => {
  const code = `if urgent:\n    ${asks}else:\n    ${asks}${move}`
  expect(await held(code, 'approval')).toHaveLength(0)
})

test('an approval that is swallowed is none', async () => {
  const code = `try:\n    ${asks}except Exception:\n    pass\n${move}`
  expect(await held(code, 'approval')).toHaveLength(1)
})

test('loads are not asked for what promotions require', async () => {
  const load =
    'import joblib, requests, hashlib, io\ndata = requests.get(url).content\nif hashlib.sha256(data).hexdigest() != EXPECTED:\n    raise SystemExit(1)\njoblib.load(io.BytesIO(data))\n'
  const plain = await settleSources({ 'a.py': load })
  const required = await settleSources({ 'a.py': load }, requires('approval'))
  expect(required.findings).toEqual(plain.findings)
})

const workflow = (environment: string) => `
on: { push: { branches: [main] } }
jobs:
  release:
    runs-on: ubuntu-24.04
    environment: ${environment}
    steps:
      - run: aws sagemaker update-endpoint --endpoint-name churn-production --endpoint-config-name churn-7
`
const trusting = (names: string) => ({ text: `trusted-environments: ${names}\n` })
const levels = async (environment: string, options: { text?: string } = {}) =>
  (await settleSources({ '.github/workflows/a.yml': workflow(environment) }, options)).findings.map(
    ({ level }) => level,
  )

test('an environment counts as declared, and one that the project vouches for as an approval', async () => {
  expect(await levels('production')).toEqual(['note'])
  expect(await levels('production', trusting('[production]'))).toEqual([])
})

test.each([
  ['production', '[Production]', []],
  ['{ name: production, url: "https://churn.example" }', '[production]', []],
  ['prod-eu', '["prod-*"]', []],
  ['eu-prod-blue', '["*-prod-*"]', []],
  ['anything', '["*"]', []],
  ['production', '["prod"]', ['note']],
  ['production-eu', '[production]', ['note']],
  ['xprod', '["*.prod"]', ['note']],
  ['production', '[staging]', ['note']],
  ['production', '[]', ['note']],
  ['production', '', ['note']],
  ['${{ inputs.where }}', '[production]', ['note']],
])('a job in %s, where the project trusts %s, is reported as %j', async (environment, names, expected) => {
  expect(await levels(environment, trusting(names))).toEqual(expected)
})

test('what the project vouches for is what it requires', async () => {
  const text = 'trusted-environments: [production]\npromotion: { require: approval }\n'
  expect(await levels('production', { text })).toEqual([])
  expect(await levels('production', requires('approval'))).toEqual(['note'])
  expect(await levels('production', { text: text.replace('approval', 'evaluation') })).toEqual(['error'])
})

test('a trusted environment guards the job that names it, and no other', async () => {
  const text = `${workflow('production')}  beside:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: aws sagemaker update-endpoint --endpoint-name churn-production --endpoint-config-name churn-8\n`
  const { findings } = await settleSources({ '.github/workflows/a.yml': text }, trusting('[production]'))
  expect(placesOf(findings)).toEqual(['.github/workflows/a.yml:12'])
})
