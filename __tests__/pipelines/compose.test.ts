import { readSources } from '../support/analyse'
import { evaluateScript, findingsIn, promoteScript, type Repository } from './scanned'

const scripts = { 'evaluate.py': evaluateScript, 'promote.py': promoteScript }
const reported = ['error promote.py:5 unguarded-promotion']

async function foundIn(repository: Repository): Promise<string[]> {
  return (await findingsIn(repository)).map(({ finding }) => finding)
}

function running(command: string): Repository {
  return {
    '.github/workflows/cd.yml': `on: push\njobs: {release: {steps: [{run: ${JSON.stringify(command)}}]}}`,
  }
}

const dockerfile = 'FROM python:3.12\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["python"]\n'

async function foundWith(compose: string, command: string): Promise<string[]> {
  return foundIn({ ...scripts, Dockerfile: dockerfile, 'compose.yaml': compose, ...running(command) })
}

function services(condition: string): string {
  return `
    services:
      evaluate: {build: ., command: evaluate.py}
      promote:
        build: .
        command: promote.py
        depends_on:
          evaluate: {condition: ${condition}}
  `
}

describe('a check is one', () => {
  test.each([
    [
      'in a service that must have gone well',
      services('service_completed_successfully'),
      'docker compose up promote',
    ],
    [
      'in a service that all services wait for',
      services('service_completed_successfully'),
      'docker compose -f compose.yaml up --exit-code-from promote',
    ],
    [
      'in front of a service that runs alone',
      services('service_started'),
      'docker compose run --rm evaluate && docker compose run --rm promote',
    ],
    [
      'in the command of a service',
      `
        services:
          promote:
            image: python:3.12
            working_dir: /code
            volumes: [".:/code"]
            command: sh -c "python evaluate.py && python promote.py"
      `,
      'docker compose up',
    ],
    [
      'in front of a command that runs in place of that of its service',
      'services: {trainer: {build: {context: .}}}',
      'docker-compose run trainer python evaluate.py && docker-compose run trainer python promote.py',
    ],
  ])('%s', async (_, compose, command) => {
    expect(await foundWith(compose, command)).toEqual([])
  })
})

describe('a check is none', () => {
  test.each([
    ['in a service that has only started', services('service_started'), 'docker compose up promote'],
    ['in a service that is healthy', services('service_healthy'), 'docker compose up promote'],
    [
      'in a service that may be missing',
      services('service_completed_successfully, required: false'),
      'docker compose up promote',
    ],
    [
      'in a service that is only named',
      'services: {evaluate: {build: ., command: evaluate.py}, promote: {build: ., command: promote.py, depends_on: [evaluate]}}',
      'docker compose up promote',
    ],
    ['in a service beside it', services('service_started'), 'docker compose up'],
    [
      'where no shell reads the command',
      'services: {promote: {build: ., entrypoint: ["python", "promote.py"], command: ["&&", "evaluate.py"]}}',
      'docker compose up',
    ],
    [
      'in services that wait for each other',
      `
        services:
          evaluate: {build: ., command: evaluate.py, depends_on: [promote]}
          promote: {build: ., command: promote.py, depends_on: [evaluate]}
      `,
      'docker compose up promote',
    ],
  ])('%s', async (_, compose, command) => {
    expect(await foundWith(compose, command)).toEqual(reported)
  })
})

test('a check in a service that has only started is named', async () => {
  const [found] = await findingsIn({
    ...scripts,
    Dockerfile: dockerfile,
    'compose.yaml': services('service_started'),
    ...running('docker compose up promote'),
  })
  expect(found?.guards).toContain(
    'evaluation void: `evaluate` is needed, and this job goes on whatever came of it (it waits only until that service has started)',
  )
})

const staged = `
  import os

  import mlflow

  mlflow.MlflowClient().transition_model_version_stage("churn", 3, os.environ["STAGE"])
`

test.each([
  [
    'a map',
    'services: {promote: {build: ., command: promote.py, environment: {STAGE: %s}}}',
    'docker compose up',
  ],
  [
    'a list',
    'services: {promote: {build: ., command: promote.py, environment: ["STAGE=%s"]}}',
    'docker compose up',
  ],
  [
    'a service that it extends',
    'services: {base: {build: ., environment: {STAGE: %s}}, promote: {extends: {service: base}, command: promote.py}}',
    'docker compose run promote',
  ],
  [
    'an option',
    'services: {promote: {build: ., command: promote.py}}',
    'docker compose run -e STAGE=%s promote',
  ],
])('variables of a service come from %s', async (_, compose, command) => {
  const found = (stage: string): Promise<string[]> =>
    foundIn({
      'promote.py': staged,
      Dockerfile: dockerfile,
      'compose.yaml': compose.replace('%s', stage),
      ...running(command.replace('%s', stage)),
    })
  expect(await found('Production')).toEqual(['error promote.py:5 unguarded-promotion'])
  expect(await found('Staging')).toEqual([])
})

test('a service without a command of its own starts what its image does, with its own variables', async () => {
  const found = (stage: string): Promise<string[]> =>
    foundIn({
      'promote.py': staged,
      'serving/Dockerfile':
        'FROM python:3.12\nENV STAGE=Production\nCOPY promote.py /app/\nCMD ["python", "/app/promote.py"]\n',
      'docker-compose.yml': `services: {promote: {build: {context: ., dockerfile: serving/Dockerfile}, environment: {STAGE: ${stage}}}}`,
      ...running('docker compose up'),
    })
  expect(await found('Production')).toEqual(['error promote.py:5 unguarded-promotion'])
  expect(await found('Staging')).toEqual([])
})

test('what all services start is on the path, at its own command', async () => {
  const [found] = await findingsIn({
    ...scripts,
    Dockerfile: dockerfile,
    'compose.yaml': services('service_started'),
    ...running('docker compose up'),
  })
  expect(found?.path.slice(2)).toEqual([
    '.github/workflows/cd.yml:2 `release` runs `compose.yaml`',
    'compose.yaml:1 `compose.yaml` runs `promote`',
    'compose.yaml:5 `promote` runs `promote.py`',
  ])
})

test.each([
  ["bash -c 'set -e; report=$$(python evaluate.py); python promote.py'", []],
  ["bash -c 'echo $$(date); python promote.py'", reported],
  ['bash -c \'if [[ -z "$$STAGE" ]] && [[ $$(whoami) ]]; then python promote.py; fi\'', reported],
  ['bash -c "echo \\"$$(date)\\" && python promote.py"', reported],
])('a dollar sign for the shell of a container: %s', async (command, found) => {
  const service = 'promote:\n    image: python:3.12\n    working_dir: /code\n    volumes: [".:/code"]'
  const sources = {
    ...scripts,
    'compose.yaml': `services:\n  ${service}\n    command: >-\n      ${command}\n`,
    ...running('docker compose up promote'),
  }
  expect((await readSources(sources)).notices).toEqual([])
  expect(await foundIn(sources)).toEqual(found)
})
