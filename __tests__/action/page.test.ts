import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actionPage } from '../../src/action/page'

const root = join(__dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const definition = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, unknown>
  runs: { main: string; using: string }
}
const namesIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort()

test('docs/action.md is current: run `npm run generate`', () => {
  expect(read('docs/action.md')).toBe(actionPage(read('action.yml')))
})

test('what the Action reads is what it declares', () => {
  const asked = namesIn(read('src/action/inputs.ts'), /(?:getInput|readSwitch)\('([\w-]+)'/g)
  expect(asked).toEqual(Object.keys(definition.inputs).sort())
})

test('what the Action gives is what it declares', () => {
  const given = namesIn(read('src/action/run.ts'), /setOutput\('([\w-]+)'/g)
  expect(given).toEqual(Object.keys(definition.outputs).sort())
})

test('every input has a row with its default', () => {
  const page = read('docs/action.md')
  for (const [name, { description, default: given }] of Object.entries(definition.inputs))
    expect(page).toContain(`| \`${name}\` | ${given ? `\`${given}\`` : 'none'} | ${description} |`)
})

test('the workflow of the page is YAML, and names inputs and permissions that there are', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(read('docs/action.md')) ?? []
  const { jobs } = parse(yaml) as {
    jobs: { modelgate: { permissions: object; steps: { with?: Record<string, unknown> }[] } }
  }
  expect(jobs.modelgate.permissions).toEqual({
    contents: 'read',
    actions: 'read',
    'security-events': 'write',
    'pull-requests': 'write',
  })
  const given = Object.keys(jobs.modelgate.steps.at(-1)?.with ?? {})
  expect(given.filter(name => !(name in definition.inputs))).toEqual([])
  expect(given).not.toEqual([])
})

test('a description may hold what divides a table', () => {
  expect(actionPage('inputs: {x: {description: "a | b"}}')).toContain('| `x` | none | a \\| b |')
})
