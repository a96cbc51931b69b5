import { jenkinsFrontend } from '../../../src/frontends/jenkins'
import type { Reading } from '../../../src/program'
import { readWith, waysThrough } from '../pipeline-ways'

const path = 'Jenkinsfile'

function read(text: string): Reading {
  return readWith(jenkinsFrontend, path, text)
}

const stage = (name: string, steps: string, more = ''): string =>
  `stage('${name}') {\n${more}\nsteps {\n${steps}\n}\n}\n`
const declared = (stages: string, more = ''): string => `pipeline {\n${more}\nstages {\n${stages}}\n}\n`
const a = stage('a', "sh 'a'")

describe('stages', () => {
  const ways = (text: string, label: string): string[] => waysThrough(read(declared(text)), label)

  test('wait for all that went before', () => {
    expect(ways(a + stage('b', "sh 'b'") + stage('c', "sh 'c'"), 'c')).toEqual(['after a after b c/1'])
  })

  test('of a parallel group wait for what went before it, and what comes next for all of them', () => {
    const text = `${a}stage('p') { parallel {\n${stage('b', "sh 'b'")}${stage('c', "sh 'c'")}} }\n${stage('d', "sh 'd'")}`
    expect(ways(text, 'c')).toEqual(['after a c/1'])
    expect(ways(text, 'd')).toEqual(['after a after b after c d/1'])
  })

  test('inside a stage run one after another, under its condition', () => {
    const text = `stage('s') { when { branch 'main' }\nstages {\n${a}${stage('b', "sh 'b'")}} }\n${stage('c', "sh 'c'")}`
    expect(ways(text, 'b')).toEqual(['after a b/1'])
    expect(ways(text, 'c')).toEqual(['after a? after b? c/1'])
  })

  test('with the same name are told apart', () => {
    expect(read(declared(a + a)).units.map(({ name }) => name)).toEqual([path, `${path}:a`, `${path}:a 2`])
  })

  test('ask before their condition, or behind it', () => {
    const asked = (when: string): string => stage('b', "sh 'b'", `when { ${when} }\ninput { message 'go?' }`)
    expect(ways(asked("branch 'x'"), 'b input')).toEqual(['approval(input)'])
    expect(waysThrough(read(declared(asked("branch 'x'"))), path)).toContain(
      'on(push) b input after b input after b?',
    )
    expect(waysThrough(read(declared(asked("beforeInput true; branch 'x'"))), path)).toContain(
      'on(push) ? yes b input after b input? after b?',
    )
  })

  test('run what stands in `post` after success, after failure and in any case', () => {
    const text = stage('b', "sh 'b'").replace(
      /\}\n$/,
      "post {\nsuccess { sh 'c' }\nfailure { sh 'd' }\nalways { sh 'e' }\n}\n}\n",
    )
    expect(ways(text, 'b')).toEqual([
      'b/1.1 b/2.1 b/4.1',
      'b/1.1 b/2.1! b/3.1 b/4.1 ^',
      'b/1.1! b/3.1 b/4.1 ^',
    ])
  })

  test('have their `post` sections of the whole behind them', () => {
    const text = declared(a).replace(/\}\n$/, "post {\nsuccess { sh 'b' }\nfailure { sh 'c' }\n}\n}\n")
    expect(waysThrough(read(text), 'pipeline post success')).toEqual(['after a pipeline post success/1'])
    expect(waysThrough(read(text), 'pipeline post failure')).toEqual(['after a? pipeline post failure/1'])
  })
})

describe('a script', () => {
  const ways = (text: string): string[] => waysThrough(read(text), 'script')

  test.each([
    ['a; b', "sh 'a'; sh 'b'", ['script/1 script/2']],
    [
      'try and catch',
      "try { sh 'a' } catch (e) { sh 'b' }\nsh 'c'",
      ['script/1.1 script/2', 'script/1.1! script/1.catch.1 script/2'],
    ],
    [
      'try and finally',
      "try { sh 'a' } finally { sh 'b' }",
      ['script/1.1 script/1.finally.1', 'script/1.1! script/1.finally.1 ^'],
    ],
    ['catchError', "catchError { sh 'a' }\nsh 'b'", ['script/1.1.1 script/2', 'script/1.1.1! script/2']],
    ['if', "if (x) { sh 'a' } else { sh 'b' }", ['? no script/1.else.1', '? yes script/1.1']],
    ['a loop', "for (x in y) { sh 'a' }", ['? no', '? yes script/1.1']],
    [
      'a return',
      "node { if (x) { return }\nsh 'a' }\nsh 'b'",
      ['? no script/1.2 script/2', '? yes script/2'],
    ],
    ['an error', "if (x) { error 'no' }\nsh 'a'", ['? no script/2', '? yes ^']],
    [
      'a status',
      "def s = sh(returnStatus: true, script: 'a')\nsh 'b'",
      ['script/1 script/3', 'script/1! script/3'],
    ],
    ['a question', "input 'go?'\nsh 'a'", ['approval(input) script/2']],
    ['a job', "build job: 'x'\nsh 'a'", ['uses: trigger x script/2']],
  ])('%s', (_, text, expected) => {
    expect(ways(text)).toEqual(expected)
  })

  test('starts its branches side by side', () => {
    expect(ways("parallel a: { sh 'a' }, b: { sh 'b' }\nsh 'c'")).toEqual([
      'a (1) after a (1) after b (2) script/2',
      'b (2) after a (1) after b (2) script/2',
    ])
  })
})

describe('what starts a build', () => {
  const triggers = (text: string): string[] =>
    waysThrough(read(text), path).map(way => way.split(' ')[0] ?? '')
  test.each([
    [declared(a), ['on(push)']],
    [declared(a, "triggers { cron('@daily') }"), ['on(schedule)']],
    [declared(a, "triggers { upstream(upstreamProjects: 'x') }"), ['on(pipeline)']],
    [declared(a, "triggers { pollSCM 'H * * * *'\ncron 'H 4 * * *' }"), ['on(push)', 'on(schedule)']],
    ["properties([pipelineTriggers([cron('@daily')])])\nsh 'a'", ['on(schedule)']],
  ])('%s', (text, expected) => {
    expect([...new Set(triggers(text))].sort()).toEqual(expected)
  })
})
