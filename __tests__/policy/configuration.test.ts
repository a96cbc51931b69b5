import { UserError } from '../../src/base/user-error'
import { defaultConfiguration, parseConfiguration } from '../../src/policy/configuration'

const known = {
  ruleIds: ['unguarded-promotion', 'unverified-artifact-load', 'unsafe-load-option'],
  hazards: ['promotion', 'load', 'unsafe-load'],
  wordLists: ['stage', 'approval'],
}
const read = (text: string) => parseConfiguration(text, '.modelgate.yml', known)

function complaint(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('the configuration was accepted')
}

test('a configuration gives levels, paths to skip and words', () => {
  const text = `
fail-on: warning
rules:
  unguarded-promotion: note
  unsafe-load-option: off
ignore: [build/, "*_test.py"]
words:
  production: [live]
  other: [shadow]
metrics:
  higher: [uplift_at_10]
`
  expect(read(text)).toEqual({
    file: '.modelgate.yml',
    failOn: 'warning',
    rules: new Map([
      ['unguarded-promotion', 'note'],
      ['unsafe-load-option', 'off'],
    ]),
    ignore: ['build/', '*_test.py'],
    own: {
      guards: [],
      sinks: [],
      words: { production: ['live'], other: ['shadow'] },
      metrics: { higher: ['uplift_at_10'], lower: [], other: [], reference: [], counts: [] },
    },
  })
})

test.each(['', '# nothing yet\n', '---\n'])(
  'a configuration without settings (%j) leaves the defaults',
  text => {
    expect(read(text)).toEqual(defaultConfiguration)
  },
)

test('settings with nothing behind them set nothing', () => {
  const { file: _, own, ...settings } = read('rules:\nignore:\nguards:\nsinks:\nwords:\nmetrics:\n')
  const { file: __, own: nothing, ...defaults } = defaultConfiguration
  expect(settings).toEqual(defaults)
  expect({ ...own, metrics: {} }).toEqual(nothing)
})

test.each([
  ['fail-onn: error\n', '1:1: `fail-onn` is no setting; write `fail-on`'],
  [
    'colour: red\n',
    '1:1: `colour` is no setting; write `fail-on`, `rules`, `ignore`, `guards`, `sinks`, `words` or `metrics`',
  ],
  [
    'rules:\n  unguarded-promotions: error\n',
    '2:3: `unguarded-promotions` is no rule; write `unguarded-promotion`',
  ],
  ['rules:\n  no-eval: error\n', '2:3: `no-eval` is no rule; `modelgate rules` lists them'],
  ['words: {productoin: [live]}\n', '1:9: `productoin` is no setting; write `production`'],
  ['metrics: {high: [lift]}\n', '1:11: `high` is no setting; write `higher`'],
])('an unknown key in %j is answered with the nearest one', (text, message) => {
  expect(complaint(text)).toBe(`.modelgate.yml:${message}`)
})

test.each([
  ['fail-on: fatal\n', '1:10: `fail-on` is `fatal`; write `error`, `warning`, `note` or `never`'],
  ['fail-on:\n', '1:9: `fail-on` is empty; write `error`, `warning`, `note` or `never`'],
  [
    'rules:\n  unguarded-promotion: high\n',
    '2:24: `rules.unguarded-promotion` is `high`; write `error`, `warning`, `note` or `off`',
  ],
  ['rules: [unguarded-promotion]\n', '1:8: `rules` is a list; write one `rule-id: level` a line'],
  [
    'ignore: build/\n',
    '1:9: `ignore` is `build/`; write a list of patterns, for example `[build/, "*_test.py"]`',
  ],
  ['ignore:\n  - a\n  - 7\n', '3:5: `ignore[1]` is `7`; write text, in quotes where it looks like a number'],
  ['ignore: [""]\n', '1:10: `ignore[0]` is empty; write some text, or remove it'],
  ['words: live\n', '1:8: `words` is `live`; write `production: [live]` or `other: [shadow]` below it'],
  [
    'metrics: [lift]\n',
    '1:10: `metrics` is a list; write `higher: [lift_at_10]` or `lower: [churned_revenue]` below it',
  ],
  ['- fail-on\n', '1:1: the file is a list; write `setting: value` lines, for example `fail-on: warning`'],
  ['hello\n', '1:1: the file is `hello`; write `setting: value` lines, for example `fail-on: warning`'],
])('a value of the wrong kind in %j is answered with what to write', (text, message) => {
  expect(complaint(text)).toBe(`.modelgate.yml:${message}`)
})

test.each([
  ['fail-on: error\nfail-on: note\n', '2:1: this key stands twice; keep one of them'],
  ['rules:\n\tunguarded-promotion: note\n', '2:1: a tab indents this line; write spaces'],
  ['fail-on: error\n---\nfail-on: note\n', '2:1: a second document begins; keep one and remove the `---`'],
  ['fail-on: !level error\n', '1:10: a tag stands before the value; remove the word that begins with `!`'],
  ['ignore: &a [x]\nwords: {other: *a}\n', '2:16: an alias stands here; write the value itself'],
  ['? [a]\n: 1\n', '1:3: the key is a list or a mapping; write a word'],
  ['\u0000', '1:1: the file is `\\x00`; write `setting: value` lines, for example `fail-on: warning`'],
])('what a settings file does not need (%j) is refused with its place', (text, message) => {
  expect(complaint(text)).toBe(`.modelgate.yml:${message}`)
})

test('broken YAML is one line with the place and a remedy', () => {
  const message = complaint('ignore: [a, b\nrules: {}\n')
  expect(message).toMatch(/^\.modelgate\.yml:\d+:\d+: this is not YAML \(.*\); write `setting: value` lines/)
  expect(message).not.toContain('\n')
})

test.each([
  ['words', 'production: [blue]\n  other: [green, Blue]\n', '`Blue` stands in `production` and in `other`'],
  ['metrics', 'higher: [psi]\n  lower: [psi]\n', '`psi` stands in `higher` and in `lower`'],
])('in `%s` a word that says two things is refused', (section, lists, says) => {
  expect(complaint(`${section}:\n  ${lists}`)).toMatch(`: ${says}; keep it in one of them`)
})

test('of several mistakes the first in the file is named', () => {
  expect(complaint('ignore: 1\nfail-on: x\nrules: 3\n')).toMatch(/^\.modelgate\.yml:1:9: /)
})

test('aliases that multiply are refused before they are expanded', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `k${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`)
  expect(complaint(`k0: &a0 [x]\n${levels.join('\n')}\n`)).toMatch(/an alias stands here/)
})

test.each([
  ['closed brackets', `ignore: ${'['.repeat(30000)}${']'.repeat(30000)}`],
  ['open brackets', '['.repeat(65000)],
  ['open braces', '{a: '.repeat(16000)],
  ['dashes', `${'- '.repeat(30000)}a`],
])('%s nested thousands deep end in one line, not in a crash', (_, text) => {
  expect(complaint(text)).toMatch(/^\.modelgate\.yml:\d+:\d+: .*nested/)
})

test('brackets that only stand in text are no nesting', () => {
  const patterns = Array.from({ length: 50 }, () => '"[[[["').join(', ')
  expect(read(`ignore: [${patterns}]\n`).ignore).toHaveLength(50)
})

test('a file of more than 64 KiB is refused', () => {
  expect(complaint(`# ${'x'.repeat(70000)}`)).toMatch(/larger than 64 KiB/)
})

test('keys that every JavaScript object has are no settings', () => {
  expect(complaint('__proto__: {failOn: never}\n')).toMatch(
    /^\.modelgate\.yml:1:1: `__proto__` is no setting/,
  )
  expect(complaint('rules: {constructor: off}\n')).toMatch(/`constructor` is no rule/)
})

test('a key cannot bring a line break or a terminal escape into the message', () => {
  const message = complaint('"a\\n::error::b\\e[31m": 1\n')
  expect(message).toMatch(/^\P{Cc}*$/u)
  expect(message).toContain('is no setting')
})

test('a file with carriage returns gives the same places', () => {
  expect(complaint('fail-on: error\r\nignore: 1\r\n')).toMatch(/^\.modelgate\.yml:2:9: /)
})
