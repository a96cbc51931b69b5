import { readSources } from '../support/analyse'
import { withoutMargin } from '../support/margin'
import { evaluateScript, findingsIn, promoteScript } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const config = 'deploy/release.yaml'
const reported = 'error promote.py:5 unguarded-promotion'

const leaves = `
  - {name: evaluate, container: {image: ml, command: [python, evaluate.py]}}
  - {name: promote, container: {image: ml, command: [python, promote.py]}}
  - {name: note, container: {image: ml, command: [echo, done]}}
  - {name: approve, suspend: {}}
  - {name: wait, suspend: {duration: "20"}}
`

function workflow(main: string, more = '', kind = 'Workflow'): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ${kind}
metadata: {name: release}
spec:
  entrypoint: main
${more}
  templates:
  - name: main
    ${main}${leaves}`
}

async function foundWith(yaml: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const found = await findingsIn({ ...scripts, ...more, [config]: yaml })
  return found.map(({ finding, path }) => (path[0]?.includes('starts') ? finding : `${finding} from nowhere`))
}

const step = (name: string, more = ''): string => `{name: ${name}, template: ${name}, ${more}}`
const steps = (...groups: string[][]): string =>
  workflow(`steps: [${groups.map(group => `[${group.join(', ')}]`).join(', ')}]`)
const dag = (...tasks: string[]): string => workflow(`dag: {tasks: [${tasks.join(', ')}]}`)

test.each([
  ['a group before', steps([step('evaluate')], [step('promote')])],
  ['a group before the one before', steps([step('evaluate')], [step('note')], [step('promote')])],
  [
    'a group before one that may be skipped',
    steps([step('evaluate')], [step('note', 'when: "{{workflow.name}} == x"')], [step('promote')]),
  ],
  ['somebody who resumes the workflow', steps([step('approve')], [step('promote')])],
  ['a task that it depends on', dag(step('evaluate'), step('promote', 'dependencies: [evaluate]'))],
  [
    'a task far before',
    dag(step('evaluate'), step('note', 'dependencies: [evaluate]'), step('promote', 'dependencies: [note]')),
  ],
  ['somebody between the tasks', dag(step('approve'), step('promote', 'depends: approve'))],
  ['the success that it asks for', dag(step('evaluate'), step('promote', 'depends: evaluate.Succeeded'))],
  [
    'the success of two tasks',
    dag(step('evaluate'), step('note'), step('promote', 'depends: "evaluate && note.Succeeded"')),
  ],
  [
    'a task before one that may have failed',
    dag(
      step('evaluate'),
      step('note', 'depends: evaluate'),
      step('promote', 'depends: "note.Succeeded || note.Failed"'),
    ),
  ],
  [
    'a condition that asks for its success',
    dag(
      step('evaluate'),
      step(
        'promote',
        'depends: "evaluate || evaluate.Failed", when: "{{tasks.evaluate.status}} == Succeeded"',
      ),
    ),
  ],
  [
    'a condition that both have',
    steps(
      [step('evaluate', 'when: "{{workflow.name}} == x"')],
      [step('promote', 'when: "{{workflow.name}} == x"')],
    ),
  ],
])('the promotion is guarded by %s', async (_, yaml) => {
  expect(await foundWith(yaml)).toEqual([])
})

const traps: Readonly<Record<string, string>> = {
  'both stand side by side': steps([step('evaluate'), step('promote')]),
  'it comes after': steps([step('promote')], [step('evaluate')]),
  'its failure is tolerated': steps([step('evaluate', 'continueOn: {failed: true}')], [step('promote')]),
  'it may be skipped': steps([step('evaluate', 'when: "{{workflow.name}} == x"')], [step('promote')]),
  'its list may be empty': steps([step('evaluate', 'withParam: "{{workflow.name}}"')], [step('promote')]),
  'it is a timer': steps([step('wait')], [step('promote')]),
  'the approval may be skipped': steps(
    [step('approve', 'when: "{{workflow.name}} == x"')],
    [step('promote')],
  ),
  'no task depends on it': dag(step('evaluate'), step('promote')),
  'another task depends on it': dag(
    step('evaluate'),
    step('note', 'dependencies: [evaluate]'),
    step('promote'),
  ),
  'its failure is asked for': dag(step('evaluate'), step('promote', 'depends: evaluate.Failed')),
  'any end of it will do': dag(
    step('evaluate'),
    step('promote', 'depends: "evaluate.Succeeded || evaluate.Failed"'),
  ),
  'another task will do': dag(step('evaluate'), step('note'), step('promote', 'depends: "evaluate || note"')),
  'a task that it depends on is tolerated': dag(
    step('evaluate', 'continueOn: {failed: true}'),
    step('promote', 'dependencies: [evaluate]'),
  ),
  'a task that it depends on may be skipped': dag(
    step('evaluate', 'when: "{{workflow.name}} == x"'),
    step('promote', 'depends: evaluate'),
  ),
  'what depends on it cannot be read': dag(step('evaluate'), step('promote', 'depends: "evaluate &&"')),
  'the promotion is what runs at the end': workflow(`steps: [[${step('evaluate')}]]`, '  onExit: promote'),
}
test.each(Object.entries(traps))('what looks like a gate is none where %s', async (_, yaml) => {
  expect(await foundWith(yaml)).toEqual([reported])
})

test('what runs at the end may ask for the success of the workflow', async () => {
  const handler = `
  - name: bye
    steps: [[${step('promote', 'when: "{{workflow.status}} == Succeeded"')}]]`
  const yaml = workflow(`steps: [[${step('evaluate')}]]`, '  onExit: bye')
  expect(await foundWith(`${yaml}${handler}\n`)).toEqual([])
  const other = handler.replace('== Succeeded', '!= Skipped')
  expect(await foundWith(`${yaml}${other}\n`)).toEqual([reported])
})

test('a task that swallows the failure of the one before ends its graph well', async () => {
  const inner = (depends: string): string => `
  - name: checks
    dag: {tasks: [${step('evaluate')}, ${step('note', `depends: "${depends}"`)}]}
`
  const yaml = workflow(`steps: [[${step('checks')}], [${step('promote')}]]`)
  expect(await foundWith(yaml + inner('evaluate'))).toEqual([])
  expect(await foundWith(yaml + inner('evaluate || evaluate.Failed'))).toEqual([reported])
})

test('containers of a set wait for those that they name', async () => {
  const set = (dependencies: string): string =>
    workflow(`containerSet:
      containers:
      - {name: evaluate, image: ml, command: [python, evaluate.py]}
      - {name: promote, image: ml, command: [python, promote.py], ${dependencies}}`)
  expect(await foundWith(set('dependencies: [evaluate]'))).toEqual([])
  expect(await foundWith(set(''))).toEqual([reported])
})

test('a command line is guarded as a script is', async () => {
  const apply = `
  - {name: apply, container: {image: "bitnami/kubectl:1", args: [apply, -n, prod, -f, k8s/churn.yaml]}}
`
  const service = 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: churn}\n'
  const found = async (yaml: string): Promise<string[]> =>
    (await foundWith(yaml + apply, { 'k8s/churn.yaml': service })).filter(one => !one.includes('nowhere'))
  expect(await found(steps([step('evaluate')], [step('apply')]))).toEqual([])
  expect(await found(steps([step('evaluate'), step('apply')]))).toEqual([
    `error ${config}:16 unguarded-deployment`,
  ])
})

test('a metric that a task gives guards where it is asked for', async () => {
  const asked = (when: string): string =>
    dag(step('evaluate'), step('promote', `dependencies: [evaluate], when: "${when}"`)).replace(
      'evaluate.py',
      'train.py',
    )
  expect(await foundWith(asked('{{tasks.evaluate.outputs.parameters.auc}} > 0.85'))).toEqual([])
  expect(await foundWith(asked('{{tasks.evaluate.outputs.parameters.auc}} < 0.85'))).toEqual([reported])
  expect(await foundWith(asked('{{tasks.evaluate.outputs.parameters.region}} == eu'))).toEqual([reported])
})

test('the path leads from the trigger to the call', async () => {
  const yaml = `
    apiVersion: argoproj.io/v1alpha1
    kind: CronWorkflow
    metadata: {name: nightly}
    spec:
      schedules: ["0 3 * * *"]
      workflowSpec:
        entrypoint: main
        templates:
          - name: main
            steps:
              - - name: release
                  template: promote
          - name: promote
            script:
              image: ml
              command: [bash, -e]
              source: |
                pip install mlflow
                python promote.py
  `
  const [found] = await findingsIn({ ...scripts, [config]: yaml })
  expect(found?.path).toEqual([
    `${config}:5 \`${config}\` starts on a schedule (\`0 3 * * *\`)`,
    `${config}:11 it runs the job \`release\``,
    `${config}:19 \`release\` runs \`promote.py\``,
  ])
})

describe('scripts', () => {
  const script = (parts: string): string => workflow(`script: {image: ml, ${parts}}`)
  const python =
    'import mlflow\\nmlflow.MlflowClient().set_registered_model_alias(\\"churn\\", \\"champion\\", \\"3\\")'
  const here = `error ${config}:9 unguarded-promotion`

  test.each([
    ['Python', script(`command: [python], source: "${python}"`), here],
    ['Python, named by a path', script(`command: [/usr/bin/python3, -u], source: "${python}"`), here],
    ['Python, by its own first line', script(`source: "#!/usr/bin/env python\\n${python}"`), here],
    ['Python that is given code', workflow(`container: {command: [python, -c, "${python}"]}`), here],
    ['a shell', script('command: [bash], source: "python promote.py"'), reported],
    [
      'a shell that is given code',
      workflow('container: {command: [sh, -c], args: ["python promote.py"]}'),
      reported,
    ],
    ['an image with its arguments', workflow('container: {args: [python, promote.py]}'), reported],
    ['another folder', workflow('container: {command: [python, promote.py], workingDir: /app}'), reported],
  ])('of %s are read', async (_, yaml, expected) => {
    expect(await foundWith(yaml)).toContain(expected)
  })

  test('of other languages are left alone', async () => {
    const yaml = script('command: [node], source: "python promote.py"')
    expect(await foundWith(yaml)).toEqual([`${reported} from nowhere`])
  })

  test('go on after a failing line unless their shell stops there', async () => {
    const both = 'source: "python evaluate.py\\npython promote.py"'
    expect(await foundWith(script(`command: [bash, -e], ${both}`))).toEqual([])
    expect(await foundWith(script(`command: [bash], ${both}`))).toEqual([reported])
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
  const asked = (usual: string, given: string): string => `
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {generateName: release-}
    spec:
      entrypoint: main
      arguments: {parameters: [{name: stage, value: ${usual}}]}
      templates:
        - name: main
          steps: [[{name: go, template: promote, ${given}}]]
        - name: promote
          inputs: {parameters: [{name: alias, default: "{{workflow.parameters.stage}}"}]}
          container:
            command: [python, promote.py]
            args: ["{{inputs.parameters.alias}}"]
            env: [{name: ALIAS, value: "{{ inputs.parameters.alias }}"}]
  `
  const give = (alias: string): string => `arguments: {parameters: [{name: alias, value: "${alias}"}]}`

  test.each([
    ['its default', asked('champion', ''), both],
    ['another default', asked('challenger', ''), []],
    ['what it is given', asked('champion', give('challenger')), []],
    ['what it is given of the workflow', asked('champion', give('{{workflow.parameters.stage}}')), both],
    ['one of its items', asked('x', `${give('{{item}}')}, withItems: [challenger, champion]`), both],
    ['a field of its items', asked('x', `${give('{{item.a}}')}, withItems: [{a: challenger}]`), []],
  ])('reach the call as %s', async (_, yaml, expected) => {
    expect(await foundWith(yaml, { 'promote.py': promote })).toEqual(expected)
  })

  test('name the script that a template runs', async () => {
    const run = (name: string): string =>
      `{name: ${name}, template: run, arguments: {parameters: [{name: file, value: ${name}.py}]}}`
    const template = `
  - name: run
    inputs: {parameters: [{name: file}]}
    container: {command: [python, "{{inputs.parameters.file}}"]}
`
    expect(await foundWith(steps([run('evaluate')], [run('promote')]) + template)).toEqual([])
    expect(await foundWith(steps([run('promote')], [run('evaluate')]) + template)).toEqual([reported])
  })
})

describe('templates of other files', () => {
  const library = (kind = 'WorkflowTemplate'): string => `
    apiVersion: v1
    kind: List
    items:
      - apiVersion: argoproj.io/v1alpha1
        kind: ${kind}
        metadata: {name: models}
        spec:
          templates:
            - {name: evaluate, container: {command: [python, evaluate.py]}}
            - {name: promote, container: {command: [python, promote.py]}}
  `
  const from = (name: string, more = ''): string =>
    `{name: ${name}, templateRef: {name: models, template: ${name}${more}}}`

  test('are followed, and judged where they are taken in', async () => {
    const yaml = steps([from('evaluate')], [from('promote')])
    expect(await foundWith(yaml, { 'templates.yaml': library() })).toEqual([])
    const other = steps([from('promote')], [from('evaluate')])
    expect(await foundWith(other, { 'templates.yaml': library() })).toEqual([reported])
  })

  test('are those of the cluster where it is asked for', async () => {
    const yaml = steps([from('promote', ', clusterScope: true')])
    expect(await foundWith(yaml, { 't.yaml': library('ClusterWorkflowTemplate') })).toEqual([reported])
  })

  test('are judged by themselves where nothing takes them in', async () => {
    expect(await foundWith('', { 'templates.yaml': library() })).toEqual([reported])
  })

  test('make whole workflows', async () => {
    const template = workflow(`steps: [[${step('evaluate')}], [${step('promote')}]]`, '', 'WorkflowTemplate')
    const use = `
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: run-}
      spec: {workflowTemplateRef: {name: release}}
    `
    expect(await foundWith(use, { 't.yaml': template })).toEqual([])
    const open = template.replace(`[${step('evaluate')}], `, '')
    expect(await foundWith(use, { 't.yaml': open })).toEqual([reported])
  })
})

test('several workflows of a file are pipelines of their own', async () => {
  const guarded = steps([step('evaluate')], [step('promote')])
  const open = steps([step('promote')], [step('evaluate')])
  expect(await foundWith(`${guarded}\n---\n${guarded}`)).toEqual([])
  expect(await foundWith(`${guarded}\n---\n${open}`)).toEqual([reported])
})

test('a schedule that is suspended weighs less', async () => {
  const yaml = (suspend: string): string => `
    apiVersion: argoproj.io/v1alpha1
    kind: CronWorkflow
    metadata: {name: nightly}
    spec:
      schedule: "0 3 * * *"
      suspend: ${suspend}
      workflowSpec:
        entrypoint: main
        templates: [{name: main, container: {command: [gto, assign, churn, --stage, prod]}}]
  `
  const found = async (suspend: string): Promise<string | undefined> =>
    (await findingsIn({ [config]: yaml(suspend) }))[0]?.finding
  expect(await found('false')).toBe(`error ${config}:9 unguarded-promotion`)
  expect(await found('true')).toBe(`warning ${config}:9 unguarded-promotion`)
})

describe('a manifest that a template makes', () => {
  const resource = (percent: number, action = 'apply', namespace = 'prod'): string => `
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {name: release}
    spec:
      entrypoint: main
      arguments: {parameters: [{name: percent, value: "${percent}"}]}
      templates:
        - name: main
          resource:
            action: ${action}
            manifest: |
              apiVersion: serving.kserve.io/v1beta1
              kind: InferenceService
              metadata: {name: churn, namespace: ${namespace}}
              spec: {predictor: {canaryTrafficPercent: {{workflow.parameters.percent}}}}
  `
  const found = async (yaml: string): Promise<string[]> =>
    (await findingsIn({ [config]: yaml })).map(({ finding }) => finding)

  test('is judged by what it deploys', async () => {
    expect(await found(resource(100))).toEqual([`error ${config}:11 unguarded-deployment`])
    expect(await found(resource(10))).toEqual([])
    expect(await found(resource(100, 'create'))).toEqual([`error ${config}:11 unguarded-deployment`])
    expect(await found(resource(100, 'get'))).toEqual([])
    expect(await found(resource(100, 'apply', 'dev'))).toEqual([])
  })
})

test('a workflow that another pipeline submits is guarded as that is', async () => {
  const submit = (first: string): string => `
    on: push
    jobs:
      release:
        steps:
          - run: ${first}
          - run: argo submit -n ml ${config} --watch
  `
  const found = async (first: string): Promise<readonly string[]> => {
    const files = {
      ...scripts,
      [config]: steps([step('promote')]),
      '.github/workflows/cd.yml': submit(first),
    }
    return (await findingsIn(files)).flatMap(({ finding, path }) => [finding, ...path])
  }
  expect(await found('python evaluate.py')).toEqual([])
  expect(await found('echo')).toEqual([
    reported,
    '.github/workflows/cd.yml:1 `.github/workflows/cd.yml` starts on every push',
    '.github/workflows/cd.yml:3 it runs the job `release`',
    `.github/workflows/cd.yml:6 \`release\` runs \`${config}\``,
    `${config}:2 \`${config}\` starts when somebody or something submits it`,
    `${config}:9 it runs the job \`promote\``,
    `${config}:11 \`promote\` runs \`promote.py\``,
  ])
})

describe('what cannot be read', () => {
  async function noticesIn(yaml: string): Promise<string[]> {
    const { notices } = await readSources({ [config]: withoutMargin(yaml) })
    return notices.map(({ line, kind, message }) => `${line} ${kind} ${message}`)
  }

  test.each([
    ['a `when` that is none', steps([step('promote', 'when: "{{x}} =="')]), 'This `when`'],
    ['a `depends` that is none', dag(step('promote', 'depends: "a ||"')), 'This `depends`'],
    ['a template that is missing', steps([step('elsewhere')]), 'The template `elsewhere`'],
    [
      'an entry that is missing',
      workflow('suspend: {}').replace('entrypoint: main', 'entrypoint: x'),
      'The t',
    ],
    [
      'a cycle',
      dag(
        step('evaluate', 'depends: note'),
        step('note', 'depends: promote'),
        step('promote', 'depends: evaluate'),
      ),
      'The task `evaluate` waits for itself',
    ],
    ['a key that stands twice', `${workflow('suspend: {}')}\n  entrypoint: main`, 'This key stands twice'],
    [
      'braces of another language',
      workflow('suspend: {}').replace('main', '{{ .Values.x }} y'),
      'The YAML could',
    ],
  ])('%s is a notice', async (_, yaml, message) => {
    expect(await noticesIn(yaml)).toContainEqual(expect.stringContaining(message))
  })

  test('a cycle hides no promotion', async () => {
    const yaml = dag(step('evaluate', 'depends: promote'), step('promote', 'depends: evaluate'))
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test('containers that wait for each other hide no promotion', async () => {
    const yaml = workflow(`containerSet:
      containers:
      - {name: a, image: ml, command: [python, a.py], dependencies: [promote]}
      - {name: promote, image: ml, command: [python, promote.py], dependencies: [a]}`)
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test('templates that run each other without an end come to one', async () => {
    const loop = `
  - {name: again, steps: [[{name: a, template: main}, {name: b, template: main}]]}
`
    const yaml = workflow(`steps: [[{name: a, template: again}], [${step('promote')}]]`) + loop
    expect(await foundWith(yaml)).toEqual([reported])
  })

  test('templates that multiply are followed to a limit', async () => {
    const level = (n: number): string =>
      `  - {name: t${n}, steps: [[${'abcdefgh'
        .split('')
        .map(x => `{name: ${x}, template: t${n + 1}}`)
        .join(', ')}]]}\n`
    const many = Array.from({ length: 12 }, (_, n) => level(n)).join('')
    const yaml = `${workflow('steps: [[{name: a, template: t0}]]')}${many}  - {name: t12, suspend: {}}\n`
    expect(await noticesIn(yaml)).toContainEqual(
      expect.stringContaining('more templates than can be followed'),
    )
  })

  test('aliases that stand for billions of nodes come to an end', async () => {
    const level = (n: number): string =>
      `  - &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(', ')}]\n`
    const bomb = `x:\n  - &a0 [${Array(9).fill('{name: a}').join(', ')}]\n${[1, 2, 3, 4, 5, 6, 7].map(level).join('')}`
    const yaml = `${bomb}apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: a}\nspec: {entrypoint: a, templates: *a7}\n`
    expect(await noticesIn(yaml)).toHaveLength(1)
  })

  test.each([
    ['references', `templateRef: {${'template:a'.repeat(20_000)}`],
    ['blanks in braces', `args: "{{${' '.repeat(100_000)}"`],
    ['steps', `steps: [${`[${step('note', 'when: "x =="')}],`.repeat(5_000)}]`],
    [
      'tasks',
      `dag: {tasks: [${Array.from({ length: 5_000 }, (_, n) => `{name: t${n}, template: note, dependencies: [t${n + 1}]}`).join(', ')}]}`,
    ],
    [
      'workflows',
      `steps: []\n${`\n---\napiVersion: argoproj.io/v1\nkind: Workflow\nspec: {workflowTemplateRef: {name: x}}`.repeat(3_000)}`,
    ],
  ])('thousands of %s take no long time', async (_, text) => {
    const start = Date.now()
    await readSources({ [config]: `${workflow(text)}\n` })
    expect(Date.now() - start).toBeLessThan(10_000)
  })

  test.each(['kind: Workflow\napiVersion: argoproj.io/v1', 'argoproj.io/ kind: Workflow [', '%'])(
    'is no crash: %j',
    async text => {
      expect(await foundWith(`${text}\n`)).toEqual([`${reported} from nowhere`])
    },
  )
})
