import { codebuildFrontend } from '../../../src/frontends/codebuild'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

const path = 'buildspec.yml'

function read(text: string): Reading {
  return readWith(codebuildFrontend, path, text)
}

function ways(phases: string): string[] {
  return waysThrough(read(`version: 0.2\nphases: ${phases}`), 'build')
}

function scripts(phases: string, head = 'version: 0.2'): string[] {
  return (read(`${head}\nphases: ${phases}`).embedded ?? []).map(({ file }) => file.text)
}

describe('phases', () => {
  test.each([
    ['run in order', '{build: {commands: [b]}, install: {commands: [a]}}', ['build/1 build/2']],
    [
      'that go on after a failure lead to the next',
      '{install: {commands: [a], on-failure: CONTINUE}, build: {commands: [b]}}',
      ['build/1.1 build/2', 'build/1.1! build/2'],
    ],
    [
      'that abort lead nowhere',
      '{build: {commands: [a], on-failure: ABORT}, post_build: {commands: [b]}}',
      ['build/1 build/2'],
    ],
    [
      'have an end that comes in any case',
      '{install: {commands: [a], finally: [b]}, build: {commands: [c]}}',
      ['build/1.1 build/2.1 build/3', 'build/1.1! build/2.1 ^'],
    ],
    ['that are not known are left out', '{deploy: {commands: [a]}, build: {commands: [b]}}', ['build/1']],
  ])('%s', (_, phases, expected) => {
    expect(ways(phases)).toEqual(expected)
  })

  test('the last two are one script, since the last runs although the other has failed', () => {
    expect(scripts('{build: {commands: [a, "b\\nexit 1"]}, post_build: {commands: [c, "d && e"]}}')).toEqual([
      [
        'if {\na\n} && (\nb\nexit 1\n); then CODEBUILD_BUILD_SUCCEEDING=1; else CODEBUILD_BUILD_SUCCEEDING=0; fi',
        'c',
        '{\nd && e\n} || exit 1',
        '[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]\n',
      ].join('\n'),
    ])
  })
})

test.each([
  ['[a, b]', ['a\nb\n']],
  ['["a && b"]', ['{\na && b\n} || exit 1\n']],
  ['["a\\nb"]', ['{\na\nb\n} || exit 1\n']],
  ['["if a; then b; fi"]', ['{\nif a; then b; fi\n} || exit 1\n']],
  ['["# nothing", "", a]', ['a\n']],
  ['["set +e", a]', ['a\n']],
  ['[]', []],
])('commands %s become a script that stops where one of them fails', (commands, expected) => {
  expect(scripts(`{build: {commands: ${commands}}}`)).toEqual(expected)
})

test('a shell of its own runs each command in the first version, and in shells of Windows', () => {
  expect(scripts('{build: {commands: [a, b]}}', 'version: 0.1')).toEqual(['a', 'b'])
  const windows = read('version: 0.2\nenv: {shell: powershell.exe}\nphases: {build: {commands: [a, b]}}')
  expect((windows.embedded ?? []).map(({ language }) => language)).toEqual(['powershell', 'powershell'])
})

test.each([
  ['buildspec.yml', true],
  ['ci/buildspec_release.yaml', true],
  ['build-spec.yml', true],
  ['release.buildspec.yml', true],
  ['specs.yml', false],
  ['buildspec.json', false],
])('%s is a build specification: %s', (file, expected) => {
  expect(codebuildFrontend.claims(file)).toBe(expected)
})

test('only files with phases are builds', () => {
  const recognises = (text: string): boolean | undefined => codebuildFrontend.recognises?.({ path, text })
  expect(recognises('version: 0.2\nphases:\n  build:\n')).toBe(true)
  expect(recognises('kind: ConfigMap')).toBe(false)
})

describe('what cannot be read is a notice', () => {
  const bomb = `${['a: &a [x, x]', ...Array.from({ length: 25 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`}, `.repeat(9)}]`)].join('\n')}\n`
  test.each([
    ['brackets nested 100,000 deep', `phases: ${'['.repeat(100_000)}`, ['limit']],
    ['a quote that nothing closes', 'phases: {build: {commands: ["a}}', ['syntax']],
    ['a brace that nothing closes', 'phases: {build: {commands: [a]', ['syntax']],
    ['aliases in aliases', `${bomb}phases: {build: {commands: *b24}}`, []],
    ['keys that occur twice', 'phases: {build: {commands: [a]}, build: {commands: [b]}}', []],
    ['tags that nobody knows', 'phases: !what {build: !x {commands: !y [!z a]}}', []],
    ['values of other kinds', 'phases: {build: 3, install: [], post_build: {commands: {a: b}}}', []],
    ['nothing', '', []],
  ])('%s', (_, text, kinds) => {
    expect(read(text).notices.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('of two keys of the same name the later one counts', () => {
    expect(scripts('{build: {commands: [a]}, build: {commands: [b]}}')).toEqual(['b\n'])
  })
})
