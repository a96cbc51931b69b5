import { buildkiteFrontend } from '../../../src/frontends/buildkite'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

function read(steps: string): Reading {
  return readWith(buildkiteFrontend, '.buildkite/pipeline.yml', `steps: ${steps}`)
}

function ways(steps: string, label = 'promote'): string[] {
  return waysThrough(read(steps), label)
}

const evaluate = (more = ''): string => `{command: python evaluate.py, key: evaluate, ${more}}`
const promote = (more = ''): string => `{command: python promote.py, label: promote, ${more}}`
const alone = ['step 3/1']
const after = ['after step 1 step 3/1']
const perhaps = ['after step 1? step 3/1']

describe('a step', () => {
  test.each([
    ['waits for what stands before a wait', `[${evaluate()}, wait, ${promote()}]`, after],
    ['waits behind `wait` as a map', `[${evaluate()}, {wait: null}, ${promote()}]`, after],
    ['does not wait where nothing tells it to', `[${evaluate()}, {command: x}, ${promote()}]`, alone],
    [
      'goes on after a failure where the wait says so',
      `[${evaluate()}, {wait: null, continue_on_failure: true}, ${promote()}]`,
      perhaps,
    ],
    [
      'does not wait where the wait may be left out',
      `[${evaluate()}, {wait: null, if: a}, ${promote()}]`,
      perhaps,
    ],
    ['does not wait for a step that may be left out', `[${evaluate('if: a')}, wait, ${promote()}]`, perhaps],
    [
      'does not wait at a wait where it names what it depends on',
      `[${evaluate()}, wait, ${promote('depends_on: []')}]`,
      alone,
    ],
    ['waits for what it names', `[${evaluate()}, {command: x}, ${promote('depends_on: evaluate')}]`, after],
    [
      'goes on after the failure of what it names where it says so',
      `[${evaluate()}, {command: x}, ${promote('depends_on: [{step: evaluate, allow_failure: true}]')}]`,
      perhaps,
    ],
    [
      'goes on after any failure where it says so',
      `[${evaluate()}, {command: x}, ${promote('depends_on: [evaluate], allow_dependency_failure: true')}]`,
      perhaps,
    ],
  ])('%s', (_, steps, expected) => {
    expect(ways(steps)).toEqual(expected)
  })

  test('with the condition of another is there together with it', () => {
    expect(ways(`[${evaluate('if: a')}, wait, ${promote('if: a')}]`)).toEqual(after)
  })

  test('does not wait for one that may fail softly', () => {
    const pipeline = waysThrough(
      read(`[${evaluate('soft_fail: [{exit_status: 1}]')}, wait, ${promote()}]`),
      'promote',
    )
    expect(pipeline).toEqual(perhaps)
  })
})

describe('a block', () => {
  test('waits for a person and for everything before it', () => {
    expect(ways(`[${evaluate()}, {block: ask}]`, 'ask')).toEqual(['after step 1 approval(block)'])
  })

  test('holds what follows, with what stands before it', () => {
    expect(ways(`[${evaluate()}, {block: ask}, ${promote()}]`)).toEqual([
      'after step 1 after step 2 step 3/1',
    ])
  })

  test('does not hold who names others', () => {
    expect(ways(`[${evaluate()}, {block: ask}, ${promote('depends_on: evaluate')}]`)).toEqual(after)
  })

  test('holds who names it', () => {
    expect(ways(`[{block: ask, key: ask}, {command: x}, ${promote('depends_on: ask')}]`)).toEqual(after)
  })

  test('holds nothing for sure where a condition may skip it', () => {
    expect(ways(`[{block: ask, if: a}, wait, ${promote()}]`)).toEqual(perhaps)
  })
})

test('an input holds only who names it', () => {
  expect(ways(`[{input: ask, key: ask}, {command: x}, ${promote()}]`)).toEqual(alone)
  expect(ways(`[{input: ask, key: ask}, {command: x}, ${promote('depends_on: ask')}]`)).toEqual(after)
})

test('the name of a group stands for all of its steps', () => {
  const steps = `[{group: g, key: g, steps: [{command: x}, {command: y}]}, ${promote('depends_on: g')}]`
  expect(ways(steps)).toEqual(['after step 1 after step 2 step 3/1'])
})

test('the commands of a step are one script that stops at a failing line', () => {
  const [script] = read('[{commands: [a, "b $$X {{matrix}}"], matrix: [c, d]}]').embedded ?? []
  expect(script?.file.text).toBe('a\nb $X ${matrix}\n')
  expect(script?.shell).toEqual({ errexit: true, pipefail: false })
})

test('a step that is skipped is not started', () => {
  const starts = (skip: string): string[] => ways(`[${promote(skip)}]`, '.buildkite/pipeline.yml')
  expect(starts('skip: not now').every(way => !way.includes('step 1 '))).toBe(true)
  expect(starts('skip: false').some(way => way.includes('step 1 '))).toBe(true)
})

test.each([
  '[',
  '3',
  '[{command: {a: b}}]',
  '[{command: x, key: a, depends_on: a}]',
  '[{group: a, steps: 3}]',
])('a broken file is no reason to fail: %s', steps => {
  expect(Array.isArray(read(steps).units)).toBe(true)
})
