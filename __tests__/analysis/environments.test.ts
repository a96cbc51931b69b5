import { analyseSources } from '../support/analyse'
import { builtin as rules } from '../support/builtin'
import { withoutMargin } from '../support/margin'

async function places(files: Readonly<Record<string, string>>): Promise<string[]> {
  const sources = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutMargin(text)]))
  const findings = await analyseSources(sources, rules)
  return findings.map(({ rule, name }) => {
    const line = name.file.text.slice(0, name.start).split('\n').length
    return `${name.file.path}:${line} ${rule} ${name.file.text.slice(name.start, name.end)}`
  })
}

function notebook(...lines: readonly string[]): string {
  const cells = [
    { cell_type: 'code', source: lines.join('\n'), metadata: {}, outputs: [], execution_count: null },
  ]
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells })
}

const on = 'load-protection-disabled TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD'

test.each<[string, Record<string, string>, string[]]>([
  [
    'an image',
    {
      Dockerfile: `
        FROM python:3.12
        ENV PYTHONUNBUFFERED=1 TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1
        CMD ["python", "churn.py"]
      `,
    },
    [`Dockerfile:2 ${on}`],
  ],
  [
    'an image, in the older form',
    { Dockerfile: 'FROM python:3.12\nENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD yes\nCMD python churn.py\n' },
    [`Dockerfile:2 ${on}`],
  ],
  [
    'an image that says no',
    { Dockerfile: 'FROM python:3.12\nENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=0\nCMD python churn.py\n' },
    [],
  ],
  [
    'a service of Compose',
    {
      'docker-compose.yml': `
        services:
          churn:
            image: acme/churn
            environment:
              TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: "1"
      `,
    },
    [`docker-compose.yml:5 ${on}`],
  ],
  [
    'a job of GitLab',
    {
      '.gitlab-ci.yml': `
        variables:
          TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: "true"
        score:
          script: [python churn.py]
      `,
    },
    [`.gitlab-ci.yml:2 ${on}`],
  ],
  [
    'the second of two settings, which counts',
    {
      '.github/workflows/score.yml': `
        on: push
        jobs:
          careful:
            runs-on: ubuntu-latest
            env: { TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: "0" }
            steps: [{ run: python churn.py }]
          careless:
            runs-on: ubuntu-latest
            env: { TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: "1" }
            steps: [{ run: python churn.py }]
      `,
    },
    [`.github/workflows/score.yml:9 ${on}`],
  ],
  [
    'a variable whose value nobody here knows',
    {
      '.github/workflows/score.yml': `
        on: push
        jobs:
          score:
            runs-on: ubuntu-latest
            env:
              TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: \${{ vars.UNSAFE }}
            steps: [{ run: python churn.py }]
      `,
    },
    [],
  ],
  [
    'a script, for one command',
    { 'score.sh': 'TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1 python churn.py\n' },
    [`score.sh:1 ${on}`],
  ],
  ['a comment', { 'score.sh': '# TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1\npython churn.py\n' }, []],
])('the environment of %s', async (_, files, expected) => {
  expect(await places(files)).toEqual(expected)
})

test.each([
  ['a notebook', { 'train.ipynb': notebook('from joblib import dump, load', 'dump(3, "churn.joblib")') }],
  [
    'a document',
    { 'README.md': '```python\nfrom joblib import dump, load\n\ndump(3, "churn.joblib")\n```\n' },
  ],
])('a loader that %s imports is no variable of its environment', async (_, files) => {
  expect(await places(files)).toEqual([])
})

test('the variable is what the message speaks of', async () => {
  const [finding] = await analyseSources(
    { 'score.sh': 'export TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1\npython churn.py\n' },
    rules,
  )
  expect(finding?.message).toMatch(
    /^`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD` lets every `torch.load` of this process/,
  )
})

test.each([
  [
    'import ssl\n\nssl._create_default_https_context = ssl._create_unverified_context\n',
    '`ssl._create_default_https_context = …` lets every download of this process',
  ],
  [
    'import functools\n\nimport torch\n\ntorch.load = functools.partial(torch.load, weights_only=False)\n',
    '`torch.load = …` lets every `torch.load` of this process',
  ],
])('what is replaced is what the message speaks of: %j', async (python, says) => {
  const findings = await analyseSources({ 'score.py': python }, rules)
  expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining(says))
})
