import { bitbucketFrontend } from '../../../src/frontends/bitbucket'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

const path = 'bitbucket-pipelines.yml'

function read(yaml: string): Reading {
  return readWith(bitbucketFrontend, path, yaml)
}

function ways(items: string, label = 'promote'): string[] {
  return waysThrough(read(`pipelines: {default: ${items}}`), label)
}

const evaluate = 'step: {name: evaluate, script: [python evaluate.py]}'
const promote = 'step: {name: promote, script: [python promote.py]}'

describe('a step', () => {
  test('waits for every step before it', () => {
    expect(ways(`[{${evaluate}}, {step: {script: [x]}}, {${promote}}]`)).toEqual([
      'after 1 after 2 default/3/1'.replaceAll(/after (\d)/g, 'after default/$1'),
    ])
  })

  test('waits for all of a group that ran side by side, and for none beside it', () => {
    expect(ways(`[{parallel: [{${evaluate}}, {step: {script: [x]}}]}, {${promote}}]`)).toEqual([
      'after default/1 after default/2 default/3/1',
    ])
    expect(ways(`[{parallel: {steps: [{${evaluate}}, {${promote}}]}}]`)).toEqual(['default/2/1'])
  })

  test('does not wait for one that its condition may skip', () => {
    const skipped = 'step: {condition: {changesets: {includePaths: [a]}}, script: [x]}'
    expect(ways(`[{${skipped}}, {${promote}}]`)).toEqual(['after default/1? default/2/1'])
  })

  test('waits for a click where it is manual, and so does what comes later', () => {
    const manual = '{step: {name: ask, trigger: manual, script: [x]}}'
    expect(ways(`[{${evaluate}}, ${manual}, {${promote}}]`, 'ask')).toEqual([
      'after default/1 approval(manual) default/2/1',
    ])
    expect(ways(`[{${evaluate}}, ${manual}, {${promote}}]`)).toEqual([
      'after default/1 after default/2 default/3/1',
    ])
  })

  test('of a stage waits for what the stage waits for, in order', () => {
    const stage = `stage: {trigger: manual, deployment: production, steps: [{${evaluate}}, {${promote}}]}`
    expect(ways(`[{step: {script: [x]}}, {${stage}}]`)).toEqual([
      'after default/1 after default/2 approval(manual) environment(production) default/3/1',
    ])
  })

  test('runs its script in order, with the pipes in it', () => {
    const step = 'step: {name: promote, script: [a, b, {pipe: "atlassian/aws:1", variables: {X: y}}, c]}'
    expect(ways(`[{${step}}]`)).toEqual(['default/1/1 uses: atlassian/aws:1 default/1/3'])
    const texts = (read(`pipelines: {default: [{${step}}]}`).embedded ?? []).map(({ file }) => file.text)
    expect(texts).toEqual(['a\nb\n', 'c\n'])
  })

  test('stops at a failing line, but not inside of a pipe', () => {
    const [script] = read(`pipelines: {default: [{${promote}}]}`).embedded ?? []
    expect(script?.shell).toEqual({ errexit: true, pipefail: false })
  })

  test('does what comes after its script whatever happened, and is not failed by it', () => {
    expect(ways('[{step: {name: promote, script: [a], after-script: [b]}}]')).toEqual([
      'default/1/1 default/1/2',
      'default/1/1 default/1/2!',
      'default/1/1! default/1/2 ^',
      'default/1/1! default/1/2! ^',
    ])
  })
})

test.each([
  ['default', '[]', 'push'],
  ['branches', '{main: []}', 'push'],
  ['tags', '{v*: []}', 'tag'],
  ['pull-requests', '{"**": []}', 'pull-request'],
  ['custom', '{main: []}', 'manual'],
])('a pipeline of the section `%s` has its own start', (section, list, event) => {
  const { units } = read(`pipelines: {${section}: ${list}}`)
  expect(units.map(({ label }) => waysThrough(read(`pipelines: {${section}: ${list}}`), label))).toEqual([
    [`on(${event})`],
  ])
})

test('a step that stands elsewhere under an anchor is read in each place', () => {
  const yaml = `
    definitions: {steps: [step: &promote {name: promote, script: [python promote.py]}]}
    pipelines:
      default: [{step: *promote}]
      custom: {release: [{step: {<<: *promote, deployment: production}}]}
  `
  const texts = (read(yaml).embedded ?? []).map(({ file }) => file.text)
  expect(texts).toEqual(['python promote.py\n', 'python promote.py\n'])
  const jobs = read(yaml).units.filter(({ kind }) => kind === 'job')
  expect(jobs.map(({ name }) => name)).toEqual([
    `${path}:default:default/1`,
    `${path}:custom/release:custom/release/1`,
  ])
})

test.each(['pipelines: [', 'pipelines: {default: {step: 3}}', 'pipelines: {custom: []}', '[]', ''])(
  'a broken file is no reason to fail: %s',
  yaml => {
    expect(Array.isArray(read(yaml).units)).toBe(true)
  },
)
