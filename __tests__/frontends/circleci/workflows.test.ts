import { circleciFrontend } from '../../../src/frontends/circleci'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

const path = '.circleci/config.yml'
const jobs = `
      jobs:
        evaluate: {steps: [checkout, {run: python evaluate.py}]}
        promote: {steps: [checkout, {run: python promote.py}]}
`

function read(yaml: string): Reading {
  return readWith(circleciFrontend, path, yaml)
}

function ways(yaml: string, label = 'promote'): string[] {
  return waysThrough(read(yaml), label)
}

function scripts(yaml: string): string[] {
  return (read(yaml).embedded ?? []).map(({ file }) => file.text.trim())
}

describe('a job of a workflow', () => {
  const inWorkflow = (promote: string, evaluate = 'evaluate'): string =>
    `${jobs}
      workflows:
        cd:
          jobs: [${evaluate}, {hold: {type: approval}}, ${promote}]
    `

  test('waits for those that it requires', () => {
    expect(ways(inWorkflow('{promote: {requires: [evaluate]}}'))).toEqual(['after cd/evaluate cd/promote/1'])
  })

  test('waits for no other', () => {
    expect(ways(inWorkflow('promote'))).toEqual(['cd/promote/1'])
  })

  test('finds a required job by the name that its place gives it', () => {
    expect(ways(inWorkflow('{promote: {requires: [check]}}', '{evaluate: {name: check}}'))).toEqual([
      'after cd/check cd/promote/1',
    ])
  })

  test.each(['{evaluate: failed}', '{evaluate: [success, failed]}', '{evaluate: terminal}'])(
    'that requires %s also runs after a failure',
    required => {
      expect(ways(inWorkflow(`{promote: {requires: [${required}]}}`))).toEqual([
        'after cd/evaluate? cd/promote/1',
      ])
    },
  )

  test('of the type `approval` waits for a person', () => {
    expect(ways(inWorkflow('promote'), 'hold')).toEqual(['approval(approval)'])
  })
})

describe('what starts a workflow', () => {
  const startsOf = (workflow: string): string[] =>
    ways(`${jobs}\n      workflows:\n        cd:\n          ${workflow}`, `${path} (cd)`).map(
      way => way.split(' ')[0] ?? '',
    )

  test.each([
    ['a push', 'jobs: [promote]', ['on(push)']],
    ['a schedule', '{triggers: [{schedule: {cron: "0 0 * * *"}}], jobs: [promote]}', ['on(schedule)']],
    [
      'a push or a tag where a job asks for tags',
      'jobs: [{promote: {filters: {tags: {only: /v.*/}}}}]',
      ['on(push)', 'on(tag)'],
    ],
    ['a parameter where it is off otherwise', '{when: false, jobs: [promote]}', ['on(other)']],
  ])('is %s', (_, workflow, expected) => {
    expect([...new Set(startsOf(workflow.startsWith('{') ? `<<: ${workflow}` : workflow))]).toEqual(expected)
  })
})

describe('steps', () => {
  const job = (steps: string, more = ''): string => `
      ${more}
      jobs:
        build:
          steps: ${steps}
  `

  test('run in a shell that stops at failures unless they name another', () => {
    const modes = (
      read(job('[{run: a}, {run: {command: b, shell: /bin/bash}}, {run: {command: c, shell: sh -e}}]'))
        .embedded ?? []
    ).map(({ shell }) => shell)
    expect(modes).toEqual([
      { errexit: true, pipefail: true },
      { errexit: false, pipefail: false },
      { errexit: true, pipefail: false },
    ])
  })

  test('with `when: always` run after a failure too', () => {
    expect(ways(job('[{run: a}, {run: {command: b, when: always}}]'), 'build')).toEqual([
      'build/build/1 build/build/2',
      'build/build/1! build/build/2 ^',
    ])
  })

  test('in the background hold nothing back', () => {
    expect(ways(job('[{run: {command: a, background: true}}, {run: b}]'), 'build')).toEqual([
      'build/build/1 build/build/2',
      'build/build/1! build/build/2',
    ])
  })

  test('of a command have what the command is given, and its defaults', () => {
    const yaml = job(
      '[{promote: {alias: champion}}, promote]',
      `commands:
        promote:
          parameters: {alias: {default: challenger}}
          steps: [{run: promote << parameters.alias >>}]`,
    )
    expect(scripts(yaml)).toEqual(['promote champion', 'promote challenger'])
  })

  test('of a condition are left out where it is known not to hold, and may run where it is open', () => {
    const yaml = job(
      '[{when: {condition: false, steps: [{run: a}]}}, {unless: {condition: false, steps: [{run: b}]}}]',
    )
    expect(scripts(yaml)).toEqual(['b'])
    expect(ways(job('[{when: {condition: {equal: [a, b]}, steps: [{run: a}]}}]'), 'build')).toEqual([
      '? no',
      '? yes build/build/1',
    ])
  })

  test('of an orb are of the outside', () => {
    const orbs = 'orbs: {cloud: circleci/aws-cli@4.0}'
    expect(ways(job('[cloud/setup]', orbs), 'build')).toEqual(['uses: circleci/aws-cli/setup@4.0'])
  })

  test('of an orb that is written in the file are read', () => {
    const orbs = 'orbs: {own: {commands: {go: {steps: [{run: promote}]}}}}'
    expect(scripts(job('[own/go]', orbs))).toEqual(['promote'])
  })
})

test('a command that stands in itself is a notice', () => {
  const yaml = `
      commands: {again: {steps: [again, {run: x}]}}
      jobs: {build: {steps: [again]}}
  `
  expect(read(yaml).notices.map(({ kind, line }) => `${line} ${kind}`)).toEqual(['1 limit'])
})

test.each(['jobs: [', 'workflows: {cd: {jobs: {}}}', 'jobs: {build: {steps: 3}}', '[]', ''])(
  'a broken file is no reason to fail: %s',
  yaml => {
    expect(Array.isArray(read(yaml).units)).toBe(true)
  },
)
