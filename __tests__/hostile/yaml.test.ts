import {
  duplicateKeys,
  entriesOf,
  itemsOf,
  readYaml,
  textOf,
  valueAt,
} from '../../src/frontends/pipelines/yaml'
import { readSources } from '../support/analyse'

const yamlOf = (text: string) => readYaml({ path: 'a.yml', text })
const kinds = (notices: readonly { readonly kind: string }[]) => notices.map(({ kind }) => kind)

test('a text that several ask for is understood once', () => {
  const [a, b] = [yamlOf('a: 1\n'), readYaml({ path: 'b.yml', text: 'a: 1\n' })]
  expect(a.documents[0]?.node).toBe(b.documents[0]?.node)
  expect(b.documents[0]?.span.file.path).toBe('b.yml')
})

test('what one reader spends, and what is said to it, is no other reader’s', () => {
  const text = `a0: &a0 x\n${Array.from({ length: 8 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`).join('')}`
  const walked = (): string[] => {
    const yaml = yamlOf(text)
    const walk = (tree: (typeof yaml.documents)[number]): void => {
      for (const { value } of entriesOf(tree)) walk(value)
      for (const item of itemsOf(tree)) walk(item)
    }
    yaml.documents.forEach(walk)
    return kinds(yaml.notices)
  }
  expect([walked(), walked()]).toEqual([['limit'], ['limit']])
})

// An error is made for each sign that makes no sense; with the stack in each of them these took most of a minute.
test.each([
  ['signs behind a text', `kind: ${'\\\n'.repeat(50_000)}`],
  ['commas', `a: [${','.repeat(100_000)}`],
  ['directives behind the content', `a: 1\n${'%\n'.repeat(50_000)}`],
  ['tags', `a: ${'!b '.repeat(100_000)}`],
  ['brackets that close nothing', `a: 1\n${']\n'.repeat(50_000)}`],
])('what makes no sense is told once, and costs little: %s', (_, text) => {
  const limit = Error.stackTraceLimit
  expect(kinds(yamlOf(text).notices)).toEqual(['syntax'])
  expect(Error.stackTraceLimit).toBe(limit)
})

test('maps that a broken text opens in one another are too deep', () => {
  const text = `- {a: "b", when: "{{n: m${'": : a'.repeat(3_000)}    - {name: q, args: ["{{i}}"]}`
  expect(kinds(yamlOf(text).notices)).toEqual(['limit'])
})

test('of keys that stand twice some are listed, and the others counted', () => {
  const twice = (n: number) => duplicateKeys(yamlOf('a: 1\n'.repeat(n + 1)))
  expect(kinds(twice(20))).toEqual(Array(20).fill('syntax'))
  expect(twice(21).at(-1)).toEqual({
    path: 'a.yml',
    line: 0,
    kind: 'limit',
    message: 'Keys stand twice in their maps at 1 other place.',
  })
  expect(twice(40_000).at(-1)?.message).toBe('Keys stand twice in their maps at 39980 other places.')
  expect(twice(40_000).map(({ line }) => line)).toEqual([...Array.from({ length: 20 }, (_, i) => i + 2), 0])
})

describe('an alias', () => {
  const meant = (text: string) => textOf(valueAt(yamlOf(text).documents[0] ?? null, 'b'))

  test.each([
    ['a: &x 1\nb: *x\n', '1'],
    ['a: &x 1\nc: &x 2\nb: *x\n', '2'],
    ['a: &x 1\nb: *x\nc: &x 2\n', '1'],
    ['b: *x\na: &x 1\n', null],
    ['a: &x 1\nc: &y *x\nb: *y\n', null],
    ['b: &x [*x]\n', null],
    ['a: 1\n', null],
  ])('%j means %j', (text, value) => {
    expect(meant(text)).toBe(value)
  })

  test('of another document is none', () => {
    expect(textOf(valueAt(yamlOf('a: &x 1\n---\nb: *x\n').documents[1] ?? null, 'b'))).toBeNull()
  })

  // The library walks the whole document for each.
  test('costs no walk of its own', () => {
    const { documents, notices } = yamlOf(`a: &a 1\nb:\n${'  - *a\n'.repeat(50_000)}`)
    const list = itemsOf(valueAt(documents[0] ?? null, 'b'))
    expect([list.length, list.every(item => textOf(item) === '1'), notices]).toEqual([50_000, true, []])
  })
})

// Each of these was read anew by every frontend, and each duplicate counted the lines before it.
test.each([
  [
    'tekton.yaml',
    `apiVersion: tekton.dev/v1\nkind: ${'\\\n'.repeat(50_000)}\nmetadata: {name: p}\n---\napiVersion: tekton.dev/v1\nkind: Task\n`,
    ['limit', 'syntax', 'unreadable'],
  ],
  ['azure-pipelines.yml', `steps: [{task: A${','.repeat(100_000)}}]\n`, ['syntax']],
  [
    '.gitlab-ci.yml',
    `include:\n${Array.from({ length: 20_000 }, (_, i) => `- local: ${i}.yml\n`).join('')}`,
    ['unreadable'],
  ],
])('much that is wrong in %s is read to its end', async (path, text, expected) => {
  const { notices } = await readSources({ [path]: text })
  expect([...new Set(kinds(notices))].sort()).toEqual(expected)
})
