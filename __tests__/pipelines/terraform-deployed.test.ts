import { withoutMargin } from '../support/margin'
import { findingsIn, type Repository, type Told } from './scanned'

const workflow = '.github/workflows/cd.yml'

function pipeline(run: string, more = ''): string {
  return `
    on: push
    jobs:
      release:
        steps:
          - run: ${run}
            ${more}
  `
}

async function toldOf(run: string, files: Repository, more = ''): Promise<Told[]> {
  return findingsIn({ ...files, [workflow]: pipeline(run, more) })
}

async function foundWith(run: string, files: Repository, more = ''): Promise<string[]> {
  const found = await toldOf(run, files, more)
  return found.map(({ finding }) => finding.replace(/ \S+:5 (approval-bypassed|unguarded-deployment)$/, ''))
}

const endpoint = (body = '', name = '"churn-prod"'): string => `
  resource "aws_sagemaker_endpoint" "churn" {
    name = ${name}
    ${body}
  }
`
const config = (routing: string, alarms = ''): string => `
  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        ${routing}
      }
    }
    ${alarms}
  }
`
const alarms = 'auto_rollback_configuration { alarms { alarm_name = "errors" } }'
const dynamicAlarms = `auto_rollback_configuration {
  dynamic "alarms" {
    for_each = var.alarms
    content {
      alarm_name = alarms.value
    }
  }
}`
const apply = 'terraform -chdir=infra apply -auto-approve'

describe('a command that applies a configuration', () => {
  test.each<[string, string]>([
    ['a canary that alarms watch', endpoint(config('type = "CANARY"', alarms))],
    ['steps that alarms watch', endpoint(config('type = "LINEAR"', alarms))],
    ['alarms that are made from a list', endpoint(config('type = "LINEAR"', dynamicAlarms))],
    ['batches that alarms watch', endpoint(`deployment_config {\nrolling_update_policy {}\n${alarms}\n}`)],
    [
      'a canary beside what may bring anything',
      `${endpoint(config('type = "CANARY"', alarms))}\nresource "null_resource" "a" {}`,
    ],
    ['an endpoint that there is none of', endpoint('count = 0')],
    ['an endpoint of another environment', endpoint('', '"churn-staging"')],
    ['an endpoint that is only read', 'data "aws_sagemaker_endpoint" "churn" {\n  name = "churn-prod"\n}'],
    ['no model', 'resource "aws_s3_bucket" "models" {\n  bucket = "models-prod"\n}'],
  ])('%s is silent', async (_, text) => {
    expect(await foundWith(apply, { 'infra/main.tf': text })).toEqual([])
  })

  test.each<[string, string, string]>([
    ['an endpoint', endpoint(), 'error'],
    ['all at once', endpoint(config('type = "ALL_AT_ONCE"')), 'error'],
    ['all at once, with alarms', endpoint(config('type = "ALL_AT_ONCE"', alarms)), 'error'],
    ['a canary that nobody watches', endpoint(config('type = "CANARY"')), 'note'],
    ['a way that nobody knows', endpoint(config('type = var.routing', alarms)), 'error'],
    ['what may be there', endpoint('count = var.enabled ? 1 : 0'), 'error'],
  ])('%s is reported at the command', async (_, text, level) => {
    const [found, ...others] = await toldOf(apply, { 'infra/main.tf': text })
    expect(found?.finding).toBe(`${level} ${workflow}:5 approval-bypassed`)
    expect(others).toEqual([])
    expect(found?.message).toContain('It deploys the SageMaker endpoint `churn-prod` (`infra/main.tf`)')
    expect(found?.path).toEqual([
      `${workflow}:1 \`${workflow}\` starts on every push`,
      `${workflow}:3 it runs the job \`release\``,
    ])
  })

  test('a canary that only looks like one is named', async () => {
    const [found] = await toldOf(apply, { 'infra/main.tf': endpoint(config('type = "ALL_AT_ONCE"', alarms)) })
    expect(found?.guards).toEqual(['canary void: all of the traffic moves at once (`ALL_AT_ONCE`)'])
  })

  test('a guarded endpoint beside an open one is reported', async () => {
    const files = {
      'infra/a.tf': endpoint(config('type = "CANARY"', alarms)),
      'infra/b.tf': endpoint('', '"other-prod"').replace('"churn"', '"other"'),
    }
    expect(await foundWith(apply, files)).toEqual(['error'])
  })

  test('a gate in front of the command guards what it deploys', async () => {
    const evaluate = 'import json, sys\nif json.load(open("metrics.json"))["auc"] < 0.85:\n    sys.exit(1)\n'
    const files = { 'infra/main.tf': endpoint(), 'evaluate.py': evaluate }
    expect(await foundWith(`"python evaluate.py && ${apply}"`, files)).toEqual([])
    expect(await foundWith(`"python evaluate.py || true; ${apply}"`, files)).toEqual(['error'])
  })
})

describe('where the configuration stands', () => {
  const files = { 'infra/main.tf': endpoint(), 'other/main.tf': 'resource "aws_s3_bucket" "a" {}' }

  test.each<[string, string, string, readonly string[]]>([
    ['in a folder that it changes to', '"cd infra && terraform apply -auto-approve"', '', ['error']],
    ['in the folder of its step', 'terraform apply -auto-approve', 'working-directory: infra', ['error']],
    ['in another folder', '"cd other && terraform apply -auto-approve"', '', []],
    ['by another program', 'tofu -chdir=infra apply -auto-approve', '', ['error']],
    ['with a plan that was made before', 'terraform -chdir=infra apply plan.bin', '', ['error']],
    ['with a question', 'terraform -chdir=infra apply', '', []],
    ['as a plan', 'terraform -chdir=infra plan -out plan.bin', '', []],
    ['to take it down', 'terraform -chdir=infra apply -destroy -auto-approve', '', []],
  ])('%s', async (_, run, more, expected) => {
    expect(await foundWith(run, files, more)).toEqual(expected)
  })

  test('is said where nobody finds it by the words of the command', async () => {
    const run = 'terraform -chdir=elsewhere apply -auto-approve -var-file=prod.tfvars # sagemaker'
    expect(await foundWith(run, files)).toEqual(['warning'])
  })

  const bucket = 'resource "aws_s3_bucket" "a" {}'
  const broken = 'resource "aws_s3_bucket" {\n  bucket = [\n}'

  test.each<[string, Repository, readonly string[]]>([
    ['where all of it is read', { 'infra/a.tf': bucket, 'infra/b.tf': bucket }, []],
    ['where its first file is broken', { 'infra/a.tf': broken, 'infra/b.tf': bucket }, ['warning']],
    ['where its last file is broken', { 'infra/a.tf': bucket, 'infra/b.tf': broken }, ['warning']],
    ['where something else is broken', { 'infra/a.tf': bucket, 'infra/b.yml': 'traffic: {a: 1}\nb: [' }, []],
  ])('is left to the words of the command %s', async (_, texts, expected) => {
    const run = 'terraform -chdir=infra apply -auto-approve -var-file=prod.tfvars # sagemaker'
    const found = await foundWith(run, { ...texts, 'infra/prod.tfvars': 'a = 1' })
    expect(found).toEqual(expected)
  })

  const plain = endpoint('', '"churn"')
  const calls = (source: string): string => `module "churn" {\n  source = "${source}"\n}`

  test.each<[string, string, Repository, readonly string[]]>([
    ['the folder of the command', 'prod', { 'prod/main.tf': plain }, ['error']],
    ['another one', 'dev', { 'dev/main.tf': plain }, []],
    ['a module below', 'infra', { 'infra/main.tf': calls('./prod'), 'infra/prod/a.tf': plain }, ['error']],
    ['a module beside', 'infra', { 'infra/main.tf': calls('../prod'), 'prod/a.tf': plain }, ['error']],
    ['a module of another one', 'infra', { 'infra/main.tf': calls('../dev'), 'dev/a.tf': plain }, []],
    [
      'the name of a block',
      'infra',
      { 'infra/main.tf': 'resource "aws_sagemaker_endpoint" "prod" {}' },
      ['error'],
    ],
    ['nothing', 'infra', { 'infra/main.tf': plain }, ['warning']],
  ])('is told by %s', async (_, folder, texts, expected) => {
    expect(await foundWith(`terraform -chdir=${folder} apply -auto-approve`, texts)).toEqual(expected)
  })
})

describe('variables', () => {
  const named = `
    variable "stage" {
      default = "dev"
    }
    variable "open" {}
    locals {
      name = "churn-\${lower(var.stage)}"
      loop = local.loop
    }
    ${endpoint('', 'local.name')}
  `
  const values = {
    'infra/vars/live.tfvars': 'stage = "prod" # for users\n',
    'infra/vars/try.tfvars': 'stage = "sandbox"\n',
  }
  const at = (more: string): string => `terraform -chdir=infra apply -auto-approve ${more}`

  test.each<[string, string, Repository, readonly string[]]>([
    ['their defaults', at(''), {}, []],
    [
      'their defaults, beside an output of that name',
      at(''),
      { 'infra/outputs.tf': 'output "stage" {\n  value = "prod"\n}' },
      [],
    ],
    ['the command', at('-var stage=prod'), {}, ['error']],
    ['the command, in quotes', at("-var 'stage=prod'"), {}, ['error']],
    ['the command, with a hole', at('-var stage=$STAGE'), {}, ['warning']],
    ['a file', at('-var-file=vars/live.tfvars'), values, ['error']],
    ['another file', at('-var-file=vars/try.tfvars'), values, []],
    ['the later of two', at('-var-file=vars/try.tfvars -var stage=prod'), values, ['error']],
    ['a file that is read by itself', at(''), { 'infra/terraform.tfvars': 'stage = "prod"' }, ['error']],
    ['one of those by its ending', at(''), { 'infra/a.auto.tfvars': 'stage = "prod"' }, ['error']],
    ['one that is not', at(''), { 'infra/terraform.tfvars.old.tfvars': 'stage = "prod"' }, []],
    ['one of another folder', at(''), { 'other/terraform.tfvars': 'stage = "prod"' }, []],
    ['the environment', `TF_VAR_stage=prod ${at('')}`, {}, ['error']],
    ['a file that is not there', at('-var-file=vars/other.tfvars'), {}, ['warning']],
  ])('by %s', async (_, run, files, expected) => {
    expect(await foundWith(run, { 'infra/main.tf': named, ...files })).toEqual(expected)
  })
})

describe('modules', () => {
  const module = `
    variable "name" {}
    ${endpoint('', 'var.name')}
  `
  const calls = (source: string, name: string): string => `
    module "churn" {
      source = "${source}"
      name   = "churn-${name}"
    }
  `

  test.each<[string, string, readonly string[]]>([
    ['of the repository', calls('./modules/churn', 'prod'), ['error']],
    ['above', calls('../shared', 'prod'), ['error']],
    ['for another environment', calls('./modules/churn', 'dev'), []],
    ['from elsewhere', calls('acme/churn/aws', 'prod'), []],
    ['that call themselves', calls('./', 'prod'), []],
  ])('%s', async (_, text, expected) => {
    const files = { 'infra/main.tf': text, 'infra/modules/churn/main.tf': module, 'shared/main.tf': module }
    expect(await foundWith(apply, files)).toEqual(expected)
  })

  test('from elsewhere leave it to the words of the command', async () => {
    const files = { 'infra/main.tf': calls('acme/sagemaker/aws', 'prod') }
    expect(await foundWith(`${apply} -var-file=prod.tfvars -var model_name=churn`, files)).toEqual([
      'warning',
    ])
  })
})

describe('other services', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'Vertex AI, all of the traffic',
      'resource "google_vertex_ai_endpoint" "a" {\n display_name = "churn-prod"\n traffic_split = jsonencode({ a = 100 })\n}',
      ['error'],
    ],
    [
      'Vertex AI, a part',
      'resource "google_vertex_ai_endpoint" "a" {\n display_name = "churn-prod"\n traffic_split = jsonencode({ "1" = 90, "2" : 10 })\n}',
      [],
    ],
    [
      'Vertex AI, no traffic',
      'resource "google_vertex_ai_endpoint" "a" {\n display_name = "churn-prod"\n}',
      [],
    ],
    [
      'a function',
      'resource "aws_lambda_function" "a" {\n function_name = "churn-predict-prod"\n}',
      ['warning'],
    ],
    [
      'a function with a weighted alias',
      'resource "aws_lambda_function" "a" {\n function_name = "churn-predict-prod"\n}\nresource "aws_lambda_alias" "a" {\n name = "predict-prod"\n routing_config {\n additional_version_weights = { "4" = 0.1 }\n }\n}',
      [],
    ],
    [
      'an image',
      'resource "google_cloud_run_v2_service" "a" {\n name = "churn-prod"\n template {\n containers {\n image = "acme/churn-model:4"\n }\n }\n}',
      ['warning'],
    ],
    [
      'one of several images, which a variable names',
      'variable "image" {\n default = "acme/churn-model:4"\n}\nresource "google_cloud_run_v2_service" "a" {\n name = "churn-prod"\n template {\n containers {\n image = "proxy"\n }\n containers {\n image = var.image\n }\n }\n}',
      ['warning'],
    ],
    ...[50, 100].map((part): [string, string, string[]] => [
      `Databricks, ${part} of a hundred`,
      `resource "databricks_model_serving" "a" {\n name = "churn-prod"\n config {\n traffic_config {\n routes {\n traffic_percentage = ${part}\n }\n }\n }\n}`,
      part < 100 ? [] : ['error'],
    ]),
  ])('%s', async (_, text, expected) => {
    expect(await foundWith(apply, { 'infra/main.tf': text })).toEqual(expected)
  })
})

describe('hostile configurations', () => {
  const deep = 5_000

  test.each<[string, string]>([
    ['lists in lists', `x = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['blocks in blocks', `${'a {\n'.repeat(deep)}${'}\n'.repeat(deep)}`],
    ['blocks that never end', 'a {\n'.repeat(deep)],
    ['holes in holes', `x = "${'$'}{"`.repeat(deep)],
    ['a text that never ends', 'x = <<EOT\n'],
    ['bytes', '\u0000\ufffd\u0001 = {{{ """'],
    [
      'names that stand for each other',
      `locals {\n  a = [local.b, local.b]\n  b = [local.a, local.a]\n}\n${endpoint('', 'local.a')}`,
    ],
  ])('%s are no crash and no hang', async (_, text) => {
    const started = performance.now()
    await foundWith(apply, { 'infra/main.tf': text })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('modules that call modules over and over are no hang', async () => {
    const call = (i: number): string => `module "m${i}" {\n  source = "./"\n  a = var.a\n}\n`
    const calls = Array.from({ length: 300 }, (_, i) => call(i)).join('')
    const started = performance.now()
    await foundWith(`"${apply}; ${apply}"`, { 'infra/main.tf': `${calls}\n${endpoint()}` })
    expect(performance.now() - started).toBeLessThan(8_000)
  })

  test('what can be read of a broken one is used', async () => {
    const text = `${withoutMargin(endpoint())}\nresource "aws_s3_bucket" {\n  bucket = [\n}\n`
    expect(await foundWith(apply, { 'infra/main.tf': text })).toEqual(['error'])
  })
})
