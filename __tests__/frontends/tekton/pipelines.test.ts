import { tektonFrontend } from '../../../src/frontends/tekton'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

function read(spec: string): Reading {
  return readWith(
    tektonFrontend,
    'p.yaml',
    `
    apiVersion: tekton.dev/v1
    kind: Pipeline
    metadata: {name: p}
    spec: {${spec}}
  `,
  )
}

const task = (name: string, more = '', step = ''): string =>
  `{name: ${name}, taskSpec: {steps: [{script: x, ${step}}, {script: y}]}, ${more}}`

function ways(c: string, label = 'c', last = ''): string[] {
  const when = 'runAfter: [a], when: [{input: "$(params.q)", operator: in, values: [x]}]'
  const found = waysThrough(
    read(`tasks: [${task('a')}, ${task('b', when)}, ${c}], finally: [${last}]`),
    label,
  )
  return found.map(way => way.replace(/\bp\//g, ''))
}

describe('tasks', () => {
  test.each([
    ['runAfter: [a]', 'after a c/1 c/2'],
    ['runAfter: [b]', 'after b? after a c/1 c/2'],
    ['params: [{name: v, value: "$(tasks.b.results.v)"}]', 'after b c/1 c/2'],
    ['runAfter: [elsewhere]', 'c/1 c/2'],
  ])('%s', (more, way) => {
    expect(ways(task('c', more))).toEqual([way])
  })

  test('end with a step that fails, unless that is tolerated', () => {
    expect(ways(task('c', '', 'onError: continue'))).toEqual(['c/1 c/2', 'c/1! c/2'])
  })

  test('at the end wait for all others, however those ended', () => {
    expect(ways(task('c'), 'd', task('d'))).toEqual(['after a? after b? after c? d/1 d/2'])
  })

  test('wait for people', () => {
    const approval = '{name: c, taskRef: {apiVersion: openshift-pipelines.org/v1alpha1, kind: ApprovalTask}}'
    expect(ways(approval)).toEqual(['approval(approval)'])
  })
})

test('steps without a shell of their own stop at a failing line', () => {
  const modes = (script: string): unknown[] =>
    (read(`tasks: [{name: a, taskSpec: {steps: [{script: "${script}"}]}}]`).embedded ?? []).map(e => e.shell)
  expect(modes('x')).toEqual([{ errexit: true, pipefail: false }])
  expect(modes('#!/bin/bash\\nx')).toEqual([{ errexit: false, pipefail: false }])
  expect(modes('#!/bin/bash -eo pipefail\\nx')).toEqual([{ errexit: true, pipefail: true }])
})
