import { evaluateScript, findingsIn, promoteScript, type Told } from './scanned'

const promoted = ['error promote.py:5 unguarded-promotion']

async function tolds(steps: readonly string[]): Promise<Told[]> {
  const yaml = `on: push\njobs:\n  release:\n    env: {STAGE: Staging}\n    steps:\n${steps.map(step => `      - ${step}`).join('\n')}\n`
  return findingsIn({
    'evaluate.py': evaluateScript,
    'promote.py': promoteScript,
    '.github/workflows/cd.yml': yaml,
  })
}

/** What is found where these are the steps of a job. */
async function foundWith(...steps: readonly string[]): Promise<string[]> {
  return (await tolds(steps)).map(({ finding }) => finding)
}

/** Whether a step runs the promotion. */
async function runBy(step: string): Promise<boolean> {
  const [found] = await tolds([step])
  return found?.path.some(says => says.includes('runs the job `release`')) ?? false
}

const azure = (script: string): string =>
  `{uses: azure/CLI@v2, with: {azcliversion: latest, inlineScript: "${script}"}}`
const retried = (script: string, more = ''): string =>
  `{uses: nick-fields/retry@v3, with: {max_attempts: 3, timeout_minutes: 5, command: "${script}"${more}}}`
const remote = (script: string, more = ''): string =>
  `{uses: appleboy/ssh-action@v1.0.3, with: {host: churn, script: "${script}"${more}}}`

describe('a script that is given to an action runs', () => {
  test.each([azure('python promote.py'), retried('python promote.py')])('%s', async step => {
    expect(await runBy(step)).toBe(true)
  })

  test.each([
    [azure('python evaluate.py'), azure('python promote.py')],
    [retried('python evaluate.py'), '{run: python promote.py}'],
    [azure('python evaluate.py\\npython promote.py')],
  ])('and what it checks holds behind it: %s', async (...steps) => {
    expect(await foundWith(...steps)).toEqual([])
  })

  test.each([
    [azure('python evaluate.py || true'), '{run: python promote.py}'],
    [retried('python evaluate.py', ', continue_on_error: true'), '{run: python promote.py}'],
    // Its shell goes on behind a failure.
    [retried('python evaluate.py\\npython promote.py')],
  ])('and what it checks in vain does not: %s', async (...steps) => {
    expect(await foundWith(...steps)).toEqual(promoted)
  })

  test('in PowerShell too', async () => {
    expect(await runBy('{uses: azure/powershell@v2, with: {inlineScript: python promote.py}}')).toBe(true)
  })
})

describe('a script that is given to an action runs on another machine', () => {
  const line = 'kubectl -n prod set image deployment/churn-model churn=acme/churn-model:2'
  const found = ['warning .github/workflows/cd.yml:6 unguarded-deployment']
  const words = async (...steps: readonly string[]): Promise<string[]> =>
    (await foundWith(...steps)).filter(finding => finding.includes('unguarded-deployment'))

  test.each([
    `{run: "${line}"}`,
    remote(line),
    `{uses: google-github-actions/ssh-compute@v1, with: {instance_name: churn, command: "${line}"}}`,
    `{uses: google-github-actions/ssh-compute@v1, with: {instance_name: churn, Command: "${line}"}}`,
  ])('%s', async step => {
    expect(await words(step)).toEqual(found)
  })

  const asked = (more: string): string =>
    remote('mlflow deployments update -t sagemaker --name churn-$STAGE -m models:/churn/1', more)

  test('where the variables of the job are not known', async () => {
    expect(await words(asked(''))).not.toEqual([])
  })

  test.each([', envs: "OTHER,STAGE"', ', allenvs: true'])('unless it is given them: %s', async more => {
    expect(await words(asked(more))).toEqual([])
  })

  test('nor is anything open in an expression, which is filled in before the script is sent', async () => {
    const filled = asked('').replace('$STAGE', '${{ env.STAGE }}')
    expect(await words(filled)).toEqual([])
    expect(await words(filled.replace('env.STAGE', 'env.OTHER'))).not.toEqual([])
  })
})

test.each([
  // Nothing is known of what others make of their inputs.
  '{uses: acme/notes@v1, with: {script: python promote.py}}',
  '{uses: azure/login@v2, with: {inlineScript: python promote.py}}',
  '{uses: azure/CLI@v2}',
])('other actions run no script that they are given: %s', async step => {
  expect(await runBy(step)).toBe(false)
})
