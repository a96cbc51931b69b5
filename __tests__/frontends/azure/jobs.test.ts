import { ways } from './azure'

const two = (second: string, first = ''): string => `
  stages:
    - stage: Evaluate
      ${first}
      jobs:
        - job: evaluate
          steps: [{script: python evaluate.py}]
    - stage: Deploy
      ${second}
      jobs:
        - job: promote
          steps: [{script: python promote.py}]
`

describe('stages', () => {
  test('wait for the one before', () => {
    expect(ways(two(''), 'promote')).toEqual(['after Evaluate.evaluate Deploy.promote/1'])
  })

  test('wait for nothing where `dependsOn` is empty', () => {
    expect(ways(two('dependsOn: []'), 'promote')).toEqual(['Deploy.promote/1'])
  })

  test('wait for what leads to them, also where something between does not', () => {
    const yaml = `
      stages:
        - {stage: A, jobs: [{job: a, steps: [{script: x}]}]}
        - {stage: B, condition: always(), jobs: [{job: b, steps: [{script: x}]}]}
        - {stage: C, jobs: [{job: c, steps: [{script: x}]}]}
    `
    expect(ways(yaml, 'c')).toEqual(['after B.b after A.a C.c/1'])
    const under = (condition: string): string =>
      yaml.replace('stage: C', `stage: C, condition: "${condition}"`)
    expect(ways(under("succeeded('B')"), 'c')).toEqual(['after B.b C.c/1'])
    expect(ways(under("and(succeeded(), eq(variables.x, 'y'))"), 'c')).toEqual(['after B.b after A.a C.c/1'])
  })

  test('wait for those that `dependsOn` names', () => {
    const yaml = `
      stages:
        - {stage: A, jobs: [{job: a, steps: [{script: x}]}]}
        - {stage: B, jobs: [{job: b, steps: [{script: x}]}]}
        - {stage: C, dependsOn: [], jobs: [{job: c, steps: [{script: x}]}]}
        - {stage: D, dependsOn: [B], jobs: [{job: d, steps: [{script: x}]}]}
    `
    expect(ways(yaml, 'd')).toEqual(['after B.b D.d/1'])
  })

  test.each([
    'always()',
    'succeededOrFailed()',
    'not(canceled())',
    'or(succeeded(), failed())',
    "eq(variables['Build.SourceBranch'], 'refs/heads/main')",
    "in(dependencies.Evaluate.result, 'Succeeded', 'Failed')",
    'and(this is none',
  ])('go on after a failure with `condition: %s`', condition => {
    expect(ways(two(`condition: ${JSON.stringify(condition)}`), 'promote')).toEqual([
      'after Evaluate.evaluate? Deploy.promote/1',
    ])
  })

  test.each([
    'succeeded()',
    "and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))",
    "succeeded('Evaluate')",
    "eq(dependencies.Evaluate.result, 'Succeeded')",
    "in(dependencies.Evaluate.result, 'Succeeded', 'SucceededWithIssues', 'Skipped')",
  ])('wait for success with `condition: %s`', condition => {
    expect(ways(two(`condition: ${JSON.stringify(condition)}`), 'promote')).toEqual([
      'after Evaluate.evaluate Deploy.promote/1',
    ])
  })

  test('go on where what they wait for may be skipped and they let it', () => {
    const condition = `condition: in(dependencies.Evaluate.result, 'Succeeded', 'Skipped')`
    const first = `condition: eq(variables['full'], 'true')`
    expect(ways(two(condition, first), 'promote')).toEqual(['after Evaluate.evaluate? Deploy.promote/1'])
    expect(ways(two('condition: not(failed())', first), 'promote')).toEqual([
      'after Evaluate.evaluate? Deploy.promote/1',
    ])
  })

  test('are no use to one that names another in `succeeded`', () => {
    const yaml = `
      stages:
        - {stage: A, jobs: [{job: a, steps: [{script: x}]}]}
        - {stage: B, dependsOn: [], jobs: [{job: b, steps: [{script: x}]}]}
        - stage: C
          dependsOn: [A, B]
          condition: succeeded('A')
          jobs: [{job: c, steps: [{script: x}]}]
    `
    expect(ways(yaml, 'c')).toEqual(['after A.a after B.b? C.c/1'])
  })

  test('that start by hand ask a person', () => {
    expect(ways(two('trigger: manual'), 'promote')).toEqual([
      'after Evaluate.evaluate approval(manual) Deploy.promote/1',
    ])
  })
})

describe('jobs', () => {
  const job = (second: string, first = ''): string => `
    jobs:
      - job: evaluate
        ${first}
        steps: [{script: python evaluate.py}]
      - job: promote
        ${second}
        steps: [{script: python promote.py}]
  `

  test('of a stage run side by side', () => {
    expect(ways(job(''), 'promote')).toEqual(['promote/1'])
  })

  test('wait for those that `dependsOn` names', () => {
    expect(ways(job('dependsOn: evaluate'), 'promote')).toEqual(['after evaluate promote/1'])
  })

  test('wait for what can be read of `dependsOn`', () => {
    expect(ways(job('dependsOn: [[a], null, {b: c}, evaluate]'), 'promote')).toEqual([
      'after evaluate promote/1',
    ])
  })

  test('that a template may leave out hold back no later stage that is there without them', () => {
    const yaml = `
      parameters: [{name: check, type: boolean, default: true}]
      stages:
        - stage: A
          jobs:
            - \${{ if eq(parameters.check, true) }}:
              - {job: evaluate, steps: [{script: x}]}
        - {stage: B, jobs: [{job: promote, steps: [{script: x}]}]}
    `
    expect(ways(yaml, 'promote')).toEqual(['after A.evaluate? B.promote/1'])
  })

  test('do not wait for success with `condition: always()`', () => {
    expect(
      ways(
        job('{dependsOn: evaluate, condition: always()}'.slice(1, -1).replace(', ', '\n        ')),
        'promote',
      ),
    ).toEqual(['after evaluate? promote/1'])
  })

  test('do not wait for the success of one whose failure is tolerated', () => {
    expect(ways(job('dependsOn: evaluate', 'continueOnError: true'), 'promote')).toEqual([
      'after evaluate? promote/1',
    ])
  })

  test('that a condition may skip hold back those that depend on them, and no later stage', () => {
    const yaml = `
      stages:
        - stage: Approve
          jobs:
            - {job: other, steps: [{script: x}]}
            - job: approve
              condition: eq(variables.ask, 'yes')
              steps: [{script: x}]
            - {job: next, dependsOn: approve, steps: [{script: x}]}
        - {stage: Deploy, jobs: [{job: promote, steps: [{script: x}]}]}
    `
    expect(ways(yaml, 'next')).toEqual(['after Approve.approve Approve.next/1'])
    expect(ways(yaml, 'promote')).toEqual([
      'after Approve.other after Approve.approve? after Approve.next Deploy.promote/1',
    ])
  })

  test('may have the same name in two stages', () => {
    const yaml = `
      stages:
        - {stage: A, jobs: [{job: run, steps: [{script: x}]}]}
        - {stage: B, jobs: [{job: run, steps: [{script: y}]}]}
    `
    expect(ways(yaml).join()).toContain('A.run')
    expect(ways(yaml).join()).toContain('B.run')
  })

  test('that depend on each other in a circle are read', () => {
    expect(ways(job('dependsOn: evaluate', 'dependsOn: promote'), 'promote')).toEqual([
      'after evaluate promote/1',
    ])
  })
})

describe('conditions on what started the pipeline', () => {
  const on = (condition: string): string => `
    trigger: {tags: {include: ['v*']}, branches: {include: [main]}}
    pr: [main]
    schedules: [{cron: '0 0 * * *', branches: {include: [main]}}]
    jobs:
      - {job: promote, condition: "${condition}", steps: [{script: x}]}
  `
  const all = ['manual', 'pull-request', 'push', 'schedule', 'tag']
  const but = (...events: string[]): string[] => all.filter(event => !events.includes(event))
  const startsOn = (condition: string): string[] =>
    ways(on(condition))
      .filter(way => / promote /.test(way))
      .map(way => /on\(([\w-]+)\)/.exec(way)?.[1] ?? '')
      .sort()

  test.each([
    ["eq(variables['Build.Reason'], 'Manual')", ['manual']],
    ["ne(variables['Build.Reason'], 'PullRequest')", ['manual', 'push', 'schedule', 'tag']],
    ["startsWith(variables['Build.SourceBranch'], 'refs/tags/')", ['manual', 'schedule', 'tag']],
    ["eq(variables['Build.SourceBranch'], 'refs/heads/main')", ['manual', 'push', 'schedule']],
    ["and(succeeded(), in(variables['Build.Reason'], 'Schedule', 'Manual'))", ['manual', 'schedule']],
    ['succeeded()', all],
    ['false', []],
    ["not(eq(variables['Build.Reason'], 'Schedule'))", but('schedule')],
    ["eq('Manual', variables['Build.Reason'])", ['manual']],
    ["eq(variables['build.reason'], 'MANUAL')", ['manual']],
    ["eq(variables.Build.Reason, 'Manual')", ['manual']],
    ["in(variables['Build.Reason'], 'IndividualCI', 'BatchedCI')", ['push', 'tag']],
    ["eq(variables['Build.Reason'], 'BatchedCI')", ['push', 'tag']],
    ["notIn(variables['Build.Reason'], 'Manual', 'PullRequest')", ['push', 'schedule', 'tag']],
    ["in(variables['Build.Reason'], 'Manual', variables.other)", all],
    ["notIn(variables['Build.Reason'], 'Manual', variables.other)", but('manual')],
    ["or(eq(variables['Build.Reason'], 'Manual'), eq(variables.other, 'x'))", all],
    [
      "or(eq(variables['Build.Reason'], 'Manual'), eq(variables['Build.Reason'], 'Schedule'))",
      ['manual', 'schedule'],
    ],
    ["and(eq(variables['Build.Reason'], 'Manual'), eq(variables.other, 'x'))", ['manual']],
    ["not(and(eq(variables['Build.Reason'], 'Manual'), eq(variables.other, 'x')))", all],
    ["contains(variables['Build.Reason'], 'Request')", ['pull-request']],
    ["startsWith(variables['Build.Reason'], 'Man')", ['manual']],
    ["endsWith(variables['Build.Reason'], 'CI')", ['push', 'tag']],
    ["endsWith(variables['Build.SourceBranch'], 'main')", all],
    ["contains(variables['Build.SourceBranch'], 'main')", all],
    ["startsWith(variables['Build.SourceBranch'], 'refs/')", all],
    ["startsWith(variables['Build.SourceBranch'], 'refs/heads/rel')", ['manual', 'push', 'schedule']],
    ["startsWith(variables['Build.SourceBranch'], 'REFS/HEADS/rel')", ['manual', 'push', 'schedule']],
    ["not(startsWith(variables['Build.SourceBranch'], 'refs/'))", ['manual', 'schedule']],
    ["ne(variables['Build.SourceBranch'], 'refs/heads/main')", all],
    ["not(ne(variables['Build.SourceBranch'], 'refs/heads/main'))", ['manual', 'push', 'schedule']],
    ["eq(variables['Build.SourceBranchName'], 'merge')", all],
    ["eq(variables['Build.SourceBranchName'], 'main')", but('pull-request')],
    ["eq(lower(variables['Build.Reason']), 'manual')", ['manual']],
    ["eq(upper(variables['Build.Reason']), 'MANUAL')", ['manual']],
    ["eq(format('a{0}', variables['Build.Reason']), 'amanual')", ['manual']],
    ["eq(replace(variables['Build.Reason'], 'Man', 'D'), 'dual')", ['manual']],
    ["eq(coalesce('', variables['Build.Reason']), 'Manual')", ['manual']],
    ["eq(coalesce(variables.other, 'Manual'), variables['Build.Reason'])", all],
    ["eq(trim(' Manual '), variables['Build.Reason'])", ['manual']],
    ["eq(eq(variables['Build.Reason'], 'Manual'), 'True')", ['manual']],
    ["(eq(variables['Build.Reason'], 'Manual'))", ['manual']],
    ["gt(variables['Build.Reason'], 'Manual')", all],
    ["eq(resources['Build.Reason'], 'Manual')", all],
    ["eq(variables['Build.Reason'])", all],
    ["eq(variables['Build.Reason'], 'Other')", []],
    ["''", []],
    ["'yes'", all],
    ['failed()', all],
    ['always()', all],
    ['not(always())', []],
  ])('`%s`', (condition, events) => {
    expect([...new Set(startsOn(condition))]).toEqual(events)
  })
})

describe('what starts a pipeline', () => {
  const events = (yaml: string): string[] =>
    [
      ...new Set(ways(`${yaml}\nsteps: [{script: x}]`).map(way => /on\(([\w-]+)\)/.exec(way)?.[1] ?? '')),
    ].sort()

  test.each([
    ['pool: x', ['manual', 'pull-request', 'push']],
    ['trigger: none\npr: none', ['manual']],
    ['trigger:\n- none\npr: none', ['manual']],
    ['trigger: none', ['manual', 'pull-request']],
    ['trigger: none\npr: none\nschedules:\n- cron: 0 0 * * *', ['manual', 'schedule']],
    [
      'trigger: none\npr: none\nresources:\n  pipelines:\n  - {pipeline: a, source: b, trigger: true}',
      ['manual', 'pipeline'],
    ],
    ['trigger: none\npr: none\nresources:\n  pipelines:\n  - {pipeline: a, source: b}', ['manual']],
    ['trigger: {tags: {include: [v1]}}\npr: none', ['manual', 'tag']],
    ['trigger: {tags: [v1]}\npr: none', ['manual', 'tag']],
    ['trigger: {branches: {include: [main]}, tags: {include: [v1]}}\npr: none', ['manual', 'push', 'tag']],
    ['trigger: [refs/tags/v1]\npr: none', ['manual', 'tag']],
    ['trigger: [main, refs/tags/v1]\npr: none', ['manual', 'push', 'tag']],
    ['trigger: [none, main]\npr: none', ['manual', 'push']],
    ['trigger: [main]\npr: " None "', ['manual', 'push']],
    ...[
      'pipelines: [{pipeline: a, trigger: {branches: [main]}}]',
      'pipelines: [{pipeline: b}, {pipeline: a, trigger: true}]',
    ].map((more): [string, string[]] => [
      `trigger: none\npr: none\nresources: {${more}}`,
      ['manual', 'pipeline'],
    ]),
    ...[
      'pipelines: [{pipeline: a, trigger: none}]',
      'pipelines: [{pipeline: a, trigger: false}]',
      'webhooks: []',
      'repositories: [{repository: a}]',
    ].map((more): [string, string[]] => [`trigger: none\npr: none\nresources: {${more}}`, ['manual']]),
    [
      'trigger: none\npr: none\nresources: {repositories: [{repository: a, trigger: [main]}]}',
      ['manual', 'push'],
    ],
    ...['builds', 'containers', 'packages', 'webhooks'].map((kind): [string, string[]] => [
      `trigger: none\npr: none\nresources: {${kind}: [{trigger: true}]}`,
      ['manual', 'other'],
    ]),
  ])('`%s`', (yaml, expected) => {
    expect(events(yaml)).toEqual(expected)
  })
})
