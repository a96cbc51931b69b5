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
    ...defaultConfiguration,
    file: '.modelgate.yml',
    failOn: 'warning',
    rules: new Map([
      ['unguarded-promotion', 'note'],
      ['unsafe-load-option', 'off'],
    ]),
    ignore: ['build/', '*_test.py'],
    own: {
      ...defaultConfiguration.own,
      guards: [],
      sinks: [],
      words: { production: ['live'], other: ['shadow'] },
      metrics: {
        higher: ['uplift_at_10'],
        lower: [],
        other: [],
        reference: [],
        candidate: [],
        stages: [],
        counts: [],
      },
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
    '1:1: `colour` is no setting; write `fail-on`, `policy-from`, `rules`, `paths`, `ignore`, `guards`, `sinks`, `words`, `metrics`, `trusted-environments`, `promotion`, `limits`, `waivers` or `baseline`',
  ],
  [
    'rules:\n  unguarded-promotions: error\n',
    '2:3: `unguarded-promotions` is no rule; write `unguarded-promotion`',
  ],
  ['rules:\n  no-eval: error\n', '2:3: `no-eval` is no rule; `modelgate rules` lists them'],
  ['words: {productoin: [live]}\n', '1:9: `productoin` is no setting; write `production`'],
  ['rules:\n  unguarded-promotion: {levle: error}\n', '2:25: `levle` is no setting; write `level`'],
  ['paths:\n  - path: a/**\n    fail_on: note\n', '3:5: `fail_on` is no setting; write `fail-on`'],
  [
    'paths:\n  - path: a/**\n    rules: {unguarded-promotoin: off}\n',
    '3:13: `unguarded-promotoin` is no rule; write `unguarded-promotion`',
  ],
  ['promotion: {requires: approval}\n', '1:13: `requires` is no setting; write `require`'],
  [
    'trusted-environment: [production]\n',
    '1:1: `trusted-environment` is no setting; write `trusted-environments`',
  ],
  ['promotion: {asks: approval}\n', '1:13: `asks` is no setting; write `require`'],
  ['words: {blue: [live]}\n', '1:9: `blue` is no setting; write `production` or `other`'],
  ['waivers:\n  - reasons: x\n', '2:5: `reasons` is no setting; write `reason`'],
  ['baselin: a.json\n', '1:1: `baselin` is no setting; write `baseline`'],
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
  [
    'rules:\n  unguarded-promotion:\n',
    '2:23: `rules.unguarded-promotion` is empty; write `error`, `warning`, `note` or `off`',
  ],
  ['fail-on: warnings\n', '1:10: `fail-on` is `warnings`; write `error`, `warning`, `note` or `never`'],
  [
    'rules:\n  unguarded-promotion: warnings\n',
    '2:24: `rules.unguarded-promotion` is `warnings`; write `error`, `warning`, `note` or `off`',
  ],
  [
    `fail-on: ${'x'.repeat(40)}\n`,
    `1:10: \`fail-on\` is \`${'x'.repeat(40)}\`; write \`error\`, \`warning\`, \`note\` or \`never\``,
  ],
  [
    `fail-on: ${'x'.repeat(41)}\n`,
    `1:10: \`fail-on\` is \`${'x'.repeat(40)}…\`; write \`error\`, \`warning\`, \`note\` or \`never\``,
  ],
  ['policy-from: main\n', '1:14: `policy-from` is `main`; write `base` or `head`'],
  ['waivers: a\n', '1:10: `waivers` is `a`; write a list of entries, each with a `rule` and a `path`'],
  [
    'waivers: [a]\n',
    '1:11: `waivers[0]` is `a`; write `rule`, `path`, `reason`, `owner` and `expires` below it',
  ],
  ['words: {other: a}\n', '1:16: `words.other` is `a`; write a list of words, for example `[live, serving]`'],
  [
    'metrics: {higher: a}\n',
    '1:19: `metrics.higher` is `a`; write a list of names, for example `[lift_at_10]`',
  ],
  ['paths: [{path: a, rules: [b]}]\n', '1:26: `paths[0].rules` is a list; write one `rule-id: level` a line'],
  ['limits: 7\n', '1:9: `limits` is `7`; write `file-bytes: 3000000` or `findings: 500` below it'],
  ['limits: {seconds: 601}\n', '1:19: `limits.seconds` is `601`; write a number from 1 to 600; 30 is usual'],
  ['rules: [unguarded-promotion]\n', '1:8: `rules` is a list; write one `rule-id: level` a line'],
  [
    'ignore: build/\n',
    '1:9: `ignore` is `build/`; write a list of patterns, for example `[build/, "*_test.py"]`',
  ],
  ['ignore:\n  - a\n  - 7\n', '3:5: `ignore[1]` is `7`; write text, in quotes where it looks like a number'],
  ['ignore: [" "]\n', '1:10: `ignore[0]` is ` `; write some text, or remove it'],
  ['ignore: [""]\n', '1:10: `ignore[0]` is empty; write some text, or remove it'],
  ['words: live\n', '1:8: `words` is `live`; write `production: [live]` or `other: [shadow]` below it'],
  [
    'metrics: [lift]\n',
    '1:10: `metrics` is a list; write `higher: [lift_at_10]` or `lower: [churned_revenue]` below it',
  ],
  [
    'rules:\n  unguarded-promotion: {level: high}\n',
    '2:32: `rules.unguarded-promotion.level` is `high`; write `error`, `warning`, `note` or `off`',
  ],
  [
    'rules:\n  unguarded-promotion: {fail-on: off}\n',
    '2:34: `rules.unguarded-promotion.fail-on` is `off`; write `error`, `warning`, `note` or `never`',
  ],
  [
    'rules:\n  unguarded-promotion: [error]\n',
    '2:24: `rules.unguarded-promotion` is a list; write `level` and `fail-on` below it',
  ],
  ['paths: a/**\n', '1:8: `paths` is `a/**`; write a list of entries, each with a `path`'],
  [
    'paths: [a/**]\n',
    '1:9: `paths[0]` is `a/**`; write `path: notebooks/**`, and `rules` or `fail-on` below it',
  ],
  [
    'paths:\n  - fail-on: note\n',
    '2:5: `paths[0].path` is missing; write a path, for example `notebooks/**`',
  ],
  ['paths: [{path: 7}]\n', '1:16: `paths[0].path` is `7`; write a path, for example `notebooks/**`'],
  ['paths: [{path: []}]\n', '1:16: `paths[0].path` is a list; write a path, for example `notebooks/**`'],
  [
    'paths: [{path: /a}]\n',
    '1:16: `paths[0].path` is `/a`; write it relative to the scanned directory, with forward slashes',
  ],
  [
    'paths: [{path: "*/*/*/*/*"}]\n',
    '1:16: `paths[0].path` is `*/*/*/*/*`; write at most four `*` or `**` in a path, two of them in one name, and at most four `{…}`',
  ],
  [
    'paths:\n  - path: a\n    fail-on: high\n',
    '3:14: `paths[0].fail-on` is `high`; write `error`, `warning`, `note` or `never`',
  ],
  [
    'paths:\n  - path: a\n    rules: {unguarded-promotion: never}\n',
    '3:34: `paths[0].rules.unguarded-promotion` is `never`; write `error`, `warning`, `note` or `off`',
  ],
  [
    'trusted-environments: production\n',
    '1:23: `trusted-environments` is `production`; write a list of names, for example `[production, "prod-*"]`',
  ],
  [
    'trusted-environments: [""]\n',
    '1:24: `trusted-environments[0]` is empty; write the name of an environment',
  ],
  [
    'trusted-environments: ["a*b*c*"]\n',
    '1:24: `trusted-environments[0]` is `a*b*c*`; write at most two `*` in a name',
  ],
  ['promotion: approval\n', '1:12: `promotion` is `approval`; write `require: approval` below it'],
  ['promotion: {}\n', '1:12: `promotion.require` is missing; write `approval`, `evaluation` or `canary`'],
  [
    'promotion: {require: aproval}\n',
    '1:22: `promotion.require` is `aproval`; write `approval`, `evaluation` or `canary`',
  ],
  [
    'promotion: {require: [approval, verification]}\n',
    '1:33: `promotion.require[1]` is `verification`; write `approval`, `evaluation` or `canary`',
  ],
  [
    'promotion: {require: []}\n',
    '1:22: `promotion.require` is a list; write `approval`, `evaluation` or `canary`',
  ],
  [
    'baseline: [a.json]\n',
    '1:11: `baseline` is a list; write the path of a baseline, for example `.modelgate-baseline.json`',
  ],
  ['- fail-on\n', '1:1: the file is a list; write `setting: value` lines, for example `fail-on: warning`'],
  [
    '# nothing\nhello\n',
    '2:1: the file is `hello`; write `setting: value` lines, for example `fail-on: warning`',
  ],
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

test.each([
  ['fail-on: !level error\nfail-on: note\n', '1:10: a tag stands before the value; remove the word'],
  [
    'fail-on: a: b\nrules: {}\n',
    '1:10: this is not YAML (Nested mappings are not allowed in compact mappings at `a`)',
  ],
  ['ignore: "a\n', '2:1: this is not YAML (Missing closing "quote);'],
  [
    `fail-on: |${'x'.repeat(90)}\n  a\n`,
    `1:11: this is not YAML (${'Block scalar header includes extra characters: |'.padEnd(80, 'x')} at \`x\`)`,
  ],
])('of broken YAML in %j the first mistake is told with what stands there', (text, says) => {
  expect(complaint(text)).toContain(`.modelgate.yml:${says}`)
})

test('broken YAML is one line with the place and a remedy', () => {
  const message = complaint('ignore: [a, b\nrules: {}\n')
  expect(message).toMatch(/^\.modelgate\.yml:\d+:\d+: this is not YAML \(.*\); write `setting: value` lines/)
  expect(message).not.toContain('\n')
})

test.each([
  [
    'words',
    'production: [blue]\n  other: [green, Blue]\n',
    '3:18: `Blue` stands in `production` and in `other`',
  ],
  ['metrics', 'higher: [psi]\n  lower: [psi]\n', '3:11: `psi` stands in `higher` and in `lower`'],
])('in `%s` a word that says two things is refused', (section, lists, says) => {
  expect(complaint(`${section}:\n  ${lists}`)).toBe(`.modelgate.yml:${says}; keep it in one of them`)
})

test('a word that says one thing twice is taken', () => {
  expect(read('words: {production: [blue, Blue]}\n').own.words.production).toEqual(['blue', 'Blue'])
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

test.each([
  ['brackets', '[', ']'],
  ['braces', '{a: ', '}'],
])('more than twenty %s in each other are refused where they are too many', (_, open, close) => {
  const nested = (depth: number) => `ignore: [a]\nwords: ${open.repeat(depth)}${close.repeat(depth)}\n`
  expect(complaint(nested(20))).not.toContain('nested')
  expect(complaint(nested(21))).toBe(
    `.modelgate.yml:2:${8 + 20 * open.length}: brackets are nested more than 20 deep; write a flat list`,
  )
})

test('brackets that only stand in text are no nesting', () => {
  const patterns = Array.from({ length: 50 }, () => '"[[[["').join(', ')
  expect(read(`ignore: [${patterns}]\n`).ignore).toHaveLength(50)
})

test('brackets behind each other are no nesting', () => {
  const entries = Array.from({ length: 30 }, (_, n) => `{path: [a${n}], rules: {}}`)
  expect(read(`paths: [${entries.join(', ')}]\n`).paths).toHaveLength(30)
})

test('a file of more than 64 KiB is refused', () => {
  expect(read(`# ${'x'.repeat(64 * 1024 - 2)}`)).toEqual(defaultConfiguration)
  expect(complaint(`# ${'x'.repeat(64 * 1024 - 1)}`)).toMatch(/larger than 64 KiB/)
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

test('rules and paths may have levels of their own that fail a run', () => {
  const { rules, bars, paths, baselineFile } = read(`
rules:
  unguarded-promotion: { level: warning, fail-on: warning }
  unsafe-load-option: { fail-on: never }
paths:
  - { path: notebooks/**, fail-on: never, rules: { unguarded-promotion: off } }
  - { path: [a.py, b.py], rules: { unguarded-promotion: error } }
baseline: known.json
`)
  expect(rules).toEqual(new Map([['unguarded-promotion', 'warning']]))
  expect(bars).toEqual(
    new Map([
      ['unguarded-promotion', 'warning'],
      ['unsafe-load-option', 'never'],
    ]),
  )
  expect(paths).toEqual([
    { paths: ['notebooks/**'], failOn: 'never', rules: new Map([['unguarded-promotion', 'off']]) },
    { paths: ['a.py', 'b.py'], failOn: null, rules: new Map([['unguarded-promotion', 'error']]) },
  ])
  expect(baselineFile).toBe('known.json')
})

test.each([
  ['approval', ['approval']],
  ['[evaluation, canary]', ['evaluation', 'canary']],
])('what a promotion requires (%s) is a list', (text, kinds) => {
  expect(read(`promotion: { require: ${text} }\n`).own.require).toEqual(kinds)
})
