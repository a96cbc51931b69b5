import { codepipelineFrontend } from '../../../src/frontends/codepipeline'
import type { Reading, SourceFile } from '../../../src/program'
import { waysThrough } from '../pipeline-ways'

const path = 'template.yml'

function read(text: string, others: Readonly<Record<string, string>> = {}): Reading {
  const open = (name: string): SourceFile | undefined =>
    others[name] === undefined ? undefined : { path: name, text: others[name] }
  return codepipelineFrontend.read({ path, text }, open)
}

const action = (name: string, category: string, more = '', provider = 'Manual'): string =>
  `{Name: ${name}, ActionTypeId: {Category: ${category}, Owner: AWS, Provider: ${provider}}${more}}`
const pipeline = (...stages: string[]): string =>
  `Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages: [${stages.join(', ')}]\n`
const stage = (name: string, ...actions: string[]): string =>
  `{Name: ${name}, Actions: [${actions.join(', ')}]}`

describe('actions', () => {
  test('wait for those of the stages before, and for those of their own stage with a smaller number', () => {
    const yaml = pipeline(
      stage('S', action('Git', 'Source')),
      stage('A', action('a', 'Approval'), action('b', 'Deploy', '', 'ECS')),
      stage(
        'B',
        action('c', 'Deploy', ', RunOrder: 2', 'CloudFormation'),
        action('d', 'Invoke', '', 'Lambda'),
      ),
    )
    const reading = read(yaml)
    expect(waysThrough(reading, 'A/a')).toEqual(['approval(approval)'])
    expect(waysThrough(reading, 'A/b')).toEqual(['uses: Deploy/ECS'])
    expect(waysThrough(reading, 'B/d')).toEqual(['after A/a after A/b uses: Invoke/Lambda'])
    expect(waysThrough(reading, 'B/c')).toEqual(['after A/a after A/b after B/d uses: Deploy/CloudFormation'])
  })

  test('of a condition may be left out, on either side of it', () => {
    const yaml = pipeline(
      stage('A', `!If [Ask, ${action('a', 'Approval')}, ${action('b', 'Test', '', 'CodeBuild')}]`),
      stage('B', action('c', 'Deploy', '', 'ECS')),
    )
    expect(waysThrough(read(yaml), 'B/c')).toEqual(['after A/a? after A/b? uses: Deploy/ECS'])
  })

  test('of a condition in its long form too', () => {
    const yaml = pipeline(
      stage('A', `{"Fn::If": [Ask, ${action('a', 'Approval')}, {Ref: "AWS::NoValue"}]}`),
      stage('B', action('c', 'Deploy', '', 'ECS')),
    )
    expect(waysThrough(read(yaml), 'B/c')).toContain('after A/a? uses: Deploy/ECS')
  })
})

describe('a build', () => {
  const project = (spec: string): string =>
    `Parameters:\n  Stage: {Type: String, Default: prod}\nResources:\n  B:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Source:\n        BuildSpec: ${spec}\n`
  const scripts = (spec: string, others: Readonly<Record<string, string>> = {}): string[] =>
    (read(project(spec), others).embedded ?? []).map(({ file }) => file.text)
  const block = (commands: string): string =>
    `|\n          version: 0.2\n          phases: {build: {commands: [${commands}]}}`

  test.each([
    ['in the template', block('a')],
    [
      'in the template, with names put in',
      block('"run ${Stage} ${!HOME} ${AWS::Region}"').replace('|', '!Sub |'),
    ],
    ['in a text of JSON', '"version: 0.2\\nphases: {build: {commands: [a]}}\\n"'],
  ])('stands %s', (_, spec) => {
    expect(scripts(spec)).toEqual([spec.startsWith('!Sub') ? 'run prod ${HOME} ${AWS__Region}\n' : 'a\n'])
  })

  test('stands in a file that no other frontend reads', () => {
    const text = 'phases: {build: {commands: [a]}}'
    expect(scripts('ci/release.yml', { 'ci/release.yml': text })).toEqual(['a\n'])
    expect(scripts('ci/buildspec.yml', { 'ci/buildspec.yml': text })).toEqual([])
    expect(scripts('ci/absent.yml')).toEqual([])
  })

  test('that is broken is a notice at its line', () => {
    const { notices } = read(project('|\n          phases:\n            build: {commands: [a\n'))
    expect(notices.map(({ path: file, line, kind }) => [file, line > 8, kind])).toEqual([
      [path, true, 'syntax'],
    ])
  })
})

test.each([
  ['template.yml', true],
  ['infra/pipeline.yaml', true],
  ['infra/stack.template', true],
  ['infra/release.template.json', true],
  ['pipeline.json', true],
  ['package.json', false],
  ['data/items.json', false],
])('%s may be a template: %s', (file, expected) => {
  expect(codepipelineFrontend.claims(file)).toBe(expected)
})

test('only templates with pipelines are read', () => {
  const recognises = (text: string): boolean | undefined => codepipelineFrontend.recognises?.({ path, text })
  expect(recognises(pipeline())).toBe(true)
  expect(recognises('{"pipeline": {"stages": [{"actions": [{"actionTypeId": {}}]}]}}')).toBe(true)
  expect(recognises('Resources:\n  B:\n    Type: AWS::S3::Bucket\n')).toBe(false)
})

test('a long text whose lines are indented is no deep nesting', () => {
  const code = Array.from({ length: 200 }, (_, i) => `          line ${i}`).join('\n')
  const yaml = `Resources:\n  F:\n    Properties:\n      ZipFile: |\n${code}\n${pipeline(stage('A', action('a', 'Approval'))).replace('Resources:\n', '')}`
  expect(read(yaml).notices).toEqual([])
  expect(waysThrough(read(yaml), 'A/a')).toEqual(['approval(approval)'])
})

describe('what cannot be read is a notice, and the rest is used', () => {
  test.each([
    ['brackets nested 100,000 deep', pipeline(`${'['.repeat(100_000)}`), ['limit']],
    ['conditions nested 90 deep', pipeline(`${'!If [a, '.repeat(90)}b${']'.repeat(90)}`), []],
    ['a quote that nothing closes', pipeline('{Name: "a'), ['syntax']],
    ['a brace that nothing closes', pipeline('{Name: a'), ['syntax']],
    ['tags that nobody knows', pipeline(`!Foreign ${stage('A', `!Other ${action('a', 'Approval')}`)}`), []],
    ['keys that occur twice', `${pipeline(stage('A'))}      Stages: []\n`, []],
    ['values of other kinds', pipeline('3', 'null', '{Actions: {a: b}}', '{Actions: [3]}'), []],
    [
      'a reference to itself',
      'Resources: &a\n  P: {Type: "AWS::CodePipeline::Pipeline", Properties: *a}\n',
      [],
    ],
    ['JSON that ends early', '{"pipeline": {"stages": [{"actions": [{"actionTypeId"', ['syntax']],
    ['nothing', '', []],
  ])('%s', (_, text, kinds) => {
    expect(read(text).notices.map(({ kind }) => kind)).toEqual(kinds)
  })
})
