import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { jenkinsFrontend } from '../../../src/frontends/jenkins'
import { readGroovy } from '../../../src/frontends/jenkins/groovy'
import { onDisk, type Reading } from '../../../src/program'

function read(text: string): Reading {
  return jenkinsFrontend.read({ path: 'Jenkinsfile', text })
}

function scripts(text: string): string[] {
  return (read(text).embedded ?? []).map(({ file }) => file.text)
}

const everyForm = readFileSync(join(__dirname, 'forms.groovy'), 'utf8')

test('Groovy of nearly every form is understood', () => {
  expect(readGroovy({ path: 'Jenkinsfile', text: everyForm }).notices).toEqual([])
  expect(scripts(everyForm)).toEqual([
    'make',
    expect.stringContaining('echo "quoted" \\\n'),
    'echo $A',
    'true',
    'one',
    'two',
  ])
})

describe('the text of a script', () => {
  test.each([
    ["sh 'a'", 'a'],
    ['sh "a"', 'a'],
    ["sh('a')", 'a'],
    ["sh(script: 'a')", 'a'],
    ["sh label: 'x', script: 'a'", 'a'],
    ["steps.sh 'a'", 'a'],
    ["this.sh 'a'", 'a'],
    ['sh """a\nb"""', 'a\nb'],
    ["sh '''a\nb'''.stripIndent()", 'a\nb'],
    ["sh 'a\\n\\'b\\' \\\\ \\$x'", "a\n'b' \\ $x"],
    ['sh "a \\$x \\"b\\""', 'a $x "b"'],
    ['sh "a ${b} c"', 'a ${groovy_b} c'],
    ['sh "a $b.c d"', 'a ${groovy_b__c} d'],
    ['sh "a ${b ? \'}\' : "{"} c"', 'a ${groovy_b__} c'],
    ["sh 'a ${b}'", 'a ${b}'],
    ["sh 'a ' + b + ' c'", 'a ${groovy_b} c'],
    ['def b = 1\nsh "a ${b}"', 'a ${groovy_b}'],
    ['sh $/a \\ $$b $/c/$', 'a \\ $b /c'],
    ['sh """a \\\nb"""', 'a b'],
    ['echo sh(script: "a", returnStdout: true)', 'a'],
    ["if (sh(script: 'a', returnStatus: true) == 0) { }", 'a'],
    ['sh(\n"a"\n)', 'a'],
    ["retry(3) { sh 'a' }", 'a'],
    ["foo.bar { x -> sh 'a' }", 'a'],
    ["sh 'a'; sh 'a'", 'a'],
  ])('%s', (groovy, expected) => {
    expect([...new Set(scripts(groovy))]).toEqual([expected])
  })

  test('stands where the file has it, escapes and all', () => {
    const text = 'node {\n sh "x \\"y\\" ${z} needle"\n}'
    const [embedded] = read(text).embedded ?? []
    const start = embedded?.file.text.indexOf('needle') ?? -1
    expect(embedded && onDisk({ file: embedded.file, start, end: start + 6 })).toMatchObject({
      file: { path: 'Jenkinsfile' },
      start: text.indexOf('needle'),
      end: text.indexOf('needle') + 6,
    })
  })
})

describe('the shell of a script', () => {
  const modeOf = (groovy: string): unknown => read(groovy).embedded?.[0]?.shell
  test.each([
    ["sh 'a'", { errexit: true, pipefail: false }],
    ["sh '''\n#!/bin/bash\na'''", { errexit: true, pipefail: false }],
    ["sh '''#!/bin/bash\na'''", { errexit: false, pipefail: false }],
    ["sh '''#!/bin/bash -e\na'''", { errexit: true, pipefail: false }],
  ])('%s', (groovy, expected) => {
    expect(modeOf(groovy)).toEqual(expected)
  })

  test('is Python where its first line says so', () => {
    expect(read("sh '''#!/usr/bin/env python3\nimport os'''").embedded?.[0]?.language).toBe('python')
  })
})

test.each([
  ['Jenkinsfile', true],
  ['ci/Jenkinsfile', true],
  ['Jenkinsfile.release', true],
  ['release.jenkinsfile', true],
  ['release.Jenkinsfile', true],
  ['Jenkinsfile.md', false],
  ['MyJenkinsfile', false],
  ['vars/release.groovy', false],
])('%s is a pipeline: %s', (path, expected) => {
  expect(jenkinsFrontend.claims(path)).toBe(expected)
})

describe('what cannot be read is a notice, in bounded work', () => {
  const many = 100_000
  const outcomes: Readonly<Record<string, readonly [text: string, kinds: readonly string[]]>> = {
    'an empty file': ['', []],
    'a quote that nothing closes': ["node { sh 'make\n }", ['syntax']],
    'three quotes that nothing closes': ['node { sh """make\n }', ['syntax']],
    'a brace that nothing closes': ["node { sh 'make'", ['syntax']],
    'a brace too many': ["node { sh 'make' } }", ['syntax']],
    'a bracket that nothing closes': ["node { sh('make' }", ['syntax']],
    'a comment that nothing closes': ['node { } /* a', ['syntax']],
    'a hole that nothing closes': ['sh "a ${b', ['syntax']],
    'brackets in one another': ['['.repeat(many), ['limit']],
    'brackets in one another that are closed': [`x = ${'['.repeat(many)}${']'.repeat(many)}`, ['limit']],
    'round brackets in one another': [`x = ${'('.repeat(many)}`, ['limit']],
    'closures in one another': ['a {'.repeat(many), ['limit']],
    'bare braces in one another': ['{'.repeat(many), ['limit']],
    'brackets that nothing opened': [')'.repeat(many), ['syntax']],
    'braces that nothing opened': ['}'.repeat(many), ['syntax']],
    'holes in holes': ['"${'.repeat(many), ['syntax']],
    'quotes in a row': ['"'.repeat(many), ['syntax']],
    'quotes that nothing closes': ["sh '\n".repeat(30_000), ['syntax']],
    'slashes that nothing closes': [`x = ${'/\\'.repeat(many)}`, ['limit']],
    'slashes and spaces': [`x = ${'/ '.repeat(many)}`, ['limit']],
    'dollars and slashes': ['$/'.repeat(many), ['syntax']],
    'signs in a row': [`x = ${'!'.repeat(many)}y`, ['limit']],
    'sums without an end': [`x = ${'a + '.repeat(many)}b`, ['limit']],
    'fields without an end': [`x${'.a'.repeat(many)}`, ['limit']],
    'calls without an end': [`x${'()'.repeat(many)}`, ['limit']],
    'questions without an end': [`x = ${'a ? b : '.repeat(many)}c`, ['limit']],
    '`new` without an end': ['new '.repeat(many), ['limit']],
    '`if` in `if`': ['if (a) '.repeat(many), ['limit']],
    '`else if` in a row': ['if (a) { } else '.repeat(30_000), ['limit']],
    '`try` in `finally`': [`${'try { a() } finally { '.repeat(60)}sh 'x'${' }'.repeat(60)}`, ['limit']],
    '`try` in `catch`': [`${'try { a() } catch (e) { '.repeat(60)}sh 'x'${' }'.repeat(60)}`, []],
    'functions that call each other': ["def a() { b() }\ndef b() { a() }\na()\nsh 'x'", []],
    'a closure that calls itself': ["def a = { a()\n a()\n a()\n sh 'x' }\na()", []],
    'closures that call more and more': [
      `${Array.from({ length: 30 }, (_, i) => `def a${i} = { a${i + 1}(); a${i + 1}() }`).join('\n')}\na0()`,
      [],
    ],
    'statements in a row': ['a()\n'.repeat(30_000), ['limit']],
    'fewer statements in a row': ['a()\n'.repeat(10_000), []],
    'steps in a row': ["sh 'x'\n".repeat(3_000), []],
    'assignments in a row': ['def a = 1\n'.repeat(20_000), []],
    'NUL and half a pair': ['node { sh "\u0000 \ud800" }\u0000', ['syntax']],
  }
  test.each(Object.entries(outcomes))('%s', (_, [text, kinds]) => {
    const before = performance.now()
    const reading = read(text)
    expect(performance.now() - before).toBeLessThan(4_000)
    expect(reading.notices.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('`catchError` in `catchError` without an end', () => {
    expect(read(`${'catchError { '.repeat(100)}sh 'x'${' }'.repeat(100)}`).units.length).toBeGreaterThan(0)
  })
})

describe('any text is read without an exception', () => {
  const words = everyForm.split(/(\s+|\b)/).filter(word => word !== '')
  const settings = { seed: 20260101, endOnFailure: true, numRuns: 300 }

  test('words of Groovy in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 120 }), some => {
        expect(Array.isArray(read(some.join(' ')).units)).toBe(true)
      }),
      settings,
    )
  })

  test('Groovy with pieces cut out', () => {
    fc.assert(
      fc.property(fc.nat(everyForm.length), fc.nat(60), (start, length) => {
        expect(Array.isArray(read(everyForm.slice(0, start) + everyForm.slice(start + length)).units)).toBe(
          true,
        )
      }),
      settings,
    )
  })

  test('characters in any order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), text => {
        expect(Array.isArray(read(text).units)).toBe(true)
      }),
      settings,
    )
  })
})
