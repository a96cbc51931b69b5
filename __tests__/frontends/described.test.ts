import { describe as describeFile } from '../../src/frontends/kubernetes/described'

const object = (spec: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: churn }\nspec: ${spec}\n`

const nested = (depth: number): string => `${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`

test.each([
  ['an ordinary object', nested(5), false],
  ['what is nested too deep to be read', nested(60), true],
  ['what stands for too much to be read', `[${'1, '.repeat(25_000)}1]`, true],
  ['what is no YAML', '{ a: [', true],
])('of %s it is known whether there may be more', (_, spec, broken) => {
  const found = describeFile({ path: 'a.yaml', text: object(spec) })
  expect(found.broken).toBe(broken)
})
