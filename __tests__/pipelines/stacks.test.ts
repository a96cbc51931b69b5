import { findingsIn, type Repository } from './scanned'

const endpoint = `
Resources:
  Config:
    Type: AWS::SageMaker::EndpointConfig
    Properties:
      ProductionVariants: [{ModelName: churn, VariantName: all, InitialVariantWeight: 1}]
  Endpoint:
    Type: AWS::SageMaker::Endpoint
    Properties: {EndpointConfigName: !GetAtt Config.EndpointConfigName}
`
const page = 'Resources:\n  Page:\n    Type: AWS::S3::Bucket\n'
const files = { 'deploy/endpoint.yml': endpoint, 'deploy/page.yml': page }

const provider = (category: string, name: string): string =>
  `ActionTypeId: {Category: ${category}, Owner: AWS, Provider: ${name}, Version: '1'}`
const source = `{Name: Source, Actions: [{Name: Git, ${provider('Source', 'CodeCommit')}}]}`
const approve = `{Name: Ask, Actions: [{Name: Ask, ${provider('Approval', 'Manual')}}]}`
const stack = (name: string, configuration: string): string =>
  `{Name: ${name}, Actions: [{Name: Stack, ${provider('Deploy', 'CloudFormation')}, Configuration: {${configuration}}}]}`
const changes = (template: string, more = 'StackName: churn-prod'): string =>
  `ActionMode: CREATE_UPDATE, TemplatePath: 'Source::${template}', ${more}`

function pipeline(...stages: string[]): Repository {
  return {
    ...files,
    'pipeline.yml': `
Parameters:
  Project: {Type: String, Default: churn}
Resources:
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages: [${[source, ...stages].join(', ')}]
`,
  }
}

async function toldOf(repository: Repository): Promise<readonly string[]> {
  const found = await findingsIn(repository)
  return found.map(({ finding }) => finding)
}

const reported = ['error pipeline.yml:7 unguarded-deployment']
const packaging = {
  'buildspec.yml': `
version: 0.2
phases:
  build:
    commands:
      - aws cloudformation package --template-file deploy/endpoint.yml --s3-bucket b --output-template-file out/packaged.yml
`,
}

test.each<readonly [title: string, repository: Repository, found: readonly string[]]>([
  [
    'an action that changes a stack with a model',
    pipeline(stack('Prod', changes('deploy/endpoint.yml'))),
    reported,
  ],
  ['a person is asked before', pipeline(approve, stack('Prod', changes('deploy/endpoint.yml'))), []],
  ['a person is asked behind it', pipeline(stack('Prod', changes('deploy/endpoint.yml')), approve), reported],
  ['a stack without a model', pipeline(stack('Prod', changes('deploy/page.yml'))), []],
  ['a template that is nowhere', pipeline(stack('Prod', changes('elsewhere.yml'))), []],
  ['an artifact that keeps no folders', pipeline(stack('Prod', changes('endpoint.yml'))), reported],
  [
    'a stack of another environment',
    pipeline(stack('Dev', changes('deploy/endpoint.yml', 'StackName: churn-dev'))),
    [],
  ],
  [
    'a name that is put together',
    pipeline(
      stack('Prod', changes('deploy/endpoint.yml', "StackName: !Sub '${Project}-${AWS::Region}-prod'")),
    ),
    reported,
  ],
  [
    'a name that is joined',
    pipeline(
      stack('Prod', changes('deploy/endpoint.yml', "StackName: !Join ['-', [!Ref Project, staging]]")),
    ),
    [],
  ],
  [
    'a template that a build has packaged',
    { ...pipeline(stack('Prod', changes('packaged.yml'))), ...packaging },
    reported,
  ],
  ['a stack that is deleted', pipeline(stack('Prod', 'ActionMode: DELETE_ONLY, StackName: churn-prod')), []],
  [
    'changes that are prepared only',
    pipeline(
      stack(
        'Prod',
        "ActionMode: CHANGE_SET_REPLACE, TemplatePath: 'Source::deploy/endpoint.yml', StackName: churn-prod, ChangeSetName: next",
      ),
    ),
    [],
  ],
  [
    'changes that are carried out',
    pipeline(
      stack(
        'Prepare',
        "ActionMode: CHANGE_SET_REPLACE, TemplatePath: 'Source::deploy/endpoint.yml', StackName: churn-prod, ChangeSetName: next",
      ),
      stack('Prod', 'ActionMode: CHANGE_SET_EXECUTE, StackName: churn-prod, ChangeSetName: next'),
    ),
    reported,
  ],
  [
    'changes that are carried out once a person has looked at them',
    pipeline(
      stack(
        'Prepare',
        "ActionMode: CHANGE_SET_REPLACE, TemplatePath: 'Source::deploy/endpoint.yml', StackName: churn-prod, ChangeSetName: next",
      ),
      approve,
      stack('Prod', 'ActionMode: CHANGE_SET_EXECUTE, StackName: churn-prod, ChangeSetName: next'),
    ),
    [],
  ],
])('%s', async (_, repository, found) => {
  expect(await toldOf(repository)).toEqual(found)
})

test.each<[string, string]>([
  ['often', `[${'*text, '.repeat(9000)}churn-prod]`],
  ['in itself', '[*name, churn-prod]'],
])('a name that holds an alias %s makes no text without end', async (_, parts) => {
  const name = `Text: &text ${'x'.repeat(100_000)}, StackName: &name !Join ["", ${parts}]`
  expect(await toldOf(pipeline(stack('Prod', changes('deploy/endpoint.yml', name))))).toEqual(reported)
})
