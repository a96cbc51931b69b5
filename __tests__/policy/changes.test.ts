import { parseBaseline } from '../../src/policy/baseline'
import { changesOf, isScannedAlike } from '../../src/policy/changes'
import { parseConfiguration } from '../../src/policy/configuration'
import { knownIn } from '../../src/policy/read'
import { type Configuration, defaultConfiguration } from '../../src/policy/settings'
import { builtin } from './configured'

const known = knownIn(builtin)
const read = (text: string, baseline: readonly string[] | null = null): Configuration => ({
  ...parseConfiguration(text, '.modelgate.yml', known),
  baseline:
    baseline && parseBaseline(JSON.stringify({ version: 1, findings: baseline.map(entry) }), 'b.json'),
})
const entry = (fingerprint: string) => ({ rule: 'void-guard', path: 'a.py', fingerprint })
const told = (before: Configuration, after: Configuration) =>
  changesOf(before, after).map(({ verb, what, line }) => `${line} ${verb} ${what}`)

const guard = (call: string, more = '') =>
  `guards: [{ call: ${call}, kind: approval, holds: no-exception${more} }]\n`
const waiver = (more: string) =>
  `waivers:\n  - { rule: void-guard, path: a/**, reason: a, owner: risk, ${more} }\n`

const one = (path: string, head = '') =>
  `${head}  - { rule: void-guard, path: ${path}, reason: a, owner: risk, expires: 2026-12-31 }\n`

test.each<[string, string, readonly string[]]>([
  ['', '', []],
  ['rules: { void-guard: off }\n', 'rules: { void-guard: off }\n', []],
  ['fail-on: note\n', 'fail-on: never\n', ['0 set `fail-on` from `note` to `never`']],
  ['', 'policy-from: head\n', ['0 set `policy-from` from `base` to `head`']],
  [
    'rules: { void-guard: off, unguarded-promotion: note, unsafe-load-option: note }\n',
    'rules: { unguarded-promotion: off, unsafe-load-option: error }\n',
    [
      '0 turn `unguarded-promotion` off',
      '0 set the level of `unsafe-load-option` from `note` to `error`',
      '0 turn `void-guard` on',
    ],
  ],
  [
    'rules: { void-guard: note }\n',
    'rules: { unguarded-promotion: note }\n',
    [
      '0 set the level of `void-guard` from `note` to `its own`',
      '0 set the level of `unguarded-promotion` from `its own` to `note`',
    ],
  ],
  [
    'rules: { void-guard: { fail-on: never } }\n',
    'rules: { unguarded-promotion: { fail-on: note } }\n',
    [
      '0 set `fail-on` of `void-guard` from `never` to `that of all`',
      '0 set `fail-on` of `unguarded-promotion` from `that of all` to `note`',
    ],
  ],
  [
    'paths: [{ path: a, fail-on: note }, { path: [a, b, c, d, e], fail-on: note }]\n',
    'paths: [{ path: a, fail-on: never }]\n',
    [
      '0 add the entry of `paths` for `a`',
      '0 remove the entry of `paths` for `a`',
      '0 remove the entry of `paths` for `a`, `b`, `c`, 2 more',
    ],
  ],
  [
    'paths: [{ path: a, rules: { void-guard: off } }]\n',
    'paths: [{ path: a, rules: { void-guard: note } }]\n',
    ['0 add the entry of `paths` for `a`', '0 remove the entry of `paths` for `a`'],
  ],
  [
    'paths: [{ path: a, fail-on: note }, { path: b, fail-on: note }]\n',
    'paths: [{ path: b, fail-on: note }, { path: a, fail-on: note }]\n',
    ['0 reorder the entries of `paths`'],
  ],
  [
    'ignore: [a, b]\n',
    'ignore: [b, c]\n',
    ['0 add `c` to `ignore`, which says what is not scanned', '0 take `a` out of `ignore`'],
  ],
  ['ignore: [a, b]\n', 'ignore: [b, a]\n', ['0 reorder the patterns of `ignore`']],
  [
    guard('acme.check'),
    guard('[acme.a, acme.b, acme.c]'),
    [
      '0 add `acme.a`, `acme.b`, `acme.c` to `guards`, so that what passes there counts as checked',
      '0 take what stands there of `acme.check` out of `guards`',
    ],
  ],
  [guard('acme.check'), guard('acme.check', ', says: asks'), []],
  [
    `guards: [{ call: acme.a, kind: approval, holds: no-exception }, { call: acme.b, kind: approval, holds: no-exception }]\n`,
    `guards: [{ call: acme.b, kind: approval, holds: no-exception }, { call: acme.a, kind: approval, holds: no-exception }]\n`,
    ['0 reorder the entries of `guards`'],
  ],
  ['', 'sinks: [{ call: acme.push, does: promotion }]\n', ['0 add `acme.push` to `sinks`']],
  [
    'words: { production: [live], other: [a, b] }\n',
    'words: { production: [blue], other: [b, a] }\n',
    ['0 add `blue` to `words.production`', '0 take `live` out of `words.production`'],
  ],
  [
    'metrics: { higher: [lift] }\n',
    'metrics: { lower: [lift] }\n',
    ['0 take `lift` out of `metrics.higher`', '0 add `lift` to `metrics.lower`'],
  ],
  ['', 'trusted-environments: [live]\n', ['0 add `live` to `trusted-environments`']],
  ['promotion: { require: approval }\n', '', ['0 take `approval` out of `promotion.require`']],
  [
    '',
    'limits: { file-bytes: 2000, notebook-bytes: 3000, seconds: 4, findings: 5 }\n',
    [
      '0 set `limits.file-bytes` from `1500000` to `2000`',
      '0 set `limits.notebook-bytes` from `15000000` to `3000`',
      '0 set `limits.seconds` from `30` to `4`',
      '0 set `limits.findings` from `25000` to `5`',
    ],
  ],
  [
    '',
    waiver('expires: 2026-12-31'),
    ['2 add a waiver of `void-guard` for `a/**` until 2026-12-31, for which `risk` answers'],
  ],
  [
    waiver('expires: 2026-12-31, fingerprint: "0123456789abcdef"'),
    '',
    ['0 remove the waiver of `void-guard` for `a/**` (`0123456789abcdef`) until 2026-12-31'],
  ],
  [
    waiver('expires: 2026-12-31'),
    `fail-on: error\n${waiver('expires: 2027-12-31')}`,
    [
      '3 change the waiver of `void-guard` for `a/**`, until 2026-12-31, to one until 2027-12-31, for which `risk` answers',
    ],
  ],
  [
    `${waiver('expires: 2026-12-31')}${one('b/**')}${one('c/**')}`,
    `${one('d/**', 'waivers:\n')}${one('c/**').replace('2026', '2027')}`,
    [
      '2 add a waiver of `void-guard` for `d/**` until 2026-12-31, for which `risk` answers',
      '3 change the waiver of `void-guard` for `c/**`, until 2026-12-31, to one until 2027-12-31, for which `risk` answers',
      '0 remove the waiver of `void-guard` for `a/**` until 2026-12-31',
      '0 remove the waiver of `void-guard` for `b/**` until 2026-12-31',
    ],
  ],
  [waiver('expires: 2026-12-31'), `fail-on: error\n${waiver('expires: 2026-12-31')}`, []],
  [
    '',
    `ignore: [${'a'.repeat(80)}, ${'b'.repeat(81)}, "c\`d"]\n`,
    [
      `0 add \`${'a'.repeat(80)}\` to \`ignore\`, which says what is not scanned`,
      `0 add \`${'b'.repeat(80)}…\` to \`ignore\`, which says what is not scanned`,
      "0 add `c'd` to `ignore`, which says what is not scanned",
    ],
  ],
])('from %j to %j', (before, after, changes) => {
  expect(told(read(before), read(after))).toEqual(changes)
})

test.each<[readonly string[] | null, readonly string[] | null, readonly string[]]>([
  [null, ['ab'], ['0 add 1 finding to the baseline `b.json`']],
  [['ab', 'cd'], null, ['0 take 2 findings out of the baseline `b.json`']],
  [
    ['ab', 'cd'],
    ['cd', 'ef', 'ee'],
    ['0 add 2 findings to the baseline `b.json`', '0 take 1 finding out of the baseline `b.json`'],
  ],
  [['ab', 'cd'], ['cd', 'ab'], []],
])('from a baseline of %j to one of %j', (before, after, changes) => {
  expect(told(read('', before), read('', after))).toEqual(changes)
})

test.each([
  ['ignore: [a]\n', false],
  ['words: { other: [a] }\n', false],
  ['limits: { findings: 7 }\n', false],
  ['{ fail-on: never, rules: { void-guard: off } }\n', true],
])('whether with %j the same is scanned: %p', (text, is) => {
  expect(isScannedAlike(defaultConfiguration, read(text))).toBe(is)
})
