import { readSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'
import { findingsIn, type Repository, type Told } from './scanned'

const workflow = '.github/workflows/cd.yml'

function pipeline(run: string): string {
  return `
    on: push
    jobs:
      release:
        steps:
          - run: ${run}
  `
}

const path = [
  `${workflow}:1 \`${workflow}\` starts on every push`,
  `${workflow}:3 it runs the job \`release\``,
]

async function toldOf(run: string, files: Repository): Promise<Told[]> {
  return findingsIn({ ...files, [workflow]: pipeline(run) })
}

const byRule = / \S+:5 (unguarded-deployment|full-traffic-cutover|self-approved-promotion)$/

async function foundWith(run: string, files: Repository): Promise<string[]> {
  const found = await toldOf(run, files)
  return found.map(({ finding }) => finding.replace(byRule, '').trim())
}

// Aliases that stand for billions of nodes.
const bomb = `x: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replace(/./g, c => {
  const before = String.fromCharCode(c.charCodeAt(0) - 1)
  return `${c}${c}: &${c} [${Array(9).fill(`*${before}`).join(', ')}]\n`
})}`

describe('a stack of CloudFormation', () => {
  const template = (properties: string, more = ''): string =>
    withoutMargin(`
      Parameters:
        Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
        Kind: {Type: String, AllowedValues: [ALL_AT_ONCE, CANARY]}
      Conditions:
        Canary: !Equals [!Ref Kind, CANARY]
      Resources:
        Endpoint:
          Type: AWS::SageMaker::Endpoint
          Properties: {${properties}}
        ${more}
    `)
  const routing = (type: string, alarms = '[{AlarmName: errors}]'): string =>
    `EndpointName: churn-prod, DeploymentConfig: {BlueGreenUpdatePolicy: {TrafficRoutingConfiguration: {Type: ${type}}}, AutoRollbackConfiguration: {Alarms: ${alarms}}}`
  const deploy = 'aws cloudformation deploy --template-file cfn/churn.yml --stack-name churn'

  test.each<[string, string]>([
    ['a canary that alarms watch', template(routing('CANARY'))],
    ['steps that alarms watch', template(routing('LINEAR'))],
    ['an endpoint of another environment', template('EndpointName: churn-dev')],
    ['the usual value of a parameter', template('EndpointName: !Sub "churn-${Stage}"')],
    ['no endpoint', 'Resources:\n  Site: {Type: AWS::S3::Bucket}\n'],
    [
      'only a package that waits',
      'Resources:\n  P: {Type: AWS::SageMaker::ModelPackage, Properties: {ModelApprovalStatus: PendingManualApproval}}\n',
    ],
  ])('%s is silent', async (_, text) => {
    expect(await foundWith(deploy, { 'cfn/churn.yml': text })).toEqual([])
  })

  test.each<[string, string, string]>([
    ['an endpoint', template('EndpointName: churn-prod'), 'error'],
    ['all at once, with alarms', template(routing('ALL_AT_ONCE')), 'error'],
    ['a canary with no alarms', template(routing('CANARY', '[]')), 'note'],
    [
      'a canary under a condition',
      template('EndpointName: churn-prod, DeploymentConfig: !If [Canary, {}, !Ref "AWS::NoValue"]'),
      'error',
    ],
    ['a way that a parameter gives', template(routing('!Ref Kind')), 'error'],
    ['a name that is put together', template('EndpointName: !Join ["-", [churn, prod]]'), 'error'],
    ['a name in the long form', template('EndpointName: {"Fn::Sub": "churn-prod"}'), 'error'],
    ['unknown functions', template('EndpointName: !Acme [churn], Tags: !Other {a: !B c}'), 'warning'],
  ])('%s is reported at the command', async (_, text, level) => {
    const [found, ...others] = await toldOf(deploy, { 'cfn/churn.yml': text })
    expect(others).toEqual([])
    expect(found?.finding).toBe(`${level} ${workflow}:5 unguarded-deployment`)
    expect(found?.message).toMatch(/It deploys the SageMaker endpoint `[\w-]+` \(`cfn\/churn\.yml`\)/)
    expect(found?.path).toEqual(path)
  })

  const byStage = { 'cfn/churn.yml': template('EndpointName: !Sub "churn-${Stage}"') }
  const plain = { 'cfn/churn.yml': template('Tags: []'), 'template.yaml': template('Tags: []') }

  test.each<[string, string, Repository, readonly string[]]>([
    ['parameters', `${deploy} --parameter-overrides Kind=ALL_AT_ONCE Stage=prod`, byStage, ['error']],
    [
      'parameters of the older commands',
      'aws cloudformation update-stack --stack-name churn --template-body file://cfn/churn.yml --parameters ParameterKey=Stage,ParameterValue=prod',
      byStage,
      ['error'],
    ],
    ['a parameter with a hole', `${deploy} --parameter-overrides Stage=$STAGE`, byStage, ['warning']],
    ['the name of the stack', `${deploy}-prod`, plain, ['error']],
    ['another stack', `${deploy}-staging`, plain, []],
    ['a pipeline that starts by itself', deploy, plain, ['warning']],
    ['SAM', 'sam deploy -t cfn/churn.yml --stack-name churn-prod', plain, ['error']],
    ['SAM, without a name of a file', 'sam deploy --stack-name churn-prod', plain, ['error']],
    ['a change that somebody confirms', 'sam deploy --stack-name churn-prod --confirm-changeset', plain, []],
    ['a change that is only prepared', `${deploy}-prod --no-execute-changeset`, plain, []],
    ['a question', 'aws cloudformation validate-template --template-body file://cfn/churn.yml', plain, []],
    ['a file that is not there', `${deploy.replace('churn.yml', 'other.yml')}-prod`, plain, []],
    [
      'the folder of the template',
      deploy.replace('cfn/', 'cfn/prod/'),
      { 'cfn/prod/churn.yml': template('Tags: []') },
      ['error'],
    ],
    ['another folder', deploy.replace('cfn/', 'cfn/dev/'), { 'cfn/dev/churn.yml': template('Tags: []') }, []],
    ...['prod', 'test'].map((place): [string, string, Repository, readonly string[]] => [
      `a parameter that may be one of two, of which one is ${place}`,
      deploy,
      {
        'cfn/churn.yml': template('EndpointName: !Sub "churn-${Place}"').replace(
          'Parameters:',
          `$&\n  Place: {Type: String, AllowedValues: [dev, ${place}]}`,
        ),
      },
      place === 'prod' ? ['error'] : [],
    ]),
    [
      'a parameter that has no value',
      deploy,
      {
        'cfn/churn.yml': template('EndpointName: !Ref Name').replace(
          'Parameters:',
          '$&\n  Name: {Type: String}',
        ),
      },
      ['warning'],
    ],
  ])('%s', async (_, run, files, expected) => {
    expect(await foundWith(run, files)).toEqual(expected)
  })

  test('that approves a package by itself is reported whatever its name', async () => {
    const text =
      'Resources:\n  P: {Type: AWS::SageMaker::ModelPackage, Properties: {ModelApprovalStatus: Approved}}\n'
    const [found] = await toldOf(deploy, { 'cfn/churn.yml': text })
    expect(found?.finding).toBe(`error ${workflow}:5 self-approved-promotion`)
    expect(found?.message).toContain('registers a model package that is approved from the start')
  })

  test('with a variant in the shadow is silent', async () => {
    const shadow = '{Type: AWS::SageMaker::EndpointConfig, Properties: {ShadowProductionVariants: [{a: 1}]}}'
    const open = template('EndpointName: churn-prod', 'Config: {Type: AWS::SageMaker::EndpointConfig}')
    const text = template('EndpointName: churn-prod', `Config: ${shadow}`)
    expect(await foundWith(deploy, { 'cfn/churn.yml': text })).toEqual([])
    expect(await foundWith(deploy, { 'cfn/churn.yml': open })).toEqual(['error'])
  })

  test('that calls other stacks is left to the words of the command', async () => {
    const nested = 'Resources:\n  Inner: {Type: AWS::CloudFormation::Stack}\n'
    const site = 'Resources:\n  Site: {Type: AWS::S3::Bucket}\n'
    const run = 'sam deploy -t t.yml --stack-name sagemaker-prod'
    expect(await foundWith(run, { 't.yml': nested })).toEqual(['warning'])
    expect(await foundWith(run, { 't.yml': site })).toEqual([])
    const waits =
      'Resources:\n  P: {Type: AWS::SageMaker::ModelPackage, Properties: {ModelApprovalStatus: PendingManualApproval}}\n'
    expect(await foundWith(run, { 't.yml': waits })).toEqual([])
    const beside = waits.replace('Resources:', nested.trim())
    expect(await foundWith(run, { 't.yml': beside })).toEqual(['warning'])
    expect(await foundWith(run, { 't.yml': `${waits}x: [` })).toEqual(['warning'])
  })

  test.each<[string, string]>([
    ['aliases in aliases', `${template('EndpointName: churn-prod')}\n${bomb}`],
    ['lists in lists', `${template('EndpointName: churn-prod')}\nx: ${'['.repeat(50)}${']'.repeat(50)}`],
    [
      'functions in functions',
      template(`EndpointName: churn-prod, Tags: ${'!If [a, '.repeat(60)}b${']'.repeat(60)}`),
    ],
    ['broken lines', `${template('EndpointName: churn-prod')}\nOther: [`],
  ])('with %s is no crash and no hang', async (_, text) => {
    expect(await foundWith(deploy, { 'cfn/churn.yml': text })).toEqual(['error'])
  })

  test('that cannot be read is told', async () => {
    const { notices } = await readSources({ 'churn.yml': `${template('')}\nOther: [` })
    expect(notices.map(({ path: file, kind }) => [file, kind])).toEqual([['churn.yml', 'syntax']])
  })
})

describe('an endpoint of Azure ML', () => {
  const online = (body: string, schema = 'managedOnlineEndpoint'): string =>
    `$schema: https://azuremlschemas.azureedge.net/latest/${schema}.schema.json\n${body}`
  const update = 'az ml online-endpoint update -f aml/churn.yml'

  test.each<[string, string, string, readonly string[]]>([
    ['a part of the traffic', update, online('name: churn\ntraffic: {blue: 90, green: 10}'), []],
    [
      'a copy of the traffic',
      update,
      online('name: churn\ntraffic: {blue: 100}\nmirror_traffic: {green: 10}'),
      [],
    ],
    ['no traffic', update, online('name: churn\nauth_mode: key'), []],
    ['another endpoint', update, online('name: churn-staging\ntraffic: {green: 100}'), []],
    ['all of the traffic', update, online('name: churn\ntraffic: {blue: 0, green: 100}'), ['error']],
    ['an empty mirror', update, online('name: churn\ntraffic: {green: 100}\nmirror_traffic: {}'), ['error']],
    ['no schema', update, 'name: churn\ntraffic: {green: 100}', ['error']],
    [
      'a Kubernetes endpoint',
      update,
      online('name: churn\ntraffic: {green: 100}', 'kubernetesOnlineEndpoint'),
      ['error'],
    ],
    [
      'a new endpoint',
      update.replace('update', 'create'),
      online('name: churn\ntraffic: {green: 100}'),
      ['error'],
    ],
    [
      'what the command sets to a part',
      `${update} --set traffic.green=10 --set traffic.blue=90`,
      online('name: churn\ntraffic: {green: 100}'),
      [],
    ],
    [
      'what the command sets to all',
      `${update} --set traffic.green=100 --set traffic.blue=0`,
      online('name: churn\ntraffic: {green: 10, blue: 90}'),
      ['error'],
    ],
    [
      'the name that the command gives',
      `${update} -n churn-dev`,
      online('name: churn\ntraffic: {green: 100}'),
      [],
    ],
    ['a look at it', 'az ml online-endpoint show -n churn', online('name: churn\ntraffic: {green: 100}'), []],
  ])('%s', async (_, run, text, expected) => {
    expect(await foundWith(run, { 'aml/churn.yml': text })).toEqual(expected)
  })

  test('is told by the folder of its file', async () => {
    const text = online('name: churn\ntraffic: {green: 100}')
    const run = update.replace('aml/', 'aml/dev/')
    expect(await foundWith(run, { 'aml/dev/churn.yml': text })).toEqual([])
  })

  test('is named with its file and what starts it', async () => {
    const [found] = await toldOf(update, { 'aml/churn.yml': online('name: churn\ntraffic: {green: 100}') })
    expect(found?.message).toContain('It deploys the online endpoint `churn` (`aml/churn.yml`)')
    expect(found?.path).toEqual(path)
  })

  test.each<[string, string, string, readonly string[]]>([
    ['for an endpoint', 'create -f d.yml --all-traffic', 'churn', ['error']],
    ['for another endpoint', 'create -f d.yml --all-traffic', 'churn-staging', []],
    ['for the endpoint of the command', 'create -f d.yml --all-traffic -e churn', 'churn-staging', ['error']],
    ['that changes', 'update -f d.yml', 'churn', ['warning']],
    ['that changes elsewhere', 'update -f d.yml', 'churn-test', []],
  ])('a deployment %s', async (_, run, endpoint, expected) => {
    const text = online(
      `name: green\nendpoint_name: ${endpoint}\nmodel: azureml:churn@latest`,
      'managedOnlineDeployment',
    )
    expect(await foundWith(`az ml online-deployment ${run}`, { 'd.yml': text })).toEqual(expected)
  })

  test('a deployment for an endpoint that nobody names may serve users', async () => {
    const text = online('name: green\nmodel: azureml:churn@latest', 'managedOnlineDeployment')
    expect(await foundWith('az ml online-deployment update -f d.yml', { 'd.yml': text })).toEqual(['warning'])
  })

  test.each<[string, string, readonly string[]]>([
    ['that names its deployment', 'name: churn\ndefaults: {deployment_name: green}', ['warning']],
    ['that names none', 'name: churn', []],
    ['elsewhere', 'name: churn-test\ndefaults: {deployment_name: green}', []],
  ])('a batch endpoint %s', async (_, body, expected) => {
    const files = { 'b.yml': online(body, 'batchEndpoint') }
    expect(await foundWith('az ml batch-endpoint update -f b.yml', files)).toEqual(expected)
  })

  test.each<[string, string]>([
    ['aliases in aliases', `name: churn\ntraffic: {green: 100}\n${bomb}`],
    ['broken lines', 'name: churn\ntraffic: {green: 100}\nx: ['],
  ])('with %s is no crash and no hang', async (_, text) => {
    expect(await foundWith(update, { 'aml/churn.yml': text })).toEqual(['error'])
  })
})

describe('a bundle of Databricks', () => {
  const endpoint = (routes: string, name = 'churn'): string =>
    `resources: {model_serving_endpoints: {churn: {name: ${name}, config: {traffic_config: {routes: ${routes}}}}}}`
  const all = '[{served_model_name: churn-4, traffic_percentage: 100}]'
  const part =
    '[{served_model_name: churn-3, traffic_percentage: 90}, {served_model_name: churn-4, traffic_percentage: 10}]'
  const bundle = (more: string, mode = 'production'): string =>
    `bundle: {name: churn}\ninclude: ["resources/*.yml"]\ntargets: {emea: {mode: ${mode}}, prod: {}}\n${more}\n`
  const dashboard = 'resources: {dashboards: {churn: {display_name: churn}}}'
  const registered = 'resources: {registered_models: {churn: {name: churn}}}\n'
  const byDefault = (is: string): string =>
    bundle(endpoint(all)).replace('{mode: production}', `{mode: production, default: ${is}}`)
  const deploy = 'databricks bundle deploy -t'

  test.each<[string, string, Repository, readonly string[]]>([
    ['with all of the traffic', `${deploy} prod`, { 'databricks.yml': bundle(endpoint(all)) }, ['error']],
    ['with a part of the traffic', `${deploy} prod`, { 'databricks.yml': bundle(endpoint(part)) }, []],
    ['whose mode is production', `${deploy} emea`, { 'databricks.yml': bundle(endpoint(all)) }, ['error']],
    [
      'whose mode is development',
      `${deploy} emea`,
      { 'databricks.yml': bundle(endpoint(all), 'development') },
      [],
    ],
    [
      'in another folder',
      `"cd ml && ${deploy} emea"`,
      { 'ml/databricks.yml': bundle(endpoint(all)) },
      ['error'],
    ],
    [
      'in an included file',
      `${deploy} prod`,
      { 'databricks.yml': bundle(''), 'resources/churn.yml': endpoint(part) },
      [],
    ],
    [
      'with jobs, which promote later',
      `${deploy} emea`,
      { 'databricks.yml': bundle('resources: {jobs: {train: {name: train}}}') },
      ['error'],
    ],
    ['with nothing of a model', `${deploy} prod`, { 'databricks.yml': bundle(dashboard) }, ['warning']],
    [
      'with nothing of a model, and broken lines',
      `${deploy} prod`,
      { 'databricks.yml': `${bundle(dashboard)}x: [` },
      ['error'],
    ],
    [
      'with nothing of a model, beside an included file with broken lines',
      `${deploy} prod`,
      { 'databricks.yml': bundle(dashboard), 'resources/a.yml': `${registered}x: [` },
      ['error'],
    ],
    [
      'with an included file that serves one',
      `${deploy} prod`,
      { 'databricks.yml': bundle(dashboard), 'resources/churn.yml': endpoint(all) },
      ['error'],
    ],
    [
      'without the file that it does not include',
      `${deploy} prod`,
      {
        'databricks.yml': bundle(dashboard).replace(/^include.*$/m, ''),
        'resources/churn.yml': endpoint(all),
      },
      ['warning'],
    ],
    [
      'with an entry that says nothing',
      `${deploy} prod`,
      { 'databricks.yml': bundle('resources: {model_serving_endpoints: {churn: null}}') },
      ['error'],
    ],
    ['to its default target', 'databricks bundle deploy', { 'databricks.yml': byDefault('true') }, ['error']],
    ['to no target', 'databricks bundle deploy', { 'databricks.yml': byDefault('false') }, []],
    [
      'to the target of the environment',
      'DATABRICKS_BUNDLE_TARGET=emea databricks bundle deploy',
      { 'databricks.yml': byDefault('false') },
      ['error'],
    ],
    ['that nobody sees', `${deploy} prod`, {}, ['error']],
    [
      'with aliases in aliases',
      `${deploy} prod`,
      { 'databricks.yml': bundle(`${endpoint(all)}\n${bomb}`) },
      ['error'],
    ],
    ['with broken lines', `${deploy} prod`, { 'databricks.yml': bundle('resources: {') }, ['error']],
  ])('%s', async (_, run, files, expected) => {
    expect(await foundWith(run, files)).toEqual(expected)
  })

  test('is named with its file and what starts it', async () => {
    const text = bundle(endpoint(all)).replace('resources/*.yml', '*.yml')
    const [found] = await toldOf(`${deploy} emea`, { 'databricks.yml': text })
    expect(found?.message).toMatch(/ It deploys the serving endpoint `churn` \(`databricks\.yml`\)\.$/)
    expect(found?.path).toEqual(path)
  })
})
