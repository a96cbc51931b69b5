import { UserError } from '../../src/base/user-error'
import { parseConfiguration } from '../../src/policy/configuration'

const known = {
  ruleIds: ['unguarded-promotion', 'unverified-artifact-load'],
  hazards: ['promotion', 'load'],
  wordLists: ['stage', 'approval'],
}
const read = (text: string) => parseConfiguration(text, 'ci/.modelgate.yml', known)

function complaint(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('the configuration was accepted')
}

test('a guard needs no more than its call, its kind and how it holds', () => {
  const { own } = read(`
guards:
  - call: acme.release.require_signoff
    kind: approval
    holds: no-exception
`)
  expect(own.guards).toEqual([
    {
      call: ['acme.release.require_signoff'],
      kind: 'approval',
      holds: 'no-exception',
      strength: 'strong',
      parameters: [],
      says: 'asks for an approval',
      namedIn: '.modelgate.yml',
    },
  ])
})

test('a guard may say more', () => {
  const { own } = read(`
guards:
  - call: [acme.models.verify, acme.models.verify_all]
    kind: verification
    holds: true
    strength: medium
    parameters: [path, strict]
    subject: path
    if: { strict: true }
    says: asks the vault
`)
  expect(own.guards).toEqual([
    {
      call: ['acme.models.verify', 'acme.models.verify_all'],
      kind: 'verification',
      holds: 'true',
      strength: 'medium',
      parameters: ['path', 'strict'],
      subject: 'path',
      if: { strict: true },
      says: 'asks the vault',
      namedIn: '.modelgate.yml',
    },
  ])
})

test('a sink has the words of the catalogue', () => {
  const { own } = read(`
sinks:
  - call: acme.release.push_live
    does: promotion
  - call: acme.release.move
    parameters: [model, channel]
    does: promotion
    says: moves a model
    when:
      - if: { channel: { target: stage } }
`)
  expect(own.sinks).toMatchObject([
    {
      call: ['acme.release.push_live'],
      does: 'promotion',
      says: 'counts as `promotion` in `.modelgate.yml`',
    },
    {
      parameters: ['model', 'channel'],
      says: 'moves a model',
      when: [{ if: { channel: { target: 'stage' } } }],
    },
  ])
})

const guard = 'guards:\n  - call: acme.release.check\n'
const sink = 'sinks:\n  - call: acme.release.push\n'

test.each([
  ['guards: acme.release.check\n', '1:9: `guards` is text; write a list'],
  ['guards:\n  - acme.release.check\n', '2:5: entry 1 of `guards` is text; write a mapping'],
  [
    `${guard}    kind: aproval\n    holds: true\n`,
    '3:11: `kind` cannot be `aproval`; write `approval`, `evaluation`, `canary`, `verification` or `target`',
  ],
  [
    `${guard}    kind: comparison\n    holds: true\n`,
    '3:11: `kind` cannot be `comparison`; write `approval`, `evaluation`, `canary`, `verification` or `target`',
  ],
  [
    `${guard}    kind: approval\n    holds: always\n`,
    '4:12: `holds` cannot be `always`; write `no-exception`, `true` or `false`',
  ],
  [`${guard}    kind: approval\n    hold: true\n`, '4:5: `hold` is not a key here; write `holds`'],
  [
    `${guard}    kind: approval\n    holds: true\n    strength: void\n`,
    '5:15: `strength` cannot be `void`; write `strong`, `medium` or `weak`',
  ],
  [
    `${guard}    kind: approval\n`,
    '2:5: `holds` is missing; add it: how a call says that the check passed: by returning at all, or by what it returns',
  ],
  [
    'guards: [{call: check, kind: approval, holds: true}]\n',
    '1:17: `check` is not the full name of a function; write it as an import would, with its module: `acme.release.require_signoff`',
  ],
  [
    'guards: [{call: acme/release.py, kind: approval, holds: true}]\n',
    '1:17: `acme/release.py` is not the full name of a function; write it as an import would, with its module: `acme.release.require_signoff`',
  ],
  [
    'sinks: [{call: acme.release.*, does: load}]\n',
    '1:16: `acme.release.*` names more than one function; write a line for each of them',
  ],
  [
    `${guard}    kind: verification\n    holds: true\n`,
    '2:5: a verification is of one artifact; add `subject:` with the name of the argument that holds it',
  ],
  [
    `${guard}    kind: verification\n    holds: true\n    parameters: [path]\n    subject: pth\n`,
    '6:14: `pth` is not a parameter of this call; write `path`',
  ],
  [
    `${guard}    kind: approval\n    holds: true\n    if: { who: { matches: "(a+)+$" } }\n`,
    '5:18: `matches` is for the catalogue only; write `one-of` or `suffix`',
  ],
  [`${sink}    does: promotoin\n`, '3:11: no rule reports `promotoin`; write `promotion`'],
  [`${sink}    does: delete\n`, '3:11: no rule reports `delete`; write one of `promotion`, `load`'],
  [`${sink}    does: load\n    when: [{also: [lode]}]\n`, '4:20: no rule reports `lode`; write `load`'],
  [`${sink}    does: load\n    when: [{report: lode}]\n`, '4:21: no rule reports `lode`; write `load`'],
  [
    `${sink}    does: load\n    when: [{says: opens it}, {if: {path: a}}]\n`,
    '4:12: a case without `if` or `pinned` takes every call; put it last',
  ],
  [
    `${sink}    does: load\n    when: [{if: {stage: {target: stages}}}]\n`,
    '4:34: there is no word list `stages`; write `stage`',
  ],
  [`${sink}    does: load\n    source: https://acme.example\n`, '4:5: `source` is not a key here; write'],
])('%j is answered with its place and what to write', (text, message) => {
  expect(complaint(text)).toMatch(`ci/.modelgate.yml:${message}`)
})

test('of mistakes in different settings the first in the file is named', () => {
  expect(complaint(`guards: 1\nfail-on: x\n`)).toMatch(/^ci\/\.modelgate\.yml:1:9: /)
  expect(complaint(`fail-on: x\nguards: 1\n`)).toMatch(/^ci\/\.modelgate\.yml:1:10: /)
})
