import { withoutMargin } from '../support/margin'
import { type Files, onGitHub, onGitLab, type Project } from './runners'

/** How a project says that a script is run at night. */
type Nightly = (script: string) => Files

const workflow: Nightly = script => ({
  '.github/workflows/nightly.yml': withoutMargin(`
    on: { schedule: [{ cron: "0 3 * * *" }] }
    jobs:
      nightly:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: python ${script}
  `),
})

const gitlab: Nightly = script => ({
  '.gitlab-ci.yml': `nightly:\n  rules: [{ if: '$CI_PIPELINE_SOURCE == "schedule"' }]\n  script: [python ${script}]\n`,
})

const promotion = (model: string, gate = ''): string =>
  withoutMargin(`
    import json
    from mlflow import MlflowClient

    metrics = json.load(open("metrics.json"))
    client = MlflowClient()
    ${gate.replaceAll('\n', '\n    ')}
    client.transition_model_version_stage(name="${model}", version="3", stage="Production")
  `)

const gate = 'if metrics["auc"] < 0.9:\n    raise SystemExit("not good enough")'
const off = 'rules:\n  unguarded-promotion: off\n'
const waiver = withoutMargin(`
  waivers:
    - rule: unguarded-promotion
      path: jobs/nightly.py
      reason: the nightly model has one user until the summer
      owner: risk-team
      expires: 2026-06-30
`)

describe.each([
  ['GitHub', onGitHub, workflow, '.github/workflows/nightly.yml'],
  ['GitLab', onGitLab, gitlab, '.gitlab-ci.yml'],
] as const)('the first year of an old project on %s', (_, start, nightly, pipeline) => {
  let project: Project
  beforeAll(() => {
    project = start()
    project.push({
      'legacy/release.py': promotion('legacy'),
      'legacy/serve.py': 'import joblib\nimport sys\n\nmodel = joblib.load(sys.argv[1])\n',
      'jobs/promote.py': promotion('churn', gate),
    })
  })
  afterAll(() => project.remove())

  const added: Files = { ...nightly('jobs/nightly.py'), 'jobs/nightly.py': promotion('nightly') }

  test('what is there on the first day is reported and blocks nothing', async () => {
    const { passed, said } = await project.propose({ 'README.md': 'Modelgate looks at every change.\n' })
    expect(passed).toBe(true)
    expect(said).toContain('2 findings: 1 error, 1 warning in 2 files; 0 new, 2 existing')
    expect(said).toContain('Gate passed: nothing new at level `error`.')
  })

  test('a change that adds a promotion is blocked, and told on which way it is reached', async () => {
    const { passed, said } = await project.propose(added)
    expect(passed).toBe(false)
    expect(said).toContain('jobs/nightly.py:7:1 error unguarded-promotion')
    expect(said).toContain(`${pipeline}:`)
    expect(said).toContain('Gate failed: 1 new finding at level `error`.')
  })

  test('a change that removes the gate of an old promotion is blocked, and told what is lost', async () => {
    const { passed, said } = await project.propose({ 'jobs/promote.py': promotion('churn') })
    expect(passed).toBe(false)
    expect(said).toContain(
      'On the base, `if metrics["auc"] < 0.9:` (`jobs/promote.py:6`) stood in front of it.',
    )
  })

  test('a change that switches the rule off with it is blocked all the same, and everybody can see it', async () => {
    const { passed, said } = await project.propose({ ...added, '.modelgate.yml': off })
    expect(passed).toBe(false)
    expect(said).toContain('This change adds the configuration. It counts from the next change on')
    expect(said).toContain('This change would turn `unguarded-promotion` off.')
    expect(said).toContain('This change would stop reporting 2 findings: ')
    expect(said).toContain('Gate failed: 1 new finding at level `error`.')
  })

  test('a change that says beside the code that it is fine is blocked, and told when that counts', async () => {
    const beside = `${promotion('nightly').trimEnd()}  # modelgate: ignore[unguarded-promotion] one user\n`
    const { passed, said } = await project.propose({ ...added, 'jobs/nightly.py': beside })
    expect(passed).toBe(false)
    expect(said).toContain('It counts from the next change on')
  })

  test('where the branch that it goes into holds a waiver, the change passes, and the waiver is seen', async () => {
    project.push({ '.modelgate.yml': waiver }, '2026-02-01')
    const { passed, said } = await project.propose(added, '2026-06-30')
    expect(passed).toBe(true)
    expect(said).toContain('1 suppressed, 1 by a waiver')
    expect(said).toContain('`.modelgate.yml` holds 1 waiver.')
    project.push(added, '2026-06-30')
  })

  test('once its last day has passed every change is blocked, and told why', async () => {
    const { passed, said } = await project.propose({ 'README.md': 'Summer.\n' }, '2026-07-01')
    expect(passed).toBe(false)
    expect(said).toContain(
      'The waiver of `unguarded-promotion` for `jobs/nightly.py` ended on 2026-06-30, so its finding counts again and the gate fails',
    )
    expect(said).toContain('Gate failed: 1 finding whose waiver has ended.')
  })

  test('a change that prolongs it is blocked by it too, and one that puts the code right is not', async () => {
    const longer = await project.propose({ '.modelgate.yml': waiver.replace('2026', '2027') }, '2026-07-01')
    expect(longer.passed).toBe(false)
    expect(longer.said).toContain('until 2026-06-30, to one until 2027-06-30')
    const right = await project.propose({ 'jobs/nightly.py': promotion('nightly', gate) }, '2026-07-01')
    expect(right.passed).toBe(true)
  })
})
