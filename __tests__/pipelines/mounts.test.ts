import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = {
  'src/evaluate.py': evaluateScript,
  'src/promote.py': promoteScript,
  'src/empty.py': 'print("nothing")\n',
}
const reported = ['error src/promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn({ ...scripts, ...repository })).map(({ finding }) => finding)
}

function steps(...commands: readonly string[]): Repository {
  const runs = commands.map(command => `{run: ${JSON.stringify(command)}}`).join(', ')
  return { '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [${runs}]}}` }
}

/** A step that evaluates, and one that promotes with a command: reported where the command is not followed. */
async function behindCheck(command: string): Promise<string[]> {
  return foundIn(steps('python src/evaluate.py', command))
}

describe('a container of a foreign image with the work tree in it runs files of the repository', () => {
  test.each([
    'docker run --rm -v "$PWD:/w" -w /w python:3.11-slim python src/promote.py',
    'docker run --rm -v $(pwd):/w -w /w python:3.11-slim python src/promote.py',
    'docker run --rm -v `pwd`:/w -w /w python:3.11-slim python src/promote.py',
    'docker run -it -v ${PWD}:/w:ro,z -w=/w python:3.11-slim python src/promote.py',
    'docker run -v .:/w -w /w python:3.11-slim python src/promote.py',
    'docker run -v ./src:/w -w /w python:3.11-slim python promote.py',
    'docker run --volume="$PWD"/src:/w/code --workdir /w python:3.11-slim python code/promote.py',
    'docker run --volume "${{ github.workspace }}:/w" -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$GITHUB_WORKSPACE:/w" -w /w/src python:3.11-slim python promote.py',
    'docker run -v "$(git rev-parse --show-toplevel):/w" python:3.11-slim python /w/src/promote.py',
    'docker run -v $PWD:$PWD -w $PWD python:3.11-slim python src/promote.py',
    'docker run -v $PWD:$PWD -w $PWD/src python:3.11-slim python promote.py',
    'docker run --mount type=bind,source="$PWD",target=/w -w /w python:3.11-slim python src/promote.py',
    'docker run --mount type=bind,src=.,dst=/w,readonly -w /w python:3.11-slim python src/promote.py',
    'docker run --mount type=bind,src=$(pwd),destination=/w -w /w python:3.11-slim python src/promote.py',
    'podman run -v "$PWD:/w:Z" -w /w python:3.11-slim python src/promote.py',
    'nerdctl run -v "$PWD:/w" -w /w python:3.11-slim python src/promote.py',
    'sudo docker run -v "$PWD:/w" -w /w python:3.11-slim uv run python src/promote.py',
    'docker run -v "$PWD:/w" -w /w --entrypoint python python:3.11-slim src/promote.py',
    'docker run -v "$PWD:/workspace" pytorch/pytorch python src/promote.py',
    'docker run -v "$PWD:/w" -v data:/data --gpus all --security-opt label=disable -w /w python:3.11-slim python src/promote.py',
    'cd src && docker run -v "$PWD:/w" -w /w python:3.11-slim python promote.py',
    'cd src && docker run -v ..:/w -w /w python:3.11-slim python src/promote.py',
    'ROOT=$(pwd); cd /tmp; docker run -v $ROOT:/w -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -w /w python:3.11-slim bash -c "python src/promote.py"',
    'docker run -v "$PWD:/w" python:3.11-slim bash -lc "cd /w && python src/promote.py"',
    'docker run -v "$PWD:/w" python:3.11-slim sh -c "cd /w/src; python promote.py"',
    'docker run -v "$PWD:/w" -w /w --entrypoint bash python:3.11-slim -c "python src/promote.py"',
    'docker run -v "$PWD:/w" -w /w --entrypoint=/bin/sh python:3.11-slim -ec "python src/promote.py"',
    'docker run -i -v "$PWD:/w" -w /w python:3.11-slim bash -s <<EOF\npython src/promote.py\nEOF',
    'docker run -v "$PWD:/w" -w /w python python -c "import runpy; print(1)" && python src/promote.py',
    'docker run -v"$PWD:/w" -w/w python:3.11-slim python src/promote.py',
    'docker run --entrypoint "" -v "$PWD:/w" -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -v /w/models -v "$CACHE:/w/cache" -w /w python:3.11-slim python src/promote.py',
    'docker run -v /w -v "$PWD/src:/w/code" -w /w python:3.11-slim /usr/bin/python code/promote.py',
    'docker run -v "$PWD/docs:/w" -v "$PWD/src:/w/code" -w /w python:3.11-slim python code/promote.py',
    'docker run -v "$PWD:/w" -v data:/w/src/data -w /w python:3.11-slim python src/promote.py',
    'docker run -v models:/models -v "$PWD:/w" python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -w /w bash -c "python src/promote.py"',
  ])('%s', async command => {
    expect(await behindCheck(command)).toEqual([])
  })
})

describe('what stands in front of a container that promotes is asked', () => {
  const promote =
    'docker run -v "$PWD:/w" -w /w python:3.11-slim bash -c "pip install mlflow && python src/promote.py"'
  test.each([
    ['nothing', [promote]],
    ['a check that is ignored', ['python src/evaluate.py || true', promote]],
    ['a check behind it', [promote, 'python src/evaluate.py']],
    ['no check', ['python src/empty.py', promote]],
  ])('%s, and reported', async (_, commands) => {
    const found = await findingsIn({ ...scripts, ...steps(...commands) })
    expect(found.map(({ finding }) => finding)).toEqual(reported)
    expect(found[0]?.path.at(-1)).toMatch(/`release` runs `src\/promote.py`$/)
  })
})

describe('a check inside of the container', () => {
  const within = (script: string): string =>
    `docker run -v "$PWD:/w" -w /w python:3.11-slim bash -c "${script}"`

  test.each([
    within('pip install mlflow && python src/evaluate.py && python src/promote.py'),
    within('set -e; python src/evaluate.py; python src/promote.py'),
    'docker run -v "$PWD:/w" -w /w python:3.11-slim bash -ec "python src/evaluate.py\npython src/promote.py"',
    'docker run -v "$PWD:/w" -w /w python:3.11-slim python src/evaluate.py\npython src/promote.py',
    `${within('python src/evaluate.py')} && python src/promote.py`,
    'docker run -v "$PWD:/w" -w /w python:3.11-slim bash scripts/release.sh',
    'docker run -v "$PWD:/w" -w /w python:3.11-slim /w/scripts/release.sh',
  ])('%s: holds', async command => {
    const release = '#!/bin/bash\nset -e\npython src/evaluate.py\npython src/promote.py\n'
    expect(await foundIn({ ...steps(command), 'scripts/release.sh': release })).toEqual([])
  })

  test.each([
    within('python src/evaluate.py; python src/promote.py'),
    within('python src/evaluate.py || python src/promote.py'),
    within('python src/promote.py && python src/evaluate.py'),
    `${within('python src/evaluate.py')} || true\npython src/promote.py`,
    `${within('python src/evaluate.py; true')} && python src/promote.py`,
    'docker run -v "$PWD:/w" -w /w python:3.11-slim bash scripts/release.sh',
  ])('%s: is useless', async command => {
    const release = '#!/bin/bash\npython src/evaluate.py\npython src/promote.py\n'
    expect(await foundIn({ ...steps(command), 'scripts/release.sh': release })).toEqual(reported)
  })
})

describe('what does not put the work tree there is not followed', () => {
  test.each([
    'docker run -v models:/w -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$MODELS:/w" -w /w python:3.11-slim python src/promote.py',
    'docker run -v /srv/models:/w -w /w python:3.11-slim python src/promote.py',
    'docker run --mount type=volume,source=.,target=/w -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -w /opt python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -w "$FOLDER" python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -v "$OTHER:/w/src" -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" -v code:/w/src python:3.11-slim python /w/src/promote.py',
    'docker run -v "$PWD:/w" -v /w/src -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD:/w" --mount type=tmpfs,target=/w/src -w /w python:3.11-slim python src/promote.py',
    'docker run -v "$PWD/src:/w" -w /w python:3.11-slim bash -c "cd .. && python src/promote.py"',
    'docker run -v "$PWD:/w" python:3.11-slim python /opt/src/promote.py',
    'docker run python:3.11-slim python src/promote.py',
    'docker run python:3.11-slim bash -c "python src/promote.py"',
  ])('%s', async command => {
    expect(await behindCheck(command)).toEqual(reported)
  })
})

describe('an image that the repository builds', () => {
  const image = (lines: string): Repository => ({
    'docker/Dockerfile': `FROM python:3.12\n${lines}\n`,
    'old/src/promote.py': 'print("nothing")\n',
  })
  const build = 'docker build -t churn docker'

  test.each([
    ['words', 'WORKDIR /app', 'docker run -v "$PWD:/app" -w /app churn python src/promote.py'],
    ['its command', 'WORKDIR /app\nCMD ["python", "src/promote.py"]', 'docker run -v "$PWD:/app" churn'],
  ])('runs what is mounted over its own: %s', async (_, lines, run) => {
    expect(await foundIn({ ...image(lines), ...steps(`${build} && ${run}`) })).toEqual(reported)
    expect(
      await foundIn({ ...image(lines), ...steps(`${build} && python src/evaluate.py && ${run}`) }),
    ).toEqual([])
  })
})

test('a variable that a container is given reaches the program that it runs', async () => {
  const promote = `
    import os

    import mlflow

    mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
  `
  const running = (given: string): Repository => ({
    'src/promote.py': promote,
    ...steps(`docker run ${given} -v "$PWD:/w" -w /w python:3.11-slim python src/promote.py`),
  })
  for (const given of ['-e STAGE=Production', '--env STAGE=Production', '--env=STAGE=Production'])
    expect(await foundIn(running(given))).toEqual(reported)
  expect(await foundIn(running('-e STAGE=Staging'))).toEqual([])
})

test('a command that the catalogue knows runs in a container of any image', async () => {
  const approve =
    'aws sagemaker update-model-package --model-approval-status Approved --model-package-arn $ARN'
  for (const command of [
    `docker run --rm -e AWS_REGION amazon/aws-cli:2 ${approve}`,
    `docker run --rm python:3.11 bash -c "pip install awscli && ${approve}"`,
    `docker exec -i runner bash -c '${approve}'`,
  ]) {
    const found = ['error .github/workflows/cd.yml:2 unguarded-promotion']
    expect(await foundIn({ 'src/promote.py': '', ...steps(command) })).toEqual(found)
    expect(await foundIn({ 'src/promote.py': '', ...steps('python src/evaluate.py', command) })).toEqual([])
  }
})

describe('without a container too, a file is run wherever a script finds it', () => {
  test.each([
    'python "$PWD/src/promote.py"',
    'python $(pwd)/src/promote.py',
    'python $GITHUB_WORKSPACE/src/promote.py',
    'python ${{ github.workspace }}/src/promote.py',
    'cd $GITHUB_WORKSPACE/src && python promote.py',
    'cd "${GITHUB_WORKSPACE}" && cd src && python promote.py',
    'cd /elsewhere && python $GITHUB_WORKSPACE/src/promote.py',
    'ROOT=$(pwd)\ncd /tmp\npython $ROOT/src/promote.py',
    'cd "$(git rev-parse --show-toplevel)"\npython src/promote.py',
    'bash scripts/beside.sh',
    'bash scripts/above.sh',
    'docker run -v "$PWD/src:/w/src" -v "$PWD/scripts:/w/scripts" python:3.12 bash /w/scripts/near.sh',
    'docker run -v "$PWD:/w" -w /w python:3.12 bash scripts/beside.sh',
    'docker run -v "$PWD:/w" -w /w python:3.12 bash -c "scripts/above.sh"',
    '"$GITHUB_WORKSPACE/scripts/beside.sh"',
    'source scripts/above.sh',
    '"$VENV/bin/python" src/promote.py',
  ])('%s', async command => {
    const repository: Repository = {
      ...(command.includes('beside') && {
        'scripts/beside.sh': 'cd "$(dirname "$0")/.."\npython src/promote.py\n',
      }),
      ...(command.includes('near') && {
        'scripts/near.sh': 'cd "$(dirname "$0")"\npython ../src/promote.py\n',
      }),
      ...(command.includes('above') && {
        'scripts/above.sh': 'ROOT="$(cd "$(dirname "$0")/.." && pwd)"\npython $ROOT/src/promote.py\n',
      }),
    }
    const check = { ...repository, ...steps('python src/evaluate.py', command) }
    expect(await foundIn(check)).toEqual([])
    expect(await foundIn({ ...repository, ...steps('python src/empty.py', command) })).toEqual(reported)
  })

  test.each([
    'cd $GITHUB_WORKSPACE/.. && python src/promote.py',
    'python $HOME/src/promote.py',
    'python /opt/src/promote.py',
    'python $(mktemp -d)/src/promote.py',
    'ROOT=$(whoami)\npython $ROOT/src/promote.py',
    'cd "$(mktemp -d)"\nROOT=$(pwd)\npython $ROOT/src/promote.py',
  ])('%s leads elsewhere', async command => {
    expect(await behindCheck(command)).toEqual(reported)
  })
})
