import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'promote.py': promoteScript }
const workflow = '.github/workflows/cd.yml'

async function levelOf(yaml: string, more: Repository = {}): Promise<string> {
  const found = await findingsIn({ ...scripts, ...more, [workflow]: yaml })
  return found.map(({ finding }) => finding.replace(/ .*/, '')).join(', ')
}

const steps = (...runs: string[]): string =>
  `on: push\njobs: {release: {steps: [${[...runs, '{run: python promote.py}'].join(', ')}]}}`

describe('an evaluation of which only the name is known', () => {
  test.each([
    ['a script that is not here', '{run: python src/evaluate.py --min-auc 0.8}'],
    ['a module that is not here', '{run: python -m acme.evaluate_model}'],
    ['a program', '{run: acme-eval run}'],
    ['a subcommand', '{run: promptfoo eval}'],
    ['a task of a file that is not here', '{run: make -C ../ml validate}'],
    ['an action', '{uses: acme/validate-model@v2}'],
    ['behind what only starts it', '{run: uv run --frozen python scripts/model_validation.py}'],
  ])('makes a note of the finding: %s', async (_, step) => {
    expect(await levelOf(steps(step))).toBe('note')
  })

  test('says so', async () => {
    const [found] = await findingsIn({ ...scripts, [workflow]: steps('{run: python evaluate.py}') })
    expect(found?.guards).toEqual([
      'evaluation medium: `evaluate.py` is an evaluation by its name only: what it compares, and whether it fails, is not in this repository',
    ])
  })

  test('in a job that is needed', async () => {
    const yaml = `
      on: push
      jobs:
        check: {steps: [{run: python evaluate.py}]}
        release: {needs: check, steps: [{run: python promote.py}]}
    `
    expect(await levelOf(yaml)).toBe('note')
  })

  test('and an environment are two guards of two kinds', async () => {
    const yaml = `on: push\njobs: {a: {environment: production, steps: [{run: python evaluate.py}, {run: python promote.py}]}}`
    expect(await levelOf(yaml)).toBe('')
  })
})

describe('it is none where', () => {
  test.each([
    ['its failure is tolerated by the shell', steps("{run: 'python evaluate.py || true'}")],
    ['its failure is tolerated by the step', steps('{run: python evaluate.py, continue-on-error: true}')],
    ['it comes after', 'on: push\njobs: {a: {steps: [{run: python promote.py}, {run: python evaluate.py}]}}'],
    ['it is about data', steps('{run: python validate_data.py}')],
    ['it is about settings', steps('{run: terraform validate}')],
    ['it is only spoken of', steps('{run: echo evaluate model}')],
    ['it is an action about something else', steps('{uses: gradle/wrapper-validation-action@v3}')],
    [
      'the job that holds it is needed and skipped',
      `on: push
jobs:
  check: {if: "github.event_name == 'schedule'", steps: [{run: python evaluate.py}]}
  release: {needs: check, if: always(), steps: [{run: python promote.py}]}`,
    ],
    [
      'the job that holds it may fail',
      `on: push
jobs:
  check: {continue-on-error: true, steps: [{run: python evaluate.py}]}
  release: {needs: check, steps: [{run: python promote.py}]}`,
    ],
  ])('%s', async (_, yaml) => {
    expect(await levelOf(yaml)).toBe('error')
  })

  test('the script is here, and it compares nothing', async () => {
    const logs = 'import json\n\nprint(json.load(open("metrics.json"))["auc"])\n'
    expect(await levelOf(steps('{run: python evaluate.py}'), { 'evaluate.py': logs })).toBe('error')
  })

  test('the script is here, and what it compares is a guard in full', async () => {
    expect(await levelOf(steps('{run: python evaluate.py}'), { 'evaluate.py': evaluateScript })).toBe('')
  })
})

describe('who starts it', () => {
  const release = 'jobs: {a: {steps: [{run: python promote.py}]}}'

  test.each([
    ['a person only', 'on: workflow_dispatch', 'warning'],
    ['a person, or a push', 'on: [workflow_dispatch, push]', 'error'],
    ['a person, or a schedule', "on: {workflow_dispatch: {}, schedule: [{cron: '0 3 * * *'}]}", 'error'],
    [
      'a person, or the end of another',
      'on: {workflow_dispatch: {}, workflow_run: {workflows: [CI]}}',
      'error',
    ],
  ])('is %s', async (_, on, level) => {
    expect(await levelOf(`${on}\n${release}`)).toBe(level)
  })
})
