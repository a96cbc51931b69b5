import { trusting } from '../../src/policy/own'
import { globTest, isModest } from '../../src/policy/paths'

test.each([
  ['notebooks/*.py', 'notebooks/a.py', true],
  ['notebooks/*.py', 'notebooks/old/a.py', false],
  ['**', '.github/workflows/a.yml', true],
  ['jobs/*', 'jobs/.hidden.py', true],
  ['jobs/+(a|b).py', 'jobs/aab.py', false],
])('whether %s stands for %s: %p', (glob, path, is) => {
  expect([globTest(glob)(path), globTest(glob)(path)]).toEqual([is, is])
})

test.each([
  ['a'.repeat(300), true],
  ['a'.repeat(301), false],
  ['*/*/**/*', true],
  ['*/*/**/*/*', false],
  ['+(a)?(b)@(c)!(d)*', true],
  ['{a,b}{c,d}{e,f}{g,h}', true],
  ['{a,b}{c,d}{e,f}{g,h}{i,j}', false],
  ['(a)(b)(c)(d)(e)', true],
])('whether %s can be tried in no time: %p', (glob, is) => {
  expect(isModest(glob)).toBe(is)
})

test.each([
  ['prod-*', 'PROD-eu', true],
  ['PROD', 'prod', true],
  ['prod', 'prod2', false],
  ['a.b', 'axb', false],
  ['prod', 'preprod', false],
])('whether %s trusts the environment %s: %p', (trusted, name, is) => {
  const { if: condition } = trusting(trusted, 'a.yml')
  const { matches = '' } = { ...(condition?.name as { readonly matches?: string }) }
  expect(new RegExp(matches).test(name)).toBe(is)
})

test('who trusts an environment is told, without ticks in ticks', () => {
  expect(trusting('a`b', 'a.yml').says).toBe(
    "the job names an environment that asks a person, as `a.yml` says of `a'b`",
  )
})
