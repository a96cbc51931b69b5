import { check } from '../../src/analysis/check'
import { readGrammar } from '../../src/files/grammars'
import { openFrontends, readProgram } from '../../src/frontends'
import { environmentsIn } from '../../src/frontends/github'
import type { EnvironmentSettings } from '../../src/program'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'
import { evaluateScript, promoteScript } from './scanned'

const workflow = '.github/workflows/cd.yml'

const open: EnvironmentSettings = {
  exists: true,
  reviewers: 0,
  preventSelfReview: false,
  programs: 0,
  branches: false,
  minutes: 0,
}

/** `level: strength why` for each promotion in these files, where this is known of `production`. */
async function told(
  files: Readonly<Record<string, string>>,
  production: Partial<EnvironmentSettings> | null,
): Promise<string[]> {
  const known = new Map(production ? [['production', { ...open, ...production }]] : [])
  const frontends = await openFrontends(readGrammar, { shell: true }, known)
  const sources = { 'promote.py': promoteScript, 'evaluate.py': evaluateScript, ...files }
  const read = Object.entries(sources).map(([path, text]) => ({ path, text: withoutMargin(text) }))
  const findings = check(readProgram(frontends, read), rules)
  return findings.map(({ level, guards }) =>
    [level, ...guards.map(guard => `${guard.strength}: ${guard.says}`)].join(' '),
  )
}

const job = (environment: string): string =>
  `on: push\njobs: {release: {environment: ${environment}, steps: [{run: python promote.py}]}}`

const inWorkflow = (production: Partial<EnvironmentSettings> | null): Promise<string[]> =>
  told({ [workflow]: job('production') }, production)

test.each([
  ['reviewers', { reviewers: 1 }],
  ['reviewers who did not start it', { reviewers: 2, preventSelfReview: true }],
  ['reviewers, a timer and branches', { reviewers: 1, minutes: 5, branches: true }],
])('an environment with %s guards a promotion', async (_, settings) => {
  expect(await inWorkflow(settings)).toEqual([])
})

test.each([
  ['does not exist', { exists: false }, /^error void: .*protects nothing, since the repository has none/],
  ['has no rules', {}, /^error void: .*protects nothing, since its settings name no required reviewers/],
  ['only waits', { minutes: 30 }, /^error void: .*goes on by itself/],
  ['only limits the branches', { branches: true, minutes: 3 }, /^error weak: .*asks nobody/],
  ['asks a program', { programs: 1 }, /^note medium: .*asks another program/],
])('an environment that %s is told with its reason', async (_, settings, expected) => {
  expect(await inWorkflow(settings)).toEqual([expect.stringMatching(expected)])
})

test('an environment of which nothing is known stays declared', async () => {
  expect(await inWorkflow(null)).toEqual([
    expect.stringMatching(/^note medium: the job names an environment/),
  ])
})

test.each([
  ['an expression', "'${{ inputs.where }}'"],
  ['a part of one', "'production${{ inputs.more }}'"],
])('%s in its name leaves it declared', async (_, name) => {
  expect(await told({ [workflow]: job(name) }, {})).toEqual([expect.stringMatching(/^note medium/)])
})

test('a form with a name and an address is known by its name', async () => {
  const yaml = job('{name: production, url: "https://churn.example"}')
  expect(await told({ [workflow]: yaml }, { reviewers: 1 })).toEqual([])
})

test('a workflow in a subfolder does not meet the environments of this repository', async () => {
  const found = await told({ [`sample/${workflow}`]: job('production') }, { exists: false })
  expect(found.filter(text => text.includes('protects nothing'))).toEqual([])
})

test('an environment of another system is another one', async () => {
  const yaml = 'promote: {environment: production, script: [python promote.py]}'
  expect(await told({ '.gitlab-ci.yml': yaml }, { exists: false })).toEqual([
    expect.stringMatching(/^note medium/),
  ])
})

test('an environment that protects nothing adds nothing to an evaluation by its name', async () => {
  const yaml = `on: push\njobs: {a: {environment: production, steps: [{run: validate-model}, {run: python promote.py}]}}`
  const [first = ''] = await told({ [workflow]: yaml }, {})
  expect(first).toMatch(/void/)
})

test('the names of environments are listed, each once, and expressions are not', () => {
  const text = `
    on: push
    jobs:
      a: {environment: production, steps: []}
      b: {environment: {name: production}, steps: []}
      c: {environment: "\${{ inputs.where }}", steps: []}
      d: {environment: review apps/1, steps: []}
      e: {environment: [x], steps: []}
      f: {uses: ./.github/workflows/x.yml, environment: never}
      g: {environment: , steps: []}
  `
  expect(environmentsIn({ path: workflow, text: withoutMargin(text) })).toEqual([
    'production',
    'review apps/1',
  ])
})

test.each(['', '{', 'jobs: 1', '- a', 'jobs: {a: [', '\0'])('%j names no environment', text => {
  expect(environmentsIn({ path: workflow, text })).toEqual([])
})
