import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'pipeline.yml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundIn(repository: Repository): Promise<string[]> {
  const found = await findingsIn({ ...scripts, ...repository })
  return found.map(({ finding, path }) =>
    path[0]?.startsWith('pipeline.') ? finding : `${finding} from nowhere`,
  )
}

const spec = (...commands: string[]): string =>
  `version: 0.2\n          phases:\n            build:\n              commands: [${commands.join(', ')}]`
const project = (name: string, buildspec: string): string => `
  ${name}:
    Type: AWS::CodeBuild::Project
    Properties:
      Source:
        Type: CODEPIPELINE
        BuildSpec: |
          ${buildspec}`
const build = (name: string, target: string, order = 1): string =>
  `{Name: ${name}, RunOrder: ${order}, ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild, Version: '1'}, Configuration: {ProjectName: ${target}}}`
const approval = (order = 1): string =>
  `{Name: Approve, RunOrder: ${order}, ActionTypeId: {Category: Approval, Owner: AWS, Provider: Manual, Version: '1'}}`
const source =
  "{Name: Source, Actions: [{Name: Git, ActionTypeId: {Category: Source, Owner: AWS, Provider: CodeCommit, Version: '1'}}]}"
const stage = (name: string, ...actions: string[]): string =>
  `{Name: ${name}, Actions: [${actions.join(', ')}]}`
const template = (...stages: string[]): string => `AWSTemplateFormatVersion: 2010-09-09
Resources:${project('Evaluate', spec('python evaluate.py'))}${project('Promote', spec('python promote.py'))}${project('Lint', spec('ls'))}
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages: [${[source, ...stages].join(', ')}]
`

const evaluate = build('Evaluate', '!Ref Evaluate')
const promote = build('Promote', '!Ref Promote')

const guards: readonly (readonly [string, string])[] = [
  ['a stage before', template(stage('A', evaluate), stage('B', promote))],
  [
    'a stage some stages before',
    template(stage('A', evaluate), stage('B', build('L', '!Ref Lint')), stage('C', promote)),
  ],
  ['an action before', template(stage('A', evaluate, build('Promote', '!Ref Promote', 2)))],
  [
    'an action beside another one before',
    template(stage('A', build('L', '!Ref Lint'), evaluate), stage('B', promote)),
  ],
  ['an approval in a stage before', template(stage('A', approval()), stage('B', promote))],
  ['an approval in its stage', template(stage('A', approval(), build('Promote', '!Ref Promote', 2)))],
]
test.each(guards)('the promotion is guarded by %s', async (_, yaml) => {
  expect(await foundIn({ [config]: yaml })).toEqual([])
  const without = yaml
    .replace('python evaluate.py', 'ls')
    .replaceAll('Category: Approval', 'Category: Invoke')
  expect(await foundIn({ [config]: without })).toEqual([reported])
})

const traps: Readonly<Record<string, string>> = {
  'nothing stands before it': template(stage('A', promote)),
  'it comes after': template(stage('A', promote), stage('B', evaluate)),
  'it runs side by side': template(stage('A', evaluate, promote)),
  'the approval comes after': template(stage('A', promote), stage('B', approval())),
  'the approval stands beside it': template(stage('A', approval(), promote)),
  'the approval comes after it in its stage': template(stage('A', promote, approval(2))),
  'the approval may be left out': template(
    stage('A', `!If [Ask, ${approval()}, !Ref AWS::NoValue]`, build('Promote', '!Ref Promote', 2)),
  ),
  'the stage of the approval may be left out': template(
    `!If [Ask, ${stage('A', approval())}, !Ref "AWS::NoValue"]`,
    stage('B', promote),
  ),
  'what approves is no person': template(
    stage('A', approval().replace('Provider: Manual', 'Provider: Lambda')),
    stage('B', promote),
  ),
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, yaml) => {
  expect(await foundIn({ [config]: yaml })).toEqual([reported])
})

test('the path leads from the source to the call', async () => {
  const [found] = await findingsIn({ ...scripts, [config]: template(stage('Deploy', promote)) })
  expect(found?.path.map(step => step.replace(/^pipeline\.yml:\d+ /, ''))).toEqual([
    '`Release` starts when its source changes (`CodeCommit`)',
    'it runs the job `Deploy/Promote`',
    '`pipeline.yml:Promote` starts when its project in CodeBuild is built',
    'it runs the job `build`',
    '`build` runs `promote.py`',
  ])
  const line = template(stage('Deploy', promote))
    .split('\n')
    .findIndex(text => text.includes('python promote.py'))
  expect(found?.path.at(-1)).toContain(`${config}:${line + 1} `)
})

describe('a project is found', () => {
  const inFile = (more: string, target: string): string => `
Resources:
  Promote:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: promote-model
      Source: {Type: CODEPIPELINE${more}}
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages: [${source}, ${stage('A', approval())}, ${stage('B', build('P', target))}]
`
  const text = 'version: 0.2\nphases: {build: {commands: [python promote.py]}}\n'
  test.each([
    ['by its reference', '!Ref Promote'],
    ['by its name', 'promote-model'],
    ['by the long form of a reference', '{Ref: Promote}'],
    ['by an attribute', '!GetAtt Promote.Name'],
    ['by a text with its name', "!Sub '${Promote}'"],
  ])('%s', async (_, target) => {
    expect(await foundIn({ 'buildspec.yml': text, [config]: inFile('', target) })).toEqual([])
    const open = inFile('', target).replace(stage('A', approval()), stage('A', build('L', 'other')))
    expect(await foundIn({ 'buildspec.yml': text, [config]: open })).toEqual([reported])
  })

  test.each([
    ['buildspec.yml', ''],
    ['ci/buildspec-release.yml', ', BuildSpec: ci/buildspec-release.yml'],
    ['ci/release.yml', ', BuildSpec: ci/release.yml'],
  ])('with its specification in `%s`', async (path, more) => {
    expect(await foundIn({ [path]: text, [config]: inFile(more, '!Ref Promote') })).toEqual([])
    const open = inFile(more, '!Ref Promote').replace(stage('A', approval()), stage('A', build('L', 'other')))
    expect(await foundIn({ [path]: text, [config]: open })).toEqual([reported])
  })

  test('next to its template in a folder', async () => {
    const found = await findingsIn({
      ...scripts,
      'infra/buildspec.yml': text,
      'infra/template.yaml': inFile('', '!Ref Promote'),
    })
    expect(found.map(({ finding }) => finding)).toEqual([])
  })
})

test('a build that nobody approves is found beside one that is approved', async () => {
  const yaml = template(
    stage('A', promote),
    stage('B', approval()),
    stage('C', build('Again', '!Ref Promote')),
  )
  expect(await foundIn({ [config]: yaml })).toEqual([reported])
})

test('a pipeline for the command line is read as JSON', async () => {
  const json = (first: string): string =>
    JSON.stringify(
      {
        pipeline: {
          name: 'release',
          stages: [
            {
              name: 'Source',
              actions: [{ name: 'Git', actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3' } }],
            },
            {
              name: 'A',
              actions: [{ name: 'Ask', actionTypeId: { category: first, owner: 'AWS', provider: 'Manual' } }],
            },
            {
              name: 'B',
              actions: [
                {
                  name: 'Run',
                  actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands' },
                  commands: ['ls', 'python promote.py'],
                },
              ],
            },
          ],
        },
      },
      null,
      2,
    )
  expect(await foundIn({ 'pipeline.json': json('Approval') })).toEqual([])
  expect(await foundIn({ 'pipeline.json': json('Test') })).toEqual([reported])
})

describe('what a template gives to a build', () => {
  const script = `
    import os
    import mlflow
    client = mlflow.MlflowClient()
    client.set_registered_model_alias("churn", os.environ["ALIAS"], "3")
  `
  const withParts = (variables: string, action: string, alias: string): string => `
Parameters:
  Alias: {Type: String, Default: ${alias}}
Resources:
  Promote:
    Type: AWS::CodeBuild::Project
    Properties:
      Environment: {EnvironmentVariables: [${variables}]}
      Source: {Type: CODEPIPELINE, BuildSpec: buildspec.yml}
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages:
        - Name: A
          Actions:
            - Name: P
              ActionTypeId: {Category: Build, Owner: AWS, Provider: CodeBuild}
              Configuration: {ProjectName: !Ref Promote${action}}
`
  const forms: Readonly<Record<string, (alias: string) => string>> = {
    'a variable': alias => withParts(`{Name: ALIAS, Value: ${alias}}`, '', 'x'),
    'a parameter': alias => withParts('{Name: ALIAS, Value: !Ref Alias}', '', alias),
    'a text with a parameter': alias => withParts("{Name: ALIAS, Value: !Sub '${Alias}'}", '', alias),
    'a variable of the action': alias =>
      withParts(
        '',
        `, EnvironmentVariables: '[{"name": "ALIAS", "value": "${alias}", "type": "PLAINTEXT"}]'`,
        'x',
      ),
  }
  test.each(Object.entries(forms))('by %s reaches the call', async (_, form) => {
    const buildspec = 'version: 0.2\nphases: {build: {commands: [python promote.py]}}\n'
    const found = async (alias: string): Promise<string[]> =>
      (await findingsIn({ 'promote.py': script, 'buildspec.yml': buildspec, [config]: form(alias) })).map(
        ({ finding }) => finding,
      )
    expect(await found('champion')).toEqual(['error promote.py:4 unguarded-promotion'])
    expect(await found('challenger')).toEqual([])
  })
})
