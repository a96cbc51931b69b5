import { findingsIn } from './scanned'

const deploy = `
from azure.ai.ml import MLClient
from azure.identity import DefaultAzureCredential
client = MLClient.from_config(DefaultAzureCredential())
endpoint = client.online_endpoints.get("tickets")
endpoint.traffic = {"blue": 100}
client.online_endpoints.begin_create_or_update(endpoint).result()
`
const job = (around: string): string =>
  `on: push\njobs:\n  roll:\n    runs-on: ubuntu-latest\n    ${around}\n    steps:\n      - run: python deploy.py\n`
const gate =
  'import json\nif json.load(open("metrics.json"))["auc"] < 0.8:\n    raise SystemExit("too low")\n'
const gated = (around: string): string =>
  job(around).replace(
    '      - run: python deploy.py',
    '      - run: python gate.py\n      - run: python deploy.py',
  )

async function foundIn(workflows: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}.yml`, text])
  const found = await findingsIn({ 'deploy.py': deploy, 'gate.py': gate, ...Object.fromEntries(files) })
  return found.map(({ finding }) => finding)
}

test('what is deployed to development needs no gate where production has one', async () => {
  expect(
    await foundIn({ dev: job('environment: Development'), prod: gated('environment: Production') }),
  ).toEqual([])
})

test('what is deployed to development only does not move what serves users', async () => {
  expect(await foundIn({ dev: job('environment: Development') })).toEqual([])
})

test('what is deployed to production needs one all the same', async () => {
  const found = await foundIn({ dev: gated('environment: Development'), prod: job('name: Roll out') })
  expect(found).toEqual(['error deploy.py:6 full-traffic-cutover'])
})

test('a gate of development is none of production', async () => {
  const found = await foundIn({
    dev: gated('environment: Development'),
    'dev-again': job('environment: staging'),
    prod: job('name: Roll out'),
  })
  expect(found).toEqual(['error deploy.py:6 full-traffic-cutover'])
})

test('a job that only sounds like development may work in production', async () => {
  const found = await foundIn({ dev: job('name: dev'), prod: gated('environment: Production') })
  expect(found).toEqual(['error deploy.py:6 full-traffic-cutover'])
})

test('a stage of a registry is the one that serves, whoever moves a version there', async () => {
  const found = await findingsIn({
    'promote.py': `
      from zenml import Model
      from zenml.enums import ModelStages
      Model(name="churn", version="3").set_stage(ModelStages.PRODUCTION)
    `,
    '.github/workflows/dev.yml': job('environment: Development').replace('deploy.py', 'promote.py'),
  })
  expect(found.map(({ finding }) => finding)).toEqual(['error promote.py:3 unguarded-promotion'])
})
