import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/program'
import { repository, type TestRepository } from '../support/repository'
import { judge, states, toldOf } from './since'

let repo: TestRepository
afterEach(() => repo.remove())

const promotion = (name = 'churn') =>
  `from mlflow import MlflowClient\n\nclient = MlflowClient()\nclient.transition_model_version_stage(name="${name}", version="1", stage="Production")\n`
const ignored = (name = 'churn') =>
  promotion(name).replace(/\n$/, '  # modelgate: ignore[unguarded-promotion] by hand\n')
const known = (fingerprint: string) =>
  JSON.stringify({ version: 1, findings: [{ rule: 'unguarded-promotion', path: 'new.py', fingerprint }] })
const waiver = (expires: string, path = 'new.py') =>
  `waivers: [{ rule: unguarded-promotion, path: ${path}, reason: a, owner: risk, expires: ${expires} }]\n`
const isBlocked = ({ verdict }: Report) => verdict.failed
const atOnce = ' It is judged by that, since `policy-from` is `head` on the base.'
const later = ' That counts from the next change on; this one is judged without it.'

describe('a change that adds a promotion and takes out what stops it', () => {
  const lost = `.modelgate.yml:0 This change would stop reporting 1 finding: \`unguarded-promotion\` in \`new.py:4\`.${later}`
  const base = { 'old.py': 'a = 1\n', '.modelgate.yml': 'rules: { void-guard: note }\n' }

  test.each([
    ['rules: { void-guard: note, unguarded-promotion: off }\n', 'turn `unguarded-promotion` off', true],
    [
      'rules: { void-guard: note, unguarded-promotion: note }\n',
      'set the level of `unguarded-promotion` from `its own` to `note`',
      false,
    ],
    [
      'rules: { void-guard: note, unguarded-promotion: { fail-on: never } }\n',
      'set `fail-on` of `unguarded-promotion` from `that of all` to `never`',
      false,
    ],
    ['rules: { void-guard: note }\nfail-on: never\n', 'set `fail-on` from `error` to `never`', false],
    [
      'rules: { void-guard: note }\npaths: [{ path: "*.py", rules: { unguarded-promotion: off } }]\n',
      'add the entry of `paths` for `*.py`',
      true,
    ],
    [
      'rules: { void-guard: note }\nignore: [new.py]\n',
      'add `new.py` to `ignore`, which says what is not scanned',
      true,
    ],
    [
      'rules: { void-guard: note }\nwords: { other: [production] }\n',
      'add `production` to `words.other`',
      true,
    ],
    [
      'rules: { void-guard: note }\nguards: [{ call: mlflow.MlflowClient, kind: approval, holds: no-exception }]\n',
      'add `mlflow.MlflowClient` to `guards`, so that what passes there counts as checked',
      true,
    ],
    [
      `rules: { void-guard: note }\n${waiver('2999-12-31')}`,
      'add a waiver of `unguarded-promotion` for `new.py` until 2999-12-31, for which `risk` answers',
      true,
    ],
    ['rules: { void-guard: note }\npolicy-from: head\n', 'set `policy-from` from `base` to `head`', false],
  ])('by %j is stopped all the same, and every report says what it would do', async (text, does, hides) => {
    repo = repository(base)
    repo.commit({ 'new.py': promotion(), '.modelgate.yml': text })
    const report = await judge(repo)
    expect([isBlocked(report), states(report)]).toEqual([true, ['new.py:4 error new']])
    const told = toldOf(report)
    expect(told.some(one => one.endsWith(`This change would ${does}.${later}`))).toBe(true)
    expect(told.includes(lost)).toBe(hides)
    // What it says counts once it is the base of another change, and on the branch itself.
    repo.commit({ 'note.txt': '' })
    const next = await judge(repo)
    expect(toldOf(next).filter(one => /would|This change/.test(one))).toEqual([])
  })

  test('by a baseline is stopped, be it named anew or the old one written anew', async () => {
    repo = repository({ ...base, '.modelgate.yml': 'baseline: known.json\n', 'known.json': known('ab') })
    repo.commit({ 'new.py': promotion() })
    const [finding] = (await judge(repo)).findings
    repo.commit({ 'known.json': known(finding?.fingerprint ?? '') })
    const report = await judge(repo, { ref: 'HEAD~2' })
    expect(isBlocked(report)).toBe(true)
    expect(toldOf(report)).toContain(
      `.modelgate.yml:0 This change would add 1 finding to the baseline \`known.json\`.${later}`,
    )
    // One that somebody names for the run is taken from the base as well, if it lies in the repository.
    const asked = await judge(repo, { ref: 'HEAD~2', baseline: join(repo.root, 'known.json') })
    expect(isBlocked(asked)).toBe(true)
    repo.write({ 'own.json': known(finding?.fingerprint ?? '') })
    expect(isBlocked(await judge(repo, { ref: 'HEAD~2', baseline: join(repo.root, 'own.json') }))).toBe(false)
  })

  test('is stopped where the baseline of the base is asked to be left out', async () => {
    repo = repository(base)
    repo.commit({ 'new.py': promotion() })
    const [finding] = (await judge(repo)).findings
    const fingerprint = finding?.fingerprint ?? ''
    repo.commit({
      'new.py': null,
      '.modelgate.yml': 'baseline: known.json\n',
      'known.json': known(fingerprint),
    })
    repo.commit({ 'new.py': promotion() })
    expect(isBlocked(await judge(repo))).toBe(false)
    expect(isBlocked(await judge(repo, { baseline: false }))).toBe(true)
  })

  test('is stopped also where the base has no configuration, which is said plainly', async () => {
    repo = repository({ 'old.py': 'a = 1\n' })
    repo.commit({ 'new.py': promotion(), '.modelgate.yml': 'fail-on: never\n' })
    const report = await judge(repo)
    expect(isBlocked(report)).toBe(true)
    expect(toldOf(report)).toEqual([
      '.modelgate.yml:0 This change adds the configuration. It counts from the next change on; this one is judged by the defaults.',
      `.modelgate.yml:0 This change would set \`fail-on\` from \`error\` to \`never\`.${later}`,
    ])
  })

  test('is stopped by a configuration that it removes', async () => {
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': 'fail-on: note\n' })
    repo.commit({
      'serve.py': 'import joblib\nimport sys\n\njoblib.load(sys.argv[1])\n',
      '.modelgate.yml': null,
    })
    const report = await judge(repo)
    expect(report.verdict).toMatchObject({ failed: true, failOn: 'note' })
    expect(toldOf(report)[0]).toBe(
      '.modelgate.yml:0 This change removes the configuration. It counts until then, and the defaults from the next change on.',
    )
  })

  test('is let pass where the base leaves that to changes, and says what it did', async () => {
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': 'policy-from: head\n' })
    repo.commit({
      'new.py': promotion(),
      '.modelgate.yml': 'policy-from: head\nrules: { unguarded-promotion: off }\n',
    })
    const report = await judge(repo)
    expect([isBlocked(report), states(report)]).toEqual([false, []])
    expect(toldOf(report)).toEqual(
      [
        `.modelgate.yml:0 This change stops reporting 1 finding: \`unguarded-promotion\` in \`new.py:4\`.${atOnce}`,
        `.modelgate.yml:0 This change turns \`unguarded-promotion\` off.${atOnce}`,
      ].toSorted((a, b) => Number(a.includes('stops')) - Number(b.includes('stops'))),
    )
  })

  test('is stopped by what is asked for in the run, whatever either side says', async () => {
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': 'fail-on: never\n' })
    repo.commit({ 'new.py': promotion() })
    expect(isBlocked(await judge(repo))).toBe(false)
    expect(isBlocked(await judge(repo, { failOn: 'error' }))).toBe(true)
  })
})

test('what a stricter policy of the change would report is told, and fails the next change only', async () => {
  repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': 'rules: { unguarded-promotion: off }\n' })
  repo.commit({ 'new.py': promotion(), '.modelgate.yml': 'fail-on: note\n' })
  const report = await judge(repo)
  expect([isBlocked(report), states(report)]).toEqual([false, []])
  expect(toldOf(report)).toContain(
    `.modelgate.yml:0 This change would report 1 finding: \`unguarded-promotion\` in \`new.py:4\`.${later}`,
  )
})

describe('a configuration of the base', () => {
  test('that is wrong stops no change that puts it right, and such a change is judged by the defaults', async () => {
    const base = { 'a.py': 'a = 1\n', '.modelgate.yml': 'fail-on: nevr\n' }
    repo = repository(base)
    const commit = repo.git('rev-parse', 'HEAD').slice(0, 12)
    repo.commit({ '.modelgate.yml': 'fail-on: never\n' })
    const report = await judge(repo)
    expect([isBlocked(report), report.verdict.failOn]).toEqual([false, 'error'])
    expect(toldOf(report)[0]).toBe(
      `.modelgate.yml:0 The configuration of the base (\`${commit}\`) is wrong: .modelgate.yml:1:10: \`fail-on\` is \`nevr\`; write \`error\`, \`warning\`, \`note\` or \`never\`. Nothing of it holds, and the defaults judge this change.`,
    )
    repo.commit({ 'new.py': promotion() })
    expect(isBlocked(await judge(repo, { ref: 'HEAD~2' }))).toBe(true)
  })

  test.each([
    ['ignore: ["**/a/**/b/**/c/**"]\n', 'has more than three `**`'],
    ['a: b: c\n', 'this is not YAML'],
    ['baseline: none.json\n', 'has no such baseline, so no finding counts as known.'],
    ['baseline: old.py\n', 'On the base this baseline is wrong: old.py: this is no baseline'],
  ])('with %j stops nothing by that', async (text, says) => {
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': text })
    repo.commit({ '.modelgate.yml': '' })
    const report = await judge(repo)
    expect(isBlocked(report)).toBe(false)
    expect(toldOf(report).join('\n')).toContain(says)
  })

  test('that is there twice is wrong too', async () => {
    repo = repository({ '.modelgate.yml': 'fail-on: never\n', '.modelgate.yaml': '' })
    repo.commit({ '.modelgate.yaml': null, 'new.py': promotion() })
    const report = await judge(repo)
    expect(isBlocked(report)).toBe(true)
    expect(toldOf(report)[0]).toContain('.modelgate.yaml: `.modelgate.yml` stands beside it.')
  })

  test('that is renamed holds as it was, and that is no change of policy', async () => {
    const text =
      'rules: { unguarded-promotion: off }\nguards: [{ call: acme.check, kind: approval, holds: no-exception }]\nsinks: [{ call: acme.push, does: promotion }]\n'
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': text })
    repo.git('mv', '.modelgate.yml', '.modelgate.yaml')
    repo.commit({ 'new.py': promotion() })
    const report = await judge(repo)
    expect([isBlocked(report), states(report), toldOf(report)]).toEqual([false, [], []])
  })

  test('of the change that is wrong is refused as ever', async () => {
    repo = repository({ '.modelgate.yml': '' })
    repo.commit({ '.modelgate.yml': 'fail-on: nevr\n' })
    await expect(judge(repo)).rejects.toThrow('.modelgate.yml:1:10: `fail-on` is `nevr`; ')
  })

  test('that somebody names is taken from the base, also where a link stands in its place now', async () => {
    repo = repository({ 'ci/strict.yml': 'fail-on: note\n', 'lax/strict.yml': 'fail-on: never\n' })
    rmSync(join(repo.root, 'ci'), { recursive: true })
    symlinkSync('lax', join(repo.root, 'ci'))
    repo.commit({ 'new.py': promotion() })
    const report = await judge(repo, { config: 'ci/strict.yml' })
    expect(report.verdict).toMatchObject({ failed: true, failOn: 'note' })
  })

  test('that somebody names and nobody has committed is their own word', async () => {
    repo = repository({ '.modelgate.yml': 'fail-on: note\n' })
    repo.commit({ 'new.py': promotion() })
    repo.write({ 'own.yml': 'fail-on: never\n' })
    expect(isBlocked(await judge(repo, { config: 'own.yml' }))).toBe(false)
    repo.commit()
    expect(isBlocked(await judge(repo, { ref: 'HEAD~2', config: 'own.yml' }))).toBe(true)
  })

  test('that a partial clone lacks is no configuration that could be passed by', async () => {
    repo = repository({ '.modelgate.yml': 'fail-on: note\n' })
    repo.commit({
      'serve.py': 'import joblib\nimport sys\n\njoblib.load(sys.argv[1])\n',
      '.modelgate.yml': 'fail-on: never\n',
    })
    const clone = repo.clone('partial', '--filter=blob:none')
    rmSync(join(repo.root, '.git'), { recursive: true })
    expect(existsSync(join(clone.root, '.modelgate.yml'))).toBe(true)
    const report = await judge(clone)
    expect(report.verdict.failOn).toBe('error')
    expect(toldOf(report).join('\n')).toContain(
      'is wrong: .modelgate.yml: it cannot be read. Nothing of it holds',
    )
  })
})

describe('a waiver on the base', () => {
  test.each([
    ['2026-01-01', false],
    ['2025-12-31', true],
  ])('until %s is compared with the day of the change: blocked %s', async (expires, blocked) => {
    repo = repository({ 'old.py': 'a = 1\n', '.modelgate.yml': waiver(expires) })
    repo.commit({ 'new.py': promotion() })
    const report = await judge(repo)
    expect(isBlocked(report)).toBe(blocked)
    expect(report.suppressed).toHaveLength(blocked ? 0 : 1)
  })

  test('that has ended is not prolonged by the change that it stops', async () => {
    repo = repository({ 'new.py': promotion(), '.modelgate.yml': waiver('2025-12-31') })
    repo.commit({ '.modelgate.yml': waiver('2999-12-31') })
    const report = await judge(repo)
    expect(report.verdict).toMatchObject({ failed: true, blocking: 0, expired: 1 })
    expect(toldOf(report)).toContain(
      `.modelgate.yml:1 This change would change the waiver of \`unguarded-promotion\` for \`new.py\`, until 2025-12-31, to one until 2999-12-31, for which \`risk\` answers.${later}`,
    )
    expect(isBlocked(await judge(repo, { today: '2025-01-01' }))).toBe(false)
  })
})

describe('a comment that ignores', () => {
  const added = (place: string) =>
    `${place} This change adds this exception of \`unguarded-promotion\`, or what it stands at. It counts from the next change on, and takes out no \`unguarded-promotion\` in this one.`

  test('does not count in the change that adds it, be its finding new or old', async () => {
    repo = repository({ 'old.py': promotion() })
    repo.commit({ 'old.py': ignored(), 'new.py': ignored('fraud') })
    const report = await judge(repo)
    expect([states(report), report.suppressed, isBlocked(report)]).toEqual([
      ['new.py:4 error new', 'old.py:4 error unchanged'],
      [],
      true,
    ])
    expect(toldOf(report)).toEqual([added('new.py:4'), added('old.py:4')])
    repo.commit({ 'new.py': `\n${ignored('fraud')}` })
    const next = await judge(repo)
    expect([states(next), next.suppressed.length, toldOf(next), isBlocked(next)]).toEqual([[], 2, [], false])
  })

  test('counts at once where the base leaves that to changes', async () => {
    repo = repository({ '.modelgate.yml': 'policy-from: head\n' })
    repo.commit({ 'new.py': ignored() })
    const report = await judge(repo)
    expect([report.suppressed.length, isBlocked(report)]).toEqual([1, false])
  })

  test.each([
    ['whose lines have moved', () => repo.commit({ 'old.py': `import os\n\n\n${ignored()}` })],
    ['whose reason is written anew', () => repo.commit({ 'old.py': ignored().replace('by hand', 'by two') })],
    [
      'in a file that was renamed',
      () => {
        mkdirSync(join(repo.root, 'jobs'))
        repo.git('mv', 'old.py', 'jobs/release.py')
        return repo.commit()
      },
    ],
    ['in a file that nobody has touched', () => repo.commit({ 'other.py': 'a = 1\n' })],
  ])('and that the base has keeps counting: one %s', async (_, change) => {
    repo = repository({ 'old.py': ignored() })
    change()
    const report = await judge(repo)
    expect([states(report), report.suppressed.length, toldOf(report)]).toEqual([[], 1, []])
  })

  test('and was copied with its call counts once', async () => {
    repo = repository({ 'm.py': ignored() })
    repo.commit({ 'a.py': ignored() })
    const report = await judge(repo)
    expect([states(report), report.suppressed.length]).toEqual([['a.py:4 error new'], 1])
    repo.commit({ 'a.py': null, 'm.py': ignored() + ignored().split('\n').at(-2) })
    expect((await judge(repo, { ref: 'HEAD~2' })).comparison).toMatchObject({ fresh: 1 })
  })

  test('and stood at a milder finding does not take out a worse one', async () => {
    repo = repository({ 'tests/test_release.py': ignored() })
    mkdirSync(join(repo.root, 'jobs'))
    repo.git('mv', 'tests/test_release.py', 'jobs/release.py')
    repo.commit()
    const report = await judge(repo)
    expect([states(report), isBlocked(report)]).toEqual([['jobs/release.py:4 error new'], true])
    expect(toldOf(report)).toEqual([
      'jobs/release.py:4 On the base it was a note, and this exception may not take out the error that the change makes of it. It counts from the next change on, and takes out no `unguarded-promotion` in this one.',
    ])
  })

  test('and stood unused at a call that was guarded does not take out what the change makes of it', async () => {
    const gate =
      'import json\nmetrics = json.load(open("m.json"))\nif metrics["auc"] < 0.9:\n    raise SystemExit(1)\n'
    repo = repository({ 'old.py': gate + ignored() })
    repo.commit({ 'old.py': ignored() })
    const report = await judge(repo)
    expect([states(report), isBlocked(report)]).toEqual([['old.py:4 error new'], true])
    expect(report.findings[0]?.message).toContain('(`old.py:3`) stood in front of it.')
  })

  test('and is taken away lets its finding be seen, which is as old as the base', async () => {
    repo = repository({ 'old.py': ignored() })
    repo.commit({ 'old.py': promotion() })
    const report = await judge(repo)
    expect([states(report), isBlocked(report)]).toEqual([['old.py:4 error unchanged'], false])
  })
})

test('where nothing can be compared the policy is that of the tree, and every report says so', async () => {
  repo = repository({ '.modelgate.yml': 'fail-on: never\n' })
  repo.commit({ 'new.py': promotion() })
  rmSync(join(repo.root, '.git'), { recursive: true })
  const report = await judge(repo)
  expect(report.verdict.failOn).toBe('never')
  expect(toldOf(report).join('\n')).toContain('So the policy in `.modelgate.yml` is that of what is scanned')
})
