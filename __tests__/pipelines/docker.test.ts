import { readSources } from '../support/analyse'
import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = ['error promote.py:5 unguarded-promotion']
const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function running(command: string): Repository {
  return {
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`,
  }
}

function loading(path: string): string {
  return `
    import joblib

    model = joblib.load("${path}")
  `
}

describe('what a build verified of a file holds for the container', () => {
  test.each([
    [
      'a digest in the same instruction',
      'models/churn.pkl',
      `
        FROM python:3.12
        WORKDIR /app
        COPY . .
        RUN curl -fsSLo models/churn.pkl https://acme.example/churn.pkl \\
            # the one that was reviewed
            && echo "${digest}  models/churn.pkl" | sha256sum -c -
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest in an instruction of its own',
      '/models/churn.pkl',
      `
        FROM python:3.12
        ARG SHA=${digest}
        RUN curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        RUN echo "$SHA  /models/churn.pkl" | sha256sum -c -
        COPY serve.py /app/
        CMD python /app/serve.py
      `,
    ],
    [
      'an absolute path where the code has a relative one',
      'models/churn.pkl',
      `
        FROM python:3.12
        WORKDIR /app
        COPY . .
        RUN curl -fsSLo /app/models/churn.pkl https://acme.example/churn.pkl
        RUN echo "${digest}  /app/models/churn.pkl" | sha256sum -c -
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'the checksum of `ADD`',
      '/models/churn.pkl',
      `
        FROM python:3.12
        WORKDIR /app
        ADD --checksum=sha256:${digest} https://acme.example/churn.pkl /models/
        COPY . .
        ENTRYPOINT ["python"]
        CMD ["serve.py"]
      `,
    ],
    [
      'a digest in a document for a shell that stops',
      '/models/churn.pkl',
      `
        FROM python:3.12
        COPY . /app
        RUN <<EOF
        set -e
        curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        echo "${digest}  /models/churn.pkl" | sha256sum -c -
        chmod a-w /models/churn.pkl
        EOF
        WORKDIR /app
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest in a stage from which the file is taken',
      '/models/churn.pkl',
      `
        FROM alpine AS fetch
        RUN wget -O /tmp/churn.pkl https://acme.example/churn.pkl
        RUN echo "${digest}  /tmp/churn.pkl" | sha256sum -c -

        FROM python:3.12
        WORKDIR /app
        COPY --from=fetch /tmp/churn.pkl /models/churn.pkl
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
  ])('%s', async (_, path, dockerfile) => {
    expect(await foundIn({ 'serve.py': loading(path), Dockerfile: dockerfile })).toEqual([])
  })
})

describe('what a build did not verify is reported', () => {
  test.each([
    [
      'a download',
      `
        FROM python:3.12
        WORKDIR /app
        RUN curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      '`ADD` without a checksum',
      `
        FROM python:3.12
        WORKDIR /app
        ADD https://acme.example/churn.pkl /models/churn.pkl
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest whose failure counts for nothing',
      `
        FROM python:3.12
        WORKDIR /app
        RUN curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        RUN echo "${digest}  /models/churn.pkl" | sha256sum -c - || true
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest in a document for a shell that goes on',
      `
        FROM python:3.12
        WORKDIR /app
        RUN <<EOF
        curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        echo "${digest}  /models/churn.pkl" | sha256sum -c -
        chmod a-w /models/churn.pkl
        EOF
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest of another file',
      `
        FROM python:3.12
        WORKDIR /app
        RUN curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        RUN echo "${digest}  /models/scaler.pkl" | sha256sum -c -
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest of what is downloaded once more',
      `
        FROM python:3.12
        WORKDIR /app
        ADD --checksum=sha256:${digest} https://acme.example/churn.pkl /models/churn.pkl
        ADD https://acme.example/latest.pkl /models/churn.pkl
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
    [
      'a digest in a stage that nothing uses',
      `
        FROM alpine AS check
        RUN wget -O /models/churn.pkl https://acme.example/churn.pkl
        RUN echo "${digest}  /models/churn.pkl" | sha256sum -c -

        FROM python:3.12
        WORKDIR /app
        RUN curl -fsSLo /models/churn.pkl https://acme.example/churn.pkl
        COPY . .
        CMD ["python", "serve.py"]
      `,
    ],
  ])('%s', async (_, dockerfile) => {
    const repository = { 'serve.py': loading('/models/churn.pkl'), Dockerfile: dockerfile }
    expect(await foundIn(repository)).toEqual(['error serve.py:3 unverified-artifact-load'])
  })
})

describe('an image that the same script builds', () => {
  const image = (command: string): Repository => ({
    ...scripts,
    'docker/release.Dockerfile': `
      FROM python:3.12
      WORKDIR /app
      COPY *.py ./
      COPY evaluate.py promote.py ./
      ${command}
    `,
  })
  const build = 'docker build -t churn:$SHA -f docker/release.Dockerfile .'

  test.each([
    [
      'is started behind a check',
      `${build} && python evaluate.py && docker run --rm churn:$SHA`,
      'CMD python promote.py',
    ],
    [
      'is built with a check',
      `${build} && docker run churn:$SHA`,
      'RUN python evaluate.py\n      CMD python promote.py',
    ],
    [
      'is built with a check, by a name in quotes',
      `${build.replace('churn:$SHA', '"churn:$SHA"')} && docker run 'churn:$SHA'`,
      'RUN python evaluate.py\n      CMD python promote.py',
    ],
  ])('%s', async (_, run, command) => {
    expect(await foundIn({ ...image(command), ...running(run) })).toEqual([])
  })

  test.each([
    ['is started', `${build} && docker run --rm -e A=b churn:$SHA`, 'CMD python promote.py'],
    [
      'is started by its words',
      `${build}; docker run churn:$SHA python promote.py`,
      'CMD python evaluate.py',
    ],
    [
      'is built with a check that counts for nothing',
      `${build} && docker run churn:$SHA`,
      'RUN python evaluate.py || true\n      CMD python promote.py',
    ],
    [
      'is started in front of the check',
      `${build} && docker run churn:$SHA && python evaluate.py`,
      'CMD ["sh", "-c", "python promote.py"]',
    ],
  ])('%s, and reported', async (_, run, command) => {
    expect(await foundIn({ ...image(command), ...running(run) })).toEqual(reported)
  })
})

test('an image that a script builds beside its Dockerfile is started by it', async () => {
  const release = (last: string): string => `
    set -e
    docker build -t churn .
    docker run churn
    ${last}
  `
  const dockerfile = 'FROM python:3.12\nCOPY *.py ./\nCMD python evaluate.py\n'
  const files = {
    'ops/Dockerfile': dockerfile,
    'ops/evaluate.py': evaluateScript,
    'promote.py': promoteScript,
  }
  expect(await foundIn({ ...files, 'ops/release.sh': release('python promote.py') })).toEqual([])
  expect(await foundIn({ ...files, 'other/release.sh': release('python promote.py') })).toEqual(reported)
})

test('a variable of an image reaches the program that it starts', async () => {
  const promote = `
    import os

    import mlflow

    mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
  `
  const dockerfile = (stage: string): string =>
    `FROM python:3.12\nENV STAGE=${stage}\nCOPY promote.py /app/promote.py\nCMD ["python", "/app/promote.py"]\n`
  expect(await foundIn({ 'promote.py': promote, Dockerfile: dockerfile('Production') })).toEqual([
    'error promote.py:5 unguarded-promotion',
  ])
  expect(await foundIn({ 'promote.py': promote, Dockerfile: dockerfile('Staging') })).toEqual([])
})

test('an entry point that runs what it is given runs the command', async () => {
  const found = await findingsIn({
    ...scripts,
    'entrypoint.sh': '#!/bin/sh\nset -e\nexec "$@"\n',
    Dockerfile:
      'FROM python:3.12\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["/app/entrypoint.sh"]\nCMD ["python", "promote.py"]\n',
  })
  expect(found.map(({ path }) => path)).toEqual([['Dockerfile:5 `Dockerfile` runs `promote.py`']])
})

test('a command in an image is found where it stands', async () => {
  const found = await foundIn({
    Dockerfile: `
      FROM amazon/aws-cli
      RUN echo ready && \\
          aws sagemaker update-model-package --model-approval-status Approved
    `,
  })
  expect(found).toEqual(['error Dockerfile:3 unguarded-promotion'])
})

test('a program that is called like a word of the shell is no broken script', async () => {
  const { notices } = await readSources({
    Dockerfile: 'FROM python:3.12\nENTRYPOINT ["function"]\nCMD ["if", "then", "promote.py"]\n',
  })
  expect(notices).toEqual([])
})
