import { findingsIn } from './scanned'

const manifest = `
  apiVersion: serving.kserve.io/v1beta1
  kind: InferenceService
  metadata: {name: churn}
  spec: {predictor: {model: {modelFormat: {name: sklearn}, storageUri: "s3://acme/churn"}}}
`

/** Levels of what is found of the lines of a step in a job. */
async function levelsOf(job: string, lines: string, more = ''): Promise<string[]> {
  const script = lines.split('\n').map(line => `\n          ${line}`)
  const step = `    steps:\n      - env: {MODEL_BUCKET: acme}\n        run: |${script.join('')}\n`
  const yaml = `on: push\njobs:\n  ${job}:\n    ${more}\n${step}`
  const found = await findingsIn({ '.github/workflows/roll.yml': yaml, 'deploy/isvc.yaml': manifest })
  return found.map(({ finding }) => finding.replace(/ .*/, ''))
}

const lines: readonly (readonly [what: string, line: string, level: string])[] = [
  ['a stack', 'pulumi up --yes --stack', 'warning'],
  ['an environment', 'sam deploy --config-env', 'warning'],
  ['a namespace', 'kubectl rollout restart deployment/churn-model --namespace', 'warning'],
  ['a namespace of what it deploys', 'kubectl apply -f deploy/isvc.yaml -n', 'error'],
]

describe.each(lines)('a command that says production as %s', (_, line, level) => {
  test.each([
    ['staging', ''],
    ['roll', 'environment: staging'],
    ['roll', 'environment: {name: Test}'],
  ])('works there, though its job says another environment: %s, %s', async (job, more) => {
    expect(await levelsOf(job, `${line} prod`, more)).toEqual([level])
  })

  test('works there, though its folder is called after another one', async () => {
    expect(await levelsOf('roll', `cd tests\n${line.replace('deploy/', '../deploy/')} prod`)).toEqual([level])
  })
})

describe.each(lines)('a command that does not say production as %s', (_, line) => {
  test.each(['dev', 'churn', '$WHERE', 'preprod', 'prod-dev'])(
    'works where its job says: %s',
    async where => {
      expect(await levelsOf('staging', `${line} ${where}`)).toEqual([])
    },
  )

  test('works where it says, though its job says production', async () => {
    expect(await levelsOf('production', `${line} dev`)).toEqual([])
  })
})

test('a folder says more than a job', async () => {
  const apply = 'terraform apply -auto-approve'
  expect(await levelsOf('staging', `cd infra/prod\n${apply}`)).toEqual(['warning'])
  expect(await levelsOf('staging', `cd infra/prod\n${apply} -var-file=dev.tfvars`)).toEqual([])
  expect(await levelsOf('production', `cd infra/dev\n${apply}`)).toEqual([])
})

describe('of several that a command may say', () => {
  const roll = 'pulumi up --yes --stack'

  test('one that is production is enough', async () => {
    const loop = (all: string): string => `for stack in ${all}; do\n  ${roll} $stack\ndone`
    expect(await levelsOf('staging', loop('dev prod'))).toEqual(['warning'])
    expect(await levelsOf('staging', loop('dev churn'))).toEqual([])
  })

  test('what a function of the script is given counts', async () => {
    const given = (stack: string): string => `roll() {\n  ${roll} "$1"\n}\nroll ${stack}`
    expect(await levelsOf('staging', given('prod'))).toEqual(['warning'])
    expect(await levelsOf('staging', given('dev'))).toEqual([])
  })
})
