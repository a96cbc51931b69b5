import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutMargin } from '../support/margin'
import { repository, type TestRepository } from '../support/repository'
import { scanAll, scanSince, states } from './since'

let repo: TestRepository
afterEach(() => repo.remove())

const move = (version: string) =>
  `client.transition_model_version_stage(name="churn", version="${version}", stage="Production")`

const promotion = (...versions: string[]) =>
  `from mlflow import MlflowClient\n\nclient = MlflowClient()\n${versions.map(v => `${move(v)}\n`).join('')}`

const load = 'import joblib\nimport sys\n\nmodel = joblib.load(sys.argv[1])\n'

test('what the base has too is reported and does not count', async () => {
  repo = repository({ 'release.py': promotion('1') })
  repo.commit({ 'notes.py': 'a = 1\n' })
  const report = await scanSince(repo)
  expect(states(report)).toEqual(['release.py:4 error unchanged'])
  expect(report.verdict).toEqual({ failOn: 'note', failed: false, blocking: 0 })
  expect(report.comparison).toMatchObject({ fresh: 0, existing: 1, commit: repo.git('rev-parse', 'HEAD~1') })
})

test('what the change adds counts, whether or not it was committed', async () => {
  repo = repository({ 'release.py': promotion('1') })
  repo.write({ 'serve.py': load })
  const report = await scanSince(repo, 'HEAD')
  expect(states(report)).toEqual(['release.py:4 error unchanged', 'serve.py:4 warning new'])
  expect(report.verdict).toMatchObject({ failed: true, blocking: 1 })
})

describe('a finding is found again', () => {
  beforeEach(() => {
    repo = repository({ 'release.py': promotion('1'), 'serve.py': load })
  })
  const old = async () => states(await scanSince(repo)).map(state => state.replace(/:\d+/, ''))

  test('where lines have moved', async () => {
    repo.commit({ 'release.py': `"""Releases."""\n\nimport os\n\n\n${promotion('1')}` })
    expect(await old()).toEqual(['release.py error unchanged', 'serve.py warning unchanged'])
  })

  test('where the file was renamed', async () => {
    mkdirSync(join(repo.root, 'jobs'))
    repo.git('mv', 'release.py', 'jobs/promote.py')
    repo.commit()
    expect(await old()).toEqual(['jobs/promote.py error updated', 'serve.py warning unchanged'])
  })

  test('where the file was renamed and much of it rewritten', async () => {
    repo.git('mv', 'release.py', 'promote.py')
    repo.commit({ 'promote.py': `${'# new\n'.repeat(80)}${promotion('1')}` })
    expect(await old()).toEqual(['promote.py error updated', 'serve.py warning unchanged'])
  })

  test('where a formatter ran', async () => {
    const formatted = promotion('1').replace(
      move('1'),
      `client.transition_model_version_stage(\n    name='churn',\n    version='1',\n    stage='Production',\n)`,
    )
    repo.commit({ 'release.py': formatted })
    expect(await old()).toEqual(['release.py error unchanged', 'serve.py warning unchanged'])
  })

  test('where it stands in a file of another kind that was renamed', async () => {
    const text =
      'FROM python\nRUN aws sagemaker update-model-package --model-package-arn a --model-approval-status Approved\n'
    repo.commit({ 'one/Dockerfile': text })
    mkdirSync(join(repo.root, 'two'))
    repo.git('mv', 'one/Dockerfile', 'two/Dockerfile')
    repo.commit()
    expect(states(await scanSince(repo))).toContain('two/Dockerfile:2 error updated')
  })
})

describe('of code that was copied', () => {
  test('the copy is new, whichever path comes first', async () => {
    repo = repository({ 'm.py': promotion('1') })
    repo.commit({ 'a.py': promotion('1'), 'z.py': promotion('1') })
    expect(states(await scanSince(repo))).toEqual([
      'a.py:4 error new',
      'm.py:4 error unchanged',
      'z.py:4 error new',
    ])
  })

  test('within one unit one more is new', async () => {
    repo = repository({ 'm.py': promotion('1') })
    repo.commit({ 'm.py': promotion('1', '1') })
    const report = await scanSince(repo)
    expect(report.comparison).toMatchObject({ fresh: 1, existing: 1 })
  })

  test('out of a test the copy is new, since there it weighs more', async () => {
    repo = repository({ 'tests/test_release.py': promotion('1') })
    mkdirSync(join(repo.root, 'jobs'))
    repo.git('mv', 'tests/test_release.py', 'jobs/release.py')
    repo.commit()
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['jobs/release.py:4 error new'])
    expect(report.findings[0]?.message).toMatch(/ On the base, it was a note\.$/)
  })
})

describe('a gate that was weakened is an addition', () => {
  const gate = (guard: string) =>
    withoutMargin(`
    import json
    import sys
    from mlflow import MlflowClient

    metrics = json.load(open("metrics.json"))
    client = MlflowClient()
    ${guard.replaceAll('\n', '\n    ')}
    client.transition_model_version_stage(name="churn", version="3", stage="Production")
  `)
  const holding = gate('if metrics["auc"] < 0.9:\n    raise SystemExit("not good enough")')
  const workflow = (job: string, on = 'push', step = '') =>
    withoutMargin(`
    on: ${on}
    jobs:
      release:
        runs-on: ubuntu-latest
        ${job}
        steps:
          - uses: actions/checkout@v4
          ${step}
          - run: aws sagemaker update-model-package --model-package-arn a --model-approval-status Approved
  `)
  const path = '.github/workflows/release.yml'

  test('where the check is gone', async () => {
    repo = repository({ 'release.py': holding })
    repo.commit({ 'release.py': gate('') })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:8 error new'])
    expect(report.findings[0]?.message).toContain(
      'On the base, `if metrics["auc"] < 0.9:` (`release.py:7`) stood in front of it.',
    )
  })

  test('where the check is gone and the call is written otherwise', async () => {
    repo = repository({ 'release.py': holding })
    repo.commit({ 'release.py': gate('').replace('version="3"', 'version="4"') })
    const [finding] = (await scanSince(repo)).findings
    expect(finding?.message).toContain('(`release.py:7`) stood in front of it.')
  })

  test('where the check still stands and stops nothing', async () => {
    repo = repository({ 'release.py': holding })
    repo.commit({ 'release.py': gate('if metrics["auc"] < 0.9:\n    print("not good enough")') })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:9 error new'])
    expect(report.findings[0]?.message).toContain('On the base, `if metrics["auc"] < 0.9:` (`release.py:7`)')
  })

  test('where another call beside it is not guarded, nothing is said of a check that still holds', async () => {
    repo = repository({ 'release.py': holding })
    const before = move('9')
    repo.commit({
      'release.py': holding.replace('client = MlflowClient()', `client = MlflowClient()\n${before}`),
    })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:7 error new'])
    expect(report.findings[0]?.message).not.toContain('On the base')
  })

  test.each([
    [
      'its environment is dropped',
      workflow('environment: production'),
      workflow(''),
      'environment: production',
    ],
    ['its trigger is widened', workflow('', 'workflow_dispatch'), workflow('', 'push'), 'workflow_dispatch'],
  ])('where %s', async (_, before, after, said) => {
    repo = repository({ [path]: before })
    repo.commit({ [path]: after })
    const report = await scanSince(repo)
    expect(states(report)).toEqual([`${path}:9 error new`])
    expect(report.findings[0]?.message).toContain(`On the base, \``)
    expect(report.findings[0]?.message).toContain(said)
  })

  test('where a check of a script may fail without consequence', async () => {
    const job = (more: string) =>
      `on: push\njobs:\n  release:\n    runs-on: x\n    steps:\n      - run: python evaluate.py\n${more}      - run: python release.py\n`
    const evaluate =
      'import json\nmetrics = json.load(open("m.json"))\nif metrics["auc"] < 0.9:\n    raise SystemExit(1)\n'
    repo = repository({ [path]: job(''), 'evaluate.py': evaluate, 'release.py': promotion('1') })
    repo.commit({ [path]: job('        continue-on-error: true\n') })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:4 error new'])
    expect(report.findings[0]?.message).toContain(
      '`if metrics["auc"] < 0.9:` (`evaluate.py:3`) stood in front of it',
    )
  })

  test('where protection of a load is switched off', async () => {
    const torch = (more: string) => `import sys\nimport torch\n\ntorch.load(sys.argv[1]${more})\n`
    repo = repository({ 'serve.py': torch(', weights_only=True'), 'requirements.txt': 'torch>=2.6\n' })
    repo.commit({ 'serve.py': torch(', weights_only=False') })
    expect((await scanSince(repo)).comparison).toMatchObject({ fresh: 1, existing: 0 })
  })

  test('and a gate that was strengthened is none', async () => {
    repo = repository({ [path]: workflow('') })
    repo.commit({ [path]: workflow('environment: production') })
    expect(states(await scanSince(repo))).toEqual([`${path}:9 note updated`])
  })
})

describe('a threshold', () => {
  const gate = (bound: string, comparison = 'metrics["auc"] < BOUND') =>
    withoutMargin(`
    import json
    from mlflow import MlflowClient

    BOUND = ${bound}
    metrics = json.load(open("metrics.json"))
    if ${comparison}:
        raise SystemExit("not good enough")
    MlflowClient().transition_model_version_stage(name="churn", version="3", stage="Production")
  `)

  test('that lets through more than before is a warning at its comparison', async () => {
    repo = repository({ 'release.py': gate('0.9') })
    repo.commit({ 'release.py': gate('0.6') })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:6 warning new'])
    expect(report.findings[0]?.message).toMatch(
      /and the check in front of it asks for less than before\. `metrics\["auc"\]` has to be at least 0\.6, and on the base 0\.9 \(`release\.py:6`\)\.$/,
    )
    expect(report.verdict.failed).toBe(true)
  })

  test.each([
    ['is higher', '0.6', '0.9', undefined],
    ['is the same, written otherwise', '0.9', '0.90', undefined],
    ['of an error is lower', '3.0', '2.0', 'metrics["rmse"] > BOUND'],
    ['cannot be told any more', '0.9', 'float(input())', undefined],
  ])('that %s is no news', async (_, before, after, comparison) => {
    repo = repository({ 'release.py': gate(before, comparison) })
    repo.commit({ 'release.py': gate(after, comparison) })
    expect(states(await scanSince(repo))).toEqual([])
  })

  test('of an error that is higher lets through more', async () => {
    repo = repository({ 'release.py': gate('2.0', 'metrics["rmse"] > BOUND') })
    repo.commit({ 'release.py': gate('3.0', 'metrics["rmse"] > BOUND') })
    const report = await scanSince(repo)
    expect(report.findings[0]?.message).toContain('has to be at most 3, and on the base 2')
  })

  test('that lies in a file of its own is seen there', async () => {
    const reading = gate('0').replace('BOUND = 0', 'from limits import BOUND')
    repo = repository({ 'release.py': reading, 'limits.py': 'BOUND = 0.9\n' })
    repo.commit({ 'limits.py': 'BOUND = 0.5\n' })
    expect(states(await scanSince(repo))).toEqual(['release.py:6 warning new'])
  })

  test('that lies in a file of its own and cannot fail any more is a gate that is gone', async () => {
    const reading = gate('0').replace('BOUND = 0', 'from limits import BOUND')
    repo = repository({ 'release.py': reading, 'limits.py': 'BOUND = 0.9\n' })
    repo.commit({ 'limits.py': 'BOUND = 0\n' })
    const report = await scanSince(repo)
    expect(states(report)).toEqual(['release.py:8 error new'])
    expect(report.findings[0]?.message).toContain('(`release.py:6`) stood in front of it.')
  })

  test('of a rule that is off is none', async () => {
    repo = repository({ 'release.py': gate('0.9') })
    repo.commit({ 'release.py': gate('0.6') })
    const configuration = 'rules: {unguarded-promotion: off}\n'
    expect(states(await scanSince(repo, 'HEAD~1', { configuration }))).toEqual([])
  })
})

test('what only the base has is nothing', async () => {
  repo = repository({ 'release.py': promotion('1'), 'serve.py': load })
  repo.commit({ 'release.py': null })
  const report = await scanSince(repo)
  expect(states(report)).toEqual(['serve.py:4 warning unchanged'])
})

test('a configuration file that only the code reads by its name counts too', async () => {
  const reads = withoutMargin(`
    import json
    from mlflow import MlflowClient

    settings = json.load(open("settings.json"))
    MlflowClient().transition_model_version_stage(name="churn", version="3", stage=settings["stage"])
  `)
  repo = repository({ 'release.py': reads, 'settings.json': '{"stage": "Staging"}' })
  repo.commit({ 'settings.json': '{"stage": "Production"}' })
  expect((await scanSince(repo)).comparison).toMatchObject({ fresh: 1, existing: 0 })
})

test('of a merge with conflicts what both sides have added is new', async () => {
  repo = repository({ 'release.py': promotion('1') })
  repo.git('checkout', '-q', '-b', 'side')
  repo.commit({ 'release.py': promotion('1', '2') })
  repo.git('checkout', '-q', 'main')
  repo.commit({ 'release.py': promotion('1', '3') })
  expect(() => repo.git('merge', 'side')).toThrow()
  const report = await scanSince(repo, 'main~1')
  expect(report.comparison?.fresh).toBeGreaterThan(0)
  expect(report.notices.map(({ path, kind }) => `${path} ${kind}`)).toContain('release.py syntax')
})

test('what cannot be compared is judged whole, and every report says why', async () => {
  repo = repository({ 'release.py': promotion('1') })
  writeFileSync(join(repo.root, '.git/HEAD'), 'ref: refs/heads/none\n')
  const report = await scanSince(repo)
  expect(report).toMatchObject({ comparison: null, verdict: { failed: true, blocking: 1 } })
  expect(report.notices).toEqual([
    {
      path: '.git',
      line: 0,
      kind: 'unreadable',
      message:
        'The repository has no commit that could be read. Nothing can be compared, so every finding is judged.',
    },
  ])
})

test('a comparison changes nothing of what is found, and what was read once serves both sides', async () => {
  const files = {
    'release.py': promotion('1'),
    'limits.py': 'STAGE = "Production"\n',
    'train.py':
      'from limits import STAGE\nfrom mlflow import MlflowClient\nMlflowClient().transition_model_version_stage("a", "1", STAGE)\n',
    'serve.py': load,
  }
  repo = repository({ ...files, 'limits.py': 'STAGE = "Staging"\n' })
  repo.commit(files)
  const compared = await scanSince(repo)
  expect(compared.findings.map(({ fingerprint }) => fingerprint)).toEqual(
    (await scanAll(repo)).findings.map(({ fingerprint }) => fingerprint),
  )
  expect(states(compared)).toEqual([
    'release.py:4 error unchanged',
    'serve.py:4 warning unchanged',
    'train.py:3 error new',
  ])
})
