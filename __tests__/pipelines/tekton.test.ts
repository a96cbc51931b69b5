import { readSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'
import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'ci/release.yaml'
const reported = 'error promote.py:5 unguarded-promotion'

async function foundWith(yaml: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const found = await findingsIn({ ...scripts, ...more, [config]: yaml })
  return found.map(({ finding, path }) => (path[0]?.includes('starts') ? finding : `${finding} from nowhere`))
}

function pipeline(tasks: string[], last: string[] = []): string {
  return `
    apiVersion: tekton.dev/v1
    kind: Pipeline
    metadata: {name: release}
    spec:
      params: [{name: env, default: prod}]
      tasks: [${tasks.join(', ')}]
      finally: [${last.join(', ')}]
  `
}

const task = (name: string, more = ''): string =>
  `{name: ${name}, taskSpec: {steps: [{image: ml, command: [python, ${name}.py]}]}, ${more}}`
const note = (more: string): string =>
  `{name: note, taskSpec: {steps: [{image: ml, script: "echo"}]}, ${more}}`
const approval = (more = ''): string =>
  `{name: approve, taskRef: {apiVersion: openshift-pipelines.org/v1alpha1, kind: ApprovalTask}, params: [${more}]}`
const open = 'when: [{input: "$(context.pipelineRun.name)", operator: in, values: [x]}]'

test.each([
  ['a task before', pipeline([task('evaluate'), task('promote', 'runAfter: [evaluate]')])],
  [
    'a task far before',
    pipeline([task('evaluate'), note('runAfter: [evaluate]'), task('promote', 'runAfter: [note]')]),
  ],
  [
    'a task before one that may be skipped',
    pipeline([task('evaluate'), note(`runAfter: [evaluate], ${open}`), task('promote', 'runAfter: [note]')]),
  ],
  [
    'a task whose result it uses',
    pipeline([
      task('evaluate'),
      task('promote', 'params: [{name: auc, value: "$(tasks.evaluate.results.auc)"}]'),
    ]),
  ],
  [
    'a task whose result it uses, and that may be skipped',
    pipeline([
      task('evaluate', open),
      task('promote', 'params: [{name: auc, value: "$(tasks.evaluate.results.auc)"}]'),
    ]),
  ],
  ['people who approve', pipeline([approval(), task('promote', 'runAfter: [approve]')])],
  [
    'a condition that both have',
    pipeline([task('evaluate', open), task('promote', `runAfter: [evaluate], ${open}`)]),
  ],
  [
    'the success that the last task asks for',
    pipeline(
      [task('evaluate')],
      [task('promote', 'when: [{input: "$(tasks.evaluate.status)", operator: in, values: [Succeeded]}]')],
    ),
  ],
  [
    'the success of everything',
    pipeline(
      [task('evaluate')],
      [task('promote', 'when: [{input: "$(tasks.status)", operator: in, values: [Succeeded]}]')],
    ),
  ],
  [
    'a condition that never holds',
    pipeline([task('promote', open.replace('$(context.pipelineRun.name)', 'y'))]),
  ],
])('the promotion is guarded by %s', async (_, yaml) => {
  expect((await foundWith(yaml)).filter(finding => !finding.includes('nowhere'))).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'nothing waits for it': pipeline([task('evaluate'), task('promote')]),
  'it comes after': pipeline([task('promote'), task('evaluate', 'runAfter: [promote]')]),
  'another task waits for it': pipeline([task('evaluate'), note('runAfter: [evaluate]'), task('promote')]),
  'its failure is tolerated': pipeline([
    task('evaluate', 'onError: continue'),
    task('promote', 'runAfter: [evaluate]'),
  ]),
  'the failure of its step is tolerated': pipeline([
    task('evaluate').replace('image: ml', 'onError: continue, image: ml'),
    task('promote', 'runAfter: [evaluate]'),
  ]),
  'it may be skipped': pipeline([task('evaluate', open), task('promote', 'runAfter: [evaluate]')]),
  'people approve beside it': pipeline([approval(), task('promote')]),
  'nobody has to approve': pipeline([
    approval('{name: numberOfApprovalsRequired, value: "0"}'),
    task('promote', 'runAfter: [approve]'),
  ]),
  'it waits for time only': pipeline([
    approval().replace('ApprovalTask', 'Wait'),
    task('promote', 'runAfter: [approve]'),
  ]),
  'the promotion runs at the end': pipeline([task('evaluate')], [task('promote')]),
  'the promotion asks for any end': pipeline(
    [task('evaluate')],
    [
      task(
        'promote',
        'when: [{input: "$(tasks.evaluate.status)", operator: in, values: [Succeeded, Failed]}]',
      ),
    ],
  ),
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, yaml) => {
  expect(await foundWith(yaml)).toEqual([reported])
})

test('a step before guards, unless it stands alone or its shell goes on', async () => {
  const steps = (...list: string[]): string =>
    pipeline([`{name: a, taskSpec: {steps: [${list.join(', ')}]}}`])
  const run = (script: string): string => `{image: ml, script: "${script}"}`
  expect(await foundWith(steps(run('python evaluate.py'), run('python promote.py')))).toEqual([])
  expect(await foundWith(steps(run('python evaluate.py\\npython promote.py')))).toEqual([])
  expect(await foundWith(steps(run('#!/bin/bash\\npython evaluate.py\\npython promote.py')))).toEqual([
    reported,
  ])
  expect(await foundWith(steps(run('#!/bin/bash -e\\npython evaluate.py\\npython promote.py')))).toEqual([])
  expect(await foundWith(steps(run('python promote.py'), run('python evaluate.py')))).toEqual([reported])
})

test('a command line is guarded as a script is', async () => {
  const apply = (more: string): string =>
    `{name: apply, taskSpec: {steps: [{script: kubectl apply -n prod -f k8s/churn.yaml}]}, ${more}}`
  const service = 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: churn}\n'
  const found = async (yaml: string): Promise<string[]> =>
    (await foundWith(yaml, { 'k8s/churn.yaml': service })).filter(one => !one.includes('nowhere'))
  expect(await found(pipeline([task('evaluate'), apply('runAfter: [evaluate]')]))).toEqual([])
  expect(await found(pipeline([task('evaluate'), apply('')]))).toEqual([
    `error ${config}:6 unguarded-deployment`,
  ])
})

test('what a task says of itself is no evaluation that can be read', async () => {
  const asked = (values: string): string =>
    pipeline([
      task('train'),
      task('promote', `when: [{input: "$(tasks.train.results.passed)", operator: in, values: [${values}]}]`),
    ])
  expect(await foundWith(asked('"false"'))).toEqual([reported])
  expect(await foundWith(asked('"true"'))).toEqual([reported])
  expect(await foundWith(asked('"true", "false"'))).toEqual([reported])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    apiVersion: tekton.dev/v1
    kind: PipelineRun
    metadata:
      generateName: release-
      annotations:
        pipelinesascode.tekton.dev/on-event: "[push]"
        pipelinesascode.tekton.dev/on-target-branch: "[main]"
    spec:
      pipelineSpec:
        tasks:
          - name: release
            taskSpec:
              steps:
                - name: promote
                  image: ml
                  script: |
                    pip install mlflow
                    python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [config]: yaml })
  expect(found?.path).toEqual([
    `${config}:6 \`${config}\` starts on a push to \`main\``,
    `${config}:11 it runs the job \`release\``,
    `${config}:18 \`release\` runs \`promote.py\``,
  ])
})

describe('tasks and pipelines of other files', () => {
  const tasks = `
    apiVersion: tekton.dev/v1
    kind: Task
    metadata: {name: evaluate}
    spec: {steps: [{image: ml, script: python evaluate.py}]}
    ---
    apiVersion: tekton.dev/v1
    kind: ClusterTask
    metadata: {name: promote}
    spec: {steps: [{image: ml, script: python promote.py}]}
  `
  const ref = (name: string, more = '', kind = 'Task'): string =>
    `{name: ${name}, taskRef: {kind: ${kind}, name: ${name}}, ${more}}`

  test('are followed, and judged where they are used', async () => {
    const good = pipeline([ref('evaluate'), ref('promote', 'runAfter: [evaluate]', 'ClusterTask')])
    expect(await foundWith(good, { 'tasks.yaml': tasks })).toEqual([])
    const bad = pipeline([ref('evaluate'), ref('promote', '', 'ClusterTask')])
    expect(await foundWith(bad, { 'tasks.yaml': tasks })).toEqual([reported])
  })

  test('are judged by themselves where nothing uses them', async () => {
    expect(await foundWith('', { 'tasks.yaml': tasks })).toEqual([reported])
  })

  test('are run by a run', async () => {
    const run = `
      apiVersion: tekton.dev/v1
      kind: PipelineRun
      metadata: {name: run}
      spec: {pipelineRef: {name: release}}
    `
    const guarded = pipeline([task('evaluate'), task('promote', 'runAfter: [evaluate]')])
    expect(await foundWith(run, { 'p.yaml': withoutMargin(guarded) })).toEqual([])
    const bare = withoutMargin(pipeline([task('promote')]))
    expect(await foundWith(run, { 'p.yaml': bare })).toEqual([reported])
  })

  test('are started by listeners', async () => {
    const template = `
      apiVersion: triggers.tekton.dev/v1beta1
      kind: TriggerTemplate
      metadata: {name: release}
      spec:
        params: [{name: alias, default: champion}]
        resourcetemplates:
          - apiVersion: tekton.dev/v1
            kind: PipelineRun
            metadata: {generateName: release-}
            spec:
              pipelineSpec:
                tasks: [${task('promote')}]
      ---
      apiVersion: triggers.tekton.dev/v1beta1
      kind: EventListener
      metadata: {name: pushes}
      spec:
        triggers:
          - name: main
            interceptors: [{ref: {name: github}, params: [{name: eventTypes, value: [push]}]}]
            template: {ref: release}
    `
    const [found] = await findingsIn({ ...scripts, [config]: template })
    expect(found?.finding).toBe(reported)
    expect(found?.path[0]).toBe(
      `${config}:19 \`${config}\` starts when a push reaches the event listener (\`main\`)`,
    )
  })
})

describe('parameters', () => {
  const promote = `
    import os
    import sys
    import mlflow
    client = mlflow.MlflowClient()
    client.set_registered_model_alias("churn", sys.argv[1], "3")
    client.set_registered_model_alias("churn", os.environ["ALIAS"], "3")
  `
  const both = ['error promote.py:5 unguarded-promotion', 'error promote.py:6 unguarded-promotion']
  const run = (usual: string, given = '', ofTask = ''): string => `
    apiVersion: tekton.dev/v1
    kind: List
    items:
      - apiVersion: tekton.dev/v1
        kind: Task
        metadata: {name: promote}
        spec:
          params: [{name: alias, default: challenger}]
          steps:
            - image: ml
              command: [python, promote.py, $(params.alias)]
              env: [{name: ALIAS, value: "$(params['alias'])"}]
      - apiVersion: tekton.dev/v1
        kind: Pipeline
        metadata: {name: release}
        spec:
          params: [{name: stage, default: ${usual}}]
          tasks: [{name: promote, taskRef: {name: promote}, ${ofTask}}]
      - apiVersion: tekton.dev/v1
        kind: PipelineRun
        metadata: {name: run}
        spec: {pipelineRef: {name: release}, ${given}}
  `
  const hand = 'params: [{name: alias, value: $(params.stage)}]'

  test.each([
    ['the default of the task', run('champion'), []],
    ['the default of the pipeline', run('champion', '', hand), both],
    ['what the run gives', run('champion', 'params: [{name: stage, value: challenger}]', hand), []],
    ['what the run gives, for production', run('x', 'params: [{name: stage, value: champion}]', hand), both],
    ['one leg of a matrix', run('x', '', 'matrix: {params: [{name: alias, value: [champion, x]}]}'), both],
  ])('reach the call as %s', async (_, yaml, expected) => {
    expect(await foundWith(yaml, { 'promote.py': promote })).toEqual(expected)
  })

  test('do not stop the shell from running commands in commands', async () => {
    const yaml = pipeline([
      `{name: a, taskSpec: {steps: [{script: 'x=$(tasks) && cd $(workspaces.source.path) && python promote.py'}]}}`,
    ])
    expect(await foundWith(yaml)).toEqual([reported])
  })
})

test('a script that a task of the outside is given is read', async () => {
  const yaml = pipeline([
    '{name: a, taskRef: {name: openshift-client}, params: [{name: SCRIPT, value: python promote.py}]}',
  ])
  expect(await foundWith(yaml)).toEqual([reported])
})

test('a long script is read', async () => {
  const yaml = `
    apiVersion: tekton.dev/v1
    kind: Task
    metadata: {name: release}
    spec:
      steps:
        - image: ml
          script: |
            ${'echo one more line\n            '.repeat(300)}
            python promote.py
  `
  expect(await foundWith(yaml)).toEqual([reported])
})

describe('what cannot be read', () => {
  async function noticesIn(yaml: string): Promise<string[]> {
    const { notices } = await readSources({ [config]: withoutMargin(yaml) })
    return notices.map(({ line, kind, message }) => `${line} ${kind} ${message}`)
  }

  test.each([
    [
      'a cycle',
      pipeline([task('evaluate', 'runAfter: [promote]'), task('promote', 'runAfter: [evaluate]')]),
      'The task `evaluate` waits for itself',
    ],
    ['a missing task', pipeline(['{name: a, taskRef: {name: git-clone}}']), 'The task `git-clone`'],
    [
      'a missing pipeline',
      'apiVersion: tekton.dev/v1\nkind: PipelineRun\nspec: {pipelineRef: {name: x}}',
      'The pipeline that this runs',
    ],
    ['a key that stands twice', `${withoutMargin(pipeline([]))}\n  tasks: []`, 'This key stands twice'],
  ])('%s is a notice', async (_, yaml, message) => {
    expect(await noticesIn(yaml)).toContainEqual(expect.stringContaining(message))
  })

  test('a cycle hides no promotion', async () => {
    const yaml = pipeline([task('evaluate', 'runAfter: [promote]'), task('promote', 'runAfter: [evaluate]')])
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test.each([
    'kind: Task\napiVersion: tekton.dev/v1',
    'tekton.dev/ kind: Task [',
    'tekton.dev/v1: {{ kind: Task',
  ])('is no crash: %j', async text => {
    expect(await foundWith(`${text}\n`)).toEqual([`${reported} from nowhere`])
  })
})
