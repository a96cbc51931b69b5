import { githubFrontend } from '../../../src/frontends/github'
import { readWith, waysThrough } from '../pipeline-ways'

const path = '.github/workflows/cd.yml'

function ways(yaml: string, label: string): string[] {
  return waysThrough(readWith(githubFrontend, path, yaml), label)
}

describe('what starts a workflow', () => {
  const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'one event': ['on: push', ['on(push)', 'on(push) job']],
    'a list of events': [
      'on: [push, workflow_dispatch]',
      ['on(manual)', 'on(manual) job', 'on(push)', 'on(push) job'],
    ],
    'a map of events, tags apart from branches': [
      'on: {push: {tags: ["v*"]}, schedule: [{cron: "0 3 * * *"}]}',
      ['on(schedule)', 'on(schedule) job', 'on(tag)', 'on(tag) job'],
    ],
  }
  test.each(Object.entries(cases))('%s', (_, [on, expected]) => {
    const found = ways(`name: CD\n${on}\njobs: {job: {steps: [{run: make}]}}`, 'CD')
    expect(found.map(way => way.replace(/ after .*/, ''))).toEqual(expected)
  })

  test('a job runs only on the events that its condition allows', () => {
    const yaml = `
      name: CD
      on: [push, workflow_dispatch]
      jobs:
        deploy:
          if: github.event_name == 'workflow_dispatch'
          steps: [{run: make deploy}]
    `
    expect(ways(yaml, 'CD').filter(way => way.includes(' deploy '))).toEqual([
      'on(manual) ? yes deploy after deploy?',
    ])
  })

  const all = ['manual', 'merge', 'pipeline', 'pull-request', 'push', 'release', 'schedule', 'tag']
  const but = (...events: string[]): string[] => all.filter(event => !events.includes(event))
  const eventsOf = (condition: string, types: string): string[] => {
    const yaml = `
      name: CD
      on:
        push: {branches: [main], tags: ['v*']}
        pull_request: {types: [${types}]}
        release:
        schedule: [{cron: 0 3 * * *}]
        workflow_dispatch:
        workflow_run: {workflows: [ci]}
      jobs: {deploy: {if: "${condition}", steps: [{run: x}]}}
    `
    const found = ways(yaml, 'CD').filter(way => way.includes(' deploy '))
    return [...new Set(found.map(way => /on\(([\w-]+)\)/.exec(way)?.[1] ?? ''))].sort()
  }

  test.each<[string, string[]]>([
    ["github.event_name == 'push'", ['push', 'tag']],
    ["'PUSH' == github.event_name", ['push', 'tag']],
    ["github['event_name'] == 'push'", ['push', 'tag']],
    ["github.event_name != 'pull_request'", but('pull-request', 'merge')],
    ["!(github.event_name == 'pull_request')", but('pull-request', 'merge')],
    ["github.event_name == 'release' || github.event_name == 'schedule'", ['release', 'schedule']],
    ["github.event_name == 'push' && github.ref_type == 'tag'", ['tag']],
    ["github.ref_type == 'branch'", but('tag')],
    ["github.event_name == 'push' && github.actor == 'me'", ['push', 'tag']],
    ["github.event_name == 'push' || github.actor == 'me'", all],
    ["startsWith(github.event_name, 'pull')", ['merge', 'pull-request']],
    ["startsWith(github.event_name, 'PULL_REQUEST_')", []],
    ["github.event_name == 'pull_request_target'", []],
    ["startsWith('pull_request_target', github.event_name)", ['merge', 'pull-request']],
    ["contains(github.event_name, 'pull')", all],
    ["github.event_name > 'a'", all],
    ['github.event_name == github.event_name', all],
    ['github.event_name == github.actor', all],
    ['github.event.pull_request.merged', ['merge']],
    ['github.event.pull_request.merged == true', ['merge']],
    ['github.event.pull_request.merged != true', but('merge')],
    ['!github.event.pull_request.merged', but('merge')],
    ["github.event.action == 'closed'", all],
    ['github.event_name', all],
    ["github.event_name == 'push' && success()", ['push', 'tag']],
    ["github.event_name == 'push' || failure()", all],
    ["github.event_name == 'push' && always()", ['push', 'tag']],
    ["github.event_name == 'push' && !cancelled()", ['push', 'tag']],
    ['true', all],
    ['false', []],
  ])('`%s`', (condition, events) => {
    expect(eventsOf(condition, 'opened, closed')).toEqual(events)
  })

  test.each<[string, string[]]>([
    ["github.ref == 'refs/heads/main'", but('pull-request')],
    ["github.ref == 'refs/pull/7/merge'", all],
    ["github.ref == 'refs/pull/7/head'", but('pull-request')],
    ["github.ref == 'REFS/PULL/7/MERGE'", all],
    ["github.ref != 'refs/heads/main'", all],
    ["github.ref_name == 'main'", but('pull-request')],
    ["'main' == github.ref_name", but('pull-request')],
    ["github.ref_name == '7/merge'", all],
    ["startsWith(github.ref, 'refs/heads/')", but('pull-request')],
    ["startsWith(github.ref, 'refs/p')", all],
    ["startsWith(github.ref, 'refs/pull/7')", all],
    ["!startsWith(github.ref, 'refs/pull/')", but('pull-request')],
    ["startsWith(github.ref_name, 'release')", all],
    ["endsWith(github.ref, 'main')", all],
    ["github.head_ref == 'main'", all],
  ])('`%s`, where no pull request was closed', (condition, events) => {
    const expected = events.filter(event => event !== 'merge')
    expect(eventsOf(condition, 'opened, synchronize')).toEqual(expected)
  })

  test('text around an expression makes the condition always true', () => {
    const yaml = `
      name: CD
      on: push
      jobs:
        deploy:
          if: \${{ github.event_name == 'workflow_dispatch' }} && true
          steps: [{run: make deploy}]
    `
    expect(ways(yaml, 'CD')).toContain('on(push) deploy after deploy')
  })
})

describe('jobs that need others', () => {
  const withCondition = (condition: string): string[] =>
    ways(
      `
        on: push
        jobs:
          evaluate: {steps: [{run: python evaluate.py}]}
          deploy:
            needs: evaluate
            ${condition}
            steps: [{run: make deploy}]
      `,
      'deploy',
    )

  test.each([
    ['no condition', ''],
    ['a branch', "if: github.ref == 'refs/heads/main'"],
    ['a result', "if: always() && needs.evaluate.result == 'success'"],
    ['success()', 'if: success()'],
  ])('start after its success with %s', (_, condition) => {
    expect(withCondition(condition)).toEqual(['after evaluate deploy/1'])
  })

  test.each([
    'always()',
    '!cancelled()',
    'success() || failure()',
    "always() && needs.evaluate.result != 'skipped'",
    'failure()',
  ])('start whatever it did with `%s`', condition => {
    expect(withCondition(`if: \${{ ${condition} }}`)).toEqual(['after evaluate? deploy/1'])
  })
})

describe('steps', () => {
  test('follow one another, and one that fails ends the job', () => {
    expect(ways('on: push\njobs: {a: {steps: [{run: x}, {uses: org/act@v1}, {run: y}]}}', 'a')).toEqual([
      'a/1 uses: org/act@v1 a/3',
    ])
  })

  test('go on after one whose failure is tolerated', () => {
    const yaml = 'on: push\njobs: {a: {steps: [{run: x, continue-on-error: true}, {run: y}]}}'
    expect(ways(yaml, 'a')).toEqual(['a/1 a/2', 'a/1! a/2'])
  })

  test('run after a failure where they ask for it, and the job has failed all the same', () => {
    const yaml = 'on: push\njobs: {a: {steps: [{run: x}, {run: y}, {run: z, if: always()}]}}'
    expect(ways(yaml, 'a')).toEqual(['a/1 a/2 a/3', 'a/1 a/2! a/3 ^', 'a/1! a/3 ^'])
  })

  test('that ask for a failure do not run without one', () => {
    const yaml = 'on: push\njobs: {a: {steps: [{run: x}, {run: y, if: failure()}]}}'
    expect(ways(yaml, 'a')).toEqual(['a/1', 'a/1! a/2 ^'])
  })

  test('with a condition may be passed over', () => {
    const yaml = "on: push\njobs: {a: {steps: [{run: x, if: github.actor == 'me'}, {run: y}]}}"
    expect(ways(yaml, 'a')).toEqual(['? no a/2', '? yes a/1 a/2'])
  })

  test.each([
    ["!'false'", ['a/2']],
    ["'0'", ['a/1 a/2']],
    ["'false'", ['a/1 a/2']],
    ["''", ['a/2']],
    ['0', ['a/2']],
    ["'A' == 'a'", ['a/1 a/2']],
    ["'1.0' == 1", ['? no a/2', '? yes a/1 a/2']],
    ["null != ''", ['? no a/2', '? yes a/1 a/2']],
    ["true != 'true'", ['? no a/2', '? yes a/1 a/2']],
  ])('run as GitHub takes what is written: `%s`', (condition, expected) => {
    const yaml = `on: push\njobs: {a: {steps: [{run: x, if: "\${{ ${condition} }}"}, {run: y}]}}`
    expect(ways(yaml, 'a')).toEqual(expected)
  })

  test('that can never run are left out', () => {
    const yaml = 'on: push\njobs: {a: {steps: [{run: x, if: false}, {run: y}]}}'
    expect(ways(yaml, 'a')).toEqual(['a/2'])
  })
})

test('an environment is passed before the first step', () => {
  const yaml = 'on: push\njobs: {a: {environment: {name: production}, steps: [{run: x}]}}'
  expect(ways(yaml, 'a')).toEqual(['environment(production) a/1'])
})

test('a job may be another workflow of the repository', () => {
  const yaml = 'on: push\njobs: {a: {uses: ./.github/workflows/deploy.yml, with: {stage: prod}}}'
  expect(ways(yaml, 'a')).toEqual(['.github/workflows/deploy.yml'])
})

describe('scripts', () => {
  const scripts = (yaml: string) => readWith(githubFrontend, path, yaml).embedded ?? []

  test('stand where they stand in the file', () => {
    const [script] = scripts(`
      on: push
      jobs:
        a:
          steps:
            - run: |
                make test
                make deploy
    `)
    const container = script?.file.container
    expect(script?.file.text).toBe('make test\nmake deploy\n')
    expect(
      container?.pieces.map(piece => container.file.text.slice(piece.to, piece.to + piece.length)),
    ).toEqual(['make test', 'make deploy'])
  })

  test.each([
    ['', { errexit: true, pipefail: false }],
    ['shell: bash', { errexit: true, pipefail: true }],
    ["shell: 'bash {0}'", { errexit: false, pipefail: false }],
    ["shell: 'bash -l {0}'", { errexit: false, pipefail: false }],
    ["shell: 'bash -el {0}'", { errexit: true, pipefail: false }],
  ])('stop at failures as their shell does: %s', (shell, mode) => {
    const [script] = scripts(`
      on: push
      jobs:
        a:
          steps:
            - run: make
              ${shell}
    `)
    expect(script?.shell).toEqual(mode)
  })

  test('have variables in place of expressions', () => {
    const reading = readWith(
      githubFrontend,
      path,
      `
        on: {workflow_dispatch: {inputs: {stage: {default: prod}}}}
        jobs: {a: {steps: [{run: 'deploy \${{ inputs.stage }} now'}]}}
      `,
    )
    expect(reading.embedded?.[0]?.file.text).toBe('deploy ${inputs__stage} now')
    const call = reading.units.find(u => u.label === 'a')?.blocks[0]?.facts.find(f => f.kind === 'call')
    expect(call?.kind === 'call' && call.arguments.find(a => a.name === 'inputs__stage')?.value).toEqual({
      kind: 'parameter',
      unit: path,
      index: 0,
    })
  })

  test('in Python are Python', () => {
    const [script] = scripts('on: push\njobs: {a: {steps: [{run: print(1), shell: python}]}}')
    expect(script?.language).toBe('python')
  })
})

describe('bad input', () => {
  test.each([
    ['a key twice', 'on: push\njobs: {a: {steps: [{run: x}]}, a: {steps: [{run: y}]}}'],
    [
      'a cycle of needs',
      'on: push\njobs: {a: {needs: b, steps: [{run: x}]}, b: {needs: a, steps: [{run: y}]}}',
    ],
    ['no jobs', 'on: push'],
    ['nothing', ''],
    ['a list', '- a\n- b'],
    ['unclosed brackets', 'on: push\njobs: {a: {steps: [{run: x'],
    ['an unknown tag', 'on: !x push\njobs: !y {a: !z {steps: [{run: !q x}]}}'],
    ['an alias of nothing', 'on: push\njobs: *nothing'],
  ])('%s is read as far as it goes', (_, yaml) => {
    expect(() => readWith(githubFrontend, path, yaml)).not.toThrow()
  })

  test('aliases that explode do no harm', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    )
    const yaml = `l0: &l0 {run: x}\n${levels.join('\n')}\non: push\njobs: {a: {steps: *l12, needs: *l12}}`
    expect(() => readWith(githubFrontend, path, yaml)).not.toThrow()
  })

  test('broken YAML is a notice', () => {
    const { notices } = readWith(githubFrontend, path, 'on: push\njobs:\n  a:\n steps: ]')
    expect(notices.map(notice => notice.kind)).toEqual(['syntax'])
  })

  test('a condition that says nothing is none', () => {
    const yaml = 'on: push\njobs: {a: {if: "", steps: [{run: x, if: ""}]}}'
    expect(readWith(githubFrontend, path, yaml).notices).toEqual([])
    expect(ways(yaml, 'a')).toEqual(['a/1'])
  })

  test('a condition that is no expression is a notice', () => {
    const { notices } = readWith(
      githubFrontend,
      path,
      'on: push\njobs:\n  a:\n    if: a ==\n    steps: [{run: x}]',
    )
    expect(notices.map(notice => [notice.kind, notice.line])).toEqual([['syntax', 4]])
  })
})

test('a script of any length is read', () => {
  const lines = Array.from({ length: 300 }, (_, i) => `          echo line ${i}`).join('\n')
  const yaml = `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${lines}\n`
  expect(ways(yaml, 'a')).toEqual(['a/1'])
})
