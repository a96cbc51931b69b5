import { azureFrontend } from '../../../src/frontends/azure'
import { withoutMargin } from '../../support/margin'
import { notices, path, read, scripts, ways } from './azure'

describe('a template', () => {
  test('of steps, jobs, stages or variables is taken in with its parameters', () => {
    const yaml = `
      variables: [{template: t/vars.yml}]
      stages:
        - template: t/stage.yml
          parameters: {name: Prod}
    `
    const templates = {
      't/vars.yml': 'variables: {stage: Production}',
      't/stage.yml': `
        parameters: [{name: name, type: string}]
        stages:
          - stage: \${{ parameters.name }}
            jobs: [{template: jobs.yml, parameters: {script: promote}}]
      `,
      't/jobs.yml': `
        parameters: {script: '', folder: src}
        jobs:
          - job: run
            steps:
              - template: /steps.yml@self
                parameters: {path: '\${{ parameters.folder }}/\${{ parameters.script }}.py'}
      `,
      'steps.yml': `
        parameters: [{name: path}]
        steps: [{script: 'python \${{ parameters.path }} \${{ variables.stage }}'}]
      `,
    }
    expect(scripts(yaml, templates)).toEqual(['python src/promote.py Production'])
    expect(ways(yaml, 'run', templates)).toEqual(['Prod.run/1'])
  })

  test('may be extended', () => {
    const yaml = `
      trigger: none
      pr: none
      extends:
        template: base.yml
        parameters: {steps: [{script: python promote.py}]}
    `
    const base = `
      parameters: [{name: steps, type: stepList, default: []}]
      jobs:
        - job: run
          steps:
            - script: python evaluate.py
            - \${{ parameters.steps }}
            - \${{ each step in parameters.steps }}:
              - \${{ step }}
    `
    expect(scripts(yaml, { 'base.yml': base })).toEqual([
      'python evaluate.py',
      'python promote.py',
      'python promote.py',
    ])
    expect(ways(yaml, path, { 'base.yml': base })[0]).toContain('on(manual)')
  })

  test('of another repository is a step of which nothing is known', () => {
    expect(ways('steps: [{template: a.yml@other}, {script: b}]', 'job')).toEqual([
      'uses: template: a.yml@other job/2',
    ])
    const stages = 'stages: [{template: a.yml@other}, {stage: B, jobs: [{job: b, steps: [{script: b}]}]}]'
    expect(ways(stages, 'b')).toEqual(['B.b/1'])
    expect(notices(stages)).toEqual([])
  })

  test('of jobs in another repository keeps its place', () => {
    const yaml = 'jobs: [{template: a.yml@other}, {job: b, steps: [{script: b}]}]'
    expect(ways(yaml, 'job 1')).toEqual(['uses: template: a.yml@other'])
  })

  test.each(['./t/a.yml', 't//a.yml', 't/../t/a.yml', '/t/a.yml', '" t/a.yml@self"', 't\\\\a.yml'])(
    'is found by its path %s',
    named => {
      const yaml = `steps: [{template: ${named}}]`
      expect(scripts(yaml, { 't/a.yml': 'steps: [{script: a}]' })).toEqual(['a'])
    },
  )

  test('above the top is none', () => {
    expect(ways('steps: [{template: ../a.yml}]', 'job', { 'a.yml': 'steps: [{script: a}]' })).toEqual([
      'uses: template: ../a.yml',
    ])
  })

  test('that is not there is a notice, and the rest is read', () => {
    const yaml = `
      steps:
        - template: gone.yml
        - script: b
    `
    expect(notices(yaml)).toEqual(['azure-pipelines.yml:2 unreadable'])
    expect(scripts(yaml)).toEqual(['b'])
  })

  test('that takes itself in is a notice', () => {
    const a = 'steps: [{script: x}, {template: b.yml}]'
    expect(
      notices('steps: [{template: a.yml}]', { 'a.yml': a, 'b.yml': 'steps: [{template: a.yml}]' }),
    ).toEqual(['b.yml:1 limit'])
  })

  test('by itself never runs', () => {
    const file = {
      path: 'templates/steps.yml',
      text: 'parameters: {a: ""}\nsteps:\n- script: python promote.py\n',
    }
    expect(azureFrontend.read(file).units.find(unit => unit.kind === 'pipeline')?.inert).toContain('template')
  })

  test('is told to whoever reads the files', () => {
    expect(read('steps: [{template: a.yml}]', { 'a.yml': 'steps: []' }).takenIn).toEqual(['a.yml'])
  })
})

describe('`if` in a template', () => {
  const steps = (env: string): string[] =>
    scripts(`steps: [{template: t.yml, parameters: {env: ${env}}}]`, {
      't.yml': `
        parameters: [{name: env}]
        steps:
          - \${{ if eq(parameters.env, 'prod') }}:
            - script: a
          - \${{ elseif in(parameters.env, 'test', 'qa') }}:
            - script: b
          - \${{ else }}:
            - script: c
      `,
    })

  test('brings in what holds', () => {
    expect(steps('Prod')).toEqual(['a'])
    expect(steps('qa')).toEqual(['b'])
    expect(steps('dev')).toEqual(['c'])
  })

  const taken = (condition: string): string =>
    scripts(
      'steps: [{template: t.yml, parameters: {env: Prod, flag: true, off: False, none: "", list: [a, b]}}]',
      {
        't.yml': `
        parameters: [{name: env}, {name: flag}, {name: 'off'}, {name: none}, {name: list, type: object}]
        steps:
          - \${{ if ${condition} }}:
            - script: 'yes'
          - \${{ else }}:
            - script: 'no'
      `,
      },
    ).join(' or ')

  test.each([
    ["eq(parameters.env, 'prod')", 'yes'],
    ["eq(parameters['env'], 'prod')", 'yes'],
    ["ne(parameters.env, 'prod')", 'no'],
    ["contains(parameters.env, 'ro')", 'yes'],
    ["contains(parameters.env, 'x')", 'no'],
    ["startsWith(parameters.env, 'pr')", 'yes'],
    ["endsWith(parameters.env, 'pr')", 'no'],
    ["in(parameters.env, 'a', 'prod')", 'yes'],
    ["notIn(parameters.env, 'a', 'prod')", 'no'],
    ["not(in(parameters.env, 'a', 'b'))", 'yes'],
    ["and(eq(parameters.env, 'prod'), eq(parameters.env, 'dev'))", 'no'],
    ["or(eq(parameters.env, 'prod'), eq(parameters.env, 'dev'))", 'yes'],
    ["and(eq(parameters.env, 'prod'), parameters.flag)", 'yes'],
    ['parameters.flag', 'yes'],
    ['eq(parameters.flag, true)', 'yes'],
    ['eq(parameters.flag, false)', 'no'],
    ['parameters.off', 'no'],
    ['parameters.none', 'no'],
    ["eq(lower(parameters.env), 'prod')", 'yes'],
    ["eq(format('{0}-{1}', parameters.env, 'x'), 'prod-x')", 'yes'],
    ["eq(replace(parameters.env, 'P', 'D'), 'drod')", 'yes'],
    ["eq(coalesce(parameters.none, parameters.env), 'prod')", 'yes'],
    ["eq(trim(' Prod '), parameters.env)", 'yes'],
    ["gt(parameters.env, 'a')", 'yes or no'],
    ["eq(variables.x, 'a')", 'yes or no'],
    ["or(eq(parameters.env, 'prod'), eq(variables.x, 'a'))", 'yes'],
    ["and(eq(parameters.env, 'dev'), eq(variables.x, 'a'))", 'no'],
    ["and(eq(parameters.env, 'prod'), eq(variables.x, 'a'))", 'yes or no'],
    ["in(parameters.env, variables.x, 'prod')", 'yes'],
    ["in(parameters.env, variables.x, 'dev')", 'yes or no'],
    ["eq(format('{0}', variables.x), 'a')", 'yes or no'],
    ["eq((parameters.env), 'prod')", 'yes'],
  ])('takes its way by `%s`', (condition, way) => {
    expect(taken(condition)).toBe(way)
  })

  const open = `
    parameters: [{name: env, default: dev, values: [dev, prod]}]
    jobs:
      - \${{ if eq(parameters.env, 'prod') }}:
        - job: approve
          pool: server
          steps: [{task: ManualValidation@1}]
        - job: other
          dependsOn: approve
          steps: [{script: b}]
      - job: promote
        dependsOn: approve
        steps: [{script: a}]
  `

  test('may or may not bring in what a person chooses', () => {
    expect(ways(open, 'promote')).toEqual(['after approve? promote/1'])
    expect(ways(open).some(way => way.includes('? no'))).toBe(true)
  })

  test('is no doubt to what stands under the same', () => {
    expect(ways(open, 'other')).toEqual(['after approve other/1'])
  })

  test('may set single fields', () => {
    const yaml = `
      jobs:
        - job: evaluate
          steps: [{script: a}]
        - job: promote
          \${{ if true }}:
            dependsOn: evaluate
          \${{ else }}:
            condition: always()
          steps: [{script: b}]
    `
    expect(ways(yaml, 'promote')).toEqual(['after evaluate promote/1'])
  })
})

describe('a loop in a template', () => {
  test('goes through lists and maps', () => {
    const yaml = `
      steps:
        - template: t.yml
          parameters:
            names: [a, b]
            map: {x: {file: one}, y: {file: two}}
    `
    const template = `
      parameters: [{name: names, type: object}, {name: map, type: object}]
      steps:
        - \${{ each name in parameters.names }}:
          - script: run \${{ name }}
        - \${{ each pair in parameters.map }}:
          - script: run \${{ pair.key }} \${{ pair.value.file }}
    `
    expect(scripts(yaml, { 't.yml': template })).toEqual(['run a', 'run b', 'run x one', 'run y two'])
  })

  test('costs no more than it may', () => {
    const list = `[${Array.from({ length: 40 }, (_, i) => i).join(', ')}]`
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const loops = names.map((name, i) => `${' '.repeat(4 * i)}- \${{ each ${name} in parameters.list }}:\n`)
    const yaml = `parameters: [{name: list, type: object, default: ${list}}]\nsteps:\n${loops.join('')}${' '.repeat(24)}- script: x\n`
    expect(notices(yaml)).toEqual([expect.stringContaining('limit')])
  })
})

describe('what the frontend takes for its own', () => {
  const takes = (text: string): boolean =>
    azureFrontend.recognises?.({ path: 'any.yml', text: withoutMargin(text) }) === true

  test.each([
    'stages:\n- stage: A\n',
    'trigger: none\n\nstages :\n\n  # why\n  - stage: A\n',
    `parameters: []\nsteps:\n- \${{ each x in y }}:\n`,
    'jobs:\n- deployment: a\n',
    'steps:\n  - task: Bash@3\n',
    'extends:\n  template: a.yml\n',
    'steps: [{script: a}]\n',
    'jobs:\n- {job: a}\n',
  ])('%j', text => {
    expect(takes(text)).toBe(true)
  })

  test.each([
    'on: push\njobs:\n  a:\n    steps:\n      - run: x\n',
    'stages:\n- test\n- deploy\n',
    'steps:\n- name: gcr.io/cloud-builders/docker\n',
    'steps:\n- command: make\n  label: x\n',
    'stages:\n  train:\n    cmd: python train.py\n',
    'runs:\n  using: composite\n  steps:\n  - script: x\n',
  ])('not %j', text => {
    expect(takes(text)).toBe(false)
  })
})

describe('bad input', () => {
  test.each([
    ['', []],
    ['[]', []],
    ['steps: [{script: a}', ['azure-pipelines.yml:1 syntax']],
    ['jobs: 3', []],
    ['stages: [1, null, {stage: [a]}, {jobs: {a: b}}]', []],
    ['steps: [{script: {a: b}}, {script: [x]}, {task: []}]', []],
    ['steps: [{script: a, condition: "eq(("}]', ['azure-pipelines.yml:1 syntax']],
    [`steps: [{script: "\${{ eq(( }} \${{"}]`, []],
    ['steps: !x [{script: a}]', []],
  ])('%j is read as far as it goes', (yaml, expected) => {
    expect(notices(yaml)).toEqual(expected)
  })
})
