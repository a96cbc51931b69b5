import { UserError } from '../../src/base/user-error'
import { parseConfiguration } from '../../src/policy/configuration'

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

const waiver = {
  rule: 'unverified-artifact-load',
  path: 'legacy/**',
  reason: 'goes away with the migration',
  owner: 'risk-team',
  expires: '2026-12-31',
}
const waiverText = (changes: Record<string, string | undefined>) => {
  const lines = Object.entries({ ...waiver, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  )
  return `waivers:\n  - ${lines.join('\n    ')}\n`
}

test('a waiver says of what, why, who and until when, and knows its line', () => {
  const [first, second] = read(
    `${waiverText({})}  - { rule: "*", path: a.py, fingerprint: "0123456789abcdef", reason: b, owner: c, expires: 2027-01-01 }\n`,
  ).waivers
  expect(first).toEqual({ ...waiver, fingerprint: null, line: 2 })
  expect(second).toMatchObject({ rule: '*', fingerprint: '0123456789abcdef', line: 7 })
})

test.each([
  [
    { rule: undefined },
    '2:5: `waivers[0].rule` is missing; write the id of a rule; `modelgate rules` lists them',
  ],
  [
    { rule: 'unverified-artefact-load' },
    '2:11: `waivers[0].rule` is `unverified-artefact-load`; write `unverified-artifact-load`',
  ],
  [
    { rule: 'eval' },
    '2:11: `waivers[0].rule` is `eval`; write the id of a rule; `modelgate rules` lists them',
  ],
  [{ path: undefined }, '2:5: `waivers[0].path` is missing; write a path, for example `notebooks/**`'],
  [
    { path: './legacy' },
    '3:11: `waivers[0].path` is `./legacy`; write it relative to the scanned directory, with forward slashes',
  ],
  [{ reason: undefined }, '2:5: `waivers[0].reason` is missing; write why this is acceptable until then'],
  [{ reason: '" "' }, '4:13: `waivers[0].reason` is ` `; write why this is acceptable until then'],
  [{ owner: undefined }, '2:5: `waivers[0].owner` is missing; write who answers for it'],
  [
    { expires: undefined },
    '2:5: `waivers[0].expires` is missing; write a day that there is, as `2026-12-31`',
  ],
  [
    { expires: '2026-02-30' },
    '6:14: `waivers[0].expires` is `2026-02-30`; write a day that there is, as `2026-12-31`',
  ],
  [{ expires: 'never' }, '6:14: `waivers[0].expires` is `never`; write a day that there is, as `2026-12-31`'],
  [
    { expires: '2026-12-31T10:00:00Z' },
    '6:14: `waivers[0].expires` is `2026-12-31T10:00:00Z`; write a day that there is, as `2026-12-31`',
  ],
  [
    { fingerprint: '12' },
    '7:18: `waivers[0].fingerprint` is `12`; write the fingerprint of a finding in quotes',
  ],
  [
    { fingerprint: '"xyz"' },
    '7:18: `waivers[0].fingerprint` is `xyz`; write the fingerprint of a finding, as `--format json` has it',
  ],
  [
    { rule: '"*"', path: '"**"' },
    '2:5: `waivers[0]` is a mapping; it waives everything; name a rule, or a folder in `path`',
  ],
  [
    { rule: '"*"', path: '"**/*"' },
    '2:5: `waivers[0]` is a mapping; it waives everything; name a rule, or a folder in `path`',
  ],
])('a waiver with %j is refused', (changes, message) => {
  expect(complaint(waiverText(changes))).toBe(`.modelgate.yml:${message}`)
})

test('a waiver of one rule may hold everywhere', () => {
  expect(read(waiverText({ path: '"**"' })).waivers).toHaveLength(1)
})

test('a star without quotes is no alias of anything, and the remedy says so', () => {
  expect(complaint(waiverText({ rule: '*' }))).toMatch(/^\.modelgate\.yml:2:11: .*alias.*write/i)
})
