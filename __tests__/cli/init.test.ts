import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { schemaAddress } from '../../src/cli/init'
import { starter } from '../../src/cli/starter'
import { parseConfiguration } from '../../src/policy/configuration'
import { generatedSchema } from '../../src/policy/generate'
import { knownIn } from '../../src/policy/read'
import { builtinRules } from '../../src/rules/builtin'

const path = 'schema/modelgate.schema.json'
const raw = `https://raw.githubusercontent.com/acme/modelgate/main/${path}`

test.each([
  [{}, `./node_modules/modelgate/${path}`],
  [{ repository: null }, `./node_modules/modelgate/${path}`],
  [{ repository: 'acme/modelgate' }, raw],
  [{ repository: 'github:acme/modelgate' }, raw],
  [{ repository: 'https://github.com/acme/modelgate' }, raw],
  [{ repository: { type: 'git', url: 'git+https://github.com/acme/modelgate.git' } }, raw],
  [{ repository: { url: 'git@github.com:acme/modelgate.git' } }, raw],
  [{ repository: { url: 'git+ssh://git@github.com/acme/modelgate.git' } }, raw],
  [{ repository: 'https://git.acme.example/acme/modelgate' }, `./node_modules/modelgate/${path}`],
])('of a package with %j the schema is at %s', (manifest, address) => {
  expect(schemaAddress(manifest)).toBe(address)
})

/** The starter with everything in it taken in. */
const whole = starter('x')
  .split('\n')
  .filter(line => !/^# [A-Z][^:]*[.:,]?( .*)?$|^# `|^# yaml-/.test(line))
  .map(line => line.replace(/^# /, ''))
  .join('\n')

test('every setting of the starter is right, also when all are taken in', () => {
  const known = knownIn(builtinRules())
  expect(parseConfiguration(starter('x'), '.modelgate.yml', known)).toMatchObject({
    failOn: 'error',
    waivers: [],
  })
  expect(parseConfiguration(whole, '.modelgate.yml', known)).toMatchObject({
    waivers: [{ owner: 'risk-team' }],
    baselineFile: '.modelgate-baseline.json',
    own: { require: ['approval'], trusted: { environments: ['production'] } },
  })
})

describe('the schema for editors', () => {
  const text = readFileSync(path, 'utf8')
  const ajv = addFormats(new Ajv({ strict: false }))
  const validate = ajv.compile(JSON.parse(text))

  test('is current: run `npm run generate`', () => {
    expect(generatedSchema(builtinRules()).get(path)).toBe(text)
  })

  test('takes the starter, and everything that it shows', () => {
    expect([validate(parse(starter('x'))), validate(parse(whole)), validate(null)]).toEqual([
      true,
      true,
      true,
    ])
    expect(Object.keys(parse(whole)).sort()).toEqual(Object.keys(JSON.parse(text).properties).sort())
  })

  test.each([
    'fail-onn: error',
    'fail-on: fatal',
    'rules: { unguarded-promotions: error }',
    'rules: { unguarded-promotion: { levle: error } }',
    'paths: [{ fail-on: note }]',
    'promotion: { require: verification }',
    'waivers: [{ rule: void-guard, path: a, reason: a, owner: b }]',
    'waivers: [{ rule: void-guard, path: a, reason: a, owner: b, expires: soon }]',
    'guards: [{ call: a.b, kind: aproval, holds: true }]',
  ])('refuses %j', wrong => {
    expect(validate(parse(wrong))).toBe(false)
  })

  test.each([
    'rules: { unguarded-promotion: { fail-on: never } }',
    'paths: [{ path: [a, b] }]',
    'promotion: { require: [approval] }',
  ])('takes %j', right => {
    expect(validate(parse(right))).toBe(true)
  })
})
