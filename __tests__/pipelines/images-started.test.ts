import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const promoted = ['error promote.py:5 unguarded-promotion']

/** What is found where an image is built, a container started, and then promoted. */
async function behind(dockerfile: string, run: string, more: Repository = {}): Promise<string[]> {
  const commands = ['docker build -t churn -f docker/Dockerfile .', run, 'python promote.py']
  const steps = commands.map(command => `{run: ${JSON.stringify(command)}}`).join(', ')
  const found = await findingsIn({
    'promote.py': promoteScript,
    'src/evaluate.py': evaluateScript,
    'docker/Dockerfile': `FROM python:3.12\nWORKDIR /app\nCOPY . .\n${dockerfile}\n`,
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [${steps}]}}`,
    ...more,
  })
  return found.map(({ finding }) => finding)
}

const command = 'CMD ["python", "src/evaluate.py"]'
const entry = 'ENTRYPOINT ["python", "src/evaluate.py"]'
const foreign = 'CMD ["ls"]'

describe('a container of an image that the repository builds runs a check', () => {
  test.each([
    [command, 'docker run churn'],
    [command, 'docker run --rm -e A=b churn'],
    [command, 'docker run -v "$PWD:/app" churn'],
    [entry, 'docker run churn'],
    [entry, 'docker run churn --fast'],
    [foreign, 'docker run churn python src/evaluate.py'],
    [foreign, 'docker run churn bash -c "python src/evaluate.py"'],
    [foreign, 'docker run churn uv run python src/evaluate.py'],
    [foreign, 'docker run --entrypoint python churn src/evaluate.py'],
    ['ENTRYPOINT ["ls"]', 'docker run --entrypoint python churn src/evaluate.py'],
    ['ENTRYPOINT ["ls"]', 'docker run --entrypoint= churn python src/evaluate.py'],
  ])('%s: %s', async (dockerfile, run) => {
    expect(await behind(dockerfile, run)).toEqual([])
  })

  test('of files beside its Dockerfile', async () => {
    const run = 'docker run churn python near.py'
    expect(await behind(foreign, run, { 'docker/near.py': evaluateScript })).toEqual([])
    expect(await behind(foreign, run, { 'other/near.py': evaluateScript })).toEqual(promoted)
  })

  test('whose Dockerfile lies at the top', async () => {
    const top = { Dockerfile: `FROM python:3.12\nWORKDIR /app\nCOPY . .\n${foreign}\n` }
    const run = 'docker build -t other . && docker run other python src/evaluate.py'
    expect(await behind(foreign, run, top)).toEqual([])
  })
})

describe('a container of it runs none', () => {
  test.each([
    [command, 'docker run other'],
    [command, 'docker run churn:old'],
    [command, 'docker run'],
    [command, 'docker run churn ls'],
    [command, 'docker run --entrypoint ls churn'],
    [command, 'docker run --entrypoint ls churn -l'],
    [entry, 'docker run --entrypoint ls churn'],
    [entry, 'docker run --entrypoint ls churn src/evaluate.py'],
    [foreign, 'docker run churn'],
    [foreign, 'docker run other python src/evaluate.py'],
    [foreign, 'docker run churn python evaluate.py'],
    [foreign, 'docker run churn python "$SCRIPT" src/evaluate.py'],
    [command, 'docker run churn || true'],
    [command, 'docker run churn &'],
  ])('%s: %s', async (dockerfile, run) => {
    expect(await behind(dockerfile, run)).toEqual(promoted)
  })

  test('where another script has built it', async () => {
    const more = { 'build.sh': 'docker build -t own -f docker/Dockerfile .\n' }
    expect(await behind(command, 'bash build.sh && docker run own', more)).toEqual(promoted)
    expect(
      await behind(command, 'bash build.sh', { 'build.sh': `${more['build.sh']}docker run own\n` }),
    ).toEqual([])
  })
})

test('what a container is given reaches the command of its image', async () => {
  const promote = `
    import os

    import mlflow

    mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
  `
  const started = (given: string): Promise<string[]> =>
    behind('CMD ["python", "src/promote.py"]', `docker run ${given} churn`, {
      'src/promote.py': promote,
      'promote.py': '',
    })
  const reported = ['error src/promote.py:5 unguarded-promotion']
  for (const given of [
    '-e STAGE=Production',
    '-eSTAGE=Production',
    '--env=STAGE=Production',
    '-e OTHER -e STAGE=Production',
  ])
    expect(await started(given)).toEqual(reported)
  expect(await started('-e STAGE=Staging')).toEqual([])
  expect(await started('-e STAGE')).toEqual(['note src/promote.py:5 unguarded-promotion'])
})
