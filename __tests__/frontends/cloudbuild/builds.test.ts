import { cloudbuildFrontend } from '../../../src/frontends/cloudbuild'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

const path = 'cloudbuild.yaml'

function read(steps: string): Reading {
  return readWith(cloudbuildFrontend, path, `steps: ${steps}`)
}

function ways(steps: string, label = 'build'): string[] {
  return waysThrough(read(steps), label)
}

function scripts(steps: string): string[] {
  return (read(steps).embedded ?? []).map(({ file }) => file.text)
}

function modes(steps: string): unknown[] {
  return (read(steps).embedded ?? []).map(({ shell }) => shell)
}

describe('steps', () => {
  test('run in order, and each has to go well', () => {
    expect(ways('[{name: a, script: x}, {name: b, script: y}]')).toEqual(['build/1 build/2'])
  })

  test.each(['allowFailure: true', 'allowExitCodes: [1]'])('may fail with `%s`', setting => {
    expect(ways(`[{name: a, script: x, ${setting}}, {name: b, script: y}]`)).toEqual([
      'build/1 build/2',
      'build/1! build/2',
    ])
  })

  const ordered = (waits: string): string[] =>
    ways(
      `[{name: a, id: first, script: x}, {name: b, id: second, waitFor: ["-"], script: y}, {name: c, id: last, ${waits} script: z}]`,
      'last',
    )

  test.each([
    ['', ['after first after second last/1']],
    ['waitFor: [first],', ['after first last/1']],
    ['waitFor: ["-"],', ['last/1']],
    ['waitFor: [],', ['after first after second last/1']],
  ])('wait for what they name (`%s`), or for all before them', (waits, expected) => {
    expect(ordered(waits)).toEqual(expected)
  })

  test('do not hold back who waits for them where they may fail', () => {
    const steps =
      '[{name: a, id: a, allowFailure: true, script: x}, {name: b, id: b, waitFor: [a], script: y}]'
    expect(ways(steps, 'b')).toEqual(['after a? b/1'])
  })
})

describe('what a step runs', () => {
  test.each([
    ['{name: gcr.io/cloud-builders/gcloud, args: [ai, endpoints, list]}', 'gcloud ai endpoints list'],
    ['{name: "python:3.11", entrypoint: python, args: [promote.py]}', 'python promote.py'],
    ['{name: "python:3.11@sha256:1", args: [python, promote.py]}', 'python promote.py'],
    ['{name: gcr.io/cloud-builders/kubectl, args: [kubectl, get]}', 'kubectl get'],
    ['{name: x, args: [run, "a b", "--to=$_X", "$$HOME"]}', 'run "a b" "--to=$_X" "\\$HOME"'],
    ['{name: x, entrypoint: bash, args: [-c, "echo $$HOME $_X"]}', 'echo $HOME $_X'],
    ['{name: x, args: [bash, -c, echo]}', 'echo'],
    ['{name: x, entrypoint: bash, args: [run.sh]}', 'bash run.sh'],
    ['{name: x, script: echo}', 'echo'],
  ])('%s', (step, expected) => {
    expect(scripts(`[${step}]`)).toEqual([expected])
  })

  test('goes on after a failing line unless its shell is told otherwise', () => {
    const steps = `[
      {name: x, script: echo}, {name: x, script: "#!/bin/bash -e"}, {name: x, entrypoint: bash, args: [-c, a]},
      {name: x, entrypoint: bash, args: [-ec, a]}, {name: x, entrypoint: bash, args: [-e, -o, pipefail, -c, a]}
    ]`
    const [neither, errexit] = [
      { errexit: false, pipefail: false },
      { errexit: true, pipefail: false },
    ]
    expect(modes(steps)).toEqual([neither, errexit, neither, errexit, { errexit: true, pipefail: true }])
  })

  test('is Python where its first line says so', () => {
    const [found] = read('[{name: x, script: "#!/usr/bin/env python3\\nimport os"}]').embedded ?? []
    expect(found?.language).toBe('python')
  })
})

test('only files with steps are builds', () => {
  const recognises = (text: string): boolean | undefined => cloudbuildFrontend.recognises?.({ path, text })
  expect(recognises('steps:\n- name: a')).toBe(true)
  expect(recognises('{"steps": []}')).toBe(true)
  expect(recognises('kind: ConfigMap')).toBe(false)
})

test.each(['[', '3', '[{name: [], args: 3}]', '[{waitFor: [-, a], id: a, script: x}]', '[3, null]'])(
  'a broken file is no reason to fail: %s',
  steps => {
    expect(Array.isArray(read(steps).units)).toBe(true)
  },
)
