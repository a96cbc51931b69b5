import type { Example } from '../../src/rules/schema'
import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { environmentsOf, found, promised, sourcesOf } from './expectation'

describe.each(rules.rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.bad.map(titled))('reports: %s', (_, example) => expectAsPromised(example, id))
  test.each(rule.examples.good.map(titled))('is silent: %s', (_, example) => expectAsPromised(example, id))

  test('has a bad example that reports and a good one that has no findings but notes', () => {
    expect(rule.examples.bad.flatMap(example => promised(example, id))).not.toEqual([])
    expect(rule.examples.good).not.toEqual([])
    expect(rule.examples.good.flatMap(example => promised(example, id)).filter(isFirm)).toEqual([])
  })
})

const withExamples = rules.catalogs.filter(catalog => catalog.examples)

describe.each(withExamples.map(catalog => [catalog.library, catalog] as const))('%s', (_, catalog) => {
  const { bad, good } = catalog.examples ?? { bad: [], good: [] }
  if (bad.length > 0)
    test.each(bad.map(titled))('reports: %s', (_title, example) => expectAsPromised(example, '*'))
  if (good.length > 0)
    test.each(good.map(titled))('is silent: %s', (_title, example) => expectAsPromised(example, '*'))

  test('has only notes in its good examples', () => {
    expect(good.flatMap(example => promised(example, '*')).filter(isFirm)).toEqual([])
  })
})

test('every library with sinks has examples of both kinds', () => {
  const lacking = rules.catalogs.filter(
    ({ sinks, examples }) => sinks.length > 0 && !(examples?.bad.length && examples.good.length),
  )
  expect(lacking.map(catalog => catalog.library)).toEqual([])
})

async function expectAsPromised(example: Example, rule: string): Promise<void> {
  const promises = promised(example, rule)
  const findings = await analyseSources(sourcesOf(example), rules, environmentsOf(example))
  expect(found(findings, promises)).toEqual(promises)
}

function titled(example: Example): [string, Example] {
  return [example.title, example]
}

function isFirm(promise: string): boolean {
  return !promise.endsWith(', note')
}
