import { argoFrontend } from '../../../src/frontends/argo'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

function read(templates: string, more = ''): Reading {
  return readWith(
    argoFrontend,
    'wf.yaml',
    `
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {name: w}
    spec: {entrypoint: main, templates: [${templates}], ${more}}
  `,
  )
}

const leaf = (name: string): string => `{name: ${name}, container: {command: [${name}]}}`
const leaves = [
  leaf('x'),
  leaf('y'),
  leaf('z'),
  '{name: wait, suspend: {}}',
  '{name: nap, suspend: {duration: "9"}}',
]

function ways(main: string, label: string, more = ''): string[] {
  const found = waysThrough(read([`{name: main, ${main}}`, ...leaves].join(', '), more), label)
  return found.map(way => way.replace(/\bw\/(main\/)?/g, ''))
}

function scripts(main: string): string[] {
  return (read(`{name: main, ${main}}`).embedded ?? []).map(({ file }) => file.text)
}

describe('steps', () => {
  const steps = (second: string): string =>
    `steps: [[{name: a, template: x}, {name: b, template: y}], [{name: c, template: z}], [${second}]]`

  test('wait for everything before their group', () => {
    expect(ways(steps('{name: d, template: x}'), 'd')).toEqual(['after a after b after c d/1'])
    expect(ways(steps('{name: d, template: x}'), 'b')).toEqual(['b/1'])
  })

  test('wait for a person or for time', () => {
    expect(ways(steps('{name: d, template: wait}'), 'd')).toEqual([
      'after a after b after c approval(suspend)',
    ])
    expect(ways(steps('{name: d, template: nap}'), 'd')).toEqual(['after a after b after c timer(suspend)'])
  })
})

describe('tasks', () => {
  const dag = (c: string): string =>
    `dag: {tasks: [{name: a, template: x}, {name: b, template: y, when: "{{q}} == 1", depends: a}, {name: c, template: z, ${c}}]}`

  test.each([
    ['dependencies: [a]', 'after a c/1'],
    ['depends: a.Succeeded', 'after a c/1'],
    ['depends: "a.Succeeded || a.Failed"', 'after a? c/1'],
    ['depends: "!a.Failed"', 'after a? c/1'],
    ['depends: b', 'after b? after a c/1'],
    ['depends: "b.Succeeded"', 'after b c/1'],
    ['depends: "b || b.Omitted"', 'after b? c/1'],
    ['depends: "(a && b.Succeeded) || (a && b.Skipped)"', 'after a after b? c/1'],
    ['depends: elsewhere', 'c/1'],
  ])('%s', (depends, way) => {
    expect(ways(dag(depends), 'c')).toEqual([way])
  })
})

test('what runs at the end waits for everything, however that ended', () => {
  expect(ways('container: {command: [m]}', 'onExit', 'onExit: x')).toEqual(['after main? onExit/1'])
})

test('the words of a command are no code of a shell', () => {
  expect(scripts('container: {command: [echo, "$HOME `ls`", "a;b"], args: ["$(NAME)-{{x}}"]}')).toEqual([
    `echo '$HOME \`ls\`' 'a;b' "\${NAME}-\${x}"`,
  ])
})
