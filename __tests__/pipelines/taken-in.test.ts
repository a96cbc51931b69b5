import { findingsIn, type Repository } from './scanned'

const pipeline = 'azure-pipelines.yml'
const template = 'ci/traffic.yml'
const move = `
  parameters: [{name: traffic, type: string}]
  steps:
    - bash: az ml online-endpoint update -n churn --traffic "\${{ parameters.traffic }}"
`
const taking = (traffic: string): string => `
  trigger: [main]
  jobs:
    - job: release
      steps:
        - template: ci/traffic.yml
          parameters: {traffic: ${traffic}}
`

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn({ [template]: move, ...repository })).map(({ finding }) => finding)
}

describe('a template that promotes', () => {
  test('is told where it stands, and where a pipeline takes it in with nothing in front', async () => {
    expect(await foundIn({ [pipeline]: taking('green=100') })).toEqual([
      `error ${pipeline}:5 full-traffic-cutover`,
      `error ${template}:3 full-traffic-cutover`,
    ])
  })

  test('the path leads from the trigger to the template', async () => {
    const [found] = await findingsIn({ [template]: move, [pipeline]: taking('green=100') })
    expect(found?.path).toEqual([
      `${pipeline}:1 \`${pipeline}\` starts on a push to \`main\``,
      `${pipeline}:3 it runs the job \`release\``,
      `${template}:3 \`az ml online-endpoint update\` stands in the template`,
    ])
    expect(found?.message).toContain('It stands in `ci/traffic.yml`, which is taken in here.')
  })

  test('is told of each pipeline by itself, and not of one that asks a person', async () => {
    const asks = `
      jobs:
        - job: approve
          pool: server
          steps: [{task: ManualValidation@1, inputs: {notifyUsers: ''}}]
        - job: release
          dependsOn: approve
          steps: [{template: /ci/traffic.yml, parameters: {traffic: green=100}}]
    `
    const found = await foundIn({
      [pipeline]: taking('green=100'),
      '.azure-pipelines/hotfix.yml': taking('green=100').replace('ci/', '/ci/'),
      '.azure-pipelines/asks.yml': asks,
    })
    expect(found).toEqual([
      'error .azure-pipelines/hotfix.yml:5 full-traffic-cutover',
      `error ${pipeline}:5 full-traffic-cutover`,
      `error ${template}:3 full-traffic-cutover`,
    ])
  })

  test('is told of none that moves a part only', async () => {
    expect(await foundIn({ [pipeline]: taking('green=10') })).toEqual([])
  })

  test('keeps two steps of one template apart', async () => {
    const steps = `
      steps:
        - bash: python evaluate.py
        - bash: az ml online-endpoint update -n churn --traffic green=100
        - bash: az ml online-endpoint update -n churn --traffic blue=100
    `
    const found = await foundIn({
      [template]: steps,
      [pipeline]: taking('x'),
      'evaluate.py': `
        import json, sys

        if json.load(open("metrics.json"))["auc"] < 0.8:
            sys.exit(1)
      `,
    })
    expect(found).toEqual([])
  })
})
